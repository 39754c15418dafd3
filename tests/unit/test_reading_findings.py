"""Finding rules as they are written: what they lower to, and every fault with its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from support.findings import lower, one, said, told
from support.written import load_case_set

from par_index.model.facts import FACTS, Shape
from par_index.model.findings import (
    Compare,
    Derived,
    Domain,
    FieldTest,
    FindingRule,
    Pattern,
    Severity,
    Variable,
)
from par_index.model.text import Text
from par_index.problems import InvalidInput
from par_index.reading.finding_words import ABOUT
from par_index.reading.findings import common_rules, merged

ROOT = Path(__file__).parents[2]

KNOWN = {
    Shape.CODE: ("1.1", "1.2"),
    Shape.MEASURE: ("hs.tong", "hs.dung_han"),
    Shape.CHECK: ("ho-so.tong",),
}


def compared(pattern: str, **known: Any) -> tuple[FieldTest, ...]:
    """The tests of the only pattern of a rule."""
    return one(said(f"[{pattern}]"), **known).when[0].tests


LOOKS_AT_WEAK = """
        - {id: noi, severity: note, title: Yếu, when: [{weak: {}}], next: Xem lại}
"""

# What they lower to.


def test_a_rule_that_says_something_has_all_it_needs() -> None:
    rule = one("""
        - id: claim-above
          severity: serious
          title: {vi: Tự chấm cao, en: Claimed too much}
          when: [{claim: {state: above}}]
          unless: [{explained: {}}]
          say: "tự chấm {claimed}, số liệu cho {high}"
          next: Sửa điểm
          cites: Điều 5
    """)
    assert (rule.id, rule.severity, rule.then) == ("claim-above", Severity.SERIOUS, None)
    assert (rule.span.line, rule.span.column) == (2, 9)
    assert rule.title == Text("Tự chấm cao", "Claimed too much")
    assert rule.say == Text("tự chấm {claimed}, số liệu cho {high}")
    assert (rule.next, rule.cites) == (Text("Sửa điểm"), "Điều 5")
    assert rule.when == (Pattern("claim", (FieldTest("state", Compare.IS, ("above",)),)),)
    assert rule.unless == (Pattern("explained"),)


def test_a_rule_that_derives_shares_its_variables() -> None:
    (rule, _), problems = lower(
        """
        - id: weak
          for_each: {c: criteria}
          when: [{score: {code: $c, milli: {above: 0}}}]
          then: {weak: {code: $c, muc: 2, vi_sao: loi}}
    """
        + LOOKS_AT_WEAK
    )
    assert problems == ()
    assert rule.for_each == (("c", Domain.CRITERIA),)
    assert rule.when[0].tests[0] == FieldTest("code", Compare.IS, (Variable("c"),))
    fields = (("code", Variable("c")), ("muc", 2), ("vi_sao", "loi"))
    assert rule.then == Derived("weak", fields)
    assert (rule.severity, rule.title, rule.next) == (None, None, None)


@pytest.mark.parametrize(
    ("written", "tests"),
    [
        ("milli: 0", [(Compare.IS, (0,))]),
        ("milli: -5", [(Compare.IS, (-5,))]),
        ("milli: [0, 500]", [(Compare.IS, (0, 500))]),
        ("milli: {above: 0}", [(Compare.ABOVE, (0,))]),
        (
            "milli: {at_least: 20, below: 200}",
            [(Compare.AT_LEAST, (20,)), (Compare.BELOW, (200,))],
        ),
        ("milli: {not: 0}", [(Compare.NOT, (0,))]),
        ("state: [missing, pending]", [(Compare.IS, ("missing", "pending"))]),
        ("full: yes", [(Compare.IS, ("yes",))]),
        ("points: 1.50", [(Compare.IS, ("1.5",))]),
        ("points: 1/3", [(Compare.IS, ("1/3",))]),
        ("points: {not: 3/2}", [(Compare.NOT, ("1.5",))]),
    ],
)
def test_a_test_compares_a_field_with_what_it_can_hold(
    written: str, tests: list[tuple[Compare, tuple[Any, ...]]]
) -> None:
    found = compared(f"{{score: {{{written}}}}}")
    assert [(test.compare, test.values) for test in found] == tests


def test_figures_shares_and_texts_are_compared_however_they_are_written() -> None:
    for written in ("98%", "0.98", "49/50"):
        (test,) = compared(f"{{rate: {{computed: {written}}}}}")
        assert test.values == ("0.98",)
    assert compared("{check: {left: 2025-12-31}}")[0].values == ("2025-12-31",)
    assert compared('{check: {gap: {not: ""}}}')[0].values == ("",)
    assert compared("{edge: {counted_in: hồ sơ}}")[0].values == ("hồ sơ",)


def test_constants_name_what_the_set_has() -> None:
    rules, problems = lower(
        said(
            "[{score: {code: '1.1'}}, {measure: {measure: hs.tong}}, {check: {check: ho-so.tong}}]"
        ),
        KNOWN,
    )
    assert problems == ()
    assert [test.values for one in rules[0].when for test in one.tests] == [
        ("1.1",),
        ("hs.tong",),
        ("ho-so.tong",),
    ]


def test_other_rules_can_match_what_one_derives() -> None:
    rules, problems = lower("""
        - id: loi
          for_each: {c: criteria}
          when: [{score: {code: $c, basis: declared}}]
          then: {yeu: {code: $c, vi_sao: loi, muc: 1}}
        - id: thieu
          for_each: {c: criteria}
          when: [{evidence: {code: $c, lacking: {above: 0}}}]
          then: {yeu: {code: $c, vi_sao: thieu, muc: 2}}
        - id: noi
          severity: watch
          title: Yếu
          when: [{yeu: {vi_sao: [loi, thieu], muc: {above: 0}}}]
          say: "{code}: {muc}"
          next: Bổ sung
    """)
    assert problems == ()
    assert [rule.id for rule in rules] == ["loi", "thieu", "noi"]


# What is refused.


@pytest.mark.parametrize(
    ("pattern", "code"),
    [
        ("{scores: {}}", "E351"),
        ("{score: {lost: 1}}", "E352"),
        ("{score: {state: scord}}", "E353"),
        ("{score: {state: [scored, scord]}}", "E353"),
        ("{score: {state: {not: scord}}}", "E353"),
        ("{score: {milli: nhiều}}", "E374"),
        ("{score: {milli: 0.5}}", "E374"),
        ("{score: {milli: {above: 0.5}}}", "E374"),
        ("{score: {points: nhiều}}", "E353"),
        ("{score: {points: 50%}}", "E353"),
        ("{rate: {computed: nhiều}}", "E353"),
        ("{score: {points: {above: 1}}}", "E354"),
        ("{score: {state: {at_least: scored}}}", "E354"),
        ("{score: {code: $c}}", "E355"),
        ("{score: {milli: $c}}", "E355"),
        ("{score: {code: '1.1'}}", "E363"),
        ("{document: {document: kh-2025}}", "E363"),
        ("{score: {milli: {over: 1}}}", "E375"),
        ("{score: {milli: {above: 5, below: 3}}}", "E378"),
        ("{score: {milli: {above: 5, below: 6}}}", "E378"),
        ("{score: {milli: {at_least: 5, at_most: 4}}}", "E378"),
        ("{score: {milli: {}}}", "E306"),
        ("{score: {milli: {above: [1]}}}", "E308"),
        ("{score: {milli: [[1]]}}", "E308"),
        ("{score: {milli: []}}", "E331"),
        ("{score: {state: }}", "E309"),
        ("{score: {state: scored}, claim: {}}", "E306"),
        ("{}", "E306"),
        ("{score: }", "E303"),
        ("score", "E303"),
    ],
)
def test_what_a_pattern_cannot_be_is_refused(pattern: str, code: str) -> None:
    assert [one.split()[0] for one in told(said(f"[{pattern}]"))] == [code]


@pytest.mark.parametrize(
    ("pattern", "near"),
    [
        ("{score: {code: '1.10'}}", "E313"),
        ("{measure: {measure: hs.tongg}}", "E312"),
        ("{check: {check: ho-so.ton}}", "E364"),
        ("{score: {}}, {finding_of: {rule: thuu}}", "E365"),
    ],
)
def test_a_constant_that_names_nothing_suggests_the_nearest(pattern: str, near: str) -> None:
    _, (problem,) = lower(said(f"[{pattern}]"), KNOWN)
    assert problem.code == near
    assert problem.params["near"] in ("1.1", "hs.tong", "ho-so.tong", "thu")


def test_a_finding_of_a_deriving_rule_does_not_exist() -> None:
    text = """
        - id: yeu
          for_each: {c: criteria}
          when: [{claim: {code: $c}}]
          then: {yeu: {code: $c}}
        - id: noi
          severity: note
          title: Thử
          when: [{claim: {}}, {finding_of: {rule: yeu}}]
          next: Xem lại
    """
    assert told(text) == ["E365 9:45"]


@pytest.mark.parametrize(
    ("domain", "field", "fits"),
    [
        ("criteria", "score: {code: $x}", True),
        ("measures", "score: {code: $x}", False),
        ("criteria", "measure: {measure: $x}", False),
        ("measures", "perfect: {whole: $x}", True),
        ("documents", "dated: {document: $x}", True),
        ("checks", "check: {check: $x}", True),
        ("criteria", "score: {milli: $x}", False),
        ("criteria", "score: {state: $x}", False),
        ("criteria", "score: {points: $x}", False),
    ],
)
def test_a_variable_fits_fields_of_its_domain(domain: str, field: str, fits: bool) -> None:
    problems = told(said(f"[{{{field}}}]", for_each=f"{{x: {domain}}}"))
    assert [one.split()[0] for one in problems if "E369" not in one] == ([] if fits else ["E356"])


def test_a_variable_ranges_over_something_and_is_used() -> None:
    assert told(said("[{claim: {}}]", for_each="{c: criterion}")) == ["E304 7:19"]
    assert told(said("[{claim: {}}]", for_each="{C: criteria}")) == ["E304 7:16"]
    assert told(said("[{claim: {}}]", for_each="{c: [criteria]}")) == ["E308 7:16"]
    assert told(said("[{claim: {}}]", for_each="{c: criteria}")) == ["E369 7:16"]
    for loose in ("{not: $c}", "[$c, $c]"):
        problems = told(said(f"[{{claim: {{code: {loose}}}}}]", for_each="{c: criteria}"))
        assert problems == ["E369 7:16"], "such a test does not say what the variable is"


@pytest.mark.parametrize(
    ("say", "codes"),
    [
        ("{claimed} trên {high}", []),
        ("{1.claimed} và {2.milli}", []),
        ("{code}", []),
        ("{claimd}", ["E357"]),
        ("{3.claimed}", ["E357"]),
        ("{2.claimed}", ["E357"]),
        ("{0.claimed}", ["E357"]),
        ("{claimed:.2f}", ["E357"]),
        ("{}", ["E357"]),
        ("{claimed", ["E357"]),
        ("{{claimed}}", ["E357", "E357"]),
        ("{state}", ["E358"]),
    ],
)
def test_slots_are_fields_of_the_facts_matched(say: str, codes: list[str]) -> None:
    patterns = "[{claim: {code: $c, state: above}}, {score: {code: $c}}]"
    _, problems = lower(said(patterns, for_each="{c: criteria}", say=f'"{say}"'))
    assert [one.code for one in problems] == codes[:1] * len(problems)
    assert bool(problems) == bool(codes)


def test_a_field_that_two_facts_share_may_stand_alone_where_it_is_the_same() -> None:
    both = "[{{score: {{code: {0}, state: scored}}}}, {{score: {{code: {1}, state: scored}}}}]"
    same = said(both.format("$c", "$c"), for_each="{c: criteria}", say='"{code} {state}"')
    assert told(same) == []
    other = said(both.format("'1.1'", "'1.2'"), say='"{state}"')
    assert told(other, KNOWN) == []
    other = said(both.format("'1.1'", "'1.2'"), say='"{code}"')
    _, (problem,) = lower(other, KNOWN)
    assert (problem.code, problem.params["expected"]) == ("E358", "{1.code}, {2.code}")


def test_what_stands_for_all_places_has_no_slots() -> None:
    text = said("[{claim: {}}]").replace("Xem lại", '"Sửa {gap}"').replace("Thử", '"Thừa {gap}"')
    assert told(text) == ["E359 4:12", "E359 6:11"]


def test_both_languages_are_looked_at() -> None:
    text = said("[{claim: {}}]", say='{vi: "{claimd}", en: "{hig}"}')
    assert told(text) == ["E357 7:15", "E357 7:31"]


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        ("when: [{claim: {}}]", ["E360"]),
        ("when: [{claim: {}}], severity: note, title: a, next: b, then: {x: {}}", ["E360"]),
        ("when: [{claim: {}}], severity: note", ["E302", "E302"]),
        ("when: [{claim: {}}], then: {x: {}}, title: a, say: b, next: c, cites: d", ["E334"] * 4),
        ("when: [], severity: note, title: a, next: b", ["E331"]),
        ("severity: note, title: a, next: b", ["E302"]),
        ("severity: {a: b}, title: a, next: b, when: [{claim: {}}]", ["E304"]),
        ("cites: [a], severity: note, title: a, next: b, when: [{claim: {}}]", ["E308"]),
        ("when: [{claim: {}}], then: {claim: {}}", ["E361"]),
        ("when: [{claim: {}}], then: {x: {}, y: {}}", ["E306"]),
        ("when: [{claim: {}}], then: {Weak: {}}", ["E304"]),
        ("when: [{claim: {}}], then: {x: {id: 1}}", ["E304"]),
        ("when: [{claim: {}}], then: {x: 1}", ["E303"]),
        ("when: [{claim: {}}], then: {x: {a: [1]}}", ["E308"]),
        ("when: [{claim: {}}], then: {x: {a: }}", ["E309"]),
        ("when: [{claim: {}}], then: {x: {a: $c}}", ["E355"]),
        ("when: [{claim: {}}], then: {x: {code: '1.1'}}", ["E363"]),
        (
            "for_each: {m: measures}, when: [{measure: {measure: $m}}], then: {x: {code: $m}}",
            ["E356"],
        ),
    ],
)
def test_a_rule_says_something_or_derives_something(lines: str, codes: list[str]) -> None:
    assert [one.split()[0] for one in told(f"- {{id: thu, {lines}}}")] == codes


def test_two_rules_that_derive_one_kind_agree_about_its_fields() -> None:
    rule = """
        - id: {0}
          for_each: {{c: criteria}}
          when: [{{claim: {{code: $c}}}}]
          then: {{x: {{{1}}}}}
    """
    for other in ("code: $c", "code: $c, muc: cao", "code: $c, muc: $c", "muc: 1"):
        text = rule.format("a", "code: $c, muc: 1") + rule.format("b", other)
        assert [one.split()[0] for one in told(text)] == ["E362"]
    fine = rule.format("a", "code: $c, muc: 1") + rule.format("b", "muc: 2, code: $c")
    assert {one.split()[0] for one in told(fine)} == {"W306"}


def test_a_word_that_nobody_derives_never_comes() -> None:
    text = """
        - id: a
          for_each: {c: criteria}
          when: [{claim: {code: $c}}]
          then: {x: {code: $c, muc: cao}}
        - id: b
          severity: note
          title: Thử
          when: [{x: {muc: thap}}]
          next: Xem lại
    """
    _, (problem,) = lower(text)
    assert (problem.code, problem.params["expected"]) == ("E353", "cao")


def test_the_first_fact_says_where() -> None:
    assert told(said("[{finding_of: {rule: thu}}]")) == ["E368 5:13"]
    assert told(said("[{claim: {}}, {finding_of: {rule: thu}}]")) == []


def test_no_more_facts_than_an_engine_takes() -> None:
    seven, of = ", ".join(["{score: {code: $c}}"] * 7), {"for_each": "{c: criteria}"}
    assert told(said(f"[{seven}]", unless="[{explained: {}}]", **of)) == []
    assert told(said(f"[{seven}]", unless="[{explained: {}}, {gate: {}}]", **of)) == ["E367 2:9"]


def test_an_id_stands_once() -> None:
    text = said("[{claim: {}}]") + "\n" + said("[{score: {}}]")
    _, (problem,) = lower(text)
    assert (problem.code, problem.span.line) == ("E311", 7)
    assert [place.line for place in problem.also] == [2]


def test_a_circle_through_unless_is_refused_and_one_without_is_not() -> None:
    rule = """
        - id: {0}
          for_each: {{c: criteria}}
          when: [{{score: {{code: $c}}}}{2}]
          then: {{{0}: {{code: $c}}}}
          {1}
    """
    negative = "unless: [{{{0}: {{code: $c}}}}]".format
    loop = rule.format("a", negative("b"), "") + rule.format("b", negative("a"), "")
    _, (problem,) = lower(loop)
    assert (problem.code, problem.params["cycle"]) == ("E366", "a → b → a")
    assert told(rule.format("a", negative("a"), "")) == ["E366 2:9"]
    positive = rule.format("a", "", ", {b: {code: $c}}") + rule.format("b", "", ", {a: {code: $c}}")
    assert told(positive) == []
    self = said("[{score: {}}]", unless="[{finding_of: {rule: thu}}]")
    assert told(self) == ["E366 2:9"]
    other = self + "\n" + said("[{claim: {}}]").replace("id: thu", "id: khac")
    assert told(other.replace("rule: thu", "rule: khac")) == []


def test_a_fact_that_no_rule_looks_at_is_warned_of() -> None:
    deriving = """
        - id: yeu
          for_each: {c: criteria}
          when: [{claim: {code: $c}}]
          then: {weak: {code: $c}}
    """
    _, (problem,) = lower(deriving)
    assert (problem.code, problem.is_error) == ("W306", False)
    assert (problem.span.line, problem.params["found"]) == (5, "weak")
    assert told(deriving + LOOKS_AT_WEAK) == []
    absent = LOOKS_AT_WEAK.replace("[{weak: {}}]", "[{claim: {}}], unless: [{weak: {}}]")
    assert told(deriving + absent) == []
    common, _ = lower(LOOKS_AT_WEAK.replace("weak", "score"))
    assert told(deriving, common=common) == ["W306 5:12"]


@pytest.mark.parametrize("domain", ["criterion", "[criteria]", ""])
def test_a_variable_that_says_nothing_brings_no_other_fault(domain: str) -> None:
    patterns = "[{claim: {code: $c}}, {score: {code: $c}}]"
    for more in ({}, {"unless": "[{explained: {code: $c}}]", "say": '"{code}"'}):
        problems = told(said(patterns, for_each=f"{{c: {domain}}}", **more))
        assert [one.split()[0] for one in problems] == ["E308" if "[" in domain else "E304"]


@pytest.mark.parametrize("then", ["{weak: {code: $x}}", "{weak: 1}", "{weak: {}, more: {}}"])
def test_a_fact_that_cannot_be_derived_brings_no_other_fault(then: str) -> None:
    deriving = f"""
        - id: yeu
          for_each: {{c: criteria}}
          when: [{{claim: {{code: $c}}}}]
          then: {then}
    """
    (problem,) = told(deriving + LOOKS_AT_WEAK)
    assert problem.split()[1].startswith("5:")


def test_a_variable_without_its_sign_is_told_how_to_write_it() -> None:
    for known in ({}, KNOWN):
        for text in (
            said("[{claim: {code: c}}, {score: {code: $c}}]", for_each="{c: criteria}"),
            said("[{claim: {code: [$c, c]}}, {score: {code: $c}}]", for_each="{c: criteria}"),
        ):
            _, (problem,) = lower(text, known)
            assert (problem.code, problem.params["near"]) == ("E377", "$c")
    of_the_set = said("[{claim: {code: c}}, {score: {code: $c}}]", for_each="{c: criteria}")
    assert told(of_the_set, {Shape.CODE: ("c",)}) == [], "there is a criterion of that name"
    derived = """
        - id: yeu
          for_each: {c: criteria}
          when: [{claim: {code: $c}}]
          then: {weak: {code: c}}
    """
    assert told(derived + LOOKS_AT_WEAK) == ["E377 5:25"]


@pytest.mark.parametrize(
    ("written", "near"),
    [("lost_milli: 0.5", "500"), ("milli: 1/4", "250"), ("milli: 50%", ""), ("milli: 1/3", "")],
)
def test_points_where_thousandths_are_asked_for_are_told_as_such(written: str, near: str) -> None:
    _, (problem,) = lower(said(f"[{{score: {{{written}}}}}]"))
    assert (problem.code, problem.params["near"]) == ("E374", near)
    _, (problem,) = lower(said("[{document: {cited_by: 0.5}}]"))
    assert (problem.code, problem.params["near"]) == ("E374", "")


def test_what_cannot_be_there_is_told_with_the_nearest_and_not_with_all() -> None:
    _, (problem,) = lower(said("[{claim: {state: abov}}]"))
    assert problem.params["near"] == "above"
    _, (problem,) = lower(said("[{measure: {kind: figure}}]"))
    assert str(problem.params["expected"]).count(",") == 8
    assert str(problem.params["expected"]).endswith(", choice, …")
    _, (problem,) = lower(said("[{score: {milli: {abov: 1}}}]"))
    assert problem.params["near"] == "above"
    assert problem.params["expected"] == "not, above, below, at_least, at_most"
    _, (problem,) = lower(said("[{score: {state: {nott: scored}}}]"))
    assert (problem.params["near"], problem.params["expected"]) == ("not", "not")


def test_bounds_that_leave_one_number_are_fine() -> None:
    for bounds in ("above: 4, below: 6", "at_least: 5, at_most: 5", "above: 4, at_most: 5"):
        assert told(said(f"[{{score: {{milli: {{{bounds}}}}}}}]")) == []


def test_everything_wrong_is_told_at_once() -> None:
    text = """
        - id: a
          severity: note
          title: "{gap}"
          for_each: {c: criterion}
          when: [{claims: {}}, {claim: {state: over, gap: {above: 1}}}]
          unless: [{explained: {code: $d}}]
          next: Xem lại
        - id: a
          when: [{score: {}}]
    """
    codes = {one.split()[0] for one in told(text)}
    assert codes == {"E304", "E351", "E353", "E354", "E355", "E360"}


# In a set.

SET = """
measures:
- {id: hs, kind: count}
checks:
- {id: nhieu, at_least: [hs, 1], say: Có hồ sơ}
criteria:
- {code: "1", max_points: 1, scoring: {full_if: {of: hs, at_least: 1}}}
"""


def in_set(rules: str) -> list[str]:
    """The codes of what is wrong with a set's own rules, else the ids of all its rules."""
    document = yaml.load(SET, Loader=yaml.BaseLoader)
    document["findings"] = yaml.load(rules, Loader=yaml.BaseLoader)
    try:
        return [rule.id for rule in load_case_set(document).rules]
    except InvalidInput as refused:
        return [problem.code for problem in refused.problems]


COMMON = [rule.id for rule in common_rules()]


def test_every_set_has_the_common_rules_and_then_its_own() -> None:
    criteria = load_case_set(yaml.load(SET, Loader=yaml.BaseLoader))
    assert criteria.rules == common_rules()
    assert in_set(said("[{claim: {}}]")) == [*COMMON, "thu"]


def test_a_rule_of_a_common_one_takes_its_place() -> None:
    assert in_set(said("[{claim: {}}]").replace("id: thu", "id: claim-below")) == COMMON
    assert in_set(
        said("[{claim: {}}]")
        .replace("thu", "claim-below", 1)
        .replace("when", "for_each: {c: criteria}\n  when")
    ) == ["E369"]


def test_rules_name_what_their_set_has() -> None:
    for pattern in ('{score: {code: "1"}}', "{measure: {measure: hs}}", "{check: {check: nhieu}}"):
        assert in_set(said(f"[{pattern}]")) == [*COMMON, "thu"]
    for pattern, code in (
        ('{score: {code: "2"}}', "E313"),
        ("{measure: {measure: h}}", "E312"),
        ("{check: {check: it}}", "E364"),
        ("{document: {document: kh}}", "E363"),
        ("{claim: {}}, {finding_of: {rule: claim-high}}", "E365"),
    ):
        assert in_set(said(f"[{pattern}]")) == [code]
    known = said("[{claim: {}}, {finding_of: {rule: claim-above}}]")
    assert in_set(known) == [*COMMON, "thu"]


def test_a_replacement_gives_what_the_common_rule_gave() -> None:
    deriving = """
        - id: yeu
          for_each: {c: criteria}
          when: [{claim: {code: $c}}]
          then: {yeu: {code: $c}}
    """
    looks = LOOKS_AT_WEAK.replace("weak", "yeu")
    common, problems = lower(deriving + looks)
    assert problems == ()
    assert told(deriving.replace("claim", "explained"), common=common) == []
    assert told(deriving.replace("then: {yeu:", "then: {xau:"), common=common) == ["E370 2:9"]
    wider = deriving.replace("{yeu: {code: $c}}", "{yeu: {code: $c, muc: 1}}")
    assert told(wider, common=common) == ["E370 2:9"]
    silent = said("[{claim: {}}]").replace("id: thu", "id: yeu")
    assert told(silent, common=common) == ["E370 2:9"]


def test_own_rules_can_match_what_common_ones_derive() -> None:
    common, _ = lower("""
        - id: yeu
          for_each: {c: criteria}
          when: [{claim: {code: $c}}]
          then: {yeu: {code: $c}}
    """)
    rules, problems = lower(said("[{yeu: {}}]"), common=common)
    assert problems == ()
    assert [rule.id for rule in merged(common, rules)] == ["yeu", "thu"]


def test_the_order_is_that_of_the_files() -> None:
    def named(*ids: str) -> list[FindingRule]:
        return [one(said("[{claim: {}}]").replace("id: thu", f"id: {id}")) for id in ids]

    both = merged(named("a", "b", "c"), named("d", "b", "e"))
    assert [rule.id for rule in both] == ["a", "b", "c", "d", "e"]


def test_the_words_for_editors_are_about_the_facts_there_are() -> None:
    assert {kind: [*about] for kind, (_, about) in ABOUT.items()} == {
        kind: [*fields] for kind, fields in FACTS.items()
    }


def test_the_reference_tells_of_every_fact_and_field() -> None:
    page = (ROOT / "docs/language/findings.md").read_text(encoding="utf-8")
    table = page.split("<!-- facts -->\n")[1].split("\n\n")[0].splitlines()[2:]
    told: dict[str, dict[str, str]] = {}
    for line in table:
        kind, _, field, holds = (cell.strip(" `") for cell in line[1:-1].split("|"))
        at = kind or [*told][-1]
        told.setdefault(at, {})[field] = holds
    assert {kind: [*fields] for kind, fields in told.items()} == {
        kind: [*fields] for kind, fields in FACTS.items()
    }
    for kind, fields in FACTS.items():
        for name, field in fields.items():
            shown = f"`{told[kind][name]}`"
            places = [shown.find(f"`{word}`") for word in field.words]
            assert places == sorted(places), "the first is the default of tests"
            missing = [word for word in field.words if f"`{word}`" not in f"`{told[kind][name]}`"]
            assert missing == [], (kind, name)
