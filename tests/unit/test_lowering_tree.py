"""The tree of criteria: what parents do to leaves, extras, cycles, grades and the whole."""

from fractions import Fraction

import pytest
from support.lowering import codes, lower

from par_index.model.criteria import Give, Quota
from par_index.model.rules import Portion

F = Fraction

A = '{code: "1.1", max_points: 2, scoring: {full_if: xong}}'
B = '{code: "1.2", max_points: 1, scoring: {given: diem}}'


def parent(more: str, *components: str) -> str:
    return f'[{{code: "1", {more} components: [{", ".join(components or (A, B))}]}}]'


def test_a_ground_of_a_parent_excuses_every_leaf_beneath() -> None:
    own = "not_applicable: {if: xong, give: full}"
    inner = f'{{code: "1.3", components: [{{code: "1.3.1", max_points: 1, {own}, '
    inner += "scoring: {full_if: xong}}]}"
    policy = "not_applicable: {grounds: [{id: khong, text: Không}]},"
    criteria = lower(parent(policy, A, inner))
    by_code = criteria.by_code
    assert by_code["1"].not_applicable is not None
    assert by_code["1"].excuses == ()
    assert by_code["1.1"].excuses == (("1", by_code["1"].not_applicable),)
    (code, first), second = by_code["1.3.1"].excuses
    assert (code, first.give) == ("1.3.1", Give.FULL)
    assert second == ("1", by_code["1"].not_applicable)


def test_whoever_looks_at_an_excused_leaf_says_what_that_counts_as() -> None:
    policy = "not_applicable: {grounds: [{id: khong, text: Không}]},"
    other = '{code: "2", max_points: 1, scoring: {full_if: {code: "1.1", full: yes}}}'
    assert codes(parent(policy)[:-1] + f", {other}]") == ["E319"]


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("scoring: {cap: 2},", []),
        ("max_points: 2, scoring: {cap: 2},", []),
        ("max_points: 3, scoring: {cap: 2},", ["E310"]),
        ("scoring: {cap: 3},", ["W303"]),
        ("scoring: {cap: 100%},", ["W303"]),
        ("scoring: {cap: {to: 50%, if: xong}},", []),
        ("scoring: {cap: 50%, minimum: 100%},", []),
        ("scoring: {cap: 50%, minimum: 101%},", ["E342"]),
        ("scoring: {cap: 0},", ["E342"]),
        ("scoring: {minimum: 4},", ["E342"]),
        ("scoring: {cap: 2, minimum: 3},", ["E342"]),
        ("scoring: {minimum: 50%, if: xong, if_not: 10%},", []),
        ("scoring: {floor: -1},", ["W303"]),
        ("scoring: {full_if: xong},", ["E334"]),
        ("scoring: {when_none: zero, cap: 2},", ["E334"]),
        ("readings: [{cites: {clause: x}, scoring: {full_if: xong}}],", ["E334"]),
        ("scoring: {if: {of: ty_le, at_least: 1%}},", ["E319"]),
    ],
)
def test_a_parent_may_only_change_the_sum(more: str, found: list[str]) -> None:
    assert codes(parent(more)) == found


EXTRA = '{code: "1.9", extra: yes, max_points: 1, scoring: {full_if: xong}}'


def test_extras_stand_beside_the_maximum() -> None:
    criteria = lower(parent("max_points: 3,", A, B, EXTRA))
    assert criteria.max_points == 3
    assert [leaf.extra for leaf in criteria.leaves()] == [False, False, True]


def test_everything_beneath_an_extra_is_extra() -> None:
    group = f"{{code: T, extra: yes, scoring: {{cap: 1}}, components: [{A.replace('1.1', 'T.1')}]}}"
    criteria = lower(f'[{{code: "1", max_points: 5, scoring: {{given: diem}}}}, {group}]')
    assert criteria.max_points == 5
    assert criteria.by_code["T"].max_points == 1
    assert criteria.by_code["T.1"].extra


@pytest.mark.parametrize(
    ("more", "extra", "found"),
    [
        ("scoring: {minimum: 1},", EXTRA, ["E346"]),
        ("scoring: {if: xong},", f'{{code: "1.8", components: [{EXTRA}]}}', ["E346"]),
        ("extra: yes,", EXTRA.replace("yes", "no"), ["E334"]),
        ("", EXTRA.replace("max_points: 1", "max_points: -1"), ["E304"]),
    ],
)
def test_extras_need_plain_sums_above_them(more: str, extra: str, found: list[str]) -> None:
    rest = '{code: "2", max_points: 1, scoring: {given: diem}}]'
    assert codes(parent(more, A, extra)[:-1] + f", {rest}") == found


def test_a_set_needs_points_that_are_no_extras() -> None:
    assert codes(f"[{EXTRA}]") == ["E342"]


# Cycles.

GATE = 'scoring: {{if: {{code: "{code}", full: yes}}}},'


@pytest.mark.parametrize("code", ["1", "1.1"])
def test_a_gate_may_not_look_at_itself_or_beneath(code: str) -> None:
    assert codes(parent(GATE.format(code=code))) == ["E314"]


def test_a_component_may_not_look_at_its_own_parent() -> None:
    looking = '{code: "1.2", max_points: 1, scoring: {full_if: xong, if: {code: "1", full: yes}}}'
    assert set(codes(parent("", A, looking))) == {"E314"}


def test_a_circle_through_a_modifier_is_found() -> None:
    looking = A.replace("xong", '{code: "2", at_least: 1}')
    other = '{code: "2", scoring: {cap: {to: 1, if: {code: "1", at_least: 1}}}, components: ['
    other += '{code: "2.1", max_points: 2, scoring: {full_if: xong}}]}'
    assert set(codes(parent("", looking)[:-1] + f", {other}]")) == {"E314"}


def test_an_excuse_of_a_parent_may_not_look_at_its_leaf() -> None:
    policy = 'not_applicable: {if: {code: "1.1", full: yes, when_none: no}},'
    assert set(codes(parent(policy))) == {"E314"}


def test_a_sibling_may_look_at_a_sibling() -> None:
    looking = '{code: "1.2", max_points: 1, scoring: {full_if: {code: "1.1", at_least: 1}}}'
    assert codes(parent("", A, looking)) == []


# The whole.


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ({"cap": "3"}, ["W303"]),
        ({"cap": "2"}, []),
        ({"cap": "0"}, ["E342"]),
        ({"floor": "0"}, []),
        ({"floor": "-1"}, ["W303"]),
        ({"floor": "4"}, ["E342"]),
        ({"floor": "2", "cap": "1"}, ["E342"]),
    ],
)
def test_cap_and_floor_of_a_set_can_act(header: dict[str, str], found: list[str]) -> None:
    assert codes(parent(""), **header) == found


def test_with_extras_a_cap_at_the_maximum_acts() -> None:
    criteria = lower(parent("", A, B, EXTRA), cap="100%", floor="-2")
    assert criteria.cap == Portion(F(1), of_applicable=True)
    assert criteria.floor == Portion(F(-2))


def test_a_bonus_of_no_points_survives_rounding_and_thirds_do_not() -> None:
    penalty = "{code: P, extra: yes, max_points: 0, scoring: {given: tru}}"
    assert codes(parent("", A, B, penalty)) == []
    assert codes(parent("", A.replace("max_points: 2", "max_points: 1/3"), B)) == ["E335"]


# Grades.

LAST = "{id: yeu, otherwise: yes}"


def test_a_ladder_keeps_what_its_author_wrote() -> None:
    ladder = (
        "[{id: xs, at_least: 90%, if: xong, quota: {at_most: 20%, of: [xs, tot], round: up, "
        "ties: keep, else: tot}}, {id: tot, at_least: 2}, " + LAST + "]"
    )
    best, good, last = lower(parent(""), grades=ladder).grades
    assert (best.at_least, best.of_index) == (F(9, 10), True)
    assert best.condition is not None
    assert best.quota == Quota(F(1, 5), "tot", ("xs", "tot"), round_up=True, keep_ties=True)
    assert (good.at_least, good.of_index) == (2, False)
    assert (last.at_least, last.condition, last.quota) == (None, None, None)


@pytest.mark.parametrize(
    ("ladder", "found"),
    [
        ("[{id: tot, at_least: 80%}]", ["E347"]),
        (f"[{LAST}, {{id: tot, at_least: 80%}}]", ["E347", "E347"]),
        (f"[{{id: tot, at_least: 80%}}, {{id: kha, at_least: 80%}}, {LAST}]", ["E348"]),
        (f"[{{id: tot, at_least: 80%}}, {{id: kha, at_least: 2}}, {LAST}]", []),
        (f"[{{id: tot}}, {LAST}]", ["E302"]),
        (f"[{{id: tot, at_least: 120%}}, {LAST}]", ["E342"]),
        (f"[{{id: tot, at_least: 4}}, {LAST}]", ["E342"]),
        (f"[{{id: tot, at_least: 80%}}, {{id: tot, at_least: 70%}}, {LAST}]", ["E311"]),
        (f"[{{id: tot, if: {{of: ty_le, at_least: 1%}}}}, {LAST}]", ["E319"]),
        (f'[{{id: tot, if: {{code: "9", full: yes}}}}, {LAST}]', ["E313"]),
        ("[{id: tot, at_least: 1}, {id: yeu, otherwise: yes, at_least: 0}]", ["E334"]),
    ],
)
def test_a_ladder_is_one_way_to_a_grade(ladder: str, found: list[str]) -> None:
    assert codes(parent(""), grades=ladder) == found


@pytest.mark.parametrize(
    ("quota", "found"),
    [
        ("{at_most: 20%, of: units, else: yeu}", []),
        ("{at_most: 20, of: units, else: yeu}", ["E304"]),
        ("{at_most: 0%, of: units, else: yeu}", ["E342"]),
        ("{at_most: 20%, of: units, else: tot}", ["E349"]),
        ("{at_most: 20%, of: [tot, khac], else: yeu}", ["E349"]),
        ("{at_most: 20%, of: [tot, tot], else: yeu}", ["E311"]),
        ("{at_most: 20%, of: all, else: yeu}", ["E304"]),
        ("{at_most: 20%, of: units}", ["E302"]),
    ],
)
def test_a_quota_hands_on_to_a_lower_grade(quota: str, found: list[str]) -> None:
    ladder = f"[{{id: tot, at_least: 80%, quota: {quota}}}, {LAST}]"
    assert codes(parent(""), grades=ladder) == found
