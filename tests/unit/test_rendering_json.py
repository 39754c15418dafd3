"""The JSON documents: as their schema says, exact, and the same every time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from support.cases import run, spec_cases
from support.reports import SPEC, all_of_them, example, scored, small

import par_index
from par_index.model.assessment import Score
from par_index.model.conditions import CriterionApplies, CriterionAtLeast, CriterionFull
from par_index.model.reasons import (
    Because,
    Branch,
    ItemScore,
    Limit,
    LimitKind,
    Percent,
    Reason,
    Truth,
)
from par_index.nouns import replace
from par_index.problems import Owner, Problem, Source, Span
from par_index.rendering.json_document import (
    assessment_document,
    dump,
    refusal_document,
    several_document,
    usage_document,
)
from par_index.rendering.json_reasons import because

F = Fraction
EACH = Because("each", Branch.AMOUNT, formula=(F(2), "*", Percent(F(3, 4)), "*", F(1, 3)))
SCHEMA = Path(par_index.__file__).parent / "schemas" / "assessment.schema.json"


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    content = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(content)
    return Draft202012Validator(content)


def values(node: Any) -> Iterator[Any]:
    if isinstance(node, dict):
        node = list(node.values())
    if isinstance(node, list):
        for one in node:
            yield from values(one)
    else:
        yield node


def problem(**params: object) -> Problem:
    span = Span(Source("unit.yaml", Owner.SUBMISSION, ("a: 1",)), 1, 4)
    return Problem("E201", span, params, (span,))


def test_every_assessment_fits_the_schema_and_holds_no_binary_float(
    schema: Draft202012Validator,
) -> None:
    for assessment in all_of_them():
        read = json.loads(dump(assessment_document(assessment)))
        schema.validate(read)
        assert not any(isinstance(value, float) for value in values(read))


def test_the_other_documents_fit_the_schema(schema: Draft202012Validator) -> None:
    refused = refusal_document([problem(found="x", share=Fraction(1, 3), many=("a", 2))], 3)
    usage = usage_document("misuse.choice", {"option": "--format", "found": None})
    both = several_document([assessment_document(small()), refused], 3)
    internal = {"schema": "par_index/assessment/1", "status": "internal", "exit_code": 70}
    for document in (refused, usage, both, internal):
        schema.validate(json.loads(dump(document)))
    assert refused["exit_code"] == 3
    assert usage["exit_code"] == 2
    assert both["schema"] == "par_index/assessments/1"


def test_the_schema_allows_nothing_else(schema: Draft202012Validator) -> None:
    document = json.loads(dump(assessment_document(small())))
    assert schema.is_valid(document)
    assert not schema.is_valid(document | {"extra": 1})
    assert not schema.is_valid({key: value for key, value in document.items() if key != "account"})
    content = json.loads(SCHEMA.read_text(encoding="utf-8"))
    objects = [one for one in _nodes(content) if one.get("type") == "object"]
    assert objects
    assert all("additionalProperties" in one for one in objects)


def _nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    for one in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _nodes(one)


def test_the_same_inputs_give_the_same_bytes() -> None:
    again = scored(
        {
            "as_of": "2021-09-30",
            "given": {"ky_luat": "không", "so_hoa": "13", "tong": "90"},
            "answers": [],
        }
    )
    other = scored(
        {
            "as_of": "2021-09-30",
            "given": {"ky_luat": "không", "so_hoa": "13", "tong": "90"},
            "answers": [],
        }
    )
    assert dump(assessment_document(again)) == dump(assessment_document(other))
    text = dump(assessment_document(example()))
    assert text == dump(json.loads(text))
    assert text.endswith("}\n")
    assert "Sở Khoa học" in text


def test_the_document_carries_hashes_places_and_names_as_given() -> None:
    read = json.loads(dump(assessment_document(example())))
    assert read["criteria"]["sha256"] == example().criteria.sha256
    assert read["submission"]["sha256"] == example().submission.source.sha256
    assert read["submission"]["file"] == example().submission.source.name
    reasons = _find(read["areas"], "hdh.sohoa")["because"]["reasons"]
    assert reasons[0]["terms"] == ["0", "/", "90"]
    assert reasons[0]["low"] == {"exact": "0/1", "decimal": "0"}
    assert reasons[0]["bound"]["number"] == {"exact": "3/10", "decimal": "0.3"}
    step = next(one for one in read["shortfalls"] if one["code"] == "hdh.bccitra")["steps"][0]
    assert step["changes"][0]["wholes"] == [
        {"measure": "hs.tiep_nhan", "before": "90", "after": "105"}
    ]
    assert read["index"]["low"] == {"exact": "13/22", "decimal": None}
    assert read["index"]["low_percent"] == "59.09"


def _find(scores: list[dict[str, Any]], code: str) -> dict[str, Any]:
    for one in scores:
        if one["code"] == code:
            return one
        if found := _find(one["components"], code):
            return found
    return {}


def test_reasons_carry_formulas_items_limits_and_questions() -> None:
    leaf = Because(
        "sum_of", Branch.SUM, items=(ItemScore(None, F(2), F(1), F(1), EACH, wins=True),)
    )
    written = json.loads(dump(because(replace(leaf, limits=(Limit(LimitKind.CAP, F(3, 4)),)))))
    assert written["limits"] == [{"kind": "cap", "to": "0.75"}]
    (item,) = written["items"]
    assert (item["max_points"], item["low"], item["wins"], item["title"]) == ("2", "1", True, None)
    assert item["because"]["formula"] == ["2", "*", "75%", "*", "1/3"]
    assert item["because"]["rule"] == "each"
    questions = [
        because(
            Because("full_if", Branch.MET, reasons=(Reason(Truth.YES, code="1", question=one),))
        )
        for one in (
            CriterionFull("1"),
            CriterionAtLeast("1", F(4, 5), percent=True),
            CriterionApplies("1", False),
        )
    ]
    assert [json.loads(dump(one))["reasons"][0]["question"] for one in questions] == [
        {"asks": "full", "at_least": None, "percent": False},
        {"asks": "at_least", "at_least": "0.8", "percent": True},
        {"asks": "does_not_apply", "at_least": None, "percent": False},
    ]


def test_extras_totals_and_grades_stand_beside_the_account() -> None:
    read = json.loads(dump(assessment_document(example())))
    assert read["extras"] is None
    assert read["grades"] == []
    same = {"points": "26", "low": "26", "high": "36", "supported": "1"}
    assert read["totals"] == {**same, "shown": same}
    with_extras, rounded = case("bonus_and_penalty"), case("shares_rounded_at_total")
    assert with_extras["extras"]["low"] == "3"
    assert with_extras["totals"]["low"] == "93"
    assert [area["extra"] for area in with_extras["areas"]] == [False, True, True]
    assert with_extras["areas"][1]["because"]["limits"] == [{"kind": "cap", "to": "3"}]
    assert rounded["totals"]["low"] == "1"
    (grade, *_) = case("grade_quota")["grades"]
    assert grade == {
        "id": "xs",
        "title": {"vi": "Xuất sắc", "en": None},
        "standing": "possible",
    }


def case(stem: str) -> Any:
    """The document of the first case in a file of the language's cases."""
    first = next(one for one in spec_cases(SPEC) if one.file.stem == stem)
    return json.loads(dump(assessment_document(run(first))))


def test_accounts_are_written_whole_at_every_level() -> None:
    read = json.loads(dump(assessment_document(example())))

    def check(score: Score, written: dict[str, Any]) -> None:
        account = written["account"]
        parts = sum(Fraction(account[name]) for name in ("low", "open", "lost", "excluded"))
        assert parts == Fraction(account["maximum"]) == score.account.maximum
        for component, below in zip(score.components, written["components"], strict=True):
            check(component, below)

    for area, written in zip(example().areas, read["areas"], strict=True):
        check(area, written)


def test_a_file_name_that_is_no_utf8_is_carried_by_an_escape() -> None:
    source = replace(small().submission.source, name="\udcff\U0001f600.yaml")
    text = dump(
        assessment_document(replace(small(), submission=replace(small().submission, source=source)))
    )
    assert text.encode("utf-8")
    assert json.loads(text)["submission"]["file"] == "\udcff\U0001f600.yaml"


def test_problems_go_out_as_code_and_parameters() -> None:
    read = json.loads(dump(refusal_document([problem(found="x", share=Fraction(1, 3))], 3)))
    assert read["problems"] == [
        {
            "code": "E201",
            "severity": "error",
            "owner": "submission",
            "place": {"file": "unit.yaml", "line": 1, "column": 4},
            "also": [{"file": "unit.yaml", "line": 1, "column": 4}],
            "params": {"found": "x", "share": "1/3"},
        }
    ]
