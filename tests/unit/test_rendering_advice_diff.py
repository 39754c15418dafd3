"""A diff as text, as Markdown, as CSV and as JSON."""

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
from par_index.advice.diff import Diff, diff
from par_index.advice.diff_carrying import LeftReason
from par_index.reading.mapping import CodeMapping
from par_index.rendering.advice.diff_csv import diff_csv
from par_index.rendering.advice.diff_json import diff_document
from par_index.rendering.advice.diff_page import diff_page
from par_index.rendering.columns import display_width
from par_index.rendering.json_document import dump
from par_index.rendering.markdown import page_document
from par_index.rendering.messages.advice_diff import DIFF
from par_index.rendering.messages.catalogue import slots_of
from par_index.rendering.text import lay_out

PACKAGE = Path(par_index.__file__).parent
SCHEMA = json.loads((PACKAGE / "schemas" / "diff.schema.json").read_text(encoding="utf-8"))


def document(at_least: str, policy: bool = True) -> dict[str, Any]:
    leaf: dict[str, Any] = {
        "code": "1",
        "title": "=Hồ sơ",
        "max_points": "2",
        "scoring": {"full_if": {"of": "n", "at_least": at_least}},
    }
    if policy:
        leaf["not_applicable"] = {"grounds": [{"id": "khong", "text": "Không có"}]}
    return {
        "measures": [
            {"id": "n", "kind": "count", "counted_in": "hồ sơ", "label": "Số hồ sơ"},
            {"id": "y", "kind": "yes_no", "label": "Có thưởng"},
        ],
        "criteria": [
            leaf,
            {
                "code": "2",
                "title": "Thưởng",
                "extra": "yes",
                "max_points": "1",
                "scoring": {"full_if": "y"},
            },
        ],
        "grades": [
            {"id": "tot", "title": "Tốt", "at_least": "90%"},
            {"id": "kem", "title": "Kém", "otherwise": "yes"},
        ],
    }


def told(old: dict[str, Any], new: dict[str, Any], *keys: dict[str, Any], years: int = 0) -> Diff:
    before, after = (
        scored(load_case_set(one), given) for one, given in zip((old, new), keys, strict=True)
    )
    return diff(before, after, CodeMapping(shift_years=years))


def text_of(one: Diff, language: str = "vi", width: int = 100) -> str:
    return lay_out(diff_page(one, language), width=width, color=False)


FULL = {"given": {"n": "12", "y": "no"}}
OUT = {"answers": [{"code": "1", "not_applicable": {"ground": "khong"}, "explanation": "x"}]}


def test_both_parts_stand_beside_every_change() -> None:
    text = text_of(told(document("10"), document("20"), FULL, {"given": {"n": "30", "y": "yes"}}))
    for line in (
        "Tổng điểm: 2 → 3 trên 2; +1",
        "Trong đó do quy định −2; do số liệu +3",
        "Chỉ số, trong đó do quy định −100 điểm phần trăm; do số liệu +150 điểm phần trăm",
        "  1  =Hồ sơ (2/2 điểm)",
        "    số liệu trước, bộ sau: 0 điểm",
        "    trong đó: do quy định −2; do số liệu +2",
        "  • Số hồ sơ (n): 12 → 30",
    ):
        assert f"{line}\n" in text, line


def test_one_set_has_no_parts() -> None:
    text = text_of(told(document("10"), document("10"), {}, FULL))
    assert "do quy định" not in text
    assert "  1  =Hồ sơ (0–2 → 2/2 điểm; chắc chắn +2)\n" in text
    assert "Xếp loại trước: còn có thể đạt Tốt, Kém\n" in text
    assert "Xếp loại sau: chắc chắn đạt Tốt\n" in text


def test_what_no_longer_applies_says_so() -> None:
    text = text_of(told(document("10"), document("10"), FULL, {**FULL, **OUT}))
    assert "  1  =Hồ sơ (2/2 điểm → không áp dụng; −2)\n" in text
    text = text_of(told(document("10"), document("10", policy=False), {**FULL, **OUT}, FULL))
    assert "  • 1: lý do không áp dụng này không có ở bộ sau\n" in text


def test_days_that_moved_are_said_to() -> None:
    moved = told(document("10"), document("20"), FULL, FULL, years=1)
    assert "dời 1 năm khi chấm theo bộ sau" in text_of(moved)
    of_one_period = told(document("10"), document("20"), FULL, FULL)
    assert "Ngày tháng của bản trước" not in text_of(of_one_period)


def test_text_of_others_acts_in_no_spreadsheet() -> None:
    one = told(document("10"), document("20"), FULL, {})
    header, *rows = csv.reader(io.StringIO(diff_csv(one, "vi").removeprefix("\ufeff")))
    assert [row[3] for row in rows if row[1] == "1"] == ["'=Hồ sơ"]
    assert len(header) == 16


@pytest.mark.parametrize("language", ["vi", "en"])
@settings(max_examples=30)
@given(first=units(), second=units())
def test_whatever_differs_can_be_shown_in_every_form(
    language: str, first: Any, second: Any
) -> None:
    before, after = (scored(load_case_set(one.document), one.keys) for one in (first, second))
    one = diff(before, after)
    jsonschema.validate(json.loads(dump(diff_document(one))), SCHEMA)
    for width in (60, 100):
        shown = text_of(one, language, width)
        assert max(map(display_width, shown.splitlines())) <= width
    assert page_document(diff_page(one, language))
    rows = list(csv.reader(io.StringIO(diff_csv(one, language))))
    assert {len(row) for row in rows} == {16}


@pytest.mark.parametrize("name", DIFF)
def test_every_label_is_there_in_both_languages_with_the_same_slots(name: str) -> None:
    text = DIFF[name]
    assert text.vi
    assert text.en
    assert slots_of(text.vi) == slots_of(text.en)


def test_every_label_is_used() -> None:
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for path in (PACKAGE / "rendering" / "advice").glob("diff*.py")
    )
    named = set(re.findall(r'"([a-z_]+)"', code)) | {one.value for one in LeftReason}
    composed = {f"{kind}_{name}" for name in named for kind in ("sheet", "row", "column", "reason")}
    composed |= {f"{name}_lead" for name in named}
    assert set(DIFF) - named - composed == set()
