"""Rewriting: values change where they stand in a unit's file, and nothing else does."""

from __future__ import annotations

import difflib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.edited import entries
from support.processes import SAMPLE

from par_index.problems import Owner, Problems
from par_index.reading.nodes import Mapping, Node, Scalar
from par_index.reading.rewriting import rewrite
from par_index.reading.yaml_text import read_yaml

HEAD = "schema: par_index/submission/1\n"


def rewritten(text: str, **values: Any) -> str:
    return rewrite(text.encode(), entries(values)).decode()


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("a: 5", "6", "a: 6"),
        ("a: 5   # năm", "6", "a: 6   # năm"),
        ('a: "5"', "6", 'a: "6"'),
        ("a: '5'", "6", "a: '6'"),
        ("a: 'x'", "it's", "a: 'it''s'"),
        ('a: "x"', 'nói "có"', 'a: "nói \\"có\\""'),
        ("a:", "6", "a: 6"),
        ("a:   # chưa có", "6", "a: 6   # chưa có"),
        ("a: 5", "", "a:"),
        ('a: "5" # năm', "", "a: # năm"),
        ("a: 5", "36,7%", "a: 36,7%"),
        ("a: 5", "chưa có", "a: chưa có"),
        ("a: 5", "x: y", 'a: "x: y"'),
        ("a: 5", "#1", 'a: "#1"'),
        ("a: 5", "-1.5", "a: -1.5"),
        ("a: |\n    5\n  b: 1", "6", "a: 6\n  b: 1"),
        ("a:\n    5\n  b: 1", "6", "a:\n    6\n  b: 1"),
        ("a: {value: 5, quote: năm}", "6", "a: {value: 6, quote: năm}"),
        ('a: {value: "5,5%", quote: x}', "6,5%", 'a: {value: "6,5%", quote: x}'),
        ("a: {value: 5, quote: x}", "6,5%", 'a: {value: "6,5%", quote: x}'),
        ("a: {value: 5}", "", "a: {value: }"),
        ("a: {value: , quote: x}", "6", "a: {value: 6 , quote: x}"),
        ("a: {value, quote: x}", "6", "a: {value: 6, quote: x}"),
        ("a: {quote: x}", "6", "a: {value: 6, quote: x}"),
        ("a: {}", "6", "a: {value: 6}"),
        ("a: {quote: x}", "", "a: {quote: x}"),
        (
            "a:\n    # lời\n    quote: x",
            "6",
            "a:\n    # lời\n    value: 6\n    quote: x",
        ),
        ("a:\n    value:   # trống\n    said: x", "6", "a:\n    value: 6   # trống\n    said: x"),
    ],
)
def test_a_value_changes_in_place(before: str, value: str, after: str) -> None:
    text = f"{HEAD}data:\n  {before}\nanswers: []\n"
    assert rewritten(text, a=value) == f"{HEAD}data:\n  {after}\nanswers: []\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("t:", "t: {tot: 3, kem: 0}"),
        ("t: {tot: 1, kem: 2}  # phiếu", "t: {tot: 3, kem: 0}  # phiếu"),
        ("t:\n    kem: 2  # kém\n    tot: 1", "t:\n    kem: 0  # kém\n    tot: 3"),
        ("t:\n    tot:", "t:\n    tot: 3\n    kem: 0"),
        ("t: {value: {tot: 1, kem: 2}, quote: x}", "t: {value: {tot: 3, kem: 0}, quote: x}"),
        ("t: {quote: x}", "t: {value: {tot: 3, kem: 0}, quote: x}"),
        ("t: {}", "t: {tot: 3, kem: 0}"),
    ],
)
def test_a_tally_changes_number_by_number(before: str, after: str) -> None:
    text = f"{HEAD}data:\n  {before}\n"
    assert rewritten(text, t={"tot": "3", "kem": "0"}) == f"{HEAD}data:\n  {after}\n"


def test_a_tally_that_is_blank_has_no_numbers() -> None:
    assert rewritten("data:\n  t: {tot: 1, kem: 2}\n", t="") == "data:\n  t: {tot: , kem: }\n"
    assert rewritten("data:\n  t:\n    tot: 1\n", t="") == "data:\n  t:\n    tot:\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("data:\n  b: 1\n", "data:\n  b: 1\n  a: 6\n"),
        ("data:\n  b: 1", "data:\n  b: 1\n  a: 6"),
        (
            "data:\n    b: 1  # một\n\n# cuối\nx: y\n",
            "data:\n    b: 1  # một\n    a: 6\n\n# cuối\nx: y\n",
        ),
        ("data:\n  b:\nx: y\n", "data:\n  b:\n  a: 6\nx: y\n"),
        ("data:\n  b: {value: 1}\n", "data:\n  b: {value: 1}\n  a: 6\n"),
        (
            "data:\n  b:\n    quote: |\n      x\nx: y\n",
            "data:\n  b:\n    quote: |\n      x\n  a: 6\nx: y\n",
        ),
        ("data: {b: 1}\n", "data: {b: 1, a: 6}\n"),
        ("data: {b: 1,}\n", "data: {b: 1, a: 6,}\n"),
        ("data: {b: }\n", "data: {b: , a: 6 }\n"),
        ("data: {}\n", "data: {a: 6}\n"),
        ("data:\nx: y\n", "data:\n  a: 6\nx: y\n"),
        ('data: ""  # trống\nx: y\n', "data:  # trống\n  a: 6\nx: y\n"),
        ("x: y\n", "x: y\ndata:\n  a: 6\n"),
        ("x: y", "x: y\ndata:\n  a: 6"),
        ("{x: y}", "{x: y, data: {a: 6}}"),
        ("{data: , x: y}", "{data: {a: 6} , x: y}"),
        ("data:\r\n  b: 1\r\nx: y\r\n", "data:\r\n  b: 1\r\n  a: 6\r\nx: y\r\n"),
        ("\ufeffdata:\n  b: 1\n", "\ufeffdata:\n  b: 1\n  a: 6\n"),
        ("data:\n  b: 1\n...\n", "data:\n  b: 1\n  a: 6\n...\n"),
    ],
)
def test_a_measure_that_is_missing_comes_at_the_end_of_the_data(before: str, after: str) -> None:
    assert rewritten(before, a="6") == after


def test_a_missing_measure_that_is_to_be_blank_stays_away() -> None:
    assert rewritten("data:\n  b: 1\n", a="", t={"tot": ""}) == "data:\n  b: 1\n"


def test_several_changes_leave_every_other_line_of_the_sample_alone() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    values = {"hs.so_hoa": "27", "hop_thu.hoat_dong": "56", "bm.de_an": "có", "cv.dao_tao": "3"}
    lines = [
        line
        for line in difflib.ndiff(text.splitlines(), rewritten(text, **values).splitlines())
        if line[0] in "+-"
    ]
    assert lines == [
        "-     value: không",
        "+     value: có",
        "-   cv.dao_tao:",
        "+   cv.dao_tao: 3",
        "-     value: 42",
        "+     value: 56",
        "+   hs.so_hoa: 27",
    ]


# Whatever a file looks like, it says afterwards what it said, and the new values.

TEXTS = st.one_of(
    st.sampled_from(["", "27", "36,7%", "none", "chưa có", "2021-12-30", "-1.5", "1.234"]),
    st.text("ab 1,.:#'\"%{}[]&*!|>?-@`\\~=\tđ", max_size=6).map(str.strip),
)
KEYS = st.sampled_from(["a", "b.c", "d_e", "1.2"])
PIECES = st.sampled_from(["plain", "single", "double", "braces", "detailed", "said"])


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t") + '"'


@st.composite
def files(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A block of data, each value in a manner of its own, with comments and blank lines."""
    lines = ["# đầu tệp", "x: y", "data:"]
    keys = draw(st.lists(KEYS, unique=True))
    for key in keys:
        value, manner = draw(TEXTS), draw(PIECES)
        name = quoted(key) if draw(st.booleans()) else key
        comment = draw(st.sampled_from(["", "  # lời"]))
        if draw(st.booleans()):
            lines += ["", "  # trước"]
        if manner == "single":
            lines.append(
                f"  {name}: '" + value.replace("'", "''").replace("\t", " ") + f"'{comment}"
            )
        elif manner == "braces":
            lines.append(f"  {name}: {{value: {quoted(value)}, quote: {quoted(value)}}}{comment}")
        elif manner == "detailed":
            lines += [
                f"  {name}:",
                f"    value: {quoted(value)}{comment}",
                "    quote: |",
                "      a",
            ]
        elif manner == "said":
            lines += [f"  {name}:{comment}", f"    said: {quoted(value)}"]
        elif manner == "plain" and value.isalnum():
            lines.append(f"  {name}: {value}{comment}")
        else:
            lines.append(f"  {name}: {quoted(value)}{comment}")
    lines += draw(st.sampled_from([[], ["", "# cuối", "z: 1"], ["z:", "- 1"]]))
    return draw(st.sampled_from(["\n", "\r\n"])).join([*lines, ""]), keys


def plain(node: Node) -> Any:
    if isinstance(node, Mapping):
        return {entry.key.text: plain(entry.value) for entry in node}
    return node.text if isinstance(node, Scalar) else [plain(one) for one in node.items]


def read(text: str) -> dict[str, Any]:
    problems = Problems()
    _, root = read_yaml(text.encode(), "x.yaml", Owner.SUBMISSION, problems)
    assert not problems.has_errors, problems.in_order()
    assert root is not None
    document = plain(root)
    document["data"] = document["data"] or {}
    assert isinstance(document, dict)
    return document


@given(files(), st.dictionaries(KEYS, TEXTS))
def test_a_rewritten_file_says_the_rest_as_before(
    file: tuple[str, list[str]], values: dict[str, str]
) -> None:
    text, keys = file
    before, after = read(text), read(rewritten(text, **values))
    for key, value in values.items():
        there = before["data"].get(key)
        if isinstance(there, dict):
            if value or "value" in there:
                there["value"] = value
        elif key in keys or value:
            before["data"][key] = value
    assert after == before
    assert list(after["data"])[: len(keys)] == keys
    comments = [line.strip() for line in text.splitlines() if line.strip().startswith("#")]
    assert [
        one.strip() for one in rewritten(text, **values).splitlines() if one.strip() in comments
    ] == comments


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("data:\n  a: 1\n", "data:\n  a: 2\n  b: 5\nlast_year:\n  a: 3\n"),
        ("data:\n  a: 1", "data:\n  a: 2\n  b: 5\nlast_year:\n  a: 3"),
        (
            "last_year:\n  a: 1  # cũ\n  c: 4\n# hết\ndata:\n  a: 1\n",
            "last_year:\n  a: 3  # cũ\n  c: 4\n# hết\ndata:\n  a: 2\n  b: 5\n",
        ),
        ("data: {a: 1}\nlast_year:\n", "data: {a: 2, b: 5}\nlast_year:\n  a: 3\n"),
        ("data:\nlast_year: {b: 1}\n", "data:\n  a: 2\n  b: 5\nlast_year: {b: 1, a: 3}\n"),
        ("unit: x\n", "unit: x\ndata:\n  a: 2\n  b: 5\nlast_year:\n  a: 3\n"),
    ],
)
def test_values_of_last_year_go_into_their_own_block(before: str, after: str) -> None:
    written = rewrite((HEAD + before).encode(), entries({"a": "2", "b": "5"}), entries({"a": "3"}))
    assert written.decode() == HEAD + after


def test_braces_around_a_whole_file_take_both_blocks() -> None:
    written = rewrite(b"{schema: x}", entries({"a": "2"}), entries({"a": "3"}))
    assert written == b"{schema: x, data: {a: 2}, last_year: {a: 3}}"
