"""Units of which all but a few measures with few values are known, and all their completions."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from support.oracle import Facts
from support.strategies import documents, facts, told

__all__ = ["OPTIONS", "BarelyOpen", "barely_open"]

WHOLES = {"a": "n", "b": "n", "xau": "n", "k": "m"}
OPTIONS = {"y": ["yes", "no"], "z": ["yes", "no"], "muc": ["som", "dung", "muon"]}


@dataclass(frozen=True)
class BarelyOpen:
    """A set and complete facts, of which all but a few with few values are told."""

    document: dict[str, Any]
    facts: Facts
    hidden: tuple[str, ...]

    @property
    def keys(self) -> dict[str, Any]:
        known = {id: value for id, value in self.facts.data.items() if id not in self.hidden}
        return told(self.facts, data=known)

    def completions(self) -> Iterator[Facts]:
        domains = [domain(id, self.facts) for id in self.hidden]
        for values in itertools.product(*domains):
            data = {**self.facts.data, **dict(zip(self.hidden, values, strict=True))}
            yield replace(self.facts, data=data)


def domain(id: str, truth: Facts) -> list[str]:
    """Every value that a measure can have: an answer, or a count within its whole."""
    if id in OPTIONS:
        return OPTIONS[id]
    return [str(count) for count in range(int(truth.data[WHOLES[id]]) + 1)]


@st.composite
def barely_open(draw: st.DrawFn) -> BarelyOpen:
    document = draw(documents())
    truth = draw(facts(document))
    # The best of a block is at least the unit's own, which no file says.
    known = truth.data.keys() - ({"k"} if "nhat" in truth.data else set())
    finite = [id for id in (*OPTIONS, *WHOLES) if id in known]
    assume(finite)
    hidden = draw(st.lists(st.sampled_from(finite), min_size=1, max_size=3, unique=True))
    size = 1
    for id in hidden:
        size *= len(domain(id, truth))
    assume(size <= 80)
    return BarelyOpen(document, truth, tuple(hidden))
