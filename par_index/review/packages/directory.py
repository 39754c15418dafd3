"""The directory of a zip: what an archive says of itself, before any of it is believed."""

from __future__ import annotations

import struct
from typing import Final

from par_index.nouns import Noun
from par_index.review.packages.limits import ENTRIES
from par_index.review.packages.places import Teller
from par_index.review.packages.zips import CENTRAL, CENTRAL_SIGN, END, END_SIGN, LOCAL, LOCAL_SIGN

__all__ = ["Entry", "content_of", "is_archive", "read_directory"]

_COMMENT_BYTES: Final = 0xFFFF
_ZIP64: Final = 0xFFFF


class Entry(Noun):
    """One entry. ``common`` is what stands in the directory and at the file alike: version,
    flags, method, time, day, CRC, packed and unpacked size; ``place`` is where the file begins.
    """

    path: str
    raw: bytes
    common: tuple[int, ...]
    made_by: int
    extra: int
    comment: int
    attributes: int
    place: int

    @property
    def flags(self) -> int:
        return self.common[1]

    @property
    def method(self) -> int:
        return self.common[2]

    @property
    def crc(self) -> int:
        return self.common[5]

    @property
    def packed(self) -> int:
        return self.common[6]

    @property
    def unpacked(self) -> int:
        return self.common[7]


def is_archive(data: bytes) -> bool:
    """Whether it looks like a zip, whole or not."""
    return data.startswith((LOCAL_SIGN, END_SIGN)) or _end_of(data) >= 0


def read_directory(data: bytes, teller: Teller) -> list[Entry] | None:
    """Every entry as it is listed; None where there is no directory that can be followed (E601)
    or it lists too much (E605). Tells of what stands around the archive (E607).
    """
    end = _end_of(data)
    if end < 0:
        teller.tell("E601")
        return None
    _, disk, its_disk, here, count, size, place, comment = END.unpack_from(data, end)
    if _ZIP64 in (here, count) or count > ENTRIES:
        teller.tell("E605", what="entries", limit=ENTRIES)
        return None
    before = end - size - place
    if disk or its_disk or here != count or before < 0:
        teller.tell("E601")
        return None
    after = len(data) - end - END.size
    for what, is_there in (
        ("leading", before),
        ("comment", comment and comment <= after),
        ("trailing", after > comment or (after and not comment)),
    ):
        if is_there:
            teller.tell("E607", what=what)
    entries = _entries(data, end - size, end, before)
    if entries is None or len(entries) != count:
        teller.tell("E601")
        return None
    return entries


def content_of(entry: Entry, data: bytes) -> bytes | None:
    """The bytes of an entry as they stand there; None where they are not what the directory says
    or are not there.
    """
    if entry.place < 0 or entry.place + LOCAL.size > len(data):
        return None
    sign, *common, name, extra = LOCAL.unpack_from(data, entry.place)
    start = entry.place + LOCAL.size
    begin = start + name + extra
    if sign != LOCAL_SIGN or tuple(common) != entry.common:
        return None
    if data[start : start + name] != entry.raw or begin + entry.packed > len(data):
        return None
    return data[begin : begin + entry.packed]


def _end_of(data: bytes) -> int:
    """Where the end record stands, with whatever follows it; -1 where there is none."""
    last = len(data) - END.size
    if last < 0:
        return -1
    if data.startswith(END_SIGN, last) and data.endswith(b"\0\0"):
        return last
    return data.rfind(END_SIGN, max(0, last - _COMMENT_BYTES), last + len(END_SIGN))


def _entries(data: bytes, start: int, end: int, before: int) -> list[Entry] | None:
    entries = []
    while start < end:
        try:
            sign, made_by, *rest = CENTRAL.unpack_from(data, start)
        except struct.error:
            return None
        *common, name, extra, comment, disk, _, attributes, place = rest
        begin = start + CENTRAL.size
        start = begin + name + extra + comment
        if sign != CENTRAL_SIGN or disk or start > end:
            return None
        raw = data[begin : begin + name]
        entries.append(
            Entry(
                _text(raw), raw, tuple(common), made_by, extra, comment, attributes, place + before
            )
        )
    return entries


def _text(raw: bytes) -> str:
    """A name as it was meant, as far as can be told; the archive's own are ASCII."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("cp437")
