"""The tests beside every shipped set, and what holds for all of them."""

from __future__ import annotations

from functools import cache

import pytest

import par_index
from par_index.reading.library import Library
from par_index.rendering.set_tests import render_set_tests
from par_index.testing.cases import Trial
from par_index.testing.checking import find_score, run_test
from par_index.testing.finding_tests import FindingTrial
from par_index.testing.parts import Parts
from par_index.testing.running import SetReport, run_tests

LIBRARY = Library()
SETS = {entry.id: entry for entry in LIBRARY.sets()}


@cache
def report_of(id: str) -> SetReport:
    """What came of a set's tests; run once for all that is asked of them here."""
    criteria = SETS[id].criteria
    assert criteria is not None, SETS[id].problems
    return run_tests(criteria, SETS[id].folder, id)


TRIALS = [(id, trial) for id in SETS for trial in report_of(id).trials]


@pytest.mark.parametrize(
    "trial",
    [trial for _, trial in TRIALS],
    ids=[f"{id} {trial.test.code}: {trial.test.name}" for id, trial in TRIALS],
)
def test_criterion_says_what_its_source_says(trial: Trial) -> None:
    told = [f"{one.expected.key}: {one.expected.value}, got {one.got}" for one in trial.mismatches]
    assert told == [], trial.test.span


@pytest.mark.parametrize(
    "trial",
    [trial for id in SETS for trial in report_of(id).finding_trials],
    ids=lambda trial: trial.test.name,
)
def test_rules_of_a_set_find_what_their_tests_say(trial: FindingTrial) -> None:
    assert trial.got == trial.test.expect, trial.test.span


@pytest.mark.parametrize("id", SETS)
def test_set_loads_without_a_remark_and_bears_its_path_as_id(id: str) -> None:
    criteria = par_index.load_criteria(id)
    assert criteria.id == id
    assert criteria.remarks == ()
    assert (SETS[id].folder / "SOURCE.md").is_file()


@pytest.mark.parametrize("id", SETS)
def test_every_branch_and_every_edge_has_a_test(id: str) -> None:
    report = report_of(id)
    assert report.problems == ()
    assert report.coverage is not None
    if not report.is_complete:
        pytest.fail(render_set_tests(report, language="vi", width=100, color=False), pytrace=False)


@pytest.mark.parametrize("id", SETS)
def test_a_criterion_scores_alone_as_it_does_in_its_whole_set(id: str) -> None:
    """Tests score a part of their set, which is quick; every tenth is scored in full here."""
    report = report_of(id)
    for trial in report.trials[::10]:
        alone = run_test(report.criteria, trial.test, Parts(report.criteria)).score
        whole = find_score(par_index.assess(report.criteria, trial.test.submission), alone.code)
        assert (whole.account, whole.because, whole.why) == (
            alone.account,
            alone.because,
            alone.why,
        )
