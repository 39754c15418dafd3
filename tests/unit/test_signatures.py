"""How far signatures can be relied on: each case, by an authority of our own."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest
from pyhanko.sign.fields import MDPPerm
from support.signing import (
    EXPIRED,
    LATER,
    ORGANISATION,
    PARENT,
    PERSON,
    SIGNED,
    Holder,
    blank,
    certificate,
    chain,
    hybrid,
    printed_again,
    revocations,
    sealed,
    signed,
    with_metadata,
    with_page,
    with_store,
)

from par_index.problems import Problems
from par_index.review.signatures.nouns import Change, FileFault, Level, SignedFile, Why
from par_index.review.signatures.reading import SignatureReader, Trust, trust_of
from par_index.review.signatures.trust import Root

OURS = chain()
FALSE = chain("false")
"""Another authority whose certificates have the very same names."""
DAY = datetime.timedelta(days=1)

Read = Callable[..., SignedFile]


@pytest.fixture(scope="module")
def read() -> Iterator[Read]:
    """Judges bytes by some roots as of a time; one process for each such trust."""
    with ExitStack() as stack:

        @cache
        def reader(roots: tuple[Holder, ...], moment: datetime.datetime) -> SignatureReader:
            trust = Trust(tuple(Root("goc.der", one.der) for one in roots), moment)
            return stack.enter_context(SignatureReader(trust))

        def read(
            data: bytes, *roots: Holder, at: datetime.datetime = LATER, none: bool = False
        ) -> SignedFile:
            return reader(() if none else roots or (OURS.root,), at).read(data, "tep.pdf")

        yield read


@cache
def by_organisation() -> bytes:
    return signed(blank(), OURS.organisation)


@cache
def by_both() -> bytes:
    """First the person, then the organisation, as Nghị định 30/2020/NĐ-CP has it."""
    return signed(signed(blank(), OURS.person), OURS.organisation)


@cache
def stamped() -> bytes:
    return signed(blank(), OURS.organisation, stamper=OURS.stamper)


def found(file: SignedFile) -> list[tuple[Level, Why, Change]]:
    return [(one.level, one.why, one.change) for one in file.signatures]


# The cases.


def test_nothing_is_signed(read: Read) -> None:
    file = read(blank())
    assert (file.level, file.fault, file.signatures) == (Level.UNSIGNED, "", ())


def test_a_person_then_the_organisation(read: Read) -> None:
    file = read(by_both())
    assert found(file) == [
        (Level.TRUSTED, Why.NO_TIMESTAMP, Change.SIGNED),
        (Level.TRUSTED, Why.NO_TIMESTAMP, Change.NOTHING),
    ]
    person, organisation = file.signatures
    assert (person.whole, organisation.whole) == (False, True)
    assert person.signer is not None
    assert person.signer.names == (ORGANISATION, PERSON)
    assert organisation.signer is not None
    assert organisation.signer.names == (PARENT, ORGANISATION)
    assert (person.declared, person.proven) == (SIGNED, None)
    assert person.anchor is not None
    assert person.anchor.sha256 == OURS.root.fingerprint


def test_no_roots(read: Read) -> None:
    (one,) = read(by_organisation(), none=True).signatures
    assert (one.level, one.why, one.anchor) == (Level.INTACT, Why.NO_ROOTS, None)


def test_the_system_is_never_asked_whom_to_trust(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What the machine trusts by itself makes no difference."""
    store = tmp_path / "all.pem"
    store.write_bytes(OURS.root.pem + OURS.issuing.pem)
    for name in ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"):
        monkeypatch.setenv(name, str(store))
    with SignatureReader(Trust((), LATER)) as reader:
        assert reader.read(by_organisation(), "tep.pdf").level is Level.INTACT


def test_a_false_authority_of_the_same_name(read: Read) -> None:
    data = signed(blank(), FALSE.organisation)
    (one,) = read(data).signatures
    assert (one.level, one.why, one.anchor) == (Level.INTACT, Why.CHAIN, None)
    assert read(data, OURS.issuing, OURS.root).level is Level.INTACT
    # Trusted only if somebody adds it.
    (one,) = read(data, OURS.root, FALSE.root).signatures
    assert one.level is Level.TRUSTED
    assert one.anchor is not None
    assert one.anchor.sha256 == FALSE.root.fingerprint


def test_signed_after_the_certificate_ended(read: Read) -> None:
    data = signed(blank(), OURS.organisation, at=EXPIRED)
    (one,) = read(data, at=EXPIRED + DAY).signatures
    assert (one.level, one.why) == (Level.INTACT, Why.EXPIRED)


def test_the_certificate_has_ended_since(read: Read) -> None:
    (one,) = read(by_organisation(), at=EXPIRED).signatures
    assert (one.level, one.why) == (Level.INTACT, Why.EXPIRED_SINCE)
    assert one.anchor is not None


def test_signed_before_the_certificate_began(read: Read) -> None:
    early = datetime.datetime(2019, 6, 1, tzinfo=datetime.UTC)
    (one,) = read(signed(blank(), OURS.organisation, at=early), at=early + DAY).signatures
    assert (one.level, one.why) == (Level.INTACT, Why.NOT_YET)


def test_one_bit_is_changed(read: Read) -> None:
    data = bytearray(by_organisation())
    data[data.index(b"614/KH")] ^= 1
    file = read(bytes(data))
    assert [(one.level, one.why) for one in file.signatures] == [(Level.BROKEN, Why.BYTES)]


def test_a_change_that_leaves_no_sound_document(read: Read) -> None:
    """The pages cannot be found any more; that something was changed is certain all the same."""
    file = read(by_both().replace(b"/Pages", b"/Pagez"))
    assert [(one.level, one.why) for one in file.signatures] == [(Level.BROKEN, Why.BYTES)] * 2


def test_a_page_is_added(read: Read) -> None:
    file = read(with_page(by_both()))
    assert found(file) == [(Level.BROKEN, Why.CONTENT, Change.CONTENT)] * 2
    assert file.level is Level.BROKEN


def test_only_what_is_said_of_the_document_changes(read: Read) -> None:
    file = read(with_metadata(by_organisation()))
    assert found(file) == [(Level.TRUSTED, Why.NO_TIMESTAMP, Change.METADATA)]
    assert not file.signatures[0].whole


def test_saved_again_by_another_program(read: Read) -> None:
    file = read(printed_again(by_both()))
    assert [(one.level, one.why) for one in file.signatures] == [(Level.BROKEN, Why.BYTES)] * 2


def test_printed_again_without_the_form(read: Read) -> None:
    """Nothing points to the signature any more, and it is still in the bytes."""
    data = by_organisation().replace(b"/AcroForm", b"/AcroFrom")
    file = read(data)
    assert (file.level, file.traces, file.signatures) == (Level.BROKEN, True, ())


def test_certified_then_signed_once_more(read: Read) -> None:
    locked = signed(blank(), OURS.person, certify=MDPPerm.NO_CHANGES)
    assert read(locked).level is Level.TRUSTED
    file = read(signed(locked, OURS.organisation))
    assert found(file) == [
        (Level.BROKEN, Why.LOCKED, Change.SIGNED),
        (Level.TRUSTED, Why.NO_TIMESTAMP, Change.NOTHING),
    ]


def test_with_a_timestamp(read: Read) -> None:
    (one,) = read(stamped()).signatures
    assert (one.level, one.why, one.proven) == (Level.TIMED, Why.NO_REVOCATION, SIGNED)
    assert "Dấu thời gian thử" in one.stamper


def test_a_timestamp_outlives_the_certificate(read: Read) -> None:
    """Judged as of the time that is proven, not as of now."""
    (one,) = read(stamped(), at=EXPIRED).signatures
    assert (one.level, one.proven) == (Level.TIMED, SIGNED)


def test_a_timestamp_by_nobody_one_trusts(read: Read) -> None:
    data = signed(blank(), OURS.organisation, stamper=FALSE.stamper)
    (one,) = read(data).signatures
    assert (one.level, one.why) == (Level.TRUSTED, Why.TIMESTAMP_UNKNOWN)
    assert (one.proven, one.stamper) == (None, "")
    (one,) = read(data, at=EXPIRED).signatures
    assert (one.level, one.why) == (Level.INTACT, Why.EXPIRED_SINCE)


def test_a_timestamp_from_days_to_come_proves_nothing(read: Read) -> None:
    data = signed(blank(), OURS.organisation, stamper=OURS.stamper, at=LATER)
    (one,) = read(data, at=SIGNED).signatures
    assert (one.level, one.proven) == (Level.TRUSTED, None)


def test_a_timestamp_of_the_whole_file_proves_what_is_before_it(read: Read) -> None:
    data = sealed(by_organisation(), OURS.stamper, LATER)
    file = read(data, at=EXPIRED)
    (one,) = file.signatures
    assert (one.level, one.proven, one.change) == (Level.TIMED, LATER, Change.METADATA)
    assert [(stamp.at, stamp.holds) for stamp in file.stamps] == [(LATER, True)]


def test_the_timestamp_of_a_later_signature_proves_the_older_ones(read: Read) -> None:
    """What the organisation signed has the person's signature in it."""
    data = signed(signed(blank(), OURS.person), OURS.organisation, at=LATER, stamper=OURS.stamper)
    person, organisation = read(data, at=EXPIRED).signatures
    assert (organisation.level, organisation.proven) == (Level.TIMED, LATER)
    assert (person.level, person.proven, person.declared) == (Level.TIMED, LATER, SIGNED)
    assert person.stamper == organisation.stamper


def test_the_timestamp_of_an_older_signature_proves_no_later_one(read: Read) -> None:
    data = signed(signed(blank(), OURS.person, stamper=OURS.stamper), OURS.organisation, at=LATER)
    person, organisation = read(data, at=EXPIRED).signatures
    assert (person.level, person.proven) == (Level.TIMED, SIGNED)
    assert (organisation.level, organisation.proven) == (Level.INTACT, None)


def test_a_timestamp_alone_is_no_signature(read: Read) -> None:
    file = read(sealed(blank(), OURS.stamper, LATER), at=EXPIRED)
    assert (file.level, file.traces, len(file.stamps)) == (Level.UNSIGNED, False, 1)


# How the file is written.


def test_a_file_as_word_writes_it(read: Read) -> None:
    data = signed(signed(hybrid(), OURS.person), OURS.organisation)
    file = read(data)
    assert [one.level for one in file.signatures] == [Level.TRUSTED, Level.TRUSTED]
    assert not file.careless
    assert found(read(with_page(data))) == [(Level.BROKEN, Why.CONTENT, Change.CONTENT)] * 2
    changed = read(data.replace(b"614/KH", b"615/KH"))
    assert [one.why for one in changed.signatures] == [Why.BYTES, Why.BYTES]


def test_a_file_that_is_written_carelessly(read: Read) -> None:
    """It says that it has fewer objects than it has."""
    loose = hybrid().replace(b"trailer\n<</Size 7", b"trailer\n<</Size 5")
    file = read(signed(loose, OURS.organisation))
    assert file.careless
    assert file.level is Level.TRUSTED


# Revocation, by what the file itself brings.


def with_lists(crls: list[bytes], *, stamper: Holder | None = OURS.stamper) -> bytes:
    return signed(blank(), OURS.organisation, stamper=stamper, crls=crls, roots=[OURS.root])


def test_with_proof_about_revocation(read: Read) -> None:
    data = with_lists([revocations(OURS.root), revocations(OURS.issuing)])
    (one,) = read(data, at=EXPIRED).signatures
    assert (one.level, one.why) == (Level.REVOCATION, Why.NOTHING)


def test_proof_that_was_signed_along(read: Read) -> None:
    crls = [revocations(OURS.root), revocations(OURS.issuing)]
    more = {"crls": crls, "roots": [OURS.root], "adobe": True}
    data = signed(blank(), OURS.organisation, stamper=OURS.stamper, **more)
    assert b"/DSS" not in data
    (one,) = read(data, at=EXPIRED).signatures
    assert (one.level, one.why) == (Level.REVOCATION, Why.NOTHING)


def test_proof_for_a_part_of_the_chain_is_not_enough(read: Read) -> None:
    (one,) = read(with_lists([revocations(OURS.root)])).signatures
    assert (one.level, one.why) == (Level.TIMED, Why.NO_REVOCATION)


def test_a_list_of_another_authority_proves_nothing(read: Read) -> None:
    data = with_lists([revocations(FALSE.root), revocations(FALSE.issuing)])
    (one,) = read(data).signatures
    assert (one.level, one.why) == (Level.TIMED, Why.NO_REVOCATION)


def revoked_on(day: datetime.datetime) -> list[bytes]:
    """Lists made long after, by which the organisation's certificate was revoked that day."""
    revoked = revocations(OURS.issuing, OURS.organisation, at=LATER, when=day)
    return [revocations(OURS.root, at=LATER), revoked]


def test_revoked_before_it_was_signed(read: Read) -> None:
    day = SIGNED - DAY
    (one,) = read(with_store(stamped(), revoked_on(day)), at=LATER + DAY).signatures
    assert (one.level, one.why, one.revoked) == (Level.INTACT, Why.REVOKED, day)


def test_revoked_after_it_is_proven_to_have_been_signed(read: Read) -> None:
    (one,) = read(with_store(stamped(), revoked_on(SIGNED + DAY)), at=LATER + DAY).signatures
    assert (one.level, one.why) == (Level.REVOCATION, Why.NOTHING)


def test_revoked_after_it_is_said_to_have_been_signed(read: Read) -> None:
    """Only the signer says that it was before."""
    data = with_store(by_organisation(), revoked_on(SIGNED + DAY))
    (one,) = read(data, at=LATER + DAY).signatures
    assert (one.level, one.why, one.revoked) == (Level.INTACT, Why.REVOKED, SIGNED + DAY)


# Who may sign.


def test_a_certificate_that_is_not_for_signing(read: Read) -> None:
    name = OURS.person.certificate.subject
    other = certificate(name, OURS.issuing, years=(2020, 2023), usage="key_encipherment")
    (one,) = read(signed(blank(), other)).signatures
    assert (one.level, one.why) == (Level.INTACT, Why.USAGE)


def test_a_certificate_for_digital_signatures(read: Read) -> None:
    name = OURS.person.certificate.subject
    other = certificate(name, OURS.issuing, years=(2020, 2023), usage="digital_signature")
    assert read(signed(blank(), other)).level is Level.TRUSTED


def test_a_certificate_that_a_person_issued(read: Read) -> None:
    """A certificate that is no authority's gives nobody else a name."""
    other = certificate(OURS.organisation.certificate.subject, OURS.person, years=(2020, 2023))
    (one,) = read(signed(blank(), other)).signatures
    assert one.level is Level.INTACT


def test_the_issuing_authority_is_missing_in_the_file(read: Read) -> None:
    data = signed(blank(), OURS.organisation, with_chain=False)
    (one,) = read(data).signatures
    assert (one.level, one.why) == (Level.INTACT, Why.UNKNOWN_ISSUER)
    assert read(data, OURS.issuing).level is Level.TRUSTED


def test_an_algorithm_that_can_be_forged(read: Read) -> None:
    (one,) = read(signed(blank(), OURS.organisation, md_algorithm="sha1")).signatures
    assert (one.level, one.why) == (Level.INTACT, Why.WEAK)


# Files that are none.


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", FileFault.NO_PDF),
        (b"PK\x03\x04", FileFault.NO_PDF),
        (b"%PDF-1.7\n", FileFault.DAMAGED),
        (b"%PDF-1.7\n/ByteRange", FileFault.DAMAGED),
        (by_organisation()[:3000], FileFault.DAMAGED),
        (by_organisation()[:-600], FileFault.DAMAGED),
    ],
)
def test_what_cannot_be_judged_is_told(data: bytes, fault: FileFault, read: Read) -> None:
    file = read(data)
    assert (file.fault, file.level, file.signatures) == (fault, None, ())


def test_a_file_that_takes_too_long_is_told_and_the_next_one_read() -> None:
    with SignatureReader(Trust((), LATER), seconds=0.001) as reader:
        assert reader.read(by_organisation(), "tep.pdf").fault is FileFault.TIME
        reader._other.seconds = 30
        assert reader.read(by_organisation(), "tep.pdf").level is Level.INTACT


def test_a_kind_of_signature_that_is_not_checked(read: Read) -> None:
    data = by_organisation().replace(b"/ETSI.CAdES.detached", b"/adbe.x509.rsa_sha1 ")
    (one,) = read(data).signatures
    assert (one.level, one.why) == (Level.BROKEN, Why.UNSUPPORTED)


# The folder of roots.


def told(problems: Problems) -> list[tuple[str, str]]:
    return [(one.code, Path(str(one.params["file"])).name) for one in problems.in_order()]


def test_roots_are_named(tmp_path: Path) -> None:
    (tmp_path / "goc.pem").write_bytes(b"ghi chu\n" + OURS.root.pem + FALSE.root.pem)
    (tmp_path / "cap.DER").write_bytes(OURS.issuing.der)
    (tmp_path / "goc-nua.crt").write_bytes(OURS.root.pem)
    (tmp_path / "ghi-chu.txt").write_text("ai đưa vào, ngày nào")
    problems = Problems()
    trust = trust_of(str(tmp_path), LATER, problems)
    assert not problems.in_order()
    assert [(Path(one.file).name, one.sha256) for one in trust.roots] == [
        ("cap.DER", OURS.issuing.fingerprint),
        ("goc-nua.crt", OURS.root.fingerprint),
        ("goc.pem", FALSE.root.fingerprint),
    ]
    assert trust.roots[0].name == "Chứng thư thử, Cơ quan thử"
    assert trust.roots[0].is_authority
    assert trust.roots[0].until == datetime.datetime(2040, 12, 31, tzinfo=datetime.UTC)


def test_what_is_no_certificate_is_told_all_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.pem").write_text("không phải chứng thư")
    (tmp_path / "b.der").write_bytes(OURS.root.der[:-1])
    (tmp_path / "c.crt").write_bytes(b"0\x03abc")
    (tmp_path / "d.cer").mkdir()
    (tmp_path / "e.pem").write_bytes(OURS.root.pem.replace(b"M", b"?", 1))
    problems = Problems()
    trust_of(str(tmp_path), LATER, problems)
    assert told(problems) == [
        ("E920", "a.pem"),
        ("E920", "b.der"),
        ("E920", "c.crt"),
        ("E902", "d.cer"),
        ("E920", "e.pem"),
    ]


def test_a_folder_without_certificates_is_told(tmp_path: Path) -> None:
    problems = Problems()
    trust_of(str(tmp_path), LATER, problems)
    trust_of(str(tmp_path / "khong-co"), LATER, problems)
    assert told(problems) == [("E921", tmp_path.name), ("E901", "khong-co")]


def test_without_a_folder_nothing_is_trusted() -> None:
    problems = Problems()
    assert trust_of(None, LATER, problems).roots == ()
    assert not problems.in_order()
