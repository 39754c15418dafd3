"""What reads what: the measures behind rules, rates and questions about other criteria."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from par_index.model.conditions import Condition
from par_index.model.criteria import CriteriaSet, Criterion
from par_index.model.measures import Kind
from par_index.model.walking import codes_in, codes_of, measures_in_condition, measures_in_rules
from par_index.model.walking import measures_of as measures_around
from par_index.nouns import replace

__all__ = ["Reads"]


class Reads:
    """The measures that nodes and conditions of one set read, a rate standing for its counts."""

    def __init__(self, criteria: CriteriaSet) -> None:
        self._criteria = criteria
        self._known: dict[str, frozenset[str]] = {}

    def by_rules(self, node: Criterion) -> list[str]:
        """What a node's own rule and modifiers read, in order; other readings are not scored."""
        return list(dict.fromkeys(self._counts(measures_in_rules(_scored(node)))))

    def of(self, node: Criterion) -> frozenset[str]:
        """Everything that what a node gives depends on, through other criteria too."""
        if node.code not in self._known:
            self._known[node.code] = frozenset()
            found = set(self._counts(measures_around(_scored(node))))
            for code in codes_of(_scored(node)):
                found |= self.of(self._criteria.by_code[code])
            for component in node.components:
                found |= self.of(component)
            self._known[node.code] = frozenset(found)
        return self._known[node.code]

    def of_condition(self, condition: Condition) -> frozenset[str]:
        found = set(self._counts(measures_in_condition(condition)))
        for code in codes_in(condition):
            found |= self.of(self._criteria.by_code[code])
        return frozenset(found)

    def _counts(self, measures: Iterable[str]) -> Iterator[str]:
        for id in measures:
            measure = self._criteria.measures[id]
            yield id
            if measure.kind is Kind.RATE and measure.of is not None:
                yield from measure.of


def _scored(node: Criterion) -> Criterion:
    return replace(node, readings=()) if node.readings else node
