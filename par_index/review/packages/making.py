"""A scored submission to the parts of its package."""

from __future__ import annotations

from collections.abc import Mapping

from par_index.review.packages.contents import Parts
from par_index.review.packages.documents import documents_of
from par_index.review.packages.receipts import BLOCK, engine_here, receipt_of, value_of
from par_index.review.packages.register import register_of
from par_index.review.packages.rescoring import Scored, info_of
from par_index.review.packages.verifying import WriteAssessment

__all__ = ["parts_of"]


def parts_of(
    scored: Scored,
    unit: bytes,
    criteria: Mapping[str, bytes],
    found: Mapping[str, bytes],
    write: WriteAssessment,
    head: str = "",
) -> Parts:
    """The package of a submission: ``unit`` and ``criteria`` are the files it was read from,
    ``found`` those of its register that are there, by their paths.
    """
    submission = scored.submission
    documents = documents_of(submission.evidence, found)
    receipt = receipt_of(
        engine_here(), submission.as_of, unit, scored.criteria.id, criteria, documents.values()
    )
    return Parts(
        info_of(scored, head),
        unit,
        criteria,
        write(scored.assessment, {BLOCK: value_of(receipt)}),
        register_of(submission, documents),
        {one.name: found[one.path] for one in documents.values() if one.name},
    )
