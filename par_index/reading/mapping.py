"""Mappings: which codes and ids of one set became which of another, as somebody declares."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from collections.abc import Mapping as Table

from par_index.model.criteria import CriteriaSet
from par_index.model.measures import Kind, Measure
from par_index.nouns import EMPTY, Noun
from par_index.problems import Owner, Problems, Span
from par_index.reading.data import declared
from par_index.reading.fields import Fields
from par_index.reading.heads import check_schema
from par_index.reading.nearest import nearest
from par_index.reading.nodes import Scalar
from par_index.reading.yaml_text import read_yaml

__all__ = ["SCHEMA", "CodeMapping", "is_same_kind", "read_mapping"]

SCHEMA = "par_index/mapping/1"

_SHARES = (Kind.PERCENT, Kind.RATE)
_YEARS = re.compile(r"-?[0-9]{1,2}")
_MOST_YEARS = 50


class CodeMapping(Noun):
    """Old codes and ids to new ones, None for what is gone; what is not named keeps its own.

    Days move on by so many whole years, ``shift_years``.
    """

    criteria: Table[str, str | None] = EMPTY
    measures: Table[str, str | None] = EMPTY
    shift_years: int = 0

    def criterion(self, old: str, new: Iterable[str]) -> str | None:
        """The new code of an old one, where the new set has it."""
        return _target(self.criteria, old, new)

    def measure(self, old: str, new: Iterable[str]) -> str | None:
        """The new id of an old measure, where the new set has it."""
        return _target(self.measures, old, new)


def _target(named: Table[str, str | None], old: str, new: Iterable[str]) -> str | None:
    """What is named; else the same, unless something else became that."""
    if old in named:
        return named[old]
    return old if old in new and old not in named.values() else None


def is_same_kind(old: Measure, new: Measure) -> bool:
    """Whether a value of the one can be a value of the other; a share may be printed or a rate."""
    return old.kind is new.kind or (old.kind in _SHARES and new.kind in _SHARES)


def read_mapping(
    data: bytes, name: str, old: CriteriaSet, new: CriteriaSet, problems: Problems
) -> CodeMapping:
    """The mapping of a file from an old set to a new one; what is wrong goes to ``problems``."""
    _, root = read_yaml(data, name, Owner.MAPPING, problems)
    if root is None:
        return CodeMapping()
    fields = Fields(root, problems, "2")
    if not check_schema(fields, SCHEMA):
        return CodeMapping()
    fields.expect(("schema",), ("criteria", "measures", "shift_years"))

    def unknown(code: str, known: Iterable[str], set: str) -> Callable[[str, Span], None]:
        ids = list(known)

        def tell(found: str, span: Span) -> None:
            problems.add(code, span, found=found, set=set, near=nearest(found, ids))

        return tell

    criteria = _pairs(
        fields,
        "criteria",
        (old.by_code, unknown("E211", old.by_code, old.id)),
        (new.by_code, unknown("E211", new.by_code, new.id)),
    )
    old_measures, new_measures = declared(old), declared(new)
    measures = _pairs(
        fields,
        "measures",
        (old_measures, unknown("E281", old_measures, old.id)),
        (new_measures, unknown("E281", new_measures, new.id)),
    )
    node = fields.mapping("measures")
    for entry in () if node is None else node:
        target = measures.get(entry.key.text)
        if target is None:
            continue
        first, second = old_measures[entry.key.text], new_measures[target]
        if not is_same_kind(first, second):
            problems.add(
                "E283",
                entry.value.span,
                found=target,
                kind=second.kind.value,
                old=first.id,
                old_kind=first.kind.value,
            )
    return CodeMapping(criteria, measures, _years(fields))


_Side = tuple[Iterable[str], Callable[[str, Span], None]]


def _pairs(fields: Fields, key: str, old: _Side, new: _Side) -> dict[str, str | None]:
    """The pairs of a block that name what there is; a new one stands once."""
    node = fields.mapping(key)
    read: dict[str, str | None] = {}
    first: dict[str, Span] = {}
    for entry in () if node is None else node:
        name, value = entry.key.text, entry.value
        is_known = name in old[0]
        if not is_known:
            old[1](name, entry.key.span)
        if not isinstance(value, Scalar):
            fields.problems.add("E208", entry.key.span, key=name)
            continue
        target = value.text.strip()
        if not target:
            if is_known:
                read[name] = None
        elif target not in new[0]:
            new[1](target, value.span)
        elif target in first:
            fields.problems.add("E282", value.span, first[target], found=target)
        else:
            first[target] = value.span
            if is_known:
                read[name] = target
    return read


def _years(fields: Fields) -> int:
    text = fields.text("shift_years")
    if text is None:
        return 0
    if _YEARS.fullmatch(text.strip()) and abs(int(text)) <= _MOST_YEARS:
        return int(text)
    fields.problems.add("E284", fields.span_of("shift_years"), found=text)
    return 0
