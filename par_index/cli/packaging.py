"""What verbs about packages share: sets with their files, assessments as bytes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from par_index.cli.system import shown
from par_index.model.assessment import Assessment
from par_index.problems import InvalidInput, Owner, Problem, Problems, Source, Span
from par_index.reading.files import read_file
from par_index.reading.library import Library
from par_index.reading.sets import contents_of

__all__ = ["files_of_set", "is_package", "read_whole", "write_assessment"]


def write_assessment(assessment: Assessment, beside: Mapping[str, Any]) -> bytes:
    """An assessment as the JSON document of a package, with the blocks that stand beside it."""
    from par_index.rendering.json_document import assessment_document, dump

    return dump(assessment_document(assessment) | dict(beside)).encode("utf-8")


def files_of_set(id_or_folder: str) -> Mapping[str, bytes]:
    """The files of a set as they are now; raises `InvalidInput` where there is none."""
    place = Library().place_of(id_or_folder)
    if place is None:
        found = {"found": id_or_folder}
        raise InvalidInput([Problem("E906", Span(Source(id_or_folder, Owner.SYSTEM)), found)])
    return contents_of(place, id_or_folder)


def read_whole(path: str, limit: int) -> bytes:
    """The bytes of a file, one more than the limit at most."""
    problems = Problems()
    data = read_file(Path(path), shown(path), problems, limit)
    if data is None:
        raise InvalidInput(problems.in_order())
    return data


def is_package(path: str) -> bool:
    """Whether this is a package and no submission, as its name or its first bytes say."""
    from par_index.review.packages.directory import is_archive

    try:
        return path.endswith(".zip") or (Path(path).is_file() and is_archive(_begin_of(path)))
    except OSError:
        return False


def _begin_of(path: str) -> bytes:
    with open(path, "rb") as stream:
        return stream.read(4)
