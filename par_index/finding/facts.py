"""Facts: everything that rules ask for is given, and nothing else is worked out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from par_index.finding.rates import rate_facts
from par_index.finding.reported import (
    check_facts,
    dated_facts,
    document_facts,
    explained_check_facts,
    foreign_facts,
    measure_facts,
    year_facts,
)
from par_index.finding.scored import (
    claim_facts,
    edge_facts,
    evidence_facts,
    explained_facts,
    gate_facts,
    na_facts,
    perfect_facts,
    reading_facts,
    score_facts,
)
from par_index.model.checks import CheckResult
from par_index.model.facts import Fact
from par_index.scoring.evaluation import Evaluation
from par_index.scoring.scores import Scores

__all__ = ["GIVERS", "facts_of"]

_Giver = Callable[[Evaluation, Scores, Mapping[str, CheckResult]], Iterable[Fact]]

GIVERS: Final[Mapping[str, _Giver]] = {
    "score": lambda _, scores, __: score_facts(scores),
    "claim": lambda _, scores, __: claim_facts(scores),
    "evidence": lambda _, scores, __: evidence_facts(scores),
    "explained": lambda evaluation, _, __: explained_facts(evaluation),
    "gate": lambda evaluation, scores, _: gate_facts(evaluation, scores),
    "na": lambda evaluation, scores, _: na_facts(evaluation, scores),
    "edge": lambda evaluation, scores, _: edge_facts(evaluation, scores),
    "perfect": lambda evaluation, scores, _: perfect_facts(evaluation, scores),
    "reading": lambda evaluation, scores, _: reading_facts(evaluation, scores),
    "measure": lambda one, _, __: measure_facts(one.criteria, one.submission),
    "foreign": lambda one, _, __: foreign_facts(one.criteria, one.submission),
    "rate": lambda one, _, __: rate_facts(one.criteria, one.submission),
    "year": lambda one, _, __: year_facts(one.criteria, one.submission),
    "document": lambda one, _, __: document_facts(one.submission),
    "dated": lambda one, _, __: dated_facts(one.criteria, one.submission),
    "explained_check": lambda one, _, __: explained_check_facts(one.submission),
    "check": lambda _, __, checks: check_facts(checks),
}
"""Who gives the facts of each kind."""


def facts_of(
    kinds: Iterable[str],
    evaluation: Evaluation,
    scores: Scores,
    checks: Mapping[str, CheckResult],
) -> tuple[Fact, ...]:
    """All facts of these kinds; a kind that only rules derive has none yet."""
    return tuple(
        fact
        for kind in dict.fromkeys(kinds)
        if kind in GIVERS
        for fact in GIVERS[kind](evaluation, scores, checks)
    )
