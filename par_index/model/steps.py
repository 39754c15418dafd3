"""Next steps and shortfalls: what is missing, and the way back."""

from __future__ import annotations

import datetime
from enum import StrEnum
from fractions import Fraction

from par_index.model.reasons import Reason
from par_index.nouns import Noun

__all__ = ["Change", "Deadlock", "NextStep", "Reach", "Shortfall"]


class Change(Noun):
    """One measure to move: by ``amount`` cases, to an answer, or by a day.

    ``wholes`` are the totals that rise with it, each as (measure, before, after).
    """

    measure: str
    amount: Fraction = Fraction(0)
    answer: bool | None = None
    day: datetime.date | None = None
    before: Fraction | None = None
    after: Fraction | None = None
    wholes: tuple[tuple[str, Fraction | None, Fraction | None], ...] = ()


class NextStep(Noun):
    """A joint change and what it makes of its criterion; ``ask`` is still to be reported."""

    changes: tuple[Change, ...]
    low: Fraction
    high: Fraction
    reasons: tuple[Reason, ...] = ()
    ask: tuple[str, ...] = ()


class Reach(StrEnum):
    """Whether the maximum is still in reach by steps that measures can take."""

    YES = "yes"
    NO = "no"
    OPEN = "open"


class Deadlock(StrEnum):
    """Why there is no step."""

    FIXED = "fixed"
    UNSAID = "unsaid"
    LIMIT = "limit"
    PAST_DUE = "past_due"
    NO_CASES = "no_cases"
    OTHERS = "others"


class Shortfall(Noun):
    """Points below a criterion's maximum, and the way back.

    ``lost`` is beyond any unknown, ``open`` hangs on unknowns, ``recoverable`` is open plus what
    the steps regain. ``steps`` are alternatives of the next one; ``farthest`` leads beyond them.
    ``ask`` are measures to report first.
    """

    code: str
    lost: Fraction
    open: Fraction
    recoverable: Fraction
    reach: Reach
    steps: tuple[NextStep, ...] = ()
    farthest: NextStep | None = None
    ask: tuple[str, ...] = ()
    deadlock: Deadlock | None = None
