"""The report in a terminal: what it says, in which order, how wide, and what it never does."""

from __future__ import annotations

import datetime
import re
import unicodedata

import pytest
from support.reports import all_of_them, example, scored, small

from par_index.model.assessment import Assessment
from par_index.nouns import replace
from par_index.problems import Problem
from par_index.rendering.columns import display_width
from par_index.rendering.text import render_text

EVERYTHING = list(all_of_them())


def shown(assessment: Assessment, *, language: str = "vi", width: int = 80, detail: int = 1) -> str:
    return render_text(assessment, language=language, width=width, color=False, detail=detail)


def entry(text: str, code: str) -> str:
    """The lines of the first entry with this code, as one line."""
    lines = text.splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith(f"  {code} "))
    taken = [lines[first]]
    for line in lines[first + 1 :]:
        if not line.startswith("   "):
            break
        taken.append(line)
    return " ".join(" ".join(taken).split())


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("detail", [1, 2])
def test_no_line_is_wider_than_the_terminal(width: int, language: str, detail: int) -> None:
    for assessment in EVERYTHING:
        text = shown(assessment, language=language, width=width, detail=detail)
        for line in text.splitlines():
            assert display_width(line) <= width
            assert line == line.rstrip()
        assert text.endswith("\n")
        assert "\u00a0" not in text


def test_the_headline_tells_words_from_counts_and_never_counts_what_waits() -> None:
    assert shown(example(), detail=0) == (
        "Sở Khoa học và Công nghệ tỉnh Quảng Bình: 26/41 điểm tự chấm được "
        "(25 chỉ nêu bằng lời); còn 7 chưa báo cáo, 3 chờ; khoảng 26–36 trên 44 "
        "[bộ tiêu chí chưa đầy đủ (partial)]\n"
    )
    assert "26/41 self-assessed points (25 in words only); 7 not reported, 3 pending" in shown(
        example(), language="en", detail=0
    )


def test_nothing_to_self_assess_gives_no_fraction() -> None:
    only_waiting = scored({"as_of": "2021-09-30", "given": {}, "answers": []})
    account = replace(only_waiting.account, self_assessable=only_waiting.account.maximum * 0)
    text = shown(replace(only_waiting, account=account), detail=0)
    assert "chưa chấm được điểm nào" in text
    assert not re.search(r"\d/\d", text)


def test_the_report_says_first_what_is_missing() -> None:
    titles = [
        line for line in shown(small(), width=120).splitlines() if line and not line.startswith(" ")
    ]
    assert [title.split(":")[0] for title in titles[5:]] == [
        "Chỉ số",
        "Cần xem lại trước khi nộp",
        "Chưa đạt",
        "Chưa báo cáo",
        "Chờ",
        "Cần xem lại trước khi nộp",
        "Theo lĩnh vực",
        "Có điểm nhưng chỉ nêu bằng lời",
        "Thiếu tài liệu kiểm chứng",
        "Không áp dụng",
    ]


def test_the_set_speaks_on_every_report() -> None:
    text = " ".join(shown(example()).split())
    assert "bộ tiêu chí chưa đầy đủ (partial)" in text
    for note in example().criteria.notes:
        assert " ".join(note.vi.split()) in text


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            "hdh.sohoa",
            "hiện tại: 0/90 = 0% < 30% → 0 điểm việc cần làm: thêm 27 hồ sơ giấy được số hóa "
            "thành hồ sơ điện tử: 27/90 = 30% → 1 điểm",
        ),
        ("hdh.sohoa", "cách đọc khác, không chấm: Công văn, đoạn 2 “số hóa hồ sơ TTHC"),
        ("hdh.sohoa", "thêm 18 hồ sơ giấy được số hóa"),
        ("hdh.sohoa", "phân công: Bộ phận 1 cửa chủ trì; phối hợp: Các phòng, đơn vị"),
        (
            "hdh.bccinhan",
            "thêm 10 hồ sơ mới tiếp nhận qua dịch vụ bưu chính công ích "
            "(tổng số cũng tăng theo): 10/100 = 10% → 1 điểm",
        ),
        ("hdh.bccitra", "hiện tại: 6/90 ≈ 6,67% < 20% → 0 điểm"),
        ("dh.xuly", "→ được xét tiếp, có thể đến 1 điểm; cần báo cáo thêm để biết chắc: Số vấn đề"),
        ("dh.kiemtra", "cần báo cáo thêm để biết chắc: Tổng số phòng, đơn vị (dòng 15)"),
        ("bm.dean", "việc cần làm: Hoàn thiện Đề án vị trí việc làm"),
        ("cv.daotao", "hoặc chỉ Tỷ lệ công chức, viên chức được đào tạo, bồi dưỡng (dòng 106)"),
        ("cv.daotao", "đơn vị ghi: “Chưa có số liệu”"),
        ("dh.kehoach", "chưa đến hạn: Ngày ban hành Kế hoạch cải cách hành chính năm 2022 (hạn"),
        ("tthc.hailong", "lý do chờ: chờ kết quả điều tra: Mức độ hài lòng của người dân"),
    ],
)
def test_the_example_says_what_to_do_next(code: str, said: str) -> None:
    assert said in entry(shown(example()), code)


def test_a_full_criterion_is_no_shortfall() -> None:
    text = shown(example())
    gaps = text[text.index("Chưa đạt:") : text.index("Theo lĩnh vực")]
    full = [leaf.code for leaf in example().leaves() if leaf.low == leaf.account.applicable > 0]
    assert full
    assert not any(f"  {code} " in gaps for code in full)


def test_claims_stand_beside_what_the_data_gives() -> None:
    text = shown(replace(small(), findings=()))
    assert "tự chấm: 1 điểm, cao hơn 0 điểm tính được" in entry(text, "1.2")
    assert "tự chấm: 1 điểm, bằng điểm tính được" in entry(
        shown(small(), detail=2).split("Từng tiêu chí")[1], "1.1"
    )


def test_the_long_report_cites_place_and_words_of_every_input() -> None:
    text = shown(small(), detail=2, width=120)
    trace = text.split("Từng tiêu chí")[1]
    for leaf in small().leaves():
        assert f"  {leaf.code}  " in trace
    assert "Số hồ sơ giấy được số hóa: 13 (unit.yaml:10:13)" in trace
    assert "căn cứ: mục 1.1 “có kế hoạch”" in trace


def test_remarks_name_their_place() -> None:
    span = next(iter(example().submission.data.values())).span
    days = {"found": datetime.date(2026, 1, 2), "as_of": datetime.date(2026, 1, 1)}
    remark = Problem("W203", span, days)
    text = shown(replace(example(), remarks=(remark,)))
    assert (
        f"• cần xem[W203] ngày 02/01/2026 sau ngày chốt số liệu 01/01/2026 (dòng {span.line})"
        in (" ".join(text.split()))
    )


def test_colour_only_repeats_the_words() -> None:
    plain = shown(small(), detail=2)
    colored = render_text(small(), language="vi", width=80, color=True, detail=2)
    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain


def test_what_users_write_cannot_drive_the_terminal() -> None:
    unit = replace(small().submission.unit, name="Sở \x1b[2J\u202e A")
    hostile = replace(small(), submission=replace(small().submission, unit=unit))
    for detail in (0, 1, 2):
        text = shown(hostile, detail=detail)
        assert "<U+001B>[2J<U+202E>" in text
        assert not {"\x1b", "\u202e"} & set(text)


def test_decomposed_vietnamese_is_as_wide_as_composed() -> None:
    name = "Sở Khoa học và Công nghệ " * 4
    widths = set()
    for form in ("NFC", "NFD"):
        unit = replace(small().submission.unit, name=unicodedata.normalize(form, name))
        text = shown(replace(small(), submission=replace(small().submission, unit=unit)))
        widths.add(tuple(display_width(line) for line in text.splitlines()))
    assert len(widths) == 1
