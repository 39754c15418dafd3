"""The tests beside every shipped set, and what holds for all of them."""

from pathlib import Path

import pytest
from support.cases import Case, check, make_submission, set_cases

import par_index
from par_index.assessing import assess
from par_index.reading.library import Library

LIBRARY = Library()
SETS = {entry.id: entry for entry in LIBRARY.sets()}
CASES = [(id, case) for id, entry in SETS.items() for case in set_cases(entry.folder)]


@pytest.mark.parametrize(("id", "case"), CASES, ids=[f"{id} {case}" for id, case in CASES])
def test_criterion_says_what_its_source_says(id: str, case: Case) -> None:
    criteria = SETS[id].criteria
    assert criteria is not None, SETS[id].problems
    check(assess(criteria, make_submission(criteria, case.keys)), case.keys)


@pytest.mark.parametrize("id", SETS)
def test_set_loads_without_a_remark_and_bears_its_path_as_id(id: str) -> None:
    criteria = par_index.load_criteria(id)
    assert criteria.id == id
    assert criteria.remarks == ()
    assert (SETS[id].folder / "SOURCE.md").is_file()


@pytest.mark.parametrize("id", SETS)
def test_every_leaf_has_a_test_that_gives_all_and_one_that_does_not(id: str) -> None:
    criteria = SETS[id].criteria
    assert criteria is not None
    full: set[str] = set()
    short: set[str] = set()
    for case in set_cases(Path(SETS[id].folder)):
        points = case.keys["expect"].get("points")
        code = case.keys["code"]
        if points is not None and code in criteria.by_code:
            (full if float(points) == criteria.by_code[code].max_points else short).add(code)
    leaves = {leaf.code for leaf in criteria.leaves()}
    assert leaves - full == set()
    assert leaves - short == set()
