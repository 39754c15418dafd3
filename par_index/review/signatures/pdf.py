"""Signatures of PDF files judged by pyHanko, in a process of its own: the one module that meets it.

Run by `par_index.review.signatures.reading` as ``python -m``. Nothing is fetched, and nothing is
trusted but the roots that come with the question.
"""

from __future__ import annotations

import base64
import datetime
import io
import json
import logging
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any, Final

from asn1crypto import x509
from pyhanko.pdf_utils.crypt import AuthStatus
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext

from par_index.review.confined import serve
from par_index.review.signatures.statuses import (
    Facts,
    Proof,
    about,
    anchor_of,
    archived,
    aware,
    broken,
    covers_its_version,
    distrust,
    full_name,
    iso,
    trusted_time,
    untimed,
    validity,
)

__all__ = ["examine", "main"]

_USES: Final = KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"})
"""Either makes a certificate one for signing documents."""


def main() -> None:
    """Answer file after file."""
    logging.disable(logging.CRITICAL)
    serve(answer)


def answer(question: bytes) -> Facts:
    """A line of JSON with ``roots`` (DER in base64) and ``moment``, then the file, or nothing.

    Without a file the answer is about the roots.
    """
    head, _, data = question.partition(b"\n")
    asked = json.loads(head)
    ders = [base64.b64decode(one) for one in asked["roots"]]
    if not data:
        return {"roots": [_root(der) for der in ders]}
    roots = [x509.Certificate.load(der) for der in ders]
    moment = datetime.datetime.fromisoformat(asked["moment"])
    return {**examine(data, roots, moment), "version": version("pyHanko")}


def _root(der: bytes) -> Facts:
    """What a certificate says of itself; ``fault`` where it is none."""
    try:
        one = x509.Certificate.load(der, strict=True)
        return {"name": full_name(one.subject), "ca": bool(one.ca), **validity(one)}
    except Exception:  # Whatever a broken certificate makes a library raise.
        return {"fault": "no_certificate"}


def examine(data: bytes, roots: Sequence[Any], moment: datetime.datetime) -> Facts:
    """What is said of a file: a ``fault``, or its signatures and stamps as plain values."""
    try:
        return _examine(data, roots, moment, strict=True)
    except _Careless:
        pass
    except MemoryError:
        return {"fault": "memory"}
    try:
        return _examine(data, roots, moment, strict=False)
    except MemoryError:
        return {"fault": "memory"}
    except Exception:  # Whatever a broken file makes a library raise is the file's fault.
        return {"fault": "damaged"}


class _Careless(Exception):  # noqa: N818 - it says what happened
    """A file that is not written by the book, and has to be read more leniently."""


def _examine(
    data: bytes, roots: Sequence[Any], moment: datetime.datetime, *, strict: bool
) -> Facts:
    """The same, by the book or leniently.

    pyHanko judges no files with two tables of places, as Word writes them, unless told to.
    """
    try:
        reader = PdfFileReader(io.BytesIO(data), strict=strict)
        if is_hybrid := reader.xrefs.hybrid_xrefs_present:
            reader = PdfFileReader(io.BytesIO(data), strict=False)
        if reader.encrypted and reader.decrypt("").status == AuthStatus.FAILED:
            return {"fault": "encrypted"}
        signatures, stamps = _Examination(reader, roots, moment).run()
    except MemoryError:
        raise
    except Exception as error:  # As above.
        if strict:
            raise _Careless from error
        raise
    if strict and not is_hybrid and any(one["why"] == "unreadable" for one in signatures):
        raise _Careless
    return {"fault": "", "careless": not strict, "signatures": signatures, "stamps": stamps}


class _Examination:
    """One file, from its last signature to its first: what is later proves when they existed."""

    def __init__(self, reader: Any, roots: Sequence[Any], moment: datetime.datetime) -> None:
        self.reader = reader
        self.roots = roots
        self.poe = moment
        """By then everything that is still to come had existed."""
        self.sealed = ""
        """Whose timestamp says so, if any does."""
        self.certificates, self.proof = _store(reader)
        self.names = {name for name, _, _ in enumerate_sig_fields(reader)}

    def run(self) -> tuple[list[Facts], list[Facts]]:
        signatures: list[Facts] = []
        stamps: list[Facts] = []
        for field, one in reversed(self._fields()):
            if not isinstance(one, EmbeddedPdfSignature):
                signatures.append({"field": field, "why": one})
            elif one.sig_object_type == "/DocTimeStamp":
                stamps.append(self._stamp(one))
            else:
                signatures.append({"field": field, **self._signature(one)})
        return signatures[::-1], stamps[::-1]

    def _fields(self) -> list[tuple[str, Any]]:
        """Every signature in the order in which they were made, or why one cannot be read."""
        known: list[tuple[int, str, Any]] = []
        faults: list[tuple[int, str, Any]] = []
        for name, _, field in enumerate_sig_fields(self.reader, filled_status=True):
            field_name = str(name)
            try:
                one = EmbeddedPdfSignature(self.reader, field, name)
                known.append((one.signed_revision, field_name, one))
            except MemoryError:
                raise
            except Exception:  # Whatever a broken signature makes a library raise.
                faults.append((-1, field_name, "unreadable"))
        known.sort(key=lambda each: each[0])
        return [(name, one) for _, name, one in (*faults, *known)]

    # One signature

    def _signature(self, one: Any) -> Facts:
        kinds = ("/adbe.pkcs7.detached", "/ETSI.CAdES.detached", "/PBAD.PAdES")
        if one.sig_object.get("/SubFilter") not in kinds:
            return {"why": "unsupported"}
        try:
            return self._judged(one)
        except MemoryError:
            raise
        except Exception:  # As above: one signature must not hide the others.
            return {"why": "bytes" if self._is_changed(one) else "unreadable"}

    def _is_changed(self, one: Any) -> bool:
        """Whether what was signed is certainly not what is there, however broken the rest is."""
        try:
            context = self._context(self.poe, "soft-fail", ((), ()))
            return not validate_pdf_signature(one, context, skip_diff=True).intact
        except MemoryError:
            raise
        except Exception:  # As above.
            return False

    def _judged(self, one: Any) -> Facts:
        proof = archived(one)
        status, is_proven = self._as_of(one, self.poe, proof)
        facts = {**about(one, status, self.names), "proven": None, "stamper": self.sealed}
        if why := broken(status):
            return {**facts, "why": why}
        stamp = trusted_time(status, self.poe)
        if stamp:
            facts["stamper"] = full_name(status.timestamp_validity.signing_cert.subject)
            # What was signed holds the older signatures as well: they had been made by then.
            self.poe, self.sealed = stamp, facts["stamper"]
            status, is_proven = self._as_of(one, stamp, proof)
        proven = stamp or (self.poe if self.sealed else None)
        facts["proven"] = iso(proven)
        if not status.trusted:
            return {**facts, **self._distrust(one, status, proven, proof)}
        facts["anchor"] = anchor_of(status.validation_path)
        if proven:
            return {**facts, "why": "" if is_proven else "no_revocation"}
        return {**facts, "why": untimed(status)}

    def _distrust(
        self, one: Any, status: Any, proven: datetime.datetime | None, proof: Proof
    ) -> Facts:
        """Why the chain does not hold."""
        why = distrust(status)
        if why == "revoked":
            return {"why": why, "revoked": iso(status.revocation_details.revocation_date)}
        if why == "unknown_issuer" and not self.roots:
            why = "no_roots"
        if why != "expired" or proven is not None:
            return {"why": why}
        declared = aware(one.self_reported_timestamp)
        if declared is not None and declared < self.poe:
            then, _ = self._as_of(one, declared, proof)
            if then.trusted:
                return {"why": "expired_since", "anchor": anchor_of(then.validation_path)}
        return {"why": "expired"}

    def _as_of(self, one: Any, moment: datetime.datetime, proof: Proof) -> tuple[Any, bool]:
        """pyHanko's judgement as of a time, and whether it is proven that nothing was revoked.

        Without such proof a chain may be trusted all the same, unless it is proven to be revoked.
        """
        strict = self._status(one, moment, proof, "require")
        if strict.trusted or strict.revocation_details is not None:
            return strict, bool(strict.trusted)
        return self._status(one, moment, proof, "soft-fail"), False

    def _status(self, one: Any, moment: datetime.datetime, proof: Proof, mode: str) -> Any:
        """Timestamps are judged by what is known to be later."""
        return validate_pdf_signature(
            one,
            self._context(moment, mode, proof),
            self._context(self.poe, "soft-fail", proof),
            key_usage_settings=_USES,
            skip_diff=one.diff_result is not None,
        )

    def _context(self, moment: datetime.datetime, mode: str, proof: Proof) -> Any:
        # Roots are always given: for None the system's own would be taken.
        return ValidationContext(
            trust_roots=list(self.roots),
            other_certs=self.certificates,
            moment=moment,
            allow_fetching=False,
            crls=[*self.proof[0], *proof[0]],
            ocsps=[*self.proof[1], *proof[1]],
            revocation_mode=mode,
            # Lists made after the signature are the ones that prove something.
            retroactive_revinfo=True,
        )

    # Timestamps of the document

    def _stamp(self, one: Any) -> Facts:
        try:
            status = validate_pdf_timestamp(one, self._context(self.poe, "soft-fail", ((), ())))
            sound = status.intact and status.valid and covers_its_version(status)
            holds = bool(sound and status.trusted and status.timestamp <= self.poe)
            stamper = full_name(status.signing_cert.subject)
        except MemoryError:
            raise
        except Exception:  # As above.
            return {"at": None, "stamper": "", "holds": False}
        if holds:
            self.poe, self.sealed = status.timestamp, stamper
        return {"at": iso(status.timestamp), "stamper": stamper, "holds": holds}


# Revocation that the file itself brings


def _store(reader: Any) -> tuple[list[Any], Proof]:
    """The certificates, lists and answers that were put beside the signatures."""
    try:
        store = DocumentSecurityStore.read_dss(reader)
        manager = store.as_validation_context({"trust_roots": []}).revinfo_manager
        return list(store.load_certs()), (manager.crls, manager.ocsps)
    except MemoryError:
        raise
    except Exception:  # There is none, or a broken one: then it proves nothing.
        return [], ((), ())


if __name__ == "__main__":
    main()
