"""Commands and groups of commands whose help and faults are in the user's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import click

from par_index.cli.misuse import Misuse, misuse_of, spare_read
from par_index.cli.options import standing_options
from par_index.reading.nearest import nearest
from par_index.rendering.messages.commands import phrase

__all__ = ["Build", "Command", "Group"]

Build = Callable[[str], click.Command]
"""How a command is made, given the language it is to speak."""


class _Spoken(click.Command):
    """A command in one language; ``key`` is where its sentences stand in the table."""

    def __init__(self, key: str, language: str, **more: Any) -> None:
        super().__init__(
            help=phrase(key, language),
            options_metavar=phrase("options_metavar", language),
            add_help_option=False,
            **more,
        )
        self.language = language
        self.params += standing_options(language)
        for param in self.params:
            if isinstance(param.type, click.Path):
                # Whoever reads the file says what is wrong with it, by its name; click does not.
                param.type.readable = False

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except Misuse:
            raise
        except click.UsageError as error:
            raise misuse_of(error, ctx) from error

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, phrase("usage", self.language))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [param for param in self.params if isinstance(param, click.Option)]
        records = [option.get_help_record(ctx) for option in options]
        with formatter.section(phrase("options", self.language)):
            formatter.write_dl([record for record in records if record is not None])


class Command(_Spoken):
    """One command."""

    def __init__(
        self,
        name: str,
        language: str,
        callback: Callable[..., Any],
        params: Sequence[click.Parameter],
        *,
        key: str = "",
        epilog: str | None = None,
    ) -> None:
        super().__init__(
            key or f"verb.{name}",
            language,
            name=name,
            callback=callback,
            params=list(params),
            epilog=epilog,
        )

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise Misuse("extra_argument", ctx, found=rest[0])
        if not ctx.resilient_parsing:
            spare_read(ctx)
        return rest


class Group(_Spoken, click.Group):
    """A command of verbs, each a module of its own that is imported when it is used.

    ``prefix`` stands before the names of verbs where their sentences are looked up.
    """

    def __init__(
        self,
        name: str,
        language: str,
        verbs: Mapping[str, Callable[[], Build]],
        *,
        key: str = "",
        prefix: str = "",
    ) -> None:
        super().__init__(
            key or name,
            language,
            name=name,
            callback=_insist_on_a_verb,
            invoke_without_command=True,
            no_args_is_help=False,
            subcommand_metavar=phrase("verb_metavar", language),
        )
        self.verbs = verbs
        self.prefix = prefix

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.verbs)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        find = self.verbs.get(cmd_name)
        return find()(self.language) if find else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in self.verbs and not ctx.resilient_parsing:
            near = nearest(name, list(self.verbs))
            raise Misuse("no_such_verb", ctx, verb=name, near=near)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        with formatter.section(phrase("verbs", self.language)):
            formatter.write_dl([(name, self._summary(name)) for name in self.verbs])

    def _summary(self, verb: str) -> str:
        return phrase(f"verb.{self.prefix}{verb}", self.language)


@click.pass_context
def _insist_on_a_verb(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        assert isinstance(ctx.command, Group)
        raise Misuse("no_verb", ctx, choices=list(ctx.command.verbs))
