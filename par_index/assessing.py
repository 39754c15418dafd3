"""Assessing: the way from a criteria set and a submission to the whole answer, as prose."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from par_index.finding.findings import Found, find
from par_index.model.assessment import Assessment
from par_index.model.criteria import CriteriaSet
from par_index.model.submission import Submission
from par_index.scoring.scores import Scores, evaluate, score

if TYPE_CHECKING:
    from par_index.inferring.engines import EngineUse

__all__ = ["assess"]


def assess(
    criteria: CriteriaSet,
    submission: Submission,
    *,
    verify_engine: bool = False,
    told: Callable[[EngineUse], None] | None = None,
) -> Assessment:
    """Score one submission; the same inputs always give the same Assessment.

    ``told`` hears which engine looked for findings, which no answer depends on; with
    ``verify_engine`` both do, and `EngineMismatch` is raised where they disagree.
    """
    evaluation = evaluate(criteria, submission)
    scores = score(evaluation)
    found = find(evaluation, scores, verify=verify_engine)
    if told is not None and found.engine is not None:
        told(found.engine)
    return explain(criteria, submission, scores, found)


def explain(
    criteria: CriteriaSet, submission: Submission, scores: Scores, found: Found
) -> Assessment:
    """Bring scores, accounts, findings and remarks together as one answer."""
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
        checks=found.checks,
        findings=found.findings,
        remarks=(*criteria.remarks, *submission.remarks, *scores.remarks),
        by_code={node.code: node for area in scores.areas for node in area.nodes()},
    )
