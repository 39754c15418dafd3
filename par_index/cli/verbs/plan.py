"""par-index plan: what to do about every criterion below its maximum, as offices write it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import click

from par_index.cli.advising import (
    assess_single,
    options_to_answer,
    options_to_read,
    tell_refusal,
    text_of,
)
from par_index.cli.commands import Command
from par_index.cli.exits import Exit
from par_index.cli.options import argument, choice, flag
from par_index.problems import InvalidInput

if TYPE_CHECKING:
    from par_index.advice.plan import Order, Plan

__all__ = ["build"]

ORDERS = ("area", "gain")


def build(language: str) -> click.Command:
    def plan(
        unit: str,
        format: str,
        output: str | None,
        sort: str,
        all: bool,
        criteria: str | None,
        external: tuple[str, ...],
        as_of: datetime.date | None,
    ) -> Exit:
        # Here, so that help and a malformed command line wait for none of it.
        from par_index.advice.plan import Order
        from par_index.advice.plan import plan as plan_of
        from par_index.cli.saving import deliver

        try:
            assessment = assess_single(unit, criteria, external, as_of)
        except InvalidInput as refusal:
            if format != "json":
                raise
            from par_index.rendering.advice.plan_json import PLAN

            return tell_refusal(refusal, PLAN, output)
        text = _render(plan_of(assessment), format, language, Order(sort), output, with_gone=all)
        deliver(text, output)
        return Exit.OK

    return Command(
        "plan",
        language,
        plan,
        [
            argument(language, "unit", required=True, type=click.Path()),
            *options_to_answer(language),
            choice(language, "--sort", ORDERS, default="area"),
            flag(language, "--all"),
            *options_to_read(language),
        ],
    )


# Each format brings its own modules; only those of the one that is asked for are imported.


def _render(
    plan: Plan, format: str, language: str, order: Order, output: str | None, *, with_gone: bool
) -> str:
    if format == "json":
        from par_index.rendering.advice.plan_json import plan_document
        from par_index.rendering.json_document import dump

        return dump(plan_document(plan, order))
    if format == "text":
        return _text(plan, language, order, output, with_gone=with_gone)
    from par_index.rendering.advice.plan_table import csv_of, markdown_of

    render = csv_of if format == "csv" else markdown_of
    return render(plan, language, order, with_gone=with_gone)


def _text(plan: Plan, language: str, order: Order, output: str | None, *, with_gone: bool) -> str:
    from par_index.rendering.advice.plan_page import page_of
    from par_index.rendering.voice import Voice

    voice = Voice.of(plan.assessment, language)
    return text_of(lambda _: page_of(plan, voice, order, with_gone=with_gone), output)
