"""Problems: what is wrong with a text, where, and in whose file.

Errors are values here. A reader collects every Problem it meets and goes on; nobody raises at
the first one. The sentences a person reads live in ``rendering.messages``, keyed by ``code``.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable, Mapping
from enum import StrEnum

from par_index.nouns import EMPTY, Noun

__all__ = ["InvalidInput", "Owner", "Problem", "Problems", "Source", "Span", "reason_of"]


class Owner(StrEnum):
    """Whose text it is, hence who mends it."""

    CRITERIA = "criteria"
    SUBMISSION = "submission"
    EXTERNAL = "external"
    SCENARIO = "scenario"
    """Values that somebody tries in place of a unit's own."""
    MAPPING = "mapping"
    """Which criteria and measures of one set became which of another."""
    EFFORT = "effort"
    """What moves cost, in a file beside the set."""
    PACKAGE = "package"
    """What a unit sent, as a whole: its archive, its lists, its receipt."""
    REVIEW = "review"
    """The record of an appraisal, and what goes with it."""
    SYSTEM = "system"


class Source(Noun):
    """One text that was read: its name as the user wrote it, and its lines for excerpts.

    The digest stands for the lines where sources are compared.
    """

    name: str
    owner: Owner
    lines: tuple[str, ...] = ()
    sha256: str = ""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Source) and self._identity == other._identity

    def __hash__(self) -> int:
        return hash(self._identity)

    def __repr__(self) -> str:
        return f"Source(name={self.name!r}, owner={self.owner!r}, sha256={self.sha256!r})"

    @property
    def _identity(self) -> tuple[str, Owner, str]:
        return self.name, self.owner, self.sha256

    def line(self, number: int) -> str:
        """The text of a line, counted from 1; empty past the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


class Span(Noun):
    """A place in a source: line and column count from 1, ``width`` in characters."""

    source: Source
    line: int = 1
    column: int = 1
    width: int = 1

    @property
    def sort_key(self) -> tuple[str, int, int]:
        return (self.source.name, self.line, self.column)

    def __str__(self) -> str:
        return f"{self.source.name}:{self.line}:{self.column}"


class Problem(Noun):
    """One thing to mend (E), to look at (W) or to know (N).

    ``code`` is E, W or N, the family digit and two more; ``params`` are the values its sentence
    has slots for. ``also`` are further places of the same cause.
    """

    code: str
    span: Span
    params: Mapping[str, object] = EMPTY
    also: tuple[Span, ...] = ()

    @property
    def is_error(self) -> bool:
        return self.code.startswith("E")

    @property
    def owner(self) -> Owner:
        """Family 9 is the system's, whoever's file it struck."""
        return Owner.SYSTEM if self.code[1] == "9" else self.span.source.owner

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        return (*self.span.sort_key, self.code)

    def __str__(self) -> str:
        values = ", ".join(f"{name}={value}" for name, value in sorted(self.params.items()))
        return f"{self.span}: {self.code}" + (f" ({values})" if values else "")


class Problems:
    """A collector handed from reader to reader; one cause at one place is kept once."""

    def __init__(self) -> None:
        self._found: dict[tuple[object, ...], Problem] = {}

    def add(self, code: str, span: Span, *also: Span, **params: object) -> None:
        problem = Problem(code, span, params, also)
        self._found.setdefault((*problem.sort_key, str(problem)), problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            self._found.setdefault((*problem.sort_key, str(problem)), problem)

    @property
    def has_errors(self) -> bool:
        return any(problem.is_error for problem in self._found.values())

    def in_order(self) -> tuple[Problem, ...]:
        """All of them by file, line and column."""
        return tuple(sorted(self._found.values(), key=lambda problem: problem.sort_key))

    def raise_errors(self) -> None:
        """Raise `InvalidInput` with everything found if anything of it is an error."""
        if self.has_errors:
            raise InvalidInput(self.in_order())


def reason_of(error: OSError) -> str:
    """The system's reason by its name (``EACCES``), the same in every language and locale."""
    return errno.errorcode.get(error.errno or 0, type(error).__name__)


class InvalidInput(Exception):  # noqa: N818 - the documented public name
    """The input cannot be used: the one exception of the public functions.

    ``problems`` holds everything that was found, in file order.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
