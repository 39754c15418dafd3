"""par-index path: the cheapest way to a grade, a total or an index that is then certain."""

from __future__ import annotations

import datetime
import os
from fractions import Fraction
from typing import TYPE_CHECKING, NoReturn

import click

from par_index.cli.advising import options_to_answer, options_to_read, tell_refusal, text_of
from par_index.cli.commands import Command
from par_index.cli.exits import Exit
from par_index.cli.misuse import Misuse
from par_index.cli.options import argument, flag, refuse_value, value
from par_index.problems import InvalidInput, Problems

if TYPE_CHECKING:
    from par_index.advice.path.goals import Target
    from par_index.advice.path.path import Path
    from par_index.cli.single import Single
    from par_index.model.criteria import CriteriaSet
    from par_index.model.efforts import Efforts
    from par_index.model.submission import Submission

__all__ = ["build"]


def build(language: str) -> click.Command:
    def path(
        unit: str,
        to: str | None,
        budget: str | None,
        keep: tuple[str, ...],
        forbid: tuple[str, ...],
        effort: str | None,
        set: tuple[str, ...],
        curve: bool,
        format: str,
        output: str | None,
        criteria: str | None,
        external: tuple[str, ...],
        as_of: datetime.date | None,
    ) -> Exit:
        # Here, so that help and a malformed command line wait for none of it.
        from par_index.advice.path.path import path as path_of
        from par_index.cli.saving import deliver

        if to is None and budget is None:
            raise Misuse("path_either", click.get_current_context())
        most = _effort_of(budget)
        problems = Problems()
        try:
            used, submission, efforts = _read(
                unit, set, effort, criteria, external, as_of, problems
            )
            target = _target(used, to)
            _check_codes(used, keep, forbid)
            found = path_of(
                used,
                submission,
                target,
                keep=keep,
                forbid=forbid,
                budget=most,
                efforts=efforts,
                curve=curve or format == "json",
            )
        except InvalidInput as refusal:
            if format != "json":
                raise
            from par_index.rendering.advice.path_json import PATH

            return tell_refusal(refusal, PATH, output)
        deliver(_render(found, format, language, output), output)
        return Exit.OK

    return Command(
        "path",
        language,
        path,
        [
            argument(language, "unit", required=True, type=click.Path()),
            value(language, "--to", of="goal"),
            value(language, "--budget", of="points"),
            value(language, "--keep", of="code", multiple=True),
            value(language, "--forbid", of="code", multiple=True),
            value(language, "--effort", of="file", type=click.Path()),
            value(language, "--set", of="setting", multiple=True, callback=_check_settings),
            flag(language, "--curve"),
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


def _refuse(kind: str, **params: object) -> NoReturn:
    raise Misuse(kind, click.get_current_context(), **params)


def _effort_of(text: str | None) -> Fraction | None:
    from par_index.exact import parse_literal

    if text is None:
        return None
    literal = parse_literal(text)
    if literal is None or literal.percent or literal.value < 0:
        _refuse("budget", found=text)
    return literal.value


def _target(criteria: CriteriaSet, text: str | None) -> Target:
    """A grade of the set, points, or with a percent sign a share of the index."""
    from par_index.advice.path.goals import Goal, Target
    from par_index.exact import parse_literal

    if text is None:
        return Target(Goal.MOST)
    for grade in criteria.grades:
        if grade.id == text:
            return Target(Goal.GRADE, grade=grade)
    literal = parse_literal(text)
    if literal is None:
        grades = [grade.id for grade in criteria.grades]
        if not grades:
            _refuse("goal_number", found=text)
        _refuse("goal", found=text, choices=grades)
    return Target(Goal.INDEX if literal.percent else Goal.POINTS, literal.value)


def _check_codes(criteria: CriteriaSet, keep: tuple[str, ...], forbid: tuple[str, ...]) -> None:
    from par_index.reading.nearest import nearest

    for code in keep:
        if code not in criteria.by_code:
            near = nearest(code, list(criteria.by_code))
            _refuse("no_such_criterion", found=code, set=criteria.id, near=near)
    for name in forbid:
        if name not in criteria.by_code and name not in criteria.measures:
            near = nearest(name, [*criteria.by_code, *criteria.measures])
            _refuse("no_such_name", found=name, set=criteria.id, near=near)


def _read(
    unit: str,
    settings: tuple[str, ...],
    effort: str | None,
    criteria: str | None,
    external: tuple[str, ...],
    as_of: datetime.date | None,
    problems: Problems,
) -> tuple[CriteriaSet, Submission, Efforts | None]:
    """The set, the submission with the values that are assumed, and efforts of an own file."""
    from par_index.cli.inputs import Unit
    from par_index.cli.system import shown
    from par_index.reading.changes import change
    from par_index.reading.efforts import read_efforts
    from par_index.reading.scenarios import read_settings

    (tried,) = read_settings(
        ((os.fsencode(one), f"--set {shown(one)}") for one in settings), problems
    )
    single = _single(unit, criteria, external, as_of, problems)
    submission: Submission | None = single.submission
    if settings:
        submission = change(
            single.criteria, single.submission, tried.changes, problems, tried.last_year
        )
    efforts = None
    if effort is not None:
        file = Unit(effort)
        efforts = read_efforts(file.read(), file.name, single.criteria, problems)
    problems.raise_errors()
    assert submission is not None, "there are no errors"
    return single.criteria, submission, efforts


def _single(
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


# Each format brings its own modules; only those of the one that is asked for are imported.


def _render(path: Path, format: str, language: str, output: str | None) -> str:
    if format == "json":
        from par_index.rendering.advice.path_json import path_document
        from par_index.rendering.json_document import dump

        return dump(path_document(path))
    if format == "csv":
        from par_index.rendering.advice.path_csv import path_csv

        return path_csv(path, language)
    from par_index.nouns import EMPTY, replace
    from par_index.rendering.advice.path_page import page_of
    from par_index.rendering.voice import Voice

    voice = Voice.of(path.before, language)
    if format == "markdown":
        from par_index.rendering.markdown import page_document

        # A document leaves the unit's file behind: its lines mean nothing there.
        return page_document(page_of(path, replace(voice, lines=EMPTY)))
    return text_of(lambda _width: page_of(path, voice), output)
