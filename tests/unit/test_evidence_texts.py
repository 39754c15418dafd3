"""Texts made comparable, the references and the figures in them, and what they leave to ask.

The phrases in quotes stand in real documents of departments and provinces, some as a scanner
without Vietnamese read them.
"""

from __future__ import annotations

import datetime
import time
from fractions import Fraction

import pytest

from par_index.model.evidence import TextLayer, Verdict
from par_index.review.evidence.defects import DefectKind, TextFile, defects_in, mentions_in
from par_index.review.evidence.figures import pages_cited
from par_index.review.evidence.layers import layer_of
from par_index.review.evidence.normal import identifier, plain, squeezed, words
from par_index.review.evidence.numbers import changed_about, printed_in, swapped
from par_index.review.evidence.references import (
    dates_in,
    kind_in,
    read_reference,
    references_in,
)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


# Normal forms.


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("Kê\u0301 hoa\u0323ch", "Kế hoạch"),
        ("1902/QĐ\u2013\nUBND", "1902/QĐ-UBND"),
        ("1902/QÐ\u2011UBND", "1902/QĐ-UBND"),
        ("hành\u00adchính\u200b", "hànhchính"),
        ("a \t\n  b", "a b"),
    ],
)
def test_a_text_is_the_same_however_it_was_written(written: str, same: str) -> None:
    assert plain(written) == same


def test_marks_without_end_do_not_take_forever() -> None:
    assert len(plain("a" + "\u0323\u0301" * 100_000)) < 40


@pytest.mark.parametrize(
    ("scanned", "meant"),
    [
        ("QB-TTg", "QĐ-TTg"),
        ("Qb-TTg", "QĐ-TTg"),
        ("OD-SKHCN", "QĐ-SKHCN"),
        ("NDP-CP", "NĐ-CP"),
        ("ND- CP", "NĐ-CP"),
        ("QD-SKHCN", "QĐ-SKHCN"),
    ],
)
def test_a_notation_is_known_again_after_a_scan(scanned: str, meant: str) -> None:
    assert identifier(scanned) == identifier(meant)


def test_where_the_tone_mark_stands_does_not_matter() -> None:
    assert words("số hóa") == words("số hoá")
    assert squeezed("Thủ tục\nhành chí-\nnh") == squeezed("thủ tục hành chính")


# References.

SCANNED = "Can ctr Quyét dinh s6 20/QD-SKHCN ngay 30/01/2020 ban hanh Ké hoach"
LETTER = (
    "đã thực hiện theo Kế hoạch số 614/KH-SKHCN ngày 31/12/2020 của Sở KH&CN; Quyết định số "
    "1902/QĐ-UBND ngày 10/6/2019 của UBND tỉnh; Công văn số 1866/UBND-NCVX ngày 09/09/2021"
)


def test_references_are_read_with_their_dates() -> None:
    found = [(one.written, str(one.date)) for one in references_in(LETTER)]
    assert found == [
        ("614/KH-SKHCN", "2020-12-31"),
        ("1902/QĐ-UBND", "2019-06-10"),
        ("1866/UBND-NCVX", "2021-09-09"),
    ]


def test_a_scan_has_references_too() -> None:
    (one,) = references_in(SCANNED)
    assert (one.key, one.date) == ((20, None, "QD-SKHCN"), day("2020-01-30"))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("19/2014/QĐ-TTg", (19, 2014, "QD-TTG")),
        ("52-NQ/TW", (52, None, "-NQ/TW")),
        ("17-CT/TU", (17, None, "-CT/TU")),
        ("202/2025/QH15", (202, 2025, "QH15")),
        ("383/BNV-CCHC", (383, None, "BNV-CCHC")),
        ("01/2018/TT-VPCP", (1, 2018, "TT-VPCP")),
        ("107/2020/ND- CP", (107, 2020, "ND-CP")),
        ("43/BC-UBND", (43, None, "BC-UBND")),
    ],
)
def test_every_form_of_reference_is_read(text: str, key: tuple[object, ...]) -> None:
    one = read_reference(text)
    assert one is not None
    assert one.key == key


@pytest.mark.parametrize("text", ["08/101", "12/8/2020", "33/90 hồ sơ", "2011-2020", "A/B"])
def test_what_is_no_reference_is_passed_over(text: str) -> None:
    assert list(references_in(text)) == []


def test_a_date_belongs_to_the_reference_just_before_it() -> None:
    first, second = references_in("Kế hoạch 5/KH-SMA và 6/KH-SMA ngày 02/3/2025")
    assert (first.day, second.date) == ("", day("2025-03-02"))
    (far,) = references_in("5/KH-SMA của Giám đốc Sở về việc giao nhiệm vụ ngày 02/3/2025")
    assert far.day == ""


def test_days_are_read_in_words_and_in_figures() -> None:
    text = "Khanh Hoa, ngay 17 thang 3 nam 2021; ngày 05/9/2016; 31/02/2021"
    assert dates_in(text) == {day("2021-03-17"), day("2016-09-05")}


@pytest.mark.parametrize(
    ("notation", "kind"),
    [
        ("KH-SKHCN", "KH"),
        ("QÐ-UBND", "QĐ"),
        ("-NQ/TW", "NQ"),
        ("TTLT-BNV-BTC", "TTLT"),
        ("BNV-CCHC", None),
        ("QH15", None),
    ],
)
def test_a_notation_tells_its_kind(notation: str, kind: str | None) -> None:
    assert kind_in(notation) == kind


# What references leave to ask.


def asked(*texts: str) -> list[tuple[str, str, str]]:
    files = [TextFile(f"{at}.txt", (text,)) for at, text in enumerate(texts)]
    return [(one.kind.value, one.verdict.value, one.written) for one in defects_in(files)]


def test_the_year_in_a_number_is_that_of_its_date() -> None:
    text = "19/2014/Qb-TTg ngay 05/3/2020 cua Thu tuéng Chinh phu; da thuc hién"
    assert asked(text) == [("year", "wrong", "19/2014/Qb-TTg 05/3/2020")]
    assert asked("Quyết định số 41/2015/QĐ-UBND ngày 07/12/2015 của Ủy ban nhân dân tỉnh") == []


def test_one_number_has_one_date() -> None:
    first = "Chi thi s6 26/CT-TTg ngay 05/9/2016 cia Thu tuong Chinh phu."
    second = "Chi thi sé 26/CT-TTg ngay 06/9/2016 cua Thu tuéng Chinh phu"
    assert asked(first, second) == [("two_dates", "wrong", "26/CT-TTg")]
    assert asked(second, second) == []
    assert asked("5/KH-SMA ngày 03/01/2024", "5/KH-SMA ngày 06/01/2025") == []


def test_digits_changed_about_are_asked_about() -> None:
    first = "Nghi dinh s 45/2020/ND-CP ngay 08/4/2020 cua phinh phu"
    second = "cia Nghi dinh s6 61/2018/ND-CP, 54/2020/ND-CP va Thong tu"
    assert asked(first, second) == [("swapped", "look", "45/2020/ND-CP")]
    assert asked(first, "55/2020/NĐ-CP, 45/2021/NĐ-CP, 54/2021/QĐ-TTg") == []


def test_a_draft_is_known_by_its_blanks() -> None:
    head = "Số: /SKHCN-VP\nV/v thực hiện\nQuảng Bình, ngày tháng 9 năm 2021\nKính gửi"
    assert [kind for kind, _, _ in asked(head)] == ["blank_number", "blank_day"]
    whole = "Sb: 43 /BC-UBND Khanh Hoa, ngay 17 thang 3 nam 2021\nBAO CAO"
    assert asked(whole) == []
    late = "x " * 400 + "Số: /SKHCN-VP"
    assert asked(late) == []


def test_a_day_that_is_none_is_told() -> None:
    assert asked("Kế hoạch số 5/KH-SMA ngày 31/02/2025") == [
        ("no_day", "wrong", "5/KH-SMA 31/02/2025")
    ]


def test_places_name_file_and_page() -> None:
    pages = ("trang một", "Quyết định số 19/2014/QĐ-TTg ngày 05/3/2020")
    file = TextFile("bao-cao.pdf", pages)
    (mention,) = mentions_in([file])
    (defect,) = defects_in([file])
    assert (mention.file, mention.page) == ("bao-cao.pdf", 2)
    assert (defect.kind, defect.verdict) == (DefectKind.YEAR, Verdict.WRONG)
    assert defect.mentions == (mention,)


# Figures.


def values(text: str) -> set[Fraction]:
    return {value for one in printed_in(text) for value in one.values}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("đã giải quyết 538.531 hồ sơ", Fraction(538531)),
        ("đã giải quyết 538,531 hồ sơ", Fraction(538531)),
        ("Có 33/90 hồ sơ (chiếm 36,7%)", Fraction(33)),
        ("Có 33/90 hồ sơ (chiếm 36,7%)", Fraction(90)),
        ("Có 33/90 hồ sơ (chiếm 36,7%)", Fraction(367, 1000)),
        ("2.628/2.716 hồ sơ", Fraction(2716)),
        ("kinh phí 1.234,5 triệu đồng", Fraction(12345, 10)),
        ("Tổng số 56 100%", Fraction(56)),
        ("đạt 94 %.", Fraction(94, 100)),
    ],
)
def test_a_figure_is_found_by_its_value(text: str, value: Fraction) -> None:
    assert value in values(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("16,7%", Fraction(67, 1000)),
        ("1.538.531", Fraction(538531)),
        ("ngày 10/6/2019", Fraction(10)),
        ("tháng 9/2021", Fraction(9)),
        ("614/KH-SKHCN", Fraction(614)),
        ("45/2020/NĐ-CP", Fraction(45)),
        ("TL56", Fraction(56)),
        ("56.7.1", Fraction(56)),
    ],
)
def test_a_part_of_a_figure_is_none(text: str, value: Fraction) -> None:
    assert value not in values(text)


@pytest.mark.parametrize("mark", [".", ","])
def test_a_figure_without_end_is_none(mark: str) -> None:
    assert values(f"1{f'{mark}000' * 2_000} và 33/90") == {Fraction(33), Fraction(90)}


def test_numbers_without_end_do_not_take_forever() -> None:
    text = " ".join(f"{number}/2020/QĐ-A" for number in range(10_000, 40_000, 10))
    started = time.monotonic()
    assert asked(text)
    assert time.monotonic() - started < 10


@pytest.mark.parametrize("number", [5, 10, 11, 45, 100, 120, 614, 1001, 12345, 99890])
def test_numbers_that_are_changed_about_are_all_found(number: int) -> None:
    beside = [one for one in range(100_000) if swapped(str(number), str(one))]
    assert changed_about(number) == beside


def test_digits_changed_about() -> None:
    assert swapped("538513", "538531")
    assert not swapped("45", "45")
    assert not swapped("45", "450")
    assert not swapped("1234", "4231")


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("3", (3,)),
        ("3-5", (3, 4, 5)),
        ("3, 7; 9", (3, 7, 9)),
        ("2–3", (2, 3)),
        ("", None),
        ("ba", None),
        ("5-3", None),
        ("0", None),
        ("1-99999", None),
        ("²", None),
        ("1-2-3", None),
    ],
)
def test_pages_are_read_or_not_at_all(text: str, pages: tuple[int, ...] | None) -> None:
    assert pages_cited(text) == pages


# Text layers.

GOOD = "Cộng hòa xã hội chủ nghĩa Việt Nam. Quyết định của Ủy ban nhân dân tỉnh về việc ban hành kế"
FLAT = (
    "Thuc hién céc ké hoach, chi ¢ao cua UBND tinh vé cong tac cai cach hanh chinh nim 2020, S& d3 "
    "ban hanh cac ké hoach cdng tac cai cach hanh chinh (CCHC) niam 2020 cta co quan"
)
TCVN3 = (
    "Céng hßa x· héi chñ nghÜa ViÖt Nam. QuyÕt ®Þnh cña Uû ban nh©n d©n tØnh vÒ viÖc ban hµnh kÕ "
    "ho¹ch c¶i c¸ch hµnh chÝnh n¨m 2020, gi¶i quyÕt hå s¬"
)
VNI = (
    "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam. Quyeát ñònh cuûa Uûy ban nhaân daân tænh veà vieäc "
    "ban haønh keá hoaïch caûi caùch haønh chính naêm 2020, giaûi quyeát hoà sô"
)
ENGLISH = (
    "The department issued its plan in January and reported on every task before the year ended. "
)


@pytest.mark.parametrize(
    ("text", "layer"),
    [
        (GOOD * 2, TextLayer.GOOD),
        (FLAT, TextLayer.FLAT),
        (TCVN3, TextLayer.LEGACY),
        (VNI, TextLayer.LEGACY),
        (ENGLISH * 2, TextLayer.GOOD),
        ("  3  ", TextLayer.SCAN),
        ("", TextLayer.SCAN),
    ],
)
def test_a_text_layer_is_known_for_what_it_is(text: str, layer: TextLayer) -> None:
    assert layer_of([text]) is layer
