"""Cases: small criteria sets and data written as YAML, scored as a unit's own file would be."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

from par_index.assessing import assess
from par_index.exact import decimal_text, round_exact
from par_index.model.assessment import Assessment
from par_index.model.criteria import CriteriaSet
from par_index.model.steps import NextStep
from par_index.model.submission import Submission
from par_index.problems import Owner, Problems
from par_index.reading.data import read_data
from par_index.reading.library import Library
from par_index.reading.numbers import NumberStyle
from par_index.reading.sets import load_set
from par_index.reading.submissions import read_submission
from par_index.reading.yaml_text import read_yaml

AFTER_EVERYTHING = "2099-12-31"


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


def make_set(document: dict[str, Any], folder: Path) -> CriteriaSet:
    """A full set from a case's bare measures and criteria, through the real loader."""
    areas = []
    total = Fraction(0)
    for number, criterion in enumerate(document["criteria"], start=1):
        _entitle(criterion)
        name = f"{number}.yaml"
        areas.append(name)
        _write(folder / name, criterion)
        total += _maximum(criterion)
    for measure in document["measures"]:
        measure.setdefault("label", measure["id"])
    _write(folder / "measures.yaml", {"measures": document["measures"]})
    header = {
        "schema": "par_index/criteria/1",
        "id": "thu/2025/thu/so",
        "title": "Thử",
        "status": "illustrative",
        "source": {"note": "Thử"},
        "tier": "so",
        "period": {"from": "1990-01-01", "to": "2025-12-31"},
        "max_points": f"{total.numerator}/{total.denominator}",
        "areas": areas,
    }
    if "rounding" in document:
        header["rounding"] = document["rounding"]
    _write(folder / "set.yaml", header)
    return load_set(folder)


def make_submission(criteria: CriteriaSet, keys: dict[str, Any]) -> Submission:
    """The unit's file that a test's keys stand for, read by the real reader."""
    document = {
        "schema": "par_index/submission/1",
        "criteria": criteria.id,
        "unit": {"id": "thu.so-a", "name": "Sở A", "tier": criteria.tier},
        "as_of": keys.get("as_of", AFTER_EVERYTHING),
        "data": keys.get("given") or {},
        "answers": keys.get("answers", []),
    }
    data = _dump(document).encode()
    _, submission = read_submission(data, "unit.yaml", Library(), criteria=criteria)
    if "external" not in keys:
        return submission
    problems = Problems()
    _, node = read_yaml(_dump(keys["external"]).encode(), "external", Owner.SUBMISSION, problems)
    assert node is not None
    external = read_data(node, criteria, NumberStyle.PLAIN, problems)
    problems.raise_errors()
    return replace(submission, external=external)


def run(case: Case) -> Assessment:
    """Score a case of its own little set."""
    assert case.criteria is not None
    with tempfile.TemporaryDirectory() as folder:
        criteria = make_set(case.criteria, Path(folder))
    return assess(criteria, make_submission(criteria, case.keys))


def check(assessment: Assessment, keys: dict[str, Any]) -> None:
    """Hold an assessment against a test's expectations."""
    code = keys.get("code") or next(assessment.leaves()).code
    score = _find(assessment, code)
    account = assessment.total
    shortfall = next((one for one in assessment.shortfalls if one.code == code), None)
    rounding = assessment.criteria.rounding
    got: dict[str, str] = {
        "points": "-" if score.points is None else _text(score.points),
        "low": _text(score.low),
        "high": _text(score.high),
        "outcome": score.outcome.value,
        "max": _text(score.account.applicable),
        "total": _text(account.points),
        "total_low": _text(account.low),
        "total_high": _text(account.high),
        "self": _text(account.self_assessable),
        "applicable": _text(account.applicable),
        "supported": _text(account.supported),
        "shortfall": _text(Fraction(0) if shortfall is None else shortfall.lost),
    }
    expected = dict(keys["expect"])
    if "index" in expected:
        index = assessment.index_low
        shown = None if index is None else round_exact(index * 100, 2, rounding.index_mode)
        got["index"] = "none" if shown is None else decimal_text(shown, 2)
        assert expected.pop("index") == got["index"]
    if "why" in expected:
        assert [why.value for why in score.why] == expected.pop("why")
    if "parts" in expected:
        outcomes = {key.value: _text(value) for key, value in account.by_outcome.items()}
        for outcome, points in expected.pop("parts").items():
            assert outcomes[outcome] == _text(Fraction(points)), outcome
    if "next" in expected:
        steps = shortfall.steps if shortfall else ()
        wanted = expected.pop("next")
        assert (_moves(steps[0]) if steps else {}) == wanted, [_moves(step) for step in steps]
    for key, value in expected.items():
        wanted = value if value == "-" or key == "outcome" else _text(Fraction(value))
        assert got[key] == wanted, f"{key}: {got[key]}, expected {value}"


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


def _find(assessment: Assessment, code: str) -> Any:
    waiting = list(assessment.areas)
    while waiting:
        score = waiting.pop()
        if score.code == code:
            return score
        waiting.extend(score.components)
    raise AssertionError(f"no criterion {code}")


def _text(value: Fraction) -> str:
    return str(value)


def _entitle(criterion: dict[str, Any]) -> None:
    criterion.setdefault("title", criterion["code"])
    for requirement in criterion.get("evidence", []):
        requirement.setdefault("title", requirement["id"])
    for component in criterion.get("components", []):
        _entitle(component)


def _maximum(criterion: dict[str, Any]) -> Fraction:
    if "components" in criterion:
        return sum((_maximum(one) for one in criterion["components"]), start=Fraction(0))
    return Fraction(criterion["max_points"])


def _write(path: Path, document: Any) -> None:
    path.write_text(_dump(document), encoding="utf-8")


def _dump(document: Any) -> str:
    """YAML with every scalar quoted, and nothing shared between places."""
    unshared = json.loads(json.dumps(document))
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    return str(
        yaml.dump(unshared, Dumper=dumper, allow_unicode=True, sort_keys=False, default_style='"')
    )
