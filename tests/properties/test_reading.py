"""Whatever is read gives a result or problems: never an exception, and always a place."""

from __future__ import annotations

import datetime
import string
import unicodedata
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from par_index.problems import Owner, Problem, Problems, Source, Span
from par_index.reading import yaml_text
from par_index.reading.dates import Day, read_date
from par_index.reading.nodes import Mapping, Node, Scalar, Sequence
from par_index.reading.numbers import Figure, NumberStyle, Refusal, read_figure
from par_index.reading.yaml_text import read_yaml
from par_index.rendering.messages.reading import WORDINGS
from par_index.rendering.messages.wording import Words

PIECES = [
    *"[]{},:?!&*|>'\"#%@`\\~-17é \n\t\r\0\x85\u200b\ufeff",
    *("a", "b: ", "c:", "- ", "? ", ": ", "\n", "\n  ", "\n ", "\n- ", "\r\n", "code: ", "1.1"),
    *(" #", " #x", "---", "\n---\n", "...", "<<: ", "&a ", "*a", "!t ", "6,7%", "e\u0301"),
    *('"x"', "'y'", "|2", ">-", "|+\n", "\\u200b", "\\\n", "%YAML 1.1\n", "k" * 1_030),
]

yaml_texts = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)
file_bytes = st.one_of(st.binary(max_size=80), yaml_texts.map(str.encode))
number_texts = st.one_of(
    st.text(),
    st.text(string.digits + ".,-+%/ \u00a0eE٣５", max_size=40),
)
styles = st.sampled_from(NumberStyle)


def read(data: bytes) -> tuple[Source, Mapping | None, tuple[Problem, ...]]:
    problems = Problems()
    source, mapping = read_yaml(data, "unit.yaml", Owner.SUBMISSION, problems)
    return source, mapping, problems.in_order()


def spans_of(node: Node | None) -> list[Span]:
    match node:
        case Scalar():
            return [node.span]
        case Sequence(items):
            return [node.span, *(span for item in items for span in spans_of(item))]
        case Mapping(entries):
            inside = [[entry.key.span, *spans_of(entry.value)] for entry in entries]
            return [node.span, *(span for spans in inside for span in spans)]
    return []


def shape(node: Node | None) -> object:
    """A node without its places."""
    match node:
        case Scalar(text):
            return (text, node.plain)
        case Sequence(items):
            return [shape(item) for item in items]
        case Mapping(entries):
            return (node.flow, [(shape(entry.key), shape(entry.value)) for entry in entries])
    return None


def position(span: Span) -> tuple[int, int, int]:
    return (span.line, span.column, span.width)


def is_inside(span: Span, source: Source) -> bool:
    line = source.line(span.line)
    in_text = 1 <= span.line <= max(len(source.lines), 1) and 1 <= span.column <= len(line) + 1
    in_line = span.width == 1 or span.column + span.width - 1 <= len(line)
    return span.source is source and in_text and span.width >= 1 and in_line


@given(file_bytes)
@example(b"[" * 100_000)
@example(b'a: "\\')
@example(b"%YAML 1." + b"9" * 5_000 + b"\n---\na: 1")
def test_any_bytes_give_a_mapping_or_problems_with_places(data: bytes) -> None:
    source, mapping, problems = read(data)
    assert mapping is not None or any(problem.is_error for problem in problems)
    spans = [span for problem in problems for span in (problem.span, *problem.also)]
    assert all(is_inside(span, source) for span in spans + spans_of(mapping))


@given(file_bytes)
def test_every_problem_has_its_sentence_in_both_languages(data: bytes) -> None:
    for problem in read(data)[2]:
        for words in WORDINGS[problem.code]:
            assert all(text is not None for text in filled(words, problem.params))


@pytest.mark.skipif(yaml_text.FAST_LOADER is None, reason="PyYAML was built without libyaml")
@given(file_bytes)
def test_both_parsers_agree(data: bytes) -> None:
    _, fast, told_by_fast = read(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_text, "FAST_LOADER", None)
        _, slow, told_by_slow = read(data)
    assert shape(fast) == shape(slow)
    assert [*map(position, spans_of(fast))] == [*map(position, spans_of(slow))]
    assert [*map(str, told_by_fast)] == [*map(str, told_by_slow)]


@given(st.lists(st.text("aăâêôơưđ ờởễẤỤnt.:,-'\"#\n", max_size=20), max_size=6).map("".join))
def test_decomposed_text_gives_the_same_nodes(text: str) -> None:
    line = f"tiêu đề: đã có\n{text}"
    _, composed, problems = read(unicodedata.normalize("NFC", line).encode())
    _, decomposed, others = read(unicodedata.normalize("NFD", line).encode())
    assert shape(composed) == shape(decomposed)
    assert [(one.code, one.span.line) for one in problems] == [
        (one.code, one.span.line) for one in others
    ]


@given(number_texts, styles, st.sampled_from(["count", "percent", "points"]), st.booleans())
@example("5,8 2.8", NumberStyle.VI, "points", True)
def test_any_text_gives_a_figure_or_a_refusal(
    text: str, style: NumberStyle, kind: str, bounded: bool
) -> None:
    least = Fraction(0) if bounded else None
    whole, percent = kind == "count", kind == "percent"
    read = read_figure(text, style, whole=whole, percent=percent, least=least)
    if isinstance(read, Refusal):
        for words in WORDINGS[read.code]:
            filled(words, read.params)
    else:
        assert least is None or read.value >= least
        assert (read.value * 10 ** (read.decimals + 2 * percent)).denominator == 1
        assert not (whole and read.decimals)


@given(st.integers(0, 10**16), st.integers(0, 10**6 - 1))
def test_writing_a_vi_number_and_reading_it_gives_it_back(number: int, millionths: int) -> None:
    grouped = f"{number:,}".replace(",", ".")
    read = read_figure(grouped, NumberStyle.VI, whole=True, percent=False)
    assert read == Figure(Fraction(number))
    text = f"{grouped},{millionths:06}"
    read = read_figure(text, NumberStyle.VI, whole=False, percent=False)
    assert read == Figure(number + Fraction(millionths, 10**6), 6)


@given(st.one_of(st.text(), st.text("0123456789/-. ", max_size=12)))
def test_any_text_gives_a_day_or_a_refusal(text: str) -> None:
    read = read_date(text)
    if isinstance(read, Refusal):
        for words in WORDINGS[read.code]:
            filled(words, read.params)
    else:
        assert isinstance(read, Day)


@given(st.dates(datetime.date(1945, 1, 1)))
def test_a_written_date_is_read_back(date: datetime.date) -> None:
    for text in (date.isoformat(), f"{date.day}/{date.month}/{date.year}", f"{date:%d/%m/%Y}"):
        read = read_date(text)
        assert isinstance(read, Day)
        assert read.date == date


def filled(words: Words, params: object) -> list[str]:
    assert isinstance(params, dict)
    return [text.format_map(params) for text in words]
