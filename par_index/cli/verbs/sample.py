"""par-index sample: a submission to look at and to copy from."""

from __future__ import annotations

from typing import Final

import click

from par_index.cli.commands import Command
from par_index.cli.options import flag, output
from par_index.cli.saving import deliver_new
from par_index.reading.library import shipped

__all__ = ["build"]

SAMPLE: Final = "quang-binh-skhcn-2021/unit.yaml"


def build(language: str) -> click.Command:
    def sample(output: str | None, force: bool) -> None:
        text = (shipped("fixtures") / SAMPLE).read_text(encoding="utf-8")
        deliver_new(text, output, force=force)

    return Command("sample", language, sample, [output(language), flag(language, "--force")])
