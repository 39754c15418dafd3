"""Facts of random submissions: all as their table says, and the same whatever the order."""

from __future__ import annotations

from hypothesis import given
from support.cases import load_case_set, make_submission
from support.facts import misfits
from support.strategies import Unit, units

from par_index.finding.facts import GIVERS, facts_of
from par_index.finding.view import View
from par_index.scoring.scores import evaluate, score


@given(units())
def test_every_fact_has_the_fields_of_its_kind(unit: Unit) -> None:
    criteria = load_case_set(unit.document)
    evaluation = evaluate(criteria, make_submission(criteria, unit.keys))
    facts = facts_of(GIVERS, View(evaluation, score(evaluation), {}))
    assert misfits(facts) == []
    assert len(set(facts)) == len(facts)
