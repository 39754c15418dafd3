"""Next steps as a person would say them."""

from __future__ import annotations

from typing import Any

from support.reasons import AT_LEAST_30, DAY, YES, F, plain, rate, voice

from par_index.model.reasons import Branch
from par_index.model.steps import Change, NextStep
from par_index.nouns import replace
from par_index.rendering.steps import asked, steps_line


def step(*changes: Change, low: str = "1", high: str = "1", **more: Any) -> NextStep:
    return NextStep(changes, F(low), F(high), **more)


def said(*steps: NextStep, branch: Branch = Branch.NOT_MET, language: str = "vi") -> str:
    return plain(steps_line(voice(language), steps, F(0), branch))


REACHED = rate(F(27), F(90), AT_LEAST_30, YES, F(27, 90))


def test_more_of_what_is_counted_is_said_in_the_words_of_its_label() -> None:
    got = said(step(Change("so_hoa", 27), reasons=(REACHED,)))
    assert got == "thêm 27 hồ sơ giấy được số hóa: 27/90 = 30% → 1 điểm"


def test_a_label_that_counts_something_else_is_quoted_whole() -> None:
    got = said(step(Change("tra", 15, wholes=(("tong", F(90), F(105)),))))
    assert got == (
        "tăng “Số kết quả trả qua bưu chính” thêm 15 hồ sơ mới (tổng số cũng tăng theo) → 1 điểm"
    )


def test_money_is_never_mistaken_for_things() -> None:
    assert said(step(Change("von", 5))) == "tăng “Số vốn đã giải ngân” thêm 5 triệu đồng → 1 điểm"


def test_alternatives_are_joined_by_or_and_joint_changes_by_and() -> None:
    joint = step(Change("so_hoa", 1), Change("cong_khai", answer=True))
    day = step(Change("ngay", day=DAY))
    assert said(joint, day) == (
        "thêm 1 hồ sơ giấy được số hóa và trả lời được “có”: Đã công khai → 1 điểm; "
        "hoặc Ngày ban hành: chậm nhất 29/12/2021 → 1 điểm"
    )


def test_a_step_that_only_opens_the_way_says_so() -> None:
    opening = step(Change("so_hoa", 1), low="0", ask=("tong",))
    assert said(opening, branch=Branch.GATE).startswith(
        "thêm 1 hồ sơ giấy được số hóa → được xét tiếp, có thể đến 1 điểm; cần báo cáo thêm"
    )
    assert said(opening).startswith("tối thiểu thêm 1 hồ sơ giấy được số hóa → có thể đến 1 điểm")


def test_english_needs_no_vietnamese_unit() -> None:
    got = said(step(Change("so_hoa", 27), reasons=(REACHED,)), language="en")
    assert got == "27 more in “Số hồ sơ giấy được số hóa (en)”: 27/90 = 30% → 1 point"


def test_counts_are_asked_for_together_and_their_rate_stands_instead() -> None:
    got = plain(asked(voice(so_hoa=7), ["tong", "so_hoa", "cong_khai"]))
    assert got == (
        "Số hồ sơ giấy được số hóa (dòng 7) và Tổng số hồ sơ, hoặc chỉ Tỷ lệ hồ sơ số hóa; "
        "trả lời có hoặc không: Đã công khai"
    )


def test_a_rate_that_is_there_already_is_not_asked_for() -> None:
    speaking = replace(voice(ty_le=8), told=frozenset({"ty_le"}))
    got = plain(asked(speaking, ["tong", "so_hoa"]))
    assert got == "Số hồ sơ giấy được số hóa và Tổng số hồ sơ"


def test_a_question_that_is_the_title_is_not_asked_twice() -> None:
    got = plain(asked(voice(cong_khai=9), ["cong_khai"], "Đã công khai"))
    assert got == "trả lời có hoặc không (dòng 9)"


def test_a_percentage_moves_by_percentage_points() -> None:
    rise = Change("hai_long", F(2, 100), before=F(825, 1000), after=F(845, 1000))
    assert said(step(rise)) == (
        "tăng “Mức độ hài lòng” thêm 2 điểm phần trăm, từ 82,5% lên 84,5% → 1 điểm"
    )
    fall = Change("hai_long", F(-1, 100), before=F(825, 1000), after=F(815, 1000))
    assert said(step(fall), language="en") == (
        "1 percentage point less in “Mức độ hài lòng (en)”, from 82.5% to 81.5% → 1 point"
    )
    unknown = said(step(Change("hai_long", F(2, 100))))
    assert unknown == "tăng “Mức độ hài lòng” thêm 2 điểm phần trăm → 1 điểm"
