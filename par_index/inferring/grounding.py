"""The rule compiler: finding rules over the facts of one run to a ground program.

A rule stands once for each binding of its variables that could make it fire, and once for each
choice among alternatives. What cannot fire, because a pattern asks for facts that are not there
and that no rule derives, is left out; so a program stays small where little is wrong.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import TypeAlias

from par_index.inferring.programs import GroundPattern, GroundRule, GroundTest, holds
from par_index.inferring.strata import Links, derived_by
from par_index.model.facts import FACTS, Fact, Shape, Value
from par_index.model.findings import Compare, FieldTest, FindingRule, Pattern, Variable

__all__ = ["ground"]

_Fields: TypeAlias = Mapping[str, Value]
_Binding: TypeAlias = Mapping[str, Value]


def ground(rules: Sequence[FindingRule], facts: Collection[Fact]) -> tuple[GroundRule, ...]:
    """The ground rules that could fire, in the order of the rules and of what they are bound to.

    The rules must be without a cycle through ``unless``.
    """
    links = Links(rules)
    strata = links.strata()
    grounder = _Grounder(rules, facts)
    found: dict[int, tuple[GroundRule, ...]] = {}
    waiting = list(range(len(rules)))
    while waiting:
        # A rule waits for those that may derive what it asks for, unless they wait for each other.
        settled = {
            number: [
                pattern
                for pattern, makers in zip(rules[number].when, links.when[number], strict=True)
                if all(maker in found for maker in makers)
            ]
            for number in waiting
        }
        ready = [one for one in waiting if len(settled[one]) == len(rules[one].when)]
        for number in ready or waiting[:1]:
            cases = grounder.cases(rules[number], settled[number], strata[number])
            found[number] = tuple(cases)
        waiting = [number for number in waiting if number not in found]
    return tuple(case for number in range(len(rules)) for case in found[number])


class _Grounder:
    """What rules can be bound to, by the facts that are there or may come."""

    def __init__(self, rules: Sequence[FindingRule], facts: Collection[Fact]) -> None:
        self._given = facts
        self._subjects: dict[Shape, frozenset[Value]] = {}
        self._named = _named_in(rules)
        self._rows: dict[str, list[_Fields]] = {
            pattern.kind: [] for rule in rules for pattern in rule.when
        }
        self.learn(facts)

    def learn(self, facts: Iterable[Fact]) -> None:
        for fact in facts:
            if (rows := self._rows.get(fact.kind)) is not None:
                rows.append(dict(fact.fields))

    def cases(
        self, rule: FindingRule, settled: Sequence[Pattern], stratum: int
    ) -> Iterator[GroundRule]:
        """The ground rules of one rule, by those of its patterns for which no fact may yet come.

        What they derive is learnt.
        """
        bindings: list[_Binding] = [{}]
        for pattern in settled:
            bindings = _join(bindings, self._relation(pattern))
            if not bindings:
                return
        when = [_Template(pattern) for pattern in rule.when]
        unless = [_Template(pattern) for pattern in rule.unless]
        derived = list(derived_by(rule))
        for binding in self._complete(bindings, rule, settled):
            none_of = [ground for template in unless for ground in template.under(binding)]
            derives = tuple([_derived(kind, fields, binding) for kind, fields in derived])
            self.learn(derives)
            for chosen in product(*[template.under(binding) for template in when]):
                yield GroundRule(rule.id, chosen, tuple(dict.fromkeys(none_of)), derives, stratum)

    def _relation(self, pattern: Pattern) -> list[_Binding]:
        """The bindings of the variables that a pattern equates, one for each fact it might match.

        Tests with a variable among alternatives, or compared otherwise, leave everything open.
        """
        equated = list(_equated(pattern))
        fixed = [test for test in pattern.tests if not _variables(test)]
        rows = (fields for fields in self._rows[pattern.kind] if _passes(fixed, fields))
        if not equated:
            return [{}] if next(rows, None) is not None else []
        found: dict[tuple[Value | None, ...], None] = {}
        for fields in rows:
            found[tuple([fields.get(field) for field, _ in equated])] = None
        relation: list[_Binding] = []
        for values in found:
            binding: dict[str, Value] = {}
            for (_, name), value in zip(equated, values, strict=True):
                if value is None or binding.setdefault(name, value) != value:
                    break
            else:
                relation.append(binding)
        return relation

    def _complete(
        self, bindings: list[_Binding], rule: FindingRule, settled: Sequence[Pattern]
    ) -> list[_Binding]:
        """The same bindings within the domains, those that are still open ranging over theirs."""
        shapes = {
            (name, FACTS[pattern.kind][field].shape)
            for pattern in settled
            if pattern.kind in FACTS
            for field, name in _equated(pattern)
            if field in FACTS[pattern.kind]
        }
        for name, domain in rule.for_each:
            shape = domain.shape
            if name not in bindings[0]:
                members = sorted(self._all(shape), key=str)
                bindings = [{**one, name: value} for one in bindings for value in members]
            elif (name, shape) not in shapes:
                bindings = [one for one in bindings if one[name] in self._all(shape)]
            if not bindings:
                return []
        names = [name for name, _ in rule.for_each]
        return sorted(bindings, key=lambda one: [str(one[name]) for name in names])

    def _all(self, shape: Shape) -> frozenset[Value]:
        """The subjects of a shape that occur in the facts given, and those that rules derive."""
        if shape not in self._subjects:
            fields = {
                (kind, name)
                for kind, by_name in FACTS.items()
                for name, field in by_name.items()
                if field.shape is shape
            }
            given = (
                value
                for fact in self._given
                for name, value in fact.fields
                if (fact.kind, name) in fields
            )
            self._subjects[shape] = frozenset((*given, *self._named.get(shape, ())))
        return self._subjects[shape]


def _named_in(rules: Sequence[FindingRule]) -> Mapping[Shape, set[Value]]:
    """The subjects that rules put into the facts they derive, by name."""
    named: dict[Shape, set[Value]] = {}
    for rule in rules:
        for field, value in rule.then.fields if rule.then is not None else ():
            shape = next((one for one in Shape if one.is_subject and one.value == field), None)
            if shape is not None and not isinstance(value, Variable):
                named.setdefault(shape, set()).add(value)
    return named


class _Template:
    """A pattern with variables, the tests that tell facts apart best in front."""

    def __init__(self, pattern: Pattern) -> None:
        fields = FACTS.get(pattern.kind, {})

        def order(test: FieldTest) -> tuple[bool, bool, str, str]:
            is_subject = test.field in fields and fields[test.field].shape.is_subject
            return (test.compare is not Compare.IS, not is_subject, test.field, test.compare)

        self._kind = pattern.kind
        self._tests = sorted(pattern.tests, key=order)
        self._fixed = None if any(map(_variables, self._tests)) else self._ground({})

    def under(self, binding: _Binding) -> list[GroundPattern]:
        """The ground patterns of which one must match."""
        return self._ground(binding) if self._fixed is None else self._fixed

    def _ground(self, binding: _Binding) -> list[GroundPattern]:
        choices = [
            dict.fromkeys(
                GroundTest(test.field, test.compare, _value(one, binding)) for one in test.values
            )
            for test in self._tests
        ]
        return [GroundPattern(self._kind, tests) for tests in product(*choices)]


def _equated(pattern: Pattern) -> Iterator[tuple[str, str]]:
    """Each field that must be the value of a variable, with its name."""
    for test in pattern.tests:
        match test:
            case FieldTest(field, Compare.IS, (Variable(name),)):
                yield field, name


def _variables(test: FieldTest) -> bool:
    return any(isinstance(value, Variable) for value in test.values)


def _passes(tests: Iterable[FieldTest], fields: _Fields) -> bool:
    for test in tests:
        have = fields.get(test.field)
        if test.compare is Compare.IS:
            if have not in test.values:
                return False
        elif not any(holds(test.compare, have, value) for value in test.values):  # type: ignore[arg-type]
            return False
    return True


def _join(bindings: list[_Binding], others: list[_Binding]) -> list[_Binding]:
    """All pairs that agree on the variables they share."""
    if not bindings or not others:
        return []
    shared = [name for name in others[0] if name in bindings[0]]
    by_shared: dict[tuple[Value, ...], list[_Binding]] = {}
    for other in others:
        by_shared.setdefault(tuple([other[name] for name in shared]), []).append(other)
    return [
        {**one, **other}
        for one in bindings
        for other in by_shared.get(tuple([one[name] for name in shared]), ())
    ]


def _derived(kind: str, fields: Mapping[str, Value | Variable], binding: _Binding) -> Fact:
    return Fact(
        kind, tuple(sorted((name, _value(value, binding)) for name, value in fields.items()))
    )


def _value(value: Value | Variable, binding: _Binding) -> Value:
    return binding[value.name] if isinstance(value, Variable) else value
