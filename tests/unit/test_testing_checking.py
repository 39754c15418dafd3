"""Running a test: every expectation held against what came, and each of them able to fail."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from support.cases import Case, load_case_set, spec_cases

from par_index.problems import Owner, Problems
from par_index.reading.nodes import Mapping, Sequence
from par_index.reading.yaml_text import read_yaml
from par_index.testing.cases import SetTest
from par_index.testing.checking import run_test
from par_index.testing.expecting import EXPECTATIONS
from par_index.testing.files import read_test

SPEC = Path(__file__).parents[1] / "spec"
CASES = [case for case in spec_cases(SPEC) if "refused" not in case.keys["expect"]]

DOCUMENT = {
    "measures": [
        {"id": "hs", "kind": "count"},
        {"id": "tra", "kind": "count", "within": "hs", "can": "rise"},
        {"id": "xong", "kind": "yes_no"},
        {"id": "ks", "kind": "yes_no", "by": "survey"},
    ],
    "checks": [{"id": "ck", "at_most": ["tra", "hs"], "say": "Thử"}],
    "findings": [
        {
            "id": "it",
            "severity": "note",
            "title": "Được ít điểm",
            "when": [{"score": {"state": "scored", "milli": {"below": "1000"}}}],
            "next": "Xem lại",
        }
    ],
    "criteria": [
        {
            "code": "1",
            "max_points": "2",
            "scoring": {
                "full_if": {"of": {"ratio": ["tra", "hs"]}, "at_least": "30%"},
                "when_none": "zero",
            },
        },
        {"code": "2", "max_points": "1", "scoring": {"full_if": "xong"}},
        {"code": "3", "max_points": "1", "scoring": {"full_if": "ks"}},
    ],
    "grades": [
        {"id": "tot", "title": "Tốt", "at_least": "80%"},
        {"id": "kem", "title": "Kém", "otherwise": "yes"},
    ],
}

GIVEN = "given: {hs: 90, tra: 26}, code: '1'"

ASKED = [
    ("points: 0", "points: 2", Fraction(0)),
    ("low: 0", "low: 1", Fraction(0)),
    ("high: 0", "high: 2", Fraction(0)),
    ("outcome: SCORED", "outcome: MISSING", "SCORED"),
    ("why: []", "why: [survey]", ()),
    ("next: {tra: +1}", "next: {tra: +2}", {"tra": "1"}),
    ("next_low: 2", "next_low: 0", Fraction(2)),
    ("next_high: 2", "next_high: '-'", Fraction(2)),
    ("max: 2", "max: 1", Fraction(2)),
    ("shortfall: 2", "shortfall: 0", Fraction(2)),
    ("total: 0", "total: 1", Fraction(0)),
    ("total_low: 0", "total_low: 1", Fraction(0)),
    ("total_high: 2", "total_high: 4", Fraction(2)),
    ("supported: 0", "supported: 1", Fraction(0)),
    ("self: 3", "self: 4", Fraction(3)),
    ("applicable: 4", "applicable: 3", Fraction(4)),
    ("index: 0 – 50", "index: 0", "0 – 50"),
    ("parts: {SCORED: 2, PENDING: 1}", "parts: {SCORED: 3}", {"SCORED": "2"}),
    ("checks: {ck: holds}", "checks: {ck: failed}", {"ck": "holds"}),
    ("findings: {it: ['1']}", "findings: {it: []}", {"it": ("1",)}),
    ("grades: {tot: impossible, kem: sure}", "grades: {tot: sure}", {"tot": "impossible"}),
]


def make_test(text: str) -> SetTest:
    problems = Problems()
    _, node = read_yaml(text.encode(), "thu.yaml", Owner.CRITERIA, problems)
    assert node is not None
    test = read_test(node, load_case_set(DOCUMENT), problems)
    assert test is not None, problems.in_order()
    return test


@pytest.mark.parametrize(("right", "wrong", "got"), ASKED, ids=[right for right, _, _ in ASKED])
def test_an_expectation_is_met_or_told_with_what_came(right: str, wrong: str, got: object) -> None:
    criteria = load_case_set(DOCUMENT)
    assert run_test(criteria, make_test(f"{{name: x, {GIVEN}, expect: {{{right}}}}}")).passed
    trial = run_test(criteria, make_test(f"{{name: x, {GIVEN}, expect: {{{wrong}}}}}"))
    (mismatch,) = trial.mismatches
    assert mismatch.got == got
    assert mismatch.expected.key == wrong.split(":")[0]


def test_nothing_that_can_be_expected_is_left_out_above() -> None:
    assert {right.split(":")[0] for right, _, _ in ASKED} == set(EXPECTATIONS)


@pytest.mark.parametrize(
    ("given", "expect"),
    [
        ("given: {}", "points: '-', outcome: MISSING, why: [missing], high: 2"),
        ("given: {hs: 90, tra: 27}", "next: {}, shortfall: 0, points: 2"),
        ("given: {hs: 90, tra: 27}", "next_low: '-', next_high: '-'"),
        ("given: {hs: 90, tra: 27, xong: yes}, external: {ks: yes}", "index: 100, total: 4"),
        ("given: {xong: no}, code: '2'", "next: {xong: yes}"),
    ],
)
def test_what_a_test_may_say_of_the_same_set(given: str, expect: str) -> None:
    test = make_test(f"{{name: x, {given}, expect: {{{expect}}}}}")
    assert run_test(load_case_set(DOCUMENT), test).mismatches == ()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_cases_of_the_language_pass_here_as_well(case: Case) -> None:
    """The same tests, read with their places and held against by this room."""
    assert case.criteria is not None
    problems = Problems()
    criteria = load_case_set(case.criteria)
    _, document = read_yaml(case.file.read_bytes(), case.file.name, Owner.CRITERIA, problems)
    assert document is not None
    tests = document.get("tests")
    assert isinstance(tests, Sequence)
    number = [test["name"] for test in case.criteria["tests"]].index(case.name)
    node = tests.items[number]
    assert isinstance(node, Mapping)
    test = read_test(node, criteria, problems)
    assert test is not None, problems.in_order()
    assert run_test(criteria, test).mismatches == ()
