"""Engines: rules and facts to what fired, by durable-rules where it serves, else by the reference.

Which engine ran never shows in the answer.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence

from par_index.inferring.grounding import ground
from par_index.inferring.programs import GroundRule, Inferred
from par_index.inferring.reference import infer_by_reference
from par_index.inferring.refusals import EngineMismatch, EngineRefusal
from par_index.model.facts import Fact
from par_index.model.findings import FindingRule
from par_index.nouns import Noun

__all__ = ["DURABLE", "REFERENCE", "EngineUse", "infer"]

DURABLE = "durable"
REFERENCE = "reference"

_WITHOUT = ("reference", "no")
"""What ``PAR_INDEX_ENGINE`` may say for durable-rules not to be used."""


class EngineUse(Noun):
    """Which engine gave the answer, and why not durable-rules if it did not.

    The reasons are ``idle`` (no rule could fire), ``asked`` (``PAR_INDEX_ENGINE``),
    ``not_installed``, ``not_loadable``, ``self_test_failed``, ``value`` (one that must not be given
    to it), ``limits`` and ``fault``. ``detail`` is for developers.
    """

    name: str
    reason: str = ""
    detail: str = ""

    @property
    def is_unverified(self) -> bool:
        """Whether there was something to find, and durable-rules did not look."""
        return self.name == REFERENCE and self.reason != "idle"


def infer(
    rules: Sequence[FindingRule], facts: Collection[Fact], *, verify: bool = False
) -> tuple[Inferred, EngineUse]:
    """All that the rules find in the facts; the order of the facts does not matter.

    With ``verify`` both engines run, and where they differ `EngineMismatch` is raised.
    """
    program = ground(rules, facts)
    if not program:
        return Inferred(), EngineUse(REFERENCE, "idle")
    try:
        found = _by_durable(program, facts)
    except EngineRefusal as refusal:
        use = EngineUse(REFERENCE, refusal.reason, refusal.detail)
        return infer_by_reference(program, facts), use
    if verify and found != (expected := infer_by_reference(program, facts)):
        raise EngineMismatch(found, expected)
    return found, EngineUse(DURABLE)


def _by_durable(program: Sequence[GroundRule], facts: Collection[Fact]) -> Inferred:
    if os.environ.get("PAR_INDEX_ENGINE", "") in _WITHOUT:
        raise EngineRefusal("asked")
    # Loading it takes longer than most runs, and most runs of the command need none.
    from par_index.inferring.durable import infer_by_durable

    return infer_by_durable(program, facts)
