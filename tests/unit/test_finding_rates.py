"""Printed rates beside their counts, and which other figure would explain a difference."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from support.cases import load_case_set, make_submission
from support.facts import misfits

from par_index.finding.facts import facts_of
from par_index.finding.view import View
from par_index.model.criteria import CriteriaSet
from par_index.scoring.scores import evaluate, score

DOCUMENT = {
    "measures": [
        {"id": "hs", "kind": "count", "counted_in": "hồ sơ"},
        {"id": "hs.giai_quyet", "kind": "count", "counted_in": "hồ sơ"},
        {"id": "nguoi", "kind": "count", "counted_in": "người"},
        {"id": "hs.truc_tuyen", "kind": "count", "within": "hs"},
        {"id": "hs.buu_chinh", "kind": "count", "within": "hs"},
        {"id": "truc_tuyen", "kind": "rate", "of": ["hs.truc_tuyen", "hs"]},
        {"id": "buu_chinh", "kind": "rate", "of": ["hs.buu_chinh", "hs"]},
    ],
    "criteria": [
        {
            "code": "1",
            "max_points": "1",
            "scoring": {
                "full_if": {"of": "truc_tuyen", "at_least": "20%"},
                "when_none": "not_applicable",
            },
        }
    ],
}


def view(criteria: CriteriaSet, data: dict[str, str]) -> View:
    evaluation = evaluate(criteria, make_submission(criteria, {"given": data}))
    return View(evaluation, score(evaluation), {})


def rates(**given: str) -> dict[str, dict[str, Any]]:
    criteria = load_case_set(DOCUMENT)
    data = {id.replace("__", "."): value for id, value in given.items()}
    found = facts_of(["rate"], view(criteria, data))
    assert misfits(found) == []
    return {str(one["measure"]): dict(one.fields) for one in found}


@pytest.mark.parametrize(
    ("stated", "state"),
    [
        ("21,23%", "agrees"),
        ("21,22%", "agrees"),  # cut off: 21,227…
        ("21%", "agrees"),
        ("21,2%", "agrees"),
        ("21,24%", "differs"),
        ("20,29%", "differs"),
    ],
)
def test_half_up_and_cut_off_both_agree(stated: str, state: str) -> None:
    found = rates(hs="538531", hs__truc_tuyen="114312", truc_tuyen=stated)
    assert found["truc_tuyen"]["state"] == state
    assert found["truc_tuyen"]["computed"] == "114312/538531"


def test_a_rate_without_both_counts_is_no_fact() -> None:
    assert rates(hs="90", truc_tuyen="20%") == {}
    assert rates(hs="90", hs__truc_tuyen="18") == {}


def test_another_reported_total_may_explain_a_rate() -> None:
    one = rates(hs="100", hs__giai_quyet="90", nguoi="90", hs__truc_tuyen="18", truc_tuyen="20%")[
        "truc_tuyen"
    ]
    assert (one["explained"], one["explained_as"]) == ("measure", "whole")
    assert one["explained_by"] == "hs.giai_quyet", "people are no files"


def test_another_reported_part_may_explain_a_rate() -> None:
    one = rates(hs="100", hs__truc_tuyen="18", hs__buu_chinh="25", truc_tuyen="25%")["truc_tuyen"]
    assert (one["explained_as"], one["explained_by"]) == ("part", "hs.buu_chinh")


def test_several_rates_may_share_a_total_that_nobody_reported() -> None:
    """The report of a province: 20,29% and 0,48% of a total that is not 538.531."""
    found = rates(
        hs="538531",
        hs__truc_tuyen="114312",
        truc_tuyen="20,29%",
        hs__buu_chinh="2690",
        buu_chinh="0,48%",
    )
    assert {one["explained"] for one in found.values()} == {"hidden"}
    ((least, most),) = {(one["least"], one["most"]) for one in found.values()}
    assert int(least) <= 563391 <= int(most)
    for part, rate in ((114312, "20.29"), (2690, "0.48")):
        for whole in (int(least), int(most)):
            share = 100 * part / whole
            assert float(rate) - 0.005 <= share < float(rate) + 0.01


def test_a_lone_rate_says_which_total_it_would_need() -> None:
    one = rates(hs="100", hs__truc_tuyen="18", truc_tuyen="20%")["truc_tuyen"]
    assert (one["explained"], one["least"], one["most"]) == ("none", "86", "92")


def test_a_rate_that_no_total_gives_says_so_by_an_empty_range() -> None:
    one = rates(hs="100", hs__truc_tuyen="0", truc_tuyen="20%")["truc_tuyen"]
    assert (one["explained"], one["least"], one["most"]) == ("none", "0", "0")


def test_figures_without_a_unit_explain_nothing() -> None:
    document = copy.deepcopy(DOCUMENT)
    for measure in document["measures"]:
        measure.pop("counted_in", None)
    criteria = load_case_set(document)
    data = {"hs": "100", "hs.giai_quyet": "90", "hs.truc_tuyen": "18", "truc_tuyen": "20%"}
    (one,) = facts_of(["rate"], view(criteria, data))
    assert one["explained"] == "none"


def test_a_rate_that_another_figure_explains_does_not_spoil_a_shared_total() -> None:
    found = rates(
        hs="100",
        hs__giai_quyet="50",
        hs__truc_tuyen="19",
        truc_tuyen="25%",
        hs__buu_chinh="20",
        buu_chinh="40%",
    )
    assert found["buu_chinh"]["explained_by"] == "hs.giai_quyet"
    assert found["truc_tuyen"]["explained"] == "none"
