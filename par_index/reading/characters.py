"""From the bytes of a file to characters that a person can see.

What cannot be seen is refused before the YAML is read: it survives copying from Word or a web
page, and nobody can find it later in a text that looks right.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from par_index.problems import Owner, Problems, Source, Span
from par_index.reading.digests import sha256_of
from par_index.reading.limits import FILE_BYTES
from par_index.reading.places import Places

__all__ = ["composed", "note_unseen", "read_characters", "source_of", "unseen_in"]

_BOM = b"\xef\xbb\xbf"
_UTF_16 = re.compile(rb"\xff\xfe|\xfe\xff|[^\0]\0[^\0]\0|\0[^\0]\0[^\0]", re.DOTALL)
_LINE_BREAK = re.compile(r"\r\n|\n|\r")

_CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff"
_HIDDEN = r"\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f"
_UNSEEN = re.compile(f"(?P<control>[{_CONTROL}])|[{_HIDDEN}]")
_STAND_IN = "\ufffd"

_SLICE = re.compile(r"\S{1,100}[\u0300-\u036f]{0,30}|\s+")


def source_of(data: bytes, name: str, owner: Owner) -> Source:
    """The source that these bytes are: lines for excerpts, and a digest."""
    text, _ = _decode(data)
    # Most files have one kind of line break, for which no pattern is needed.
    lines = _LINE_BREAK.split(text) if "\r" in text else text.split("\n")
    return Source(name, owner, tuple(lines), sha256_of(data))


def read_characters(
    data: bytes, name: str, owner: Owner, problems: Problems
) -> tuple[Source, str | None]:
    """The source, and the text to go on with; no text when reading on would only mislead.

    In the text a visible character stands where each hidden one was, so that every column is
    still the user's own.
    """
    source = Source(name, owner, sha256=sha256_of(data))
    if len(data) > FILE_BYTES:
        problems.add("E111", Span(source), limit=FILE_BYTES)
        return source, None
    if _UTF_16.match(data):
        problems.add("E102", Span(source))
        return source, None
    text, bad_byte = _decode(data)
    source = source_of(data, name, owner)
    if bad_byte is not None:
        before = _LINE_BREAK.split(_decode(data[:bad_byte])[0])
        span = Span(source, len(before), len(before[-1]) + 1)
        problems.add("E103", span, byte=bad_byte + 1, line=span.line)
        return source, None
    places = Places()
    if _UNSEEN.search(text):
        for number, line in enumerate(source.lines, 1):
            note_unseen(line, Span(source, number), places, moving=True)
    places.tell(problems)
    # A control character may be a line break to YAML, and then every later line would be odd.
    go_on = not any(problem.code == "E104" for problem in problems.in_order())
    return source, _UNSEEN.sub(_STAND_IN, text) if go_on else None


def note_unseen(text: str, start: Span, places: Places, *, moving: bool) -> None:
    """Note every control and hidden character of a text.

    With ``moving`` the text is written as it is from ``start`` on, so each has its own column;
    without, all are told at ``start`` (an escape such as ``\\u200b`` has no column of its own).
    """
    for match in _UNSEEN.finditer(text):
        code = "E104" if match["control"] else "E105"
        found = _name_of(match)
        offset = match.start() if moving else 0
        span = Span(start.source, start.line, start.column + offset, 1 if moving else start.width)
        places.note(code, span, cause=found, found=found)


def unseen_in(text: str) -> Iterator[tuple[int, str]]:
    """Every control and hidden character of a text that is in no file: its index, its name."""
    return ((match.start(), _name_of(match)) for match in _UNSEEN.finditer(text))


def _name_of(match: re.Match[str]) -> str:
    return f"U+{ord(match[0]):04X}"


def composed(text: str) -> str:
    """The text in NFC: one ``ấ``, whether typed as one character or as three."""
    if text.isascii():
        return text
    # Sorting a run of accents takes the square of its length: two megabytes of them, hours.
    return "".join(unicodedata.normalize("NFC", part) for part in _SLICE.findall(text))


def _decode(data: bytes) -> tuple[str, int | None]:
    """The text without its byte order mark, and the index of the first byte not in UTF-8."""
    start = len(_BOM) if data.startswith(_BOM) else 0
    try:
        return data[start:].decode(), None
    except UnicodeDecodeError as error:
        return data[start:].decode(errors="replace"), start + error.start
