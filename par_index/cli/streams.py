"""The three streams: what a person or a program can read there, whatever the machine is set to."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import Final, TextIO

__all__ = [
    "CLOSED",
    "STDIN",
    "STDOUT",
    "StdoutLost",
    "abandon",
    "color_on",
    "complain",
    "paper",
    "say",
    "set_up",
    "text_width",
]

STDIN: Final = "<stdin>"
STDOUT: Final = "<stdout>"

CLOSED: Final = OSError(errno.EBADF, os.strerror(errno.EBADF))
"""What came of a stream that was closed before we began."""

_NARROWEST, _WIDEST, _USUAL = 60, 120, 80


class StdoutLost(Exception):  # noqa: N818 - it says what happened
    """Standard output cannot be written for another reason than a closed pipe."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error


def set_up() -> None:
    """Let every stream take Vietnamese.

    A pipe is read by a program, so it gets UTF-8 even where the machine prefers cp1252; a
    terminal keeps its encoding, with stand-ins for what it cannot show. File names that are no
    text have stand-ins too.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # None where it was closed before we began
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")


def say(text: str) -> None:
    """Write a text of whole lines to standard output, all of it, now."""
    if sys.stdout is None:
        raise StdoutLost(CLOSED)
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        abandon(sys.stdout)
        raise StdoutLost(error) from error


def complain(text: str) -> None:
    """Write whole lines to standard error; that it cannot be written changes nothing."""
    if sys.stderr is None or not text:
        return
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except BrokenPipeError:
        raise
    except OSError:
        abandon(sys.stderr)


def abandon(stream: TextIO | None) -> None:
    """Send what a stream still holds nowhere: at exit Python flushes, and fails, once more."""
    if stream is not None:
        with suppress(OSError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)


def color_on(stream: TextIO | None) -> bool:
    """Whether colour reaches a person there, and nobody asked for none."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream is not None and stream.isatty()


def paper(output: str | None) -> tuple[int, bool]:
    """How wide a text for a file, or for standard output, may be, and whether it has colour."""
    on_terminal = output is None and sys.stdout is not None and sys.stdout.isatty()
    return text_width(on_terminal=on_terminal), on_terminal and color_on(sys.stdout)


def text_width(*, on_terminal: bool) -> int:
    """How wide a text may be: the terminal, else COLUMNS, else 80; within what reads well."""
    if on_terminal:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    else:
        said = os.environ.get("COLUMNS", "")
        columns = int(said) if said.isascii() and said.isdigit() and len(said) < 6 else _USUAL
    return min(max(columns, _NARROWEST), _WIDEST)
