"""What a file is by its content, and by its name."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final

from par_index.model.evidence import FileKind

__all__ = ["kind_by_content", "kind_by_name"]

_BEGINNINGS: Final = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileKind.OLE),
    (b"\xff\xd8\xff", FileKind.JPEG),
    (b"\x89PNG\r\n\x1a\n", FileKind.PNG),
    (b"II*\x00", FileKind.TIFF),
    (b"MM\x00*", FileKind.TIFF),
    (b"MZ", FileKind.PROGRAM),
    (b"\x7fELF", FileKind.PROGRAM),
    (b"#!", FileKind.PROGRAM),
)
_HEAD: Final = 1024
_HTML: Final = re.compile(rb"<(!doctype\s+html|html|head|body|script)\b", re.IGNORECASE)
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_PARTS: Final = (
    ("word/", FileKind.DOCX),
    ("xl/", FileKind.XLSX),
    ("ppt/", FileKind.PPTX),
)
_MEMBERS: Final = 2_000
"""Entries of a zip's directory that are looked at."""

_NAMES: Final = {
    "pdf": FileKind.PDF,
    "docx": FileKind.DOCX,
    "xlsx": FileKind.XLSX,
    "pptx": FileKind.PPTX,
    "odt": FileKind.ODF,
    "ods": FileKind.ODF,
    "odp": FileKind.ODF,
    "zip": FileKind.ZIP,
    "doc": FileKind.OLE,
    "xls": FileKind.OLE,
    "ppt": FileKind.OLE,
    "msg": FileKind.OLE,
    "jpg": FileKind.JPEG,
    "jpeg": FileKind.JPEG,
    "png": FileKind.PNG,
    "tif": FileKind.TIFF,
    "tiff": FileKind.TIFF,
    "exe": FileKind.PROGRAM,
    "html": FileKind.HTML,
    "htm": FileKind.HTML,
    "txt": FileKind.TEXT,
    "md": FileKind.TEXT,
    "csv": FileKind.TEXT,
}


def kind_by_name(name: str) -> FileKind | None:
    """What the ending of a name promises; None for one that is not known."""
    return _NAMES.get(name.rpartition(".")[2].lower()) if "." in name else None


def kind_by_content(data: bytes) -> FileKind:
    """What the bytes are; `FileKind.OTHER` where nothing known begins like them."""
    if not data:
        return FileKind.EMPTY
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            return kind
    if data.startswith(b"PK"):
        return _kind_of_zip(data)
    head = data[:_HEAD]
    if b"%PDF-" in head:
        return FileKind.PDF
    if _HTML.search(head):
        return FileKind.HTML
    return FileKind.TEXT if _is_text(data) else FileKind.OTHER


def _kind_of_zip(data: bytes) -> FileKind:
    """By the names in its directory alone; nothing is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [one.filename for one in archive.infolist()[:_MEMBERS]]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        return FileKind.OTHER
    if "[Content_Types].xml" in names:
        for part, kind in _PARTS:
            if any(name.startswith(part) for name in names):
                return kind
    is_odf = names[:1] == ["mimetype"] and "content.xml" in names
    return FileKind.ODF if is_odf else FileKind.ZIP


def _is_text(data: bytes) -> bool:
    if _CONTROL.search(data):
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
