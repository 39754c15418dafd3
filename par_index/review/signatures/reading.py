"""From the bytes of files to what their signatures are worth, asked of a confined process."""

from __future__ import annotations

import base64
import datetime
import hashlib
import json
from collections.abc import Sequence
from types import TracebackType
from typing import Any, Final, Self

from par_index.nouns import Noun, replace
from par_index.problems import Owner, Problems, Source, Span
from par_index.review.confined import SECONDS, Confined
from par_index.review.signatures.nouns import (
    Anchor,
    Change,
    FileFault,
    Level,
    SignatureState,
    SignedFile,
    Signer,
    Stamp,
    Why,
)
from par_index.review.signatures.trust import Root, read_roots

__all__ = ["FILE_BYTES", "SignatureReader", "Trust", "read_signatures", "trust_of"]

FILE_BYTES: Final = 50_000_000
"""The size of one file."""

_MODULE: Final = "par_index.review.signatures.pdf"
_HEAD: Final = 1024
_END: Final = 2048
_TRACE: Final = b"/ByteRange"
"""What every signature has, outside everything that is compressed."""

_LEVELS: Final = {
    Level.BROKEN: "bytes forged content coverage locked unreadable unsupported",
    Level.INTACT: "no_roots unknown_issuer not_yet expired expired_since revoked usage weak chain",
    Level.TRUSTED: "no_timestamp timestamp_unknown timestamp_broken",
    Level.TIMED: "no_revocation",
}
_LEVEL_OF: Final = {Why(why): level for level, whys in _LEVELS.items() for why in whys.split()}


class Trust(Noun):
    """What signatures are judged by: the roots, and the time as of which one asks."""

    roots: tuple[Root, ...]
    moment: datetime.datetime


def trust_of(folder: str | None, moment: datetime.datetime, problems: Problems) -> Trust:
    """The trust in the roots of a folder, with what each says of itself; no folder, no roots."""
    roots = () if folder is None else read_roots(folder, problems)
    trust = Trust(roots, moment)
    if not roots:
        return trust
    with Confined(_MODULE) as other:
        answers = other.ask(_question(trust)).get("roots", [{}] * len(roots))
    named = []
    for root, said in zip(roots, answers, strict=True):
        if "name" in said:
            times = {key: _time(said[key]) for key in ("since", "until")}
            named.append(replace(root, name=said["name"], is_authority=said["ca"], **times))
        else:
            problems.add("E920", Span(Source(root.file, Owner.SYSTEM)), file=root.file)
    return Trust(tuple(named), moment)


class SignatureReader:
    """Judges file after file by one trust. A context manager: its process ends with it.

    ``version`` is that of the library, once a signature was met.
    """

    def __init__(self, trust: Trust, seconds: float = SECONDS) -> None:
        self.trust = trust
        self.version = ""
        self._other = Confined(_MODULE, seconds)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._other.__exit__(kind, error, trace)

    def read(self, data: bytes, name: str) -> SignedFile:
        """What is in these bytes; nothing is raised, whatever they are."""
        file = SignedFile(name, hashlib.sha256(data).hexdigest())
        if len(data) > FILE_BYTES:
            return replace(file, sha256="", fault=FileFault.TOO_LARGE)
        if b"%PDF-" not in data[:_HEAD]:
            return replace(file, fault=FileFault.NO_PDF)
        if _TRACE not in data:
            is_whole = b"%%EOF" in data[-_END:]
            return file if is_whole else replace(file, fault=FileFault.DAMAGED)
        said = self._other.ask(_question(self.trust, data))
        self.version = said.get("version", self.version)
        if said["fault"]:
            return replace(file, fault=FileFault(said["fault"]))
        signatures = tuple(
            _state(number, one) for number, one in enumerate(said["signatures"], start=1)
        )
        stamps = tuple(
            Stamp(_time(one["at"]), one["stamper"], one["holds"]) for one in said["stamps"]
        )
        traces = not signatures and not stamps
        return replace(
            file,
            signatures=signatures,
            stamps=stamps,
            traces=traces,
            careless=said["careless"],
        )


def read_signatures(files: Sequence[tuple[str, bytes]], trust: Trust) -> tuple[SignedFile, ...]:
    """Every file, in order."""
    with SignatureReader(trust) as reader:
        return tuple(reader.read(data, name) for name, data in files)


def _question(trust: Trust, data: bytes = b"") -> bytes:
    roots = [base64.b64encode(one.der).decode("ascii") for one in trust.roots]
    head = {"roots": roots, "moment": trust.moment.isoformat()}
    return json.dumps(head).encode("ascii") + b"\n" + data


def _state(number: int, said: dict[str, Any]) -> SignatureState:
    why = Why(said["why"])
    signer, anchor = said.get("signer"), said.get("anchor")
    return SignatureState(
        number,
        said["field"],
        _LEVEL_OF.get(why, Level.REVOCATION),
        why,
        Change(said.get("change", Change.UNCLEAR)),
        bool(said.get("whole")),
        _signer(signer) if signer else None,
        _time(said.get("declared")),
        _time(said.get("proven")),
        said.get("stamper", ""),
        Anchor(anchor["name"], anchor["sha256"]) if anchor else None,
        _time(said.get("revoked")),
    )


def _signer(said: dict[str, Any]) -> Signer:
    return Signer(
        said["name"],
        said["organisation"],
        said["unit"],
        said["issuer"],
        said["sha256"],
        _time(said["since"]),
        _time(said["until"]),
    )


def _time(said: str | None) -> datetime.datetime | None:
    return None if said is None else datetime.datetime.fromisoformat(said)
