"""Lowering grades: a ladder from the best rung down, the last for everybody else."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from par_index.exact import Literal, parse_literal
from par_index.model.criteria import Grade, Quota
from par_index.problems import Problems, Span
from par_index.reading.conditions import ConditionReader
from par_index.reading.definition import GradeForm, QuotaForm
from par_index.reading.measures import text_of
from par_index.reading.points import check_range
from par_index.reading.written import value_span

__all__ = ["lower_grades"]

_ZERO, _ALL = Fraction(0), Fraction(1)


def lower_grades(
    forms: Sequence[GradeForm],
    conditions: ConditionReader,
    problems: Problems,
    *,
    most: Fraction | None,
) -> tuple[Grade, ...]:
    """The rungs, best first. ``most`` are the points a unit can reach, None for no bound."""
    ids = [form.id for form in forms]
    for number, form in enumerate(forms):
        span = value_span(form, "id")
        if form.id in ids[:number]:
            problems.add("E311", span, found=form.id)
        is_last = number == len(forms) - 1
        if (form.otherwise is not None) != is_last:
            problems.add("E347", span, found=form.id)
        for key in ("at_least", "if", "quota"):
            if form.otherwise is not None and key in form.at:
                problems.add("E334", form.at.key_span(key), found=key, expected="otherwise")
        if not is_last and form.otherwise is None and form.at_least is None and form.if_ is None:
            problems.add("E302", form.at.span, key="at_least")
    _check_order(forms, problems)
    return tuple(
        _grade(form, ids, number, conditions, most, problems) for number, form in enumerate(forms)
    )


def _grade(
    form: GradeForm,
    ids: list[str],
    number: int,
    conditions: ConditionReader,
    most: Fraction | None,
    problems: Problems,
) -> Grade:
    literal = None if form.at_least is None else parse_literal(form.at_least)
    if literal is not None:
        bound = _ALL if literal.percent and most is not None else most
        check_range(form, "at_least", literal, problems, most=bound, percent=literal.percent)
    return Grade(
        id=form.id,
        title=text_of(form.title),
        span=value_span(form, "id"),
        at_least=None if literal is None else literal.value,
        of_index=literal is not None and literal.percent,
        condition=(None if form.if_ is None else conditions.read_settled(form, "if", form.if_)),
        quota=None if form.quota is None else _quota(form.quota, ids, number, problems),
    )


def _check_order(forms: Sequence[GradeForm], problems: Problems) -> None:
    """Shares of the index descend among themselves, and so do points."""
    before: dict[bool, tuple[Literal, Span]] = {}
    for form in forms:
        literal = None if form.at_least is None else parse_literal(form.at_least)
        if literal is None:
            continue
        span = value_span(form, "at_least")
        if literal.percent in before:
            above, place = before[literal.percent]
            if literal.value >= above.value:
                problems.add("E348", span, place, found=literal.text, above=above.text)
        before[literal.percent] = (literal, span)


def _quota(form: QuotaForm, ids: list[str], number: int, problems: Problems) -> Quota | None:
    literal = parse_literal(form.at_most)
    assert literal is not None, "the form has checked it"
    if not literal.percent:
        span = value_span(form, "at_most")
        problems.add("E304", span, found=form.at_most, expected="20%")
        return None
    check_range(form, "at_most", literal, problems, above=_ZERO, most=_ALL, percent=True)
    lower = ids[number + 1 :]
    _check_known(form, "else", [form.else_], lower, problems)
    among = tuple(form.of) if isinstance(form.of, list) else ()
    _check_known(form, "of", among, ids, problems)
    return Quota(
        literal.value,
        form.else_,
        among,
        round_up=form.round == "up",
        keep_ties=form.ties == "keep",
    )


def _check_known(
    form: QuotaForm, key: str, named: Sequence[str], known: list[str], problems: Problems
) -> None:
    """Grades that a quota names exist, each once; those it hands on to stand below it."""
    span = value_span(form, key)
    for number, id in enumerate(named):
        if id not in known:
            problems.add("E349", span, found=id, expected=", ".join(known))
        if id in named[:number]:
            problems.add("E311", span, found=id)
