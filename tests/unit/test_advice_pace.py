"""Pace on nouns: the least that each rung takes, what is refused, what is told in every form."""

from __future__ import annotations

import csv
import io
import json
from fractions import Fraction
from typing import Any

import jsonschema
import pytest
from support.cases import find, load_case_set, make_submission
from support.edited import entries
from support.processes import ROOT, SAMPLE

from par_index.advice.expected import expectable
from par_index.advice.pace import Course, Pace, PaceRow, pace
from par_index.advice.rungs import Rung, RungState
from par_index.model.criteria import CriteriaSet
from par_index.model.submission import Submission
from par_index.problems import InvalidInput
from par_index.reading.library import Library
from par_index.reading.submissions import read_submission
from par_index.rendering.advice.pace_csv import pace_csv
from par_index.rendering.advice.pace_json import pace_document
from par_index.rendering.advice.pace_page import page_of
from par_index.rendering.markdown import page_document
from par_index.rendering.text import lay_out
from par_index.rendering.voice import Voice

SCHEMA = json.loads((ROOT / "par_index/schemas/pace.schema.json").read_text(encoding="utf-8"))

MEASURES: list[dict[str, Any]] = [
    {"id": "hs", "kind": "count", "counted_in": "hồ sơ", "label": "Tổng số hồ sơ"},
    {"id": "mang", "kind": "count", "within": "hs", "can": "rise_with"},
    {"id": "toan", "kind": "count", "within": "mang", "can": "rise_with"},
    {"id": "mot", "kind": "count", "within": "mang", "can": "rise_with"},
    {"id": "cu", "kind": "count", "within": "hs", "can": "rise"},
    {"id": "sot", "kind": "count", "within": "hs", "can": "fall"},
    {"id": "chot", "kind": "count", "within": "hs", "can": "fixed"},
    {"id": "im", "kind": "count", "within": "hs"},
    {"id": "hoi", "kind": "count", "by": "survey"},
    {"id": "co", "kind": "yes_no"},
]
DATA = {
    "hs": "90",
    "mang": "33",
    "toan": "20",
    "mot": "13",
    "cu": "0",
    "sot": "9",
    "chot": "50",
    "im": "50",
}


def sample() -> tuple[CriteriaSet, Submission]:
    return read_submission(SAMPLE.read_bytes(), "unit.yaml", Library())


def made(scoring: Any, data: dict[str, str] | None = None, **more: Any) -> Any:
    document = {
        "measures": MEASURES,
        "criteria": [{"code": "1", "max_points": "2", "scoring": scoring}],
        **more,
    }
    criteria = load_case_set(document)
    keys = {"given": DATA if data is None else data, "as_of": "2025-09-30"}
    return criteria, make_submission(criteria, keys)


def paced(given: Any, **expected: str) -> Pace:
    return pace(*given, entries({id.replace("__", "."): one for id, one in expected.items()}))


def row_of(one: Pace, code: str = "1") -> PaceRow:
    (row,) = [row for row in one.rows if row.code == code]
    return row


def told(rung: Rung) -> tuple[Any, ...]:
    """Points, state, and what each need comes to."""
    needs = {need.lever.measure: int(need.final) for need in rung.needs}
    return str(rung.points), rung.state.value, needs


def rungs(row: PaceRow) -> list[tuple[Any, ...]]:
    return [told(rung) for rung in row.rungs]


def test_of_120_files_12_of_the_30_to_come_must_come_by_post() -> None:
    one = paced(sample(), hs__tiep_nhan="120")
    (rung,) = row_of(one, "hdh.bccinhan").rungs
    (need,) = rung.needs
    assert (need.final, need.more, need.lever.coming) == (12, 12, 30)
    assert rungs(row_of(one, "hdh.bccitra")) == [("1", "needs", {"hs.bcci_tra": 24})]


def test_of_100_files_results_by_post_are_out_of_reach() -> None:
    (rung,) = row_of(paced(sample(), hs__tiep_nhan="100"), "hdh.bccitra").rungs
    assert rung.state is RungState.LOST
    assert rung.wanted is not None
    assert rung.wanted.final == 20
    assert rung.most is not None
    assert (rung.most.final, rung.most.low) == (16, 0)
    assert row_of(paced(sample(), hs__tiep_nhan="100"), "hdh.bccitra").best == 0


def test_old_files_can_still_be_digitised() -> None:
    row = row_of(paced(sample(), hs__tiep_nhan="120"), "hdh.sohoa")
    (need,) = row.rungs[0].needs
    assert (need.final, need.lever.now, need.lever.coming) == (36, 0, None)


def test_online_is_lost_by_growth_alone_or_safe_already() -> None:
    lost = row_of(paced(sample(), hs__tiep_nhan="120"), "hdh.dvctt")
    assert (lost.course, rungs(lost)) == (
        Course.LOSES,
        [("1", "needs", {"hs.truc_tuyen": 36})],
    )
    safe = row_of(paced(sample(), hs__tiep_nhan="100"), "hdh.dvctt")
    assert (safe.course, rungs(safe)) == (Course.KEEPS, [("1", "safe", {})])
    assert safe.coming == ("hs.tiep_nhan", 10)


def test_the_total_is_told_with_the_growth_alone() -> None:
    one = paced(sample(), hs__tiep_nhan="120")
    assert (one.before.shown.low, one.after.shown.low) == (26, 25)
    assert one.days == 92
    assert one.ends.isoformat() == "2021-12-31"


def test_every_rung_of_a_ladder_is_told() -> None:
    bands = {
        "bands": {
            "of": {"ratio": ["cu", "hs"]},
            "steps": [
                {"at_least": "90%", "points": "2"},
                {"at_least": "50%", "points": "1"},
                {"otherwise": "0.5"},
            ],
        },
        "when_none": "zero",
    }
    assert rungs(row_of(paced(made(bands), hs="100"))) == [
        ("1/2", "safe", {}),
        ("1", "needs", {"cu": 50}),
        ("2", "needs", {"cu": 90}),
    ]


def test_points_in_proportion_tell_what_is_held_and_the_maximum() -> None:
    share = {"proportional": {"of": {"ratio": ["mang", "hs"]}}, "when_none": "zero"}
    row = row_of(paced(made(share), hs="100"))
    # 33/90 are 0.73 points; 37/100 are 0.74, 43/100 the most.
    assert rungs(row) == [
        ("33/50", "safe", {}),
        ("73/100", "needs", {"mang": 37}),
        ("43/50", "needs", {"mang": 43}),
        ("2", "lost", {}),
    ]
    assert row.best == Fraction(43, 50)


def test_what_falls_is_told_by_the_least_to_take_away() -> None:
    none = {"full_if": {"of": {"ratio": ["sot", "hs"]}, "at_most": "5%"}, "when_none": "zero"}
    row = row_of(paced(made(none), hs="100"))
    (need,) = row.rungs[0].needs
    assert (need.final, need.more) == (5, -4)


def test_a_level_between_rises_along_but_never_above_what_is_expected() -> None:
    ratio = {"full_if": {"of": {"ratio": ["toan", "hs"]}, "at_least": "30%"}, "when_none": "zero"}
    row = row_of(paced(made(ratio), hs="100"))
    (need,) = row.rungs[0].needs
    assert (need.final, need.lever.along, need.lever.coming) == (30, ("mang",), 10)
    out = row_of(paced(made(ratio), hs="99"))
    assert rungs(out) == [("2", "lost", {})], "29 of 99 are not 30%"


def test_a_part_that_is_expected_raises_its_totals() -> None:
    ratio = {"full_if": {"of": {"ratio": ["mang", "hs"]}, "at_least": "40%"}, "when_none": "zero"}
    one = paced(made(ratio), mang="40")
    assert one.along == (("hs", 90, 97),)
    assert row_of(one).after.low == 2, "40 of 97"


def test_two_parts_of_one_leaf_are_told_each_alone() -> None:
    both = {
        "full_if": {"of": {"ratio": [{"sum": ["cu", "sot"]}, "hs"]}, "at_least": "30%"},
        "when_none": "zero",
    }
    row = row_of(paced(made(both), hs="100"))
    assert rungs(row) == [("2", "needs", {"cu": 21})], "fewer of `sot` help nothing"


def test_what_needs_something_else_is_not_called_lost() -> None:
    both = {
        "full_if": {"all": ["co", {"of": {"ratio": ["cu", "hs"]}, "at_least": "30%"}]},
        "when_none": "zero",
    }
    given = made(both, {**DATA, "co": "không"})
    assert rungs(row_of(paced(given, hs="100"))) == [("2", "beyond", {})]


def test_what_is_fixed_is_lost_and_what_is_unsaid_is_not() -> None:
    def ratio(part: str) -> Any:
        return {"full_if": {"of": {"ratio": [part, "hs"]}, "at_least": "55%"}, "when_none": "zero"}

    fixed = row_of(paced(made(ratio("chot")), hs="100"))
    assert (rungs(fixed), fixed.unsaid) == ([("2", "lost", {})], ())
    unsaid = row_of(paced(made(ratio("im")), hs="100"))
    assert (rungs(unsaid), unsaid.unsaid) == ([("2", "beyond", {})], ("im",))


def test_what_is_not_reported_is_asked_for() -> None:
    ratio = {"full_if": {"of": {"ratio": ["cu", "hs"]}, "at_least": "30%"}, "when_none": "zero"}
    data = {id: one for id, one in DATA.items() if id != "cu"}
    row = row_of(paced(made(ratio, data), hs="100"))
    assert (rungs(row), row.ask) == ([("2", "open", {})], ("cu",))


def test_what_old_totals_said_of_blanks_holds_no_more() -> None:
    """At most 90 of 90 were online; of 100 it may be all 100."""
    most = {"full_if": {"of": "cu", "at_most": "90"}}
    data = {id: one for id, one in DATA.items() if id != "cu"}
    row = row_of(paced(made(most, data), hs="100"))
    assert (row.before.low, row.after.low) == (2, 0)
    assert row.course is Course.OPENS


@pytest.mark.parametrize(
    ("expected", "codes"),
    [
        ({"hoi": "3"}, ["E262"]),
        ({"co": "có"}, ["E262"]),
        ({"chot": "60"}, ["E262"]),
        ({"hs": ""}, ["E263"]),
        ({"hs": "89"}, ["E264"]),
        ({"sot": "10"}, ["E264"]),
        ({"hs": "1,5"}, ["E222"]),
        ({"x": "1"}, ["E210"]),
        ({"cu": "91"}, ["E240"]),
        ({"toan": "21", "mot": "14"}, ["E266"]),
        ({"hs": "89", "x": "1", "hoi": "1"}, ["E210", "E262", "E264"]),
    ],
)
def test_what_cannot_be_expected_is_refused(expected: dict[str, str], codes: list[str]) -> None:
    with pytest.raises(InvalidInput) as caught:
        paced(made({"full_if": "co"}), **expected)
    assert sorted(one.code for one in caught.value.problems) == codes
    assert all(one.span.source.name == "scenarios.yaml" for one in caught.value.problems)


def test_nothing_is_expected_twice() -> None:
    given = made({"full_if": "co"})
    with pytest.raises(InvalidInput) as caught:
        pace(*given, [*entries({"hs": "91"}), *entries({"hs": "92"})])
    assert [one.code for one in caught.value.problems] == ["E265"]


def test_what_can_be_expected_comes_most_useful_first() -> None:
    criteria, _ = sample()
    names = expectable(criteria)
    assert names[0] == "hs.tiep_nhan"
    assert not {"hs.so_hoa.ty_le", "tthc.hai_long", "hdh.bao_cao"} & set(names)


def test_a_submission_is_not_changed() -> None:
    criteria, submission = sample()
    before = repr(submission)
    one = pace(criteria, submission, entries({"hs.tiep_nhan": "120"}))
    assert repr(submission) == before
    assert one.before.submission is submission


@pytest.mark.parametrize("total", ["90", "100", "120"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_form_tells_of_every_row(total: str, language: str) -> None:
    one = paced(sample(), hs__tiep_nhan=total)
    document = json.loads(json.dumps(pace_document(one)))
    jsonschema.validate(document, SCHEMA)
    page = page_of(one, Voice.of(one.before, language))
    text, markdown = lay_out(page, width=80, color=False), page_document(page)
    table = list(csv.reader(io.StringIO(pace_csv(one, language).removeprefix("\ufeff"))))
    codes = [row.code for row in one.rows]
    assert [row["code"] for row in document["rows"]] == codes
    assert {line[1] for line in table[1:]} == set(codes)
    assert all(code in text and code in markdown for code in codes)
    assert all(len(line) <= 80 for line in text.splitlines())


def test_a_pace_is_exact_in_json() -> None:
    document: Any = pace_document(paced(sample(), hs__tiep_nhan="120"))
    (row,) = [row for row in document["rows"] if row["code"] == "hdh.bccinhan"]
    assert row["rungs"][0]["needs"][0]["per_day"] == {"exact": "3/23", "decimal": None}


def test_a_rate_that_was_printed_keeps_what_it_told_of_the_counts() -> None:
    """6.7% of 90 are 6, also once the total is 120."""
    one = paced(sample(), hs__tiep_nhan="120")
    score = find(one.after, "hdh.bccitra")
    assert score.because is not None
    assert score.because.reasons[0].low == Fraction(6, 120)
