"""How a criterion stands: the tests that tell, the unit's own words, what it waits for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from par_index.advice.clauses import Clause, caps_of, clauses_of, is_known
from par_index.model.accounts import Outcome
from par_index.model.assessment import Score
from par_index.model.conditions import Bound
from par_index.model.criteria import CriteriaSet
from par_index.model.reasons import Branch, InputState, Reason, Truth, Why
from par_index.model.submission import Submission
from par_index.model.text import Text
from par_index.nouns import Noun

__all__ = ["Standing", "Value", "standing_of"]


class Value(Noun):
    """One test as it stands, with the bounds that it is held against.

    ``measure`` is what its first number is of; ``said`` are the unit's words for an answer;
    ``title`` is that of an item.
    """

    reason: Reason
    bounds: tuple[Bound, ...] = ()
    measure: str = ""
    said: str = ""
    title: Text | None = None
    is_given: bool = False


class Standing(Noun):
    """What is there now.

    ``words`` stand where a value is wanted, ``foreign`` are values of the unit that others have to
    give, as (measure, text); ``caps`` what makes a cap act.
    """

    values: tuple[Value, ...] = ()
    words: tuple[str, ...] = ()
    is_blank: bool = False
    waits: tuple[Why, ...] = ()
    foreign: tuple[tuple[str, str], ...] = ()
    ground: Text | None = None
    caps: tuple[Value, ...] = ()


def standing_of(score: Score, criteria: CriteriaSet, submission: Submission) -> Standing:
    """What can be said of a node that lacks points."""
    because = score.because
    assert because is not None, "a node with reasons of its own"
    inputs = because.inputs
    said = {one.measure: one.said for one in inputs if one.said}
    values = tuple(
        Value(
            clause.reason,
            tuple(bounds),
            clause.side.measure,
            said.get(clause.reason.measure, ""),
            clause.title,
            clause.branch is Branch.GIVEN,
        )
        for clause, bounds in _telling(list(clauses_of(score, criteria.measures)), because.branch)
        if is_known(clause.reason)
    )
    quotes = [one.quote for one in inputs if one.state is InputState.BLANK]
    words = tuple(dict.fromkeys(one for one in quotes if any(map(str.isalnum, one))))
    why = {one.why for one in inputs}
    return Standing(
        values,
        words,
        is_blank=score.outcome is Outcome.MISSING and not values,
        waits=tuple(one for one in Why if one in why and not one.is_missing),
        foreign=tuple(
            (one.measure, one.text)
            for one in inputs
            if one.state is InputState.FOREIGN and one.text
        ),
        ground=_ground_of(score, submission) if because.branch is Branch.GROUND else None,
        caps=tuple(
            Value(test, () if test.bound is None else (test.bound,), side.measure)
            for test, side in caps_of(score, criteria.measures)
            if is_known(test)
        ),
    )


def _telling(clauses: Sequence[Clause], branch: Branch) -> Iterator[tuple[Clause, list[Bound]]]:
    """The tests that tell why points are lacking, those of the same value as one."""
    left = [one for one in clauses if _tells(one, branch)]
    while left:
        first = left[0]
        same = [one for one in left if _is_of(one, first)]
        left = [one for one in left if one not in same]
        yield first, [one.reason.bound for one in same if one.reason.bound is not None]


def _tells(clause: Clause, branch: Branch) -> bool:
    if clause.is_earned:
        return False
    if clause.is_gate or branch is Branch.GATE:
        return clause.is_gate and branch is Branch.GATE and not clause.is_met
    if clause.branch in (Branch.NOT_MET, Branch.OPEN) and clause.reason.truth is not Truth.OPEN:
        # A single value may be all that is known although it meets what is asked of it.
        return not clause.is_met
    return True


def _is_of(one: Clause, other: Clause) -> bool:
    """Whether two tests are of the same value."""
    return _value_of(one) == _value_of(other)


def _value_of(clause: Clause) -> tuple[object, ...]:
    """Equal numbers may be of different measures."""
    reason = clause.reason
    of = clause.side.measure, clause.title
    return reason.terms, reason.measure, reason.code, reason.question, *of


def _ground_of(score: Score, submission: Submission) -> Text | None:
    """The listed ground that an answer names, to the node or to one above it."""
    for code, policy in score.criterion.excuses:
        answer = submission.answers.get(code)
        if answer is not None and answer.ground:
            listed = {one.id: one.text for one in policy.grounds}
            return listed.get(answer.ground, Text(answer.ground))
    return None
