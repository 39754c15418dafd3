"""Packages to look at and to tamper with: small ones made up, whole ones of real submissions."""

from __future__ import annotations

import datetime
import io
import warnings
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from par_index.assessing import assess
from par_index.cli.packaging import files_of_set, write_assessment
from par_index.model.submission import Evidence, Submission, Unit
from par_index.nouns import replace
from par_index.problems import InvalidInput, Owner, Problem, Source, Span
from par_index.reading.digests import sha256_of
from par_index.reading.library import Library
from par_index.reading.sets import read_kept
from par_index.reading.submissions import read_submission
from par_index.review.packages.bags import bag_of
from par_index.review.packages.building import build
from par_index.review.packages.contents import ROOT as FOLDER
from par_index.review.packages.contents import Document, Info, Package, Parts
from par_index.review.packages.making import parts_of
from par_index.review.packages.opening import open_package
from par_index.review.packages.register import register_of
from par_index.review.packages.rescoring import SHOWN_SET, SHOWN_UNIT, Scored
from par_index.review.packages.verifying import Verification, verify_package
from par_index.review.packages.zips import zip_pieces
from support.processes import ROOT

INFO = Info("Sở A tỉnh B", "thu.so-a", 2025, datetime.date(2025, 12, 31))

REGISTER = """  - {code: dh.kehoach, evidence: [{id: kh, trang: 2}]}
evidence:
  - id: kh
    loai: Kế hoạch
    so: 12
    ky_hieu: KH-SKHCN
    ngay: 2021-01-15
    tep: tai lieu/kế hoạch.PDF
  - {id: qd, loai: Quyết định, so: "03", ky_hieu: QĐ-SKHCN, ngay: 2021-02-01, tep: qd.docx}
  - {id: bc, so: 7, ky_hieu: "=BC", tep: -bc.pdf}
"""
FILES = {"tai lieu/kế hoạch.PDF": b"%PDF-1.7 ke hoach\n", "-bc.pdf": b"%PDF-1.4 bao cao\n"}


def small(**changes: Any) -> Parts:
    """A package that holds hardly anything, and nothing that could be scored."""
    parts = Parts(
        INFO,
        b"schema: x\n",
        {"set.yaml": b"a: 1\n", "measures.yaml": b"b: 2\n"},
        b"{}\n",
        register([Document("kh", "a.pdf", "TL01.pdf", 5, sha256_of(b"%PDF-"))]),
        {"TL01.pdf": b"%PDF-"},
    )
    return replace(parts, **changes)


def register(documents: Sequence[Document]) -> bytes:
    """``tai_lieu.csv`` for documents of which no more is known."""
    source = Source(SHOWN_UNIT, Owner.SUBMISSION)
    listed = {one.id: Evidence(one.id, Span(source)) for one in documents}
    unit = Unit(INFO.unit, INFO.organisation, "so")
    submission = Submission("", unit, INFO.day, {}, {}, listed, source)
    return register_of(submission, {one.id: one for one in documents})


@cache
def real(extra: str = REGISTER) -> tuple[Parts, Scored]:
    """The sample unit with a few documents, one of them without a file."""
    unit = (ROOT / "fixtures/quang-binh-skhcn-2021/unit.yaml").read_bytes() + extra.encode()
    return made(unit, FILES)


def made(unit: bytes, found: Mapping[str, bytes]) -> tuple[Parts, Scored]:
    """The parts of the package of a submission."""
    id, _ = read_submission(unit, SHOWN_UNIT, Library())
    files = files_of_set(id.id)
    criteria, _ = read_kept(files, SHOWN_SET)
    _, submission = read_submission(unit, SHOWN_UNIT, Library(), criteria=criteria)
    scored = Scored(criteria, submission, assess(criteria, submission))
    return parts_of(scored, unit, files, found, write_assessment), scored


def opened(data: bytes) -> Package:
    return open_package(data, "goi.zip")


def verified(data: bytes, own: str | None = None) -> Verification:
    """What is said of a package, beside the installed set or another."""
    return verify_package(opened(data), write_assessment, lambda id: files_of_set(own or id))


def refused(do: Callable[[], object]) -> tuple[Problem, ...]:
    """What is wrong; nothing where nothing is."""
    try:
        do()
    except InvalidInput as refusal:
        return refusal.problems
    return ()


def told(problems: Iterable[Problem]) -> list[tuple[str, str]]:
    """The codes, and the places within the package."""
    return [(one.code, one.span.source.name.partition("!")[2]) for one in problems]


def files_of(parts: Parts) -> dict[str, bytes]:
    """Every file of the bag by its path in it."""
    return bag_of(parts.payload, parts.info)


def archive(files: Mapping[str, bytes]) -> bytes:
    """The canonical archive of a bag's files, whatever they are."""
    return b"".join(zip_pieces({FOLDER + path: data for path, data in files.items()}))


def rezipped(files: Mapping[str, bytes], **how: Any) -> bytes:
    """The same files as another program zips them."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", **how) as other:
        for path, data in files.items():
            other.writestr(FOLDER + path, data)
    return out.getvalue()


def entry(name: str, **changes: Any) -> zipfile.ZipInfo:
    """One entry for `added`, as its maker wants it."""
    one = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    one.create_system = 3
    one.external_attr = 0o100644 << 16
    for key, value in changes.items():
        setattr(one, key, value)
    return one


def added(data: bytes, *entries: zipfile.ZipInfo, content: bytes = b"x") -> bytes:
    """A package with more entries at its end."""
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as other, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for one in entries:
            other.writestr(one, content)
    return out.getvalue()


def rebuilt(parts: Parts, **changes: Any) -> bytes:
    """A package with other parts, all its lists computed again."""
    return build(replace(parts, **changes))


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
