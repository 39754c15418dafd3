"""Verdicts on a document's file: where it lies, what it is, whether it is whole, what it does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from par_index.model.evidence import CheckId, EvidenceCheck, FileKind, TextLayer, Verdict
from par_index.model.submission import Evidence
from par_index.review.evidence.kinds import kind_by_name
from par_index.review.evidence.looking import Look

__all__ = ["file_checks"]

_RIGHT, _WRONG, _LOOK, _UNKNOWN = Verdict.RIGHT, Verdict.WRONG, Verdict.LOOK, Verdict.UNKNOWN

_NEVER: Final = (FileKind.PROGRAM, FileKind.HTML)
"""What no ending makes evidence."""

_COUNT: Final = re.compile(r"\d{1,9}")

_SOUND: Final[Mapping[str, Verdict]] = {
    "": _RIGHT,
    "cut": _WRONG,
    "damaged": _WRONG,
    "encrypted": _UNKNOWN,
    "pages": _UNKNOWN,
    "memory": _LOOK,
    "time": _LOOK,
    "crash": _LOOK,
}
_LAYERS: Final[Mapping[TextLayer, tuple[Verdict, str]]] = {
    TextLayer.GOOD: (_RIGHT, "readable"),
    TextLayer.FLAT: (_UNKNOWN, "flat"),
    TextLayer.SCAN: (_UNKNOWN, "scan"),
    TextLayer.LEGACY: (_UNKNOWN, "legacy"),
    TextLayer.NONE: (_UNKNOWN, "unread"),
}


def file_checks(document: Evidence, look: Look) -> Iterator[EvidenceCheck]:
    """The checks of the file, up to the first after which there is nothing to look at."""

    def check(id: CheckId, verdict: Verdict, code: str, **params: object) -> EvidenceCheck:
        # Nothing that is wrong with a file leaves it evidence.
        return EvidenceCheck(id, verdict, code, document.id, params, disqualifies=True)

    path, facts = document.fields.get("tep", ""), look.facts
    if not path:
        yield check(CheckId.FILE, _LOOK, "unsaid")
        return
    if look.fault in ("path", "link"):
        yield check(CheckId.PATH, _WRONG, look.fault, path=path, found=look.near)
        return
    renamed = _LOOK, "nfd"
    yield check(CheckId.PATH, *(renamed if look.renamed else (_RIGHT, "safe")), path=path)
    if facts.kind is None:
        params = {"path": path, "near": look.near, "reason": look.reason}
        verdict = _UNKNOWN if look.fault == "unreadable" else _WRONG
        yield check(CheckId.FILE, verdict, look.fault or "missing", **params)
        return
    if facts.kind is FileKind.EMPTY:
        yield check(CheckId.FILE, _WRONG, "empty", path=path)
        return
    yield check(CheckId.FILE, _RIGHT, "there", path=path, bytes=facts.size)
    yield check(CheckId.DIGEST, *_digest(document, look), sha256=facts.sha256)
    yield check(CheckId.KIND, *_kind(path, facts.kind), found=facts.kind.value)
    if facts.kind is FileKind.PDF:
        yield check(CheckId.SOUND, _SOUND[look.unsound], look.unsound or "whole", pages=facts.pages)
        if (said := document.fields.get("so_trang", "").strip()) and facts.pages:
            same = _COUNT.fullmatch(said) is not None and int(said) == facts.pages
            verdict, code = (_RIGHT, "same") if same else (_LOOK, "differs")
            yield check(CheckId.PAGES, verdict, code, found=said, pages=facts.pages)
        if look.active:
            yield check(CheckId.ACTIVE, _LOOK, "acts", acts=look.active)
        elif look.unsound in ("", "cut") and facts.pages:
            yield check(CheckId.ACTIVE, _RIGHT, "still")
    yield check(CheckId.TEXT, *_text(look), found=facts.kind.value)


def _digest(document: Evidence, look: Look) -> tuple[Verdict, str]:
    said = document.fields.get("sha256", "").strip().lower()
    if not said:
        return _UNKNOWN, "unrecorded"
    return (_RIGHT, "same") if said == look.facts.sha256 else (_WRONG, "changed")


def _kind(path: str, found: FileKind) -> tuple[Verdict, str]:
    promised = kind_by_name(path)
    if found in _NEVER:
        return _WRONG, "never"
    if promised is None:
        return _LOOK, "unknown_ending"
    if promised is found:
        return _RIGHT, "fits"
    if promised in (FileKind.DOCX, FileKind.XLSX, FileKind.PPTX) and found is FileKind.OLE:
        return _UNKNOWN, "locked"
    if promised is FileKind.TEXT and found is FileKind.OTHER:
        # Texts in the codes that older programs write are texts all the same.
        return _LOOK, "coding"
    return _WRONG, "differs"


def _text(look: Look) -> tuple[Verdict, str]:
    facts = look.facts
    if facts.kind not in (FileKind.PDF, FileKind.TEXT):
        return _UNKNOWN, "no_reader"
    if facts.layer is TextLayer.SCAN and not look.pictures:
        return _UNKNOWN, "blank"
    return _LAYERS[facts.layer]
