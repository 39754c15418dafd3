"""Who a document says it is: number, notation, kind, year and day of its entry in the register."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Final

from par_index.model.document_kinds import COPIES, KINDS, LETTER, flattened, kind_of
from par_index.model.evidence import CheckId, EvidenceCheck, Verdict
from par_index.model.submission import Evidence
from par_index.nouns import Noun
from par_index.review.evidence.references import Reference, kind_in, read_reference

__all__ = ["Identity", "identity_checks", "identity_of", "is_standing"]

_BLANK: Final = re.compile(r"[\s.…_/-]*")
_STATE: Final = re.compile(r"UBND|HĐND|TTg|CP|VPCP|VPUB|BNV|BTC|BTP|BKHCN|S[A-ZĐ]{1,7}")
"""Bodies of the state, which never write as the party does."""
_STANDING: Final = frozenset({"có", "co", "yes", "true", "x"})


class Identity(Noun):
    """What the register says of a document. ``kind`` is that of its name, else of its notation."""

    number: str
    notation: str
    reference: Reference | None
    kind: str | None
    issued: datetime.date | None
    issuer: str

    @property
    def shown(self) -> str:
        """The reference as people write it; empty where there is neither number nor notation."""
        return _joined(self.number, self.notation)


def identity_of(document: Evidence) -> Identity:
    fields = document.fields
    number, notation = fields.get("so", "").strip(), fields.get("ky_hieu", "").strip()
    reference = read_reference(_joined(number, notation))
    if reference is not None and not notation:
        notation = reference.notation
        number = number.removesuffix(notation).rstrip("/ ")
    named = kind_of(fields.get("loai", ""))
    kind = named or kind_in(notation)
    return Identity(
        number, notation, reference, kind, document.issued, fields.get("co_quan", "").strip()
    )


def is_standing(document: Evidence) -> bool:
    """Whether the register says that it is still in force, however old it is."""
    return document.fields.get("con_hieu_luc", "").strip().lower() in _STANDING


def _joined(number: str, notation: str) -> str:
    """``614/KH-SKHCN``; the hyphen of a party's document takes the place of the stroke."""
    if not notation or notation.startswith("-"):
        return number + notation
    return f"{number}/{notation}" if number else notation


def identity_checks(document: Evidence, as_of: datetime.date) -> Iterator[EvidenceCheck]:
    """Number, notation, year and day, each by itself."""
    one = identity_of(document)

    def check(id: CheckId, verdict: Verdict, code: str, **params: object) -> EvidenceCheck:
        disqualifies = id is CheckId.NUMBER and code == "draft"
        return EvidenceCheck(id, verdict, code, document.id, params, disqualifies=disqualifies)

    yield check(CheckId.NUMBER, *_number(document, one), found=one.shown)
    if one.notation:
        verdict, code, wanted = _notation(document, one)
        yield check(CheckId.NOTATION, verdict, code, found=one.notation, **wanted)
    if one.reference is not None and one.reference.year is not None and one.issued is not None:
        year, issued = one.reference.year, one.issued
        same = year == issued.year
        verdict, code = (Verdict.RIGHT, "same") if same else (Verdict.WRONG, "differs")
        yield check(CheckId.YEAR, verdict, code, found=str(year), day=issued)
    if one.issued is None:
        yield check(CheckId.AS_OF, Verdict.UNKNOWN, "undated")
    elif one.issued > as_of:
        yield check(CheckId.AS_OF, Verdict.LOOK, "later", day=one.issued, as_of=as_of)
    else:
        yield check(CheckId.AS_OF, Verdict.RIGHT, "in_time", day=one.issued)


def _number(document: Evidence, one: Identity) -> tuple[Verdict, str]:
    said = document.fields.get("so")
    if said is not None and _BLANK.fullmatch(said):
        return Verdict.WRONG, "draft"
    if said is None:
        return (Verdict.LOOK, "no_number") if one.notation else (Verdict.UNKNOWN, "unsaid")
    if one.reference is None:
        return Verdict.LOOK, "form" if one.notation else "no_notation"
    if one.reference.is_party and _STATE.fullmatch(one.reference.notation.rpartition("/")[2]):
        return Verdict.LOOK, "party_form"
    return Verdict.RIGHT, "form_right"


def _notation(document: Evidence, one: Identity) -> tuple[Verdict, str, dict[str, object]]:
    """Whether the abbreviation in the notation is that of the kind that is named."""
    said = document.fields.get("loai", "").strip()
    named, shown = kind_of(said), kind_in(one.notation)
    if shown in COPIES:
        return Verdict.RIGHT, "copy", {}
    if shown is None and (near := _without_marks(one.notation)):
        return Verdict.LOOK, "abbreviation", {"near": near}
    if said and named is None:
        return Verdict.UNKNOWN, "unlisted", {"kind": said}
    if named is None:
        return (Verdict.RIGHT, "fits", {}) if shown else (Verdict.UNKNOWN, "kind_unsaid", {})
    if shown is None:
        fits = named in (LETTER, "L", "NQ") or "QH" in one.notation
        if fits:
            return Verdict.RIGHT, "fits", {}
        return Verdict.LOOK, "no_kind", {"kind": KINDS[named], "near": named}
    if shown == named:
        return Verdict.RIGHT, "fits", {}
    return Verdict.WRONG, "other_kind", {"kind": KINDS[named], "shown": KINDS[shown]}


def _without_marks(notation: str) -> str:
    """``QĐ-UBND`` for ``QD-UBND``; empty where the first part is no abbreviation without marks."""
    first, mark, rest = notation.lstrip("-").partition("-")
    for kind in KINDS:
        if first.isascii() and kind != first and flattened(kind) == first.lower():
            return f"{kind}{mark}{rest}"
    return ""
