"""What can be said of the signatures in a file."""

from __future__ import annotations

import datetime
from enum import IntEnum, StrEnum

from par_index.nouns import Noun

__all__ = [
    "Anchor",
    "Change",
    "FileFault",
    "Level",
    "SignatureState",
    "SignedFile",
    "Signer",
    "Stamp",
    "Why",
]


class Level(IntEnum):
    """How far a signature can be relied on; each level holds all that those below it do."""

    UNSIGNED = 0
    BROKEN = 1
    """There is a signature, and it does not hold for what is in the file."""
    INTACT = 2
    """What was signed is unchanged; who signed is not known for certain."""
    TRUSTED = 3
    """The signer's certificate comes from a root that one trusts."""
    TIMED = 4
    """When it was signed, at the latest, is proven by a timestamp that one trusts."""
    REVOCATION = 5
    """The file has the proof that no certificate of the chain was revoked by then."""


class Why(StrEnum):
    """What a signature lacks for the next level; ``NOTHING`` at the highest."""

    BYTES = "bytes"
    """What was signed is not what is in the file now."""
    FORGED = "forged"
    """The signature was not made by the key that its certificate names."""
    CONTENT = "content"
    """The file went on being changed after it was signed: pages, texts, pictures."""
    COVERAGE = "coverage"
    """It leaves out parts of the version it stands in."""
    LOCKED = "locked"
    """It forbids what was added after it, such as another signature."""
    UNREADABLE = "unreadable"
    UNSUPPORTED = "unsupported"
    """A kind of signature that is not checked."""
    NO_ROOTS = "no_roots"
    """Nobody said which roots to trust."""
    UNKNOWN_ISSUER = "unknown_issuer"
    """The certificate comes from none of the roots."""
    NOT_YET = "not_yet"
    """A certificate of the chain was not good yet."""
    EXPIRED = "expired"
    """A certificate of the chain had ended by the time at which it was signed."""
    EXPIRED_SINCE = "expired_since"
    """It has ended since; that it was signed before rests on the signer's word."""
    REVOKED = "revoked"
    USAGE = "usage"
    """The certificate was not issued for signing documents."""
    WEAK = "weak"
    """An algorithm that can be forged nowadays."""
    CHAIN = "chain"
    """Certificates that do not belong together: a false authority of a trusted name, say."""
    NO_TIMESTAMP = "no_timestamp"
    TIMESTAMP_UNKNOWN = "timestamp_unknown"
    """There is a timestamp, by nobody that one trusts."""
    TIMESTAMP_BROKEN = "timestamp_broken"
    NO_REVOCATION = "no_revocation"
    """The file has no sufficient proof of who was not revoked, and no network is asked."""
    NOTHING = ""


class Change(StrEnum):
    """The most that was done to a file after it was signed."""

    NOTHING = "nothing"
    METADATA = "metadata"
    """What is said of the document, or proof for later; no page."""
    SIGNED = "signed"
    """Another signature."""
    FIELDS = "fields"
    """Fields of a form filled in."""
    ANNOTATED = "annotated"
    CONTENT = "content"
    UNCLEAR = "unclear"


class FileFault(StrEnum):
    """Why nothing can be said of a file."""

    NO_PDF = "no_pdf"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    TIME = "time"
    MEMORY = "memory"
    CRASH = "crash"
    NOTHING = ""


class Anchor(Noun):
    """A certificate that is trusted because somebody put it into the folder of roots."""

    name: str
    sha256: str
    """Of its DER form, hexadecimal."""


class Signer(Noun):
    """What a certificate says of its holder; only a trusted chain makes that more than a claim.

    Parts that it lacks are empty.
    """

    name: str
    organisation: str = ""
    unit: str = ""
    issuer: str = ""
    sha256: str = ""
    since: datetime.datetime | None = None
    until: datetime.datetime | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of a person or body, each once."""
        return tuple(dict.fromkeys(filter(None, (self.organisation, self.unit, self.name))))


class SignatureState(Noun):
    """One signature. Times are in UTC.

    ``declared`` is when the signer says it was; ``proven`` when it was, at the latest, by a
    timestamp of ``stamper``.
    """

    number: int
    field: str
    level: Level
    why: Why
    change: Change = Change.UNCLEAR
    whole: bool = False
    """Whether it covers the file to its end."""
    signer: Signer | None = None
    declared: datetime.datetime | None = None
    proven: datetime.datetime | None = None
    stamper: str = ""
    anchor: Anchor | None = None
    revoked: datetime.datetime | None = None

    @property
    def at(self) -> datetime.datetime | None:
        """The proven time, else the signer's own."""
        return self.proven or self.declared


class Stamp(Noun):
    """A timestamp of a whole document as it then was; no time where it cannot be read."""

    at: datetime.datetime | None
    stamper: str
    holds: bool
    """Whether it is unbroken, and comes from a root that one trusts."""


class SignedFile(Noun):
    """What was found in one file, the oldest signature first.

    ``traces``: it has remains of signatures that no longer belong to it. ``careless``: it is not
    written as a PDF should be, so that programs may show it differently.
    """

    name: str
    sha256: str = ""
    fault: FileFault = FileFault.NOTHING
    signatures: tuple[SignatureState, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    traces: bool = False
    careless: bool = False

    @property
    def level(self) -> Level | None:
        """That of its weakest signature; None where nothing can be said of the file."""
        if self.fault:
            return None
        if self.traces:
            return Level.BROKEN
        return min((one.level for one in self.signatures), default=Level.UNSIGNED)
