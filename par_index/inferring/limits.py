"""Static limits of durable-rules, looked at before it is given anything.

Each one keeps a distance from a point at which its memory is overrun, it never returns, or it
takes longer than the reference.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate
from operator import mul
from typing import Final, TypeAlias

from par_index.model.facts import Value
from par_index.model.findings import Compare

__all__ = ["LIMITS", "Condition", "Test", "beyond_limits"]

LIMITS: Final[Mapping[str, int]] = {
    "rules": 2_000,
    "conditions": 8,
    "tests_under_one_node": 400,
    "rules_ending_in_one_test": 200,
    "tests_one_fact_can_pass": 56,
    "facts": 5_000,
    "choices": 20_000,
}
"""The most there may be of each. ``conditions`` are those of one rule; ``choices`` are the ways to
match the first two, three, … patterns of a rule, over all rules."""

Test: TypeAlias = tuple[str, Compare, Value]
"""A field, how it compares, and with what. What kind a fact is of is a field like others."""

Condition: TypeAlias = tuple[Test, ...]


class _Node:
    """A test in the network: conditions share their first tests, as far as they agree."""

    def __init__(self) -> None:
        self.below: dict[Test, _Node] = {}
        self.endings = 0

    def widest(self) -> int:
        return max([len(self.below), *(node.widest() for node in self.below.values())])

    def most_endings(self) -> int:
        return max([self.endings, *(node.most_endings() for node in self.below.values())])

    def passed(self) -> int:
        """How many of the tests below one fact can pass at most: a field has but one value."""
        equal: Counter[str] = Counter()
        others = 0
        for (field, compare, _), node in self.below.items():
            if compare is Compare.IS:
                equal[field] = max(equal[field], 1 + node.passed())
            else:
                others += 1 + node.passed()
        return others + equal.total()


def beyond_limits(
    rules: Sequence[Sequence[Condition]], choices: Sequence[Sequence[int]], facts: int
) -> str:
    """The first limit that is exceeded, or an empty text.

    ``rules`` are the conditions of each; ``choices`` how many facts may match each pattern of a
    rule, at most; ``facts`` how many there may be.
    """
    root = _Node()
    for conditions in rules:
        for condition in conditions:
            node = root
            for test in condition:
                node = node.below.setdefault(test, _Node())
            node.endings += 1
    reached = {
        "rules": len(rules),
        "conditions": max(map(len, rules), default=0),
        "tests_under_one_node": root.widest(),
        "rules_ending_in_one_test": root.most_endings(),
        "tests_one_fact_can_pass": root.passed(),
        "facts": facts,
        "choices": sum(sum(accumulate(sizes, mul)) - sizes[0] for sizes in choices if sizes),
    }
    return next((name for name, number in reached.items() if number > LIMITS[name]), "")
