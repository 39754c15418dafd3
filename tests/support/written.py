"""Files written from bare documents: criteria sets, a unit's submission, what others give."""

from __future__ import annotations

import copy
import json
import tempfile
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

from par_index.model.criteria import CriteriaSet
from par_index.model.submission import Submission
from par_index.problems import Problems
from par_index.reading.external_files import ExternalFile, open_external
from par_index.reading.library import Library
from par_index.reading.sets import load_set
from par_index.reading.submissions import read_submission

AFTER_EVERYTHING = "2099-12-31"

Rewrite = Callable[[str], str]
"""How a file is written otherwise than as it stands, say decomposed."""


def make_set(document: dict[str, Any], folder: Path, rewrite: Rewrite = str) -> CriteriaSet:
    """A full set from a case's bare measures and criteria, through the real loader."""
    document = copy.deepcopy(document)
    areas = []
    for number, criterion in enumerate(document["criteria"], start=1):
        _entitle(criterion)
        areas.append(f"{number}.yaml")
        _write(folder / areas[-1], criterion, rewrite)
    for measure in document["measures"]:
        measure.setdefault("label", measure["id"])
    measures = {"measures": document["measures"]}
    if "checks" in document:
        measures["checks"] = document["checks"]
    _write(folder / "measures.yaml", measures, rewrite)
    counted = [one for one in document["criteria"] if one.get("extra") != "yes"]
    total = sum(map(maximum_of, counted), start=Fraction(0))
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
    for grade in document.get("grades", []):
        grade.setdefault("title", grade["id"])
    for key in ("rounding", "cap", "floor", "grades"):
        if key in document:
            header[key] = document[key]
    if "findings" in document:
        header["findings"] = ["findings.yaml"]
        _write(folder / "findings.yaml", {"findings": document["findings"]}, rewrite)
    _write(folder / "set.yaml", header, rewrite)
    return load_set(folder)


def load_case_set(document: dict[str, Any], rewrite: Rewrite = str) -> CriteriaSet:
    """A set from a bare document, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        return make_set(document, Path(folder), rewrite)


def make_submission(
    criteria: CriteriaSet, keys: dict[str, Any], rewrite: Rewrite = str
) -> Submission:
    """The unit's file that a test's keys stand for, read by the real reader."""
    document = {
        "schema": "par_index/submission/1",
        "criteria": criteria.id,
        "unit": {"id": "thu.so-a", "name": "Sở A", "tier": criteria.tier},
        "as_of": keys.get("as_of", AFTER_EVERYTHING),
        "data": keys.get("given") or {},
        "answers": keys.get("answers", []),
    }
    for key in ("last_year", "evidence"):
        if key in keys:
            document[key] = keys[key]
    files = list(external_files(criteria, keys.get("external", {}), rewrite))
    data = rewrite(_dump(document)).encode()
    _, submission = read_submission(data, "unit.yaml", Library(), criteria=criteria, external=files)
    return submission


def external_files(
    criteria: CriteriaSet, data: dict[str, Any], rewrite: Rewrite = str
) -> Iterator[ExternalFile]:
    """One file for each of those who give some of the data, opened by the real reader."""
    by_giver: dict[str, dict[str, Any]] = {}
    for id, value in data.items():
        by_giver.setdefault(criteria.measures[id].by.value, {})[id] = value
    for giver, given in by_giver.items():
        document = {
            "schema": "par_index/external/1",
            "criteria": criteria.id,
            "by": giver,
            "who": "Đoàn thẩm định",
            "date": "2026-01-15",
            "data": given,
        }
        if giver != "block":
            document["unit"] = "thu.so-a"
        problems = Problems()
        file = open_external(rewrite(_dump(document)).encode(), f"{giver}.yaml", problems)
        problems.raise_errors()
        assert file is not None
        yield file


def maximum_of(criterion: dict[str, Any]) -> Fraction:
    """A leaf's maximum as written; a parent's sum, lowered by a cap that always holds."""
    if "components" not in criterion:
        return Fraction(criterion["max_points"])
    is_extra = criterion.get("extra") == "yes"
    counted = [one for one in criterion["components"] if is_extra or one.get("extra") != "yes"]
    total = sum(map(maximum_of, counted), start=Fraction(0))
    cap = criterion.get("scoring", {}).get("cap")
    if not isinstance(cap, str):
        return total
    return min(total, Fraction(cap[:-1]) / 100 * total if cap.endswith("%") else Fraction(cap))


def _entitle(criterion: dict[str, Any]) -> None:
    criterion.setdefault("title", criterion["code"])
    for requirement in criterion.get("evidence", []):
        requirement.setdefault("title", requirement["id"])
    for component in criterion.get("components", []):
        _entitle(component)


def _write(path: Path, document: Any, rewrite: Rewrite) -> None:
    path.write_text(rewrite(_dump(document)), encoding="utf-8")


def _dump(document: Any) -> str:
    """YAML with every scalar quoted, and nothing shared between places."""
    unshared = json.loads(json.dumps(document))
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    return str(
        yaml.dump(unshared, Dumper=dumper, allow_unicode=True, sort_keys=False, default_style='"')
    )
