"""Facts held against the table of their kinds."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from fractions import Fraction

from par_index.model.facts import FACTS, Fact, Field, Shape, Value


def misfits(facts: Iterable[Fact]) -> list[str]:
    """Every field that is missing, strange, or not of its shape."""
    found = []
    for fact in facts:
        table, given = FACTS[fact.kind], dict(fact.fields)
        if list(given) != sorted(table):
            found.append(f"{fact.kind}: {sorted(set(given) ^ set(table))}")
        found += [
            f"{fact.kind}.{name}: {value!r}"
            for name, value in given.items()
            if not _fits(table[name], value)
        ]
    return found


def _fits(field: Field, value: Value) -> bool:
    if field.shape is Shape.WHOLE:
        return type(value) is int
    if not isinstance(value, str) or unicodedata.normalize("NFC", value) != value:
        return False
    if field.shape is Shape.WORD:
        return value in field.words
    if field.shape in (Shape.FIGURE, Shape.SHARE) and value:
        try:
            Fraction(value)
        except ValueError:
            return False
    return True
