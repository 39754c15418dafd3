"""Options and arguments, named and explained in the user's language.

Values are checked by callbacks rather than by click's types, whose messages are English.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import Any, NoReturn

import click

from par_index.cli.language import LANGUAGES
from par_index.cli.misuse import Misuse, alternatives
from par_index.cli.streams import say
from par_index.rendering.messages.commands import phrase

__all__ = [
    "argument",
    "choice",
    "day",
    "flag",
    "output",
    "refuse_value",
    "standing_options",
    "value",
]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def value(language: str, *names: str, of: str, told: str = "", **more: Any) -> click.Option:
    """An option with a value, named ``of`` in its help; that stands under the long name, or under
    ``told``.
    """
    return click.Option(
        list(names),
        metavar=phrase(f"{of}_metavar", language),
        help=phrase(f"help.{told or _key(names)}", language),
        **more,
    )


def flag(language: str, *names: str, **more: Any) -> click.Option:
    """An option without a value."""
    text = phrase(f"help.{_key(names)}", language)
    return click.Option(list(names), is_flag=True, help=text, **more)


def choice(
    language: str,
    name: str,
    values: Sequence[str],
    *,
    of: str = "",
    told: str = "",
    multiple: bool = False,
    **more: Any,
) -> click.Option:
    """An option that takes one of a few values; ``of`` names them in help where they are many.

    ``told`` is the name of its help, where several verbs mean something else by it.
    """

    def check(ctx: click.Context, option: click.Parameter, given: Any) -> Any:
        for one in given if multiple else [given]:
            if one is not None and one not in values:
                refuse_value("choice", ctx, option, one, choices=list(values))
        return given

    def complete(_ctx: click.Context, _option: click.Parameter, begun: str) -> list[str]:
        return [one for one in values if one.startswith(begun)]

    return click.Option(
        [name],
        metavar=phrase(f"{of}_metavar", language) if of else "|".join(values),
        multiple=multiple,
        callback=check,
        shell_complete=complete,
        help=phrase(
            f"help.{told or _key([name])}", language, choices=alternatives(values, language)
        ),
        **more,
    )


def day(language: str, name: str, *, told: str = "") -> click.Option:
    """An option that takes a day, ``2021-09-30``; ``told`` as in `value`."""

    def read(ctx: click.Context, option: click.Parameter, text: str | None) -> datetime.date | None:
        if text is None:
            return None
        if _DAY.fullmatch(text):
            try:
                return datetime.date.fromisoformat(text)
            except ValueError:
                pass
        refuse_value("day", ctx, option, text)

    return value(language, name, of="day", told=told, callback=read)


def output(language: str) -> click.Option:
    """Where to write; ``-`` is standard output, as is no file at all."""

    def read(_ctx: click.Context, _option: click.Parameter, name: str | None) -> str | None:
        return None if name == "-" else name

    return value(language, "-o", "--output", of="file", type=click.Path(), callback=read)


def argument(language: str, name: str, *, several: bool = False, **more: Any) -> click.Argument:
    """What a command is about: files, a set, a name."""
    return click.Argument(
        [name],
        nargs=-1 if several else 1,
        metavar=phrase(f"{name}_metavar", language) + ("…" if several else ""),
        **more,
    )


def standing_options(language: str) -> list[click.Parameter]:
    """What every command has."""
    return [
        choice(language, "--lang", LANGUAGES, expose_value=False),
        flag(language, "--version", is_eager=True, expose_value=False, callback=_print_version),
        flag(language, "--help", is_eager=True, expose_value=False, callback=_print_help),
    ]


def refuse_value(
    kind: str, ctx: click.Context, option: click.Parameter, found: str, **params: object
) -> NoReturn:
    """Refuse what an option was given."""
    raise Misuse(kind, ctx, option=option.opts[-1], found=found, **params)


def _key(names: Sequence[str]) -> str:
    return names[-1].lstrip("-").replace("-", "_")


def _print_help(ctx: click.Context, _option: click.Parameter, given: bool) -> None:
    if given and not ctx.resilient_parsing:
        say(ctx.get_help() + "\n")
        ctx.exit()


def _print_version(ctx: click.Context, _option: click.Parameter, given: bool) -> None:
    if given and not ctx.resilient_parsing:
        from par_index import __version__

        say(f"{ctx.find_root().info_name} {__version__}\n")
        ctx.exit()
