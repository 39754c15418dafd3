"""Claims: a unit's own points beside what its data can give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from par_index.model.assessment import ClaimState, Score
from par_index.rendering.report.page import Entry, Fact, Section
from par_index.rendering.voice import Voice

__all__ = ["Told", "claim_fact", "claims_section"]

Told = frozenset[tuple[str, str]]
"""Kinds of facts, and the subjects of those that a finding has told of."""


def claim_fact(voice: Voice, leaf: Score, told: Told = frozenset()) -> Iterator[Fact]:
    """The claim and how it stands, where one was made and no finding has told of it."""
    if leaf.claim is None or leaf.answer is None or leaf.answer.claimed is None:
        return
    if ("claim", leaf.code) in told:
        return
    computed = voice.say("computed", points=voice.points(leaf.low, leaf.high))
    claimed = voice.points(leaf.answer.claimed)
    line = voice.say(f"claim_{leaf.claim}", claimed=claimed, computed=computed)
    yield Fact(voice.say("claim"), line)


def claims_section(voice: Voice, leaves: Sequence[Score], told: Told) -> Section:
    """Claims above or below that no finding has told of, in the order of the set."""
    differing = [
        leaf
        for leaf in leaves
        if leaf.claim in (ClaimState.ABOVE, ClaimState.BELOW) and ("claim", leaf.code) not in told
    ]
    return Section(
        voice.say("claims", criteria=voice.tally(len(differing))),
        entries=tuple(
            Entry(leaf.code, voice.text(leaf.criterion.title), facts=tuple(claim_fact(voice, leaf)))
            for leaf in differing
        ),
    )
