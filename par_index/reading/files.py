"""Reading files whole: a file that cannot be read is a problem, never an exception."""

from __future__ import annotations

from pathlib import Path

from par_index.problems import Owner, Problems, Source, Span, reason_of
from par_index.reading.limits import FILE_BYTES

__all__ = ["read_file"]


def read_file(path: Path, name: str, problems: Problems, limit: int = FILE_BYTES) -> bytes | None:
    """The bytes of a file, one more than the limit at most; None after a problem."""
    place = Span(Source(name, Owner.SYSTEM))
    try:
        with path.open("rb") as file:
            return file.read(limit + 1)
    except FileNotFoundError:
        problems.add("E901", place, file=name)
    except OSError as error:
        problems.add("E902", place, file=name, reason=reason_of(error))
    return None
