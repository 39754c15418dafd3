"""The keys of a mapping: each is text, written once, and says which value it names."""

from __future__ import annotations

import re
from collections.abc import Sequence as Pairs
from typing import TypeAlias

from par_index.problems import Problems, Span
from par_index.reading.limits import KEY_CHARACTERS
from par_index.reading.nodes import Entry, Mapping, Node, Scalar
from par_index.reading.places import Places, excerpt

__all__ = ["close_mapping"]

_Pair: TypeAlias = tuple[Node, Node]

_CODE = re.compile(r"[0-9]+(?:\.[0-9]+)+")
_DIGITS = re.compile(r"-?[0-9]+")
_CUT_OFF = re.compile(r"[0-9]+ *%?")
_WORDS = re.compile(r"[^\W\d_]+(?: +\S+)+|.*[^\x00-\x7f].*")
"""What can be no key: several words, or a word that no key of par_index is written with."""


def close_mapping(
    pairs: Pairs[_Pair], span: Span, *, flow: bool, problems: Problems, places: Places
) -> Mapping:
    """The mapping of these keys and values; of a key written twice the first value stands."""
    written: dict[str, list[Entry]] = {}
    for key, value in _rejoined(pairs, problems) if flow else pairs:
        if not isinstance(key, Scalar) or key.is_blank:
            problems.add("E112", key.span)
        elif key.plain and key.text == "<<":
            places.note("E108", key.span, cause=None)
        else:
            written.setdefault(key.text, []).append(Entry(key, value))
            _look_at(key, value, problems, places)
    for text, entries in written.items():
        if len(entries) > 1:
            first, second, *more = (entry.key.span for entry in entries)
            problems.add("E113", second, first, *more, key=excerpt(text), line=first.line)
    return Mapping(tuple(entries[0] for entries in written.values()), span, flow)


def _look_at(key: Scalar, value: Node, problems: Problems, places: Places) -> None:
    """A key is not endless, and a code is quoted wherever it stands."""
    if len(key.text) > KEY_CHARACTERS:
        problems.add("E119", key.span, length=len(key.text), limit=KEY_CHARACTERS)
    for text in (key, value) if key.text == "code" else (key,):
        if isinstance(text, Scalar) and text.plain and _CODE.fullmatch(text.text):
            places.note("N101", text.span, cause=None, found=excerpt(text.text))


def _rejoined(pairs: Pairs[_Pair], problems: Problems) -> list[_Pair]:
    """Tell which commas cut a value in two, and drop the keys that came of it.

    ``{value: 6,7%}`` is to YAML the value ``6`` and a key ``7%`` with nothing under it, and
    ``{label: Phản ánh, kiến nghị}`` has a key ``kiến nghị``.
    """
    kept: list[_Pair] = []
    cut: dict[int, list[Scalar]] = {}
    for key, value in pairs:
        head = _plain_text(kept[-1][1]) if kept else ""
        tail = _cut_off(key, value, _CUT_OFF if _DIGITS.fullmatch(head) else _WORDS)
        if tail and head:
            cut.setdefault(len(kept) - 1, []).append(tail)
        else:
            kept.append((key, value))
    for index, tails in cut.items():
        value, last = kept[index][1], tails[-1].span
        start, width = value.span, value.span.width
        if last.line == start.line:
            width = last.column + last.width - start.column
        comma = "," if _CUT_OFF.fullmatch(tails[0].text) else ", "
        found = comma.join([_plain_text(value), *(tail.text for tail in tails)])
        problems.add(
            "E120", Span(start.source, start.line, start.column, width), found=excerpt(found)
        )
    return kept


def _cut_off(key: Node, value: Node, form: re.Pattern[str]) -> Scalar | None:
    """The key, if it may be the rest of the value before it."""
    if isinstance(value, Scalar) and value.is_blank and isinstance(key, Scalar):
        return key if form.fullmatch(_plain_text(key)) else None
    return None


def _plain_text(node: Node) -> str:
    return node.text if isinstance(node, Scalar) and node.plain else ""
