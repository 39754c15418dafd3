"""Problems of the system, E9xx, as this room meets them."""

from __future__ import annotations

import os
from typing import NoReturn

from par_index.problems import InvalidInput, Owner, Problem, Source, Span, reason_of

__all__ = ["refuse", "shown", "system_problem"]


def shown(name: str) -> str:
    """A file name as UTF-8 says it, in whatever encoding the machine handed it over."""
    return os.fsencode(name).decode("utf-8", "surrogateescape")


def system_problem(code: str, name: str, error: OSError | None = None) -> Problem:
    """What happened to a file or folder, and the system's reason when it gave one."""
    file = shown(name)
    params = {"file": file}
    if error is not None:
        params["reason"] = reason_of(error)
    return Problem(code, Span(Source(file, Owner.SYSTEM)), params)


def refuse(code: str, name: str, error: OSError | None = None) -> NoReturn:
    raise InvalidInput([system_problem(code, name, error)]) from error
