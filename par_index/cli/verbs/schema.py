"""par-index schema: the published JSON Schemas of the files and of the output."""

from __future__ import annotations

from importlib.resources import files

import click

from par_index.cli.commands import Command
from par_index.cli.misuse import Misuse
from par_index.cli.options import argument
from par_index.cli.streams import say

__all__ = ["build"]

_SUFFIX = ".schema.json"


def build(language: str) -> click.Command:
    def schema(name: str | None) -> None:
        folder = files("par_index") / "schemas"
        found = {
            file.name.removesuffix(_SUFFIX): file
            for file in folder.iterdir()
            if file.name.endswith(_SUFFIX)
        }
        if name is None:
            say("".join(f"{one}\n" for one in sorted(found)))
        elif name in found:
            say(found[name].read_text(encoding="utf-8"))
        else:
            ctx = click.get_current_context()
            raise Misuse("no_such_schema", ctx, found=name, choices=sorted(found))

    return Command("schema", language, schema, [argument(language, "name", required=False)])
