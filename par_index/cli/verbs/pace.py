"""par-index pace: what each criterion asks for, with the totals expected at the end."""

from __future__ import annotations

import datetime
import os
from typing import TYPE_CHECKING, NoReturn

import click

from par_index.cli.advising import options_to_answer, options_to_read, tell_refusal, text_of
from par_index.cli.commands import Command
from par_index.cli.exits import Exit
from par_index.cli.misuse import Misuse
from par_index.cli.options import argument, refuse_value, value
from par_index.problems import InvalidInput, Problems

if TYPE_CHECKING:
    from par_index.advice.pace import Pace
    from par_index.cli.single import Single
    from par_index.model.criteria import CriteriaSet

__all__ = ["build"]

_NAMED = 8
"""So many measures are named where none is expected."""


def build(language: str) -> click.Command:
    def pace(
        unit: str,
        expect: tuple[str, ...],
        format: str,
        output: str | None,
        criteria: str | None,
        external: tuple[str, ...],
        as_of: datetime.date | None,
    ) -> Exit:
        # Here, so that help and a malformed command line wait for none of it.
        from par_index.cli.saving import deliver

        problems = Problems()
        try:
            found = _paced(unit, expect, criteria, external, as_of, problems)
        except InvalidInput as refusal:
            if format != "json":
                raise
            from par_index.rendering.advice.pace_json import PACE

            return tell_refusal(refusal, PACE, output)
        deliver(_render(found, format, language, output), output)
        return Exit.OK

    return Command(
        "pace",
        language,
        pace,
        [
            argument(language, "unit", required=True, type=click.Path()),
            value(language, "--expect", of="expectation", multiple=True, callback=_check),
            *options_to_answer(language),
            *options_to_read(language),
        ],
    )


def _check(ctx: click.Context, option: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    for one in given:
        if not one.partition("=")[1]:
            refuse_value("expectation", ctx, option, one)
    return given


def _paced(
    unit: str,
    expect: tuple[str, ...],
    criteria: str | None,
    external: tuple[str, ...],
    as_of: datetime.date | None,
    problems: Problems,
) -> Pace:
    from par_index.advice.pace import pace
    from par_index.cli.system import shown
    from par_index.reading.scenarios import read_settings

    (said,) = read_settings(
        ((os.fsencode(one), f"--expect {shown(one)}") for one in expect), problems
    )
    single = _read(unit, criteria, external, as_of, problems)
    if not expect:
        _refuse_nothing(single.criteria)
    for entry in said.last_year:
        problems.add("E262", entry.key.span, found=f"last_year.{entry.key.text}")
    return pace(single.criteria, single.submission, said.changes, problems)


def _read(
    unit: str,
    criteria: str | None,
    external: tuple[str, ...],
    as_of: datetime.date | None,
    problems: Problems,
) -> Single:
    """The submission; with what is wrong with it goes what is wrong with the values already."""
    from par_index.cli.single import read_single

    try:
        return read_single(unit, criteria=criteria, external=external, as_of=as_of)
    except InvalidInput as refusal:
        problems.extend(refusal.problems)
        raise InvalidInput(problems.in_order()) from None


def _refuse_nothing(criteria: CriteriaSet) -> NoReturn:
    from par_index.advice.expected import expectable

    ctx = click.get_current_context()
    names = expectable(criteria)[:_NAMED]
    if not names:
        raise Misuse("expect_none", ctx)
    raise Misuse("expect_needed", ctx, choices=list(names))


# Each format brings its own modules; only those of the one that is asked for are imported.


def _render(pace: Pace, format: str, language: str, output: str | None) -> str:
    if format == "json":
        from par_index.rendering.advice.pace_json import pace_document
        from par_index.rendering.json_document import dump

        return dump(pace_document(pace))
    if format == "csv":
        from par_index.rendering.advice.pace_csv import pace_csv

        return pace_csv(pace, language)
    from par_index.nouns import EMPTY, replace
    from par_index.rendering.advice.pace_page import page_of
    from par_index.rendering.voice import Voice

    voice = Voice.of(pace.before, language)
    if format == "markdown":
        from par_index.rendering.markdown import page_document

        # A document leaves the unit's file behind: its lines mean nothing there.
        return page_document(page_of(pace, replace(voice, lines=EMPTY)))
    return text_of(lambda _width: page_of(pace, voice), output)
