"""Appraisals: little logs, written act by act as the commands write them."""

from __future__ import annotations

import datetime
from fractions import Fraction
from typing import Any

from par_index.model.accounts import Outcome
from par_index.nouns import replace
from par_index.problems import Owner, Problems, Source
from par_index.review.log.deciding import Repeated
from par_index.review.log.lines import Chain, Line, read_chain, seal, written
from par_index.review.log.nouns import (
    Accept,
    Basis,
    Confirm,
    Decide,
    Event,
    GroundRef,
    Lift,
    Open,
    Person,
    Reason,
    Role,
    SetRef,
    Settle,
    UnitRef,
)
from par_index.review.log.replaying import allowed, replay
from par_index.review.log.rights import Refusal
from par_index.review.log.state import State
from par_index.review.log.weighing import leaf_lifts, worth_of

__all__ = ["AT", "PACKAGE", "PEOPLE", "Desk", "basis", "digest", "open_event"]

AT = datetime.datetime(2026, 1, 5, 8, 0, tzinfo=datetime.UTC)
PEOPLE = (
    Person("an", "Nguyễn An", Role.CHAIR),
    Person("lan", "Trần Lan", Role.REVIEWER),
    Person("hoa", "Lê Hoa", Role.REVIEWER),
    Person("thu", "Văn thư", Role.OFFICE),
    Person("sa", "Sở A", Role.UNIT),
)


def digest(text: str) -> str:
    """64 digits that say which text they are of, for reading failures."""
    return (text.encode().hex() + "0" * 64)[:64]


PACKAGE = digest("goi")


def basis(code: str, claimed: str | None = "1", low: str = "1", **more: Any) -> Basis:
    """A leaf of one point, claimed, computed and supported in full where nothing else is said."""
    points = Fraction(low)
    given: dict[str, Any] = {
        "code": code,
        "claimed": None if claimed is None else Fraction(claimed),
        "low": points,
        "high": points,
        "supported": points,
        "unsupported_na": False,
        "least": Fraction(0),
        "most": Fraction(1),
        "maximum": Fraction(1),
        "state": Outcome.SCORED,
        "waits": (),
        "grounds": (),
        "ground": "",
        "values": (Fraction(0), Fraction(1, 2), Fraction(1)),
        "reads": (),
        "doubt": 0,
        "digest": digest(code),
    }
    return Basis(**given | more)


def open_event(*leaves: Basis) -> Open:
    return Open(
        UnitRef("a", "Sở A", "so"),
        2025,
        SetRef("thu/2025/thu/so", digest("bo"), 2),
        PACKAGE,
        leaves or (basis("1.1"), basis("1.2")),
        PEOPLE,
        {"par_index": "0"},
    )


class Desk:
    """A log in memory. Each act is a minute after the one before."""

    def __init__(self, *leaves: Basis) -> None:
        self.chain = Chain(Source("review.jsonl", Owner.REVIEW), ())
        self.state: State | None = None
        self.at = AT
        assert isinstance(self.act("an", open_event(*leaves)), Line)

    def act(self, who: str, event: Event) -> Line | Refusal | Repeated:
        """Write the line if it is allowed."""
        role = next((one.role for one in self.people if one.id == who), Role.REVIEWER)
        line = seal(event, self.chain, who=who, role=role, at=self.at)
        after = allowed(self.state, line, self.chain.lines)
        if not isinstance(after, State):
            return after
        self.at += datetime.timedelta(minutes=1)
        self.chain = replace(self.chain, lines=(*self.chain.lines, line))
        self.state = after
        return line

    @property
    def people(self) -> tuple[Person, ...]:
        return PEOPLE if self.state is None else tuple(self.state.people.values())

    @property
    def data(self) -> bytes:
        return b"".join(written(line) + b"\n" for line in self.chain.lines)

    def now(self) -> State:
        assert self.state is not None
        return self.state

    def decide(
        self,
        who: str,
        code: str,
        points: str | None,
        *,
        ground: str = "",
        reason: Reason | None = Reason.MISCOUNTED,
        text: str = "vì thế",
        lifts: tuple[Lift, ...] | None = None,
        settle: bool = False,
    ) -> Line | Refusal | Repeated:
        state = self.now()
        leaf = state.leaves.get(code)
        given = None if points is None else Fraction(points)
        common: dict[str, Any] = {
            "code": code,
            "points": given,
            "na": points is None,
            "ground": ground,
            "reason": reason,
            "text": text,
            "lifts": (),
            "package": state.package,
            "basis": digest("") if leaf is None else leaf.basis.digest,
        }
        event: Settle | Decide = (
            Settle(**common) if settle else Decide(**common, clause="", verdict=None)
        )
        if leaf is not None and lifts is None:
            try:
                worth = worth_of(leaf.basis, event)
            except StopIteration:
                worth = (Fraction(0), True)
            lifts = leaf_lifts(leaf, state.first[code], worth)
        return self.act(who, replace(event, lifts=lifts or ()))

    def accept(self, who: str, *codes: str) -> Line | Refusal | Repeated:
        state = self.now()
        lifts = {
            code: found
            for code in codes
            if code in state.leaves
            and (leaf := state.leaves[code])
            and (found := leaf_lifts(leaf, state.first[code], (leaf.basis.low, leaf.basis.is_na)))
        }
        return self.act(who, Accept(codes, lifts, state.package))

    def confirm(self, who: str, seq: int) -> Line | Refusal | Repeated:
        return self.act(who, Confirm(seq))

    def check_replays(self) -> None:
        """The bytes tell the same state again."""
        problems = Problems()
        chain = read_chain(self.data, "review.jsonl", problems)
        assert problems.in_order() == ()
        assert chain.lines == self.chain.lines
        assert replay(chain, problems) == self.state
        assert problems.in_order() == ()


def ground(id: str, gives: str | None = None) -> GroundRef:
    return GroundRef(id, None if gives is None else Fraction(gives))
