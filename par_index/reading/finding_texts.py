"""The sentences of a rule: what stands in their slots is known wherever the rule fires."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from par_index.model.findings import Compare, Pattern
from par_index.nouns import Noun
from par_index.problems import Problems, Span
from par_index.reading.nearest import nearest
from par_index.reading.written import Form, TextForm, WordsForm, value_span

__all__ = ["Slots", "check_plain", "check_say"]

_BRACED: Final = re.compile(r"\{([^{}]*)\}|[{}]")
_NUMBERED: Final = re.compile(r"([1-9])\.(.+)")


class Slots(Noun):
    """The patterns of a rule, each with the names of the fields of its kind."""

    patterns: Sequence[tuple[Pattern, Sequence[str]]]

    def names(self) -> list[str]:
        """Every name that stands for one value."""
        plain = dict.fromkeys(name for _, fields in self.patterns for name in fields)
        numbered = (
            f"{number}.{name}"
            for number, (_, fields) in enumerate(self.patterns, start=1)
            for name in fields
        )
        return [*(name for name in plain if not self.is_ambiguous(name)), *numbered]

    def is_ambiguous(self, name: str) -> bool:
        """Whether several facts have the field and nothing says that it is the same in all."""
        having = [pattern for pattern, fields in self.patterns if name in fields]
        settled = {_settled(pattern, name) for pattern in having}
        return len(having) > 1 and (len(settled) > 1 or None in settled)

    def has(self, slot: str) -> bool:
        numbered = _NUMBERED.fullmatch(slot)
        if numbered is None:
            return any(slot in fields for _, fields in self.patterns)
        number, name = int(numbered[1]), numbered[2]
        return number <= len(self.patterns) and name in self.patterns[number - 1][1]


def check_say(form: Form, key: str, text: TextForm, slots: Slots, problems: Problems) -> None:
    """Every slot is a field of one of the facts matched, and of one alone."""
    for span, written in _written(form, key, text).values():
        for match in _BRACED.finditer(written):
            name = match[1] or ""
            if not slots.has(name):
                near = nearest(name, slots.names())
                problems.add("E357", span, found=match[0], near=near and f"{{{near}}}")
            elif slots.is_ambiguous(name):
                numbers = [
                    f"{{{number}.{name}}}"
                    for number, (_, fields) in enumerate(slots.patterns, start=1)
                    if name in fields
                ]
                problems.add("E358", span, found=match[0], expected=", ".join(numbers))


def check_plain(form: Form, key: str, text: TextForm, problems: Problems) -> None:
    """A text that stands for all places of a finding, so it has no slots."""
    for span, written in _written(form, key, text).values():
        if match := _BRACED.search(written):
            problems.add("E359", span, found=match[0], key=key)


def _written(form: Form, key: str, text: TextForm) -> Mapping[str, tuple[Span, str]]:
    """What is written, and where, by language."""
    if isinstance(text, WordsForm):
        both = {"vi": text.vi, "en": text.en or ""}
        return {key: (value_span(text, key), one) for key, one in both.items() if one}
    return {"vi": (value_span(form, key), text)}


def _settled(pattern: Pattern, name: str) -> object:
    """The one value, or variable, that the field of a fact must have; None where it is open."""
    for test in pattern.tests:
        if test.field == name and test.compare is Compare.IS and len(test.values) == 1:
            return test.values[0]
    return None
