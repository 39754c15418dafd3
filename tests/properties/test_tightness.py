"""How close intervals are to what can happen, where every completion can be tried.

The interval must be exactly the hull of all completions where each unknown stands once in all
that a criterion looks at, and nothing jumps between whole numbers. Elsewhere it may be wider: an
enclosure does not know that two unknowns are one, nor that files come whole. How often, is held.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from hypothesis import Phase, given, settings
from support.barely_open import OPTIONS, BarelyOpen, barely_open
from support.cases import every_score, load_case_set, scored
from support.oracle import Oracle
from support.oracle_quantities import number

from par_index.model.assessment import Score

# What a criterion looks at, itself and through others.


def forms_of(oracle: Oracle, code: str) -> list[dict[str, Any]]:
    """The scoring and the policies behind a criterion's points, and behind what these ask about.

    What is asked about twice is there twice.
    """
    node = oracle.nodes[code]
    forms = [node.get("scoring", {}), *(policy for _, policy in oracle.policies[code])]
    if "components" in node:
        below = [forms_of(oracle, component["code"]) for component in node["components"]]
        return [node.get("scoring", {}), *itertools.chain(*below)]
    asked = [other for form in forms for other in asked_in(form)]
    return [*forms, *itertools.chain(*(forms_of(oracle, other) for other in asked))]


def parts(document: Any) -> Iterator[Any]:
    """Everything that stands in a document, from the outside in."""
    yield document
    inside = document.values() if isinstance(document, dict) else document
    for part in inside if isinstance(document, (dict, list)) else []:
        yield from parts(part)


def asked_in(document: Any) -> Iterator[str]:
    """The codes of the criteria that conditions ask about."""
    return (part["code"] for part in parts(document) if isinstance(part, dict) and "code" in part)


def mentions(document: Any) -> Counter[str]:
    """How often each measure stands there; a rate stands for its counts."""
    rates = {"ty_le": ["a", "n"]}
    words = (part for part in parts(document) if isinstance(part, str))
    return Counter(itertools.chain.from_iterable(rates.get(word, [word]) for word in words))


def is_exact(oracle: Oracle, code: str, hidden: tuple[str, ...]) -> bool:
    """Whether the interval has to be the hull: each unknown stands once, and nothing jumps.

    Dividing by whole numbers jumps, and so do bands whose steps do not fall; a parent's
    percentages move with what applies.
    """
    forms = forms_of(oracle, code)
    found = mentions(forms)
    if any(found[id] > 1 for id in hidden):
        return False
    for part in parts(forms):
        if not isinstance(part, dict) or not mentions(part).keys() & set(hidden):
            continue
        divisor = part.get("target", part["ratio"][1] if "ratio" in part else "")
        if mentions(divisor).keys() & set(hidden) - OPTIONS.keys():
            return False
        if "bands" in part and not steps_fall(part["bands"]):
            return False
    asked = (other for form in forms for other in asked_in(form))
    return not any(
        "components" in oracle.nodes[other]
        and mentions(forms_of(oracle, other)).keys() & set(hidden)
        for other in asked
    )


def steps_fall(bands: dict[str, Any]) -> bool:
    """Whether each step gives no more than the one before it; options of a choice may."""
    worth = [step.get("points", step.get("otherwise")) for step in bands["steps"]]
    if "proportional" in worth:
        return False
    if "is" in bands["steps"][0]:
        return True
    in_percent = {text.endswith("%") for text in worth if text != "0"}
    points = [number(text) for text in worth]
    return len(in_percent) < 2 and points == sorted(points, reverse=True)


# Holding intervals against hulls.


Interval = tuple[Fraction, Fraction]


def hulls(oracles: list[Oracle]) -> dict[str, Interval]:
    """The least and the most that each criterion comes to; 0 where it does not apply."""
    found = {}
    for code in oracles[0].nodes:
        points = [one.standing(code).points or Fraction(0) for one in oracles]
        found[code] = min(points), max(points)
    return found


@dataclass
class Sample:
    """What came of a sample: how many criteria are open, and how much wider than need be."""

    open: int = 0
    excess: list[Fraction] = field(default_factory=list)

    def add(self, interval: Interval, hull: Interval) -> None:
        if interval[0] < interval[1]:
            self.open += 1
            wider = (interval[1] - interval[0]) - (hull[1] - hull[0])
            self.excess += [wider] if wider else []

    @property
    def tight(self) -> Fraction:
        return 1 - Fraction(len(self.excess), self.open)


def intervals(unit: BarelyOpen) -> Iterator[tuple[Score, Interval, Interval]]:
    """Every criterion with its interval and its hull."""
    oracles = [Oracle(unit.document, truth) for truth in unit.completions()]
    hull = hulls(oracles)
    for score in every_score(scored(load_case_set(unit.document), unit.keys)):
        yield score, (score.low, score.high), hull[score.code]


@given(barely_open())
def test_where_each_unknown_stands_once_the_interval_is_the_hull(unit: BarelyOpen) -> None:
    oracle = Oracle(unit.document, unit.facts)
    for score, interval, hull in intervals(unit):
        assert interval[0] <= hull[0] <= hull[1] <= interval[1], score.code
        if not score.components and is_exact(oracle, score.code, unit.hidden):
            assert interval == hull, score.code


def test_most_open_intervals_are_the_hull() -> None:
    leaves, parents = Sample(), Sample()

    @settings(max_examples=250, derandomize=True, database=None, phases=[Phase.generate])
    @given(barely_open())
    def measure(unit: BarelyOpen) -> None:
        for score, interval, hull in intervals(unit):
            (parents if score.components else leaves).add(interval, hull)

    measure()
    assert leaves.open > 100
    assert leaves.tight >= Fraction(85, 100)
    assert parents.open > 100
    assert parents.tight >= Fraction(75, 100)
