"""Malformed command lines, worded by us: click speaks one language, and not to officials."""

from __future__ import annotations

from collections.abc import Sequence

import click

from par_index.reading.nearest import nearest
from par_index.rendering.columns import visible
from par_index.rendering.messages.commands import phrase

__all__ = ["Misuse", "alternatives", "misuse_of", "sentence_of"]


class Misuse(click.UsageError):
    """What is wrong with a command line: a kind from the table of sentences, and its values."""

    def __init__(self, kind: str, ctx: click.Context | None = None, **params: object) -> None:
        super().__init__(kind, ctx)
        self.kind = kind
        self.params = params


def misuse_of(error: click.UsageError, ctx: click.Context | None = None) -> Misuse:
    """The same fault in our own terms."""
    ctx = error.ctx or ctx
    match error:
        case Misuse():
            return error
        case click.NoSuchOption():
            near = nearest(error.option_name, _options_of(ctx))
            return Misuse("no_such_option", ctx, near=near, option=error.option_name)
        case click.BadOptionUsage():
            is_flag = error.option_name in _options_of(ctx, flags_only=True)
            kind = "value_unwanted" if is_flag else "value_missing"
            return Misuse(kind, ctx, option=error.option_name)
        case click.MissingParameter(param=click.Option() as option):
            return Misuse("option_missing", ctx, option=option.opts[0])
        case click.MissingParameter(param=click.Argument() as argument):
            return Misuse("argument_missing", ctx, argument=(argument.metavar or "").rstrip("…"))
        case _:
            return Misuse("other", ctx)


def sentence_of(misuse: Misuse, language: str) -> str:
    """What a person reads: what is wrong, the nearest right thing, where to read on."""
    values = {
        name: alternatives(value, language) if isinstance(value, list) else value
        for name, value in misuse.params.items()
    }
    sentence = phrase(f"misuse.{misuse.kind}", language, **values)
    if misuse.params.get("near"):
        sentence += phrase("suggestion", language, **values)
    lines = [f"{phrase('error', language)}: {sentence}"]
    if misuse.ctx is not None:
        command = f"{misuse.ctx.command_path} --help"
        lines.append(f"   = {phrase('hint', language, command=command)}")
    return "".join(f"{visible(line)}\n" for line in lines)


def alternatives(values: Sequence[str], language: str) -> str:
    """``text, json or markdown``."""
    *others, last = values
    return ", ".join(others) + phrase("or", language) + last if others else last


def _options_of(ctx: click.Context | None, *, flags_only: bool = False) -> list[str]:
    if ctx is None:
        return []
    return [
        name
        for param in ctx.command.params
        if isinstance(param, click.Option) and (param.is_flag or not flags_only)
        for name in param.opts
    ]
