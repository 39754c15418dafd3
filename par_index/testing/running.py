"""Running the tests beside a set: all of them, or those of some files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from par_index.model.criteria import CriteriaSet
from par_index.nouns import Noun
from par_index.problems import Problem, Problems
from par_index.testing.cases import Trial
from par_index.testing.checking import run_test
from par_index.testing.coverage import Coverage, cover
from par_index.testing.files import read_test_file
from par_index.testing.parts import Parts

__all__ = ["TESTS", "SetReport", "files_of", "run_tests"]

TESTS: Final = "tests"
"""The folder of a set in which its tests stand."""


class SetReport(Noun):
    """What came of a set's tests.

    ``problems`` are what is wrong with test files; as long as there are any, what the others
    leave unreached says nothing, and there is no coverage.
    """

    name: str
    criteria: CriteriaSet
    trials: tuple[Trial, ...]
    problems: tuple[Problem, ...] = ()
    coverage: Coverage | None = None

    @property
    def failed(self) -> tuple[Trial, ...]:
        return tuple(trial for trial in self.trials if not trial.passed)


def files_of(folder: Path) -> list[Path]:
    """The test files of the set in a folder, by name."""
    return sorted((folder / TESTS).glob("*.yaml"))


def run_tests(
    criteria: CriteriaSet, folder: Path, name: str, files: Sequence[Path] | None = None
) -> SetReport:
    """Run the tests of the set in a folder, which is called ``name`` in places.

    With ``files`` only those, and coverage is told of the criteria that they name.
    """
    problems = Problems()
    tests = []
    for path in files_of(folder) if files is None else files:
        place = f"{TESTS}/{path.name}"
        shown = place if name == "." else f"{name}/{place}"
        tests += read_test_file(path, shown, criteria, problems)
    parts = Parts(criteria)
    trials = tuple(run_test(criteria, test, parts) for test in tests)
    if problems.has_errors:
        return SetReport(name, criteria, trials, problems.in_order())
    codes = None if files is None else [test.code for test in tests]
    return SetReport(name, criteria, trials, coverage=cover(parts, trials, codes))
