"""What an appraisal is about: people, leaves with the facts that decisions rest on, and events."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

from par_index.model.accounts import Outcome
from par_index.model.evidence import Verdict
from par_index.model.reasons import Why
from par_index.nouns import EMPTY, Noun

__all__ = [
    "EVENTS",
    "Accept",
    "Amend",
    "Basis",
    "Close",
    "Confirm",
    "Decide",
    "Event",
    "External",
    "GroundRef",
    "Lift",
    "Open",
    "Person",
    "Reason",
    "Receive",
    "Reopen",
    "Respond",
    "Return",
    "Role",
    "Roster",
    "SetRef",
    "Settle",
    "UnitRef",
]


class Role(StrEnum):
    """What somebody on the roster may do."""

    CHAIR = "chair"
    REVIEWER = "reviewer"
    OFFICE = "office"
    """Takes in what the unit hands in."""
    UNIT = "unit"
    """The unit's own person, who answers."""


class Reason(StrEnum):
    """Why a reviewer gives other points. The words are those that office forms use."""

    MISCOUNTED = "tinh-sai"
    UNDOCUMENTED = "thieu-tai-lieu"
    BAD_DOCUMENT = "tai-lieu-khong-hop-le"
    UNLIKE_DOCUMENT = "so-lieu-khong-khop"
    WRONG_PERIOD = "khong-dung-ky"
    LATE = "qua-han"
    UNEXPLAINED = "chua-lam-ro"
    DOCUMENTED = "bo-sung-tai-lieu"
    EXPLAINED = "giai-trinh-hop-ly"
    NOT_APPLICABLE = "khong-ap-dung"
    APPLICABLE = "phai-ap-dung"
    OTHER = "khac"


class Lift(StrEnum):
    """What a decision raises, so that a second person has to agree."""

    LEAF = "leaf"
    """Above what stood, or what was computed."""
    CLAIM = "claim"
    """Above what the unit first claimed."""
    POINTS = "points"
    """The unit's points rise."""
    INDEX = "index"
    """The unit's index rises."""


class Person(Noun):
    id: str
    name: str
    role: Role


class UnitRef(Noun):
    id: str
    name: str
    tier: str


class SetRef(Noun):
    """A criteria set by its id and content; points are written with so many decimals."""

    id: str
    sha256: str
    places: int


class GroundRef(Noun):
    """A listed reason for not applying; ``gives`` are its points, None where the leaf leaves."""

    id: str
    gives: Fraction | None


class Basis(Noun):
    """Everything about one leaf that a decision on it rests on, as it stands in a package.

    ``low`` and ``high`` are computed; ``supported`` is what of them stands on documents, counts or
    explanations, and ``unsupported_na`` says that it is the not-applying that lacks them. ``least``
    and ``most`` are what the leaf can come to for any unit; ``values`` what its branches can give,
    None where that is any number. ``ground`` is the one that the unit names. ``reads`` are the
    leaves that its conditions ask about. ``doubt`` is 3 for a wrong document or a serious finding,
    2 where a person must look or the claim is above, 1 where something cannot be checked.
    ``digest`` stands for all that a decision depends on.
    """

    code: str
    claimed: Fraction | None
    low: Fraction
    high: Fraction
    supported: Fraction
    unsupported_na: bool
    least: Fraction
    most: Fraction
    maximum: Fraction
    state: Outcome
    waits: tuple[Why, ...]
    grounds: tuple[GroundRef, ...]
    ground: str
    values: tuple[Fraction, ...] | None
    reads: tuple[str, ...]
    doubt: int
    digest: str

    @property
    def is_locked(self) -> bool:
        """Whether others give its points, so that nobody may decide it."""
        return self.state is Outcome.PENDING and self.giver is not None

    @property
    def giver(self) -> Why | None:
        """The first of the others that it waits for, whatever else it waits for."""
        others = (Why.SURVEY, Why.APPRAISER, Why.BLOCK)
        return next((why for why in self.waits if why in others), None)

    @property
    def is_na(self) -> bool:
        return self.state is Outcome.NOT_APPLICABLE


class Open(Noun):
    unit: UnitRef
    year: int
    set: SetRef
    package: str
    basis: tuple[Basis, ...]
    roster: tuple[Person, ...]
    tools: Mapping[str, str] = EMPTY


class Decide(Noun):
    """Points for a leaf, or (``na``) that it does not apply on one of its grounds.

    ``lifts`` is what the decision raises, so far as its writer could tell.
    """

    code: str
    points: Fraction | None
    na: bool
    ground: str
    reason: Reason | None
    text: str
    clause: str
    verdict: Verdict | None
    lifts: tuple[Lift, ...]
    package: str
    basis: str


class Accept(Noun):
    """Each of these leaves as computed. ``lifts`` holds what each one raises, by its code."""

    codes: tuple[str, ...]
    lifts: Mapping[str, tuple[Lift, ...]]
    package: str


class Confirm(Noun):
    of: int


class Settle(Noun):
    """The chair's word between decisions that differ."""

    code: str
    points: Fraction | None
    na: bool
    ground: str
    reason: Reason | None
    text: str
    lifts: tuple[Lift, ...]
    package: str
    basis: str


class Return(Noun):
    codes: tuple[str, ...]
    due: datetime.date
    text: str


class Respond(Noun):
    """The unit's answer, or (``none``) that it gave none."""

    none: bool
    package: str
    basis: tuple[Basis, ...]
    head: str
    by: str


class Receive(Noun):
    package: str
    basis: tuple[Basis, ...]


class External(Noun):
    """Data that others give; ``package`` is the one they were scored with."""

    sha256: str
    package: str
    basis: tuple[Basis, ...]


class Amend(Noun):
    set: SetRef
    package: str
    basis: tuple[Basis, ...]
    text: str


class Roster(Noun):
    person: Person


class Close(Noun):
    pass


class Reopen(Noun):
    text: str


Event = (
    Open
    | Decide
    | Accept
    | Confirm
    | Settle
    | Return
    | Respond
    | Receive
    | External
    | Amend
    | Roster
    | Close
    | Reopen
)

EVENTS: Mapping[type[Noun], str] = {
    Open: "open",
    Decide: "decide",
    Accept: "accept",
    Confirm: "confirm",
    Settle: "settle",
    Return: "return",
    Respond: "respond",
    Receive: "receive",
    External: "external",
    Amend: "amend",
    Roster: "roster",
    Close: "close",
    Reopen: "reopen",
}
"""The word under ``action``."""
