"""Growth: inputs with some amounts at other values, and everything else inferred anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from par_index.model.reasons import InputState
from par_index.nouns import replace
from par_index.scoring.enclosures import exactly
from par_index.scoring.inputs import Inputs
from par_index.scoring.known import known_of

__all__ = ["grown"]


def grown(inputs: Inputs, values: Mapping[str, Fraction]) -> Inputs:
    """The inputs with some amounts at other values, all else as it is.

    What is known exactly, a printed rate's counts among it, stays what it is; what is not told is
    as open as ever, also where old values had narrowed it; a rate printed of counts that move says
    nothing any more.
    """
    known = {}
    stale = {
        rate
        for id in values
        for part, whole, rate in _rates_over(inputs, id)
        if id in (part, whole)
    }
    for id, measure in inputs.criteria.measures.items():
        one = inputs[id]
        if id in values:
            known[id] = replace(one, state=InputState.REPORTED, value=exactly(values[id]))
        elif id in stale:
            known[id] = known_of(measure, None, None, inputs.as_of)
        elif one.state is InputState.BLANK:
            known[id] = replace(known_of(measure, None, None, inputs.as_of), datum=one.datum)
        else:
            known[id] = one
    return Inputs(inputs.criteria, inputs.as_of, known, links=inputs.links)


def _rates_over(inputs: Inputs, id: str) -> Sequence[tuple[str, str, str]]:
    return inputs.links.rates_over.get(id, ())
