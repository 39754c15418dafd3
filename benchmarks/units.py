"""Complete units, invented from a set's measures: everything reported, nothing contradictory.

The same seed gives the same unit. Values fall on bounds far more often than chance would have
it, for that is where engines differ: none of a whole, all of it, and round shares of it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from fractions import Fraction
from random import Random

from benchmarks.facts import Values
from par_index.model.criteria import CriteriaSet
from par_index.model.measures import By, Kind, Measure
from par_index.model.submission import Datum, Submission, Unit, Value
from par_index.problems import Owner, Source, Span

__all__ = ["complete_unit", "complete_units", "submission_of"]

_WHOLES = (0, 1, 2, 3, 7, 8, 12, 20, 40, 60, 90, 100, 125, 300, 997, 1000, 4321)
_SHARES = (0, 1, 5, 10, 30, 45, 50, 60, 75, 80, 85, 90, 92, 95, 97, 98, 99, 100)


def complete_units(criteria: CriteriaSet, count: int, seed: int = 1) -> list[Values]:
    """So many different units, the same every time."""
    return [complete_unit(criteria, Random(f"{seed}/{number}")) for number in range(count)]


def complete_unit(criteria: CriteriaSet, random: Random) -> Values:
    """A value for every measure that can be reported beside its others; rates follow counts."""
    values: dict[str, Value] = {}
    for measure in _wholes_first(criteria):
        if measure.kind is not Kind.RATE:
            values[measure.id] = _value(criteria, measure, values, random)
    return values


def submission_of(criteria: CriteriaSet, values: Values) -> Submission:
    """The unit as par_index reads it, each value given by whoever it is to come from."""
    source = Source("unit.yaml", Owner.SUBMISSION)
    data: dict[str, Datum] = {}
    external: dict[str, Datum] = {}
    for number, (id, value) in enumerate(values.items(), start=1):
        own = criteria.measures[id].by is By.UNIT
        (data if own else external)[id] = Datum(id, Span(source, number), value=value)
    return Submission(
        criteria=criteria.id,
        unit=Unit("benchmark", "Đơn vị thử", criteria.tier),
        as_of=criteria.ends,
        data=data,
        answers={},
        evidence={},
        source=source,
        external=external,
    )


def _wholes_first(criteria: CriteriaSet) -> Iterator[Measure]:
    """Every measure after those that bound it."""
    done: set[str] = set()

    def visit(measure: Measure) -> Iterator[Measure]:
        if measure.id in done:
            return
        done.add(measure.id)
        for other in (*measure.within, *((measure.best,) if measure.best else ())):
            yield from visit(criteria.measures[other])
        yield measure

    for measure in criteria.measures.values():
        yield from visit(measure)


def _value(criteria: CriteriaSet, measure: Measure, values: Values, random: Random) -> Value:
    match measure.kind:
        case Kind.YES_NO:
            return random.random() < 0.7
        case Kind.CHOICE:
            return random.choice(measure.options)
        case Kind.TALLY:
            silent = random.random() < 0.05
            counts = (0 if silent else random.choice(_WHOLES) for _ in measure.options)
            return {
                option: Fraction(count)
                for option, count in zip(measure.options, counts, strict=True)
            }
        case Kind.DATE:
            return _day(criteria, random)
        case Kind.PERCENT:
            hundredths = random.choice(_SHARES) * 100 + random.choice((0, 0, 1, 50))
            return Fraction(min(hundredths, 10_000), 10_000)
        case Kind.POINTS:
            return _points(measure, random)
        case _:
            return _amount(measure, values, random)


def _day(criteria: CriteriaSet, random: Random) -> datetime.date:
    length = (criteria.ends - criteria.starts).days
    return criteria.starts + datetime.timedelta(days=random.randint(0, length))


def _points(measure: Measure, random: Random) -> Fraction:
    most = measure.most if measure.most is not None else Fraction(1)
    steps = int((most - measure.least) * 4)
    return measure.least + Fraction(random.randint(0, steps), 4)


def _amount(measure: Measure, values: Values, random: Random) -> Fraction:
    """A count or a sum of money, not above what it lies within nor below what it is best of."""
    unit = 1_234_567 if measure.kind is Kind.MONEY else 1
    wholes = [whole for id in measure.within if isinstance(whole := values.get(id), Fraction)]
    if wholes:
        value = Fraction(int(min(wholes) * random.choice(_SHARES) / 100))
    else:
        value = Fraction(random.choice(_WHOLES) * unit)
    best_of = values.get(measure.best) if measure.best else None
    if isinstance(best_of, Fraction):
        value = max(value, best_of)
    return max(value, measure.least)
