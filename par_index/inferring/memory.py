"""Memory: the facts of a run by kind, each once, found by what patterns ask for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from par_index.inferring.programs import GroundPattern, GroundRule
from par_index.model.facts import Fact, Value
from par_index.model.findings import Compare

__all__ = ["Memory"]

_Row: TypeAlias = tuple[Fact, Mapping[str, Value]]


class Memory:
    """Facts of the kinds that a program asks for or gives. Nothing is ever taken away."""

    def __init__(self, program: Sequence[GroundRule], facts: Iterable[Fact]) -> None:
        kinds = {pattern.kind for rule in program for pattern in (*rule.when, *rule.unless)}
        kinds |= {fact.kind for rule in program for fact in rule.derives}
        self._known: dict[str, set[tuple[tuple[str, Value], ...]]] = {kind: set() for kind in kinds}
        self._rows: dict[str, list[_Row]] = {kind: [] for kind in kinds}
        self._by_value: dict[tuple[str, str], dict[Value, list[_Row]]] = {}
        self._fields: dict[str, list[str]] = {kind: [] for kind in kinds}
        self._found: dict[int, tuple[int, list[Fact]]] = {}
        for fact in facts:
            if fact.kind in kinds:
                self.add(fact)

    def add(self, fact: Fact) -> bool:
        """Take in a fact of one of these kinds; whether it is news."""
        known = self._known[fact.kind]
        if fact.fields in known:
            return False
        known.add(fact.fields)
        row = (fact, dict(fact.fields))
        self._rows[fact.kind].append(row)
        for field in self._fields[fact.kind]:
            self._put(self._by_value[fact.kind, field], field, row)
        return True

    def of_kind(self, kind: str) -> list[Fact]:
        return [fact for fact, _ in self._rows[kind]]

    def at_most(self, pattern: GroundPattern) -> int:
        """How many facts may match, at most, without looking at each."""
        return len(self._candidates(pattern))

    def matching(self, pattern: GroundPattern) -> Sequence[Fact]:
        """The facts that match, in the order in which they came.

        What was found for a pattern is kept with it: the same object must be asked about as long
        as this memory lives.
        """
        rows = self._candidates(pattern)
        seen, found = self._found.get(id(pattern), (0, []))
        if seen < len(rows):
            found += [fact for fact, fields in rows[seen:] if pattern.holds_of(fields)]
            self._found[id(pattern)] = (len(rows), found)
        return found

    def _candidates(self, pattern: GroundPattern) -> list[_Row]:
        """Facts of the kind; with the value of the pattern's first equality, if it has any."""
        for test in pattern.tests:
            if test.compare is Compare.IS:
                key = (pattern.kind, test.field)
                if key not in self._by_value:
                    self._index(*key)
                return self._by_value[key].setdefault(test.value, [])
        return self._rows[pattern.kind]

    def _index(self, kind: str, field: str) -> None:
        self._fields[kind].append(field)
        index = self._by_value[kind, field] = {}
        for row in self._rows[kind]:
            self._put(index, field, row)

    @staticmethod
    def _put(index: dict[Value, list[_Row]], field: str, row: _Row) -> None:
        if field in row[1]:
            index.setdefault(row[1][field], []).append(row)
