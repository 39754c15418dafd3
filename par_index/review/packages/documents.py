"""Files of documents as a package names them: ASCII of our making, whatever their own names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from par_index.model.submission import Evidence
from par_index.reading.digests import sha256_of
from par_index.review.packages.contents import Document

__all__ = ["documents_of"]

_SUFFIX: Final = re.compile(r"\.([A-Za-z0-9]{1,8})")
_OTHER: Final = re.compile(r"[^A-Za-z0-9]+")
_LONGEST: Final = 60


def documents_of(
    register: Mapping[str, Evidence], found: Mapping[str, bytes]
) -> dict[str, Document]:
    """The documents of a register by id. ``found`` are the files that are there, by their paths.

    A file that two documents share is packed once.
    """
    width = max(2, len(str(len(register))))
    names: dict[str, str] = {}
    documents = {}
    for number, (id, one) in enumerate(register.items(), start=1):
        path = one.fields.get("tep", "")
        data = found.get(path) if path else None
        if data is None:
            documents[id] = Document(id, path)
            continue
        name = names.setdefault(path, _name(f"TL{number:0{width}}", one, path))
        documents[id] = Document(id, path, name, len(data), sha256_of(data))
    return documents


def _name(number: str, one: Evidence, path: str) -> str:
    """``TL01_1902-QD-UBND_2019-06-10.pdf``: number, what the document is called, its day."""
    called = _ascii(f"{one.fields.get('so', '')}-{one.fields.get('ky_hieu', '')}")
    day = one.issued.isoformat() if one.issued else ""
    suffix = _SUFFIX.fullmatch(path[path.rfind(".") :] if "." in path else "")
    ending = f".{suffix[1].lower()}" if suffix else ""
    return "_".join(part for part in (number, called, day) if part) + ending


def _ascii(text: str) -> str:
    """Letters and digits without their marks, strokes between: ``QĐ-UBND`` is ``QD-UBND``."""
    folded = text.translate({0x110: "D", 0x111: "d", 0xD0: "D", 0x189: "D"})
    bare = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    return _OTHER.sub("-", bare).strip("-")[:_LONGEST].rstrip("-")
