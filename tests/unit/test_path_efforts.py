"""Efforts from a file: read with everything that is wrong, handed down, and what moves cost."""

import json
from fractions import Fraction

import jsonschema
import pytest
from support.processes import ROOT

from par_index.advice.path.lab import Lab
from par_index.advice.path.movable import movables
from par_index.advice.path.prices import Prices
from par_index.advice.path.reads import Reads
from par_index.model.criteria import CriteriaSet
from par_index.model.efforts import Effort, Efforts
from par_index.problems import Problems
from par_index.reading.efforts import read_efforts
from par_index.reading.library import Library
from par_index.reading.submissions import read_submission
from par_index.scoring.scores import evaluate

HEAD = "schema: par_index/effort/1\n"


def shipped(name: str) -> CriteriaSet:
    return Library().load(name)


def read(text: str, criteria: CriteriaSet) -> tuple[Efforts, list[str]]:
    problems = Problems()
    efforts = read_efforts((HEAD + text).encode(), "cong-suc.yaml", criteria, problems)
    return efforts, [one.code for one in problems.in_order()]


SAMPLE = shipped("mau/2025/sample/so")


def test_a_step_and_a_case() -> None:
    efforts, wrong = read(
        'criteria:\n  "1.2": 3\nmeasures:\n  tthc.cap_nhat: {per_item: 1/3}\n', SAMPLE
    )
    assert wrong == []
    assert efforts.measures == {"tthc.cap_nhat": Effort(Fraction(1, 3), per_item=True)}
    assert set(efforts.criteria) == {"1.2", "1.2.1", "1.2.2", "1.2.3"}, "handed down"


def test_the_nearest_holds() -> None:
    efforts, _ = read('criteria: {"1": 3, "1.2": 2, "1.2.1": 1}\n', SAMPLE)
    found = [efforts.criteria[code].amount for code in ("1.1.1", "1.2.2", "1.2.1")]
    assert found == [3, 2, 1]


def test_what_is_no_effort_is_refused() -> None:
    text = (
        'criteria:\n  "1.1": -1\n  "1.2": 30%\n  "1.3": {per_item: -2}\n  "1.4": {each: 1}\n'
        '  "1.5":\n  "9.9": 1\nmeasures:\n  tthc.capnhat: 1\n'
    )
    efforts, wrong = read(text, SAMPLE)
    assert wrong == ["E268"] * 5 + ["E211", "E281"]
    assert efforts == Efforts()


def prices(efforts: Efforts) -> Prices:
    data = (ROOT / "fixtures/mau-so-binh-thuong/unit.yaml").read_bytes()
    criteria, submission = read_submission(data, "unit.yaml", Library())
    lab = Lab(evaluate(criteria, submission))
    moving, _ = movables(lab.inputs, criteria.measures, (), None)
    return Prices(lab.inputs, Reads(criteria), efforts, moving)


def test_cases_are_counted_and_a_step_is_paid_once() -> None:
    found = prices(Efforts())
    assert found.effort({"cqs.dvc.co_ho_so": 4}) == 2, "0.5 for each"
    assert found.effort({"mot_cua.camera": True}) == 3
    assert found.effort({"mot_cua.camera": True, "mot_cua.may_tinh": 1}) == 3, "one criterion"
    assert found.effort({"mot_cua.camera": True, "tthc.mot_cua": 7}) == 6, "two of them"


def test_a_measure_is_counted_under_the_first_criterion_that_states_an_effort() -> None:
    found = prices(Efforts())
    assert found.of["dh.kiem_tra.don_vi"].code == "1.3.1"
    assert found.of["dvsn.tu_chu"].code == "6.3.1", "4.1.4 reads it first and states none"
    assert found.of["thuong.mo_hinh"].is_default


def test_a_measure_with_an_effort_of_its_own_is_paid_by_itself() -> None:
    found = prices(Efforts(measures={"mot_cua.may_tinh": Effort(Fraction(1, 4), per_item=True)}))
    assert found.effort({"mot_cua.camera": True, "mot_cua.may_tinh": 2}) == Fraction(7, 2)


def test_costs_put_effort_first_then_measures_then_cases() -> None:
    found = prices(Efforts(measures={"tthc.mot_cua": Effort(Fraction(0))}))
    ways = [
        {"tthc.mot_cua": 1},
        {"tthc.mot_cua": 5},
        {"tthc.mot_cua": 1, "dh.tin_bai": 1},
        {"mot_cua.camera": True},
    ]
    costs = [found.cost(way) for way in ways]  # type: ignore[arg-type]
    assert costs == sorted(costs)
    assert found.effort_of(costs[-1]) == 3


def test_the_published_schema_allows_what_is_read() -> None:
    path = ROOT / "par_index/schemas/effort.schema.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    good = {"schema": "par_index/effort/1", "criteria": {"1": "3", "2": {"per_item": "1/3"}}}
    jsonschema.validate(good, schema)
    for bad in ("-1", "30%", {"each": "1"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**good, "measures": {"a": bad}}, schema)
