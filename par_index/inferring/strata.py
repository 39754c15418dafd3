"""Strata: in which order rules must be looked at for ``unless`` to see all there is to see.

A rule stands above every rule that may derive what its ``unless`` asks about, and not below one
that may derive what its ``when`` asks for. Whether it may is judged by the kind and by what both
say of a field for certain, so that ``finding_of: {rule: a}`` is about the rule ``a`` alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from par_index.inferring.programs import holds
from par_index.model.facts import Value
from par_index.model.findings import FindingRule, Pattern, Variable

__all__ = ["Links", "cycle_of", "derived_by", "strata_of"]

_Fields: TypeAlias = Mapping[str, Value | Variable]


def derived_by(rule: FindingRule) -> Iterator[tuple[str, _Fields]]:
    """The kinds of fact that a rule adds, with their fields."""
    if rule.then:
        yield rule.then.kind, dict(rule.then.fields)
    if rule.severity:
        yield "finding_of", {"rule": rule.id}


def strata_of(rules: Sequence[FindingRule]) -> tuple[int, ...]:
    """The stratum of each rule, from 0. Raises `ValueError` for a cycle through ``unless``."""
    return Links(rules).strata()


def cycle_of(rules: Sequence[FindingRule]) -> tuple[str, ...] | None:
    """A shortest cycle through an ``unless``, by rule ids, the first of them again at the end.

    The ``unless`` of the first asks about what the second derives; every further one asks, by
    either way, about what the next derives.
    """
    return Links(rules).cycle()


class Links:
    """Which rules, by their places, may derive what each pattern of each rule asks about."""

    def __init__(self, rules: Sequence[FindingRule]) -> None:
        self._ids = tuple(rule.id for rule in rules)
        self._makers: dict[str, list[tuple[int, _Fields]]] = {}
        for number, rule in enumerate(rules):
            for kind, fields in derived_by(rule):
                self._makers.setdefault(kind, []).append((number, fields))
        self.when = tuple(tuple(map(self._behind, rule.when)) for rule in rules)
        self.unless = tuple(tuple(map(self._behind, rule.unless)) for rule in rules)

    def strata(self) -> tuple[int, ...]:
        strata = [0] * len(self._ids)
        for _ in range(len(strata) + 1):
            before = list(strata)
            for number, (when, unless) in enumerate(zip(self.when, self.unless, strict=True)):
                below = [strata[other] for others in when for other in others]
                below += [strata[other] + 1 for others in unless for other in others]
                strata[number] = max(below, default=0)
            if strata == before:
                return tuple(strata)
        raise ValueError(f"rules in a circle through unless: {self.cycle()}")

    def cycle(self) -> tuple[str, ...] | None:
        found = (
            [number, *path]
            for number, unless in enumerate(self.unless)
            for others in unless
            for other in others
            if (path := self._path(other, number))
        )
        shortest = min(found, key=len, default=None)
        return tuple(self._ids[number] for number in shortest) if shortest else None

    def _behind(self, pattern: Pattern) -> tuple[int, ...]:
        makers = self._makers.get(pattern.kind, ())
        return tuple([number for number, fields in makers if _may_match(pattern, fields)])

    def _path(self, start: int, end: int) -> list[int] | None:
        """The shortest way from a rule to another, each asking about what the next derives."""
        paths = {start: [start]}
        waiting = [start]
        for number in waiting:
            if number == end:
                return paths[number]
            for others in (*self.when[number], *self.unless[number]):
                for other in others:
                    if other not in paths:
                        paths[other] = [*paths[number], other]
                        waiting.append(other)
        return None


def _may_match(pattern: Pattern, fields: _Fields) -> bool:
    for test in pattern.tests:
        have = fields.get(test.field)
        values = [value for value in test.values if not isinstance(value, Variable)]
        if isinstance(have, Variable) or len(values) < len(test.values):
            continue
        if not any(holds(test.compare, have, value) for value in values):
            return False
    return True
