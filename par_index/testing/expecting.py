"""Reading what a test expects: each key by its kind, everything wrong at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from par_index.exact import exact_text, parse_literal
from par_index.model.accounts import Outcome
from par_index.model.assessment import Standing
from par_index.model.checks import CheckState
from par_index.model.criteria import CriteriaSet
from par_index.model.reasons import Why
from par_index.problems import Problems, Span
from par_index.reading.finding_values import few
from par_index.reading.nearest import nearest
from par_index.reading.nodes import Mapping, Node, Scalar
from par_index.reading.nodes import Sequence as ListNode
from par_index.testing.cases import Expected, Value

__all__ = ["EXPECTATIONS", "FIGURES", "NO_FIGURE", "RANGE", "read_expectations"]

NO_FIGURE = {"points": "-", "index": "none", "next_low": "-", "next_high": "-"}
"""How a test says that there is no such figure."""

RANGE = " – "
"""Stands between both ends of an index that is open."""

_UNKNOWN = {"next": "E210", "checks": "E364", "findings": "E365"}
"""What is said of a name under these that nothing has; its nearest is told with it."""

FIGURES = (
    "points",
    "low",
    "high",
    "max",
    "shortfall",
    "next_low",
    "next_high",
    "total",
    "total_low",
    "total_high",
    "supported",
    "self",
    "applicable",
    "index",
)
EXPECTATIONS = (*FIGURES, "outcome", "why", "next", "parts", "grades", "checks", "findings")
"""Everything a test may expect."""


def read_expectations(
    node: Mapping, criteria: CriteriaSet, problems: Problems, documents: Iterable[str] = ()
) -> tuple[Expected, ...]:
    """What is written under ``expect``; ``documents`` are those that the test has."""
    places = [*criteria.by_code, *criteria.measures, *(check.id for check in criteria.checks)]
    return tuple(_Reader(criteria, problems, [*places, *documents]).read(node))


class _Reader:
    """Reads expectations against one set."""

    def __init__(self, criteria: CriteriaSet, problems: Problems, places: Sequence[str]) -> None:
        self.criteria = criteria
        self.problems = problems
        self.places = places

    def read(self, node: Mapping) -> Iterator[Expected]:
        for entry in node:
            key, span = entry.key.text, _place(entry.key, entry.value)
            if key not in EXPECTATIONS:
                near = nearest(key, list(EXPECTATIONS))
                self.problems.add("E805", entry.key.span, found=key, near=near)
            elif (value := self._value(key, entry.key, entry.value)) is not None:
                yield Expected(key, value, span)

    def _value(self, key: str, written: Scalar, node: Node) -> Value | None:
        match key:
            case "outcome":
                return self._one_of(node, written, [one.value for one in Outcome])
            case "why":
                return self._words(node, written, [one.value for one in Why])
            case "next":
                return self._named(node, written, list(self.criteria.measures))
            case "parts":
                return self._named(node, written, [one.value for one in Outcome])
            case "grades":
                ids = [grade.id for grade in self.criteria.grades]
                return self._by_name(node, written, ids, [one.value for one in Standing])
            case "checks":
                ids = [check.id for check in self.criteria.checks]
                return self._by_name(node, written, ids, [one.value for one in CheckState])
            case "findings":
                return self._findings(node, written)
            case _:
                return self._figure(key, node, written)

    def _text(self, node: Node, key: Scalar) -> str | None:
        if not isinstance(node, Scalar):
            self.problems.add("E208", key.span, key=key.text)
            return None
        if node.is_blank:
            self.problems.add("E209", key.span, key=key.text)
            return None
        return node.text.strip()

    def _figure(self, key: str, node: Node, written: Scalar) -> Value | None:
        text = self._text(node, written)
        if text is None or text == NO_FIGURE.get(key):
            return text
        ends = [parse_literal(end) for end in text.split(RANGE)]
        values = [one.value for one in ends if one is not None and not one.percent]
        if len(values) == len(ends) == 1:
            return values[0]
        if key == "index" and len(values) == len(ends) == 2:
            return RANGE.join(map(exact_text, values))
        self.problems.add("E807", _place(written, node), key=key, found=text)
        return None

    def _one_of(self, node: Node, written: Scalar, words: Sequence[str]) -> str | None:
        text = self._text(node, written)
        if text is None or text in words:
            return text
        self._refuse(text, _place(written, node), words)
        return None

    def _words(self, node: Node, written: Scalar, words: Sequence[str]) -> Value | None:
        if not isinstance(node, ListNode):
            self.problems.add("E207", written.span, key=written.text)
            return None
        found = [self._one_of(item, written, words) for item in node.items]
        return tuple(word for word in found if word is not None)

    def _named(self, node: Node, written: Scalar, names: Sequence[str]) -> Value | None:
        """Figures or answers by name, signed as a next step shows them."""
        if not isinstance(node, Mapping):
            self.problems.add("E203", written.span, key=written.text)
            return None
        found: dict[str, str] = {}
        for entry in node:
            name = entry.key.text
            if name not in names:
                self._tell_unknown(written.text, name, entry.key.span, names)
            elif (text := self._text(entry.value, entry.key)) is not None:
                literal = parse_literal(text.removeprefix("+"))
                found[name] = text if literal is None else exact_text(literal.value)
        return found

    def _tell_unknown(self, key: str, name: str, span: Span, names: Sequence[str]) -> None:
        if key in _UNKNOWN:
            near = nearest(name, list(names))
            self.problems.add(_UNKNOWN[key], span, found=name, near=near)
        else:
            self._refuse(name, span, names)

    def _refuse(self, found: str, span: Span, words: Sequence[str]) -> None:
        """Tell what is possible, the nearest first."""
        near = nearest(found, list(words))
        expected = few(sorted(words, key=lambda word: word != near))
        self.problems.add("E808", span, found=found, expected=expected)

    def _by_name(
        self, node: Node, written: Scalar, names: Sequence[str], words: Sequence[str]
    ) -> Value | None:
        """One of some words for each name."""
        if not isinstance(node, Mapping):
            self.problems.add("E203", written.span, key=written.text)
            return None
        found: dict[str, str] = {}
        for entry in node:
            if entry.key.text not in names:
                self._tell_unknown(written.text, entry.key.text, entry.key.span, names)
            elif (word := self._one_of(entry.value, entry.key, words)) is not None:
                found[entry.key.text] = word
        return found

    def _findings(self, node: Node, written: Scalar) -> Value | None:
        """The places of each rule named; an empty list says that it finds nothing."""
        if not isinstance(node, Mapping):
            self.problems.add("E203", written.span, key=written.text)
            return None
        rules = [rule.id for rule in self.criteria.rules if rule.severity is not None]
        found: dict[str, tuple[str, ...]] = {}
        for entry in node:
            if entry.key.text not in rules:
                self._tell_unknown(written.text, entry.key.text, entry.key.span, rules)
            elif not isinstance(entry.value, ListNode):
                self.problems.add("E207", entry.key.span, key=entry.key.text)
            else:
                places = (self._found_at(item, entry.key) for item in entry.value.items)
                found[entry.key.text] = tuple(place for place in places if place)
        return found

    def _found_at(self, item: Node, rule: Scalar) -> str | None:
        """A place that a rule can find something at: the set, or the test, has such a thing."""
        place = self._text(item, rule)
        if place is not None and place not in self.places:
            near = nearest(place, list(self.places))
            self.problems.add("E380", item.span, found=place, near=near)
        return place


def _place(key: Scalar, value: Node) -> Span:
    return value.span if isinstance(value, Scalar) and not value.is_blank else key.span
