"""par_index: exact, explained scores for the administrative-reform index.

``load_criteria`` and ``load_submission`` read files, ``assess`` scores. Nothing here prints; what
cannot be used raises `InvalidInput` with every problem and its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

    from par_index.assessing import assess as assess
    from par_index.model.assessment import Assessment as Assessment
    from par_index.model.criteria import CriteriaSet as CriteriaSet
    from par_index.model.findings import Finding as Finding
    from par_index.model.submission import Submission as Submission
    from par_index.problems import InvalidInput as InvalidInput
    from par_index.problems import Problem as Problem
    from par_index.problems import Span as Span

__all__ = [
    "Assessment",
    "CriteriaSet",
    "Finding",
    "InvalidInput",
    "Problem",
    "Span",
    "Submission",
    "__version__",
    "assess",
    "load_criteria",
    "load_submission",
]

__version__ = "0.1.0"

_HOMES = {
    "Assessment": "par_index.model.assessment",
    "CriteriaSet": "par_index.model.criteria",
    "Finding": "par_index.model.findings",
    "InvalidInput": "par_index.problems",
    "Problem": "par_index.problems",
    "Span": "par_index.problems",
    "Submission": "par_index.model.submission",
    "assess": "par_index.assessing",
}


def load_criteria(id_or_folder: str | os.PathLike[str]) -> CriteriaSet:
    """The criteria set with this id, or in this folder. Raises `InvalidInput`."""
    from par_index.reading.library import Library

    return Library().load(str(id_or_folder))


def load_submission(
    path: str | os.PathLike[str],
    criteria: CriteriaSet | None = None,
    *,
    external: Iterable[str | os.PathLike[str]] = (),
) -> Submission:
    """A unit's file, read against ``criteria`` or the set it names. Raises `InvalidInput`.

    ``external`` are files of what others give for the unit: survey tallies, an appraiser's
    points, the best of its block.
    """
    from pathlib import Path

    from par_index.problems import InvalidInput, Problems
    from par_index.reading.external_files import open_external, strays
    from par_index.reading.files import read_file
    from par_index.reading.library import Library
    from par_index.reading.submissions import read_submission

    problems = Problems()
    data = read_file(Path(path), str(path), problems)
    others = []
    for name in map(str, external):
        content = read_file(Path(name), name, problems)
        opened = None if content is None else open_external(content, name, problems)
        if opened is not None:
            others.append(opened)
    problems.raise_errors()
    assert data is not None
    _, submission = read_submission(data, str(path), Library(), criteria=criteria, external=others)
    if found := strays(others, [submission.unit.id]):
        raise InvalidInput(found)
    return submission


def __getattr__(name: str) -> Any:
    """The other public names, fetched when first asked for, so that importing stays cheap."""
    if name not in _HOMES:
        raise AttributeError(f"module 'par_index' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
