"""Reasons written by hand, and the words that come of them."""

from __future__ import annotations

import datetime
from fractions import Fraction
from typing import Any

from par_index.model.accounts import Basis, Outcome
from par_index.model.conditions import Bound, CriterionFull, Relation
from par_index.model.criteria import CriteriaSet, Origin, Rounding, RoundingPlace, Status
from par_index.model.measures import By, Can, Kind, Measure, last_year_twin
from par_index.model.reasons import Because, Branch, Input, InputState, Reason, Truth, Why
from par_index.model.text import Text
from par_index.nouns import replace
from par_index.problems import Owner, Source, Span
from par_index.rendering.arithmetic import because_line
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
    measure("hai_long", "Mức độ hài lòng", Kind.PERCENT, can=Can.RISE),
    *(measure(f"diem.{by}", "Điểm chất lượng", Kind.POINTS, by=by) for by in By),
]
MEASURES += [last_year_twin(one) for one in MEASURES if one.id in ("tong", "hai_long")]


def voice(language: str = "vi", *, at: RoundingPlace = RoundingPlace.LEAF, **lines: int) -> Voice:
    first, last = datetime.date(2021, 1, 1), datetime.date(2021, 12, 31)
    criteria = CriteriaSet(
        "thu", Text("Thử"), Status.ILLUSTRATIVE, Origin(), "so", first, last, F(1),
        Rounding(at=at), (), (), {one.id: one for one in MEASURES}, "",
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
    at: RoundingPlace = RoundingPlace.LEAF,
    **more: Any,
) -> str:
    because = Because("full_if", branch, None, reasons, inputs, **more)
    ends = F(points), F(high or points)
    text = because_line(voice(language, at=at), because, outcome, *ends, ground="Lý do")
    return plain(text)


def asked_of(truth: Truth, question: Any) -> Reason:
    return Reason(truth, code="3.4", question=question)


AT_LEAST_30 = percent(Relation.AT_LEAST, 30)
AT_LEAST_20 = percent(Relation.AT_LEAST, 20)
AT_LEAST_80 = percent(Relation.AT_LEAST, 80)
YES, NO, OPEN, NONE = Truth.YES, Truth.NO, Truth.OPEN, Truth.NONE
FULL = CriterionFull("3.4")
DAY = datetime.date(2021, 12, 29)
ORDINAL = F(DAY.toordinal())


def plain(text: str) -> str:
    """The text as it stands once lines are broken."""
    return text.replace("\u00a0", " ")
