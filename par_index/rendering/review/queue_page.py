"""The queue as a page and as a table: what to work at, in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from par_index.rendering.advice.sheets import Column, cell_number, sheet
from par_index.rendering.messages.catalogue import sentence
from par_index.rendering.messages.review_account import say_account
from par_index.rendering.messages.review_log import say_log
from par_index.rendering.messages.review_words import PHASES
from par_index.rendering.numbers import number, show_date, show_points
from par_index.rendering.report.page import Entry, Fact, Page, Section
from par_index.review.account.queue import Desk, Queue, Stake, Standing

__all__ = ["queue_csv", "queue_page"]

_FIRST = 5
"""Criteria that are named for one unit; the rest is a count."""

Titles = Mapping[tuple[str, str], str]

_SECTIONS = (
    (Standing.BROKEN, "queue_broken"),
    (Standing.OPEN, "queue_units"),
    (Standing.WAITING, "queue_waiting"),
    (Standing.MISSING, "queue_missing"),
    (Standing.CLOSED, "queue_closed"),
)


def queue_page(queue: Queue, titles: Titles, language: str) -> Page:
    """Units by where they stand; under each what to look at first."""

    def say(what: str, /, **slots: str) -> str:
        return say_account(what, language, **slots)

    counts = {
        name: number(len(queue.where(standing)), language)
        for standing, name in (
            (Standing.MISSING, "missing"),
            (Standing.OPEN, "open"),
            (Standing.WAITING, "waiting"),
            (Standing.CLOSED, "closed"),
        )
    }
    sections = (
        Section(
            say(name),
            entries=tuple(_entry(one, titles, language) for one in queue.where(standing)),
            is_gap=standing is Standing.BROKEN,
        )
        for standing, name in _SECTIONS
    )
    return Page(
        title=say("queue_title", day=show_date(queue.day, language)),
        subtitle=say("queue_subtitle", count=number(len(queue.desks), language)),
        particulars=(),
        headline=say("queue_headline", **counts),
        figures=(say_log("no_proof", language),),
        sections=tuple(one for one in sections if not one.is_empty),
        columns=(say("sheet_code"), say("row_unit"), say("fact_owed")),
    )


def queue_csv(queue: Queue, language: str) -> str:
    """A row for each criterion that is owed; one alone for a unit without any."""
    names = ("unit", "name", "standing", "due", "code", "stake", "doubt")
    columns = [
        Column(say_account(f"sheet_queue_{name}", language), is_number=name in ("stake", "doubt"))
        for name in names
    ]
    return sheet(columns, (row for desk in queue.desks for row in _rows(desk, language)))


def _rows(desk: Desk, language: str) -> Iterator[list[str]]:
    due = "" if desk.due is None else desk.due.isoformat()
    standing = say_account(dict(_SECTIONS)[desk.standing], language)
    head = [desk.id, desk.name, standing, due]
    for stake in desk.stakes:
        yield [*head, stake.code, cell_number(stake.points, language), str(stake.doubt)]
    if not desk.stakes:
        yield [*head, "", "", ""]


def _entry(desk: Desk, titles: Titles, language: str) -> Entry:
    return Entry(
        desk.id,
        desk.name,
        _note(desk, language),
        tuple(_facts(desk, titles, language)),
    )


def _note(desk: Desk, language: str) -> str:
    parts = []
    if desk.due is not None:
        asked = "answer_" if desk.standing is Standing.WAITING else ""
        name = f"queue_{asked}overdue" if desk.is_late else f"queue_{asked}due"
        parts.append(say_account(name, language, day=show_date(desk.due, language)))
    if desk.state is not None:
        phase = PHASES[desk.state.phase.value].into(language)
        round_ = str(desk.state.round)
        parts.append(say_account("queue_standing", language, phase=phase, round=round_))
    if desk.owed:
        parts.append(say_account("queue_owed", language, count=number(desk.owed, language)))
    return "; ".join(parts)


def _facts(desk: Desk, titles: Titles, language: str) -> Iterator[Fact]:
    for stake in desk.stakes[:_FIRST]:
        is_worth = bool(stake.points or stake.doubt)
        if desk.state is not None and desk.standing is Standing.OPEN and is_worth:
            title = titles.get((desk.state.set.sha256, stake.code), "")
            label = say_account("fact_first", language)
            yield Fact(label, _stake(stake, title, language))
    for problem in desk.problems:
        yield Fact(problem.code, f"{problem.span}: {sentence(problem, language).title}")


def _stake(stake: Stake, title: str, language: str) -> str:
    return say_account(
        "queue_first",
        language,
        code=stake.code,
        title=title,
        stake=str(show_points(stake.points, language)),
        doubt=say_account(f"doubt_{stake.doubt}", language),
    )
