"""What durable-rules is not given: programs beyond its limits, and values it would misread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from support.programs import fact, ground_pattern

from par_index.inferring.crossing import Crossing
from par_index.inferring.limits import LIMITS
from par_index.inferring.memory import Memory
from par_index.inferring.programs import GroundPattern, GroundRule
from par_index.inferring.reference import infer_by_reference
from par_index.inferring.refusals import EngineRefusal
from par_index.inferring.values import check_names, check_value
from par_index.model.facts import Fact

Case = tuple[list[GroundRule], list[Fact]]


def rule(*when: GroundPattern, **more: Any) -> GroundRule:
    return GroundRule("r", when, **more)


def with_rules(number: int) -> Case:
    spread = [rule(ground_pattern(f"k{one % 100}", n=one)) for one in range(number)]
    return spread, [fact("k1", n=1), fact("k2", n=1)]


def with_conditions(number: int) -> Case:
    when = [ground_pattern("a", n=one) for one in range(number - 1)]
    return [rule(*when, unless=(ground_pattern("b"),))], [fact("a", n=one) for one in range(9)]


def with_tests_under_one_node(number: int) -> Case:
    return [rule(ground_pattern("a", n=one)) for one in range(number)], [fact("a", n=7)]


def with_rules_ending_in_one_test(number: int) -> Case:
    same = [rule(ground_pattern("a", n=1), derives=(fact("b", n=one),)) for one in range(number)]
    return same, [fact("a", n=1), fact("a", n=2)]


def with_tests_one_fact_can_pass(number: int) -> Case:
    """The kind is a test as well, and so is what another kind passes at most: less."""
    above = [rule(ground_pattern("a", n={"above": one})) for one in range(number - 1)]
    return [*above, rule(ground_pattern("b"))], [fact("a", n=number), fact("a", n=3)]


def with_facts(number: int) -> Case:
    return [rule(ground_pattern("a", n=1))], [fact("a", n=one) for one in range(number)]


def with_choices(number: int) -> Case:
    side = number // 100
    pair = rule(ground_pattern("a", n={"below": 2}), ground_pattern("b", n={"below": 2}))
    many = [fact("a", n=one) for one in range(100)] + [fact("b", n=one) for one in range(side)]
    return [pair], many


CASES: dict[str, Callable[[int], Case]] = {
    "rules": with_rules,
    "conditions": with_conditions,
    "tests_under_one_node": with_tests_under_one_node,
    "rules_ending_in_one_test": with_rules_ending_in_one_test,
    "tests_one_fact_can_pass": with_tests_one_fact_can_pass,
    "facts": with_facts,
    "choices": with_choices,
}


def crossing(case: Case) -> Crossing:
    program, given = case
    return Crossing(program, Memory(program, given))


@pytest.mark.parametrize("name", LIMITS)
def test_a_program_is_refused_beyond_a_limit_and_only_there(name: str) -> None:
    crossing(CASES[name](LIMITS[name]))
    with pytest.raises(EngineRefusal, match=f"^limits: {name}$"):
        crossing(CASES[name](LIMITS[name] + (100 if name == "choices" else 1)))


@pytest.mark.parametrize("name", LIMITS)
def test_up_to_its_limits_durable_rules_gives_what_the_reference_gives(name: str) -> None:
    pytest.importorskip("durable_rules_engine", reason="durable-rules is an optional extra")
    from par_index.inferring.durable import infer_by_durable

    program, given = CASES[name](LIMITS[name])
    expected = infer_by_reference(program, given)
    assert expected.firings
    assert infer_by_durable(program, given) == expected


def test_values_of_one_field_are_not_passed_together() -> None:
    """Nor do those of another kind count: what counts is what one fact can pass at most."""
    values = [ground_pattern("a", s=str(one), n={"above": one}) for one in range(60)]
    orders = [ground_pattern("b", n={"above": one}) for one in range(50)]
    crossing(([rule(pattern) for pattern in values + orders], []))


# --- values ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value", [0, -1, 2 * 10**9, -2 * 10**9, "", "a", "Điều 5", "x" * 512, "ư" * 256]
)
def test_values_that_are_compared_as_in_python_cross(value: int | str) -> None:
    check_value(value)


@pytest.mark.parametrize(
    "value",
    [
        2 * 10**9 + 1,
        -(2 * 10**9) - 1,
        True,
        None,
        1.5,
        "x" * 513,
        "ư" * 257,
        "a\nb",
        "a\x00",
        "\x7f",
        "ế\x85",
        "e\u0302\u0301",
        "\ud800",
    ],
    ids=repr,
)
def test_values_that_could_be_misread_do_not_cross(value: object) -> None:
    with pytest.raises(EngineRefusal, match=r"^value: "):
        check_value(value)


@pytest.mark.parametrize("name", ["code", "lost_milli", "a" * 40, "n2"])
def test_names_in_small_letters_cross(name: str) -> None:
    check_names([name])


@pytest.mark.parametrize("name", ["id", "sid", "$s", "", "Code", "2n", "a.b", "tên", "a" * 41])
def test_other_names_do_not_cross(name: str) -> None:
    with pytest.raises(EngineRefusal, match=r"^value: field"):
        check_names(["code", name])


def test_names_that_share_a_hash_do_not_cross_together() -> None:
    check_names(["costarring"])
    check_names(["liquid"])
    with pytest.raises(EngineRefusal, match=r"^value: field"):
        check_names(["costarring", "liquid"])


def refused(given: Fact, *when: GroundPattern, **more: Any) -> str:
    with pytest.raises(EngineRefusal) as caught:
        crossing(([rule(*when, **more)], [given]))
    return caught.value.reason


def test_a_field_that_is_tested_must_be_there_and_of_one_type() -> None:
    assert refused(fact("a", n=1), ground_pattern("a", s="x")) == "value"
    assert refused(fact("a", n="1"), ground_pattern("a", n=1)) == "value"
    assert refused(fact("a", n=1), ground_pattern("a", n="1")) == "value"
    assert refused(fact("a", n=1), ground_pattern("a", n={"above": "1"})) == "value"
    assert refused(fact("a", n=1), ground_pattern("a", n=1), ground_pattern("a", n="1")) == "value"


def test_what_rules_may_derive_is_looked_at_before_anything_crosses() -> None:
    more = {"derives": (fact("b", s="x\n"),)}
    assert (
        refused(fact("a", n=1), ground_pattern("a"), ground_pattern("b", s="y"), **more) == "value"
    )


def test_kinds_are_values_too_and_some_are_taken() -> None:
    assert refused(fact("a\n", n=1), ground_pattern("a\n")) == "value"
    assert refused(fact("#boot", n=1), ground_pattern("#boot")) == "value"


def test_fields_that_no_pattern_tests_stay_behind() -> None:
    long = fact("a", n=1, quote="«…»\n" * 1000, id=10**20)
    crossing(([rule(ground_pattern("a", n=1))], [long, fact("other", sid=True)]))
