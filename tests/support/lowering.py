"""Criteria written as YAML text, lowered through the real loader: what comes of them."""

from __future__ import annotations

from typing import Any

import yaml

from par_index.model.criteria import CriteriaSet, Criterion
from par_index.model.rules import Rule
from par_index.problems import InvalidInput
from support.cases import load_case_set

MEASURES = """
- {id: tong, kind: count, counted_in: hồ sơ}
- {id: dat, kind: count, counted_in: hồ sơ, within: tong}
- {id: ty_le, kind: rate, of: [dat, tong]}
- {id: nguoi, kind: count, counted_in: người, min: 1}
- {id: hai_long, kind: percent}
- {id: ngay, kind: date}
- {id: xong, kind: yes_no}
- {id: khoi, kind: choice, options: [so, huyen]}
- {id: phieu, kind: tally, by: survey, options: [tot, kha, kem]}
- {id: diem, kind: points, by: appraiser}
- {id: tru, kind: points, by: appraiser, min: -5}
"""
"""One measure of every kind."""


def lower(criteria: str, measures: str = MEASURES, **header: str) -> CriteriaSet:
    """A set of these criteria; ``header`` are keys of set.yaml."""
    document: dict[str, Any] = {"measures": _text(measures), "criteria": _text(criteria)}
    return load_case_set(document | {key: _text(text) for key, text in header.items()})


def codes(criteria: str, measures: str = MEASURES, **header: str) -> list[str]:
    """What is said of the criteria: errors, or remarks where they load."""
    try:
        found = lower(criteria, measures, **header).remarks
    except InvalidInput as refusal:
        found = refusal.problems
    # Most of these sets leave most measures alone.
    return [problem.code for problem in found if problem.code != "W302"]


def leaf(scoring: str, points: str = "2", measures: str = MEASURES) -> Criterion:
    """The one criterion of a set, scored so."""
    return lower(_one(scoring, points), measures).areas[0]


def rule(scoring: str, points: str = "2") -> Rule:
    """The rule of the one criterion."""
    lowered = leaf(scoring, points).scoring
    assert lowered is not None
    return lowered.rule


def said(scoring: str, points: str = "2", measures: str = MEASURES) -> list[str]:
    """What is said of a set with this one criterion."""
    return codes(_one(scoring, points), measures)


def _one(scoring: str, points: str) -> str:
    return f'[{{code: "1", max_points: {points}, scoring: {{{scoring}}}}}]'


def _text(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)
