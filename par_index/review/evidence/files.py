"""Files of evidence: opened below one folder, through no link, each as large as may be."""

from __future__ import annotations

import os
import stat
import time
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Final

from par_index.nouns import Noun
from par_index.problems import reason_of
from par_index.reading.safe_paths import path_fault

__all__ = ["FILE_BYTES", "Opened", "open_below"]

FILE_BYTES: Final = 50_000_000
"""The size of one file of evidence."""

_FOLDER: Final = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)
_FILE: Final = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class Opened(Noun):
    """The bytes of one document, or why there are none.

    ``fault`` is ``path`` (not a safe one), ``missing``, ``link``, ``no_file``, ``too_large`` or
    ``unreadable``; ``near`` the name there is instead, ``reason`` the system's. ``renamed``: what
    is there has its name in another form of Unicode.
    """

    name: str
    data: bytes | None = None
    fault: str = ""
    near: str = ""
    reason: str = ""
    renamed: bool = False


def open_below(root: Path, path: str) -> Opened:
    """The file at a path below a folder. Whatever is wrong is in the answer; nothing is raised."""
    if path_fault(path):
        return Opened(path, fault="path")
    try:
        folder = os.open(root, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    except OSError as error:
        return Opened(path, fault="unreadable", reason=reason_of(error))
    try:
        return _open_in(folder, path)
    except OSError as error:
        return Opened(path, fault="unreadable", reason=reason_of(error))
    finally:
        os.close(folder)


def _open_in(folder: int, path: str) -> Opened:
    """Step by step from an open folder, so that nothing can be changed about on the way."""
    here = os.dup(folder)
    renamed = False
    try:
        names = path.split("/")
        for step, name in enumerate(names, start=1):
            found = _found(here, name)
            if found is None:
                return Opened(path, fault="missing", near=_near(here, name))
            renamed = renamed or found != name
            if stat.S_ISLNK(os.stat(_on_disk(found), dir_fd=here, follow_symlinks=False).st_mode):
                return Opened(path, fault="link", near=name)
            if step == len(names):
                return _read(here, found, path, renamed=renamed)
            inner = os.open(_on_disk(found), _FOLDER, dir_fd=here)
            os.close(here)
            here = inner
    except NotADirectoryError:
        return Opened(path, fault="missing")
    finally:
        os.close(here)
    raise AssertionError("a path has a last name")


def _found(folder: int, name: str) -> str | None:
    """The name as the folder has it, letter by letter, whatever form of Unicode it is in.

    A disk that takes ``A.pdf`` for ``a.pdf`` is not asked.
    """
    listing = _listing(folder)
    return name if name in listing.names else listing.composed.get(_nfc(name))


class _Listing:
    """The names in a folder; what a disk has is UTF-8, whatever the locale takes it for."""

    def __init__(self, folder: int) -> None:
        self.names = frozenset(
            os.fsencode(one).decode("utf-8", "surrogateescape") for one in os.listdir(folder)
        )

    @cached_property
    def composed(self) -> Mapping[str, str]:
        """Each by its form in NFC; the first where several have the same."""
        return {_nfc(one): one for one in sorted(self.names, reverse=True)}

    @cached_property
    def folded(self) -> Mapping[str, str]:
        """The same without regard to capitals."""
        return {_nfc(one).casefold(): one for one in sorted(self.names, reverse=True)}


def _listing(folder: int) -> _Listing:
    """An open folder's names, listed once for its thousands of documents.

    One that has just been changed is listed again: clocks of disks are coarse.
    """
    status = os.fstat(folder)
    key = (status.st_dev, status.st_ino, status.st_mtime_ns, status.st_ctime_ns)
    if key in _LISTED:
        return _LISTED[key]
    now = time.time_ns()
    listing = _Listing(folder)
    if now - max(status.st_mtime_ns, status.st_ctime_ns) > _SETTLED:
        if len(_LISTED) >= _MOST_LISTED:
            _LISTED.clear()
        _LISTED[key] = listing
    return listing


_LISTED: Final[dict[tuple[int, ...], _Listing]] = {}
_MOST_LISTED: Final = 16
_SETTLED: Final = 2_000_000_000
"""Nanoseconds after which a further change shows in a folder's times."""


def _nfc(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _on_disk(name: str) -> str | bytes:
    """A name as the system is asked for it; Windows is asked in letters."""
    return name if os.name == "nt" else name.encode("utf-8", "surrogateescape")


def _near(folder: int, name: str) -> str:
    """The name that differs in capitals alone, if there is one."""
    with suppress(OSError):
        return _listing(folder).folded.get(name.casefold(), "")
    return ""


def _read(folder: int, name: str, path: str, *, renamed: bool) -> Opened:
    file = os.open(_on_disk(name), _FILE, dir_fd=folder)
    try:
        status = os.fstat(file)
        if not stat.S_ISREG(status.st_mode):
            return Opened(path, fault="no_file")
        if status.st_size > FILE_BYTES:
            return Opened(path, fault="too_large")
        with os.fdopen(os.dup(file), "rb") as stream:
            data = stream.read(FILE_BYTES + 1)
    finally:
        os.close(file)
    if len(data) > FILE_BYTES:
        return Opened(path, fault="too_large")
    return Opened(path, data, renamed=renamed)
