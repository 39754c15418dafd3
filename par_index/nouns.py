"""Nouns: immutable values with named parts, which cost next to nothing to declare.

A class that lists its parts with their types is a noun::

    class Span(Noun):
        line: int
        column: int = 1

It is what a frozen dataclass with slots is: parts by position or by name, equality and hash by
value, a place in ``match``. A dataclass writes and compiles code for each class when it is
imported, and a command that scores one unit would wait longer for that than for everything else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Self, TypeVar, dataclass_transform

__all__ = ["EMPTY", "Noun", "replace"]

EMPTY: Mapping[Any, Any] = MappingProxyType({})
"""The default of a part that is a mapping."""

_NO_DEFAULT = object()


class _NounType(type):
    """Turns the annotations of a class into its parts."""

    __match_args__: tuple[str, ...]
    _defaults: dict[str, Any]
    _values: Callable[[Any], tuple[Any, ...]]

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> _NounType:
        own = tuple(namespace.get("__annotations__", ()))
        inherited = [base for base in bases if isinstance(base, _NounType)]
        parts = tuple(part for base in inherited for part in base.__match_args__) + own
        given = {part: namespace.pop(part, _NO_DEFAULT) for part in own}
        namespace["__slots__"] = own
        namespace["__match_args__"] = parts
        namespace.setdefault("__init__", _first_init)
        noun = super().__new__(cls, name, bases, namespace)
        noun._defaults = {
            part: default
            for defaults in (*(base._defaults for base in inherited), given)
            for part, default in defaults.items()
            if default is not _NO_DEFAULT
        }
        noun._values = staticmethod(_getter(parts))
        return noun


def _getter(parts: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    if len(parts) > 1:
        return attrgetter(*parts)
    return lambda noun: tuple([getattr(noun, part) for part in parts])


def _first_init(self: Any, *values: Any, **named: Any) -> None:
    """Stands in until the first noun of a class is made: most classes are never used in a run."""
    cls = type(self)
    cls.__init__ = _initialiser(cls)
    cls.__init__(self, *values, **named)


def _initialiser(cls: Any) -> Any:
    """``def __init__(self, line, column=column)``, with every part set once."""
    parts, defaults = cls.__match_args__, cls._defaults
    takes = ", ".join(f"{part}=_default_{part}" if part in defaults else part for part in parts)
    sets = "".join(f"\n  _set_{part}(self, {part})" for part in parts)
    names = {f"_default_{part}": value for part, value in defaults.items()}
    names |= {f"_set_{part}": getattr(cls, part).__set__ for part in parts}
    exec(f"def __init__(self, {takes}):{sets or ' pass'}", names)
    return names["__init__"]


@dataclass_transform(frozen_default=True)
class Noun(metaclass=_NounType):
    """The base of every noun."""

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if type(other) is not type(self):
            return NotImplemented
        return type(self)._values(self) == type(self)._values(other)

    def __hash__(self) -> int:
        return hash(type(self)._values(self))

    def __repr__(self) -> str:
        names = type(self).__match_args__
        parts = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__name__}({parts})"

    def __reduce__(self) -> tuple[type[Self], tuple[Any, ...]]:
        return type(self), type(self)._values(self)


_N = TypeVar("_N", bound=Noun)


def replace(noun: _N, **changes: Any) -> _N:
    """The same noun with some of its parts changed."""
    cls = type(noun)
    given = zip(cls.__match_args__, cls._values(noun), strict=True)
    return cls(**dict(given) | changes)
