"""Reading a submission: a unit's file against the set it names. Everything wrong, at once."""

from __future__ import annotations

import datetime

from par_index.model.criteria import CriteriaSet
from par_index.model.submission import Answer, Datum, Evidence, Submission, Unit
from par_index.problems import InvalidInput, Owner, Problems
from par_index.reading.answers import read_answers, read_evidence
from par_index.reading.data import check_data, read_data
from par_index.reading.fields import Fields
from par_index.reading.library import Library
from par_index.reading.numbers import NumberStyle
from par_index.reading.yaml_text import read_yaml

__all__ = ["SCHEMA", "read_submission"]

SCHEMA = "par_index/submission/1"

_REQUIRED = ("schema", "criteria", "unit", "as_of")
_OPTIONAL = ("numbers", "data", "evidence", "answers")
_LATER = ("last_year",)


def read_submission(
    data: bytes,
    name: str,
    library: Library,
    *,
    criteria: CriteriaSet | None = None,
    as_of: datetime.date | None = None,
) -> tuple[CriteriaSet, Submission]:
    """Read a unit's file and the set it names.

    ``criteria`` and ``as_of`` stand in for what the file says. Raises `InvalidInput` with every
    problem of the file, or of the set where that does not load.
    """
    problems = Problems()
    source, root = read_yaml(data, name, Owner.SUBMISSION, problems)
    if root is None:
        raise InvalidInput(problems.in_order())
    fields = Fields(root, problems, "2")
    fields.expect(_REQUIRED, _OPTIONAL, _LATER)
    _check_schema(fields)
    used = _criteria(fields, library, criteria, problems)
    unit = _unit(fields, used)
    day = as_of or fields.day("as_of")
    style = _style(fields)
    read: dict[str, Datum] = {}
    evidence: dict[str, Evidence] = {}
    answers: dict[str, Answer] = {}
    evidence = read_evidence(fields, problems)
    if used is not None:
        if day is not None and day < used.starts:
            problems.add("E213", fields.span_of("as_of"), found=day, starts=used.starts)
        if (node := fields.mapping("data")) is not None:
            read = read_data(node, used, style, problems)
            check_data(read, used, day, problems)
        answers = read_answers(fields, used, evidence, style, problems)
    problems.raise_errors()
    assert used is not None and unit is not None and day is not None
    submission = Submission(
        used.id, unit, day, read, answers, evidence, source, remarks=problems.in_order()
    )
    return used, submission


def _check_schema(fields: Fields) -> None:
    schema = fields.text("schema")
    if schema is not None and schema != SCHEMA:
        fields.problems.add("E205", fields.span_of("schema"), found=schema, expected=SCHEMA)


def _criteria(
    fields: Fields, library: Library, override: CriteriaSet | None, problems: Problems
) -> CriteriaSet | None:
    """The set to score by. One that does not load ends the reading: nothing more can be said."""
    id = fields.text("criteria")
    if override is not None:
        if id is not None and id != override.id:
            problems.add("W210", fields.span_of("criteria"), found=id, used=override.id)
        return override
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


def _unit(fields: Fields, criteria: CriteriaSet | None) -> Unit | None:
    node = fields.mapping("unit")
    if node is None:
        return None
    unit = Fields(node, fields.problems, "2")
    unit.expect(("id", "name", "tier"))
    id, name, tier = unit.text("id"), unit.text("name"), unit.text("tier")
    if criteria is not None and tier is not None and tier != criteria.tier:
        fields.problems.add("E218", unit.span_of("tier"), found=tier, expected=criteria.tier)
    return None if id is None or name is None or tier is None else Unit(id, name, tier)


def _style(fields: Fields) -> NumberStyle:
    text = fields.text("numbers")
    if text is None or text == NumberStyle.VI:
        return NumberStyle(text) if text else NumberStyle.PLAIN
    fields.problems.add("E204", fields.span_of("numbers"), found=text, expected="vi")
    return NumberStyle.PLAIN
