"""The folder of roots: certificates that somebody decided to trust, and nothing beside them.

Files named ``.pem``, ``.crt``, ``.cer`` or ``.der`` are certificates, one or several in PEM form or
one in DER form. Other files are left alone, so that notes may stand beside them.
"""

from __future__ import annotations

import base64
import binascii
import datetime
import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from par_index.nouns import Noun
from par_index.problems import Owner, Problems, Source, Span, reason_of

__all__ = ["Root", "read_roots"]

_SUFFIXES: Final = (".pem", ".crt", ".cer", ".der")
_FILE_BYTES: Final = 1_000_000
_PEM: Final = re.compile(rb"-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----(.*?)-----END", re.DOTALL)


class Root(Noun):
    """A trusted certificate in DER form, and the file it is in.

    What it says of itself is filled in by whoever can read it.
    """

    file: str
    der: bytes
    name: str = ""
    is_authority: bool = False
    since: datetime.datetime | None = None
    until: datetime.datetime | None = None

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.der).hexdigest()


def read_roots(folder: str, problems: Problems) -> tuple[Root, ...]:
    """The certificates of a folder by file name, each once."""
    try:
        names = sorted(os.listdir(folder))
    except FileNotFoundError:
        problems.add("E901", _place(folder), file=folder)
        return ()
    except OSError as error:
        problems.add("E902", _place(folder), file=folder, reason=reason_of(error))
        return ()
    found: dict[bytes, Root] = {}
    names = [name for name in names if name.lower().endswith(_SUFFIXES)]
    for name in names:
        path = os.path.join(folder, name)
        for der in _read(path, problems):
            found.setdefault(der, Root(path, der))
    if not names:
        problems.add("E921", _place(folder), file=folder)
    return tuple(found.values())


def _read(path: str, problems: Problems) -> list[bytes]:
    if _waits(path):
        problems.add("E920", _place(path), file=path)
        return []
    try:
        with Path(path).open("rb") as file:
            data = file.read(_FILE_BYTES + 1)
    except OSError as error:
        problems.add("E902", _place(path), file=path, reason=reason_of(error))
        return []
    ders = [] if len(data) > _FILE_BYTES else list(_certificates(data))
    if not ders or not all(map(_is_sequence, ders)):
        problems.add("E920", _place(path), file=path)
        return []
    return ders


def _waits(path: str) -> bool:
    """Whether it is a pipe or the like, which nobody may ever write to."""
    return os.path.exists(path) and not (os.path.isfile(path) or os.path.isdir(path))


def _certificates(data: bytes) -> Iterator[bytes]:
    if b"-----BEGIN" not in data:
        yield data
        return
    for block in _PEM.findall(data):
        try:
            yield base64.b64decode(b"".join(block.split()), validate=True)
        except binascii.Error:
            yield b""


def _is_sequence(der: bytes) -> bool:
    """Whether the bytes are one DER sequence and nothing behind it."""
    if len(der) < 4 or der[0] != 0x30:
        return False
    size, start = der[1], 2
    if size > 0x80:
        start += size - 0x80
        size = int.from_bytes(der[2:start], "big")
    return start + size == len(der)


def _place(name: str) -> Span:
    return Span(Source(name, Owner.SYSTEM))
