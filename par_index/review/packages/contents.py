"""What a package holds, as values."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Final

from par_index.nouns import EMPTY, Noun

__all__ = [
    "ASSESSMENT",
    "CRITERIA",
    "DATA",
    "DOCUMENTS",
    "HEAD",
    "REGISTER",
    "ROOT",
    "UNIT",
    "Document",
    "Info",
    "Package",
    "Parts",
]

ROOT: Final = "goi/"
"""The one folder of the archive, so that unpacking it by hand makes one."""

DATA: Final = "data/"
UNIT: Final = "data/unit.yaml"
ASSESSMENT: Final = "data/assessment.json"
REGISTER: Final = "data/tai_lieu.csv"
CRITERIA: Final = "data/criteria/"
DOCUMENTS: Final = "data/tai_lieu/"

HEAD: Final = re.compile(r"[1-9][0-9]{0,8}:[0-9a-f]{8,64}")
"""How the head of an appraisal log is written: its last number, and the beginning of its hash."""


class Info(Noun):
    """What ``bag-info.txt`` says of a package: whose, for which year, as of which day.

    ``head`` is the head of the appraisal log that the package answers; empty in a first package.
    """

    organisation: str
    unit: str
    year: int
    day: datetime.date
    head: str = ""


class Document(Noun):
    """A document of the register: its id, where the unit's file says that it is, and the file in
    the package. ``name`` and ``sha256`` are empty where no file was found.
    """

    id: str
    path: str
    name: str = ""
    size: int = 0
    sha256: str = ""


class Parts(Noun):
    """What a package is made of, each file by its content.

    ``criteria`` are the files of the set by name, ``documents`` those of the register by their
    names below ``data/tai_lieu/``.
    """

    info: Info
    unit: bytes
    criteria: Mapping[str, bytes]
    assessment: bytes
    register: bytes
    documents: Mapping[str, bytes] = EMPTY

    @property
    def payload(self) -> dict[str, bytes]:
        """Every file below ``data/`` by its path in the bag, in the order of the package."""
        files = {UNIT: self.unit, ASSESSMENT: self.assessment, REGISTER: self.register}
        files |= {CRITERIA + name: data for name, data in self.criteria.items()}
        files |= {DOCUMENTS + name: data for name, data in self.documents.items()}
        return dict(sorted(files.items()))


class Package(Noun):
    """A package that was opened whole: what it is called, its own digest, what it holds.

    ``register`` are the documents as ``tai_lieu.csv`` lists them.
    """

    name: str
    digest: str
    parts: Parts
    register: tuple[Document, ...]

    def content_of(self, document: Document) -> bytes | None:
        """The file of a document; None where none was found when it was packed."""
        return self.parts.documents.get(document.name)
