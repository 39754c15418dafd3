"""Cases: a package as an appraisal sees it, scored again, with what its documents bear."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from par_index import __version__
from par_index.assessing import assess
from par_index.model.criteria import CriteriaSet
from par_index.model.evidence import EvidenceReport
from par_index.model.submission import Evidence
from par_index.nouns import Noun
from par_index.problems import InvalidInput, Owner, Problem, Source, Span
from par_index.reading.external_files import ExternalFile, strays
from par_index.reading.library import Library
from par_index.reading.submissions import read_submission
from par_index.review.evidence.checking import check_looks, look_at_each
from par_index.review.evidence.files import Opened
from par_index.review.evidence.support import supported_leaves
from par_index.review.log.basis import basis_of, rule_digest
from par_index.review.log.nouns import Basis, SetRef, UnitRef
from par_index.review.packages.contents import Package
from par_index.review.packages.rescoring import SHOWN_UNIT, Scored, rescore

__all__ = ["Case", "case_of", "differing_codes", "refuse_other_unit", "scored_of"]

_TOOL: Final = "par_index"


class Case(Noun):
    """A package scored, its documents looked at, and what decisions on it rest on."""

    package: Package
    scored: Scored
    report: EvidenceReport
    basis: tuple[Basis, ...]

    @property
    def digest(self) -> str:
        return self.package.digest

    @property
    def unit(self) -> UnitRef:
        unit = self.scored.submission.unit
        return UnitRef(unit.id, " ".join(unit.name.split()), unit.tier)

    @property
    def year(self) -> int:
        return self.package.parts.info.year

    @property
    def set(self) -> SetRef:
        criteria = self.scored.criteria
        return SetRef(criteria.id, criteria.sha256, criteria.rounding.places)

    @property
    def tools(self) -> Mapping[str, str]:
        """The versions that facts and verdicts may depend on."""
        return {_TOOL: __version__, **self.report.tools}


def scored_of(package: Package, external: Sequence[ExternalFile] = ()) -> Scored:
    """The package scored again, with data that others give since."""
    scored = rescore(package)
    if not external:
        return scored
    if stray := strays(external, [scored.submission.unit.id]):
        raise InvalidInput(stray)
    _, submission = read_submission(
        package.parts.unit,
        SHOWN_UNIT,
        Library(),
        criteria=scored.criteria,
        as_of=package.parts.info.day,
        external=external,
    )
    return Scored(scored.criteria, submission, assess(scored.criteria, submission))


def case_of(package: Package, external: Sequence[ExternalFile] = ()) -> Case:
    """Everything an appraisal takes from a package; raises `InvalidInput` for one that is none.

    ModuleNotFoundError where a PDF is to be looked at and pypdf is not there.
    """
    scored = scored_of(package, external)
    assessment = scored.assessment
    documents = {one.id: one for one in package.register}

    def opened(document: Evidence) -> Opened:
        listed = documents.get(document.id)
        data = None if listed is None else package.content_of(listed)
        path = document.fields["tep"]
        return Opened(path, data, fault="" if data is not None else "missing")

    report = check_looks(assessment, look_at_each(scored.submission, opened))
    files = {one.id: one.sha256 for one in package.register}
    basis = basis_of(
        assessment,
        supported=supported_leaves(assessment, report),
        report=report,
        files=files,
    )
    return Case(package, scored, report, basis)


def differing_codes(own: CriteriaSet, other: CriteriaSet) -> tuple[str, ...]:
    """The leaves that two sets of one id do not say the same of."""
    codes = dict.fromkeys(leaf.code for one in (own, other) for leaf in one.leaves())
    return tuple(
        code
        for code in codes
        if code not in own.by_code
        or code not in other.by_code
        or rule_digest(own, own.by_code[code]) != rule_digest(other, other.by_code[code])
    )


def refuse_other_unit(case: Case, unit: str, year: int, name: str) -> None:
    """E826 for a package of another unit or year."""
    if (case.unit.id, case.year) != (unit, year):
        found, expected = f"{case.unit.id}/{case.year}", f"{unit}/{year}"
        place = Span(Source(name, Owner.REVIEW))
        raise InvalidInput([Problem("E826", place, {"found": found, "expected": expected})])
