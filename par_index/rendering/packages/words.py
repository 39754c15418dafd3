"""What stands at the head of every page about a package."""

from __future__ import annotations

from collections.abc import Iterator

from par_index.rendering.messages.review_packages import say_packages
from par_index.rendering.numbers import number
from par_index.rendering.report.headline import headline
from par_index.rendering.voice import Voice
from par_index.review.packages.contents import Package
from par_index.review.packages.rescoring import Scored

__all__ = ["figures_of", "head_line", "particulars_of"]


def particulars_of(scored: Scored, language: str) -> tuple[str, ...]:
    """Whose it is, for which year, as of which day."""
    voice, unit = Voice.of(scored.assessment, language), scored.submission.unit
    whose = say_packages("whose", language, unit=unit.id, year=str(scored.criteria.ends.year))
    return whose, voice.say("as_of", date=voice.date(scored.submission.as_of))


def figures_of(package: Package, scored: Scored, language: str) -> Iterator[str]:
    """The score, the digest, the documents, and the log that the package answers."""
    yield headline(Voice.of(scored.assessment, language), scored.assessment)
    yield say_packages("digest", language, digest=package.digest)
    absent = sum(not one.name for one in package.register)
    there = len(package.register) - absent
    name = "documents" if package.register else "documents_none"
    slots = {"there": number(there, language), "absent": number(absent, language)}
    yield say_packages(name, language, **slots)
    if package.parts.info.head:
        yield head_line(package.parts.info.head, language)


def head_line(head: str, language: str) -> str:
    """``#12 9f3a…`` of a log."""
    seq, _, hash = head.partition(":")
    return say_packages("head", language, seq=seq, hash=hash)
