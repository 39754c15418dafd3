"""Verdicts on documents: each its own, with why, and none of them a point."""

from __future__ import annotations

import hashlib
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from support.evidence import (
    MADE,
    ODD,
    assessed,
    document,
    found,
    read_pdf,
    reported,
    told,
    with_files,
)

import par_index
from par_index.model.evidence import CheckId, EvidenceReport, Verdict
from par_index.rendering.messages.review_evidence_checks import CHECKS, SAID
from par_index.rendering.review.evidence_words import EvidenceWords
from par_index.rendering.text import render_text
from par_index.review.evidence import pdf
from par_index.review.evidence.checking import check_evidence
from par_index.review.evidence.support import (
    still_lacking,
    supported_leaves,
    supported_total,
)

DIGEST = hashlib.sha256((ODD / "tai_lieu" / "dung.pdf").read_bytes()).hexdigest()


def verdicts(report: EvidenceReport, id: str = "kh") -> dict[str, str]:
    return {one.id.value: one.verdict.value for one in report.of(id)}


def test_a_document_with_nothing_wrong_is_right_in_everything() -> None:
    report = reported(document(sha256=DIGEST.upper(), so_trang="2"))
    assert set(verdicts(report).values()) == {"right"}
    assert list(verdicts(report)) == [
        *("path", "file", "digest", "kind", "sound", "pages", "active", "text"),
        *("number", "notation", "as_of"),
        *("reference_text", "date_text", "issuer_text", "subject_text"),
        *("kind_asked", "window", "located", "page"),
    ]
    assert report.disqualified == frozenset()
    assert report.files["kh"].sha256 == DIGEST
    assert set(report.tools) == {"pypdf"}


# The file.


@pytest.mark.parametrize(
    ("fields", "check", "verdict", "code", "is_out"),
    [
        ({"tep": None}, "file", "look", "unsaid", False),
        ({"tep": "tai_lieu/khong-co.pdf"}, "file", "wrong", "missing", True),
        ({"tep": "tai_lieu/DUNG.pdf"}, "file", "wrong", "missing", True),
        ({"tep": "tai_lieu"}, "file", "wrong", "no_file", True),
        ({"tep": "tai_lieu/trong.pdf"}, "file", "wrong", "empty", True),
        ({}, "digest", "unknown", "unrecorded", False),
        ({"sha256": DIGEST}, "digest", "right", "same", False),
        (
            {"sha256": DIGEST, "tep": "tai_lieu/doi-mot-byte.pdf"},
            "digest",
            "wrong",
            "changed",
            True,
        ),
        ({"tep": "tai_lieu/trang-web.pdf"}, "kind", "wrong", "never", True),
        ({"tep": "tai_lieu/chuong-trinh.pdf"}, "kind", "wrong", "never", True),
        ({"tep": "tai_lieu/word-doi-duoi.pdf"}, "kind", "wrong", "differs", True),
        ({"tep": "tai_lieu/word.docx"}, "kind", "right", "fits", False),
        ({"tep": "tai_lieu/bi-cat.pdf"}, "sound", "wrong", "cut", True),
        ({"tep": "tai_lieu/mat-khau.pdf"}, "sound", "unknown", "encrypted", False),
        ({"so_trang": "3"}, "pages", "look", "differs", False),
        ({"so_trang": "9" * 5_000}, "pages", "look", "differs", False),
        ({"tep": "tai_lieu/javascript.pdf"}, "active", "look", "acts", False),
        ({"tep": "tai_lieu/ban-quet.pdf"}, "text", "unknown", "scan", False),
        ({"tep": "tai_lieu/mat-dau.pdf"}, "text", "unknown", "flat", False),
        ({"tep": "tai_lieu/bang-ma-cu.txt"}, "text", "unknown", "legacy", False),
        ({"tep": "tai_lieu/word.docx"}, "text", "unknown", "no_reader", False),
        ({"tep": "tai_lieu/nfd.pdf"}, "text", "right", "readable", False),
    ],
)
def test_a_file_is_judged(
    fields: dict[str, Any], check: str, verdict: str, code: str, is_out: bool
) -> None:
    report = reported(document(**fields))
    assert told(report, check) == [(verdict, code)]
    assert report.disqualified == ({"kh"} if is_out else frozenset())


@pytest.mark.parametrize("coding", ["utf-16", "cp1258"])
def test_a_text_in_another_coding_is_for_somebody_to_look_at(coding: str, tmp_path: Path) -> None:
    (tmp_path / "kh.txt").write_bytes("Kế hoạch cải cách".encode(coding, "replace"))
    report = check_evidence(assessed(document(tep="kh.txt")), tmp_path)
    assert told(report, "kind") == [("look", "coding")]
    assert report.disqualified == frozenset()


def test_nothing_is_said_of_what_acts_in_a_file_that_could_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "kh.pdf").write_bytes(b"%PDF-1.7\n1 0 obj <</S/JavaScript/JS(x)>>")
    report = check_evidence(assessed(document(tep="kh.pdf")), tmp_path)
    assert told(report, "sound") == [("wrong", "cut")]
    assert told(report, "active") == []


def test_a_file_with_other_capitals_is_named() -> None:
    report = reported(document(tep="tai_lieu/DUNG.pdf"))
    (one,) = found(report, "file")
    assert one.params["near"] == "dung.pdf"
    assert "có dung.pdf" in EvidenceWords("vi").sentence(one)


# The entry.


@pytest.mark.parametrize(
    ("fields", "verdict", "code"),
    [
        ({"so": "", "ky_hieu": "KH-SMA"}, "wrong", "draft"),
        ({"so": "....", "ky_hieu": "KH-SMA"}, "wrong", "draft"),
        ({"so": None, "ky_hieu": "KH-SMA"}, "look", "no_number"),
        ({"so": None, "ky_hieu": None}, "unknown", "unsaid"),
        ({"so": "12", "ky_hieu": None}, "look", "no_notation"),
        ({"so": "12/KH-SMA", "ky_hieu": None}, "right", "form_right"),
        ({"so": "012", "ky_hieu": "KH-SMA"}, "right", "form_right"),
        ({"so": "19/2014", "ky_hieu": "QĐ-TTg"}, "right", "form_right"),
        ({"so": "52", "ky_hieu": "-NQ/TW"}, "right", "form_right"),
        ({"so": "1902", "ky_hieu": "-QĐ/UBND"}, "look", "party_form"),
        ({"so": "mười hai", "ky_hieu": "KH-SMA"}, "look", "form"),
    ],
)
def test_a_number_is_judged(fields: dict[str, Any], verdict: str, code: str) -> None:
    report = reported(document(**fields))
    assert told(report, "number") == [(verdict, code)]
    assert report.disqualified == ({"kh"} if code == "draft" else frozenset())


@pytest.mark.parametrize(
    ("kind", "notation", "verdict", "code"),
    [
        ("Kế hoạch", "KH-SMA", "right", "fits"),
        ("kế  HOẠCH", "KH-SMA", "right", "fits"),
        (None, "KH-SMA", "right", "fits"),
        ("Kế hoạch", "BC-SMA", "wrong", "other_kind"),
        ("Quyết định", "QÐ-UBND", "right", "fits"),
        ("Quyết định", "QD-UBND", "look", "abbreviation"),
        ("Hợp đồng", "HĐ-SMA", "right", "fits"),
        ("Hướng dẫn", "HĐ-SMA", "wrong", "other_kind"),
        ("Công văn", "BNV-CCHC", "right", "fits"),
        ("Nghị quyết", "2025/QH15", "right", "fits"),
        ("Kế hoạch", "SMA-VP", "look", "no_kind"),
        ("Ảnh chụp", "SMA-VP", "unknown", "unlisted"),
        (None, "SMA-VP", "unknown", "kind_unsaid"),
        ("Quyết định", "SY-SMA", "right", "copy"),
    ],
)
def test_a_notation_fits_its_kind(kind: str | None, notation: str, verdict: str, code: str) -> None:
    report = reported(document(loai=kind, ky_hieu=notation))
    assert told(report, "notation") == [(verdict, code)]


def test_the_year_in_a_number_is_that_of_its_date() -> None:
    old = document(so="19/2014", ky_hieu="QĐ-UBND", loai=None, ngay="2020-03-05")
    report = reported({**old, "tep": "tai_lieu/sai-nam.pdf"})
    assert told(report, "year") == [("wrong", "differs")]
    assert told(report, "reference_text") == told(report, "date_text") == [("right", "found")]
    assert report.disqualified == frozenset(), "a person decides"
    assert told(reported(document()), "year") == []


def test_a_day_after_the_as_of_day_is_looked_at() -> None:
    assert told(reported(document(), as_of="2025-01-15"), "as_of") == [("right", "in_time")]
    assert told(reported(document(), as_of="2025-01-14"), "as_of") == [("look", "later")]
    assert told(reported(document(ngay=None)), "as_of") == [("unknown", "undated")]


# The first page.


@pytest.mark.parametrize(
    ("fields", "check", "code"),
    [
        ({"so": "13"}, "reference_text", "other"),
        ({"so": "21"}, "reference_text", "swapped"),
        ({"so": "13", "ky_hieu": "KH-SMB"}, "reference_text", "absent"),
        ({"ngay": "2025-01-16"}, "date_text", "absent"),
        ({"co_quan": "Sở Mẫu B"}, "issuer_text", "absent"),
        ({"co_quan": "SỞ  MẪU A"}, "issuer_text", "found"),
        ({"trich_yeu": "Phòng chống lụt bão, tìm kiếm cứu nạn"}, "subject_text", "absent"),
        ({"trich_yeu": "Kế hoạch cải cách hành chính của Sở"}, "subject_text", "found"),
    ],
)
def test_a_first_page_is_held_against_the_register(
    fields: dict[str, Any], check: str, code: str
) -> None:
    verdict = "right" if code == "found" else "look"
    assert told(reported(document(**fields)), check) == [(verdict, code)]


def test_a_misread_page_is_believed_where_it_agrees_and_not_where_it_does_not() -> None:
    report = reported(document(tep="tai_lieu/mat-dau.pdf", ngay="2025-02-15"))
    assert told(report, "reference_text") == [("right", "found")]
    assert told(report, "issuer_text") == [("right", "found")]
    assert told(report, "date_text") == [("unknown", "unsure")]
    sentence = EvidenceWords("vi").sentence(found(report, "date_text")[0])
    assert "bản quét, lớp chữ không tin được" in sentence


def test_where_there_is_no_text_nothing_is_said_of_it() -> None:
    report = reported(document(tep="tai_lieu/ban-quet.pdf"))
    assert not {"reference_text", "date_text"} & set(verdicts(report))


# Uses.


def use(code: str = "1", **more: str) -> list[dict[str, Any]]:
    return [{"code": code, "evidence": [{"id": "kh", **more}]}]


@pytest.mark.parametrize(
    ("answers", "check", "verdict", "code"),
    [
        (use(), "located", "look", "page"),
        (use(trang="2"), "located", "right", "said"),
        (use("2", **{"for": "bieu"}), "located", "look", "section"),
        (use("2", **{"for": "bieu", "muc": "II"}), "section", "right", "there"),
        (use("2", **{"for": "bieu", "muc": "Mục II"}), "section", "right", "there"),
        (use("2", **{"for": "bieu", "muc": "III"}), "section", "look", "absent"),
        (use(trang="2"), "page", "right", "there"),
        (use(trang="3"), "page", "wrong", "beyond"),
        (use(trang="ba"), "page", "look", "unreadable"),
        (use("2", trang="1"), "figures", "right", "found"),
        (use("2", trang="2"), "figures", "look", "near"),
        (use("2"), "figures", "right", "found"),
    ],
)
def test_a_use_is_judged(
    answers: list[dict[str, Any]], check: str, verdict: str, code: str
) -> None:
    assert told(reported(document(), answers=answers), check) == [(verdict, code)]


def test_of_a_page_that_was_not_read_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file with more text than there is room for: what is behind it is not *not found*."""
    read_pdf.cache_clear()
    monkeypatch.setattr(pdf, "FILE_CHARACTERS", 400)
    answers = [{"code": "2", "evidence": [{"id": "kh", "trang": "2", "muc": "II", "for": "bieu"}]}]
    report = reported(document(), answers=answers)
    read_pdf.cache_clear()
    assert told(report, "page") == [("right", "there")]
    assert told(report, "figures") == told(report, "section") == [("unknown", "unread")]


def test_of_a_page_that_is_not_there_it_is_said_once() -> None:
    report = reported(document(), answers=use("2", trang="9"))
    assert told(report, "page") == [("wrong", "beyond")]
    assert told(report, "figures") == []


def test_another_digit_is_not_the_figure() -> None:
    given = {"ke_hoach": "có", "hs": "1235", "hs.dung": "1200"}
    report = reported(document(), answers=use("2", trang="1"), given=given)
    (one,) = found(report, "figures")
    assert (one.verdict, one.code, one.params["absent"]) == (Verdict.LOOK, "absent", ["1235"])
    assert "không thấy 1235 ở trang 1" in EvidenceWords("vi").sentence(one)


def test_figures_may_stand_in_any_document_that_is_cited_together() -> None:
    other = document(id="khac", so="13", tep="tai_lieu/sai-nam.pdf")
    uses = [{"id": "kh", "trang": "2"}, {"id": "khac", "trang": "1"}]
    report = reported(document(), other, answers=[{"code": "2", "evidence": uses}])
    assert told(report, "figures") == [("right", "elsewhere")]
    assert told(report, "figures", "khac") == [("right", "found")]


@pytest.mark.parametrize(
    ("fields", "verdict", "code"),
    [
        ({}, "right", "inside"),
        ({"ngay": "2025-01-01"}, "right", "inside"),
        ({"ngay": "2024-12-31"}, "wrong", "before"),
        ({"ngay": "2024-12-31", "con_hieu_luc": "có"}, "right", "standing"),
        ({"ngay": "2026-01-01"}, "wrong", "after"),
        ({"ngay": "2026-01-01", "con_hieu_luc": "có"}, "wrong", "after"),
        ({"ngay": None}, "unknown", "undated"),
    ],
)
def test_a_day_lies_in_the_time_asked_for(fields: dict[str, Any], verdict: str, code: str) -> None:
    report = reported(document(**fields))
    assert told(report, "window") == [(verdict, code)]
    assert report.disqualified_uses == frozenset(), "a person decides"


def test_a_document_is_of_a_kind_that_is_asked_for() -> None:
    report = reported(document(loai="Báo cáo", ky_hieu="BC-SMA"))
    assert told(report, "kind_asked") == [("wrong", "other_kind")]
    unknown = reported(document(loai=None, ky_hieu="SMA-VP"))
    assert told(unknown, "kind_asked") == [("unknown", "kind_unsaid")]
    answers = use("2", **{"for": "bao-cao"})
    assert told(reported(document(), answers=answers), "kind_asked") == [("right", "fits")]


# The whole register.


def test_one_number_and_two_files_are_asked_about_and_condemn_neither() -> None:
    other = document(id="khac", tep="tai_lieu/nfd.pdf")
    report = reported(document(), other)
    assert told(report, "duplicate") == [("look", "same_number")]
    assert told(report, "duplicate", "khac") == [("look", "same_number")]
    assert report.disqualified == frozenset()


def test_numbers_begin_anew_each_year_and_in_each_body() -> None:
    last_year = document(id="khac", ngay="2024-01-15", tep="tai_lieu/nfd.pdf")
    assert told(reported(document(), last_year), "duplicate") == []
    elsewhere = document(id="khac", co_quan="Sở Mẫu B", tep="tai_lieu/nfd.pdf")
    assert told(reported(document(), elsewhere), "duplicate") == []


def test_one_file_for_two_entries_is_told_once_for_each() -> None:
    report = reported(document(), document(id="khac"))
    assert told(report, "duplicate") == [("look", "same_file")]


def test_a_document_for_several_criteria_is_listed_and_one_for_none_named() -> None:
    answers = [*use("1", trang="1"), *use("3")]
    report = reported(document(), document(id="thua", so="99"), answers=answers)
    (one,) = found(report, "shared")
    assert (one.verdict, one.params["criteria"]) == (Verdict.RIGHT, ["1", "3"])
    assert told(report, "unused", "thua") == [("right", "unused")]


# Support.


def supported(report_of: Any, **files: bytes | None) -> tuple[Fraction, dict[str, Fraction]]:
    report = with_files(report_of, files)
    return supported_total(report_of, report), dict(supported_leaves(report_of, report))


GOOD = (ODD / "tai_lieu" / "dung.pdf").read_bytes()


def test_a_wrong_document_takes_the_support_and_leaves_the_points() -> None:
    assessment = assessed(document())
    before = assessment.shown
    assert (before.points, before.supported) == (4, 1)
    assert supported(assessment, kh=GOOD)[1] == {"1": 1, "2": 0, "3": 0}
    total, leaves = supported(assessment, kh=None)
    assert (total, leaves["1"]) == (0, 0)
    assert assessment.shown == before


def test_a_requirement_for_two_is_met_by_two() -> None:
    two = [{"id": "kh", "for": "bao-cao"}, {"id": "khac", "for": "bao-cao"}]
    one, other = document(), document(id="khac", so="13")
    twice = [{"id": "kh", "for": "bao-cao", "trang": "1"}, {"id": "kh", "for": "bao-cao"}]
    assert assessed(one, answers=[{"code": "2", "evidence": twice}]).by_code["2"].lacking == (
        "bao-cao",
    )
    assessment = assessed(one, other, answers=[{"code": "2", "evidence": two}])
    assert assessment.by_code["2"].lacking == ()
    assert supported(assessment, kh=GOOD, khac=GOOD)[1]["2"] == 2
    report = with_files(assessment, {"kh": GOOD, "khac": None})
    assert supported_leaves(assessment, report)["2"] == 0
    assert still_lacking(assessment, report) == {"1": ("ke-hoach",), "2": ("bao-cao",)}


def test_the_report_says_how_many_documents_are_asked_for() -> None:
    answers = [{"code": "2", "evidence": [{"id": "kh", "for": "bao-cao"}]}]
    shown = render_text(assessed(document(), answers=answers), language="vi")
    assert "cần tài liệu: bao-cao (2 tài liệu)" in shown


def test_an_explanation_stands_in_for_a_wrong_document() -> None:
    answers = [{**use(trang="1")[0], "explanation": "Bản giấy lưu ở Văn phòng"}]
    assessment = assessed(document(), answers=answers)
    assert supported(assessment, kh=None)[1]["1"] == 1


def test_a_page_that_is_not_there_spoils_only_that_use() -> None:
    uses = [{"id": "kh", "trang": "9"}, {"id": "kh", "trang": "1"}]
    both = assessed(document(), answers=[{"code": "1", "evidence": uses}])
    assert supported(both, kh=GOOD)[1]["1"] == 1
    beyond = assessed(document(), answers=use(trang="9"))
    report = with_files(beyond, {"kh": GOOD})
    assert report.disqualified == frozenset()
    assert [one.page for one in report.disqualified_uses] == ["9"]
    assert supported_leaves(beyond, report)["1"] == 0


def test_a_deduction_is_never_lost_by_a_wrong_document() -> None:
    given = {"khong_bi_phat": "không"}
    assessment = assessed(document(), answers=use("3"), given=given)
    for data in (GOOD, None):
        total, leaves = supported(assessment, kh=data)
        assert (total, leaves["3"]) == (-1, -1)


# Words, and the made documents.


def test_every_check_has_a_name_and_every_sentence_a_check() -> None:
    assert set(CHECKS) == {one.value for one in CheckId}
    assert {name.partition(".")[0] for name in SAID} == set(CHECKS)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_verdict_on_every_odd_document_has_its_sentence(language: str) -> None:
    words = EvidenceWords(language)
    for path in sorted((ODD / "tai_lieu").iterdir()):
        for answers in (use(trang="7"), use("2", **{"for": "bieu", "muc": "II", "trang": "1"})):
            report = reported(document(tep=f"tai_lieu/{path.name}"), answers=answers)
            for one in report.checks:
                sentence = words.sentence(one)
                assert sentence
                assert "{" not in sentence


def test_the_made_documents_show_what_they_are_there_for() -> None:
    submission = par_index.load_submission(MADE / "unit.yaml")
    assessment = par_index.assess(par_index.load_criteria(submission.criteria), submission)
    report = check_evidence(assessment, MADE)
    assert set(verdicts(report, "kh-614").values()) == {"right"}
    assert report.disqualified == {"cv-chi-so"}
    assert told(report, "figures", "bk-hop-thu") == [("right", "found")]
    assert told(report, "figures", "bk-ho-so") == [("right", "found"), ("look", "near")]
    assert told(report, "text", "cb-iso") == [("unknown", "scan")]
    assert assessment.shown.supported == 4
    assert supported_total(assessment, report) == 3
