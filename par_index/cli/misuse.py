"""Malformed command lines, worded by us: click speaks one language, and not to officials."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence

import click

from par_index.reading.nearest import nearest
from par_index.rendering.columns import visible
from par_index.rendering.messages.commands import phrase

__all__ = ["Misuse", "alternatives", "misuse_of", "sentence_of", "spare", "spare_read"]

_READ_IN_FOLDERS = (".yaml", ".yml")
_LOG = "review.jsonl"


class Misuse(click.UsageError):
    """What is wrong with a command line: a kind from the table of sentences, and its values."""

    def __init__(self, kind: str, ctx: click.Context | None = None, **params: object) -> None:
        super().__init__(kind, ctx)
        self.kind = kind
        self.params = params


def spare(output: str | None, inputs: Collection[str], kind: str = "verify_over") -> None:
    """Refuse to write over what is read."""
    if output and _place(output) in map(_place, inputs):
        raise Misuse(kind, click.get_current_context(), found=output)


def spare_read(ctx: click.Context) -> None:
    """Refuse an ``--output`` over any file that the same command line names, over a YAML file in a
    folder that it names, and over the log of any appraisal; a device is no file.
    """
    for written in (ctx.params.get("output"), ctx.params.get("write")):
        if written and os.path.isfile(written) and _is_log(written):
            raise Misuse("review_over", ctx, found=written)
    output = ctx.params.get("output")
    if not output or not os.path.isfile(output):
        return
    target = _place(output)
    for read in _paths_in(ctx):
        place = _place(read)
        inside = output.endswith(_READ_IN_FOLDERS) and _is_inside(target, place)
        if target == place or inside:
            raise Misuse("output_over", ctx, found=output)


def _is_log(path: str) -> bool:
    return os.path.basename(os.path.realpath(path)) == _LOG


def _paths_in(ctx: click.Context) -> Iterator[str]:
    """Every path that is given for reading; a set may be one, or the id of one."""
    for param in ctx.command.params:
        if isinstance(param.type, click.Path) or _is_set(param):
            given = ctx.params.get(param.name or "")
            if param.name not in ("output", "write") and given:
                yield from [given] if isinstance(given, str) else given


def _is_set(param: click.Parameter) -> bool:
    return param.name == "set" and isinstance(param, click.Argument)


def _is_inside(place: str | bytes, folder: str | bytes) -> bool:
    above, parent = place, os.path.dirname(place)
    while parent != above:
        if parent == folder:
            return True
        above, parent = parent, os.path.dirname(parent)
    return False


def _place(path: str) -> str | bytes:
    """Where a path leads; what a disk has is UTF-8, whatever the locale takes it for."""
    return os.path.realpath(path if os.name == "nt" else path.encode("utf-8", "surrogateescape"))


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
