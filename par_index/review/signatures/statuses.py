"""What pyHanko's objects say, as plain values: names, times, certificates, and why a level ends.

Everything here is handed over; nothing of the library is imported.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Sequence
from typing import Any, Final

__all__ = [
    "Facts",
    "Proof",
    "about",
    "anchor_of",
    "archived",
    "aware",
    "broken",
    "covers_its_version",
    "distrust",
    "full_name",
    "iso",
    "trusted_time",
    "untimed",
    "validity",
]

Facts = dict[str, Any]
Proof = tuple[Sequence[Any], Sequence[Any]]
"""Lists of revoked certificates, and answers about single ones."""

_LOCAL: Final = datetime.timezone(datetime.timedelta(hours=7))
"""Times that do not say where are those of Vietnam."""
_NAME_CHARACTERS: Final = 300
_EXPIRED: Final = ("OUT_OF_BOUNDS_NO_POE", "EXPIRED", "OUT_OF_BOUNDS_NOT_REVOKED")
_DISTRUST: Final = {
    "NO_CERTIFICATE_CHAIN_FOUND": "unknown_issuer",
    "CHAIN_CONSTRAINTS_FAILURE": "usage",
    "CRYPTO_CONSTRAINTS_FAILURE": "weak",
    "CRYPTO_CONSTRAINTS_FAILURE_NO_POE": "weak",
    **dict.fromkeys(_EXPIRED, "expired"),
}
_CHANGES: Final = {"NONE": "nothing", "LTA_UPDATES": "metadata", "ANNOTATIONS": "annotated"}
_ALLOWED: Final = ("NONE", "LTA_UPDATES", "FORM_FILLING")
"""What may be done after signing where the signature itself does not forbid it."""


def broken(status: Any) -> str:
    """Why a signature does not hold for the file; empty where it does."""
    if not status.intact:
        return "bytes"
    if not status.valid:
        return "forged"
    if not covers_its_version(status):
        return "coverage"
    if not status.docmdp_ok:
        level = status.modification_level
        return "locked" if level is not None and level.name in _ALLOWED else "content"
    return ""


def covers_its_version(status: Any) -> bool:
    """Whether a signature covers the file up to its own end, with no gap."""
    return status.coverage.name in ("ENTIRE_REVISION", "ENTIRE_FILE")


def trusted_time(status: Any, latest: datetime.datetime) -> datetime.datetime | None:
    """The time of a signature's own timestamp, if that holds."""
    one = status.timestamp_validity
    if one is None or not (one.intact and one.valid and one.trusted) or one.timestamp > latest:
        return None
    return aware(one.timestamp)


def distrust(status: Any) -> str:
    """Why the chain of a signature does not hold."""
    if status.revocation_details is not None:
        return "revoked"
    found = status.trust_problem_indic
    why = _DISTRUST.get(found.name, "chain") if found is not None else "chain"
    is_early = status.validation_time < status.signing_cert.not_valid_before
    return "not_yet" if is_early and why in ("chain", "expired") else why


def untimed(status: Any) -> str:
    """Why there is no proven time."""
    one = status.timestamp_validity
    if one is None:
        return "no_timestamp"
    return "timestamp_unknown" if one.intact and one.valid else "timestamp_broken"


def about(one: Any, status: Any, signature_fields: Collection[str]) -> Facts:
    """What a signature says of itself, and what was done to the file afterwards."""
    certificate = status.signing_cert
    subject = certificate.subject.native
    return {
        "change": _change(status, signature_fields),
        "whole": status.coverage.name == "ENTIRE_FILE",
        "declared": iso(aware(one.self_reported_timestamp)),
        "signer": {
            "name": _part(subject, "common_name"),
            "organisation": _part(subject, "organization_name"),
            "unit": _part(subject, "organizational_unit_name"),
            "issuer": full_name(certificate.issuer),
            "sha256": certificate.sha256.hex(),
            **validity(certificate),
        },
    }


def _change(status: Any, signature_fields: Collection[str]) -> str:
    level = status.modification_level
    if level is None or not covers_its_version(status):
        return "unclear"
    if level.name == "FORM_FILLING":
        changed = set(status.diff_result.changed_form_fields)
        return "signed" if changed <= set(signature_fields) else "fields"
    return _CHANGES.get(level.name, "content")


def archived(one: Any) -> Proof:
    """The proof about revocation that was signed along, as older programs do."""
    found = [
        value
        for attribute in one.signer_info["signed_attrs"]
        if attribute["type"].native == "adobe_revocation_info_archival"
        for value in attribute["values"]
    ]
    crls = [each for value in found for each in value["crl"] or ()]
    return crls, [each for value in found for each in value["ocsp"] or ()]


def validity(certificate: Any) -> Facts:
    """From when until when a certificate is good."""
    since, until = certificate.not_valid_before, certificate.not_valid_after
    return {"since": iso(since), "until": iso(until)}


def anchor_of(path: Any) -> Facts:
    """The root that a chain begins with."""
    certificate = path.trust_anchor.authority.certificate
    return {"name": full_name(certificate.subject), "sha256": certificate.sha256.hex()}


def full_name(name: Any) -> str:
    """The usual name, with the organisation where there is one."""
    parts = [_part(name.native, one) for one in ("common_name", "organization_name")]
    return ", ".join(filter(None, parts)) or str(name.human_friendly)


def _part(subject: Any, key: str) -> str:
    value = subject.get(key, "")
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return text[:_NAME_CHARACTERS]


def aware(moment: datetime.datetime | None) -> datetime.datetime | None:
    """A time that says where; one that does not is taken for Vietnam's."""
    if moment is None:
        return None
    return moment.replace(tzinfo=_LOCAL) if moment.tzinfo is None else moment


def iso(moment: datetime.datetime | None) -> str | None:
    """In UTC."""
    return None if moment is None else moment.astimezone(datetime.UTC).isoformat()
