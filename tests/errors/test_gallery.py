"""The error gallery: one provoking file per code, and what a person is shown for it.

A file is named by the fault it holds: ``E210.unit.yaml`` is a unit's file read against the little
set in ``base``, ``E256.external.yaml`` an external file that goes with a unit's,
``E260.scenarios.yaml`` values to try in place of a unit's, ``E803.tests.yaml`` a file of tests
beside that set; ``E310.set.yaml`` stands in for that file of the set, or beside its files if it has
none of that name. ``E379.common.yaml`` holds rules for every set.
"""

from __future__ import annotations

import os
import re
import runpy
import shutil
from pathlib import Path

import pytest

from par_index.advice.what_if import what_ifs
from par_index.assessing import assess
from par_index.problems import InvalidInput, Problem, Problems
from par_index.reading.external_files import open_external, strays
from par_index.reading.findings import read_rules
from par_index.reading.library import Library
from par_index.reading.limits import FILE_BYTES
from par_index.reading.scenarios import read_scenarios
from par_index.reading.submissions import read_submission
from par_index.rendering.messages.catalogue import CATALOGUE
from par_index.rendering.problems import render_problems
from par_index.testing.files import read_test_file
from par_index.testing.finding_files import read_finding_tests
from par_index.testing.running import unused_rules

GALLERY = Path(__file__).parent / "gallery"
SHOWN = Path(__file__).parent / "shown"
FILES = sorted(GALLERY.glob("*.yaml"))

UNIT = b"""schema: par_index/submission/1
criteria: thu/2025/thu/so
unit: {id: thu.so-a, name: S\xe1\xbb\x9f A, tier: so}
as_of: 2025-12-31
"""

ELSEWHERE = {
    "E111": "too large a file for a gallery: test_a_file_past_the_limits_is_refused",
    "E117": "too large a file for a gallery: test_a_file_past_the_limits_is_refused",
    "E257": "needs two files: test_a_measure_in_two_external_files_is_refused",
    **dict.fromkeys(
        ("E281", "E282", "E283", "E284"),
        "needs two sets: tests of mappings (process/test_diff_verb, unit/test_advice_diff)",
    ),
    "E261": "needs a command line: test_a_measure_set_twice_is_refused (process/test_what_if_verb)",
    **dict.fromkeys(
        ("E262", "E263", "E264", "E265", "E266"),
        "needs an expectation: test_what_cannot_be_expected_is_refused (unit/test_advice_pace)",
    ),
    **dict.fromkeys(
        (*(f"E6{number:02}" for number in range(1, 23)), "W611", "W612"),
        "is about a package: errors/test_tampered_packages, process/test_pack_verbs",
    ),
    **dict.fromkeys(
        ("E811", "E812", "E818", "E829", "E830", "E831", "W801"),
        "is about a log: unit/test_review_log_tampering",
    ),
    **dict.fromkeys(("E814", "W802"), "is about a log's file: process/test_review_log_file"),
    **dict.fromkeys(
        ("E824", "E834", "E838", "E840"),
        "is about an act on a log: unit/test_review_log_rules",
    ),
    **dict.fromkeys(
        (
            *("E813", "E815", "E816", "E817", "E819", "E820", "E821", "E822", "E823", "E825"),
            *("E826", "E827", "E828", "E832", "E833", "E835", "E836", "E837", "E839", "E841"),
            *("E842", "E843", "E844", "E845", "E846", "E847", "E848", "E849", "E850"),
        ),
        "is about an act or what goes with it: process/test_review_verbs",
    ),
    "E268": "is about efforts: test_what_is_no_effort_is_refused (unit/test_path_efforts)",
    "E810": "is about a path: test_what_is_no_set_and_no_test_is_told (process/test_test_verb)",
    "W205": "found while scoring: test_values_that_cannot_all_be_true_are_told",
    "W210": "needs a command-line option: test_another_set_than_the_named_one_is_told",
}

BESIDE = {"E119": {"E210"}}
"""Codes that cannot come alone: a key that long is no measure's name either."""


def library(folder: Path) -> Library:
    """The base set under its id, with a file of the gallery in place of its own."""
    target = folder / "thu" / "2025" / "thu" / "so"
    if not target.exists():
        shutil.copytree(GALLERY / "base", target)
    return Library([folder])


def provoke(path: Path, folder: Path) -> tuple[Problem, ...]:
    """Everything that is said of a gallery file."""
    shelf = library(folder)
    name = path.name.split(".", 1)[1]
    try:
        if name == "unit.yaml":
            return read_submission(path.read_bytes(), path.name, shelf)[1].remarks
        if name == "external.yaml":
            return read_beside(path, shelf)
        if name == "scenarios.yaml":
            return read_tried(path, shelf)
        if name == "tests.yaml":
            return read_tests(path, shelf)
        if name == "common.yaml":
            problems = Problems()
            read_rules(((path.name, path.read_bytes()),), problems, for_all=True)
            return problems.in_order()
        target = folder / "thu" / "2025" / "thu" / "so"
        shutil.copy(path, target / name)
        os.chdir(target)
        criteria = shelf.load(".")
        return (*criteria.remarks, *unused_rules(criteria, target))
    except InvalidInput as error:
        return error.problems


def read_beside(path: Path, shelf: Library) -> tuple[Problem, ...]:
    """Everything that is said of an external file given with a unit's own."""
    problems = Problems()
    opened = open_external(path.read_bytes(), path.name, problems)
    problems.raise_errors()
    assert opened is not None
    _, submission = read_submission(UNIT, "unit.yaml", shelf, external=[opened])
    return (*submission.remarks, *strays([opened], [submission.unit.id]))


def read_tried(path: Path, shelf: Library) -> tuple[Problem, ...]:
    """Everything that is said of values to try in place of those of a unit's file."""
    problems = Problems()
    scenarios = read_scenarios(path.read_bytes(), path.name, problems)
    criteria, submission = read_submission(UNIT, "unit.yaml", shelf)
    what_ifs(criteria, submission, scenarios, problems)
    return problems.in_order()


def read_tests(path: Path, shelf: Library) -> tuple[Problem, ...]:
    """Everything that is said of a file of tests beside the set."""
    problems = Problems()
    criteria = shelf.load("thu/2025/thu/so")
    read_test_file(path, path.name, criteria, problems)
    read_finding_tests(path, path.name, criteria.rules, problems, beside_others=True)
    return problems.in_order()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_file_provokes_its_code_and_only_that(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    problems = provoke(path, tmp_path)
    code = path.name.split(".")[0]
    assert {problem.code for problem in problems} == {code} | BESIDE.get(code, set())
    for problem in problems:
        lines = problem.span.source.lines
        assert 1 <= problem.span.line <= max(len(lines), 1)
        assert problem.span.column >= 1


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_people_are_shown_what_was_accepted(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    problems = provoke(path, tmp_path)
    shown = "".join(
        render_problems(problems, language=language, color=False) + "\n"
        for language in ("vi", "en")
    )
    target = SHOWN / f"{path.name.removesuffix('.yaml')}.txt"
    if os.environ.get("PAR_INDEX_ACCEPT"):
        SHOWN.mkdir(exist_ok=True)
        target.write_text(shown, encoding="utf-8")
    assert shown == target.read_text(encoding="utf-8")


def test_every_code_has_a_file_and_every_file_a_code() -> None:
    shown = {path.name.split(".")[0] for path in FILES} | set(ELSEWHERE)
    system = {code for code in CATALOGUE if code[1] == "9"}
    assert shown == set(CATALOGUE) - system


def test_every_code_in_the_code_has_a_sentence_and_every_sentence_a_use() -> None:
    package = Path(__file__).parents[2] / "par_index"
    used = set[str]()
    for path in package.rglob("*.py"):
        if "messages" in path.parts:
            continue
        text = path.read_text(encoding="utf-8")
        used |= set(re.findall(r'"([EWN][1-9]\d\d)"', text))
        for tail in re.findall(r'f"E\{self\.family\}(\d\d)"', text):
            used.add(f"E2{tail}")
    assert used == set(CATALOGUE)


def test_a_file_past_the_limits_is_refused(tmp_path: Path) -> None:
    shelf = library(tmp_path)
    for data, code in (
        (b"data: " + b"a" * FILE_BYTES, "E111"),
        (b"data:\n" + b"- 1\n" * 200_001, "E117"),
    ):
        with pytest.raises(InvalidInput) as caught:
            read_submission(data, "unit.yaml", shelf)
        assert [problem.code for problem in caught.value.problems] == [code]


def test_another_set_than_the_named_one_is_told(tmp_path: Path) -> None:
    shelf = library(tmp_path)
    data = (GALLERY / "E217.unit.yaml").read_bytes()
    _, submission = read_submission(
        data, "unit.yaml", shelf, criteria=shelf.load("thu/2025/thu/so")
    )
    assert [remark.code for remark in submission.remarks] == ["W210"]


def test_a_measure_in_two_external_files_is_refused(tmp_path: Path) -> None:
    shelf = library(tmp_path)
    head = b"schema: par_index/external/1\ncriteria: thu/2025/thu/so\nby: block\nwho: x\n"
    problems = Problems()
    files = [
        open_external(head + b"date: 2026-01-10\ndata: {khoi.nguoi: 5}\n", name, problems)
        for name in ("a.yaml", "b.yaml")
    ]
    with pytest.raises(InvalidInput) as caught:
        read_submission(UNIT, "unit.yaml", shelf, external=[one for one in files if one])
    (problem,) = caught.value.problems
    assert (problem.code, str(problem.span)) == ("E257", "b.yaml:6:20")
    assert [str(place) for place in problem.also] == ["a.yaml:6:20"]


def test_values_that_cannot_all_be_true_are_told(tmp_path: Path) -> None:
    """Three dossiers that are all of them, beside five of the same total."""
    shelf = library(tmp_path)
    data = (GALLERY / "E242.unit.yaml").read_text(encoding="utf-8").replace("0%", "100%")
    data += "  hs.truc_tuyen: 5\n"
    criteria, submission = read_submission(data.encode(), "unit.yaml", shelf)
    remarks = assess(criteria, submission).remarks
    assert [(remark.code, remark.span.line) for remark in remarks] == [("W205", 7)]


def test_the_page_of_errors_is_fresh() -> None:
    root = Path(__file__).parents[2]
    tool = runpy.run_path(str(root / "tools" / "publish_errors.py"))
    committed = (root / "docs" / "errors.md").read_text(encoding="utf-8")
    assert committed == tool["page"](), "run: make schemas"
