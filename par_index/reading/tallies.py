"""Reading a tally: how many answers each option got."""

from __future__ import annotations

from fractions import Fraction

from par_index.model.measures import Measure
from par_index.model.submission import Datum
from par_index.nouns import replace
from par_index.problems import Problems
from par_index.reading.nodes import Mapping, Scalar
from par_index.reading.numbers import Figure, NumberStyle, read_figure

__all__ = ["read_tally"]


def read_tally(
    measure: Measure, node: Mapping, empty: Datum, style: NumberStyle, problems: Problems
) -> Datum:
    """A count for every option; all of them blank is not reported, some blank is refused."""
    written: dict[str, Scalar] = {}
    expected = ", ".join(measure.options)
    sound = True
    for entry in node:
        option, value = entry.key.text, entry.value
        if option not in measure.options:
            problems.add("E235", entry.key.span, found=option, expected=expected)
            sound = False
        elif not isinstance(value, Scalar):
            problems.add("E208", entry.key.span, key=option)
            sound = False
        elif not value.is_blank:
            written[option] = value
    missing = [option for option in measure.options if option not in written]
    if not sound or not written:
        return empty
    if missing:
        problems.add("E252", empty.span, missing=", ".join(missing))
        return empty
    counts: dict[str, Fraction] = {}
    for option, value in written.items():
        read = read_figure(
            value.text, style, whole=True, percent=False, counted_in=measure.counted_in
        )
        if isinstance(read, Figure):
            counts[option] = read.value
        else:
            problems.add(read.code, value.span, **read.params)
    if len(counts) < len(measure.options):
        return empty
    text = ", ".join(f"{option}: {written[option].text.strip()}" for option in measure.options)
    return replace(empty, text=text, value={one: counts[one] for one in measure.options})
