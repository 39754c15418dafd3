"""Why a score is what it is, as one line that a person would write: ``0/90 = 0% → 0 điểm``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from par_index.model.accounts import Outcome
from par_index.model.assessment import Score
from par_index.model.reasons import Because, Branch, Reason, Truth
from par_index.nouns import replace
from par_index.rendering.points import (
    Made,
    limit_words,
    made_of,
    name_of_item,
    summary_of_items,
)
from par_index.rendering.reasons import open_parts, reason_lines, telling
from par_index.rendering.voice import Voice

__all__ = ["because_line", "item_lines", "known_lines"]


def because_line(
    voice: Voice,
    because: Because,
    outcome: Outcome,
    low: Fraction,
    high: Fraction,
    *,
    ground: str = "",
    components: Sequence[Score] = (),
) -> str:
    """Why a score is what it is, up to its points.

    ``ground`` is a listed ground in words; ``components`` are those that a parent sums up.
    """
    tests = _tests(voice, because, ground)
    if outcome is Outcome.NOT_APPLICABLE:
        reason = voice.list(tests) or voice.say("nothing_applies")
        return voice.say("not_applicable_because", reason=reason)
    points = voice.points(low, high)
    if because.branch in (Branch.CONDITION, Branch.GROUND):
        return voice.say("excused", reason=voice.list(tests), points=points)
    made = made_of(voice, because, components)
    limits = list(limit_words(voice, because))
    waiting = open_parts(voice, because.inputs)
    if made is None or low != high:
        lines = [made.line(voice)] if made else []
        parts = [*tests, *lines, *limits, *waiting]
        return _earns(
            voice, parts or [voice.say("either_way" if low == high else "unknown")], points
        )
    if not limits and (whole := made.whole(voice, low)) is not None:
        return voice.list([*tests, whole])
    lines = _until_limited(voice, made, limits, low)
    return _earns(voice, [*tests, *lines], points)


def _until_limited(voice: Voice, made: Made, limits: list[str], points: Fraction) -> list[str]:
    """What points are made of, up to the modifiers, to the rule's own ends, or to rounding."""
    if limits or made.value is None:
        return [made.line(voice), *limits]
    if (rounding := made.before_rounding(voice, points)) is not None:
        return [rounding]
    name = "limit_cap" if made.value > points else "limit_floor"
    return [made.line(voice), voice.say(name, points=voice.amount(points))]


def _earns(voice: Voice, parts: Sequence[str], points: str) -> str:
    return voice.say("earns", change=voice.list(parts), points=points)


def known_lines(voice: Voice, because: Because, components: Sequence[Score] = ()) -> list[str]:
    """What is known of a score that is open."""
    made = made_of(voice, because, components)
    lines = [made.line(voice)] if made else []
    return [*_tests(voice, because, ""), *lines, *limit_words(voice, because)]


def item_lines(voice: Voice, because: Because, within: str = "") -> Iterator[str]:
    """Every item on a line of its own, and below it the items that it has itself."""
    inputs = tuple(replace(one, why=None) for one in because.inputs)
    for number, item in enumerate(because.items, start=1):
        name = within + name_of_item(voice, because, number)
        own = replace(item.because, inputs=inputs)
        line = because_line(voice, own, Outcome.SCORED, item.low, item.high)
        label = voice.say("item_of", item=name, points=voice.points(item.points))
        line = voice.say("labelled", label=label, value=line)
        yield voice.say("best_taken", line=line) if item.wins else line
        yield from item_lines(voice, own, voice.say("item_within", item=name))


def _tests(voice: Voice, because: Because, ground: str) -> list[str]:
    """The tests that tell most, for the branch that decided; the items of a sum or a choice."""
    tests = [reason for reason in because.reasons if not reason.is_gate and not reason.is_cap]
    inputs = because.inputs
    match because.branch:
        case Branch.GROUND:
            return [ground]
        case Branch.GATE:
            return [_gate(voice, because)]
        case Branch.CONDITION:
            return reason_lines(voice, tests, inputs) or [voice.say("own_condition")]
        case Branch.SUM | Branch.BEST:
            return list(summary_of_items(voice, because))
        case Branch.OPEN if because.items:
            gates = [reason for reason in because.reasons if reason.is_gate]
            known = reason_lines(voice, telling(gates), inputs)
            return [*known, *summary_of_items(voice, because)]
        case Branch.OPEN:
            return reason_lines(voice, telling(because.reasons), inputs)
        case Branch.STEP | Branch.OTHERWISE:
            return reason_lines(voice, _telling_steps(tests), inputs)
        case Branch.SHARE | Branch.BETWEEN:
            return reason_lines(voice, [one for one in tests if one.bound is not None], inputs)
        case Branch.AMOUNT | Branch.GIVEN:
            return []
        case branch:
            failing = [reason for reason in tests if reason.truth is Truth.NO]
            is_missed = branch is Branch.NOT_MET and failing
            return reason_lines(voice, failing if is_missed else tests, inputs)


def _gate(voice: Voice, because: Because) -> str:
    gates = [reason for reason in because.reasons if reason.is_gate]
    test = "; ".join(reason_lines(voice, gates, because.inputs))
    if len(because.inputs) == 1 and not any(reason.code for reason in gates):
        label = voice.label(because.inputs[0].measure)
        test = voice.say("labelled", label=label, value=test)
    return voice.say("gate", test=test or voice.say("own_condition"))


def _telling_steps(tests: Sequence[Reason]) -> Sequence[Reason]:
    """Of the steps that were tried, the nearest missed and the one met; the last if none was."""
    return tests[-2:] if tests and tests[-1].truth is Truth.YES else tests[-1:]
