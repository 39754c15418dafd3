"""The file of a log: one writer at a time, nothing acknowledged before it is on the disk.

The lock is on the log itself, which is never replaced. Bytes after the last line end were never
acknowledged: readers tell of them, writers refuse until `resume` has put them aside.
"""

from __future__ import annotations

import errno
import fcntl
import os
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from par_index.nouns import Noun
from par_index.problems import InvalidInput, Owner, Problem, Problems, Source, Span, reason_of
from par_index.review.log.lines import Chain, Line, read_chain, written

__all__ = ["LOG", "LOG_BYTES", "Saved", "append", "load", "log_in", "resume"]

LOG: Final = "review.jsonl"
LOG_BYTES: Final = 64 * 1024 * 1024
"""More than a province writes in a year about one unit; a log is read whole."""

_WAIT: Final = 10.0
_PAUSE: Final = 0.02

Write = Callable[[Chain], Line | None]
"""Given the log as it stands under the lock, the line to add; None for none."""


class Saved(Noun):
    """What `resume` put aside: the file, and how many bytes."""

    file: str
    bytes: int


def log_in(folder: str) -> str:
    """The log of an appraisal's folder; a log that is named itself is meant."""
    path = Path(folder)
    return str(path) if path.name == LOG or path.is_file() else str(path / LOG)


def load(path: str, problems: Problems) -> Chain:
    """The log as it is now; what is wrong with it is reported, a torn end as W802."""
    with _opened(path, os.O_RDONLY, fcntl.LOCK_SH) as file:
        data = _read(file, path)
    chain = read_chain(data, path, problems)
    if chain.tail:
        problems.add("W802", chain.span(), bytes=len(chain.tail))
    return chain


def append(path: str, write: Write, *, create: bool = False) -> Line | None:
    """Add the line that ``write`` makes of the log; given back only once it will stay.

    Reading, asking and writing happen under one lock. Raises `InvalidInput` for a log that is not
    whole, for whatever ``write`` refuses, and for a system that does not keep it.
    """
    flags = os.O_RDWR | os.O_APPEND | (os.O_CREAT if create else 0)
    with _opened(path, flags, fcntl.LOCK_EX) as file:
        problems = Problems()
        data = _read(file, path)
        chain = read_chain(data, path, problems)
        if chain.tail:
            problems.add("E814", chain.span(), bytes=len(chain.tail))
        problems.raise_errors()
        line = write(chain)
        if line is None:
            return None
        _add(file, written(line) + b"\n", len(data), path)
    if create:
        _sync_folder(Path(path).parent)
    return line


def resume(path: str) -> Saved | None:
    """Put a torn end aside in a file of its own and cut it off; None where there is none."""
    with _opened(path, os.O_RDWR, fcntl.LOCK_EX) as file:
        data = _read(file, path)
        end = data.rfind(b"\n") + 1
        tail = data[end:]
        if not tail:
            return None
        name = _put_aside(path, tail)
        try:
            os.ftruncate(file, end)
            os.fsync(file)
        except OSError as error:
            raise _system("E903", path, error) from error
    return Saved(name, len(tail))


@contextmanager
def _opened(path: str, flags: int, lock: int) -> Iterator[int]:
    """The file under its lock. Neither a link nor a pipe is a log."""
    try:
        file = os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, 0o666)
    except FileNotFoundError as error:
        raise _system("E901", path, None) from error
    except OSError as error:
        raise _system("E902", path, error) from error
    try:
        if not stat.S_ISREG(os.fstat(file).st_mode):
            raise _system("E902", path, OSError(errno.EINVAL, ""))
        _lock(file, lock, path)
        yield file
    finally:
        os.close(file)


def _lock(file: int, lock: int, path: str) -> None:
    end = time.monotonic() + _WAIT
    while True:
        try:
            fcntl.flock(file, lock | fcntl.LOCK_NB)
            return
        except OSError as error:
            if error.errno not in (errno.EAGAIN, errno.EWOULDBLOCK, errno.EINTR):
                raise _system("E902", path, error) from error
        if time.monotonic() > end:
            raise _system("E918", path, None)
        time.sleep(_PAUSE)


def _read(file: int, path: str) -> bytes:
    pieces, size = [], 0
    try:
        while piece := os.pread(file, 1 << 20, size):
            pieces.append(piece)
            size += len(piece)
            if size > LOG_BYTES:
                raise InvalidInput(
                    [Problem("E111", Span(Source(path, Owner.REVIEW)), {"limit": LOG_BYTES})]
                )
    except OSError as error:
        raise _system("E902", path, error) from error
    return b"".join(pieces)


def _add(file: int, data: bytes, end: int, path: str) -> None:
    """All of a line, on the disk; where that fails, none of it as far as that can be helped."""
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(file, rest) :]
        os.fsync(file)
    except OSError as error:
        with suppress(OSError):
            os.ftruncate(file, end)
            os.fsync(file)
        raise _system("E903", path, error) from error


def _put_aside(path: str, tail: bytes) -> str:
    """Bytes into the first ``.tail-N`` that is free."""
    number = 1
    while True:
        name = f"{path}.tail-{number}"
        try:
            file = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
        except FileExistsError:
            number += 1
            continue
        except OSError as error:
            raise _system("E903", name, error) from error
        try:
            rest = memoryview(tail)
            while rest:
                rest = rest[os.write(file, rest) :]
            os.fsync(file)
        except OSError as error:
            raise _system("E903", name, error) from error
        finally:
            os.close(file)
        _sync_folder(Path(path).parent)
        return name


def _sync_folder(folder: Path) -> None:
    """Make a new name itself survive a power cut, where the file system knows how."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _system(code: str, path: str, error: OSError | None) -> InvalidInput:
    name = os.fsencode(path).decode("utf-8", "surrogateescape")
    params: dict[str, object] = {"file": name}
    if error is not None:
        params["reason"] = reason_of(error)
    return InvalidInput([Problem(code, Span(Source(name, Owner.SYSTEM)), params)])
