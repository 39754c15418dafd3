"""par-index headroom: how far each criterion is from more points, and from fewer."""

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
from par_index.cli.misuse import Misuse
from par_index.cli.options import argument, choice
from par_index.problems import InvalidInput

if TYPE_CHECKING:
    from par_index.advice.headroom import Headroom, Order
    from par_index.model.criteria import CriteriaSet

__all__ = ["build"]

ORDERS = ("area", "nearest")


def build(language: str) -> click.Command:
    def headroom(
        unit: str,
        code: tuple[str, ...],
        format: str,
        output: str | None,
        sort: str,
        criteria: str | None,
        external: tuple[str, ...],
        as_of: datetime.date | None,
    ) -> Exit:
        # Here, so that help and a malformed command line wait for none of it.
        from par_index.advice.headroom import Order
        from par_index.advice.headroom import headroom as headroom_of
        from par_index.cli.saving import deliver

        try:
            assessment = assess_single(unit, criteria, external, as_of)
        except InvalidInput as refusal:
            if format != "json":
                raise
            from par_index.rendering.advice.headroom_json import HEADROOM

            return tell_refusal(refusal, HEADROOM, output)
        _check_codes(code, assessment.criteria)
        found = headroom_of(assessment, tuple(dict.fromkeys(code)))
        deliver(_render(found, format, language, Order(sort), output), output)
        return Exit.OK

    return Command(
        "headroom",
        language,
        headroom,
        [
            argument(language, "unit", required=True, type=click.Path()),
            argument(language, "code", several=True, required=False),
            *options_to_answer(language),
            choice(language, "--sort", ORDERS, default="area", told="sort_headroom"),
            *options_to_read(language),
        ],
    )


def _check_codes(codes: tuple[str, ...], criteria: CriteriaSet) -> None:
    from par_index.reading.nearest import nearest

    for one in codes:
        if one not in criteria.by_code:
            near = nearest(one, list(criteria.by_code))
            ctx = click.get_current_context()
            raise Misuse("no_such_criterion", ctx, found=one, set=criteria.id, near=near)


# Each format brings its own modules; only those of the one that is asked for are imported.


def _render(
    headroom: Headroom, format: str, language: str, order: Order, output: str | None
) -> str:
    if format == "json":
        from par_index.rendering.advice.headroom_json import headroom_document
        from par_index.rendering.json_document import dump

        return dump(headroom_document(headroom, order))
    if format == "csv":
        from par_index.rendering.advice.headroom_csv import headroom_csv

        return headroom_csv(headroom, language, order)
    from par_index.nouns import EMPTY, replace
    from par_index.rendering.advice.headroom_page import page_of
    from par_index.rendering.voice import Voice

    voice = Voice.of(headroom.assessment, language)
    if format == "markdown":
        from par_index.rendering.markdown import page_document

        # A document leaves the unit's file behind: its lines mean nothing there.
        return page_document(page_of(headroom, replace(voice, lines=EMPTY), order))
    return text_of(lambda _width: page_of(headroom, voice, order), output)
