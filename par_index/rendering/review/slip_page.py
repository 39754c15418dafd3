"""A slip as a page: what the unit is asked, by when, and how it answers."""

from __future__ import annotations

from collections.abc import Iterator

from par_index.rendering.messages.review_log import say_log
from par_index.rendering.messages.review_slips import say_slip
from par_index.rendering.messages.review_words import REASONS
from par_index.rendering.numbers import number, show_date
from par_index.rendering.report.page import Entry, Fact, Page, Section
from par_index.rendering.review.acts import worth_text
from par_index.review.packages.asked import Asked, Found, Question

__all__ = ["slip_page"]

_SHORT = 12
_HEAD = 16


def slip_page(asked: Asked, file: str, language: str) -> Page:
    """``file`` is the slip's own name, which the command that answers takes."""

    def say(what: str, /, **slots: str) -> str:
        return say_slip(what, language, **slots)

    seq, _, digest = asked.head.partition(":")
    count = number(len(asked.questions), language)
    return Page(
        title=say("title"),
        subtitle=say("unit", unit=asked.unit, year=str(asked.year), round=str(asked.round)),
        particulars=(
            asked.set,
            say("package", package=asked.package[:_SHORT]),
            say("head", seq=seq, hash=f"{digest[:_HEAD]}…"),
        ),
        headline=say("headline", day=show_date(asked.due, language), count=count),
        figures=(say("text", text=" ".join(asked.text.split())),),
        sections=(
            Section(
                say("questions"), entries=tuple(_entry(one, language) for one in asked.questions)
            ),
            Section(say("next"), bullets=(say("correct"), say("check"), say("pack", file=file))),
        ),
        columns=(
            say_log("column_code", language),
            say_log("column_criterion", language),
            say_log("column_points", language),
        ),
    )


def _entry(one: Question, language: str) -> Entry:
    claimed = (
        say_slip("unclaimed", language)
        if one.claimed is None
        else say_slip("claimed", language, points=worth_text(one.claimed, "", language, na=False))
    )
    supported = worth_text(one.supported, "", language, na=False)
    facts = [Fact(say_slip("supported", language), supported), *_facts(one, language)]
    return Entry(one.code, one.title.into(language), claimed, tuple(facts))


def _facts(one: Question, language: str) -> Iterator[Fact]:
    label = say_slip("decided", language)
    if not one.decisions:
        yield Fact(label, say_slip("undecided", language))
    for found in one.decisions:
        yield Fact(label, _found(found, language))
        if found.clause:
            yield Fact(say_slip("clause", language), found.clause)


def _found(one: Found, language: str) -> str:
    worth = (
        say_slip("na", language)
        if one.points is None
        else worth_text(one.points, "", language, na=False)
    )
    reason = REASONS[one.reason].into(language) if one.reason in REASONS else one.reason
    said = ": ".join(part for part in (reason, " ".join(one.text.split())) if part)
    return f"{worth}; {said}" if said else worth
