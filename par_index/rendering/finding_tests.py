"""What came of the tests of finding rules, for their author: failures, then what none shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from par_index.model.facts import FACTS, Fact
from par_index.problems import Owner, Problem
from par_index.rendering.columns import visible, wrap
from par_index.rendering.ink import Ink, paint
from par_index.rendering.json_values import Json, place, problem
from par_index.rendering.messages.trials import say
from par_index.rendering.numbers import number
from par_index.rendering.problems import render_problems
from par_index.testing.finding_tests import FindingReport, FindingTrial, Found, Unshown

__all__ = [
    "behind_text",
    "finding_blocks",
    "finding_trials",
    "render_finding_tests",
    "render_rule_problems",
    "rules_tests",
    "unshown_document",
]


def render_rule_problems(
    problems: Sequence[Problem], *, language: str, color: bool, in_tests: bool = False
) -> str:
    """What is wrong with rules that belong to no set, or with the files of tests beside them."""
    told = render_problems(problems, language=language, color=color)
    if any(one.owner is Owner.SYSTEM for one in problems):
        return told
    blocks, gap, _ = told.rpartition("\n\n")
    errors = sum(one.is_error for one in problems)
    warnings = len(problems) - errors
    counts = {
        "errors_in_tests" if in_tests else "errors_in_rules": errors,
        "warnings_in_rules": warnings,
    }
    tally = "; ".join(
        say(key, language, count=number(count, language)) for key, count in counts.items() if count
    )
    return f"{blocks}{gap}{tally}\n" if problems else ""


def render_finding_tests(report: FindingReport, *, language: str, width: int, color: bool) -> str:
    """Of rules that belong to no set: what fails, what is not shown, and a line on all."""
    blocks = list(finding_blocks(report.failed, report.unshown, language, width, color=color))
    key = "some_failed" if report.failed else "all_passed" if report.trials else "no_tests"
    is_short = any(one.is_error for one in report.problems)
    line = say(
        ("cut_short" if report.is_readable else "rules_unreadable") if is_short else key,
        language,
        name=visible(report.name),
        count=number(len(report.trials), language),
        failed=number(len(report.failed), language),
    )
    if not is_short:
        missing = number(len({one.rule for one in report.unshown}), language)
        reach = say("rules_unshown" if report.unshown else "rules_shown", language, missing=missing)
        line = f"{line}; {reach}"
    return "\n".join([*blocks, f"{line}\n"])


def finding_blocks(
    failed: Sequence[FindingTrial],
    unshown: Sequence[Unshown],
    language: str,
    width: int,
    *,
    color: bool,
) -> Iterator[str]:
    """A block for each failure, and one for all that no test shows."""
    for trial in failed:
        head = paint(say("failed", language), Ink.RED, color=color)
        lines = [f"{head} {visible(trial.test.name)}", f"  --> {visible(str(trial.test.span))}"]
        told = say(
            "expected",
            language,
            key="expect",
            wanted=_told(trial.test.expect, language),
            got=_told(trial.got, language),
        )
        behind = (behind_text(one.rule, one.place, one.facts, language) for one in trial.unexpected)
        for line in (told, *behind):
            lines += wrap(visible(line), width, first="  ", rest="    ")
        yield "\n".join(lines) + "\n"
    if unshown:
        lines = [paint(say("unreached", language), Ink.BOLD, color=color)]
        for rule, lacks in groupby(unshown, key=lambda one: one.rule):
            lines.append(f"  {rule}")
            lines += [f"    - {say(f'rule_{one.lack}', language)}" for one in lacks]
        yield "\n".join(lines) + "\n"


def behind_text(rule: str, place: str, facts: Sequence[Fact], language: str) -> str:
    """The facts of one finding, written as a test would give them."""
    told = "; ".join(map(_fact, facts))
    return say("behind", language, rule=rule, place=place, facts=told)


def _fact(fact: Fact) -> str:
    """What a fact holds, in the order of its kind; blank fields say nothing."""
    order = list(FACTS.get(fact.kind, ()))
    fields = sorted(fact.fields, key=lambda one: order.index(one[0]) if one[0] in order else 0)
    told = ", ".join(f"{name}: {value}" for name, value in fields if value != "")
    return f"{fact.kind}: {{{told}}}"


def rules_tests(report: FindingReport) -> Json:
    """The same for programs, beside the documents of sets."""
    return {
        "name": report.name,
        "criteria": None,
        "tests": [],
        "problems": [problem(one) for one in report.problems],
        "coverage": None,
        "finding_tests": finding_trials(report.trials),
        "rules_unshown": unshown_document(report.unshown),
    }


def finding_trials(trials: Sequence[FindingTrial]) -> list[Json]:
    return [
        {
            "name": trial.test.name,
            "place": place(trial.test.span),
            "passed": trial.passed,
            "expected": [_found(one) for one in trial.test.expect],
            "got": [_found(one) for one in trial.got],
        }
        for trial in trials
    ]


def unshown_document(unshown: Sequence[Unshown]) -> list[Json]:
    return [{"rule": one.rule, "what": one.lack.value} for one in unshown]


def _found(found: Found) -> Json:
    return {"rule": found.rule, "places": list(found.places)}


def _told(found: Sequence[Found], language: str) -> str:
    told = (f"{one.rule} ({', '.join(one.places)})" for one in found)
    return "; ".join(told) or say("no_finding", language)
