"""``tai_lieu.csv``: which file of the package is which document, with the register's own fields.

Inside a package the paths that the unit's file gives lead nowhere, and that file is not touched:
this list is the way. It opens in a spreadsheet, and no cell of it acts there.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from typing import Final

from par_index.model.submission import Evidence, Submission
from par_index.review.packages.contents import Document
from par_index.review.packages.limits import RECEIPT_BYTES

__all__ = ["COLUMNS", "read_register", "register_of"]

_FILE: Final = ("id", "tep", "tep_trong_goi", "kich_thuoc", "sha256")
_FIELDS: Final = (
    "loai",
    "so",
    "ky_hieu",
    "ngay",
    "co_quan",
    "ma_co_quan",
    "trich_yeu",
    "so_trang",
    "nguoi_ky",
    "nguoi_ky.chuc_vu",
    "nguoi_ky.ho_ten",
    "ho_so_luu",
    "ho_so_luu.ma_co_quan",
    "ho_so_luu.nam",
    "ho_so_luu.ky_hieu",
    "thu_tu",
    "con_hieu_luc",
)
COLUMNS: Final = (*_FILE, *_FIELDS, "tieu_chi")
"""The file in the package, the fields of Phụ lục VI, and the criteria that cite the document."""

_MARK: Final = "\ufeff"
_BREAK: Final = re.compile(r"[\t\n\r]+")
_STARTS: Final = re.compile("(^|;)(?=[=+@＝＋－＠'-])")
"""Where a spreadsheet takes what follows for a formula, and before the sign that stops it. Where
the decimal comma is written, it takes a semicolon for the end of a cell.
"""
_SIGNED: Final = re.compile("(^|;)'")


def register_of(submission: Submission, documents: Mapping[str, Document]) -> bytes:
    """The list for the documents of a submission, by their ids; none but these."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for id, evidence in submission.evidence.items():
        row = (*_file_cells(documents[id]), *_field_cells(evidence), _cited_by(id, submission))
        writer.writerow(map(_passive, row))
    return (_MARK + out.getvalue()).encode()


def read_register(data: bytes) -> tuple[Document, ...] | None:
    """The documents of a list; None where it is not one that `register_of` writes."""
    if len(data) > RECEIPT_BYTES:
        return None
    most = csv.field_size_limit(RECEIPT_BYTES)
    try:
        rows = csv.reader(io.StringIO(data.decode().removeprefix(_MARK), newline=""), strict=True)
        if tuple(next(rows, ())) != COLUMNS:
            return None
        return tuple(_document([_plain(cell) for cell in row[: len(_FILE)]]) for row in rows)
    except (ValueError, csv.Error):
        return None
    finally:
        csv.field_size_limit(most)


def _file_cells(one: Document) -> tuple[str, ...]:
    return one.id, one.path, one.name, str(one.size) if one.name else "", one.sha256


def _field_cells(evidence: Evidence) -> list[str]:
    return [evidence.fields.get(name, "") for name in _FIELDS]


def _cited_by(id: str, submission: Submission) -> str:
    """The codes of the criteria whose answers point to a document."""
    answers = submission.answers.items()
    return "; ".join(
        code for code, answer in answers if any(use.evidence == id for use in answer.evidence)
    )


def _document(cells: list[str]) -> Document:
    id, path, name, size, digest = cells
    return Document(id, path, name, int(size) if size else 0, digest)


def _passive(text: str) -> str:
    """A cell on one line that no spreadsheet runs; the sign before it can be taken away again."""
    return _STARTS.sub(r"\1'", _BREAK.sub(" ", text))


def _plain(cell: str) -> str:
    return _SIGNED.sub(r"\1", cell)
