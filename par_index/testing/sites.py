"""Sites: conditions in deciding places, and what each of their tests should be seen to decide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from functools import partial

from par_index.model.conditions import (
    All,
    AnyOf,
    Comparison,
    Condition,
    CriterionAtLeast,
    Not,
)
from par_index.nouns import Noun, replace
from par_index.testing.targets import Mark, Place, Probe, Side, Target
from par_index.testing.views import Spot, View

__all__ = ["Site", "comparisons_in", "site_targets"]


class Site(Noun):
    """A condition where its truth decides something."""

    spot: Spot
    place: Place
    condition: Condition
    side: Side


def site_targets(site: Site) -> Iterator[Target]:
    """Targets of the tests inside the condition; both its own sides are the place's to name.

    A bound is to be met and missed as narrowly as can be; any other test that is not alone is to
    hold and to fail. Each time it is that test which decides: were it otherwise, so were the whole.
    """
    pairs = list(_atoms(site.condition))
    for atom, negated in pairs:
        decides = partial(_decided, site, atom, negated)
        about = partial(_target, site.spot, site.place, atom)
        if _has_bound(atom):
            at, reads = partial(_is_at_bound, atom), partial(_read_by, atom)
            probe = Probe(decides, partial(_truth, atom), at, reads)
            for mark, meets in ((Mark.JUST_MET, True), (Mark.JUST_MISSED, False)):
                yield replace(about(mark, partial(probe.just, meets=meets)), probe=probe)
        elif len(pairs) > 1:
            yield about(Mark.HOLDS, partial(_is, decides, True))
            yield about(Mark.FAILS, partial(_is, decides, False))
    for part in _parts(site.condition):
        if part.when_none is not None:
            sees = partial(_is_undefined, site, part)
            yield _target(site.spot, site.place, part, Mark.UNDEFINED, sees)


def comparisons_in(condition: Condition) -> Iterator[Comparison]:
    """The comparisons inside a condition."""
    return (one for one in _parts(condition) if isinstance(one, Comparison))


def _target(
    spot: Spot, place: Place, atom: Condition, mark: Mark, sees: Callable[[View], bool]
) -> Target:
    return Target(spot.criterion.code, mark, sees, place, spot.items, atom=atom)


def _has_bound(atom: Condition) -> bool:
    """Whether it holds something against a number or a day."""
    if isinstance(atom, Comparison):
        return isinstance(atom.bound.value, Fraction)
    return isinstance(atom, CriterionAtLeast)


def _is(side: Side, wanted: bool, view: View) -> bool:
    return side(view) is wanted


def _truth(atom: Condition, view: View) -> bool | None:
    verdict = view.judge(atom)
    return verdict.yes if verdict.is_decided and not verdict.none else None


def _decided(site: Site, atom: Condition, negated: Condition, view: View) -> bool | None:
    """The truth of one test, where with the contrary the whole condition would turn."""
    if site.side(view) is None:
        return None
    whole, otherwise = _truth(site.condition, view), _truth(negated, view)
    return None if None in (whole, otherwise) or whole is otherwise else _truth(atom, view)


def _is_undefined(site: Site, part: Condition, view: View) -> bool:
    if site.side(view) is None:
        return False
    verdict = view.judge(replace(part, when_none=None))
    return verdict.is_decided and verdict.none


def _is_at_bound(atom: Condition, view: View) -> bool:
    if isinstance(atom, Comparison):
        return view.is_at(atom.of, atom.bound)
    assert isinstance(atom, CriterionAtLeast)
    result = view.node(view.criteria.by_code[atom.code])
    asked = atom.points * result.tops[1] if atom.percent else atom.points
    return result.is_decided and result.low == asked


def _read_by(atom: Condition, view: View) -> Iterable[str]:
    if isinstance(atom, Comparison):
        return view.reads(atom.of)
    assert isinstance(atom, CriterionAtLeast)
    return view.node(view.criteria.by_code[atom.code]).used


def _atoms(condition: Condition) -> Iterator[tuple[Condition, Condition]]:
    """Each single test, with the whole condition in which that test is the contrary."""
    match condition:
        case All(members) | AnyOf(members):
            for number, member in enumerate(members):
                for atom, negated in _atoms(member):
                    others = (*members[:number], negated, *members[number + 1 :])
                    yield atom, replace(condition, members=others)
        case Not(member):
            for atom, negated in _atoms(member):
                yield atom, replace(condition, member=negated)
        case _:
            yield condition, Not(condition)


def _parts(condition: Condition) -> Iterator[Condition]:
    """The condition and everything inside it."""
    yield condition
    match condition:
        case All(members) | AnyOf(members):
            for member in members:
                yield from _parts(member)
        case Not(member):
            yield from _parts(member)
        case _:
            return
