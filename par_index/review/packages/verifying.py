"""What can be proven of a package that was opened, and what differs from what it says."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from enum import StrEnum
from typing import Any

from par_index.model.assessment import Assessment
from par_index.nouns import Noun
from par_index.problems import InvalidInput, Problems
from par_index.review.packages.contents import ASSESSMENT, Package
from par_index.review.packages.places import place_in
from par_index.review.packages.receipts import (
    BLOCK,
    Engine,
    engine_here,
    read_document,
    read_receipt,
    receipt_of,
    unlike_files,
)
from par_index.review.packages.rescoring import Scored, rescore
from par_index.review.packages.stated import Difference, codes_of, differences

__all__ = [
    "OwnSet",
    "ScoreState",
    "SetComparison",
    "SetState",
    "Verification",
    "WriteAssessment",
    "compare_scores",
    "compare_sets",
    "verify_package",
]

WriteAssessment = Callable[[Assessment, Mapping[str, Any]], bytes]
"""Writes an assessment as JSON, with other blocks beside what is computed."""

OwnSet = Callable[[str], Mapping[str, bytes] | None]
"""The files of the reader's own copy of the set with an id; None without one."""


class ScoreState(StrEnum):
    """What scoring again came to."""

    SAME = "same"
    """The same to the byte."""
    SAME_POINTS = "same_points"
    """Another release, the same points; what it says beside them differs."""
    OTHER = "other"
    """Another release, other points."""


class SetState(StrEnum):
    """The package's set beside the reader's own copy of it."""

    SAME = "same"
    OTHER = "other"
    ABSENT = "absent"
    """There is no copy of that id."""


class SetComparison(Noun):
    """``files`` are those that differ, in either copy."""

    state: SetState
    files: tuple[str, ...] = ()


class Verification(Noun):
    """What is whole, and how far its score follows from it, which ``score`` says.

    ``package`` is None for a receipt beside its files, which hold what it says. ``absent`` are
    documents of the register without a file, by their ids.
    """

    name: str
    package: Package | None
    scored: Scored
    stated: Engine
    here: Engine
    score: ScoreState
    set: SetComparison
    differences: tuple[Difference, ...] = ()
    absent: tuple[str, ...] = ()


def verify_package(package: Package, write: WriteAssessment, own: OwnSet) -> Verification:
    """Score a package again and compare, to the byte. Raises `InvalidInput` with what the package
    says and its parts do not (E6xx).
    """
    scored = rescore(package)
    document = read_document(package.parts.assessment)
    receipt = None if document is None else read_receipt(document)
    problems = Problems()
    place = place_in(package.name, ASSESSMENT)
    if document is None or receipt is None:
        problems.add("E619", place, found=ASSESSMENT)
        raise InvalidInput(problems.in_order())
    parts, here = package.parts, engine_here()
    true = receipt_of(
        receipt.engine,
        parts.info.day,
        parts.unit,
        scored.criteria.id,
        parts.criteria,
        package.register,
    )
    if receipt != true:
        problems.add("E618", place, found=ASSESSMENT, files=unlike_files(receipt, true))
    state, changed = compare_scores(scored.assessment, document, parts.assessment, write)
    if state is not ScoreState.SAME and receipt.engine == here:
        problems.add("E617", place, found=ASSESSMENT, codes=codes_of(changed))
    problems.raise_errors()
    return Verification(
        package.name,
        package,
        scored,
        receipt.engine,
        here,
        state,
        compare_sets(parts.criteria, own(scored.criteria.id)),
        changed,
        tuple(
            id
            for id, one in zip(scored.submission.evidence, package.register, strict=True)
            if not one.name
        ),
    )


def compare_scores(
    assessment: Assessment,
    document: Mapping[str, Any],
    data: bytes,
    write: WriteAssessment,
    given: Collection[str] = (),
) -> tuple[ScoreState, tuple[Difference, ...]]:
    """An assessment made now beside the one that was written, ``document`` in ``data``.

    The blocks that are ``given`` are not computed from its inputs, either.
    """
    beside = {name: document[name] for name in (BLOCK, *given) if name in document}
    again = write(assessment, beside)
    if again == data:
        return ScoreState.SAME, ()
    found = differences(document, read_document(again) or {})
    return (ScoreState.OTHER if found else ScoreState.SAME_POINTS), found


def compare_sets(files: Mapping[str, bytes], own: Mapping[str, bytes] | None) -> SetComparison:
    """The files of a set beside those of another copy, by content."""
    if own is None:
        return SetComparison(SetState.ABSENT)
    names = sorted(files.keys() | own.keys())
    unlike = tuple(name for name in names if files.get(name) != own.get(name))
    return SetComparison(SetState.OTHER if unlike else SetState.SAME, unlike)
