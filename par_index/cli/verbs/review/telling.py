"""What a log tells: how an appraisal stands, its account, and the queue of an office."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from par_index.cli.advising import options_to_answer, tell_refusal, text_of
from par_index.cli.commands import Build, Command
from par_index.cli.exits import Exit, exit_of
from par_index.cli.options import argument, choice, day, output, value
from par_index.cli.reviewing import (
    criteria_now,
    externals_of,
    kept_package,
    read_state,
    read_states,
    refuse,
    spare_kept,
)
from par_index.problems import InvalidInput, Problems

if TYPE_CHECKING:
    from par_index.reading.rosters import Expected
    from par_index.rendering.report.page import Page
    from par_index.review.account.account import Account
    from par_index.review.account.queue import Desk
    from par_index.review.log.state import State
    from par_index.scoring.evaluation import Evaluation

__all__ = ["BUILDS"]

_UNITS: Final = "don_vi.yaml"
_TOLD: Final = ("text", "json", "markdown")


def _show(language: str) -> click.Command:
    def show(folder: str, format: str, output: str | None) -> Exit:
        from par_index.cli.saving import deliver
        from par_index.rendering.review.account_json import STANDING, standing_document

        spare_kept(folder, output)
        remarks = Problems()
        try:
            _, state = read_state(folder, remarks)
            criteria = criteria_now(folder, state)
        except InvalidInput as refusal:
            if format != "json":
                raise
            return tell_refusal(refusal, STANDING, output)
        if format == "json":
            from par_index.rendering.json_document import dump

            deliver(dump(standing_document(state, criteria)), output)
        else:
            from par_index.rendering.review.standing import standing_page

            deliver(_page_text(standing_page(state, criteria, language), format, output), output)
        _complain(remarks, language)
        return Exit.OK

    return Command(
        "show",
        language,
        show,
        [
            argument(language, "folder", required=True, type=click.Path()),
            choice(language, "--format", _TOLD, default="text"),
            output(language),
        ],
        key="verb.review show",
    )


def _report(language: str) -> click.Command:
    def report(folder: str, format: str, output: str | None) -> Exit:
        from par_index.cli.saving import deliver
        from par_index.rendering.review.account_json import ACCOUNT

        spare_kept(folder, output)
        remarks = Problems()
        try:
            account = _account(folder, remarks)
        except InvalidInput as refusal:
            if format != "json":
                raise
            return tell_refusal(refusal, ACCOUNT, output)
        deliver(_render(account, format, language, output), output)
        _complain(remarks, language)
        return Exit.OK

    return Command(
        "report",
        language,
        report,
        [
            argument(language, "folder", required=True, type=click.Path()),
            *options_to_answer(language),
        ],
        key="verb.review report",
    )


def _account(folder: str, remarks: Problems) -> Account:
    """The account of a log; every package that stood at the end of a column is scored once."""
    from par_index.review.account.account import account_of
    from par_index.review.log.cases import scored_of
    from par_index.scoring.scores import evaluate

    _, states = read_states(folder, remarks)
    known: dict[object, Evaluation] = {}

    def evaluation_of(state: State) -> Evaluation:
        key = (state.package, state.externals)
        if key not in known:
            package = kept_package(folder, state.package)
            scored = scored_of(package, externals_of(folder, state))
            known[key] = evaluate(scored.criteria, scored.submission)
        return known[key]

    return account_of(states, evaluation_of)


def _render(account: Account, format: str, language: str, output: str | None) -> str:
    if format == "json":
        from par_index.rendering.json_document import dump
        from par_index.rendering.review.account_json import account_document

        return dump(account_document(account))
    if format == "csv":
        from par_index.rendering.review.account_table import account_csv

        return account_csv(account, language)
    from par_index.rendering.review.account_page import account_page

    return _page_text(account_page(account, language), format, output)


def _queue(language: str) -> click.Command:
    def queue(
        folder: str,
        units: str | None,
        today: datetime.date | None,
        format: str,
        output: str | None,
    ) -> Exit:
        from par_index.cli.saving import deliver
        from par_index.rendering.review.queue_json import QUEUE, queue_document
        from par_index.review.account.queue import queue_of

        try:
            expected = _expected(units or os.path.join(folder, _UNITS))
        except InvalidInput as refusal:
            if format != "json":
                raise
            return tell_refusal(refusal, QUEUE, output)
        for one in expected:
            spare_kept(os.path.join(folder, one.folder), output)
        found = queue_of(
            [_desk(folder, one) for one in expected], today or datetime.datetime.now().date()
        )
        # A log that cannot be read is told in its place, and by the code.
        code = exit_of(problem for desk in found.desks for problem in desk.problems)
        if format == "json":
            from par_index.rendering.json_document import dump

            deliver(dump(queue_document(found, code)), output)
        elif format == "csv":
            from par_index.rendering.review.queue_page import queue_csv

            deliver(queue_csv(found, language), output)
        else:
            from par_index.rendering.review.queue_page import queue_page

            titles = _titles(folder, found.desks, language)
            page = queue_page(found, titles, language)
            deliver(_page_text(page, format, output), output)
        return code

    return Command(
        "queue",
        language,
        queue,
        [
            argument(language, "folder", required=True, type=click.Path()),
            value(language, "--units", of="file", type=click.Path()),
            day(language, "--today"),
            *options_to_answer(language),
        ],
        key="verb.review queue",
    )


def _expected(path: str) -> Sequence[Expected]:
    from par_index.cli.inputs import Unit
    from par_index.reading.rosters import read_units

    file = Unit(path)
    problems = Problems()
    units = read_units(file.read(), file.name, problems)
    problems.raise_errors()
    return units


def _desk(folder: str, unit: Expected) -> Desk:
    """Where one unit stands; a log that cannot be read stops none of the others."""
    from par_index.review.account.queue import Desk, Standing
    from par_index.review.log.file import log_in

    where = os.path.join(folder, unit.folder)
    desk = Desk(unit.id, unit.name, unit.folder, Standing.MISSING, unit.due)
    if not Path(log_in(where)).exists():
        return desk
    from par_index.nouns import replace

    try:
        _, state = read_state(where, Problems())
        if state.unit.id != unit.id:
            refuse("E826", log_in(where), found=state.unit.id, expected=unit.id)
    except InvalidInput as refusal:
        return replace(desk, standing=Standing.BROKEN, problems=refusal.problems)
    return replace(desk, state=state)


def _titles(folder: str, desks: Sequence[Desk], language: str) -> dict[tuple[str, str], str]:
    """Titles of criteria, by set and code, as far as a package of each set can be read."""
    titles: dict[tuple[str, str], str] = {}
    seen = set[str]()
    for desk in desks:
        if desk.state is None or desk.state.set.sha256 in seen:
            continue
        try:
            criteria = criteria_now(os.path.join(folder, desk.folder), desk.state)
        except InvalidInput:
            continue
        seen.add(desk.state.set.sha256)
        for code, criterion in criteria.by_code.items():
            titles[desk.state.set.sha256, code] = criterion.title.into(language)
    return titles


def _page_text(page: Page, format: str, output: str | None) -> str:
    if format == "markdown":
        from par_index.rendering.markdown import page_document

        return page_document(page)
    return text_of(lambda _: page, output)


def _complain(remarks: Problems, language: str) -> None:
    from par_index.cli.streams import color_on, complain
    from par_index.rendering.problems import render_problems

    problems = remarks.in_order()
    complain(render_problems(problems, language=language, color=color_on(sys.stderr)))


BUILDS: Final[dict[str, Build]] = {"show": _show, "report": _report, "queue": _queue}
