"""What can be checked of finding rules only when all of them are known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from par_index.inferring.strata import cycle_of
from par_index.model.findings import FindingRule
from par_index.problems import Problems
from par_index.reading.finding_forms import FindingForm
from par_index.reading.measures import text_of
from par_index.reading.written import value_span

__all__ = ["check_both_languages", "check_circles", "check_ids", "check_matched", "check_replacing"]

_SPOKEN = ("title", "say", "next")


def check_ids(rules: Sequence[FindingRule], problems: Problems) -> None:
    """Each id once."""
    first: dict[str, FindingRule] = {}
    for rule in rules:
        if rule.id in first:
            problems.add("E311", rule.span, first[rule.id].span, found=rule.id)
        first.setdefault(rule.id, rule)


def check_replacing(
    own: Sequence[FindingRule], common: Sequence[FindingRule], problems: Problems
) -> None:
    """Who takes the place of a common rule gives what others may wait for from it."""
    by_id = {rule.id: rule for rule in common}
    for rule in own:
        replaced = by_id.get(rule.id)
        if replaced is not None and _gives(replaced) != _gives(rule):
            expected = " ".join(_gives(replaced))
            problems.add("E370", rule.span, replaced.span, found=rule.id, expected=expected)


def check_circles(rules: Sequence[FindingRule], problems: Problems) -> None:
    """No rule fires only because another does not that waits for this one."""
    circle = cycle_of(rules)
    if circle is not None:
        span = next(rule.span for rule in rules if rule.id == circle[0])
        problems.add("E366", span, cycle=" → ".join(circle))


def check_matched(
    forms: Sequence[FindingForm], others: Iterable[FindingRule], problems: Problems
) -> None:
    """Every kind of fact that these rules derive is looked at by some rule."""
    matched = {pattern.kind for rule in others for pattern in (*rule.when, *rule.unless)}
    for form in forms:
        matched |= {kind for one in (*form.when, *(form.unless or ())) for kind in one.at.keys}
    for form in forms:
        for kind in form.then.at if form.then is not None else ():
            if kind.key.text not in matched:
                problems.add("W306", kind.key.span, found=kind.key.text)


def check_both_languages(forms: Sequence[FindingForm], problems: Problems) -> None:
    """Who reads English reads all of a rule that goes with every set."""
    for form in forms:
        for key in _SPOKEN:
            text = getattr(form, key)
            if text is not None and not text_of(text).en:
                problems.add("E379", value_span(form, key), found=form.id, key=key)


def _gives(rule: FindingRule) -> tuple[str, ...]:
    """A word for a finding, else the kind of fact that a rule derives, and its fields."""
    if rule.then is None:
        return ("severity",)
    return rule.then.kind, *sorted(name for name, _ in rule.then.fields)
