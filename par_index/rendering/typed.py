"""What was typed for a measure, as the reader writes it: ``20,29%`` is ``20.29%`` in English."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from fractions import Fraction

from par_index.model.measures import Kind
from par_index.model.submission import Datum
from par_index.rendering.voice import Voice

__all__ = ["typed"]


def typed(voice: Voice, id: str, datum: Datum) -> str:
    """A value with the decimals it was printed with; what is no value stays as it is written."""
    measure = voice.criteria.measures[id]
    match datum.value:
        case bool() as answer:
            return voice.say("yes" if answer else "no")
        case Fraction() as share if measure.kind in (Kind.RATE, Kind.PERCENT):
            return voice.shown_percent(share, least=datum.decimals).tied
        case Fraction() as number:
            return voice.number(number)
        case datetime.date() as day:
            return voice.date(day)
        case str() as option:
            return voice.option(id, option)
        case Mapping() as tally:
            counts = ((measure.title_of(option), count) for option, count in tally.items())
            return ", ".join(
                voice.say("labelled", label=voice.text(title), value=voice.number(count))
                for title, count in counts
            )
        case _:
            return datum.text.strip()
