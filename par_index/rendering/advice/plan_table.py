"""The improvement plan as offices issue it: a table in the columns of the usual appendix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from par_index.advice.plan import Order, Plan, PlanRow, RowKind, rows_in_order
from par_index.nouns import EMPTY, replace
from par_index.rendering.advice.plan_page import head_of, lost_rows, numeral, shared_section
from par_index.rendering.advice.plan_words import Words
from par_index.rendering.advice.sheets import Column, cell_number, markdown_table, sheet
from par_index.rendering.markdown import bullets, escape, paragraph
from par_index.rendering.voice import Voice

__all__ = ["csv_of", "markdown_of"]

_COLUMNS: Final = ("number", "area", "task", "now", "required", "lead", "support", "due", "gain")
_LOST_COLUMNS: Final = ("number", "area", "task", "now", "required", "why", "lost")
_CSV_COLUMNS: Final = (*_COLUMNS[:-1], "certain", "possible", "kind", "note")
_NUMBERS: Final = ("number", "gain", "lost", "certain", "possible")


def markdown_of(plan: Plan, language: str, order: Order, *, with_gone: bool) -> str:
    """The whole plan as a document, to be set across a sheet of A4."""
    voice = Voice.of(plan.assessment, language)
    words = _words(voice)
    return "\n\n".join(_blocks(plan, voice, words, order, with_gone=with_gone)) + "\n"


def csv_of(plan: Plan, language: str, order: Order, *, with_gone: bool) -> str:
    """A line for each row; the points as two numbers, and what sorts and filters."""
    words = _words(Voice.of(plan.assessment, language))
    gone = rows_in_order(plan.gone, order) if with_gone else ()
    rows = enumerate((*rows_in_order(plan.rows, order), *gone), start=1)
    return sheet(_columns(words, _CSV_COLUMNS), (_line(words, at, row) for at, row in rows))


def _words(voice: Voice) -> Words:
    """Words for a document that leaves the unit's file behind: its lines mean nothing there."""
    return Words(replace(voice, lines=EMPTY))


def _blocks(
    plan: Plan, voice: Voice, words: Words, order: Order, *, with_gone: bool
) -> Iterator[str]:
    head = head_of(plan, voice, with_gone=with_gone)
    yield f"# {escape(head.title)}"
    yield f"**{escape(head.unit)}**"
    yield paragraph(head.criteria)
    yield paragraph(" · ".join(head.particulars))
    yield f"**{escape(head.headline)}**"
    if head.figures:
        yield bullets(head.figures)
    if plan.rows:
        yield markdown_table(_columns(words, _COLUMNS), _rows(plan, words, order))
    shared = shared_section(plan, voice)
    if shared is not None:
        yield f"## {escape(shared.title)}"
        yield paragraph(shared.lead)
        if shared.bullets:
            yield bullets(shared.bullets)
    number = len(plan.rows)
    for lost in lost_rows(plan, voice) if with_gone else ():
        yield f"## {escape(lost.title)}"
        rows = list(enumerate(rows_in_order(lost.rows, order), start=number + 1))
        number += len(rows)
        lines = (_lost(words, at, row) for at, row in rows)
        yield markdown_table(_columns(words, _LOST_COLUMNS), lines)


def _columns(words: Words, names: Sequence[str]) -> list[Column]:
    return [Column(words.say(f"column_{name}"), name in _NUMBERS) for name in names]


def _rows(plan: Plan, words: Words, order: Order) -> Iterator[list[str]]:
    """By area, its name stands in its first row alone, as a merged cell would."""
    if order is Order.GAIN:
        for at, row in enumerate(rows_in_order(plan.rows, order), start=1):
            yield _cells(words, at, words.text(row.area.title), row)
        return
    at = 0
    for number, area in enumerate(plan.areas, start=1):
        name = words.text(area.area.title)
        name = words.say("by_area", number=numeral(number), area=name)
        for row in area.rows:
            at += 1
            yield _cells(words, at, name, row)
            name = ""


def _cells(words: Words, number: int, area: str, row: PlanRow) -> list[str]:
    return [str(number), area, *_middle(words, row), *_who(words, row), words.gain(row)]


def _lost(words: Words, number: int, row: PlanRow) -> list[str]:
    why = _sentence(words.why_gone(row))
    return [str(number), words.text(row.area.title), *_middle(words, row), why, words.gain(row)]


def _middle(words: Words, row: PlanRow) -> list[str]:
    """The task with its criterion, what there is, what is required."""
    named = words.say("with_code", task=words.task_to_report(row), code=row.code)
    return [_sentence(cell) for cell in (named, words.now(row), words.required(row))]


def _who(words: Words, row: PlanRow) -> list[str]:
    return [words.text(row.lead), words.text(row.support), _sentence(words.due(row))]


def _line(words: Words, number: int, row: PlanRow) -> Iterator[str]:
    yield str(number)
    yield words.text(row.area.title)
    yield from (*_middle(words, row), *_who(words, row))
    yield cell_number(row.gain.certain, words.voice.language)
    yield cell_number(row.gain.possible, words.voice.language)
    yield words.say("kind_unknown" if row.is_unknown else f"kind_{row.kind}")
    if row.kind is RowKind.GONE:
        lost = words.say("points_lost", points=words.voice.points(row.shortfall.lost))
        yield words.voice.list((lost, words.why_gone(row)))
    else:
        yield ""


def _sentence(text: str) -> str:
    """A cell begins with a capital letter."""
    return text[:1].upper() + text[1:]
