"""Findings: checks held, facts gathered, rules run, and what fired brought into order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from par_index.comparing.checks import compare_one
from par_index.finding.facts import facts_of
from par_index.finding.view import View
from par_index.model.checks import Check, CheckResult, CheckState, Comparing, Expecting
from par_index.model.conditions import Condition
from par_index.model.criteria import CriteriaSet
from par_index.model.facts import Fact, Shape
from par_index.model.findings import Finding, FindingRule, Place
from par_index.model.submission import Datum, Submission, counted_data
from par_index.nouns import Noun
from par_index.scoring.conditions import judge
from par_index.scoring.evaluation import Evaluation
from par_index.scoring.scores import Scores

if TYPE_CHECKING:
    from par_index.inferring.engines import EngineUse

__all__ = ["Found", "find"]


class Found(Noun):
    """What checks came to, what rules found, and which engine looked."""

    checks: tuple[CheckResult, ...]
    findings: tuple[Finding, ...]
    engine: EngineUse | None


def find(evaluation: Evaluation, scores: Scores, *, verify: bool = False) -> Found:
    """Everything that the rules of a set find in a scored submission."""
    criteria = evaluation.criteria
    submission = evaluation.submission
    data = counted_data(criteria, submission.data, submission.external)
    checks = {check.id: _held(check, evaluation, data) for check in criteria.checks}
    if not criteria.rules:
        return Found(tuple(checks.values()), (), None)
    from par_index.inferring.engines import infer

    facts = facts_of(_kinds(criteria.rules), View(evaluation, scores, checks))
    inferred, engine = infer(criteria.rules, facts, verify=verify)
    places: dict[str, dict[tuple[Fact, ...], Place]] = {}
    for firing in inferred.firings:
        places.setdefault(firing.rule, {})[firing.facts] = Place(firing.facts)
    order = _order(criteria, evaluation.submission)
    findings = [
        Finding(rule, tuple(sorted(places[rule.id].values(), key=order)))
        for rule in criteria.rules
        if rule.severity is not None and rule.id in places
    ]
    findings.sort(key=_most_serious_first)
    return Found(tuple(checks.values()), tuple(findings), engine)


def _most_serious_first(finding: Finding) -> int:
    assert finding.rule.severity is not None, "only rules with a severity find anything"
    return -finding.rule.severity.rank


def _held(check: Check, evaluation: Evaluation, data: Mapping[str, Datum]) -> CheckResult:
    match check.test:
        case Comparing() as test:
            return compare_one(check, test, data, evaluation.criteria.measures)
        case Expecting(expect, given):
            return CheckResult(check, _expected(expect, given, evaluation))


def _expected(expect: Condition, given: Condition | None, evaluation: Evaluation) -> CheckState:
    """Where the premise holds for certain, what is expected has to hold."""
    if given is not None:
        premise = judge(given, evaluation.inputs, evaluation.about)
        if not premise.is_certain:
            return CheckState.HOLDS if not premise.yes else CheckState.OPEN
    verdict = judge(expect, evaluation.inputs, evaluation.about)
    if not verdict.is_decided or verdict.none:
        return CheckState.OPEN
    return CheckState.FAILED if verdict.no else CheckState.HOLDS


def _kinds(rules: Sequence[FindingRule]) -> Iterator[str]:
    for rule in rules:
        for pattern in (*rule.when, *rule.unless):
            yield pattern.kind


def _order(criteria: CriteriaSet, submission: Submission) -> Callable[[Place], tuple[int, ...]]:
    """Places stand as their criteria, measures, checks or documents do where they are written."""
    written = [
        *criteria.by_code,
        *criteria.measures,
        *(check.id for check in criteria.checks),
        *submission.evidence,
    ]
    ranks: Mapping[str, int] = {id: number for number, id in reversed(list(enumerate(written)))}

    def rank(place: Place) -> tuple[int, ...]:
        named = (id for fact in place.facts for id in _subjects(fact))
        return tuple(ranks.get(id, len(ranks)) for id in (place.subject[1], *named))

    return rank


def _subjects(fact: Fact) -> Iterator[str]:
    """What a fact names, of whatever kind it is."""
    for name, value in fact.fields:
        if name in _NAMES:
            yield str(value)


_NAMES = frozenset(shape.value for shape in Shape if shape.is_subject)
