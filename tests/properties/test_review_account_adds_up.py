"""The account adds up, exactly, whatever was claimed, decided, handed in again."""

from __future__ import annotations

import datetime
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from support.appraisals import Desk, digest
from support.cases import load_case_set, make_submission
from support.strategies import Unit, reports, units

from par_index.assessing import assess
from par_index.model.submission import Answer
from par_index.nouns import replace
from par_index.problems import Problems
from par_index.review.account.account import Account, account_of
from par_index.review.account.lifting import lifts_of_decision
from par_index.review.log.basis import basis_of
from par_index.review.log.lines import Line
from par_index.review.log.nouns import Basis, Close, Decide, Lift, Reason, Respond, Return
from par_index.review.log.replaying import replayed
from par_index.review.log.state import ColumnKind
from par_index.scoring.evaluation import Evaluation
from par_index.scoring.scores import evaluate

ZERO = Fraction(0)
FINE = st.integers(-4, 12).map(lambda number: Fraction(number, 4))


class Handed:
    """What a unit handed in: its facts and its evaluation."""

    def __init__(self, data: st.DataObject, unit: Unit, keys: dict[str, object]) -> None:
        criteria = load_case_set(unit.document)
        submission = make_submission(criteria, keys)
        claims = dict(submission.answers)
        for leaf in criteria.leaves():
            if data.draw(st.booleans()):
                own = claims.get(leaf.code) or Answer(leaf.code, leaf.span)
                claims[leaf.code] = replace(own, claimed=data.draw(FINE))
        submission = replace(submission, answers=claims)
        self.basis: tuple[Basis, ...] = basis_of(assess(criteria, submission))
        self.evaluation: Evaluation = evaluate(criteria, submission)


def decide(data: st.DataObject, desk: Desk, evaluation: Evaluation) -> None:
    """Points within a leaf, with a reason; raises are confirmed by somebody else."""
    state = desk.now()
    code = data.draw(st.sampled_from(list(state.leaves)))
    basis = state.leaves[code].basis
    share = data.draw(st.integers(0, 4))
    points = basis.least + (basis.most - basis.least) * Fraction(share, 4)
    excused = bool(basis.grounds) and data.draw(st.booleans())
    event = Decide(
        code=code,
        points=None if excused else points,
        na=excused,
        ground=basis.grounds[0].id if excused else "",
        reason=Reason.OTHER,
        text="vì thế",
        clause="",
        verdict=None,
        lifts=(),
        package=state.package,
        basis=basis.digest,
    )
    event = replace(event, lifts=lifts_of_decision(state, evaluation, event))
    line = desk.act("lan", event)
    if isinstance(line, Line) and event.lifts:
        assert isinstance(desk.confirm("hoa", line.seq), Line)


def check_adds_up(account: Account) -> None:
    """Every step: what the whole differs is its leaves and the structure, to the last digit."""
    for step in range(1, len(account.columns)):
        leaves = sum((one.difference for one in account.moves if one.step == step), start=ZERO)
        assert account.difference(step) == leaves + account.structure_of(step)
        assert sum(account.by_cause(step).values(), start=ZERO) == leaves
    for move in account.moves:
        assert move.cause is not None
        assert (move.choice is None) == (move.reason is None and move.cause.value != "accepted")


@given(units(), st.data())
def test_the_account_adds_up_from_the_claim_to_the_end(unit: Unit, data: st.DataObject) -> None:
    first = Handed(data, unit, unit.keys)
    second = Handed(data, unit, data.draw(reports(unit.document, unit.facts)))
    desk = Desk(*first.basis)
    packages = {desk.now().package: first.evaluation, digest("goi2"): second.evaluation}
    for _ in range(data.draw(st.integers(0, 3))):
        decide(data, desk, first.evaluation)
    codes = (data.draw(st.sampled_from([one.code for one in first.basis])),)
    back = desk.act("lan", Return(codes, desk.at.date() + datetime.timedelta(days=9), "hỏi"))
    assert isinstance(back, Line)
    answer = Respond(False, digest("goi2"), second.basis, str(back.head), "Sở A")
    assert isinstance(desk.act("sa", answer), Line)
    for _ in range(data.draw(st.integers(0, 3))):
        decide(data, desk, second.evaluation)
    desk.act("an", Close())
    states = replayed(desk.chain, Problems())
    account = account_of(states, lambda state: packages[state.package])
    check_adds_up(account)
    kinds = [column.column.kind for column in account.columns]
    assert kinds[:3] == [ColumnKind.CLAIMED, ColumnKind.COMPUTED, ColumnKind.SUPPORTED]
    _, computed, supported, *_ = account.columns
    for code, node in supported.tree.nodes.items():
        assert node.points <= computed.tree.nodes[code].points
    for column in account.columns:
        low, high = column.span
        assert low <= high


@given(units(), st.data())
def test_a_raise_of_the_whole_is_always_seen(unit: Unit, data: st.DataObject) -> None:
    """Where neither points nor index are said to rise, neither does, by scoring's own totals."""
    handed = Handed(data, unit, unit.keys)
    desk = Desk(*handed.basis)
    for leaf in handed.basis:
        # Everything stands as computed first, so that the decision moves one leaf alone.
        if not isinstance(desk.accept("lan", leaf.code), Line) and not leaf.is_na:
            desk.decide("lan", leaf.code, str(leaf.low), reason=Reason.OTHER)
        if desk.chain.lines[-1].event != desk.chain.lines[0].event:
            desk.confirm("hoa", desk.chain.lines[-1].seq)
    state = desk.now()
    if state.debts:
        return
    decided = len(desk.chain.lines)
    decide(data, desk, handed.evaluation)
    lines = desk.chain.lines[decided:]
    if not lines or not isinstance(lines[0].event, Decide):
        return
    states = replayed(desk.chain, Problems())
    after = account_of(states, lambda _: handed.evaluation).columns[-1].tree
    was = account_of(states[:decided], lambda _: handed.evaluation).columns[-1].tree
    held = state.leaves[lines[0].event.code].held
    if held is None:
        return
    assert (after.exact > was.exact) <= (Lift.POINTS in lines[0].event.lifts)
    assert ((after.index or 0) > (was.index or 0)) <= (Lift.INDEX in lines[0].event.lifts)
