"""The page of a set with everything: bonus and penalty, bounds, grades, parents with modifiers."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.cases import Case, run

from par_index.model.assessment import Assessment
from par_index.nouns import replace
from par_index.rendering.markdown import render_markdown
from par_index.rendering.text import render_text

_SET = """
measures:
  - {id: diem, kind: points, label: {vi: Điểm kiểm tra, en: Points of the check}}
  - {id: phieu, kind: points, by: appraiser, label: {vi: Điểm thẩm định, en: Appraised points}}
  - {id: a, kind: yes_no, label: {vi: Mục một, en: First}}
  - {id: b, kind: yes_no, label: {vi: Mục hai, en: Second}}
  - {id: co, kind: yes_no, can: fixed, label: {vi: Có phát sinh, en: Arose}}
  - {id: sang_kien, kind: count, counted_in: sáng kiến,
     label: {vi: Số sáng kiến, en: Initiatives}}
  - {id: vi_pham, kind: count, counted_in: lần, label: {vi: Số lần vi phạm, en: Violations}}
criteria:
  - code: "1"
    title: {vi: Thực hiện, en: Work}
    components:
      - {code: "1.1", title: {vi: Kiểm tra, en: Check}, max_points: 60, scoring: {given: diem}}
      - code: "1.2"
        title: {vi: Công khai, en: Publishing}
        scoring: {minimum: 3}
        components:
          - {code: "1.2.1", title: {vi: Lần một, en: Once}, max_points: 2, scoring: {full_if: a}}
          - {code: "1.2.2", title: {vi: Lần hai, en: Twice}, max_points: 2, scoring: {full_if: b}}
      - code: "1.3"
        title: {vi: Theo hai việc, en: By two things}
        max_points: 2
        scoring:
          sum_of:
            - {title: {vi: Việc một, en: First thing}, full_if: a, points: 1.5}
            - {full_if: b, points: 0.5}
  - code: "2"
    title: {vi: Thẩm định, en: Appraisal}
    not_applicable: {grounds: [{id: khong, text: {vi: Không phát sinh, en: Nothing arose}}]}
    components:
      - {code: "2.1", title: {vi: Chất lượng, en: Quality}, max_points: 34,
         scoring: {given: phieu}}
  - code: T
    title: {vi: Điểm thưởng, en: Bonus}
    extra: "yes"
    scoring: {cap: 3}
    components:
      - {code: T.1, title: {vi: Sáng kiến, en: Initiatives}, max_points: 5,
         scoring: {each: {of: sang_kien, points: 1}}}
  - {code: P, title: {vi: Điểm phạt, en: Penalty}, extra: "yes", max_points: 0,
     scoring: {deduct: {of: vi_pham, points: 2}, floor: -4}}
cap: 95%
grades:
  - {id: xs, title: Xuất sắc, at_least: 95%, quota: {at_most: 20%, of: [tot], round: down,
     ties: drop, else: tot}}
  - {id: tot, title: Tốt, at_least: 80}
  - {id: kha, title: Khá, at_least: 50}
  - {id: tb, title: Trung bình, otherwise: "yes"}
"""

_ALL = {"diem": "60", "a": "có", "b": "có", "sang_kien": "5", "vi_pham": "1"}
_HALF = {"diem": "50", "a": "có", "b": "không", "sang_kien": "0", "vi_pham": "1"}


@cache
def assessed(given: tuple[tuple[str, str], ...], appraised: str, ground: str = "") -> Assessment:
    keys: dict[str, Any] = {"as_of": "2025-09-30", "given": dict(given)}
    if appraised:
        keys["external"] = {"phieu": appraised}
    if ground:
        keys["answers"] = [
            {"code": "2", "explanation": "Cả năm", "not_applicable": {"ground": ground}}
        ]
    document = yaml.load(_SET, Loader=yaml.BaseLoader)
    return run(Case(Path("report.yaml"), "report", keys, document))


def text(
    given: dict[str, str],
    appraised: str = "",
    *,
    language: str = "vi",
    detail: int = 1,
    ground: str = "",
) -> str:
    assessment = assessed(tuple(given.items()), appraised, ground)
    return render_text(assessment, language=language, width=120, detail=detail)


def line(report: str, start: str) -> str:
    """The first line that starts so, with those that it is continued on."""
    lines = report.splitlines()
    first = next(n for n, one in enumerate(lines) if one.strip().startswith(start))
    taken = [lines[first].strip()]
    indent = len(lines[first]) - len(lines[first].lstrip())
    for one in lines[first + 1 :]:
        if not one.strip() or len(one) - len(one.lstrip()) <= indent:
            break
        taken.append(one.strip())
    return " ".join(taken)


def test_bonus_and_penalty_stand_beside_the_fraction_and_enter_the_total() -> None:
    waiting = " ".join(text(_ALL).split())
    assert "còn 34 chờ; điểm cộng, trừ +1; khoảng 67–95 trên 100" in waiting
    report = text(_ALL, "20")
    headline = "86/100 điểm tự chấm được (66 chỉ nêu bằng lời); điểm cộng, trừ +1; tổng 87 trên 100"
    assert headline in report
    assert headline in text(_ALL, "20", detail=0)
    assert line(report, "Điểm cộng, trừ:") == "Điểm cộng, trừ: Điểm thưởng: +3; Điểm phạt: −2"
    assert line(report, "Chỉ số:") == "Chỉ số: 87%"
    assert "bonus and penalty +1; total 87 of 100" in text(_ALL, "20", language="en")


def test_a_penalty_that_is_not_reported_may_take_points() -> None:
    unknown = {id: value for id, value in _ALL.items() if id != "vi_pham"}
    report = text(unknown, "20")
    assert "điểm cộng, trừ −1 đến +3; khoảng 85–89 trên 100" in report
    assert "Điểm thưởng: +3; Điểm phạt: −4 đến 0" in report
    # What may still be taken is not what is still to come.
    assert "Chưa báo cáo: 1 tiêu chí, còn 0 điểm" in report
    assert "P  Điểm phạt (−4 đến 0 điểm)" in report


def test_supported_points_are_those_of_the_fraction() -> None:
    assert "Có căn cứ: 20 điểm (số liệu" in text(_ALL, "20")
    account = assessed(tuple(_ALL.items()), "20").account
    explained = replace(account, explained=Fraction(3), supported=Fraction(4))
    assessment = replace(assessed(tuple(_ALL.items()), "20"), account=explained)
    said = render_text(assessment, language="vi")
    assert "Có căn cứ: 4 điểm, trong đó 3 chỉ nhờ giải trình" in said
    negative = replace(assessment, account=replace(explained, supported=Fraction(1)))
    said = render_text(negative, language="vi")
    assert "Có căn cứ: 1 điểm sau khi trừ điểm âm; 3 chỉ nhờ giải trình" in said


def test_the_sets_own_cap_is_told_where_it_acts() -> None:
    report = text(_ALL, "34")
    assert "tổng 95 trên 100" in report
    assert line(report, "Cộng lại") == "Cộng lại 101 điểm, tổng không quá 95"
    assert "Cộng lại" not in text(_ALL, "20")
    assert "The sum is 101 points, the total at most 95" in text(_ALL, "34", language="en")


def test_each_extra_has_its_line_and_no_part_in_the_table() -> None:
    report = text(_ALL, "20")
    extras = report[report.index("Điểm cộng, điểm trừ: +1") :]
    assert line(extras, "T ") == (
        "T    Điểm thưởng (+3 điểm) hiện tại: các mục thành phần cộng lại 5; không quá 3 → 3 điểm"
    )
    assert "T.1  Sáng kiến (+5 điểm)" in extras
    assert "P    Điểm phạt (−2 điểm)" in extras
    table = report[report.index("Theo lĩnh vực") : report.index("Điểm cộng, điểm trừ: +1")]
    assert "Điểm thưởng" not in table
    assert line(table, "Cộng ").split()[1:3] == ["86", "100"]


def test_a_set_without_extras_says_nothing_of_them() -> None:
    document = yaml.load(_SET, Loader=yaml.BaseLoader)
    document["criteria"] = document["criteria"][:2]
    del document["cap"], document["grades"]
    keys = {"as_of": "2025-09-30", "given": _HALF, "external": {"phieu": "30"}}
    assessment = run(Case(Path("report.yaml"), "plain", keys, document))
    for report in (
        render_text(assessment, language="vi"),
        render_markdown(assessment, language="vi"),
    ):
        assert "cộng, trừ" not in report
        assert "Xếp loại" not in report


def test_a_parent_that_gives_less_than_its_components_says_why() -> None:
    report = text(_HALF, "30")
    why = "các mục thành phần cộng lại 2; dưới mức 3 thì không tính điểm → 0 điểm"
    assert f"• 1.2 Công khai: {why}" in report
    gap = report[report.index("  1.2    Công khai (0/4 điểm)") :]
    assert line(gap, "hiện tại:") == f"hiện tại: {why}"
    assert line(gap, "đạt khi:") == "đạt khi: trả lời được “có”: Mục hai → 4 điểm"
    trace = text(_HALF, "30", detail=2).split("Từng tiêu chí")[1]
    assert trace.index("  1.2    Công khai (0/4 điểm)") < trace.index("  1.2.1  Lần một")
    assert "the components add up to 2; less than 3 counts as none → 0 points" in " ".join(
        text(_HALF, "30", language="en").split()
    )


def test_what_a_parent_loses_is_not_counted_twice() -> None:
    # 10 of the check, 4 of the parent (of which 2 are its own component's), 0.5, 4 of the
    # appraisal, and 2 of the penalty.
    report = text(_HALF, "30")
    assert "Chưa đạt: 6 tiêu chí, đang mất 20,5 điểm, có thể lấy lại 4,5" in report


def test_an_open_parent_waits_for_its_components() -> None:
    open_ = {id: value for id, value in _HALF.items() if id != "b"}
    report = text(open_, "30", detail=2)
    missing = report[report.index("Chưa báo cáo:") :]
    entry = missing[missing.index("1.2 ") :]
    assert "hiện tại: các mục thành phần cộng lại 2–4" in entry
    assert line(entry, "lý do chờ:") == "lý do chờ: kết quả của 1.2.2"
    assert "Chưa báo cáo: 3 tiêu chí, còn 4,5 điểm" in missing


def test_items_are_summed_up_in_the_report_and_told_one_by_one_in_its_details() -> None:
    short = "Việc một: 1,5/1,5; mục 2: 0/0,5 → 1,5 điểm"
    assert short in text(_HALF, "30")
    assert "mục: Việc một" not in text(_HALF, "30")
    trace = text(_HALF, "30", detail=2).split("Từng tiêu chí")[1]
    assert "mục: Việc một (1,5 điểm): Mục một: có → 1,5 điểm" in trace
    assert "mục: mục 2 (0,5 điểm): Mục hai: không → 0 điểm" in trace
    markdown = render_markdown(assessed(tuple(_HALF.items()), "30"), language="en")
    assert (
        "First thing (1.5 points): First: yes → 1.5 points<br>"
        "item 2 (0.5 points): Second: no → 0 points"
    ) in markdown


def test_a_ground_that_is_named_to_a_parent_explains_all_below_it() -> None:
    report = text(_HALF, ground="khong")
    out = report[report.index("Không áp dụng: 1 tiêu chí") :]
    assert line(out, "lý do:") == "lý do: Không phát sinh; “Cả năm” → không áp dụng"


@pytest.mark.parametrize(
    ("given", "appraised", "vi", "en"),
    [
        (_ALL, "20", "chắc chắn đạt Tốt", "Tốt for certain"),
        (
            _HALF,
            "",
            "còn có thể đạt Tốt, Khá, Trung bình; không còn đạt được Xuất sắc (không quá 20% số "
            "đơn vị đạt Tốt)",
            "still possible: Tốt, Khá, Trung bình; out of reach: Xuất sắc (at most 20% of the "
            "units with Tốt)",
        ),
        (
            _ALL,
            "",
            "chắc chắn từ Khá trở lên; còn có thể đạt Xuất sắc (không quá 20% số đơn vị đạt "
            "Tốt), Tốt",
            "Khá or better for certain; still possible: Xuất sắc (at most 20% of the units with "
            "Tốt), Tốt",
        ),
    ],
)
def test_grades_say_what_is_sure_what_may_come_and_what_cannot(
    given: dict[str, str], appraised: str, vi: str, en: str
) -> None:
    for language, label, expected in (("vi", "Xếp loại", vi), ("en", "Grade", en)):
        report = text(given, appraised, language=language)
        grades = report[report.index(f"{label}:") :].split("\n\n")[0]
        findings = "\nCần xem lại" if language == "vi" else "\nTo review"
        figures = " ".join(grades.split(findings)[0].split())
        assert figures == f"{label}: {expected}"
