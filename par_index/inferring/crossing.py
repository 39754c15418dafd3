"""Crossing: a ground program and its facts as durable-rules takes them, if it may have them.

Only fields that some pattern tests cross over. An ``unless`` crosses as a token: a fact that is
put in once nothing can match the pattern any more. Facts are numbered in their order, so that the
engine is told the same in whatever order they came.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final

from par_index.inferring.limits import Condition, beyond_limits
from par_index.inferring.memory import Memory
from par_index.inferring.programs import GroundPattern, GroundRule, fact_order
from par_index.inferring.refusals import EngineFault, EngineRefusal
from par_index.inferring.values import check_names, check_value
from par_index.model.facts import Fact
from par_index.model.findings import Compare

__all__ = ["SESSION", "Crossing"]

SESSION: Final = "1"
"""The one session of a ruleset."""

_KIND: Final = "K"
_TOKEN: Final = "T"
_SIGNS: Final = {
    Compare.NOT: "$neq",
    Compare.ABOVE: "$gt",
    Compare.BELOW: "$lt",
    Compare.AT_LEAST: "$gte",
    Compare.AT_MOST: "$lte",
}

_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Crossing:
    """What goes over, and what the numbers that come back stand for.

    Raises `EngineRefusal` for a value that must not cross, and for a program beyond the limits.
    """

    def __init__(self, program: Sequence[GroundRule], memory: Memory) -> None:
        self._program = program
        self._types = _types_of(program)
        kinds = self._types.keys()
        coming = {fact for rule in program for fact in rule.derives if fact.kind in kinds}
        given = {fact for kind in kinds for fact in memory.of_kind(kind)}
        facts = sorted(given | coming, key=fact_order)
        self.given = tuple(fact for fact in facts if fact in given)
        self._facts = dict(enumerate(facts, start=1))
        self._messages = {fact: self._message(number) for number, fact in self._facts.items()}
        unless = dict.fromkeys(pattern for rule in program for pattern in rule.unless)
        self._tokens = {one: number for number, one in enumerate(unless, start=len(facts) + 1)}
        self._conditions = [tuple(self._conditions_of(rule)) for rule in program]
        by_kind = Counter(fact.kind for fact in coming)
        choices = [
            [memory.at_most(pattern) + by_kind[pattern.kind] for pattern in rule.when]
            for rule in program
        ]
        if limit := beyond_limits(self._conditions, choices, len(facts)):
            raise EngineRefusal("limits", limit)

    def rules(self) -> str:
        """The rules, each named after its place in the program; one more fires for `boot`."""
        named: dict[str, tuple[Condition, ...]] = {"boot": (((_KIND, Compare.IS, "#boot"),),)}
        named.update((str(place), rule) for place, rule in enumerate(self._conditions))
        return _written(
            {
                name: {"all": [{f"m_{place}": _json(one)} for place, one in enumerate(conditions)]}
                for name, conditions in named.items()
            }
        )

    def boot(self) -> str:
        """What is put in first: a session in which nothing has fired could not be ended."""
        return _written({"sid": SESSION, "id": "0", _KIND: "#boot"})

    def asks_for(self, fact: Fact) -> bool:
        """Whether some rule asks for facts of this kind."""
        return fact.kind in self._types

    def message(self, fact: Fact) -> str:
        """A fact that is given, or that some rule derives."""
        return self._messages[fact]

    def absence(self, pattern: GroundPattern) -> str:
        """That nothing matches a pattern of some ``unless``."""
        number = self._tokens[pattern]
        return _written({"sid": SESSION, "id": str(number), _KIND: "#absent", _TOKEN: number})

    def firing(self, answer: str) -> tuple[int, tuple[Fact, ...]]:
        """The place of the rule and the facts, held against each other. Raises `EngineFault`."""
        ((name, messages),) = json.loads(answer).items()
        rule = self._program[int(name)]
        numbers = [int(messages[f"m_{place}"]["id"]) for place in range(len(messages))]
        facts = tuple([self._facts[number] for number in numbers[: len(rule.when)]])
        stands = (
            len(set(facts)) == len(rule.when)
            and all(map(GroundPattern.matches, rule.when, facts))
            and numbers[len(rule.when) :] == self._absences(rule)
        )
        if not stands:
            raise EngineFault(f"fired without reason: {answer[:200]}")
        return int(name), facts

    def _conditions_of(self, rule: GroundRule) -> Iterator[Condition]:
        for pattern in rule.when:
            tests = [(test.field, test.compare, test.value) for test in pattern.tests]
            yield ((_KIND, Compare.IS, pattern.kind), *tests)
        for number in self._absences(rule):
            yield ((_KIND, Compare.IS, "#absent"), (_TOKEN, Compare.IS, number))

    def _absences(self, rule: GroundRule) -> list[int]:
        """The tokens that a rule needs, each once: two patterns never match the same fact."""
        return list(dict.fromkeys([self._tokens[pattern] for pattern in rule.unless]))

    def _message(self, number: int) -> str:
        fact = self._facts[number]
        fields = dict(fact.fields)
        message: dict[str, Any] = {"sid": SESSION, "id": str(number), _KIND: fact.kind}
        for name, expected in self._types[fact.kind].items():
            value = fields.get(name)
            if type(value) is not expected:
                raise EngineRefusal("value", f"{fact.kind}.{name} is {type(value).__name__}")
            check_value(value)
            message[name] = value
        return _written(message)


def _types_of(program: Sequence[GroundRule]) -> dict[str, dict[str, type]]:
    """The kinds that patterns ask for, and the fields that they test, each of one type."""
    types: dict[str, dict[str, type]] = {}
    for pattern in (pattern for rule in program for pattern in rule.when):
        fields = types.setdefault(pattern.kind, {})
        for test in pattern.tests:
            check_value(test.value)
            own = type(test.value)
            ordered = test.compare not in (Compare.IS, Compare.NOT)
            if fields.setdefault(test.field, own) is not own or (ordered and own is not int):
                raise EngineRefusal("value", f"{pattern.kind}.{test.field} is {own.__name__}")
    for kind in types:
        check_value(kind)
        if kind.startswith("#"):
            raise EngineRefusal("value", f"kind {kind!r}")
    check_names({name for fields in types.values() for name in fields})
    return types


def _json(condition: Condition) -> dict[str, object]:
    return {
        "$and": [
            {field: value} if compare is Compare.IS else {_SIGNS[compare]: {field: value}}
            for field, compare, value in condition
        ]
    }
