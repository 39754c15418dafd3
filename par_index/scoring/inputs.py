"""What is known of each measure: reported, inferred from a printed rate, or still open."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import ceil, floor

from par_index.exact import whole_numbers_behind
from par_index.model.accounts import Basis
from par_index.model.criteria import CriteriaSet
from par_index.model.measures import By, Kind
from par_index.model.reasons import InputState
from par_index.model.submission import Submission
from par_index.nouns import replace
from par_index.scoring.closures.facts import Facts, Slots
from par_index.scoring.enclosures import Enclosure
from par_index.scoring.known import Known, known_of

__all__ = ["Inputs", "Links"]

_ZERO, _ONE = Fraction(0), Fraction(1)


class Inputs:
    """All measures of a set as one submission knows them, on its as-of day.

    ``contradictory`` are measures whose reported values cannot all be true.
    """

    def __init__(
        self,
        criteria: CriteriaSet,
        as_of: datetime.date,
        known: Mapping[str, Known],
        changed: Iterable[str] | None = None,
        links: Links | None = None,
        before: Inputs | None = None,
    ) -> None:
        self.criteria = criteria
        self.as_of = as_of
        self.links = Links(criteria) if links is None else links
        self.contradictory: dict[str, None] = {}
        self._known = dict(known)
        self._facts: Facts | None = None
        self._before = before
        self._infer(known if changed is None else changed)

    @classmethod
    def of(cls, criteria: CriteriaSet, submission: Submission) -> Inputs:
        """Take what is the unit's from its data, the rest from those whose it is to give."""
        known = {}
        for measure in criteria.measures.values():
            own = measure.by is By.UNIT
            given = submission.data if own else submission.external
            datum = given.get(measure.id)
            foreign = None if own else submission.data.get(measure.id)
            known[measure.id] = known_of(measure, datum, foreign, submission.as_of)
        return cls(criteria, submission.as_of, known)

    def __getitem__(self, measure: str) -> Known:
        return self._known[measure]

    @property
    def facts(self) -> Facts:
        """Everything that is known for certain, as plain numbers for closures."""
        if self._facts is None:
            before = self._before
            if before is None:
                self._facts = self.links.slots.facts(self._known)
            else:
                changed = {id: one for id, one in self._known.items() if one is not before[id]}
                self._facts = self.links.slots.changed(before.facts, changed)
        return self._facts

    def rate_of(self, part: str, whole: str) -> str | None:
        """The rate measure declared for this part and whole, if there is one."""
        return self.links.rates.get((part, whole))

    def around(self, id: str) -> Sequence[str]:
        """The measures that bear on this one: its parts, its wholes, the rates over it."""
        rates = [rate for _, _, rate in self.links.rates_over.get(id, ())]
        return list(dict.fromkeys([*rates, *self.links.around.get(id, ())]))

    def parts_of(self, whole: str) -> Sequence[str]:
        """The measures declared within this one."""
        return self.links.parts.get(whole, ())

    def with_values(self, values: Mapping[str, Enclosure | bool]) -> Inputs:
        """The same inputs with some measures set otherwise.

        A printed rate that no longer fits its counts stands aside: counts decide. What nobody has
        told is as open as ever, also where the old values had narrowed it.
        """
        known = dict(self._known)
        opened = self._untold_around(values)
        for id in opened:
            fresh = known_of(self.criteria.measures[id], None, None, self.as_of)
            known[id] = replace(known[id], value=fresh.value)
        for id, value in values.items():
            changed = replace(known[id], state=InputState.REPORTED)
            if isinstance(value, bool):
                known[id] = replace(changed, answer=value)
            else:
                known[id] = replace(changed, value=value)
        for id in values:
            for part, whole, rate in self.links.rates_over.get(id, ()):
                if id in (part, whole):
                    known[rate] = known_of(self.criteria.measures[rate], None, None, self.as_of)
        moved = (*values, *opened)
        return Inputs(self.criteria, self.as_of, known, moved, self.links, self)

    def _untold_around(self, ids: Iterable[str]) -> list[str]:
        """What is not told and may have been narrowed by these, through others like it too."""
        found: dict[str, None] = {}
        waiting = list(ids)
        moved = set(waiting)
        while waiting:
            for id in self.links.around.get(waiting.pop(), ()):
                untold = self._known[id].state in (InputState.BLANK, InputState.FOREIGN)
                if untold and id not in found and id not in moved:
                    found[id] = None
                    waiting.append(id)
        return list(found)

    def _infer(self, changed: Iterable[str]) -> None:
        """Narrow open amounts by printed rates and by what lies within what, until it rests."""
        waiting = dict.fromkeys(changed)
        while waiting:
            id, _ = waiting.popitem()
            before = {other: self._known[other].value for other in self.links.around.get(id, ())}
            for part, whole, rate in self.links.rates_over.get(id, ()):
                self._narrow_by_rate(part, whole, rate)
            for part, whole in self.links.edges.get(id, ()):
                self._narrow_within(part, whole)
            for other, value in before.items():
                if self._known[other].value != value:
                    waiting[other] = None

    def _narrow_by_rate(self, part: str, whole: str, rate: str) -> None:
        printed = self._known[rate]
        if printed.datum is None or printed.state is not InputState.REPORTED:
            return
        if self.criteria.measures[part].kind is not Kind.COUNT:
            return
        share = printed.value
        assert share.low is not None and share.high is not None
        parts, wholes = self._known[part].value, self._known[whole].value
        if not parts.is_exact and wholes.is_exact and wholes.low:
            numbers = whole_numbers_behind(share.low, share.high, share.high_open, wholes.low)
            if numbers is not None:
                least, most = numbers
                self._set(part, Enclosure(Fraction(least), Fraction(most)))
        elif parts.is_exact and parts.low and not wholes.is_exact and share.low > 0:
            least = ceil(parts.low / share.high)
            if share.high_open and Fraction(parts.low, least) == share.high:
                least += 1
            most = floor(parts.low / share.low)
            if least <= most:
                self._set(whole, Enclosure(Fraction(least), Fraction(most)))
        elif not wholes.is_exact and wholes.low == 0:
            # A printed rate has a whole: it cannot be a rate of nothing.
            self._cut(whole, Enclosure(_ONE, None))

    def _narrow_within(self, part: str, whole: str) -> None:
        """A part is at most its whole, a whole at least its part; mostly nothing is to be done."""
        most = self._known[whole].value.high
        if most is not None:
            top = self._known[part].value.high
            if top is None or top >= most:
                self._cut(part, Enclosure(None, most, high_open=self._known[whole].value.high_open))
        least = self._known[part].value.low
        if least is not None:
            bottom = self._known[whole].value.low
            if bottom is None or bottom <= least:
                self._cut(whole, Enclosure(least, None, low_open=self._known[part].value.low_open))

    def _set(self, id: str, value: Enclosure) -> None:
        """What a printed rate says of a count: it is known by that rate."""
        if self._cut(id, value):
            known = self._known[id]
            self._known[id] = replace(known, state=InputState.INFERRED, basis=Basis.STATED)

    def _cut(self, id: str, value: Enclosure) -> bool:
        """Narrow a measure; what cannot be at all is kept as it was, and remembered."""
        known = self._known[id]
        met = known.value.meet(value)
        if met is None:
            self.contradictory[id] = None
            return False
        if met == known.value:
            return False
        self._known[id] = replace(known, value=met)
        return True


class Links:
    """What bears on what in a set: rates on their counts, parts on their wholes."""

    def __init__(self, criteria: CriteriaSet) -> None:
        self.slots = Slots(criteria)
        self.rates: dict[tuple[str, str], str] = {}
        self.rates_over: dict[str, list[tuple[str, str, str]]] = {}
        self.edges: dict[str, list[tuple[str, str]]] = {}
        self.parts: dict[str, list[str]] = {}
        self.around: dict[str, dict[str, None]] = {}
        for measure in criteria.measures.values():
            for whole in measure.within:
                self.parts.setdefault(whole, []).append(measure.id)
                for id in (measure.id, whole):
                    self.edges.setdefault(id, []).append((measure.id, whole))
                    self.around.setdefault(id, {}).update({measure.id: None, whole: None})
            if measure.kind is Kind.RATE and measure.of is not None:
                part, whole = measure.of
                self.rates[part, whole] = measure.id
                for id in (part, whole, measure.id):
                    self.rates_over.setdefault(id, []).append((part, whole, measure.id))
                    self.around.setdefault(id, {}).update({part: None, whole: None})
