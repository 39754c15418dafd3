"""What was verified of a package or a receipt: what it proves, and what it does not."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from par_index.rendering.messages.review_packages import say_packages
from par_index.rendering.packages.words import figures_of, particulars_of
from par_index.rendering.report.headline import headline
from par_index.rendering.report.page import Entry, Fact, Page, Section
from par_index.rendering.voice import Voice
from par_index.review.packages.stated import Difference, Standing
from par_index.review.packages.verifying import SetState, Verification

__all__ = ["verify_page"]


def verify_page(one: Verification, language: str, *, given: bool) -> Page:
    """The page; ``given``: the set was held against one that was asked for, not the installed."""
    return _Words(one, language, given).page()


class _Words:
    def __init__(self, one: Verification, language: str, given: bool) -> None:
        self.one = one
        self.language = language
        self.given = given
        self.voice = Voice.of(one.scored.assessment, language)

    def page(self) -> Page:
        one, say = self.one, self.say
        result = one.score.value if one.package else f"receipt_{one.score.value}"
        return Page(
            title=one.scored.submission.unit.name,
            subtitle=self.voice.text(one.scored.criteria.title),
            particulars=particulars_of(one.scored, self.language),
            headline=say(result, **self.engines()),
            figures=tuple(self.figures()),
            sections=tuple(section for section in self.sections() if not section.is_empty),
            columns=(say("column_code"), say("column_criterion"), say("column_points")),
        )

    def say(self, name: str, **slots: str) -> str:
        return say_packages(name, self.language, **slots)

    def figures(self) -> Iterator[str]:
        one = self.one
        if one.package is None:
            yield headline(self.voice, one.scored.assessment)
        else:
            yield from figures_of(one.package, one.scored, self.language)
        state = one.set.state
        suffix = "_given" if self.given and state is not SetState.ABSENT else ""
        standing = self.say(f"set_{state.value}{suffix}")
        yield self.say("set_line", id=one.scored.criteria.id, standing=standing)

    def sections(self) -> Iterator[Section]:
        one, say = self.one, self.say
        if one.set.state is SetState.OTHER:
            whose = say("whose_given" if self.given else "whose_installed")
            bullet = say("look_set", whose=whose, files=", ".join(one.set.files))
            yield Section(say("look"), bullets=(bullet,), is_gap=True)
        # Of the whole, one line is enough: its parts hang together.
        whole = [part for part in one.differences if not part.code]
        entries = tuple(
            self.entry(part) for part in one.differences if part.code or part is whole[0]
        )
        yield Section(say("differences"), entries=entries, is_gap=True)
        yield Section(say("absent"), bullets=tuple(self.absent()))
        names = ["proves_bytes" if one.package else "proves_files"]
        if one.score.value != "other":
            names.append("proves_score")
        yield Section(say("proves"), bullets=tuple(map(say, names)))
        author = "not_author" if one.package else "not_author_receipt"
        names = [author, "not_official", "not_true"]
        if one.stated != one.here:
            names.append("not_engine")
        bullets = tuple(say(name, **self.engines()) for name in names)
        yield Section(say("not_proven"), bullets=bullets)

    def engines(self) -> dict[str, str]:
        """Both releases; where only the common finding rules are others, with these."""
        named = {"stated": self.one.stated, "here": self.one.here}
        if self.one.stated.version != self.one.here.version or self.one.stated == self.one.here:
            return {name: engine.version for name, engine in named.items()}
        return {
            name: self.say("engine_rules", version=one.version, rules=one.rules[:8])
            for name, one in named.items()
        }

    def absent(self) -> Iterator[str]:
        """Documents without a file: those that say where it should be, then the others in one."""
        register = self.one.scored.submission.evidence
        paths = {id: register[id].fields.get("tep", "") for id in self.one.absent}
        yield from (f"{id}: {path}" for id, path in paths.items() if path)
        if unsaid := [id for id, path in paths.items() if not path]:
            yield self.say("absent_unsaid", documents=", ".join(unsaid))

    def entry(self, one: Difference) -> Entry:
        criterion = self.one.scored.criteria.by_code.get(one.code)
        title = self.voice.text(criterion.title) if criterion else self.say("whole")
        facts = (
            Fact(self.say("stated"), self.standing(one.stated)),
            Fact(self.say("here"), self.standing(one.here)),
        )
        return Entry(one.code, title, facts=facts)

    def standing(self, one: Standing | None) -> str:
        if one is None:
            return self.say("nothing")
        low, high = (self.points(text) for text in (one.low, one.high))
        return low if low == high else f"{low}–{high}"

    def points(self, text: str) -> str:
        """Points as the language writes them; what is none as it stands there."""
        try:
            return self.voice.number(Fraction(text))
        except (ValueError, ZeroDivisionError):
            return text
