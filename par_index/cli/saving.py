"""Writing a file so that it is there whole under its name, or not at all."""

from __future__ import annotations

import os
import re
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from par_index.cli.streams import say
from par_index.cli.system import refuse

__all__ = ["deliver", "deliver_new", "refuse_existing", "save"]

_STRAY = re.compile(r"\.par-index-[0-9a-f]{16}\.tmp")
_STRAY_SECONDS = 3600
"""A temporary file older than this has no writer any more."""


def save(name: str, content: str | bytes) -> None:
    """Write a text or bytes to a file, replacing an older one in a single step; E903 when it
    cannot be.

    A link keeps pointing where it did; a device or a named pipe is written straight.
    """
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    try:
        mode = _mode_of(name)
        if mode is not None and not stat.S_ISREG(mode):
            Path(name).write_bytes(data)
            return
        path = Path(os.path.realpath(name))
        _sweep(path.parent)
        with _temporary(path.parent, mode) as (file, temporary):
            _write_all(file, data)
            os.fsync(file)
            os.replace(temporary, path)
        _sync_folder(path.parent)
    except OSError as error:
        refuse("E903", name, error)


def deliver(text: str, output: str | None) -> None:
    """Write where the caller asked for: a file, otherwise standard output."""
    if output is None:
        say(text)
    else:
        save(output, text)


def deliver_new(text: str, output: str | None, *, force: bool) -> None:
    """As `deliver`, but a file that exists is left alone (E905) unless ``force``."""
    if output is not None:
        refuse_existing(output, force=force)
    deliver(text, output)


def refuse_existing(name: str, *, force: bool) -> None:
    """Leave a file alone that exists (E905), unless ``force``."""
    if not force and os.path.isfile(name):
        refuse("E905", name)


def _mode_of(name: str) -> int | None:
    try:
        return os.stat(name).st_mode
    except FileNotFoundError:
        return None


@contextmanager
def _temporary(folder: Path, mode: int | None) -> Iterator[tuple[int, Path]]:
    """A new file beside the target, with the rights of the file it replaces; gone afterwards."""
    temporary = folder / f".par-index-{os.urandom(8).hex()}.tmp"
    file = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        if mode is not None:
            os.fchmod(file, stat.S_IMODE(mode))
        yield file, temporary
    finally:
        os.close(file)
        with suppress(FileNotFoundError):
            temporary.unlink()


def _write_all(file: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(file, rest) :]


def _sync_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut, where the file system knows how."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sweep(folder: Path) -> None:
    """Remove what killed writers left behind."""
    oldest = time.time() - _STRAY_SECONDS
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _STRAY.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                with suppress(OSError):
                    if entry.stat(follow_symlinks=False).st_mtime < oldest:
                        os.unlink(entry.path)
