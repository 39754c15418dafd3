"""What the appraisal log allows, refuses and makes of it."""

from __future__ import annotations

import datetime
from fractions import Fraction
from typing import Any

import pytest
from support.appraisals import PACKAGE, Desk, basis, digest, ground

from par_index.model.accounts import Outcome
from par_index.model.reasons import Why
from par_index.nouns import replace
from par_index.review.log.deciding import Repeated
from par_index.review.log.lines import Line
from par_index.review.log.nouns import (
    Amend,
    Close,
    External,
    Lift,
    Person,
    Reason,
    Receive,
    Reopen,
    Respond,
    Return,
    Role,
    Roster,
)
from par_index.review.log.rights import Refusal
from par_index.review.log.state import ColumnKind, Owed, Phase

HALF = Fraction(1, 2)


def refused(result: Any, code: str) -> Refusal:
    assert isinstance(result, Refusal), result
    assert result.code == code, result
    return result


def done(result: Any) -> Line:
    assert isinstance(result, Line), result
    return result


def owed(desk: Desk) -> dict[str, Owed]:
    return {debt.code: debt.owed for debt in desk.now().debts}


def held(desk: Desk, code: str) -> Fraction | None:
    leaf = desk.now().leaves[code]
    return None if leaf.held is None else leaf.held.points


def send_back(desk: Desk, *codes: str, days: int = 10) -> Line:
    due = desk.at.date() + datetime.timedelta(days=days)
    return done(desk.act("lan", Return(codes, due, "giải trình thêm")))


def answer(desk: Desk, *leaves: Any, head: str = "", package: str = digest("goi2")) -> Any:
    told = head or str(desk.chain.lines[-1].head)
    facts = leaves or tuple(leaf.basis for leaf in desk.now().leaves.values())
    return desk.act("sa", Respond(False, package, facts, told, "Sở A"))


# Decisions.


def test_a_decision_below_the_claim_needs_a_reason_and_words() -> None:
    desk = Desk()
    refused(desk.decide("lan", "1.1", "0.5", reason=None, text=""), "E821")
    refused(desk.decide("lan", "1.1", "0.5", text="  "), "E821")
    done(desk.decide("lan", "1.1", "0.5"))
    assert held(desk, "1.1") == HALF
    assert owed(desk) == {"1.2": Owed.UNDECIDED}


def test_adopting_what_documents_bear_needs_a_reason_too() -> None:
    desk = Desk(basis("1.1", supported=Fraction(0)))
    refused(desk.decide("lan", "1.1", "0", reason=None, text=""), "E821")


def test_accepting_takes_what_was_computed_and_only_that() -> None:
    desk = Desk(basis("1.1"), basis("1.2", claimed="1", low="0.5"))
    done(desk.accept("lan", "1.1"))
    assert held(desk, "1.1") == 1
    refused(desk.accept("lan", "1.2"), "E825")
    assert held(desk, "1.2") is None


def test_all_of_an_acceptance_or_nothing() -> None:
    desk = Desk(basis("1.1"), basis("1.2", claimed="1", low="0.5"))
    refused(desk.accept("lan", "1.1", "1.2"), "E825")
    assert owed(desk) == {"1.1": Owed.UNDECIDED, "1.2": Owed.UNDECIDED}


def test_a_raise_waits_for_somebody_else() -> None:
    desk = Desk(basis("1.1", claimed="1", low="0.5"))
    line = done(desk.decide("lan", "1.1", "1"))
    assert held(desk, "1.1") is None
    assert owed(desk) == {"1.1": Owed.UNCONFIRMED}
    refused(desk.confirm("lan", line.seq), "E824")
    refused(desk.confirm("hoa", 99), "E823")
    done(desk.confirm("hoa", line.seq))
    assert held(desk, "1.1") == 1
    assert desk.now().debts == ()
    assert isinstance(desk.confirm("hoa", line.seq), Repeated)
    desk.check_replays()


def test_the_same_name_in_other_letters_is_the_same_person() -> None:
    desk = Desk(basis("1.1", claimed="1", low="0.5"))
    line = done(desk.decide("lan", "1.1", "1"))
    refused(desk.act("an", Roster(Person("  LAN ", "Lan", Role.CHAIR))), "E842")
    refused(desk.confirm("lan", line.seq), "E824")


def test_above_the_first_claim_needs_a_second_person_even_where_the_data_give_it() -> None:
    desk = Desk(basis("1.1", claimed="0.5", low="1"))
    line = done(desk.accept("lan", "1.1"))
    assert desk.now().choices[-1].lifts == (Lift.CLAIM,)
    assert owed(desk) == {"1.1": Owed.UNCONFIRMED}
    done(desk.confirm("an", line.seq))
    assert desk.now().debts == ()


def test_a_raise_that_is_not_told_is_refused() -> None:
    desk = Desk(basis("1.1", claimed="1", low="0.5"))
    refused(desk.decide("lan", "1.1", "1", lifts=()), "E840")
    refused(desk.decide("lan", "1.1", "0.5", lifts=(Lift.LEAF,)), "E840")


def test_a_raise_of_the_whole_waits_though_the_leaf_falls() -> None:
    """Not applying takes the leaf out of the maximum, so the index may rise."""
    desk = Desk(basis("1.1", grounds=(ground("khong"),)))
    line = done(desk.decide("lan", "1.1", None, ground="khong", lifts=(Lift.INDEX,)))
    assert owed(desk) == {"1.1": Owed.UNCONFIRMED}
    done(desk.confirm("hoa", line.seq))
    assert desk.now().leaves["1.1"].value.na


def test_the_author_s_next_line_withdraws_a_raise_and_what_stood_stays_till_then() -> None:
    desk = Desk(basis("1.1", claimed="1", low="1"))
    done(desk.decide("lan", "1.1", "0.5"))
    line = done(desk.decide("lan", "1.1", "1", reason=Reason.DOCUMENTED))
    assert held(desk, "1.1") == HALF
    done(desk.decide("lan", "1.1", "0"))
    assert held(desk, "1.1") == 0
    refused(desk.confirm("hoa", line.seq), "E823")


def test_repeating_one_s_standing_line_writes_nothing() -> None:
    desk = Desk()
    line = done(desk.decide("lan", "1.1", "0.5"))
    again = desk.decide("lan", "1.1", "0.5")
    assert again == Repeated(line.seq)
    assert len(desk.chain.lines) == 2


def test_points_lie_within_the_leaf_and_have_the_set_s_decimals() -> None:
    desk = Desk(basis("1.1", values=None), basis("8.1", None, "0", least=Fraction(-2)))
    assert refused(desk.decide("lan", "1.1", "1.5"), "E819").params["high"] == 1
    refused(desk.decide("lan", "1.1", "-0.5"), "E819")
    refused(desk.decide("lan", "1.1", "0.123"), "E836")
    done(desk.decide("lan", "1.1", "0.12"))
    done(desk.decide("lan", "8.1", "-2", reason=Reason.OTHER))


def test_points_that_no_branch_gives_are_another_reason() -> None:
    desk = Desk()
    refused(desk.decide("lan", "1.1", "0.25"), "E839")
    done(desk.decide("lan", "1.1", "0.25", reason=Reason.OTHER))


def test_not_applying_stands_on_a_listed_ground() -> None:
    desk = Desk(basis("1.1", grounds=(ground("khong"), ground("du", "1"))))
    refused(desk.decide("lan", "1.1", None, ground="nghi"), "E833")
    refused(desk.decide("lan", "1.1", None), "E833")
    done(desk.decide("lan", "1.1", None, ground="du"))
    assert not desk.now().leaves["1.1"].value.na
    assert held(desk, "1.1") == 1


def test_rejecting_not_applying_needs_words_and_raises_the_leaf() -> None:
    excused = basis("1.1", None, "0", state=Outcome.NOT_APPLICABLE, ground="khong")
    desk = Desk(excused)
    refused(desk.decide("lan", "1.1", "0", reason=None, text=""), "E821")
    done(desk.decide("lan", "1.1", "0", reason=Reason.APPLICABLE))
    assert not desk.now().leaves["1.1"].value.na


def test_what_others_give_is_decided_by_nobody() -> None:
    waits = {"state": Outcome.PENDING, "waits": (Why.SURVEY,), "high": Fraction(1)}
    desk = Desk(
        basis("1.1", None, "0", **waits),
        basis("1.2", None, "0", **waits | {"waits": (Why.NOT_DUE,)}),
        basis("1.3", None, "0", **waits | {"state": Outcome.MISSING}),
    )
    refused(desk.decide("lan", "1.1", "0.5"), "E816")
    assert owed(desk) == {"1.2": Owed.UNDECIDED, "1.3": Owed.UNDECIDED}
    done(desk.decide("lan", "1.2", "0"))
    done(desk.decide("lan", "1.3", "0"))
    done(desk.act("an", Close()))
    value = desk.now().columns[-1].values["1.1"]
    assert (value.points, value.span) == (0, (0, 1))


def test_parents_are_never_decided() -> None:
    desk = Desk()
    assert refused(desk.decide("lan", "1", "1"), "E815").params["leaves"] == ("1.1", "1.2")
    refused(desk.decide("lan", "2", "1"), "E820")


# Several reviewers.


def test_reviewers_who_differ_are_settled_between_them_by_the_chair() -> None:
    desk = Desk(basis("1.1", values=None))
    done(desk.decide("lan", "1.1", "0.5"))
    done(desk.decide("hoa", "1.1", "0.2"))
    assert owed(desk) == {"1.1": Owed.CONFLICT}
    assert held(desk, "1.1") is None
    refused(desk.decide("lan", "1.1", "0.3", settle=True), "E837")
    refused(desk.decide("an", "1.1", "0.6", settle=True), "E834")
    refused(desk.decide("an", "1.1", "0.3", settle=True, text=""), "E821")
    done(desk.decide("an", "1.1", "0.3", settle=True))
    assert held(desk, "1.1") == Fraction(3, 10)
    assert desk.now().debts == ()
    refused(desk.decide("an", "1.1", "0.3", settle=True), "E835")
    desk.check_replays()


def test_two_people_for_the_same_raise_are_two_people() -> None:
    desk = Desk(basis("1.1", low="0.5"))
    done(desk.decide("lan", "1.1", "1"))
    done(desk.decide("hoa", "1.1", "1"))
    assert held(desk, "1.1") == 1
    assert desk.now().debts == ()


def test_a_settlement_above_what_anybody_else_proposed_waits_as_well() -> None:
    desk = Desk(basis("1.1", low="0", values=None))
    done(desk.decide("lan", "1.1", "0.2"))
    done(desk.decide("an", "1.1", "1"))
    line = done(desk.decide("an", "1.1", "0.5", settle=True))
    assert owed(desk) == {"1.1": Owed.UNCONFIRMED}
    done(desk.confirm("lan", line.seq))
    assert held(desk, "1.1") == HALF


def test_agreeing_ends_a_conflict_without_the_chair() -> None:
    desk = Desk()
    done(desk.decide("lan", "1.1", "0.5"))
    done(desk.decide("hoa", "1.1", "0"))
    done(desk.decide("hoa", "1.1", "0.5"))
    assert held(desk, "1.1") == HALF


# Rounds.


def test_only_what_changed_lapses_when_the_unit_answers() -> None:
    desk = Desk()
    done(desk.decide("lan", "1.1", "0.5"))
    done(desk.decide("lan", "1.2", "0.5"))
    send_back(desk, "1.1")
    assert desk.now().phase is Phase.RETURNED
    refused(desk.decide("lan", "1.1", "1"), "E813")
    done(answer(desk, basis("1.1", digest=digest("moi")), basis("1.2")))
    state = desk.now()
    assert (state.phase, state.round, state.unasked) == (Phase.RESPONDED, 2, ())
    assert owed(desk) == {"1.1": Owed.LAPSED}
    assert held(desk, "1.2") == HALF
    kinds = [(one.kind, one.round) for one in state.columns]
    assert kinds == [(ColumnKind.ROUND, 1), (ColumnKind.RESPONSE, 1)]
    assert state.columns[0].values["1.1"].points == HALF
    assert state.columns[1].values["1.1"].points == 1
    desk.check_replays()


def test_what_changed_unasked_is_named() -> None:
    desk = Desk()
    done(desk.decide("lan", "1.2", "0.5"))
    send_back(desk, "1.1")
    done(answer(desk, basis("1.1"), basis("1.2", digest=digest("khac"))))
    assert desk.now().unasked == ("1.2",)
    assert owed(desk)["1.2"] is Owed.LAPSED


def test_an_answer_is_to_this_log_and_to_its_last_return() -> None:
    desk = Desk()
    first = send_back(desk, "1.1")
    refused(answer(desk, head=f"2:{'0' * 16}"), "E817")
    refused(answer(desk, head="2 đây"), "E817")
    done(answer(desk))
    send_back(desk, "1.2")
    refused(answer(desk, head=str(first.head), package=digest("goi3")), "E843")


def test_no_answer_is_told_by_the_chair_after_the_day() -> None:
    desk = Desk()
    send_back(desk, "1.1", days=2)
    none = Respond(True, PACKAGE, (), "", "")
    refused(desk.act("sa", none), "E837")
    refused(desk.act("an", none), "E841")
    desk.at += datetime.timedelta(days=3)
    done(desk.act("an", none))
    assert (desk.now().phase, desk.now().round) == (Phase.RESPONDED, 2)


def test_decisions_on_what_moved_lapse_with_it() -> None:
    """1.2 asks how 1.1 stands, 1.3 asks about 1.2."""
    desk = Desk(basis("1.1"), basis("1.2", reads=("1.1",)), basis("1.3", reads=("1.2",)))
    done(desk.accept("lan", "1.1", "1.2", "1.3"))
    assert desk.now().debts == ()
    done(desk.decide("lan", "1.2", "0.5"))
    assert owed(desk) == {"1.3": Owed.LAPSED}
    done(desk.accept("lan", "1.3"))
    done(desk.decide("lan", "1.1", "0.5"))
    assert owed(desk) == {"1.2": Owed.LAPSED, "1.3": Owed.LAPSED}
    desk.check_replays()


def test_a_package_that_came_by_itself_makes_no_round() -> None:
    desk = Desk()
    done(desk.accept("lan", "1.1", "1.2"))
    done(desk.act("thu", Receive(digest("goi2"), (basis("1.1"), basis("1.2", digest="a" * 64)))))
    assert desk.now().round == 1
    assert owed(desk) == {"1.2": Owed.LAPSED}


def test_a_survey_fills_what_waited_even_after_closing() -> None:
    waits = basis("1.2", None, "0", state=Outcome.PENDING, waits=(Why.SURVEY,), high=Fraction(1))
    desk = Desk(basis("1.1"), waits)
    done(desk.accept("lan", "1.1"))
    done(desk.act("an", Close()))
    told = basis("1.2", None, "0.5", digest=digest("kq"))
    done(desk.act("an", External(digest("dt"), PACKAGE, (basis("1.1"), told))))
    state = desk.now()
    assert [one.kind for one in state.columns] == [ColumnKind.FINAL, ColumnKind.FINAL]
    assert state.columns[-1].values["1.2"].points == HALF
    assert state.debts == ()


def test_what_others_gave_is_decided_anew_once_the_unit_changes_it() -> None:
    waits = basis("1.2", None, "0", state=Outcome.PENDING, waits=(Why.SURVEY,), high=Fraction(1))
    desk = Desk(basis("1.1"), waits)
    told = basis("1.2", None, "0.5", digest=digest("kq"))
    done(desk.act("an", External(digest("dt"), PACKAGE, (basis("1.1"), told))))
    assert owed(desk) == {"1.1": Owed.UNDECIDED}
    other = basis("1.2", None, "1", digest=digest("khac"))
    done(desk.act("thu", Receive(digest("goi2"), (basis("1.1"), other))))
    assert owed(desk)["1.2"] is Owed.UNDECIDED


def test_another_text_of_the_set_takes_what_it_changes() -> None:
    desk = Desk()
    done(desk.accept("lan", "1.1", "1.2"))
    other = replace(desk.now().set, sha256=digest("bo2"))
    leaves = (basis("1.1", digest="b" * 64), basis("1.2"))
    refused(desk.act("lan", Amend(other, digest("goi2"), leaves, "sửa")), "E837")
    done(desk.act("an", Amend(other, digest("goi2"), leaves, "sửa")))
    assert owed(desk) == {"1.1": Owed.LAPSED}


def test_nothing_owed_before_closing_and_nothing_decided_after() -> None:
    desk = Desk()
    done(desk.accept("lan", "1.1"))
    assert refused(desk.act("an", Close()), "E828").params["codes"] == ("1.2",)
    done(desk.accept("lan", "1.2"))
    refused(desk.act("lan", Close()), "E837")
    done(desk.act("an", Close()))
    refused(desk.decide("lan", "1.1", "0"), "E813")
    refused(desk.act("an", Reopen(" ")), "E821")
    done(desk.act("an", Reopen("có đơn")))
    assert (desk.now().phase, desk.now().round) == (Phase.OPEN, 2)
    assert desk.now().debts == ()
    desk.check_replays()


def test_a_decision_is_about_the_package_that_stands_now() -> None:
    desk = Desk()
    old = desk.now()
    send_back(desk, "1.1")
    done(answer(desk, basis("1.1", digest=digest("moi")), basis("1.2")))
    current = desk.state
    assert current is not None
    desk.state = replace(current, package=old.package)
    event = desk.decide("lan", "1.2", "0.5")
    desk.state = current
    assert isinstance(event, Line)
    refused(desk.act("lan", event.event), "E838")


# Rights.


@pytest.mark.parametrize("who", ["thu", "sa"])
def test_the_office_and_the_unit_decide_nothing(who: str) -> None:
    refused(Desk().decide(who, "1.1", "0.5"), "E837")


def test_nobody_acts_who_is_not_on_the_roster() -> None:
    desk = Desk()
    refused(desk.decide("minh", "1.1", "0.5"), "E822")
    done(desk.act("an", Roster(Person("minh", "Minh", Role.REVIEWER))))
    done(desk.decide("minh", "1.1", "0.5"))
