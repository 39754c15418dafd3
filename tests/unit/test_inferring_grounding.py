"""The rule compiler, by cases that were worked out by hand."""

from __future__ import annotations

from support.programs import fact, finding_rule, ground_pattern, pattern

from par_index.inferring.grounding import ground
from par_index.inferring.programs import GroundRule
from par_index.model.findings import Domain

CRITERIA, MEASURES = Domain.CRITERIA, Domain.MEASURES


def score(code: str, milli: int, state: str = "scored") -> object:
    return fact("score", code=code, milli=milli, state=state)


def lacking(code: str, number: int) -> object:
    return fact("evidence", code=code, lacking=number)


def bound(rules: list, facts: list, field: str = "code") -> list[tuple[str, ...]]:
    """What each ground rule binds a field to, pattern by pattern."""
    return [
        tuple(str(test.value) for one in rule.when for test in one.tests if test.field == field)
        for rule in ground(rules, facts)
    ]


def test_a_rule_without_variables_stands_once_and_says_that_it_was_found() -> None:
    rule = finding_rule("missing", pattern("score", state="missing"))
    assert ground([rule], [score("1", 0, "missing"), score("2", 0, "missing")]) == (
        GroundRule(
            "missing",
            (ground_pattern("score", state="missing"),),
            derives=(fact("finding_of", rule="missing"),),
        ),
    )


def test_a_rule_that_nothing_can_make_fire_is_left_out() -> None:
    rule = finding_rule("missing", pattern("score", state="missing"))
    assert ground([rule], []) == ()
    assert ground([rule], [score("1", 0), fact("measure", measure="m", state="missing")]) == ()


def test_a_rule_stands_for_each_subject_that_fits_all_its_patterns() -> None:
    rule = finding_rule(
        "no-evidence",
        pattern("score", code="$c", milli={"above": 0}),
        pattern("evidence", code="$c", lacking={"above": 0}),
        unless=[pattern("explained", code="$c")],
        c=CRITERIA,
    )
    facts = [
        *(score("1", 5), lacking("1", 1)),
        *(score("2", 5), lacking("2", 0)),
        *(score("3", 0), lacking("3", 1)),
        *(score("4", 5), fact("explained", code="4")),
        *(score("5", 5), lacking("5", 2), fact("explained", code="5")),
    ]
    assert ground([rule], facts) == tuple(
        GroundRule(
            "no-evidence",
            (
                ground_pattern("score", code=code, milli={"above": 0}),
                ground_pattern("evidence", code=code, lacking={"above": 0}),
            ),
            (ground_pattern("explained", code=code),),
            (fact("finding_of", rule="no-evidence"),),
        )
        for code in ("1", "5")
    )


def test_what_is_derived_takes_the_value_of_its_variable() -> None:
    rule = finding_rule(
        "weak",
        pattern("score", code="$c", milli={"above": 0}),
        then=pattern("weak", level="low", code="$c"),
        c=CRITERIA,
    )
    (found,) = ground([rule], [score("1", 5), score("2", 0)])
    assert found.derives == (fact("weak", code="1", level="low"),)


def test_a_rule_is_bound_to_what_others_may_derive_wherever_they_stand() -> None:
    weak = finding_rule(
        "weak",
        pattern("score", code="$c", milli={"above": 0}),
        then=pattern("weak", code="$c"),
        c=CRITERIA,
    )
    uses = finding_rule("uses", pattern("weak", code="$c"), c=CRITERIA)
    facts = [score("1", 5), score("2", 0), score("3", 9)]
    assert [rule.name for rule in ground([uses, weak], facts)] == ["uses", "uses", "weak", "weak"]
    assert bound([uses, weak], facts) == [("1",), ("3",), ("1",), ("3",)]


def test_rules_that_feed_each_other_range_over_the_whole_domain() -> None:
    one = finding_rule("one", pattern("a", code="$c"), then=pattern("b", code="$c"), c=CRITERIA)
    other = finding_rule("other", pattern("b", code="$c"), then=pattern("a", code="$c"), c=CRITERIA)
    assert bound([one, other], [score("1", 0), lacking("2", 0)]) == [("1",), ("2",)] * 2


def test_alternatives_are_rules_of_the_same_name() -> None:
    rule = finding_rule(
        "r", pattern("score", state=["missing", "pending", "missing"]), pattern("claim")
    )
    found = ground([rule], [score("1", 0, "pending"), fact("claim", code="1")])
    assert [one.name for one in found] == ["r", "r"]
    assert [one.when[0] for one in found] == [
        ground_pattern("score", state="missing"),
        ground_pattern("score", state="pending"),
    ]


def test_alternatives_that_must_not_be_there_are_all_excluded() -> None:
    rule = finding_rule(
        "r", pattern("score"), unless=[pattern("gate", state=["failed", "open"]), pattern("na")]
    )
    (found,) = ground([rule], [score("1", 0)])
    assert found.unless == (
        ground_pattern("gate", state="failed"),
        ground_pattern("gate", state="open"),
        ground_pattern("na"),
    )


def test_two_variables_are_bound_together_where_a_pattern_names_both() -> None:
    rule = finding_rule(
        "edge",
        pattern("edge", code="$c", measure="$m", spare={"at_most": 1}),
        pattern("score", code="$c"),
        pattern("measure", measure="$m", state="value"),
        c=CRITERIA,
        m=MEASURES,
    )
    facts = [
        fact("edge", code="1", measure="a", spare=0),
        fact("edge", code="1", measure="b", spare=1),
        fact("edge", code="2", measure="a", spare=2),
        fact("edge", code="3", measure="a", spare=1),
        *(score("1", 0), score("2", 0)),
        *(fact("measure", measure=name, state="value") for name in ("a", "b", "c")),
    ]
    assert bound([rule], facts) == [("1", "1"), ("1", "1")]
    assert bound([rule], facts, "measure") == [("a", "a"), ("b", "b")]


def test_patterns_without_a_common_variable_are_combined() -> None:
    rule = finding_rule(
        "r", pattern("score", code="$c"), pattern("measure", measure="$m"), c=CRITERIA, m=MEASURES
    )
    facts = [score("1", 0), score("2", 0), *(fact("measure", measure=name) for name in "ab")]
    assert len(ground([rule], facts)) == 4


def test_a_variable_named_twice_must_be_one_value() -> None:
    rule = finding_rule("r", pattern("na", code="$c", measure="$c"), c=CRITERIA)
    facts = [fact("na", code="a", measure="a"), fact("na", code="b", measure="a")]
    assert bound([rule], facts) == [("a",)]


def test_a_variable_stays_within_its_domain() -> None:
    rule = finding_rule("r", pattern("measure", measure="$c"), c=CRITERIA)
    facts = [*(fact("measure", measure=name) for name in ("1", "m")), score("1", 0)]
    assert bound([rule], facts, "measure") == [("1",)]


def test_a_variable_that_only_unless_names_ranges_over_its_domain() -> None:
    rule = finding_rule(
        "r", pattern("measure"), unless=[pattern("explained", code="$c")], c=CRITERIA
    )
    found = ground([rule], [fact("measure", measure="m"), score("2", 0), score("1", 0)])
    assert [one.unless for one in found] == [
        (ground_pattern("explained", code="1"),),
        (ground_pattern("explained", code="2"),),
    ]


def test_a_variable_may_be_what_a_field_is_not() -> None:
    rule = finding_rule(
        "r", pattern("score", code="$c"), pattern("score", code={"not": "$c"}), c=CRITERIA
    )
    found = ground([rule], [score("1", 0), score("2", 0)])
    assert [one.when[1] for one in found] == [
        ground_pattern("score", code={"not": "1"}),
        ground_pattern("score", code={"not": "2"}),
    ]


def test_the_subject_is_tested_first_and_equality_before_order() -> None:
    rule = finding_rule(
        "r", pattern("score", milli={"above": 0}, basis="counted", code="1", state={"not": "x"})
    )
    (found,) = ground([rule], [fact("score", milli=1, basis="counted", code="1", state="y")])
    assert [test.field for test in found.when[0].tests] == ["code", "basis", "milli", "state"]


def test_ground_rules_carry_the_stratum_of_their_rule() -> None:
    grave = finding_rule("grave", pattern("score", milli=0))
    light = finding_rule("light", pattern("score"), unless=[pattern("finding_of", rule="grave")])
    assert [(one.name, one.stratum) for one in ground([light, grave], [score("1", 0)])] == [
        ("light", 1),
        ("grave", 0),
    ]


def test_the_order_of_facts_does_not_show() -> None:
    rule = finding_rule("r", pattern("score", code="$c"), pattern("evidence"), c=CRITERIA)
    facts = [score(code, 0) for code in ("2", "10", "1")] + [lacking("1", 0)]
    assert ground([rule], facts) == ground([rule], facts[::-1])
    assert bound([rule], facts) == [("1",), ("10",), ("2",)]


def test_a_variable_ranges_over_what_rules_name_as_well() -> None:
    """No fact names the measure; the rule that derives a fact about it does."""
    derives = finding_rule(
        "r1", pattern("score", state="missing"), then=pattern("weak", measure="hs")
    )
    speaks = finding_rule("r2", pattern("weak", measure="$m"), m=MEASURES)
    assert [rule.name for rule in ground([derives, speaks], [score("1", 0, "missing")])] == [
        "r1",
        "r2",
    ]
