"""The plan of the Quảng Bình unit says what its office wrote; rows by kind, order and overlap."""

from __future__ import annotations

import datetime
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.cases import Case, run
from support.reports import example, scored, small

from par_index.advice.plan import Order, Plan, PlanRow, RowKind, Shared, plan, rows_in_order
from par_index.model.steps import Deadlock
from par_index.nouns import EMPTY, replace
from par_index.rendering.advice.plan_words import Words
from par_index.rendering.voice import Voice

F = Fraction


@cache
def real() -> Plan:
    return plan(example())


def row_of(made: Plan, code: str) -> PlanRow:
    return next(row for row in (*made.rows, *made.gone) if row.code == code)


def words_of(made: Plan, language: str = "vi") -> Words:
    return Words(replace(Voice.of(made.assessment, language), lines=EMPTY))


def said(made: Plan, code: str, language: str = "vi") -> tuple[str, str]:
    """What a row has now, and what it requires."""
    words, row = words_of(made, language), row_of(made, code)
    cells = (words.now(row), words.required(row))
    return cells[0].replace("\u00a0", " "), cells[1].replace("\u00a0", " ")


ALL = "Các phòng, đơn vị"
TO_THE_END = "Từ nay đến cuối năm 2021"

# The appendix of September 2021 row by row, as far as its rows are not met by its own figures:
# what it has now, what it requires, who leads, who supports, by when.
APPENDIX = {
    "dh.baocao": ("Báo cáo đầy đủ", "chậm nhất 31/12/2021", "Văn phòng", ALL, "Tháng 12/2021"),
    "dh.kiemtra": (
        "0 phòng, đơn vị",
        "tối thiểu 30%, ít nhất 01 phòng, đơn vị",
        "Đoàn kiểm tra",
        "Các phòng, đơn vị được kiểm tra",
        "Tháng 10/2021",
    ),
    "dh.xuly": (
        "0 phòng, đơn vị",
        "Số phòng, đơn vị được kiểm tra công tác cải cách hành chính: tối thiểu 01 phòng, đơn vị; "
        "Số vấn đề đã xử lý hoặc kiến nghị xử lý: đảm bảo 100%",
        "Đoàn kiểm tra",
        "Các phòng, đơn vị được kiểm tra",
        "Tháng 10/2021",
    ),
    "dh.kehoach": ("chưa đến hạn", "trước 30/12/2021", "Văn phòng", ALL, "Tháng 12/2021"),
    "dh.tuyentruyen": (
        "chưa có số liệu",
        "Đã hoàn thành 100% kế hoạch tuyên truyền cải cách hành chính",
        "Trung tâm Ứng dụng và Thống kê KH&CN",
        ALL,
        "Quý IV/2021",
    ),
    "tthc.niemyet": (
        "chưa có số liệu",
        "100% thủ tục hành chính được công khai tại nơi tiếp nhận, giải quyết",
        "",
        "",
        "",
    ),
    "tthc.cong": (
        "chưa có số liệu",
        "100% thủ tục hành chính được công khai trên Cổng của tỉnh và Trang của Sở",
        "",
        "",
        "",
    ),
    "tthc.hailong": (
        "chờ kết quả điều tra; đơn vị tự nêu 100%, không được chấm",
        "tối thiểu 90%",
        "Văn phòng",
        ALL,
        TO_THE_END,
    ),
    "bm.kiemtra": ("0 đơn vị", "tối thiểu 02 đơn vị", "Văn phòng", ALL, "Tháng 11/2021"),
    "bm.dean": (
        "Đang xây dựng Đề án VTVL của Sở",
        "Đề án vị trí việc làm của Sở và các đơn vị đã hoàn thiện và được phê duyệt",
        "Văn phòng",
        ALL,
        "Tháng 11/2021",
    ),
    "bm.botri": (
        "chưa có số liệu",
        "100% phòng bố trí công chức đúng vị trí việc làm được phê duyệt; "
        "100% đơn vị sự nghiệp bố trí viên chức đúng vị trí việc làm được phê duyệt",
        "Văn phòng",
        ALL,
        "Tháng 11/2021",
    ),
    "cv.daotao": ("Chưa có số liệu", "trên 80%", "Văn phòng", ALL, TO_THE_END),
    "tcc.giaingan": ("Chưa có số liệu", "trên 98%", "Văn phòng, các đơn vị", "", TO_THE_END),
    "tcc.tuchu": (
        "chưa có số liệu",
        "100% cơ quan, đơn vị không có sai phạm trong thực hiện cơ chế tự chủ",
        "Văn phòng và các đơn vị",
        "",
        TO_THE_END,
    ),
    "hdh.sohoa": ("0/90 (0%)", "tối thiểu 27/90 (30%)", "Bộ phận 1 cửa", ALL, TO_THE_END),
    "hdh.hopthu": (
        "42/56 tài khoản (75%)",
        "đảm bảo 56/56 tài khoản (100%)",
        ALL,
        "Văn phòng",
        TO_THE_END,
    ),
    "hdh.bccinhan": (
        "0/90 (0%)",
        "tối thiểu 10/100 (10%), cần 10 hồ sơ mới",
        "Các phòng, đơn vị có TTHC phát sinh",
        "Bộ phận một cửa",
        TO_THE_END,
    ),
    "hdh.bccitra": ("6/90 (6,67%)", "tối thiểu 21/105 (20%), cần 15 hồ sơ mới", "", "", ""),
}


@pytest.mark.parametrize("code", APPENDIX)
def test_a_row_says_what_the_appendix_of_the_office_says(code: str) -> None:
    row, words = row_of(real(), code), words_of(real())
    who = (words.text(row.lead), words.text(row.support), words.text(row.due))
    assert (*said(real(), code), *who) == APPENDIX[code]


def test_the_plan_of_the_office_has_no_other_rows() -> None:
    assert {row.code for row in real().rows} == set(APPENDIX)
    assert real().gone == ()


def test_rows_are_of_the_kinds_that_the_report_tells_apart() -> None:
    kinds = {
        kind: {row.code for row in real().rows if row.kind is kind}
        for kind in RowKind
        if kind is not RowKind.GONE
    }
    assert kinds[RowKind.WAIT] == {"dh.baocao", "dh.kehoach", "tthc.hailong"}
    assert kinds[RowKind.REPORT] == {
        "dh.tuyentruyen",
        "tthc.niemyet",
        "tthc.cong",
        "bm.botri",
        "cv.daotao",
        "tcc.giaingan",
        "tcc.tuchu",
    }
    assert len(kinds[RowKind.REGAIN]) == 8


def test_what_waits_for_a_day_has_its_last_day() -> None:
    assert row_of(real(), "dh.kehoach").due_day == datetime.date(2021, 12, 29)
    assert words_of(real()).due(row_of(real(), "dh.kehoach")).replace("\u00a0", " ") == (
        "Tháng 12/2021, hạn cuối 29/12/2021"
    )
    assert row_of(real(), "tthc.hailong").due_day is None


def test_gains_say_what_is_certain_and_what_is_possible() -> None:
    for code, certain in (("hdh.sohoa", 1), ("dh.kiemtra", 0), ("cv.daotao", 0), ("dh.kehoach", 1)):
        gain = row_of(real(), code).gain
        assert (gain.certain, gain.possible) == (certain, 1)


def test_the_total_says_that_rows_share_figures() -> None:
    made = real()
    assert (made.total, made.extras) == (18, 0)
    assert not made.is_additive
    assert made.shared == (
        Shared(("dh.kiem_tra.don_vi",), ("dh.kiemtra", "dh.xuly")),
        Shared(("hs.tiep_nhan",), ("hdh.sohoa", "hdh.bccinhan", "hdh.bccitra"), ("hdh.dvctt",)),
    )


def test_areas_stand_in_the_order_of_the_set_and_those_without_rows_are_left_out() -> None:
    assert [one.area.code for one in real().areas] == ["dh", "tthc", "bm", "cv", "tcc", "hdh"]


def test_rows_with_the_same_advice_are_told_apart_by_their_titles() -> None:
    words = words_of(real())
    assert words.task(row_of(real(), "tthc.cong")).startswith("100% thủ tục hành chính được công")
    assert words.task(row_of(real(), "bm.dean")) == (
        "Hoàn thiện Đề án vị trí việc làm của Sở và các đơn vị thuộc Sở, trình phê duyệt"
    )


def test_what_cannot_change_any_more_is_gone_with_its_reason() -> None:
    made = plan(small())
    (row,) = made.gone
    assert (row.code, row.kind, row.deadlock) == ("1.2", RowKind.GONE, Deadlock.FIXED)
    assert words_of(made).why_gone(row) == (
        "theo bộ tiêu chí, số liệu này không còn thay đổi được trong kỳ"
    )
    assert made.gains[RowKind.GONE] == 1
    assert "1.2" not in {one.code for one in made.rows}


def test_by_gain_the_most_comes_first_and_equals_stay_in_the_order_of_the_set() -> None:
    made = plan(small())
    assert [row.code for row in rows_in_order(made.rows, Order.GAIN)] == [
        "2.1",
        "1.4",
        "1.3",
        "2.2",
    ]
    assert [row.code for row in rows_in_order(made.rows, Order.AREA)] == [
        "1.3",
        "1.4",
        "2.1",
        "2.2",
    ]


def test_a_ladder_names_its_next_rung_too() -> None:
    assert said(plan(small()), "2.1") == (
        "13/90 hồ sơ (14,44%)",
        "tối thiểu 27/90 hồ sơ (30%); trước mắt tối thiểu 14/90 hồ sơ (từ 15%) (thêm 0,5 điểm)",
    )


def test_nothing_lacking_makes_an_empty_plan() -> None:
    full = {"given": {"tong": "90", "so_hoa": "90", "ke_hoach": "có", "ky_luat": "có"}}
    full["given"] |= {"dao_tao": "có", "ngay": "2021-06-01"}
    made = plan(scored({**full, "as_of": "2021-12-31"}))
    assert {row.code for row in made.rows} == {"2.2"}
    assert made.is_additive


# Wording, kind by kind.

_MEASURES = """
  - {id: a, kind: yes_no, label: Có bố trí kinh phí}
  - {id: xau, kind: yes_no, label: Có khâu bị chậm}
  - {id: tong, kind: count, counted_in: hồ sơ, label: Tổng số hồ sơ}
  - {id: dat, kind: count, counted_in: hồ sơ, within: tong, can: rise, label: Số hồ sơ đạt}
  - {id: moi, kind: count, counted_in: hồ sơ, within: tong, can: rise_with, label: Số hồ sơ mới}
  - {id: muon, kind: count, counted_in: hồ sơ, within: tong, can: fall, label: Số hồ sơ muộn}
  - {id: ban, kind: count, counted_in: văn bản, can: rise, label: Số văn bản}
  - {id: co_mat, kind: count, counted_in: người, can: fall, label: Số người có mặt}
  - {id: giao, kind: count, counted_in: người, label: Số người được giao}
  - {id: von, kind: money, counted_in: triệu đồng, min: 1, label: Vốn được giao}
  - {id: chi, kind: money, counted_in: triệu đồng, within: von, can: rise, label: Vốn đã chi}
  - {id: ngay, kind: date, label: Ngày gửi}
  - {id: hang, kind: choice, label: Thời điểm gửi,
     options: [{id: dung, title: Đúng hạn}, {id: muon, title: Muộn}]}
  - {id: diem, kind: points, by: appraiser, label: Điểm thẩm định}
  - {id: hl, kind: percent, by: survey, label: Mức độ hài lòng}
  - {id: tu_cho, kind: points, label: Điểm tự cho}
  - {id: khoi, kind: count, counted_in: văn bản, by: block, label: Số văn bản nhiều nhất khối}
  - {id: loi, kind: count, counted_in: lỗi, can: fixed, label: Số lỗi}
  - {id: ke, kind: count, counted_in: quy chế, can: fixed, label: Số quy chế}
  - {id: dv, kind: count, counted_in: đơn vị, label: Số đơn vị}
  - {id: phieu, kind: tally, by: survey, options: [tot, kem], label: Phiếu điều tra}
"""

_FULL = "{full_if: %s}"
WORDING: dict[str, tuple[str, dict[str, Any], str, str]] = {
    "a yes-or-no answer": (_FULL % "a", {"a": "không"}, "chưa đạt", "Có bố trí kinh phí"),
    "an answer in the unit's words": (
        _FULL % "a",
        {"a": {"value": "không", "said": "Đang trình; "}},
        "Đang trình",
        "Có bố trí kinh phí",
    ),
    "an answer that should be no": (
        "{full_if: {not: xau}}",
        {"xau": "có"},
        "Có khâu bị chậm: có",
        "“Có khâu bị chậm”: không",
    ),
    "two answers": (
        _FULL % "{all: [a, {of: ban, at_least: 2}]}",
        {"a": "không", "ban": "0"},
        "Có bố trí kinh phí: chưa đạt; Số văn bản: 0 văn bản",
        "Có bố trí kinh phí; Số văn bản: tối thiểu 02 văn bản",
    ),
    "nothing reported": (_FULL % "a", {}, "chưa có số liệu", "Có bố trí kinh phí"),
    "words in the place of a figure": (
        _FULL % "{of: ban, at_least: 2}",
        {"ban": {"quote": "Chưa thống kê được."}},
        "Chưa thống kê được",
        "tối thiểu 02 văn bản",
    ),
    "a count": (
        _FULL % "{of: ban, at_least: 12}",
        {"ban": "3"},
        "03 văn bản",
        "tối thiểu 12 văn bản",
    ),
    "a count that should be none": (
        _FULL % "{of: muon, at_most: 0}",
        {"muon": "4", "tong": "90"},
        "04 hồ sơ",
        "không có hồ sơ nào",
    ),
    "a count that should be fewer": (
        _FULL % "{of: muon, below: 3}",
        {"muon": "4", "tong": "90"},
        "04 hồ sơ",
        "tối đa 02 hồ sơ",
    ),
    "a share": (
        _FULL % "{of: {ratio: [dat, tong]}, at_least: 30%}, when_none: zero",
        {"dat": "12", "tong": "1368"},
        "12/1.368 hồ sơ (0,88%)",
        "tối thiểu 411/1.368 hồ sơ (từ 30%)",
    ),
    "a share above a bound": (
        _FULL % "{of: {ratio: [dat, tong]}, above: 30%}, when_none: zero",
        {"dat": "30", "tong": "100"},
        "30/100 hồ sơ (30%)",
        "tối thiểu 31/100 hồ sơ (trên 30%)",
    ),
    "new cases": (
        _FULL % "{of: {ratio: [moi, tong]}, at_least: 20%}, when_none: zero",
        {"moi": "6", "tong": "90"},
        "6/90 hồ sơ (6,67%)",
        "tối thiểu 21/105 hồ sơ (20%), cần 15 hồ sơ mới",
    ),
    "money": (
        _FULL % "{of: {ratio: [chi, von]}, at_least: 95%}, when_none: zero",
        {"chi": "13720", "von": "24500"},
        "13.720/24.500 triệu đồng (56%)",
        "tối thiểu 23.275/24.500 triệu đồng (95%)",
    ),
    "a target": (
        "{proportional: {of: {ratio: [dat, tong]}, target: 80%}, when_none: zero}",
        {"dat": "98", "tong": "168"},
        "98/168 hồ sơ (58,33%)",
        "tối thiểu 135/168 hồ sơ (80,36%, chỉ tiêu 80%)",
    ),
    "a share of all": (
        "{proportional: {of: {ratio: [dat, tong]}}, when_none: zero}",
        {"dat": "13", "tong": "14"},
        "13/14 hồ sơ (92,86%)",
        "đảm bảo 14/14 hồ sơ (100%)",
    ),
    "a difference": (
        _FULL % "{of: {minus: [co_mat, giao]}, at_most: 0}",
        {"co_mat": "69", "giao": "68"},
        "69 − 68 = 1",
        "68 − 68 = 0, cần bớt 01 người ở “Số người có mặt”",
    ),
    "a day to come": (
        _FULL % "{of: ngay, before: 2021-12-30}",
        {},
        "chưa đến hạn",
        "trước 30/12/2021",
    ),
    "a day that has passed": (
        _FULL % "{of: ngay, on_or_before: 2021-06-30}",
        {"ngay": "2021-07-05"},
        "05/07/2021",
        "chậm nhất 30/06/2021",
    ),
    "a day that never came": (
        _FULL % "{of: ngay, on_or_before: 2021-06-30}",
        {"ngay": "chưa có"},
        "chưa có ngày",
        "chậm nhất 30/06/2021",
    ),
    "days late": (
        "{bands: {of: {days: [ngay, 2021-06-30]}, "
        "steps: [{at_most: 0, points: 2}, {otherwise: 0}]}}",
        {"ngay": "2021-07-05"},
        "05/07/2021",
        "chậm nhất 30/06/2021",
    ),
    "a choice": (
        "{bands: {of: hang, "
        "steps: [{is: dung, points: 2}, {is: muon, points: 1}, {otherwise: 0}]}}",
        {"hang": "muon"},
        "Muộn",
        "Đúng hạn",
    ),
    "points of others": (
        "{given: diem}",
        {},
        "chờ thẩm định",
        "cơ quan thẩm định cho đủ 2 điểm",
    ),
    "the unit's own points": (
        "{given: tu_cho}",
        {"tu_cho": "0.5"},
        "0,5 điểm",
        "đơn vị tự nêu đủ 2 điểm",
    ),
    "a deduction": (
        "{deduct: {of: loi, points: 0.4}}",
        {"loi": "2"},
        "02 lỗi",
        "không có lần trừ nào",
    ),
    "a deduction that can be undone": (
        "{deduct: {of: muon, points: 0.4}}",
        {"muon": "2", "tong": "90"},
        "02 hồ sơ",
        "không có hồ sơ nào",
    ),
    "so much for each, and nothing moves": (
        "{each: {of: ke, points: 0.3}}",
        {"ke": "2"},
        "02 quy chế",
        "tối thiểu 07 quy chế",
    ),
    "so much for each, not reported": (
        "{each: {of: ke, points: 0.5}}",
        {},
        "chưa có số liệu",
        "tối thiểu 04 quy chế",
    ),
    "items of several kinds": (
        "{sum_of: [{points: 1, title: Lỗi, deduct: {of: loi, points: 0.5}}, "
        "{points: 0.5, title: Quy chế, each: {of: ke, points: 0.25}}, "
        "{points: 0.5, title: Thẩm định, given: diem}]}",
        {"loi": "1", "ke": "1"},
        "Lỗi: 01 lỗi; Quy chế: 01 quy chế; chờ thẩm định",
        "Lỗi: không có lần trừ nào; Số quy chế: tối thiểu 02 quy chế; "
        "Thẩm định: cơ quan thẩm định cho đủ 0,5 điểm",
    ),
    "others' figure as the target": (
        "{proportional: {of: ban, target: khoi}, when_none: zero}",
        {"ban": "1"},
        "01 văn bản; chờ số liệu của khối",
        "bằng “Số văn bản nhiều nhất khối”",
    ),
    "nothing to count": (
        "{proportional: {of: {ratio: [dat, tong]}}, when_none: zero}",
        {"dat": "0", "tong": "0"},
        "0/0: không có gì để tính",
        "đảm bảo 100% khi có phát sinh",
    ),
    "more than last year": (
        _FULL % "{of: {minus: [giao, {last_year: giao}]}, above: 0}",
        {"giao": "8", "last_year": {"giao": "9"}},
        "8 − 9 = −1",
        "cao hơn năm trước",
    ),
    "no less than last year": (
        _FULL % "{of: {minus: [giao, {last_year: giao}]}, at_least: 0}",
        {"giao": "8", "last_year": {"giao": "9"}},
        "8 − 9 = −1",
        "không thấp hơn năm trước",
    ),
    "more by so much": (
        _FULL % "{of: {minus: [hl, {last_year: hl}]}, at_least: 2%}",
        {"last_year": {"hl": "80%"}},
        "chờ kết quả điều tra",
        "tăng tối thiểu 2 điểm phần trăm so với năm trước",
    ),
    "less by a share": (
        _FULL % "{of: {ratio: [{minus: [{last_year: dv}, dv]}, {last_year: dv}]}, at_least: 10%}, "
        "when_none: zero",
        {"dv": "3", "last_year": {"dv": "3"}},
        "(3 − 3)/3 (0%)",
        "giảm tối thiểu 10% so với năm trước",
    ),
    "a change that is wanted not to be": (
        _FULL % "{not: {of: {minus: [giao, {last_year: giao}]}, above: 0}}",
        {"giao": "9", "last_year": {"giao": "8"}},
        "9 − 8 = 1",
        "không cao hơn năm trước",
    ),
    "a cap that acts": (
        "{proportional: {of: {ratio: [dat, tong]}}, when_none: zero, "
        "cap: {to: 50%, if: {of: loi, at_least: 1}}}",
        {"loi": "2", "dat": "4", "tong": "5"},
        "4/5 hồ sơ (80%); không quá 1 (Số lỗi: 02 lỗi)",
        "Số hồ sơ đạt: đảm bảo 100%; Số lỗi: không có lỗi nào",
    ),
    "a survey": (
        _FULL % "{of: hl, at_least: 90%}",
        {"hl": {"value": "100%"}},
        "chờ kết quả điều tra; đơn vị tự nêu 100%, không được chấm",
        "tối thiểu 90%",
    ),
    "a tally": (
        _FULL
        % "{of: {tally: phieu, weights: {tot: 100%, kem: 0%}}, at_least: 80%}, when_none: zero",
        {},
        "chờ kết quả điều tra",
        "tối thiểu 80%",
    ),
    "either of two": (
        _FULL % "{any: [{of: ban, at_least: 5}, a]}",
        {"ban": "1", "a": "không"},
        "Số văn bản: 01 văn bản; Có bố trí kinh phí: chưa đạt",
        "Có bố trí kinh phí; hoặc Số văn bản: tối thiểu 05 văn bản",
    ),
    "a gate": (
        "{if: {of: ban, at_least: 1}, full_if: a}",
        {"ban": "0", "a": "không"},
        "0 văn bản",
        "Số văn bản: tối thiểu 01 văn bản; Có bố trí kinh phí",
    ),
}


def worded(scoring: str, given: dict[str, Any]) -> Plan:
    text = (
        f"measures:{_MEASURES}"
        f"criteria:\n  - {{code: '1', title: Tiêu chí, max_points: 2, scoring: {scoring}}}\n"
    )
    now = {id: value for id, value in given.items() if id != "last_year"}
    keys = {"as_of": "2021-09-30", "given": now, "last_year": given.get("last_year", {})}
    document = yaml.load(text, Loader=yaml.BaseLoader)
    return plan(run(Case(Path("words.yaml"), "words", keys, document)))


@pytest.mark.parametrize("name", WORDING)
def test_cells_are_worded_as_offices_write(name: str) -> None:
    scoring, given, now, required = WORDING[name]
    assert said(worded(scoring, given), "1") == (now, required)


def test_the_same_in_english() -> None:
    assert said(real(), "hdh.sohoa", "en") == ("0/90 (0%)", "at least 27/90 (30%)")
    assert said(real(), "hdh.bccitra", "en") == (
        "6/90 (6.67%)",
        "at least 21/105 (20%), 15 new ones needed",
    )
    assert said(real(), "bm.kiemtra", "en") == ("0", "at least 2")
    assert said(real(), "dh.kehoach", "en") == ("not due yet", "before 2021-12-30")


def test_where_it_is_not_said_whether_figures_can_change_no_more_is_claimed() -> None:
    made = worded("{full_if: {of: giao, at_least: 5}}", {"giao": "3"})
    (row,) = made.gone
    assert (row.deadlock, row.is_unknown) == (Deadlock.UNSAID, True)
    assert said(made, "1") == ("03 người", "tối thiểu 05 người")


def test_a_cap_is_all_that_stands_in_the_way_of_a_full_share() -> None:
    scoring = (
        "{proportional: {of: {ratio: [dat, tong]}}, when_none: zero, "
        "cap: {to: 50%, if: {of: loi, at_least: 1}}}"
    )
    made = worded(scoring, {"loi": "2", "dat": "5", "tong": "5"})
    assert said(made, "1")[1] == "Số lỗi: không có lỗi nào"
    assert said(made, "1", "en")[1] == "Số lỗi: none"


def test_equal_numbers_of_different_measures_are_told_apart() -> None:
    made = worded("{full_if: {all: [{of: dv, at_least: 2}, {of: giao, at_least: 2}]}}", {})
    assert (
        said(made, "1")[1]
        == "Số đơn vị: tối thiểu 02 đơn vị; Số người được giao: tối thiểu 02 người"
    )
    made = worded(
        "{full_if: {all: [{of: dv, at_least: 2}, {of: giao, at_least: 2}]}}",
        {"dv": "1", "giao": "1"},
    )
    assert said(made, "1")[0] == "Số đơn vị: 01 đơn vị; Số người được giao: 01 người"


PENALTY = """
  - {code: '9', title: Điểm trừ, extra: yes, max_points: 0, scoring: %s}
"""


@pytest.mark.parametrize("scoring", ["{deduct: {of: loi, points: 0.5}, floor: -2}", "{given: tru}"])
def test_of_a_penalty_none_is_asked(scoring: str) -> None:
    measures = _MEASURES + "  - {id: tru, kind: points, by: appraiser, min: -2, label: Điểm trừ}\n"
    text = (
        f"measures:{measures}criteria:\n"
        "  - {code: '1', title: Tiêu chí, max_points: 2, scoring: {full_if: a}}\n"
        f"{PENALTY % scoring}"
    )
    document = yaml.load(text, Loader=yaml.BaseLoader)
    made = plan(run(Case(Path("words.yaml"), "words", {"as_of": "2021-09-30"}, document)))
    assert said(made, "9")[1] == "không bị trừ điểm"


def test_what_nothing_is_known_of_comes_last_in_every_form() -> None:
    text = f"""measures:{_MEASURES}criteria:
  - {{code: '1', title: Một, max_points: 1, scoring: {{full_if: {{of: giao, at_least: 5}}}}}}
  - {{code: '2', title: Hai, max_points: 1, scoring: {{full_if: {{of: ke, at_least: 5}}}}}}
"""
    keys = {"as_of": "2021-09-30", "given": {"giao": "3", "ke": "3"}}
    document = yaml.load(text, Loader=yaml.BaseLoader)
    made = plan(run(Case(Path("words.yaml"), "words", keys, document)))
    assert [(row.code, row.is_unknown) for row in made.gone] == [("2", False), ("1", True)]
