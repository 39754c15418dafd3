"""The improvement plan as a page: what stands above the rows, the rows, what stands below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from par_index.advice.plan import Order, Plan, PlanRow, RowKind, Shared, rows_in_order
from par_index.model.units import lack_of, reasoned, total_of, units_in
from par_index.nouns import Noun
from par_index.rendering.advice.plan_words import Words
from par_index.rendering.messages.advice_plan import say_plan
from par_index.rendering.report.build import particulars
from par_index.rendering.report.page import Entry, Fact, Page, Section
from par_index.rendering.steps import asked
from par_index.rendering.voice import Voice

__all__ = ["Head", "Lost", "head_of", "lost_rows", "numeral", "page_of", "shared_section"]

_NUMERALS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


class Head(Noun):
    """What stands above the rows, whatever the medium."""

    title: str
    unit: str
    criteria: str
    particulars: tuple[str, ...]
    headline: str
    figures: tuple[str, ...]


class Lost(Noun):
    """Rows that nothing can be done about, under what is known of them."""

    title: str
    line: str
    rows: tuple[PlanRow, ...]


def page_of(plan: Plan, voice: Voice, order: Order, *, with_gone: bool) -> Page:
    """The plan for a terminal: an entry for each row."""
    words = Words(voice)
    head = head_of(plan, voice, with_gone=with_gone)
    return Page(
        head.title,
        head.unit,
        (head.criteria, *head.particulars),
        head.headline,
        head.figures,
        tuple(_sections(plan, words, order, with_gone=with_gone)),
        ("", "", ""),
    )


def head_of(plan: Plan, voice: Voice, *, with_gone: bool) -> Head:
    """Whose plan, by which set, how many rows of each kind and what they may bring."""
    assessment = plan.assessment
    return Head(
        say_plan("title", voice.language),
        assessment.submission.unit.name,
        voice.text(assessment.criteria.title),
        particulars(voice, assessment),
        _headline(plan, voice),
        tuple(_figures(plan, voice, with_gone=with_gone)),
    )


def _headline(plan: Plan, voice: Voice) -> str:
    rows = plan.rows
    if not rows:
        return say_plan("headline_none", voice.language)
    kinds = [
        say_plan(
            f"count_{kind}",
            voice.language,
            count=voice.number(count),
            points=voice.points(plan.gains[kind]),
        )
        for kind in (RowKind.REGAIN, RowKind.REPORT, RowKind.WAIT)
        if (count := sum(row.kind is kind for row in rows))
    ]
    counted = say_plan("rows", voice.language, count=voice.number(len(rows)))
    return say_plan("headline", voice.language, rows=counted, kinds=", ".join(kinds))


def _figures(plan: Plan, voice: Voice, *, with_gone: bool) -> Iterator[str]:
    if plan.rows:
        name = "total" if plan.is_additive else "total_alone"
        yield say_plan(name, voice.language, points=voice.points(plan.total))
    if plan.extras:
        yield say_plan("extras", voice.language, points=voice.points(plan.extras))
    if not with_gone:
        yield from (one.line for one in lost_rows(plan, voice))
    ends = plan.assessment.criteria.ends
    as_of = plan.assessment.submission.as_of
    if plan.rows and as_of > ends:
        yield voice.say("period_over", date=voice.date(ends))
    if plan.rows and as_of == ends:
        yield say_plan("last_day", voice.language, date=voice.date(ends))


def lost_rows(plan: Plan, voice: Voice) -> Iterator[Lost]:
    """What cannot be regained, and what no way back is known of."""
    units = [list(reasoned([unit])) for unit in units_in(plan.assessment.areas)]
    for name, is_unknown in (("gone", False), ("unknown", True)):
        rows = tuple(row for row in plan.gone if row.is_unknown is is_unknown)
        if rows:
            lost = total_of(units, {row.code: row.shortfall.lost for row in rows}, lack_of)
            slots = {"criteria": voice.tally(len(rows)), "points": voice.points(lost)}
            title = say_plan(name, voice.language, **slots)
            yield Lost(title, say_plan(f"{name}_line", voice.language, **slots), rows)


def numeral(number: int) -> str:
    """A number as offices number areas: I, II, III, IV."""
    text = ""
    for value, sign in _NUMERALS:
        text += sign * (number // value)
        number %= value
    return text


def shared_section(plan: Plan, voice: Voice) -> Section | None:
    """Why the rows may not bring together what each of them brings."""
    if plan.is_additive:
        return None
    lead = say_plan("shared_lead" if plan.shared else "nested_lead", voice.language)
    bullets = tuple(_shared(one, voice) for one in plan.shared)
    return Section(say_plan("shared_title", voice.language), lead, bullets)


def _shared(one: Shared, voice: Voice) -> str:
    slots = {
        "measures": voice.list(voice.label(id) for id in one.measures),
        "codes": ", ".join(one.codes),
    }
    if not one.met:
        return say_plan("shared", voice.language, **slots)
    return say_plan("shared_met", voice.language, **slots, met=", ".join(one.met))


def _sections(plan: Plan, words: Words, order: Order, *, with_gone: bool) -> Iterator[Section]:
    number = 0
    voice, width = words.voice, len(str(len(plan.rows) + len(plan.gone)))

    def entries(rows: Sequence[PlanRow]) -> tuple[Entry, ...]:
        nonlocal number
        number += len(rows)
        first = number - len(rows) + 1
        return tuple(
            _entry(words, row, f"{at:>{width}} {row.code}", with_area=order is Order.GAIN)
            for at, row in enumerate(rows, start=first)
        )

    if order is Order.AREA:
        for at, area in enumerate(plan.areas, start=1):
            name = voice.text(area.area.title)
            title = words.say("by_area", number=numeral(at), area=name)
            yield Section(title, entries=entries(area.rows))
    elif plan.rows:
        yield Section(words.say("by_gain"), entries=entries(rows_in_order(plan.rows, order)))
    shared = shared_section(plan, voice)
    if shared is not None:
        yield shared
    if with_gone:
        for lost in lost_rows(plan, voice):
            yield Section(lost.title, entries=entries(rows_in_order(lost.rows, order)), is_gap=True)


def _entry(words: Words, row: PlanRow, code: str, *, with_area: bool) -> Entry:
    if row.kind is RowKind.GONE:
        points = words.say("points_lost", points=words.voice.points(row.shortfall.lost))
    else:
        points = words.voice.points(row.gain.certain, row.gain.possible)
    return Entry(code, words.task(row), points, tuple(_facts(words, row, with_area=with_area)))


def _facts(words: Words, row: PlanRow, *, with_area: bool) -> Iterator[Fact]:
    voice = words.voice
    if with_area:
        yield Fact(words.say("fact_area"), voice.text(row.area.title))
    if now := words.now(row):
        yield Fact(voice.say("now"), now)
    yield Fact(words.say("fact_required"), words.required(row))
    if row.kind is RowKind.GONE:
        yield Fact(voice.say("way_back"), words.why_gone(row))
        return
    if row.ask:
        yield Fact(voice.say("report"), asked(voice, row.ask, _question(words, row)))
    lead, support, due = words.text(row.lead), words.text(row.support), words.due(row)
    who = [
        voice.say(name, **{name: text})
        for name, text in (("lead", lead), ("support", support), ("due", due))
        if text
    ]
    if lead or support:
        yield Fact(voice.say("who"), voice.list(who))
    elif due:
        yield Fact(words.say("fact_due"), due)


def _question(words: Words, row: PlanRow) -> str:
    """What the row says already, so that it need not be asked in the same words."""
    required = words.required(row)
    labels = [words.voice.label(id) for id in row.ask]
    return required if labels == [required] else words.voice.text(row.title)
