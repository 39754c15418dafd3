"""par-index sets: which criteria sets there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from par_index.cli.commands import Command
from par_index.cli.options import choice
from par_index.cli.streams import say
from par_index.exact import exact_text
from par_index.rendering.messages.commands import phrase
from par_index.rendering.messages.report import say as say_report
from par_index.rendering.numbers import number

if TYPE_CHECKING:
    from par_index.reading.library import SetEntry

__all__ = ["build"]


def build(language: str) -> click.Command:
    def sets(format: str) -> None:
        from par_index.reading.library import Library
        from par_index.reading.shelf import Shelf
        from par_index.rendering.json_document import dump

        entries = Library(shelf=Shelf.of_user()).sets()
        if format == "json":
            listed = [_entry(one) for one in entries]
            say(dump({"schema": "par_index/sets/1", "status": "listed", "sets": listed}))
        else:
            say("\n".join(_paragraph(one, language) for one in entries))

    formats = choice(language, "--format", ("text", "json"), default="text")
    return Command("sets", language, sets, [formats])


def _entry(entry: SetEntry) -> dict[str, object]:
    """A set for programs; one that does not load has its id and no more."""
    criteria = entry.criteria
    if criteria is None:
        return {"id": entry.id, "loads": False}
    return {
        "id": entry.id,
        "loads": True,
        "title": criteria.title._asdict(),
        "status": criteria.status.value,
        "tier": criteria.tier,
        "starts": criteria.starts.isoformat(),
        "ends": criteria.ends.isoformat(),
        "criteria": sum(1 for _ in criteria.leaves()),
        "max_points": exact_text(criteria.max_points),
    }


def _paragraph(entry: SetEntry, language: str) -> str:
    criteria = entry.criteria
    if criteria is None:
        return f"{entry.id}\n  " + phrase("sets.refused", language, id=entry.id) + "\n"
    counts = phrase(
        "sets.counts",
        language,
        status=say_report(criteria.status, language),
        tier=criteria.tier,
        criteria=number(sum(1 for _ in criteria.leaves()), language),
        points=number(criteria.max_points, language),
    )
    return f"{entry.id}\n  {criteria.title.into(language)}\n  {counts}\n"
