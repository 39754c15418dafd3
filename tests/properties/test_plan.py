"""A plan has one row for each shortfall, promises what the shortfall does, and can be told."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from support.cases import load_case_set, scored
from support.strategies import Unit, units

from par_index.advice.plan import Order, Plan, RowKind, plan, rows_in_order
from par_index.model.accounts import Outcome
from par_index.rendering.advice.plan_json import plan_document
from par_index.rendering.advice.plan_page import page_of
from par_index.rendering.advice.plan_table import csv_of, markdown_of
from par_index.rendering.voice import Voice

NONE = Fraction(0)


def plan_of(unit: Unit) -> Plan:
    return plan(scored(load_case_set(unit.document), unit.keys))


@given(units())
def test_every_shortfall_has_exactly_one_row_that_promises_the_same(unit: Unit) -> None:
    made = plan_of(unit)
    rows = (*made.rows, *made.gone)
    shortfalls = {one.code: one for one in made.assessment.shortfalls}
    assert sorted(row.code for row in rows) == sorted(shortfalls)
    for row in rows:
        shortfall, low = shortfalls[row.code], row.score.low
        farthest = [] if shortfall.farthest is None else [shortfall.farthest]
        steps = [*shortfall.steps, *farthest]
        assert row.gain.possible == shortfall.recoverable
        assert row.gain.certain == min(
            max([NONE, *(step.low - low for step in steps)]), shortfall.recoverable
        )
        assert all(goal.step in steps for goal in row.goals if goal.step is not None)
        if steps:
            best = max(goal.step.high for goal in row.goals if goal.step is not None)
            assert best == max(step.high for step in steps)


@given(units())
def test_what_is_gone_has_nothing_to_do_and_everything_else_something(unit: Unit) -> None:
    made = plan_of(unit)
    outcomes = {RowKind.REPORT: Outcome.MISSING, RowKind.WAIT: Outcome.PENDING}
    for row in made.rows:
        assert row.kind is not RowKind.GONE
        is_open = row.score.outcome is not Outcome.SCORED
        # What is open may have no points left, where only its being applicable is open.
        assert row.gain.possible > 0 or row.ask or is_open
        if row.kind in outcomes and is_open:
            assert row.score.outcome is outcomes[row.kind]
    for row in made.gone:
        assert (row.gain.certain, row.gain.possible) == (0, 0)
        assert not row.shortfall.steps
        assert row.deadlock is not None


@given(units())
def test_the_total_is_never_more_than_the_rows_nor_than_there_is_room_for(unit: Unit) -> None:
    made = plan_of(unit)
    each = sum((row.gain.possible for row in made.rows), start=NONE)
    account = made.assessment.account
    assert NONE <= made.total + made.extras <= each
    assert made.total <= account.applicable - account.low
    if made.is_additive:
        assert made.total + made.extras == each


@given(units())
def test_order_by_gain_has_the_same_rows_most_first(unit: Unit) -> None:
    rows = plan_of(unit).rows
    sorted_rows = rows_in_order(rows, Order.GAIN)
    assert sorted(row.code for row in sorted_rows) == sorted(row.code for row in rows)
    gains = [row.gain.possible for row in sorted_rows]
    assert gains == sorted(gains, reverse=True)


@given(units())
def test_every_plan_can_be_told_in_every_form_and_language(unit: Unit) -> None:
    made = plan_of(unit)
    count = len(made.rows) + len(made.gone)
    for language in ("vi", "en"):
        for order in Order:
            page = page_of(made, Voice.of(made.assessment, language), order, with_gone=True)
            assert sum(len(section.entries) for section in page.sections) == count
            for section in page.sections:
                for entry in section.entries:
                    assert all(fact.text for fact in entry.facts), entry
            assert len(csv_of(made, language, order, with_gone=True).splitlines()) == count + 1
            assert markdown_of(made, language, order, with_gone=True)
    document = plan_document(made, Order.AREA)
    assert len(document["rows"]) == count  # type: ignore[arg-type]
