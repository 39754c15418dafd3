"""Reading PDF files with pypdf, in a process of its own that may be ended at any time.

Asked by `par_index.review.evidence.pdf_reader`; what is wrong with a file is told in the answer.
"""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Final

from par_index.review.confined import serve

__all__ = ["examine"]

PAGES: Final = 2_000
TEXT_SECONDS: Final = 15.0
"""No further page is begun after this."""
PAGE_CHARACTERS: Final = 200_000
FILE_CHARACTERS: Final = 1_000_000
OBJECTS: Final = 300_000
"""Parts of a file that are looked through for what would act."""

_ACTS: Final = {
    "/JavaScript": "javascript",
    "/Launch": "launch",
    "/SubmitForm": "submit",
    "/ImportData": "import",
    "/Rendition": "media",
    "/Movie": "media",
    "/Sound": "media",
}
"""Actions by their kind, ``/S``."""
_KEYS: Final = {"/JS": "javascript", "/XFA": "xfa", "/EmbeddedFiles": "files", "/EF": "files"}
_SUBTYPES: Final = {"/RichMedia": "media", "/Screen": "media", "/FileAttachment": "files"}


def examine(data: bytes) -> dict[str, Any]:
    """What is in a PDF: its pages with their texts, and what would act when it is opened.

    ``fault`` is ``damaged``, ``encrypted``, ``pages`` (too many of them), ``memory`` or empty.
    ``texts`` are those of its first pages, None for one that cannot be read.
    """
    import pypdf

    answer: dict[str, Any] = {
        "version": pypdf.__version__,
        "fault": "",
        "pages": 0,
        "pictures": False,
        "active": [],
        "texts": [],
    }
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            return answer | {"fault": "encrypted"}
        count = len(reader.pages)
        if not count:
            return answer | {"fault": "damaged"}
        answer["pages"] = count
        if count > PAGES:
            return answer | {"fault": "pages"}
        answer["active"] = sorted(set(_active(reader)))
        answer["texts"], answer["pictures"] = _texts(reader)
    except MemoryError:
        return answer | {"fault": "memory", "texts": []}
    except Exception:  # Whatever a broken file makes a library raise is the file's fault.
        return answer | {"fault": "damaged"}
    return answer


def _active(reader: object) -> Iterator[str]:
    """Everything below the catalogue that acts, or that another file hides in."""
    from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

    waiting: list[object] = [reader.trailer.get("/Root")]  # type: ignore[attr-defined]
    seen: set[object] = set()
    looked = 0
    while waiting and looked < OBJECTS:
        looked += 1
        one = waiting.pop()
        if isinstance(one, IndirectObject):
            if (one.idnum, one.generation) in seen:
                continue
            seen.add((one.idnum, one.generation))
            with suppress(Exception):
                waiting.append(one.get_object())
        elif isinstance(one, DictionaryObject):
            yield from _acting(one)
            waiting.extend(dict.values(one))
        elif isinstance(one, ArrayObject):
            waiting.extend(list.__iter__(one))


def _acting(one: object) -> Iterator[str]:
    assert isinstance(one, dict)
    for key, found in _KEYS.items():
        if key in one:
            yield found
    for key, names in (("/S", _ACTS), ("/Subtype", _SUBTYPES)):
        name = dict.get(one, key)
        if isinstance(name, str) and name in names:
            yield names[name]


def _texts(reader: object) -> tuple[list[str | None], bool]:
    """The texts of the pages in order, as many as there is time and room for; any pictures?"""
    texts: list[str | None] = []
    room, pictures = FILE_CHARACTERS, False
    ends = time.monotonic() + TEXT_SECONDS
    for page in reader.pages:  # type: ignore[attr-defined]
        if room <= 0 or time.monotonic() > ends:
            break
        text = None
        with suppress(Exception):  # As many kinds as there are ways to break a page.
            text = _written(page.extract_text())[: min(room, PAGE_CHARACTERS)]
        with suppress(Exception):
            pictures = pictures or _has_picture(page)
        room -= len(text or "")
        texts.append(text)
    return texts, pictures


def _written(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def _has_picture(page: object) -> bool:
    resources = page.get("/Resources", {}).get_object()  # type: ignore[attr-defined]
    pictures = resources.get("/XObject", {}).get_object()
    return any(one.get_object().get("/Subtype") == "/Image" for one in pictures.values())


if __name__ == "__main__":
    serve(examine)
