"""par-index test: runs the tests beside a criteria set, and says what none of them shows."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from par_index.cli.commands import Command
from par_index.cli.exits import Exit, exit_of, worst_of
from par_index.cli.inputs import files_in
from par_index.cli.options import argument, choice, flag
from par_index.cli.streams import paper, say
from par_index.cli.system import shown, system_problem
from par_index.nouns import Noun
from par_index.problems import InvalidInput, Problem, Problems
from par_index.reading.library import Library
from par_index.rendering.finding_tests import (
    render_finding_tests,
    render_rule_problems,
    rules_tests,
)
from par_index.rendering.json_document import dump
from par_index.rendering.json_tests import refused_set, set_tests, tests_document
from par_index.rendering.json_values import Json
from par_index.rendering.problems import render_problems
from par_index.rendering.set_tests import render_set_tests
from par_index.testing.finding_files import holds_rules, is_rule_file
from par_index.testing.finding_tests import FindingReport
from par_index.testing.running import TESTS, SetReport, run_rules, run_tests

__all__ = ["build"]

_SET = "set.yaml"


class _Refused(Noun):
    """What could not be used as a set, or was none."""

    name: str
    problems: tuple[Problem, ...]


_Result = SetReport | FindingReport | _Refused


def build(language: str) -> click.Command:
    def test(path: tuple[str, ...], complete: bool, format: str) -> Exit:
        library = Library()
        results = [_run(one, library) for one in _targets(path, library)]
        code = worst_of(_exit_of(one, complete=complete) for one in results)
        say(_json(results, code) if format == "json" else _text(results, language))
        return code

    return Command(
        "test",
        language,
        test,
        [
            argument(language, "path", several=True, required=True, type=click.Path()),
            flag(language, "--complete"),
            choice(language, "--format", ("text", "json"), default="text"),
        ],
    )


@dataclass(slots=True)
class _Target:
    """A set whose tests are to be run: by its id or folder, all of them or those of some files.

    It may be rules that belong to no set, in a folder of their own.
    """

    name: str
    folder: Path
    files: list[Path] | None = None

    @property
    def identity(self) -> str:
        return os.path.realpath(self.folder)

    def join(self, other: _Target) -> None:
        """Run what was asked for elsewhere on the command line as well."""
        if self.files is None or other.files is None:
            self.files = None
        else:
            self.files += [file for file in other.files if file not in self.files]


def _targets(paths: Sequence[str], library: Library) -> list[_Target | Problem]:
    """Every set that the paths mean, each once, in their order."""
    found: dict[str, _Target | Problem] = {}
    for path in paths:
        for one in _targets_at(path, library):
            identity = one.identity if isinstance(one, _Target) else str(one)
            known = found.setdefault(identity, one)
            if known is not one and isinstance(known, _Target) and isinstance(one, _Target):
                known.join(one)
    return list(found.values())


def _targets_at(path: str, library: Library) -> Iterator[_Target | Problem]:
    if not os.path.lexists(path):
        folder = library.folder_of(path)
        yield system_problem("E901", path) if folder is None else _Target(path, folder)
    elif os.path.isdir(path):
        yield from _targets_in(path)
    elif os.path.basename(path) == _SET or is_rule_file(Path(path)):
        yield _set_at(os.path.dirname(path))
    elif (above := _set_of_tests(os.path.dirname(path))) is not None:
        above.files = [Path(path)]
        yield above
    else:
        yield system_problem("E810", path)


def _targets_in(folder: str) -> Iterator[_Target | Problem]:
    """The set in a folder, or the one whose tests folder this is, or every set beneath."""
    above = _set_of_tests(folder)
    if above is not None:
        yield above
        return
    files = [file for file in files_in(folder) if isinstance(file, str)]
    sets = {os.path.dirname(file) for file in files if os.path.basename(file) == _SET}
    others = {folder, *(os.path.dirname(os.path.dirname(file)) for file in files if _is_test(file))}
    found = sorted([*sets, *filter(_is_of_rules, others - sets)])
    yield from map(_set_at, found)
    if not found:
        yield system_problem("E810", folder)


def _is_test(file: str) -> bool:
    return file.endswith(".yaml") and os.path.basename(os.path.dirname(file)) == TESTS


def _is_of_rules(folder: str) -> bool:
    """Whether finding rules stand there that belong to no set."""
    return not os.path.isfile(os.path.join(folder, _SET)) and holds_rules(Path(folder))


def _set_at(folder: str) -> _Target:
    place = os.path.normpath(folder)
    return _Target(shown(place), Path(place))


def _set_of_tests(folder: str) -> _Target | None:
    above = os.path.join(folder, os.pardir)
    if os.path.basename(os.path.abspath(folder)) != TESTS:
        return None
    is_one = os.path.isfile(os.path.join(above, _SET)) or _is_of_rules(above)
    return _set_at(above) if is_one else None


def _run(one: _Target | Problem, library: Library) -> _Result:
    if isinstance(one, Problem):
        return _Refused(one.span.source.name, (one,))
    if _is_of_rules(str(one.folder)):
        return run_rules(one.folder, one.name, one.files)
    try:
        is_known = library.folder_of(one.name) == one.folder
        criteria = library.load(one.name if is_known else str(one.folder))
        return run_tests(criteria, one.folder, one.name, one.files)
    except InvalidInput as refusal:
        return _Refused(one.name, refusal.problems)


def _exit_of(result: _Result, *, complete: bool) -> Exit:
    code = exit_of(result.problems)
    if isinstance(result, _Refused):
        return code
    is_short = complete and not result.is_complete
    return worst_of([code, Exit.GATE if result.has_failed or is_short else Exit.OK])


def _json(results: Sequence[_Result], code: Exit) -> str:
    sets = [_document(one) for one in results]
    status = {Exit.OK: "passed", Exit.GATE: "failed"}.get(code, "refused")
    return dump(tests_document(sets, status, code))


def _document(result: _Result) -> Json:
    match result:
        case SetReport():
            return set_tests(result)
        case FindingReport():
            return rules_tests(result)
        case _:
            return refused_set(result.name, result.problems)


def _text(results: Sequence[_Result], language: str) -> str:
    """Everything that is wrong with the files first, then each set."""
    width, color = paper(None)
    problems = Problems()
    for one in results:
        if not isinstance(one, FindingReport):
            problems.extend(one.problems)
    blocks = [render_problems(problems.in_order(), language=language, color=color)]
    for one in results:
        if isinstance(one, FindingReport):
            in_tests = one.is_readable
            blocks.append(
                render_rule_problems(
                    one.problems, language=language, color=color, in_tests=in_tests
                )
            )
    for one in results:
        match one:
            case SetReport():
                blocks.append(render_set_tests(one, language=language, width=width, color=color))
            case FindingReport():
                blocks.append(
                    render_finding_tests(one, language=language, width=width, color=color)
                )
    return "\n".join(block for block in blocks if block)
