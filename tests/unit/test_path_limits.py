"""What a path may not touch, and what it asks for first."""

from __future__ import annotations

from fractions import Fraction

from support.written import load_case_set, make_submission

from par_index.advice.path.goals import Goal, Target
from par_index.advice.path.path import Path, Verdict, path

TOTAL = [
    {"id": "t", "kind": "count", "can": "rise"},
    {"id": "p", "kind": "count", "within": "t", "can": "rise_with"},
    {"id": "q", "kind": "count", "within": "t", "can": "rise_with"},
]


def sought(
    measures: list[dict[str, object]],
    scorings: list[object],
    given: dict[str, str],
    goal: str,
    *,
    keep: tuple[str, ...] = (),
    forbid: tuple[str, ...] = (),
) -> Path:
    criteria = load_case_set(
        {
            "measures": measures,
            "criteria": [
                {"code": str(number), "max_points": "1", "scoring": scoring}
                for number, scoring in enumerate(scorings, 1)
            ],
        }
    )
    submission = make_submission(criteria, {"given": given})
    target = Target(Goal.POINTS, Fraction(goal))
    return path(criteria, submission, target, keep=keep, forbid=forbid)


SHARE = {"proportional": {"of": {"ratio": ["p", "t"]}}, "when_none": "zero"}


def test_a_total_that_may_not_move_does_not_rise_with_its_parts() -> None:
    given = {"t": "2", "p": "0", "q": "0"}
    free = sought(TOTAL, [SHARE], given, "0.9")
    assert free.verdict is Verdict.CHEAPEST
    held = sought(TOTAL, [SHARE], given, "0.9", forbid=("t",))
    assert held.verdict is Verdict.NONE
    assert held.way == {}


def test_a_criterion_that_is_not_worked_on_leaves_its_total_to_others() -> None:
    online = {"full_if": {"of": {"ratio": ["q", "t"]}, "at_least": "50%"}, "when_none": "zero"}
    given = {"t": "2", "p": "0", "q": "0"}
    found = sought(TOTAL, [SHARE, online], given, "0.9", forbid=("2",))
    assert found.verdict is Verdict.CHEAPEST
    assert set(found.way) == {"p"}


def test_what_is_not_told_is_not_held_to_an_old_total() -> None:
    """A part that nobody has told may be all of a total that has risen."""
    more = {"full_if": {"of": {"minus": ["t", "p"]}, "at_least": "2"}}
    assert sought(TOTAL[:2], [more], {"t": "1"}, "1").verdict is Verdict.NONE
    assert sought(TOTAL[:2], [more], {"t": "1", "p": "0"}, "1").verdict is Verdict.CHEAPEST


def test_what_is_to_be_kept_stays_whatever_is_not_told() -> None:
    few = {"full_if": {"of": {"ratio": ["q", "t"]}, "at_most": "50%"}, "when_none": "zero"}
    many = {"full_if": {"of": "p", "at_least": "2"}}
    measures = [*TOTAL, {"id": "r", "kind": "count", "within": "q"}]
    given = {"t": "4", "p": "0", "q": "2"}
    assert sought(measures, [few, many], given, "2", keep=("1",)).verdict is Verdict.CHEAPEST


def test_only_what_can_still_bring_points_is_asked_for() -> None:
    measures = [
        {"id": "a", "kind": "count", "can": "rise"},
        {"id": "b", "kind": "count", "can": "rise"},
        {"id": "c", "kind": "count", "can": "rise"},
    ]
    either = {"full_if": {"any": [{"of": "a", "at_least": "1"}, {"of": "b", "at_least": "1"}]}}
    plain = {"full_if": {"of": "c", "at_least": "1"}}
    found = sought(measures, [either, plain], {"a": "1"}, "2")
    assert found.ask == ("c",), "b would bring nothing: its criterion has all its points"
