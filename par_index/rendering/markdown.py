"""Reports as a Markdown document: tables that GitHub renders and that paste into Word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from par_index.model.assessment import Assessment
from par_index.rendering.columns import visible
from par_index.rendering.report.build import build_page
from par_index.rendering.report.page import Entry, Grid, Page, Section
from par_index.rendering.voice import Voice

__all__ = ["bullets", "escape", "page_document", "paragraph", "render_markdown", "table"]

_SPECIAL = re.compile(r"[\\`*_\[\]|~$]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_OPENING = re.compile(r"^(\d{0,9})([-+=#.)])(?=\s|$)")
_NO_BREAK = "\u00a0"
_LINE = "<br>"


def render_markdown(assessment: Assessment, *, language: str) -> str:
    """The whole report, with the table of every criterion at its end."""
    voice = Voice.of(assessment, language)
    return page_document(build_page(voice, assessment, with_trace=True))


def page_document(page: Page) -> str:
    """Any page as a document."""
    return "\n\n".join(_blocks(page)) + "\n"


def escape(text: str) -> str:
    """User text that Markdown shows as it is, inside a line or a table cell."""
    shown = visible(text).replace(_NO_BREAK, " ")
    shown = re.sub(r"[&<>]", lambda match: _ENTITIES[match[0]], shown)
    return _SPECIAL.sub(r"\\\g<0>", shown)


def paragraph(text: str) -> str:
    """Text that begins a line, and must not begin a list or a heading."""
    return _OPENING.sub(r"\1\\\2", escape(text))


def _blocks(page: Page) -> Iterator[str]:
    yield f"# {escape(page.title)}"
    yield paragraph(page.subtitle)
    if page.particulars:
        yield paragraph(" · ".join(page.particulars))
    yield f"**{escape(page.headline)}**"
    if page.figures:
        yield bullets(page.figures)
    for section in page.sections:
        yield f"## {escape(section.title)}"
        yield from _section(section, page.columns)


def _section(section: Section, columns: tuple[str, str, str]) -> Iterator[str]:
    if section.lead:
        yield paragraph(section.lead)
    if section.bullets:
        yield bullets(section.bullets)
    if section.entries:
        yield _entries(section.entries, section.columns or columns)
    if section.grid:
        yield _grid(section.grid)


def bullets(lines: Sequence[str]) -> str:
    return "\n".join(f"- {paragraph(line)}" for line in lines)


def _entries(entries: Sequence[Entry], columns: tuple[str, str, str]) -> str:
    """A row for each entry and a column for each kind of fact, in the order they first appear."""
    labels = list(dict.fromkeys(fact.label for entry in entries for fact in entry.facts))
    has_points = any(entry.points or entry.places for entry in entries)
    code, criterion, points = columns
    header = [code, criterion, *([points] if has_points else []), *map(_capitalised, labels)]
    rows = [
        [
            escape(entry.code),
            escape(entry.title),
            *([_LINE.join(map(escape, entry.places or (entry.points,)))] if has_points else []),
            *(_facts(entry, label) for label in labels),
        ]
        for entry in entries
    ]
    return table([escape(name) for name in header], ["---"] * len(header), rows)


def _facts(entry: Entry, label: str) -> str:
    return _LINE.join(escape(fact.text) for fact in entry.facts if fact.label == label)


def _capitalised(label: str) -> str:
    return label[:1].upper() + label[1:]


def _grid(grid: Grid) -> str:
    header = [escape(name) for name in grid.header]
    rows = [[escape(cell) for cell in row] for row in grid.rows]
    total = [f"**{escape(cell)}**" for cell in grid.total]
    marks = ["---"] + ["---:"] * (len(header) - 1)
    return table(header, marks, [*rows, total])


def table(header: Sequence[str], marks: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of cells that are escaped already; ``marks`` align its columns."""
    return "\n".join(f"| {' | '.join(row)} |" for row in (header, marks, *rows))
