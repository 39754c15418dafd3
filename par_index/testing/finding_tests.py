"""Tests of finding rules: facts are given, what is found is held against what is expected."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum

from par_index.inferring.engines import infer
from par_index.model.facts import FACTS, Fact
from par_index.model.findings import FindingRule, Place
from par_index.nouns import Noun
from par_index.problems import Problem, Span

__all__ = [
    "Behind",
    "FindingReport",
    "FindingTest",
    "FindingTrial",
    "Found",
    "Lack",
    "Unshown",
    "in_order",
    "run_finding_test",
    "unshown_in",
]


class Found(Noun):
    """A rule that fired, and what it fired about, in order; a place may be there twice."""

    rule: str
    places: tuple[str, ...]


class FindingTest(Noun):
    """Facts, and everything that the rules are to find in them."""

    name: str
    span: Span
    facts: tuple[Fact, ...]
    expect: tuple[Found, ...]


class Behind(Noun):
    """The facts that a rule matched where it fired."""

    rule: str
    place: str
    facts: tuple[Fact, ...]


class FindingTrial(Noun):
    """A test that was run, what was found, and what stands behind it."""

    test: FindingTest
    got: tuple[Found, ...]
    behind: tuple[Behind, ...] = ()

    @property
    def passed(self) -> bool:
        return self.got == self.test.expect

    @property
    def unexpected(self) -> tuple[Behind, ...]:
        """What stands behind that which the test does not expect."""
        expected = {one.rule: one.places for one in self.test.expect}
        return tuple(one for one in self.behind if one.place not in expected.get(one.rule, ()))


class Lack(StrEnum):
    """What no test shows of a rule: that it fires, or that it stays silent close by."""

    FIRES = "fires"
    SILENT = "silent"


class Unshown(Noun):
    """A rule by its id, and what is not shown of it."""

    rule: str
    lack: Lack


class FindingReport(Noun):
    """What came of the tests beside rules that belong to no set.

    ``problems`` are what is wrong with the files of tests; where ``is_readable`` is false, with
    the rules themselves, and no test was run.
    """

    name: str
    trials: tuple[FindingTrial, ...]
    problems: tuple[Problem, ...] = ()
    unshown: tuple[Unshown, ...] = ()
    is_readable: bool = True

    @property
    def failed(self) -> tuple[FindingTrial, ...]:
        return tuple(trial for trial in self.trials if not trial.passed)

    @property
    def has_failed(self) -> bool:
        return bool(self.failed)

    @property
    def is_complete(self) -> bool:
        return not self.unshown


def run_finding_test(rules: Sequence[FindingRule], test: FindingTest) -> FindingTrial:
    """Run all the rules on the facts that a test gives."""
    inferred, _ = infer(rules, test.facts)
    speaking = {rule.id for rule in rules if rule.severity is not None}
    behind = tuple(
        Behind(firing.rule, Place(firing.facts).subject[1], firing.facts)
        for firing in inferred.firings
        if firing.rule in speaking
    )
    places: dict[str, list[str]] = {}
    for one in behind:
        places.setdefault(one.rule, []).append(one.place)
    got = in_order(Found(id, tuple(found)) for id, found in places.items())
    return FindingTrial(test, got, behind)


def in_order(found: Iterable[Found]) -> tuple[Found, ...]:
    """What was found in the one order that makes two of them equal."""
    sorted_places = (Found(one.rule, tuple(sorted(one.places))) for one in found)
    return tuple(sorted(sorted_places, key=lambda one: one.rule))


def unshown_in(
    rules: Sequence[FindingRule],
    trials: Sequence[FindingTrial],
    shown: Collection[tuple[str, Lack]] = (),
) -> Iterator[Unshown]:
    """What no test shows of the rules that say something, but for what is ``shown`` elsewhere.

    A test that fails shows nothing. Silence counts where facts of every kind that the rule matches
    are there; of a rule that looks at nothing but kinds, anywhere.
    """
    passed = [trial for trial in trials if trial.passed]
    fires = {one.rule for trial in passed for one in trial.got}
    for rule in rules:
        if rule.severity is None:
            continue
        if rule.id not in fires and (rule.id, Lack.FIRES) not in shown:
            yield Unshown(rule.id, Lack.FIRES)
        is_silent = any(_is_silent(rule, trial) for trial in passed)
        if not is_silent and (rule.id, Lack.SILENT) not in shown:
            yield Unshown(rule.id, Lack.SILENT)


def _is_silent(rule: FindingRule, trial: FindingTrial) -> bool:
    looks = bool(rule.unless) or any(pattern.tests for pattern in rule.when)
    kinds = {pattern.kind for pattern in rule.when if looks} & FACTS.keys() - {"finding_of"}
    given = {fact.kind for fact in trial.test.facts}
    return kinds <= given and rule.id not in {one.rule for one in trial.got}
