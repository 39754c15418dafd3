"""The catalogue: every code with its sentence, and sentences with their slots filled."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from fractions import Fraction
from string import Formatter

from par_index.model.reasons import Percent
from par_index.model.text import Text
from par_index.problems import Problem
from par_index.rendering.messages import (
    criteria,
    evidence,
    package,
    reading,
    review_problems,
    review_refusals,
    submission,
    system,
    testing,
)
from par_index.rendering.messages.codes import CODES
from par_index.rendering.messages.wording import Wording, Words, of_number
from par_index.rendering.numbers import number, show_date, show_percent

__all__ = ["CATALOGUE", "sentence", "slots_of"]


def _collected(*families: Mapping[str, Wording]) -> dict[str, Wording]:
    whole: dict[str, Wording] = {}
    for family in families:
        assert not whole.keys() & family.keys(), "a code has one sentence"
        whole |= family
    return dict(sorted(whole.items()))


CATALOGUE: dict[str, Wording] = _collected(
    reading.WORDINGS,
    submission.WORDINGS,
    evidence.WORDINGS,
    criteria.WORDINGS,
    package.WORDINGS,
    testing.WORDINGS,
    review_problems.WORDINGS,
    review_refusals.WORDINGS,
    system.WORDINGS,
)


def sentence(problem: Problem, language: str) -> Words:
    """What one language says of a problem. A slot without a parameter is a bug, and raises.

    A remark or hint about nothing is left out: no nearest word, no “did you mean”.
    """
    wording = CATALOGUE[problem.code]
    title, *others = wording.en if language == "en" else wording.vi
    writer = _Writer(language)
    empty = {name for name, value in problem.params.items() if value in ("", (), None)}
    filled = (
        "" if slots_of(text) & empty else writer.vformat(text, (), problem.params)
        for text in others
    )
    return Words(writer.vformat(title, (), problem.params), *filled)


def slots_of(text: str) -> set[str]:
    """The names of the slots in a wording."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


class _Writer(Formatter):
    """Fills slots with values as one language writes them."""

    def __init__(self, language: str) -> None:
        self.language = language

    def format_field(self, value: object, format_spec: str) -> str:
        """``{share:%}`` is a percentage, ``{by:who}`` a code that the language has words for."""
        if "|" in format_spec:
            return of_number(self._written(value), format_spec)
        if format_spec == "%":
            assert isinstance(value, Fraction)
            return show_percent(value, self.language).text
        if format_spec and isinstance(value, tuple):
            return ", ".join(self.format_field(one, format_spec) for one in value)
        if format_spec:
            words = CODES[format_spec].get(str(value))
            return words.into(self.language) if words else str(value)
        return self._written(value)

    def _written(self, value: object) -> str:
        match value:
            case bool():
                return CODES["answer"]["yes" if value else "no"].into(self.language)
            case Percent():
                return show_percent(value.value, self.language).text
            case int() | Fraction():
                return number(value, self.language)
            case datetime.date():
                return show_date(value, self.language)
            case Text():
                return value.into(self.language)
            case tuple() | list():
                return ", ".join(self._written(one) for one in value)
            case _:
                return str(value)
