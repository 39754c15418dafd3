"""Verdicts on the signatures of registered documents."""

from __future__ import annotations

import datetime

import pytest

from par_index.model.evidence import CheckId, EvidenceCheck, Verdict
from par_index.model.submission import Evidence
from par_index.nouns import replace
from par_index.problems import Owner, Source, Span
from par_index.rendering.messages.review_evidence_checks import CHECKS
from par_index.rendering.messages.review_signatures import say_signature
from par_index.rendering.review.evidence_words import EvidenceWords
from par_index.review.signatures.checks import checks_of, signature_checks
from par_index.review.signatures.nouns import (
    Anchor,
    Change,
    FileFault,
    Level,
    SignatureState,
    SignedFile,
    Signer,
    Why,
)

RIGHT, WRONG, LOOK, UNKNOWN = Verdict.RIGHT, Verdict.WRONG, Verdict.LOOK, Verdict.UNKNOWN
NIGHT = datetime.datetime(2021, 6, 9, 18, 30, tzinfo=datetime.UTC)
"""Half past one in the morning of the tenth in Vietnam."""
DAY = datetime.timedelta(days=1)

BODY = Signer("Sở Khoa học và Công nghệ", "Uỷ ban nhân dân tỉnh Thử", until=NIGHT + 900 * DAY)
PERSON = Signer("Nguyễn Văn A", "Sở Khoa học và Công nghệ")
ONE = SignatureState(
    1,
    "Ky1",
    Level.TRUSTED,
    Why.NO_TIMESTAMP,
    Change.NOTHING,
    whole=True,
    signer=BODY,
    declared=NIGHT,
    anchor=Anchor("Gốc thử", "ab" * 32),
)


def document(**fields: str) -> Evidence:
    issued = fields.get("ngay")
    span = Span(Source("unit.yaml", Owner.SUBMISSION))
    day = datetime.date.fromisoformat(issued) if issued else None
    return Evidence("TL01", span, fields, day)


def checks(*signatures: SignatureState, **fields: str) -> list[EvidenceCheck]:
    return list(checks_of(document(**fields), SignedFile("a.pdf", signatures=signatures)))


def verdicts(found: list[EvidenceCheck]) -> list[tuple[CheckId, Verdict, str]]:
    return [(one.id, one.verdict, one.code) for one in found]


def test_nothing_is_asked_of_an_unsigned_document() -> None:
    fields = {"co_quan": "Sở A", "ngay": "2021-06-10"}
    assert verdicts(checks(**fields)) == [(CheckId.SIGNATURE, UNKNOWN, "unsigned")]


def test_what_is_no_pdf_is_passed_over() -> None:
    assert list(checks_of(document(), SignedFile("a.docx", fault=FileFault.NO_PDF))) == []


@pytest.mark.parametrize("fault", [one for one in FileFault if one and one != "no_pdf"])
def test_a_file_that_cannot_be_judged_is_unknown(fault: FileFault) -> None:
    (one,) = checks_of(document(), SignedFile("a.pdf", fault=fault))
    assert (one.verdict, one.code) == (UNKNOWN, f"file_{fault}")


def test_remains_of_a_signature_are_looked_at() -> None:
    (one,) = checks_of(document(), SignedFile("a.pdf", traces=True))
    assert (one.verdict, one.code, one.disqualifies) == (LOOK, "traces", False)


@pytest.mark.parametrize(
    ("why", "level", "verdict", "disqualifies"),
    [
        (Why.BYTES, Level.BROKEN, WRONG, True),
        (Why.FORGED, Level.BROKEN, WRONG, True),
        (Why.CONTENT, Level.BROKEN, WRONG, True),
        (Why.COVERAGE, Level.BROKEN, WRONG, True),
        (Why.LOCKED, Level.BROKEN, LOOK, False),
        (Why.UNREADABLE, Level.BROKEN, LOOK, False),
        (Why.UNSUPPORTED, Level.BROKEN, UNKNOWN, False),
        (Why.NO_ROOTS, Level.INTACT, UNKNOWN, False),
        (Why.UNKNOWN_ISSUER, Level.INTACT, LOOK, False),
        (Why.CHAIN, Level.INTACT, LOOK, False),
        (Why.EXPIRED, Level.INTACT, WRONG, False),
        (Why.EXPIRED_SINCE, Level.INTACT, LOOK, False),
        (Why.USAGE, Level.INTACT, LOOK, False),
        (Why.WEAK, Level.INTACT, LOOK, False),
        (Why.NO_TIMESTAMP, Level.TRUSTED, RIGHT, False),
        (Why.TIMESTAMP_UNKNOWN, Level.TRUSTED, RIGHT, False),
        (Why.TIMESTAMP_BROKEN, Level.TRUSTED, LOOK, False),
        (Why.NO_REVOCATION, Level.TIMED, RIGHT, False),
        (Why.NOTHING, Level.REVOCATION, RIGHT, False),
    ],
)
def test_only_a_changed_document_loses_its_support(
    why: Why, level: Level, verdict: Verdict, disqualifies: bool
) -> None:
    one = checks(replace(ONE, why=why, level=level))[0]
    assert (one.id, one.verdict, one.disqualifies) == (CheckId.SIGNATURE, verdict, disqualifies)


def test_a_revoked_certificate_is_wrong_only_if_it_was_revoked_by_then() -> None:
    one = replace(ONE, level=Level.INTACT, why=Why.REVOKED, revoked=NIGHT - DAY)
    assert checks(one)[0].verdict is WRONG
    assert checks(replace(one, revoked=NIGHT + DAY))[0].verdict is LOOK


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (Change.NOTHING, []),
        (Change.SIGNED, []),
        (Change.METADATA, [(CheckId.SIGNATURE, RIGHT, "since_metadata")]),
        (Change.FIELDS, [(CheckId.SIGNATURE, LOOK, "since_fields")]),
        (Change.ANNOTATED, [(CheckId.SIGNATURE, LOOK, "since_annotated")]),
    ],
)
def test_what_came_after_is_told(change: Change, told: list[tuple[CheckId, Verdict, str]]) -> None:
    assert verdicts(checks(replace(ONE, change=change)))[1:] == told


def test_a_careless_file_is_looked_at() -> None:
    file = SignedFile("a.pdf", signatures=(ONE,), careless=True)
    found = verdicts(list(checks_of(document(), file)))
    assert found[1:] == [(CheckId.SIGNATURE, LOOK, "careless")]
    assert EvidenceWords("vi").sentence(list(checks_of(document(), file))[1])
    changed = replace(file, signatures=(replace(ONE, level=Level.BROKEN, why=Why.CONTENT),))
    assert next(iter(checks_of(document(), changed))).verdict is LOOK


@pytest.mark.parametrize(
    ("issuer", "verdict", "code"),
    [
        ("Sở Khoa học và Công nghệ", RIGHT, "named"),
        ("SỞ KHOA HỌC & CÔNG NGHỆ", RIGHT, "named"),
        ("Sở Khoa học và Công nghệ tỉnh Thử", RIGHT, "named"),
        ("UBND tỉnh Thử", RIGHT, "named"),
        ("Sở Khoa học và Công nghệ tỉnh Khác", LOOK, "unnamed"),
        ("Sở Nội vụ", LOOK, "unnamed"),
        ("Sở Khoa học", LOOK, "unnamed"),
    ],
)
def test_the_issuer_is_in_the_certificate(issuer: str, verdict: Verdict, code: str) -> None:
    assert verdicts(checks(ONE, co_quan=issuer))[1:] == [(CheckId.SIGNING_BODY, verdict, code)]


def test_a_certificate_that_is_not_trusted_only_claims() -> None:
    one = replace(ONE, level=Level.INTACT, why=Why.UNKNOWN_ISSUER)
    body = CheckId.SIGNING_BODY
    assert verdicts(checks(one, co_quan=BODY.name))[1:] == [(body, UNKNOWN, "claimed")]
    assert verdicts(checks(one, co_quan="Sở Nội vụ"))[1:] == [(body, LOOK, "unnamed")]


def test_the_signer_is_in_the_certificate() -> None:
    both = (replace(ONE, signer=PERSON), replace(ONE, number=2))
    person = CheckId.SIGNING_PERSON
    for key in ("nguoi_ky", "nguoi_ky.ho_ten"):
        assert verdicts(checks(*both, **{key: "Nguyễn Văn A"}))[2:] == [(person, RIGHT, "named")]
        assert verdicts(checks(*both, **{key: "Trần Thị B"}))[2:] == [(person, LOOK, "unnamed")]


def test_nothing_more_is_asked_once_a_signature_is_broken() -> None:
    broken = replace(ONE, level=Level.BROKEN, why=Why.BYTES)
    fields = {"co_quan": "Sở Nội vụ", "ngay": "2020-01-01"}
    assert len(checks(broken, replace(ONE, number=2), **fields)) == 2


@pytest.mark.parametrize(
    ("issued", "proven", "verdict", "code"),
    [
        ("2021-06-10", None, RIGHT, "declared"),
        ("2021-06-10", NIGHT, RIGHT, "proven"),
        ("2021-06-09", None, LOOK, "after"),
        ("2021-06-11", None, LOOK, "before"),
    ],
)
def test_a_day_is_counted_in_vietnam(
    issued: str, proven: datetime.datetime | None, verdict: Verdict, code: str
) -> None:
    found = verdicts(checks(replace(ONE, proven=proven), ngay=issued))
    assert found[1:] == [(CheckId.SIGNING_DAY, verdict, code)]


@pytest.mark.parametrize(("issued", "verdict"), [("10", RIGHT), ("11", RIGHT), ("12", RIGHT)])
def test_a_day_between_the_first_signature_and_the_last_is_right(
    issued: str, verdict: Verdict
) -> None:
    """The leader signs, then the document gets its number and date, then the body signs."""
    both = (ONE, replace(ONE, number=2, declared=NIGHT + 2 * DAY))
    assert verdicts(checks(*both, ngay=f"2021-06-{issued}"))[-1][1] is verdict


def test_signatures_without_a_day() -> None:
    found = verdicts(checks(replace(ONE, declared=None), ngay="2021-06-10"))
    assert found == [
        (CheckId.SIGNATURE, RIGHT, "no_time"),
        (CheckId.SIGNING_DAY, UNKNOWN, "undated"),
    ]


def test_documents_come_in_the_order_of_the_register() -> None:
    register = {id: replace(document(), id=id) for id in ("TL02", "TL01", "TL03")}
    files = {id: SignedFile(f"{id}.pdf") for id in ("TL01", "TL02")}
    assert [one.document for one in signature_checks(register, files)] == ["TL02", "TL01"]


# Words.


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("why", list(Why))
def test_every_why_has_words(why: Why, language: str) -> None:
    words = EvidenceWords(language)
    for one in checks(replace(ONE, why=why, level=Level.TRUSTED), ngay="2021-06-10", co_quan="A"):
        text = words.sentence(one)
        assert text
        assert "{" not in text
        assert words.check(one.id)
    assert say_signature(f"why.{why or 'complete'}", language)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_other_verdict_has_words(language: str) -> None:
    words = EvidenceWords(language)
    found = [
        *(checks_of(document(), SignedFile("a.pdf", fault=one)) for one in FileFault if one),
        checks_of(document(), SignedFile("a.pdf", traces=True)),
        checks(),
        *(checks(replace(ONE, change=one)) for one in Change),
        checks(replace(ONE, declared=None), ngay="2021-06-10"),
        checks(ONE, ngay="2021-06-11", nguoi_ky="B"),
        checks(ONE, ngay="2021-06-09", nguoi_ky=BODY.name),
        checks(replace(ONE, level=Level.INTACT), nguoi_ky=BODY.name, co_quan=BODY.name),
    ]
    for several in found:
        for one in several:
            assert "{" not in words.sentence(one)
    for fault in FileFault:
        assert not fault or say_signature(f"fault.{fault}", language)
    for change in Change:
        assert say_signature(f"change.{change}", language)
    for level in Level:
        assert say_signature(f"level.{int(level)}", language)
    for id in CheckId:
        assert CHECKS[id].into(language)
