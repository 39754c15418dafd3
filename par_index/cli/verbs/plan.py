"""par-index plan: what to do about every criterion below its maximum, as offices write it."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from par_index.cli.commands import Command
from par_index.cli.exits import Exit, exit_of
from par_index.cli.misuse import Misuse
from par_index.cli.options import argument, choice, day, flag, output, value
from par_index.problems import InvalidInput

if TYPE_CHECKING:
    from par_index.advice.plan import Order, Plan
    from par_index.model.assessment import Assessment

__all__ = ["build"]

FORMATS = ("text", "json", "markdown", "csv")
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
            assessment = _assess(unit, criteria, external, as_of)
        except InvalidInput as refusal:
            if format != "json":
                raise
            return _tell_refusal(refusal, output)
        text = _render(plan_of(assessment), format, language, Order(sort), output, with_gone=all)
        deliver(text, output)
        return Exit.OK

    return Command(
        "plan",
        language,
        plan,
        [
            argument(language, "unit", required=True, type=click.Path()),
            choice(language, "--format", FORMATS, default="text"),
            output(language),
            choice(language, "--sort", ORDERS, default="area"),
            flag(language, "--all"),
            value(language, "--criteria", of="set", type=click.Path()),
            value(language, "--external", of="file", type=click.Path(), multiple=True),
            day(language, "--as-of"),
        ],
    )


def _assess(
    unit: str, criteria: str | None, external: Sequence[str], as_of: datetime.date | None
) -> Assessment:
    """The assessment of the one submission that is meant; whatever is wrong is raised."""
    from par_index.cli.gates import Gates
    from par_index.cli.inputs import find_units
    from par_index.cli.results import Refused, assess_each

    found = find_units([unit])
    if len(found) > 1:
        raise Misuse("one_unit", click.get_current_context(), count=len(found), found=unit)
    (result,) = assess_each(found, Gates(), criteria=criteria, external=external, as_of=as_of)
    if isinstance(result, Refused):
        raise InvalidInput(result.problems)
    return result.assessment


# Each format brings its own modules; only those of the one that is asked for are imported.


def _tell_refusal(refusal: InvalidInput, output: str | None) -> Exit:
    from par_index.cli.saving import deliver
    from par_index.rendering.advice.plan_json import plan_refusal
    from par_index.rendering.json_document import dump

    code = exit_of(refusal.problems)
    deliver(dump(plan_refusal(refusal.problems, code)), output)
    return code


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
    from par_index.cli.streams import color_on, text_width
    from par_index.rendering.advice.plan_page import page_of
    from par_index.rendering.text import lay_out
    from par_index.rendering.voice import Voice

    page = page_of(plan, Voice.of(plan.assessment, language), order, with_gone=with_gone)
    on_terminal = output is None and sys.stdout is not None and sys.stdout.isatty()
    width, color = text_width(on_terminal=on_terminal), on_terminal and color_on(sys.stdout)
    return lay_out(page, width=width, color=color)
