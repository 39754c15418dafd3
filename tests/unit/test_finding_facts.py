"""Facts: each kind says what it says it does, of little sets whose facts can be counted by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from support.cases import load_case_set, make_submission
from support.facts import misfits

from par_index.finding.facts import GIVERS, facts_of
from par_index.finding.findings import find
from par_index.finding.view import View
from par_index.model.facts import FACTS, Fact
from par_index.scoring.scores import evaluate, score

MEASURES = [
    {"id": "hs", "kind": "count", "counted_in": "hồ sơ"},
    {"id": "hs.giai_quyet", "kind": "count", "within": "hs"},
    {"id": "hs.dung_han", "kind": "count", "within": "hs.giai_quyet"},
    {"id": "hs.dung_han.ty_le", "kind": "rate", "of": ["hs.dung_han", "hs.giai_quyet"]},
    {"id": "hs.tre", "kind": "count", "within": "hs"},
    {"id": "kiem_tra", "kind": "yes_no"},
    {"id": "phat_hien", "kind": "count"},
    {"id": "xu_ly", "kind": "count", "within": "phat_hien"},
    {"id": "hai_long", "kind": "percent", "by": "survey"},
    {"id": "ngay", "kind": "date"},
]
CRITERIA = [
    {
        "code": "1",
        "components": [
            {
                "code": "1.1",
                "max_points": "2",
                "scoring": {
                    "full_if": {
                        "of": {"ratio": ["hs.dung_han", "hs.giai_quyet"]},
                        "at_least": "70%",
                    },
                    "when_none": "not_applicable",
                },
                "not_applicable": {"grounds": [{"id": "khong", "text": "Không phát sinh"}]},
                "readings": [
                    {
                        "cites": {"clause": "mục 1"},
                        "scoring": {
                            "full_if": {"of": {"ratio": ["hs.dung_han", "hs"]}, "at_least": "70%"},
                            "when_none": "zero",
                        },
                    }
                ],
                "evidence": [
                    {
                        "id": "bao-cao",
                        "title": "Báo cáo",
                        "required": "yes",
                        "window": {"from": "2025-01-01", "to": "2025-12-31"},
                    }
                ],
            },
            {
                "code": "1.2",
                "max_points": "1",
                "scoring": {
                    "full_if": {"of": {"ratio": ["xu_ly", "phat_hien"]}, "at_least": "100%"},
                    "when_none": "full",
                    "if": "kiem_tra",
                },
            },
            {
                "code": "1.3",
                "max_points": "1",
                "scoring": {"full_if": {"of": "hai_long", "at_least": "90%"}},
            },
        ],
    },
]
DOCUMENT = {"measures": MEASURES, "criteria": CRITERIA}


def facts(kind: str, keys: dict[str, Any], document: dict[str, Any] = DOCUMENT) -> Sequence[Fact]:
    criteria = load_case_set(document)
    evaluation = evaluate(criteria, make_submission(criteria, keys))
    scores = score(evaluation)
    checks = {one.check.id: one for one in find(evaluation, scores).checks}
    found = facts_of([kind], View(evaluation, scores, checks))
    assert misfits(found) == []
    return found


def only(kind: str, keys: dict[str, Any], **where: str) -> dict[str, Any]:
    """The fields of the only fact of a kind that has these fields."""
    found = [dict(one.fields) for one in facts(kind, keys)]
    (one,) = [one for one in found if where.items() <= one.items()]
    return {name: value for name, value in one.items() if name not in where}


def test_every_kind_has_a_giver() -> None:
    assert set(GIVERS) == set(FACTS) - {"finding_of"}


def test_a_score_says_what_is_there_and_what_is_lost() -> None:
    given = {"hs.dung_han": "7", "hs.giai_quyet": "10"}
    assert only("score", {"given": given}, code="1.1") == {
        "level": "leaf",
        "state": "scored",
        "full": "yes",
        "counts": "yes",
        "basis": "counted",
        "milli": 2000,
        "lost_milli": 0,
        "points": "2",
        "max": "2",
    }
    lost = only("score", {"given": given | {"hs.dung_han": "6"}}, code="1.1")
    assert (lost["full"], lost["milli"], lost["lost_milli"]) == ("no", 0, 2000)
    assert only("score", {"given": {}}, code="1.1")["state"] == "missing"
    assert only("score", {"given": {}}, code="1.3")["state"] == "pending"
    assert only("score", {"given": {}}, code="1")["level"] == "area"


def grouped(parent: dict[str, Any]) -> dict[str, Any]:
    leaf = {"code": "1.1", "max_points": "2", "scoring": {"full_if": {"of": "hs", "at_least": "1"}}}
    other = {
        "code": "1.2",
        "max_points": "2",
        "scoring": {"full_if": {"of": "hs.tre", "at_least": "1"}},
    }
    group = {"code": "1", "components": [leaf, other], "scoring": parent}
    return {"measures": MEASURES, "criteria": [{"code": "0", "components": [group]}]}


@pytest.mark.parametrize(
    ("parent", "counts"),
    [
        ({"if": "kiem_tra"}, "no"),
        ({"minimum": "3"}, "no"),
        ({"minimum": "2"}, "yes"),
        ({"cap": "3"}, "yes"),
        ({"cap": "1"}, "capped"),
    ],
)
def test_points_below_a_group_that_gives_nothing_do_not_count(
    parent: dict[str, Any], counts: str
) -> None:
    given = {"hs": "5", "hs.tre": "0", "kiem_tra": "không"}
    found = facts("score", {"given": given}, grouped(parent))
    said = {str(fact["code"]): fact["counts"] for fact in found}
    assert said == {"0": "yes", "1": "yes", "1.1": counts, "1.2": counts}


@pytest.mark.parametrize(
    ("claimed", "state", "gap", "milli"),
    [("3", "above", "1", 1000), ("1,75", "below", "0.25", 250), ("2", "equal", "0", 0)],
)
def test_a_claim_stands_beside_what_the_data_give(
    claimed: str, state: str, gap: str, milli: int
) -> None:
    given = {"hs.dung_han": "7", "hs.giai_quyet": "10"}
    answers = [{"code": "1.1", "claimed": claimed}]
    fact = only("claim", {"given": given, "answers": answers}, code="1.1")
    assert (fact["state"], fact["gap"], fact["gap_milli"]) == (state, gap, milli)
    assert (fact["low"], fact["high"]) == ("2", "2")


def test_a_claim_on_what_is_open_is_open_inside_it() -> None:
    fact = only("claim", {"given": {}, "answers": [{"code": "1.1", "claimed": "1"}]}, code="1.1")
    assert (fact["state"], fact["low"], fact["high"], fact["gap_milli"]) == ("open", "0", "2", 0)


def test_evidence_is_counted_by_what_is_asked() -> None:
    register = [{"id": "bc", "loai": "Báo cáo", "ngay": "2025-06-30"}]
    cited = [{"code": "1.1", "evidence": [{"id": "bc", "for": "bao-cao"}]}]
    none = only("evidence", {"given": {}}, code="1.1")
    assert none == {"counts": "yes", "required": 1, "lacking": 1, "cited": 0}
    keys = {"given": {}, "evidence": register, "answers": cited}
    there = only("evidence", keys, code="1.1")
    assert there == {"counts": "yes", "required": 1, "lacking": 0, "cited": 1}


@pytest.mark.parametrize(
    ("day", "window"),
    [
        ("2024-12-31", "before"),
        ("2025-01-01", "inside"),
        ("2025-12-31", "inside"),
        ("2026-01-01", "after"),
        (None, "undated"),
    ],
)
def test_a_document_stands_in_its_window_or_beside_it(day: str | None, window: str) -> None:
    document = {"id": "bc", "loai": "Báo cáo"} | ({} if day is None else {"ngay": day})
    # A document without a requirement is for the only one there is.
    answers = [{"code": "1.1", "evidence": [{"id": "bc"}]}]
    keys = {"given": {}, "evidence": [document], "answers": answers}
    fact = only("dated", keys, document="bc")
    assert (fact["window"], fact["from"], fact["to"]) == (window, "2025-01-01", "2025-12-31")


def test_documents_know_for_how_many_criteria_they_are_cited() -> None:
    register = [{"id": "a", "ngay": "2025-01-02", "con_hieu_luc": "không"}, {"id": "b"}]
    answers = [
        {"code": "1.1", "evidence": [{"id": "a", "for": "bao-cao", "trang": "3"}, {"id": "a"}]},
        {"code": "1.2", "evidence": [{"id": "a"}]},
    ]
    keys = {"given": {}, "evidence": register, "answers": answers}
    first = only("document", keys, document="a")
    assert first == {"cited_by": 2, "unlocated": 2, "dated": "yes", "standing": "lapsed"}
    second = only("document", keys, document="b")
    assert second == {"cited_by": 0, "unlocated": 0, "dated": "no", "standing": "unsaid"}


def test_explanations_are_known() -> None:
    answers = [{"code": "1.1", "explanation": "Đang thu thập"}, {"code": "1.2", "claimed": "1"}]
    found = facts("explained", {"given": {}, "answers": answers})
    assert found == (Fact.of("explained", code="1.1"),)


def test_a_closed_gate_says_what_it_costs() -> None:
    held = {"phat_hien": "3", "xu_ly": "3"}
    closed = only("gate", {"given": held | {"kiem_tra": "không"}}, code="1.2")
    assert closed == {"counts": "yes", "state": "failed", "cost": "1", "cost_milli": 1000}
    free = only("gate", {"given": {"phat_hien": "3", "xu_ly": "1", "kiem_tra": "không"}})
    assert (free["state"], free["cost"]) == ("failed", "0"), "it would have given nothing"
    assert only("gate", {"given": held | {"kiem_tra": "có"}}, code="1.2")["state"] == "passed"
    assert only("gate", {"given": held}, code="1.2")["state"] == "open"


def test_a_criterion_that_is_out_shows_the_amounts_that_are_there() -> None:
    answers = [
        {"code": "1.1", "not_applicable": {"ground": "khong"}, "explanation": "Không phát sinh"}
    ]
    keys = {"given": {"hs.dung_han": "0", "hs.giai_quyet": "3"}, "answers": answers}
    assert only("na", keys) == {
        "code": "1.1",
        "by": "answer",
        "measure": "hs.giai_quyet",
        "value": "3",
    }
    assert facts("na", {"given": {"hs.dung_han": "0", "hs.giai_quyet": "0"}}) == ()


@pytest.mark.parametrize(
    ("dung_han", "spare"), [("70", 0), ("71", 1), ("72", 2), ("73", None), ("69", None)]
)
def test_an_edge_counts_the_failures_a_rate_can_bear(dung_han: str, spare: int | None) -> None:
    found = facts("edge", {"given": {"hs.dung_han": dung_han, "hs.giai_quyet": "100"}})
    assert [fact["spare"] for fact in found] == ([] if spare is None else [spare])
    for fact in found:
        assert (fact["base"], fact["value"]) == (100, int(dung_han))
        assert (fact["code"], fact["counted_in"]) == ("1.1", "hồ sơ")


def test_all_and_none_and_what_is_in_proportion_have_no_edge() -> None:
    given = {"hs.dung_han": "10", "hs.giai_quyet": "10"}
    assert facts("edge", {"given": given}) == ()
    band = {
        "code": "1",
        "max_points": "1",
        "scoring": {
            "bands": {
                "of": {"ratio": ["hs.dung_han", "hs.giai_quyet"]},
                "steps": [
                    {"at_least": "50%", "points": "proportional"},
                    {"otherwise": "0"},
                ],
            },
            "when_none": "full",
        },
    }
    document = {"measures": MEASURES, "criteria": [band]}
    assert facts("edge", {"given": given | {"hs.dung_han": "6"}}, document) == ()
    share = {
        "code": "1",
        "max_points": "1",
        "scoring": {
            "proportional": {"of": {"ratio": ["hs.dung_han", "hs.giai_quyet"]}},
            "when_none": "full",
        },
    }
    document = {"measures": MEASURES, "criteria": [share]}
    assert facts("edge", {"given": given | {"hs.dung_han": "5"}}, document) == ()


def test_an_edge_may_be_one_more_of_what_is_bad() -> None:
    late = {
        "code": "1",
        "max_points": "1",
        "scoring": {
            "full_if": {"of": {"ratio": ["hs.tre", "hs"]}, "at_most": "2%"},
            "when_none": "full",
        },
    }
    document = {"measures": MEASURES, "criteria": [late]}
    (fact,) = facts("edge", {"given": {"hs.tre": "1", "hs": "100"}}, document)
    assert (fact["spare"], fact["measure"]) == (1, "hs.tre")


def test_another_reading_is_held_against_the_score() -> None:
    def given(dung_han: str, giai_quyet: str, hs: str | None) -> dict[str, Any]:
        data = {"hs.dung_han": dung_han, "hs.giai_quyet": giai_quyet}
        return {"given": data if hs is None else data | {"hs": hs}}

    for keys, expected in (
        (given("76", "108", "109"), "less"),
        (given("76", "108", "108"), "same"),
        (given("76", "108", None), "open"),
    ):
        (fact,) = facts("reading", keys)
        assert fact["state"] == expected


@pytest.mark.parametrize(("hs", "pending"), [("108", 0), ("109", 1), (None, -1)])
def test_a_perfect_rate_knows_what_is_still_pending(hs: str | None, pending: int) -> None:
    given = {"hs.dung_han": "108", "hs.giai_quyet": "108"} | ({} if hs is None else {"hs": hs})
    fact = only("perfect", {"given": given}, code="1.1")
    assert (fact["value"], fact["pending"]) == (108, pending)
    assert facts("perfect", {"given": given | {"hs.dung_han": "107"}}) == ()


def test_measures_say_how_they_were_reported() -> None:
    given = {
        "hs": "5",
        "kiem_tra": {"value": "có", "said": "đã kiểm tra"},
        "ngay": "none",
        "hai_long": "95%",
        "phat_hien": {"quote": "Chưa có số liệu"},
    }
    states = {fact["measure"]: fact["state"] for fact in facts("measure", {"given": given})}
    assert states["hs"] == "value"
    assert states["kiem_tra"] == states["phat_hien"] == "words"
    assert (states["ngay"], states["hai_long"], states["xu_ly"]) == ("not_yet", "foreign", "blank")
    foreign = only("foreign", {"given": given}, measure="hai_long")
    assert foreign == {"by": "survey", "state": "waiting", "value": "95%", "official": ""}


@pytest.mark.parametrize(("official", "state"), [("95%", "same"), ("94%", "differs")])
def test_a_value_of_others_stands_beside_the_official_one(official: str, state: str) -> None:
    keys = {"given": {"hai_long": "95%"}, "external": {"hai_long": official}}
    fact = only("foreign", keys, measure="hai_long")
    assert (fact["state"], fact["official"]) == (state, official)


def test_an_answer_may_explain_a_check() -> None:
    document = DOCUMENT | {
        "checks": [{"id": "ck", "at_most": ["hs.tre", "hs.dung_han"], "say": "Thử"}]
    }
    answers = [{"check": "ck", "explanation": "Hai kỳ khác nhau"}]
    found = facts("explained_check", {"given": {}, "answers": answers}, document)
    assert found == (Fact.of("explained_check", check="ck", explanation="Hai kỳ khác nhau"),)


@pytest.mark.parametrize(
    ("now", "before", "change", "percent"),
    [
        ("80", "100", "fell", 20),
        ("81", "100", "fell", 19),
        ("5", "5", "same", 0),
        ("5", "0", "rose", 0),
    ],
)
def test_amounts_stand_beside_last_years(now: str, before: str, change: str, percent: int) -> None:
    keys = {"given": {"hs": now}, "last_year": {"hs": before}}
    fact = only("year", keys, measure="hs")
    assert (fact["role"], fact["change"], fact["percent"]) == ("whole", change, percent)


def test_parts_and_others_are_told_apart() -> None:
    keys = {"given": {"hs.tre": "1", "hs.giai_quyet": "2"}}
    keys["last_year"] = dict(keys["given"])
    roles = {fact["measure"]: fact["role"] for fact in facts("year", keys)}
    assert roles == {"hs.tre": "part", "hs.giai_quyet": "whole"}


def test_a_gate_below_a_closed_one_costs_nothing_by_itself() -> None:
    inner = {
        "code": "1.1",
        "max_points": "2",
        "scoring": {"full_if": {"of": "hs", "at_least": "1"}, "if": "kiem_tra"},
    }
    group = {"code": "1", "components": [inner], "scoring": {"if": "kiem_tra"}}
    document = {"measures": MEASURES, "criteria": [{"code": "0", "components": [group]}]}
    found = facts("gate", {"given": {"hs": "5", "kiem_tra": "không"}}, document)
    assert {fact["code"]: fact["counts"] for fact in found} == {"1": "yes", "1.1": "no"}


@pytest.mark.parametrize(
    ("claimed", "state"), [("0,67", "equal"), ("0,68", "above"), ("0,66", "below")]
)
def test_a_claim_is_held_against_points_with_the_decimals_of_the_set(
    claimed: str, state: str
) -> None:
    share = {
        "code": "1",
        "max_points": "1",
        "scoring": {
            "proportional": {"of": {"ratio": ["hs.dung_han", "hs.giai_quyet"]}},
            "when_none": "full",
        },
    }
    rounding = {"points": {"places": "2", "at": "total"}}
    document = {"measures": MEASURES, "criteria": [share], "rounding": rounding}
    given = {"hs.dung_han": "2", "hs.giai_quyet": "3"}
    (fact,) = facts(
        "claim", {"given": given, "answers": [{"code": "1", "claimed": claimed}]}, document
    )
    assert fact["state"] == state


def test_an_answer_that_excuses_a_parent_explains_what_is_below() -> None:
    leaf = {
        "code": "1.1",
        "max_points": "2",
        "scoring": {"full_if": {"of": "hs", "at_least": "1"}},
        "evidence": [{"id": "bc", "title": "Báo cáo", "required": "yes"}],
    }
    policy = {"grounds": [{"id": "khong", "text": "Không phát sinh"}], "give": "full"}
    parent = {"code": "1", "components": [leaf], "not_applicable": policy}
    document = {"measures": MEASURES, "criteria": [parent]}
    answers = [{"code": "1", "not_applicable": {"ground": "khong"}, "explanation": "Không có"}]
    keys = {"given": {"hs": "3"}, "answers": answers}
    assert {fact["code"] for fact in facts("explained", keys, document)} == {"1", "1.1"}
    (evidence,) = facts("evidence", keys, document)
    assert evidence["lacking"] == 0
    (na,) = facts("na", keys, document)
    assert (na["measure"], na["value"], na["by"]) == ("hs", "3", "answer"), "full points, 3 files"


def test_what_others_read_and_last_years_figures_say_nothing_of_what_is_out() -> None:
    rise = {"minus": ["hs.tre", {"last_year": "hs.tre"}]}
    growth = {
        "code": "1",
        "max_points": "1",
        "scoring": {"full_if": {"of": rise, "at_most": "0"}},
        "not_applicable": {"grounds": [{"id": "khong", "text": "Không phát sinh"}]},
    }
    other = {
        "code": "2",
        "max_points": "1",
        "scoring": {"full_if": {"of": "hs.tre", "at_most": "9"}},
    }
    answers = [{"code": "1", "not_applicable": {"ground": "khong"}, "explanation": "Không có"}]
    keys = {"given": {"hs.tre": "0"}, "last_year": {"hs.tre": "6"}, "answers": answers}
    document = {"measures": MEASURES, "criteria": [growth]}
    assert facts("na", keys, document) == ()
    keys["given"] = {"hs.tre": "2"}
    assert len(facts("na", keys, document)) == 1
    assert facts("na", keys, document | {"criteria": [growth, other]}) == ()


def test_a_perfect_rate_without_points_is_none() -> None:
    late = {
        "code": "1",
        "max_points": "1",
        "scoring": {
            "full_if": {"of": {"ratio": ["hs.tre", "hs"]}, "at_most": "10%"},
            "when_none": "full",
        },
    }
    document = {"measures": MEASURES, "criteria": [late]}
    assert facts("perfect", {"given": {"hs.tre": "30", "hs": "30"}}, document) == ()


def test_a_penalty_has_an_edge_as_well() -> None:
    penalty = {
        "code": "1",
        "extra": "yes",
        "max_points": "0",
        "scoring": {
            "full_if": {"of": {"ratio": ["hs.dung_han", "hs.giai_quyet"]}, "at_least": "90%"},
            "else": "-2",
            "when_none": "full",
        },
    }
    plain = {"code": "2", "max_points": "1", "scoring": {"full_if": "kiem_tra"}}
    document = {"measures": MEASURES, "criteria": [penalty, plain]}
    given = {"hs.dung_han": "90", "hs.giai_quyet": "100"}
    assert [fact["spare"] for fact in facts("edge", {"given": given}, document)] == [0]


@pytest.mark.parametrize(("as_of", "complete"), [("2025-09-30", "no"), ("2025-12-31", "yes")])
def test_a_year_that_is_not_over_says_so(as_of: str, complete: str) -> None:
    keys = {"given": {"hs": "75"}, "last_year": {"hs": "100"}, "as_of": as_of}
    assert only("year", keys, measure="hs")["complete"] == complete


def test_checks_and_rates_go_by_what_is_scored() -> None:
    """A unit's own value of what a survey gives decides nothing."""
    survey = {"id": "sv", "kind": "count", "counted_in": "hồ sơ", "by": "survey"}
    check = {"id": "ck", "equal": ["sv", "hs"], "say": "Bằng nhau", "otherwise": "refuse"}
    document = {"measures": [*MEASURES, survey], "criteria": CRITERIA, "checks": [check]}
    own = {"given": {"hs": "100", "sv": "90"}}
    assert [fact["state"] for fact in facts("check", own, document)] == ["open"]
    both = own | {"external": {"sv": "100"}}
    assert [fact["state"] for fact in facts("check", both, document)] == ["holds"]
