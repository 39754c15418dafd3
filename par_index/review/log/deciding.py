"""Deciding: what a reviewer may give a leaf, what has to be said for it, and what it makes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from par_index.nouns import Noun, replace
from par_index.reading.nearest import nearest
from par_index.review.log.lapsing import with_lapses
from par_index.review.log.lines import Line
from par_index.review.log.nouns import Accept, Confirm, Decide, Lift, Settle
from par_index.review.log.rights import Refusal
from par_index.review.log.state import Choice, Leaf, State, folded, same_person
from par_index.review.log.weighing import (
    lifts_differ,
    needs_reason,
    unexplained,
    value_refused,
    worth_of,
)

__all__ = ["Repeated", "accepted", "confirmed", "decided", "settled"]

_ZERO = Fraction(0)


class Repeated(Noun):
    """What is decided stands already, by the same person: nothing is to be written."""

    seq: int


# Each act: what it makes of the state, or why it is not allowed.


def decided(state: State, event: Decide, line: Line) -> State | Refusal | Repeated:
    leaf = _decidable(state, event.code)
    if isinstance(leaf, Refusal):
        return leaf
    if refusal := _fresh(state, leaf, event.package, event.basis):
        return refusal
    if refusal := value_refused(state, leaf, event):
        return refusal
    worth = worth_of(leaf.basis, event)
    if refusal := unexplained(leaf, event, worth):
        return refusal
    if refusal := lifts_differ(state, leaf, worth, event.lifts):
        return refusal
    own = _own_line(leaf, line.who)
    told = (event.ground, event.reason, event.text, event.clause, event.verdict)
    if (
        own is not None
        and own.worth == worth
        and (own.ground, own.reason, own.text, own.clause, own.verdict) == told
    ):
        return Repeated(own.seq)
    choice = _choice(state, line, event.code, worth, event.ground, event.lifts)
    choice = replace(
        choice,
        reason=event.reason,
        text=event.text,
        clause=event.clause,
        verdict=event.verdict,
    )
    return _with_choices(state, [choice])


def accepted(state: State, event: Accept, line: Line) -> State | Refusal | Repeated:
    """Every one of the leaves as computed, all or none."""
    if not event.codes or len(set(event.codes)) < len(event.codes):
        return Refusal("E820", {"codes": event.codes, "near": ""})
    choices = []
    for code in event.codes:
        leaf = _decidable(state, code)
        if isinstance(leaf, Refusal):
            return leaf
        basis = leaf.basis
        worth = (basis.low, basis.is_na)
        own = _own_line(leaf, line.who)
        if own is not None and own.worth == worth:
            continue
        if basis.low != basis.high or needs_reason(leaf, worth, rejects_na=False):
            return Refusal("E825", {"code": code})
        lifts = event.lifts.get(code, ())
        if refusal := lifts_differ(state, leaf, worth, lifts):
            return refusal
        choices.append(_choice(state, line, code, worth, basis.ground, lifts))
    if event.package != state.package:
        return Refusal("E838", {"code": event.codes[0]})
    if not choices:
        own = _own_line(state.leaves[event.codes[0]], line.who)
        assert own is not None
        return Repeated(own.seq)
    return _with_choices(state, choices)


def confirmed(state: State, event: Confirm, line: Line) -> State | Refusal | Repeated:
    """Somebody else agrees to a raise: all that one line holds open."""
    waiting = [
        (leaf, one)
        for leaf in state.leaves.values()
        for one in leaf.lines
        if one.seq == event.of and one.lifts
    ]
    before = next((one for _, one in waiting if one.confirmed), None)
    if before is not None and same_person(before.confirmed_by, line.who):
        return Repeated(before.confirmed)
    open_ = [(leaf, one) for leaf, one in waiting if one.awaits]
    if not open_:
        found = tuple(
            dict.fromkeys(
                one.seq for leaf in state.leaves.values() for one in leaf.lines if one.awaits
            )
        )
        return Refusal("E823", {"found": event.of, "expected": found})
    if any(same_person(one.who, line.who) for _, one in open_):
        return Refusal("E824", {"who": line.who, "found": event.of})
    leaves = dict(state.leaves)
    for leaf, one in open_:
        agreed = replace(one, confirmed=line.seq, confirmed_by=line.who)
        lines = tuple(agreed if other is one else other for other in leaf.lines)
        leaves[leaf.code] = _holding(replace(leaf, lines=lines))
    choices = tuple(
        replace(one, confirmed=line.seq, confirmed_by=line.who)
        if any(one.seq == other.seq and one.code == other.code for _, other in open_)
        else one
        for one in state.choices
    )
    return with_lapses(replace(state, leaves=leaves, choices=choices), state, line.seq)


def settled(state: State, event: Settle, line: Line) -> State | Refusal | Repeated:
    """The chair's word between decisions that differ."""
    leaf = _decidable(state, event.code)
    if isinstance(leaf, Refusal):
        return leaf
    if not leaf.is_disputed:
        found = tuple(one.code for one in state.leaves.values() if one.is_disputed)
        return Refusal("E835", {"code": event.code, "expected": found})
    if refusal := _fresh(state, leaf, event.package, event.basis):
        return refusal
    if refusal := value_refused(state, leaf, event):
        return refusal
    worth = worth_of(leaf.basis, event)
    between = [one.worth for one in leaf.lines]
    points = [one for one, na in between if not na]
    inside = (
        any(na for _, na in between)
        if worth[1]
        else bool(points) and min(points) <= worth[0] <= max(points)
    )
    if not inside:
        ends = (min(points, default=_ZERO), max(points, default=_ZERO))
        return Refusal("E834", {"code": event.code, "low": ends[0], "high": ends[1]})
    if event.reason is None or not event.text.strip():
        return Refusal("E821", {"code": event.code})
    if refusal := lifts_differ(state, leaf, worth, event.lifts):
        return refusal
    choice = _choice(state, line, event.code, worth, event.ground, event.lifts)
    # Somebody else than the chair proposed as much already: two people are for it.
    proposed = any(
        not same_person(one.who, line.who) and (one.worth == worth or one.points >= worth[0])
        for one in leaf.lines
    )
    choice = replace(choice, reason=event.reason, text=event.text, settled=proposed)
    cleared = {**state.leaves, event.code: replace(leaf, lines=(), held=None)}
    return _with_choices(replace(state, leaves=cleared), [choice], before=state)


# What all of them ask.


def _decidable(state: State, code: str) -> Leaf | Refusal:
    leaf = state.leaves.get(code)
    if leaf is None:
        below = tuple(one for one in state.leaves if one.startswith(f"{code}."))
        if below:
            return Refusal("E815", {"code": code, "leaves": below})
        return Refusal("E820", {"codes": (code,), "near": nearest(code, [*state.leaves])})
    if leaf.basis.is_locked and leaf.basis.giver is not None:
        return Refusal("E816", {"code": code, "why": leaf.basis.giver.value})
    return leaf


def _fresh(state: State, leaf: Leaf, package: str, digest: str) -> Refusal | None:
    """A decision is about what stands now, never about an earlier package."""
    if package != state.package or digest != leaf.basis.digest:
        return Refusal("E838", {"code": leaf.code})
    return None


def _own_line(leaf: Leaf, who: str) -> Choice | None:
    return next((one for one in leaf.lines if same_person(one.who, who)), None)


def _choice(
    state: State,
    line: Line,
    code: str,
    worth: tuple[Fraction, bool],
    ground: str,
    lifts: tuple[Lift, ...],
) -> Choice:
    return Choice(
        code=code,
        points=worth[0],
        na=worth[1],
        ground=ground,
        reason=None,
        text="",
        clause="",
        verdict=None,
        lifts=lifts,
        seq=line.seq,
        who=line.who,
        role=line.role,
        at=line.at,
        round=state.round,
        action=_ACTIONS[type(line.event)],
    )


_ACTIONS: Mapping[type[object], str] = {Decide: "decide", Accept: "accept", Settle: "settle"}


def _with_choices(state: State, choices: Iterable[Choice], before: State | None = None) -> State:
    """The state with these as their authors' standing lines."""
    leaves = dict(state.leaves)
    seq = 0
    for one in choices:
        leaf = leaves[one.code]
        others = [line for line in leaf.lines if folded(line.who) != folded(one.who)]
        leaves[one.code] = _holding(replace(leaf, lines=(*others, one), lapsed=0))
        seq = one.seq
    after = replace(state, leaves=leaves, choices=(*state.choices, *choices))
    return with_lapses(after, before or state, seq)


def _holding(leaf: Leaf) -> Leaf:
    """The leaf with what has effect now: nothing in a dispute, what stood while one is awaited."""
    if leaf.is_disputed:
        return replace(leaf, held=None)
    return replace(leaf, held=leaf.lines[-1]) if leaf.is_backed else leaf
