"""A view: one scored submission as those who give facts see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from par_index.model.assessment import Score
from par_index.model.checks import CheckResult
from par_index.model.reasons import Branch, LimitKind
from par_index.model.submission import Datum, counted_data
from par_index.scoring.evaluation import Evaluation
from par_index.scoring.scores import Scores

__all__ = ["View"]


class View:
    """What several kinds of facts need is worked out once, when it is first asked for."""

    def __init__(
        self, evaluation: Evaluation, scores: Scores, checks: Mapping[str, CheckResult]
    ) -> None:
        self.evaluation = evaluation
        self.criteria = evaluation.criteria
        self.submission = evaluation.submission
        self.scores = scores
        self.checks = checks

    @cached_property
    def data(self) -> Mapping[str, Datum]:
        """What each measure is scored by."""
        return counted_data(self.criteria, self.submission.data, self.submission.external)

    @cached_property
    def leaves(self) -> tuple[Score, ...]:
        return tuple(leaf for area in self.scores.areas for leaf in area.leaves())

    def counts(self, code: str) -> str:
        """Whether points count: ``no`` below a parent that gives nothing, ``capped`` not all."""
        return self._standing.get(code, "yes")

    @cached_property
    def _standing(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for parent in self._parents():
            said = _given_by(parent)
            for below in parent.nodes() if said != "yes" else ():
                if below is not parent and found.get(below.code) != "no":
                    found[below.code] = said
        return found

    def _parents(self) -> Iterator[Score]:
        nodes = (node for area in self.scores.areas for node in area.nodes())
        return (node for node in nodes if node.components)


def _given_by(parent: Score) -> str:
    """Whether a parent gives what its components come to."""
    because = parent.because
    if because is None:
        return "yes"
    limits = {limit.kind for limit in because.limits}
    if because.branch is Branch.GATE or LimitKind.MINIMUM in limits:
        return "no"
    return "capped" if LimitKind.CAP in limits else "yes"
