"""Cross-checks as they are written: both sides are alike, and every slip is told as what it is."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from support.cases import load_case_set

from par_index.problems import InvalidInput, Problem
from par_index.rendering.messages.catalogue import sentence

MEASURES = """
- {id: hs, kind: count, counted_in: hồ sơ}
- {id: hs.xong, kind: count, counted_in: hồ sơ}
- {id: nguoi, kind: count, counted_in: người}
- {id: khong_don_vi, kind: count}
- {id: dem_dong, kind: count, counted_in: đồng}
- {id: tien, kind: money, counted_in: đồng}
- {id: ty_le, kind: percent}
- {id: ngay, kind: date}
- {id: ngay.het, kind: date}
- {id: muc, kind: choice, options: [som, muon]}
- {id: co, kind: yes_no}
"""


CRITERIA = "criteria: [{code: '1', max_points: 1, scoring: {full_if: co}}]"


def told(*checks: str) -> list[Problem]:
    """What is wrong with checks, each the rest of a mapping that has its id and sentence."""
    document: dict[str, Any] = yaml.load(
        f"measures: {MEASURES}\n{CRITERIA}", Loader=yaml.BaseLoader
    )
    document["checks"] = [
        {"id": f"ck-{number}", "say": "Thử"} | yaml.load(f"{{{one}}}", Loader=yaml.BaseLoader)
        for number, one in enumerate(checks)
    ]
    try:
        return list(load_case_set(document).remarks)
    except InvalidInput as refused:
        return list(refused.problems)


@pytest.mark.parametrize(
    ("sides", "left", "right"),
    [
        ("hs, nguoi", "hồ sơ", "người"),
        ("hs, ty_le", "hồ sơ", "tỷ lệ phần trăm"),
        ("hs, 30%", "hồ sơ", "tỷ lệ phần trăm"),
        ("ty_le, 30", "tỷ lệ phần trăm", "số"),
        ("ngay, hs", "ngày", "hồ sơ"),
        ("ngay, 2", "ngày", "số"),
        ("{days: [ngay, ngay.het]}, hs", "số ngày", "hồ sơ"),
        ("khong_don_vi, hs", "số đếm", "hồ sơ"),
        ("dem_dong, tien", "số đếm", "số tiền"),
    ],
)
def test_sides_that_are_not_alike_are_told_by_what_they_count(
    sides: str, left: str, right: str
) -> None:
    (problem,) = told(f"equal: [{sides}]")
    assert problem.code == "E371"
    words = sentence(problem, "vi")
    assert words.title == f"hai bên không cùng loại: một bên là {left}, một bên là {right}"
    assert "(" not in sentence(problem, "en").title


@pytest.mark.parametrize(
    ("check", "code"),
    [
        ("equal: [1, 2]", "E332"),
        ("at_most: [2025-01-01, 2025-12-31]", "E332"),
        ("equal: [hs, hs]", "E372"),
        ("at_least: [{sum: [hs, hs.xong]}, {sum: [hs, hs.xong]}]", "E372"),
        ("at_most: [ngay, ngay]", "E372"),
        ("equal: [muc, muc]", "E333"),
        ("equal: [co, hs]", "E333"),
        ("at_most: [ngay, ngay.het], explained_by: [hs]", "E334"),
        ("equal: [hs.xong, hs], explained_by: [nguoi]", "E338"),
        ("equal: [hs.xong, hs], explained_by: [ty_le]", "E338"),
        ("equal: [hs.xong, hs], explained_by: [nguoii]", "E312"),
    ],
)
def test_a_check_that_says_nothing_is_refused(check: str, code: str) -> None:
    assert {problem.code for problem in told(check)} == {code}


@pytest.mark.parametrize(
    "check",
    [
        "at_most: [ngay, 2025-12-31]",
        "at_least: [hs, 5]",
        "at_least: [ty_le, 5%]",
        "equal: [{sum: [hs, hs.xong]}, {sum: [hs.xong, hs, 0]}]",
        "equal: [hs.xong, hs], explained_by: [hs]",
    ],
)
def test_what_can_be_compared_is_fine(check: str) -> None:
    assert told(check) == []


def test_what_may_explain_a_gap_is_told_by_what_it_counts() -> None:
    (problem,) = told("equal: [hs.xong, hs], explained_by: [nguoi]")
    assert sentence(problem, "vi").remark == "đại lượng thuộc loại: người; cần: hồ sơ"
    (problem,) = told("at_most: [ngay, ngay.het], explained_by: [hs]")
    assert sentence(problem, "vi").title == "`explained_by` không đi với `kind: date`"


@pytest.mark.parametrize(
    ("written", "expected"),
    [("31/12/2025", "2025-12-31"), ("1/2/2025", "2025-02-01"), ("31/02/2025", "2025-12-31")],
)
def test_a_day_as_people_write_it_is_told_as_a_set_writes_it(written: str, expected: str) -> None:
    for check in (f"at_most: [ngay, {written}]", f"at_most: [{{days: [ngay, {written}]}}, 0]"):
        (problem,) = told(check)
        assert (problem.code, problem.params["found"]) == ("E304", written)
        assert problem.params["expected"] == expected


def test_everything_wrong_is_told_at_once() -> None:
    found = told("equal: [hs, nguoi]", "equal: [hs, hs]", "at_most: [ngay, 31/12/2025]")
    assert {problem.code for problem in found} == {"E371", "E372", "E304"}
