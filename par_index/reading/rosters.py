"""Files of a reviewing office: who appraises, and which units are appraised by when."""

from __future__ import annotations

import datetime

from par_index.nouns import Noun
from par_index.problems import Owner, Problems, Span
from par_index.reading.fields import Fields
from par_index.reading.heads import check_schema
from par_index.reading.yaml_text import read_yaml

__all__ = ["ROSTER", "UNITS", "Expected", "Named", "read_roster", "read_units"]

ROSTER = "par_index/roster/1"
UNITS = "par_index/units/1"


class Named(Noun):
    """Somebody on a roster: an id to act under, a name, and what they may do."""

    id: str
    name: str
    role: str


class Expected(Noun):
    """A unit that is to be appraised: its id, its name, where its appraisal is kept, by when."""

    id: str
    name: str
    folder: str
    due: datetime.date | None


def read_roster(
    data: bytes, name: str, roles: tuple[str, ...], problems: Problems
) -> tuple[Named, ...]:
    """The people of a roster in its order; nobody twice."""
    read: list[Named] = []
    first: dict[str, Span] = {}
    for fields in _items(data, name, ROSTER, "people", problems):
        fields.expect(("id", "name", "role"))
        id, called, role = fields.text("id"), fields.text("name"), fields.text("role")
        if role is not None and role not in roles:
            expected = ", ".join(roles)
            problems.add("E204", fields.span_of("role"), found=role, expected=expected)
        if id is None or called is None or role is None:
            continue
        _once(id, fields, first, problems)
        read.append(Named(id, called, role))
    return tuple(read)


def read_units(data: bytes, name: str, problems: Problems) -> tuple[Expected, ...]:
    """The units of a list in its order, none twice; a folder has the id unless another is said."""
    read: list[Expected] = []
    first: dict[str, Span] = {}
    for fields in _items(data, name, UNITS, "units", problems):
        fields.expect(("id", "name"), ("folder", "due"))
        id, called = fields.text("id"), fields.text("name")
        folder, due = fields.optional_text("folder"), fields.day("due")
        if id is None or called is None:
            continue
        _once(id, fields, first, problems)
        read.append(Expected(id, called, folder or id, due))
    return tuple(read)


def _items(data: bytes, name: str, schema: str, key: str, problems: Problems) -> list[Fields]:
    _, root = read_yaml(data, name, Owner.REVIEW, problems)
    if root is None:
        return []
    fields = Fields(root, problems, "2")
    if not check_schema(fields, schema):
        return []
    fields.expect(("schema", key))
    fields.text("schema")
    found = fields.mappings(key)
    if not found and not problems.has_errors:
        problems.add("E209", root.key_span(key), key=key)
    return [Fields(one, problems, "2") for one in found]


def _once(id: str, fields: Fields, first: dict[str, Span], problems: Problems) -> None:
    span = fields.span_of("id")
    folded = " ".join(id.casefold().split())
    if folded in first:
        problems.add("E845", span, first[folded], found=id)
    first.setdefault(folded, span)
