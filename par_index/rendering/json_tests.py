"""What came of a set's tests as one JSON document, for programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from par_index.exact import exact_text
from par_index.problems import Problem
from par_index.rendering.expressions import comparison_text, condition_text
from par_index.rendering.finding_tests import finding_trials, unshown_document
from par_index.rendering.json_values import Json, place, problem
from par_index.testing.cases import Mismatch, Trial, Value
from par_index.testing.coverage import Coverage, Unreached
from par_index.testing.running import SetReport

__all__ = ["TESTS", "refused_set", "set_tests", "tests_document"]

TESTS = "par_index/tests/1"

_NEUTRAL = "en"
"""Expressions of a set are its ids with signs between, the same whatever the caller speaks."""


def tests_document(sets: Sequence[Json], status: str, exit_code: int) -> Json:
    """The document of one run, set by set."""
    return {"schema": TESTS, "status": status, "exit_code": exit_code, "sets": list(sets)}


def set_tests(report: SetReport) -> Json:
    """One set: its tests, what is wrong with their files, and what they reach."""
    return {
        "name": report.name,
        "criteria": report.criteria.id,
        "tests": [_trial(one) for one in report.trials],
        "problems": [problem(one) for one in report.problems],
        "coverage": None if report.coverage is None else _coverage(report.coverage),
        "finding_tests": finding_trials(report.finding_trials),
        "rules_unshown": unshown_document(report.unshown),
    }


def refused_set(name: str, problems: Sequence[Problem]) -> Json:
    """What could not be used as a set."""
    return {
        "name": name,
        "criteria": None,
        "tests": [],
        "problems": [problem(one) for one in problems],
        "coverage": None,
        "finding_tests": [],
        "rules_unshown": [],
    }


def _trial(trial: Trial) -> Json:
    test = trial.test
    return {
        "name": test.name,
        "code": test.code,
        "place": place(test.span),
        "passed": trial.passed,
        "mismatches": [_mismatch(one) for one in trial.mismatches],
    }


def _mismatch(one: Mismatch) -> Json:
    return {
        "key": one.expected.key,
        "expected": _value(one.expected.value),
        "got": _value(one.got),
        "place": place(one.expected.span),
    }


def _value(value: Value) -> object:
    match value:
        case Fraction():
            return exact_text(value)
        case str():
            return value
        case Mapping():
            return {name: _value(one) for name, one in value.items()}
        case words:
            return list(words)


def _coverage(coverage: Coverage) -> Json:
    return {
        "branches": coverage.branches,
        "edges": coverage.edges,
        "unreached": [_unreached(one) for one in coverage.unreached],
    }


def _unreached(one: Unreached) -> Json:
    target, found = one.target, one.suggestion
    test = None
    if target.atom is not None:
        test = condition_text(target.atom, _NEUTRAL)
    elif target.of is not None and target.bound is not None:
        test = comparison_text(target.of, target.bound, _NEUTRAL)
    return {
        "code": target.code or None,
        "items": list(target.items),
        "place": target.place.value,
        "what": target.mark.value,
        "step": target.step,
        "name": target.name or None,
        "test": test,
        "suggestion": None
        if found is None
        else {"data": dict(found.data), "like": found.like or None},
    }
