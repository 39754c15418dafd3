"""A small set that asks for documents, submissions that cite them, and what is seen of them."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from par_index.model.assessment import Assessment
from par_index.model.criteria import CriteriaSet
from par_index.model.evidence import EvidenceCheck, EvidenceReport, FileFacts
from par_index.model.submission import Evidence
from par_index.review.evidence import pdf, pdf_reader
from par_index.review.evidence.checking import check_looks
from par_index.review.evidence.files import Opened, open_below
from par_index.review.evidence.looking import Look, look_at
from par_index.review.evidence.pdf_reader import PdfLook
from support.cases import load_case_set, scored

ROOT = Path(__file__).resolve().parents[2]
ODD = ROOT / "tests" / "evidence" / "odd"
MADE = ROOT / "fixtures" / "quang-binh-skhcn-2021-tai-lieu"

_WINDOW = {"from": "2025-01-01", "to": "2025-12-31"}
_DOCUMENT: dict[str, Any] = {
    "measures": [
        {"id": "ke_hoach", "kind": "yes_no"},
        {"id": "hs", "kind": "count", "counted_in": "hồ sơ", "min": "1"},
        {"id": "hs.dung", "kind": "count", "within": "hs"},
        {"id": "hs.dung.ty_le", "kind": "rate", "of": ["hs.dung", "hs"]},
        {"id": "khong_bi_phat", "kind": "yes_no"},
    ],
    "criteria": [
        {
            "code": "1",
            "max_points": "1",
            "scoring": {"full_if": "ke_hoach"},
            "evidence": [
                {
                    "id": "ke-hoach",
                    "required": "yes",
                    "loai": "KH",
                    "locate": "page",
                    "window": _WINDOW,
                }
            ],
        },
        {
            "code": "2",
            "max_points": "2",
            "scoring": {"full_if": {"of": {"ratio": ["hs.dung", "hs"]}, "at_least": "90%"}},
            "evidence": [
                {"id": "bao-cao", "required": "yes", "count": "2", "loai": ["BC", "Kế hoạch"]},
                {"id": "bieu", "locate": "section"},
            ],
        },
        {"code": "3", "max_points": "1", "scoring": {"full_if": "khong_bi_phat", "else": "-1"}},
    ],
}
GIVEN = {"ke_hoach": "có", "hs": "1234", "hs.dung": "1200", "khong_bi_phat": "có"}
PLAN = {
    "id": "kh",
    "loai": "Kế hoạch",
    "so": "12",
    "ky_hieu": "KH-SMA",
    "ngay": "2025-01-15",
    "co_quan": "Sở Mẫu A",
    "trich_yeu": "Kế hoạch cải cách hành chính năm 2025",
    "tep": "tai_lieu/dung.pdf",
}


@cache
def asking_set() -> CriteriaSet:
    return load_case_set(copy.deepcopy(_DOCUMENT))


def document(**fields: str) -> dict[str, str]:
    """The plan with some fields otherwise; None leaves one out."""
    return {key: one for key, one in {**PLAN, **fields}.items() if one is not None}


def assessed(
    *documents: Mapping[str, str], answers: list[dict[str, Any]] | None = None, **keys: Any
) -> Assessment:
    """A submission with these documents, of which each is cited for criterion 1 by default."""
    if answers is None:
        uses = [{"id": one["id"], "trang": "1"} for one in documents]
        answers = [{"code": "1", "evidence": uses}]
    told = {"given": GIVEN, "as_of": "2025-12-31", "evidence": list(documents), "answers": answers}
    return scored(asking_set(), {**told, **keys})


def reported(*documents: Mapping[str, str], root: Path = ODD, **keys: Any) -> EvidenceReport:
    """The report on such a submission."""
    assessment = assessed(*documents, **keys)
    return _report(assessment, lambda one: open_below(root, one.fields["tep"]))


def _report(assessment: Assessment, opened: Callable[[Evidence], Opened]) -> EvidenceReport:
    looks = {
        id: look_at(opened(one), read_pdf) if one.fields.get("tep") else Look(FileFacts())
        for id, one in assessment.submission.evidence.items()
    }
    return check_looks(assessment, looks)


@cache
def read_pdf(data: bytes) -> PdfLook:
    """As another process reads it, without one."""
    return pdf_reader._look(pdf.examine(data))


def told(report: EvidenceReport, check: str, document: str = "kh") -> list[tuple[str, str]]:
    """Verdict and code of one kind of check."""
    return [(one.verdict.value, one.code) for one in found(report, check, document)]


def found(report: EvidenceReport, check: str, document: str = "kh") -> list[EvidenceCheck]:
    return [one for one in report.of(document) if one.id == check]


def with_files(assessment: Assessment, files: Mapping[str, bytes | None]) -> EvidenceReport:
    """The report where these are the files, by the ids of documents; None for one not there."""

    def opened(one: Evidence) -> Opened:
        data = files.get(one.id)
        return Opened(one.fields["tep"], data, fault="missing" if data is None else "")

    return _report(assessment, opened)
