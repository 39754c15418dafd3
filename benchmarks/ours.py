"""par_index's own lanes and commands: the one place that knows how it is called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from pathlib import Path
from typing import Any

from benchmarks.lanes import Case, Lane, Leaves
from benchmarks.lowering.tests import NOT_APPLICABLE
from par_index.assessing import assess
from par_index.model.accounts import Outcome
from par_index.model.assessment import Assessment
from par_index.model.criteria import CriteriaSet
from par_index.model.submission import Submission
from par_index.reading.library import Library
from par_index.reading.sets import load_set
from par_index.reading.shelf import Shelf
from par_index.scoring.closures.leaves import CompiledSet

__all__ = ["FULL", "POINTS", "UNCACHED", "cached_in", "our_lanes", "read_set", "recall_set"]

POINTS = "par_index, points"
FULL = "par_index, the whole assessment"

UNCACHED: Mapping[str, str] = {"PAR_INDEX_CACHE": "off"}
"""The environment in which par-score keeps no criteria set for its next run."""


def cached_in(folder: Path) -> Mapping[str, str]:
    """The environment in which par-score keeps its sets there, and nowhere else."""
    return {"PAR_INDEX_CACHE": str(folder)}


def read_set(folder: Path) -> CriteriaSet:
    """A set read from its files, with every check."""
    return load_set(folder)


def recall_set(folder: Path, cache: Path) -> CriteriaSet:
    """The same set from a cache; the first time it is read and put there."""
    return Library(shelf=Shelf(cache)).load(str(folder))


def our_lanes(case: Case) -> Iterator[Lane]:
    yield _points(case)
    yield _points_of_submission(case)
    yield _full(case)


def _points(case: Case) -> Lane:
    """From values by name, as the peers get them."""
    compiled = CompiledSet(case.criteria)
    in_order = itemgetter(*compiled.slots.ids)
    units = [
        dict(zip(compiled.slots.ids, compiled.facts(submission), strict=False))
        for submission in case.submissions
    ]

    def score(unit: Mapping[str, Any]) -> Sequence[Any]:
        return compiled.points([*in_order(unit), {}])

    return Lane(POINTS, "points", units, score, _reader_of(case, compiled))


def _points_of_submission(case: Case) -> Lane:
    """From a submission as it is read, with all that is inferred of what it leaves open."""
    compiled = CompiledSet(case.criteria)

    def score(submission: Submission) -> Sequence[Any]:
        return compiled.points(compiled.facts(submission))

    name = f"{POINTS} of a submission"
    return Lane(name, "points", case.submissions, score, _reader_of(case, compiled))


def _reader_of(case: Case, compiled: CompiledSet) -> Any:
    def read(points: Sequence[Any]) -> Leaves:
        found = zip(compiled.leaves, points, strict=True)
        return {code: NOT_APPLICABLE if given is None else given for code, given in found}

    return read


def _full(case: Case) -> Lane:
    def score(submission: Submission) -> Assessment:
        return assess(case.criteria, submission)

    def read(assessment: Assessment) -> Leaves:
        steps = {}
        for code in case.codes:
            score = assessment.by_code[code]
            if score.outcome is Outcome.NOT_APPLICABLE:
                steps[code] = NOT_APPLICABLE
            else:
                assert score.points is not None, f"{code} is open in a complete unit"
                steps[code] = int(score.points * case.program.scale)
        return steps

    gives = "points, reasons, next steps"
    return Lane(FULL, gives, case.submissions, score, read)
