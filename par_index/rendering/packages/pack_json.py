"""A package that was made, as `schemas/pack.schema.json` describes it."""

from __future__ import annotations

from collections.abc import Sequence

from par_index.problems import Problem
from par_index.rendering.json_values import Json, problem
from par_index.review.packages.contents import Document, Package
from par_index.review.packages.rescoring import Scored

__all__ = ["PACK", "pack_document", "package_part"]

PACK = "par_index/pack/1"


def pack_document(package: Package, scored: Scored, size: int, remarks: Sequence[Problem]) -> Json:
    """What was written, and what was seen while doing it."""
    return {
        "schema": PACK,
        "status": "packed",
        "exit_code": 0,
        "file": package.name,
        "bytes": size,
        "criteria": {"id": scored.criteria.id, "sha256": scored.criteria.sha256},
        **package_part(package),
        "remarks": [problem(one) for one in remarks],
    }


def package_part(package: Package) -> Json:
    """What a package says of itself, and its documents."""
    info = package.parts.info
    return {
        "digest": package.digest,
        "unit": {"id": info.unit, "name": info.organisation},
        "year": info.year,
        "as_of": info.day.isoformat(),
        "head": info.head or None,
        "files": len(package.parts.payload),
        "documents": [_document(one) for one in package.register],
    }


def _document(one: Document) -> Json:
    """A document without a file has neither a name nor a digest."""
    return {
        "id": one.id,
        "path": one.path or None,
        "name": one.name or None,
        "bytes": one.size,
        "sha256": one.sha256 or None,
    }
