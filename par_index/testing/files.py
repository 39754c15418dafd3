"""Reading test files: each test's data by the very reader of a unit's file, faults with places."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from par_index.model.criteria import CriteriaSet
from par_index.model.measures import By
from par_index.model.submission import Datum, Submission
from par_index.problems import Owner, Problems
from par_index.reading.answers import read_answers, read_check_answers
from par_index.reading.data import read_data, read_last_year
from par_index.reading.data_checks import check_data
from par_index.reading.fields import Fields
from par_index.reading.files import read_file
from par_index.reading.nearest import nearest
from par_index.reading.nodes import Mapping, Node, Scalar, Sequence
from par_index.reading.numbers import NumberStyle
from par_index.reading.register import read_evidence
from par_index.reading.yaml_text import read_yaml_list
from par_index.testing.cases import AFTER_EVERYTHING, Expected, SetTest, unit_of_tests
from par_index.testing.expecting import read_expectations
from par_index.testing.finding_files import is_finding_test

__all__ = ["KEYS", "read_test", "read_test_file"]

_REQUIRED = ("name", "expect")
_OPTIONAL = ("code", "given", "last_year", "external", "answers", "evidence", "as_of")
KEYS: Final = (*_REQUIRED, *_OPTIONAL)
"""Everything a test may hold."""


def read_test_file(
    path: Path, name: str, criteria: CriteriaSet, problems: Problems
) -> list[SetTest]:
    """The tests of one file; of one that is at fault those that can be used.

    Tests of finding rules, which may stand among them, are left alone.
    """
    data = read_file(path, name, problems)
    if data is None:
        return []
    _, top = read_yaml_list(data, name, Owner.CRITERIA, problems)
    tests = []
    for item in top.items if top is not None else ():
        if not isinstance(item, Mapping):
            problems.add("E802", item.span)
        elif is_finding_test(item):
            continue
        elif (test := read_test(item, criteria, problems)) is not None:
            tests.append(test)
    return tests


def read_test(node: Mapping, criteria: CriteriaSet, problems: Problems) -> SetTest | None:
    """One test, wherever its mapping stands; None after a problem that leaves nothing to run.

    What is odd in a unit's own file, such as a value that is not its to give, is what a test may
    be about; so warnings and notes are not told.
    """
    found = Problems()
    test = _read(node, criteria, found)
    errors = [problem for problem in found.in_order() if problem.is_error]
    problems.extend(errors)
    return None if errors else test


def _read(node: Mapping, criteria: CriteriaSet, problems: Problems) -> SetTest | None:
    fields = Fields(node, problems, "2")
    _check_keys(node, problems)
    name, code = fields.text("name"), _code(fields, criteria)
    expected = _expected(fields, criteria)
    submission = _submission(fields, criteria)
    if name is None or code is None or submission is None:
        return None
    return SetTest(name, code, fields.span_of("name"), submission, expected)


def _expected(fields: Fields, criteria: CriteriaSet) -> tuple[Expected, ...]:
    """What should come of it; a test that expects nothing could not fail."""
    if _is_empty(fields.node.get("expect")):
        fields.problems.add("E806", fields.node.key_span("expect"))
        return ()
    block = fields.mapping("expect")
    if block is None:
        return ()
    return read_expectations(block, criteria, fields.problems, _documents(fields.node))


def _documents(node: Mapping) -> Iterator[str]:
    """The ids of the documents that a test has, whatever else is right about them."""
    items = node.get("evidence")
    for item in items.items if isinstance(items, Sequence) else ():
        id = item.get("id") if isinstance(item, Mapping) else None
        if isinstance(id, Scalar):
            yield id.text


def _is_empty(node: Node | None) -> bool:
    match node:
        case Scalar():
            return node.is_blank
        case Mapping():
            return not len(node)
        case _:
            return False


def _check_keys(node: Mapping, problems: Problems) -> None:
    for key in _REQUIRED:
        if key not in node:
            problems.add("E804", node.span, key=key)
    for entry in node:
        if entry.key.text not in KEYS:
            near = nearest(entry.key.text, list(KEYS))
            problems.add("E803", entry.key.span, found=entry.key.text, near=near)


def _code(fields: Fields, criteria: CriteriaSet) -> str | None:
    """The criterion a test is about; the first leaf where it names none."""
    if "code" not in fields.node:
        return next(criteria.leaves()).code
    code = fields.text("code")
    if code is None or code in criteria.by_code:
        return code
    near = nearest(code, list(criteria.by_code))
    fields.problems.add("E211", fields.span_of("code"), found=code, set=criteria.id, near=near)
    return None


def _submission(fields: Fields, criteria: CriteriaSet) -> Submission | None:
    problems = fields.problems
    as_of = fields.day("as_of") if "as_of" in fields.node else AFTER_EVERYTHING
    evidence = read_evidence(fields, problems)
    data = _given(fields, criteria)
    external = _external(fields, criteria)
    check_data({**data, **external}, criteria.measures, problems)
    asked, before = _last_year(fields, criteria)
    answers = read_answers(fields, criteria, evidence, NumberStyle.PLAIN, problems)
    explained = read_check_answers(fields, criteria, problems)
    if as_of is None:
        return None
    unit, source = unit_of_tests(criteria), fields.node.span.source
    return Submission(
        criteria.id,
        unit,
        as_of,
        data | asked,
        answers,
        evidence,
        source,
        external,
        before,
        explained,
    )


def _given(fields: Fields, criteria: CriteriaSet) -> dict[str, Datum]:
    node = fields.mapping("given")
    return {} if node is None else read_data(node, criteria, NumberStyle.PLAIN, fields.problems)


def _last_year(fields: Fields, criteria: CriteriaSet) -> tuple[dict[str, Datum], dict[str, Datum]]:
    """Last year's data by their twins, as far as the set asks for them; all by this year's ids."""
    node = fields.mapping("last_year")
    if node is None:
        return {}, {}
    data, twins = read_last_year(node, criteria, NumberStyle.PLAIN, fields.problems)
    check_data(data, twins, fields.problems)
    asked = {id: datum for id, datum in data.items() if id in criteria.measures}
    return asked, {twins[id].last_year_of: datum for id, datum in data.items()}


def _external(fields: Fields, criteria: CriteriaSet) -> dict[str, Datum]:
    """What others give; a unit's own measure among it would never be read."""
    node = fields.mapping("external")
    if node is None:
        return {}
    data = read_data(node, criteria, NumberStyle.PLAIN, fields.problems)
    for id in data:
        if criteria.measures[id].by is By.UNIT:
            fields.problems.add("E809", node.key_span(id), found=id)
    return data
