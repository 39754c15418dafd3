"""What decides, on nouns: who absorbs, who shares, what a grade takes."""

from __future__ import annotations

import itertools
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.cases import load_case_set, scored

from par_index.advice import decides_search
from par_index.advice.decides import Decides, GradeNeed, Item, decides
from par_index.model.assessment import Standing
from par_index.model.reasons import Why

LETTERS = "abcdef"
QUOTA = {"at_most": "15%", "of": "units", "round": "down", "else": "cuoi"}


def yes_no(id: str) -> dict[str, Any]:
    return {"id": id, "kind": "yes_no"}


def leaf(code: str, measure: Any, points: str = "1") -> dict[str, Any]:
    return {"code": code, "max_points": points, "scoring": {"full_if": measure}}


def grades(*ladder: tuple[str, str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [{"id": id, "at_least": bound} for id, bound in ladder]
    return [*found, {"id": "cuoi", "title": "Còn lại", "otherwise": "yes"}]


def told(document: dict[str, Any], **keys: Any) -> Decides:
    return decides(scored(load_case_set(document), keys))


def item_of(found: Decides, code: str) -> Item:
    return next(one for one in found.items if one.code == code)


def ends_of(item: Item) -> dict[str, tuple[str, str]]:
    return {one.end.value: (str(one.low), str(one.high)) for one in item.ends}


def grade_of(found: Decides, id: str) -> GradeNeed:
    return next(one for one in found.grades if one.grade.id == id)


def codes(held: Any) -> list[str]:
    return [item.code for item, _ in held]


def test_a_leaf_opens_its_points() -> None:
    document = {
        "measures": [yes_no("a"), yes_no("b")],
        "criteria": [leaf("1", "a", "2"), leaf("2", "b")],
    }
    found = told(document)
    assert [one.code for one in found.items] == ["1", "2"]
    assert ends_of(found.items[0]) == {"least": ("0", "1"), "most": ("2", "3")}
    assert found.items[0].closes == (2, 2)
    assert [(one.measure, one.why) for one in found.items[0].open.waits] == [("a", Why.MISSING)]
    assert not told(document, given={"a": "yes", "b": "no"}).is_open


def test_a_cap_of_the_group_absorbs_what_its_leaves_open() -> None:
    parts = [leaf("1.1", "a", "2"), leaf("1.2", "b", "2")]
    document = {
        "measures": [yes_no("a"), yes_no("b")],
        "criteria": [{"code": "1", "components": parts, "scoring": {"cap": "3"}}],
    }
    found = told(document)
    assert ends_of(item_of(found, "1.1")) == {"least": ("0", "2"), "most": ("2", "3")}
    assert item_of(found, "1.1").closes == (1, 2)
    # With the other one full, no more than 1 is left to decide.
    assert item_of(told(document, given={"b": "yes"}), "1.1").closes == (1, 1)


def test_below_a_minimum_one_leaf_alone_makes_nothing_sure() -> None:
    parts = [leaf("1.1", "a", "2"), leaf("1.2", "b", "2")]
    document = {
        "measures": [yes_no("a"), yes_no("b"), yes_no("c")],
        "criteria": [
            {"code": "1", "components": parts, "scoring": {"minimum": "3"}},
            leaf("2", "c", "3"),
        ],
        "grades": grades(("dat", "4")),
    }
    need = grade_of(told(document), "dat")
    assert need.need is not None
    assert (need.need.lacks, need.need.open) == (4, 7)
    assert codes(need.necessary) == ["1.1", "1.2"]
    assert need.smallest is not None
    # The two of the group, not the leaf with the most points and both of them.
    assert (codes(need.smallest.chosen), need.smallest.is_cut) == (["1.1", "1.2"], False)
    document["grades"] = grades(("dat", "3"))
    need = grade_of(told(document), "dat")
    assert codes(need.sufficient) == ["2"]
    assert need.smallest is not None
    assert codes(need.smallest.chosen) == ["2"]


def test_the_own_tests_of_a_gate_are_an_item() -> None:
    document = {
        "measures": [yes_no("a"), yes_no("b")],
        "criteria": [
            {"code": "1", "components": [leaf("1.1", "a", "2")], "scoring": {"if": "b"}},
        ],
    }
    found = told(document, given={"a": "yes"})
    assert [(one.code, one.open.kind.value) for one in found.items] == [("1", "gate")]
    assert ends_of(found.items[0]) == {"least": ("0", "0"), "most": ("2", "2")}
    assert [(one.code, one.open.kind.value) for one in told(document).items] == [
        ("1", "gate"),
        ("1.1", "criterion"),
    ]


def test_one_figure_settles_several_criteria() -> None:
    document = {
        "measures": [{"id": "n", "kind": "count", "counted_in": "hồ sơ"}, yes_no("a")],
        "criteria": [
            leaf("1", {"of": "n", "at_least": "3"}),
            leaf("2", {"of": "n", "at_most": "5"}),
            leaf("3", {"all": [{"of": "n", "at_least": "1"}, "a"]}),
        ],
    }
    found = told(document)
    by_measures = {one.measures: one for one in found.data}
    assert codes((one, None) for one in by_measures["n",].items) == ["1", "2", "3"]
    assert codes((one, None) for one in by_measures["n",].settles) == ["1", "2"]
    assert by_measures["n",].is_at_most
    assert (by_measures["n",].least, by_measures["n",].most) == ((0, 0), (3, 3))
    assert codes((one, None) for one in by_measures["a",].settles) == []


def test_what_others_and_later_days_decide() -> None:
    document = {
        "measures": [
            {"id": "hl", "kind": "percent", "by": "survey"},
            {"id": "ngay", "kind": "date"},
        ],
        "criteria": [
            leaf("1", {"of": "hl", "at_least": "90%"}),
            leaf("2", {"of": "ngay", "before": "2025-12-30"}),
        ],
    }
    found = told(document, as_of="2025-09-30")
    waits = {one.code: one.open.waits[0] for one in found.items}
    assert (waits["1"].why, waits["1"].due) == (Why.SURVEY, None)
    assert (waits["2"].why, str(waits["2"].due)) == (Why.NOT_DUE, "2025-12-29")


def test_a_grade_whose_own_tests_are_open() -> None:
    document = {
        "measures": [yes_no("a"), yes_no("b"), yes_no("c")],
        "criteria": [leaf("1", "a"), leaf("2", "c")],
        "grades": [
            {"id": "tot", "at_least": "1", "if": "b"},
            {"id": "cuoi", "title": "Còn lại", "otherwise": "yes"},
        ],
    }
    found = told(document, given={"c": "yes"})
    need = grade_of(found, "tot")
    assert [one.measure for one in need.waits] == ["b"]
    assert need.smallest is not None
    assert (need.smallest.chosen, need.smallest.with_tests) == ((), True)
    assert {one.measures: [g.id for g in one.grades] for one in found.data}["b",] == ["tot"]
    # Without points enough, both are needed; the tests alone make nothing sure.
    need = grade_of(told(document, given={"c": "no"}), "tot")
    assert need.smallest is not None
    assert (codes(need.smallest.chosen), need.smallest.with_tests) == (["1"], True)
    assert codes(need.necessary) == ["1"]
    assert not need.sufficient


def test_a_grade_or_a_better_one() -> None:
    document = {
        "measures": [yes_no(id) for id in LETTERS[:4]],
        "criteria": [leaf(str(n), id, "1") for n, id in enumerate(LETTERS[:4], start=1)],
        "grades": grades(("xuat-sac", "100%"), ("kha", "50%")),
    }
    found = told(document, given={"a": "yes"})
    assert [one.grade.id for one in found.grades] == ["xuat-sac", "kha"]
    best, fair = found.grades
    assert codes(best.necessary) == ["2", "3", "4"]
    assert best.smallest is not None
    assert len(best.smallest.chosen) == 3
    assert codes(fair.sufficient) == ["2", "3", "4"]
    assert fair.smallest is not None
    assert len(fair.smallest.chosen) == 1
    # What is sure to be reached is not open any more.
    found = told(document, given={"a": "yes", "b": "yes"})
    assert [one.grade.id for one in found.grades] == ["xuat-sac"]


def test_a_quota_is_left_aside_and_said() -> None:
    document = {
        "measures": [yes_no("a")],
        "criteria": [leaf("1", "a")],
        "grades": [
            {"id": "tot", "at_least": "1", "quota": QUOTA},
            {"id": "cuoi", "title": "Còn lại", "otherwise": "yes"},
        ],
    }
    need = grade_of(told(document), "tot")
    assert need.has_quota
    assert need.smallest is not None
    assert codes(need.smallest.chosen) == ["1"]


def test_a_search_that_is_cut_off_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decides_search, "MOST_WAYS", 5)
    parts = [leaf(f"1.{n}", id, "1") for n, id in enumerate(LETTERS, start=1)]
    document = {
        "measures": [yes_no(id) for id in LETTERS],
        "criteria": [{"code": "1", "components": parts, "scoring": {"minimum": "2"}}],
        "grades": grades(("dat", "3")),
    }
    need = grade_of(told(document), "dat")
    assert need.smallest is not None
    assert need.smallest.is_cut
    monkeypatch.undo()
    need = grade_of(told(document), "dat")
    assert need.smallest is not None
    assert (len(need.smallest.chosen), need.smallest.is_cut) == (3, False)


@st.composite
def weighted(draw: st.DrawFn) -> dict[str, Any]:
    """Two groups with a minimum and a cap, whose leaves differ in points, and a bound."""
    points = draw(st.lists(st.integers(1, 5), min_size=4, max_size=6))
    cut = draw(st.integers(1, len(points) - 1))
    groups = []
    for number, part in enumerate((points[:cut], points[cut:]), start=1):
        start = 0 if number == 1 else cut
        leaves = [
            leaf(f"{number}.{n}", LETTERS[start + n - 1], str(each))
            for n, each in enumerate(part, start=1)
        ]
        least, most = draw(st.integers(1, sum(part))), draw(st.integers(1, sum(part)))
        scoring = {"minimum": str(min(least, most)), "cap": str(most)}
        groups.append({"code": str(number), "components": leaves, "scoring": scoring})
    bound = draw(st.integers(1, sum(int(group["scoring"]["cap"]) for group in groups)))
    return {
        "measures": [yes_no(id) for id in LETTERS[: len(points)]],
        "criteria": groups,
        "grades": grades(("dat", str(bound))),
    }


def total_of(document: dict[str, Any], met: set[str]) -> Fraction:
    """The total where just these leaves are met, the plain way."""
    total = 0
    for group in document["criteria"]:
        points = sum(int(one["max_points"]) for one in group["components"] if one["code"] in met)
        scoring = group["scoring"]
        points = 0 if points < int(scoring["minimum"]) else points
        total += min(points, int(scoring["cap"]))
    return Fraction(total)


@settings(max_examples=60)
@given(weighted())
def test_the_smallest_set_is_the_smallest_of_all(document: dict[str, Any]) -> None:
    """Where leaves are yes or no, unmet is the worst that open may be."""
    found = told(document)
    bound = int(document["grades"][0]["at_least"])
    all_codes = [one["code"] for group in document["criteria"] for one in group["components"]]
    enough = [
        count
        for count in range(len(all_codes) + 1)
        if any(
            total_of(document, set(met)) >= bound
            for met in itertools.combinations(all_codes, count)
        )
    ]
    need = next(iter(found.grades), None)
    if not enough or need is None:
        assert not found.grades
        return
    assert need.standing is Standing.POSSIBLE
    assert need.smallest is not None
    assert (len(need.smallest.chosen), need.smallest.is_cut) == (min(enough), False)
    for code in all_codes:
        without = [one for one in all_codes if one != code]
        assert (code in codes(need.necessary)) == (total_of(document, set(without)) < bound)
        assert (code in codes(need.sufficient)) == (total_of(document, {code}) >= bound)
