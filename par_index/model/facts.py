"""Facts: what a scored submission is known to be, flat and closed, for rules to match.

A fact is a kind with fields that are always there: whole numbers and short texts, nothing nested,
nothing absent. Every relation that needs arithmetic is a field already; rules only compare.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from par_index.nouns import Noun

__all__ = ["FACTS", "Fact", "Field", "Shape", "Value"]

Value = int | str


class Shape(StrEnum):
    """What stands in a field.

    The first five name a subject. ``WHOLE`` is a whole number, the only shape that can be above or
    below another; thousandths of points are rounded away from zero, so that 0 means none. ``WORD``
    is one of a closed list. ``FIGURE`` and ``SHARE`` are exact numbers as text (``43/25``), to be
    shown and compared for equality; a share is shown in percent. ``TEXT`` is as the unit typed it.
    """

    CODE = "code"
    MEASURE = "measure"
    DOCUMENT = "document"
    CHECK = "check"
    RULE = "rule"
    WHOLE = "whole"
    WORD = "word"
    FIGURE = "figure"
    SHARE = "share"
    TEXT = "text"

    @property
    def is_subject(self) -> bool:
        return self in _SUBJECTS


_SUBJECTS = frozenset({Shape.CODE, Shape.MEASURE, Shape.DOCUMENT, Shape.CHECK})


class Field(Noun):
    """The shape of a field, and the words it may hold."""

    shape: Shape
    words: tuple[str, ...] = ()


class Fact(Noun):
    """One fact; ``fields`` by name, sorted, every field of its kind once."""

    kind: str
    fields: tuple[tuple[str, Value], ...]

    @classmethod
    def of(cls, kind: str, /, **fields: Value) -> Fact:
        return cls(kind, tuple(sorted(fields.items())))

    def __getitem__(self, name: str) -> Value:
        return dict(self.fields)[name]


def _words(*words: str) -> Field:
    return Field(Shape.WORD, words)


_YES_NO = _words("yes", "no")
_COUNTS = _words("yes", "capped", "no")
_CODE, _MEASURE, _DOCUMENT = Field(Shape.CODE), Field(Shape.MEASURE), Field(Shape.DOCUMENT)
_CHECK, _RULE = Field(Shape.CHECK), Field(Shape.RULE)
_WHOLE, _FIGURE, _SHARE, _TEXT = (
    Field(Shape.WHOLE),
    Field(Shape.FIGURE),
    Field(Shape.SHARE),
    Field(Shape.TEXT),
)

FACTS: Final[Mapping[str, Mapping[str, Field]]] = MappingProxyType(
    {
        # Every criterion at any depth: what it came to, and whether its points count: not all of
        # them below a parent at its cap, none below one whose precondition fails or whose points
        # stay below its minimum.
        "score": {
            "code": _CODE,
            "level": _words("leaf", "parent", "area"),
            "state": _words("scored", "missing", "pending", "not_applicable"),
            "full": _YES_NO,
            "counts": _COUNTS,
            "basis": _words("counted", "stated", "declared", "none"),
            "milli": _WHOLE,
            "lost_milli": _WHOLE,
            "points": _FIGURE,
            "max": _FIGURE,
        },
        # The unit's own points against what its data can give, wherever it claims some.
        "claim": {
            "code": _CODE,
            "state": _words("above", "below", "equal", "open"),
            "counts": _COUNTS,
            "claimed": _FIGURE,
            "low": _FIGURE,
            "high": _FIGURE,
            "gap": _FIGURE,
            "gap_milli": _WHOLE,
        },
        # Every leaf: how many kinds of evidence it requires, how many of them are not there, how
        # many documents its answer cites.
        "evidence": {
            "code": _CODE,
            "counts": _COUNTS,
            "required": _WHOLE,
            "lacking": _WHOLE,
            "cited": _WHOLE,
        },
        # A criterion whose answer explains something.
        "explained": {"code": _CODE},
        # A criterion with a precondition; what it costs where it fails, with what is certain.
        "gate": {
            "code": _CODE,
            "counts": _COUNTS,
            "state": _words("passed", "failed", "open"),
            "cost": _FIGURE,
            "cost_milli": _WHOLE,
        },
        # A criterion that is out, or has its points for being excused, with an amount of this year
        # that it reads, that is not zero and that no criterion in force reads.
        "na": {
            "code": _CODE,
            "by": _words("answer", "rule"),
            "measure": _MEASURE,
            "value": _FIGURE,
        },
        # A scored rate of counts, neither none nor all, on which points hang by steps: how many
        # more failures it can bear before it loses some; three and more are no edge.
        "edge": {
            "code": _CODE,
            "counts": _COUNTS,
            "measure": _MEASURE,
            "value": _WHOLE,
            "base": _WHOLE,
            "spare": _WHOLE,
            "counted_in": _TEXT,
        },
        # What another reading of the text would give beside the score.
        "reading": {
            "code": _CODE,
            "state": _words("less", "more", "same", "open"),
            "points": _FIGURE,
            "other": _FIGURE,
        },
        # Every measure: how it was reported.
        "measure": {
            "measure": _MEASURE,
            "kind": _words(
                "count", "money", "percent", "rate", "points", "date", "yes_no", "choice", "tally"
            ),
            "state": _words("value", "words", "not_yet", "blank", "foreign"),
            "by": _words("unit", "survey", "appraiser", "block"),
        },
        # A printed rate with both of its counts reported. Where they differ: another reported
        # amount that would explain it in place of the whole or of the part, or a total that
        # nobody reported, between least and most, that several rates over this whole would share
        # (hidden), or that this one alone would need (none).
        "rate": {
            "measure": _MEASURE,
            "state": _words("agrees", "differs"),
            "stated": _TEXT,
            "computed": _SHARE,
            "part": _FIGURE,
            "whole": _FIGURE,
            "explained": _words("none", "measure", "hidden"),
            "explained_as": _words("none", "whole", "part"),
            "explained_by": _MEASURE,
            "least": _FIGURE,
            "most": _FIGURE,
        },
        # A rate of exactly 100% that a criterion reads: how many cases stand behind it, and how
        # many more the total around them holds (-1 where none is reported).
        "perfect": {
            "code": _CODE,
            "measure": _MEASURE,
            "whole": _MEASURE,
            "value": _WHOLE,
            "pending": _WHOLE,
        },
        # An amount beside last year's: a whole of something, a part, or neither; and whether the
        # period is over on the as-of day.
        "year": {
            "measure": _MEASURE,
            "role": _words("whole", "part", "other"),
            "change": _words("fell", "rose", "same"),
            "complete": _YES_NO,
            "percent": _WHOLE,
            "now": _FIGURE,
            "before": _FIGURE,
        },
        # A value that a unit gives although it is not its to give, beside the official one if that
        # is there already.
        "foreign": {
            "measure": _MEASURE,
            "by": _words("survey", "appraiser", "block"),
            "state": _words("waiting", "same", "differs"),
            "value": _TEXT,
            "official": _TEXT,
        },
        # A document of the register, for how many criteria it is cited, and how often without a
        # page or a section.
        "document": {
            "document": _DOCUMENT,
            "dated": _YES_NO,
            "standing": _words("in_force", "lapsed", "unsaid"),
            "cited_by": _WHOLE,
            "unlocated": _WHOLE,
        },
        # A document cited for a requirement that says when it must date from.
        "dated": {
            "code": _CODE,
            "document": _DOCUMENT,
            "window": _words("before", "inside", "after", "undated"),
            "date": _TEXT,
            "from": _TEXT,
            "to": _TEXT,
        },
        # A cross-check of reported data. ``asks``: what is blank may explain it.
        "check": {
            "check": _CHECK,
            "kind": _words("equal", "at_least", "at_most", "expect"),
            "state": _words("holds", "explained", "asks", "failed", "open"),
            "severity": _words("note", "watch", "serious"),
            "left": _FIGURE,
            "right": _FIGURE,
            "gap": _FIGURE,
        },
        # A cross-check that an answer explains.
        "explained_check": {"check": _CHECK, "explanation": _TEXT},
        # A finding of a rule that has been reached already.
        "finding_of": {"rule": _RULE},
    }
)
"""Every kind of fact that par_index gives, with its fields. Rules may derive other kinds."""
