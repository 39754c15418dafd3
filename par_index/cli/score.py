"""par-score: one submission or many in, one document and one exit code out."""

from __future__ import annotations

import datetime
import os
from typing import TYPE_CHECKING, NoReturn

import click

from par_index.cli.commands import Command
from par_index.cli.exits import Exit, worst_of
from par_index.cli.gates import CONDITIONS, Gates, Threshold
from par_index.cli.misuse import Misuse
from par_index.cli.options import (
    argument,
    choice,
    day,
    flag,
    output,
    refuse_value,
    value,
)
from par_index.cli.running import run as run_command
from par_index.rendering.messages.commands import phrase

if TYPE_CHECKING:
    from par_index.inferring.engines import EngineUse

__all__ = ["build", "run"]

FORMATS = ("text", "json", "markdown")


def run() -> NoReturn:
    """The installed command."""
    run_command("par-score", build)


def build(language: str) -> click.Command:
    """The command in one language."""

    def score(
        unit: tuple[str, ...],
        format: str,
        output: str | None,
        fail_under: Threshold | None,
        fail_on: tuple[str, ...],
        criteria: str | None,
        external: tuple[str, ...],
        as_of: datetime.date | None,
        verify_engine: bool,
        receipt: bool,
        quiet: bool,
        verbose: bool,
    ) -> Exit:
        # Here, so that help and a malformed command line wait for none of it.
        from par_index.cli.documents import Manner, tell, tell_engines
        from par_index.cli.inputs import find_units
        from par_index.cli.results import assess_each

        if quiet and verbose:
            raise Misuse("quiet_and_verbose", click.get_current_context())
        if receipt and (format != "json" or len(unit) > 1 or not os.path.isfile(unit[0])):
            raise Misuse("receipt_json", click.get_current_context())
        engines: list[EngineUse] = []
        results = assess_each(
            find_units(unit),
            Gates(fail_under, fail_on),
            criteria=criteria,
            external=external,
            as_of=as_of,
            verify_engine=verify_engine,
            told=engines.append,
        )
        several = len(unit) > 1 or os.path.isdir(unit[0])
        detail = 0 if quiet else 2 if verbose else 1
        beside = None
        if receipt:
            from par_index.cli.receipts import Receipts

            beside = Receipts(unit[0], criteria, external, output).beside
        code = tell(results, Manner(format, language, detail, output, several, beside))
        if verbose or verify_engine:
            tell_engines(engines, language, verified=verify_engine)
        if verify_engine and any(one.is_unverified for one in engines):
            return worst_of([code, Exit.SYSTEM])
        return code

    return Command(
        "par-score",
        language,
        score,
        [
            argument(language, "unit", several=True, required=True, type=click.Path()),
            choice(language, "--format", FORMATS, default="text"),
            output(language),
            value(language, "--fail-under", of="points", callback=_read_threshold),
            choice(language, "--fail-on", tuple(CONDITIONS), of="condition", multiple=True),
            value(language, "--criteria", of="set", type=click.Path()),
            value(language, "--external", of="file", type=click.Path(), multiple=True),
            day(language, "--as-of"),
            flag(language, "--verify-engine"),
            flag(language, "--receipt"),
            flag(language, "-q", "--quiet"),
            flag(language, "-v", "--verbose"),
        ],
        key="par-score",
        epilog=phrase("par-score.epilog", language),
    )


def _read_threshold(
    ctx: click.Context, option: click.Parameter, text: str | None
) -> Threshold | None:
    if text is None:
        return None
    threshold = Threshold.parse(text)
    if threshold is None:
        refuse_value("threshold", ctx, option, text)
    return threshold
