"""Gates: what a caller demands of an assessment beyond its being made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from par_index.exact import exact_text, parse_literal
from par_index.model.accounts import Outcome
from par_index.model.findings import Severity
from par_index.nouns import Noun
from par_index.rendering.messages.commands import phrase
from par_index.rendering.numbers import number, show_percent, show_points

if TYPE_CHECKING:
    from par_index.model.assessment import Assessment
    from par_index.rendering.json_values import Json

__all__ = ["CONDITIONS", "Failure", "Gates", "Threshold"]


class Threshold(Noun):
    """The least that must be certain: points, or a share of what applies."""

    value: Fraction
    is_share: bool
    text: str

    @classmethod
    def parse(cls, text: str) -> Threshold | None:
        """``80``, ``80.5``, ``80%``; None for anything else, below zero or above 100%."""
        literal = parse_literal(text)
        if literal is None or literal.value < 0 or (literal.percent and literal.value > 1):
            return None
        return cls(literal.value, literal.percent, text)

    def low(self, assessment: Assessment) -> Fraction | None:
        """What is certain of an assessment, unrounded, bonus and penalty included."""
        return assessment.index_low if self.is_share else assessment.totals.low

    def show(self, value: Fraction, language: str) -> str:
        shown = show_percent if self.is_share else show_points
        return shown(value, language).text


class Failure(Noun):
    """A gate that was not passed, and what was found: so many of something, or too low an end."""

    gate: str
    found: Fraction | int | None
    wanted: Threshold | None = None

    @property
    def document(self) -> Json:
        """The gate, what was found and what was wanted, as exact text."""
        wanted = None if self.wanted is None else self.wanted.text
        found = None if self.found is None else exact_text(Fraction(self.found))
        return {"gate": self.gate, "found": found, "wanted": wanted}

    def sentence(self, unit: str, language: str) -> str:
        if self.found is None or self.wanted is None:
            count = number(self.found or 0, language)
            return phrase(f"gate.{self.gate}", language, unit=unit, count=count)
        key = "gate.index" if self.wanted.is_share else "gate.points"
        low = self.wanted.show(Fraction(self.found), language)
        wanted = self.wanted.show(self.wanted.value, language)
        return phrase(key, language, unit=unit, low=low, wanted=wanted)


class Gates(Noun):
    """The gates of one run."""

    threshold: Threshold | None = None
    conditions: tuple[str, ...] = ()

    def failures(self, assessment: Assessment) -> Iterator[Failure]:
        """Those that the assessment does not pass, in the order of their names here."""
        if self.threshold is not None:
            low = self.threshold.low(assessment)
            if low is None or low < self.threshold.value:
                yield Failure("fail-under", low, self.threshold)
        for name, count in CONDITIONS.items():
            if name in self.conditions and (found := count(assessment)):
                yield Failure(name, found)


def _lost(assessment: Assessment) -> int:
    """Criteria that have lost points for certain; what is open may still come."""
    return sum(one.lost > 0 for one in assessment.shortfalls)


def _missing(assessment: Assessment) -> int:
    return sum(leaf.outcome is Outcome.MISSING for leaf in assessment.leaves())


def _missing_evidence(assessment: Assessment) -> int:
    """Criteria without their required evidence that nothing explains."""
    return sum(
        bool(leaf.lacking) and not (leaf.answer and leaf.answer.explanation)
        for leaf in assessment.leaves()
    )


def _found(least: Severity) -> Callable[[Assessment], int]:
    """Findings that weigh so much, or more."""

    def found(assessment: Assessment) -> int:
        severities = (one.rule.severity for one in assessment.findings)
        return sum(one is not None and one.rank >= least.rank for one in severities)

    return found


CONDITIONS: Final[dict[str, Callable[[Assessment], int]]] = {
    "shortfall": _lost,
    "missing": _missing,
    "missing-evidence": _missing_evidence,
    "finding": _found(Severity.NOTE),
    **{f"finding:{severity}": _found(severity) for severity in Severity},
}
