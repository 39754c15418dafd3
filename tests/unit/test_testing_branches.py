"""Branches of every rule kind: with all the tests none is missing, and without one just its own."""

from __future__ import annotations

import pytest
from support.set_tests import BRANCHES, MEASURES, branch_document, report_on, unreached


@pytest.mark.parametrize("kind", BRANCHES)
def test_all_the_cases_together_leave_nothing_out(kind: str) -> None:
    rule, cases = BRANCHES[kind]
    assert unreached(report_on(branch_document(rule, list(cases)))) == []


LEFT_OUT = [(kind, case) for kind, (_, cases) in BRANCHES.items() for case in cases]


@pytest.mark.parametrize(("kind", "case"), LEFT_OUT, ids=[" ".join(one) for one in LEFT_OUT])
def test_without_one_case_just_what_it_alone_showed_is_missing(kind: str, case: str) -> None:
    rule, cases = BRANCHES[kind]
    missing = unreached(report_on(branch_document(rule, [one for one in cases if one != case])))
    shown = sorted(one.removeprefix("1 ") for one in missing)
    assert shown == sorted(filter(None, cases[case].split(", ")))


# What counts as narrow.

EDGES = [
    ("{of: m, at_least: 10}", "{m: 10}", "just_met"),
    ("{of: m, at_least: 10}", "{m: 9}", "just_missed"),
    ("{of: m, at_least: 10}", "{m: 11}", ""),
    ("{of: m, at_least: 10}", "{m: 8}", ""),
    ("{of: m, above: 10}", "{m: 11}", "just_met"),
    ("{of: m, above: 10}", "{m: 10}", "just_missed"),
    ("{of: m, at_most: 10}", "{m: 10}", "just_met"),
    ("{of: m, at_most: 10}", "{m: 11}", "just_missed"),
    ("{of: {ratio: [k, n]}, at_least: 30%}", "{n: 90, k: 27}", "just_met"),
    ("{of: {ratio: [k, n]}, at_least: 30%}", "{n: 89, k: 27}", "just_met"),
    ("{of: {ratio: [k, n]}, at_least: 30%}", "{n: 90, k: 28}", ""),
    ("{of: {ratio: [k, n]}, at_least: 30%}", "{n: 91, k: 27}", "just_missed"),
    ("{of: {ratio: [k, n]}, at_least: 100%}", "{n: 56, k: 56}", "just_met"),
    ("{of: tien, at_least: 10}", "{tien: 9.9}", "just_missed"),
    ("{of: tien, at_least: 10}", "{tien: 9}", "just_missed"),
    ("{of: tien, at_least: 10}", "{tien: 9.8}", ""),
    ("{of: pt, at_least: 90%}", "{pt: 89.9%}", "just_missed"),
    ("{of: pt, at_least: 90%}", "{pt: 89.8%}", ""),
    ("{of: ngay, on_or_before: 2025-06-30}", "{ngay: 2025-06-30}", "just_met"),
    ("{of: ngay, on_or_before: 2025-06-30}", "{ngay: 2025-07-01}", "just_missed"),
    ("{of: ngay, on_or_before: 2025-06-30}", "{ngay: 2025-07-02}", ""),
    ("{of: m, at_least: 10}", "{}", ""),
]
"""A bound, a test, and which of its two edges the test shows."""


@pytest.mark.parametrize(("condition", "given", "edge"), EDGES)
def test_an_edge_is_as_narrow_as_the_figures_allow(condition: str, given: str, edge: str) -> None:
    missing = unreached(report_on(branch_document(f"scoring: {{full_if: {condition}}}", [given])))
    edges = {"1 just_met", "1 just_missed"}
    assert edges - set(missing) == ({f"1 {edge}"} if edge else set())


# Parents, and the whole set.

PARENT = (
    MEASURES
    + """
criteria:
- code: "1"
  scoring: {minimum: 2, cap: 3}
  not_applicable: {if: {not: b}}
  components:
  - {code: "1.1", max_points: 2, scoring: {full_if: a}}
  - {code: "1.2", max_points: 2, scoring: {each: {of: m, points: 0.5}}}
cap: 3
grades:
- {id: tot, title: Tốt, at_least: 90%}
- {id: kem, title: Kém, otherwise: yes}
tests:
- {name: x, code: "1.1", given: {b: yes, a: yes}, expect: {points: 2}}
- {name: x, code: "1.1", given: {b: yes, a: no}, expect: {points: 0}}
- {name: x, code: "1.2", given: {b: yes, m: 0}, expect: {points: 0}}
- {name: x, code: "1.2", given: {b: yes, m: 1}, expect: {points: 0.5}}
- {name: x, code: "1.2", given: {b: yes, m: 4}, expect: {points: 2}}
"""
)

OF_THE_PARENT = {
    "code: '1', given: {b: yes, a: yes, m: 0}, expect: {points: 2}": (
        "cap not_capped, minimum enough, minimum just_met"
    ),
    "code: '1', given: {b: yes, a: no, m: 3}, expect: {points: 0}": (
        "cap not_capped, minimum just_missed, minimum too_little"
    ),
    "code: '1', given: {b: yes, a: yes, m: 4}, expect: {points: 3}": "cap capped, minimum enough",
    "code: '1', given: {b: yes, a: no, m: 0}, expect: {points: 0}": "cap not_capped",
    "code: '1.2', given: {b: no}, expect: {outcome: NOT_APPLICABLE}": "not_applicable excused",
    "code: '1.2', given: {b: no}, expect: {total: 0}": "not_capped",
    "given: {b: yes, a: yes, m: 4}, expect: {grades: {tot: sure}}": "not_capped, grade tot",
    "given: {b: yes, a: yes, m: 0}, expect: {grades: {tot: impossible}}": "not_capped",
    "given: {b: yes, a: yes, m: 0}, expect: {grades: {kem: sure}}": "not_capped, grade kem",
}


def of_nodes_above_leaves(text: str) -> set[str]:
    missing = unreached(report_on(text))
    return {one.split(" ", 1)[1] for one in missing if one.split(" ", 1)[0] in ("1", "set")}


@pytest.mark.parametrize("case", OF_THE_PARENT)
def test_parents_and_the_set_have_branches_of_their_own(case: str) -> None:
    before = of_nodes_above_leaves(PARENT)
    after = of_nodes_above_leaves(f"{PARENT}- {{name: y, {case}}}\n")
    assert before - after == set(filter(None, OF_THE_PARENT[case].split(", ")))


def test_a_grade_with_a_quota_is_as_sure_as_one_unit_can_be() -> None:
    text = """
measures: [{id: d, kind: points}]
criteria: [{code: "1", max_points: 100, scoring: {given: d}}]
grades:
- {id: xs, title: Xuất sắc, at_least: 90%, quota: {at_most: 20%, of: units, else: tot}}
- {id: tot, title: Tốt, otherwise: yes}
tests:
- {name: x, given: {d: 95}, expect: {points: 95, grades: {xs: possible}}}
"""
    assert unreached(report_on(text)) == ["set grade tot"]


# What is not asked.


def test_a_branch_that_the_set_itself_rules_out_asks_for_no_test() -> None:
    """Without files the criterion does not apply, so its item is never 0/0."""
    rule = (
        "not_applicable: {if: {of: m, at_most: 0}}, scoring: {sum_of: [{proportional:"
        " {of: {ratio: [l, m]}}, points: 1, when_none: zero}]}"
    )
    assert not any("none" in one for one in unreached(report_on(branch_document(rule, []))))
    without = rule.replace("at_most: 0", "at_least: 5")
    assert "1 [1] none" in unreached(report_on(branch_document(without, [])))


def test_an_option_that_is_excused_is_not_asked_for() -> None:
    rule = (
        "not_applicable: {if: {of: muc, is: muon}}, scoring: {proportional: {of: m, target:"
        " {choose: muc, som: 2, vua: 4, muon: 8}}}"
    )
    missing = unreached(report_on(branch_document(rule, [])))
    assert [one for one in missing if "option" in one] == ["1 option som", "1 option vua"]


def test_readings_have_no_branches() -> None:
    rule = "scoring: {full_if: a}, readings: [{cites: {clause: x}, scoring: {full_if: b}}]"
    assert unreached(report_on(branch_document(rule, ["{a: yes}", "{a: no}"]))) == []


def test_a_test_that_says_nothing_of_its_criterion_shows_nothing() -> None:
    text = branch_document("scoring: {full_if: a}", ["{a: yes}", "{a: no}"])
    assert unreached(report_on(text.replace("low: 0", "shortfall: 0"))) == ["1 met", "1 not_met"]
    assert unreached(report_on(text.replace("low: 0", "outcome: SCORED"))) == []
