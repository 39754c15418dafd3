"""What is noticed when a log is not what was written: every byte, and each way to doctor a log."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable

import pytest
from support.appraisals import Desk, basis

from par_index.problems import Problem, Problems
from par_index.review.log.canonical import Uncanonical, canonical, chain_hash, parsed
from par_index.review.log.lines import Line, parse_head, read_chain
from par_index.review.log.nouns import Return
from par_index.review.log.replaying import replay


def small_log() -> bytes:
    desk = Desk(basis("1.1"))
    desk.decide("lan", "1.1", "0.5", text="“Đúng”, 0,5 điểm")
    return desk.data


def long_log() -> Desk:
    desk = Desk()
    desk.accept("lan", "1.1")
    desk.decide("lan", "1.2", "0.5")
    desk.decide("hoa", "1.2", "0")
    desk.decide("hoa", "1.2", "0.5")
    return desk


def told(data: bytes) -> tuple[Problem, ...]:
    """Everything that is said of a log, its end and its acts included."""
    problems = Problems()
    chain = read_chain(data, "review.jsonl", problems)
    replay(chain, problems)
    if chain.tail:
        problems.add("E814", chain.span(), bytes=len(chain.tail))
    return problems.in_order()


def codes(data: bytes) -> list[str]:
    return [f"{one.span.line}:{one.code}" for one in told(data)]


def test_every_flipped_bit_is_noticed() -> None:
    data = small_log()
    assert told(data) == ()
    for place in range(len(data)):
        for bit in range(8):
            changed = bytearray(data)
            changed[place] ^= 1 << bit
            assert told(bytes(changed)), (place, bit)


def test_every_other_byte_is_noticed_in_one_line() -> None:
    """All 255 others for each byte of a line, which carries its own hash."""
    line = small_log().split(b"\n")[1]
    assert parsed(line)["hash"] == chain_hash(parsed(line))
    for place in range(len(line)):
        for byte in range(256):
            if byte == line[place]:
                continue
            changed = line[:place] + bytes([byte]) + line[place + 1 :]
            try:
                fields = parsed(changed)
            except Uncanonical:
                continue
            assert fields.get("hash") != chain_hash(fields), (place, byte)


def test_every_dropped_or_doubled_byte_is_noticed() -> None:
    data = small_log()
    for place in range(len(data)):
        assert told(data[:place] + data[place + 1 :])
        assert told(data[: place + 1] + data[place:])


@pytest.mark.parametrize("text", ['{"a":1.0}', '{"a":1e2}', '{"a":NaN}', '{"b":1,"a":1}', "[1]"])
def test_what_has_another_writing_is_no_line(text: str) -> None:
    with pytest.raises(Uncanonical):
        parsed(text.encode())


@pytest.mark.parametrize("value", ["a\u0301", "\ud800", 1.5, {1: 2}, {"a\u0301": 1}, object()])
def test_what_cannot_be_written_in_one_way_is_refused(value: object) -> None:
    with pytest.raises(Uncanonical):
        canonical({"a": value})


def test_a_line_separator_in_a_text_ends_no_line() -> None:
    desk = Desk()
    desk.decide("lan", "1.1", "0.5", text="một\u2028hai\x85ba\x0bbốn\n\rnăm")
    assert told(desk.data) == ()
    desk.check_replays()


# Each way to doctor a log, with the code that tells of it.


def rewritten(line: bytes, **changes: object) -> bytes:
    """A line with other fields and the hash that fits them."""
    fields = json.loads(line) | changes
    return canonical(fields | {"hash": chain_hash(fields)})


def changed_text(lines: list[bytes]) -> list[bytes]:
    return [lines[0], lines[1], lines[2].replace("vì thế".encode(), "vì kia".encode()), *lines[3:]]


def changed_points_and_hash(lines: list[bytes]) -> list[bytes]:
    return [*lines[:2], rewritten(lines[2], points="0"), *lines[3:]]


def dropped(lines: list[bytes]) -> list[bytes]:
    return [*lines[:2], *lines[3:]]


def swapped(lines: list[bytes]) -> list[bytes]:
    return [*lines[:2], lines[3], lines[2], *lines[4:]]


def doubled(lines: list[bytes]) -> list[bytes]:
    return [*lines, lines[-1]]


def of_another_log(lines: list[bytes]) -> list[bytes]:
    return [*lines[:-1], rewritten(lines[-1], log="0" * 64)]


def unknown_field(lines: list[bytes]) -> list[bytes]:
    return [*lines[:-1], rewritten(lines[-1], note="x")]


def unknown_act(lines: list[bytes]) -> list[bytes]:
    return [*lines[:-1], rewritten(lines[-1], action="forget")]


def points_as_no_one_writes_them(lines: list[bytes]) -> list[bytes]:
    return [*lines[:-1], rewritten(lines[-1], points="0.50")]


def more_points_than_there_are(lines: list[bytes]) -> list[bytes]:
    return [*lines[:-1], rewritten(lines[-1], points="7")]


def somebody_else(lines: list[bytes]) -> list[bytes]:
    return [*lines[:-1], rewritten(lines[-1], who="sa", role="unit")]


def torn(lines: list[bytes]) -> list[bytes]:
    return [*lines[:-1], lines[-1][:40]]


@pytest.mark.parametrize(
    ("doctor", "expected"),
    [
        (changed_text, ["3:E811"]),
        (changed_points_and_hash, ["4:E829"]),
        (dropped, ["3:E812", "4:E812"]),
        (swapped, ["3:E812", "4:E812", "5:E829"]),
        (doubled, ["6:E812"]),
        (of_another_log, ["5:E830"]),
        (unknown_field, ["5:E818"]),
        (unknown_act, ["5:E818"]),
        (points_as_no_one_writes_them, ["5:E818"]),
        (more_points_than_there_are, ["5:E831"]),
        (somebody_else, ["5:E831"]),
    ],
)
def test_each_kind_of_tampering_has_its_code(
    doctor: Callable[[list[bytes]], list[bytes]], expected: list[str]
) -> None:
    lines = long_log().data.split(b"\n")[:-1]
    found = codes(b"\n".join(doctor(lines)) + b"\n")
    assert [one for one in found if one.split(":")[1] != "E831" or one in expected] == expected


def test_a_torn_last_line_is_told_apart_from_a_changed_one() -> None:
    lines = long_log().data.split(b"\n")[:-1]
    assert codes(b"\n".join(torn(lines))) == ["5:E814"]


def test_what_the_chain_alone_cannot_see() -> None:
    """A cut end and a log forged from its beginning are whole chains; only a head tells."""
    desk = long_log()
    whole = desk.chain.lines
    cut = b"\n".join(desk.data.split(b"\n")[:-2]) + b"\n"
    assert told(cut) == ()
    head = parse_head(whole[-1].head.short)
    assert head is not None
    assert head.names(whole[-1])
    assert not any(head.names(line) for line in read_chain(cut, "", Problems()).lines)


@pytest.mark.parametrize("text", ["", "12", "12:xyz", "0:9f3a", ":9f3a", "12 9f", "-1:9f3a"])
def test_what_is_no_head(text: str) -> None:
    assert parse_head(text) is None


def test_a_clock_that_goes_back_is_told_and_changes_nothing() -> None:
    desk = Desk()
    desk.at -= datetime.timedelta(hours=2)
    line = desk.act("lan", Return(("1.1",), datetime.date(2026, 2, 1), "giải trình"))
    assert isinstance(line, Line)
    assert codes(desk.data) == ["2:W801"]


def test_hashes_are_text_and_no_other_writing_of_them_is_one() -> None:
    lines = small_log().split(b"\n")[:-1]
    fields = json.loads(lines[1])
    upper = canonical(fields | {"prev": fields["prev"].upper()})
    assert codes(b"\n".join([lines[0], upper]) + b"\n") == ["2:E811"]
