"""What came of a set's tests, for its author: failures first, then what no test shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import groupby

from par_index.rendering.columns import visible, wrap
from par_index.rendering.expressions import (
    bound_text,
    comparison_text,
    condition_text,
    measure_text,
)
from par_index.rendering.finding_tests import behind_text, finding_blocks
from par_index.rendering.ink import Ink, paint
from par_index.rendering.messages.trials import say
from par_index.rendering.numbers import number
from par_index.rendering.report.nodes import line_of
from par_index.rendering.terms import TIE
from par_index.rendering.voice import Voice
from par_index.testing.cases import Mismatch, Trial, Value
from par_index.testing.coverage import Coverage, Unreached
from par_index.testing.running import SetReport
from par_index.testing.targets import Mark, Place, Target

__all__ = ["render_set_tests", "summary_line"]


def render_set_tests(report: SetReport, *, language: str, width: int, color: bool) -> str:
    """The failures of one set's tests and what they leave unreached, then a line on all of them."""
    blocks = [_failure(trial, language, width, color=color) for trial in report.failed]
    of_rules, unshown = report.failed_findings, report.unshown
    blocks += finding_blocks(of_rules, unshown, language, width, color=color)
    if report.coverage is not None and report.coverage.unreached:
        blocks.append(_unreached(report, report.coverage, language, width, color=color))
    blocks.append(summary_line(report, language) + "\n")
    return "\n".join(blocks)


def summary_line(report: SetReport, language: str) -> str:
    """How many tests there were, and how far they reach."""
    count = len(report.trials) + len(report.finding_trials)
    failed = len(report.failed) + len(report.failed_findings)
    key = "some_failed" if failed else "all_passed" if count else "no_tests"
    is_short = any(one.is_error for one in report.problems)
    line = say(
        "cut_short" if is_short else key,
        language,
        name=visible(report.name),
        count=number(count, language),
        failed=number(failed, language),
    )
    coverage = report.coverage
    if coverage is None:
        return line
    reach = say(
        "some_unreached" if coverage.unreached else "all_reached",
        language,
        branches=number(coverage.branches, language),
        edges=number(coverage.edges, language),
        missing=number(len(coverage.unreached), language),
    )
    if report.unshown:
        missing = number(len({one.rule for one in report.unshown}), language)
        reach += "; " + say("rules_unshown", language, missing=missing)
    return f"{line}; {reach}"


def _failure(trial: Trial, language: str, width: int, *, color: bool) -> str:
    test = trial.test
    head = paint(say("failed", language), Ink.RED, color=color)
    # What rules find has little to do with the one criterion that a test names, if it names any.
    about = "" if trial.fails_by_rules_alone else f"{test.code}: "
    lines = [f"{head} {about}{visible(test.name)}", f"  --> {visible(str(test.span))}"]
    told = [_mismatch(one, language) for one in trial.mismatches]
    told += _behind(trial, language)
    if trial.score.because is not None and not trial.fails_by_rules_alone:
        voice = Voice(language, trial.assessment.criteria)
        line = line_of(voice, trial.assessment, trial.score)
        told.append(say("because", language, line=line))
    for one in told:
        lines += wrap(visible(one), width, first="  ", rest="    ")
    return "\n".join(lines) + "\n"


def _mismatch(one: Mismatch, language: str) -> str:
    key, wanted = one.expected.key, one.expected.value
    return say(
        "expected",
        language,
        key=key,
        wanted=_value(wanted, language),
        got=_value(one.got, language),
    )


def _behind(trial: Trial, language: str) -> Iterator[str]:
    """The facts of each finding that the test does not expect."""
    expected: dict[str, str | tuple[str, ...]] = {}
    for one in trial.mismatches:
        if one.expected.key == "findings" and isinstance(one.expected.value, Mapping):
            expected |= one.expected.value
    for found in trial.assessment.findings:
        for place in found.places if found.rule.id in expected else ():
            if place.subject[1] not in expected[found.rule.id]:
                yield behind_text(found.rule.id, place.subject[1], place.facts, language)


def _value(value: Value, language: str) -> str:
    """A value as a test file would have it."""
    match value:
        case Fraction():
            return number(value, language)
        case str():
            return value
        case Mapping():
            told = ((name, _value(one, language)) for name, one in value.items())
            pairs = ", ".join(f"{name}: {text}" for name, text in told)
            return f"{{{pairs}}}" if pairs else say("nothing", language)
        case words:
            return f"[{', '.join(words)}]"


def _unreached(
    report: SetReport, coverage: Coverage, language: str, width: int, *, color: bool
) -> str:
    """By criterion, in the order of the set."""
    lines = [paint(say("unreached", language), Ink.BOLD, color=color)]
    for code, group in groupby(coverage.unreached, key=lambda one: one.target.code):
        lines.append(f"  {_name_of(report, code, language)}")
        for one in group:
            lines += wrap(visible(_told(one, language)), width, first="    - ", rest="      ")
    return "\n".join(lines) + "\n"


def _name_of(report: SetReport, code: str, language: str) -> str:
    if not code:
        return say("the_set", language)
    title = report.criteria.by_code[code].title.into(language)
    return visible(f"{code}  {title}")


def _told(one: Unreached, language: str) -> str:
    what, found = _what(one.target, language), one.suggestion
    if found is None:
        return what
    data = ", ".join(f"{measure_text(id, language)}:{TIE}{text}" for id, text in found.data)
    key = "suggested_like" if found.like else "suggested"
    return say(key, language, what=what, data=data, like=found.like)


def _what(target: Target, language: str) -> str:
    """A target in words, where it is not plainly the criterion's rule with its place."""
    name = f"mark_{target.mark}"
    if target.place is Place.MINIMUM and target.mark.is_edge:
        name = "mark_just_enough" if target.mark is Mark.JUST_MET else "mark_just_too_little"
    what = say(
        name,
        language,
        step=str(target.step or ""),
        name=target.name,
        test=_test(target, language),
    )
    if target.place is not Place.RULE:
        place = say(f"place_{target.place}", language)
        what = say("at_place", language, place=place, what=what)
    if target.items:
        place = ".".join(str(item) for item in target.items)
        what = say("in_item", language, number=place, what=what)
    return what


def _test(target: Target, language: str) -> str:
    if target.atom is not None:
        return condition_text(target.atom, language)
    if target.bound is None:
        return ""
    if target.of is None:
        return bound_text(target.bound, language)
    return comparison_text(target.of, target.bound, language)
