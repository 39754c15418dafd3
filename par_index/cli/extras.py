"""Optional parts: libraries that only some commands need, and how to get them."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final

from par_index.problems import InvalidInput, Owner, Problem, Source, Span

__all__ = ["need"]

_LIBRARIES: Final = {"evidence": "pypdf", "sig": "pyHanko"}
"""What an extra of the package brings; imported under its name in small letters."""


def need(*extras: str) -> None:
    """Refuse (E919) unless these extras are installed; nothing of them is imported."""
    missing = [one for one in extras if find_spec(_LIBRARIES[one].lower()) is None]
    if missing:
        libraries = [_LIBRARIES[one] for one in missing]
        found = ", ".join(libraries)
        params = {"found": found, "extra": ",".join(missing), "packages": " ".join(libraries)}
        raise InvalidInput([Problem("E919", Span(Source(found, Owner.SYSTEM)), params)])
