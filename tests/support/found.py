"""Findings made by hand, to be shown: rules, and places with the facts they matched."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from par_index.model.assessment import Assessment
from par_index.model.checks import CheckResult
from par_index.model.facts import FACTS, Fact, Shape
from par_index.model.findings import Finding, FindingRule, Place, Severity
from par_index.model.text import Text
from par_index.nouns import replace
from par_index.problems import Owner, Source, Span

__all__ = ["SPAN", "check_fact", "fact", "finding", "rule", "with_findings"]

SPAN = Span(Source("findings.yaml", Owner.CRITERIA))


def fact(kind: str, /, **fields: Any) -> Fact:
    """A fact whose other fields are 0, empty, or the first of their words."""
    shapes = FACTS.get(kind, {})
    others: dict[str, Any] = {
        name: field.words[0]
        if field.shape is Shape.WORD
        else 0
        if field.shape is Shape.WHOLE
        else ""
        for name, field in shapes.items()
    }
    return Fact.of(kind, **(others | fields))


def check_fact(result: CheckResult) -> Fact:
    """The fact that a check comes to."""
    return fact(
        "check",
        check=result.check.id,
        kind=result.check.kind.value,
        state=result.state.value,
        severity=result.check.severity.value,
    )


def rule(id: str, severity: Severity | None = Severity.WATCH, **parts: Any) -> FindingRule:
    """A rule; its texts may be given as plain text, or as Vietnamese with English beside."""
    for name in ("title", "say", "next"):
        if isinstance(given := parts.get(name), str):
            parts[name] = Text(given)
        elif isinstance(given, tuple):
            parts[name] = Text(*given)
    if severity is not None:
        parts.setdefault("title", Text(f"Tên của {id}"))
    return FindingRule(id, SPAN, severity=severity, **parts)


def finding(one: FindingRule, *places: Fact | tuple[Fact, ...]) -> Finding:
    """What a rule found, each place by its facts."""
    return Finding(
        one, tuple(Place(facts if isinstance(facts, tuple) else (facts,)) for facts in places)
    )


def with_findings(
    assessment: Assessment,
    *findings: Finding,
    checks: Iterable[CheckResult] = (),
    rules: Iterable[FindingRule] = (),
) -> Assessment:
    """An assessment with these findings alone, under a set with these rules besides theirs."""
    all_rules = (*rules, *(one.rule for one in findings))
    return replace(
        assessment,
        criteria=replace(assessment.criteria, rules=all_rules),
        findings=findings,
        checks=tuple(checks),
    )
