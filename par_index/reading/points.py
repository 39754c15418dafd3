"""Points as an author writes them: so many, or a share of a maximum."""

from __future__ import annotations

from fractions import Fraction

from par_index.exact import Literal, exact_text, parse_literal
from par_index.model.rules import WhenNone
from par_index.problems import Problems
from par_index.reading.written import Form, value_span

__all__ = ["check_range", "none_policy", "percent_text", "read_points"]


def read_points(
    form: Form, key: str, text: str | None, maximum: Fraction, problems: Problems
) -> Fraction | None:
    """The points under a key, at most the maximum; None when there are none, or too many."""
    literal = None if text is None else parse_literal(text)
    if literal is None:
        return None
    points = literal.value * maximum if literal.percent else literal.value
    if points > maximum:
        problems.add("E321", value_span(form, key), found=points, maximum=maximum)
        return None
    return points


def none_policy(
    form: Form, text: str | None, maximum: Fraction, problems: Problems
) -> WhenNone | None:
    """What stands under ``when_none``."""
    match text:
        case None:
            return None
        case "not_applicable":
            return WhenNone(None)
        case "full":
            return WhenNone(maximum)
        case "zero":
            return WhenNone(Fraction(0))
    points = read_points(form, "when_none", text, maximum, problems)
    return None if points is None else WhenNone(points)


def check_range(
    form: Form,
    key: str,
    literal: Literal,
    problems: Problems,
    *,
    above: Fraction | None = None,
    least: Fraction | None = None,
    most: Fraction | None = None,
    percent: bool = False,
) -> bool:
    """Whether a written number lies in its range; if not, the range is shown."""
    value = literal.value
    if (
        (above is None or value > above)
        and (least is None or value >= least)
        and (most is None or value <= most)
    ):
        return True
    written = percent_text if percent else exact_text
    low = f"{written(above)} < " if above is not None else ""
    low = f"{written(least)} ≤ " if least is not None else low
    high = f" ≤ {written(most)}" if most is not None else ""
    span = value_span(form, key)
    problems.add("E342", span, key=key, found=literal.text, expected=f"{low}{key}{high}")
    return False


def percent_text(share: Fraction) -> str:
    return f"{exact_text(share * 100)}%"
