"""Slips read by units: every field in words, and whatever is no slip refused by its code."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from support.packages import refused
from support.processes import ROOT

from par_index.rendering.review.slip_page import slip_page
from par_index.rendering.text import lay_out
from par_index.review.packages.asked import read_asked

SLIP: dict[str, Any] = {
    "schema": "par_index/return/1",
    "unit": {"id": "mau.so-a", "name": "Sở A"},
    "year": 2025,
    "set": {"id": "mau/2025/thu/so", "sha256": "1" * 64},
    "package": "2" * 64,
    "head": {"seq": 4, "hash": "3" * 64},
    "pack_head": "4:" + "3" * 64,
    "round": 1,
    "due": "2026-02-10",
    "text": "Giải trình số hồ sơ",
    "criteria": [
        {
            "code": "1.1",
            "title": {"vi": "Đúng hạn", "en": None},
            "claimed": "3/2",
            "computed": {"low": "1", "high": "1"},
            "supported": "0",
            "decisions": [
                {
                    "points": "1",
                    "not_applicable": False,
                    "reason": "tinh-sai",
                    "text": "170/200",
                    "clause": "điểm 1.1",
                    "line": 3,
                }
            ],
        },
        {
            "code": "1.2",
            "title": {"vi": "Hài lòng", "en": "Satisfaction"},
            "claimed": None,
            "computed": {"low": "0", "high": "1"},
            "supported": "0",
            "decisions": [
                {
                    "points": None,
                    "not_applicable": True,
                    "reason": None,
                    "text": "",
                    "clause": "",
                    "line": 2,
                }
            ],
        },
    ],
}


def read(document: object) -> Any:
    return read_asked(json.dumps(document).encode(), "phieu.json")


def test_the_example_is_what_the_schema_says() -> None:
    path = ROOT / "par_index" / "schemas" / "return.schema.json"
    jsonschema.validate(SLIP, json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("vi", ["10/02/2026: 2 tiêu chí", "tự chấm 1,5 điểm", "chưa tự chấm", "không áp dụng"]),
        ("en", ["2026-02-10: 2 criteria", "claimed 1.5 points", "not claimed", "Satisfaction"]),
    ],
)
def test_everything_that_is_asked_is_said(language: str, words: list[str]) -> None:
    text = lay_out(slip_page(read(SLIP), "phieu.json", language), width=80, color=False)
    for word in (*words, "Giải trình số hồ sơ", "170/200", "điểm 1.1", "--answers phieu.json"):
        assert word in text
    assert "tính sai" in text or language == "en"


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path to everything in a document."""
    inner = value.items() if isinstance(value, dict) else ()
    inner = enumerate(value) if isinstance(value, list) else inner
    for key, part in inner:
        yield (*path, key)
        yield from places(part, (*path, key))


UNREAD = {
    "computed",
    "low",
    "high",
    "line",
    "not_applicable",
    "hash",
    "seq",
    "sha256",
    "id",
    "head",
}
"""What a unit is not told from the slip, or is told from another place of it."""

READ = [path for path in places(SLIP) if path[-1] not in UNREAD]


@pytest.mark.parametrize("path", READ, ids=lambda path: ".".join(map(str, path)))
def test_a_slip_with_anything_else_in_a_place_is_refused(path: tuple[Any, ...]) -> None:
    for other in (7.5, {"x": 1}, [{}]):
        assert codes_with(path, other) == ["E621"], other


@pytest.mark.parametrize(
    ("path", "other"),
    [
        (("due",), "hôm nay"),
        (("pack_head",), "4"),
        (("schema",), "par_index/return/2"),
        (("criteria",), []),
        (("criteria", 0, "claimed"), "một"),
        (("criteria", 0, "supported"), "1/0"),
        (("criteria", 0, "decisions", 0, "points"), ""),
    ],
)
def test_a_slip_with_other_words_in_a_place_is_refused(path: tuple[Any, ...], other: Any) -> None:
    assert codes_with(path, other) == ["E621"]


def codes_with(path: tuple[Any, ...], other: object) -> list[str]:
    """What is said of the slip with something else in one place."""
    document: Any = copy.deepcopy(SLIP)
    inner = document
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = other
    return [one.code for one in refused(lambda: read(document))]


def test_what_is_no_slip_is_refused() -> None:
    for data in (b"", b"[]", b"{}", b"\xff", b"[" * 100_000, json.dumps({}).encode()):
        problems = refused(lambda data=data: read_asked(data, "phieu.json"))
        assert [one.code for one in problems] == ["E621"]
