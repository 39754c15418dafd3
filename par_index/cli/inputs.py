"""From the arguments of a command to the submissions they mean."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from par_index.cli.streams import CLOSED, STDIN
from par_index.cli.system import shown, system_problem
from par_index.nouns import Noun
from par_index.problems import InvalidInput, Problem, Problems
from par_index.reading.files import read_file
from par_index.reading.limits import FILE_BYTES

__all__ = ["Found", "Unit", "files_in", "find_units", "units_in"]

_USUAL_NAME = "unit.yaml"
_SUFFIXES = (".yaml", ".yml")
_SCHEMA = re.compile(rb"""^(\xef\xbb\xbf)?schema:[ \t]*["']?par_index/submission/""", re.MULTILINE)


class Unit(Noun):
    """One submission that is to be read: ``-`` is standard input."""

    path: str

    @property
    def name(self) -> str:
        return STDIN if self.path == "-" else shown(self.path)

    @property
    def identity(self) -> str:
        """The same for every way to write the same file."""
        return self.path if self.path == "-" else os.path.realpath(self.path)

    def read(self) -> bytes:
        """The bytes, as many as a reader needs to see that they are too many."""
        if self.path == "-":
            return _read_stdin()
        problems = Problems()
        data = read_file(Path(self.path), self.name, problems)
        if data is None:
            raise InvalidInput(problems.in_order())
        return data


Found = Unit | Problem
"""A submission, or why there is none where one was expected."""


def find_units(arguments: Sequence[str]) -> list[Found]:
    """Every submission the arguments mean, in their order; in a folder by name. Each once."""
    found: dict[str, Found] = {}
    for argument in arguments:
        for one in _units_at(argument):
            identity = one.identity if isinstance(one, Unit) else str(one)
            found.setdefault(identity, one)
    return list(found.values())


def _units_at(argument: str) -> Iterator[Found]:
    if argument == "-" or not os.path.isdir(argument):
        yield Unit(argument)
        return
    yield from units_in(argument) or [system_problem("E904", argument)]


def units_in(folder: str) -> list[Found]:
    """Every submission beneath a folder, and what there could not be read, by name."""
    return sorted(_units_in(folder), key=_by_name)


def _by_name(one: Found) -> str:
    return one.path if isinstance(one, Unit) else one.span.source.name


def _units_in(folder: str) -> Iterator[Found]:
    for path in files_in(folder):
        if isinstance(path, Problem):
            yield path
        elif os.path.basename(path) == _USUAL_NAME:
            yield Unit(path)
        elif path.endswith(_SUFFIXES) and os.path.isfile(path):
            yield from _if_submission(Unit(path))


def files_in(folder: str) -> Iterator[str | Problem]:
    """Every file beneath a folder; hidden folders hold copies that nobody means."""
    unreadable: list[OSError] = []
    for here, folders, names in os.walk(folder, onerror=unreadable.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (os.path.join(here, name) for name in names)
    for error in unreadable:
        yield system_problem("E902", os.fsdecode(error.filename), error)


def _if_submission(unit: Unit) -> Iterator[Found]:
    try:
        if _SCHEMA.search(unit.read()):
            yield unit
    except InvalidInput as refusal:
        yield from refusal.problems


def _read_stdin() -> bytes:
    if sys.stdin is None:
        raise InvalidInput([system_problem("E902", STDIN, CLOSED)])
    try:
        return sys.stdin.buffer.read(FILE_BYTES + 1)
    except OSError as error:
        raise InvalidInput([system_problem("E902", STDIN, error)]) from error
