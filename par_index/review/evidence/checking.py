"""Checking the evidence of one submission: every document, every use, the register as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from par_index.model.assessment import Assessment
from par_index.model.criteria import Criterion, Requirement
from par_index.model.evidence import EvidenceCheck, EvidenceReport, FileFacts, Use
from par_index.model.submission import Evidence, Submission
from par_index.review.evidence.figures import Page, claimed_by
from par_index.review.evidence.file_checks import file_checks
from par_index.review.evidence.files import Opened, open_below
from par_index.review.evidence.first_page import first_page_checks
from par_index.review.evidence.identity import identity_checks
from par_index.review.evidence.looking import Look, look_at
from par_index.review.evidence.pdf_reader import PdfReader
from par_index.review.evidence.use_checks import Cited, Found, find_figures, use_checks
from par_index.review.evidence.uses import uses_of
from par_index.review.evidence.whole_checks import whole_checks

__all__ = ["check_evidence", "check_looks", "look_at_each"]

_NOTHING = Look(FileFacts())


def check_evidence(assessment: Assessment, folder: Path) -> EvidenceReport:
    """The report on documents whose paths begin at a folder.

    Nothing about a file raises; that pypdf is not there does, as ModuleNotFoundError, where a PDF
    is to be read.
    """

    def opened(document: Evidence) -> Opened:
        return open_below(folder, document.fields["tep"])

    return check_looks(assessment, look_at_each(assessment.submission, opened))


def look_at_each(
    submission: Submission, opened: Callable[[Evidence], Opened]
) -> Mapping[str, Look]:
    """What is seen of each document that has a path, wherever its bytes come from."""
    looks: dict[str, Look] = {}
    with PdfReader() as reader:
        for id, document in submission.evidence.items():
            has_path = bool(document.fields.get("tep"))
            looks[id] = look_at(opened(document), reader.read) if has_path else _NOTHING
    return looks


def check_looks(assessment: Assessment, looks: Mapping[str, Look]) -> EvidenceReport:
    """All verdicts on what was seen: nothing is opened here."""
    submission = assessment.submission
    uses = tuple(uses_of(assessment.criteria, submission))
    documents = {id: at for at, id in enumerate(submission.evidence)}
    checks = sorted(_checks(assessment, looks, uses), key=lambda one: documents[one.document])
    return EvidenceReport(
        tuple(checks),
        uses,
        {id: look.facts for id, look in looks.items()},
        {name: text for look in looks.values() for name, text in sorted(look.tools.items())},
    )


def _checks(
    assessment: Assessment, looks: Mapping[str, Look], uses: tuple[Use, ...]
) -> Iterator[EvidenceCheck]:
    submission = assessment.submission
    for id, document in submission.evidence.items():
        yield from file_checks(document, looks[id])
        yield from identity_checks(document, submission.as_of)
        yield from first_page_checks(document, looks[id])
    yield from _use_checks(assessment, looks, uses)
    yield from whole_checks(submission.evidence, looks, uses)


def _use_checks(
    assessment: Assessment, looks: Mapping[str, Look], uses: tuple[Use, ...]
) -> Iterator[EvidenceCheck]:
    pages: dict[str, tuple[Page, ...]] = {}
    by_criterion: dict[str, list[tuple[Cited, Found]]] = defaultdict(list)
    for use in uses:
        criterion = assessment.criteria.by_code[use.criterion]
        cited = _cited(assessment, criterion, use, looks[use.document])
        if cited.figures and use.document not in pages:
            pages[use.document] = tuple(map(Page.of, looks[use.document].texts))
        found = find_figures(cited, pages.get(use.document, ()))
        by_criterion[use.criterion].append((cited, found))
    for together in by_criterion.values():
        shown = frozenset[str]().union(*(found.here for _, found in together))
        for cited, found in together:
            yield from use_checks(cited, found, shown)


def _cited(assessment: Assessment, criterion: Criterion, use: Use, look: Look) -> Cited:
    submission = assessment.submission
    figures = claimed_by(criterion, assessment.criteria.measures, submission.data)
    wanted: dict[str, Requirement] = {one.id: one for one in criterion.evidence}
    document = submission.evidence[use.document]
    return Cited(use, document, look, wanted.get(use.requirement), figures)
