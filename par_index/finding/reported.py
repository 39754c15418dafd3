"""Facts of data and documents: how each measure was reported, what others say of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from fractions import Fraction

from par_index.exact import exact_text
from par_index.finding.view import View
from par_index.model.checks import CheckResult
from par_index.model.criteria import CriteriaSet, Requirement, Window
from par_index.model.facts import Fact
from par_index.model.measures import By, Measure
from par_index.model.submission import Answer, EvidenceUse, Submission

__all__ = [
    "check_facts",
    "dated_facts",
    "document_facts",
    "explained_check_facts",
    "foreign_facts",
    "measure_facts",
    "year_facts",
]

_STANDING = {"có": "in_force", "yes": "in_force", "không": "lapsed", "no": "lapsed"}


def measure_facts(view: View) -> Iterator[Fact]:
    criteria, submission = view.criteria, view.submission
    for measure in _declared(criteria):
        yield Fact.of(
            "measure",
            measure=measure.id,
            kind=measure.kind.value,
            state=_state(measure, submission),
            by=measure.by.value,
        )


def foreign_facts(view: View) -> Iterator[Fact]:
    criteria, submission = view.criteria, view.submission
    for measure in _declared(criteria):
        datum = submission.data.get(measure.id)
        if measure.by is not By.UNIT and datum is not None and datum.is_reported:
            official = submission.external.get(measure.id)
            there = official is not None and official.is_reported
            same = official is not None and official.value == datum.value
            yield Fact.of(
                "foreign",
                measure=measure.id,
                by=measure.by.value,
                state="waiting" if not there else "same" if same else "differs",
                value=datum.text.strip(),
                official=official.text.strip() if there and official is not None else "",
            )


def year_facts(view: View) -> Iterator[Fact]:
    criteria, submission = view.criteria, view.submission
    wholes = {whole for one in _declared(criteria) for whole in one.within}
    for measure in _declared(criteria):
        pair = view.data.get(measure.id), submission.last_year.get(measure.id)
        now, before = (None if one is None else one.figure for one in pair)
        if not measure.kind.is_amount or now is None or before is None:
            continue
        change = abs(now - before) * 100 / before if before else Fraction(0)
        role = "whole" if measure.id in wholes else "part" if measure.within else "other"
        yield Fact.of(
            "year",
            measure=measure.id,
            role=role,
            change="same" if now == before else "fell" if now < before else "rose",
            complete="yes" if submission.as_of >= criteria.ends else "no",
            percent=int(change),
            now=exact_text(now),
            before=exact_text(before),
        )


def document_facts(view: View) -> Iterator[Fact]:
    submission = view.submission
    cited: dict[str, set[str]] = {id: set() for id in submission.evidence}
    unlocated = dict.fromkeys(submission.evidence, 0)
    for code, answer in submission.answers.items():
        for use in answer.evidence:
            cited[use.evidence].add(code)
            unlocated[use.evidence] += not (use.page or use.section)
    for id, document in submission.evidence.items():
        said = document.fields.get("con_hieu_luc", "").strip().lower()
        yield Fact.of(
            "document",
            document=id,
            dated="no" if document.issued is None else "yes",
            standing=_STANDING.get(said, "unsaid"),
            cited_by=len(cited[id]),
            unlocated=unlocated[id],
        )


def dated_facts(view: View) -> Iterator[Fact]:
    criteria, submission = view.criteria, view.submission
    for code, answer in submission.answers.items():
        for use, window in _windows(criteria, answer):
            issued = submission.evidence[use.evidence].issued
            yield Fact.of(
                "dated",
                code=code,
                document=use.evidence,
                window=_place_in(window, issued),
                date="" if issued is None else issued.isoformat(),
                **{
                    "from": "" if window.starts is None else window.starts.isoformat(),
                    "to": "" if window.ends is None else window.ends.isoformat(),
                },
            )


def explained_check_facts(view: View) -> Iterator[Fact]:
    submission = view.submission
    for id, explanation in submission.explained_checks.items():
        yield Fact.of("explained_check", check=id, explanation=explanation)


def check_facts(view: View) -> Iterator[Fact]:
    for id, result in view.checks.items():
        yield Fact.of(
            "check",
            check=id,
            kind=result.check.kind.value,
            state=result.state.value,
            severity=result.check.severity.value,
            left=_side(result, result.left),
            right=_side(result, result.right),
            gap="" if result.gap is None else exact_text(result.gap),
        )


def _side(result: CheckResult, side: Fraction | None) -> str:
    if side is None:
        return ""
    term = result.term(side)
    return term.isoformat() if isinstance(term, datetime.date) else exact_text(side)


def _windows(criteria: CriteriaSet, answer: Answer) -> Iterator[tuple[EvidenceUse, Window]]:
    """Documents that an answer cites for a requirement with a window."""
    asked = criteria.by_code[answer.code].evidence
    for use in answer.evidence:
        wanted = [one for one in asked if _is_for(use, one, len(asked))]
        for requirement in wanted:
            if requirement.window is not None:
                yield use, requirement.window


def _is_for(use: EvidenceUse, requirement: Requirement, asked: int) -> bool:
    """A document that names no requirement is for the only one there is."""
    return use.requirement == requirement.id or (not use.requirement and asked == 1)


def _place_in(window: Window, issued: datetime.date | None) -> str:
    if issued is None:
        return "undated"
    if window.starts is not None and issued < window.starts:
        return "before"
    if window.ends is not None and issued > window.ends:
        return "after"
    return "inside"


def _declared(criteria: CriteriaSet) -> Iterator[Measure]:
    return (one for one in criteria.measures.values() if not one.last_year_of)


def _state(measure: Measure, submission: Submission) -> str:
    own = measure.by is By.UNIT
    datum = (submission.data if own else submission.external).get(measure.id)
    if datum is None or not datum.is_reported:
        if not own and measure.id in submission.data:
            return "foreign"
        return "words" if datum is not None and (datum.said or datum.quote) else "blank"
    if datum.not_yet:
        return "not_yet"
    return "words" if datum.said else "value"
