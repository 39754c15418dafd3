"""Suggestions: whoever follows one reaches what was missing."""

from __future__ import annotations

import pytest
import yaml
from support.set_tests import BRANCHES, branch_document, report_on, unreached

from par_index.testing.suggesting import Suggestion

KINDS = [kind for kind in BRANCHES if kind not in ("given", "excused")]
"""All but those whose cases hold more than the unit's own data."""


def followed(suggestion: Suggestion) -> str:
    """The data of a new case: those of the case it is like, with the figures suggested."""
    data: dict[str, str] = yaml.load(suggestion.like or "{}", Loader=yaml.BaseLoader)
    data |= dict(suggestion.data)
    return "{" + ", ".join(f"{id}: {value}" for id, value in data.items()) + "}"


@pytest.mark.parametrize("kind", KINDS)
def test_a_case_made_as_suggested_shows_what_was_missing(kind: str) -> None:
    rule, cases = BRANCHES[kind]
    told = 0
    for left_out in cases:
        kept = [case for case in cases if case != left_out]
        report = report_on(branch_document(rule, kept))
        assert report.coverage is not None
        for name, one in zip(unreached(report), report.coverage.unreached, strict=True):
            if one.suggestion is not None:
                case = followed(one.suggestion)
                assert name not in unreached(report_on(branch_document(rule, [*kept, case])))
                told += 1
    assert told > 0


@pytest.mark.parametrize(
    ("rule", "data"),
    [
        ("full_if: {of: {ratio: [k, n]}, at_least: 15%}", {"k": "3", "n": "20"}),
        ("full_if: {of: m, at_least: 2}", {"m": "2"}),
        ("full_if: {of: pt, above: 80%}", {"pt": "81%"}),
        ("full_if: {of: ngay, before: 2025-12-30}", {"ngay": "2025-12-29"}),
    ],
)
def test_without_any_test_the_least_figures_are_suggested(rule: str, data: object) -> None:
    report = report_on(branch_document(f"scoring: {{{rule}}}", []))
    assert report.coverage is not None
    edges = {one.target.mark.value: one.suggestion for one in report.coverage.unreached}
    met, missed = edges["just_met"], edges["just_missed"]
    assert met is not None
    assert missed is not None
    assert (dict(met.data), met.like) == (data, "")
    assert met.data != missed.data


def test_nothing_is_suggested_where_no_single_move_is_enough() -> None:
    report = report_on(branch_document("scoring: {each: {of: m, points: 0.25}}", ["{m: 1}"]))
    assert report.coverage is not None
    suggested = {one.target.mark.value: one.suggestion for one in report.coverage.unreached}
    assert suggested == {"nothing": Suggestion((("m", "0"),), "{m: 1}"), "all": None}
