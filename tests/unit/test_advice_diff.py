"""Diff on nouns: what becomes of old data under another set, and whose doing a change is."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from support.cases import load_case_set, scored

from par_index.advice.diff import Diff, Parts, Row, RowKind, diff
from par_index.advice.diff_carrying import LeftReason
from par_index.model.assessment import Assessment
from par_index.problems import Owner, Problems
from par_index.reading.mapping import CodeMapping, read_mapping

OLD: dict[str, Any] = {
    "measures": [
        {"id": "a", "kind": "yes_no"},
        {"id": "n", "kind": "count", "counted_in": "hồ sơ"},
        {"id": "ngay", "kind": "date"},
        {"id": "muc", "kind": "choice", "options": ["som", "muon"]},
    ],
    "criteria": [
        {
            "code": "1",
            "components": [
                {"code": "1.1", "max_points": "1", "scoring": {"full_if": "a"}},
                {
                    "code": "1.2",
                    "max_points": "2",
                    "scoring": {"full_if": {"of": "n", "at_least": "10"}},
                },
                {
                    "code": "1.3",
                    "max_points": "1",
                    "scoring": {"full_if": {"of": "ngay", "before": "2025-06-30"}},
                },
            ],
        },
        {"code": "2", "max_points": "1", "scoring": {"full_if": {"of": "muc", "is": "som"}}},
    ],
}
GIVEN = {"a": "yes", "n": "12", "ngay": "2025-03-01", "muc": "som"}
DAY = "2025-12-31"


def changed(**others: Any) -> dict[str, Any]:
    """The old document with some measures and criteria that are otherwise."""
    measures = {one["id"]: one for one in OLD["measures"]} | others.get("measures", {})
    criteria = others.get("criteria", OLD["criteria"])
    return {"measures": [one for one in measures.values() if one], "criteria": criteria}


def assessed(document: dict[str, Any], given: dict[str, Any] = GIVEN, **keys: Any) -> Assessment:
    return scored(load_case_set(document), {"as_of": DAY, "given": given, **keys})


def stricter(at_least: str) -> dict[str, Any]:
    group, other = OLD["criteria"]
    first, second, third = group["components"]
    second = {**second, "scoring": {"full_if": {"of": "n", "at_least": at_least}}}
    return changed(criteria=[{**group, "components": [first, second, third]}, other])


def rows(one: Diff) -> dict[str, Row]:
    return {row.score.code: row for row in one.rows}


def split(parts: Parts) -> tuple[tuple[str, str], tuple[str, str]]:
    """The parts of both ends, rules first."""
    rules, data = parts.rules, parts.data
    return (str(rules[0]), str(rules[1])), (str(data[0]), str(data[1]))


def left(one: Diff) -> dict[str, LeftReason]:
    assert one.carried is not None
    return {each.id: each.reason for each in one.carried.left}


def test_a_stricter_rule_takes_and_better_data_give() -> None:
    one = diff(assessed(OLD), assessed(stricter("15"), {**GIVEN, "n": "20", "a": "no"}))
    found = rows(one)
    assert split(found["1.2"].parts) == (("-2", "-2"), ("2", "2"))
    assert split(found["1.1"].parts) == (("0", "0"), ("-1", "-1"))
    assert split(found["1"].parts) == (("-2", "-2"), ("1", "1"))
    assert split(one.total) == (("-2", "-2"), ("1", "1"))
    assert one.index is not None
    assert one.index.rules == (Fraction(-2, 5), Fraction(-2, 5))
    assert "2" not in found
    assert {each.measure: (each.before, each.after) for each in one.data}.keys() == {"a", "n"}


def test_one_set_is_all_data() -> None:
    before, after = assessed(OLD, {}), assessed(OLD)
    one = diff(before, after)
    assert not one.is_of_two
    assert split(one.total) == (("0", "0"), ("5", "0"))
    assert [each.measure for each in one.data] == ["a", "n", "ngay", "muc"]


def test_new_and_dropped_criteria_are_the_doing_of_the_rules() -> None:
    group, _ = OLD["criteria"]
    new = {"code": "3", "max_points": "3", "scoring": {"full_if": "moi"}}
    document = changed(
        measures={"moi": {"id": "moi", "kind": "yes_no"}, "muc": None}, criteria=[group, new]
    )
    one = diff(assessed(OLD), assessed(document, {"a": "yes", "n": "3", "moi": "yes"}))
    found = rows(one)
    assert (found["3"].kind, split(found["3"].parts)) == (
        RowKind.NEW,
        (("3", "3"), ("0", "0")),
    )
    assert (found["2"].kind, split(found["2"].parts)) == (
        RowKind.DROPPED,
        (("-1", "-1"), ("0", "0")),
    )
    # Of the day nothing is said any more: what it may still be is open.
    assert split(one.total) == (("2", "2"), ("-3", "-2"))
    assert left(one) == {"muc": LeftReason.NO_MEASURE}


def test_codes_and_measures_that_were_renamed() -> None:
    group, _ = OLD["criteria"]
    renamed = {"code": "9", "max_points": "1", "scoring": {"full_if": {"of": "muc2", "is": "som"}}}
    muc = {"id": "muc2", "kind": "choice", "options": ["som", "muon"]}
    document = changed(measures={"muc": None, "muc2": muc}, criteria=[group, renamed])
    given = {"a": "yes", "n": "12", "ngay": "2025-03-01", "muc2": "muon"}
    mapping = CodeMapping({"2": "9"}, {"muc": "muc2"})
    one = diff(assessed(OLD), assessed(document, given), mapping)
    (row,) = one.rows
    assert (row.kind, row.before and row.before.code, row.after and row.after.code) == (
        RowKind.BOTH,
        "2",
        "9",
    )
    assert split(row.parts) == (("0", "0"), ("-1", "-1"))
    assert [(each.old, each.measure) for each in one.data] == [("muc", "muc2")]
    assert left(one) == {}


def test_days_stay_unless_the_mapping_moves_them() -> None:
    group, other = OLD["criteria"]
    first, second, third = group["components"]
    later = {**third, "scoring": {"full_if": {"of": "ngay", "before": "2026-02-01"}}}
    document = changed(criteria=[{**group, "components": [first, second, later]}, other])
    after = assessed(document, {**GIVEN, "ngay": "2026-03-01"}, as_of="2026-12-31")
    as_is = diff(assessed(OLD), after)
    assert as_is.carried is not None
    assert (as_is.carried.dated, str(as_is.carried.submission.as_of)) == (("ngay",), DAY)
    assert split(rows(as_is)["1.3"].parts) == (("0", "0"), ("-1", "-1"))
    assert [each.measure for each in as_is.data] == ["ngay"]
    moved = diff(assessed(OLD), after, CodeMapping(shift_years=1))
    assert moved.carried is not None
    assert str(moved.carried.submission.as_of) == "2026-12-31"
    assert split(rows(moved)["1.3"].parts) == (("-1", "-1"), ("0", "0"))
    assert moved.data == ()


@pytest.mark.parametrize(
    ("measure", "reason"),
    [
        ({"id": "n", "kind": "money", "counted_in": "hồ sơ"}, LeftReason.KIND),
        ({"id": "n", "kind": "count", "counted_in": "nghìn hồ sơ"}, LeftReason.UNIT),
        ({"id": "n", "kind": "count", "counted_in": "hồ sơ", "min": "20"}, LeftReason.BOUNDS),
        (
            {"id": "n", "kind": "count", "counted_in": "hồ sơ", "by": "appraiser"},
            LeftReason.GIVER,
        ),
    ],
)
def test_what_is_no_value_of_the_new_measure_is_left_behind(
    measure: dict[str, Any], reason: LeftReason
) -> None:
    after = assessed(changed(measures={"n": measure}), {})
    one = diff(assessed(OLD), after)
    assert left(one) == {"n": reason}
    assert one.carried is not None
    assert "n" not in {**one.carried.submission.data, **one.carried.submission.external}


def test_a_named_measure_is_carried_in_the_unit_that_somebody_says_is_the_same() -> None:
    measure = {"id": "n", "kind": "count", "counted_in": "bộ hồ sơ"}
    after = assessed(changed(measures={"n": measure}))
    assert left(diff(assessed(OLD), after, CodeMapping({}, {"n": "n"}))) == {}


def test_an_option_that_is_gone_and_a_contradiction_are_left_behind() -> None:
    measures = {
        "muc": {"id": "muc", "kind": "choice", "options": ["dung", "muon"]},
        "n": {"id": "n", "kind": "count", "counted_in": "hồ sơ", "within": "m"},
        "m": {"id": "m", "kind": "count", "counted_in": "hồ sơ"},
    }
    group, _ = OLD["criteria"]
    other = {"code": "2", "max_points": "1", "scoring": {"full_if": {"of": "muc", "is": "dung"}}}
    before = changed(measures={"m": measures["m"]})
    old = assessed(before, {**GIVEN, "n": "12", "m": "5"})
    one = diff(old, assessed(changed(measures=measures, criteria=[group, other]), {}))
    assert left(one) == {
        "muc": LeftReason.OPTION,
        "n": LeftReason.CONFLICT,
        "m": LeftReason.CONFLICT,
    }


def test_grounds_for_not_applying_go_where_they_are_listed() -> None:
    ground = [{"id": "khong-co", "text": "Không có"}]
    group, other = OLD["criteria"]
    policy = {"not_applicable": {"grounds": ground}}
    old = changed(criteria=[group, {**other, **policy}])
    answers = [{"code": "2", "not_applicable": {"ground": "khong-co"}, "explanation": "x"}]
    before = assessed(old, answers=answers)
    assert before.total.applicable == 4
    unlisted = diff(before, assessed(OLD))
    assert left(unlisted) == {"2": LeftReason.GROUND}
    assert split(rows(unlisted)["2"].parts) == (("1", "1"), ("0", "0"))
    listed = changed(criteria=[group, {**other, **policy, "title": "Khác"}])
    assert left(diff(before, assessed(listed))) == {}


def test_the_answers_of_last_year_are_carried_too() -> None:
    group, other = OLD["criteria"]
    scoring = {"full_if": {"of": {"minus": ["n", {"last_year": "n"}]}, "at_least": "1"}}
    code = {"code": "3", "max_points": "1", "scoring": scoring}
    document = changed(criteria=[group, other, code])
    keys = {"last_year": {"n": "11"}}
    after = assessed({**document, "measures": document["measures"]}, **keys)
    before = assessed(changed(criteria=[group, {**other, "title": "Khác"}, code]), **keys)
    one = diff(before, after)
    assert one.is_empty
    assert left(one) == {}


# Mappings.


def read(text: str) -> tuple[CodeMapping, list[str]]:
    old = load_case_set(OLD)
    new = load_case_set(changed(measures={"tong": {"id": "tong", "kind": "money"}}))
    problems = Problems()
    mapping = read_mapping(text.encode(), "doi-ma.yaml", old, new, problems)
    found = problems.in_order()
    assert all(one.owner is Owner.MAPPING for one in found)
    return mapping, [f"{one.code} {one.span.line}:{one.span.column}" for one in found]


HEAD = "schema: par_index/mapping/1\n"


def test_a_mapping_says_what_became_what() -> None:
    mapping, problems = read(HEAD + 'criteria: {"1.1": "1.2", "2": }\nshift_years: 1\n')
    assert problems == []
    assert mapping == CodeMapping({"1.1": "1.2", "2": None}, {}, 1)
    codes = {"1.1", "1.2", "2"}
    assert mapping.criterion("1.1", codes) == "1.2"
    assert mapping.criterion("1.2", codes) is None, "another became that"
    assert mapping.criterion("2", codes) is None
    assert CodeMapping().criterion("2", codes) == "2"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("schema: par_index/mapping/2\n", ["E205 1:9"]),
        (HEAD + 'criteria: {"1.9": "1.1"}\n', ["E211 2:12"]),
        (HEAD + 'criteria: {"1.1": "1.9"}\n', ["E211 2:19"]),
        (HEAD + 'criteria: {"1.1": "2", "1.2": "2"}\n', ["E282 2:31"]),
        (HEAD + "measures: {x: a}\n", ["E281 2:12"]),
        (HEAD + "measures: {a: y}\n", ["E281 2:15"]),
        (HEAD + "measures: {n: tong}\n", ["E283 2:15"]),
        (HEAD + "shift_years: mot\n", ["E284 2:14"]),
        (HEAD + "shift_years: 99\n", ["E284 2:14"]),
        (HEAD + "tieu_chi: {}\n", ["E201 2:1"]),
        (HEAD + "criteria: [1]\n", ["E203 2:1"]),
        (HEAD + 'criteria: {"1.1": [a]}\n', ["E208 2:12"]),
    ],
)
def test_everything_wrong_with_a_mapping_has_its_place(text: str, expected: list[str]) -> None:
    assert read(text)[1] == expected
