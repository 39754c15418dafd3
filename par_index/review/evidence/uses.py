"""Where answers point to documents."""

from __future__ import annotations

from collections.abc import Iterator

from par_index.model.criteria import CriteriaSet, Criterion
from par_index.model.evidence import Use
from par_index.model.submission import EvidenceUse, Submission

__all__ = ["use_of", "uses_of"]


def use_of(criterion: Criterion, one: EvidenceUse) -> Use:
    """One use; where it names no requirement, it is for the only one there is."""
    only = criterion.evidence[0].id if len(criterion.evidence) == 1 else ""
    requirement = one.requirement or only
    return Use(criterion.code, requirement, one.evidence, one.page.strip(), one.section.strip())


def uses_of(criteria: CriteriaSet, submission: Submission) -> Iterator[Use]:
    """Every place where an answer points to a document, in the order of the set; each once."""
    for code, criterion in criteria.by_code.items():
        answer = submission.answers.get(code)
        if answer is not None:
            yield from dict.fromkeys(use_of(criterion, one) for one in answer.evidence)
