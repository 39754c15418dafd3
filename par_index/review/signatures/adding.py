"""Verdicts on signatures added to a report on evidence."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from par_index.model.evidence import EvidenceReport, FileKind
from par_index.model.submission import Evidence
from par_index.nouns import replace
from par_index.review.evidence.files import open_below
from par_index.review.signatures.checks import signature_checks
from par_index.review.signatures.nouns import SignedFile
from par_index.review.signatures.reading import SignatureReader, Trust

__all__ = ["with_signatures"]


def with_signatures(
    report: EvidenceReport, register: Mapping[str, Evidence], folder: Path, trust: Trust
) -> EvidenceReport:
    """The report with a verdict on every signature, last among those on each document.

    A file that is not the one reported on any more is passed over: its digest says so next time.
    """
    files: dict[str, SignedFile] = {}
    with SignatureReader(trust) as reader:
        for id, facts in report.files.items():
            data = open_below(folder, facts.path).data if facts.kind is FileKind.PDF else None
            file = reader.read(data, facts.path) if data is not None else None
            if file is not None and file.sha256 == facts.sha256:
                files[id] = file
    order = {id: at for at, id in enumerate(register)}
    checks = sorted(
        [*report.checks, *signature_checks(register, files)], key=lambda one: order[one.document]
    )
    tools = dict(report.tools) | ({"pyHanko": reader.version} if reader.version else {})
    return replace(report, checks=tuple(checks), tools=tools)
