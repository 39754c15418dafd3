"""Packing a criteria set as plain data, and making an equal set of it again.

A pack holds texts, whole numbers, and rows. A row is one object: what makes it, and which of the
texts, numbers and earlier rows it is made of. So what is equal stands there once, nothing needs a
parser, and a row can call nothing but what `_MAKERS` lists: the nouns themselves.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from fractions import Fraction
from itertools import accumulate
from types import MappingProxyType
from typing import Any, Final

from par_index.exact import RoundingMode
from par_index.model import (
    checks,
    conditions,
    criteria,
    facts,
    findings,
    measures,
    quantities,
    rules,
    text,
)
from par_index.problems import Problem, Source, Span

__all__ = ["pack", "unpack"]

_CONSTANT, _SOURCE, _TEXT, _NUMBER, _ROW = range(5)
"""The tables of a pack, in the order in which their places are counted."""

_CONSTANTS: Final = (None, False, True)

_END: Final = "\0"
"""Ends a text; reading refuses it within one."""

_WIDTH: Final = 4
"""Bytes of a size, and of each number in a row."""


def pack(value: object, sources: Sequence[Source]) -> bytes:
    """The value as bytes, all but the ``sources`` that its places point into.

    Raises ValueError for what `unpack` could not make again.
    """
    packer = _Packer(sources)
    try:
        packer.add((value,))
    except KeyError as fault:
        raise ValueError(f"{fault} cannot be packed") from fault
    return packer.finish()


def unpack(data: bytes, sources: Sequence[Source]) -> object:
    """What was packed, its places pointing into these sources; ValueError for any other bytes."""
    try:
        whole: Any = _made_of(data, sources)[-1]
        (value,) = whole
    except (LookupError, TypeError, ArithmeticError) as fault:
        raise ValueError("not a pack") from fault
    return value


def _made_of(data: bytes, sources: Sequence[Source]) -> list[object]:
    """Every object in turn, each made of those before it."""
    texts, rest = _first_block(data)
    numbers, rest = _first_block(rest)
    made: list[object] = [*_CONSTANTS, *sources]
    made += texts.decode().split(_END)[:-1]
    made += map(int, numbers.split())
    rows = memoryview(rest).cast("I").tolist()
    end = 0
    while end < len(rows):
        start = end + 2
        make, end = _MAKERS[rows[end]], start + rows[end + 1]
        made.append(make(*[made[part] for part in rows[start:end]]))
    return made


def _first_block(data: bytes) -> tuple[bytes, bytes]:
    """The first block, its size before it, and what follows."""
    end = _WIDTH + int.from_bytes(data[:_WIDTH], sys.byteorder)
    return data[_WIDTH:end], data[end:]


def _block(data: bytes) -> bytes:
    return len(data).to_bytes(_WIDTH, sys.byteorder) + data


class _Packer:
    """The tables of a pack while they grow. A part is a table and a place in it."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self.sources = {source: place for place, source in enumerate(sources)}
        self.texts: dict[str, int] = {}
        self.numbers: dict[int, int] = {}
        self.rows: dict[tuple[Any, ...], int] = {}
        self.known: dict[int, int] = {}

    def add(self, value: object) -> tuple[int, int]:
        """Where the value stands from now on, all its parts before it."""
        if id(value) in self.known:
            return _ROW, self.known[id(value)]
        kind = type(value)
        match value:
            case None | bool():
                return _CONSTANT, _CONSTANTS.index(value)
            case Source():
                return _SOURCE, self.sources[value]
            case str() if kind is str:
                return _TEXT, self.texts.setdefault(value, len(self.texts))
            case int() if kind is int:
                return _NUMBER, self.numbers.setdefault(value, len(self.numbers))
        row = (_NUMBER_OF[kind], *map(self.add, _parts_of(value)))
        place = self.rows.setdefault(row, len(self.rows))
        # The whole keeps its parts alive, so no other object can get this one's identity.
        self.known[id(value)] = place
        return _ROW, place

    def finish(self) -> bytes:
        sizes = (len(_CONSTANTS), len(self.sources), len(self.texts), len(self.numbers))
        starts = [0, *accumulate(sizes)]
        rows = []
        for kind, *parts in self.rows:
            rows += [kind, len(parts), *(starts[table] + place for table, place in parts)]
        texts = "".join(f"{one}{_END}" for one in self.texts)
        if texts.count(_END) != len(self.texts):
            raise ValueError("a text that cannot be packed")
        numbers = " ".join(map(str, self.numbers))
        return b"".join(
            [
                _block(texts.encode()),
                _block(numbers.encode()),
                *(number.to_bytes(_WIDTH, sys.byteorder) for number in rows),
            ]
        )


def _parts_of(value: Any) -> Iterable[object]:
    """What an object is made of, in the order in which its maker takes it."""
    match value:
        case Enum():
            return (value.value,)
        case Fraction():
            return value.numerator, value.denominator
        case datetime.date():
            return (value.toordinal(),)
        case Mapping():
            return *value, *value.values()
        case tuple() | list():
            return value
        case _:
            return [getattr(value, name) for name in value.__match_args__]


def _tuple(*parts: object) -> tuple[object, ...]:
    return parts


def _list(*parts: object) -> list[object]:
    return list(parts)


def _mapping(*parts: object) -> dict[object, object]:
    half = len(parts) // 2
    return dict(zip(parts[:half], parts[half:], strict=True))


def _fixed_mapping(*parts: object) -> Mapping[object, object]:
    return MappingProxyType(_mapping(*parts))


def _nouns() -> Iterable[type]:
    """Every class of the model that a set can hold, and what places and remarks are made of."""
    for room in (
        text,
        measures,
        quantities,
        conditions,
        rules,
        facts,
        findings,
        checks,
        criteria,
    ):
        for one in vars(room).values():
            if isinstance(one, type) and one.__module__ == room.__name__:
                yield one
    yield from (RoundingMode, Problem, Span)


_MAKER_OF: Final[dict[type, Callable[..., object]]] = {
    tuple: _tuple,
    list: _list,
    dict: _mapping,
    MappingProxyType: _fixed_mapping,
    Fraction: Fraction,
    datetime.date: datetime.date.fromordinal,
    **{noun: noun for noun in _nouns()},
}
_MAKERS: Final = tuple(_MAKER_OF.values())
_NUMBER_OF: Final = {kind: number for number, kind in enumerate(_MAKER_OF)}
