"""Facts of scores: what each criterion came to, what was claimed, explained, gated."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil

from par_index.exact import exact_text, round_exact
from par_index.finding.view import View
from par_index.model.accounts import Outcome
from par_index.model.assessment import ClaimState, ReadingScore, Score
from par_index.model.criteria import Rounding
from par_index.model.facts import Fact
from par_index.model.reasons import Branch
from par_index.model.walking import measures_in_quantity, quantities_in_rule
from par_index.scoring.conditions import judge
from par_index.scoring.edges import edges_of, rates_in
from par_index.scoring.scores import explains

__all__ = [
    "claim_facts",
    "edge_facts",
    "evidence_facts",
    "explained_facts",
    "gate_facts",
    "na_facts",
    "perfect_facts",
    "reading_facts",
    "score_facts",
]

_ZERO = Fraction(0)


def score_facts(view: View) -> Iterator[Fact]:
    for area in view.scores.areas:
        for score in area.nodes():
            account = score.account
            top = account.applicable
            full = score.outcome is Outcome.SCORED and account.low == top
            yield Fact.of(
                "score",
                code=score.code,
                level=_level(score, area),
                state=score.outcome.value.lower(),
                full="yes" if full else "no",
                counts=view.counts(score.code),
                basis=score.basis.value if score.basis is not None else "none",
                milli=_thousandths(account.low),
                lost_milli=_thousandths(top - account.high),
                points=exact_text(account.low),
                max=exact_text(top),
            )


def _level(score: Score, area: Score) -> str:
    """A criterion without components is a leaf wherever it stands."""
    if not score.components:
        return "leaf"
    return "area" if score is area else "parent"


def claim_facts(view: View) -> Iterator[Fact]:
    for leaf in view.leaves:
        if leaf.claim is None or leaf.answer is None or leaf.answer.claimed is None:
            continue
        claimed = leaf.answer.claimed
        beyond = {
            ClaimState.ABOVE: claimed - leaf.high,
            ClaimState.BELOW: leaf.low - claimed,
        }.get(leaf.claim, _ZERO)
        yield Fact.of(
            "claim",
            code=leaf.code,
            state=leaf.claim.value,
            counts=view.counts(leaf.code),
            claimed=exact_text(claimed),
            low=exact_text(leaf.low),
            high=exact_text(leaf.high),
            gap=exact_text(beyond),
            gap_milli=_thousandths(beyond),
        )


def evidence_facts(view: View) -> Iterator[Fact]:
    for leaf in view.leaves:
        uses = leaf.answer.evidence if leaf.answer is not None else ()
        yield Fact.of(
            "evidence",
            code=leaf.code,
            counts=view.counts(leaf.code),
            required=sum(one.required for one in leaf.criterion.evidence),
            lacking=len(leaf.lacking),
            cited=len({use.evidence for use in uses}),
        )


def explained_facts(view: View) -> Iterator[Fact]:
    for criterion in view.criteria.by_code.values():
        if explains(view.submission, criterion):
            yield Fact.of("explained", code=criterion.code)


def gate_facts(view: View) -> Iterator[Fact]:
    evaluation = view.evaluation
    for criterion in view.criteria.by_code.values():
        modifiers = criterion.scoring.modifiers if criterion.scoring else criterion.modifiers
        if modifiers is None or modifiers.gate is None:
            continue
        result = evaluation.node(criterion)
        verdict = judge(modifiers.gate, evaluation.inputs, evaluation.about)
        state, cost = "open", _ZERO
        if verdict.is_decided:
            state = "passed" if verdict.is_certain else "failed"
        if state == "failed" and result.branch is Branch.GATE:
            cost = max(evaluation.without_gate(criterion).low - result.high, _ZERO)
        yield Fact.of(
            "gate",
            code=criterion.code,
            counts=view.counts(criterion.code),
            state=state,
            cost=exact_text(cost),
            cost_milli=_thousandths(cost),
        )


def na_facts(view: View) -> Iterator[Fact]:
    """Of a criterion that is out, the amounts in its rule that are there all the same.

    What a criterion that applies reads as well says nothing of this one.
    """
    leaves = view.leaves
    out = [leaf for leaf in leaves if _is_excused(leaf)]
    shared = {id for leaf in leaves if leaf not in out for id in _amounts(view, leaf)}
    for leaf in out:
        answers = view.submission.answers
        named = (answers.get(code) for code, _ in leaf.criterion.excuses)
        by = "answer" if any(one is not None and one.ground for one in named) else "rule"
        for id, value in _amounts(view, leaf).items():
            if value and id not in shared:
                yield Fact.of("na", code=leaf.code, by=by, measure=id, value=exact_text(value))


def _is_excused(leaf: Score) -> bool:
    """Whether a leaf is out, or has its points for being excused."""
    branch = leaf.because.branch if leaf.because is not None else None
    excused = branch in (Branch.GROUND, Branch.CONDITION)
    return excused or leaf.outcome is Outcome.NOT_APPLICABLE


def _amounts(view: View, leaf: Score) -> dict[str, Fraction]:
    """The amounts of this year that a leaf's rule reads and the unit reports."""
    if leaf.criterion.scoring is None:
        return {}
    measures, data, found = view.criteria.measures, view.submission.data, {}
    read = (measures_in_quantity(of) for of in quantities_in_rule(leaf.criterion.scoring.rule))
    for id in dict.fromkeys(id for ids in read for id in ids):
        for one in measures[id].of or (id,):
            value = data[one].figure if one in data else None
            is_amount = measures[one].kind.is_amount and not measures[one].last_year_of
            if value is not None and is_amount:
                found[one] = value
    return found


def edge_facts(view: View) -> Iterator[Fact]:
    for edge in edges_of(view.evaluation):
        yield Fact.of(
            "edge",
            code=edge.code,
            counts=view.counts(edge.code),
            measure=edge.part,
            value=int(edge.value),
            base=int(edge.whole),
            spare=edge.spare,
            counted_in=view.criteria.measures[edge.part].counted_in,
        )


def perfect_facts(view: View) -> Iterator[Fact]:
    for leaf in view.leaves:
        if leaf.outcome is not Outcome.SCORED or leaf.low <= 0:
            continue
        for part, whole in rates_in(view.evaluation, leaf.criterion):
            value = view.evaluation.inputs[part].value.low
            base = view.evaluation.inputs[whole].value.low
            if value and value == base:
                yield Fact.of(
                    "perfect",
                    code=leaf.code,
                    measure=part,
                    whole=whole,
                    value=int(value),
                    pending=_pending(view, whole, value),
                )


def reading_facts(view: View) -> Iterator[Fact]:
    rounding = view.criteria.rounding
    for leaf in view.leaves:
        for reading in leaf.readings:
            yield Fact.of(
                "reading",
                code=leaf.code,
                state=_against(leaf, reading, rounding),
                points=exact_text(leaf.low),
                other=exact_text(reading.low),
            )


def _against(leaf: Score, reading: ReadingScore, rounding: Rounding) -> str:
    """The reading beside the score, both with the decimals of the set."""
    if leaf.points is None or reading.outcome is not Outcome.SCORED:
        return "open"
    points, other = (
        round_exact(one, rounding.places, rounding.mode) for one in (leaf.low, reading.low)
    )
    if other == points:
        return "same"
    return "less" if other < points else "more"


def _pending(view: View, whole: str, value: Fraction) -> int:
    """How many cases the total around a whole holds beyond it; -1 where none is reported."""
    around = (view.data.get(id) for id in view.criteria.measures[whole].within)
    totals = [datum.figure for datum in around if datum is not None and datum.figure]
    return int(max(totals) - value) if totals else -1


def _thousandths(points: Fraction) -> int:
    """Thousandths of a point, away from zero: 0 means none at all."""
    size = ceil(abs(points) * 1000)
    return size if points >= 0 else -size
