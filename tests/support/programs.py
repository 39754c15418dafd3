"""Random ground programs and finding rules, and a naive matcher that says what they mean.

The matcher shares nothing with those of par_index: it has no index and leaves no rule out.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator, Sequence
from itertools import product
from typing import Any, NamedTuple

from par_index.inferring.programs import GroundPattern, GroundRule, GroundTest, Inferred
from par_index.inferring.strata import cycle_of, strata_of
from par_index.model.facts import FACTS, Fact, Value
from par_index.model.findings import (
    Compare,
    Derived,
    Domain,
    FieldTest,
    FindingRule,
    Pattern,
    Severity,
    Variable,
)
from par_index.problems import Owner, Source, Span

HERE = Span(Source("findings.yaml", Owner.CRITERIA))

ORDERINGS = (Compare.ABOVE, Compare.BELOW, Compare.AT_LEAST, Compare.AT_MOST)


class Program(NamedTuple):
    rules: tuple[GroundRule, ...]
    facts: tuple[Fact, ...]


class Findings(NamedTuple):
    rules: tuple[FindingRule, ...]
    facts: tuple[Fact, ...]


# --- writing them by hand --------------------------------------------------------------------


def fact(kind: str, **fields: Value) -> Fact:
    return Fact.of(kind, **fields)


def field_tests(**fields: Any) -> tuple[tuple[str, Compare, Any], ...]:
    """``milli={"above": 0}, code="1"`` as tests."""
    return tuple(
        (name, Compare(compare), value)
        for name, said in fields.items()
        for compare, value in (said.items() if isinstance(said, dict) else [("is", said)])
    )


def ground_pattern(kind: str, **fields: Any) -> GroundPattern:
    return GroundPattern(kind, tuple(GroundTest(*test) for test in field_tests(**fields)))


def pattern(kind: str, **fields: Any) -> Pattern:
    """``code="$c"`` is a variable, a list holds alternatives."""

    def value(said: Any) -> Value | Variable:
        is_variable = isinstance(said, str) and said.startswith("$")
        return Variable(said[1:]) if is_variable else said

    return Pattern(
        kind,
        tuple(
            FieldTest(name, compare, tuple(map(value, said if isinstance(said, list) else [said])))
            for name, compare, said in field_tests(**fields)
        ),
    )


def finding_rule(
    id: str,
    *when: Pattern,
    unless: Sequence[Pattern] = (),
    then: Pattern | None = None,
    **domains: Domain,
) -> FindingRule:
    """A rule that derives ``then``; one of severity ``watch`` without it."""
    return FindingRule(
        id,
        HERE,
        for_each=tuple(domains.items()),
        when=when,
        unless=tuple(unless),
        severity=None if then else Severity.WATCH,
        then=then and Derived(then.kind, tuple((one.field, one.values[0]) for one in then.tests)),
    )


# --- what they mean --------------------------------------------------------------------------


def passes(compare: Compare, have: Value, value: Value) -> bool:
    alike = type(have) is type(value)
    match compare:
        case Compare.IS:
            return alike and have == value
        case Compare.NOT:
            return not alike or have != value
        case _ if not (alike and isinstance(have, int) and isinstance(value, int)):
            return False
        case Compare.ABOVE:
            return have > value
        case Compare.BELOW:
            return have < value
        case Compare.AT_LEAST:
            return have >= value
        case _:
            return have <= value


def fits(pattern: GroundPattern, fact: Fact) -> bool:
    fields = dict(fact.fields)
    return pattern.kind == fact.kind and all(
        test.field in fields and passes(test.compare, fields[test.field], test.value)
        for test in pattern.tests
    )


class Answer(NamedTuple):
    """What a program leads to, as sets."""

    firings: frozenset[tuple[str, tuple[Fact, ...]]]
    derived: frozenset[Fact]

    @classmethod
    def of(cls, inferred: Inferred) -> Answer:
        firings = frozenset((firing.rule, firing.facts) for firing in inferred.firings)
        assert len(firings) == len(inferred.firings)
        assert len(set(inferred.derived)) == len(inferred.derived)
        return cls(firings, frozenset(inferred.derived))


def naive_answer(rules: Sequence[GroundRule], facts: Collection[Fact]) -> Answer:
    known = set(facts)
    firings: set[tuple[str, tuple[Fact, ...]]] = set()
    for stratum in sorted({rule.stratum for rule in rules}):
        below = frozenset(known)
        active = [
            rule
            for rule in rules
            if rule.stratum == stratum
            and not any(fits(pattern, fact) for pattern in rule.unless for fact in below)
        ]
        before = None
        while before != (before := (len(known), len(firings))):
            for rule in active:
                for chosen in product(*([f for f in known if fits(p, f)] for p in rule.when)):
                    if len(set(chosen)) == len(chosen):
                        firings.add((rule.name, chosen))
                        known.update(rule.derives)
    return Answer(frozenset(firings), frozenset(known - set(facts)))


def naive_ground(rules: Sequence[FindingRule], facts: Collection[Fact]) -> list[GroundRule]:
    """Every rule for every value of its variables and every alternative."""
    strata = strata_of(rules)
    found = []
    for rule, stratum in zip(rules, strata, strict=True):
        names = [name for name, _ in rule.for_each]
        domains = [sorted(subjects(domain, facts, rules)) for _, domain in rule.for_each]
        for values in product(*domains):
            binding = dict(zip(names, values, strict=True))
            unless = [one for pattern in rule.unless for one in alternatives(pattern, binding)]
            derives = []
            if rule.then:
                fields = {name: bound(value, binding) for name, value in rule.then.fields}
                derives.append(Fact.of(rule.then.kind, **fields))
            if rule.severity:
                derives.append(Fact.of("finding_of", rule=rule.id))
            for when in product(*(list(alternatives(one, binding)) for one in rule.when)):
                found.append(GroundRule(rule.id, when, tuple(unless), tuple(derives), stratum))
    return found


def subjects(domain: Domain, facts: Collection[Fact], rules: Sequence[FindingRule]) -> set[str]:
    """What given facts name, and what rules put by name into the facts they derive."""
    derived = [field for rule in rules if rule.then for field in rule.then.fields]
    named = {
        str(value) for name, value in derived if name == domain.shape and value.__class__ is str
    }
    return named | {
        str(value)
        for fact in facts
        for name, value in fact.fields
        if fact.kind in FACTS
        and name in FACTS[fact.kind]
        and FACTS[fact.kind][name].shape is domain.shape
    }


def bound(value: Value | Variable, binding: dict[str, str]) -> Value:
    return binding[value.name] if isinstance(value, Variable) else value


def alternatives(pattern: Pattern, binding: dict[str, str]) -> Iterator[GroundPattern]:
    for values in product(*(test.values for test in pattern.tests)):
        yield GroundPattern(
            pattern.kind,
            tuple(
                GroundTest(test.field, test.compare, bound(value, binding))
                for test, value in zip(pattern.tests, values, strict=True)
            ),
        )


# --- random programs -------------------------------------------------------------------------

LEVELS = (("a", "b"), ("c", "d"), ("e",))
"""Kinds by stratum: rules of a stratum derive its kinds, and ask what must not be from below."""

WORDS = ("x", "y", "tiêu chí", 'a "b"', "c\\d")


def dense_program(rng: random.Random) -> Program:
    """Few kinds, few values, many rules: some ten firings, chains and exclusions among them."""
    kinds = [kind for level in LEVELS for kind in level]

    def some_fact(choices: Sequence[str]) -> Fact:
        return fact(
            rng.choice(choices), n=rng.randint(-2, 3), s=rng.choice(WORDS), w=rng.choice("pq")
        )

    def some_pattern(choices: Sequence[str]) -> GroundPattern:
        tests = [GroundTest("s", Compare.IS, rng.choice(WORDS))] if rng.random() < 0.6 else []
        if rng.random() < 0.5:
            tests.append(GroundTest("n", rng.choice(list(Compare)), rng.randint(-2, 3)))
        if rng.random() < 0.3:
            compare = rng.choice([Compare.IS, Compare.NOT])
            tests.append(GroundTest("w", compare, rng.choice("pq")))
        return GroundPattern(rng.choice(choices), tuple(tests))

    rules = []
    for number in range(rng.randint(5, 15)):
        stratum = rng.randrange(len(LEVELS))
        reach = [kind for level in LEVELS[: stratum + 1] for kind in level]
        below = [kind for level in LEVELS[:stratum] for kind in level]
        rules.append(
            GroundRule(
                f"rule-{number % 7}",
                tuple(some_pattern(reach) for _ in range(rng.choice([1, 1, 1, 2, 2, 3]))),
                tuple(some_pattern(below) for _ in range(rng.choice([0, 0, 1, 2]) if below else 0)),
                tuple(some_fact(LEVELS[stratum]) for _ in range(rng.choice([0, 1, 1, 2]))),
                stratum,
            )
        )
    facts = [
        some_fact(kinds if rng.random() < 0.3 else kinds[:3]) for _ in range(rng.randint(4, 20))
    ]
    return Program(tuple(rules), tuple(facts))


# --- random finding rules --------------------------------------------------------------------

CODES, MEASURES = ("1", "1.1", "2"), ("m", "k")
WHOLES = range(-1, 3)

FIELDS: dict[str, dict[str, Sequence[Value]]] = {
    "score": {"code": CODES, "state": ("scored", "missing"), "milli": WHOLES},
    "evidence": {"code": CODES, "lacking": WHOLES},
    "edge": {"code": CODES, "measure": MEASURES, "spare": WHOLES},
    "measure": {"measure": MEASURES, "state": ("value", "blank", "words")},
    "weak": {"code": CODES},
    "odd": {"code": CODES, "measure": MEASURES, "level": ("low", "high")},
    "finding_of": {"rule": ("rule-0", "rule-1", "rule-2")},
}
DERIVABLE = ("weak", "odd")
VARIABLES = {"c": (Domain.CRITERIA, "code"), "m": (Domain.MEASURES, "measure")}


def dense_findings(rng: random.Random) -> Findings | None:
    """Rules with variables and alternatives; None where they go in a circle through unless."""
    given = [kind for kind in FIELDS if kind not in (*DERIVABLE, "finding_of")]
    most, less = [*given, *given, *FIELDS], list(FIELDS)

    def value(field: str, choices: Sequence[Value], names: Sequence[str]) -> Value | Variable:
        mine = [name for name in names if VARIABLES[name][1] == field]
        return Variable(mine[0]) if mine and rng.random() < 0.7 else rng.choice(choices)

    def test(field: str, choices: Sequence[Value], names: Sequence[str]) -> FieldTest:
        if choices is WHOLES:
            return FieldTest(field, rng.choice(list(Compare)), (rng.choice(choices),))
        if rng.random() < 0.15:
            return FieldTest(field, Compare.NOT, (value(field, choices, names),))
        count = 2 if rng.random() < 0.2 else 1
        values = tuple(value(field, choices, names) for _ in range(count))
        return FieldTest(field, Compare.IS, values)

    def some_pattern(names: Sequence[str], choices: Sequence[str]) -> Pattern:
        kind = rng.choice(choices)
        fields = [(name, one) for name, one in FIELDS[kind].items() if rng.random() < 0.5]
        return Pattern(kind, tuple(test(name, one, names) for name, one in fields))

    rules = []
    for number in range(rng.randint(2, 6)):
        names = [name for name in VARIABLES if rng.random() < 0.5]
        then = None
        if rng.random() < 0.6:
            kind = rng.choice(DERIVABLE)
            fields = FIELDS[kind].items()
            then = Derived(kind, tuple((name, value(name, one, names)) for name, one in fields))
        rules.append(
            FindingRule(
                f"rule-{number}",
                HERE,
                for_each=tuple((name, VARIABLES[name][0]) for name in names),
                when=tuple(some_pattern(names, most) for _ in range(rng.choice([1, 1, 2, 2, 3]))),
                unless=tuple(some_pattern(names, less) for _ in range(rng.choice([0, 0, 1]))),
                severity=None if then else Severity.NOTE,
                then=then,
            )
        )
    facts = []
    for _ in range(rng.randint(6, 24)):
        kind = rng.choice(given)
        facts.append(Fact.of(kind, **{name: rng.choice(one) for name, one in FIELDS[kind].items()}))
    return None if cycle_of(rules) else Findings(tuple(rules), tuple(facts))
