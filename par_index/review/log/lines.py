"""Lines: what stands around every event, and the chain of hashes that binds a log together."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Final

from par_index.nouns import Noun, replace
from par_index.problems import Owner, Problems, Source, Span
from par_index.review.log.canonical import Uncanonical, Value, canonical, chain_hash, parsed
from par_index.review.log.codecs import Misfit
from par_index.review.log.forms import event_of, fields_of
from par_index.review.log.nouns import Event, Role

__all__ = [
    "Chain",
    "Head",
    "Line",
    "fields_around",
    "misfit_of",
    "parse_head",
    "read_chain",
    "seal",
    "written",
]

_AROUND: Final = ("seq", "prev", "hash", "log", "at", "who", "role")
_AT: Final = "%Y-%m-%dT%H:%M:%SZ"
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_HEAD: Final = re.compile(r"#?([1-9][0-9]{0,8})[:\s]\s*([0-9a-f]{4,64})…?")


class Head(Noun):
    """The last line of a log: what has to be known outside it. ``hash`` may be its beginning."""

    seq: int
    hash: str

    def __str__(self) -> str:
        return f"{self.seq}:{self.hash}"

    @property
    def short(self) -> str:
        """As it is printed on slips and reports: ``#12 9f3a7c01b2d4e5f6…``."""
        return f"#{self.seq} {self.hash[:16]}…"

    def names(self, line: Line) -> bool:
        """Whether this is the head of a log that ends with the line."""
        return line.seq == self.seq and line.hash.startswith(self.hash)


class Line(Noun):
    """One acknowledged line: who did what, when by the writer's clock, after which line."""

    seq: int
    prev: str
    hash: str
    log: str
    at: datetime.datetime
    who: str
    role: Role
    event: Event

    @property
    def head(self) -> Head:
        return Head(self.seq, self.hash)


class Chain(Noun):
    """The lines of a log, and bytes after the last of them that nobody was ever told of."""

    source: Source
    lines: tuple[Line, ...]
    tail: bytes = b""

    def span(self, seq: int = 0) -> Span:
        """The place of a line; of the end of the log without one."""
        return Span(self.source, seq or len(self.lines) + 1)


def parse_head(text: str) -> Head | None:
    """``12:9f3a…`` or ``#12 9f3a…`` as a person copies it from a slip."""
    match = _HEAD.fullmatch(text.strip())
    return Head(int(match[1]), match[2]) if match else None


def seal(event: Event, chain: Chain, *, who: str, role: Role, at: datetime.datetime) -> Line:
    """The line that would come next in a log, with its hash."""
    last = chain.lines[-1] if chain.lines else None
    line = Line(
        seq=len(chain.lines) + 1,
        prev=last.hash if last else "",
        hash="",
        log=(chain.lines[0].hash if last else ""),
        at=at.astimezone(datetime.UTC).replace(microsecond=0),
        who=who,
        role=role,
        event=event,
    )
    return replace(line, hash=chain_hash(_fields(line)))


def misfit_of(line: Line) -> str:
    """What of a line could not be read back as it is; empty where all of it can be."""
    try:
        fields = parsed(written(line))
    except Uncanonical as fault:
        return str(fault)
    problems = Problems()
    read = _line(fields, Span(Source("", Owner.REVIEW)), problems)
    for problem in problems.in_order():
        return str(problem.params["field"])
    return "" if read == line else "action"


def written(line: Line) -> bytes:
    """The bytes of a line, without its end."""
    return canonical(_fields(line))


def fields_around(line: Line) -> dict[str, Value]:
    """What a line says around the facts of leaves, which are many."""
    return {name: value for name, value in _fields(line).items() if name != "basis"}


def read_chain(data: bytes, name: str, problems: Problems) -> Chain:
    """The lines of a log; everything that is wrong with the chain is reported.

    Lines end with the byte 0A and with nothing else. What stands after the last of them was never
    acknowledged, and is the tail.
    """
    *raw, tail = data.split(b"\n")
    source = Source(name, Owner.REVIEW)
    lines: list[Line] = []
    for number, (line, _) in enumerate(_checked(raw, source, problems), start=1):
        if line is not None and len(lines) == number - 1:
            lines.append(line)
    return Chain(source, tuple(lines), tail)


def _checked(
    raw: list[bytes], source: Source, problems: Problems
) -> Iterator[tuple[Line | None, str]]:
    """Each line with the hash that the next one has to name; None where it tells nothing."""
    before: str | None = ""
    log = ""
    for number, data in enumerate(raw, start=1):
        span = Span(source, number)
        fields = _sound(data)
        if fields is None:
            problems.add("E811", span, line=number, head=number - 1)
            before = None
            yield None, ""
            continue
        seq, own = fields.get("seq"), str(fields["hash"])
        if type(seq) is not int or seq != number:
            problems.add("E812", span, found=_shown(seq), expected=number)
        elif before is not None and fields.get("prev") != before:
            problems.add("E829", span, line=number)
        if number == 1:
            log = own
        elif log and fields.get("log") != log:
            problems.add("E830", span, line=number)
        before = own
        line = _line(fields, span, problems)
        yield line, own


def _sound(data: bytes) -> dict[str, Value] | None:
    """The fields of a line whose bytes and hash agree; None where anything was changed."""
    try:
        fields = parsed(data)
        return fields if fields.get("hash") == chain_hash(fields) else None
    except Uncanonical:
        return None


def _line(fields: dict[str, Value], span: Span, problems: Problems) -> Line | None:
    """The line as a noun; what is no event of ours is reported by the field that is wrong."""
    try:
        return Line(
            seq=_whole(fields, "seq"),
            prev=_word(fields, "prev"),
            hash=_word(fields, "hash"),
            log=_word(fields, "log"),
            at=_moment(fields),
            who=_word(fields, "who"),
            role=_role(fields),
            event=event_of(
                _word(fields, "action"),
                {
                    name: value
                    for name, value in fields.items()
                    if name not in _AROUND and name != "action"
                },
            ),
        )
    except Misfit as misfit:
        problems.add("E818", span, line=span.line, field=misfit.field)
        return None


def _fields(line: Line) -> dict[str, Value]:
    return {
        "seq": line.seq,
        "prev": line.prev,
        "hash": line.hash,
        "log": line.log,
        "at": line.at.strftime(_AT),
        "who": line.who,
        "role": str(line.role),
        **fields_of(line.event),
    }


def _word(fields: dict[str, Value], name: str) -> str:
    value = fields.get(name)
    if isinstance(value, str):
        return value
    raise Misfit(name)


def _whole(fields: dict[str, Value], name: str) -> int:
    value = fields.get(name)
    if type(value) is int:
        return value
    raise Misfit(name)


def _role(fields: dict[str, Value]) -> Role:
    try:
        return Role(_word(fields, "role"))
    except ValueError:
        raise Misfit("role") from None


def _moment(fields: dict[str, Value]) -> datetime.datetime:
    text = _word(fields, "at")
    try:
        at = datetime.datetime.strptime(text, _AT).replace(tzinfo=datetime.UTC)
    except ValueError:
        raise Misfit("at") from None
    if at.strftime(_AT) != text:
        raise Misfit("at")
    return at


def _shown(seq: object) -> str:
    return str(seq) if isinstance(seq, int) else "?"
