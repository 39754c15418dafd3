"""One act in words: what was written, the head of the log, what it leaves to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from par_index.rendering.columns import visible, wrap
from par_index.rendering.messages.review_log import say_log
from par_index.rendering.messages.review_words import LIFTS, ROLES
from par_index.rendering.numbers import number, show_date, show_points
from par_index.review.log.file import Saved
from par_index.review.log.lines import Line
from par_index.review.log.nouns import (
    Accept,
    Amend,
    Close,
    Confirm,
    Decide,
    External,
    Lift,
    Open,
    Receive,
    Reopen,
    Respond,
    Return,
    Roster,
    Settle,
)
from par_index.review.log.state import State

__all__ = ["act_text", "resume_text", "what_of", "worth_text"]

_WIDTH = 80
_SHORT = 12


def act_text(
    line: Line, state: State, language: str, *, is_new: bool, before: State | None = None
) -> str:
    """The lines that whoever acted reads."""
    told = [f"{visible(one)}\n" for one in _told(line, state, language, is_new, before)]
    return "".join(
        "".join(f"{part}\n" for part in wrap(one.rstrip("\n"), _WIDTH, rest="  ")) for one in told
    )


def resume_text(saved: Saved | None, path: str, language: str) -> str:
    """What became of a torn end."""
    if saved is None:
        return visible(say_log("nothing_torn", language, file=path)) + "\n"
    bytes_ = number(saved.bytes, language)
    return visible(say_log("resumed", language, bytes=bytes_, file=saved.file)) + "\n"


def _told(
    line: Line, state: State, language: str, is_new: bool, before: State | None
) -> Iterator[str]:
    name = "written" if is_new else "standing"
    yield say_log(name, language, seq=str(line.seq), what=what_of(line, state, language))
    lifts = _lifts(line)
    waiting = {one.seq for leaf in state.leaves.values() if leaf.is_awaiting for one in leaf.lines}
    if lifts and line.seq in waiting:
        words = "; ".join(LIFTS[one.value].into(language) for one in lifts)
        yield say_log("waits", language, seq=str(line.seq), lifts=words)
    lapsed = [code for code, leaf in state.leaves.items() if leaf.lapsed == line.seq]
    if is_new and lapsed:
        yield say_log("lapsed", language, codes=", ".join(lapsed))
    if isinstance(line.event, Respond) and before is not None and not line.event.none:
        same = [code for code in state.returns[-1].codes if _is_same(code, before, state)]
        if same:
            yield say_log("unanswered", language, codes=", ".join(same))
    if isinstance(line.event, Respond) and state.unasked:
        yield say_log("unasked", language, codes=", ".join(state.unasked))
    if isinstance(line.event, Decide | Accept):
        yield from _disputes(line, state, language)
    if not isinstance(line.event, Return | Roster | Close):
        count = len(state.debts)
        if count:
            yield say_log("left", language, count=number(count, language))
        else:
            yield say_log("left_none", language)
    yield say_log("head", language, head=state.head.short)


def _is_same(code: str, before: State, after: State) -> bool:
    """Whether a decision would rest on the very same as before."""
    was, leaf = before.leaves.get(code), after.leaves.get(code)
    return was is not None and leaf is not None and was.basis.digest == leaf.basis.digest


def _disputes(line: Line, state: State, language: str) -> Iterator[str]:
    """What this line has made a dispute."""
    for code, leaf in state.leaves.items():
        if leaf.is_disputed and any(one.seq == line.seq for one in leaf.lines):
            who = ", ".join(one.who for one in leaf.lines)
            yield say_log("disputed", language, code=code, who=who)


def what_of(line: Line, state: State, language: str) -> str:
    """An act in a few words."""
    match line.event:
        case Open(unit, year):
            return say_log("act_open", language, unit=unit.name, year=str(year))
        case Decide() | Settle() as event:
            name = "act_settle" if isinstance(event, Settle) else "act_decide"
            worth = worth_text(event.points, event.ground, language, na=event.na)
            return say_log(name, language, code=event.code, worth=worth)
        case Accept(codes):
            return say_log("act_accept", language, count=number(len(codes), language))
        case Confirm(of):
            return say_log("act_confirm", language, of=str(of))
        case Return(codes, due):
            day = show_date(due, language)
            return say_log("act_return", language, codes=", ".join(codes), due=day)
        case Respond() as event:
            round_ = str(state.round)
            if event.none:
                return say_log("act_respond_none", language, round=round_)
            return say_log("act_respond", language, by=event.by, round=round_)
        case Receive(package):
            return say_log("act_receive", language, package=package[:_SHORT])
        case External(digest):
            return say_log("act_external", language, digest=digest[:_SHORT])
        case Amend(criteria):
            return say_log("act_amend", language, set=f"{criteria.id} {criteria.sha256[:_SHORT]}")
        case Roster(person):
            role = ROLES[person.role.value].into(language)
            return say_log("act_roster", language, name=person.name, role=role)
        case Close():
            return say_log("act_close", language)
        case Reopen():
            return say_log("act_reopen", language, round=str(state.round))


def worth_text(points: Fraction | None, ground: str, language: str, *, na: bool) -> str:
    """Points, or that the criterion does not apply."""
    if na:
        return say_log("na_on" if ground else "na", language, ground=ground)
    shown = str(show_points(points or Fraction(0), language)).replace("-", "−")
    return say_log("points", language, points=shown)


def _lifts(line: Line) -> Sequence[Lift]:
    match line.event:
        case Decide(lifts=lifts) | Settle(lifts=lifts):
            return lifts
        case Accept(lifts=by_code):
            return tuple(dict.fromkeys(one for lifts in by_code.values() for one in lifts))
        case _:
            return ()
