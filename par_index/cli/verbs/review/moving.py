"""Where an appraisal goes: back to the unit, closed, open again; who takes part; a torn end."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any, Final

import click

from par_index.cli.commands import Build, Command
from par_index.cli.exits import Exit
from par_index.cli.options import argument, choice, day, output, value
from par_index.cli.review_acting import Done, composed, options_to_act
from par_index.cli.reviewing import misused, scored_now, spare_kept
from par_index.cli.verbs.review.answering import acted, perform

__all__ = ["BUILDS"]

_ROLES: Final = ("chair", "reviewer", "office", "unit")


def _return(language: str) -> click.Command:
    def return_(
        folder: str,
        codes: tuple[str, ...],
        due: datetime.date | None,
        text: str,
        output: str | None,
        **acting: Any,
    ) -> Exit:
        if due is None:
            misused("option_missing", option="--due")

        spare_kept(folder, output)

        def work() -> Done:
            from par_index.review.log.nouns import Return

            done = acted(folder, acting, lambda _: Return(codes, due, text))
            if output is not None:
                _write_slip(folder, done, output)
            return done

        return perform(language, acting, work)

    return _command(
        "return",
        language,
        return_,
        [
            argument(language, "codes", several=True, required=True, callback=composed),
            day(language, "--due"),
            value(language, "--text", of="words", required=True, callback=composed),
            output(language),
        ],
    )


def _write_slip(folder: str, done: Done, output: str) -> None:
    """The slip that goes to the unit, with the head that its answer has to carry."""
    from par_index.cli.saving import save
    from par_index.rendering.json_document import dump
    from par_index.rendering.review.slips import slip_document

    criteria = scored_now(folder, done.state).criteria
    save(output, dump(slip_document(done.state, criteria)))


def _close(language: str) -> click.Command:
    def close(folder: str, **acting: Any) -> Exit:
        def work() -> Done:
            from par_index.review.log.nouns import Close

            return acted(folder, acting, lambda _: Close())

        return perform(language, acting, work)

    return _command("close", language, close, [])


def _reopen(language: str) -> click.Command:
    def reopen(folder: str, text: str, **acting: Any) -> Exit:
        def work() -> Done:
            from par_index.review.log.nouns import Reopen

            return acted(folder, acting, lambda _: Reopen(text))

        return perform(language, acting, work)

    text = value(language, "--text", of="words", required=True, callback=composed)
    return _command("reopen", language, reopen, [text])


def _roster(language: str) -> click.Command:
    def roster(folder: str, id: str, name: str, role: str | None, **acting: Any) -> Exit:
        if role is None:
            misused("option_missing", option="--role")

        def work() -> Done:
            from par_index.review.log.nouns import Person, Role, Roster

            person = Person(id, name, Role(role))
            return acted(folder, acting, lambda _: Roster(person))

        return perform(language, acting, work)

    return _command(
        "roster",
        language,
        roster,
        [
            argument(language, "id", required=True, callback=composed),
            value(
                language,
                "--name",
                of="name",
                told="review_name",
                required=True,
                callback=composed,
            ),
            choice(language, "--role", _ROLES),
        ],
    )


def _resume(language: str) -> click.Command:
    def resume(folder: str) -> Exit:
        from par_index.cli.saving import deliver
        from par_index.rendering.review.acts import resume_text
        from par_index.review.log.file import log_in
        from par_index.review.log.file import resume as put_aside

        path = log_in(folder)
        deliver(resume_text(put_aside(path), path, language), None)
        return Exit.OK

    folder = argument(language, "folder", required=True, type=click.Path())
    return Command("resume", language, resume, [folder], key="verb.review resume")


def _command(
    name: str, language: str, callback: Any, params: Sequence[click.Parameter]
) -> click.Command:
    folder = argument(language, "folder", required=True, type=click.Path())
    return Command(
        name,
        language,
        callback,
        [folder, *params, *options_to_act(language)],
        key=f"verb.review {name}",
    )


BUILDS: Final[dict[str, Build]] = {
    "return": _return,
    "close": _close,
    "reopen": _reopen,
    "roster": _roster,
    "resume": _resume,
}
