"""Verdicts on one use of a document: what it is cited for, where it is to prove it, and whether it
does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from par_index.model.criteria import Requirement
from par_index.model.document_kinds import KINDS
from par_index.model.evidence import CheckId, EvidenceCheck, FileKind, TextLayer, Use, Verdict
from par_index.model.submission import Evidence
from par_index.nouns import Noun
from par_index.review.evidence.figures import Claimed, Page, pages_cited
from par_index.review.evidence.first_page import is_read
from par_index.review.evidence.identity import identity_of, is_standing
from par_index.review.evidence.looking import Look
from par_index.review.evidence.normal import plain

__all__ = ["Cited", "Found", "find_figures", "use_checks"]

_RIGHT, _WRONG, _LOOK, _UNKNOWN = Verdict.RIGHT, Verdict.WRONG, Verdict.LOOK, Verdict.UNKNOWN
_NAMED: Final = r"(?:(?:mục|phần|điều|khoản|chương|điểm|muc|phan|dieu|khoan|chuong|diem)\s+)?"


class Cited(Noun):
    """A use with what it is about: the document, what was seen of it, the requirement it is for."""

    use: Use
    document: Evidence
    look: Look
    requirement: Requirement | None
    figures: tuple[Claimed, ...]

    @property
    def is_read(self) -> bool:
        """Whether there is the text of every page that is cited, or of all pages."""
        last = max(self.pages or (0,)) if self.use.page else self.look.facts.pages
        return is_read(self.look) and last <= max(len(self.look.texts), 1)

    @property
    def pages(self) -> tuple[int, ...] | None:
        """The pages it names; all where it names none or a text has none, None where they cannot be
        read as pages.
        """
        if self.use.page and self.look.facts.kind is not FileKind.TEXT:
            return pages_cited(self.use.page)
        return tuple(range(1, len(self.look.texts) + 1))


class Found(Noun):
    """Where the figures of one use stand: on its pages, or on which other pages of the document."""

    here: frozenset[str]
    beside: Mapping[str, int]


def find_figures(cited: Cited, pages: Sequence[Page]) -> Found:
    """The measures whose figures stand on the cited pages, and those that stand on another."""
    numbers = cited.pages or ()
    here, beside = set[str](), dict[str, int]()
    for figure in cited.figures:
        on = [at for at, page in enumerate(pages, start=1) if page.has(figure)]
        if any(at in numbers for at in on):
            here.add(figure.measure)
        elif on:
            beside[figure.measure] = on[0]
    return Found(frozenset(here), beside)


def use_checks(cited: Cited, found: Found, shown: frozenset[str]) -> Iterator[EvidenceCheck]:
    """The checks of one use; ``shown`` are measures that any document of the criterion shows."""
    use = cited.use

    def check(id: CheckId, verdict: Verdict, code: str, **params: object) -> EvidenceCheck:
        is_page = id is CheckId.PAGE
        return EvidenceCheck(id, verdict, code, use.document, params, use, disqualifies=is_page)

    wanted = cited.requirement
    if wanted is not None and wanted.kinds:
        names = [KINDS[one] for one in wanted.kinds]
        kind = identity_of(cited.document).kind
        said = KINDS.get(kind or "", "")
        yield check(CheckId.KIND_ASKED, *_kind_asked(wanted, kind), wanted=names, found=said)
    if wanted is not None and wanted.window is not None:
        day, window = cited.document.issued, wanted.window
        verdict, code = _window(cited.document, wanted)
        ends = {"starts": window.starts or "", "ends": window.ends or ""}
        yield check(CheckId.WINDOW, verdict, code, day=day or "", **ends)
    if wanted is not None and wanted.locate is not None:
        said = use.page if wanted.locate == "page" else use.section
        is_short = wanted.locate == "page" and cited.look.facts.pages == 1
        verdict = _RIGHT if said or is_short else _LOOK
        yield check(CheckId.LOCATED, verdict, "said" if said else wanted.locate)
    if use.page and cited.look.facts.kind is not None:
        verdict, code = _page(cited)
        yield check(CheckId.PAGE, verdict, code, page=use.page, pages=cited.look.facts.pages)
    if use.section and cited.look.facts.kind is not None:
        yield check(CheckId.SECTION, *_section(cited), section=use.section)
    yield from _figures(cited, found, shown, check=check)


def _kind_asked(wanted: Requirement, kind: str | None) -> tuple[Verdict, str]:
    if kind is None:
        return _UNKNOWN, "kind_unsaid"
    return (_RIGHT, "fits") if kind in wanted.kinds else (_WRONG, "other_kind")


def _window(document: Evidence, wanted: Requirement) -> tuple[Verdict, str]:
    window, issued = wanted.window, document.issued
    assert window is not None
    if issued is None:
        return _UNKNOWN, "undated"
    if window.ends is not None and issued > window.ends:
        return _WRONG, "after"
    if window.starts is not None and issued < window.starts:
        return (_RIGHT, "standing") if is_standing(document) else (_WRONG, "before")
    return _RIGHT, "inside"


def _page(cited: Cited) -> tuple[Verdict, str]:
    pages, count = pages_cited(cited.use.page), cited.look.facts.pages
    if pages is None:
        return _LOOK, "unreadable"
    if cited.look.facts.kind is not FileKind.PDF or not count:
        return _UNKNOWN, "uncounted"
    return (_WRONG, "beyond") if max(pages) > count else (_RIGHT, "there")


def _section(cited: Cited) -> tuple[Verdict, str]:
    """Whether lines begin with the section, part after part: ``II.1`` is II, and 1 behind it."""
    look = cited.look
    if not cited.is_read:
        return _UNKNOWN, "unread"
    numbers = cited.pages if cited.use.page else None
    texts = [look.page(one) or "" for one in numbers] if numbers else list(look.texts)
    # A section may begin before the page that is cited.
    text = "\n".join(look.texts[: numbers[-1]]) if numbers else "\n".join(texts)
    lines = "\n".join(plain(line) for line in text.split("\n"))
    at = 0
    for part in _parts(cited.use.section):
        match = re.compile(rf"^{_NAMED}{re.escape(part)}(?=\W|$)", re.M | re.I).search(lines, at)
        if match is None:
            is_flat = look.facts.layer is TextLayer.FLAT
            return (_UNKNOWN, "unsure") if is_flat else (_LOOK, "absent")
        at = match.end()
    return _RIGHT, "there"


def _parts(section: str) -> list[str]:
    """The whole where it may head a line as it is, else what stands between its dots."""
    text = re.sub(rf"^{_NAMED}", "", plain(section), flags=re.IGNORECASE)
    return [one for one in re.split(r"[.\s,;]+", text) if one]


def _figures(
    cited: Cited, found: Found, shown: frozenset[str], *, check: object
) -> Iterator[EvidenceCheck]:
    assert callable(check)
    if not cited.figures or cited.look.facts.kind is None:
        return
    is_beyond = cited.use.page and max(cited.pages or (0,)) > cited.look.facts.pages > 0
    if is_beyond:
        return
    if not cited.is_read:
        yield check(CheckId.FIGURES, _UNKNOWN, "unread")
        return
    texts = {one.measure: one.text for one in cited.figures}
    here = [texts[id] for id in texts if id in found.here]
    absent = [texts[id] for id in texts if id not in shown]
    beside = {id: page for id, page in found.beside.items() if id not in shown}
    near = [texts[id] for id in beside]
    params = {
        "found": here,
        "absent": absent,
        "near": near,
        "near_pages": list(beside.values()),
        "page": cited.use.page,
    }
    if not absent:
        yield check(CheckId.FIGURES, _RIGHT, "found" if here else "elsewhere", **params)
    elif cited.look.facts.layer is TextLayer.FLAT and not near:
        yield check(CheckId.FIGURES, _UNKNOWN, "unsure", **params)
    else:
        yield check(CheckId.FIGURES, _LOOK, "near" if near else "absent", **params)
