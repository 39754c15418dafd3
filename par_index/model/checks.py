"""Cross-checks of reported data, declared with the measures."""

from __future__ import annotations

import datetime
from enum import StrEnum
from fractions import Fraction

from par_index.model.conditions import Condition
from par_index.model.findings import Severity
from par_index.model.quantities import Quantity
from par_index.model.reasons import Percent, Term
from par_index.model.text import Text
from par_index.nouns import Noun
from par_index.problems import Span

__all__ = ["Check", "CheckKind", "CheckResult", "CheckState", "Comparing", "Expecting", "Shows"]


class CheckKind(StrEnum):
    EQUAL = "equal"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    EXPECT = "expect"


class Shows(StrEnum):
    """What both sides of a check are, hence how they are written."""

    NUMBER = "number"
    SHARE = "share"
    DAY = "day"


class CheckState(StrEnum):
    """``EXPLAINED``: another reported fact accounts for the gap. ``ASKS``: what is blank may."""

    HOLDS = "holds"
    EXPLAINED = "explained"
    ASKS = "asks"
    FAILED = "failed"
    OPEN = "open"


class Comparing(Noun):
    """The left quantity is to be equal to, at least or at most the right one.

    ``explained_by`` are measures that may be counted on the smaller side as well: where the gap is
    just what some of them come to, nothing is to be asked.
    """

    kind: CheckKind
    left: Quantity
    right: Quantity
    shows: Shows = Shows.NUMBER
    explained_by: tuple[str, ...] = ()


class Expecting(Noun):
    """Where ``given`` holds (always, if there is none), ``expect`` is to hold as well."""

    expect: Condition
    given: Condition | None = None


class Check(Noun):
    """One cross-check. ``refuses``: data that fail it cannot be true, and are not scored."""

    id: str
    span: Span
    test: Comparing | Expecting
    severity: Severity
    say: Text
    refuses: bool = False

    @property
    def kind(self) -> CheckKind:
        return self.test.kind if isinstance(self.test, Comparing) else CheckKind.EXPECT


class CheckResult(Noun):
    """What came of a check: both sides where they are known, and what is blank between them.

    ``gap`` is left minus right, in days between days. ``explained_by`` are the measures that
    account for it. Of a sum with blanks a side is what is known of it.
    """

    check: Check
    state: CheckState
    left: Fraction | None = None
    right: Fraction | None = None
    blank: tuple[str, ...] = ()
    explained_by: tuple[str, ...] = ()

    def term(self, side: Fraction) -> Term:
        """A side, or the gap, as what it is: a number, a share, or a day."""
        shows = self.check.test.shows if isinstance(self.check.test, Comparing) else Shows.NUMBER
        if shows is Shows.DAY:
            return datetime.date.fromordinal(int(side))
        return Percent(side) if shows is Shows.SHARE else side

    @property
    def gap(self) -> Fraction | None:
        if self.left is None or self.right is None:
            return None
        return self.left - self.right
