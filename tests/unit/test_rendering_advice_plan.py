"""The plan as text, as a table, as CSV and as JSON."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from support.reports import all_of_them, example, scored, small

import par_index
from par_index.advice.plan import Order, Plan, plan
from par_index.model.assessment import Assessment
from par_index.nouns import replace
from par_index.problems import Owner, Problem, Source, Span
from par_index.rendering.advice.plan_json import PLAN as SCHEMA
from par_index.rendering.advice.plan_json import plan_document
from par_index.rendering.advice.plan_page import numeral, page_of
from par_index.rendering.advice.plan_table import csv_of, markdown_of
from par_index.rendering.json_document import dump, refusal_document
from par_index.rendering.messages.advice_plan import PLAN
from par_index.rendering.messages.catalogue import slots_of
from par_index.rendering.text import lay_out
from par_index.rendering.voice import Voice

PACKAGE = Path(par_index.__file__).parent
COLUMNS = [
    "TT",
    "Lĩnh vực",
    "Nhiệm vụ, giải pháp",
    "Hiện tại",
    "Yêu cầu",
    "Chủ trì",
    "Phối hợp",
    "Thời gian hoàn thành",
]


def text_of(
    assessment: Assessment,
    language: str = "vi",
    order: Order = Order.AREA,
    width: int = 80,
    *,
    with_gone: bool = False,
) -> str:
    made = plan(assessment)
    page = page_of(made, Voice.of(assessment, language), order, with_gone=with_gone)
    return lay_out(page, width=width, color=False)


def records(made: Plan, language: str = "vi", *, with_gone: bool = False) -> list[list[str]]:
    text = csv_of(made, language, Order.AREA, with_gone=with_gone)
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


# Sentences


@pytest.mark.parametrize("name", PLAN)
def test_every_sentence_is_there_in_both_languages_with_the_same_slots(name: str) -> None:
    text = PLAN[name]
    assert text.vi
    assert text.en
    unsaid = {"unit"} if name == "none_of" else set()  # units are Vietnamese words
    assert set(slots_of(text.en)) | unsaid == set(slots_of(text.vi))


def test_every_sentence_is_used() -> None:
    files = (PACKAGE / "rendering" / "advice").glob("plan_*.py")
    code = "\n".join(path.read_text(encoding="utf-8") for path in files)
    named = set(re.findall(r"""["']([A-Za-z_]+)["']""", code))
    made = ("column_", "kind_", "count_", "gone_line", "unknown_line")
    waits = {"not_due", "survey", "appraiser", "block"}
    assert [name for name in PLAN if name not in named | waits and not name.startswith(made)] == []


# Text


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_text_keeps_to_its_width(language: str, width: int) -> None:
    lines = text_of(example(), language, width=width, with_gone=True).splitlines()
    assert max(map(len, lines)) <= width


def test_what_is_gone_is_only_counted_unless_it_is_asked_for() -> None:
    told = "Không còn lấy lại được trong kỳ: 1 tiêu chí, mất 1 điểm"
    assert f"{told} (xem bằng --all)" in text_of(small())
    assert "1.2 " not in text_of(small())
    whole = text_of(small(), with_gone=True)
    assert "(xem bằng --all)" not in whole
    assert whole.index(told) > whole.index("2.2 ")
    assert "khả năng lấy lại: theo bộ tiêu chí, số liệu này không còn thay đổi được" in whole


def test_a_plan_after_the_period_says_that_it_is_late() -> None:
    ended = replace(small().criteria, ends=datetime.date(2021, 8, 31))
    late = replace(small(), criteria=ended)
    assert "Kỳ đánh giá đã hết ngày 31/08/2021" in text_of(late)
    assert "Kỳ đánh giá" not in text_of(small())


def test_a_plan_of_the_last_day_says_that_it_is_late_too() -> None:
    last = replace(small(), criteria=replace(small().criteria, ends=small().submission.as_of))
    assert "Số liệu chốt đúng ngày cuối kỳ (30/09/2021)" in text_of(last)
    assert "Kỳ đánh giá đã hết" not in text_of(last)


def test_a_day_without_anybody_is_no_assignment() -> None:
    text = text_of(small())
    assert "    thời gian: hạn cuối 29/12/2021\n" in text
    assert "phân công: thời gian" not in text
    assert "    phân công: Bộ phận một cửa chủ trì; thời gian: Tháng 12\n" in text


def test_what_is_required_is_not_asked_again_in_the_same_words() -> None:
    text = text_of(example())
    task = "Đã hoàn thành 100% kế hoạch tuyên truyền cải cách hành chính"
    assert f"    yêu cầu: {task}\n    cần báo cáo: trả lời có hoặc không (dòng 23)\n" in text


def test_by_gain_each_row_names_its_area() -> None:
    text = text_of(small(), order=Order.GAIN)
    assert text.count("lĩnh vực:") == 4
    assert text.index("2.1 ") < text.index("1.4 ")


def test_areas_are_numbered_as_offices_do() -> None:
    assert [numeral(number) for number in (1, 4, 6, 9, 14, 19)] == [
        "I",
        "IV",
        "VI",
        "IX",
        "XIV",
        "XIX",
    ]


# Markdown


def test_the_table_has_the_columns_of_the_appendix_and_the_points() -> None:
    text = markdown_of(plan(example()), "vi", Order.AREA, with_gone=False)
    header = next(line for line in text.splitlines() if line.startswith("| TT"))
    assert [cell.strip() for cell in header.strip("|").split("|")] == [
        *COLUMNS,
        "Điểm có thể lấy lại",
    ]
    assert "| 0/90 (0%) | Tối thiểu 27/90 (30%) | Bộ phận 1 cửa |" in text
    assert "| 6/90 (6,67%) | Tối thiểu 21/105 (20%), cần 15 hồ sơ mới |" in text


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_row_of_every_table_has_as_many_cells_as_its_head(language: str) -> None:
    for assessment in (small(), example()):
        text = markdown_of(plan(assessment), language, Order.AREA, with_gone=True)
        tables = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
        assert tables
        for table in tables:
            cells = {len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}
            assert len(cells) == 1


def test_what_users_write_cannot_break_the_table() -> None:
    given = {"dao_tao": {"value": "không", "said": "một | hai <b>ba</b>\nbốn"}}
    made = plan(scored({"as_of": "2021-09-30", "given": given}))
    text = markdown_of(made, "vi", Order.AREA, with_gone=False)
    assert "Một \\| hai &lt;b&gt;ba&lt;/b&gt; bốn" in text


def test_an_area_is_named_once_and_in_every_line_of_the_csv() -> None:
    made = plan(example())
    name = "Công tác chỉ đạo, điều hành cải cách hành chính"
    assert markdown_of(made, "vi", Order.AREA, with_gone=False).count(f"I. {name}") == 1
    assert [row[1] for row in records(made)].count(name) == 5


# CSV


def test_csv_has_a_line_for_each_row_in_the_same_columns() -> None:
    made = plan(example())
    header, *rows = records(made)
    assert header[:8] == COLUMNS
    assert len(rows) == len(made.rows)
    assert {len(row) for row in rows} == {len(header)}
    text = csv_of(made, "vi", Order.AREA, with_gone=False)
    assert text.count("\r\n") == len(rows) + 1


def test_csv_tells_what_is_gone_only_when_asked_to() -> None:
    made = plan(small())
    assert len(records(made, with_gone=True)) == len(records(made)) + 1
    last = records(made, with_gone=True)[-1]
    assert last[-2] == "không còn lấy lại được"
    assert last[-1].startswith("mất 1 điểm; theo bộ tiêu chí")


@pytest.mark.parametrize("begun", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"])
def test_no_cell_of_the_csv_acts_in_a_spreadsheet(begun: str) -> None:
    given = {"dao_tao": {"value": "không", "said": f'{begun}, "x"\r\ny'}}
    made = plan(scored({"as_of": "2021-09-30", "given": given}))
    row = next(row for row in records(made) if "(1.3)" in row[2])
    assert row[3] == f'\'{begun.strip()}, "x" y'


def test_points_in_the_csv_are_numbers_of_the_language() -> None:
    made = plan(scored({"as_of": "2021-09-30", "given": {"tong": "90", "so_hoa": "14"}}))
    points = {
        language: next(row[8:10] for row in records(made, language) if "(2.1)" in row[2])
        for language in ("vi", "en")
    }
    assert points == {"vi": ["1,5", "1,5"], "en": ["1.5", "1.5"]}


# JSON


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    path = PACKAGE / "schemas" / "plan.schema.json"
    return Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))


def test_every_plan_fits_the_schema(schema: Draft202012Validator) -> None:
    for assessment in all_of_them():
        schema.validate(json.loads(dump(plan_document(plan(assessment), Order.GAIN))))


def test_a_refusal_fits_the_schema(schema: Draft202012Validator) -> None:
    problem = Problem("E901", Span(Source("unit.yaml", Owner.SYSTEM)), {"file": "unit.yaml"})
    schema.validate(json.loads(dump(refusal_document([problem], 5, SCHEMA))))


def test_json_says_the_cells_in_both_languages_and_what_proves_them() -> None:
    document: Any = plan_document(plan(example()), Order.AREA)
    row = next(one for one in document["rows"] if one["code"] == "hdh.bccitra")
    assert row["required"] == {
        "vi": "tối thiểu 21/105 (20%), cần 15 hồ sơ mới",
        "en": "at least 21/105 (20%), 15 new ones needed",
    }
    assert row["gain"] == {"certain": "1", "possible": "1"}
    (goal,) = row["goals"]
    assert goal["changes"][0]["amount"] == 15
    assert not document["additive"]
