"""The closed grammar of events: for each the parts it has, and how each of them is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from par_index.model.accounts import Outcome
from par_index.model.evidence import Verdict
from par_index.model.reasons import Why
from par_index.nouns import Noun
from par_index.review.log.canonical import Value
from par_index.review.log.codecs import (
    CODE,
    DAY,
    FLAG,
    NUMBER,
    POINTS,
    SHA,
    TEXT,
    WORDS,
    Codec,
    Form,
    Misfit,
    each,
    maybe,
    one_of,
    words_by_name,
)
from par_index.review.log.nouns import (
    EVENTS,
    Accept,
    Amend,
    Basis,
    Close,
    Confirm,
    Decide,
    Event,
    External,
    GroundRef,
    Lift,
    Open,
    Person,
    Reason,
    Receive,
    Reopen,
    Respond,
    Return,
    Role,
    Roster,
    SetRef,
    Settle,
    UnitRef,
)

__all__ = ["FORMS", "event_of", "fields_of"]

_LIFTS: Final = each(one_of(Lift))


def _lifts_of(value: Value) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise Misfit("")
    return {code: _LIFTS.decode(one) for code, one in value.items()}


_LIFTS_BY_CODE: Final = Codec(
    lambda lifts: {code: _LIFTS.encode(one) for code, one in lifts.items()}, _lifts_of
)
_PERSON: Final = Form(Person, id=CODE, name=TEXT, role=one_of(Role)).codec
_UNIT: Final = Form(UnitRef, id=CODE, name=TEXT, tier=TEXT).codec
_SET: Final = Form(SetRef, id=CODE, sha256=SHA, places=NUMBER).codec
_GROUND: Final = Form(GroundRef, id=CODE, gives=maybe(POINTS)).codec
_BASIS: Final = each(
    Form(
        Basis,
        code=CODE,
        claimed=maybe(POINTS),
        low=POINTS,
        high=POINTS,
        supported=POINTS,
        unsupported_na=FLAG,
        least=POINTS,
        most=POINTS,
        maximum=POINTS,
        state=one_of(Outcome),
        waits=each(one_of(Why)),
        grounds=each(_GROUND),
        ground=TEXT,
        values=maybe(each(POINTS)),
        reads=WORDS,
        doubt=NUMBER,
        digest=SHA,
    ).codec
)
_WHY: Final = {"points": maybe(POINTS), "na": FLAG, "ground": TEXT}

FORMS: Final[Mapping[str, Form]] = {
    "open": Form(
        Open,
        unit=_UNIT,
        year=NUMBER,
        set=_SET,
        package=SHA,
        basis=_BASIS,
        roster=each(_PERSON),
        tools=words_by_name(),
    ),
    "decide": Form(
        Decide,
        code=CODE,
        **_WHY,
        reason=maybe(one_of(Reason)),
        text=TEXT,
        clause=TEXT,
        verdict=maybe(one_of(Verdict)),
        lifts=_LIFTS,
        package=SHA,
        basis=SHA,
    ),
    "accept": Form(Accept, codes=WORDS, lifts=_LIFTS_BY_CODE, package=SHA),
    "confirm": Form(Confirm, of=NUMBER),
    "settle": Form(
        Settle,
        code=CODE,
        **_WHY,
        reason=maybe(one_of(Reason)),
        text=TEXT,
        lifts=_LIFTS,
        package=SHA,
        basis=SHA,
    ),
    "return": Form(Return, codes=WORDS, due=DAY, text=TEXT),
    "respond": Form(Respond, none=FLAG, package=SHA, basis=_BASIS, head=TEXT, by=TEXT),
    "receive": Form(Receive, package=SHA, basis=_BASIS),
    "external": Form(External, sha256=SHA, package=SHA, basis=_BASIS),
    "amend": Form(Amend, set=_SET, package=SHA, basis=_BASIS, text=TEXT),
    "roster": Form(Roster, person=_PERSON),
    "close": Form(Close),
    "reopen": Form(Reopen, text=TEXT),
}
"""Every event by its word; nothing else is an event."""


def fields_of(event: Event) -> dict[str, Value]:
    """The parts of an event, with its word."""
    word = EVENTS[type(event)]
    return {"action": word, **FORMS[word].encode(event)}


def event_of(word: str, fields: Mapping[str, Value]) -> Event:
    """The event that a line tells; `Misfit` where there is none like it."""
    form = FORMS.get(word)
    if form is None:
        raise Misfit("action")
    event: Event | Noun = form.decode(dict(fields))
    return event  # type: ignore[return-value]
