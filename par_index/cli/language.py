"""What must be known of a command line before it is parsed: its language, and JSON or not."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

__all__ = ["LANGUAGES", "asked", "language_of", "wants_json"]

LANGUAGES: Final = ("vi", "en")


def asked(args: Sequence[str], option: str) -> str | None:
    """The value an option has on the command line, well-formed or not; the last one counts."""
    value = None
    for here, following in zip_longest(args, args[1:]):
        if here == "--":
            break
        if here == option:
            value = following
        elif here.startswith(f"{option}="):
            value = here.removeprefix(f"{option}=")
    return value


def language_of(args: Sequence[str]) -> str:
    """``--lang``, else PAR_INDEX_LANG, else Vietnamese; an unknown one is passed over here."""
    for value in (asked(args, "--lang"), os.environ.get("PAR_INDEX_LANG")):
        if value in LANGUAGES:
            return value
    return LANGUAGES[0]


def wants_json(args: Sequence[str]) -> bool:
    return asked(args, "--format") == "json"
