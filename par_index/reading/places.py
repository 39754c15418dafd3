"""Pointing at a text: places of one cause, marks of a YAML parser, excerpts to show."""

from __future__ import annotations

from typing import Protocol

from par_index.nouns import replace
from par_index.problems import Problem, Problems, Span
from par_index.reading.limits import PLACES

__all__ = ["Mark", "Places", "excerpt", "line_and_column"]

_EXCERPT = 60


class Mark(Protocol):
    """What both YAML parsers point with: line and column, counted from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


def line_and_column(mark: Mark | None) -> tuple[int, int]:
    """The place counted from 1; the beginning of the text for want of a mark."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


class Places:
    """Gathers places by cause: the same code about the same thing is one Problem."""

    def __init__(self) -> None:
        self._causes: dict[tuple[str, object], list[Problem]] = {}

    def note(self, code: str, span: Span, *, cause: object, **params: object) -> None:
        """Keep a place; the parameters of the foremost place of a cause are the ones told."""
        found = self._causes.setdefault((code, cause), [])
        if len(found) < PLACES:
            found.append(Problem(code, span, params))

    def tell(self, problems: Problems) -> None:
        """Hand every cause over as one Problem with all its places, in order."""
        for found in self._causes.values():
            first, *others = sorted(found, key=lambda problem: problem.sort_key)
            also = tuple(problem.span for problem in others)
            problems.extend([replace(first, also=also)])


def excerpt(text: str) -> str:
    """The text as a message shows it: whole unless it would fill the screen."""
    return text if len(text) <= _EXCERPT else f"{text[: _EXCERPT - 1]}…"
