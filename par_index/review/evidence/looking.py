"""Looking at one document: what its bytes are, and the text on its pages."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Final

from par_index.model.evidence import FileFacts, FileKind, TextLayer
from par_index.nouns import EMPTY, Noun, replace
from par_index.review.evidence.files import Opened
from par_index.review.evidence.kinds import kind_by_content
from par_index.review.evidence.layers import layer_of
from par_index.review.evidence.pdf_reader import PdfLook

__all__ = ["Look", "look_at"]

_END: Final = 2_048
_TEXT_CHARACTERS: Final = 1_000_000


class Look(Noun):
    """What was seen of one document. ``texts`` are those of its first pages, in order; one that
    cannot be read is empty, and where none can there are no texts.

    ``fault`` says why there is no file (as in `Opened`), ``unsound`` why it could not be read
    through: ``cut`` (its end is missing), or as in `PdfLook`.
    """

    facts: FileFacts
    fault: str = ""
    near: str = ""
    reason: str = ""
    renamed: bool = False
    unsound: str = ""
    active: tuple[str, ...] = ()
    pictures: bool = False
    texts: tuple[str, ...] = ()
    tools: Mapping[str, str] = EMPTY

    def page(self, number: int) -> str | None:
        """The text of a page, counted from 1; None where none was read."""
        return self.texts[number - 1] if 0 < number <= len(self.texts) else None


def look_at(opened: Opened, read_pdf: Callable[[bytes], PdfLook]) -> Look:
    """Everything that later checks ask of a document; ``read_pdf`` is asked for PDF files only."""
    data = opened.data
    if data is None:
        facts = FileFacts(opened.name)
        return Look(facts, opened.fault, opened.near, opened.reason)
    kind = kind_by_content(data)
    digest = hashlib.sha256(data).hexdigest()
    look = Look(FileFacts(opened.name, kind, len(data), digest), renamed=opened.renamed)
    if kind is FileKind.PDF:
        return _pdf(look, data, read_pdf(data))
    if kind is FileKind.TEXT:
        text = data.decode("utf-8-sig", "replace")[:_TEXT_CHARACTERS]
        return _read(look, (text,), 0)
    return look


def _pdf(look: Look, data: bytes, seen: PdfLook) -> Look:
    unsound = seen.fault
    if unsound in ("", "damaged") and b"%%EOF" not in data[-_END:]:
        unsound = "cut"
    look = replace(look, unsound=unsound, active=seen.active, pictures=seen.pictures)
    is_read = any(text is not None for text in seen.texts)
    texts = tuple(text or "" for text in seen.texts) if is_read else ()
    return _read(replace(look, tools=seen.tools), texts, seen.pages)


def _read(look: Look, texts: tuple[str, ...], pages: int) -> Look:
    layer = layer_of(texts) if texts else TextLayer.NONE
    if look.facts.kind is FileKind.TEXT and layer is TextLayer.SCAN:
        layer = TextLayer.GOOD
    one = look.facts
    facts = FileFacts(one.path, one.kind, one.size, one.sha256, pages, layer)
    return replace(look, facts=facts, texts=texts)
