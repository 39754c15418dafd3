"""Headroom on nouns: cases to more points, failures that cost none, what is gone, every form."""

from __future__ import annotations

import csv
import datetime
import io
import json
from typing import Any

import jsonschema
import pytest
from support.cases import load_case_set, scored
from support.processes import ROOT, SAMPLE

from par_index.advice.headroom import Headroom, HeadroomRow, Order, headroom, rows_in_order
from par_index.assessing import assess
from par_index.model.measures import Can
from par_index.model.steps import Deadlock
from par_index.reading.library import Library
from par_index.reading.submissions import read_submission
from par_index.rendering.advice.headroom_csv import headroom_csv
from par_index.rendering.advice.headroom_json import headroom_document
from par_index.rendering.advice.headroom_page import page_of
from par_index.rendering.markdown import page_document
from par_index.rendering.text import lay_out
from par_index.rendering.voice import Voice

SCHEMA = json.loads((ROOT / "par_index/schemas/headroom.schema.json").read_text(encoding="utf-8"))
UNITS = sorted((ROOT / "fixtures").glob("*/unit.yaml"))

MEASURES: list[dict[str, Any]] = [
    {"id": "hs", "kind": "count", "counted_in": "hồ sơ"},
    {"id": "dung", "kind": "count", "within": "hs", "can": "rise"},
    {"id": "muon", "kind": "count", "within": "hs"},
    {"id": "chot", "kind": "count", "within": "hs", "can": "fixed"},
    {"id": "lop", "kind": "count", "counted_in": "lớp", "can": "rise"},
    {"id": "ngay", "kind": "date"},
    {"id": "co", "kind": "yes_no"},
    {"id": "cam", "kind": "yes_no", "can": "fixed"},
]


def sample() -> Headroom:
    criteria, submission = read_submission(SAMPLE.read_bytes(), "unit.yaml", Library())
    return headroom(assess(criteria, submission))


def made(scoring: Any, given: dict[str, str], as_of: str = "2025-09-30") -> HeadroomRow:
    leaf = {"code": "1", "max_points": "2", "scoring": scoring}
    criteria = load_case_set({"measures": MEASURES, "criteria": [leaf]})
    (row,) = headroom(scored(criteria, {"given": given, "as_of": as_of})).rows
    return row


def row_of(one: Headroom, code: str) -> HeadroomRow:
    (row,) = [row for row in one.rows if row.code == code]
    return row


def spares(row: HeadroomRow) -> dict[str, tuple[str, int]]:
    return {one.measure: (one.failure.value, one.count) for one in row.spares}


def test_the_sample_is_27_files_short_and_bears_six_or_twenty() -> None:
    one = sample()
    assert row_of(one, "hdh.sohoa").cases == 27
    assert row_of(one, "hdh.bccitra").cases == 15
    assert spares(row_of(one, "hdh.dvctt")) == {
        "hs.truc_tuyen": ("leaves", 6),
        "hs.tiep_nhan": ("new", 20),
    }
    assert (one.regain, one.open, one.gone, one.unknown) == (8, 10, 0, 0)


def test_a_plain_bound_on_one_count_has_its_room() -> None:
    row = made({"full_if": {"of": "lop", "at_least": "5"}}, {"lop": "1000000"})
    assert spares(row) == {"lop": ("leaves", 999995)}
    assert row.spares[0].after == 5


def test_more_of_what_counts_against_is_a_failure() -> None:
    rule = {"full_if": {"of": {"ratio": ["muon", "hs"]}, "at_most": "5%"}, "when_none": "zero"}
    row = made(rule, {"hs": "100", "muon": "2"})
    assert spares(row)["muon"] == ("joins", 3)
    assert row.spares[-1].low == 0
    assert "hs" not in {one.measure for one in row.spares if one.failure == "new"}


def test_a_window_is_found_by_trying() -> None:
    rule = {
        "full_if": {
            "all": [{"of": "lop", "at_least": "5"}, {"of": "lop", "at_most": "20"}],
        }
    }
    row = made(rule, {"lop": "12"})
    assert sorted((one.failure.value, one.count) for one in row.spares) == [
        ("joins", 8),
        ("leaves", 7),
    ]


def test_what_is_settled_cannot_be_lost() -> None:
    fixed = {"full_if": {"of": "chot", "at_least": "5"}}
    assert made(fixed, {"hs": "9", "chot": "9"}).is_safe
    assert made({"full_if": "cam"}, {"cam": "có"}).is_safe
    assert not made({"full_if": "co"}, {"co": "có"}).is_safe
    assert not made(fixed, {"hs": "9", "chot": "4"}).is_safe


def test_what_is_gone_says_why() -> None:
    fixed = made({"full_if": {"of": "chot", "at_least": "5"}}, {"hs": "9", "chot": "4"})
    assert (fixed.gone, fixed.deadlock, fixed.is_unknown) == (2, Deadlock.FIXED, False)
    assert fixed.stuck == (("chot", Can.FIXED),)
    unsaid = made({"full_if": {"of": "muon", "at_least": "5"}}, {"hs": "9", "muon": "4"})
    assert (unsaid.gone, unsaid.deadlock, unsaid.is_unknown) == (2, Deadlock.UNSAID, True)


def test_the_last_day_that_earns_is_told_while_it_is_to_come() -> None:
    rule = {"full_if": {"of": "ngay", "before": "2025-12-30"}}
    assert made(rule, {}).last_day == datetime.date(2025, 12, 29)
    late = made(rule, {"ngay": "2025-12-30"}, as_of="2025-12-30")
    assert (late.last_day, late.deadlock) == (None, Deadlock.PAST_DUE)


def test_below_a_closed_gate_nothing_is_told_of_spares() -> None:
    criteria = load_case_set(
        {
            "measures": MEASURES,
            "criteria": [
                {
                    "code": "1",
                    "scoring": {"if": "cam"},
                    "components": [
                        {
                            "code": "1.1",
                            "max_points": "1",
                            "scoring": {"full_if": {"of": "lop", "at_least": "1"}},
                        }
                    ],
                }
            ],
        }
    )
    one = headroom(scored(criteria, {"given": {"cam": "không", "lop": "3"}}))
    assert {row.code: (row.under, row.spares) for row in one.rows} == {
        "1": ("", ()),
        "1.1": ("1", ()),
    }


def test_codes_choose_what_is_below_them() -> None:
    criteria, submission = read_submission(SAMPLE.read_bytes(), "unit.yaml", Library())
    one = headroom(assess(criteria, submission), ["hdh", "dh.kiemtra"])
    assert [row.code for row in one.rows][:2] == ["dh.kiemtra", "hdh.iso"]
    assert {row.area.code for row in one.rows} == {"dh", "hdh"}


def test_nearest_first_is_by_the_fewest_cases() -> None:
    rows = rows_in_order(sample().rows, Order.NEAREST)
    cases = [row.cases for row in rows if row.cases is not None]
    assert cases == sorted(cases)
    assert cases[0] == 1
    assert [row.cases for row in rows[: len(cases)]] == cases


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("order", Order)
def test_every_form_tells_of_every_row(path: Any, order: Order) -> None:
    criteria, submission = read_submission(path.read_bytes(), "unit.yaml", Library())
    one = headroom(assess(criteria, submission))
    document = json.loads(json.dumps(headroom_document(one, order)))
    jsonschema.validate(document, SCHEMA)
    codes = {row.code for row in one.rows}
    assert {row["code"] for row in document["rows"]} == codes
    for language in ("vi", "en"):
        page = page_of(one, Voice.of(one.assessment, language), order)
        text, markdown = lay_out(page, width=80, color=False), page_document(page)
        assert all(code in text and code in markdown for code in codes)
        table = list(
            csv.reader(io.StringIO(headroom_csv(one, language, order).removeprefix("\ufeff")))
        )
        assert {line[1] for line in table[1:]} == codes
        assert len({len(line) for line in table}) == 1
