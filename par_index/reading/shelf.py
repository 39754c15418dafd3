"""The shelf: a folder of the user's own in which ready-made sets wait for the next run.

It may be deleted at any time, read-only, full, or somebody else's: then nothing stands on it, and
nobody is told, for no score depends on it. What it does give is what was put there.
"""

from __future__ import annotations

import os
import re
import stat
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from par_index.reading.digests import blake2_of

__all__ = ["ENTRIES", "ENTRY_BYTES", "Shelf"]

ENTRIES: Final = 64
"""How many entries stay, the newest."""

ENTRY_BYTES: Final = 4_000_000
"""The size of one entry. A set of a hundred criteria takes some 100,000."""

_ENTRY = re.compile(r"[0-9a-f]{64}\.set")
_STRAY = re.compile(r"[0-9a-f]{64}\.set\.[0-9a-f]{16}\.tmp")
_STRAY_SECONDS: Final = 3600
"""A temporary file older than this has no writer any more."""

_SEAL: Final = 64
_OTHERS_WRITE: Final = stat.S_IWGRP | stat.S_IWOTH
_CAREFULLY: Final = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""Neither through a link nor waiting at a pipe, where the system knows how."""


class Shelf:
    """Entries by key, a digest. Each begins with a digest of its key and its content together,
    so one that is torn, altered or under another's name is none.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def of_user(cls) -> Shelf | None:
        """The shelf of whoever runs this process: PAR_INDEX_CACHE, else where the system keeps
        what can be made again. None where there is to be none.
        """
        said = os.environ.get("PAR_INDEX_CACHE", "")
        if said:
            return None if said == "off" else cls(Path(said))
        place = _usual_place()
        return None if place is None else cls(place / "par_index")

    def get(self, key: str) -> bytes | None:
        """What was put there under this key, if it is there and unaltered."""
        with suppress(OSError):
            if self._is_trusted():
                entry = _read(self._path_of(key))
                content = entry[_SEAL:]
                if entry[:_SEAL] == _seal(key, content):
                    return content
        return None

    def has_room(self) -> bool:
        """Whether it is worth while to make something that is to be put there."""
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            return self._is_trusted() and os.access(self.folder, os.W_OK)
        return False

    def put(self, key: str, content: bytes) -> None:
        """Keep it for later runs where that can be done; the oldest entries make room."""
        if self.has_room() and _SEAL + len(content) <= ENTRY_BYTES:
            with suppress(OSError):
                _write(self._path_of(key), _seal(key, content) + content)
                self._sweep()

    def _is_trusted(self) -> bool:
        return _is_ours_alone(os.lstat(self.folder), stat.S_ISDIR)

    def _path_of(self, key: str) -> Path:
        return self.folder / f"{key}.set"

    def _sweep(self) -> None:
        """Remove the oldest entries, and what killed writers left; nothing that is not ours."""
        entries, strays = [], []
        with os.scandir(self.folder) as files:
            for file in files:
                written = file.stat(follow_symlinks=False).st_mtime
                if _ENTRY.fullmatch(file.name):
                    entries.append((written, file.path))
                elif _STRAY.fullmatch(file.name) and written < time.time() - _STRAY_SECONDS:
                    strays.append(file.path)
        entries.sort(reverse=True)
        for path in (*strays, *(path for _, path in entries[ENTRIES:])):
            with suppress(OSError):
                os.unlink(path)


def _usual_place() -> Path | None:
    """Where this system keeps what can be made again; None without a home of the user's own."""
    said = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", "")
    if os.path.isabs(said):
        return Path(said)
    home = Path(os.path.expanduser("~"))
    with suppress(OSError):
        # A process without a home is often given the root of all files instead.
        if home.is_absolute() and home.parent != home and _is_ours(home.stat()):
            return home / ("Library/Caches" if sys.platform == "darwin" else ".cache")
    return None


def _is_ours(status: os.stat_result) -> bool:
    """Whether we own it, as far as this system knows owners."""
    return not hasattr(os, "geteuid") or status.st_uid == os.geteuid()


def _is_ours_alone(status: os.stat_result, is_kind: Callable[[int], bool]) -> bool:
    """Whether it is of that kind, and nobody but us can write it."""
    mode = status.st_mode
    return is_kind(mode) and _is_ours(status) and (os.name == "nt" or not mode & _OTHERS_WRITE)


def _seal(key: str, content: bytes) -> bytes:
    return blake2_of(key.encode() + content).encode()


def _open(path: str, flags: int) -> int:
    return os.open(path, flags | _CAREFULLY, 0o600)


def _read(path: Path) -> bytes:
    """A file that nobody else can have written; empty when it is none."""
    with open(path, "rb", opener=_open) as file:
        trusted = _is_ours_alone(os.fstat(file.fileno()), stat.S_ISREG)
        return file.read(ENTRY_BYTES) if trusted else b""


def _write(path: Path, data: bytes) -> None:
    """Put the file there in one step; until then it has another name.

    It is not forced to the disk: what a power cut tears is no entry any more.
    """
    temporary = f"{path}.{os.urandom(8).hex()}.tmp"
    try:
        with open(temporary, "xb", opener=_open) as file:
            file.write(data)
        os.replace(temporary, path)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(temporary)
