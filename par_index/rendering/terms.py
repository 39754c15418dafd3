"""Terms of arithmetic: as a person writes them, and what a calculator says to them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from par_index.model.reasons import Percent, Term
from par_index.rendering.voice import Voice

__all__ = [
    "MONTHS",
    "TIE",
    "is_difference",
    "is_share",
    "replaced",
    "shows_a_figure",
    "worked_out",
    "written",
]

TIE = "\u00a0"
"""A space at which no line breaks."""

MONTHS = "months"
_OPERATORS = {"+": f"{TIE}+ ", "-": f"{TIE}− ", "*": f"{TIE}×{TIE}"}


def written(voice: Voice, terms: Sequence[Term]) -> str:
    """The terms in reading order: ``3 − 2 × 0,4``; brackets around a single one are left out."""
    terms = _unwrapped(terms)
    is_alone = len(terms) == 1
    return "".join(
        _word(voice, term, after, is_first=number == 0, is_alone=is_alone)
        for number, (term, after) in enumerate(pairwise((*terms, "")))
    )


def _unwrapped(terms: Sequence[Term]) -> list[Term]:
    plain: list[Term] = []
    for term in terms:
        if term == ")" and len(plain) > 1 and plain[-2] == "(":
            del plain[-2]
        else:
            plain.append(term)
    return plain


def _word(voice: Voice, term: Term, after: Term, *, is_first: bool, is_alone: bool) -> str:
    """A term by itself, or with the months that it counts."""
    match term:
        case Fraction() if after == MONTHS:
            return voice.say("months", count=voice.number(term))
        case Fraction():
            text = voice.number(term)
            # A fraction or a negative number would run into the sign beside it.
            is_bare = is_alone or not ("/" in text or (term < 0 and not is_first))
            return text if is_bare else f"({text})"
        case Percent(value):
            return voice.percent(value)
        case datetime.date():
            return voice.date(term)
        case str() if term == MONTHS:
            return ""
        case _:
            return _OPERATORS.get(term, term)


def shows_a_figure(terms: Sequence[Term]) -> bool:
    """Whether a value stands among the terms; the months of a due date are none."""
    followed = pairwise((*terms, ""))
    return any(isinstance(term, Fraction | Percent) and after != MONTHS for term, after in followed)


def is_difference(terms: Sequence[Term]) -> bool:
    """Whether the whole is one thing less another."""
    return "-" in _outermost(terms)


def is_share(terms: Sequence[Term]) -> bool:
    """Whether the whole is a quotient, or a percentage."""
    return "/" in _outermost(terms) or any(isinstance(term, Percent) for term in terms)


def _outermost(terms: Sequence[Term]) -> Iterator[Term]:
    """What stands in no bracket."""
    depth = 0
    for term in terms:
        depth += (term == "(") - (term == ")")
        if depth == 0:
            yield term


def replaced(terms: Sequence[Term], part: Sequence[Term], by: Term) -> tuple[Term, ...]:
    """The terms with a part of them worked out, and the bracket around it gone."""
    for wanted in (("(", *part, ")"), tuple(part)):
        for start in range(len(terms) - len(wanted) + 1):
            if tuple(terms[start : start + len(wanted)]) == wanted:
                return (*terms[:start], by, *terms[start + len(wanted) :])
    return tuple(terms)


def worked_out(terms: Sequence[Term]) -> Fraction | None:
    """What the formula comes to; None where a term is no number, or there is none."""
    if not terms:
        return None
    try:
        return _Calculator(terms).result()
    except (ValueError, ZeroDivisionError):
        return None


class _Calculator:
    """Products before sums, brackets first, everything exact."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._left = list(terms)

    def result(self) -> Fraction:
        value = self._sum()
        if self._left:
            raise ValueError(self._left[0])
        return value

    def _sum(self) -> Fraction:
        value = self._product()
        while (sign := self._take("+", "-")) is not None:
            other = self._product()
            value += other if sign == "+" else -other
        return value

    def _product(self) -> Fraction:
        value = self._factor()
        while (sign := self._take("*", "/")) is not None:
            other = self._factor()
            value = value * other if sign == "*" else value / other
        return value

    def _factor(self) -> Fraction:
        if self._take("(") is not None:
            value = self._sum()
            if self._take(")") is None:
                raise ValueError("(")
            return value
        match self._left.pop(0) if self._left else None:
            case Fraction() as number:
                return number
            case Percent(value):
                return value
            case other:
                raise ValueError(other)

    def _take(self, *signs: str) -> str | None:
        if self._left and self._left[0] in signs:
            return str(self._left.pop(0))
        return None
