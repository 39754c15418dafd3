"""Facts of scores: what each criterion came to, what was claimed, explained, gated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import ceil

from par_index.comparing.checks import counted_data
from par_index.exact import exact_text, round_exact
from par_index.model.accounts import Outcome
from par_index.model.assessment import ClaimState, ReadingScore, Score
from par_index.model.criteria import Rounding
from par_index.model.facts import Fact
from par_index.model.reasons import Branch, LimitKind
from par_index.model.submission import Datum
from par_index.model.walking import measures_in_quantity, quantities_in_rule
from par_index.scoring.conditions import judge
from par_index.scoring.edges import edges_of, rates_in
from par_index.scoring.evaluation import Evaluation
from par_index.scoring.scores import Scores, explains

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


def score_facts(scores: Scores) -> Iterator[Fact]:
    standing = _standing(scores)
    for area in scores.areas:
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
                counts=_counts(score.code, standing),
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


def _standing(scores: Scores) -> Mapping[str, str]:
    """What stands below a parent that gives nothing of it (``no``), or not all (``capped``)."""
    found: dict[str, str] = {}
    for area in scores.areas:
        for parent in area.nodes():
            said = _given_by(parent)
            for below in parent.nodes() if said != "yes" else ():
                if below is not parent and found.get(below.code) != "no":
                    found[below.code] = said
    return found


def _given_by(parent: Score) -> str:
    """Whether a parent gives what its components come to."""
    because = parent.because
    if because is None or not parent.components:
        return "yes"
    limits = {limit.kind for limit in because.limits}
    if because.branch is Branch.GATE or LimitKind.MINIMUM in limits:
        return "no"
    return "capped" if LimitKind.CAP in limits else "yes"


def _counts(code: str, standing: Mapping[str, str]) -> str:
    return standing.get(code, "yes")


def claim_facts(scores: Scores) -> Iterator[Fact]:
    standing = _standing(scores)
    for leaf in _leaves(scores):
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
            counts=_counts(leaf.code, standing),
            claimed=exact_text(claimed),
            low=exact_text(leaf.low),
            high=exact_text(leaf.high),
            gap=exact_text(beyond),
            gap_milli=_thousandths(beyond),
        )


def evidence_facts(scores: Scores) -> Iterator[Fact]:
    standing = _standing(scores)
    for leaf in _leaves(scores):
        uses = leaf.answer.evidence if leaf.answer is not None else ()
        yield Fact.of(
            "evidence",
            code=leaf.code,
            counts=_counts(leaf.code, standing),
            required=sum(one.required for one in leaf.criterion.evidence),
            lacking=len(leaf.lacking),
            cited=len({use.evidence for use in uses}),
        )


def explained_facts(evaluation: Evaluation) -> Iterator[Fact]:
    for criterion in evaluation.criteria.by_code.values():
        if explains(evaluation.submission, criterion):
            yield Fact.of("explained", code=criterion.code)


def gate_facts(evaluation: Evaluation, scores: Scores) -> Iterator[Fact]:
    standing = _standing(scores)
    for criterion in evaluation.criteria.by_code.values():
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
            counts=_counts(criterion.code, standing),
            state=state,
            cost=exact_text(cost),
            cost_milli=_thousandths(cost),
        )


def na_facts(evaluation: Evaluation, scores: Scores) -> Iterator[Fact]:
    """Of a criterion that is out, the amounts in its rule that are there all the same.

    What a criterion that applies reads as well says nothing of this one.
    """
    leaves = list(_leaves(scores))
    out = [leaf for leaf in leaves if _is_excused(leaf)]
    shared = {id for leaf in leaves if leaf not in out for id in _amounts(evaluation, leaf)}
    for leaf in out:
        answers = evaluation.submission.answers
        named = (answers.get(code) for code, _ in leaf.criterion.excuses)
        by = "answer" if any(one is not None and one.ground for one in named) else "rule"
        for id, value in _amounts(evaluation, leaf).items():
            if value and id not in shared:
                yield Fact.of("na", code=leaf.code, by=by, measure=id, value=exact_text(value))


def _is_excused(leaf: Score) -> bool:
    """Whether a leaf is out, or has its points for being excused."""
    branch = leaf.because.branch if leaf.because is not None else None
    excused = branch in (Branch.GROUND, Branch.CONDITION)
    return excused or leaf.outcome is Outcome.NOT_APPLICABLE


def _amounts(evaluation: Evaluation, leaf: Score) -> dict[str, Fraction]:
    """The amounts of this year that a leaf's rule reads and the unit reports."""
    if leaf.criterion.scoring is None:
        return {}
    measures, found = evaluation.criteria.measures, {}
    read = (measures_in_quantity(of) for of in quantities_in_rule(leaf.criterion.scoring.rule))
    for id in dict.fromkeys(id for ids in read for id in ids):
        for one in measures[id].of or (id,):
            value = _amount(evaluation.submission.data.get(one))
            is_amount = measures[one].kind.is_amount and not measures[one].last_year_of
            if value is not None and is_amount:
                found[one] = value
    return found


def edge_facts(evaluation: Evaluation, scores: Scores) -> Iterator[Fact]:
    standing = _standing(scores)
    for edge in edges_of(evaluation):
        yield Fact.of(
            "edge",
            code=edge.code,
            counts=_counts(edge.code, standing),
            measure=edge.part,
            value=int(edge.value),
            base=int(edge.whole),
            spare=edge.spare,
            counted_in=evaluation.criteria.measures[edge.part].counted_in,
        )


def perfect_facts(evaluation: Evaluation, scores: Scores) -> Iterator[Fact]:
    for leaf in _leaves(scores):
        if leaf.outcome is not Outcome.SCORED or leaf.low <= 0:
            continue
        for part, whole in rates_in(evaluation, leaf.criterion):
            value = evaluation.inputs[part].value.low
            base = evaluation.inputs[whole].value.low
            if value and value == base:
                yield Fact.of(
                    "perfect",
                    code=leaf.code,
                    measure=part,
                    whole=whole,
                    value=int(value),
                    pending=_pending(evaluation, whole, value),
                )


def reading_facts(evaluation: Evaluation, scores: Scores) -> Iterator[Fact]:
    rounding = evaluation.criteria.rounding
    for leaf in _leaves(scores):
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


def _pending(evaluation: Evaluation, whole: str, value: Fraction) -> int:
    """How many cases the total around a whole holds beyond it; -1 where none is reported."""
    measures, submission = evaluation.criteria.measures, evaluation.submission
    data = counted_data(evaluation.criteria, submission.data, submission.external)
    around = [total for id in measures[whole].within if (total := _amount(data.get(id)))]
    return int(max(around) - value) if around else -1


def _amount(datum: Datum | None) -> Fraction | None:
    value = datum.value if datum is not None else None
    return value if isinstance(value, Fraction) else None


def _leaves(scores: Scores) -> Iterator[Score]:
    for area in scores.areas:
        yield from area.leaves()


def _thousandths(points: Fraction) -> int:
    """Thousandths of a point, away from zero: 0 means none at all."""
    size = ceil(abs(points) * 1000)
    return size if points >= 0 else -size
