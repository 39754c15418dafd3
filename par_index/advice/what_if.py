"""What if: the same submission with some values set otherwise, held against what it is now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from par_index.assessing import assess
from par_index.model.assessment import Assessment, Score, Standing
from par_index.model.criteria import CriteriaSet, Grade
from par_index.model.facts import Shape
from par_index.model.findings import Finding, Place
from par_index.model.measures import By, Measure
from par_index.model.submission import Datum, Submission
from par_index.nouns import Noun, replace
from par_index.problems import Problem, Problems
from par_index.reading.changes import change
from par_index.reading.nodes import Entry
from par_index.reading.scenarios import Scenario

__all__ = [
    "Difference",
    "GradeChange",
    "Setting",
    "WhatIf",
    "findings_only_in",
    "what_if",
    "what_ifs",
]


class Setting(Noun):
    """A measure that is set: what its file has, and what it is to have; None where it is absent.

    ``is_last_year``: its value of the year before.
    """

    measure: str
    before: Datum | None
    after: Datum | None
    is_last_year: bool = False

    @property
    def changes(self) -> bool:
        return self.before != self.after


class Difference(Noun):
    """A criterion, a parent or an area whose points or outcome are not what they were."""

    before: Score
    after: Score

    @property
    def code(self) -> str:
        return self.after.code

    @property
    def low(self) -> Fraction:
        """The points that are certain in addition."""
        return self.after.low - self.before.low

    @property
    def high(self) -> Fraction:
        """What the most that is possible gains."""
        return self.after.high - self.before.high


class GradeChange(Noun):
    """A grade of which something else can be said; nothing can where no criterion applies."""

    grade: Grade
    before: Standing | None
    after: Standing | None


class WhatIf(Noun):
    """Both assessments and all that differs; nothing in it depends on the order of the changes.

    ``appearing`` and ``vanishing`` are findings with those of their places alone that are new, or
    that are there no more. ``remarks`` are new.
    """

    name: str
    before: Assessment
    after: Assessment
    settings: tuple[Setting, ...]
    differences: tuple[Difference, ...]
    grades: tuple[GradeChange, ...]
    appearing: tuple[Finding, ...]
    vanishing: tuple[Finding, ...]
    remarks: tuple[Problem, ...]


def what_if(
    criteria: CriteriaSet,
    submission: Submission,
    changes: Sequence[Entry],
    *,
    last_year: Sequence[Entry] = (),
    name: str = "",
) -> WhatIf:
    """Assess a submission as it is and with other values.

    A value is read as the unit's file would have it; what others give stands in for their files.
    Raises `InvalidInput` with everything for which an edited file would be refused.
    """
    (one,) = what_ifs(criteria, submission, [Scenario(name, tuple(changes), tuple(last_year))])
    return one


def what_ifs(
    criteria: CriteriaSet,
    submission: Submission,
    scenarios: Sequence[Scenario],
    problems: Problems | None = None,
) -> tuple[WhatIf, ...]:
    """The same for several scenarios, each by itself; what is wrong with any of them, at once.

    What was wrong before, in ``problems``, comes with them; what was only odd goes with each.
    """
    problems = Problems() if problems is None else problems
    changed = [
        change(criteria, submission, one.changes, problems, one.last_year) for one in scenarios
    ]
    problems.raise_errors()
    before = assess(criteria, submission)
    remarks = problems.in_order()
    return tuple(
        _compared(one, before, assess(criteria, after), remarks)
        for one, after in zip(scenarios, changed, strict=True)
        if after is not None
    )


def _compared(
    scenario: Scenario, before: Assessment, after: Assessment, remarks: Sequence[Problem]
) -> WhatIf:
    return WhatIf(
        scenario.name,
        before,
        after,
        settings=tuple(_settings(scenario, before, after)),
        differences=tuple(_differences(before, after)),
        grades=tuple(_grades(before, after)),
        appearing=tuple(findings_only_in(after.findings, before.findings)),
        vanishing=tuple(findings_only_in(before.findings, after.findings)),
        remarks=(*remarks, *(one for one in after.remarks if one not in before.remarks)),
    )


def _settings(scenario: Scenario, before: Assessment, after: Assessment) -> Iterator[Setting]:
    """This year's in the order of the set, then those of last year."""
    for entries, is_last_year in ((scenario.changes, False), (scenario.last_year, True)):
        set_here = {entry.key.text for entry in entries}
        for measure in before.criteria.measures.values():
            if measure.id in set_here:
                old, new = (
                    _data(one.submission, measure, is_last_year=is_last_year).get(measure.id)
                    for one in (before, after)
                )
                yield Setting(measure.id, old, new, is_last_year)


def _data(submission: Submission, measure: Measure, *, is_last_year: bool) -> Mapping[str, Datum]:
    """The block that has a measure's value."""
    if is_last_year:
        return submission.last_year
    return submission.data if measure.by is By.UNIT else submission.external


def _differences(before: Assessment, after: Assessment) -> Iterator[Difference]:
    """Every node that differs, parents first; the trees are of one set."""
    for old_area, new_area in zip(before.areas, after.areas, strict=True):
        for old, new in zip(old_area.nodes(), new_area.nodes(), strict=True):
            if (old.low, old.high, old.outcome) != (new.low, new.high, new.outcome):
                yield Difference(old, new)


def _grades(before: Assessment, after: Assessment) -> Iterator[GradeChange]:
    old, new = ({one.grade.id: one.standing for one in these.grades} for these in (before, after))
    for grade in before.criteria.grades:
        change = GradeChange(grade, old.get(grade.id), new.get(grade.id))
        if change.before is not change.after:
            yield change


def findings_only_in(
    these: Iterable[Finding],
    those: Iterable[Finding],
    named: Callable[[Shape, str], str] = lambda _, name: name,
    others_named: Callable[[Shape, str], str] = lambda _, name: name,
) -> Iterator[Finding]:
    """The findings with the places that the others do not have.

    ``named`` and ``others_named`` say under which name what a finding is about is known to both.
    """
    known = _by_subjects(those, others_named)
    for finding in these:
        places = [
            place
            for key, here in _by_subjects([finding], named).items()
            for place in _more(here, known.get(key, []))
        ]
        if places:
            yield replace(finding, places=tuple(one for one in finding.places if one in places))


def _more(here: Sequence[Place], there: Sequence[Place]) -> Sequence[Place]:
    """What is about the same things stands for itself: a figure in it may differ."""
    return [place for place in here if place not in there][: max(len(here) - len(there), 0)]


_Subjects = tuple[str, tuple[tuple[Shape, str], ...]]


def _by_subjects(
    findings: Iterable[Finding], named: Callable[[Shape, str], str]
) -> dict[_Subjects, list[Place]]:
    """Places by their rule and by what each of their facts is about."""
    found: dict[_Subjects, list[Place]] = defaultdict(list)
    for finding in findings:
        for place in finding.places:
            abouts = (Place((fact,)).subject for fact in place.facts)
            subjects = tuple((shape, named(shape, name)) for shape, name in abouts)
            found[finding.rule.id, subjects].append(place)
    return found
