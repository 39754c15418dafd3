"""Matching: what of an old set became what of a new one, by code or as somebody declares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator

from par_index.model.criteria import CriteriaSet, Criterion
from par_index.model.facts import Shape
from par_index.model.text import Text
from par_index.reading.mapping import CodeMapping

__all__ = ["Match"]


class Match:
    """Old codes and ids with their new ones; ``sources`` are old codes by new ones."""

    def __init__(self, old: CriteriaSet, new: CriteriaSet, mapping: CodeMapping) -> None:
        self.old, self.new = old, new
        self.shift_years = mapping.shift_years
        self.criteria = _targets(old.by_code, new.by_code, mapping.criterion)
        self.measures = _targets(old.measures, new.measures, mapping.measure)
        self.sources = {new: old for old, new in self.criteria.items()}

    def is_new(self, node: Criterion) -> bool:
        """Whether nothing of it stood in the old set."""
        return all(one.code not in self.sources for one in node.nodes())

    def alike(self) -> Iterator[tuple[str, str]]:
        """What is left on both sides under one title, where that names one thing on each."""
        sources = {new: old for old, new in self.measures.items()}
        old_codes = ((one.title, one.code) for one in self.old.by_code.values())
        new_codes = ((one.title, one.code) for one in self.new.by_code.values())
        old_ids = ((one.label, one.id) for one in self.old.measures.values())
        new_ids = ((one.label, one.id) for one in self.new.measures.values())
        for old, new in (
            (_only(old_codes, self.criteria), _only(new_codes, self.sources)),
            (_only(old_ids, self.measures), _only(new_ids, sources)),
        ):
            yield from ((name, new[title]) for title, name in old.items() if title in new)

    def named(self, shape: Shape, name: str) -> str:
        """The new name of what an old finding is about."""
        if shape is Shape.CODE:
            return self.criteria.get(name, name)
        return self.measures.get(name, name) if shape is Shape.MEASURE else name


def _targets(
    old: Iterable[str], new: Iterable[str], target: Callable[[str, Iterable[str]], str | None]
) -> dict[str, str]:
    """New names by old ones, of those that have one."""
    found = {name: target(name, new) for name in old}
    return {name: one for name, one in found.items() if one is not None}


def _only(named: Iterable[tuple[Text, str]], known: Container[str]) -> dict[Text, str]:
    """Names that are not matched yet, by titles that none of the others has."""
    left = [(title, name) for title, name in named if name not in known]
    times = Counter(title for title, _ in left)
    return {title: name for title, name in left if times[title] == 1}
