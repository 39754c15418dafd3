"""The kinds of fact that rules can match: those that par_index gives, and those rules derive."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from par_index.model.facts import FACTS, Field, Shape
from par_index.model.findings import Derived, Domain, Variable
from par_index.nouns import Noun
from par_index.problems import Problems, Span
from par_index.reading.finding_forms import DerivedForm
from par_index.reading.finding_names import Domains, Names
from par_index.reading.nodes import Mapping as MappingNode
from par_index.reading.nodes import Scalar

__all__ = ["Deriving", "Kinds", "lower_derived", "subject_of"]

_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")
_NAMES: Final = "can_xem, muc"
_KEPT: Final = frozenset({"id", "sid"})
"""Names that an engine keeps for itself."""

_WHOLE: Final = re.compile(r"-?[0-9]{1,9}")
_SUBJECTS: Final = (Shape.CODE, Shape.MEASURE, Shape.DOCUMENT, Shape.CHECK)

Fields = Mapping[str, Field]


class Deriving(Noun):
    """A fact that a rule derives, what its variables range over, and where that is written."""

    derived: Derived
    domains: Mapping[str, Domain]
    span: Span

    def shapes(self) -> dict[str, Shape]:
        """What stands in each field; a field named after a subject holds one."""
        return {
            name: self.domains[value.name].shape
            if isinstance(value, Variable)
            else _shape_of(name, value)
            for name, value in self.derived.fields
        }


class Kinds:
    """Every kind by name. Two rules that derive one kind agree about its fields.

    ``broken`` are kinds that rules were to derive whose ``then`` cannot be used.
    """

    def __init__(
        self, deriving: Iterable[Deriving], problems: Problems, broken: Collection[str] = ()
    ) -> None:
        self._broken = broken
        self._derived: dict[str, dict[str, Field]] = {}
        first: dict[str, Deriving] = {}
        for one in deriving:
            kind, shapes = one.derived.kind, one.shapes()
            if shapes != first.setdefault(kind, one).shapes():
                problems.add("E362", one.span, first[kind].span, found=kind)
                continue
            fields = self._derived.setdefault(kind, {})
            for name, value in one.derived.fields:
                words = fields[name].words if name in fields else ()
                if shapes[name] is Shape.WORD:
                    words = tuple(dict.fromkeys((*words, str(value))))
                fields[name] = Field(shapes[name], words)

    def get(self, kind: str) -> Fields | None:
        return FACTS.get(kind) or self._derived.get(kind)

    def names(self) -> list[str]:
        return [*FACTS, *self._derived]

    def is_broken(self, kind: str) -> bool:
        return kind in self._broken


def subject_of(fields: Fields) -> str | None:
    """The field that says what a fact is about; None where it is about nothing in particular."""
    return next((shape.value for shape in _SUBJECTS if shape.value in fields), None)


def lower_derived(
    form: DerivedForm, domains: Domains, names: Names, problems: Problems
) -> Derived | None:
    """What stands under ``then``: one kind of the author's own, its fields settled."""
    entries = form.at.entries
    if len(entries) != 1:
        found = ", ".join(entry.key.text for entry in entries)
        problems.add("E306", form.at.span, found=found)
        return None
    kind, node = entries[0].key, entries[0].value
    if kind.text in FACTS:
        problems.add("E361", kind.span, found=kind.text)
        return None
    if not _is_name(kind, problems):
        return None
    if not isinstance(node, MappingNode):
        problems.add("E303", node.span if isinstance(node, Scalar) else kind.span)
        return None
    fields: list[tuple[str, Variable | int | str]] = []
    for entry in node:
        if not isinstance(entry.value, Scalar):
            problems.add("E308", entry.key.span)
        elif _is_name(entry.key, problems):
            value = _value(entry.key.text, entry.value, domains, names, problems)
            if value is not None:
                fields.append((entry.key.text, value))
    return Derived(kind.text, tuple(fields)) if len(fields) == len(node) else None


def _value(
    name: str, node: Scalar, domains: Domains, names: Names, problems: Problems
) -> Variable | int | str | None:
    shape = _named_shape(name)
    if node.text.startswith("$"):
        return names.variable(node, domains, Field(shape) if shape else None, name, problems)
    if not node.text:
        problems.add("E309", node.span)
        return None
    if shape is not None:
        return node.text if names.has(shape, node, problems, domains) else None
    return int(node.text) if _WHOLE.fullmatch(node.text) else node.text


def _is_name(node: Scalar, problems: Problems) -> bool:
    if _NAME.fullmatch(node.text) and node.text not in _KEPT:
        return True
    problems.add("E304", node.span, found=node.text, expected=_NAMES)
    return False


def _named_shape(name: str) -> Shape | None:
    return next((shape for shape in _SUBJECTS if shape.value == name), None)


def _shape_of(name: str, value: int | str) -> Shape:
    if isinstance(value, int):
        return Shape.WHOLE
    return _named_shape(name) or Shape.WORD
