"""A cheapest path as a page: what can be said, the steps, what to report, what is in the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from par_index.advice.path.path import Path, Point, Verdict
from par_index.advice.path.steps import Step
from par_index.model.accounts import Outcome
from par_index.model.units import lack_of, reasoned
from par_index.rendering.advice.path_words import Words, telling
from par_index.rendering.reasons import reason_lines
from par_index.rendering.report.build import particulars
from par_index.rendering.report.page import Entry, Fact, Grid, Page, Section
from par_index.rendering.steps import asked, named
from par_index.rendering.voice import Voice

__all__ = ["page_of", "shortened"]

_POINTS = 12
"""Points of a curve that are shown; a document in JSON has all."""
_LEFT = 8
"""Criteria that are named where nothing leads to the goal, most points first."""
_FIRST = 10
"""Steps that are shown of a way that does not lead to the goal; tables and JSON have all."""


def page_of(path: Path, voice: Voice) -> Page:
    """Sections without content are left out."""
    words = Words(path, voice)
    before = path.before
    return Page(
        before.submission.unit.name,
        voice.text(before.criteria.title),
        particulars(voice, before),
        words.headline(),
        tuple(words.figures()),
        tuple(one for one in _sections(words) if not one.is_empty),
        (voice.say("column_code"), voice.say("column_criterion"), voice.say("column_points")),
    )


def _sections(words: Words) -> Iterator[Section]:
    path, voice = words.path, words.voice
    width = len(str(len(path.steps)))
    entries = tuple(
        _entry(words, step, f"{number:>{width}}") for number, step in enumerate(path.steps, 1)
    )
    lead = ""
    if path.verdict in (Verdict.NONE, Verdict.UNKNOWN, Verdict.BEYOND):
        title = words.say(
            "section_most",
            total=voice.points(path.after.shown.low),
            effort=words.effort(path.effort),
        )
        if path.verdict is not Verdict.BEYOND:
            yield _in_the_way(words)
            if len(entries) > _FIRST:
                shown, count = voice.number(_FIRST), voice.number(len(entries))
                lead = words.say("first_steps", shown=shown, count=count)
                entries = entries[:_FIRST]
    else:
        title = words.say("section_steps", count=voice.number(len(entries)))
    yield Section(title, lead, entries=entries)
    yield from _to_report(words)
    if path.curve:
        name = "section_curve" if path.is_whole else "section_curve_found"
        yield Section(words.say(name), grid=_grid(words, path.curve))


def _entry(words: Words, step: Step, number: str) -> Entry:
    single = step.codes[0] if len(step.codes) == 1 and step.codes[0] else ""
    if single:
        title = f"{single} {words.title(single)}"
    else:
        title = words.say("joint", codes=", ".join(filter(None, step.codes)))
    return Entry(number, title, words.points(step), tuple(_facts(words, step, single)))


def _facts(words: Words, step: Step, single: str) -> Iterator[Fact]:
    voice = words.voice
    for move in step.moves:
        text = words.move(move)
        text = text if single else words.say("change", code=move.code, change=text)
        yield Fact(words.say("need"), text)
    gains, loses = words.gained(step, losing=False), words.gained(step, losing=True)
    if gains and (loses or [one.code for one in telling(step)] != [single]):
        yield Fact(words.say("gains"), gains)
    if loses:
        yield Fact(words.say("loses"), loses)
    told: set[tuple[str, str]] = set()
    for code in filter(None, step.codes):
        remedy = words.remedy(code)
        task = voice.text(remedy.text) if remedy.text else ""
        who = [
            voice.say(name, **{name: text})
            for name, text in (
                ("lead", voice.text(remedy.lead) if remedy.lead else ""),
                ("support", voice.text(remedy.support) if remedy.support else ""),
                ("due", words.due(remedy)),
            )
            if text
        ]
        if (task, voice.list(who)) in told:
            continue
        told.add((task, voice.list(who)))
        mark = "" if single else f"{code}: "
        if task:
            yield Fact(words.say("task"), f"{mark}{task}")
        if who:
            yield Fact(voice.say("who"), f"{mark}{voice.list(who)}")


def _to_report(words: Words) -> Iterator[Section]:
    """What is not reported counts for nothing so far; some of it has to be before it can move."""
    path, voice = words.path, words.voice
    missing = [one for one in path.after.leaves() if one.outcome is Outcome.MISSING]
    points = sum((one.high - one.low for one in missing), start=Fraction(0))
    shortfalls = {one.code: one for one in path.after.shortfalls}
    bullets = []
    told: set[str] = set()
    for leaf in sorted(missing, key=lambda one: one.low - one.high):
        shortfall = shortfalls.get(leaf.code)
        ask = tuple(shortfall.ask) if shortfall else ()
        told.update(ask)
        title = voice.text(leaf.criterion.title)
        what = asked(voice, ask, title) if ask else title
        gain = voice.points(leaf.high - leaf.low)
        bullets.append(f"{leaf.code}: {what} ({gain})")
    yield Section(words.say("section_ask", points=voice.points(points)), bullets=tuple(bullets))
    left = [named(voice, id) for id in path.ask if id not in told]
    yield Section(words.say("section_asked"), bullets=tuple(left))


def _in_the_way(words: Words) -> Section:
    """What lacks points although all is done, most points first; a grade's failing conditions."""
    path, voice = words.path, words.voice
    shortfalls = {one.code: one for one in path.after.shortfalls}
    lacking = [
        (lack_of(one), one)
        for area in path.after.areas
        for one in reasoned([area])
        if not one.components and lack_of(one) > 0
    ]
    lacking.sort(key=lambda one: -one[0])
    grade = path.target.grade
    bullets = [
        words.say("condition", grade=voice.text(grade.title), what=what)
        for what in reason_lines(voice, path.unmet, (), is_alone=False)
        if grade is not None
    ]
    for lack, one in lacking[:_LEFT]:
        shortfall = shortfalls.get(one.code)
        why = ""
        if one.outcome in (Outcome.MISSING, Outcome.PENDING):
            why = voice.say(one.outcome)
        elif shortfall is not None and shortfall.deadlock is not None:
            why = voice.say(f"stuck_{shortfall.deadlock}")
        bullets.append(
            words.say(
                "left_why" if why else "left",
                code=one.code,
                title=voice.text(one.criterion.title),
                points=voice.points(lack),
                why=why,
            )
        )
    total = sum((lack for lack, _ in lacking), start=Fraction(0))
    title = words.say(
        "section_lost", criteria=voice.tally(len(lacking)), points=voice.points(total)
    )
    return Section(title, bullets=tuple(bullets), is_gap=True)


def shortened(points: Sequence[Point]) -> list[Point]:
    """So many of a curve, evenly by total, both ends among them."""
    if len(points) <= _POINTS:
        return list(points)
    first, last = points[0].total, points[-1].total
    found: list[Point] = []
    for number in range(_POINTS):
        bar = first + (last - first) * number / (_POINTS - 1)
        point = next(one for one in points if one.total >= bar)
        if point not in found:
            found.append(point)
    return found


def _grid(words: Words, curve: Sequence[Point]) -> Grid:
    voice = words.voice
    header = (words.say("column_effort"), words.say("column_total"), words.say("column_gain"))
    rows = [
        (
            voice.number(one.effort),
            voice.amount(one.total),
            voice.change(one.total - curve[0].total),
        )
        for one in shortened(curve)
    ]
    return Grid(header, tuple(rows[:-1]), rows[-1])
