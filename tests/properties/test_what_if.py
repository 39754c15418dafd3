"""What-if is scoring the edited file: the same answer, or the same refusal."""

from __future__ import annotations

import pickle
import random
from contextlib import suppress
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from support.cases import load_case_set, make_submission, scored
from support.edited import LAST_YEAR, edited, is_own, new_values, scenarios_of, told_of
from support.strategies import Unit, units

from par_index.advice.what_if import WhatIf, what_ifs
from par_index.model.assessment import Assessment
from par_index.model.submission import Submission
from par_index.problems import InvalidInput
from par_index.reading.rewriting import rewrite
from par_index.rendering.advice.what_if_json import what_if_document
from par_index.rendering.json_document import assessment_document, dump


def placeless(node: Any) -> Any:
    """A document without what says where, and in whose file, something is written."""
    if isinstance(node, list):
        return [placeless(one) for one in node]
    if not isinstance(node, dict):
        return node
    return {
        key: placeless(value)
        for key, value in node.items()
        if key not in ("place", "also", "line", "file", "owner")
    }


def document_of(assessment: Assessment) -> str:
    """The JSON of an assessment apart from sources and places."""
    document = placeless(assessment_document(assessment))
    del document["submission"]["sha256"]
    document["remarks"].sort(key=str)
    return dump(document)


def differences_of(one: WhatIf) -> str:
    """All that a what-if tells, apart from places."""
    (scenario,) = placeless(what_if_document([one]))["scenarios"]
    scenario["remarks"].sort(key=str)
    return dump(scenario)


def all_of(submission: Submission) -> tuple[object, ...]:
    """All that a what-if works on."""
    return submission.data, submission.external, submission.last_year, submission.remarks


def tried(unit: Unit, values: dict[str, Any]) -> WhatIf | list[str]:
    criteria = load_case_set(unit.document)
    submission = make_submission(criteria, unit.keys)
    try:
        (one,) = what_ifs(criteria, submission, scenarios_of(values))
    except InvalidInput as refusal:
        return told_of(refusal.problems)
    return one


def edited_document(unit: Unit, values: dict[str, Any]) -> str | list[str]:
    """What scoring the edited files says of them."""
    try:
        return document_of(scored(load_case_set(unit.document), edited(unit.keys, values)))
    except InvalidInput as refusal:
        return told_of(refusal.problems)


@st.composite
def trials(draw: st.DrawFn) -> tuple[Unit, dict[str, Any]]:
    unit = draw(units())
    return unit, draw(new_values(unit.document))


@given(trials())
def test_what_if_is_scoring_the_edited_file(trial: tuple[Unit, dict[str, Any]]) -> None:
    unit, values = trial
    got = tried(unit, values)
    if isinstance(got, WhatIf):
        assert document_of(got.after) == edited_document(unit, values)
        assert document_of(got.before) == edited_document(unit, {})
    else:
        assert got == edited_document(unit, values)


@given(trials())
def test_only_what_differs_is_told(trial: tuple[Unit, dict[str, Any]]) -> None:
    unit, values = trial
    got = tried(unit, values)
    if not isinstance(got, WhatIf):
        return
    told = {one.code for one in got.differences}
    for code, before in got.before.by_code.items():
        after = got.after.by_code[code]
        same = (before.low, before.high, before.outcome) == (after.low, after.high, after.outcome)
        assert same == (code not in told)
    for one in got.appearing:
        assert one.rule.id in {finding.rule.id for finding in got.after.findings}
    for one in got.vanishing:
        assert one.rule.id in {finding.rule.id for finding in got.before.findings}


@given(units())
def test_values_that_are_there_already_change_nothing(unit: Unit) -> None:
    before = {LAST_YEAR + id: value for id, value in unit.keys.get("last_year", {}).items()}
    values = {**unit.keys.get("given", {}), **unit.keys.get("external", {}), **before}
    ids = [measure["id"] for measure in unit.document["measures"]]
    ids += [LAST_YEAR + id for id in ids]
    got = tried(unit, {id: values.get(id, "") for id in ids})
    assert isinstance(got, WhatIf), got
    assert got.after == got.before
    assert not any(one.changes for one in got.settings)
    assert (got.differences, got.grades, got.remarks) == ((), (), ())
    assert (got.appearing, got.vanishing) == ((), ())


@given(trials(), st.randoms(use_true_random=False))
def test_the_order_of_changes_shows_nowhere(
    trial: tuple[Unit, dict[str, Any]], seed: random.Random
) -> None:
    unit, values = trial
    mixed = list(values.items())
    seed.shuffle(mixed)
    first, second = tried(unit, values), tried(unit, dict(mixed))
    if isinstance(first, WhatIf):
        assert isinstance(second, WhatIf)
        assert document_of(first.after) == document_of(second.after)
        assert differences_of(first) == differences_of(second)
    else:
        assert first == second


@given(trials())
def test_a_file_with_the_values_written_into_it_gives_the_same(
    trial: tuple[Unit, dict[str, Any]],
) -> None:
    unit, values = trial
    own = {id: value for id, value in values.items() if is_own(id)}
    got = tried(unit, own)
    if not isinstance(got, WhatIf):
        return

    def written(text: str) -> str:
        is_unit = "par_index/submission/1" in text
        (one,) = scenarios_of(own)
        if not is_unit:
            return text
        return rewrite(text.encode(), one.changes, one.last_year).decode()

    assert document_of(got.after) == document_of(
        scored(load_case_set(unit.document), unit.keys, written)
    )


@given(trials())
def test_the_submission_itself_stays_as_it_was(trial: tuple[Unit, dict[str, Any]]) -> None:
    unit, values = trial
    criteria = load_case_set(unit.document)
    submission = make_submission(criteria, unit.keys)
    before = pickle.dumps(all_of(submission))
    with suppress(InvalidInput):
        what_ifs(criteria, submission, scenarios_of(values))
    assert pickle.dumps(all_of(submission)) == before
