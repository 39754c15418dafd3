"""What can be said of evidence by looking: verdicts on documents, what they are cited for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from par_index.nouns import EMPTY, Noun

__all__ = [
    "CheckId",
    "EvidenceCheck",
    "EvidenceReport",
    "FileFacts",
    "FileKind",
    "TextLayer",
    "Use",
    "Verdict",
]


class Verdict(StrEnum):
    """What came of one check; never merged into one yes or no."""

    RIGHT = "right"
    WRONG = "wrong"
    LOOK = "look"
    """A person has to look."""
    UNKNOWN = "unknown"
    """It cannot be checked, and why."""


class CheckId(StrEnum):
    """Everything that is checked, in the order in which it is told.

    Up to ``TEXT`` a check is about the file, up to ``AS_OF`` about its entry in the register, up
    to ``SUBJECT`` about the first page; then about one use of the document, then about all; last
    about its signatures, where those are looked at.
    """

    PATH = "path"
    FILE = "file"
    DIGEST = "digest"
    KIND = "kind"
    SOUND = "sound"
    PAGES = "pages"
    ACTIVE = "active"
    TEXT = "text"
    NUMBER = "number"
    NOTATION = "notation"
    YEAR = "year"
    AS_OF = "as_of"
    REFERENCE_TEXT = "reference_text"
    DATE_TEXT = "date_text"
    ISSUER_TEXT = "issuer_text"
    SUBJECT_TEXT = "subject_text"
    KIND_ASKED = "kind_asked"
    WINDOW = "window"
    LOCATED = "located"
    PAGE = "page"
    SECTION = "section"
    FIGURES = "figures"
    DUPLICATE = "duplicate"
    SHARED = "shared"
    UNUSED = "unused"
    SIGNATURE = "signature"
    SIGNING_BODY = "signing_body"
    SIGNING_PERSON = "signing_person"
    SIGNING_DAY = "signing_day"


class FileKind(StrEnum):
    """What a file is by its content, whatever its name says."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    PPTX = "pptx"
    ODF = "odf"
    ZIP = "zip"
    OLE = "ole"
    JPEG = "jpeg"
    PNG = "png"
    TIFF = "tiff"
    PROGRAM = "program"
    HTML = "html"
    TEXT = "text"
    OTHER = "other"
    EMPTY = "empty"


class TextLayer(StrEnum):
    """How far the text of a document can be relied on."""

    GOOD = "good"
    FLAT = "flat"
    """A scan read as if it were another language: its diacritics are gone."""
    SCAN = "scan"
    """Pictures without a text layer."""
    LEGACY = "legacy"
    """An old font encoding, TCVN3 or VNI: letters that are not those one sees."""
    NONE = "none"
    """Nothing that reads text has looked."""


class Use(Noun):
    """One place where an answer points to a document."""

    criterion: str
    requirement: str
    document: str
    page: str = ""
    section: str = ""


class EvidenceCheck(Noun):
    """One verdict on one document, or on one ``use`` of it.

    ``code`` is a short why, with the values its sentence has slots for in ``params``: texts, whole
    numbers, days, or lists of texts. ``use`` is None where the document itself is meant, whoever
    cites it. Only a check that ``disqualifies`` takes support away, and only where its verdict is
    wrong: of the document everywhere, or of this one use.
    """

    id: CheckId
    verdict: Verdict
    code: str
    document: str
    params: Mapping[str, object] = EMPTY
    use: Use | None = None
    disqualifies: bool = False

    @property
    def criterion(self) -> str:
        """The code of the criterion that the use is for; empty of the document itself."""
        return "" if self.use is None else self.use.criterion


class FileFacts(Noun):
    """What was found under a document's path: nothing where ``kind`` is None.

    ``size`` is in bytes, ``pages`` 0 where they cannot be counted.
    """

    path: str = ""
    kind: FileKind | None = None
    size: int = 0
    sha256: str = ""
    pages: int = 0
    layer: TextLayer = TextLayer.NONE


class EvidenceReport(Noun):
    """All checks of one submission's documents, document by document in the register's order.

    ``tools`` are the versions that verdicts may depend on, by the names of the libraries.
    """

    checks: tuple[EvidenceCheck, ...]
    uses: tuple[Use, ...]
    files: Mapping[str, FileFacts]
    tools: Mapping[str, str] = EMPTY

    @property
    def disqualified(self) -> frozenset[str]:
        """Documents that support nothing, by their ids."""
        return frozenset(one.document for one in self._disqualifying() if one.use is None)

    @property
    def disqualified_uses(self) -> frozenset[Use]:
        """Uses that support nothing, by what is wrong with the document or with the use."""
        documents = self.disqualified
        own = {one.use for one in self._disqualifying() if one.use is not None}
        return frozenset(one for one in self.uses if one in own or one.document in documents)

    def of(self, document: str) -> tuple[EvidenceCheck, ...]:
        """The checks of one document."""
        return tuple(one for one in self.checks if one.document == document)

    def _disqualifying(self) -> Iterator[EvidenceCheck]:
        return (one for one in self.checks if one.disqualifies and one.verdict is Verdict.WRONG)
