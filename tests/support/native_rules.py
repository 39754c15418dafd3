"""durable-rules with its own ``$not``: what comparisons with the reference have to catch.

To be run in a process of its own.
"""

from __future__ import annotations

import json
import random
from collections.abc import Collection, Sequence
from typing import Any

from par_index.inferring.programs import GroundPattern, GroundRule
from par_index.model.facts import Fact
from par_index.model.findings import Compare
from support.programs import Answer, dense_program, naive_answer

SIGNS = {
    Compare.NOT: "$neq",
    Compare.ABOVE: "$gt",
    Compare.BELOW: "$lt",
    Compare.AT_LEAST: "$gte",
    Compare.AT_MOST: "$lte",
}


def written(pattern: GroundPattern) -> dict[str, Any]:
    tests: list[dict[str, Any]] = [{"K": pattern.kind}]
    for test in pattern.tests:
        plain = {test.field: test.value}
        tests.append(plain if test.compare is Compare.IS else {SIGNS[test.compare]: plain})
    return {"$and": tests}


def native_answer(rules: Sequence[GroundRule], facts: Collection[Fact]) -> Answer:
    import durable_rules_engine as engine

    document = {"boot": {"all": [{"m_0": {"$and": [{"K": "#boot"}]}}]}}
    for number, rule in enumerate(rules):
        when = [{f"m_{place}": written(one)} for place, one in enumerate(rule.when)]
        unless = [{f"n_{place}$not": written(one)} for place, one in enumerate(rule.unless)]
        document[str(number)] = {"all": when + unless}
    handle = engine.create_ruleset("native", json.dumps(document))
    _, state = engine.assert_fact(handle, json.dumps({"sid": "1", "id": "0", "K": "#boot"}))
    known: dict[str, Fact] = {}

    def put(fact: Fact) -> bool:
        if fact in known.values():
            return False
        id = str(len(known) + 1)
        known[id] = fact
        message = {"sid": "1", "id": id, "K": fact.kind, **dict(fact.fields)}
        engine.assert_fact(handle, json.dumps(message))
        return True

    firings = set()
    news = [fact for fact in facts if put(fact)]
    while news:
        derived: list[Fact] = []
        started = engine.start_action_for_state(handle, state)
        answer = started and started[1]
        while answer:
            ((name, matched),) = json.loads(answer).items()
            if name != "boot":
                rule = rules[int(name)]
                ids = [matched[f"m_{place}"]["id"] for place in range(len(rule.when))]
                firings.add((rule.name, tuple(known[id] for id in ids)))
                derived += rule.derives
            answer = engine.complete_and_start_action(handle, state)
        news = [fact for fact in derived if put(fact)]
    engine.delete_state(handle, "1")
    engine.delete_ruleset(handle)
    return Answer(frozenset(firings), frozenset(known.values()) - set(facts))


def wrong_ones(seeds: int) -> tuple[int, int]:
    """How many programs it gets wrong: of those with an ``unless``, and of the others."""
    wrong = {True: 0, False: 0}
    for seed in range(seeds):
        program = dense_program(random.Random(seed))
        with_unless = any(rule.unless for rule in program.rules)
        wrong[with_unless] += native_answer(*program) != naive_answer(*program)
    return wrong[True], wrong[False]
