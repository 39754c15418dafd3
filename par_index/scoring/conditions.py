"""Conditions: what may come of a test, what decided it, and what still could."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from par_index.model.accounts import Basis
from par_index.model.conditions import (
    AboutCriterion,
    All,
    Answered,
    AnyOf,
    Bound,
    Comparison,
    Condition,
    CriterionApplies,
    CriterionAtLeast,
    CriterionFull,
    Not,
    Relation,
)
from par_index.model.quantities import Amount, Quantity
from par_index.model.reasons import Reason, Truth
from par_index.nouns import Noun, replace
from par_index.scoring.inputs import Inputs
from par_index.scoring.quantities import basis_of, enclose, measures_in, open_in, terms_of

__all__ = ["About", "Verdict", "compare", "judge", "united", "weakest"]


class Verdict(Noun):
    """The truths a condition may still have.

    ``basis`` is what a decided verdict stands on; ``open`` are the measures that leave it
    undecided; ``used`` all it read.
    """

    yes: bool
    no: bool
    none: bool = False
    basis: Basis = Basis.COUNTED
    open: frozenset[str] = frozenset()
    used: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def is_decided(self) -> bool:
        return self.yes + self.no + self.none == 1

    @property
    def is_certain(self) -> bool:
        """True in every completion."""
        return self.yes and not self.no and not self.none

    @property
    def truth(self) -> Truth:
        return _truth(self.yes, self.no, self.none)


_NONE_OPEN = frozenset[str]()

About = Callable[[AboutCriterion], Verdict]
"""What comes of a question about another criterion."""


def weakest(bases: Sequence[Basis]) -> Basis:
    return max(bases, key=lambda basis: basis.weakness, default=Basis.COUNTED)


def united(groups: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Everything in the groups, once, in first-met order."""
    return tuple(dict.fromkeys(id for group in groups for id in group))


def judge(condition: Condition, inputs: Inputs, about: About) -> Verdict:
    """Evaluate a condition over everything its unknowns may be."""
    verdict = _judge(condition, inputs, about)
    if verdict.none and condition.when_none is not None:
        counts_as_yes = condition.when_none
        return replace(
            verdict,
            yes=verdict.yes or counts_as_yes,
            no=verdict.no or not counts_as_yes,
            none=False,
        )
    return verdict


def _judge(condition: Condition, inputs: Inputs, about: About) -> Verdict:
    match condition:
        case Answered(measure):
            return _answer(measure, inputs)
        case Comparison(of, bound):
            return compare(of, bound, inputs)
        case CriterionFull() | CriterionAtLeast() | CriterionApplies():
            return about(condition)
        case Not(member):
            verdict = judge(member, inputs, about)
            return replace(verdict, yes=verdict.no, no=verdict.yes)
        case All(members):
            return _conjunction([judge(member, inputs, about) for member in members])
        case AnyOf(members):
            opposite = _conjunction([_opposite(judge(member, inputs, about)) for member in members])
            return _opposite(opposite)


def compare(of: Quantity, bound: Bound, inputs: Inputs) -> Verdict:
    """Hold a quantity against a bound."""
    used = tuple(dict.fromkeys(measures_in(of, inputs)))
    if bound.relation is Relation.IS and isinstance(bound.value, str):
        return _choice(of, bound, inputs)
    value = enclose(of, inputs)
    yes, no, none = value.meets(bound)
    is_open = yes + no + none > 1
    reason = Reason(
        _truth(yes, no, none),
        terms_of(of, inputs),
        value.low if value.has_value else None,
        value.high if value.has_value else None,
        bound,
    )
    open_ = open_in(of, inputs) if is_open else _NONE_OPEN
    return Verdict(yes, no, none, basis_of(of, inputs), open_, used, (reason,))


def _truth(yes: bool, no: bool, none: bool) -> Truth:
    if yes + no + none != 1:
        return Truth.OPEN
    return Truth.YES if yes else Truth.NO if no else Truth.NONE


def _answer(measure: str, inputs: Inputs) -> Verdict:
    known = inputs[measure]
    open_ = frozenset({measure}) if known.answer is None else _NONE_OPEN
    yes, no = known.answer is not False, known.answer is not True
    reason = Reason(_truth(yes, no, False), measure=measure)
    return Verdict(yes, no, False, known.basis, open_, (measure,), (reason,))


def _choice(of: Quantity, bound: Bound, inputs: Inputs) -> Verdict:
    assert isinstance(of, Amount)
    known, used = inputs[of.measure], (of.measure,)
    is_open = known.answer is None
    yes, no = is_open or known.answer == bound.value, is_open or known.answer != bound.value
    terms = ("?",) if is_open else terms_of(of, inputs)
    reason = Reason(_truth(yes, no, False), terms, bound=bound, measure=of.measure)
    return Verdict(yes, no, False, known.basis, frozenset(used if is_open else ()), used, (reason,))


def _opposite(verdict: Verdict) -> Verdict:
    return replace(verdict, yes=verdict.no, no=verdict.yes)


def _conjunction(verdicts: Sequence[Verdict]) -> Verdict:
    """All of them: an undefined member drops out; when all do, so does the whole."""
    yes = all(one.yes or one.none for one in verdicts) and any(one.yes for one in verdicts)
    no = any(one.no for one in verdicts)
    none = all(one.none for one in verdicts)
    whole = Verdict(
        yes,
        no,
        none,
        used=united(one.used for one in verdicts),
        reasons=tuple(reason for one in verdicts for reason in one.reasons),
    )
    if not whole.is_decided:
        undecided = [one.open for one in verdicts if not one.is_decided]
        return replace(whole, open=frozenset().union(*undecided))
    if whole.no:
        # One failing member is enough, so the one that stands firmest decides.
        failing = [one.basis for one in verdicts if one.is_decided and one.no]
        return replace(whole, basis=min(failing, key=lambda basis: basis.weakness))
    return replace(whole, basis=weakest([one.basis for one in verdicts if not one.none]))
