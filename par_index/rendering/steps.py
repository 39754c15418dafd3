"""Next steps as a person would say them: ``thêm 27 hồ sơ …: 27/90 = 30% → 1 điểm``.

A step is composed from the change and its measure's label and unit alone, so a set never needs
sentences of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from par_index.model.measures import Kind, Measure
from par_index.model.reasons import Branch, Reason, Truth
from par_index.model.steps import Change, NextStep
from par_index.rendering.reasons import value_line
from par_index.rendering.voice import Voice

__all__ = ["asked", "named", "steps_line"]

_NUMBER_OF = ("Số lượng ", "Số ")


def steps_line(voice: Voice, steps: Sequence[NextStep], low: Fraction, branch: Branch) -> str:
    """The alternatives of the next step, joined by “or”."""
    return voice.say("alternatives").join(_step(voice, step, low, branch) for step in steps)


def _step(voice: Voice, step: NextStep, low: Fraction, branch: Branch) -> str:
    """What to change, what the arithmetic then says, what it earns, what to report with it."""
    line = f" {voice.say('and')} ".join(_change(voice, change) for change in step.changes)
    if arithmetic := _arithmetic(voice, step.reasons):
        line = voice.say("makes", change=line, arithmetic=arithmetic)
    line = voice.say(_promise(step, low, branch), change=line, points=_earned(voice, step, low))
    if step.ask:
        line = voice.say("then_report", step=line, labels=asked(voice, step.ask))
    return line


def _promise(step: NextStep, low: Fraction, branch: Branch) -> str:
    if step.low > low:
        return "earns" if step.low == step.high else "earns_at_least"
    if branch is Branch.GATE:
        return "opens_gate"
    return "may_earn_more" if all(change.amount for change in step.changes) else "may_earn"


def _earned(voice: Voice, step: NextStep, low: Fraction) -> str:
    return voice.points(step.low if step.low > low else step.high)


def _change(voice: Voice, change: Change) -> str:
    measure = voice.criteria.measures[change.measure]
    label = voice.text(measure.label)
    if change.answer is not None:
        return voice.say("answer_yes" if change.answer else "answer_no", what=label)
    if change.day is not None:
        return voice.say("have_by", what=label, date=voice.date(change.day))
    if measure.kind is Kind.PERCENT:
        return _share(voice, change, label)
    amount = voice.number(abs(change.amount))
    if change.amount < 0:
        return voice.say("fewer_of", amount=_counted(voice, amount, measure), what=label)
    phrase = _more(voice, measure, amount, "_new" if change.wholes else "")
    return f"{phrase} {voice.say('wholes_rise')}" if change.wholes else phrase


def _share(voice: Voice, change: Change, label: str) -> str:
    """A published percentage moves by percentage points, from what it is to what it takes."""
    amount = voice.percentage_points(voice.number(abs(change.amount) * 100))
    if change.before is None or change.after is None:
        name = "more_of" if change.amount > 0 else "fewer_of"
        return voice.say(name, amount=amount, what=label)
    name = "more_from" if change.amount > 0 else "fewer_from"
    before, after = voice.percent(change.before), voice.percent(change.after)
    return voice.say(name, amount=amount, what=label, before=before, after=after)


def _more(voice: Voice, measure: Measure, amount: str, new: str) -> str:
    """More of what is counted, in the label's own words where it begins with “Số <đơn vị tính>”."""
    label, unit = voice.text(measure.label), measure.counted_in
    amount = _counted(voice, amount, measure)
    for prefix in () if voice.language == "en" else _NUMBER_OF:
        counted = f"{prefix}{unit} "
        if measure.kind is Kind.COUNT and unit and label.startswith(counted):
            return voice.say(f"more{new}", amount=amount, what=label.removeprefix(counted))
    return voice.say(f"more_of{new}", amount=amount, what=label)


def _counted(voice: Voice, amount: str, measure: Measure) -> str:
    """The amount with its unit; units are Vietnamese words, so English does without."""
    if voice.language == "en" or not measure.counted_in:
        return amount
    return f"{amount} {measure.counted_in}"


def _arithmetic(voice: Voice, reasons: Sequence[Reason]) -> str:
    """The computed values that the step makes true; plain counts say nothing new."""
    shown = [
        value_line(voice, reason)
        for reason in reasons
        if reason.truth is Truth.YES and len(reason.terms) > 1 and not reason.is_gate
    ]
    return "; ".join(dict.fromkeys(shown))


def asked(voice: Voice, measures: Sequence[str], title: str = "") -> str:
    """Measures to report, with their lines in the unit's file; a rate may stand for its counts.

    A question that is the criterion's own ``title`` is not asked twice.
    """
    answers = [id for id in measures if voice.criteria.measures[id].kind is Kind.YES_NO]
    figures = [id for id in measures if id not in answers]
    parts = list(_figures(voice, figures))
    if [voice.label(id) for id in answers] == [title] and answers[0] in voice.lines:
        parts.append(voice.say("answer_here", place=_place(voice, answers[0])))
    elif answers:
        labels = voice.list(named(voice, id) for id in answers)
        parts.append(voice.say("answer_for", labels=labels))
    return voice.list(parts)


def _figures(voice: Voice, measures: Sequence[str]) -> Iterator[str]:
    """Counts whose rate the set knows go together; the rest follows one by one."""
    left = dict.fromkeys(measures)
    for rate in voice.criteria.measures.values():
        if rate.of and all(one in left for one in rate.of):
            part, whole, instead = (named(voice, one) for one in (*rate.of, rate.id))
            # A rate that is there already was not enough.
            name = "pair" if rate.id in voice.told else "pair_or_rate"
            yield voice.say(name, part=part, whole=whole, rate=instead)
            left = dict.fromkeys(one for one in left if one not in (*rate.of, rate.id))
    yield from (named(voice, id) for id in left)


def named(voice: Voice, measure: str) -> str:
    """A measure with its line in the unit's file."""
    label = voice.label(measure)
    if measure not in voice.lines:
        return label
    return voice.say("at", what=label, place=_place(voice, measure))


def _place(voice: Voice, measure: str) -> str:
    return voice.say("line", line=str(voice.lines[measure]))
