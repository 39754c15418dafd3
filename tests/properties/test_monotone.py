"""More of a measure that is better to have more of never lowers a score, where that is promised.

Promised is: at fixed applicability, and where nothing that stands above a rule gives more when it
fails. Elsewhere better work can cost points: `tests/spec/applicability_and_monotony.yaml`.
"""

from __future__ import annotations

from typing import Any

from hypothesis import given
from support.cases import every_score, load_case_set, scored
from support.strategies_monotone import monotone_documents, more_and_less

from par_index.model.assessment import Assessment, Standing


def rung(assessment: Assessment) -> int:
    """How far down the ladder the unit's grade stands."""
    standings = [one.standing for one in assessment.grades]
    return standings.index(Standing.SURE)


@given(monotone_documents(), more_and_less())
def test_more_never_lowers_a_score(
    document: dict[str, Any], data: tuple[dict[str, Any], dict[str, Any]]
) -> None:
    criteria = load_case_set(document)
    less, more = (scored(criteria, keys) for keys in data)
    before = {score.code: score for score in every_score(less)}
    for score in every_score(more):
        assert before[score.code].low <= score.low, score.code
        assert before[score.code].high <= score.high, score.code
    assert less.totals.points <= more.totals.points
    assert less.index_low is not None
    assert more.index_low is not None
    assert less.index_low <= more.index_low
    assert rung(more) <= rung(less)
