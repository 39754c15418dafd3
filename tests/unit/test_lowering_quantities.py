"""Quantities and conditions of a set: what they mean, and what is refused because it means two."""

from fractions import Fraction

import pytest
from support.lowering import MEASURES, codes, leaf, lower, rule, said

from par_index.model.conditions import CriterionApplies, CriterionAtLeast, CriterionFull
from par_index.model.measures import By, Can
from par_index.model.quantities import Amount, Choose, Difference, Ratio, Tallied
from par_index.model.rules import Bands, FullIf, Proportional

HALF = Fraction(1, 2)


def of(text: str) -> object:
    """The quantity of a test at 50%, whatever 0/0 is."""
    lowered = rule(f"full_if: {{of: {text}, at_least: 50%, when_none: no}}")
    assert isinstance(lowered, FullIf)
    return lowered.condition.of  # type: ignore[union-attr]


def test_a_tally_is_the_mean_of_the_options_that_count() -> None:
    text = "{tally: phieu, weights: {tot: 100%, kha: 1/2, kem: skip}}"
    assert of(text) == Tallied("phieu", (("tot", Fraction(1)), ("kha", HALF)))


@pytest.mark.parametrize(
    ("weights", "code"),
    [
        ("{tot: 1, kha: 0.5}", "E339"),
        ("{tot: 1, kha: 0.5, kem: 0, te: 0}", "E328"),
        ("{tot: 1, kha: 0.5, kem: -0.1}", "E342"),
        ("{tot: 101%, kha: 0.5, kem: 0}", "E342"),
        ("{tot: skip, kha: skip, kem: skip}", "E340"),
        ("{tot: nhieu, kha: 0.5, kem: 0}", "E304"),
    ],
)
def test_weights_that_leave_something_open_are_refused(weights: str, code: str) -> None:
    tally = f"{{tally: phieu, weights: {weights}}}"
    assert said(f"proportional: {{of: {tally}}}, when_none: zero") == [code]


def test_a_tally_that_nobody_answered_needs_a_policy() -> None:
    tally = "{tally: phieu, weights: {tot: 1, kha: 0.5, kem: 0}}"
    assert said(f"proportional: {{of: {tally}}}") == ["E319"]


def test_a_target_may_be_chosen_by_option() -> None:
    lowered = rule("proportional: {of: hai_long, target: {choose: khoi, so: 40%, huyen: 30%}}")
    assert isinstance(lowered, Proportional)
    values = (("so", Fraction(2, 5)), ("huyen", Fraction(3, 10)))
    assert lowered.target == Choose("khoi", values, percent=True)


@pytest.mark.parametrize(
    ("choice", "code"),
    [
        ("{choose: khoi, so: 40%}", "E339"),
        ("{choose: khoi, so: 40%, huyen: 30%, xa: 20%}", "E328"),
        ("{choose: khoi, so: 40%, huyen: 0.3}", "E341"),
        ("{choose: khoi, so: 40%, huyen: 0%}", "E342"),
        ("{choose: xong, so: 40%, huyen: 30%}", "E333"),
        ("{choose: khoi, so: 40, huyen: 30}", "E315"),
    ],
)
def test_choices_that_leave_something_open_are_refused(choice: str, code: str) -> None:
    assert said(f"proportional: {{of: hai_long, target: {choice}}}") == [code]


def test_last_year_brings_a_twin_for_all_it_rests_on() -> None:
    criterion = '[{code: "1", max_points: 1, scoring: {full_if: {of: {last_year: ty_le}, '
    criteria = lower(criterion + "at_least: 50%, when_none: no}}}]")
    twins = {id: one for id, one in criteria.measures.items() if one.last_year_of}
    assert list(twins) == ["tong@last_year", "dat@last_year", "ty_le@last_year"]
    assert twins["ty_le@last_year"].of == ("dat@last_year", "tong@last_year")
    assert twins["dat@last_year"].within == ("tong@last_year",)
    assert {(one.by, one.can) for one in twins.values()} == {(By.UNIT, Can.FIXED)}


def test_last_year_is_of_the_same_type() -> None:
    growth = "{ratio: [{minus: [tong, {last_year: tong}]}, {last_year: tong}]}"
    difference = Difference(Amount("tong"), Amount("tong@last_year"), unsigned=False)
    assert of(growth) == Ratio(difference, Amount("tong@last_year"), bounded=False)
    assert said(f"full_if: {{of: {growth}, at_least: 5%}}") == ["E319"]
    assert said("full_if: {of: {minus: [tong, {last_year: nguoi}]}, at_least: 1}") == ["E315"]
    assert said("full_if: {of: {last_year: hai_long}, at_least: 1}") == ["E316"]


def test_a_part_of_last_year_lies_within_its_whole() -> None:
    ratio = of("{ratio: [{last_year: dat}, {last_year: tong}]}")
    assert isinstance(ratio, Ratio)
    assert ratio.bounded


@pytest.mark.parametrize("id", ["xong", "khoi", "phieu"])
def test_only_amounts_shares_points_and_days_have_a_last_year(id: str) -> None:
    assert said(f"full_if: {{of: {{last_year: {id}}}, at_least: 1}}") == ["E333"]


@pytest.mark.parametrize(
    "text", ["{minus: [hai_long, {last_year: hai_long}]}", "{minus: [ty_le, 50%]}"]
)
def test_a_difference_of_shares_is_compared_in_percent(text: str) -> None:
    assert said(f"full_if: {{of: {text}, at_least: -2%, when_none: no}}") == []
    assert said(f"full_if: {{of: {text}, at_least: 2, when_none: no}}") == ["E316"]


@pytest.mark.parametrize(
    "text",
    [
        "{sum: [hai_long, 5]}",
        "{minus: [tong, nguoi]}",
        "{sum: [tong, diem]}",
        "{ratio: [ngay, 2025-01-01]}",
        "{ratio: [khoi, tong]}",
    ],
)
def test_unlike_quantities_are_not_put_together(text: str) -> None:
    assert "E315" in said(f"full_if: {{of: {text}, at_least: 1, when_none: no}}")


def test_days_are_counted_between_days() -> None:
    assert said("full_if: {of: {days: [tong, 2025-01-01]}, at_most: 0}") == ["E338"]


def test_points_can_be_asked_about() -> None:
    given = "sum_of: [{given: diem, points: 1}, {full_if: {of: diem, at_least: 0.5}, points: 1}]"
    assert said(given) == []


def test_a_twin_cannot_be_named_by_an_author() -> None:
    assert said("full_if: {of: tong@last_year, at_least: 1}") == ["E312"]


# Conditions on criteria.

GROUNDS = "{grounds: [{id: khong, text: Không có}]}"
FIRST = f'{{code: "1", max_points: 2, not_applicable: {GROUNDS}, scoring: {{full_if: xong}}}}'


def second(condition: str) -> str:
    return f'[{FIRST}, {{code: "2", max_points: 1, scoring: {{full_if: {condition}}}}}]'


def test_a_criterion_may_ask_for_points_and_for_applicability() -> None:
    criteria = lower(
        second(
            '{all: [{code: "1", full: yes}, {code: "1", at_least: 80%, when_none: no},'
            ' {code: "1", at_least: 0.5}, {code: "1", outcome: not_applicable}]}'
        )
    )
    scoring = criteria.by_code["2"].scoring
    assert scoring is not None
    assert isinstance(scoring.rule, FullIf)
    assert scoring.rule.condition.members == (  # type: ignore[union-attr]
        CriterionFull("1"),
        CriterionAtLeast("1", Fraction(4, 5), percent=True, when_none=False),
        CriterionAtLeast("1", HALF),
        CriterionApplies("1", applies=False),
    )


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ('{code: "1", full: yes}', ["E319"]),
        ('{code: "1", at_least: 1}', ["E319"]),
        ('{code: "1", outcome: scored}', []),
        ('{code: "1", outcome: scored, when_none: no}', ["E334"]),
        ('{code: "1"}', ["E306"]),
        ('{code: "1", full: yes, at_least: 1}', ["E306"]),
        ('{code: "1", full: no}', ["E304"]),
        ('{code: "1", at_least: 3, when_none: no}', ["E342"]),
        ('{code: "1", at_least: 101%, when_none: no}', ["E342"]),
        ('{code: "3", full: yes}', ["E313"]),
    ],
)
def test_each_look_at_a_criterion_is_one_test(condition: str, found: list[str]) -> None:
    assert codes(second(condition)) == found


def test_one_unread_member_spoils_the_whole_condition() -> None:
    assert said("full_if: {all: [xong, khong_co]}") == ["E312"]


# Measures.


@pytest.mark.parametrize(
    ("measure", "code"),
    [
        ("{id: x, kind: tally, options: [tot, value]}", "E343"),
        ("{id: x, kind: choice, options: [choose, khac]}", "E343"),
        ("{id: x, kind: tally}", "E302"),
        ("{id: x, kind: points, counted_in: điểm}", "E334"),
        ("{id: x, kind: count, min: 0.5}", "E304"),
        ("{id: x, kind: count, min: -1}", "E304"),
        ("{id: x, kind: points, min: 5%}", "E304"),
        ("{id: x, kind: count, counted_in: người, best: nguoi}", "E334"),
        ("{id: x, kind: count, counted_in: hồ sơ, by: block, best: nguoi}", "E327"),
        ("{id: x, kind: date, by: block, best: ngay}", "E334"),
        ("{id: x, kind: count, by: block, best: nguoii}", "E312"),
    ],
)
def test_measures_that_do_not_fit_themselves_are_refused(measure: str, code: str) -> None:
    assert said("full_if: xong", measures=MEASURES + f"- {measure}") == [code]


def test_the_best_of_a_block_is_of_a_rate_as_a_percentage() -> None:
    best = "- {id: x, kind: percent, by: block, best: ty_le}"
    assert said("full_if: xong", measures=MEASURES + best) == []


def test_points_may_be_below_zero_and_decimal() -> None:
    measures = MEASURES + "- {id: x, kind: points, min: -2.5}"
    criterion = leaf("given: x", measures=measures)
    assert criterion.max_points == 2
    criteria = lower('[{code: "1", max_points: 2, scoring: {given: x}}]', measures)
    assert (criteria.measures["x"].least, criteria.measures["x"].most) == (Fraction(-5, 2), 2)


def test_bands_over_a_quotient_take_plain_numbers() -> None:
    steps = "steps: [{at_most: 3, points: 2}, {otherwise: 0}]"
    lowered = rule(f"bands: {{of: {{ratio: [tong, nguoi]}}, {steps}}}")
    assert isinstance(lowered, Bands)
