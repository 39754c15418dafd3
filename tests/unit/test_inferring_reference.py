"""What a ground program means, by cases that were worked out by hand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from support.programs import Answer, fact, ground_pattern, naive_answer

from par_index.inferring.programs import Firing, GroundPattern, GroundRule, Inferred
from par_index.inferring.reference import infer_by_reference
from par_index.model.facts import Fact

A, B, C = fact("score", code="1", milli=0), fact("score", code="2", milli=500), fact("odd", n=1)


def rule(name: str, *when: GroundPattern, **more: object) -> GroundRule:
    return GroundRule(name, when, **more)  # type: ignore[arg-type]


def fired(rules: Sequence[GroundRule], *facts: Fact) -> list[tuple[str, tuple[Fact, ...]]]:
    """The firings, which the naive matcher of the tests must confirm."""
    found = infer_by_reference(rules, facts)
    assert Answer.of(found) == naive_answer(rules, facts)
    return [(firing.rule, firing.facts) for firing in found.firings]


def test_without_facts_nothing_fires() -> None:
    assert infer_by_reference([rule("r", ground_pattern("score"))], ()) == Inferred()


def test_every_fact_that_matches_fires() -> None:
    assert fired([rule("r", ground_pattern("score"))], B, A, C) == [("r", (A,)), ("r", (B,))]


def test_a_fact_that_is_given_twice_is_there_once() -> None:
    assert fired([rule("r", ground_pattern("score"))], A, A) == [("r", (A,))]


def test_two_patterns_match_two_facts_in_both_ways() -> None:
    both = rule("r", ground_pattern("score"), ground_pattern("score"))
    assert fired([both], A) == []
    assert fired([both], A, B) == [("r", (A, B)), ("r", (B, A))]


def test_all_combinations_fire_in_order() -> None:
    odd = [fact("odd", n=n) for n in (1, 2)]
    both = rule("r", ground_pattern("odd"), ground_pattern("score"))
    assert fired([both], B, *odd, A) == [
        ("r", (odd[0], A)),
        ("r", (odd[0], B)),
        ("r", (odd[1], A)),
        ("r", (odd[1], B)),
    ]


@pytest.mark.parametrize(
    ("compare", "codes"),
    [
        ("is", ["2"]),
        ("not", ["1", "3"]),
        ("above", ["3"]),
        ("below", ["1"]),
        ("at_least", ["2", "3"]),
        ("at_most", ["1", "2"]),
    ],
)
def test_each_comparison_means_what_it_says(compare: str, codes: list[str]) -> None:
    facts = [fact("score", code=code, milli=n) for code, n in (("1", -5), ("2", 0), ("3", 5))]
    found = fired([rule("r", ground_pattern("score", milli={compare: 0}))], *facts)
    assert [matched["code"] for _, (matched,) in found] == codes


def test_a_field_that_is_not_there_meets_nothing() -> None:
    rules = [rule(name, ground_pattern("odd", x={name: 1})) for name in ("is", "not", "below")]
    assert fired(rules, C) == []


def test_numbers_and_texts_are_never_equal_nor_in_order() -> None:
    text, number = fact("odd", n="1"), fact("odd", n=1)
    assert fired([rule("r", ground_pattern("odd", n=1))], text, number) == [("r", (number,))]
    assert fired([rule("r", ground_pattern("odd", n="1"))], text, number) == [("r", (text,))]
    assert fired([rule("r", ground_pattern("odd", n={"not": 1}))], text, number) == [("r", (text,))]
    assert fired([rule("r", ground_pattern("odd", n={"at_least": "0"}))], text, number) == []
    assert fired([rule("r", ground_pattern("odd", n={"below": 2}))], text) == []


def test_every_test_of_a_pattern_must_hold() -> None:
    pattern = ground_pattern("score", code="1", milli={"above": 0})
    assert fired([rule("r", pattern)], A, B) == []


def test_what_a_rule_adds_lets_others_fire_whatever_their_order() -> None:
    first = rule("first", ground_pattern("score", code="1"), derives=(fact("weak", code="1"),))
    second = rule("second", ground_pattern("weak"), derives=(fact("worse", n=1),))
    third = rule("third", ground_pattern("worse"), ground_pattern("score", code="2"))
    expected = Inferred(
        (
            Firing("first", (A,)),
            Firing("second", (fact("weak", code="1"),)),
            Firing("third", (fact("worse", n=1), B)),
        ),
        (fact("weak", code="1"), fact("worse", n=1)),
    )
    assert infer_by_reference([first, second, third], [A, B]) == expected
    assert infer_by_reference([third, second, first], [B, A]) == expected


def test_a_rule_may_match_what_it_adds_itself() -> None:
    again = rule("r", ground_pattern("odd"), derives=(fact("odd", n=2),))
    assert fired([again], C) == [("r", (C,)), ("r", (fact("odd", n=2),))]


def test_a_fact_that_was_given_is_not_derived() -> None:
    given = rule("r", ground_pattern("score"), derives=(C,))
    assert infer_by_reference([given], [A, C]).derived == ()
    assert infer_by_reference([given], [A]).derived == (C,)


def test_a_rule_that_fires_twice_adds_its_fact_once() -> None:
    given = rule("r", ground_pattern("score"), derives=(C,))
    assert infer_by_reference([given], [A, B]).derived == (C,)


def test_unless_keeps_a_rule_from_firing_at_all() -> None:
    kept = rule("r", ground_pattern("score"), unless=(ground_pattern("odd", n=1),))
    assert fired([kept], A, B, C) == []
    assert fired([kept], A, B, fact("odd", n=2)) == [("r", (A,)), ("r", (B,))]


def test_any_one_of_several_unless_is_enough() -> None:
    unless = (ground_pattern("odd", n=2), ground_pattern("odd", n=1))
    assert fired([rule("r", ground_pattern("score"), unless=unless)], A, C) == []


def test_unless_may_look_at_the_fact_that_matched() -> None:
    kept = rule("r", ground_pattern("score"), unless=(ground_pattern("score", milli=0),))
    assert fired([kept], A) == []
    assert fired([kept], B) == [("r", (B,))]


def test_unless_sees_what_rules_below_add() -> None:
    weak = rule("weak", ground_pattern("score", milli=0), derives=(fact("weak", code="1"),))
    weaker = rule("weaker", ground_pattern("weak"), derives=(fact("weaker", code="1"),))
    strong = rule("strong", ground_pattern("score"), unless=(ground_pattern("weaker"),), stratum=1)
    assert [name for name, _ in fired([strong, weaker, weak], A)] == ["weak", "weaker"]
    assert fired([strong, weaker, weak], B) == [("strong", (B,))]


def test_what_stands_above_can_go_on_from_what_was_not_there() -> None:
    strong = rule(
        "strong",
        ground_pattern("score"),
        unless=(ground_pattern("weak"),),
        derives=(fact("fine", n=1),),
        stratum=1,
    )
    after = rule("after", ground_pattern("fine"), stratum=1)
    last = rule("last", ground_pattern("score"), unless=(ground_pattern("fine"),), stratum=2)
    assert [name for name, _ in fired([last, after, strong], A)] == ["after", "strong"]


def test_cases_of_one_rule_that_match_the_same_fire_once() -> None:
    one = rule("r", ground_pattern("score", code="1"), unless=(ground_pattern("odd", n=5),))
    other = rule("r", ground_pattern("score", code="1"), unless=(ground_pattern("odd", n=6),))
    assert fired([one, other], A) == [("r", (A,))]
