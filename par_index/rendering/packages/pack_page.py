"""What is said of a package that was made."""

from __future__ import annotations

from par_index.rendering.messages.review_packages import say_packages
from par_index.rendering.numbers import number
from par_index.rendering.packages.words import figures_of, particulars_of
from par_index.rendering.report.page import Page, Section
from par_index.rendering.voice import Voice
from par_index.review.packages.contents import Package
from par_index.review.packages.rescoring import Scored

__all__ = ["pack_page"]


def pack_page(package: Package, scored: Scored, size: int, language: str) -> Page:
    """The package by its name and digest, and what to do with it; ``size`` is in bytes."""

    def say(name: str, **slots: str) -> str:
        return say_packages(name, language, **slots)

    voice = Voice.of(scored.assessment, language)
    files = len(package.parts.payload)
    figures = (
        *figures_of(package, scored, language),
        say("size", files=number(files, language), bytes=number(size, language)),
    )
    bullets = (say("send_whole", file=package.name), say("send_digest"))
    return Page(
        title=scored.submission.unit.name,
        subtitle=voice.text(scored.criteria.title),
        particulars=particulars_of(scored, language),
        headline=say("packed", file=package.name),
        figures=figures,
        sections=(Section(say("send"), bullets=bullets),),
        columns=(say("column_code"), say("column_criterion"), say("column_points")),
    )
