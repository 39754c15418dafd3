"""Items of a sum or of a choice of the best."""

from __future__ import annotations

from typing import Any

from support.reasons import YES, F, given, line, plain, voice

from par_index.model.reasons import Because, Branch, ItemScore, Reason, Why
from par_index.model.text import Text
from par_index.rendering.arithmetic import item_lines, known_lines


def item(got: str, of: str, because: Because, *, high: str | None = None, **more: Any) -> ItemScore:
    title = more.pop("title", None)
    return ItemScore(title, F(of), F(got), F(high or got), because, **more)


ANSWERED = Because("full_if", Branch.MET, reasons=(Reason(YES, measure="cong_khai"),))
COUNTED = Because("each", Branch.AMOUNT, formula=(F(3), "*", F(1, 2)))
UNKNOWN = Because("full_if", Branch.OPEN)
TITLED = Text("Công khai", "Published")


def test_a_sum_shows_each_item_by_title_or_place_against_its_own_maximum() -> None:
    items = (
        item("1", "1", ANSWERED, title=TITLED),
        item("1.5", "2", COUNTED),
        item("0", "0.5", UNKNOWN, high="0.5"),
    )
    inputs = (given("cong_khai"), given("tong", why=Why.MISSING))
    got = line(Branch.SUM, points="2.5", high="3", items=items, inputs=inputs)
    assert got == (
        "Công khai: 1/1; mục 2: 1,5/2; mục 3: 0–0,5/0,5; chưa báo cáo: Tổng số hồ sơ → 2,5–3 điểm"
    )
    because = Because("sum_of", Branch.SUM, items=items, inputs=inputs)
    assert [plain(one) for one in item_lines(voice(), because)] == [
        "Công khai (1 điểm): Đã công khai: có → 1 điểm",
        "mục 2 (2 điểm): 3 × 0,5 = 1,5 điểm",
        "mục 3 (0,5 điểm): chưa biết → 0–0,5 điểm",
    ]
    known = plain(voice().list(known_lines(voice(), because)))
    assert known == "Công khai: 1/1; mục 2: 1,5/2; mục 3: 0–0,5/0,5"


def test_the_best_item_is_named_and_nothing_is_said_while_no_item_is_known() -> None:
    items = (item("1", "2", ANSWERED), item("1.5", "2", COUNTED, wins=True))
    assert line(Branch.BEST, points="1.5", items=items) == (
        "mục 1: 1/2; mục 2: 1,5/2; lấy mức cao nhất: mục 2 → 1,5 điểm"
    )
    because = Because("best_of", Branch.BEST, items=items)
    assert [plain(one) for one in item_lines(voice("en"), because)] == [
        "item 1 (2 points): yes → 1 point",
        "item 2 (2 points): 3 × 0.5 = 1.5 points (taken)",
    ]
    either = (item("1", "2", ANSWERED), item("0", "2", UNKNOWN, high="2"))
    assert line(Branch.BEST, points="1", high="2", items=either) == (
        "mục 1: 1/2; mục 2: 0–2/2; lấy mức cao nhất → 1–2 điểm"
    )
    unknown = (item("0", "2", UNKNOWN, high="2"),)
    assert line(Branch.BEST, high="2", items=unknown) == "chưa biết → 0–2 điểm"


def test_items_within_items_keep_their_way() -> None:
    inner = Because("best_of", Branch.BEST, items=(item("1.5", "2", COUNTED, wins=True),))
    because = Because("sum_of", Branch.SUM, items=(item("1.5", "2", inner, title=TITLED),))
    assert [plain(one) for one in item_lines(voice(), because)] == [
        "Công khai (2 điểm): mục 1: 1,5/2; lấy mức cao nhất: mục 1 → 1,5 điểm",
        "Công khai › mục 1 (2 điểm): 3 × 0,5 = 1,5 điểm (được lấy)",
    ]
