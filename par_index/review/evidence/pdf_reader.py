"""PDF files as another process reads them: within a time, within a memory, whatever they are."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from types import TracebackType
from typing import Any, Self

from par_index.nouns import EMPTY, Noun
from par_index.review.confined import SECONDS, Confined

__all__ = ["PdfLook", "PdfReader", "is_installed"]


class PdfLook(Noun):
    """What a PDF holds. ``texts`` are those of its first pages, in order, None for one that cannot
    be read.

    ``fault`` is that of `par_index.review.evidence.pdf.examine`, or ``time`` or ``crash`` where the
    process that read it had to be ended, or ended itself.
    """

    fault: str = ""
    pages: int = 0
    texts: tuple[str | None, ...] = ()
    active: tuple[str, ...] = ()
    pictures: bool = False
    tools: Mapping[str, str] = EMPTY


def is_installed() -> bool:
    """Whether the extra ``evidence`` is there."""
    return find_spec("pypdf") is not None


class PdfReader:
    """Reads file after file in one process; another takes its place where a file ends it.

    A context manager: the process ends with it.
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        self._confined = Confined("par_index.review.evidence.pdf", seconds)

    def __enter__(self) -> Self:
        self._confined.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._confined.__exit__(kind, error, trace)

    def read(self, data: bytes) -> PdfLook:
        """What is in these bytes. Nothing is raised but that pypdf is not installed."""
        if not is_installed():
            raise ModuleNotFoundError("pypdf is not installed", name="pypdf")
        return _look(self._confined.ask(data))


def _look(answer: Mapping[str, Any]) -> PdfLook:
    version = answer.get("version")
    return PdfLook(
        answer["fault"],
        answer.get("pages", 0),
        tuple(answer.get("texts", ())),
        tuple(answer.get("active", ())),
        answer.get("pictures", False),
        {} if version is None else {"pypdf": version},
    )
