"""Checked evidence as a page: documents by what is to be asked of them, support that is lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from par_index.model.assessment import Assessment
from par_index.model.evidence import CheckId, EvidenceCheck, EvidenceReport, Verdict
from par_index.nouns import Noun
from par_index.rendering.report.build import particulars
from par_index.rendering.report.page import Entry, Fact, Page, Section
from par_index.rendering.review.evidence_words import ORDER, EvidenceWords, worst_of
from par_index.rendering.voice import Voice

__all__ = ["Support", "evidence_page"]

_NOTES: Final = (CheckId.SHARED, CheckId.UNUSED)
"""What is told, and asks nothing."""


class Support(Noun):
    """Supported points of each leaf and of the whole, by what is cited and after the checks."""

    leaves_before: Mapping[str, Fraction]
    leaves_after: Mapping[str, Fraction]
    before: Fraction
    after: Fraction

    def lost(self) -> Iterator[str]:
        """The leaves that have less."""
        for code, before in self.leaves_before.items():
            if self.leaves_after[code] < before:
                yield code


def evidence_page(
    assessment: Assessment, report: EvidenceReport, support: Support, language: str
) -> Page:
    """The whole report, for a terminal and for a document."""
    builder = _Builder(assessment, report, support, language)
    words, voice = builder.words, builder.voice
    return Page(
        words.say("title"),
        assessment.submission.unit.name,
        (voice.text(assessment.criteria.title), *particulars(voice, assessment)),
        builder.headline(),
        tuple(builder.figures()),
        tuple(one for one in builder.sections() if not one.is_empty),
        (words.say("column_document"), words.say("column_what"), words.say("column_pages")),
    )


class _Builder:
    """The parts of one page in one language."""

    def __init__(
        self, assessment: Assessment, report: EvidenceReport, support: Support, language: str
    ) -> None:
        self.assessment, self.report, self.support = assessment, report, support
        self.words = EvidenceWords(language)
        self.voice = Voice.of(assessment, language)
        self.by_document: dict[str, list[EvidenceCheck]] = defaultdict(list)
        for check in report.checks:
            self.by_document[check.document].append(check)
        self.by_verdict: dict[Verdict, list[str]] = defaultdict(list)
        for id in assessment.submission.evidence:
            self.by_verdict[worst_of(self.by_document[id])].append(id)
        self.unfiled = [
            id
            for id in assessment.submission.evidence
            if [one.id for one in self.by_document[id] if one.verdict in ORDER[:2]]
            == [CheckId.FILE]
            and not report.files[id].path
        ]

    def headline(self) -> str:
        count = len(self.assessment.submission.evidence)
        if not count:
            return self.words.say("none")
        parts = [
            self.words.say(f"count_{verdict}", count=self.voice.number(len(ids)))
            for verdict in ORDER
            if (ids := self.by_verdict[verdict])
        ]
        documents = self.words.count("documents", count)
        return self.words.say("headline", count=documents, parts=", ".join(parts))

    def figures(self) -> Iterator[str]:
        voice, support = self.voice, self.support
        yield self.words.say("points_stay", points=voice.points(self.assessment.shown.points))
        same = support.before == support.after
        slots = {"before": voice.points(support.before), "after": voice.points(support.after)}
        yield self.words.say("supported_same" if same else "supported_less", **slots)

    def sections(self) -> Iterator[Section]:
        yield self._lost()
        for verdict in ORDER:
            ids = [id for id in self.by_verdict[verdict] if id not in self.unfiled]
            title = self.words.say(f"section_{verdict}", count=self.voice.number(len(ids)))
            entries = tuple(map(self._entry, ids))
            yield Section(title, entries=entries, is_gap=verdict is Verdict.WRONG)
        yield self._unfiled()
        yield self._digests()

    def _unfiled(self) -> Section:
        """Documents of which nothing is to be asked but where they are."""
        register, words = self.assessment.submission.evidence, self.words
        lines = tuple(
            words.say("unfiled_line", id=id, what=words.document(register[id]))
            for id in self.unfiled
        )
        title = words.say("section_unfiled", count=self.voice.number(len(lines)))
        return Section(title, words.say("unfiled_lead"), bullets=lines)

    def _lost(self) -> Section:
        """Criteria that stood on documents which cannot be evidence."""
        codes = list(self.support.lost())
        title = self.words.say("section_lost", count=self.voice.number(len(codes)))
        columns = (
            self.voice.say("column_code"),
            self.voice.say("column_criterion"),
            self.voice.say("column_points"),
        )
        entries = tuple(map(self._entry_of_criterion, codes))
        return Section(title, entries=entries, is_gap=True, columns=columns)

    def _entry_of_criterion(self, code: str) -> Entry:
        support, voice = self.support, self.voice
        moved = self.words.say(
            "supported_of",
            before=voice.amount(support.leaves_before[code]),
            after=voice.points(support.leaves_after[code]),
        )
        out = {use.document for use in self.report.disqualified_uses if use.criterion == code}
        documents = ", ".join(id for id in self.assessment.submission.evidence if id in out)
        title = voice.text(self.assessment.by_code[code].criterion.title)
        facts = (
            Fact(self.words.say("fact_supported"), moved),
            Fact(self.words.say("fact_wrong_with"), documents),
        )
        return Entry(code, title, "", facts)

    def _entry(self, id: str) -> Entry:
        document = self.assessment.submission.evidence[id]
        pages = self.report.files[id].pages
        size = self.words.count("pages", pages) if pages else ""
        return Entry(id, self.words.document(document), size, tuple(self._facts(id)))

    def _facts(self, id: str) -> Iterator[Fact]:
        """The file, what is asked one by one, what is right in one line, what there is to note."""
        words, checks = self.words, self.by_document[id]
        if path := self.report.files[id].path:
            yield Fact(words.say("fact_file"), path)
        for verdict in ORDER[:-1]:
            for one in checks:
                if one.verdict is verdict:
                    yield Fact(words.say(verdict), words.sentence(one))
        if named := self._named(checks):
            yield Fact(words.say(Verdict.RIGHT), named)
        for one in checks:
            is_signed = one.id is CheckId.SIGNATURE and one.verdict is Verdict.RIGHT
            if one.id in _NOTES or is_signed:
                yield Fact(words.say("fact_note"), words.sentence(one))

    def _named(self, checks: Sequence[EvidenceCheck]) -> str:
        """What is right wherever it was checked."""
        asked = {one.id for one in checks if one.verdict is not Verdict.RIGHT}
        names = (one.id for one in checks if one.id not in asked and one.id not in _NOTES)
        return ", ".join(self.words.check(id) for id in dict.fromkeys(names))

    def _digests(self) -> Section:
        """The lines to paste for files whose digest nobody has recorded."""
        ids = [
            one.document
            for one in self.report.checks
            if one.id is CheckId.DIGEST and one.code == "unrecorded"
        ]
        lines = tuple(
            self.words.say("digest_line", id=id, sha256=self.report.files[id].sha256) for id in ids
        )
        words = self.words
        return Section(words.say("section_digests"), words.say("digests_lead"), bullets=lines)
