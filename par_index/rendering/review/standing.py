"""How an appraisal stands: its state, what is owed by whom, what was decided, who takes part."""

from __future__ import annotations

from collections.abc import Iterator

from par_index.model.criteria import CriteriaSet
from par_index.rendering.messages.codes import CODES
from par_index.rendering.messages.review_log import say_log
from par_index.rendering.messages.review_words import OWED, PHASES, REASONS, ROLES
from par_index.rendering.numbers import number, show_date
from par_index.rendering.report.page import Entry, Fact, Page, Section
from par_index.rendering.review.acts import worth_text
from par_index.rendering.voice import Voice
from par_index.review.log.nouns import Basis
from par_index.review.log.state import Choice, Debt, Owed, State

__all__ = ["particulars", "standing_page", "standing_sections"]

_SHORT = 12


def standing_page(state: State, criteria: CriteriaSet, language: str) -> Page:
    """`review show`: everything that somebody needs who goes on with it."""

    def say(what: str, /, **slots: str) -> str:
        return say_log(what, language, **slots)

    count = len(state.debts)
    headline = say("phase", phase=_phase(state, language), round=str(state.round))
    sections = [
        *standing_sections(state, criteria, language, with_points=True),
        Section(say("decided_section"), entries=tuple(_decided(state, criteria, language))),
        Section(
            say("people_section"),
            bullets=tuple(
                say("person", id=one.id, name=one.name, role=ROLES[one.role.value].into(language))
                for one in state.people.values()
            ),
        ),
    ]
    return Page(
        title=state.unit.name,
        subtitle=criteria.title.into(language),
        particulars=particulars(state, language),
        headline=headline,
        figures=(
            *_due(state, language),
            say("left", count=number(count, language)) if count else say("left_none"),
            say("package", package=state.package[:_SHORT]),
            say("no_proof"),
        ),
        sections=tuple(one for one in sections if not one.is_empty),
        columns=(say("column_code"), say("column_criterion"), say("column_points")),
    )


def particulars(state: State, language: str) -> tuple[str, ...]:
    """Whose, by which set, and the head, which has to be noted outside the log."""
    unit = state.unit
    return (
        say_log("unit", language, id=unit.id, year=str(state.year)),
        say_log("set", language, id=state.set.id),
        say_log("head", language, head=state.head.short),
    )


def standing_sections(
    state: State, criteria: CriteriaSet, language: str, *, with_points: bool = False
) -> Iterator[Section]:
    """What is owed, and what waits for others; with the points that are known, for who decides."""
    voice = Voice(language, criteria)
    owed = tuple(
        Entry(
            one.code,
            _title(voice, one.code),
            _owed(one, language),
            (_points(state.leaves[one.code].basis, voice),) if with_points else (),
        )
        for one in state.debts
    )
    columns = ("column_code", "column_criterion", "column_owed")
    first, second, third = (say_log(name, language) for name in columns)
    yield Section(
        say_log("owed_section", language),
        entries=owed,
        is_gap=bool(owed),
        columns=(first, second, third),
    )
    yield Section(
        say_log("pending_section", language),
        entries=tuple(
            Entry(
                code,
                _title(voice, code),
                voice.points(leaf.basis.low, leaf.basis.high),
                facts=(),
                places=(CODES["who"][leaf.basis.giver.value].into(language),),
            )
            for code, leaf in state.leaves.items()
            if leaf.basis.is_locked and leaf.basis.giver is not None
        ),
    )
    yield Section(
        say_log("unasked_section", language),
        bullets=tuple(f"{code} {_title(voice, code)}" for code in state.unasked),
    )


def _points(basis: Basis, voice: Voice) -> Fact:
    """What was claimed, computed and supported; an interval where something is open."""
    computed = voice.span(basis.low, basis.high)
    if basis.is_na:
        computed = say_log("na", voice.language)
    told = say_log(
        "points_told",
        voice.language,
        claimed="–" if basis.claimed is None else voice.amount(basis.claimed),
        computed=computed,
        supported=voice.amount(basis.supported),
        maximum=voice.amount(basis.maximum),
    )
    return Fact(say_log("points_known", voice.language), told)


def _decided(state: State, criteria: CriteriaSet, language: str) -> Iterator[Entry]:
    voice = Voice(language, criteria)
    for code, leaf in state.leaves.items():
        if leaf.lines:
            yield Entry(
                code,
                _title(voice, code),
                facts=tuple(_opinion(one, language) for one in leaf.lines),
            )


def _opinion(one: Choice, language: str) -> Fact:
    worth = worth_text(one.points, one.ground, language, na=one.na)
    text = say_log("decided_by", language, worth=worth, who=one.who, seq=str(one.seq))
    if one.reason is not None:
        text += f"; {REASONS[one.reason.value].into(language)}"
    if one.text:
        text += f": {' '.join(one.text.split())}"
    return Fact(ROLES[one.role.value].into(language), text)


def _owed(debt: Debt, language: str) -> str:
    owed = OWED[debt.owed.value].into(language)
    who = ", ".join(debt.who)
    name = {
        Owed.UNCONFIRMED: "owed_confirm",
        Owed.CONFLICT: "owed_settle",
    }.get(debt.owed, "owed_by_any")
    return say_log(name, language, owed=owed, who=who, seq=str(debt.seq))


def _due(state: State, language: str) -> Iterator[str]:
    back = state.returns[-1] if state.returns else None
    if back is not None and not back.answered:
        yield say_log("due", language, day=show_date(back.due, language))


def _phase(state: State, language: str) -> str:
    return PHASES[state.phase.value].into(language)


def _title(voice: Voice, code: str) -> str:
    criterion = voice.criteria.by_code.get(code)
    return "" if criterion is None else voice.text(criterion.title)
