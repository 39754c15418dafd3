"""What stands at the head of a unit's file and of an external file."""

from __future__ import annotations

from par_index.model.criteria import CriteriaSet
from par_index.problems import InvalidInput, Problems
from par_index.reading.fields import Fields
from par_index.reading.library import Library
from par_index.reading.numbers import NumberStyle

__all__ = ["check_schema", "find_criteria", "read_style"]


def check_schema(fields: Fields, expected: str) -> bool:
    """Whether the first line says no other form than the one that is expected here."""
    schema = fields.text("schema")
    if schema is None or schema == expected:
        return True
    span = fields.span_of("schema")
    fields.problems.add("E205", span, found=schema, expected=expected)
    return False


def read_style(fields: Fields) -> NumberStyle:
    """How the file writes its numbers, as far as it says so."""
    text = fields.text("numbers")
    if text is None or text == NumberStyle.VI:
        return NumberStyle(text) if text else NumberStyle.PLAIN
    span = fields.span_of("numbers")
    fields.problems.add("E204", span, found=text, expected="vi")
    return NumberStyle.PLAIN


def find_criteria(fields: Fields, library: Library, problems: Problems) -> CriteriaSet | None:
    """The set that is named. One that does not load ends the reading: nothing more can be said."""
    id = fields.text("criteria")
    if id is None:
        return None
    if library.folder_of(id) is None:
        near = fields.nearest(id, library.ids())
        problems.add("E217", fields.span_of("criteria"), found=id, near=near)
        return None
    try:
        return library.load(id)
    except InvalidInput as error:
        problems.extend(error.problems)
        raise InvalidInput(problems.in_order()) from None
