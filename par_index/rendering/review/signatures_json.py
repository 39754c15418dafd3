"""Signatures as a JSON document, as `schemas/signature.schema.json` describes it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from par_index.rendering.json_values import Json
from par_index.review.signatures.nouns import Anchor, SignatureState, SignedFile, Signer, Stamp
from par_index.review.signatures.reading import Trust

__all__ = ["SIGNATURE", "signature_document", "trust_part"]

SIGNATURE = "par_index/signature/1"


def signature_document(
    files: Sequence[SignedFile],
    trust: Trust,
    version: str,
    exit_code: int,
    failed: Sequence[str],
) -> Json:
    """Every file with all its signatures, the oldest first; times in UTC."""
    return {
        "schema": SIGNATURE,
        "status": "checked",
        "exit_code": exit_code,
        "failed_gates": list(failed),
        "tools": {"pyHanko": version} if version else {},
        **trust_part(trust),
        "files": [_file(one) for one in files],
    }


def trust_part(trust: Trust) -> Json:
    """What signatures were judged by."""
    return {
        "moment": _time(trust.moment),
        "network": False,
        "roots": [
            {
                "file": one.file,
                "name": one.name,
                "sha256": one.sha256,
                "is_authority": one.is_authority,
                "since": _time(one.since),
                "until": _time(one.until),
            }
            for one in trust.roots
        ],
    }


def _file(one: SignedFile) -> Json:
    return {
        "name": one.name,
        "sha256": one.sha256 or None,
        "fault": one.fault.value or None,
        "level": None if one.level is None else int(one.level),
        "traces": one.traces,
        "careless": one.careless,
        "signatures": [_signature(each) for each in one.signatures],
        "stamps": [_stamp(each) for each in one.stamps],
    }


def _signature(one: SignatureState) -> Json:
    return {
        "number": one.number,
        "field": one.field,
        "level": int(one.level),
        "why": one.why.value or None,
        "change": one.change.value,
        "whole": one.whole,
        "signer": _signer(one.signer),
        "declared": _time(one.declared),
        "proven": _time(one.proven),
        "stamper": one.stamper or None,
        "anchor": _anchor(one.anchor),
        "revoked": _time(one.revoked),
    }


def _signer(one: Signer | None) -> Json | None:
    if one is None:
        return None
    return {
        "name": one.name or None,
        "organisation": one.organisation or None,
        "unit": one.unit or None,
        "issuer": one.issuer or None,
        "sha256": one.sha256,
        "since": _time(one.since),
        "until": _time(one.until),
    }


def _anchor(one: Anchor | None) -> Json | None:
    return None if one is None else {"name": one.name, "sha256": one.sha256}


def _stamp(one: Stamp) -> Json:
    return {"at": _time(one.at), "stamper": one.stamper or None, "holds": one.holds}


def _time(moment: datetime.datetime | None) -> str | None:
    """``2021-06-10T03:00:00Z``."""
    if moment is None:
        return None
    return moment.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")
