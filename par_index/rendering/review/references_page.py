"""References that texts make as a page: what is to be asked first, then what was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from par_index.rendering.messages.review_evidence_checks import sentence_of
from par_index.rendering.numbers import number, show_date
from par_index.rendering.report.page import Entry, Fact, Page, Section
from par_index.rendering.review.evidence_words import EvidenceWords
from par_index.review.evidence.defects import Defect, Mention, TextFile

__all__ = ["references_page"]


def references_page(
    files: Sequence[TextFile],
    mentions: Sequence[Mention],
    defects: Sequence[Defect],
    language: str,
) -> Page:
    """How many references, how many of them dated, and every question."""
    words = EvidenceWords(language)
    dated = sum(one.reference.day != "" for one in mentions)
    asked = words.count("defects", len(defects)) if defects else words.say("defects_none")
    headline = words.say(
        "text_headline", references=words.count("references", len(mentions)), defects=asked
    )
    counts = Counter(one.file for one in mentions)
    lines = tuple(_file_line(words, one, counts[one.name]) for one in files)
    paged = frozenset(one.name for one in files if len(one.pages) > 1)
    entries = tuple(_entry(words, one, paged) for one in defects)
    sections = (
        Section(words.say("section_defects"), entries=entries, is_gap=True),
        Section(words.say("section_files"), bullets=lines),
    )
    return Page(
        words.say("text_title"),
        words.count("files", len(files)),
        tuple(one.name for one in files),
        headline,
        (words.say("text_dated", count=number(dated, language)),),
        tuple(one for one in sections if not one.is_empty),
        (words.say("sheet_verdict"), words.say("sheet_found"), ""),
    )


def _file_line(words: EvidenceWords, one: TextFile, count: int) -> str:
    code = {"good": "readable", "none": "unread"}.get(one.layer.value, one.layer.value)
    references = words.count("references", count)
    layer = (
        sentence_of("sound", one.fault, words.language, pages="")
        if one.fault
        else sentence_of("text", code, words.language)
    )
    return words.say("file_line", name=one.name, references=references, layer=layer)


def _entry(words: EvidenceWords, one: Defect, paged: frozenset[str]) -> Entry:
    """A question and where it comes from; a text without pages is named alone."""
    days = [show_date(day, words.language) for day in one.days]
    year = one.mentions[0].reference.year if one.mentions else None
    text = words.say(
        f"defect.{one.kind}",
        reference=one.written,
        other=", ".join(one.others),
        days=", ".join(days),
        count=number(len(days), words.language),
        year=str(year or ""),
    )
    places = dict.fromkeys(
        words.say("place", file=mention.file, page=number(mention.page, words.language))
        if mention.file in paged
        else mention.file
        for mention in one.mentions
    )
    where = "; ".join(places) or one.file
    return Entry(words.say(one.verdict), text, "", (Fact(words.say("fact_places"), where),))
