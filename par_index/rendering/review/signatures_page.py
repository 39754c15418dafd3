"""Signatures as a page: file by file, signature by signature, then the roots that were trusted."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence

from par_index.nouns import replace
from par_index.rendering.messages.review_signatures import say_signature
from par_index.rendering.numbers import number, show_date
from par_index.rendering.report.page import Entry, Fact, Page, Section
from par_index.review.signatures.checks import VIETNAM
from par_index.review.signatures.nouns import Level, SignatureState, SignedFile, Stamp
from par_index.review.signatures.reading import Trust

__all__ = ["signatures_page", "with_trust"]

_KINDS = {
    None: "none",
    Level.UNSIGNED: "unsigned",
    Level.BROKEN: "broken",
    Level.INTACT: "intact",
}


def signatures_page(
    files: Sequence[SignedFile], trust: Trust, folder: str | None, language: str
) -> Page:
    """The whole report; ``folder`` is where the roots came from."""
    words = _Words(language)
    roots = words.say("roots_none")
    if folder is not None:
        roots = words.say("roots", count=number(len(trust.roots), language), folder=folder)
    sections = [words.file(one) for one in files]
    if trust.roots:
        sections.append(words.roots(trust))
    return Page(
        words.say("title"),
        words.say("offline"),
        (words.say("as_of", day=words.day(trust.moment)), roots),
        words.headline(files),
        (),
        tuple(sections),
        (words.say("column_file"), words.say("column_signer"), words.say("column_level")),
    )


def with_trust(page: Page, trust: Trust, language: str) -> Page:
    """A page on something else, with what its signatures were judged by at its end."""
    words = _Words(language)
    roots = words.roots(trust)
    lead = f"{words.say('as_of_day', day=words.day(trust.moment))} {words.say('offline')}"
    return replace(page, sections=(*page.sections, replace(roots, lead=lead)))


class _Words:
    """Says signatures in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def say(self, name: str, /, **slots: object) -> str:
        return say_signature(name, self.language, **slots)

    def headline(self, files: Sequence[SignedFile]) -> str:
        counts = Counter(_KINDS.get(one.level, "trusted") for one in files)
        parts = ", ".join(
            self.say(f"count_{kind}", count=number(counts[kind], self.language))
            for kind in ("broken", "none", "unsigned", "intact", "trusted")
            if counts[kind]
        )
        name = "headline_one" if len(files) == 1 else "headline_many"
        return self.say(name, count=number(len(files), self.language), parts=parts)

    def file(self, one: SignedFile) -> Section:
        level = one.level
        if level is None:
            return Section(f"{one.name}: {self.say('no_level')}", self.say(f"fault.{one.fault}"))
        title = f"{one.name}: {self.level(level)}"
        lead = self.say("traces") if one.traces else self.say("careless") if one.careless else ""
        entries = tuple(map(self.signature, one.signatures))
        bullets = tuple(f"{self.say('fact_stamp')}: {self.stamp(stamp)}" for stamp in one.stamps)
        columns = ("#", self.say("column_signer"), self.say("column_level"))
        is_gap = level is Level.BROKEN
        return Section(title, lead, bullets, entries, is_gap=is_gap, columns=columns)

    def level(self, level: Level) -> str:
        shown = self.say("level", level=int(level))
        return f"{shown}, {self.say(f'level.{int(level)}')}"

    def signature(self, one: SignatureState) -> Entry:
        names = list(reversed(one.signer.names)) if one.signer else []
        title = ", ".join(names) or self.say("unnamed")
        return Entry(
            str(one.number), title, self.say("level", level=int(one.level)), self.facts(one)
        )

    def facts(self, one: SignatureState) -> tuple[Fact, ...]:
        return tuple(Fact(self.say(f"fact_{name}"), text) for name, text in self._facts(one))

    def _facts(self, one: SignatureState) -> Iterator[tuple[str, str]]:
        why = self.say(f"why.{one.why or 'complete'}")
        if one.revoked is not None:
            why = f"{why}; {self.say('revoked_on', day=self.day(one.revoked))}"
        yield "level", why
        yield "time", self.time(one)
        if not one.whole:
            yield "since", self.say(f"change.{one.change}")
        if one.signer is not None:
            since, until = one.signer.since, one.signer.until
            yield (
                "issuer",
                self.say(
                    "issued",
                    issuer=one.signer.issuer,
                    since=self.day(since) if since else "?",
                    until=self.day(until) if until else "?",
                ),
            )
        if one.anchor is not None:
            yield "anchor", self.say("anchor", name=one.anchor.name, sha256=one.anchor.sha256)

    def time(self, one: SignatureState) -> str:
        if one.proven is not None:
            return self.say("time_proven", time=self.clock(one.proven), stamper=one.stamper)
        if one.declared is not None:
            return self.say("time_declared", time=self.clock(one.declared))
        return self.say("time_none")

    def stamp(self, one: Stamp) -> str:
        if one.at is None:
            return self.say("stamp_unread")
        name = "stamp_holds" if one.holds else "stamp_fails"
        return self.say(name, time=self.clock(one.at), stamper=one.stamper)

    def roots(self, trust: Trust) -> Section:
        lines = (
            self.say("anchor", name=one.name, sha256=one.sha256)
            + (f" ({self.day(one.since)}–{self.day(one.until)})" if one.since and one.until else "")
            for one in trust.roots
        )
        return Section(self.say("roots_title"), bullets=tuple(lines))

    def day(self, moment: datetime.datetime) -> str:
        return show_date(moment.astimezone(VIETNAM).date(), self.language)

    def clock(self, moment: datetime.datetime) -> str:
        there = moment.astimezone(VIETNAM)
        return self.say("clock", day=self.day(moment), clock=f"{there:%H:%M}")
