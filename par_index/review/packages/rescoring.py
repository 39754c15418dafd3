"""Scoring what a package holds: by its own set, as of its own day, and by nothing else.

Nothing of it is unpacked to disk; the set is read from the package's copy.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NoReturn

from par_index.assessing import assess
from par_index.model.assessment import Assessment
from par_index.model.criteria import CriteriaSet
from par_index.model.submission import Submission
from par_index.nouns import Noun, replace
from par_index.problems import InvalidInput, Problem, Problems, Source, Span
from par_index.reading.library import Library
from par_index.reading.sets import read_kept
from par_index.reading.submissions import read_submission
from par_index.review.packages.contents import CRITERIA, REGISTER, UNIT, Info, Package, Parts
from par_index.review.packages.documents import documents_of
from par_index.review.packages.places import place_in
from par_index.review.packages.register import register_of

__all__ = ["SHOWN_SET", "SHOWN_UNIT", "Scored", "info_of", "rescore", "score_parts"]

SHOWN_UNIT = "unit.yaml"
SHOWN_SET = "criteria"
"""What places in the assessment of a package call its files, wherever the package stands."""


class Scored(Noun):
    """A submission with the set it was read against, and its assessment."""

    criteria: CriteriaSet
    submission: Submission
    assessment: Assessment


def info_of(scored: Scored, head: str = "") -> Info:
    """What a package says of itself."""
    unit, year = scored.submission.unit, scored.criteria.ends.year
    name, id = (" ".join(text.split()) for text in (unit.name, unit.id))
    return Info(name, id, year, scored.submission.as_of, head)


def rescore(package: Package) -> Scored:
    """The score that follows from a package; raises `InvalidInput` where none does, or where what
    the package says of itself does not (E612, E615, E616).
    """
    parts = package.parts
    scored, used = score_parts(parts, package.name)
    problems = Problems()
    for name in sorted(parts.criteria.keys() - used.keys()):
        path = CRITERIA + name
        problems.add("E612", place_in(package.name, path), found=path)
    expected = info_of(scored, parts.info.head)
    for key in ("organisation", "unit", "year"):
        said, is_so = str(getattr(parts.info, key)), str(getattr(expected, key))
        if said != is_so:
            place = place_in(package.name, "bag-info.txt")
            problems.add("E615", place, found=said, expected=is_so)
    if _register(package, scored.submission) != parts.register:
        problems.add("E616", place_in(package.name, REGISTER), found=REGISTER)
    problems.raise_errors()
    return scored


def _register(package: Package, submission: Submission) -> bytes:
    """The list that the submission and the files in the package give."""
    found = {
        evidence.fields.get("tep", ""): data
        for evidence, listed in zip(submission.evidence.values(), package.register, strict=False)
        if (data := package.content_of(listed)) is not None
    }
    return register_of(submission, documents_of(submission.evidence, found))


def score_parts(parts: Parts, package: str) -> tuple[Scored, Mapping[str, bytes]]:
    """The score, and the files of the set that it was made by; places are in the package."""
    try:
        criteria, used = read_kept(parts.criteria, SHOWN_SET)
        _, submission = read_submission(
            parts.unit, SHOWN_UNIT, Library(), criteria=criteria, as_of=parts.info.day
        )
    except InvalidInput as refusal:
        _refuse(refusal, package)
    return Scored(criteria, submission, assess(criteria, submission)), used


def _refuse(refusal: InvalidInput, package: str) -> NoReturn:
    """The same problems, with places as somebody finds them who has the package."""

    def found(span: Span) -> Span:
        path = UNIT if span.source.name == SHOWN_UNIT else f"data/{span.source.name}"
        old = span.source
        return replace(span, source=Source(f"{package}!{path}", old.owner, old.lines, old.sha256))

    raise InvalidInput(
        Problem(one.code, found(one.span), one.params, tuple(map(found, one.also)))
        for one in refusal.problems
    ) from refusal
