"""The reference matcher: what a ground program means, in plain Python.

It is the measure of the other engine, and runs wherever that one is missing or must not run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, product

from par_index.inferring.memory import Memory
from par_index.inferring.programs import GroundRule, Inferred, inferred
from par_index.model.facts import Fact

__all__ = ["infer_by_reference"]


def infer_by_reference(program: Sequence[GroundRule], facts: Iterable[Fact]) -> Inferred:
    """Stratum by stratum: what may fire adds its facts, up to a fixpoint; then every firing."""
    memory = Memory(program, facts)
    firings: list[tuple[str, tuple[Fact, ...]]] = []
    derived: list[Fact] = []
    in_order = sorted(program, key=lambda rule: rule.stratum)
    for _, stratum in groupby(in_order, key=lambda rule: rule.stratum):
        rules = [rule for rule in stratum if not any(map(memory.matching, rule.unless))]
        derived += _saturate(memory, rules)
        firings += [(rule.name, facts) for rule in rules for facts in _choices(memory, rule)]
    return inferred(firings, derived)


def _saturate(memory: Memory, rules: Sequence[GroundRule]) -> Iterator[Fact]:
    """Let every rule that can fire add its facts until nothing is new; these are the new ones."""
    news = True
    while news:
        news, waiting = False, []
        for rule in rules:
            if next(_choices(memory, rule), None) is None:
                waiting.append(rule)
                continue
            for fact in rule.derives:
                if memory.add(fact):
                    news = True
                    yield fact
        rules = waiting


def _choices(memory: Memory, rule: GroundRule) -> Iterator[tuple[Fact, ...]]:
    """One fact for each pattern, no fact twice: every way to match a rule."""
    for facts in product(*map(memory.matching, rule.when)):
        if len(facts) == 1 or len(set(map(id, facts))) == len(facts):
            yield facts
