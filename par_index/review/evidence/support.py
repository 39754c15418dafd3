"""Supported points: what evidence stands behind, once documents that cannot be such are left out.

The tree is the computed one: only what is cited changes, so percentages, gates and conditions keep
their bases, and a deduction is never lost by withholding evidence.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from par_index.model.assessment import Assessment, Totals
from par_index.model.criteria import CriteriaSet
from par_index.model.evidence import EvidenceReport
from par_index.model.submission import Answer, Submission
from par_index.nouns import replace
from par_index.review.evidence.uses import use_of
from par_index.scoring.scores import Scores, evaluate, score

__all__ = ["still_lacking", "supported_leaves", "supported_total", "without_disqualified"]


def supported_leaves(assessment: Assessment, report: EvidenceReport) -> Mapping[str, Fraction]:
    """The supported points of each leaf, by its code: all it has, or none but a deduction."""
    scores = _scored(assessment, report)
    leaves = (leaf for area in scores.areas for leaf in area.leaves())
    return {leaf.code: leaf.account.supported for leaf in leaves}


def supported_total(assessment: Assessment, report: EvidenceReport) -> Fraction:
    """The same for the whole set, extras, cap and floor included; rounded where the set rounds."""
    return _shown(assessment, _scored(assessment, report).totals)


def still_lacking(assessment: Assessment, report: EvidenceReport) -> Mapping[str, tuple[str, ...]]:
    """Requirements that are not met by what is left, by the codes of the leaves that have any."""
    scores = _scored(assessment, report)
    leaves = (leaf for area in scores.areas for leaf in area.leaves())
    return {leaf.code: leaf.lacking for leaf in leaves if leaf.lacking}


def without_disqualified(
    criteria: CriteriaSet, submission: Submission, report: EvidenceReport
) -> Submission:
    """The submission as if it had never cited what cannot be evidence."""
    out = report.disqualified_uses

    def kept(code: str, answer: Answer) -> Answer:
        criterion = criteria.by_code[code]
        uses = (one for one in answer.evidence if use_of(criterion, one) not in out)
        return replace(answer, evidence=tuple(uses))

    answers = {code: kept(code, answer) for code, answer in submission.answers.items()}
    return replace(submission, answers=answers)


def _scored(assessment: Assessment, report: EvidenceReport) -> Scores:
    submission = without_disqualified(assessment.criteria, assessment.submission, report)
    return score(evaluate(assessment.criteria, submission))


def _shown(assessment: Assessment, totals: Totals) -> Fraction:
    return replace(assessment, totals=totals).shown.supported
