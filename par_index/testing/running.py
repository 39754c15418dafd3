"""Running the tests beside a set: all of them, or those of some files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from par_index.model.criteria import CriteriaSet
from par_index.model.findings import FindingRule
from par_index.nouns import Noun
from par_index.problems import Problem, Problems
from par_index.reading.common import files_in, is_common, rule_files_in
from par_index.reading.findings import common_rules, read_rules, unnamed_rules
from par_index.testing.cases import SetTest, Trial
from par_index.testing.checking import run_test
from par_index.testing.coverage import Coverage, cover
from par_index.testing.files import read_test_file
from par_index.testing.finding_files import read_finding_tests
from par_index.testing.finding_tests import (
    FindingReport,
    FindingTest,
    FindingTrial,
    Lack,
    Unshown,
    run_finding_test,
    unshown_in,
)
from par_index.testing.parts import Parts

__all__ = ["TESTS", "SetReport", "files_of", "run_rules", "run_tests", "unused_rules"]

TESTS: Final = "tests"
"""The folder of a set in which its tests stand."""


class SetReport(Noun):
    """What came of a set's tests.

    ``problems`` are what is wrong with test files; as long as there are errors, what the others
    leave unreached says nothing, and there is no coverage. Files of rules that the set does not
    use are warned of. ``unshown`` is of the finding rules that are the set's own.
    """

    name: str
    criteria: CriteriaSet
    trials: tuple[Trial, ...]
    problems: tuple[Problem, ...] = ()
    coverage: Coverage | None = None
    finding_trials: tuple[FindingTrial, ...] = ()
    unshown: tuple[Unshown, ...] = ()

    @property
    def failed(self) -> tuple[Trial, ...]:
        return tuple(trial for trial in self.trials if not trial.passed)

    @property
    def failed_findings(self) -> tuple[FindingTrial, ...]:
        return tuple(trial for trial in self.finding_trials if not trial.passed)

    @property
    def has_failed(self) -> bool:
        return bool(self.failed or self.failed_findings)

    @property
    def is_complete(self) -> bool:
        """Whether the tests reach everything, as far as that can be told."""
        return not self.unshown and (self.coverage is None or self.coverage.is_complete)


def files_of(folder: Path) -> list[Path]:
    """The test files of the set in a folder, by name."""
    return sorted((folder / TESTS).glob("*.yaml"))


def shown_test(path: Path, name: str) -> str:
    """How places call a test file beside the set, or the rules, called ``name``."""
    place = f"{TESTS}/{path.name}"
    return place if name == "." else f"{name}/{place}"


def run_tests(
    criteria: CriteriaSet, folder: Path, name: str, files: Sequence[Path] | None = None
) -> SetReport:
    """Run the tests of the set in a folder, which is called ``name`` in places.

    With ``files`` only those, and coverage is told of the criteria that they name.
    """
    problems = Problems()
    problems.extend(unused_rules(criteria, folder))
    tests: list[SetTest] = []
    of_rules: list[FindingTest] = []
    for path in files_of(folder) if files is None else files:
        shown = shown_test(path, name)
        tests += read_test_file(path, shown, criteria, problems)
        of_rules += read_finding_tests(
            path, shown, criteria.rules, problems, beside_others=True, checks=criteria.checks
        )
    parts = Parts(criteria)
    trials = tuple(run_test(criteria, test, parts) for test in tests)
    found = tuple(run_finding_test(criteria.rules, test) for test in of_rules)
    if problems.has_errors:
        return SetReport(name, criteria, trials, problems.in_order(), finding_trials=found)
    codes = None if files is None else [test.code for test in tests]
    coverage = cover(parts, trials, codes)
    unshown: tuple[Unshown, ...] = ()
    if files is None:
        unshown = tuple(unshown_in(_own_rules(criteria), found, set(_shown(trials))))
    return SetReport(name, criteria, trials, problems.in_order(), coverage, found, unshown)


def run_rules(folder: Path, name: str, files: Sequence[Path] | None = None) -> FindingReport:
    """Run the tests of the rules in a folder that belongs to no set, in the same way."""
    problems = Problems()
    rules = read_rules(rule_files_in(folder, name, problems), problems, for_all=is_common(folder))
    if problems.has_errors:
        return FindingReport(name, (), problems.in_order(), is_readable=False)
    tests: list[FindingTest] = []
    for path in files_of(folder) if files is None else files:
        tests += read_finding_tests(path, shown_test(path, name), rules, problems)
    trials = tuple(run_finding_test(rules, test) for test in tests)
    if problems.has_errors:
        return FindingReport(name, trials, problems.in_order())
    unshown = tuple(unshown_in(rules, trials)) if files is None else ()
    return FindingReport(name, trials, problems.in_order(), unshown)


def unused_rules(criteria: CriteriaSet, folder: Path) -> Iterator[Problem]:
    """A warning for each file of rules in a set's folder that the set does not name."""
    shown = criteria.areas[0].span.source.name.rpartition("/")[0] or "."
    yield from unnamed_rules(files_in(folder, shown, Problems()), criteria.rules)


def _shown(trials: Sequence[Trial]) -> Iterator[tuple[str, Lack]]:
    """What the tests that score something, and pass, show of rules."""
    for trial in trials:
        for expected in trial.test.expect if trial.passed else ():
            if expected.key == "findings" and isinstance(expected.value, Mapping):
                for rule, places in expected.value.items():
                    yield rule, Lack.FIRES if places else Lack.SILENT


def _own_rules(criteria: CriteriaSet) -> list[FindingRule]:
    common = common_rules()
    return [rule for rule in criteria.rules if rule not in common]
