"""The receipt of one score: the digests of all that it was made of."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from par_index.cli.misuse import Misuse
from par_index.cli.packaging import files_of_set
from par_index.cli.results import open_all
from par_index.cli.system import shown
from par_index.model.assessment import Assessment
from par_index.nouns import Noun
from par_index.reading.digests import sha256_of
from par_index.reading.safe_paths import path_fault
from par_index.rendering.json_values import Json
from par_index.review.evidence.files import open_below
from par_index.review.packages.receipts import BLOCK, FileDigest, Receipt, engine_here, value_of

__all__ = ["Receipts"]


class Receipts(Noun):
    """Makes the receipt of what was scored, as its caller named it."""

    unit: str
    criteria: str | None
    external: Sequence[str]
    output: str | None

    def beside(self, assessment: Assessment) -> Json:
        """The block that goes with an assessment. Paths begin at the folder that it is written to,
        otherwise at the current one.
        """
        submission, criteria = assessment.submission, assessment.criteria
        files = files_of_set(self.criteria or criteria.id)
        digests = {name: sha256_of(data) for name, data in sorted(files.items())}
        receipt = Receipt(
            engine_here(),
            submission.as_of,
            FileDigest(self._path(self.unit), submission.source.sha256),
            criteria.id,
            criteria.sha256,
            "",
            tuple(FileDigest(name, digest) for name, digest in digests.items()),
            tuple(self._external(submission.unit.id)),
            self._evidence(assessment),
        )
        return {BLOCK: value_of(receipt)}

    def _external(self, unit: str) -> list[FileDigest]:
        """The files that concern the unit, each once."""
        paths = {os.path.realpath(path): path for path in self.external}
        opened = zip(paths.values(), open_all(paths.values()), strict=True)
        return [
            FileDigest(self._path(path), one.fields.node.span.source.sha256)
            for path, one in opened
            if one.concerns(unit)
        ]

    def _evidence(self, assessment: Assessment) -> dict[str, FileDigest]:
        root = os.path.dirname(self.unit) or os.curdir
        digests = {}
        for id, one in assessment.submission.evidence.items():
            path = one.fields.get("tep", "")
            data = open_below(Path(root), path).data if path else None
            there = data is not None
            digests[id] = FileDigest(
                self._path(os.path.join(root, path)) if there else "",
                sha256_of(data) if data is not None else "",
            )
        return digests

    def _path(self, path: str) -> str:
        """As it is found from the receipt."""
        start = os.path.dirname(self.output or "") or os.curdir
        relative = Path(os.path.relpath(path, start)).as_posix()
        if path_fault(relative):
            raise Misuse("receipt_place", click.get_current_context(), found=shown(path))
        return relative
