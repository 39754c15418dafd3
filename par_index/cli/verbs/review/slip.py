"""par-index review slip: what a slip asks, for the people of the unit that it was sent to.

Given an appraisal instead, the slip that it waits for an answer to, once more.
"""

from __future__ import annotations

import os
from typing import Final

import click

from par_index.cli.commands import Build, Command
from par_index.cli.exits import Exit
from par_index.cli.misuse import spare
from par_index.cli.options import argument, choice, output
from par_index.cli.reviewing import misused, read_state, scored_now, spare_kept

__all__ = ["BUILDS"]


def _slip(language: str) -> click.Command:
    def slip(file: str, format: str, output: str | None) -> Exit:
        from par_index.cli.advising import text_of
        from par_index.cli.packaging import read_whole
        from par_index.cli.saving import deliver
        from par_index.cli.system import shown
        from par_index.rendering.markdown import page_document
        from par_index.rendering.review.slip_page import slip_page
        from par_index.review.packages.asked import read_asked
        from par_index.review.packages.limits import RECEIPT_BYTES

        name = shown(file)
        if os.path.isdir(file):
            spare_kept(file, output)
            data, name = _again(file), "phieu.json"
        else:
            spare(output, [file])
            data = read_whole(file, RECEIPT_BYTES)
        page = slip_page(read_asked(data, name), name, language)
        if format == "json":
            text = data.decode()
        else:
            text = page_document(page) if format == "markdown" else text_of(lambda _: page, output)
        deliver(text, output)
        return Exit.OK

    return Command(
        "slip",
        language,
        slip,
        [
            argument(language, "file", required=True, type=click.Path()),
            choice(language, "--format", ("text", "json", "markdown"), default="text"),
            output(language),
        ],
        key="verb.review slip",
    )


def _again(folder: str) -> bytes:
    """The slip of an appraisal that is back with the unit."""
    from par_index.problems import Problems
    from par_index.rendering.json_document import dump
    from par_index.rendering.review.slips import slip_document
    from par_index.review.log.state import Phase

    _, state = read_state(folder, Problems())
    if state.phase is not Phase.RETURNED:
        misused("nothing_returned", found=folder)
    return dump(slip_document(state, scored_now(folder, state).criteria)).encode("utf-8")


BUILDS: Final[dict[str, Build]] = {"slip": _slip}
