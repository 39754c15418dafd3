"""How much the readers accept: one table, checked at the limit and one past it."""

from __future__ import annotations

from typing import Final

__all__ = [
    "CHAIN",
    "FILE_BYTES",
    "KEY_CHARACTERS",
    "NUMBER_CHARACTERS",
    "PATTERNS",
    "PLACES",
    "YAML_DEPTH",
    "YAML_VALUES",
]

FILE_BYTES: Final = 2_000_000
"""The size of one YAML file."""

YAML_DEPTH: Final = 40
"""Lists and mappings inside one another."""

YAML_VALUES: Final = 200_000
"""Values in one file: everything but the keys."""

KEY_CHARACTERS: Final = 200
"""The length of one key."""

NUMBER_CHARACTERS: Final = 30
"""The length of one number as written, signs and separators included."""

PLACES: Final = 1_000
"""Places told for one cause; a file of nothing but hidden characters names no more."""

CHAIN: Final = 40
"""Criteria that each look at the next, and measures that each lie within the next."""

PATTERNS: Final = 8
"""Facts that one finding rule asks for or rules out; an engine takes no more."""
