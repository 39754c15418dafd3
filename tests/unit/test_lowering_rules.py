"""Rules and modifiers of a set: what they lower to, and what is refused or remarked."""

from fractions import Fraction

import pytest
from support.lowering import codes, leaf, lower, rule, said

from par_index.model.conditions import Answered, Bound, Relation
from par_index.model.quantities import Amount
from par_index.model.rules import (
    Bands,
    BestOf,
    Cap,
    Deduct,
    Each,
    FullIf,
    Given,
    Item,
    Modifiers,
    Portion,
    Proportional,
    Scoring,
    Share,
    SumOf,
    WhenNone,
)
from par_index.nouns import replace

F = Fraction
HALF = F(1, 2)


def test_every_kind_lowers_to_its_rule() -> None:
    assert rule("each: {of: nguoi, points: 0.5}") == Each(Amount("nguoi"), F(2), HALF)
    assert rule("each: {of: nguoi, points: 10%}") == Each(Amount("nguoi"), F(2), F(1, 5))
    assert rule("deduct: {of: nguoi, points: 25%}") == Deduct(Amount("nguoi"), F(2), HALF)
    assert rule("given: diem") == Given("diem", F(2))
    assert rule("proportional: {of: hai_long, floor: 75%}") == Proportional(
        Amount("hai_long"), F(2), floor=Bound(Relation.AT_LEAST, F(3, 4), percent=True)
    )


def test_a_step_may_give_points_in_proportion() -> None:
    lowered = rule(
        "bands: {of: hai_long, steps: [{at_least: 80%, points: 2}, {otherwise: proportional}]}"
    )
    assert isinstance(lowered, Bands)
    assert lowered.otherwise == Share(F(2))


def test_items_have_maxima_titles_and_policies_of_their_own() -> None:
    ratio = "{ratio: [dat, tong]}"
    lowered = rule(
        f"sum_of: [{{full_if: xong, points: 0.5, title: Xong, else: -0.5}}, "
        f"{{best_of: [{{full_if: xong}}, "
        f"{{proportional: {{of: {ratio}}}, points: 50%, when_none: full}}], points: 1.5}}]"
    )
    assert isinstance(lowered, SumOf)
    first, second = lowered.items
    assert first.rule == FullIf(Answered("xong"), HALF, -HALF)
    assert first.title is not None
    assert isinstance(second.rule, BestOf)
    best, other = second.rule.items
    assert best == Item(FullIf(Answered("xong"), F(3, 2), F(0)), F(3, 2))
    assert (other.points, other.when_none) == (F(3, 4), WhenNone(F(3, 4)))


@pytest.mark.parametrize(
    ("scoring", "code"),
    [
        ("sum_of: [{full_if: xong, points: 1}, {full_if: xong, points: 0.5}]", "E310"),
        ("sum_of: [{full_if: xong}, {full_if: xong, points: 1}]", "E302"),
        ("sum_of: [{full_if: xong, points: 2}, {full_if: xong, points: 0}]", "E342"),
        ("best_of: [{full_if: xong}, {full_if: xong, points: 3}]", "E321"),
        ("best_of: [{full_if: xong}]", "E331"),
        ("best_of: [{full_if: xong}, {given: diem}], when_none: zero", "E334"),
        ("best_of: [{full_if: xong, floor: 1}, {given: diem}]", "E301"),
        ("best_of: [{full_if: xong}, {proportional: {of: ty_le}}]", "E319"),
        (
            "best_of: [{full_if: xong}, {each: {of: tong, points: 1}, when_none: not_applicable}]",
            "E304",
        ),
        ("given: diem, when_none: zero", "E334"),
        ("given: tong", "E333"),
        ("full_if: xong, given: diem", "E306"),
        ("given: diem, else: 1", "E334"),
    ],
)
def test_items_and_kinds_that_leave_something_open_are_refused(scoring: str, code: str) -> None:
    assert said(scoring) == [code]


@pytest.mark.parametrize(
    ("scoring", "code"),
    [
        ("each: {of: hai_long, points: 0.1}", "E338"),
        ("each: {of: diem, points: 0.1}", "E338"),
        ("each: {of: nguoi, points: 0}", "E342"),
        ("each: {of: nguoi, points: 3}", "E321"),
        ("each: {of: {ratio: [tong, nguoi]}, points: 0.1}", None),
        ("each: {of: {ratio: [nguoi, tong]}, points: 0.1}", "E319"),
        ("deduct: {of: nguoi, points: -1}", "E342"),
        ("deduct: {of: nguoi, points: 3}", None),
        ("deduct: {of: {days: [ngay, 2025-12-31]}, points: 0.1}", None),
        ("deduct: {of: ngay, points: 0.1}", "E338"),
    ],
)
def test_points_for_each_need_things_to_count(scoring: str, code: str | None) -> None:
    assert said(scoring) == ([] if code is None else [code])


@pytest.mark.parametrize(
    ("scoring", "code"),
    [
        ("proportional: {of: nguoi}", "E338"),
        ("proportional: {of: ngay, target: 2025-01-01}", "E338"),
        ("proportional: {of: nguoi, target: 10}", None),
        ("proportional: {of: nguoi, target: 10%}", "E315"),
        ("proportional: {of: hai_long, target: 0.8}", "E315"),
        ("proportional: {of: nguoi, target: tong}", "E315"),
        ("proportional: {of: dat, target: tong}", "E319"),
        ("proportional: {of: nguoi, target: {last_year: nguoi}}", None),
        ("proportional: {of: hai_long, target: 0%}", "E342"),
        ("proportional: {of: hai_long, floor: 0.5}", "E316"),
        ("proportional: {of: hai_long, floor: 0%}", "E342"),
        ("proportional: {of: hai_long, target: 80%, floor: 81%}", "E342"),
        ("proportional: {of: nguoi, target: {choose: khoi, so: 9, huyen: 5}, floor: 6}", "E342"),
        ("proportional: {of: ty_le}", "E319"),
    ],
)
def test_what_is_reached_and_its_target_are_of_one_kind(scoring: str, code: str | None) -> None:
    assert said(scoring) == ([] if code is None else [code])


def bands(steps: str, of: str = "hai_long", more: str = "") -> list[str]:
    return said(f"bands: {{of: {of}, {more} steps: [{steps}]}}")


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        ("{at_least: 90%, points: 2}, {at_least: 50%, points: 0}, {otherwise: 0}", None),
        ("{at_most: 10%, points: 2}, {at_most: 50%, points: 1}, {otherwise: 0}", None),
        ("{at_least: 90%, points: 2}, {otherwise: 0}", "E350"),
        ("{above: 90%, points: 2}, {above: 50%, points: 0}, {otherwise: 0}", "E350"),
        (
            "{at_least: 90%, points: proportional}, {at_least: 50%, points: 0}, {otherwise: 0}",
            "E334",
        ),
        ("{at_least: 90%, points: 1}, {at_least: 50%, points: 2}, {otherwise: 0}", "W301"),
    ],
)
def test_knots_are_two_bounds_of_one_direction(steps: str, code: str | None) -> None:
    assert bands(steps, more="interpolate: yes,") == ([] if code is None else [code])


@pytest.mark.parametrize(
    ("steps", "of", "code"),
    [
        ("{at_least: 75%, points: proportional}, {otherwise: 0}", "hai_long", None),
        ("{at_least: 80%, points: 1}, {otherwise: proportional}", "hai_long", "W301"),
        ("{at_most: 80%, points: proportional}, {otherwise: 0}", "hai_long", "W301"),
        ("{at_least: 7, points: proportional}, {otherwise: 0}", "nguoi", "E338"),
        (
            "{at_least: 50%, points: 1}, {at_least: 80%, points: 2}, {otherwise: 0}",
            "hai_long",
            "E317",
        ),
        (
            "{at_least: 80%, points: 2}, {at_most: 50%, points: 1}, {otherwise: 0}",
            "hai_long",
            "E317",
        ),
        ("{at_least: 80%, points: 2.5}, {otherwise: 0}", "hai_long", "E321"),
        ("{is: so, points: 2}, {is: so, points: 1}, {otherwise: 0}", "khoi", "E317"),
    ],
)
def test_steps_are_ordered_and_within_the_maximum(steps: str, of: str, code: str | None) -> None:
    assert bands(steps, of) == ([] if code is None else [code])


@pytest.mark.parametrize(
    "scoring",
    [
        "bands: {of: hai_long, steps: [{at_least: 80%, points: 1.5}, {otherwise: 0}]}",
        "best_of: [{full_if: xong, points: 1}, {given: diem, points: 1.5}]",
        "proportional: {of: hai_long}, cap: 1.5",
    ],
)
def test_a_maximum_out_of_reach_is_remarked(scoring: str) -> None:
    assert said(scoring) == ["W304"]


# Modifiers of a leaf.


def test_modifiers_of_a_leaf_are_points() -> None:
    scoring = leaf(
        "proportional: {of: hai_long}, if: xong, if_not: 0.5, minimum: 25%, floor: -10%, "
        "cap: {to: 50%, if: {not: xong}}"
    ).scoring
    assert scoring is not None
    modifiers = scoring.modifiers
    assert modifiers.cap is not None
    assert replace(modifiers, cap=None) == Modifiers(
        Answered("xong"), Portion(HALF), Portion(HALF), Portion(F(-1, 5))
    )
    assert modifiers.cap.to == Portion(F(1))
    assert modifiers.cap.condition is not None


def test_a_floor_beside_deduct_is_its_own() -> None:
    scoring = leaf("deduct: {of: nguoi, points: 1}, floor: -3").scoring
    assert scoring == Scoring(Deduct(Amount("nguoi"), F(2), F(1), F(-3)))


@pytest.mark.parametrize(
    ("modifier", "found"),
    [
        ("minimum: 0", ["E342"]),
        ("minimum: 2.5", ["E342"]),
        ("minimum: 101%", ["E342"]),
        ("floor: 3", ["E342"]),
        ("floor: -1", ["W303"]),
        ("floor: 0", []),
        ("cap: 0", ["E342"]),
        ("cap: 2", ["W303"]),
        ("cap: {to: 3, if: xong}", ["W303"]),
        ("cap: {to: -1, if: xong}", ["E342"]),
        ("cap: {to: 1, if: {of: ty_le, at_least: 1%}}", ["E319"]),
        ("cap: {to: 1}", ["E302"]),
        ("cap: 1, floor: 1.5", ["E342"]),
        ("cap: 1, minimum: 1.5", ["E342"]),
        ("cap: {to: 1, if: xong}, floor: 1.5", ["E342"]),
        ("cap: {to: 1, if: xong}, minimum: 1.5", []),
        ("if_not: 1", ["E302"]),
        ("if: xong, if_not: 3", ["E342"]),
        ("if: {of: ty_le, at_least: 1%}", ["E319"]),
        ("if: {of: ty_le, at_least: 1%, when_none: yes}", []),
    ],
)
def test_modifiers_act_within_the_maximum_or_are_remarked(modifier: str, found: list[str]) -> None:
    assert said(f"proportional: {{of: hai_long}}, {modifier}") == found


def test_a_minimum_below_all_points_never_acts() -> None:
    assert said("full_if: xong, else: 1, minimum: 0.5") == ["W303"]


# Points that somebody gives.


def test_a_measure_of_points_gives_at_most_what_each_place_holds() -> None:
    criteria = lower(
        '[{code: "1", max_points: 2, scoring: {given: diem}}, {code: "2", max_points: 3, '
        "scoring: {best_of: [{full_if: xong}, {given: diem, points: 1.5}]}}]"
    )
    assert criteria.measures["diem"].most == F(3, 2)


def test_points_that_nobody_could_give_are_refused() -> None:
    measures = "[{id: diem, kind: points, min: 3}]"
    assert codes('[{code: "1", max_points: 2, scoring: {given: diem}}]', measures) == ["E345"]


@pytest.mark.parametrize(
    ("scoring", "found"),
    [
        ("{given: tru}", []),
        ("{given: tru, floor: -5}", []),
        ("{given: diem}", ["E344"]),
        ("{deduct: {of: nguoi, points: 1}}", ["E344"]),
        ("{deduct: {of: nguoi, points: 1}, floor: -4}", []),
        ("{deduct: {of: nguoi, points: 10%}, floor: -4}", ["E342"]),
        ("{full_if: xong}", ["E344"]),
        ("{full_if: {not: xong}, else: -1}", []),
    ],
)
def test_a_penalty_must_be_able_to_take_points_away(scoring: str, found: list[str]) -> None:
    penalty = f"{{code: P, extra: yes, max_points: 0, scoring: {scoring}}}"
    assert codes(f'[{{code: "1", max_points: 1, scoring: {{full_if: xong}}}}, {penalty}]') == found


def test_caps_of_a_parent_may_be_shares_of_what_applies() -> None:
    child = '{code: "1.1", max_points: 4, scoring: {given: diem}}'
    criteria = lower(f'[{{code: "1", scoring: {{cap: 50%}}, components: [{child}]}}]')
    parent = criteria.areas[0]
    assert parent.max_points == 2
    assert parent.modifiers == Modifiers(cap=Cap(Portion(HALF, of_applicable=True)))
