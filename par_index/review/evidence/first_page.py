"""Verdicts on what the first page says: number, date, issuer and subject as in the register."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from par_index.model.evidence import CheckId, EvidenceCheck, TextLayer, Verdict
from par_index.model.submission import Evidence
from par_index.review.evidence.identity import Identity, identity_of
from par_index.review.evidence.looking import Look
from par_index.review.evidence.normal import identifier, plain, squeezed, words
from par_index.review.evidence.numbers import swapped
from par_index.review.evidence.references import Reference, dates_in, references_in

__all__ = ["BLANK_NUMBER", "first_page_checks", "is_read"]

BLANK_NUMBER: Final = re.compile(r"\bS[oóốỏ06]\s?:\s?[.…_\s]*/\s?[A-ZĐ]")
"""``Số: /KH-SKHCN``: the place of the number is blank."""

_HEAD: Final = 600
"""Characters of the first page in which the document names itself."""
_ENOUGH: Final = 0.8
"""The share of a subject's words that a first page has."""
_LONG: Final = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "khcn": "khoa hoc va cong nghe",
}
"""Abbreviations that a register writes out and a document does not, or the reverse."""


def is_read(look: Look) -> bool:
    """Whether there is text to look through, however well it can be relied on."""
    return bool(look.texts) and look.facts.layer in (TextLayer.GOOD, TextLayer.FLAT)


def first_page_checks(document: Evidence, look: Look) -> Iterator[EvidenceCheck]:
    """Nothing where there is no text, of which another check tells."""
    page = look.page(1)
    if page is None or not is_read(look):
        return
    one = identity_of(document)
    is_flat = look.facts.layer is TextLayer.FLAT

    def check(id: CheckId, code: str, **params: object) -> EvidenceCheck:
        if code == "found":
            return EvidenceCheck(id, Verdict.RIGHT, code, document.id, params)
        # Of a text that is misread, that something is not in it says nothing.
        if is_flat and code == "absent":
            return EvidenceCheck(id, Verdict.UNKNOWN, "unsure", document.id, params)
        return EvidenceCheck(id, Verdict.LOOK, code, document.id, params)

    if one.reference is not None:
        code, found = _reference(one.reference, "\n".join(look.texts[:2]))
        yield check(CheckId.REFERENCE_TEXT, code, wanted=one.shown, found=found)
    if one.issued is not None:
        there = one.issued in dates_in(page)
        yield check(CheckId.DATE_TEXT, "found" if there else "absent", wanted=one.issued)
    if one.issuer:
        there = _names(one, page)
        yield check(CheckId.ISSUER_TEXT, "found" if there else "absent", wanted=one.issuer)
    if subject := document.fields.get("trich_yeu", "").strip():
        there = _speaks_of(subject, page)
        yield check(CheckId.SUBJECT_TEXT, "found" if there else "absent", wanted=subject)


def _reference(wanted: Reference, text: str) -> tuple[str, str]:
    """``found``, or what stands at the head in its place."""
    line = plain(text)
    there = list(references_in(line))
    if any(_is_same(one, wanted) for one in there):
        return "found", ""
    if BLANK_NUMBER.search(line[:_HEAD]):
        return "blank", ""
    for one in there:
        same_body = identifier(one.notation) == identifier(wanted.notation)
        if same_body and swapped(str(one.number), str(wanted.number)):
            return "swapped", one.written
    own = next((one for one in there if one.at < _HEAD), None)
    is_own = own is not None and identifier(own.notation) == identifier(wanted.notation)
    return ("other", own.written) if own is not None and is_own else ("absent", "")


def _is_same(one: Reference, wanted: Reference) -> bool:
    """A year that only one of the two writes may be missing."""
    years = {one.year, wanted.year} - {None}
    return (one.number, one.key[2]) == (wanted.number, wanted.key[2]) and len(years) <= 1


def _names(one: Identity, page: str) -> bool:
    """Whether the issuer is named: in one piece, or word for word at the head."""
    name, head = _written_out(one.issuer), _written_out(page[: _HEAD * 3])
    if squeezed(name) in squeezed(head):
        return True
    there = set(words(head))
    return all(word in there for word in words(name))


def _written_out(text: str) -> str:
    line = re.sub(r"\bKH\s?&\s?CN\b", "KHCN", plain(text))
    return " ".join(_LONG.get(word, word) for word in words(line))


def _speaks_of(subject: str, page: str) -> bool:
    if squeezed(subject) in squeezed(page):
        return True
    wanted, there = set(words(subject)), set(words(page))
    return len(wanted & there) >= _ENOUGH * len(wanted)
