"""One document as text, for what it says by itself."""

from __future__ import annotations

from collections.abc import Callable

from par_index.model.evidence import FileKind
from par_index.review.evidence.defects import TextFile
from par_index.review.evidence.files import Opened
from par_index.review.evidence.looking import look_at
from par_index.review.evidence.pdf_reader import PdfLook

__all__ = ["read_text"]


def read_text(data: bytes, name: str, read_pdf: Callable[[bytes], PdfLook]) -> TextFile:
    """The pages of a PDF or the whole of a text; no pages where there is nothing to read."""
    look = look_at(Opened(name, data), read_pdf)
    is_read = look.facts.kind in (FileKind.PDF, FileKind.TEXT)
    texts = look.texts if is_read else ()
    return TextFile(name, texts, look.facts.layer, look.unsound)
