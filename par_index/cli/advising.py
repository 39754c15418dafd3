"""What the verbs of advice share: their options, the one unit they are about, how they answer."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from par_index.cli.exits import Exit, exit_of
from par_index.cli.options import choice, day, output, value
from par_index.problems import InvalidInput

if TYPE_CHECKING:
    from par_index.model.assessment import Assessment
    from par_index.rendering.report.page import Page

__all__ = [
    "FORMATS",
    "assess_single",
    "options_to_answer",
    "options_to_read",
    "tell_refusal",
    "text_of",
]

FORMATS = ("text", "json", "markdown", "csv")


def options_to_answer(language: str) -> list[click.Parameter]:
    """The form of the answer, and where it goes."""
    return [choice(language, "--format", FORMATS, default="text"), output(language)]


def options_to_read(language: str) -> list[click.Parameter]:
    """What a submission is read by beside what its file says."""
    return [
        value(language, "--criteria", of="set", type=click.Path()),
        value(language, "--external", of="file", type=click.Path(), multiple=True),
        day(language, "--as-of"),
    ]


def assess_single(
    unit: str, criteria: str | None, external: Sequence[str], as_of: datetime.date | None
) -> Assessment:
    """The assessment of the one submission that is meant; whatever is wrong is raised."""
    from par_index.assessing import assess
    from par_index.cli.single import read_single

    single = read_single(unit, criteria=criteria, external=external, as_of=as_of)
    return assess(single.criteria, single.submission)


def tell_refusal(refusal: InvalidInput, schema: str, output: str | None) -> Exit:
    """Deliver what is wrong as a JSON document of the verb's own schema."""
    from par_index.cli.saving import deliver
    from par_index.rendering.json_document import dump, refusal_document

    code = exit_of(refusal.problems)
    deliver(dump(refusal_document(refusal.problems, code, schema)), output)
    return code


def text_of(page: Callable[[int], Page], output: str | None) -> str:
    """A page laid out for where it goes; ``page`` makes it for so many cells."""
    from par_index.cli.streams import paper
    from par_index.rendering.text import lay_out

    width, color = paper(output)
    return lay_out(page(width), width=width, color=color)
