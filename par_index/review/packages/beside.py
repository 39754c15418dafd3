"""A receipt beside the files it names: the same files, and the same score from them.

Every path begins at the receipt's own folder and stays below it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from par_index.assessing import assess
from par_index.nouns import replace
from par_index.problems import InvalidInput, Owner, Problem, Problems, Source, Span
from par_index.reading.digests import sha256_of
from par_index.reading.external_files import open_external
from par_index.reading.folders import digest_of
from par_index.reading.library import Library
from par_index.reading.sets import read_kept
from par_index.reading.submissions import read_submission
from par_index.review.evidence.files import open_below
from par_index.review.packages.places import place_in
from par_index.review.packages.receipts import (
    FileDigest,
    Receipt,
    engine_here,
    read_document,
    read_receipt,
    unlike_files,
)
from par_index.review.packages.rescoring import Scored
from par_index.review.packages.stated import codes_of
from par_index.review.packages.verifying import (
    OwnSet,
    ScoreState,
    Verification,
    WriteAssessment,
    compare_scores,
    compare_sets,
)

__all__ = ["read_stated", "verify_receipt"]

_OF_CALLER: Final = ("exit_code", "failed_gates")
"""What came of the gates that were asked for, which no input holds."""


def read_stated(data: bytes, name: str) -> tuple[Mapping[str, Any], Receipt]:
    """An assessment with its receipt; raises `InvalidInput` (E619) for anything else."""
    document = read_document(data)
    receipt = None if document is None else read_receipt(document)
    if document is None or receipt is None or not _file_of(document):
        problems = Problems()
        problems.add("E619", place_in(name), found=name)
        raise InvalidInput(problems.in_order())
    return document, receipt


def verify_receipt(
    data: bytes,
    name: str,
    root: Path,
    write: WriteAssessment,
    own: OwnSet,
) -> Verification:
    """Score again what a receipt names below ``root``, and compare to the byte; by the reader's
    own copy of the set where the receipt has none of its own. Raises `InvalidInput` with every
    file that is another (E618), or where the score does not follow (E617).
    """
    document, receipt = read_stated(data, name)
    files = _Files(root)
    copy = own(receipt.set)
    if copy is None and not receipt.folder:
        missing = Span(Source(receipt.set, Owner.SYSTEM))
        raise InvalidInput([Problem("E906", missing, {"found": receipt.set})])
    criteria = _criteria(receipt, files, copy)
    there = _found(receipt, files, criteria)
    place, problems = place_in(name), Problems()
    if receipt != there:
        problems.add("E618", place, found=name, files=unlike_files(receipt, there))
        raise InvalidInput(problems.in_order())
    scored = _score(document, receipt, files, criteria, place)
    ids = [*scored.submission.evidence]
    if scored.criteria.id != receipt.set or [*receipt.evidence] != ids:
        problems.add("E618", place, found=name, files=(receipt.unit.path,))
    here = engine_here()
    state, changed = compare_scores(scored.assessment, document, data, write, _OF_CALLER)
    if state is not ScoreState.SAME and receipt.engine == here:
        problems.add("E617", place, found=name, codes=codes_of(changed))
    problems.raise_errors()
    return Verification(
        name,
        None,
        scored,
        receipt.engine,
        here,
        state,
        compare_sets(criteria, copy),
        changed,
        tuple(id for id, one in receipt.evidence.items() if not one.sha256),
    )


class _Files:
    """Files below a folder, each read once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._read: dict[str, bytes | None] = {}

    def get(self, path: str) -> bytes | None:
        if path not in self._read:
            self._read[path] = open_below(self.root, path).data if path else None
        return self._read[path]

    def digest(self, one: FileDigest) -> FileDigest:
        data = self.get(one.path)
        return FileDigest(one.path, "" if data is None else sha256_of(data))


def _criteria(
    receipt: Receipt, files: _Files, own: Mapping[str, bytes] | None
) -> Mapping[str, bytes]:
    """The files of the set as they are now."""
    if not receipt.folder:
        return own or {}
    paths = {one.path: f"{receipt.folder}/{one.path}" for one in receipt.files}
    return {name: data for name, path in paths.items() if (data := files.get(path)) is not None}


def _found(receipt: Receipt, files: _Files, criteria: Mapping[str, bytes]) -> Receipt:
    """The receipt that these files would have."""
    digests = {name: sha256_of(data) for name, data in sorted(criteria.items())}
    return replace(
        receipt,
        unit=files.digest(receipt.unit),
        sha256=digest_of(digests),
        files=tuple(FileDigest(name, digest) for name, digest in digests.items()),
        external=tuple(map(files.digest, receipt.external)),
        evidence={id: files.digest(one) for id, one in receipt.evidence.items()},
    )


def _score(
    document: Mapping[str, Any],
    receipt: Receipt,
    files: _Files,
    criteria: Mapping[str, bytes],
    place: Span,
) -> Scored:
    """The score of files that are those of the receipt."""
    shown = receipt.folder or receipt.set
    used, read = read_kept(criteria, shown)
    problems = Problems()
    if len(read) != len(criteria):
        extra = tuple(f"{shown}/{name}" for name in sorted(criteria.keys() - read.keys()))
        problems.add("E618", place, found=place.source.name, files=extra)
    others = [
        open_external(files.get(one.path) or b"", one.path, problems) for one in receipt.external
    ]
    problems.raise_errors()
    _, submission = read_submission(
        files.get(receipt.unit.path) or b"",
        _file_of(document),
        Library(),
        criteria=used,
        as_of=receipt.as_of,
        external=[one for one in others if one is not None],
    )
    return Scored(used, submission, assess(used, submission))


def _file_of(document: Mapping[str, Any]) -> str:
    """What the assessment calls the unit's file; places in it are called so."""
    submission = document.get("submission")
    name = submission.get("file") if isinstance(submission, dict) else None
    return name if isinstance(name, str) else ""
