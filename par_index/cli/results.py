"""What came of each submission, and all of it as one document."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from par_index.assessing import assess
from par_index.cli.exits import Exit, exit_of
from par_index.cli.gates import Failure, Gates
from par_index.cli.inputs import Found
from par_index.model.assessment import Assessment
from par_index.model.criteria import CriteriaSet
from par_index.problems import InvalidInput, Problem
from par_index.reading.library import Library
from par_index.reading.submissions import read_submission
from par_index.rendering.json_document import assessment_document, refusal_document
from par_index.rendering.json_values import Json

__all__ = ["Assessed", "Refused", "Result", "assess_each"]


@dataclass(frozen=True, slots=True)
class Assessed:
    """A submission with its answer, and the gates it did not pass."""

    assessment: Assessment
    failures: tuple[Failure, ...]

    @property
    def exit(self) -> Exit:
        return Exit.GATE if self.failures else Exit.OK

    @property
    def document(self) -> Json:
        gates = [failure.document for failure in self.failures]
        return assessment_document(self.assessment, self.exit, gates)


@dataclass(frozen=True, slots=True)
class Refused:
    """A submission that cannot be used, with everything that is wrong."""

    problems: tuple[Problem, ...]

    @property
    def exit(self) -> Exit:
        return exit_of(self.problems)

    @property
    def document(self) -> Json:
        return refusal_document(self.problems, self.exit)


Result = Assessed | Refused


def assess_each(
    found: Iterable[Found],
    gates: Gates,
    *,
    criteria: str | None = None,
    as_of: datetime.date | None = None,
) -> list[Result]:
    """Assess every submission; one that is refused stops none of the others."""
    library = Library()
    used = None if criteria is None else library.load(criteria)
    return [_assess_one(one, library, gates, used, as_of) for one in found]


def _assess_one(
    one: Found,
    library: Library,
    gates: Gates,
    criteria: CriteriaSet | None,
    as_of: datetime.date | None,
) -> Result:
    if isinstance(one, Problem):
        return Refused((one,))
    try:
        used, submission = read_submission(
            one.read(), one.name, library, criteria=criteria, as_of=as_of
        )
    except InvalidInput as refusal:
        return Refused(refusal.problems)
    assessment = assess(used, submission)
    return Assessed(assessment, tuple(gates.failures(assessment)))
