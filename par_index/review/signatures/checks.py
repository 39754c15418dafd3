"""Verdicts on the signatures of a document in the register.

Only what shows that the file is not the one that was signed takes support away; who signed, when,
and how well that is proven is for people to look at.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Final

from par_index.model.evidence import CheckId, EvidenceCheck, Verdict
from par_index.model.submission import Evidence
from par_index.review.evidence.normal import words
from par_index.review.signatures.nouns import (
    Change,
    FileFault,
    Level,
    SignatureState,
    SignedFile,
    Why,
)

__all__ = ["VIETNAM", "checks_of", "signature_checks"]

VIETNAM: Final = datetime.timezone(datetime.timedelta(hours=7))
"""Where the day of a signature is counted."""

_RIGHT, _WRONG, _LOOK, _UNKNOWN = Verdict.RIGHT, Verdict.WRONG, Verdict.LOOK, Verdict.UNKNOWN
_TAMPERED: Final = (Why.BYTES, Why.FORGED, Why.CONTENT, Why.COVERAGE)
_TOLD: Final = {
    Change.METADATA: (_RIGHT, "since_metadata"),
    Change.FIELDS: (_LOOK, "since_fields"),
    Change.ANNOTATED: (_LOOK, "since_annotated"),
}
"""What was done after signing and does not break a signature."""
_UNCHECKED: Final = (Why.NO_ROOTS, Why.UNSUPPORTED)
_LONG: Final = {"ubnd": ["uy", "ban", "nhan", "dan"], "hdnd": ["hoi", "dong", "nhan", "dan"]}


def signature_checks(
    register: Mapping[str, Evidence], files: Mapping[str, SignedFile]
) -> tuple[EvidenceCheck, ...]:
    """The verdicts on every document whose file was looked at, in the register's order."""
    return tuple(
        check
        for id, document in register.items()
        if id in files
        for check in checks_of(document, files[id])
    )


def checks_of(document: Evidence, file: SignedFile) -> Iterator[EvidenceCheck]:
    """The verdicts on one document."""

    def check(id: CheckId, verdict: Verdict, code: str, **params: object) -> EvidenceCheck:
        return EvidenceCheck(id, verdict, code, document.id, params)

    if file.fault:
        # What is wrong with a file is told where the file is; here only that nobody can tell.
        if file.fault is not FileFault.NO_PDF:
            yield check(CheckId.SIGNATURE, _UNKNOWN, f"file_{file.fault}")
        return
    if file.traces:
        yield check(CheckId.SIGNATURE, _LOOK, "traces")
        return
    if not file.signatures:
        yield check(CheckId.SIGNATURE, _UNKNOWN, "unsigned")
        return
    for one in file.signatures:
        params = _params(one, len(file.signatures))
        yield EvidenceCheck(
            CheckId.SIGNATURE,
            _verdict(one, careless=file.careless),
            _code(one),
            document.id,
            params,
            disqualifies=one.why in _TAMPERED,
        )
        if one.level >= Level.INTACT and one.change in _TOLD:
            verdict, code = _TOLD[one.change]
            yield check(CheckId.SIGNATURE, verdict, code, **params)
    if file.careless:
        yield check(CheckId.SIGNATURE, _LOOK, "careless")
    holding = [one for one in file.signatures if one.level >= Level.INTACT]
    if len(holding) < len(file.signatures):
        return
    body = document.fields.get("co_quan", "").strip()
    person = document.fields.get("nguoi_ky.ho_ten") or document.fields.get("nguoi_ky", "")
    for id, wanted in ((CheckId.SIGNING_BODY, body), (CheckId.SIGNING_PERSON, person.strip())):
        if wanted:
            verdict, code = _named(wanted, holding)
            names = [name for one in holding for name in _names(one)]
            yield check(id, verdict, code, wanted=wanted, found=list(dict.fromkeys(names)))
    if document.issued is not None:
        yield from _day(document.id, document.issued, holding)


def _verdict(one: SignatureState, *, careless: bool) -> Verdict:
    if careless and one.why is Why.CONTENT:
        return _LOOK  # Of such a file, what was changed cannot be told for certain.
    if one.level >= Level.TRUSTED:
        return _LOOK if one.why is Why.TIMESTAMP_BROKEN else _RIGHT
    if one.why in _TAMPERED:
        return _WRONG
    if one.why in _UNCHECKED:
        return _UNKNOWN
    if one.why is Why.REVOKED and one.at is not None and one.revoked is not None:
        return _WRONG if one.at >= one.revoked else _LOOK
    return _WRONG if one.why is Why.EXPIRED else _LOOK


def _code(one: SignatureState) -> str:
    if one.why is Why.NO_TIMESTAMP and one.at is None:
        return "no_time"
    return one.why or "complete"


def _params(one: SignatureState, count: int) -> dict[str, object]:
    """Which signature of how many, whose, and on which day."""
    return {
        "number": one.number,
        "count": count,
        "level": int(one.level),
        "names": list(_names(one)),
        "at": "" if one.at is None else _day_of(one.at),
        "until": _day_of(one.signer.until) if one.signer and one.signer.until else "",
        "anchor": one.anchor.sha256 if one.anchor else "",
    }


def _names(one: SignatureState) -> tuple[str, ...]:
    return one.signer.names if one.signer else ()


def _named(wanted: str, holding: list[SignatureState]) -> tuple[Verdict, str]:
    """Whether a certificate names a body or person; one that is not trusted only claims to."""
    trusted = [one for one in holding if one.level >= Level.TRUSTED]
    if any(_is_among(wanted, _names(one)) for one in trusted):
        return _RIGHT, "named"
    if len(trusted) == len(holding):
        return _LOOK, "unnamed"
    claimed = any(_is_among(wanted, _names(one)) for one in holding)
    return (_UNKNOWN, "claimed") if claimed else (_LOOK, "unnamed")


def _is_among(wanted: str, names: tuple[str, ...]) -> bool:
    """One of the names, or one with the rest of the wanted one in the others."""
    asked = _written_out(wanted)
    each = [_written_out(name) for name in names]
    if asked in each:
        return True
    together = {word for name in each for word in name}
    is_core = any(set(name) < set(asked) and len(name) > 2 for name in each)
    return is_core and set(asked) <= together


def _written_out(name: str) -> list[str]:
    return [part for word in words(name.replace("&", " và ")) for part in _LONG.get(word, [word])]


def _day(
    document: str, issued: datetime.date, holding: list[SignatureState]
) -> Iterator[EvidenceCheck]:
    """The day of a document lies between its first signature and its last."""
    moments = [one.at for one in holding if one.at is not None]
    if not moments:
        yield EvidenceCheck(CheckId.SIGNING_DAY, _UNKNOWN, "undated", document)
        return
    first, last = _day_of(min(moments)), _day_of(max(moments))
    params = {"issued": issued, "first": first, "last": last}
    if first <= issued <= last:
        code = "proven" if all(one.proven for one in holding) else "declared"
        yield EvidenceCheck(CheckId.SIGNING_DAY, _RIGHT, code, document, params)
    else:
        code = "before" if last < issued else "after"
        yield EvidenceCheck(CheckId.SIGNING_DAY, _LOOK, code, document, params)


def _day_of(moment: datetime.datetime) -> datetime.date:
    return moment.astimezone(VIETNAM).date()
