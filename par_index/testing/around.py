"""What acts around a rule or a sum: excuses, gates, minimum, floor and cap."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from par_index.model.conditions import Condition
from par_index.model.criteria import Criterion, NotApplicable
from par_index.model.reasons import Branch, LimitKind
from par_index.model.rules import Cap, Modifiers, Portion
from par_index.testing.sites import Site, site_targets
from par_index.testing.targets import Mark, Place, Probe, Side, Target
from par_index.testing.views import Spot, View

__all__ = ["excuse_targets", "modifier_targets"]

_EXCUSED = (Branch.CONDITION, Branch.GROUND)


def excuse_targets(criterion: Criterion, policy: NotApplicable) -> Iterator[Target]:
    """Each way in which a criterion, or what is beneath a parent, may not apply."""
    spot = Spot(criterion)
    for ground in policy.grounds:
        sees = partial(_claims, criterion, ground.id)
        yield Target(criterion.code, Mark.GROUND, sees, Place.NOT_APPLICABLE, name=ground.id)
    if policy.condition is not None:
        side = partial(_is_excused, criterion, policy.condition)
        place = Place.NOT_APPLICABLE
        yield Target(criterion.code, Mark.EXCUSED, lambda view: side(view) is True, place)
        yield from site_targets(Site(spot, place, policy.condition, side))


def modifier_targets(criterion: Criterion, modifiers: Modifiers) -> Iterator[Target]:
    """Each modifier seen to act, and seen to let the points be."""
    spot = Spot(criterion)
    if modifiers.gate is not None:
        side = partial(_passes, spot)
        for mark, wanted in ((Mark.GATE_PASSED, True), (Mark.GATE_FAILED, False)):
            yield Target(criterion.code, mark, _when(side, wanted), Place.GATE)
        yield from site_targets(Site(spot, Place.GATE, modifiers.gate, side))
    if modifiers.minimum is not None:
        yield from _minimum(spot, modifiers.minimum)
    if modifiers.floor is not None:
        for mark, acts in ((Mark.RAISED, True), (Mark.NOT_RAISED, False)):
            yield Target(criterion.code, mark, _limited(spot, LimitKind.FLOOR, acts))
    if modifiers.cap is not None:
        yield from _cap(spot, modifiers.cap)


def _minimum(spot: Spot, minimum: Portion) -> Iterator[Target]:
    side = partial(_has_enough, spot)

    def is_at(view: View) -> bool:
        result = spot.result(view)
        return result is not None and result.low == minimum.of(result.tops[1])

    for mark, wanted in ((Mark.ENOUGH, True), (Mark.TOO_LITTLE, False)):
        yield Target(spot.criterion.code, mark, _when(side, wanted), Place.MINIMUM)
    probe = Probe(side, side, is_at, partial(_used, spot))
    for mark, wanted in ((Mark.JUST_MET, True), (Mark.JUST_MISSED, False)):
        sees = partial(probe.just, meets=wanted)
        yield Target(spot.criterion.code, mark, sees, Place.MINIMUM, probe=probe)


def _cap(spot: Spot, cap: Cap) -> Iterator[Target]:
    code = spot.criterion.code
    yield Target(code, Mark.CAPPED, _limited(spot, LimitKind.CAP, acts=True), Place.CAP)
    if cap.condition is None:
        yield Target(code, Mark.NOT_CAPPED, _limited(spot, LimitKind.CAP, acts=False), Place.CAP)
        return
    side = partial(_is_capped, spot, cap.to)
    yield Target(code, Mark.SPARED, _when(side, False), Place.CAP)
    yield from site_targets(Site(spot, Place.CAP, cap.condition, side))


def _when(side: Side, wanted: bool) -> Callable[[View], bool]:
    return lambda view: side(view) is wanted


def _passes(spot: Spot, view: View) -> bool | None:
    """Whether the gate let it pass; None where it was not asked."""
    result = spot.result(view)
    if result is None or result.branch in (*_EXCUSED, Branch.OPEN):
        return None
    if spot.criterion.components and result.branch is Branch.NONE:
        return None
    return result.branch is not Branch.GATE


def _limits(spot: Spot, view: View) -> set[LimitKind] | None:
    """The modifiers that changed its points; None where none could."""
    result = spot.worked(view)
    return None if result is None else {limit.kind for limit in result.limits}


def _limited(spot: Spot, kind: LimitKind, acts: bool) -> Callable[[View], bool]:
    def sees(view: View) -> bool:
        limits = _limits(spot, view)
        return limits is not None and (kind in limits) is acts

    return sees


def _has_enough(spot: Spot, view: View) -> bool | None:
    """Whether the points reached the minimum. Where there were none it says nothing."""
    result, limits = spot.worked(view), _limits(spot, view)
    if result is None or limits is None:
        return None
    if LimitKind.MINIMUM in limits:
        return False
    return True if result.low != 0 and LimitKind.FLOOR not in limits else None


def _is_capped(spot: Spot, to: Portion, view: View) -> bool | None:
    """Whether the condition let the cap act; None where there was nothing to lower."""
    result, limits = spot.worked(view), _limits(spot, view)
    if result is None or limits is None:
        return None
    if LimitKind.CAP in limits:
        return True
    return False if result.low > to.of(result.tops[1]) else None


def _used(spot: Spot, view: View) -> Iterable[str]:
    return view.node(spot.criterion).used


def _is_excused(criterion: Criterion, condition: Condition, view: View) -> bool | None:
    """Whether this condition took out the criterion, or what the test names beneath it."""
    verdict = view.judge(condition)
    if not verdict.is_decided:
        return None
    for leaf in _beneath(criterion, view):
        result = view.node(leaf)
        if result.branch is Branch.CONDITION and result.reasons == verdict.reasons:
            return True
    return None if verdict.is_certain else False


def _claims(criterion: Criterion, ground: str, view: View) -> bool:
    answer = view.submission.answers.get(criterion.code)
    if answer is None or answer.ground != ground:
        return False
    return any(view.node(leaf).branch is Branch.GROUND for leaf in _beneath(criterion, view))


def _beneath(criterion: Criterion, view: View) -> Iterator[Criterion]:
    """The leaves that both the policy and the test are about."""
    named = {leaf.code for leaf in view.named.leaves()}
    return (leaf for leaf in criterion.leaves() if leaf.code in named)
