"""Ground programs: rules without variables or alternatives, and what they lead to.

Facts are a set. A rule fires for every choice of facts that match its patterns, each pattern
another fact, where no fact at all matches a pattern of ``unless``. What fires adds facts, up to a
fixpoint; ``unless`` is looked at once everything that it might see is there.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from par_index.model.facts import Fact, Value
from par_index.model.findings import Compare
from par_index.nouns import Noun

__all__ = [
    "Firing",
    "GroundPattern",
    "GroundRule",
    "GroundTest",
    "Inferred",
    "fact_order",
    "holds",
    "inferred",
]

_ORDERINGS: Mapping[Compare, Callable[[Any, Any], bool]] = {
    Compare.ABOVE: operator.gt,
    Compare.BELOW: operator.lt,
    Compare.AT_LEAST: operator.ge,
    Compare.AT_MOST: operator.le,
}


def holds(compare: Compare, have: Value | None, value: Value) -> bool:
    """Whether a field compares so. A field that is not there meets nothing, ``NOT`` neither."""
    if have is None:
        return False
    if compare is Compare.IS:
        return have == value
    if compare is Compare.NOT:
        return have != value
    both_whole = isinstance(have, int) and isinstance(value, int)
    return both_whole and _ORDERINGS[compare](have, value)


class GroundTest(Noun):
    """One field against one value."""

    field: str
    compare: Compare
    value: Value


class GroundPattern(Noun):
    """A kind of fact and all that must hold of its fields."""

    kind: str
    tests: tuple[GroundTest, ...] = ()

    def holds_of(self, fields: Mapping[str, Value]) -> bool:
        """Whether the fields of a fact of this kind pass every test."""
        return all(holds(test.compare, fields.get(test.field), test.value) for test in self.tests)

    def matches(self, fact: Fact) -> bool:
        return fact.kind == self.kind and self.holds_of(dict(fact.fields))


class GroundRule(Noun):
    """A rule by the id of the finding rule that it is a case of.

    ``stratum`` counts from 0; what ``unless`` might see is derived in strata below, and what
    ``when`` might match in this one or below.
    """

    name: str
    when: tuple[GroundPattern, ...]
    unless: tuple[GroundPattern, ...] = ()
    derives: tuple[Fact, ...] = ()
    stratum: int = 0


class Firing(Noun):
    """A rule by its id, and the facts that it matched in the order of its patterns."""

    rule: str
    facts: tuple[Fact, ...]


class Inferred(Noun):
    """All firings, by rule and facts, and the facts that they added, in order."""

    firings: tuple[Firing, ...] = ()
    derived: tuple[Fact, ...] = ()


def fact_order(fact: Fact) -> tuple[object, ...]:
    """What facts are sorted by: their kind, then their fields; numbers stand before texts."""
    fields = fact.fields
    return (fact.kind, tuple([(name, isinstance(value, str), value) for name, value in fields]))


def inferred(firings: Iterable[tuple[str, tuple[Fact, ...]]], derived: Iterable[Fact]) -> Inferred:
    """The one form of a result, whatever order it was found in."""

    def order(firing: tuple[str, tuple[Fact, ...]]) -> tuple[object, ...]:
        return (firing[0], [fact_order(fact) for fact in firing[1]])

    return Inferred(
        tuple(Firing(rule, facts) for rule, facts in sorted(set(firings), key=order)),
        tuple(sorted(set(derived), key=fact_order)),
    )
