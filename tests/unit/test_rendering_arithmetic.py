"""Reasons as one line that a person would write."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from support.reasons import (
    AT_LEAST_20,
    AT_LEAST_30,
    AT_LEAST_80,
    BEFORE,
    BY,
    DAY,
    FULL,
    NO,
    NONE,
    OPEN,
    ORDINAL,
    YES,
    F,
    asked_of,
    given,
    line,
    percent,
    rate,
    voice,
)

from par_index.model.accounts import Outcome
from par_index.model.conditions import Bound, CriterionApplies, CriterionAtLeast, Relation
from par_index.model.reasons import Branch, Percent, Reason, Truth, Why


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
            line(Branch.NOT_MET, asked_of(NO, FULL)),
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
                asked_of(YES, FULL),
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


@pytest.mark.parametrize(
    ("question", "truth", "vi", "en"),
    [
        (FULL, YES, "3.4 đạt đủ điểm", "3.4 is full"),
        (FULL, OPEN, "chưa biết 3.4 có đủ điểm không", "3.4 may be full or not"),
        (FULL, NONE, "3.4 không áp dụng", "3.4 does not apply"),
        (
            CriterionAtLeast("3.4", F(5)),
            YES,
            "3.4 đạt từ 5 điểm trở lên",
            "3.4 has at least 5 points",
        ),
        (CriterionAtLeast("3.4", F(5)), NO, "3.4 chưa đạt 5 điểm", "3.4 has less than 5 points"),
        (
            CriterionAtLeast("3.4", F(4, 5), percent=True),
            NO,
            "3.4 chưa đạt 80% số điểm",
            "3.4 has less than 80% of its points",
        ),
        (
            CriterionAtLeast("3.4", F(5)),
            OPEN,
            "chưa biết 3.4 có đạt 5 điểm không",
            "3.4 may have 5 points or not",
        ),
        (CriterionAtLeast("3.4", F(5)), NONE, "3.4 không áp dụng", "3.4 does not apply"),
        (CriterionApplies("3.4", True), YES, "3.4 có áp dụng", "3.4 applies"),
        (CriterionApplies("3.4", True), NO, "3.4 không áp dụng", "3.4 does not apply"),
        (CriterionApplies("3.4", False), YES, "3.4 không áp dụng", "3.4 does not apply"),
        (CriterionApplies("3.4", False), NO, "3.4 có áp dụng", "3.4 applies"),
        (
            CriterionApplies("3.4", True),
            OPEN,
            "chưa biết 3.4 có áp dụng không",
            "3.4 may apply or not",
        ),
    ],
)
def test_a_question_about_a_criterion_says_what_was_asked(
    question: Any, truth: Truth, vi: str, en: str
) -> None:
    reason = asked_of(truth, question)
    assert line(Branch.MET, reason, points="1") == f"{vi} → 1 điểm"
    assert line(Branch.MET, reason, points="1", language="en") == f"{en} → 1 point"


def test_percentages_differ_by_percentage_points() -> None:
    terms = (Percent(F(845, 1000)), "-", Percent(F(825, 1000)))
    two = percent(Relation.AT_LEAST, 2)
    got = line(Branch.STEP, Reason(YES, terms, F(2, 100), F(2, 100), two), points="2")
    assert got == "84,5% − 82,5% = 2 điểm phần trăm ≥ 2 → 2 điểm"
    open_ = Reason(OPEN, ("?", "-", Percent(F(825, 1000))), bound=two)
    last_year = (given("hai_long@last_year", why=Why.MISSING),)
    got = line(Branch.OPEN, open_, high="2", inputs=last_year)
    assert got == (
        "? − 82,5% ≥ 2 điểm phần trăm: chưa biết; chưa báo cáo: Mức độ hài lòng (năm trước) "
        "→ 0–2 điểm"
    )
    assert voice("en").label("hai_long@last_year") == "Mức độ hài lòng (en) (last year)"


def test_a_value_held_against_a_bound_is_not_repeated_without_it() -> None:
    test = rate(F(5), F(10), AT_LEAST_80, NO, F(1, 2))
    bare = Reason(YES, test.terms, F(1, 2), F(1, 2))
    inputs = (given("cong_khai", why=Why.MISSING),)
    for reasons in ((test, bare), (bare, test)):
        got = line(Branch.OPEN, *reasons, high="1", inputs=inputs)
        assert got == "5/10 = 50% < 80%; chưa báo cáo: Đã công khai → 0–1 điểm"


def test_not_applying_may_still_give_points() -> None:
    reason = Reason(NO, measure="cong_khai")
    got = line(Branch.CONDITION, reason, points="2", inputs=(given("cong_khai"),))
    assert got == "không → không áp dụng, được tính 2 điểm"
