"""A what-if as text, as a table, as Markdown, as CSV and as JSON."""

from __future__ import annotations

import csv
import io
import json
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.cases import load_case_set, make_submission
from support.edited import entries, new_values, scenarios_of
from support.strategies import units

import par_index
from par_index.advice.what_if import WhatIf, what_if, what_ifs
from par_index.model.assessment import Standing
from par_index.problems import InvalidInput
from par_index.reading.scenarios import Scenario
from par_index.rendering.advice.sheets import cell_number, passive
from par_index.rendering.advice.what_if_csv import what_if_csv
from par_index.rendering.advice.what_if_json import what_if_document
from par_index.rendering.advice.what_if_page import one_page
from par_index.rendering.advice.what_if_table import several_page
from par_index.rendering.columns import display_width
from par_index.rendering.json_document import dump
from par_index.rendering.markdown import page_document
from par_index.rendering.messages.advice_what_if import WHAT_IF
from par_index.rendering.messages.catalogue import slots_of
from par_index.rendering.text import lay_out

PACKAGE = Path(par_index.__file__).parent
SCHEMA = json.loads((PACKAGE / "schemas" / "what-if.schema.json").read_text(encoding="utf-8"))

DOCUMENT: dict[str, Any] = {
    "measures": [
        {"id": "y", "kind": "yes_no", "label": "Có kế hoạch"},
        {"id": "n", "kind": "count", "counted_in": "hồ sơ", "label": "Số hồ sơ"},
        {"id": "muc", "kind": "choice", "options": ["tot", "kem"], "label": "Mức"},
        {"id": "ngay", "kind": "date", "label": "Ngày gửi"},
    ],
    "criteria": [
        {"code": "1", "title": "=Kế hoạch", "max_points": "2", "scoring": {"full_if": "y"}},
        {
            "code": "2",
            "title": "Hồ sơ",
            "max_points": "1",
            "scoring": {"full_if": {"of": "n", "at_least": "3"}},
            "not_applicable": {"if": {"of": "n", "at_most": "0"}},
        },
        {
            "code": "3",
            "title": "Điểm thưởng",
            "extra": "yes",
            "max_points": "1",
            "scoring": {"full_if": {"of": "muc", "is": "tot"}},
        },
        {
            "code": "4",
            "title": "Đúng hạn",
            "max_points": "1",
            "scoring": {"full_if": {"of": "ngay", "before": "2025-06-30"}},
        },
    ],
    "grades": [
        {"id": "tot", "title": "Tốt", "at_least": "90%"},
        {"id": "kem", "title": "Kém", "otherwise": "yes"},
    ],
}


def compared(given: dict[str, Any], *values: dict[str, Any]) -> tuple[WhatIf, ...]:
    criteria = load_case_set(DOCUMENT)
    submission = make_submission(criteria, {"given": given, "as_of": "2025-01-31"})
    scenarios = [Scenario(f"Thử {n}", entries(one)) for n, one in enumerate(values, start=1)]
    return what_ifs(criteria, submission, scenarios)


def text_of(one: WhatIf, language: str = "vi") -> str:
    return lay_out(one_page(one, language), width=100, color=False)


def test_a_criterion_that_no_longer_applies_says_so() -> None:
    (one,) = compared({"y": "có", "n": "2", "muc": "kem"}, {"n": "0"})
    assert "Tổng điểm: 2–3 trên 4 → 2–3 trên 3" in text_of(one)
    assert "2  Hồ sơ (0/1 điểm → không áp dụng)\n" in text_of(one)
    back = compared({"n": "0"}, {"n": "3"})[0]
    assert "2  Hồ sơ (không áp dụng → 1/1 điểm; +1)\n" in text_of(back)


def test_words_beside_values_to_try_are_told_of_in_one_line() -> None:
    given = {
        "y": {"value": "không", "said": "đang xây dựng"},
        "n": {"value": "2", "quote": "2 hồ sơ"},
        "muc": "kem",
    }
    (one,) = compared(given, {"y": "có", "n": "3", "muc": "tot"})
    text = text_of(one)
    assert "trong tệp vẫn còn đoạn trích, lời nêu của giá trị cũ: y, n; nếu lấy" in text
    assert "W204" not in text
    assert [problem.code for problem in one.remarks] == ["W204"], "programs are told as ever"
    (same,) = compared(given, {"y": "không", "n": "2", "muc": "tot"})
    assert "lời nêu của giá trị cũ" not in text_of(same)
    (blank,) = compared(given, {"y": "", "n": ""})
    assert "lời nêu của giá trị cũ" not in text_of(blank)
    page = several_page(compared(given, {"y": "có"}, {"n": "3"}), "en", 100)
    (section,) = [one for one in page.sections if one.title == "Remarks on the values to try"]
    assert section.bullets == (
        "the file still has the words of the old values: y, n; correct these too if the values "
        "are taken over",
    )


def test_last_years_values_say_that_they_are() -> None:
    criteria = load_case_set(DOCUMENT)
    submission = make_submission(criteria, {"given": {"n": "2"}})
    (one,) = what_ifs(criteria, submission, scenarios_of({"last_year.n": "5"}))
    assert "  • Số hồ sơ (năm trước) (last_year.n): chưa báo cáo → 5\n" in text_of(one)
    jsonschema.validate(json.loads(dump(what_if_document([one]))), SCHEMA)


def test_numbers_without_an_end_are_no_days_in_a_spreadsheet() -> None:
    assert [cell_number(Fraction(1, 3), language) for language in ("vi", "en")] == [
        "0,333333",
        "0.333333",
    ]
    assert [cell_number(Fraction(-5, 4), language) for language in ("vi", "en")] == [
        "-1,25",
        "-1.25",
    ]
    assert (cell_number(Fraction(1234), "vi"), cell_number(None, "vi")) == ("1234", "")


def test_a_criterion_whose_outcome_alone_changes_says_how() -> None:
    both = {"all": ["y", {"of": "hai_long", "at_least": "90%"}]}
    document = {
        "measures": [
            {"id": "y", "kind": "yes_no"},
            {"id": "hai_long", "kind": "percent", "by": "survey"},
        ],
        "criteria": [
            {"code": "1", "title": "Cả hai", "max_points": "1", "scoring": {"full_if": both}}
        ],
    }
    criteria = load_case_set(document)
    one = what_if(criteria, make_submission(criteria, {}), entries({"y": "có"}))
    assert "Tổng điểm không đổi: 0–1 trên 1\n" in text_of(one)
    assert "1  Cả hai (0–1/1 điểm; chưa báo cáo → chờ)\n" in text_of(one)


def test_bonus_points_are_told_as_what_they_add() -> None:
    (one,) = compared({"y": "có", "n": "3", "ngay": "2025-06-01", "muc": "kem"}, {"muc": "tot"})
    assert "Tổng điểm: 4 → 5 trên 4; +1\n" in text_of(one)
    assert "3  Điểm thưởng (0 điểm → +1 điểm; +1)\n" in text_of(one)
    assert "• Mức (muc): “kem” → “tot”\n" in text_of(one)


def test_grades_are_told_where_something_else_can_be_said() -> None:
    (one,) = compared({"y": "không", "n": "3"}, {"y": "có"})
    standings = [(each.before, each.after) for each in one.grades]
    assert standings == [
        (Standing.IMPOSSIBLE, Standing.POSSIBLE),
        (Standing.SURE, Standing.POSSIBLE),
    ]
    assert "Xếp loại: Tốt (không còn đạt được → còn có thể); " in text_of(one)


def test_nothing_is_said_of_what_stays() -> None:
    (one,) = compared({"y": "có"}, {"y": "có"})
    shown = text_of(one)
    assert "Không có gì thay đổi: 2–5 trên 4\n" in shown
    assert "• Có kế hoạch (y): có (như hiện tại)\n" in shown
    for name in ("Trước", "Chỉ số", "Thay đổi", "Xếp loại"):
        assert name not in shown


def test_a_day_to_come_and_no_day_are_told_apart() -> None:
    (one,) = compared({}, {"ngay": "none"})
    assert "• Ngày gửi (ngay): chưa báo cáo → chưa có\n" in text_of(one)


def test_text_of_others_acts_in_no_spreadsheet() -> None:
    (one,) = compared({"y": "không"}, {"y": "có"})
    rows = list(csv.reader(io.StringIO(what_if_csv([one], "vi").removeprefix("\ufeff"))))
    assert [row[3] for row in rows if row[2] == "1"] == ["'=Kế hoạch"]
    assert passive("a\nb") == "a b"
    assert passive("-5") == "'-5"
    assert passive("a;=1;b; c") == "a;'=1;b; c"
    assert passive("") == ""


def test_numbers_of_a_spreadsheet_are_written_in_the_language() -> None:
    (one,) = compared({"y": "không"}, {"y": "có"})
    for language, share in (("vi", "0,"), ("en", "0.")):
        (row,) = [
            row
            for row in csv.reader(io.StringIO(what_if_csv([one], language)))
            if row[1] in ("Chỉ số (%)", "Index (%)")
        ]
        assert len(row) == 12
        assert share[0] in row[5]


@pytest.mark.parametrize("language", ["vi", "en"])
@settings(max_examples=40)
@given(unit=units(), data=st.data())
def test_whatever_differs_can_be_shown_in_every_form(language: str, unit: Any, data: Any) -> None:
    criteria = load_case_set(unit.document)
    submission = make_submission(criteria, unit.keys)
    tried = [data.draw(new_values(unit.document)) for _ in range(3)]
    try:
        several = what_ifs(
            criteria,
            submission,
            [Scenario(f"Thử lần {n}", entries(one)) for n, one in enumerate(tried)],
        )
    except InvalidInput:
        return
    document = json.loads(dump(what_if_document(several)))
    jsonschema.validate(document, SCHEMA)
    for one in several:
        assert text_of(one, language)
    for width in (60, 100):
        page = several_page(several, language, width)
        shown = lay_out(page, width=width, color=False)
        assert max(map(display_width, shown.splitlines())) <= width
    assert page_document(several_page(several, language))
    rows = list(csv.reader(io.StringIO(what_if_csv(several, language))))
    assert {len(row) for row in rows} == {12}


@pytest.mark.parametrize("name", WHAT_IF)
def test_every_label_is_there_in_both_languages_with_the_same_slots(name: str) -> None:
    text = WHAT_IF[name]
    assert text.vi
    assert text.en
    assert slots_of(text.vi) == slots_of(text.en)


def test_every_label_is_used() -> None:
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for path in (PACKAGE / "rendering" / "advice").glob("what_if*.py")
    )
    named = set(re.findall(r'"([a-z_]+)"', code)) | {one.value for one in Standing}
    composed = {f"sheet_{name}" for name in named} | {f"row_{name}" for name in named}
    assert set(WHAT_IF) - named - composed == set()
