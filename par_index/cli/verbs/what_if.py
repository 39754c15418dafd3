"""par-index what-if: the same submission with some values set otherwise, before and after."""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

import click

from par_index.cli.advising import options_to_answer, options_to_read, tell_refusal, text_of
from par_index.cli.commands import Command
from par_index.cli.exits import Exit
from par_index.cli.misuse import Misuse
from par_index.cli.options import argument, flag, refuse_value, value
from par_index.problems import InvalidInput, Problems

if TYPE_CHECKING:
    from par_index.advice.what_if import WhatIf
    from par_index.cli.single import Single
    from par_index.reading.scenarios import Scenario
    from par_index.rendering.report.page import Page

__all__ = ["build"]


def build(language: str) -> click.Command:
    def what_if(
        unit: str,
        set: tuple[str, ...],
        scenarios: str | None,
        write: str | None,
        force: bool,
        format: str,
        output: str | None,
        criteria: str | None,
        external: tuple[str, ...],
        as_of: datetime.date | None,
    ) -> Exit:
        # Here, so that help and a malformed command line wait for none of it.
        from par_index.advice.what_if import what_ifs
        from par_index.cli.saving import deliver, deliver_new

        if bool(set) == (scenarios is not None):
            _refuse("what_if_either")
        if write and output and os.path.realpath(write) == os.path.realpath(output):
            _refuse("write_output", found=write)
        problems = Problems()
        try:
            tried = _tried(set, scenarios, problems)
            single = _read(unit, criteria, external, as_of, problems)
            several = what_ifs(single.criteria, single.submission, tried, problems)
            if write is not None:
                deliver_new(_rewritten(single, tried), write, force=force)
        except InvalidInput as refusal:
            if format != "json":
                raise
            from par_index.rendering.advice.what_if_json import WHAT_IF

            return tell_refusal(refusal, WHAT_IF, output)
        deliver(_render(several, format, language, output), output)
        return Exit.OK

    return Command(
        "what-if",
        language,
        what_if,
        [
            argument(language, "unit", required=True, type=click.Path()),
            value(language, "--set", of="setting", multiple=True, callback=_check_settings),
            value(language, "--scenarios", of="file", type=click.Path()),
            value(language, "--write", of="file", type=click.Path(), callback=_check_write),
            flag(language, "--force"),
            *options_to_answer(language),
            *options_to_read(language),
        ],
    )


def _check_settings(
    ctx: click.Context, option: click.Parameter, given: tuple[str, ...]
) -> tuple[str, ...]:
    for one in given:
        if not one.partition("=")[1]:
            refuse_value("setting", ctx, option, one)
    return given


def _check_write(ctx: click.Context, option: click.Parameter, name: str | None) -> str | None:
    if name == "-":
        refuse_value("write_stdout", ctx, option, name)
    return name


def _refuse(kind: str, **params: object) -> NoReturn:
    raise Misuse(kind, click.get_current_context(), **params)


def _tried(
    settings: Sequence[str], scenarios: str | None, problems: Problems
) -> tuple[Scenario, ...]:
    """The scenarios of the file, or the one of the command line, which has no name."""
    from par_index.cli.inputs import Unit
    from par_index.cli.system import shown
    from par_index.reading.scenarios import read_scenarios, read_settings

    if scenarios is not None:
        file = Unit(scenarios)
        return read_scenarios(file.read(), file.name, problems)
    return read_settings(((os.fsencode(one), f"--set {shown(one)}") for one in settings), problems)


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


def _rewritten(single: Single, tried: Sequence[Scenario]) -> str:
    """The unit's file with the values of the only scenario, all of them the unit's own."""
    from par_index.model.measures import By

    if len(tried) > 1:
        _refuse("write_several", count=len(tried))
    changes = tried[0].changes
    measures = single.criteria.measures
    for entry in changes:
        if measures[entry.key.text].by is not By.UNIT:
            _refuse("write_others", found=entry.key.text)
    return single.rewritten(changes, tried[0].last_year)


# Each format brings its own modules; only those of the one that is asked for are imported.


def _render(several: Sequence[WhatIf], format: str, language: str, output: str | None) -> str:
    if format == "json":
        from par_index.rendering.advice.what_if_json import what_if_document
        from par_index.rendering.json_document import dump

        return dump(what_if_document(several))
    if format == "csv":
        from par_index.rendering.advice.what_if_csv import what_if_csv

        return what_if_csv(several, language)
    if format == "markdown":
        from par_index.rendering.markdown import page_document

        return page_document(_page(several, language, None))
    return text_of(lambda width: _page(several, language, width), output)


def _page(several: Sequence[WhatIf], language: str, width: int | None) -> Page:
    """One what-if in full; several side by side."""
    if len(several) == 1:
        from par_index.rendering.advice.what_if_page import one_page

        return one_page(several[0], language)
    from par_index.rendering.advice.what_if_table import several_page

    return several_page(several, language, width)
