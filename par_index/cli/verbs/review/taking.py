"""What comes in: packages, asked for or not, data that others give, another text of the set."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import click

from par_index.cli.commands import Build, Command
from par_index.cli.exits import Exit
from par_index.cli.options import argument, flag, value
from par_index.cli.review_acting import Done, composed, keep_external, keep_package, options_to_act
from par_index.cli.reviewing import (
    case_in,
    externals_of,
    kept_package,
    misused,
    package_of,
    read_state,
    refuse,
    scored_now,
)
from par_index.cli.verbs.review.answering import acted, perform
from par_index.problems import Problems

if TYPE_CHECKING:
    from par_index.review.log.cases import Case
    from par_index.review.log.nouns import Event, Person
    from par_index.review.log.state import State

__all__ = ["BUILDS"]


def _open(language: str) -> click.Command:
    def open(folder: str, package: str, criteria: str, roster: str, **acting: Any) -> Exit:
        def work() -> Done:
            from par_index.review.log.nouns import Open

            opened, data = package_of(package)
            people = _people(roster)
            case = case_in(opened, criteria)
            keep_package(folder, case.digest, data)
            event = Open(
                case.unit, case.year, case.set, case.digest, case.basis, people, case.tools
            )
            return acted(folder, acting, lambda _: event, create=True)

        return perform(language, acting, work)

    return _command("open", language, open, ["package"], [*_set_and(language, "--roster")])


def _people(path: str) -> tuple[Person, ...]:
    from par_index.cli.inputs import Unit
    from par_index.reading.rosters import read_roster
    from par_index.review.log.nouns import Person, Role

    file = Unit(path)
    problems = Problems()
    named = read_roster(file.read(), file.name, tuple(Role), problems)
    problems.raise_errors()
    return tuple(Person(one.id, one.name, Role(one.role)) for one in named)


def _respond(language: str) -> click.Command:
    def respond(
        folder: str, package: str | None, none: bool, by: str | None, **acting: Any
    ) -> Exit:
        if none == (package is not None):
            misused("respond_either")
        if package is not None and not by:
            misused("option_missing", option="--by")

        def work() -> Done:
            from par_index.review.log.nouns import Respond

            if package is None:
                return acted(
                    folder,
                    acting,
                    lambda state: Respond(True, state.package if state else "", (), "", by or ""),
                )
            case, state, head = _next(folder, package)
            event = Respond(False, case.digest, case.basis, head, by or "")
            return acted(folder, acting, _still(state, event))

        return perform(language, acting, work)

    options: list[click.Parameter] = [
        flag(language, "--none"),
        value(language, "--by", of="name", callback=composed),
    ]
    return _command("respond", language, respond, ["package?"], options)


def _receive(language: str) -> click.Command:
    def receive(folder: str, package: str, **acting: Any) -> Exit:
        def work() -> Done:
            from par_index.review.log.nouns import Receive

            case, state, _ = _next(folder, package)
            return acted(folder, acting, _still(state, Receive(case.digest, case.basis)))

        return perform(language, acting, work)

    return _command("receive", language, receive, ["package"], [])


def _external(language: str) -> click.Command:
    def external(folder: str, file: str, **acting: Any) -> Exit:
        def work() -> Done:
            from par_index.cli.inputs import Unit
            from par_index.reading.digests import sha256_of
            from par_index.reading.external_files import open_external
            from par_index.review.log.nouns import External

            one, problems = Unit(file), Problems()
            data = one.read()
            digest = sha256_of(data)
            opened = open_external(data, one.name, problems)
            problems.raise_errors()
            assert opened is not None
            _, state = read_state(folder, Problems())
            given = externals_of(folder, state)
            if digest not in state.externals:
                given.append(opened)
            case = case_in(kept_package(folder, state.package), None, given)
            keep_external(folder, digest, data)
            event = External(digest, state.package, case.basis)
            return acted(folder, acting, _still(state, event))

        return perform(language, acting, work)

    return _command("external", language, external, ["file"], [])


def _amend(language: str) -> click.Command:
    def amend(folder: str, package: str, criteria: str, text: str, **acting: Any) -> Exit:
        def work() -> Done:
            from par_index.review.log.cases import refuse_other_unit
            from par_index.review.log.nouns import Amend

            _, state = read_state(folder, Problems())
            opened, data = package_of(package)
            case = case_in(opened, criteria, externals_of(folder, state))
            refuse_other_unit(case, state.unit.id, state.year, opened.name)
            keep_package(folder, case.digest, data)
            event = Amend(case.set, case.digest, case.basis, text)
            return acted(folder, acting, _still(state, event))

        return perform(language, acting, work)

    text = value(language, "--text", of="words", required=True, callback=composed)
    return _command("amend", language, amend, ["package"], [*_set_and(language), text])


def _next(folder: str, path: str) -> tuple[Case, State, str]:
    """A further package of the unit under the set that stands, kept beside the log."""
    from par_index.review.log.cases import differing_codes, refuse_other_unit

    _, state = read_state(folder, Problems())
    opened, data = package_of(path)
    case = case_in(opened, None, externals_of(folder, state))
    refuse_other_unit(case, state.unit.id, state.year, opened.name)
    if case.set != state.set:
        own, theirs = scored_now(folder, state).criteria, case.scored.criteria
        codes = differing_codes(own, theirs)
        refuse("E827", opened.name, found=theirs.id, expected=own.id, codes=codes)
    keep_package(folder, case.digest, data)
    return case, state, opened.parts.info.head


def _still(seen: State, event: Event) -> Callable[[State | None], Event]:
    """The event, unless somebody has written since the state was read that it was made for."""

    def make(state: State | None) -> Event:
        if state is None or state.head != seen.head:
            refuse("E918", "review.jsonl", file="review.jsonl")
        return event

    return make


def _set_and(language: str, *files: str) -> list[click.Parameter]:
    """The office's own copy of the set, and other files that have to be given."""
    criteria = value(
        language,
        "--criteria",
        of="set",
        told="review_criteria",
        required=True,
        type=click.Path(),
    )
    others = [value(language, name, of="file", required=True, type=click.Path()) for name in files]
    return [criteria, *others]


def _command(
    name: str,
    language: str,
    callback: Callable[..., Exit],
    given: list[str],
    options: list[click.Parameter],
) -> click.Command:
    """A verb about a folder and one more file."""
    arguments = [
        argument(language, one.rstrip("?"), required=not one.endswith("?"), type=click.Path())
        for one in ("folder", *given)
    ]
    return Command(
        name,
        language,
        callback,
        [*arguments, *options, *options_to_act(language)],
        key=f"verb.review {name}",
    )


BUILDS: Final[dict[str, Build]] = {
    "open": _open,
    "respond": _respond,
    "receive": _receive,
    "external": _external,
    "amend": _amend,
}
