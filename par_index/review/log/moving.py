"""Moving: going back to the unit and coming again, other facts, closing and opening again."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from par_index.nouns import replace
from par_index.reading.nearest import nearest
from par_index.review.log.deciding import Repeated
from par_index.review.log.lapsing import with_lapses
from par_index.review.log.lines import Line, parse_head
from par_index.review.log.nouns import (
    Amend,
    Basis,
    Close,
    External,
    Open,
    Receive,
    Reopen,
    Respond,
    Return,
    Role,
    Roster,
)
from par_index.review.log.rights import Refusal
from par_index.review.log.state import (
    Column,
    ColumnKind,
    Leaf,
    Phase,
    Returned,
    State,
    folded,
)

__all__ = [
    "amended",
    "closed",
    "completed",
    "enrolled",
    "late",
    "opened",
    "received",
    "reopened",
    "responded",
    "returned",
]


def opened(event: Open, line: Line) -> State | Refusal:
    """The first state of all."""
    people = {folded(person.id): person for person in event.roster}
    author = people.get(folded(line.who))
    if len(people) < len(event.roster) or not event.basis:
        return Refusal("E831", {"act": "open", "inner": ""})
    if author is None:
        return Refusal("E822", {"who": line.who, "act": "open", "roles": (Role.CHAIR,)})
    if author.role is not Role.CHAIR or line.role is not Role.CHAIR:
        params = {"who": line.who, "role": author.role.value, "roles": (Role.CHAIR,)}
        return Refusal("E837", {**params, "act": "open"})
    basis = {one.code: one for one in event.basis}
    return State(
        unit=event.unit,
        year=event.year,
        set=event.set,
        package=event.package,
        people=people,
        leaves={code: Leaf(one) for code, one in basis.items()},
        first=basis,
        log=line.hash,
        head=line.head,
        at=line.at,
        packages=(event.package,),
        tools=event.tools,
    )


def returned(state: State, event: Return, line: Line) -> State | Refusal | Repeated:
    """Back to the unit, which has to answer about these leaves until the day that is due."""
    if unknown := _unknown(state, event.codes):
        return unknown
    if not event.codes or not event.text.strip():
        return Refusal("E821", {"code": ", ".join(event.codes)})
    if event.due < line.at.date():
        return Refusal("E841", {"due": event.due, "day": line.at.date(), "late": False})
    back = Returned(line.seq, state.round, event.codes, event.due, event.text, line.at)
    return replace(
        state,
        phase=Phase.RETURNED,
        returns=(*state.returns, back),
        columns=(*state.columns, _column(state, ColumnKind.ROUND, line.seq)),
    )


def responded(
    state: State, event: Respond, line: Line, lines: Mapping[int, str]
) -> State | Refusal | Repeated:
    """The unit's answer; ``lines`` are the hashes of the log so far, by their numbers."""
    back = state.returns[-1]
    if event.none:
        if line.role is not Role.CHAIR:
            params = {"who": line.who, "role": line.role.value, "roles": (Role.CHAIR,)}
            return Refusal("E837", {**params, "act": "respond"})
        day = line.at.date()
        if day <= back.due:
            return Refusal("E841", {"due": back.due, "day": day, "late": True})
        if event.basis or event.head or event.package != state.package:
            return Refusal("E838", {"code": ""})
        after = state
    else:
        if refusal := _unlike_heads(event.head, back, lines):
            return refusal
        fresh = _with_basis(state, event.basis, line.seq)
        if isinstance(fresh, Refusal):
            return fresh
        after = fresh
    asked = set(back.codes)
    changed = [
        code
        for code, leaf in after.leaves.items()
        if code not in state.leaves or leaf.basis.digest != state.leaves[code].basis.digest
    ]
    after = replace(
        after,
        phase=Phase.RESPONDED,
        round=state.round + 1,
        returns=(*state.returns[:-1], replace(back, answered=line.seq)),
        unasked=tuple(code for code in changed if code not in asked),
        package=event.package,
        packages=_added(state.packages, event.package),
    )
    column = replace(_column(after, ColumnKind.RESPONSE, line.seq), round=state.round)
    return replace(after, columns=(*after.columns, column))


def received(state: State, event: Receive, line: Line) -> State | Refusal | Repeated:
    """A package that nobody asked for: what changed lapses, and nothing else."""
    if event.package == state.package:
        return Repeated(state.head.seq)
    after = _with_basis(state, event.basis, line.seq)
    if isinstance(after, Refusal):
        return after
    return replace(after, package=event.package, packages=_added(state.packages, event.package))


def completed(state: State, event: External, line: Line) -> State | Refusal | Repeated:
    """Data that others give, into what waited for them."""
    if event.sha256 in state.externals[-1:]:
        return Repeated(state.head.seq)
    if event.package != state.package:
        return Refusal("E838", {"code": ""})
    after = _with_basis(state, event.basis, line.seq)
    if isinstance(after, Refusal):
        return after
    leaves = {
        code: replace(leaf, given=line.seq) if _is_filled(leaf, state.leaves.get(code)) else leaf
        for code, leaf in after.leaves.items()
    }
    after = replace(after, leaves=leaves, externals=(*state.externals, event.sha256))
    return _reclosed(after, line.seq) if state.phase is Phase.CLOSED else after


def _is_filled(after: Leaf, before: Leaf | None) -> bool:
    """Whether others have given what the leaf waited for, or given it anew."""
    if before is None or after.basis.is_locked or after.lines:
        return False
    moved = before.basis.digest != after.basis.digest
    return before.basis.is_locked or (before.given > 0 and moved)


def amended(state: State, event: Amend, line: Line) -> State | Refusal | Repeated:
    """Another text of the set, with a package under it."""
    if not event.text.strip():
        return Refusal("E821", {"code": event.set.id})
    after = _with_basis(state, event.basis, line.seq)
    if isinstance(after, Refusal):
        return after
    return replace(
        after,
        set=event.set,
        package=event.package,
        packages=_added(state.packages, event.package),
    )


def enrolled(state: State, event: Roster, line: Line) -> State | Refusal | Repeated:
    """One more person; nobody is taken off, and nobody's role is changed."""
    one = event.person
    known = state.people.get(folded(one.id))
    if known == one:
        return Repeated(state.head.seq)
    if known is not None:
        return Refusal("E842", {"who": known.id, "role": known.role.value})
    return replace(state, people={**state.people, folded(one.id): one})


def closed(state: State, event: Close, line: Line) -> State | Refusal | Repeated:
    if debts := state.debts:
        owed = tuple(dict.fromkeys(one.owed.value for one in debts))
        codes = tuple(one.code for one in debts)
        return Refusal("E828", {"codes": codes, "count": len(codes), "owed": owed})
    return _reclosed(replace(state, phase=Phase.CLOSED), line.seq)


def reopened(state: State, event: Reopen, line: Line) -> State | Refusal | Repeated:
    """Another round on the same chain: what was closed stays its beginning."""
    if not event.text.strip():
        return Refusal("E821", {"code": ""})
    return replace(state, phase=Phase.OPEN, round=state.round + 1, unasked=())


def _reclosed(state: State, seq: int) -> State:
    """With its final column; a survey that comes later makes another."""
    return replace(state, columns=(*state.columns, _column(state, ColumnKind.FINAL, seq)))


def _column(state: State, kind: ColumnKind, seq: int) -> Column:
    return Column(kind, state.round, seq, state.values)


def _with_basis(state: State, basis: Iterable[Basis], seq: int) -> State | Refusal:
    """Every leaf on its new facts; a decision stands only where they are the same as before."""
    fresh = {one.code: one for one in basis}
    if not fresh:
        return Refusal("E838", {"code": ""})
    leaves: dict[str, Leaf] = {}
    for code, one in fresh.items():
        leaf = state.leaves.get(code)
        if leaf is None:
            leaves[code] = Leaf(one)
        elif leaf.basis.digest == one.digest:
            leaves[code] = replace(leaf, basis=one)
        else:
            was = bool(leaf.lines)
            leaves[code] = Leaf(one, lapsed=seq if was else leaf.lapsed)
    return with_lapses(replace(state, leaves=leaves), state, seq)


def _unlike_heads(head: str, back: Returned, lines: Mapping[int, str]) -> Refusal | None:
    """The answer has to be to this log, and to its last return."""
    told = parse_head(head)
    if told is None or not lines.get(told.seq, "").startswith(told.hash):
        return Refusal("E817", {"head": head or "?", "count": len(lines)})
    if told.seq < back.seq:
        return Refusal("E843", {"head": told.short, "seq": back.seq})
    return None


def _unknown(state: State, codes: Iterable[str]) -> Refusal | None:
    for code in codes:
        if code not in state.leaves:
            below = tuple(one for one in state.leaves if one.startswith(f"{code}."))
            if below:
                return Refusal("E815", {"code": code, "leaves": below})
            return Refusal("E820", {"codes": (code,), "near": nearest(code, [*state.leaves])})
    return None


def _added(packages: tuple[str, ...], digest: str) -> tuple[str, ...]:
    return packages if digest in packages else (*packages, digest)


def late(state: State, today: datetime.date) -> bool:
    """Whether the unit's answer is overdue."""
    return state.phase is Phase.RETURNED and today > state.returns[-1].due
