"""The basis: from an assessment, what a decision on each of its leaves rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from par_index.model.accounts import Outcome
from par_index.model.assessment import Assessment, ClaimState, Score
from par_index.model.criteria import CriteriaSet, Criterion, Give
from par_index.model.evidence import EvidenceReport, Verdict
from par_index.model.facts import Shape
from par_index.model.findings import Severity
from par_index.model.submission import Answer
from par_index.model.walking import codes_of, measures_of
from par_index.nouns import EMPTY
from par_index.review.log.canonical import Value
from par_index.review.log.described import described, digest_of
from par_index.review.log.nouns import Basis, GroundRef
from par_index.review.log.reach import Reach, points_given

__all__ = ["basis_of", "rule_digest"]

_ZERO: Final = Fraction(0)
_DOUBTS: Final = {Verdict.WRONG: 3, Verdict.LOOK: 2, Verdict.UNKNOWN: 1, Verdict.RIGHT: 0}


def basis_of(
    assessment: Assessment,
    *,
    supported: Mapping[str, Fraction] | None = None,
    unsupported_na: frozenset[str] = frozenset(),
    report: EvidenceReport | None = None,
    files: Mapping[str, str] = EMPTY,
) -> tuple[Basis, ...]:
    """The facts of every leaf, extras among them, in the order of the set.

    ``supported`` are the points of each leaf that its documents bear once they have been looked at
    in ``report``; without them, those that the assessment itself counts. ``files`` are the digests
    of the documents' files by the documents' ids.
    """
    criteria = assessment.criteria
    reach = Reach(criteria)
    doubts = _Doubts(assessment, report)
    return tuple(
        _of_leaf(
            assessment,
            score,
            reach,
            supported=score.account.supported if supported is None else supported[score.code],
            unsupported_na=score.code in unsupported_na,
            doubt=doubts.of(score),
            digest=_digest(assessment, score, files),
        )
        for score in assessment.leaves()
    )


def _of_leaf(
    assessment: Assessment,
    score: Score,
    reach: Reach,
    *,
    supported: Fraction,
    unsupported_na: bool,
    doubt: int,
    digest: str,
) -> Basis:
    leaf = score.criterion
    least, most = reach.of(leaf)
    applies = score.outcome is not Outcome.NOT_APPLICABLE
    given = points_given(assessment.criteria, leaf)
    grounds = tuple(_grounds(leaf))
    if given is not None:
        given |= {one.gives for one in grounds if one.gives is not None}
        given |= {score.low, score.high}
    return Basis(
        code=leaf.code,
        claimed=None if score.answer is None else score.answer.claimed,
        low=score.low,
        high=score.high,
        supported=supported,
        unsupported_na=unsupported_na,
        least=min(least, score.low) if applies else least,
        most=max(most, score.high) if applies else most,
        maximum=leaf.max_points,
        state=score.outcome,
        waits=score.why,
        grounds=grounds,
        ground=_named_ground(assessment, leaf),
        values=None if given is None else tuple(sorted(given)),
        reads=tuple(_leaves_read(assessment.criteria, leaf)),
        doubt=doubt,
        digest=digest,
    )


def _grounds(leaf: Criterion) -> Iterator[GroundRef]:
    """The listed reasons for not applying, its own and those of the parents above."""
    seen = set[str]()
    for _, policy in leaf.excuses:
        gives = {
            Give.EXCLUDE: None,
            Give.FULL: leaf.max_points,
            Give.ZERO: _ZERO,
        }[policy.give]
        for ground in policy.grounds:
            if ground.id not in seen:
                seen.add(ground.id)
                yield GroundRef(ground.id, gives)


def _named_ground(assessment: Assessment, leaf: Criterion) -> str:
    answers = (assessment.submission.answers.get(code) for code, _ in leaf.excuses)
    return next((one.ground for one in answers if one is not None and one.ground), "")


def _leaves_read(criteria: CriteriaSet, leaf: Criterion) -> Iterator[str]:
    """The other leaves that its conditions ask about, those below a parent one by one."""
    asked = (criteria.by_code[code] for code in codes_of(leaf))
    codes = dict.fromkeys(one.code for node in asked for one in node.leaves())
    yield from (code for code in codes if code != leaf.code)


class _Doubts:
    """How much there is to doubt about each leaf: documents, findings, claims."""

    def __init__(self, assessment: Assessment, report: EvidenceReport | None) -> None:
        self._by_code: dict[str, int] = {}
        for finding in assessment.findings:
            if finding.rule.severity is Severity.SERIOUS:
                for place in finding.places:
                    shape, name = place.subject
                    if shape is Shape.CODE:
                        self._add(name, 3)
        if report is not None:
            self._look_at(report)

    def of(self, score: Score) -> int:
        above = 2 if score.claim is ClaimState.ABOVE else 0
        return max(self._by_code.get(score.code, 0), above)

    def _look_at(self, report: EvidenceReport) -> None:
        citing: dict[str, list[str]] = {}
        for use in report.uses:
            citing.setdefault(use.document, []).append(use.criterion)
        for check in report.checks:
            for code in [check.criterion] if check.criterion else citing.get(check.document, []):
                self._add(code, _DOUBTS[check.verdict])

    def _add(self, code: str, doubt: int) -> None:
        self._by_code[code] = max(self._by_code.get(code, 0), doubt)


# What a decision depends on, as one text.


def _digest(assessment: Assessment, score: Score, files: Mapping[str, str]) -> str:
    criteria, submission = assessment.criteria, assessment.submission
    leaf = score.criterion
    measures = sorted(set(measures_of(leaf)))
    answers = [
        one
        for code in dict.fromkeys((leaf.code, *(code for code, _ in leaf.excuses)))
        if (one := submission.answers.get(code)) is not None
    ]
    cited = sorted({use.evidence for one in answers for use in one.evidence})
    return digest_of(
        {
            "rule": _rule(criteria, leaf),
            "measures": {id: described(criteria.measures[id]) for id in measures},
            "data": {id: _datum(assessment, id) for id in measures},
            "answers": [_answer(one) for one in answers],
            "records": {
                id: {"record": described(submission.evidence[id]), "sha256": files.get(id, "")}
                for id in cited
                if id in submission.evidence
            },
            "computed": [score.outcome.value, described(score.low), described(score.high)],
        }
    )


def rule_digest(criteria: CriteriaSet, leaf: Criterion) -> str:
    """What a set says of a leaf: its rule with all that it inherits, and the measures it reads."""
    measures = {id: criteria.measures[id] for id in sorted(set(measures_of(leaf)))}
    return digest_of({"rule": _rule(criteria, leaf), "measures": measures})


def _rule(criteria: CriteriaSet, leaf: Criterion) -> Value:
    """The leaf with all that it inherits; what merely advises or shows other readings is none."""
    return described(
        {
            "code": leaf.code,
            "title": leaf.title,
            "max_points": leaf.max_points,
            "scoring": leaf.scoring,
            "extra": leaf.extra,
            "excuses": leaf.excuses,
            "evidence": leaf.evidence,
            "rounding": criteria.rounding,
        }
    )


def _datum(assessment: Assessment, id: str) -> Value:
    """What is told of a measure by whose it is to tell, apart from how it is laid out."""
    submission = assessment.submission
    told = (submission.data.get(id), submission.external.get(id))
    return [
        None
        if one is None
        else [described(one.value), one.decimals, one.not_yet, one.quote, one.said]
        for one in told
    ]


def _answer(answer: Answer) -> Value:
    """Everything but the points that are claimed."""
    return described(
        {
            "code": answer.code,
            "explanation": answer.explanation,
            "ground": answer.ground,
            "evidence": answer.evidence,
        }
    )
