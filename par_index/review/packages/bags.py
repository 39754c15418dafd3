"""The bag: its lists of digests, and what it says of itself (RFC 8493, BagIt 1.0).

Every tag file follows from the payload and the `Info`, so each is written again and compared.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Final

from par_index.reading.digests import sha256_of
from par_index.review.packages.contents import DATA, HEAD, Info
from par_index.review.packages.places import Teller

__all__ = ["TAGMANIFEST", "bag_of", "check_bag", "digest_of_bag", "in_order", "read_info"]

BAGIT: Final = "bagit.txt"
INFO: Final = "bag-info.txt"
MANIFEST: Final = "manifest-sha256.txt"
TAGMANIFEST: Final = "tagmanifest-sha256.txt"
FETCH: Final = "fetch.txt"

_DECLARATION: Final = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_LINE: Final = re.compile(r"([0-9a-f]{64})  ([\x21-\x7e]+)")
_INFO: Final = re.compile(
    r"Source-Organization: (?P<organisation>[^\n]+)\n"
    r"External-Identifier: (?P<unit>[^\n]+)/(?P<year>[0-9]{4})\n"
    r"Bagging-Date: (?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})\n"
    r"Payload-Oxum: [0-9]+\.[0-9]+\n"
    rf"(?:Par-Review-Head: (?P<head>{HEAD.pattern})\n)?"
)


def bag_of(payload: Mapping[str, bytes], info: Info) -> dict[str, bytes]:
    """The files of the bag, its tag files first, then the payload in the order given."""
    manifest = {path: sha256_of(data) for path, data in payload.items()}
    tags = {BAGIT: _DECLARATION, INFO: _info(payload, info), MANIFEST: _list(manifest)}
    tags[TAGMANIFEST] = _list({path: sha256_of(data) for path, data in tags.items()})
    return {**tags, **payload}


def in_order(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The same files in the order of `bag_of`."""
    first = (BAGIT, INFO, MANIFEST, TAGMANIFEST)
    return {path: files[path] for path in (*first, *sorted(files.keys() - {*first}))}


def digest_of_bag(files: Mapping[str, bytes]) -> str:
    """The digest that a leader signs: of the list that covers all other lists."""
    return sha256_of(files[TAGMANIFEST])


def read_info(data: bytes) -> Info | None:
    """What ``bag-info.txt`` says; None where it is not as `bag_of` writes it."""
    try:
        match = _INFO.fullmatch(data.decode())
        if match is None:
            return None
        day = datetime.date.fromisoformat(match["day"])
    except ValueError:
        return None
    year = int(match["year"])
    return Info(match["organisation"], match["unit"], year, day, match["head"] or "")


def check_bag(files: Mapping[str, bytes], teller: Teller) -> Info | None:
    """What the bag says of itself, after telling of every file that its lists do not fit.

    None where there is no bag to speak of.
    """
    if FETCH in files:
        teller.tell("E609", FETCH)
    tags = {path: data for path, data in files.items() if not path.startswith(DATA)}
    payload = {path: data for path, data in files.items() if path.startswith(DATA)}
    for path in (BAGIT, INFO, MANIFEST, TAGMANIFEST):
        if path not in tags:
            teller.tell_missing(path)
    for path in tags.keys() - {BAGIT, INFO, MANIFEST, TAGMANIFEST, FETCH}:
        teller.tell("E612", path, found=path)

    def sound(path: str) -> bool:
        # What has changed says nothing of the others, and its form is no second cause.
        return path in tags and not teller.has_told("E610", path)

    if sound(TAGMANIFEST):
        listed = {path: data for path, data in tags.items() if path in (BAGIT, INFO, MANIFEST)}
        _check_list(TAGMANIFEST, tags[TAGMANIFEST], listed, teller)
    if sound(MANIFEST):
        _check_list(MANIFEST, tags[MANIFEST], payload, teller)
    if sound(BAGIT) and tags[BAGIT] != _DECLARATION:
        teller.tell("E613", BAGIT, found=BAGIT)
    info = read_info(tags[INFO]) if INFO in tags else None
    # Its sizes differ wherever a file does, which has been told.
    is_whole = teller.codes.isdisjoint(("E607", "E610", "E611", "E612"))
    if sound(INFO) and (info is None or (is_whole and tags[INFO] != _info(payload, info))):
        teller.tell("E613", INFO, found=INFO)
    return info


def _check_list(name: str, data: bytes, files: Mapping[str, bytes], teller: Teller) -> None:
    """Hold a list against the files that are there: changed, missing, not listed."""
    listed = _read_list(data)
    if listed is None:
        teller.tell("E613", name, found=name)
        return
    for path, digest in listed.items():
        if path not in files:
            teller.tell_missing(path)
        elif sha256_of(files[path]) != digest:
            teller.tell("E610", path, found=path)
    for path in files.keys() - listed.keys():
        teller.tell("E612", path, found=path)


def _read_list(data: bytes) -> dict[str, str] | None:
    """A list by path; None where it is not as `_list` writes it."""
    try:
        lines = data.decode("ascii").split("\n")[:-1]
    except UnicodeDecodeError:
        return None
    matches = [_LINE.fullmatch(line) for line in lines]
    listed = {match[2]: match[1] for match in matches if match is not None}
    return listed if _list(listed) == data else None


def _list(digests: Mapping[str, str]) -> bytes:
    """One line for each file, by path, as ``sha256sum -c`` takes it."""
    lines = (f"{digest}  {path}\n" for path, digest in sorted(digests.items()))
    return "".join(lines).encode("ascii")


def _info(payload: Mapping[str, bytes], info: Info) -> bytes:
    size = sum(map(len, payload.values()))
    lines = [
        f"Source-Organization: {' '.join(info.organisation.split())}",
        f"External-Identifier: {info.unit}/{info.year:04}",
        f"Bagging-Date: {info.day.isoformat()}",
        f"Payload-Oxum: {size}.{len(payload)}",
    ]
    if info.head:
        lines.append(f"Par-Review-Head: {info.head}")
    return "".join(f"{line}\n" for line in lines).encode()
