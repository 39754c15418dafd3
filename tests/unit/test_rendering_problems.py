"""Problems as people see them: the sentence, the place, carets exactly under the fault."""

from __future__ import annotations

import unicodedata

import pytest

from par_index.problems import Owner, Problem, Source, Span
from par_index.rendering import problems as rendering
from par_index.rendering.columns import display_width, visible, wrap
from par_index.rendering.messages.catalogue import CATALOGUE
from par_index.rendering.messages.wording import Wording, Words
from par_index.rendering.problems import render_problems


@pytest.fixture(autouse=True)
def codes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Codes of our own, so that no change of wording moves these tests."""
    for code in ("E299", "E399", "W299", "N299", "E999"):
        words = Words("không có `{found}`", "chỗ này", "sửa lại")
        english = Words("there is no `{found}`", "here", "mend it")
        monkeypatch.setitem(CATALOGUE, code, Wording(words, english))


def source(*lines: str, owner: Owner = Owner.SUBMISSION, name: str = "unit.yaml") -> Source:
    return Source(name, owner, lines)


def shown(span: Span, *also: Span, code: str = "E299", language: str = "vi") -> list[str]:
    problem = Problem(code, span, {"found": "x"}, also)
    return render_problems([problem], language=language, color=False).splitlines()


def under_carets(lines: list[str]) -> str:
    """The characters of the excerpt that stand above the carets."""
    number = next(number for number, line in enumerate(lines) if "^" in line)
    text, carets = lines[number - 1], lines[number]
    first = carets.index("^")
    last = first + carets.count("^")
    cells, found = 0, ""
    for character in text:
        is_mark = not display_width(character)
        if (first <= cells < last and (found or not is_mark)) or (cells == last and is_mark):
            found += character
        cells += display_width(character)
    return found


def test_a_problem_is_a_sentence_a_place_an_excerpt_and_an_act() -> None:
    lines = shown(Span(source("schema: a", "data:", "  ho_so: 1.234"), 3, 10, 5))
    assert lines == [
        "lỗi[E299] không có `x`",
        "  --> unit.yaml:3:10",
        " 3 |   ho_so: 1.234",
        "   |          ^^^^^ chỗ này",
        "   = gợi ý: sửa lại",
        "",
        "1 lỗi ở bản tự chấm",
    ]


def test_english_changes_the_words_alone() -> None:
    lines = shown(Span(source("a: 1"), 1, 4, 1), language="en")
    assert lines[0] == "error[E299] there is no `x`"
    assert lines[1] == "  --> unit.yaml:1:4"
    assert lines[3:5] == ["   |    ^ here", "   = hint: mend it"]
    assert lines[-1] == "1 error in the submission"


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("ten: Phòng Cải cách", "Cải"),
        (unicodedata.normalize("NFD", "tên: Phòng Cải cách"), unicodedata.normalize("NFD", "Cải")),
        ("\t\tho_so: 12", "12"),
        ("ten: 漢字 va 12", "12"),
        ("ten: 漢字 va", "漢字"),
        ("ten: a\u200bb 12", "12"),
        ("ten: a\u0301\u0323b 12", "12"),
    ],
)
def test_carets_stand_under_the_fault(line: str, fault: str) -> None:
    column = line.index(fault) + 1
    assert under_carets(shown(Span(source(line), 1, column, len(fault)))) == fault


def test_a_character_that_hides_or_commands_is_written_out() -> None:
    line = "a: \x1b[31m\u202eđỏ\u200b"
    lines = shown(Span(source(line), 1, 4, 1))
    assert lines[2] == " 1 | a: <U+001B>[31m<U+202E>đỏ<U+200B>"
    assert lines[3] == "   |    ^^^^^^^^ chỗ này"
    text = render_problems(
        [Problem("E299", Span(source(line, name="\x1b]0;x\x07.yaml")), {"found": "\u202e\n"})],
        language="vi",
        color=False,
    )
    assert not {"\x1b", "\u202e", "\x07"} & set(text)
    assert "`<U+202E><U+000A>`" in text


def test_carets_stop_where_the_line_ends() -> None:
    lines = shown(Span(source("a: 12"), 1, 4, 50))
    assert lines[3] == "   |    ^^ chỗ này"


def test_a_place_past_the_end_of_a_line_is_right_after_it() -> None:
    assert shown(Span(source("a:"), 1, 9, 1))[3] == "   |   ^ chỗ này"
    assert shown(Span(source(""), 1, 1, 1))[2:4] == [" 1 |", "   | ^ chỗ này"]


@pytest.mark.parametrize("start", [0, 5, 40, 200, 390])
def test_a_long_line_is_cut_around_its_fault(start: int) -> None:
    line = "x" * start + "LỖI" + "y" * (397 - start)
    lines = shown(Span(source(line), 1, start + 1, 3))
    assert under_carets(lines) == "LỖI"
    assert display_width(lines[2]) < 80
    assert ("…" in lines[2][5:7]) == (start > 24)


def test_neighbouring_places_share_an_excerpt_and_others_have_their_own() -> None:
    text = source(*(f"a{number}: {number}" for number in range(1, 30)))
    lines = shown(Span(text, 12, 6, 2), Span(text, 11, 6, 2), Span(text, 25, 1, 3))
    assert lines[1:-2] == [
        "  --> unit.yaml:12:6",
        "11 | a11: 11",
        "   |      ^^",
        "12 | a12: 12",
        "   |      ^^ chỗ này",
        "  --> unit.yaml:25:1",
        "25 | a25: 25",
        "   | ^^^",
        "   = gợi ý: sửa lại",
    ]


def test_wide_line_numbers_widen_the_gutter_of_all() -> None:
    text = source(*("a: 1" for _ in range(1234)))
    lines = shown(Span(text, 9, 1, 1), Span(text, 1234, 1, 1))
    assert lines[2:4] == ["   9 | a: 1", "     | ^ chỗ này"]
    assert lines[5] == "1234 | a: 1"
    assert lines[7] == "     = gợi ý: sửa lại"


def test_a_problem_of_the_system_has_no_excerpt() -> None:
    lines = shown(Span(source("a: 1"), 1, 1, 1), code="E999")
    assert lines[1:4] == ["  --> unit.yaml", "   = chỗ này", "   = gợi ý: sửa lại"]
    assert lines[-1] == "1 lỗi ở máy hoặc par_index"


def test_the_last_line_counts_and_says_whose() -> None:
    place = Span(source("a: 1"))
    theirs = Span(source("b: 1", owner=Owner.CRITERIA))
    found = [
        Problem(code, span, {"found": "x"})
        for code, span in [("E299", place), ("E399", theirs), ("W299", place), ("N299", place)]
    ]
    text = render_problems(found, language="vi", color=False)
    assert text.endswith(
        "\n2 lỗi (1 ở bộ tiêu chí, 1 ở bản tự chấm); 1 điểm cần xem ở bản tự chấm; "
        "1 lưu ý ở bản tự chấm\n"
    )
    assert text.count("\n\n") == len(found)
    english = render_problems(found, language="en", color=False)
    assert english.endswith("1 warning in the submission; 1 note in the submission\n")


def test_nothing_found_says_nothing() -> None:
    assert render_problems([], language="vi", color=True) == ""


def test_colour_only_repeats_the_words() -> None:
    problem = [Problem("W299", Span(source("a: 1")), {"found": "x"})]
    plain = render_problems(problem, language="vi", color=False)
    colored = render_problems(problem, language="vi", color=True)
    assert colored.replace("\x1b[33m", "").replace("\x1b[0m", "") == plain
    assert rendering.severity_of(problem[0]) == "warning"


def test_wrapping_never_passes_the_width_and_holds_numbers_to_their_units() -> None:
    text = "một hai ba 27/90\u00a0=\u00a030% →\u00a01\u00a0điểm"
    lines = wrap(text, 20, first="- ", rest="  ")
    assert lines == ["- một hai ba", "  27/90 = 30%", "  → 1 điểm"]
    assert wrap("a " + "b" * 30, 10) == ["a", "b" * 30]
    assert display_width(unicodedata.normalize("NFD", "Quảng Bình")) == 10
    assert visible("Sở KH&CN") == "Sở KH&CN"
