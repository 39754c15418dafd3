"""Rights: who may do what, and in which state of an appraisal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from par_index.nouns import EMPTY, Noun
from par_index.review.log.nouns import EVENTS, Event, Open, Role
from par_index.review.log.state import Phase, State, folded

__all__ = ["Refusal", "refused_by_rights"]

_C, _R, _O, _U = Role.CHAIR, Role.REVIEWER, Role.OFFICE, Role.UNIT
_AT_WORK = (Phase.OPEN, Phase.RESPONDED)
_NOT_CLOSED = (Phase.OPEN, Phase.RETURNED, Phase.RESPONDED)

_RIGHTS: Final[Mapping[str, tuple[tuple[Role, ...], tuple[Phase, ...]]]] = {
    "decide": ((_R, _C), _AT_WORK),
    "accept": ((_R, _C), _AT_WORK),
    "confirm": ((_R, _C), _AT_WORK),
    "settle": ((_C,), _AT_WORK),
    "return": ((_R, _C), _AT_WORK),
    "respond": ((_U, _O, _C), (Phase.RETURNED,)),
    "receive": ((_O, _C), _AT_WORK),
    "external": ((_C,), tuple(Phase)),
    "amend": ((_C,), _NOT_CLOSED),
    "roster": ((_C,), _NOT_CLOSED),
    "close": ((_C,), _AT_WORK),
    "reopen": ((_C,), (Phase.CLOSED,)),
}
"""For each act the roles that may do it, and when."""


class Refusal(Noun):
    """Why an act is not allowed now, as the code and the parameters of a problem."""

    code: str
    params: Mapping[str, object] = EMPTY


def refused_by_rights(state: State, event: Event, who: str, role: Role) -> Refusal | None:
    """What stands in the way of this person doing this now, whatever it is about."""
    act = EVENTS[type(event)]
    if isinstance(event, Open):
        return Refusal("E813", {"act": act, "phase": state.phase.value, "allowed": ()})
    person = state.people.get(folded(who))
    if person is None:
        return Refusal("E822", {"who": who, "act": act, "roles": ()})
    roles, phases = _RIGHTS[act]
    if person.role is not role or role not in roles:
        return Refusal("E837", {"who": who, "role": person.role.value, "act": act, "roles": roles})
    if state.phase not in phases:
        allowed = tuple(word for word, (_, when) in _RIGHTS.items() if state.phase in when)
        return Refusal("E813", {"act": act, "phase": state.phase.value, "allowed": allowed})
    return None
