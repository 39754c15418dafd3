"""The naive scorer against the cases worked out by hand: whatever it can say, it must say so."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from support.cases import Case, facts_of, shown_index, shown_points, spec_cases
from support.oracle import Oracle, UnreportedError

ABOUT_A_CRITERION = {"points", "low", "high", "outcome", "max"}
ABOUT_THE_WHOLE = {"total", "total_low", "total_high", "applicable", "index", "grades"}


def answers(case: Case) -> dict[str, str]:
    """What the naive scorer makes of a case: of its criterion, and of the whole set."""
    assert case.criteria is not None
    oracle = Oracle(case.criteria, facts_of(case.criteria, case.keys))
    said: dict[str, str] = {}
    with suppress(UnreportedError):
        standing = oracle.standing(case.keys.get("code") or oracle.leaves()[0])
        points = standing.points
        said["outcome"] = "NOT_APPLICABLE" if points is None else "SCORED"
        said["max"] = shown_points(standing.applicable)
        if points is not None:
            said.update(dict.fromkeys(("points", "low", "high"), shown_points(points)))
    with suppress(UnreportedError):
        total = shown_points(oracle.shown_total)
        said.update(dict.fromkeys(("total", "total_low", "total_high"), total))
        said["applicable"] = shown_points(oracle.applicable)
        said["index"] = shown_index(oracle.index, case.criteria.get("rounding", {}))
        if "grades" in case.criteria and oracle.grade is not None:
            said["grades"] = oracle.grade
    return said


def complete_cases() -> Iterator[tuple[Case, dict[str, str]]]:
    for case in spec_cases(Path(__file__).parent):
        if "refused" in case.keys["expect"]:
            continue
        said = answers(case)
        if said.keys() & case.keys["expect"].keys():
            yield case, said


CASES = list(complete_cases())


@pytest.mark.parametrize(("case", "said"), CASES, ids=[str(case) for case, _ in CASES])
def test_naive_scorer_says_what_was_worked_out_by_hand(case: Case, said: dict[str, str]) -> None:
    for key, wanted in case.keys["expect"].items():
        if key not in said:
            continue
        if key == "grades":
            sure = [id for id, standing in wanted.items() if standing == "sure"]
            assert sure in ([], [said[key]])
            assert wanted.get(said[key]) != "impossible"
        elif key in ("outcome", "index"):
            assert said[key] == wanted
        else:
            assert said[key] == shown_points(wanted), key


def test_most_cases_are_complete() -> None:
    assert len(CASES) >= 180
