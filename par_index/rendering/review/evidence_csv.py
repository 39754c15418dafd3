"""Checked evidence as a table for spreadsheets: a row for each verdict, or for each reference."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from par_index.model.assessment import Assessment
from par_index.model.evidence import EvidenceReport, Verdict
from par_index.rendering.advice.sheets import Column, sheet
from par_index.rendering.numbers import show_date
from par_index.rendering.review.evidence_words import EvidenceWords
from par_index.review.evidence.defects import Mention
from par_index.review.evidence.identity import identity_of

__all__ = ["evidence_csv", "references_csv"]

_CHECKS = ("document", "reference", "path", "criterion", "requirement", "page", "check")
_VERDICT = ("verdict", "why", "disqualifies")
_REFERENCES = ("file", "page", "found", "day")


def evidence_csv(assessment: Assessment, report: EvidenceReport, language: str) -> str:
    """Every check, document by document."""
    words = EvidenceWords(language)
    columns = [Column(words.say(f"sheet_{name}")) for name in (*_CHECKS, *_VERDICT)]
    return sheet(columns, _rows(assessment, report, words))


def _rows(
    assessment: Assessment, report: EvidenceReport, words: EvidenceWords
) -> Iterator[tuple[str, ...]]:
    for one in report.checks:
        identity = identity_of(assessment.submission.evidence[one.document])
        use = one.use
        counts = one.disqualifies and one.verdict is Verdict.WRONG
        yield (
            one.document,
            identity.shown,
            report.files[one.document].path,
            use.criterion if use else "",
            use.requirement if use else "",
            use.page if use else "",
            words.check(one.id),
            words.say(one.verdict),
            words.sentence(one),
            words.say("yes" if counts else "no"),
        )


def references_csv(mentions: Sequence[Mention], language: str) -> str:
    """Every reference that the texts make."""
    words = EvidenceWords(language)
    columns = [Column(words.say(f"sheet_{name}"), name == "page") for name in _REFERENCES]
    rows = (
        (
            one.file,
            str(one.page),
            one.reference.written,
            show_date(one.reference.date, language) if one.reference.date else one.reference.day,
        )
        for one in mentions
    )
    return sheet(columns, rows)
