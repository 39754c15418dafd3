"""Reasons and steps as one line that a person would write."""

from __future__ import annotations

import datetime
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from par_index.model.accounts import Basis, Outcome
from par_index.model.criteria import CriteriaSet, Origin, Rounding, Status
from par_index.model.measures import Can, Kind, Measure
from par_index.model.reasons import Because, Branch, Input, InputState, Reason, Truth, Why
from par_index.model.rules import Bound, Relation
from par_index.model.steps import Change, NextStep
from par_index.model.text import Text
from par_index.problems import Owner, Source, Span
from par_index.rendering.arithmetic import because_line
from par_index.rendering.steps import asked, steps_line
from par_index.rendering.voice import Voice

F = Fraction
PLACE = Span(Source("measures.yaml", Owner.CRITERIA))
BY = Bound(Relation.ON_OR_BEFORE, F(datetime.date(2021, 12, 31).toordinal()), day=True)
BEFORE = replace(BY, relation=Relation.BEFORE)


def measure(id: str, label: str, kind: Kind = Kind.COUNT, **more: Any) -> Measure:
    return Measure(id, Text(label, f"{label} (en)"), kind, PLACE, **more)


MEASURES = [
    measure("tong", "Tổng số hồ sơ", counted_in="hồ sơ"),
    measure("so_hoa", "Số hồ sơ giấy được số hóa", counted_in="hồ sơ", can=Can.RISE),
    measure("tra", "Số kết quả trả qua bưu chính", counted_in="hồ sơ", can=Can.RISE_WITH),
    measure("ty_le", "Tỷ lệ hồ sơ số hóa", Kind.RATE, of=("so_hoa", "tong")),
    measure("cong_khai", "Đã công khai", Kind.YES_NO),
    measure("ngay", "Ngày ban hành", Kind.DATE),
    measure("von", "Số vốn đã giải ngân", Kind.MONEY, counted_in="triệu đồng"),
]


def voice(language: str = "vi", **lines: int) -> Voice:
    first, last = datetime.date(2021, 1, 1), datetime.date(2021, 12, 31)
    criteria = CriteriaSet(
        "thu", Text("Thử"), Status.ILLUSTRATIVE, Origin(), "so", first, last, F(1), Rounding(),
        (), (), {one.id: one for one in MEASURES}, "",
    )  # fmt: skip
    return Voice(language, criteria, lines)


def percent(relation: Relation, value: int) -> Bound:
    return Bound(relation, F(value, 100), percent=True)


def rate(part: object, whole: object, bound: Bound, truth: Truth, value: F | None = None) -> Reason:
    return Reason(truth, (part, "/", whole), value, value, bound)  # type: ignore[arg-type]


def given(measure: str, *, said: str = "", why: Why | None = None, due: Any = None) -> Input:
    state = InputState.BLANK if why else InputState.REPORTED
    return Input(measure, state, Basis.COUNTED, said=said, why=why, due=due)


def line(
    branch: Branch,
    *reasons: Reason,
    points: str = "0",
    high: str | None = None,
    inputs: tuple[Input, ...] = (),
    outcome: Outcome = Outcome.SCORED,
    language: str = "vi",
) -> str:
    because = Because("full_if", branch, None, reasons, inputs)
    text = because_line(voice(language), because, outcome, F(points), F(high or points), "Lý do")
    return text.replace("\u00a0", " ")


AT_LEAST_30 = percent(Relation.AT_LEAST, 30)
AT_LEAST_20 = percent(Relation.AT_LEAST, 20)
AT_LEAST_80 = percent(Relation.AT_LEAST, 80)
YES, NO, OPEN, NONE = Truth.YES, Truth.NO, Truth.OPEN, Truth.NONE
DAY = datetime.date(2021, 12, 29)
ORDINAL = F(DAY.toordinal())


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        (
            line(Branch.NOT_MET, rate(F(0), F(90), AT_LEAST_30, NO, F(0))),
            "0/90 = 0% < 30% → 0 điểm",
        ),
        (
            line(Branch.MET, rate(F(33), F(90), AT_LEAST_30, YES, F(33, 90)), points="1"),
            "33/90 ≈ 36,67% ≥ 30% → 1 điểm",
        ),
        (
            line(Branch.NOT_MET, rate(F(6), F(90), AT_LEAST_20, NO, F(6, 90))),
            "6/90 ≈ 6,67% < 20% → 0 điểm",
        ),
        (
            line(Branch.NOT_MET, rate(F(0), "?", AT_LEAST_30, NO, F(0))),
            "0/? = 0% < 30% → 0 điểm",
        ),
        (
            line(Branch.NOT_MET, rate(F(0), "?", AT_LEAST_30, OPEN, F(0))),
            "0/? = 0% < 30% → 0 điểm",
        ),
        (
            line(
                Branch.OPEN,
                rate(F(81), "?", AT_LEAST_80, OPEN),
                high="1",
                inputs=(given("tong", why=Why.MISSING),),
            ),
            "81/? ≥ 80%: chưa biết; chưa báo cáo: Tổng số hồ sơ → 0–1 điểm",
        ),
        (
            line(Branch.NOT_MET, Reason(NO, ("6,7%",), F(665, 10000), F(68, 1000), AT_LEAST_20)),
            "6,7% < 20% → 0 điểm",
        ),
        (
            line(
                Branch.STEP,
                rate(F(85), F(100), percent(Relation.AT_LEAST, 95), NO, F(85, 100)),
                rate(F(85), F(100), percent(Relation.AT_LEAST, 90), NO, F(85, 100)),
                rate(F(85), F(100), AT_LEAST_80, YES, F(85, 100)),
                points="0.5",
            ),
            "85/100 = 85% < 90%, ≥ 80% → 0,5 điểm",
        ),
        (
            line(Branch.NOT_MET, Reason(NO, (F(0),), F(0), F(0), Bound(Relation.AT_LEAST, F(2)))),
            "0 < 2 → 0 điểm",
        ),
        (
            line(
                Branch.MET,
                Reason(YES, (F(915, 1000),), F(915, 1000), F(915, 1000), AT_LEAST_80),
                points="1",
            ),
            "91,5% ≥ 80% → 1 điểm",
        ),
        (
            line(
                Branch.MET,
                Reason(YES, measure="cong_khai"),
                points="1",
                inputs=(given("cong_khai", said="100% kịp thời"),),
            ),
            "“100% kịp thời” → có (chỉ nêu bằng lời) → 1 điểm",
        ),
        (
            line(
                Branch.MET,
                Reason(YES, measure="cong_khai"),
                points="1",
                inputs=(given("cong_khai"),),
            ),
            "có → 1 điểm",
        ),
        (
            line(Branch.MET, Reason(YES, (DAY,), ORDINAL, ORDINAL, BEFORE), points="1"),
            "29/12/2021 trước 31/12/2021 → 1 điểm",
        ),
        (
            line(Branch.MET, Reason(YES, (DAY,), ORDINAL, ORDINAL, BY), points="1"),
            "29/12/2021, chậm nhất 31/12/2021 → 1 điểm",
        ),
        (
            line(Branch.NOT_MET, Reason(NO, (datetime.date(2022, 1, 2),), bound=BY)),
            "02/01/2022 sau 31/12/2021 → 0 điểm",
        ),
        (
            line(Branch.NOT_MET, Reason(NO, ("?",), ORDINAL + 9, None, BEFORE)),
            "chưa có ngày, cần trước 31/12/2021 → 0 điểm",
        ),
        (
            line(
                Branch.GATE,
                Reason(NO, (F(0),), F(0), F(0), Bound(Relation.AT_LEAST, F(1)), is_gate=True),
            ),
            "điều kiện trước: 0 < 1 → không xét tiếp → 0 điểm",
        ),
        (
            line(Branch.NOT_MET, Reason(NO, code="3.4")),
            "3.4 chưa đủ điểm → 0 điểm",
        ),
        (
            line(Branch.NONE, rate(F(0), F(0), AT_LEAST_30, NONE), points="1"),
            "0/0: không có gì để tính → 1 điểm",
        ),
        (
            line(
                Branch.NONE,
                rate(F(0), F(0), AT_LEAST_30, NONE),
                outcome=Outcome.NOT_APPLICABLE,
            ),
            "0/0: không có gì để tính → không áp dụng",
        ),
        (
            line(Branch.GROUND, outcome=Outcome.NOT_APPLICABLE),
            "Lý do → không áp dụng",
        ),
        (
            line(
                Branch.CONDITION,
                Reason(YES, code="3.4"),
                outcome=Outcome.NOT_APPLICABLE,
            ),
            "3.4 đạt đủ điểm → không áp dụng",
        ),
        (
            line(
                Branch.OPEN,
                Reason(OPEN, ("?",), bound=BEFORE),
                high="1",
                inputs=(given("ngay", why=Why.NOT_DUE, due=DAY),),
            ),
            "chưa đến hạn: Ngày ban hành (hạn 29/12/2021) → 0–1 điểm",
        ),
        (
            line(
                Branch.OPEN,
                Reason(OPEN, measure="cong_khai"),
                high="1",
                inputs=(given("cong_khai", why=Why.MISSING),),
                language="en",
            ),
            "not reported: Đã công khai (en) → 0–1 points",
        ),
        (
            line(
                Branch.NOT_MET,
                Reason(
                    NO,
                    (DAY, "-", "(", DAY, "+", F(1), "months", ")"),
                    F(44),
                    F(44),
                    Bound(Relation.AT_MOST, F(0)),
                ),
            ),
            "29/12/2021 − (29/12/2021 + 1 tháng) = 44 ngày > 0 ngày → 0 điểm",
        ),
        (
            line(Branch.STEP, Reason(YES, ("sớm",), bound=Bound(Relation.IS, "sớm")), points="2"),
            "“sớm” → 2 điểm",
        ),
    ],
)
def test_a_reason_reads_as_a_person_writes_it(got: str, expected: str) -> None:
    assert got == expected


def step(*changes: Change, low: str = "1", high: str = "1", **more: Any) -> NextStep:
    return NextStep(changes, F(low), F(high), **more)


def said(*steps: NextStep, branch: Branch = Branch.NOT_MET, language: str = "vi") -> str:
    return steps_line(voice(language), steps, F(0), branch).replace("\u00a0", " ")


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
    got = asked(voice(so_hoa=7), ["tong", "so_hoa", "cong_khai"]).replace("\u00a0", " ")
    assert got == (
        "Số hồ sơ giấy được số hóa (dòng 7) và Tổng số hồ sơ, hoặc chỉ Tỷ lệ hồ sơ số hóa; "
        "trả lời có hoặc không: Đã công khai"
    )


def test_a_question_that_is_the_title_is_not_asked_twice() -> None:
    got = asked(voice(cong_khai=9), ["cong_khai"], "Đã công khai").replace("\u00a0", " ")
    assert got == "trả lời có hoặc không (dòng 9)"
