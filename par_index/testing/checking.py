"""Running a test: its data are scored, and held against what it expects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from par_index.assessing import assess
from par_index.exact import exact_text, round_exact
from par_index.model.assessment import Assessment, Score
from par_index.model.criteria import CriteriaSet
from par_index.model.steps import NextStep, Shortfall
from par_index.nouns import replace
from par_index.testing.cases import BY_RULES, Expected, Mismatch, SetTest, Trial, Value
from par_index.testing.expecting import RANGE
from par_index.testing.parts import Parts

__all__ = ["check_expectations", "find_score", "run_test"]


_OF_THE_SET = frozenset(
    {
        "total",
        "total_low",
        "total_high",
        "supported",
        "self",
        "applicable",
        "index",
        "parts",
        "grades",
        *BY_RULES,
    }
)
"""Expectations for which the whole set must be scored."""


def run_test(criteria: CriteriaSet, test: SetTest, parts: Parts | None = None) -> Trial:
    """Score what the test gives and hold it against what it expects.

    ``parts`` of the same set save time where there are many tests.
    """
    is_whole = any(one.key in _OF_THE_SET for one in test.expect)
    scored = criteria if is_whole else (parts or Parts(criteria)).of(test.code)
    if not any(test.expects(key) for key in BY_RULES):
        scored = replace(scored, checks=(), rules=())
    assessment = assess(scored, test.submission)
    score = find_score(assessment, test.code)
    mismatches = check_expectations(assessment, score, test.expect)
    return Trial(test, assessment, score, mismatches)


def find_score(assessment: Assessment, code: str) -> Score:
    """The score of a criterion at any depth."""
    return next(score for score in _scores(assessment.areas) if score.code == code)


def check_expectations(
    assessment: Assessment, score: Score, expect: Sequence[Expected]
) -> tuple[Mismatch, ...]:
    """Every expectation that is not met."""
    found = ((one, _got(one, assessment, score)) for one in expect)
    return tuple(Mismatch(one, got) for one, got in found if got != one.value)


def _scores(scores: Sequence[Score]) -> Iterator[Score]:
    for score in scores:
        yield score
        yield from _scores(score.components)


def _got(expected: Expected, assessment: Assessment, score: Score) -> Value:
    """What came; of named values those that were asked for, and every value of a next step."""
    shortfall = next((one for one in assessment.shortfalls if one.code == score.code), None)
    match expected.key:
        case "outcome":
            return score.outcome.value
        case "why":
            return tuple(why.value for why in score.why)
        case "next":
            return _first_step(shortfall)
        case "parts":
            account = assessment.account.by_outcome
            return _asked(expected, {one.value: exact_text(account[one]) for one in account})
        case "grades":
            standings = {one.grade.id: one.standing.value for one in assessment.grades}
            return _asked(expected, standings)
        case "checks":
            states = {one.check.id: one.state.value for one in assessment.checks}
            return _asked(expected, states)
        case "findings":
            assert isinstance(expected.value, Mapping)
            return dict.fromkeys(expected.value, ()) | _places(assessment, expected.value)
        case "index":
            return _index(assessment)
        case "points":
            return "-" if score.points is None else score.points
        case "shortfall":
            return Fraction(0) if shortfall is None else shortfall.lost
        case "next_low" | "next_high" if not (shortfall and shortfall.steps):
            return "-"
        case "next_low" | "next_high" as end:
            assert shortfall is not None
            return shortfall.steps[0].low if end == "next_low" else shortfall.steps[0].high
        case key:
            return _figures(assessment, score)[key]


def _figures(assessment: Assessment, score: Score) -> Mapping[str, Fraction]:
    account, totals = assessment.total, assessment.shown
    return {
        "low": score.low,
        "high": score.high,
        "max": score.account.applicable,
        "total": totals.points,
        "total_low": totals.low,
        "total_high": totals.high,
        "supported": totals.supported,
        "self": account.self_assessable,
        "applicable": account.applicable,
    }


def _index(assessment: Assessment) -> Value:
    """The index in percent as the set rounds it; both ends where it is open."""
    rounding = assessment.criteria.rounding
    ends = [
        round_exact(index * 100, rounding.index_places, rounding.index_mode)
        for index in (assessment.index_low, assessment.index_high)
        if index is not None
    ]
    if not ends:
        return "none"
    low, high = ends
    return low if low == high else RANGE.join(map(exact_text, (low, high)))


def _asked(expected: Expected, got: Mapping[str, str]) -> Mapping[str, str]:
    assert isinstance(expected.value, Mapping)
    return {name: got.get(name, "none") for name in expected.value}


def _places(assessment: Assessment, rules: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """What each of these rules found, as a test would have it."""
    wanted = frozenset(rules)
    return {
        one.rule.id: tuple(dict.fromkeys(place.subject[1] for place in one.places))
        for one in assessment.findings
        if one.rule.id in wanted
    }


def _first_step(shortfall: Shortfall | None) -> Mapping[str, str]:
    steps = shortfall.steps if shortfall is not None else ()
    return dict(_moves(steps[0])) if steps else {}


def _moves(step: NextStep) -> Iterator[tuple[str, str]]:
    for change in step.changes:
        if change.answer is not None:
            yield change.measure, "yes" if change.answer else "no"
        elif change.day is not None:
            yield change.measure, change.day.isoformat()
        else:
            yield change.measure, exact_text(change.amount)
