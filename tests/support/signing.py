"""An authority of our own that signs small PDF files, on days of our choosing.

Root → issuing authority → person and organisation, and a timestamping authority beside them. Keys
and files are made once for all tests; whoever asks imports this module late, for it needs pyHanko.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any
from unittest import mock

from asn1crypto import crl as asn1_crl
from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import PageObject, PdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import pdf_signer
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

UTC = datetime.UTC
SIGNED = datetime.datetime(2021, 6, 10, 3, tzinfo=UTC)
"""When the files are signed: ten in the morning in Vietnam."""
LATER = datetime.datetime(2021, 12, 31, 16, 59, 59, tzinfo=UTC)
"""A day on which every certificate is still good."""
EXPIRED = datetime.datetime(2026, 1, 1, tzinfo=UTC)
"""The certificates of the person and the organisation are good until the end of 2023."""
PERSON = "Nguyễn Văn A"
ORGANISATION = "Sở Khoa học và Công nghệ"
PARENT = "Uỷ ban nhân dân tỉnh Thử"


@dataclass(frozen=True)
class Holder:
    """A certificate with its key, and those above it."""

    certificate: x509.Certificate
    key: Any
    above: tuple[Holder, ...] = ()

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)

    @property
    def fingerprint(self) -> str:
        return self.certificate.fingerprint(hashes.SHA256()).hex()

    @property
    def asn1(self) -> asn1_x509.Certificate:
        return asn1_x509.Certificate.load(self.der)

    @property
    def asn1_key(self) -> asn1_keys.PrivateKeyInfo:
        der = self.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        return asn1_keys.PrivateKeyInfo.load(der)


def _name(**parts: str) -> x509.Name:
    return x509.Name(
        [x509.NameAttribute(getattr(NameOID, part), text) for part, text in parts.items()]
    )


def certificate(
    name: x509.Name,
    above: Holder | None = None,
    *,
    years: tuple[int, int],
    is_authority: bool = False,
    is_timestamper: bool = False,
    usage: str = "content_commitment",
) -> Holder:
    """A certificate from the first day of a year to the last of another."""
    if is_timestamper:
        key: Any = rsa.generate_private_key(65537, 2048)
    else:
        key = ec.generate_private_key(ec.SECP256R1())
    names = ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment")
    more = ("key_agreement", "key_cert_sign", "crl_sign", "encipher_only", "decipher_only")
    on = {"key_cert_sign", "crl_sign"} if is_authority else {usage}
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(above.certificate.subject if above else name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(datetime.datetime(years[0], 1, 1, tzinfo=UTC))
        .not_valid_after(datetime.datetime(years[1], 12, 31, tzinfo=UTC))
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(**{one: one in on for one in (*names, *more)}), critical=True)
    )
    if is_timestamper:
        purposes = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        builder = builder.add_extension(purposes, critical=True)
    signed = builder.sign(above.key if above else key, hashes.SHA256())
    return Holder(signed, key, (above, *above.above) if above else ())


@dataclass(frozen=True)
class Chain:
    """Everybody below one root."""

    root: Holder
    issuing: Holder
    person: Holder
    organisation: Holder
    stamper: Holder


@cache
def chain(which: str = "") -> Chain:
    """The authority of that name; another one of the same names for every other ``which``."""
    root = certificate(
        _name(ORGANIZATION_NAME="Cơ quan thử", COMMON_NAME="Gốc thử"),
        years=(2015, 2045),
        is_authority=True,
    )
    issuing = certificate(
        _name(ORGANIZATION_NAME="Cơ quan thử", COMMON_NAME="Chứng thư thử"),
        root,
        years=(2016, 2040),
        is_authority=True,
    )
    person = _name(ORGANIZATION_NAME=ORGANISATION, COMMON_NAME=PERSON)
    organisation = _name(ORGANIZATION_NAME=PARENT, COMMON_NAME=ORGANISATION)
    stamper = _name(ORGANIZATION_NAME="Cơ quan thử", COMMON_NAME="Dấu thời gian thử")
    return Chain(
        root,
        issuing,
        certificate(person, issuing, years=(2020, 2023)),
        certificate(organisation, issuing, years=(2020, 2023)),
        certificate(stamper, root, years=(2018, 2035), is_timestamper=True),
    )


@cache
def blank() -> bytes:
    """A page with a line of text."""
    writer = PdfFileWriter()
    writer.insert_page(_page(writer, b"BT /F1 12 Tf 72 720 Td (So: 614/KH-SKHCN) Tj ET"))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _page(writer: Any, content: bytes) -> PageObject:
    font = generic.DictionaryObject(
        {
            generic.pdf_name("/Type"): generic.pdf_name("/Font"),
            generic.pdf_name("/Subtype"): generic.pdf_name("/Type1"),
            generic.pdf_name("/BaseFont"): generic.pdf_name("/Helvetica"),
        }
    )
    fonts = generic.DictionaryObject({generic.pdf_name("/F1"): font})
    stream = writer.add_object(generic.StreamObject(stream_data=content))
    return PageObject(
        contents=stream,
        media_box=(0, 0, 595, 842),
        resources=generic.DictionaryObject({generic.pdf_name("/Font"): fonts}),
    )


@cache
def hybrid() -> bytes:
    """A page as Word writes it: a table of places for old programs, and beside it a stream of
    further ones for new programs.
    """
    out = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    text = b"BT /F1 12 Tf 72 720 Td (So: 614/KH-SKHCN) Tj ET"
    bodies = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources 6 0 R>>",
        4: b"<</Length %d>>stream\n%s\nendstream" % (len(text), text),
        6: b"<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>",
    }
    places = {}
    for number, body in bodies.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    stream = len(out)
    row = b"\x01" + places[6].to_bytes(2, "big") + b"\x00"
    head = b"<</Type/XRef/Size 7/W[1 2 1]/Index[6 1]/Root 1 0 R/Length 4>>"
    out += b"5 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (head, row)
    places[5] = stream
    table = len(out)
    out += b"xref\n0 7\n0000000006 65535 f \n"
    for number in range(1, 6):
        out += b"%010d 00000 n \n" % places[number]
    out += b"0000000000 00255 f \n"
    out += b"trailer\n<</Size 7/Root 1 0 R/XRefStm %d>>\nstartxref\n%d\n%%%%EOF\n" % (stream, table)
    return bytes(out)


@contextmanager
def clock(moment: datetime.datetime) -> Iterator[None]:
    """pyHanko signs on that day."""

    class Fixed(datetime.datetime):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> datetime.datetime:  # type: ignore[override]
            return moment.astimezone(tz)

    with mock.patch.object(pdf_signer, "datetime", Fixed):
        yield


def signer_of(holder: Holder, *, with_chain: bool = True) -> signers.SimpleSigner:
    store = SimpleCertificateStore()
    store.register_multiple(one.asn1 for one in (holder.above if with_chain else ()))
    return signers.SimpleSigner(
        signing_cert=holder.asn1, signing_key=holder.asn1_key, cert_registry=store
    )


def stamper_of(holder: Holder, moment: datetime.datetime = SIGNED) -> DummyTimeStamper:
    store = SimpleCertificateStore()
    store.register_multiple(one.asn1 for one in holder.above)
    return DummyTimeStamper(holder.asn1, holder.asn1_key, store, fixed_dt=moment)


def signed(
    data: bytes,
    holder: Holder,
    *,
    at: datetime.datetime = SIGNED,
    stamper: Holder | None = None,
    field: str = "",
    with_chain: bool = True,
    certify: MDPPerm | None = None,
    crls: Sequence[bytes] = (),
    roots: Sequence[Holder] = (),
    md_algorithm: str = "sha256",
    adobe: bool = False,
) -> bytes:
    """The file with one more signature; ``crls`` are put into it, for the chain below ``roots``.

    ``adobe`` makes the older kind, which signs the lists along.
    """
    more: dict[str, Any] = {}
    if certify is not None:
        more |= {"certify": True, "docmdp_permissions": certify}
    if crls:
        more["embed_validation_info"] = True
        more["validation_context"] = ValidationContext(
            trust_roots=[one.asn1 for one in roots],
            other_certs=[one.asn1 for one in holder.above],
            crls=list(crls),
            moment=at,
            revocation_mode="soft-fail",
        )
    metadata = signers.PdfSignatureMetadata(
        field_name=field or f"Ky{data.count(b'/ByteRange') + 1}",
        md_algorithm=md_algorithm,
        subfilter=SigSeedSubFilter.ADOBE_PKCS7_DETACHED if adobe else SigSeedSubFilter.PADES,
        **more,
    )
    out = io.BytesIO()
    # It would refuse to do what a program that knows of no certification does.
    careless = mock.patch.object(pdf_signer.PdfSigner, "_enforce_certification_constraints")
    with clock(at), careless:
        signers.sign_pdf(
            IncrementalPdfFileWriter(io.BytesIO(data), strict=False),
            metadata,
            signer_of(holder, with_chain=with_chain),
            timestamper=stamper_of(stamper, at) if stamper else None,
            output=out,
        )
    return out.getvalue()


def sealed(data: bytes, stamper: Holder, at: datetime.datetime) -> bytes:
    """The file with a timestamp of the whole document."""
    out = io.BytesIO()
    signers.PdfTimeStamper(stamper_of(stamper, at), field_name="Dau").timestamp_pdf(
        IncrementalPdfFileWriter(io.BytesIO(data)), "sha256", output=out
    )
    return out.getvalue()


def with_store(data: bytes, crls: Sequence[bytes]) -> bytes:
    """Lists of revoked certificates put beside the signatures afterwards."""
    out = io.BytesIO(data)
    lists = [asn1_crl.CertificateList.load(one) for one in crls]
    DocumentSecurityStore.add_dss(out, sig_contents=None, crls=lists)
    return out.getvalue()


def with_page(data: bytes) -> bytes:
    """A page added behind."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data), strict=False)
    writer.insert_page(_page(writer, b"BT /F1 12 Tf 72 720 Td (them) Tj ET"))
    return _appended(writer)


def with_metadata(data: bytes) -> bytes:
    """Nothing but what is said of the document changed."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    writer.set_info(
        generic.DictionaryObject({generic.pdf_name("/Title"): generic.pdf_string("Khác")})
    )
    return _appended(writer)


def _appended(writer: IncrementalPdfFileWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def printed_again(data: bytes) -> bytes:
    """What a program makes that reads the file and writes all of it anew."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def revocations(
    issuer: Holder,
    *revoked: Holder,
    at: datetime.datetime = SIGNED,
    when: datetime.datetime | None = None,
    days: int = 30,
) -> bytes:
    """A list of an authority's revoked certificates, made at a time, good for some days."""
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(issuer.certificate.subject)
        .last_update(at)
        .next_update(at + datetime.timedelta(days=days))
    )
    for one in revoked:
        entry = x509.RevokedCertificateBuilder().serial_number(one.certificate.serial_number)
        builder = builder.add_revoked_certificate(entry.revocation_date(when or at).build())
    return builder.sign(issuer.key, hashes.SHA256()).public_bytes(Encoding.DER)
