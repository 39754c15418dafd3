"""Verdicts on the register as a whole: one document twice, one for several, one for nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from par_index.model.evidence import CheckId, EvidenceCheck, Use, Verdict
from par_index.model.submission import Evidence
from par_index.review.evidence.identity import identity_of
from par_index.review.evidence.looking import Look
from par_index.review.evidence.normal import squeezed

__all__ = ["whole_checks"]


def whole_checks(
    register: Mapping[str, Evidence], looks: Mapping[str, Look], uses: Sequence[Use]
) -> Iterator[EvidenceCheck]:
    """Questions only: none of these disqualifies a document."""
    alike = _alike(register, looks)
    cited: dict[str, dict[str, None]] = defaultdict(dict)
    for use in uses:
        cited[use.document][use.criterion] = None
    for id, document in register.items():
        for code, others in alike[id].items():
            params = {"others": sorted(others), "found": identity_of(document).shown}
            yield EvidenceCheck(CheckId.DUPLICATE, Verdict.LOOK, code, id, params)
        codes = list(cited[id])
        if len(codes) > 1:
            params = {"criteria": codes}
            yield EvidenceCheck(CheckId.SHARED, Verdict.RIGHT, "shared", id, params)
        elif not codes:
            yield EvidenceCheck(CheckId.UNUSED, Verdict.RIGHT, "unused", id)


def _alike(
    register: Mapping[str, Evidence], looks: Mapping[str, Look]
) -> Mapping[str, Mapping[str, set[str]]]:
    """For each document those that are the same file, or that have the same number."""
    found: dict[str, dict[str, set[str]]] = {id: {} for id in register}
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for id, document in register.items():
        if digest := looks[id].facts.sha256:
            groups["same_file", digest].append(id)
        one = identity_of(document)
        if one.reference is not None:
            number, year, notation = one.reference.key
            key = (str(number), str(year or ""), notation, squeezed(one.issuer))
            groups["same_number", *key].append(id)
    for (code, *_), ids in groups.items():
        for id in ids:
            others = {other for other in ids if _may_be_one(code, id, other, register, looks)}
            if others:
                found[id].setdefault(code, set()).update(others)
    return found


def _may_be_one(
    code: str, id: str, other: str, register: Mapping[str, Evidence], looks: Mapping[str, Look]
) -> bool:
    """Numbers begin anew each year; that one file has one number is told of the file."""
    if id == other:
        return False
    if code == "same_file":
        return True
    days = register[id].issued, register[other].issued
    if None not in days and days[0].year != days[1].year:  # type: ignore[union-attr]
        return False
    digests = looks[id].facts.sha256, looks[other].facts.sha256
    return not digests[0] or digests[0] != digests[1]
