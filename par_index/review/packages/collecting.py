"""The files of a register, from the folder of the unit's file."""

from __future__ import annotations

from pathlib import Path

from par_index.model.submission import Evidence, Submission
from par_index.problems import Owner, Problems, Source, Span
from par_index.reading.digests import sha256_of
from par_index.review.evidence.files import Opened, open_below
from par_index.review.packages.limits import PACKAGE_BYTES

__all__ = ["collect"]


def collect(submission: Submission, root: Path, problems: Problems) -> dict[str, bytes]:
    """The content of every document that has a file below ``root``, by its path.

    A file that is not there is a remark (W611), as is one that is no longer what the register
    says (W612); one that must not be followed, or cannot be read, is an error (E614, E902).
    """
    found: dict[str, bytes] = {}
    size = 0
    for one in submission.evidence.values():
        path = one.fields.get("tep", "")
        if path and path not in found:
            data = _content(open_below(root, path), one.span, problems)
            if data is not None:
                found[path] = data
                size += len(data)
        if path in found:
            _compare(one, found[path], problems)
        if size > PACKAGE_BYTES:
            problems.add("E605", Span(submission.source), what="size", limit=PACKAGE_BYTES)
            break
    return found


def _content(opened: Opened, place: Span, problems: Problems) -> bytes | None:
    if opened.data is not None:
        return opened.data
    if opened.fault == "missing":
        problems.add("W611", place, found=opened.name, near=opened.near)
    elif opened.fault == "unreadable":
        system = Span(Source(opened.name, Owner.SYSTEM))
        problems.add("E902", system, file=opened.name, reason=opened.reason)
    else:
        problems.add("E614", place, found=opened.name, what=opened.fault)
    return None


def _compare(one: Evidence, data: bytes, problems: Problems) -> None:
    said, now = one.fields.get("sha256", "").strip().lower(), sha256_of(data)
    if said and said != now:
        problems.add("W612", one.span, found=one.fields["tep"], now=now)
