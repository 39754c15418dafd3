"""Reasoning: why a result is what it is, item by item and input by input."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from par_index.model.reasons import Because, Input, InputState, ItemScore, Why
from par_index.model.rules import (
    Bands,
    BestOf,
    Deduct,
    Each,
    FullIf,
    Given,
    Proportional,
    Rule,
    SumOf,
)
from par_index.model.walking import measures_of
from par_index.nouns import replace
from par_index.scoring.causes import due_of, why_open
from par_index.scoring.evaluation import Evaluation, Subject
from par_index.scoring.results import Result
from par_index.scoring.trials import Place

__all__ = ["because_of"]


def because_of(evaluation: Evaluation, subject: Subject, result: Result) -> Because:
    rule = None if subject.scoring is None else subject.scoring.rule
    because = _reasoning(rule, result)
    return replace(because, inputs=tuple(_inputs(evaluation, subject, result)))


def _reasoning(rule: Rule | None, result: Result) -> Because:
    """The rule's part of it; the items of a sum or a choice have theirs."""
    items: tuple[ItemScore, ...] = ()
    if isinstance(rule, (SumOf, BestOf)) and result.items:
        items = tuple(
            ItemScore(
                item.title,
                item.points,
                one.low,
                one.high,
                _reasoning(item.rule, one),
                wins=number == result.best,
            )
            for number, (item, one) in enumerate(zip(rule.items, result.items, strict=True))
        )
    return Because(
        "components" if rule is None else _NAMES[type(rule)],
        result.branch,
        result.step,
        result.reasons,
        formula=result.formula,
        items=items,
        limits=result.limits,
    )


_NAMES: Mapping[type[Rule], str] = {
    FullIf: "full_if",
    Bands: "bands",
    Proportional: "proportional",
    Each: "each",
    Deduct: "deduct",
    Given: "given",
    SumOf: "sum_of",
    BestOf: "best_of",
}
"""Rule kinds as authors write them."""


def _inputs(evaluation: Evaluation, subject: Subject, result: Result) -> Iterator[Input]:
    place = Place(evaluation, subject)
    read = dict.fromkeys((*result.used, *sorted(result.open)))
    if subject.scoring is None:
        # What its components read stands with them.
        own = set(measures_of(subject.criterion))
        read = {id: None for id in read if id in own}
    for id in read:
        known, datum = evaluation.inputs[id], evaluation.inputs[id].datum
        why = why_open(place, id) if id in result.open else None
        due = None
        if why is Why.NOT_DUE and known.state is InputState.BLANK:
            due = due_of(place, id)
        yield Input(
            id,
            known.state,
            known.basis,
            text=datum.text if datum else "",
            quote=datum.quote if datum else "",
            said=datum.said if datum else "",
            span=datum.span if datum else None,
            why=why,
            due=None if due is None else datetime.date.fromordinal(due),
        )
