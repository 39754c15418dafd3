"""Proof before timing: every lane gives the same points for every leaf of many units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.lanes import Case, Lane, Leaves
from benchmarks.lowering.tests import NOT_APPLICABLE

__all__ = ["Finding", "prove"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Why a lane is not timed: where it first differs, or what it stopped at."""

    lane: str
    sentence: str


def prove(case: Case, reference: Lane, lanes: Sequence[Lane]) -> list[Finding]:
    """Hold every lane against the reference, over all units of the case."""
    expected = [reference.read(reference.score(unit)) for unit in reference.inputs]
    found = []
    for lane in lanes:
        for number, right in enumerate(expected):
            if sentence := _difference(case, lane, number, right):
                found.append(Finding(lane.name, sentence))
                break
    return found


def _difference(case: Case, lane: Lane, number: int, right: Leaves) -> str:
    try:
        given = lane.read(lane.score(lane.inputs[number]))
    except Exception as error:  # whatever a foreign engine may raise
        return f"unit {number}: {type(error).__name__}: {str(error)[:200]}"
    for code in case.codes:
        if given[code] != right[code]:
            points = f"{_shown(given[code], case)} instead of {_shown(right[code], case)}"
            return f"unit {number}, leaf {code}: {points}"
    return ""


def _shown(steps: int, case: Case) -> str:
    return "n/a" if steps == NOT_APPLICABLE else f"{steps / case.program.scale:g}"
