"""What was verified, as `schemas/verify.schema.json` describes it."""

from __future__ import annotations

from par_index.rendering.json_document import figures_part, submission_part
from par_index.rendering.json_values import Json
from par_index.rendering.packages.pack_json import package_part
from par_index.review.packages.receipts import Engine
from par_index.review.packages.stated import Difference, Standing
from par_index.review.packages.verifying import Verification

__all__ = ["VERIFY", "verify_document"]

VERIFY = "par_index/verify/1"


def verify_document(one: Verification, exit_code: int) -> Json:
    """What is whole, what scoring again came to, and the set beside the reader's own."""
    criteria = one.scored.criteria
    return {
        "schema": VERIFY,
        "status": "verified",
        "exit_code": exit_code,
        "file": one.name,
        "kind": "package" if one.package else "receipt",
        "package": package_part(one.package) if one.package else None,
        "criteria": {
            "id": criteria.id,
            "sha256": criteria.sha256,
            "own": one.set.state.value,
            "files": list(one.set.files),
        },
        "submission": submission_part(one.scored.submission),
        "engine": {"stated": _engine(one.stated), "here": _engine(one.here)},
        "score": one.score.value,
        "differences": [_difference(difference) for difference in one.differences],
        "absent": list(one.absent),
        **figures_part(one.scored.assessment),
    }


def _engine(one: Engine) -> Json:
    return {"version": one.version, "rules": one.rules}


def _difference(one: Difference) -> Json:
    """``code`` is null where a part of the whole differs, ``part`` where a criterion does."""
    return {
        "code": one.code or None,
        "part": one.part or None,
        "stated": _standing(one.stated),
        "here": _standing(one.here),
    }


def _standing(one: Standing | None) -> Json | None:
    if one is None:
        return None
    return {"outcome": one.outcome or None, "low": one.low, "high": one.high}
