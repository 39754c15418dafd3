"""Assessing: the way from a criteria set and a submission to the whole answer, as prose."""

from __future__ import annotations

from par_index.model.assessment import Assessment
from par_index.model.criteria import CriteriaSet
from par_index.model.submission import Submission
from par_index.scoring.scores import Scores, score

__all__ = ["assess"]


def assess(criteria: CriteriaSet, submission: Submission) -> Assessment:
    """Score one submission; the same inputs always give the same Assessment."""
    return explain(criteria, submission, score(criteria, submission))


def explain(criteria: CriteriaSet, submission: Submission, scores: Scores) -> Assessment:
    """Bring scores, accounts and remarks together as one answer."""
    return Assessment(
        criteria,
        submission,
        scores.account,
        scores.index_low,
        scores.index_high,
        scores.areas,
        scores.extras,
        scores.totals,
        scores.grades,
        scores.shortfalls,
        remarks=(*criteria.remarks, *submission.remarks, *scores.remarks),
        by_code={node.code: node for area in scores.areas for node in area.nodes()},
    )
