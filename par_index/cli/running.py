"""Running a command to its exit code: the one place where nothing may go wrong any more.

click alone exits with 1 on a bug, on Ctrl-C, on a closed pipe and on a letter that the pipe
cannot encode; this wrapper keeps them apart, and says each in the user's language.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import PurePath
from typing import NoReturn

import click

from par_index.cli.commands import Build
from par_index.cli.exits import Exit, exit_of
from par_index.cli.language import LANGUAGES, language_of, wants_json
from par_index.cli.misuse import Misuse, misuse_of, sentence_of
from par_index.cli.streams import STDOUT, StdoutLost, abandon, color_on, complain, say, set_up
from par_index.cli.system import system_problem
from par_index.problems import InvalidInput, Problem
from par_index.rendering.columns import visible
from par_index.rendering.messages.commands import phrase

__all__ = ["run"]


def run(name: str, build: Build) -> NoReturn:
    """Run the command that this process was started for, and exit."""
    args = sys.argv[1:]
    if os.environ.get(f"_{name.replace('-', '_').upper()}_COMPLETE"):
        build(language_of(args)).main(args, prog_name=name)
    try:
        set_up()
        code = _Run(name, args).finish(build)
    except KeyboardInterrupt:
        code = Exit.INTERRUPTED
    except BrokenPipeError:
        abandon(sys.stdout)
        abandon(sys.stderr)
        code = Exit.PIPE
    sys.exit(code)


class _Run:
    """One run: what was asked, and how its end is told.

    What only some ends need is imported when they come, so that help is there at once.
    """

    def __init__(self, name: str, args: list[str]) -> None:
        self.name = name
        self.args = args
        self.language = language_of(args)
        self.json = wants_json(args)

    def finish(self, build: Build) -> Exit:
        """Do it; what no command ends in, even while telling its end, is caught here."""
        try:
            return self.attempt(build)
        except StdoutLost as lost:
            return self.tell_lost(lost)
        except BrokenPipeError:
            raise
        except Exception as fault:
            return self.tell_fault(fault)

    def attempt(self, build: Build) -> Exit:
        """Do it, and tell the ends that commands are meant to have."""
        try:
            with build(self.language).make_context(self.name, list(self.args)) as ctx:
                return Exit(ctx.command.invoke(ctx) or Exit.OK)
        except click.exceptions.Exit as end:
            return Exit(end.exit_code)
        except click.UsageError as error:
            return self.tell_misuse(misuse_of(error))
        except InvalidInput as refusal:
            return self.tell_refusal(refusal)

    def tell_misuse(self, misuse: Misuse) -> Exit:
        if self.json:
            from par_index.rendering.json_document import dump, usage_document

            say(dump(usage_document(misuse.kind, misuse.params)))
        else:
            complain(sentence_of(misuse, self.language))
        return Exit.USAGE

    def tell_refusal(self, refusal: InvalidInput) -> Exit:
        code = exit_of(refusal.problems)
        if self.json:
            from par_index.rendering.json_document import dump, refusal_document

            say(dump(refusal_document(refusal.problems, code)))
        else:
            self.complain_of(refusal.problems)
        return code

    def tell_lost(self, lost: StdoutLost) -> Exit:
        """Standard output is gone: whatever was asked for, standard error is what is left."""
        self.complain_of([system_problem("E903", STDOUT, lost.error)])
        return Exit.SYSTEM

    def tell_fault(self, fault: Exception) -> Exit:
        """Ours to mend: one line says where; the traceback comes only when asked for."""
        complain("".join(f"{phrase('fault', language)}\n" for language in LANGUAGES))
        complain(f"{self.name}: {_summary(fault)}\n")
        if os.environ.get("PAR_INDEX_DEBUG") == "1":
            from traceback import format_exception

            complain("".join(format_exception(fault)))
        if self.json:
            from par_index.rendering.json_document import dump, internal_document

            with suppress(StdoutLost):
                say(dump(internal_document(Exit.INTERNAL)))
        return Exit.INTERNAL

    def complain_of(self, problems: Sequence[Problem]) -> None:
        from par_index.rendering.problems import render_problems

        color = color_on(sys.stderr)
        complain(render_problems(problems, language=self.language, color=color))


def _summary(fault: Exception) -> str:
    """What was raised and the last place of ours it came through; no folder of this machine."""
    from traceback import extract_tb

    ours = [
        frame
        for frame in extract_tb(fault.__traceback__)
        if "par_index" in PurePath(frame.filename).parts
    ]
    place = f" ({PurePath(ours[-1].filename).name}:{ours[-1].lineno})" if ours else ""
    first_line = next(iter(str(fault).splitlines()), "")
    return f"{type(fault).__name__}: {visible(first_line)}{place}"
