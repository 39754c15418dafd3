"""What a slip asks: read again on the unit's side, from the file that the office sent."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from par_index.model.text import Text
from par_index.nouns import Noun
from par_index.problems import InvalidInput, Problems
from par_index.review.packages.places import place_in
from par_index.review.packages.receipts import read_document
from par_index.review.packages.slips import read_slip

__all__ = ["Asked", "Found", "Question", "read_asked"]


class Found(Noun):
    """One decision that the unit is told of; no points where the criterion does not apply."""

    points: Fraction | None
    reason: str
    text: str
    clause: str


class Question(Noun):
    """One criterion that is asked about, with what stands in its places."""

    code: str
    title: Text
    claimed: Fraction | None
    supported: Fraction
    decisions: tuple[Found, ...]


class Asked(Noun):
    """The whole slip. ``head`` is the log's when it was sent back: the answer carries it."""

    unit: str
    year: int
    set: str
    package: str
    head: str
    round: int
    due: datetime.date
    text: str
    questions: tuple[Question, ...]


def read_asked(data: bytes, name: str) -> Asked:
    """A slip as it was sent; raises `InvalidInput` (E621) for anything else."""
    problems = Problems()
    slip = read_slip(data, name, problems)
    if slip is not None:
        try:
            return _asked(read_document(data) or {})
        except (AttributeError, KeyError, TypeError, ValueError, ZeroDivisionError):
            problems.add("E621", place_in(name), found=name)
    raise InvalidInput(problems.in_order())


def _asked(document: Mapping[str, Any]) -> Asked:
    questions = tuple(map(_question, document["criteria"]))
    if not questions:
        raise ValueError(questions)
    return Asked(
        _text(document["unit"]["name"]),
        _whole(document["year"]),
        _text(document["set"]["id"]),
        _text(document["package"]),
        _text(document["pack_head"]),
        _whole(document["round"]),
        datetime.date.fromisoformat(document["due"]),
        _text(document["text"]),
        questions,
    )


def _question(one: Mapping[str, Any]) -> Question:
    title = one["title"]
    english = title["en"]
    return Question(
        _text(one["code"]),
        Text(_text(title["vi"]), "" if english is None else _text(english)),
        None if one["claimed"] is None else _points(one["claimed"]),
        _points(one["supported"]),
        tuple(map(_found, one["decisions"])),
    )


def _found(one: Mapping[str, Any]) -> Found:
    return Found(
        None if one["points"] is None else _points(one["points"]),
        "" if one["reason"] is None else _text(one["reason"]),
        _text(one["text"]),
        _text(one["clause"]),
    )


def _points(value: object) -> Fraction:
    return Fraction(_text(value))


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(value)
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
