"""Replaying: a log's lines to its state, and whether one more act would be allowed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias, assert_never

from par_index.nouns import replace
from par_index.problems import Problems
from par_index.review.log.deciding import Repeated, accepted, confirmed, decided, settled
from par_index.review.log.lines import Chain, Line
from par_index.review.log.moving import (
    amended,
    closed,
    completed,
    enrolled,
    opened,
    received,
    reopened,
    responded,
    returned,
)
from par_index.review.log.nouns import (
    EVENTS,
    Accept,
    Amend,
    Close,
    Confirm,
    Decide,
    External,
    Open,
    Receive,
    Reopen,
    Respond,
    Return,
    Roster,
    Settle,
)
from par_index.review.log.rights import Refusal, refused_by_rights
from par_index.review.log.state import State

__all__ = ["Effect", "allowed", "replay", "replayed"]

Effect: TypeAlias = State | Refusal | Repeated
"""What would come of an act: another state, the reason why not, or that it stands already."""


def allowed(state: State | None, line: Line, before: Sequence[Line]) -> Effect:
    """What comes of one more line after those before it; nothing is changed by asking."""
    event = line.event
    if state is None:
        if isinstance(event, Open):
            return opened(event, line)
        return Refusal("E844", {"act": EVENTS[type(event)]})
    if refusal := refused_by_rights(state, event, line.who, line.role):
        return refusal
    after = _effect(state, line, before)
    if isinstance(after, State):
        return replace(after, head=line.head, at=line.at)
    return after


def replay(chain: Chain, problems: Problems) -> State | None:
    """The state that a whole log comes to; None where no line of it could be read.

    A line that was not allowed when it was written is reported, and ends the replay: what comes
    after it means nothing.
    """
    states = replayed(chain, problems)
    return states[-1] if states else None


def replayed(chain: Chain, problems: Problems) -> list[State]:
    """The state after each line."""
    states: list[State] = []
    for number, line in enumerate(chain.lines):
        state = states[-1] if states else None
        after = allowed(state, line, chain.lines[:number])
        if not isinstance(after, State):
            inner = after.code if isinstance(after, Refusal) else ""
            span = chain.span(line.seq)
            problems.add("E831", span, act=EVENTS[type(line.event)], inner=inner)
            break
        if state is not None and line.at < state.at:
            problems.add("W801", chain.span(line.seq), at=str(line.at), before=str(state.at))
        states.append(after)
    return states


def _effect(state: State, line: Line, before: Sequence[Line]) -> Effect:
    match line.event:
        case Open() as event:
            return opened(event, line)
        case Decide() as event:
            return decided(state, event, line)
        case Accept() as event:
            return accepted(state, event, line)
        case Confirm() as event:
            return confirmed(state, event, line)
        case Settle() as event:
            return settled(state, event, line)
        case Return() as event:
            return returned(state, event, line)
        case Respond() as event:
            return responded(state, event, line, {one.seq: one.hash for one in before})
        case Receive() as event:
            return received(state, event, line)
        case External() as event:
            return completed(state, event, line)
        case Amend() as event:
            return amended(state, event, line)
        case Roster() as event:
            return enrolled(state, event, line)
        case Close() as event:
            return closed(state, event, line)
        case Reopen() as event:
            return reopened(state, event, line)
        case _ as missing:
            assert_never(missing)
