"""Reading the register of evidence, whose fields are those of Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

import re
from typing import Final

from par_index.model.submission import Evidence
from par_index.problems import Problems
from par_index.reading.fields import Fields
from par_index.reading.nodes import Mapping
from par_index.reading.places import excerpt
from par_index.reading.safe_paths import path_fault

__all__ = ["PARTS", "read_evidence"]

_PLAIN: Final = (
    *("loai", "so", "ky_hieu", "ngay", "co_quan", "ma_co_quan", "trich_yeu", "so_trang"),
    *("thu_tu", "tep", "sha256", "con_hieu_luc"),
)
PARTS: Final = {
    "nguoi_ky": ("chuc_vu", "ho_ten"),
    "ho_so_luu": ("ma_co_quan", "nam", "ky_hieu"),
}
"""Fields with parts of their own. They may be written as one text as well."""

_LENGTHS: Final = {
    "loai": 100,
    "so": 11,
    "ky_hieu": 30,
    "co_quan": 200,
    "ma_co_quan": 13,
    "trich_yeu": 500,
}
"""The most characters that Phụ lục VI lets a field have: office systems refuse more."""

_DIGEST: Final = re.compile("[0-9a-fA-F]{64}")


def read_evidence(fields: Fields, problems: Problems) -> dict[str, Evidence]:
    """The register of documents by id; parts of a field stand under ``nguoi_ky.ho_ten``."""
    register: dict[str, Evidence] = {}
    for node in fields.mappings("evidence"):
        document = Fields(node, problems, "2")
        document.expect(("id",), (*_PLAIN, *PARTS))
        id = document.text("id")
        if id is None:
            continue
        span = document.span_of("id")
        if id in register:
            problems.add("E245", span, register[id].span, found=id)
            continue
        texts = {key: document.optional_text(key) for key in _PLAIN if key in node}
        for key, parts in PARTS.items():
            texts |= _parts(document, key, parts)
        _check(document, texts, problems)
        register[id] = Evidence(id, span, texts, document.day("ngay"))
    return register


def _parts(document: Fields, key: str, parts: tuple[str, ...]) -> dict[str, str]:
    """A field as one text, or as a mapping of its parts."""
    value = document.node.get(key)
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        return {key: document.optional_text(key)}
    inner = Fields(value, document.problems, "2")
    inner.expect((), parts)
    return {f"{key}.{part}": inner.optional_text(part) for part in parts if part in value}


def _check(document: Fields, texts: dict[str, str], problems: Problems) -> None:
    """What a field must be like: a path that is safe, a digest, lengths that are taken."""
    if path := texts.get("tep"):
        code = path_fault(path)
        if code:
            problems.add(code, document.span_of("tep"), found=excerpt(path))
    digest = texts.get("sha256", "")
    if digest and _DIGEST.fullmatch(digest.strip()) is None:
        problems.add("E406", document.span_of("sha256"), found=excerpt(digest))
    for key, most in _LENGTHS.items():
        if len(texts.get(key, "")) > most:
            span = document.span_of(key)
            problems.add("W401", span, key=key, most=most, length=len(texts[key]))
