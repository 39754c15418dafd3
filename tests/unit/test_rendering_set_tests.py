"""What an author reads of a set's tests, and what a program does."""

from __future__ import annotations

import re

import pytest
from support.set_tests import BRANCHES, MEASURES, branch_document, report_on

from par_index.model.text import Text
from par_index.rendering.json_tests import set_tests
from par_index.rendering.messages.catalogue import slots_of
from par_index.rendering.messages.trials import TRIALS
from par_index.rendering.set_tests import render_set_tests
from par_index.testing.targets import Mark

VIETNAMESE = re.compile(r"[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]")

FAILING = (
    MEASURES
    + """
criteria:
- code: "1"
  title: Số hóa
  max_points: 2
  scoring: {full_if: {of: {ratio: [k, n]}, at_least: 30%}}
tests:
- {name: đủ, given: {n: 90, k: 27}, expect: {points: 2}}
- {name: thiếu một, given: {n: 90, k: 26}, expect: {points: 2, next: {k: +1}}}
"""
)


def shown(text: str, language: str = "vi", width: int = 80) -> str:
    return render_set_tests(report_on(text), language=language, width=width, color=False)


def test_a_failure_says_where_what_was_expected_and_why_it_came_out_otherwise() -> None:
    assert shown(FAILING).replace("\u00a0", " ") == (
        "chưa đạt 1: thiếu một\n"
        "  --> bo-thu/tests/1.yaml:7:11\n"
        "  points: cần 2, được 0\n"
        "  next: cần {k: 1}, được không có bước nào\n"
        "  cách tính: 26/90 ≈ 28,89% < 30% → 0 điểm\n"
        "\n"
        "bo-thu: 2 ca thử, 1 ca chưa đạt; mọi nhánh (2) và mọi chỗ sát ngưỡng (2) đều có ca thử\n"
    )
    english = shown(FAILING, "en")
    assert "failed 1: thiếu một" in english
    assert "points: expected 2, got 0" in english
    assert "because: 26/90 ≈ 28.89% < 30% → 0 points" in english.replace("\u00a0", " ")


RULES = (
    MEASURES
    + """
checks: [{id: ck, at_most: [l, m], severity: serious, say: Thử}]
criteria:
- code: "1"
  title: Số hóa
  max_points: 2
  scoring: {full_if: {of: {ratio: [k, n]}, at_least: 30%}}
tests:
- name: chấm cao
  given: {n: 90, k: 26}
  answers: [{code: "1", claimed: 2}]
  expect: {findings: {claim-above: [], claim-below: ["1"]}, checks: {ck: holds}}
"""
)


def test_a_failure_by_rules_is_told_with_the_facts_and_nothing_of_points() -> None:
    told = shown(RULES, width=120).split("\n\n")[0].splitlines()
    assert told[:4] == [
        "chưa đạt chấm cao",
        "  --> bo-thu/tests/1.yaml:1:11",
        "  findings: cần {claim-above: [], claim-below: [1]},"
        " được {claim-above: [1], claim-below: []}",
        "  checks: cần {ck: holds}, được {ck: open}",
    ]
    assert " ".join(told[4:]).startswith(
        "  claim-above (1) vì có claim: {code: 1, state: above, counts: yes, claimed: 2, low: 0,"
    )
    assert "cách tính" not in " ".join(told)
    both = shown(RULES.replace("expect: {", "expect: {points: 2, "))
    assert "chưa đạt 1: chấm cao" in both
    assert "cách tính: " in both
    document = set_tests(report_on(RULES))["tests"][0]
    assert document["mismatches"][0]["got"] == {"claim-above": ["1"], "claim-below": []}


def test_what_no_test_reaches_stands_under_its_criterion_with_an_example() -> None:
    text = FAILING.replace("k: 26", "k: 20").replace("points: 2, next: {k: +1}", "points: 0")
    assert shown(text).replace("\u00a0", " ") == (
        "Chưa có ca thử nào cho\n"
        "  1  Số hóa\n"
        "    - `k / n ≥ 30%`: chỉ thiếu một chút (ví dụ k: 26, còn lại như ca “đủ”)\n"
        "\n"
        "bo-thu: 2 ca thử, đều đạt; 2 nhánh, 2 chỗ sát ngưỡng: 1 chưa có ca thử\n"
    )
    assert "`k / n ≥ 30%`: just missed (for example k: 26" in shown(text, "en").replace(
        "\u00a0", " "
    )


@pytest.mark.parametrize("kind", BRANCHES)
def test_every_kind_has_words_in_both_languages(kind: str) -> None:
    text = branch_document(BRANCHES[kind][0], [])
    vietnamese, english = (shown(text, language, 100) for language in ("vi", "en"))
    assert vietnamese.count("    - ") == english.count("    - ") > 0
    for line in vietnamese.splitlines():
        assert len(line) <= 100
        assert not line.startswith("    - ") or VIETNAMESE.search(line)
    without_quotes = re.sub(r"“[^”]*”|`[^`]*`|^  1 .*$", "", english, flags=re.MULTILINE)
    assert not VIETNAMESE.search(without_quotes)


def test_conditions_are_written_with_what_stands_in_the_file() -> None:
    text = shown(
        branch_document(
            "scoring: {full_if: {any: [{of: {minus: [m, {last_year: m}]}, above: 0},"
            " {not: {of: muc, is: muon}}, {of: {days: [ngay, 2025-06-30]}, at_most: 15},"
            " {of: {times: [{sum: [m, l]}, 2]}, at_least: 7}]}}",
            [],
        ),
        width=120,
    )
    for written in (
        "`m − (m năm trước) > 0`",
        "`muc = muon`",
        "`ngay − 30/06/2025 ≤ 15`",
        "`(m + l) × 2 ≥ 7`",
    ):
        assert written in text


@pytest.mark.parametrize("name", TRIALS)
def test_every_sentence_is_there_in_both_languages_with_the_same_slots(name: str) -> None:
    text: Text = TRIALS[name]
    assert text.vi
    assert text.en
    assert slots_of(text.vi) == slots_of(text.en)


def test_every_mark_has_a_sentence() -> None:
    assert {f"mark_{mark}" for mark in Mark} <= set(TRIALS)


def test_a_program_gets_codes_and_figures() -> None:
    document = set_tests(report_on(FAILING))
    assert document["name"] == "bo-thu"
    _, failed = document["tests"]
    assert failed["passed"] is False
    assert failed["place"] == {"file": "bo-thu/tests/1.yaml", "line": 7, "column": 11}
    assert [(one["key"], one["expected"], one["got"]) for one in failed["mismatches"]] == [
        ("points", "2", "0"),
        ("next", {"k": "1"}, {}),
    ]
    assert document["coverage"] == {"branches": 2, "edges": 2, "unreached": []}
    left = set_tests(report_on(branch_document("scoring: {full_if: {of: m, at_least: 2}}", [])))
    (edge,) = [one for one in left["coverage"]["unreached"] if one["what"] == "just_met"]
    assert edge == {
        "code": "1",
        "items": [],
        "place": "rule",
        "what": "just_met",
        "step": None,
        "name": None,
        "test": "m ≥ 2",
        "suggestion": {"data": {"m": "2"}, "like": None},
    }
