"""Lowering one finding rule: what it matches, and what it says or derives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from par_index.model.facts import Shape
from par_index.model.findings import (
    Compare,
    Derived,
    Domain,
    FindingRule,
    Pattern,
    Severity,
    Variable,
)
from par_index.model.text import Text
from par_index.problems import Problems, Span
from par_index.reading.finding_forms import FindingForm, PatternForm
from par_index.reading.finding_kinds import Deriving, Kinds, lower_derived, subject_of
from par_index.reading.finding_names import Names
from par_index.reading.finding_patterns import PatternReader
from par_index.reading.finding_texts import Slots, check_plain, check_say
from par_index.reading.limits import PATTERNS
from par_index.reading.measures import text_of
from par_index.reading.nodes import Scalar
from par_index.reading.written import TextForm, value_span

__all__ = ["RuleReader"]

_DOMAINS: Final = ", ".join(Domain)
_NEEDED: Final = ("title", "next")
_ONLY_SPOKEN: Final = ("title", "say", "next", "cites")


class RuleReader:
    """Reads one rule in two strides: what it derives, then, with every kind known, the rest."""

    def __init__(self, form: FindingForm, names: Names, problems: Problems) -> None:
        self.form = form
        self.names = names
        self.problems = problems
        self.variables = dict(self._variables())
        self.domains = {
            name: domain for name, domain in self.variables.items() if domain is not None
        }
        self.then: Derived | None = None

    def deriving(self) -> Iterator[Deriving]:
        """The fact it derives, if it does."""
        if self.form.then is None:
            return
        self.then = lower_derived(self.form.then, self.variables, self.names, self.problems)
        if self.then is not None:
            yield Deriving(self.then, self.domains, self.form.at.key_span("then"))

    def broken(self) -> Iterator[str]:
        """The kinds that it was to derive, where that cannot be used; after `deriving`."""
        if self.form.then is not None and self.then is None:
            yield from self.form.then.at.keys

    def read(self, kinds: Kinds) -> FindingRule | None:
        """The rule; None after a problem that leaves none."""
        form = self.form
        self._check_output()
        self._check_size()
        found = Problems()
        reader = PatternReader(kinds, self.names, self.variables, found)
        when, unless = self._patterns(reader, form.when), self._patterns(reader, form.unless or [])
        self.problems.extend(found.in_order())
        if when is None or unless is None:
            return None
        if not found.has_errors:
            self._check_variables(when)
            if len(self.domains) == len(self.variables) and len(when) <= PATTERNS:
                self._check_joined(when)
        if len(self.domains) == len(self.variables):
            self._check_texts(Slots([(one, tuple(kinds.get(one.kind) or ())) for one in when]))
        if form.severity is not None and subject_of(kinds.get(when[0].kind) or {}) is None:
            self.problems.add("E368", _kind_span(form.when[0]), found=when[0].kind)
        return FindingRule(
            id=form.id,
            span=value_span(form, "id"),
            for_each=tuple(self.domains.items()),
            when=when,
            unless=unless,
            severity=None if form.severity is None else Severity(form.severity),
            title=_text(form.title),
            say=_text(form.say),
            next=_text(form.next),
            cites=form.cites or "",
            then=self.then,
        )

    def _variables(self) -> Iterator[tuple[str, Domain | None]]:
        """What each variable ranges over; None after a problem."""
        if self.form.for_each is None:
            return
        for entry in self.form.for_each.at:
            node, name = entry.value, entry.key.text
            domain = None
            if not isinstance(node, Scalar):
                self.problems.add("E308", entry.key.span)
            elif not (name.isascii() and name.isidentifier() and name.islower()):
                self.problems.add("E304", entry.key.span, found=name, expected="c, m")
            elif node.text not in list(Domain):
                self.problems.add("E304", node.span, found=node.text, expected=_DOMAINS)
            else:
                domain = Domain(node.text)
            yield name, domain

    def _patterns(
        self, reader: PatternReader, forms: list[PatternForm]
    ) -> tuple[Pattern, ...] | None:
        read = [reader.read(form) for form in forms]
        patterns = tuple(one for one in read if one is not None)
        return patterns if len(patterns) == len(read) else None

    def _check_joined(self, when: tuple[Pattern, ...]) -> None:
        """At most one pattern takes whatever there is: two would take every pair of facts."""
        free = [number for number, one in enumerate(when) if not _is_bound(one)]
        if len(free) > 1:
            first, second = (self.form.when[number] for number in free[:2])
            self.problems.add(
                "E382", _kind_span(second), _kind_span(first), found=when[free[1]].kind
            )

    def _check_output(self) -> None:
        """It says something, with all that this takes, or derives something."""
        form = self.form
        if (form.severity is None) == (form.then is None):
            self.problems.add("E360", value_span(form, "id"), found=form.id)
        elif form.severity is not None:
            for key in _NEEDED:
                if key not in form.at:
                    self.problems.add("E302", form.at.span, key=key)
        else:
            for key in _ONLY_SPOKEN:
                if key in form.at:
                    self.problems.add("E334", form.at.key_span(key), found=key, expected="then")

    def _check_size(self) -> None:
        count = len(self.form.when) + len(self.form.unless or ())
        if count > PATTERNS:
            span = value_span(self.form, "id")
            self.problems.add("E367", span, found=count, limit=PATTERNS)

    def _check_variables(self, when: tuple[Pattern, ...]) -> None:
        """What a variable stands for is settled by a fact that is there."""
        settled = {
            value
            for pattern in when
            for test in pattern.tests
            if test.compare is Compare.IS and len(test.values) == 1
            for value in test.values
        }
        names = {value.name for value in settled if not isinstance(value, int | str)}
        for entry in self.form.for_each.at if self.form.for_each is not None else ():
            if entry.key.text in self.domains and entry.key.text not in names:
                self.problems.add("E369", entry.key.span, found=f"${entry.key.text}")

    def _check_texts(self, slots: Slots) -> None:
        form = self.form
        if form.say is not None:
            check_say(form, "say", form.say, slots, self.problems)
        for key, text in (("title", form.title), ("next", form.next)):
            if text is not None:
                check_plain(form, key, text, self.problems)


def _is_bound(pattern: Pattern) -> bool:
    """Whether a pattern names what it is about, outright or by a variable."""
    subjects = {shape.value for shape in Shape if shape.is_subject} | {Shape.RULE.value}
    return any(
        (test.field in subjects and test.compare is Compare.IS)
        or any(isinstance(value, Variable) for value in test.values)
        for test in pattern.tests
    )


def _kind_span(form: PatternForm) -> Span:
    return form.at.entries[0].key.span


def _text(form: TextForm | None) -> Text | None:
    return None if form is None else text_of(form)
