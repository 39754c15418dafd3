"""The JSON documents: as their schema says, exact, and the same every time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from support.reports import all_of_them, example, scored, small

import par_index
from par_index.model.assessment import Score
from par_index.problems import Owner, Problem, Source, Span
from par_index.rendering.json_document import (
    assessment_document,
    dump,
    refusal_document,
    several_document,
    usage_document,
)

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
