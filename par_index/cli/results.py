"""What came of each submission, and all of it as one document."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from par_index.assessing import assess
from par_index.cli.exits import Exit, exit_of
from par_index.cli.gates import Failure, Gates
from par_index.cli.inputs import Found, Unit
from par_index.model.assessment import Assessment
from par_index.model.criteria import CriteriaSet
from par_index.model.submission import Submission
from par_index.nouns import Noun
from par_index.problems import InvalidInput, Problem, Problems
from par_index.reading.external_files import ExternalFile, open_external, strays
from par_index.reading.library import Library
from par_index.reading.shelf import Shelf
from par_index.reading.submissions import read_submission

if TYPE_CHECKING:
    from par_index.inferring.engines import EngineUse
    from par_index.rendering.json_values import Json

__all__ = ["Assessed", "Refused", "Result", "assess_each", "open_all"]


class Assessed(Noun):
    """A submission with its answer, and the gates it did not pass."""

    assessment: Assessment
    failures: tuple[Failure, ...]

    @property
    def exit(self) -> Exit:
        return Exit.GATE if self.failures else Exit.OK

    @property
    def document(self) -> Json:
        from par_index.rendering.json_document import assessment_document

        gates = [failure.document for failure in self.failures]
        return assessment_document(self.assessment, self.exit, gates)


class Refused(Noun):
    """A submission that cannot be used, with everything that is wrong."""

    problems: tuple[Problem, ...]

    @property
    def exit(self) -> Exit:
        return exit_of(self.problems)

    @property
    def document(self) -> Json:
        from par_index.rendering.json_document import refusal_document

        return refusal_document(self.problems, self.exit)


Result = Assessed | Refused


def assess_each(
    found: Iterable[Found],
    gates: Gates,
    *,
    criteria: str | None = None,
    external: Iterable[str] = (),
    as_of: datetime.date | None = None,
    verify_engine: bool = False,
    told: Callable[[EngineUse], None] | None = None,
) -> list[Result]:
    """Assess every submission; one that is refused stops none of the others.

    ``external`` files go with the submissions that they concern. One that cannot be used, or
    concerns none of them, stops all: no score may lack it unnoticed. With ``verify_engine`` both
    engines look for findings; ``told`` hears which one did.
    """
    library = Library(shelf=Shelf.of_user())
    used = None if criteria is None else library.load(criteria)
    try:
        others = open_all(external)
    except InvalidInput as refusal:
        return [Refused(refusal.problems)]
    assessing = partial(assess, verify_engine=verify_engine, told=told)
    results = [_assess_one(one, library, gates, used, others, as_of, assessing) for one in found]
    units = [one.assessment.submission.unit.id for one in results if isinstance(one, Assessed)]
    if len(units) == len(results) and (stray := strays(others, units)):
        return [Refused(stray)]
    return results


def open_all(paths: Iterable[str]) -> list[ExternalFile]:
    """Every external file, each once however often it is named."""
    problems = Problems()
    units = {unit.identity: unit for unit in map(Unit, paths)}
    opened = [open_external(one.read(), one.name, problems) for one in units.values()]
    problems.raise_errors()
    return [one for one in opened if one is not None]


def _assess_one(
    one: Found,
    library: Library,
    gates: Gates,
    criteria: CriteriaSet | None,
    external: Sequence[ExternalFile],
    as_of: datetime.date | None,
    assessing: Callable[[CriteriaSet, Submission], Assessment],
) -> Result:
    if isinstance(one, Problem):
        return Refused((one,))
    try:
        used, submission = read_submission(
            one.read(),
            one.name,
            library,
            criteria=criteria,
            as_of=as_of,
            external=external,
        )
    except InvalidInput as refusal:
        return Refused(refusal.problems)
    assessment = assessing(used, submission)
    return Assessed(assessment, tuple(gates.failures(assessment)))
