"""What must not matter to a score: order, writing, words, evidence, and being asked again."""

from __future__ import annotations

import copy
import random
import tempfile
import unicodedata
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from support.cases import every_score, load_case_set, make_set, scored
from support.strategies import Unit, units

from par_index.model.assessment import Assessment


def outcome_of(assessment: Assessment) -> object:
    """Everything that is computed, without evidence and places."""
    scores = {
        one.code: (one.outcome, one.why, one.low, one.high, one.points, one.account.applicable)
        for one in every_score(assessment)
    }
    totals = assessment.totals
    index = (assessment.index_low, assessment.index_high)
    grades = [(one.grade.id, one.standing) for one in assessment.grades]
    return scores, (totals.low, totals.high, totals.points), index, grades


def shuffled(document: Any, seed: random.Random) -> Any:
    """The same document with its keys, criteria, measures and members of conditions elsewhere."""
    if isinstance(document, dict):
        keys = list(document)
        seed.shuffle(keys)
        mixed = {key: shuffled(document[key], seed) for key in keys}
        for key in ("components", "criteria", "measures", "all", "any", "sum"):
            if isinstance(mixed.get(key), list):
                seed.shuffle(mixed[key])
        return mixed
    if isinstance(document, list):
        return [shuffled(value, seed) for value in document]
    return document


@given(units(), st.randoms(use_true_random=False))
def test_order_of_keys_files_and_components_changes_nothing(
    unit: Unit, seed: random.Random
) -> None:
    document = shuffled(unit.document, seed)
    first = scored(load_case_set(unit.document), unit.keys)
    second = scored(load_case_set(document), shuffled(unit.keys, seed))
    assert outcome_of(first) == outcome_of(second)
    assert first.totals == second.totals
    steps = {one.code: one for one in first.shortfalls}
    assert steps.keys() == {one.code for one in second.shortfalls}
    for one in second.shortfalls:
        assert (one.lost, one.open) == (steps[one.code].lost, steps[one.code].open)


def vietnamese(keys: dict[str, Any]) -> dict[str, Any]:
    """The same data with the words of the language: có, không, chưa có."""
    words = {"yes": "có", "no": "không", "none": "chưa có"}
    keys = copy.deepcopy(keys)
    for block in ("given", "last_year"):
        for id, value in keys.get(block, {}).items():
            if isinstance(value, str):
                keys[block][id] = words.get(value, value)
    return keys


def decomposed(text: str) -> str:
    """Every other line decomposed, as it comes from files pasted together."""
    lines = text.split("\n")
    lines[::2] = [unicodedata.normalize("NFD", line) for line in lines[::2]]
    return "\n".join(lines)


@given(units())
def test_composed_and_decomposed_writing_is_the_same(unit: Unit) -> None:
    keys = vietnamese(unit.keys)
    first = scored(load_case_set(unit.document), keys)
    second = scored(load_case_set(unit.document, decomposed), keys, decomposed)
    assert outcome_of(first) == outcome_of(second)
    assert first.totals == second.totals


@given(units())
def test_a_second_run_gives_an_equal_assessment(unit: Unit) -> None:
    with tempfile.TemporaryDirectory() as folder:
        criteria = [make_set(unit.document, Path(folder)) for _ in range(2)]
    first, second = (scored(one, unit.keys) for one in criteria)
    assert first == second
    assert repr(first) == repr(second)


# Words and evidence.


def with_requirements(document: dict[str, Any]) -> dict[str, Any]:
    """The same set, every second leaf of which requires a document."""
    document = copy.deepcopy(document)
    waiting, leaves = list(document["criteria"]), []
    while waiting:
        node = waiting.pop(0)
        waiting += node.get("components", [])
        if "components" not in node:
            leaves.append(node)
    for leaf in leaves[::2]:
        leaf["evidence"] = [{"id": "bao-cao", "title": "Báo cáo", "required": "yes"}]
    return document


@st.composite
def answers(draw: st.DrawFn, document: dict[str, Any], keys: dict[str, Any]) -> dict[str, Any]:
    """The same keys with claims, explanations and evidence for some leaves."""
    excused = {answer["code"]: answer for answer in keys.get("answers", [])}
    found: list[dict[str, Any]] = []
    for code in leaf_codes(document["criteria"]):
        answer = dict(excused.pop(code, {"code": code}))
        if draw(st.booleans()):
            answer["claimed"] = draw(st.sampled_from(["0", "0.5", "1", "3"]))
        if draw(st.booleans()):
            answer["explanation"] = "Có lý do"
        if draw(st.booleans()):
            answer["evidence"] = [{"id": "bc-1"}]
        if len(answer) > 1:
            found.append(answer)
    register = [{"id": "bc-1", "so": "1", "trich_yeu": "Báo cáo năm"}]
    return {**keys, "evidence": register, "answers": [*found, *excused.values()]}


def leaf_codes(criteria: list[dict[str, Any]]) -> list[str]:
    found: list[str] = []
    for node in criteria:
        found += leaf_codes(node["components"]) if "components" in node else [node["code"]]
    return found


@given(units(), st.data())
def test_words_and_evidence_move_no_computed_score(unit: Unit, choices: st.DataObject) -> None:
    document = with_requirements(unit.document)
    criteria = load_case_set(document)
    spoken = choices.draw(answers(document, unit.keys))
    assert outcome_of(scored(criteria, unit.keys)) == outcome_of(scored(criteria, spoken))


@given(units(), st.data())
def test_removing_words_or_evidence_never_raises_supported_points(
    unit: Unit, choices: st.DataObject
) -> None:
    document = with_requirements(unit.document)
    criteria = load_case_set(document)
    more = choices.draw(answers(document, unit.keys))
    less = copy.deepcopy(more)
    for answer in less["answers"]:
        for key in ("evidence", "explanation"):
            if key in answer and "not_applicable" not in answer and choices.draw(st.booleans()):
                del answer[key]
    backed, bare = scored(criteria, more), scored(criteria, less)
    assert bare.totals.supported <= backed.totals.supported
    before = {score.code: score.account for score in every_score(backed)}
    for score in every_score(bare):
        assert score.account.supported <= before[score.code].supported, score.code
