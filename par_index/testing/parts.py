"""Parts: one criterion of a set with all that bears on it, so that scoring it is quick.

There is a test for every branch of a set, and every edge is sought by changing single figures.
Scoring all the other criteria each time is what would take long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from par_index.model.criteria import CriteriaSet, Criterion
from par_index.model.measures import Measure
from par_index.model.walking import codes_of, measures_of
from par_index.nouns import replace

__all__ = ["Parts"]


class Parts:
    """The parts of one set by criterion, each made once."""

    def __init__(self, criteria: CriteriaSet) -> None:
        self.criteria = criteria
        self._links = _links(criteria.measures)
        self._made: dict[str, CriteriaSet] = {}

    def of(self, code: str) -> CriteriaSet:
        """The set with this criterion alone in its tree: it scores as it does among the others.

        What it asks about others is still found by their codes; ancestors' policies stand on the
        leaves. Nothing looks for findings.
        """
        if code not in self._made:
            criterion = self.criteria.by_code[code]
            read = self._connected(self._read_by(criterion))
            measures = {id: one for id, one in self.criteria.measures.items() if id in read}
            self._made[code] = replace(
                self.criteria,
                areas=(criterion,),
                measures=measures,
                grades=(),
                checks=(),
                rules=(),
                cap=None,
                floor=None,
            )
        return self._made[code]

    def _read_by(self, criterion: Criterion) -> Iterator[str]:
        """Every measure the criterion reads, and those of the criteria it asks about."""
        waiting, seen = [criterion], {criterion.code}
        while waiting:
            for node in waiting.pop().nodes():
                yield from measures_of(node)
                for code in codes_of(node):
                    if code not in seen:
                        seen.add(code)
                        waiting.append(self.criteria.by_code[code])

    def _connected(self, ids: Iterable[str]) -> set[str]:
        """These measures, and whatever may say something of them."""
        found: set[str] = set()
        waiting = list(ids)
        while waiting:
            id = waiting.pop()
            if id not in found:
                found.add(id)
                waiting.extend(self._links.get(id, ()))
        return found


def _links(measures: Mapping[str, Measure]) -> Mapping[str, set[str]]:
    """Which measures bear on which: parts and wholes, rates and their counts."""
    links: dict[str, set[str]] = {}
    for measure in measures.values():
        for other in (*measure.within, *(measure.of or ())):
            links.setdefault(measure.id, set()).add(other)
            links.setdefault(other, set()).add(measure.id)
    return links
