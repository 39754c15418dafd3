"""Any run of acts: what is refused changes nothing, and the bytes tell the same state again."""

from __future__ import annotations

import datetime
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from support.appraisals import PACKAGE, Desk, basis, digest, ground

from par_index.model.accounts import Outcome
from par_index.model.reasons import Why
from par_index.nouns import replace
from par_index.problems import Problems
from par_index.review.log.lines import Line, read_chain
from par_index.review.log.nouns import (
    Accept,
    Basis,
    Close,
    Confirm,
    External,
    Receive,
    Reopen,
    Respond,
    Return,
)
from par_index.review.log.replaying import replay, replayed
from par_index.review.log.state import ColumnKind, Phase, State
from par_index.review.log.weighing import easy_leaves

CODES = ("1.1", "1.2", "1.3", "2.1")
POINTS = ("0", "0.5", "1", "0.25")
PEOPLE = ("an", "lan", "hoa", "thu", "sa")
KINDS = (
    *("decide", "decide", "decide", "accept", "rest", "confirm", "settle", "return"),
    *("respond", "none", "receive", "external", "close", "reopen"),
)


@st.composite
def leaves(draw: st.DrawFn) -> tuple[Basis, ...]:
    """Four leaves, later ones asking about earlier ones; the last may wait for a survey."""
    found = []
    for number, code in enumerate(CODES):
        low = draw(st.sampled_from(POINTS[:3]))
        claimed = draw(st.sampled_from([None, *POINTS[:3]]))
        reads = draw(st.lists(st.sampled_from(CODES[:number]), max_size=2)) if number else []
        more: dict[str, Any] = {"reads": tuple(dict.fromkeys(reads))}
        more["grounds"] = (ground("khong"), ground("du", "1"))
        more["doubt"] = draw(st.integers(0, 3))
        more["supported"] = draw(st.sampled_from([Fraction(0), Fraction(low)]))
        more["digest"] = digest(code + draw(st.sampled_from("ab")))
        if number == 3 and draw(st.booleans()):
            more |= {"state": Outcome.PENDING, "waits": (Why.SURVEY,), "high": Fraction(1)}
        found.append(basis(code, claimed, low, **more))
    return tuple(found)


def act(data: st.DataObject, desk: Desk) -> Any:
    """One act of anybody, sensible or not."""
    draw, state = data.draw, desk.now()
    who = draw(st.sampled_from(PEOPLE))
    code = draw(st.sampled_from((*CODES, "1", "9")))
    kind = draw(st.sampled_from(KINDS))
    points = draw(st.sampled_from((*POINTS, "1.5", None)))
    match kind:
        case "decide" | "settle":
            name = draw(st.sampled_from(["khong", "du", ""])) if points is None else ""
            return desk.decide(who, code, points, ground=name, settle=kind == "settle")
        case "accept":
            return desk.accept(who, code)
        case "rest":
            return desk.accept(who, *easy_leaves(state))
        case "confirm":
            waiting = [line.seq for line in desk.chain.lines[1:]] or [1]
            return desk.act(who, Confirm(draw(st.sampled_from(waiting))))
        case "return":
            due = desk.at.date() + datetime.timedelta(days=draw(st.integers(-1, 3)))
            return desk.act(who, Return((code,), due, "giải trình"))
        case "respond":
            head = str(draw(st.sampled_from(desk.chain.lines)).head)
            package = digest(draw(st.sampled_from(["goi2", "goi3"])))
            return desk.act(who, Respond(False, package, draw(leaves()), head, "Sở A"))
        case "none":
            desk.at += datetime.timedelta(days=draw(st.integers(0, 4)))
            return desk.act(who, Respond(True, state.package, (), "", ""))
        case "receive":
            return desk.act(who, Receive(digest("goi4"), draw(leaves())))
        case "external":
            sha = digest(draw(st.sampled_from(["dt1", "dt2"])))
            return desk.act(who, External(sha, state.package, draw(leaves())))
        case "close":
            return desk.act(who, Close())
        case _:
            return desk.act(who, Reopen("có đơn"))


def check(state: State) -> None:
    """What holds of every state."""
    for leaf in state.leaves.values():
        assert not leaf.basis.is_locked or not leaf.lines
        assert leaf.basis.least <= leaf.value.points <= leaf.basis.most
        if leaf.held is not None and not leaf.is_disputed and leaf.is_backed:
            assert leaf.held == leaf.lines[-1]
        if leaf.held is not None and leaf.held.lifts:
            others = {one.who for one in leaf.lines} | {leaf.held.confirmed_by}
            assert leaf.held.settled or len(others - {""}) > 1 or leaf.held.confirmed
            assert leaf.held.confirmed_by != leaf.held.who
    if state.phase is Phase.CLOSED and not state.externals:
        assert state.debts == ()
        assert state.columns[-1].kind is ColumnKind.FINAL
    assert state.round > sum(one.kind is ColumnKind.RESPONSE for one in state.columns)


@given(leaves(), st.data())
def test_replaying_a_log_gives_the_same_state(
    first: tuple[Basis, ...], data: st.DataObject
) -> None:
    desk = Desk(*first)
    states = [desk.now()]
    for _ in range(data.draw(st.integers(1, 14))):
        before, lines = desk.now(), len(desk.chain.lines)
        done = act(data, desk)
        if isinstance(done, Line):
            states.append(desk.now())
        else:
            assert desk.now() == before
            assert len(desk.chain.lines) == lines
        check(desk.now())
    desk.check_replays()
    assert replayed(desk.chain, Problems()) == states


@given(leaves(), st.data())
def test_a_decision_stands_just_as_long_as_what_it_rests_on(
    first: tuple[Basis, ...], data: st.DataObject
) -> None:
    """Handed in again, a leaf keeps its decision if and only if its digest is the same."""
    free = tuple(replace(one, state=Outcome.SCORED, waits=(), reads=()) for one in first)
    desk = Desk(*free)
    for code in CODES:
        desk.decide("lan", code, "0")
    before = desk.now()
    other = tuple(replace(one, reads=()) for one in data.draw(leaves()))
    assert isinstance(desk.act("thu", Receive(digest("goi2"), other)), Line)
    after = desk.now()
    for old, new in zip(free, other, strict=True):
        stands = after.leaves[old.code].lines == before.leaves[old.code].lines
        assert stands == (old.digest == new.digest)


@given(leaves(), st.permutations(CODES))
def test_the_order_of_independent_decisions_does_not_matter(
    first: tuple[Basis, ...], order: list[str]
) -> None:
    free = tuple(replace(one, reads=()) for one in first)
    totals = []
    for codes in (CODES, order):
        desk = Desk(*free)
        for code in codes:
            desk.decide("lan", code, "0.5")
        totals.append({code: leaf.value.points for code, leaf in desk.now().leaves.items()})
    assert totals[0] == totals[1]


@given(st.data())
def test_no_bytes_are_too_odd_to_be_read(data: st.DataObject) -> None:
    """Whatever stands there, it is told and never raised; only what was written is silent."""
    desk = Desk()
    desk.decide("lan", "1.1", "0.5")
    whole = desk.data
    begin = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(begin, len(whole)))
    odd = st.binary(max_size=40) | st.sampled_from(
        [b"[" * 5000, b'{"seq":' + b"9" * 5000 + b"}", b"\n\n", b'{"a":"\\ud800"}', b"null"]
    )
    changed = whole[:begin] + data.draw(odd) + whole[end:]
    problems = Problems()
    chain = read_chain(changed, "review.jsonl", problems)
    replay(chain, problems)
    # A whole log cut at the end of a line is a whole log.
    is_prefix = whole.startswith(changed) and changed.endswith(b"\n")
    silent = not problems.in_order() and not chain.tail
    assert silent == (changed == b"" or is_prefix)


def test_an_acceptance_of_nothing_is_refused() -> None:
    desk = Desk()
    assert not isinstance(desk.act("lan", Accept((), {}, PACKAGE)), Line)
