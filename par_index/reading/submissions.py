"""Reading a submission: a unit's file against the set it names. Everything wrong, at once."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from par_index.model.criteria import CriteriaSet
from par_index.model.submission import (
    Answer,
    Datum,
    Evidence,
    Submission,
    Unit,
    counted_data,
)
from par_index.problems import InvalidInput, Owner, Problems
from par_index.reading.answers import read_answers, read_check_answers
from par_index.reading.data import read_data, read_last_year
from par_index.reading.data_checks import check_data, check_days, check_refused
from par_index.reading.external_files import ExternalFile, read_external
from par_index.reading.fields import Fields
from par_index.reading.heads import check_schema, find_criteria, read_style
from par_index.reading.library import Library
from par_index.reading.numbers import NumberStyle
from par_index.reading.yaml_text import read_yaml

__all__ = ["SCHEMA", "read_submission"]

SCHEMA = "par_index/submission/1"

_REQUIRED = ("schema", "criteria", "unit", "as_of")
_OPTIONAL = ("numbers", "data", "last_year", "evidence", "answers")


def read_submission(
    data: bytes,
    name: str,
    library: Library,
    *,
    criteria: CriteriaSet | None = None,
    as_of: datetime.date | None = None,
    external: Sequence[ExternalFile] = (),
) -> tuple[CriteriaSet, Submission]:
    """Read a unit's file and the set it names.

    ``criteria`` and ``as_of`` stand in for what the file says. Of the ``external`` files those
    that concern the unit are read with it. Raises `InvalidInput` with every problem of the
    files, or of the set where that does not load.
    """
    problems = Problems()
    source, root = read_yaml(data, name, Owner.SUBMISSION, problems)
    if root is None:
        raise InvalidInput(problems.in_order())
    fields = Fields(root, problems, "2")
    fields.expect(_REQUIRED, _OPTIONAL)
    check_schema(fields, SCHEMA)
    used = _criteria(fields, library, criteria, problems)
    unit = _unit(fields, used)
    day = as_of or fields.day("as_of")
    style = read_style(fields)
    given: dict[str, Datum] = {}
    before: dict[str, Datum] = {}
    others: dict[str, Datum] = {}
    explained: dict[str, str] = {}
    answers: dict[str, Answer] = {}
    evidence = _register(fields, problems)
    if used is not None:
        if day is not None and day < used.starts:
            problems.add("E213", fields.span_of("as_of"), found=day, starts=used.starts)
        given, before = _data(fields, used, style, day, problems)
        if unit is not None:
            concerned = [file for file in external if file.concerns(unit.id)]
            others = read_external(concerned, used, problems)
            check_data({**given, **others}, used.measures, problems)
            check_refused(used, counted_data(used, given, others), problems)
        answers = read_answers(fields, used, evidence, style, problems)
        explained = read_check_answers(fields, used, problems)
    problems.raise_errors()
    assert used is not None and unit is not None and day is not None
    submission = Submission(
        used.id,
        unit,
        day,
        given,
        answers,
        evidence,
        source,
        external=others,
        last_year=before,
        explained_checks=explained,
        remarks=problems.in_order(),
        numbers=style.value,
    )
    return used, submission


def _register(fields: Fields, problems: Problems) -> dict[str, Evidence]:
    """The register of documents; its reader is imported only where there is one."""
    if "evidence" not in fields.node:
        return {}
    from par_index.reading.register import read_evidence

    return read_evidence(fields, problems)


def _data(
    fields: Fields,
    criteria: CriteriaSet,
    style: NumberStyle,
    as_of: datetime.date | None,
    problems: Problems,
) -> tuple[dict[str, Datum], dict[str, Datum]]:
    """This year's data, with as much of last year's as rules read; all of last year's."""
    given: dict[str, Datum] = {}
    before: dict[str, Datum] = {}
    if (node := fields.mapping("data")) is not None:
        given = read_data(node, criteria, style, problems)
        check_days(given, as_of, problems)
    if (node := fields.mapping("last_year")) is not None:
        by_twin, twins = read_last_year(node, criteria, style, problems)
        check_data(by_twin, twins, problems)
        given |= {id: datum for id, datum in by_twin.items() if id in criteria.measures}
        before = {twins[id].last_year_of: datum for id, datum in by_twin.items()}
    return given, before


def _criteria(
    fields: Fields, library: Library, override: CriteriaSet | None, problems: Problems
) -> CriteriaSet | None:
    """The set to score by, which may be another than the file names."""
    if override is None:
        return find_criteria(fields, library, problems)
    id = fields.text("criteria")
    if id is not None and id != override.id:
        problems.add("W210", fields.span_of("criteria"), found=id, used=override.id)
    return override


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
