"""Cases: small criteria sets and data written as YAML, scored as a unit's own file would be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

from par_index.assessing import assess
from par_index.exact import RoundingMode, decimal_text, round_exact
from par_index.model.assessment import Assessment, Score
from par_index.model.criteria import CriteriaSet
from par_index.model.steps import NextStep, Shortfall
from support.oracle import Facts
from support.written import Rewrite, load_case_set, make_set, make_submission

__all__ = [
    "Case",
    "check",
    "every_score",
    "facts_of",
    "find",
    "load_case_set",
    "load_text",
    "make_set",
    "make_submission",
    "run",
    "scored",
    "set_cases",
    "shown_index",
    "shown_points",
    "spec_cases",
]


@dataclass(frozen=True)
class Case:
    """One test of a YAML file: what is given and what is expected."""

    file: Path
    name: str
    keys: dict[str, Any]
    criteria: dict[str, Any] | None = None

    def __str__(self) -> str:
        return f"{self.file.stem}: {self.name}"


def load_text(path: Path) -> Any:
    """A YAML file with every scalar as text."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def spec_cases(folder: Path) -> Iterator[Case]:
    """The cases of the language: each file is a little set with its tests."""
    for path in sorted(folder.glob("*.yaml")):
        document = load_text(path)
        for test in document["tests"]:
            yield Case(path, test["name"], test, document)


def set_cases(folder: Path) -> Iterator[Case]:
    """The tests that stand beside a criteria set."""
    for path in sorted(folder.glob("tests/*.yaml")):
        for test in load_text(path):
            yield Case(path, test["name"], test)


def facts_of(document: dict[str, Any], keys: dict[str, Any]) -> Facts:
    """The same keys for the naive scorer: each measure as given by whose it is to give."""
    foreign = {measure["id"] for measure in document["measures"] if "by" in measure}
    given = keys.get("given") or {}
    own = {id: value for id, value in given.items() if id not in foreign}
    return Facts(
        {**own, **keys.get("external", {})},
        keys.get("last_year", {}),
        [answer["code"] for answer in keys.get("answers", []) if "not_applicable" in answer],
    )


def scored(criteria: CriteriaSet, keys: dict[str, Any], rewrite: Rewrite = str) -> Assessment:
    """Score what a test's keys stand for."""
    return assess(criteria, make_submission(criteria, keys, rewrite))


def run(case: Case) -> Assessment:
    """Score a case of its own little set."""
    assert case.criteria is not None
    return scored(load_case_set(case.criteria), case.keys)


# Holding an assessment against expectations.


def check(assessment: Assessment, keys: dict[str, Any]) -> None:
    """Hold an assessment against a test's expectations."""
    score = find(assessment, keys.get("code") or next(assessment.leaves()).code)
    shortfall = next((one for one in assessment.shortfalls if one.code == score.code), None)
    got = _figures(assessment, score, shortfall)
    for key, wanted in keys["expect"].items():
        if key == "parts":
            outcomes = assessment.account.by_outcome.items()
            parts = {outcome.value: shown_points(points) for outcome, points in outcomes}
            assert {outcome: parts[outcome] for outcome in wanted} == {
                outcome: shown_points(points) for outcome, points in wanted.items()
            }
        elif key == "next":
            steps = shortfall.steps if shortfall else ()
            assert (_moves(steps[0]) if steps else {}) == wanted, [_moves(step) for step in steps]
        elif key == "why":
            assert [why.value for why in score.why] == wanted
        elif key == "checks":
            states = {one.check.id: one.state.value for one in assessment.checks}
            assert {id: states[id] for id in wanted} == wanted, states
        elif key == "findings":
            places = {
                one.rule.id: list(dict.fromkeys(place.subject[1] for place in one.places))
                for one in assessment.findings
            }
            assert {id: places.get(id, []) for id in wanted} == wanted, places
        elif key == "grades":
            standings = {one.grade.id: one.standing.value for one in assessment.grades}
            assert {id: standings[id] for id in wanted} == wanted, standings
        elif key in ("outcome", "index") or wanted == "-":
            assert got[key] == wanted, key
        else:
            assert got[key] == shown_points(wanted), key


def _figures(assessment: Assessment, score: Score, shortfall: Shortfall | None) -> dict[str, str]:
    account, totals, rounding = assessment.total, assessment.shown, assessment.criteria.rounding
    indexes = {
        shown_index(index, {"index": {"places": rounding.index_places, "mode": mode}})
        for index in (assessment.index_low, assessment.index_high)
        for mode in (rounding.index_mode.value,)
    }
    step = shortfall.steps[0] if shortfall and shortfall.steps else None
    return {
        "points": "-" if score.points is None else shown_points(score.points),
        "low": shown_points(score.low),
        "high": shown_points(score.high),
        "outcome": score.outcome.value,
        "max": shown_points(score.account.applicable),
        "total": shown_points(totals.points),
        "total_low": shown_points(totals.low),
        "total_high": shown_points(totals.high),
        "supported": shown_points(totals.supported),
        "self": shown_points(account.self_assessable),
        "applicable": shown_points(account.applicable),
        "shortfall": shown_points(Fraction(0) if shortfall is None else shortfall.lost),
        "index": " – ".join(sorted(indexes)),
        "next_low": "-" if step is None else shown_points(step.low),
        "next_high": "-" if step is None else shown_points(step.high),
    }


def find(assessment: Assessment, code: str) -> Score:
    """The score of a criterion at any depth."""
    return next(score for score in every_score(assessment) if score.code == code)


def every_score(assessment: Assessment) -> Iterator[Score]:
    """Areas, criteria and what they consist of, extras too."""
    waiting = list(assessment.areas)
    while waiting:
        score = waiting.pop(0)
        yield score
        waiting.extend(score.components)


def shown_points(value: Fraction | str) -> str:
    """Points in their shortest exact writing, for comparing."""
    return str(Fraction(value))


def shown_index(index: Fraction | None, rounding: dict[str, Any]) -> str:
    """The index in percent as a set prints it; ``none`` where nothing applies."""
    if index is None:
        return "none"
    settings = {"places": 2, "mode": "half_up", **rounding.get("index", {})}
    places = int(settings["places"])
    return decimal_text(round_exact(index * 100, places, RoundingMode(settings["mode"])), places)


def _moves(step: NextStep) -> dict[str, str]:
    moves = {}
    for change in step.changes:
        if change.answer is not None:
            moves[change.measure] = "yes" if change.answer else "no"
        elif change.day is not None:
            moves[change.measure] = change.day.isoformat()
        else:
            amount = change.amount
            moves[change.measure] = f"{'+' if amount > 0 else ''}{amount}"
    return moves
