"""Tests of finding rules: what they may give and expect, what they show, and their faults."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from support.findings import lower
from support.written import load_case_set, make_set

from par_index.model.facts import FACTS, Fact
from par_index.model.findings import FindingRule
from par_index.problems import Problems
from par_index.reading.findings import read_rules
from par_index.rendering.finding_tests import (
    render_finding_tests,
    render_rule_problems,
    rules_tests,
)
from par_index.rendering.json_tests import set_tests
from par_index.rendering.set_tests import render_set_tests
from par_index.testing.finding_files import holds_rules, read_finding_tests
from par_index.testing.finding_tests import (
    FindingTest,
    FindingTrial,
    Found,
    Lack,
    Unshown,
    run_finding_test,
    unshown_in,
)
from par_index.testing.running import run_rules, run_tests, unused_rules

RULES = """
- id: cao
  severity: serious
  title: Tự chấm cao
  when: [{claim: {state: above}}]
  unless: [{yeu: {}}]
  next: Sửa
- id: yeu
  for_each: {c: criteria}
  when: [{score: {code: $c, basis: declared}}]
  then: {yeu: {code: $c}}
- id: hai
  severity: note
  title: Yếu mà tự chấm cao
  for_each: {c: criteria}
  when: [{yeu: {code: $c}}, {claim: {code: $c, state: above}}]
  next: Xem
"""


@pytest.fixture(scope="module")
def rules() -> tuple[FindingRule, ...]:
    found, problems = lower(RULES)
    assert problems == ()
    return found


def read(
    text: str, rules: tuple[FindingRule, ...], folder: Path
) -> tuple[list[FindingTest], list[str]]:
    """The tests of a file, and what is wrong in it: code and place."""
    path = folder / "thu.yaml"
    path.write_text(text, encoding="utf-8")
    problems = Problems()
    tests = read_finding_tests(path, "thu.yaml", rules, problems)
    return tests, [f"{one.code} {one.span.line}:{one.span.column}" for one in problems.in_order()]


def ran(text: str, rules: tuple[FindingRule, ...], folder: Path) -> FindingTrial:
    (test,), problems = read(text, rules, folder)
    assert problems == []
    return run_finding_test(rules, test)


def test_fields_that_are_left_out_are_neutral(
    rules: tuple[FindingRule, ...], tmp_path: Path
) -> None:
    claim = "{claim: {code: '1', gap_milli: 280, gap: 7/25}}"
    text = f"- {{name: a, given: [{claim}, {{rate: {{}}}}], expect: []}}"
    (test,), problems = read(text, rules, tmp_path)
    assert problems == []
    first, rate = test.facts
    assert first == Fact.of(
        "claim",
        code="1",
        state="above",
        counts="yes",
        claimed="",
        low="",
        high="",
        gap="0.28",
        gap_milli=280,
    )
    assert {name for name, _ in rate.fields} == FACTS["rate"].keys()
    assert (rate["state"], rate["explained"], rate["measure"]) == ("agrees", "none", "")


def test_a_share_is_one_whichever_way_it_is_written(
    rules: tuple[FindingRule, ...], tmp_path: Path
) -> None:
    given = "[{rate: {computed: 21.5%}}, {rate: {computed: 43/200}}]"
    (test,), _ = read(f"- {{name: a, given: {given}, expect: []}}", rules, tmp_path)
    assert test.facts[0] == test.facts[1]


def test_a_test_passes_when_all_that_is_found_is_expected(
    rules: tuple[FindingRule, ...], tmp_path: Path
) -> None:
    text = """
- name: hai chỗ
  given: [{claim: {code: "2"}}, {claim: {code: "1"}}, {claim: {code: "3", state: equal}}]
  expect: [{rule: cao, places: ["1", "2"]}]
"""
    trial = ran(text, rules, tmp_path)
    assert trial.got == (Found("cao", ("1", "2")),)
    assert trial.passed
    assert not ran(text.replace(', "2"]}]', "]}]"), rules, tmp_path).passed
    assert not ran(text.replace("[{rule: cao", "[] # "), rules, tmp_path).passed
    assert not ran(text.replace('["1", "2"]', '["1", "1", "2"]'), rules, tmp_path).passed


def test_derived_facts_are_no_findings_but_lead_to_some(
    rules: tuple[FindingRule, ...], tmp_path: Path
) -> None:
    text = """
- name: yếu
  given: [{claim: {code: "1"}}, {score: {code: "1", basis: declared}}]
  expect: [{rule: hai, places: ["1"]}]
"""
    assert ran(text, rules, tmp_path).passed


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("{given: [], expect: []}", ["E804 1:3"]),
        ("{name: a}", ["E804 1:3"]),
        ("{name: a, expect: [], data: {}}", ["E803 1:25"]),
        ("{name: a, expect: [], given: [{claims: {}}]}", ["E351 1:34"]),
        ("{name: a, expect: [], given: [{claim: {stat: above}}]}", ["E352 1:42"]),
        ("{name: a, expect: [], given: [{claim: {state: over}}]}", ["E353 1:49"]),
        (
            "{name: a, expect: [], given: [{claim: {gap: x, gap_milli: 0.5}}]}",
            ["E353 1:47", "E374 1:61"],
        ),
        ("{name: a, expect: [], given: [{claim: {state: {not: above}}}]}", ["E308 1:42"]),
        ("{name: a, expect: [], given: [{claim: above}]}", ["E303 1:34"]),
        ("{name: a, expect: [], given: [{claim: {}, score: {}}]}", ["E306 1:33"]),
        ("{name: a, expect: [], given: [claim]}", ["E303 1:33"]),
        ("{name: a, expect: [], given: [{yeu: {code: '1'}}]}", ["E373 1:34"]),
        ("{name: a, expect: [], given: {hs: 1}}", ["E307 1:25"]),
        ("{name: a, given: [], expect: {}}", ["E307 1:24"]),
        ("{name: a, expect: [cao]}", ["E303 1:22"]),
        ("{name: a, expect: [{rule: cao}]}", ["E804 1:22"]),
        ("{name: a, expect: [{places: []}]}", ["E804 1:22"]),
        ("{name: a, expect: [{rule: ca, places: []}]}", ["E365 1:29"]),
        ("{name: a, expect: [{rule: yeu, places: []}]}", ["E365 1:29"]),
        ("{name: a, expect: [{rule: cao, places: [[x]]}]}", ["E308 1:43"]),
        ("{name: a, expect: [{rule: cao, places: x}]}", ["E307 1:34"]),
        ("{name: a, expect: [{rule: cao, places: [x], at: y}]}", ["E805 1:47"]),
        ("thử", ["E802 1:3"]),
    ],
)
def test_every_fault_has_its_place(
    text: str, problems: list[str], rules: tuple[FindingRule, ...], tmp_path: Path
) -> None:
    tests, found = read(f"- {text}\n", rules, tmp_path)
    assert tests == []
    assert found == problems


def test_a_fault_stops_no_other_test(rules: tuple[FindingRule, ...], tmp_path: Path) -> None:
    text = "- {name: a, expect: [], given: [{claims: {}}]}\n- {name: b, expect: []}\n"
    tests, problems = read(text, rules, tmp_path)
    assert [test.name for test in tests] == ["b"]
    assert problems == ["E351 1:34"]


def test_what_no_test_shows_is_told(rules: tuple[FindingRule, ...], tmp_path: Path) -> None:
    found = "[{rule: cao, places: ['']}]"
    fires = ran(f"- {{name: a, given: [{{claim: {{}}}}], expect: {found}}}", rules, tmp_path)
    silent = ran("- {name: b, given: [{claim: {state: equal}}], expect: []}", rules, tmp_path)
    elsewhere = ran("- {name: c, given: [{gate: {}}], expect: []}", rules, tmp_path)
    of_hai = (Unshown("hai", Lack.FIRES),)
    assert tuple(unshown_in(rules, [fires, silent])) == of_hai
    assert tuple(unshown_in(rules, [fires, elsewhere])) == (Unshown("cao", Lack.SILENT), *of_hai)
    assert tuple(unshown_in(rules, [silent])) == (Unshown("cao", Lack.FIRES), *of_hai)
    assert tuple(unshown_in(rules, [silent], {("cao", Lack.FIRES), ("hai", Lack.FIRES)})) == ()


def test_a_test_that_fails_shows_nothing(rules: tuple[FindingRule, ...], tmp_path: Path) -> None:
    wrong = ran("- {name: a, given: [{claim: {}}], expect: []}", rules, tmp_path)
    assert not wrong.passed
    assert {one.rule for one in unshown_in(rules, [wrong])} == {"cao", "hai"}
    assert Unshown("cao", Lack.FIRES) in unshown_in(rules, [wrong])


def test_what_a_rule_derives_is_told_with_what_leads_to_it(
    rules: tuple[FindingRule, ...], tmp_path: Path
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("- {name: a, given: [{yeu: {code: '1'}}], expect: []}\n", encoding="utf-8")
    problems = Problems()
    read_finding_tests(path, "a.yaml", rules, problems)
    (problem,) = problems.in_order()
    assert (problem.code, problem.params["rule"], problem.params["expected"]) == (
        "E373",
        "yeu",
        "score",
    )


def test_a_fact_about_a_check_of_the_set_is_of_its_kind_and_severity(tmp_path: Path) -> None:
    given = (
        "[{check: {check: ck, state: failed}}, {check: {check: ck, severity: note}}, {check: {}}]"
    )
    criteria = load_case_set(
        yaml.load(
            """
measures: [{id: a, kind: count}, {id: b, kind: count}]
checks: [{id: ck, at_most: [a, b], severity: serious, say: Thử}]
criteria: [{code: "1", max_points: 1, scoring: {full_if: {of: a, at_least: 1}}}]
""",
            Loader=yaml.BaseLoader,
        )
    )
    path = tmp_path / "a.yaml"
    path.write_text(f"- {{name: a, given: {given}, expect: []}}\n", encoding="utf-8")
    problems = Problems()
    (test,) = read_finding_tests(path, "a.yaml", criteria.rules, problems, checks=criteria.checks)
    assert problems.in_order() == ()
    assert [(fact["kind"], fact["severity"]) for fact in test.facts] == [
        ("at_most", "serious"),
        ("at_most", "note"),
        ("equal", "note"),
    ]


# Folders.

TESTS = """
- name: chấm cao
  given: [{claim: {code: "1"}}]
  expect: [{rule: cao, places: ["1"]}]
- name: chấm đúng
  given: [{claim: {code: "1", state: equal}}]
  expect: []
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Rules that belong to no set, with tests of one of them."""
    place = tmp_path / "quy-tac"
    (place / "tests").mkdir(parents=True)
    (place / "r.yaml").write_text(f"findings:{RULES}", encoding="utf-8")
    (place / "tests" / "r.yaml").write_text(TESTS, encoding="utf-8")
    return place


def test_rules_without_a_set_are_tested_where_they_stand(folder: Path, tmp_path: Path) -> None:
    assert holds_rules(folder)
    assert not holds_rules(folder / "tests")
    assert not holds_rules(tmp_path)
    report = run_rules(folder, "quy-tac")
    assert [trial.passed for trial in report.trials] == [True, True]
    assert report.unshown == (Unshown("hai", Lack.FIRES),)
    assert (report.has_failed, report.is_complete) == (False, False)
    one = run_rules(folder, ".", [folder / "tests" / "r.yaml"])
    assert one.unshown == ()
    assert str(one.trials[0].test.span) == "tests/r.yaml:2:9"


def test_their_failures_are_shown_with_what_came_instead(folder: Path) -> None:
    tests = folder / "tests" / "r.yaml"
    tests.write_text(TESTS.replace('places: ["1"]', 'places: ["2"]'), encoding="utf-8")
    report = run_rules(folder, "quy-tac")
    shown = render_finding_tests(report, language="vi", width=80, color=False)
    assert shown == (
        "chưa đạt chấm cao\n"
        "  --> quy-tac/tests/r.yaml:2:9\n"
        "  expect: cần cao (2), được cao (1)\n"
        "  cao (1) vì có claim: {code: 1, state: above, counts: yes, gap_milli: 0}\n"
        "\n"
        "Chưa có ca thử nào cho\n"
        "  cao\n"
        "    - trường hợp có phát hiện\n"
        "  hai\n"
        "    - trường hợp có phát hiện\n"
        "\n"
        "quy-tac: 2 ca thử, 1 ca chưa đạt; 2 quy tắc chưa đủ ca thử\n"
    )
    document = rules_tests(report)
    assert document["name"] == "quy-tac"
    assert [one["passed"] for one in document["finding_tests"]] == [False, True]
    assert document["rules_unshown"] == [
        {"rule": "cao", "what": "fires"},
        {"rule": "hai", "what": "fires"},
    ]


def test_broken_rules_leave_nothing_to_run(folder: Path) -> None:
    (folder / "r.yaml").write_text("findings:\n- {id: a, when: [{claim: {}}]}\n", "utf-8")
    report = run_rules(folder, "quy-tac")
    assert ([one.code for one in report.problems], report.trials) == (["E360"], ())
    shown = render_finding_tests(report, language="vi", width=80, color=False)
    assert shown == "quy-tac: tệp quy tắc viết sai nên chưa chạy được ca thử nào\n"
    told = render_rule_problems(report.problems, language="vi", color=False)
    assert told.endswith("\n\n1 lỗi ở tệp quy tắc\n")
    assert "bộ tiêu chí" not in told


def test_a_broken_file_of_tests_is_told_apart_from_broken_rules(folder: Path) -> None:
    (folder / "tests" / "r.yaml").write_text("- {name: a}\n", "utf-8")
    report = run_rules(folder, "quy-tac")
    assert report.is_readable
    told = render_rule_problems(report.problems, language="en", color=False, in_tests=True)
    assert told.endswith("\n\nerrors in files of tests: 1\n")
    shown = render_finding_tests(report, language="vi", width=80, color=False)
    assert "có tệp ca thử viết sai" in shown


@pytest.mark.parametrize("text", ["", "# sau\n", "findings:\n", "findings: []\n"])
def test_a_file_without_rules_says_so_and_is_all_that_is_told(folder: Path, text: str) -> None:
    (folder / "s.yaml").write_text(text, encoding="utf-8")
    (folder / "r.yaml").write_text(f"findings:{RULES}".replace("claim", "claims"), "utf-8")
    assert [one.code for one in run_rules(folder, ".").problems] == ["E381"]


def test_a_warning_about_rules_stops_no_test(folder: Path) -> None:
    alone = RULES + "- {id: le, when: [{claim: {}}], then: {le: {code: x}}}\n"
    (folder / "r.yaml").write_text(f"findings:{alone.replace('code: x', 'muc: 1')}", "utf-8")
    report = run_rules(folder, "quy-tac")
    assert [one.code for one in report.problems] == ["W306"]
    assert len(report.trials) == 2
    told = render_rule_problems(report.problems, language="vi", color=False)
    assert told.endswith("\n\n1 điểm cần xem ở tệp quy tắc\n")
    shown = render_finding_tests(report, language="vi", width=80, color=False)
    assert "quy-tac: 2 ca thử, đều đạt" in shown


def test_what_units_write_may_stand_beside_rules(folder: Path) -> None:
    (folder / "unit.yaml").write_text("schema: par_index/submission/1\nfindings: x\n", "utf-8")
    assert run_rules(folder, "quy-tac").problems == ()


def test_rules_for_every_set_speak_both_languages() -> None:
    text = f"findings:{RULES}".encode()
    problems = Problems()
    assert len(read_rules((("r.yaml", text),), problems)) == 3
    assert problems.in_order() == ()
    read_rules((("r.yaml", text),), problems, for_all=True)
    told = [(one.code, one.params["found"], one.params["key"]) for one in problems.in_order()]
    assert told == [
        ("E379", "cao", "title"),
        ("E379", "cao", "next"),
        ("E379", "hai", "title"),
        ("E379", "hai", "next"),
    ]


def test_a_set_has_tests_of_its_rules_among_its_others(tmp_path: Path) -> None:
    document = yaml.load(
        """
measures: [{id: xong, kind: yes_no}]
criteria: [{code: "1", max_points: 1, scoring: {full_if: xong}}]
""",
        Loader=yaml.BaseLoader,
    )
    document["findings"] = yaml.load(RULES, Loader=yaml.BaseLoader)
    criteria = make_set(document, tmp_path)
    (tmp_path / "tests").mkdir()
    common = TESTS.replace('["1"]}]', '["1"]}, {rule: claim-above, places: ["1"]}]')
    others = "- {name: xong, given: {xong: có}, expect: {points: 1}}\n"
    (tmp_path / "tests" / "1.yaml").write_text(common + others, encoding="utf-8")
    report = run_tests(criteria, tmp_path, "bo")
    assert (report.problems, report.failed, report.failed_findings) == ((), (), ())
    assert (len(report.trials), len(report.finding_trials)) == (1, 2)
    assert report.unshown == (Unshown("hai", Lack.FIRES),), "common rules have tests of their own"
    assert "bo: 3 ca thử, đều đạt" in render_set_tests(
        report, language="vi", width=80, color=False
    ).replace("\n", " ")
    assert [one["passed"] for one in set_tests(report)["finding_tests"]] == [True, True]

    (tmp_path / "tests" / "1.yaml").write_text(TESTS + others, encoding="utf-8")
    report = run_tests(criteria, tmp_path, "bo")
    assert [trial.test.name for trial in report.failed_findings] == ["chấm cao"]
    assert report.has_failed
    assert Unshown("cao", Lack.FIRES) in report.unshown, "a test that fails shows nothing"


def test_a_file_of_rules_that_the_set_does_not_name_is_warned_of(tmp_path: Path) -> None:
    document = yaml.load(
        """
measures: [{id: xong, kind: yes_no}]
criteria: [{code: "1", max_points: 1, scoring: {full_if: xong}}]
""",
        Loader=yaml.BaseLoader,
    )
    criteria = make_set(document, tmp_path)
    (tmp_path / "claims.yaml").write_text(f"# Sau.\nfindings:{RULES}", encoding="utf-8")
    (tmp_path / "unit.yaml").write_text("schema: par_index/submission/1\n", encoding="utf-8")
    (warning,) = unused_rules(criteria, tmp_path)
    assert (warning.code, warning.is_error) == ("W305", False)
    assert str(warning.span) == f"{tmp_path.as_posix()}/claims.yaml:2:1"
    report = run_tests(criteria, tmp_path, "bo")
    assert [one.code for one in report.problems] == ["W305"]
    assert report.coverage is not None
    shown = render_set_tests(report, language="vi", width=200, color=False)
    assert "bo: chưa có ca thử nào; " in shown

    document["findings"] = yaml.load(RULES, Loader=yaml.BaseLoader)
    (tmp_path / "claims.yaml").unlink()
    assert list(unused_rules(make_set(document, tmp_path), tmp_path)) == []
