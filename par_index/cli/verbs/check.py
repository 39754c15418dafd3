"""par-index check: everything that is wrong with sets and submissions; nothing is scored."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from par_index.cli.commands import Command
from par_index.cli.exits import Exit, exit_of, worst_of
from par_index.cli.inputs import Found, Unit, files_in, find_units, units_in
from par_index.cli.options import argument, choice, value
from par_index.cli.streams import color_on, say
from par_index.cli.system import system_problem
from par_index.model.criteria import CriteriaSet
from par_index.nouns import Noun
from par_index.problems import InvalidInput, Problem, Problems
from par_index.reading.common import is_common, rule_files_in
from par_index.reading.external_files import check_external, is_external
from par_index.reading.findings import read_rules
from par_index.reading.library import Library
from par_index.reading.submissions import read_submission
from par_index.rendering.columns import visible
from par_index.rendering.finding_tests import render_rule_problems
from par_index.rendering.json_document import dump
from par_index.rendering.json_values import problem
from par_index.rendering.messages.commands import phrase
from par_index.rendering.numbers import number
from par_index.rendering.problems import render_problems
from par_index.testing.finding_files import is_rule_file
from par_index.testing.running import unused_rules

__all__ = ["build"]

_SET = "set.yaml"


class Checked(Noun):
    """One set or submission, with all that was found in it; or rules that belong to no set."""

    name: str
    problems: tuple[Problem, ...]
    are_rules: bool = False

    @property
    def exit(self) -> Exit:
        return exit_of(self.problems)


def build(language: str) -> click.Command:
    def check(path: tuple[str, ...], criteria: str | None, format: str) -> Exit:
        library = Library()
        used = None if criteria is None else library.load(criteria)
        targets = _targets(path, library)
        # Sets first: a unit of one that was named here is read against it.
        in_turn = sorted(targets, key=lambda one: not isinstance(targets[one], _Set))
        done = {one: _checked(targets[one], library, used) for one in in_turn}
        checked = [done[one] for one in targets]
        code = worst_of(one.exit for one in checked)
        say(_json(checked, code) if format == "json" else _text(checked, language))
        return code

    return Command(
        "check",
        language,
        check,
        [
            argument(language, "path", several=True, required=True, type=click.Path()),
            value(language, "--criteria", of="set", type=click.Path()),
            choice(language, "--format", ("text", "json"), default="text"),
        ],
    )


class _Set(Noun):
    """A set to be checked: its folder, or its id in the library."""

    name: str


class _Rules(Noun):
    """The files of rules right in a folder that holds no set."""

    name: str


_Target = Found | _Set | _Rules


def _targets(paths: Sequence[str], library: Library) -> dict[str, _Target]:
    """Every set and submission that the paths mean, each once, by what it is."""
    found: dict[str, _Target] = {}
    for path in paths:
        for one in _targets_at(path, library):
            found.setdefault(one.identity if isinstance(one, Unit) else str(one), one)
    return found


def _targets_at(path: str, library: Library) -> Iterator[_Target]:
    folder = os.path.dirname(path) or os.curdir
    if os.path.isdir(path):
        yield from [*_of_authors(path), *units_in(path)] or [system_problem("E904", path)]
    elif os.path.basename(path) == _SET:
        yield _Set(folder)
    elif is_rule_file(Path(path)):
        # The rules of a set mean nothing without it.
        yield _Set(folder) if os.path.isfile(os.path.join(folder, _SET)) else _Rules(folder)
    elif not os.path.lexists(path) and library.folder_of(path):
        yield _Set(path)
    else:
        yield from find_units([path])


def _of_authors(folder: str) -> list[_Set | _Rules]:
    """Every set beneath a folder, then rules that belong to none."""
    files = [file for file in files_in(folder) if isinstance(file, str)]
    sets = {os.path.dirname(file) for file in files if os.path.basename(file) == _SET}
    rules = {os.path.dirname(file) for file in files if is_rule_file(Path(file))} - sets
    return [*map(_Set, sorted(sets)), *map(_Rules, sorted(rules))]


def _checked(one: _Target, library: Library, used: CriteriaSet | None) -> Checked:
    name = one.span.source.name if isinstance(one, Problem) else one.name
    try:
        match one:
            case Problem():
                return Checked(name, (one,))
            case _Set():
                criteria = library.load(name)
                folder = _folder_of(name, library)
                library.adopt(criteria.id, folder)
                return Checked(name, (*criteria.remarks, *unused_rules(criteria, folder)))
            case _Rules():
                return _checked_rules(name)
            case Unit():
                data = one.read()
                if is_external(data):
                    return Checked(name, check_external(data, name, library, used))
                _, submission = read_submission(data, name, library, criteria=used)
                return Checked(name, submission.remarks)
    except InvalidInput as refusal:
        return Checked(name, refusal.problems)


def _folder_of(name: str, library: Library) -> Path:
    """Where a set that has been loaded stands."""
    here = Path(name)
    return here if (here / _SET).is_file() else library.folder_of(name) or here


def _checked_rules(name: str) -> Checked:
    problems, folder = Problems(), Path(name)
    place = folder.as_posix()
    read_rules(rule_files_in(folder, place, problems), problems, for_all=is_common(folder))
    return Checked(name, problems.in_order(), are_rules=True)


def _json(checked: Sequence[Checked], code: Exit) -> str:
    documents = [
        {
            "name": one.name,
            "exit_code": int(one.exit),
            "problems": [problem(found) for found in one.problems],
        }
        for one in checked
    ]
    status = "refused" if code else "fine"
    schema = "par_index/check/1"
    return dump({"schema": schema, "status": status, "exit_code": code, "checked": documents})


def _text(checked: Sequence[Checked], language: str) -> str:
    """All problems by file, then a line for each thing checked."""
    problems, of_rules = Problems(), Problems()
    for one in checked:
        (of_rules if one.are_rules else problems).extend(one.problems)
    color = color_on(sys.stdout)
    blocks = [
        render_problems(problems.in_order(), language=language, color=color),
        render_rule_problems(of_rules.in_order(), language=language, color=color),
    ]
    shown = "\n".join(block for block in blocks if block)
    summary = "".join(f"{_summary(one, language)}\n" for one in checked)
    return f"{shown}\n{summary}" if shown else summary


def _summary(one: Checked, language: str) -> str:
    errors = sum(found.is_error for found in one.problems)
    key = "check.refused" if errors else "check.warnings" if one.problems else "check.fine"
    count = number(errors or len(one.problems), language)
    return phrase(key, language, name=visible(one.name), count=count)
