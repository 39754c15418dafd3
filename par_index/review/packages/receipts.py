"""The receipt: what a score was made of, by digests, and what made it.

It is one block of the assessment as JSON, beside the block that is computed. Whoever has the same
inputs and the same release gets the same computed block, to the byte.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from par_index import __version__
from par_index.nouns import Noun
from par_index.problems import Problems
from par_index.reading.common import common_files, sources_of
from par_index.reading.digests import sha256_of
from par_index.reading.folders import digest_of
from par_index.review.packages.contents import CRITERIA, DATA, DOCUMENTS, UNIT, Document
from par_index.review.packages.limits import RECEIPT_BYTES

__all__ = [
    "BLOCK",
    "SCHEMA",
    "Engine",
    "FileDigest",
    "Receipt",
    "engine_here",
    "read_document",
    "read_receipt",
    "receipt_of",
    "unlike_files",
    "value_of",
]

SCHEMA: Final = "par_index/receipt/1"

BLOCK: Final = "receipt"
"""The one block of an assessment that is not computed from its inputs. Verdicts on documents depend
on the tools that give them, so an assessment has none: whoever receives it looks for himself."""


class Engine(Noun):
    """What computed a score: the release, and the finding rules that go with every set."""

    version: str
    rules: str


class FileDigest(Noun):
    """A file by its path, as it is found from the receipt, and its content."""

    path: str
    sha256: str


class Receipt(Noun):
    """What a score was made of. ``sha256`` is the set's own digest, ``folder`` where its files
    are found from the receipt; empty for a set that is known by its id. The digest of a document
    that was not there is empty.
    """

    engine: Engine
    as_of: datetime.date
    unit: FileDigest
    set: str
    sha256: str
    folder: str
    files: tuple[FileDigest, ...]
    external: tuple[FileDigest, ...]
    evidence: Mapping[str, FileDigest]


def engine_here() -> Engine:
    """What would compute a score now."""
    sources = sources_of(common_files(Problems()))
    return Engine(__version__, digest_of({one.name: one.sha256 for one in sources}))


def receipt_of(
    engine: Engine,
    as_of: datetime.date,
    unit: bytes,
    set: str,
    criteria: Mapping[str, bytes],
    documents: Iterable[Document],
) -> Receipt:
    """The receipt in a package, whose paths are those below its ``data/``."""
    digests = {name: sha256_of(data) for name, data in sorted(criteria.items())}
    folder = CRITERIA.removeprefix(DATA)
    below = DOCUMENTS.removeprefix(DATA)
    return Receipt(
        engine,
        as_of,
        FileDigest(UNIT.removeprefix(DATA), sha256_of(unit)),
        set,
        digest_of(digests),
        folder.rstrip("/"),
        tuple(FileDigest(name, digest) for name, digest in digests.items()),
        (),
        {one.id: FileDigest(below + one.name if one.name else "", one.sha256) for one in documents},
    )


def value_of(receipt: Receipt) -> dict[str, object]:
    """The block as JSON has it."""
    return {
        "schema": SCHEMA,
        "engine": {
            "name": "par_index",
            "version": receipt.engine.version,
            "rules": receipt.engine.rules,
        },
        "as_of": receipt.as_of.isoformat(),
        "unit": _file(receipt.unit),
        "criteria": {
            "id": receipt.set,
            "sha256": receipt.sha256,
            "folder": receipt.folder or None,
            "files": [_file(one) for one in receipt.files],
        },
        "external": [_file(one) for one in receipt.external],
        "evidence": [
            {"id": id, "file": one.path or None, "sha256": one.sha256 or None}
            for id, one in receipt.evidence.items()
        ],
    }


def unlike_files(stated: Receipt, true: Receipt) -> tuple[str, ...]:
    """The paths of the files of which two receipts do not say the same."""
    before, now = _digests(stated), _digests(true)
    paths = sorted(before.keys() | now.keys())
    return tuple(path for path in paths if before.get(path) != now.get(path))


def _digests(one: Receipt) -> dict[str, str]:
    below = f"{one.folder}/" if one.folder else f"{one.set}/"
    files = {below + file.path: file.sha256 for file in one.files}
    files |= {file.path: file.sha256 for file in (one.unit, *one.external)}
    return files | {file.path or id: file.sha256 for id, file in one.evidence.items()}


def read_document(data: bytes) -> dict[str, Any] | None:
    """An assessment as JSON; None for anything else, and for more than one can be."""
    if len(data) > RECEIPT_BYTES:
        return None
    try:
        document = json.loads(data.decode())
    except (ValueError, RecursionError):
        return None
    return document if isinstance(document, dict) else None


def read_receipt(document: Mapping[str, Any]) -> Receipt | None:
    """The receipt of an assessment; None where there is none, or none of this form."""
    block = document.get(BLOCK)
    try:
        receipt = _read(block)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    # Every part and every type: what is written again is what was read.
    return receipt if value_of(receipt) == block else None


def _read(block: Any) -> Receipt:
    engine, criteria = block["engine"], block["criteria"]
    return Receipt(
        Engine(_text(engine["version"]), _text(engine["rules"])),
        datetime.date.fromisoformat(block["as_of"]),
        _read_file(block["unit"]),
        _text(criteria["id"]),
        _text(criteria["sha256"]),
        _text(criteria["folder"] or ""),
        tuple(map(_read_file, criteria["files"])),
        tuple(map(_read_file, block["external"])),
        {
            _text(one["id"]): FileDigest(_text(one["file"] or ""), _text(one["sha256"] or ""))
            for one in block["evidence"]
        },
    )


def _file(one: FileDigest) -> dict[str, str]:
    return {"file": one.path, "sha256": one.sha256}


def _read_file(value: Any) -> FileDigest:
    return FileDigest(_text(value["file"]), _text(value["sha256"]))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
