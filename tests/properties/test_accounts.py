"""Sums add up to the last place, and points stay between what the set declares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from hypothesis import given
from support.cases import every_score, load_case_set, scored
from support.strategies import Unit, units

from par_index.model.accounts import Account
from par_index.model.assessment import Assessment, Score


def parts_of(score: Score) -> list[Score]:
    """The components that count in a node: extras stand aside, except among extras."""
    inside = score.criterion.extra
    return [one for one in score.components if inside or not one.criterion.extra]


def highest_units(scores: Iterable[Score]) -> Iterator[Score]:
    """The highest nodes that are not plain sums, extras left out."""
    for score in scores:
        if score.criterion.extra:
            continue
        if score.components and score.criterion.modifiers is None:
            yield from highest_units(parts_of(score))
        else:
            yield score


def highest_extras(scores: Iterable[Score]) -> Iterator[Score]:
    for score in scores:
        if score.criterion.extra:
            yield score
        else:
            yield from highest_extras(score.components)


def check_account(account: Account) -> None:
    assert account.low + account.open + account.lost == account.applicable
    assert account.applicable + account.excluded == account.maximum
    assert min(account.open, account.lost, account.excluded) >= 0
    assert sum(account.by_outcome.values()) == account.maximum
    assert sum(account.by_basis.values()) == account.points
    assert account.self_assessable <= account.applicable
    assert account.supported <= max(account.points, account.low)


def check_sum(whole: Account, parts: list[Account]) -> None:
    for field in ("maximum", "applicable", "low", "high", "points", "self_assessable"):
        assert getattr(whole, field) == sum(getattr(part, field) for part in parts), field
    for field in ("by_outcome", "by_basis"):
        for key, points in getattr(whole, field).items():
            assert points == sum(getattr(part, field)[key] for part in parts), key
    assert whole.supported == sum(part.supported for part in parts)
    assert whole.explained == sum(part.explained for part in parts)


@given(units())
def test_accounts_add_up_for_every_node(unit: Unit) -> None:
    assessment = scored(load_case_set(unit.document), unit.keys)
    check_account(assessment.account)
    for score in every_score(assessment):
        check_account(score.account)
        if score.components and score.criterion.modifiers is None:
            check_sum(score.account, [one.account for one in parts_of(score)])
        else:
            assert score.account.explained <= max(score.account.supported, Fraction(0))
        assert sum(score.account.leaves.values()) == sum(1 for _ in counted_leaves(score))


def counted_leaves(score: Score) -> Iterator[Score]:
    if not score.components:
        yield score
    for component in parts_of(score):
        yield from counted_leaves(component)


@given(units())
def test_units_of_account_add_up_to_the_set(unit: Unit) -> None:
    assessment = scored(load_case_set(unit.document), unit.keys)
    assert assessment.account.maximum == assessment.criteria.max_points
    check_sum(assessment.account, [one.account for one in highest_units(assessment.areas)])
    extras = list(highest_extras(assessment.areas))
    assert (assessment.extras is None) == (not extras)
    if assessment.extras is not None:
        check_sum(assessment.extras, [one.account for one in extras])


@given(units())
def test_total_is_the_account_and_the_extras_between_floor_and_cap(unit: Unit) -> None:
    assessment = scored(load_case_set(unit.document), unit.keys)
    totals, account, extras = assessment.totals, assessment.account, assessment.extras
    assert totals.low <= totals.high
    assert totals.supported <= max(totals.points, totals.low)
    if "cap" not in unit.document and "floor" not in unit.document:
        assert totals.low == account.low + (extras.low if extras else 0)
        assert totals.high == account.high + (extras.high if extras else 0)
        assert totals.points == account.points + (extras.points if extras else 0)


def takes_away(document: Any) -> bool:
    """Whether anything written there may cost points: a number below zero, or a penalty."""
    if isinstance(document, str):
        return document == "tru" or (document.startswith("-") and document[1:2].isdigit())
    if isinstance(document, dict):
        return any(takes_away(value) for value in document.values())
    return isinstance(document, list) and any(map(takes_away, document))


def nodes(criteria: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for node in criteria:
        yield node
        yield from nodes(node.get("components", []))


@given(units())
def test_points_lie_between_the_declared_minimum_and_the_maximum(unit: Unit) -> None:
    assessment = scored(load_case_set(unit.document), unit.keys)
    written = {node["code"]: node for node in nodes(unit.document["criteria"])}
    for score in every_score(assessment):
        assert score.low <= score.high <= score.criterion.max_points, score.code
        if not takes_away(written[score.code]):
            assert score.low >= 0, score.code
    if assessment.index_low is not None and assessment.index_high is not None:
        assert assessment.index_low <= assessment.index_high


def least_of(assessment: Assessment) -> dict[str, Fraction]:
    return {score.code: score.low for score in every_score(assessment)}


@given(units())
def test_nothing_told_scores_no_more_than_something(unit: Unit) -> None:
    criteria = load_case_set(unit.document)
    silent = {key: told for key, told in unit.keys.items() if key in ("as_of", "answers")}
    nothing, something = scored(criteria, silent), scored(criteria, unit.keys)
    for code, low in least_of(nothing).items():
        assert low <= least_of(something)[code]
    assert nothing.totals.low <= something.totals.low
