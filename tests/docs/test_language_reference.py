"""The language reference says what is so: its examples are scored, its refusals are refused.

How its pages are written is told in `support.reference`.
"""

from __future__ import annotations

import functools
import json
import re
from pathlib import Path
from typing import Any

import pytest
from support.cases import check, load_case_set, make_set, make_submission
from support.reference import (
    DOCS,
    EXAMPLES,
    GRAMMAR,
    PAGES,
    REFERENCE,
    Example,
    Refusal,
    example_blocks,
    examples,
    links_of,
    refusals,
    section,
    text_of,
)
from test_documents import agrees, blocks, perform

from par_index.assessing import assess
from par_index.model.criteria import CriteriaSet
from par_index.problems import InvalidInput, Owner, Problem, Problems
from par_index.reading.yaml_text import read_yaml
from par_index.testing.running import TESTS, run_tests

_CODE = re.compile(r"\b[EWN][0-9]{3}\b")
_FORMS = 25
"""The forms in which decisions give points, which a reader must find on the map."""

CASES = [
    pytest.param(one, test, id=f"{one}: {test['name']}") for one in EXAMPLES for test in one.tests
]
REFUSALS = [one for page in PAGES for one in refusals(page)]
COMMANDED = [page for page in PAGES if any(one.language == "console" for one in blocks(page))]


def stem(page: Path) -> str:
    return page.stem


@functools.cache
def _loaded(page: Path, name: str) -> CriteriaSet:
    return load_case_set(examples(page)[name].document)


@pytest.mark.parametrize(("example", "test"), CASES)
def test_example_gives_the_points_that_the_page_says(
    example: Example, test: dict[str, Any]
) -> None:
    criteria = _loaded(example.page, example.name)
    check(assess(criteria, make_submission(criteria, test)), test)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_the_tests_of_an_example_would_pass_beside_a_set(example: Example, tmp_path: Path) -> None:
    criteria = make_set(example.document, tmp_path)
    assert criteria.remarks == ()
    (tmp_path / TESTS).mkdir()
    beside = json.dumps(example.tests, ensure_ascii=False)
    (tmp_path / TESTS / "example.yaml").write_text(beside, encoding="utf-8")
    report = run_tests(criteria, tmp_path, example.name)
    assert (report.problems, report.failed) == ((), ())


@pytest.mark.parametrize("page", PAGES, ids=stem)
def test_examples_are_written_as_an_author_would(page: Path) -> None:
    """Every block is read without a remark: codes in quotes, no comma lost."""
    problems = Problems()
    for _, text in example_blocks(page):
        read_yaml(text.encode(), page.name, Owner.CRITERIA, problems)
    assert list(map(str, problems.in_order())) == []


@pytest.mark.parametrize("refusal", REFUSALS, ids=str)
def test_what_the_page_refuses_is_refused_with_its_code(refusal: Refusal) -> None:
    problems = _problems_of(refusal)
    errors = {problem.code for problem in problems if problem.is_error}
    warned = {refusal.code} if refusal.code.startswith("W") else set()
    assert errors == {refusal.code} - warned, list(map(str, problems))
    assert refusal.code in {problem.code for problem in problems}


def _problems_of(refusal: Refusal) -> tuple[Problem, ...]:
    """What is said of an example once the refused piece stands in it."""
    document, test = refusal.put()
    try:
        criteria = load_case_set(document)
        return criteria.remarks + make_submission(criteria, test).remarks
    except InvalidInput as refused:
        return refused.problems


@pytest.mark.parametrize("page", PAGES, ids=stem)
def test_every_page_shows_something_that_runs(page: Path) -> None:
    assert examples(page) or page in (*COMMANDED, GRAMMAR)
    shown = text_of(page).count("```yaml")
    files = [one for one in blocks(page) if one.language == "yaml" and one.file]
    assert shown == len(example_blocks(page)) + len(files), "a block that nothing runs"


@pytest.mark.parametrize("page", COMMANDED, ids=stem)
def test_commands_print_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    for command, printed in perform(page, tmp_path):
        assert agrees(command.output, printed), f"$ {command.text}\n{printed}"


def test_the_map_leads_from_every_form_to_an_example() -> None:
    lines = re.findall(r"^\| ([0-9]+) \|(.*)$", text_of(REFERENCE / "index.md"), re.MULTILINE)
    assert [int(number) for number, _ in lines] == list(range(1, _FORMS + 1))
    for number, line in lines:
        links = links_of(line)
        assert links, number
        for file, anchor in links:
            shown = section(REFERENCE / file, anchor)
            assert "<!-- example: " in shown, f"form {number}: {file}#{anchor} shows nothing"


def test_the_map_leads_to_every_page() -> None:
    linked = {file for file, _ in links_of(text_of(REFERENCE / "index.md"))}
    assert {page.name for page in PAGES} - linked == {"index.md"}


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=stem)
def test_links_lead_to_sections_that_exist(page: Path) -> None:
    for file, anchor in links_of(text_of(page)):
        if anchor:
            section(page.parent / file if file else page, anchor)


@pytest.mark.parametrize("page", PAGES, ids=stem)
def test_every_code_named_here_is_explained(page: Path) -> None:
    known = set(re.findall(r"^### (\w+)$", text_of(DOCS / "errors.md"), re.MULTILINE))
    assert set(_CODE.findall(text_of(page))) - known == set()
