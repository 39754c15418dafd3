"""Reading an archive without trusting it: nothing is unpacked, nothing is written.

A package as it was written has no entry that would have to be unpacked, so one that has is
refused by its directory alone.
"""

from __future__ import annotations

import stat
from collections.abc import Mapping, Sequence
from typing import Final
from zlib import crc32

from par_index.review.packages.contents import ROOT
from par_index.review.packages.directory import Entry, content_of, read_directory
from par_index.review.packages.limits import FACTOR, PACKAGE_BYTES
from par_index.review.packages.names import check_paths
from par_index.review.packages.places import Teller
from par_index.review.packages.zips import zip_pieces

__all__ = ["is_canonical", "read_archive"]

_ENCRYPTED: Final = 1 << 0 | 1 << 6 | 1 << 13


def read_archive(data: bytes, teller: Teller) -> dict[str, bytes] | None:
    """The files of an archive by their paths below its folder, in its order.

    A file that has changed is told of and given all the same; None where what there is cannot be
    read, or must not be.
    """
    if len(data) > PACKAGE_BYTES:
        teller.tell("E605", what="size", limit=PACKAGE_BYTES)
        return None
    entries = read_directory(data, teller)
    if entries is None:
        return None
    check_paths((one.path for one in entries), teller)
    _check_entries(entries, data, teller)
    if not teller.codes <= {"E607", "E608"} or any(one.method for one in entries):
        return None
    return _files(entries, data, teller)


def is_canonical(files: Mapping[str, bytes], data: bytes) -> bool:
    """Whether this is, to the byte, the archive of these files."""
    place = 0
    for piece in zip_pieces({ROOT + path: content for path, content in files.items()}):
        if not data.startswith(piece, place):
            return False
        place += len(piece)
    return place == len(data)


def _check_entries(entries: Sequence[Entry], data: bytes, teller: Teller) -> None:
    """Tell of links and the like (E604), of more than there can be (E605), of what is locked
    (E606), and of what shows that another program wrote the archive (E607).
    """
    if sum(one.unpacked for one in entries) > PACKAGE_BYTES:
        teller.tell("E605", what="size", limit=PACKAGE_BYTES)
    elif sum(one.packed for one in entries) > len(data):
        teller.tell("E605", what="overlap", limit=len(data))
    for one in entries:
        path = one.path.removeprefix(ROOT)
        if stat.S_IFMT(one.attributes >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR):
            teller.tell("E604", path, found=path)
        if one.unpacked > FACTOR * max(one.packed, 1):
            teller.tell("E605", path, what="ratio", limit=FACTOR)
        if one.flags & _ENCRYPTED:
            teller.tell("E606", path, found=path)
        if one.comment:
            teller.tell("E607", what="comment")
    if any(_is_by_others(one) for one in entries):
        teller.tell("E607", what="rezipped")


def _is_by_others(entry: Entry) -> bool:
    """Whether an entry is packed, has a descriptor or extra fields, or is a folder's."""
    flags = entry.flags & ~_ENCRYPTED
    return bool(entry.method or flags or entry.extra or entry.path.endswith("/"))


def _files(entries: Sequence[Entry], data: bytes, teller: Teller) -> dict[str, bytes]:
    files = {}
    for one in entries:
        if one.path.endswith("/"):
            continue
        path = one.path.removeprefix(ROOT)
        content = content_of(one, data)
        if content is None:
            teller.tell("E607", path, what="unlike")
            continue
        if crc32(content) != one.crc or len(content) != one.unpacked:
            teller.tell("E610", path, found=path)
        files[path] = content
    return files
