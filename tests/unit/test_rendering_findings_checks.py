"""The arithmetic of cross-checks: both sides, how far apart they are, what is blank."""

from __future__ import annotations

import datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.cases import Case, load_text, run
from support.found import SPAN, check_fact, finding, rule, with_findings
from support.reports import SPEC

from par_index.comparing.checks import compare_one
from par_index.model.assessment import Assessment
from par_index.model.checks import (
    Check,
    CheckKind,
    CheckResult,
    CheckState,
    Comparing,
    Expecting,
    Shows,
)
from par_index.model.conditions import Bound, Comparison, Relation
from par_index.model.findings import Severity
from par_index.model.quantities import (
    Amount,
    Choose,
    Constant,
    Days,
    Difference,
    MonthsAfter,
    Quantity,
    Ratio,
    Scaled,
    Sum,
    Tallied,
)
from par_index.model.text import Text
from par_index.model.walking import measures_in_condition
from par_index.nouns import replace
from par_index.rendering.checks import check_line, place_compared
from par_index.rendering.text import render_text
from par_index.rendering.voice import Voice

F = Fraction

_SET = """
measures:
  - {id: nhan, kind: count, label: {vi: Số hồ sơ tiếp nhận, en: Files received}}
  - {id: nop, kind: count, counted_in: hồ sơ, label: {vi: Số hồ sơ nộp, en: Files filed}}
  - {id: mang, kind: count, counted_in: hồ sơ, label: {vi: Số hồ sơ qua mạng, en: Online}}
  - {id: chi, kind: money, counted_in: triệu đồng, label: {vi: Số tiền chi, en: Spent}}
  - {id: khong_tre, kind: yes_no, label: {vi: Không có hồ sơ trễ, en: None late}}
  - {id: truoc, kind: count, label: {vi: Số hồ sơ trả trước hạn, en: Early}}
  - {id: dung, kind: count, label: {vi: Số hồ sơ trả đúng hạn, en: On time}}
  - {id: qua, kind: count, label: {vi: Số hồ sơ trả quá hạn, en: Late}}
  - {id: rut, kind: count, label: {vi: Số hồ sơ rút, en: Withdrawn}}
  - {id: tra, kind: count, label: {vi: Số hồ sơ đã trả, en: Returned}}
  - {id: ty_le, kind: rate, of: [tra, nhan], label: {vi: Tỷ lệ trả, en: Rate}}
  - {id: hai_long, kind: percent, by: survey, label: {vi: Mức độ hài lòng, en: Satisfaction}}
  - {id: lan_2, kind: date, label: {vi: Ngày lần 2, en: Second day}}
  - {id: lan_3, kind: date, label: {vi: Ngày lần 3, en: Third day}}
  - {id: phieu, kind: tally, options: [tot, kha, kem], label: {vi: Số phiếu, en: Votes}}
  - {id: loai, kind: choice, label: {vi: Loại, en: Kind},
     options: [{id: lon, title: {vi: Sở lớn, en: Large}}, nho]}
criteria:
  - {code: "1", title: Một, max_points: 1, scoring: {full_if: {of: nhan, at_least: 1}}}
"""

_GIVEN: dict[str, Any] = {
    "nhan": "1490",
    "nop": "95",
    "mang": "90",
    "chi": "1200,5",
    "khong_tre": "có",
    "truoc": "66",
    "qua": "18",
    "tra": "331",
    "ty_le": "22,2%",
    "lan_2": "2020-12-04",
    "lan_3": "2020-06-23",
    "phieu": {"tot": "1", "kha": "2", "kem": "1"},
    "loai": "lon",
}


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    keys = {"as_of": "2021-09-30", "given": _GIVEN, "external": {"hai_long": "65,27%"}}
    document = yaml.load(_SET, Loader=yaml.BaseLoader)
    return run(Case(Path("checks.yaml"), "checks", keys, document))


def sum_of(*ids: str) -> Sum:
    return Sum(tuple(Amount(id) for id in ids))


def ratio(part: str, whole: str) -> Ratio:
    return Ratio(Amount(part), Amount(whole), bounded=False)


def number(value: int) -> Constant:
    return Constant(F(value))


def percent(value: Fraction) -> Constant:
    return Constant(value, percent=True)


def day(year: int, month: int, day: int) -> Constant:
    return Constant(F(datetime.date(year, month, day).toordinal()), day=True)


def line(
    assessment: Assessment,
    left: Quantity,
    right: Quantity,
    kind: CheckKind = CheckKind.EQUAL,
    *,
    shows: Shows = Shows.NUMBER,
    explained_by: tuple[str, ...] = (),
    language: str = "vi",
) -> str:
    """What is said of a check that compares these two."""
    test = Comparing(kind, left, right, shows, explained_by)
    check = Check("a", SPAN, test, Severity.WATCH, Text("Phải bằng nhau"))
    submission = assessment.submission
    data = {**submission.data, **submission.external}
    result = compare_one(check, test, data, assessment.criteria.measures)
    said = check_line(Voice.of(assessment, language), result, data)
    return said.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("kind", "left", "right", "vi", "en"),
    [
        (
            CheckKind.EQUAL,
            sum_of("truoc", "qua"),
            Amount("nhan"),
            "66 + 18 = 84 ≠ 1.490, lệch 1.406",
            "66 + 18 = 84 ≠ 1,490, 1,406 apart",
        ),
        (
            CheckKind.EQUAL,
            Amount("nhan"),
            sum_of("truoc", "qua"),
            "1.490 ≠ 66 + 18 = 84, lệch 1.406",
            "1,490 ≠ 66 + 18 = 84, 1,406 apart",
        ),
        (CheckKind.AT_MOST, Amount("truoc"), Amount("qua"), "66 > 18, vượt 48", "66 > 18, 48 over"),
        (
            CheckKind.AT_LEAST,
            Amount("qua"),
            Amount("truoc"),
            "18 < 66, thiếu 48",
            "18 < 66, 48 short",
        ),
        (CheckKind.AT_MOST, Amount("qua"), Amount("truoc"), "18 ≤ 66", "18 ≤ 66"),
        (CheckKind.EQUAL, Amount("qua"), number(18), "18 = 18", "18 = 18"),
        (
            CheckKind.EQUAL,
            Scaled(Amount("qua"), F(1, 4)),
            Difference(Amount("truoc"), sum_of("qua", "qua"), unsigned=False),
            "18 × 0,25 = 4,5 ≠ 66 − (18 + 18) = 30, lệch 25,5",
            "18 × 0.25 = 4.5 ≠ 66 − (18 + 18) = 30, 25.5 apart",
        ),
    ],
)
def test_numbers_are_held_against_each_other(
    assessment: Assessment, kind: CheckKind, left: Quantity, right: Quantity, vi: str, en: str
) -> None:
    assert line(assessment, left, right, kind) == vi
    assert line(assessment, left, right, kind, language="en") == en


def test_what_is_blank_is_named_and_what_is_missing_is_told(assessment: Assessment) -> None:
    parts = sum_of("truoc", "dung", "qua")
    assert line(assessment, parts, Amount("nhan")) == (
        "66 + 18 = 84 < 1.490, còn 1.406 chưa rõ; để trống: Số hồ sơ trả đúng hạn"
    )
    assert line(assessment, parts, Amount("nhan"), language="en") == (
        "66 + 18 = 84 < 1,490, 1,406 unaccounted for; blank: On time"
    )
    # The parts that are known are more than the whole: no blank can explain that.
    assert line(assessment, parts, number(80)) == (
        "66 + 18 = 84 > 80, vượt 4; để trống: Số hồ sơ trả đúng hạn"
    )
    assert line(assessment, parts, Amount("rut")) == (
        "để trống: Số hồ sơ trả đúng hạn, Số hồ sơ rút"
    )
    # The same, the other way round.
    assert line(assessment, Amount("nhan"), parts) == (
        "1.490 > 66 + 18 = 84, còn 1.406 chưa rõ; để trống: Số hồ sơ trả đúng hạn"
    )
    assert line(assessment, number(80), parts) == (
        "80 < 66 + 18 = 84, thiếu 4; để trống: Số hồ sơ trả đúng hạn"
    )
    # What is known just comes to the whole: nothing is open.
    assert line(assessment, parts, number(84)) == (
        "66 + 18 = 84 = 84; để trống: Số hồ sơ trả đúng hạn"
    )


def test_what_may_explain_the_gap_is_named(assessment: Assessment) -> None:
    left, right = sum_of("truoc", "qua"), number(102)
    assert line(assessment, left, right, explained_by=("rut",)) == (
        "66 + 18 = 84 ≠ 102, lệch 18; có thể do số liệu để trống: Số hồ sơ rút"
    )
    assert line(assessment, left, right, explained_by=("rut",), language="en") == (
        "66 + 18 = 84 ≠ 102, 18 apart; perhaps because these are blank: Withdrawn"
    )
    # Both sides are known, so neither is merely below the other.
    assert line(assessment, left, number(80), explained_by=("rut",)) == (
        "66 + 18 = 84 ≠ 80, lệch 4; có thể do số liệu để trống: Số hồ sơ rút"
    )
    for kind, whole, gap in (
        (CheckKind.AT_MOST, 80, "84 > 80, vượt 4"),
        (CheckKind.AT_LEAST, 90, "84 < 90, thiếu 6"),
    ):
        told = line(assessment, left, number(whole), kind, explained_by=("rut",))
        assert told == f"66 + 18 = {gap}; có thể do số liệu để trống: Số hồ sơ rút"
    assert line(assessment, left, right, explained_by=("qua",)).startswith(
        "66 + 18 = 84 ≠ 102, lệch 18; phần lệch là Số hồ sơ trả quá hạn"
    )


def test_a_gap_is_counted_in_what_the_measures_are(assessment: Assessment) -> None:
    filed, online = Amount("nop"), Amount("mang")
    assert line(assessment, filed, online) == "95 ≠ 90, lệch 5 hồ sơ"
    assert line(assessment, filed, online, language="en") == "95 ≠ 90, 5 apart"
    assert line(assessment, filed, online, CheckKind.AT_MOST) == "95 > 90, vượt 5 hồ sơ"
    assert line(assessment, online, filed, CheckKind.AT_LEAST) == "90 < 95, thiếu 5 hồ sơ"
    # The first measure that has a unit speaks for the check.
    assert line(assessment, Amount("qua"), online) == "18 ≠ 90, lệch 72 hồ sơ"
    assert line(assessment, sum_of("mang", "rut"), filed) == (
        "90 < 95, còn 5 hồ sơ chưa rõ; để trống: Số hồ sơ rút"
    )
    assert line(assessment, Scaled(Amount("chi"), F(1, 10)), number(120)) == (
        "1.200,5 × 0,1 = 120,05 ≠ 120, lệch 0,05 triệu đồng"
    )
    assert line(assessment, ratio("nop", "mang"), number(1)) == "95/90 ≈ 1,06 ≠ 1, lệch ≈ 0,06"


def test_printed_percentages_that_may_be_the_same_are_not_said_to_be_equal(
    assessment: Assessment,
) -> None:
    assert line(assessment, Amount("ty_le"), percent(F(2219, 10000)), shows=Shows.SHARE) == (
        "22,2% ≈ 22,19%"
    )


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_line_breaks_inside_a_short_equation(assessment: Assessment, language: str) -> None:
    for left, right in (
        (sum_of("truoc", "qua", "tra"), Amount("nhan")),
        (Amount("nhan"), Difference(Amount("tra"), Amount("qua"), unsigned=False)),
    ):
        test = Comparing(CheckKind.EQUAL, left, right)
        check = Check("a", SPAN, test, Severity.WATCH, Text("Phải bằng nhau"))
        data = assessment.submission.data
        result = compare_one(check, test, data, assessment.criteria.measures)
        equation, _, _ = check_line(Voice.of(assessment, language), result, data).partition(", ")
        assert " " not in equation
        assert "+" in equation or "−" in equation
    # A sum that is wider than a narrow terminal may break, after an operator.
    many = Comparing(CheckKind.EQUAL, sum_of(*["nhan"] * 9), Amount("tra"))
    check = Check("a", SPAN, many, Severity.WATCH, Text("Phải bằng nhau"))
    result = compare_one(check, many, data, assessment.criteria.measures)
    parts = check_line(Voice.of(assessment, language), result, data).split(" ")
    assert [part[-1] for part in parts[:8]] == ["+"] * 8


def test_lines_stand_in_the_order_of_the_terms_and_blanks_stand_with_their_own(
    assessment: Assessment,
) -> None:
    test = Comparing(CheckKind.EQUAL, sum_of("qua", "dung", "truoc"), Amount("nhan"))
    check = Check("a", SPAN, test, Severity.WATCH, Text("Phải bằng nhau"))
    data = assessment.submission.data
    result = compare_one(check, test, data, assessment.criteria.measures)
    voice = Voice.of(assessment, "vi")
    at = {id: datum.span.line for id, datum in data.items()}
    blank = replace(voice, lines={**voice.lines, "dung": 99})
    lines = ", ".join(str(at[id]) for id in ("qua", "truoc", "nhan"))
    assert place_compared(blank, result) == f"dòng\u00a0{lines}"
    assert "Số hồ sơ trả đúng hạn (dòng\u00a099)" in check_line(blank, result, data)


def test_shares_differ_by_percentage_points(assessment: Assessment) -> None:
    assert line(assessment, ratio("tra", "nhan"), percent(F(1, 5)), shows=Shows.SHARE) == (
        "331/1.490 ≈ 22,21% ≠ 20%, lệch ≈ 2,21 điểm phần trăm"
    )
    assert line(
        assessment, Amount("hai_long"), Amount("ty_le"), CheckKind.AT_MOST, shows=Shows.SHARE
    ) == ("65,27% > 22,2%, vượt 43,07 điểm phần trăm")
    tally = Tallied("phieu", (("tot", F(1)), ("kha", F(1, 2)), ("kem", F(0))))
    assert line(assessment, tally, percent(F(3, 5)), shows=Shows.SHARE) == (
        "(1 + 2 × 50%)/4 = 50% ≠ 60%, lệch 10 điểm phần trăm"
    )
    chosen = Choose("loai", (("lon", F(3, 10)), ("nho", F(1, 5))), percent=True)
    assert line(
        assessment, ratio("tra", "nhan"), chosen, CheckKind.AT_LEAST, shows=Shows.SHARE
    ) == ("331/1.490 ≈ 22,21% < 30%, thiếu ≈ 7,79 điểm phần trăm")


def test_a_share_is_told_apart_from_the_bound_it_misses(assessment: Assessment) -> None:
    nearly = Ratio(number(89_997), number(100_000), bounded=False)
    assert line(
        assessment, nearly, percent(F(9, 10)), CheckKind.AT_LEAST, shows=Shows.SHARE
    ).startswith("89.997/100.000 = 89,997% < 90%")


def test_days_come_before_and_after_each_other(assessment: Assessment) -> None:
    second, third = Amount("lan_2"), Amount("lan_3")
    after = "04/12/2020 sau 23/06/2020, muộn hơn 164 ngày"
    before = "23/06/2020 trước 04/12/2020, sớm hơn 164 ngày"
    assert line(assessment, second, third, CheckKind.AT_MOST, shows=Shows.DAY) == after
    assert line(assessment, third, second, CheckKind.AT_LEAST, shows=Shows.DAY) == before
    assert line(assessment, second, third, shows=Shows.DAY) == after
    assert line(assessment, third, second, CheckKind.AT_MOST, shows=Shows.DAY) == (
        "23/06/2020 ≤ 04/12/2020"
    )
    assert (
        line(assessment, second, third, CheckKind.AT_MOST, shows=Shows.DAY, language="en")
        == "2020-12-04 after 2020-06-23, 164 days later"
    )
    due = MonthsAfter(third, 1)
    assert line(assessment, second, due, CheckKind.AT_MOST, shows=Shows.DAY) == (
        "04/12/2020 sau 23/06/2020 + 1 tháng = 23/07/2020, muộn hơn 134 ngày"
    )
    assert line(assessment, second, day(2020, 12, 4), shows=Shows.DAY) == "04/12/2020 = 04/12/2020"


def test_numbers_of_days_say_so(assessment: Assessment) -> None:
    between = Days(Amount("lan_2"), Amount("lan_3"))
    assert line(assessment, between, number(30), CheckKind.AT_MOST) == (
        "04/12/2020 − 23/06/2020 = 164 ngày > 30, vượt 134 ngày"
    )


def test_a_finding_of_checks_tells_each_with_its_lines(assessment: Assessment) -> None:
    say = Text("Các kết quả cộng lại phải bằng số hồ sơ tiếp nhận")
    test = Comparing(CheckKind.EQUAL, sum_of("truoc", "qua"), Amount("nhan"))
    check = Check("theo-ket-qua", SPAN, test, Severity.WATCH, say)
    result = CheckResult(check, CheckState.FAILED, F(84), F(1490))
    other = CheckResult(
        Check("khac", SPAN, test, Severity.WATCH, Text("Khác")), CheckState.FAILED, F(84), F(1490)
    )
    found = finding(
        rule("checks", title="Không khớp", next="Xem lại"), check_fact(result), check_fact(other)
    )
    report = render_text(
        with_findings(assessment, found, checks=[result, other]), language="vi", width=200
    )
    at = assessment.submission.data
    lines = ", ".join(str(at[id].span.line) for id in ("truoc", "qua", "nhan"))
    assert at["qua"].span.line > at["nhan"].span.line, "in the order of the terms, not of the file"
    sums = "66 + 18 = 84 ≠ 1.490, lệch 1.406"
    assert f"    • {say.vi} (dòng {lines}): {sums}\n    • Khác (dòng {lines}): {sums}\n" in report


def test_what_contradicts_an_expectation_is_told_with_its_words(assessment: Assessment) -> None:
    document = load_text(SPEC / "checks.yaml")
    keys = {"given": {"khong_tre": {"value": "có", "said": "không có hồ sơ trễ"}, "qua": "3"}}
    assessed = run(Case(SPEC / "checks.yaml", "thử", keys, document))
    (result,) = [one for one in assessed.checks if one.check.id == "khong-tre"]
    voice = replace(Voice.of(assessed, "vi"), lines={})
    text = check_line(voice, result, assessed.submission.data)
    assert text == "khong_tre: “không có hồ sơ trễ”; qua: 3"
    at = assessed.submission.data["khong_tre"].span.line
    text = check_line(Voice.of(assessed, "vi"), result, assessed.submission.data)
    assert text.replace("\u00a0", " ").startswith(f"dòng {at}: “không có hồ sơ trễ”; qua (dòng ")


def test_words_that_several_values_share_stand_once(assessment: Assessment) -> None:
    data = {
        id: replace(assessment.submission.data[id], quote="trước 66, quá 18")
        for id in ("truoc", "qua")
    }
    data["nhan"] = assessment.submission.data["nhan"]
    parts = Sum((Amount("truoc"), Amount("nhan"), Amount("qua")))
    test = Expecting(Comparison(parts, Bound(Relation.IS, F(0))))
    result = CheckResult(
        Check("a", SPAN, test, Severity.WATCH, Text("Phải đúng")), CheckState.FAILED
    )
    voice = Voice.of(assessment, "vi")
    at = voice.lines
    assert check_line(voice, result, data).replace("\u00a0", " ") == (
        f"dòng {at['truoc']}, {at['qua']}: “trước 66, quá 18”; "
        f"Số hồ sơ tiếp nhận (dòng {at['nhan']}): 1.490"
    )


@pytest.mark.parametrize(
    ("id", "vi", "en"),
    [
        ("khong_tre", "Không có hồ sơ trễ: có", "None late: yes"),
        ("loai", "Loại: “Sở lớn”", "Kind: “Large”"),
        ("nhan", "Số hồ sơ tiếp nhận: 1.490", "Files received: 1,490"),
        ("ty_le", "Tỷ lệ trả: 22,20%", "Rate: 22.20%"),
        ("lan_2", "Ngày lần 2: 04/12/2020", "Second day: 2020-12-04"),
        ("phieu", "Số phiếu: tot: 1, kha: 2, kem: 1", "Votes: tot: 1, kha: 2, kem: 1"),
    ],
)
def test_what_is_expected_is_told_as_the_reader_writes(
    assessment: Assessment, id: str, vi: str, en: str
) -> None:
    data = {id: assessment.submission.data[id]}
    if id == "ty_le":
        data[id] = replace(data[id], decimals=2)
    test = Expecting(Comparison(Amount(id), Bound(Relation.IS, F(0))))
    result = CheckResult(
        Check("a", SPAN, test, Severity.WATCH, Text("Phải đúng")), CheckState.FAILED
    )
    for language, told in (("vi", vi), ("en", en)):
        voice = replace(Voice.of(assessment, language), lines={})
        assert check_line(voice, result, data) == told


def test_the_cases_of_the_language_can_all_be_told() -> None:
    document = load_text(SPEC / "checks.yaml")
    told = 0
    for test in document["tests"]:
        assessed = run(Case(SPEC / "checks.yaml", test["name"], test, document))
        submission = assessed.submission
        data = {**submission.data, **submission.external}
        for result in assessed.checks:
            for language in ("vi", "en"):
                text = check_line(Voice.of(assessed, language), result, data)
                has_sides = result.left is not None and result.right is not None
                if isinstance(result.check.test, Comparing):
                    assert bool(text) == (has_sides or bool(result.blank))
                else:
                    asks = any(measures_in_condition(result.check.test.expect))
                    told_of = {"khong_tre", "qua"} & submission.data.keys()
                    assert bool(text) == (bool(told_of) if asks else True)
                told += bool(text)
    assert told
