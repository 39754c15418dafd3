"""What decides as text, as Markdown, as CSV and as JSON."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from support.cases import load_case_set, scored
from support.strategies import units

import par_index
from par_index.advice.decides import Decides, decides
from par_index.advice.decides_board import ItemKind
from par_index.advice.pinning import End
from par_index.rendering.advice.decides_csv import decides_csv
from par_index.rendering.advice.decides_json import decides_document
from par_index.rendering.advice.decides_page import decides_page
from par_index.rendering.columns import display_width
from par_index.rendering.json_document import dump
from par_index.rendering.markdown import page_document
from par_index.rendering.messages.advice_decides import DECIDES
from par_index.rendering.messages.catalogue import slots_of
from par_index.rendering.text import lay_out

PACKAGE = Path(par_index.__file__).parent
SCHEMA = json.loads((PACKAGE / "schemas" / "decides.schema.json").read_text(encoding="utf-8"))

DOCUMENT: dict[str, Any] = {
    "measures": [
        {"id": "a", "kind": "yes_no", "label": "=Có kế hoạch"},
        {"id": "b", "kind": "yes_no", "label": "Đủ điều kiện"},
        {"id": "n", "kind": "count", "counted_in": "hồ sơ", "label": "Số hồ sơ"},
        {"id": "hl", "kind": "percent", "by": "survey", "label": "Mức hài lòng"},
    ],
    "criteria": [
        {
            "code": "1",
            "title": "Nhóm",
            "scoring": {"if": "b"},
            "components": [
                {"code": "1.1", "title": "@Một", "max_points": "2", "scoring": {"full_if": "a"}},
                {
                    "code": "1.2",
                    "title": "Hai",
                    "max_points": "1",
                    "scoring": {"full_if": {"of": "n", "at_least": "3"}},
                    "not_applicable": {"if": {"of": "n", "at_most": "0"}},
                },
            ],
        },
        {
            "code": "2",
            "title": "Hài lòng",
            "max_points": "1",
            "scoring": {"full_if": {"all": [{"of": "hl", "at_least": "90%"}, "a"]}},
        },
        {
            "code": "3",
            "title": "Điểm thưởng",
            "extra": "yes",
            "max_points": "1",
            "scoring": {"full_if": {"of": "n", "at_least": "9"}},
        },
    ],
    "grades": [
        {"id": "tot", "title": "Tốt", "at_least": "3", "if": "b"},
        {"id": "kem", "title": "Kém", "otherwise": "yes"},
    ],
}


def told(given: dict[str, Any] | None = None) -> Decides:
    return decides(scored(load_case_set(DOCUMENT), {"given": given or {}}))


def text_of(one: Decides, language: str = "vi", width: int = 100) -> str:
    return lay_out(decides_page(one, language), width=width, color=False)


def test_every_kind_of_item_is_told() -> None:
    text = text_of(told())
    for line in (
        "  1    Điều kiện tiên quyết của nhóm: Nhóm (chưa rõ đạt hay không)",
        "    tổng điểm: 0–2 nếu không thuận; 0–5 nếu thuận; chốt được thì hẹp lại 0 đến 3 điểm",
        "  3    Điểm thưởng (0 đến +1 điểm)",
        "    cần báo cáo: trả lời có hoặc không: Đủ điều kiện",
        "    lý do chờ: chờ kết quả điều tra: Mức hài lòng",
    ):
        assert f"{line}\n" in text


def test_one_figure_for_several_criteria_is_told_once() -> None:
    text = " ".join(text_of(told({"b": "yes"})).split())
    assert "Báo cáo 1 số liệu “Số hồ sơ” thì chốt được 2 tiêu chí: 1.2, 3. Tổng điểm" in text
    assert "“=Có kế hoạch” thì chốt được 1 tiêu chí: 1.1; liên quan thêm 2. Tổng điểm" in text


def test_english_says_the_same() -> None:
    text = " ".join(text_of(told({"b": "yes"}), "en").split())
    assert "Report 1 figure, “Số hồ sơ”, to settle 2 criteria: 1.2, 3. The total is" in text
    assert "Tốt 3 points more, of 5 points open" in text


def test_a_grade_says_what_it_waits_for() -> None:
    text = " ".join(text_of(told({"n": "9", "a": "yes"})).split())
    assert "điều kiện: Đủ điều kiện" in text
    assert "điều kiện riêng" in text


def test_text_of_others_acts_in_no_spreadsheet() -> None:
    for language in ("vi", "en"):
        for row in csv.reader(io.StringIO(decides_csv(told(), language).removeprefix("\ufeff"))):
            assert not any(cell.startswith(("=", "@", "+")) for cell in row)


@pytest.mark.parametrize("language", ["vi", "en"])
@settings(max_examples=40)
@given(unit=units())
def test_whatever_decides_can_be_shown_in_every_form(language: str, unit: Any) -> None:
    one = decides(scored(load_case_set(unit.document), unit.keys))
    jsonschema.validate(json.loads(dump(decides_document(one))), SCHEMA)
    for width in (60, 100):
        shown = text_of(one, language, width)
        assert max(map(display_width, shown.splitlines())) <= width
    assert page_document(decides_page(one, language))
    rows = list(csv.reader(io.StringIO(decides_csv(one, language))))
    assert {len(row) for row in rows} == {15}


@pytest.mark.parametrize("name", DECIDES)
def test_every_label_is_there_in_both_languages_with_the_same_slots(name: str) -> None:
    text = DECIDES[name]
    assert text.vi
    assert text.en
    assert slots_of(text.vi) == slots_of(text.en)


def test_every_label_is_used() -> None:
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for path in (PACKAGE / "rendering" / "advice").glob("decides*.py")
    )
    named = set(re.findall(r'"([a-z_]+)"', code)) | {"one", "many"}
    named |= {one.value for one in ItemKind} | {one.value for one in End}
    composed = {f"{kind}_{name}" for name in named for kind in ("sheet", "row", "end", "tests")}
    kinds = ("fact", "at_end", "report", "wait")
    composed |= {f"{kind}_{name}" for name in named for kind in kinds}
    composed |= {f"{name}_each" for name in named}
    assert set(DECIDES) - named - composed == set()
