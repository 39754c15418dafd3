"""What-if on nouns: what differs, what is found anew, whose values they are."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import jsonschema
import pytest
import yaml
from support.cases import load_case_set, make_submission
from support.edited import entries, scenarios_of
from support.processes import ROOT, SAMPLE

from par_index.advice.what_if import WhatIf, what_if, what_ifs
from par_index.model.assessment import Standing
from par_index.model.criteria import CriteriaSet
from par_index.model.submission import Submission
from par_index.problems import InvalidInput, Problems
from par_index.reading.external_files import open_external
from par_index.reading.library import Library
from par_index.reading.scenarios import Scenario, read_scenarios, read_settings
from par_index.reading.submissions import read_submission


def sample(text: str | None = None, *external: str) -> tuple[CriteriaSet, Submission]:
    data = SAMPLE.read_bytes() if text is None else text.encode()
    problems = Problems()
    files = [open_external(one.encode(), "external.yaml", problems) for one in external]
    opened = [one for one in files if one is not None]
    return read_submission(data, "unit.yaml", Library(), external=opened)


def tried(values: dict[str, Any], *given: Any) -> WhatIf:
    return what_if(*(given or sample()), entries(values))


def refused(values: dict[str, Any], *given: Any) -> list[str]:
    with pytest.raises(InvalidInput) as caught:
        tried(values, *given)
    return [f"{one.code} {one.span}" for one in caught.value.problems]


def moved(one: WhatIf) -> dict[str, tuple[str, str]]:
    return {
        each.code: (f"{each.before.low}–{each.before.high}", f"{each.after.low}–{each.after.high}")
        for each in one.differences
    }


def found(findings: Any) -> dict[str, list[str]]:
    return {one.rule.id: [place.subject[1] for place in one.places] for one in findings}


def test_a_count_settles_what_a_rate_said_and_the_two_are_compared() -> None:
    """0% is reported: 27 of 90 is scored, and the rate is asked about."""
    one = tried({"hs.so_hoa": "27"})
    assert moved(one) == {"hdh": ("5–5", "6–6"), "hdh.sohoa": ("0–0", "1–1")}
    assert found(one.appearing) == {
        "rate-differs": ["hs.so_hoa.ty_le"],
        "rate-on-the-edge": ["hdh.sohoa"],
    }
    assert one.vanishing == ()
    agreed = tried({"hs.so_hoa": "27", "hs.so_hoa.ty_le": "30%"})
    assert found(agreed.appearing) == {"rate-on-the-edge": ["hdh.sohoa"]}
    assert moved(agreed) == moved(one)


def test_a_rate_alone_stands_for_its_counts() -> None:
    assert moved(tried({"hs.so_hoa.ty_le": "30%"})) == moved(tried({"hs.so_hoa": "27"}))
    assert refused({"hs.tiep_nhan": "7", "hs.truc_tuyen": ""}) == [
        "E241 unit.yaml:161:12",
        "E241 unit.yaml:168:12",
    ], "neither 36.7% nor 6.7% of 7 is a number of files"


def test_a_count_without_its_whole_is_held_against_the_rate() -> None:
    assert refused({"hs.so_hoa": "27", "hs.tiep_nhan": ""}) == ["E242 unit.yaml:140:12"]


def test_what_is_set_is_told_with_what_was_there() -> None:
    one = tried({"bm.de_an": "có", "hs.so_hoa": "27", "hs.tiep_nhan": "90"})
    told = [(each.measure, each.changes) for each in one.settings]
    assert told == [("bm.de_an", True), ("hs.tiep_nhan", False), ("hs.so_hoa", True)]
    first, third, second = one.settings
    assert first.before is not None
    assert first.after is not None
    assert (first.before.text, first.after.text) == ("không", "có")
    assert first.after.said == first.before.said, "the words beside a value stay"
    assert (first.after.span, second.before) == (first.before.span, None)
    assert third.before is third.after


def test_findings_that_are_there_no_more_are_told_with_their_places() -> None:
    one = tried({"tthc.hai_long": "91%"})
    assert found(one.vanishing) == {"not-yours-to-report": ["tthc.hai_long"]}
    assert found(one.appearing) == {"not-as-others-say": ["tthc.hai_long"]}
    words = tried({"bm.de_an": "có"})
    assert found(words.appearing)["words-only"] == ["bm.dean"], "only the place that is new"


def test_others_values_stand_in_for_theirs_and_leave_the_units_own_alone() -> None:
    criteria, submission = sample()
    one = tried({"tthc.hai_long": "91%"}, criteria, submission)
    assert one.after.submission.data == submission.data
    assert one.after.submission.external["tthc.hai_long"].value == Fraction(91, 100)
    survey = (
        "schema: par_index/external/1\ncriteria: quang-binh/2021/skhcn-phu-luc/so\n"
        "unit: quang-binh.so-khcn\nby: survey\nwho: x\ndate: 2022-01-01\n"
        "data: {tthc.hai_long: 95%}\n"
    )
    given = sample(None, survey)
    assert moved(tried({"tthc.hai_long": "89%"}, *given))["tthc.hailong"] == ("1–1", "0–0")
    assert moved(tried({"tthc.hai_long": ""}, *given))["tthc.hailong"] == ("1–1", "0–1")


def test_numbers_are_read_as_the_file_writes_them() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    vietnamese = text.replace("as_of: 2021-09-30", "as_of: 2021-09-30\nnumbers: vi")
    assert refused({"hs.so_hoa": "1.234"}) == ["E220 scenarios.yaml:7:18"]
    assert refused({"hs.so_hoa": "1.234"}, *sample(vietnamese)) == ["E240 scenarios.yaml:7:18"]


def test_words_of_both_languages_and_blanks_are_values() -> None:
    for answer in ("có", "yes", "Có"):
        assert "bm.dean" in moved(tried({"bm.de_an": answer}))
    assert moved(tried({"bm.de_an": ""}))["bm.dean"] == ("0–0", "0–1")
    assert moved(tried({"dh.ke_hoach.ngay_ban_hanh": "chưa có"})) == {}
    after = tried({"dh.ke_hoach.ngay_ban_hanh": "2021-12-30"})
    assert moved(after)["dh.kehoach"] == ("0–1", "0–0")
    assert [one.code for one in after.remarks] == ["W203"]


def test_what_an_edited_file_is_refused_for_is_refused() -> None:
    assert refused({"hs.so_hoa": "91"}) == ["E240 scenarios.yaml:7:18"]
    assert refused({"hs.so_hoa": {"a": "1"}}) == ["E208 scenarios.yaml:7:5"]
    assert refused({"hs.sohoa": "1", "bm.de_an": "rồi"}) == [
        "E210 scenarios.yaml:7:5",
        "E234 scenarios.yaml:8:17",
    ]
    folder = ROOT / "fixtures" / "mau-so-xuat-sac"
    given = sample((folder / "unit.yaml").read_text(encoding="utf-8"))
    assert refused({"khao_sat.thai_do": "3"}, *given) == ["E251 scenarios.yaml:7:25"]
    assert refused({"khao_sat.thai_do": {"hai-long": "3"}}, *given) == ["E252 scenarios.yaml:7:5"]


def test_a_check_that_refuses_refuses() -> None:
    document = {
        "measures": [
            {"id": "a", "kind": "count", "counted_in": "hồ sơ"},
            {"id": "b", "kind": "count", "counted_in": "hồ sơ"},
        ],
        "criteria": [
            {"code": "1", "max_points": "1", "scoring": {"full_if": {"of": "a", "at_least": "1"}}}
        ],
        "checks": [
            {"id": "x", "at_most": ["a", "b"], "otherwise": "refuse", "say": "a không quá b"}
        ],
    }
    criteria = load_case_set(document)
    submission = make_submission(criteria, {"given": {"a": "1", "b": "2"}})
    assert refused({"a": "3"}, criteria, submission) == ["E258 scenarios.yaml:7:10"]
    assert refused({"b": "0"}, criteria, submission)[0].startswith("E258")
    assert moved(tried({"a": "0"}, criteria, submission)) == {"1": ("1–1", "0–0")}


def test_grades_whose_standing_changes_are_told() -> None:
    def grades(**grade: Any) -> list[dict[str, Any]]:
        return [{"id": "tot", **grade}, {"id": "con-lai", "otherwise": "yes"}]

    document = {
        "measures": [{"id": "y", "kind": "yes_no"}, {"id": "z", "kind": "yes_no"}],
        "criteria": [{"code": "1", "max_points": "1", "scoring": {"full_if": "y"}}],
        "grades": grades(at_least="90%"),
    }
    criteria = load_case_set(document)
    submission = make_submission(criteria, {"given": {}})
    one = tried({"y": "có"}, criteria, submission)
    assert [(each.grade.id, each.before, each.after) for each in one.grades] == [
        ("tot", Standing.POSSIBLE, Standing.SURE),
        ("con-lai", Standing.POSSIBLE, Standing.IMPOSSIBLE),
    ]
    assert one.before.index_low == 0
    assert one.after.index_low == 1
    assert tried({"y": ""}, criteria, submission).grades == ()


def test_scenarios_stand_each_by_itself_and_problems_come_together() -> None:
    criteria, submission = sample()
    first, second = (
        Scenario("a", entries({"hs.so_hoa": "27"})),
        Scenario("b", entries({"bm.de_an": "có"})),
    )
    one, other = what_ifs(criteria, submission, [first, second])
    assert one.before is other.before
    assert "bm.dean" not in moved(one)
    assert "hdh.sohoa" not in moved(other)
    bad = [
        Scenario(name, entries({"hs.so_hoa": value})) for name, value in (("a", "x"), ("b", "y"))
    ]
    with pytest.raises(InvalidInput) as caught:
        what_ifs(criteria, submission, bad)
    assert [one.params["found"] for one in caught.value.problems] == ["x", "y"]


_GROWTH = {
    "measures": [
        {"id": "n", "kind": "count"},
        {"id": "a", "kind": "count", "within": "n"},
        {"id": "a.tl", "kind": "rate", "of": ["a", "n"]},
        {"id": "kh", "kind": "date"},
    ],
    "criteria": [
        {
            "code": "1",
            "max_points": "1",
            "scoring": {"full_if": {"of": {"minus": ["n", {"last_year": "n"}]}, "above": "0"}},
        }
    ],
}


def grown(values: dict[str, Any], keys: dict[str, Any]) -> WhatIf:
    criteria = load_case_set(_GROWTH)
    (one,) = what_ifs(criteria, make_submission(criteria, keys), scenarios_of(values))
    return one


def test_values_of_last_year_can_be_tried() -> None:
    keys = {"given": {"n": "8"}, "last_year": {"n": "9"}}
    one = grown({"last_year.n": "7", "n": "8"}, keys)
    assert moved(one) == {"1": ("0–0", "1–1")}
    assert [(each.measure, each.is_last_year, each.changes) for each in one.settings] == [
        ("n", False, False),
        ("n", True, True),
    ]
    assert one.after.submission.last_year["n"].value == 7
    assert one.before.submission.last_year["n"].value == 9
    blank = grown({"last_year.n": ""}, keys)
    assert moved(blank) == {"1": ("0–0", "0–1")}
    new = grown({"last_year.n": "7"}, {"given": {"n": "8"}})
    assert moved(new) == {"1": ("0–1", "1–1")}


def test_last_year_is_checked_as_in_a_file() -> None:
    keys = {"given": {"n": "8"}, "last_year": {"n": "9"}}
    for values, code in (
        ({"last_year.a": "10"}, "E240"),
        ({"last_year.a.tl": "35%"}, "E241"),
        ({"last_year.n": "x"}, "E230"),
        ({"last_year.nn": "1"}, "E210"),
    ):
        with pytest.raises(InvalidInput) as caught:
            grown(values, keys)
        assert [one.code for one in caught.value.problems] == [code], values
    late = grown({"last_year.kh": "2099-01-01"}, keys)
    assert late.remarks == (), "a day of last year is not held against as_of"


def settings(text: str) -> tuple[str, str] | list[str]:
    problems = Problems()
    data = text.encode("utf-8", "surrogateescape")
    (one,) = read_settings([(data, f"--set {text}")], problems)
    if problems.has_errors:
        return [f"{found.code}" for found in problems.in_order()]
    (entry,) = (*one.changes, *one.last_year)
    prefix = "trước " if one.last_year else ""
    return prefix + entry.key.text, entry.value.text  # type: ignore[union-attr]


def test_a_setting_is_read_like_a_line_of_a_file() -> None:
    assert settings("a=5") == ("a", "5")
    assert settings(" a = chưa có ") == ("a", "chưa có")
    assert settings("a=") == ("a", "")
    assert settings("a=x=y") == ("a", "x=y")
    assert settings("a=co\u0301") == ("a", "có"), "composed"
    assert settings("a=5\u200b") == ["E105"]
    assert settings("a=5\x07") == ["E104"]
    assert settings("a=\udcff") == ["E103"]
    assert settings("last_year.a=5") == ("trước a", "5")
    assert settings(" last_year.a = 5") == ("trước a", "5")
    assert settings("last_year=5") == ("last_year", "5")


def test_a_setting_of_last_year_is_placed_at_the_id() -> None:
    problems = Problems()
    (one,) = read_settings([(b" last_year.hs = 5", "--set x")], problems)
    (entry,) = one.last_year
    assert (entry.key.span.column, entry.value.span.column) == (12, 17)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", ["E101"]),
        ("schema: par_index/submission/1\nscenarios: []\n", ["E205"]),
        ("schema: par_index/scenarios/1\n", ["E202"]),
        ("schema: par_index/scenarios/1\nscenarios:\n", ["E209"]),
        ("schema: par_index/scenarios/1\nscenarios: []\n", ["E209"]),
        ("schema: par_index/scenarios/1\nscenarios: {a: 1}\n", ["E207"]),
        ("schema: par_index/scenarios/1\nscenarios: [a]\n", ["E203"]),
        ("schema: par_index/scenarios/1\nscenarios:\n- set: {}\n", ["E202"]),
        ("schema: par_index/scenarios/1\nscenarios:\n- {name: , set: {}}\n", ["E209"]),
        ("schema: par_index/scenarios/1\nscenarios:\n- {name: a}\n", ["E202"]),
        ("schema: par_index/scenarios/1\nscenarios:\n- {name: a, set: 5}\n", ["E203"]),
        ("schema: par_index/scenarios/1\nscenarios:\n- {name: a, last_year: {b: 1}}\n", []),
        ("schema: par_index/scenarios/1\nscenarios:\n- {name: a, last_year: 5}\n", ["E203"]),
        ("schema: par_index/scenarios/1\nscenarios:\n- {name: a, sett: {}}\n", ["E202", "E201"]),
        ("schema: par_index/scenarios/1\nscenarios:\n- {name: a, set: {b: 1, b: 2}}\n", ["E113"]),
    ],
)
def test_a_scenario_file_is_refused_with_its_faults(text: str, codes: list[str]) -> None:
    problems = Problems()
    read_scenarios(text.encode(), "a.yaml", problems)
    assert [one.code for one in problems.in_order()] == codes


def test_scenario_files_fit_their_schema() -> None:
    schema = json.loads((ROOT / "par_index/schemas/scenarios.schema.json").read_text("utf-8"))
    for path in (
        ROOT / "tests/golden/scenarios.yaml",
        ROOT / "tests/errors/gallery/E260.scenarios.yaml",
    ):
        text = path.read_text(encoding="utf-8")
        jsonschema.validate(yaml.load(text, Loader=yaml.BaseLoader), schema)
