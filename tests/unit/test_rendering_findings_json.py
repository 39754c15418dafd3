"""Findings and cross-checks in the JSON document: by code, exact, as the schema says."""

from __future__ import annotations

import datetime
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from support.found import SPAN, check_fact, fact, finding, rule, with_findings
from support.reports import example, small

import par_index
from par_index.model.assessment import Assessment
from par_index.model.checks import (
    Check,
    CheckKind,
    CheckResult,
    CheckState,
    Comparing,
    Expecting,
    Shows,
)
from par_index.model.conditions import Answered
from par_index.model.findings import Derived, Severity
from par_index.model.quantities import Amount, Sum
from par_index.model.submission import Datum
from par_index.model.text import Text
from par_index.nouns import replace
from par_index.rendering.json_document import assessment_document, dump

F = Fraction
SCHEMA = Path(par_index.__file__).parent / "schemas" / "assessment.schema.json"


def written(assessment: Assessment) -> Any:
    """The document as a program reads it, true to the schema."""
    read = json.loads(dump(assessment_document(assessment)))
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(read)
    return read


def test_a_finding_goes_out_with_its_rule_its_places_and_their_facts() -> None:
    one = rule(
        "claim-above",
        Severity.SERIOUS,
        title=("Tự chấm cao", "Claimed too much"),
        say="Tự chấm {claimed}",
        next=("Sửa", "Correct"),
        cites="Điều 5",
    )
    claim = fact("claim", code="1.2", claimed="43/25", gap_milli=720)
    read = written(with_findings(small(), finding(one, (claim, fact("explained", code="1.2")))))
    line = small().submission.answers["1.2"].span.line
    assert read["findings"] == [
        {
            "rule": "claim-above",
            "severity": "serious",
            "title": {"vi": "Tự chấm cao", "en": "Claimed too much"},
            "say": {"vi": "Tự chấm {claimed}", "en": None},
            "next": {"vi": "Sửa", "en": "Correct"},
            "cites": "Điều 5",
            "places": [
                {
                    "subject": {"kind": "criterion", "id": "1.2"},
                    "facts": [
                        {
                            "kind": "claim",
                            "fields": {
                                "claimed": "43/25",
                                "code": "1.2",
                                "counts": "yes",
                                "gap": "",
                                "gap_milli": 720,
                                "high": "",
                                "low": "",
                                "state": "above",
                            },
                        },
                        {"kind": "explained", "fields": {"code": "1.2"}},
                    ],
                    "line": line,
                }
            ],
        }
    ]


def test_what_a_rule_does_not_say_is_null() -> None:
    (read,) = written(with_findings(small(), finding(rule("a"), fact("score", code="1.3"))))[
        "findings"
    ]
    assert (read["say"], read["next"], read["cites"]) == (None, None, None)
    assert read["places"][0]["line"] is None, "the unit's file says nothing to 1.3"


def test_every_kind_of_subject_is_named_and_found_in_the_units_file() -> None:
    derives = rule("much", None, then=Derived("much", (("times", 3),)))
    places = [
        fact("measure", measure="tthc.hai_long"),
        fact("document", document="kh"),
        fact("finding_of", rule="other"),
        fact("much", times=3),
    ]
    read = written(with_findings(example(), finding(rule("a"), *places), rules=[derives]))
    got = [(place["subject"], place["line"]) for place in read["findings"][0]["places"]]
    assert got == [
        (
            {"kind": "measure", "id": "tthc.hai_long"},
            example().submission.data["tthc.hai_long"].span.line,
        ),
        ({"kind": "document", "id": "kh"}, None),
        ({"kind": "rule", "id": "other"}, None),
        (None, None),
    ]


@pytest.mark.parametrize(
    ("shows", "left", "right", "written_as"),
    [
        (Shows.NUMBER, F(144), F(149), ("144", "149", "-5")),
        (Shows.SHARE, F(1, 3), F(3, 10), ("1/3", "0.3", "1/30")),
        (
            Shows.DAY,
            F(datetime.date(2020, 12, 4).toordinal()),
            F(datetime.date(2020, 6, 23).toordinal()),
            ("2020-12-04", "2020-06-23", "164"),
        ),
        (Shows.NUMBER, F(144), None, ("144", None, None)),
    ],
)
def test_a_check_goes_out_with_both_sides_and_what_is_blank(
    shows: Shows, left: Fraction, right: Fraction | None, written_as: tuple[str | None, ...]
) -> None:
    test = Comparing(CheckKind.EQUAL, Sum((Amount("tong"),)), Amount("so_hoa"), shows)
    check = Check("khop", SPAN, test, Severity.NOTE, Text("Phải khớp", "Must agree"))
    result = CheckResult(check, CheckState.ASKS, left, right, ("so_hoa",), ("tong",))
    (read,) = written(with_findings(small(), checks=[result]))["checks"]
    assert (read["left"], read["right"], read["gap"]) == written_as
    del read["left"], read["right"], read["gap"], read["measures"]
    assert read == {
        "id": "khop",
        "kind": "equal",
        "state": "asks",
        "severity": "note",
        "say": {"vi": "Phải khớp", "en": "Must agree"},
        "blank": ["so_hoa"],
        "explained_by": ["tong"],
    }


def test_a_check_goes_out_with_what_was_reported_of_all_that_it_reads() -> None:
    on = small()
    submission = on.submission
    data = dict(submission.data)
    data["so_hoa"] = replace(data["so_hoa"], quote="số hóa 13 hồ sơ")
    data["dao_tao"] = Datum("dao_tao", SPAN, said="sẽ đào tạo")
    given = replace(data["tong"], measure="hai_long", text=" 91,5% ", value=F(183, 200))
    external = {"hai_long": given}
    on = replace(on, submission=replace(submission, data=data, external=external))
    total = Sum((Amount("so_hoa"), Amount("hai_long"), Amount("so_hoa")))
    test = Comparing(CheckKind.EQUAL, total, Amount("tong"), explained_by=("dao_tao", "ngay"))
    check = Check("khop", SPAN, test, Severity.NOTE, Text("Phải khớp"))
    expects = Check("co", SPAN, Expecting(Answered("ky_luat")), Severity.WATCH, Text("Phải có"))
    results = [CheckResult(check, CheckState.FAILED), CheckResult(expects, CheckState.FAILED)]
    compared, expected = written(with_findings(on, checks=results))["checks"]
    at = {id: datum.span.line for id, datum in data.items()}
    assert compared["measures"] == [
        {"id": "so_hoa", "line": at["so_hoa"], "value": "13", "quote": "số hóa 13 hồ sơ"},
        {"id": "hai_long", "line": None, "value": "91,5%", "quote": None},
        {"id": "tong", "line": at["tong"], "value": "90", "quote": None},
        {"id": "dao_tao", "line": SPAN.line, "value": None, "quote": "sẽ đào tạo"},
        {"id": "ngay", "line": None, "value": None, "quote": None},
    ]
    assert expected["measures"] == [
        {"id": "ky_luat", "line": at["ky_luat"], "value": "không", "quote": None}
    ]


def test_a_check_that_expects_a_condition_has_no_sides() -> None:
    check = Check("co", SPAN, Expecting(Answered("ky_luat")), Severity.WATCH, Text("Phải có"))
    result = CheckResult(check, CheckState.FAILED)
    document = written(
        with_findings(small(), finding(rule("a"), check_fact(result)), checks=[result])
    )
    (read,) = document["checks"]
    assert (read["kind"], read["left"], read["right"], read["gap"]) == ("expect", None, None, None)
    assert document["findings"][0]["places"][0]["subject"] == {"kind": "check", "id": "co"}


def test_without_rules_and_checks_both_are_empty() -> None:
    read = written(with_findings(small()))
    assert (read["findings"], read["checks"]) == ([], [])
