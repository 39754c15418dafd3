"""Growth: what a set of 10, 30, 100, 300 and 1,000 leaves costs, each phase by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from math import log
from pathlib import Path

import yaml

from benchmarks.facts import Values
from benchmarks.lanes import Case
from benchmarks.model_case import write_set
from benchmarks.ours import our_lanes, read_set, recall_set
from benchmarks.page import short_time, table
from benchmarks.processes import par_score
from benchmarks.timing import Contestant, Times, contestant_of, race
from par_index.model.criteria import CriteriaSet
from par_index.model.measures import By, Kind

__all__ = ["SIZES", "grown", "growth_table", "model_case", "write_unit"]

SIZES = (10, 30, 100, 300, 1000)
_UNITS = 3


def model_case(folder: Path, leaves: int, units: int) -> tuple[Case, Path]:
    """The model set of so many leaves, read from files below ``folder``; and where they are."""
    target = write_set(folder / str(leaves), leaves)
    return Case.of(f"model set, {leaves} leaves", read_set(target), units), target


def grown(folder: Path, sizes: Sequence[int], rounds: int) -> Mapping[str, Mapping[int, Times]]:
    """Times by phase and size, all sizes in turn in every round."""
    contestants: list[Contestant] = []
    for size in sizes:
        contestants += _phases(folder, size)
    times = race(contestants, rounds)
    phases = dict.fromkeys(one.gives for one in contestants)
    return {phase: {size: times[_name(phase, size)] for size in sizes} for phase in phases}


def growth_table(times: Mapping[str, Mapping[int, Times]], sizes: Sequence[int]) -> str:
    """A row a phase; the last column is the power of the size with which it grows at the end."""
    rows = []
    for phase, by_size in times.items():
        before, last = sizes[-2:]
        rise = by_size[last].over(by_size[before])
        power = log(rise) / log(last / before)
        medians = [short_time(by_size[size].median) for size in sizes]
        rows.append([phase, *medians, f"{power:.2f}"])
    return table(["leaves", *map(str, sizes), "power"], rows)


def write_unit(file: Path, criteria: CriteriaSet, values: Values) -> None:
    """A unit's file with all that is its own to report."""
    data: dict[str, str] = {}
    last_year: dict[str, str] = {}
    for id, value in values.items():
        measure = criteria.measures[id]
        if measure.by is By.UNIT:
            block = last_year if measure.last_year_of else data
            block[measure.last_year_of or id] = _written(measure.kind, value)
    content = {
        "schema": "par_index/submission/1",
        "criteria": criteria.id,
        "unit": {"id": "so-mo-hinh", "name": "Sở mô hình", "tier": criteria.tier},
        "as_of": criteria.ends.isoformat(),
        "data": data,
        **({"last_year": last_year} if last_year else {}),
    }
    text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=1000)
    file.write_text(text, encoding="utf-8")


def _phases(folder: Path, size: int) -> Iterator[Contestant]:
    case, target = model_case(folder, size, _UNITS)
    unit = folder / f"unit-{size}.yaml"
    write_unit(unit, case.criteria, case.units[0])

    def load() -> None:
        read_set(target)

    def recall() -> None:
        recall_set(target, folder / "cache")

    for phase, run in (("read and check the set", load), ("take the set from the cache", recall)):
        yield Contestant(_name(phase, size), phase, run)
    for lane in our_lanes(case):
        timed = contestant_of(lane)
        yield replace(timed, name=_name(lane.name, size), gives=lane.name)
    process = "par-score, the whole process"
    started = par_score(_name(process, size), unit, target, folder / "cache")
    yield Contestant(started.name, process, started.run)


def _name(phase: str, size: int) -> str:
    return f"{phase}, {size}"


def _written(kind: Kind, value: object) -> str:
    match value:
        case bool():
            return "có" if value else "không"
        case date():
            return value.isoformat()
        case Fraction() if kind is Kind.PERCENT:
            return f"{float(value * 100):g}%"
    return str(value)
