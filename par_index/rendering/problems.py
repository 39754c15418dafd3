"""Problems for people: the sentence, the place, the user's own lines, and one act that mends it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from par_index.problems import Owner, Problem
from par_index.rendering.columns import visible
from par_index.rendering.excerpts import excerpts
from par_index.rendering.ink import Ink, paint
from par_index.rendering.messages.catalogue import sentence
from par_index.rendering.messages.report import say
from par_index.rendering.numbers import number

__all__ = ["render_problems", "severity_of"]

_WITHOUT_LINES = (Owner.SYSTEM, Owner.PACKAGE)
"""Whose problems are about files as a whole."""

_INKS = {"error": Ink.RED, "warning": Ink.YELLOW, "note": Ink.BLUE}


def severity_of(problem: Problem) -> str:
    """error, warning or note, by the letter of the code."""
    return {"E": "error", "W": "warning", "N": "note"}[problem.code[0]]


def render_problems(problems: Sequence[Problem], *, language: str, color: bool) -> str:
    """All problems in the order given, a blank line between, and how many there are of each."""
    if not problems:
        return ""
    blocks = ["\n".join(_block(one, language, color=color)) for one in problems]
    return "\n\n".join([*blocks, _tally(problems, language)]) + "\n"


def _block(problem: Problem, language: str, *, color: bool) -> Iterator[str]:
    words = sentence(problem, language)
    severity = severity_of(problem)
    head = f"{say(severity, language)}[{problem.code}]"
    yield f"{paint(head, _INKS[severity], color=color)} {visible(words.title)}"
    remark, hint = visible(words.remark), visible(words.hint)
    gutter = 2
    if problem.owner in _WITHOUT_LINES:
        yield f"  --> {visible(problem.span.source.name)}"
    else:
        groups = excerpts((problem.span, *problem.also))
        gutter = max(gutter, *(group.gutter for group in groups))
        for group in groups:
            yield f"  --> {visible(str(group.places[0]))}"
            if group.can_be_shown:
                is_first = group is groups[0]
                yield from group.lines(remark if is_first else "", gutter)
                remark = "" if is_first else remark
    if remark:
        yield f"{' ' * gutter} = {remark}"
    if hint:
        yield f"{' ' * gutter} = {say('hint', language)}: {hint}"


def _tally(problems: Sequence[Problem], language: str) -> str:
    """How many of each severity, and in whose text."""
    parts = []
    for severity in _INKS:
        found = [one for one in problems if severity_of(one) == severity]
        if not found:
            continue
        owners = Counter(one.owner for one in found)
        where = [
            (number(owners[owner], language), say(f"in_{owner}", language))
            for owner in Owner
            if owners[owner]
        ]
        counted = say(f"{severity}_count", language, count=number(len(found), language))
        places = ", ".join(f"{count} {place}" for count, place in where)
        whose = where[0][1] if len(where) == 1 else f"({places})"
        parts.append(f"{counted} {whose}")
    return "; ".join(parts)
