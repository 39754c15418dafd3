"""Which rules must wait for which, and circles through unless."""

from __future__ import annotations

import pytest
from support.programs import finding_rule, pattern

from par_index.inferring.strata import cycle_of, strata_of
from par_index.model.findings import Domain

SCORE = pattern("score", state="missing")


def test_rules_over_facts_that_are_given_stand_at_the_bottom() -> None:
    plain = finding_rule("plain", SCORE)
    without = finding_rule("without", SCORE, unless=[pattern("explained")])
    assert strata_of([plain, without]) == (0, 0)


def test_a_rule_stands_above_what_its_unless_asks_about() -> None:
    weak = finding_rule("weak", SCORE, then=pattern("weak", code="1"))
    strong = finding_rule("strong", SCORE, unless=[pattern("weak")], then=pattern("strong", n=1))
    top = finding_rule("top", SCORE, unless=[pattern("strong", n=1)])
    assert strata_of([top, strong, weak]) == (2, 1, 0)
    assert cycle_of([top, strong, weak]) is None


def test_a_rule_stands_with_what_its_when_asks_for() -> None:
    weak = finding_rule("weak", SCORE, then=pattern("weak", code="1"))
    not_weak = finding_rule("ok", SCORE, unless=[pattern("weak")], then=pattern("ok", code="1"))
    follows = finding_rule("follows", pattern("ok"))
    assert strata_of([follows, not_weak, weak]) == (1, 1, 0)


def test_rules_may_feed_each_other() -> None:
    one = finding_rule("one", pattern("b"), then=pattern("a", n=1))
    other = finding_rule("other", pattern("a"), then=pattern("b", n=1))
    assert strata_of([one, other]) == (0, 0)


def test_a_finding_may_be_kept_back_by_another_one() -> None:
    grave = finding_rule("grave", SCORE)
    light = finding_rule("light", SCORE, unless=[pattern("finding_of", rule="grave")])
    assert strata_of([light, grave]) == (1, 0)


def test_a_finding_that_no_finding_may_precede_goes_in_a_circle() -> None:
    alone = finding_rule("alone", SCORE, unless=[pattern("finding_of")])
    assert cycle_of([alone]) == ("alone", "alone")
    with pytest.raises(ValueError, match="alone"):
        strata_of([alone])


def test_what_differs_for_certain_is_no_link() -> None:
    low = finding_rule(
        "low", SCORE, unless=[pattern("weak", level="high")], then=pattern("weak", level="low")
    )
    assert strata_of([low]) == (0,)
    either = finding_rule(
        "low",
        SCORE,
        unless=[pattern("weak", level=["high", "low"])],
        then=pattern("weak", level="low"),
    )
    assert cycle_of([either]) == ("low", "low")


def test_a_field_that_is_never_derived_is_no_link() -> None:
    rule = finding_rule("low", SCORE, unless=[pattern("weak", x=1)], then=pattern("weak", n=1))
    assert cycle_of([rule]) is None


def test_a_variable_may_be_anything() -> None:
    rule = finding_rule(
        "weak",
        pattern("score", code="$c"),
        unless=[pattern("weak", code="1")],
        then=pattern("weak", code="$c"),
        c=Domain.CRITERIA,
    )
    assert cycle_of([rule]) == ("weak", "weak")


def test_a_circle_begins_with_the_rule_whose_unless_closes_it() -> None:
    a = finding_rule("a", pattern("z"), then=pattern("x", n=1))
    b = finding_rule("b", SCORE, unless=[pattern("x")], then=pattern("y", n=1))
    c = finding_rule("c", pattern("y"), then=pattern("z", n=1))
    outside = finding_rule("outside", pattern("x"), unless=[pattern("y")])
    assert cycle_of([outside, a, b, c]) == ("b", "a", "c", "b")


def test_the_shortest_circle_is_shown() -> None:
    long = [
        finding_rule("b", SCORE, unless=[pattern("x")], then=pattern("y", n=1)),
        finding_rule("a", pattern("y"), then=pattern("x", n=1)),
    ]
    short = finding_rule("s", SCORE, unless=[pattern("w")], then=pattern("w", n=1))
    assert cycle_of([*long, short]) == ("s", "s")
