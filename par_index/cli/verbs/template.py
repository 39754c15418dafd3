"""par-index template: an empty submission for one unit and one set."""

from __future__ import annotations

import click

from par_index.cli.commands import Command
from par_index.cli.options import argument, flag, output, value
from par_index.cli.saving import deliver_new

__all__ = ["build"]


def build(language: str) -> click.Command:
    def template(set: str, unit: str, output: str | None, force: bool) -> None:
        from par_index.reading.library import Library
        from par_index.reading.shelf import Shelf
        from par_index.rendering.template import render_template

        criteria = Library(shelf=Shelf.of_user()).load(set)
        text = render_template(criteria, unit_id=unit, language=language)
        deliver_new(text, output, force=force)

    return Command(
        "template",
        language,
        template,
        [
            argument(language, "set", required=True),
            value(language, "--unit", of="id", required=True),
            output(language),
            flag(language, "--force"),
        ],
    )
