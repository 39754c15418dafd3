"""par-index decides: which missing or pending item decides how much of the result."""

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
from par_index.cli.options import argument
from par_index.problems import InvalidInput

if TYPE_CHECKING:
    from par_index.advice.decides import Decides

__all__ = ["build"]


def build(language: str) -> click.Command:
    def decides(
        unit: str,
        format: str,
        output: str | None,
        criteria: str | None,
        external: tuple[str, ...],
        as_of: datetime.date | None,
    ) -> Exit:
        # Here, so that help and a malformed command line wait for none of it.
        from par_index.advice.decides import decides as decides_of
        from par_index.cli.saving import deliver

        try:
            assessment = assess_single(unit, criteria, external, as_of)
        except InvalidInput as refusal:
            if format != "json":
                raise
            from par_index.rendering.advice.decides_json import DECIDES

            return tell_refusal(refusal, DECIDES, output)
        deliver(_render(decides_of(assessment), format, language, output), output)
        return Exit.OK

    return Command(
        "decides",
        language,
        decides,
        [
            argument(language, "unit", required=True, type=click.Path()),
            *options_to_answer(language),
            *options_to_read(language),
        ],
    )


# Each format brings its own modules; only those of the one that is asked for are imported.


def _render(one: Decides, format: str, language: str, output: str | None) -> str:
    if format == "json":
        from par_index.rendering.advice.decides_json import decides_document
        from par_index.rendering.json_document import dump

        return dump(decides_document(one))
    if format == "csv":
        from par_index.rendering.advice.decides_csv import decides_csv

        return decides_csv(one, language)
    from par_index.rendering.advice.decides_page import decides_page

    page = decides_page(one, language)
    if format == "markdown":
        from par_index.rendering.markdown import page_document

        return page_document(page)
    return text_of(lambda _: page, output)
