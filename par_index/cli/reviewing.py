"""What the verbs of `par-index review` share: an appraisal's folder, and what is kept in it."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from par_index.cli.misuse import Misuse, spare
from par_index.problems import InvalidInput, Owner, Problem, Problems, Source, Span

if TYPE_CHECKING:
    from par_index.model.criteria import CriteriaSet
    from par_index.reading.external_files import ExternalFile
    from par_index.review.log.cases import Case
    from par_index.review.log.lines import Chain
    from par_index.review.log.state import State
    from par_index.review.packages.contents import Package
    from par_index.review.packages.rescoring import Scored

__all__ = [
    "EXTERNAL",
    "PACKAGES",
    "case_in",
    "criteria_now",
    "externals_of",
    "folder_of",
    "kept_package",
    "misused",
    "package_of",
    "read_state",
    "read_states",
    "refuse",
    "scored_now",
    "spare_kept",
    "with_pypdf",
]

_T = TypeVar("_T")
PACKAGES = "packages"
EXTERNAL = "external"


def read_state(folder: str, remarks: Problems) -> tuple[Chain, State]:
    """The log of a folder and what it comes to; raises `InvalidInput` for one that is not whole."""
    chain, states = read_states(folder, remarks)
    return chain, states[-1]


def read_states(folder: str, remarks: Problems) -> tuple[Chain, list[State]]:
    """The same with the state after each line."""
    from par_index.review.log.file import load, log_in
    from par_index.review.log.replaying import replayed

    problems = Problems()
    chain = load(log_in(folder), problems)
    states = replayed(chain, problems)
    if not states and not problems.has_errors:
        problems.add("E844", chain.span(1), file=chain.source.name)
    problems.raise_errors()
    remarks.extend(problems.in_order())
    return chain, states


def folder_of(path: str) -> Path:
    """The folder of an appraisal, whose log may have been named instead."""
    from par_index.review.log.file import log_in

    return Path(log_in(path)).parent


def spare_kept(folder: str, output: str | None) -> None:
    """Refuse to write over the log, or over what is kept beside it."""
    from par_index.review.log.file import log_in

    kept = folder_of(folder)
    beside = (one for kind in (PACKAGES, EXTERNAL) for one in (kept / kind).glob("*"))
    spare(output, [log_in(folder), *map(str, beside)], "review_over")


def package_of(path: str) -> tuple[Package, bytes]:
    """A package that was handed in, and its bytes; raises `InvalidInput` for one not whole."""
    from par_index.cli.packaging import read_whole
    from par_index.cli.system import shown
    from par_index.review.packages.limits import PACKAGE_BYTES
    from par_index.review.packages.opening import open_package

    data = read_whole(path, PACKAGE_BYTES)
    return open_package(data, shown(path)), data


def kept_package(folder: str, digest: str) -> Package:
    """A package as it was kept beside the log, which says what it has to be."""
    path = folder_of(folder) / PACKAGES / f"{digest}.zip"
    package, _ = package_of(str(path))
    if package.digest != digest:
        place = Span(Source(str(path), Owner.REVIEW))
        params = {"found": package.digest, "expected": digest}
        raise InvalidInput([Problem("E846", place, params)])
    return package


def externals_of(folder: str, state: State) -> list[ExternalFile]:
    """The data that others gave, as they were kept beside the log."""
    from par_index.reading.digests import sha256_of
    from par_index.reading.external_files import open_external

    problems = Problems()
    found = []
    for digest in state.externals:
        path = folder_of(folder) / EXTERNAL / f"{digest}.yaml"
        data = _bytes_of(str(path))
        if sha256_of(data) != digest:
            place = Span(Source(str(path), Owner.REVIEW))
            problems.add("E846", place, found=sha256_of(data), expected=digest)
            continue
        one = open_external(data, str(path), problems)
        if one is not None:
            found.append(one)
    problems.raise_errors()
    return found


def scored_now(folder: str, state: State) -> Scored:
    """The package that stands, scored again with all that others gave."""
    from par_index.review.log.cases import scored_of

    return scored_of(kept_package(folder, state.package), externals_of(folder, state))


def criteria_now(folder: str, state: State) -> CriteriaSet:
    """The set that stands, from the package's own copy."""
    from par_index.reading.sets import read_kept
    from par_index.review.packages.rescoring import SHOWN_SET

    return read_kept(kept_package(folder, state.package).parts.criteria, SHOWN_SET)[0]


def case_in(package: Package, criteria: str | None, external: Sequence[ExternalFile] = ()) -> Case:
    """A package as this office takes it: verified, and by the office's own copy of the set.

    Without ``criteria`` the set of the package is not compared.
    """
    from par_index.cli.packaging import files_of_set, write_assessment
    from par_index.review.log.cases import case_of
    from par_index.review.packages.verifying import verify_package

    own = None if criteria is None else files_of_set(criteria)
    verified = verify_package(package, write_assessment, lambda _: own)
    case = with_pypdf(lambda: case_of(package, external))
    if own is not None:
        _refuse_other_set(case, criteria or "", package, verified.set.files)
    return case


def _refuse_other_set(case: Case, criteria: str, package: Package, files: Sequence[str]) -> None:
    from par_index.reading.library import Library
    from par_index.review.log.cases import differing_codes

    own = Library().load(criteria)
    theirs = case.scored.criteria
    if (own.id, own.sha256) == (theirs.id, theirs.sha256):
        return
    refuse(
        "E827",
        package.name,
        found=theirs.id,
        expected=own.id,
        codes=differing_codes(own, theirs),
        files=tuple(files),
    )


def with_pypdf(look: Callable[[], _T]) -> _T:
    """What comes of looking at documents; E919 where it needs the extra that is not installed."""
    try:
        return look()
    except ModuleNotFoundError as missing:
        if missing.name == "pypdf":
            from par_index.cli.extras import need

            need("evidence")
        raise


def refuse(code: str, name: str, **params: Any) -> NoReturn:
    """One problem with what goes with an appraisal."""
    raise InvalidInput([Problem(code, Span(Source(name, Owner.REVIEW)), params)])


def misused(kind: str, **params: object) -> NoReturn:
    raise Misuse(kind, click.get_current_context(), **params)


def _bytes_of(path: str) -> bytes:
    from par_index.cli.packaging import read_whole
    from par_index.reading.limits import FILE_BYTES

    return read_whole(os.fspath(path), FILE_BYTES)
