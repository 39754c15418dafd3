"""Reading YAML text: what is refused, where, and that nothing is typed on the way."""

from __future__ import annotations

import hashlib
import time

import pytest

from par_index.problems import Owner, Problem, Problems
from par_index.reading import yaml_text, yaml_tree
from par_index.reading.limits import FILE_BYTES, KEY_CHARACTERS, YAML_DEPTH, YAML_VALUES
from par_index.reading.nodes import Mapping, Node, Scalar, Sequence
from par_index.reading.yaml_text import read_yaml

FAST_LOADER = yaml_text.FAST_LOADER


@pytest.fixture(params=["libyaml", "python"], autouse=True)
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test of this file holds with both parsers."""
    if request.param == "python":
        monkeypatch.setattr(yaml_text, "FAST_LOADER", None)
    elif FAST_LOADER is None:
        pytest.skip("PyYAML was built without libyaml")


def read(
    text: str | bytes, owner: Owner = Owner.SUBMISSION
) -> tuple[Mapping | None, list[Problem]]:
    problems = Problems()
    data = text.encode() if isinstance(text, str) else text
    _, mapping = read_yaml(data, "unit.yaml", owner, problems)
    return mapping, list(problems.in_order())


def places(problems: list[Problem]) -> list[tuple[str, int, int]]:
    return [(problem.code, problem.span.line, problem.span.column) for problem in problems]


def values(node: Node | None) -> object:
    match node:
        case Scalar(text):
            return text
        case Sequence(items):
            return [values(item) for item in items]
        case Mapping(entries):
            return {entry.key.text: values(entry.value) for entry in entries}
    return None


REFUSED = {
    "an empty file": ("", [("E101", 1, 1)]),
    "a file of comments": ("# chưa điền\n\n", [("E101", 1, 1)]),
    "a document without content": ("---\n", [("E101", 1, 1)]),
    "UTF-16 with its mark": ("schema: x".encode("utf-16"), [("E102", 1, 1)]),
    "UTF-16 without a mark": ("schema: x".encode("utf-16-le"), [("E102", 1, 1)]),
    "big-endian UTF-16 without a mark": ("schema: x".encode("utf-16-be"), [("E102", 1, 1)]),
    "Windows-1258 bytes": (b"a: 1\nunit: S\xf4 KH&CN", [("E103", 2, 8)]),
    "a NUL": ("a: 1\nb: \0", [("E104", 2, 4)]),
    "a bell": ("a: \a", [("E104", 1, 4)]),
    "a line separator of Unicode": ("a: x\u2028b: y", [("E104", 1, 5)]),
    "a next-line character": ("a: x\x85b: y", [("E104", 1, 5)]),
    "a zero-width space after a digit": ("a: 5\u200b", [("E105", 1, 5)]),
    "a right-to-left override": ("a: \u202e5", [("E105", 1, 4)]),
    "a soft hyphen": ("a: trang\u00adphục", [("E105", 1, 9)]),
    "a byte order mark inside": ("a: 1\n\ufeffb: 2", [("E105", 2, 1)]),
    "each hidden character": ("a: \u200b\nb: \u2060", [("E105", 1, 4), ("E105", 2, 4)]),
    "a hidden character by its escape": (r'a: "5\u200b"', [("E105", 1, 4)]),
    "two documents": ("a: 1\n---\nb: 2", [("E106", 2, 1)]),
    "a closing document line": ("---\na: 1\n---\n", [("E106", 3, 1)]),
    "an anchor and its aliases": ("a: &x [1]\nb: *x\nc: *x", [("E107", 1, 4)]),
    "a merge key": ("a:\n  <<: {b: 1}", [("E108", 2, 3)]),
    "a tag that calls": ("a: !!python/object/apply:os.system [x]", [("E109", 1, 4)]),
    "a binary tag": ("a: !!binary aGk=", [("E109", 1, 4)]),
    "a set tag": ("a: !!set {x}", [("E109", 1, 4)]),
    "a tag after an anchor": ("a: &x !t y", [("E107", 1, 4), ("E109", 1, 7)]),
    "one hundred thousand brackets": ("[" * 100_000, [("E110", 1, 41)]),
    "a list as a key": ("? [a]\n: 1", [("E112", 1, 3)]),
    "a mapping as a key": ("{b: 1}: 2", [("E112", 1, 1)]),
    "a missing key": ("a: 1\n: 2", [("E112", 2, 1)]),
    "a missing key between braces": ("a: {: 1}", [("E112", 1, 5)]),
    "a key written twice": ("a: 1\nb: 2\na: 3", [("E113", 3, 1)]),
    "a key in NFC and in NFD": ("tỉnh: 1\nti\u0309nh: 2", [("E113", 2, 1)]),
    "Tab indentation": ("a:\n\tb: 1\n\tc: 2", [("E114", 2, 1)]),
    "a Tab after spaces": ("a:\n  \tb: 1", [("E114", 2, 3)]),
    "a Tab for a space": ("a:\t1", [("E114", 1, 3)]),
    "a colon in a value": ("trich_yeu: V/v: họp", [("E115", 1, 15)]),
    "a colon at the end of a value": ("a: V/v:", [("E115", 1, 7)]),
    "a colon in a value between braces": ("a: {b: V/v: họp}", [("E115", 1, 11)]),
    "words after a closing quote": ('a: "x" y', [("E116", 1, 8)]),
    "a second comma": ("a: [1,,2]", [("E116", 1, 7)]),
    "a list at the top": ("- a", [("E118", 1, 1)]),
    "words at the top": ("\nchưa có", [("E118", 2, 1)]),
    "a key longer than YAML looks": ("a: 1\n" + "k" * 1_100 + ": 2", [("E119", 2, 1)]),
    "a decimal comma in braces": ("d: {value: 6,7%}", [("E120", 1, 12)]),
    "grouping commas in braces": ("d: {value: 2,971,152, said: x}", [("E120", 1, 12)]),
    "a comma between words in braces": ("d: {said: Nhanh, đủ và đúng}", [("E120", 1, 11)]),
    "an unclosed quote": ("a: 'x\nb: 2", [("E121", 1, 4)]),
    "an unclosed quote before the end": ('a: 1\nb: "x\\', [("E121", 2, 4)]),
    "an unclosed bracket": ("a: [1, 2\nb: 3", [("E122", 1, 4)]),
    "an unclosed brace at the end": ("a: {b: 1", [("E122", 1, 4)]),
    "a bracket closed by a brace": ("a: [1}", [("E122", 1, 4)]),
    "a line too far right": ("a: 1\n b: 2", [("E123", 2, 2)]),
    "a line too far left": ("  a: 1\nb: 2", [("E123", 2, 1)]),
    "a list item among keys": ("a: 1\n- b", [("E123", 2, 1)]),
    "a colon without its space": ("a:1\nb: 2", [("E124", 1, 1)]),
    "a no-break space after a colon": ("a:\u00a01\nb: 2", [("E124", 1, 1)]),
    "a line without a colon": ("a: 1\nunit\nb: 2", [("E124", 2, 1)]),
    "a value that begins with @": ("a: @so", [("E125", 1, 4)]),
    "a value that begins with %": ("a: %5", [("E125", 1, 4)]),
    "a value that begins with >": ("a: >= 5", [("E125", 1, 4)]),
    "a value that begins with a bullet": ("a: * x", [("E125", 1, 4)]),
    "a value that begins with a dash": ("a: - x", [("E125", 1, 4)]),
    "a directive": ("%YAML 1.1\n---\na: 1", [("E125", 1, 1)]),
    "an unknown directive": ("%quy: 5\n---\na: 1", [("E125", 1, 1)]),
    "a Windows path in double quotes": (r'a: "C:\Users"', [("E126", 1, 7)]),
    "an escape beyond Unicode": (r'a: "\UFFFFFFFF"', [("E126", 1, 5)]),
}


@pytest.mark.parametrize(("text", "expected"), REFUSED.values(), ids=REFUSED)
def test_it_is_refused_at_its_place(
    text: str | bytes, expected: list[tuple[str, int, int]]
) -> None:
    _, problems = read(text)
    assert places(problems) == expected


STILL_READ = {"E109": "a: !t 1\nb: 2", "E113": "a: 1\nb: 2\na: 3", "E119": "k" * 201 + ": 1"}


def test_the_mapping_is_given_only_where_every_value_still_is_what_was_written() -> None:
    for code, text in STILL_READ.items():
        mapping, problems = read(text)
        assert [problem.code for problem in problems] == [code]
        assert mapping is not None
    for text, expected in REFUSED.values():
        if not {code for code, *_ in expected} & STILL_READ.keys():
            assert read(text)[0] is None


def test_the_first_value_of_a_repeated_key_stands() -> None:
    mapping, (problem,) = read("a: 1\nb: 2\na: 3\na: 4")
    assert values(mapping) == {"a": "1", "b": "2"}
    assert [(span.line, span.column) for span in problem.also] == [(1, 1), (4, 1)]
    assert problem.params == {"key": "a", "line": 1}


def test_everything_is_told_at_once() -> None:
    text = "a: &x 1\n1.1: !t b\n<<: {c: d}\na: phòng #1\ne\u200b: 5\nf: V/v: họp\ng: 1"
    _, problems = read(text)
    assert places(problems) == [
        ("E107", 1, 4),
        ("N101", 2, 1),
        ("E109", 2, 6),
        ("E108", 3, 1),
        ("E113", 4, 1),
        ("W101", 4, 10),
        ("E105", 5, 2),
        ("E115", 6, 7),
    ]


def test_places_of_one_cause_are_told_once() -> None:
    _, (problem,) = read("a: &x [1]\nb: *x\nc: [*x, *x]")
    assert problem.params == {"found": "&x"}
    assert [(span.line, span.column) for span in problem.also] == [(2, 4), (3, 5), (3, 9)]


def test_every_line_with_a_tab_is_told() -> None:
    _, (problem,) = read("a:\n\tb: 1\n\tc: 2\nd: 3")
    assert [(span.line, span.column) for span in problem.also] == [(3, 1)]


def test_the_byte_of_another_encoding_is_counted_from_one() -> None:
    _, (problem,) = read(b"\xef\xbb\xbfa: \xf4")
    assert problem.params == {"byte": 7, "line": 1}
    assert problem.span.column == 4


def test_an_empty_file_names_the_keys_of_its_kind() -> None:
    _, (of_unit,) = read("")
    assert of_unit.params == {"keys": "`schema`, `criteria`, `unit`, `as_of`"}
    _, (of_set,) = read("", Owner.CRITERIA)
    assert of_set.params == {"keys": "`schema` / `code`"}


def test_nothing_is_typed() -> None:
    mapping, problems = read("a: no\nb: 010\nc: 12:30:45\nd: 538.531\ne: .inf\nf: ~\ng:\nh: ''")
    assert problems == []
    assert values(mapping) == {
        "a": "no",
        "b": "010",
        "c": "12:30:45",
        "d": "538.531",
        "e": ".inf",
        "f": "~",
        "g": "",
        "h": "",
    }


def test_unquoted_codes_are_kept_apart_and_noted() -> None:
    mapping, (note,) = read('1.1: a\n1.10: b\n"1.2": c\nlist:\n- {code: 7.2.1, points: 0.5}')
    assert values(mapping) == {
        "1.1": "a",
        "1.10": "b",
        "1.2": "c",
        "list": [{"code": "7.2.1", "points": "0.5"}],
    }
    assert (note.code, note.params) == ("N101", {"found": "1.1"})
    spans = (note.span, *note.also)
    assert [(span.line, span.column) for span in spans] == [(1, 1), (2, 1), (5, 10)]


@pytest.mark.parametrize(
    ("text", "column", "dropped"),
    [("co_quan: phòng #1", 16, "#1"), ("so: #12 tầng 2", 5, "#12 tầng 2")],
)
def test_a_comment_that_may_be_a_value_is_asked_about(text: str, column: int, dropped: str) -> None:
    mapping, (problem,) = read(text)
    assert places([problem]) == [("W101", 1, column)]
    assert (problem.params, problem.span.width) == ({"dropped": dropped}, len(dropped))
    assert mapping is not None


@pytest.mark.parametrize(
    "text", ["a: x # ghi chú", "a: x #", 'a: "phòng #1"', "a: C#1", "#a\na: 1"]
)
def test_an_ordinary_comment_is_left_alone(text: str) -> None:
    assert read(text)[1] == []


def test_text_is_composed_and_the_lines_stay_as_written() -> None:
    problems = Problems()
    data = "ti\u0309nh: Qua\u0309ng Bi\u0300nh\r\nb: 2\rc: 3\n".encode()
    source, mapping = read_yaml(data, "unit.yaml", Owner.SUBMISSION, problems)
    assert values(mapping) == {"tỉnh": "Quảng Bình", "b": "2", "c": "3"}
    assert source.lines == ("ti\u0309nh: Qua\u0309ng Bi\u0300nh", "b: 2", "c: 3", "")
    assert source.sha256 == hashlib.sha256(data).hexdigest()


def test_a_byte_order_mark_at_the_start_is_no_character_of_the_text() -> None:
    mapping, problems = read(b"\xef\xbb\xbfa: 1")
    assert problems == []
    assert mapping is not None
    assert mapping.key_span("a").column == 1


def test_spans_cover_the_first_line_of_what_was_written() -> None:
    mapping, _ = read('a: "x y"\nb: một\n  hai\nc: [1]\nd: |\n  z\ne:\n')
    assert mapping is not None
    spans = [entry.value.span for entry in mapping.entries]
    assert [(span.line, span.column, span.width) for span in spans] == [
        (1, 4, 5),
        (2, 4, 3),
        (4, 4, 1),
        (5, 4, 1),
        (7, 3, 1),
    ]
    assert [values(entry.value) for entry in mapping.entries][1::2] == ["một hai", "z\n"]


def test_a_mapping_answers_by_key() -> None:
    mapping, _ = read("b: 1\na: {c: 2}")
    assert mapping is not None
    assert mapping.keys == ("b", "a")
    assert "a" in mapping
    assert "c" not in mapping
    assert mapping.get("c") is None
    inner = mapping.get("a")
    assert isinstance(inner, Mapping)
    assert inner.flow
    assert not mapping.flow
    assert (mapping.key_span("a").line, mapping.key_span("nothing")) == (2, mapping.span)
    assert [entry.key.text for entry in mapping] == ["b", "a"]
    assert len(mapping) == 2


def test_the_size_of_a_file_has_a_limit() -> None:
    fits = b"a: 1\n" + b"#" * (FILE_BYTES - 5)
    assert read(fits)[1] == []
    assert places(read(fits + b"#")[1]) == [("E111", 1, 1)]


def test_depth_has_a_limit() -> None:
    fits = "a: " + "[" * (YAML_DEPTH - 1) + "]" * (YAML_DEPTH - 1)
    assert read(fits)[1] == []
    deeper = "a: " + "[" * YAML_DEPTH + "]" * YAML_DEPTH
    assert places(read(deeper)[1]) == [("E110", 1, YAML_DEPTH + 3)]


def test_the_number_of_values_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    assert YAML_VALUES == 200_000
    monkeypatch.setattr(yaml_tree, "YAML_VALUES", 5)
    assert read("a: [1, 2]\nb: 3")[1] == []
    assert places(read("a: [1, 2]\nb: 3\nc: 4")[1]) == [("E117", 3, 4)]


def test_the_length_of_a_key_has_a_limit() -> None:
    assert read("k" * KEY_CHARACTERS + ": 1")[1] == []
    assert places(read("k" * (KEY_CHARACTERS + 1) + ": 1")[1]) == [("E119", 1, 1)]


@pytest.mark.parametrize(
    "text", ["[" * 1_900_000, "- " * 900_000, "a: e" + "\u0323\u0302" * 400_000, "\0" * 500_000]
)
def test_hostile_text_is_answered_soon(text: str) -> None:
    start = time.perf_counter()
    read(text)
    assert time.perf_counter() - start < 10
