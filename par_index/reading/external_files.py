"""External files: what others than the unit give. Survey tallies, an appraiser's points, the
best of a block.

A file is opened once, and read against a set for every unit that it concerns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from par_index.model.criteria import CriteriaSet
from par_index.model.measures import By
from par_index.model.submission import Datum
from par_index.nouns import Noun, replace
from par_index.problems import Owner, Problem, Problems
from par_index.reading.data import read_data
from par_index.reading.data_checks import check_data
from par_index.reading.fields import Fields
from par_index.reading.heads import check_schema, find_criteria, read_style
from par_index.reading.library import Library
from par_index.reading.numbers import NumberStyle
from par_index.reading.yaml_text import read_yaml

__all__ = [
    "SCHEMA",
    "ExternalFile",
    "check_external",
    "is_external",
    "open_external",
    "read_external",
    "strays",
]

SCHEMA = "par_index/external/1"

_REQUIRED = ("schema", "criteria", "by", "who", "date", "data")
_OPTIONAL = ("unit", "numbers")
_GIVERS = (By.SURVEY, By.APPRAISER, By.BLOCK)
_BEGINS = re.compile(rb"""^(\xef\xbb\xbf)?schema:[ \t]*["']?par_index/external/""", re.MULTILINE)


class ExternalFile(Noun):
    """An opened file: who gives it, and for which unit; for the whole block when ``unit`` is
    empty. ``remarks`` are what was seen in opening it.
    """

    fields: Fields
    by: By
    unit: str
    criteria: str
    style: NumberStyle
    remarks: tuple[Problem, ...] = ()

    def concerns(self, unit: str) -> bool:
        return self.unit in ("", unit)


def is_external(data: bytes) -> bool:
    """Whether a file says of itself that it is one."""
    return _BEGINS.search(data) is not None


def open_external(data: bytes, name: str, problems: Problems) -> ExternalFile | None:
    """The head of a file; None after a problem."""
    faults = Problems()
    _, root = read_yaml(data, name, Owner.EXTERNAL, faults)
    opened = None if root is None else _open(Fields(root, faults, "2"))
    if opened is None or faults.has_errors:
        problems.extend(faults.in_order())
        return None
    return replace(opened, remarks=faults.in_order())


def read_external(
    files: Iterable[ExternalFile], criteria: CriteriaSet, problems: Problems
) -> dict[str, Datum]:
    """The data of several files together, each measure from one of them."""
    read: dict[str, Datum] = {}
    for file in files:
        problems.extend(file.remarks)
        if file.criteria != criteria.id:
            span = file.fields.span_of("criteria")
            problems.add("E255", span, found=file.criteria, used=criteria.id)
            continue
        node = file.fields.mapping("data")
        if node is None:
            continue
        data = read_data(node, criteria, file.style, problems, by=file.by)
        for id, datum in data.items():
            if id in read:
                problems.add("E257", datum.span, read[id].span, found=id)
            read.setdefault(id, datum)
    return read


def check_external(
    data: bytes, name: str, library: Library, criteria: CriteriaSet | None = None
) -> tuple[Problem, ...]:
    """Everything that is said of a file by itself, read against the set it names.

    Raises `InvalidInput` where it cannot be used, or its set does not load.
    """
    problems = Problems()
    file = open_external(data, name, problems)
    if file is not None:
        used = criteria or find_criteria(file.fields, library, problems)
        if used is not None:
            check_data(read_external([file], used, problems), used.measures, problems)
    problems.raise_errors()
    return problems.in_order()


def strays(files: Iterable[ExternalFile], units: Sequence[str]) -> tuple[Problem, ...]:
    """Files for a unit that is none of these, so that nobody would notice them missing."""
    problems = Problems()
    for file in files:
        if not any(file.concerns(unit) for unit in units):
            span = file.fields.span_of("unit")
            problems.add("E254", span, found=file.unit, units=", ".join(units))
    return problems.in_order()


def _open(fields: Fields) -> ExternalFile | None:
    if not check_schema(fields, SCHEMA):
        return None
    fields.expect(_REQUIRED, _OPTIONAL)
    by = _giver(fields)
    criteria = fields.text("criteria")
    fields.text("who")
    fields.day("date")
    fields.mapping("data")
    unit = fields.text("unit") or ""
    if by is By.BLOCK and "unit" in fields.node:
        fields.problems.add("E253", fields.span_of("unit"))
    elif by in (By.SURVEY, By.APPRAISER) and "unit" not in fields.node:
        fields.problems.add("E202", fields.node.span, key="unit")
    style = read_style(fields)
    if by is None or criteria is None:
        return None
    return ExternalFile(fields, by, unit, criteria, style)


def _giver(fields: Fields) -> By | None:
    text = fields.text("by")
    if text is None:
        return None
    if text in _GIVERS:
        return By(text)
    expected = ", ".join(_GIVERS)
    fields.problems.add("E204", fields.span_of("by"), found=text, expected=expected)
    return None
