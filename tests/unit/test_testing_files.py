"""Test files: what a test may hold, its defaults, and every fault with its place."""

from __future__ import annotations

import copy
import datetime
import json
from fractions import Fraction
from pathlib import Path

import jsonschema
import pytest
import yaml
from support.cases import load_case_set

from par_index.model.criteria import CriteriaSet
from par_index.problems import Problems
from par_index.reading.submission_form import SubmissionFile
from par_index.reading.tests_form import ExpectPart, SetTestPart
from par_index.testing.cases import SetTest
from par_index.testing.expecting import EXPECTATIONS
from par_index.testing.files import KEYS, read_test_file

ROOT = Path(__file__).parents[2]

DOCUMENT = yaml.load(
    """
measures:
- {id: hs, kind: count, counted_in: hồ sơ}
- {id: tra, kind: count, counted_in: hồ sơ, within: hs}
- {id: xong, kind: yes_no}
- {id: ngay, kind: date}
- {id: phieu, kind: tally, by: survey, options: [tot, kem]}
criteria:
- code: "1"
  max_points: 2
  scoring: {full_if: {of: {ratio: [tra, hs]}, at_least: 30%}, when_none: zero}
- code: "2"
  components:
  - code: "2.1"
    max_points: 1
    scoring: {full_if: xong}
    not_applicable: {grounds: [{id: khong-giao, text: Không giao}]}
  - code: "2.2"
    max_points: 1
    scoring: {full_if: {of: {minus: [hs, {last_year: hs}]}, at_least: 1}}
  - code: "2.3"
    max_points: 1
    scoring:
      proportional: {of: {tally: phieu, weights: {tot: 1, kem: 0}}}
      when_none: zero
  - code: "2.4"
    max_points: 1
    scoring: {full_if: {of: ngay, before: 2025-12-30}}
""",
    Loader=yaml.BaseLoader,
)


@pytest.fixture(scope="module")
def criteria() -> CriteriaSet:
    return load_case_set(DOCUMENT)


def read(text: str, criteria: CriteriaSet, folder: Path) -> tuple[list[SetTest], list[str]]:
    """The tests of a file, and what is wrong in it: code and place."""
    path = folder / "thu.yaml"
    path.write_text(text, encoding="utf-8")
    problems = Problems()
    tests = read_test_file(path, "thu.yaml", criteria, problems)
    return tests, [f"{one.code} {one.span.line}:{one.span.column}" for one in problems.in_order()]


def test_what_is_left_out_has_a_meaning(criteria: CriteriaSet, tmp_path: Path) -> None:
    text = "- {name: chưa có gì, expect: {outcome: MISSING}}\n"
    (test,), problems = read(text, criteria, tmp_path)
    assert problems == []
    assert test.code == "1", "the first leaf"
    assert test.submission.as_of == datetime.date(2099, 12, 31), "nothing is still to come"
    assert test.submission.data == {}
    assert (test.name, test.span.line, test.span.column) == ("chưa có gì", 1, 10)


def test_everything_a_unit_and_others_say_is_read(criteria: CriteriaSet, tmp_path: Path) -> None:
    text = """
- name: đủ cả
  code: "2"
  given: {hs: 90, tra: {value: 27, quote: 27/90 hồ sơ}, ngay: none}
  last_year: {hs: 80}
  external: {phieu: {tot: 3, kem: 1}}
  evidence: [{id: bc, so: 12}]
  answers:
    - {code: "2.1", not_applicable: {ground: khong-giao}, explanation: Không được giao}
  as_of: 2025-06-30
  expect: {points: 1, why: [survey], next: {xong: yes, tra: +27}, parts: {SCORED: 1}}
"""
    (test,), problems = read(text, criteria, tmp_path)
    assert problems == []
    one = test.submission
    assert {id: datum.value for id, datum in one.data.items()} == {
        "hs": 90,
        "tra": 27,
        "ngay": None,
        "hs@last_year": 80,
    }
    assert one.data["ngay"].not_yet
    assert one.external["phieu"].value == {"tot": 3, "kem": 1}
    assert one.answers["2.1"].ground == "khong-giao"
    assert one.as_of == datetime.date(2025, 6, 30)
    assert {expected.key: expected.value for expected in test.expect} == {
        "points": Fraction(1),
        "why": ("survey",),
        "next": {"xong": "yes", "tra": "27"},
        "parts": {"SCORED": "1"},
    }


def test_every_fault_of_a_file_is_told_at_once_where_it_stands(
    criteria: CriteriaSet, tmp_path: Path
) -> None:
    text = """- name: số liệu sai
  code: "3"
  given: {hs: 10, tra: 3, xongg: yes}
  external: {hs: 5}
  answers: [{code: "2.1", not_applicable: {ground: ban-quá}, explanation: x}]
  as_of: 30/02/2025
  expect: {points: 30%, outcome: xong, why: survey, next: {hss: +1}, point: 1, parts: {X: 1}}
- chỉ một dòng chữ
- {nam: quên tên, expect: 1}
- {name: dùng được, expect: {points: 0}}
"""
    tests, problems = read(text, criteria, tmp_path)
    assert [test.name for test in tests] == ["dùng được"]
    assert problems == [
        "E211 2:9",
        "E210 3:27",
        "E809 4:14",
        "E216 5:52",
        "E236 6:10",
        "E807 7:20",
        "E808 7:34",
        "E207 7:40",
        "E210 7:60",
        "E805 7:70",
        "E808 7:88",
        "E802 8:3",
        "E804 9:3",
        "E803 9:4",
        "E203 9:19",
    ]


def test_a_part_above_its_whole_is_refused_as_in_a_units_file(
    criteria: CriteriaSet, tmp_path: Path
) -> None:
    for block in ("given: {hs: 10, tra: 11}", "last_year: {hs: 10, tra: 11}"):
        _, problems = read(f"- name: x\n  {block}\n  expect: {{points: 0}}\n", criteria, tmp_path)
        assert [problem.split()[0] for problem in problems] == ["E240"]


def test_what_is_odd_in_a_units_file_may_be_what_a_test_is_about(
    criteria: CriteriaSet, tmp_path: Path
) -> None:
    text = "- {name: x, given: {phieu: {tot: 1, kem: 0}, ngay: 2030-01-01}, expect: {points: 0}}\n"
    tests, problems = read(text, criteria, tmp_path)
    assert (len(tests), problems) == (1, [])


@pytest.mark.parametrize(("text", "code"), [("name: x\n", "E801"), ("", "E101"), ("[", "E122")])
def test_a_file_that_is_no_list_is_refused(
    text: str, code: str, criteria: CriteriaSet, tmp_path: Path
) -> None:
    tests, problems = read(text, criteria, tmp_path)
    assert tests == []
    assert [problem.split()[0] for problem in problems] == [code]


def test_a_file_that_is_not_there_is_told(criteria: CriteriaSet, tmp_path: Path) -> None:
    problems = Problems()
    assert read_test_file(tmp_path / "khong-co.yaml", "khong-co.yaml", criteria, problems) == []
    assert [problem.code for problem in problems.in_order()] == ["E901"]


def test_the_schema_and_the_reader_know_the_same_keys() -> None:
    def keys(form: type[SetTestPart] | type[ExpectPart]) -> set[str]:
        return {field.alias or name for name, field in form.model_fields.items()}

    assert keys(SetTestPart) == set(KEYS)
    assert keys(ExpectPart) == set(EXPECTATIONS)
    assert (
        SubmissionFile.model_fields["data"].annotation
        == SetTestPart.model_fields["given"].annotation
    ), "a test's data are a unit's data"


@pytest.mark.parametrize("path", sorted((ROOT / "criteria").rglob("tests/*.yaml")), ids=str)
def test_shipped_test_files_fit_the_schema(path: Path) -> None:
    schema = json.loads((ROOT / "par_index/schemas/tests.schema.json").read_text("utf-8"))
    document = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    jsonschema.validate(document, schema)


RULED = yaml.load(
    """
measures:
- {id: hs, kind: count, counted_in: hồ sơ}
- {id: tra, kind: count, counted_in: hồ sơ, within: hs}
checks: [{id: hs-tra, at_most: [tra, hs], say: Thử}]
criteria:
- code: "1"
  max_points: 1
  scoring: {full_if: {of: hs, at_least: 1}}
  evidence: [{id: bao-cao, title: Báo cáo}]
findings:
- id: rieng
  severity: note
  title: Thử
  when: [{document: {dated: no}}]
  next: Xem lại
grades:
- {id: tot, at_least: 50%}
- {id: kem, otherwise: yes}
""",
    Loader=yaml.BaseLoader,
)


@pytest.mark.parametrize(
    ("expect", "code", "near"),
    [
        ("findings: {riengg: []}", "E365", "rieng"),
        ("findings: {claim-abov: []}", "E365", "claim-above"),
        ("checks: {hs-traa: holds}", "E364", "hs-tra"),
        ("findings: {rieng: [khx]}", "E380", "kh"),
        ("findings: {rieng: [hs-traa]}", "E380", "hs-tra"),
        ("findings: {rieng: ['2']}", "E380", ""),
    ],
)
def test_what_nothing_is_called_is_told_with_the_nearest(
    expect: str, code: str, near: str, tmp_path: Path
) -> None:
    path = tmp_path / "thu.yaml"
    test = f"- {{name: a, evidence: [{{id: kh, so: 1}}], expect: {{{expect}}}}}\n"
    path.write_text(test, encoding="utf-8")
    problems = Problems()
    assert read_test_file(path, "thu.yaml", load_case_set(RULED), problems) == []
    (problem,) = problems.in_order()
    assert (problem.code, problem.params["near"]) == (code, near)


def test_places_are_whatever_the_set_or_the_test_has(tmp_path: Path) -> None:
    path = tmp_path / "thu.yaml"
    places = '{rieng: [kh, "1", hs, hs-tra], claim-above: []}'
    test = f"- {{name: a, evidence: [{{id: kh, so: 1}}], expect: {{findings: {places}}}}}\n"
    path.write_text(test, encoding="utf-8")
    problems = Problems()
    (read_test,) = read_test_file(path, "thu.yaml", load_case_set(RULED), problems)
    assert problems.in_order() == ()
    (expected,) = read_test.expect
    assert expected.value == {"rieng": ("kh", "1", "hs", "hs-tra"), "claim-above": ()}


@pytest.mark.parametrize(
    ("expect", "expected"),
    [
        ("outcome: PENDNG", "PENDING, SCORED, MISSING, NOT_APPLICABLE"),
        ("outcome: xong", "SCORED, MISSING, PENDING, NOT_APPLICABLE"),
        ("grades: {kem: sur}", "sure, possible, impossible"),
        ("grades: {kemm: sure}", "kem, tot"),
        ("checks: {hs-tra: fail}", "failed, holds, explained, asks, open"),
    ],
)
def test_of_the_possible_words_the_nearest_stands_first(
    expect: str, expected: str, tmp_path: Path
) -> None:
    path = tmp_path / "thu.yaml"
    path.write_text(f"- {{name: a, expect: {{{expect}}}}}\n", encoding="utf-8")
    problems = Problems()
    read_test_file(path, "thu.yaml", load_case_set(RULED), problems)
    (problem,) = problems.in_order()
    assert (problem.code, problem.params["expected"]) == ("E808", expected)


def test_of_many_words_the_first_ones_are_told(tmp_path: Path) -> None:
    many = copy.deepcopy(RULED)
    first = [{"id": f"bac-{number}", "at_least": f"{95 - number}%"} for number in range(12)]
    many["grades"] = [*first, many["grades"][-1]]
    path = tmp_path / "thu.yaml"
    path.write_text("- {name: a, expect: {grades: {xuat-sac: sure}}}\n", encoding="utf-8")
    problems = Problems()
    read_test_file(path, "thu.yaml", load_case_set(many), problems)
    (problem,) = problems.in_order()
    assert str(problem.params["expected"]).endswith("bac-7, …")
