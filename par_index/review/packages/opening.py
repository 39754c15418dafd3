"""Bytes to a package, or everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from par_index.problems import Problems
from par_index.reading.digests import sha256_of
from par_index.reading.folders import MEASURES, SET
from par_index.review.packages.archives import is_canonical, read_archive
from par_index.review.packages.bags import check_bag, digest_of_bag, in_order
from par_index.review.packages.contents import (
    ASSESSMENT,
    CRITERIA,
    DATA,
    DOCUMENTS,
    REGISTER,
    UNIT,
    Document,
    Info,
    Package,
    Parts,
)
from par_index.review.packages.places import Teller
from par_index.review.packages.register import read_register

__all__ = ["open_package"]

_NEEDED: Final = (UNIT, ASSESSMENT, REGISTER, CRITERIA + SET, CRITERIA + MEASURES)


def open_package(data: bytes, name: str) -> Package:
    """The package in these bytes, called ``name`` in problems.

    What it gives is exactly what was packed: the archive of its parts is these bytes. Raises
    `InvalidInput` with all E6xx problems otherwise, each with the file in the package. Nothing is
    scored here; whether the score follows from the parts is for `rescoring`.
    """
    problems = Problems()
    teller = Teller(name, problems)
    files = read_archive(data, teller)
    info = None if files is None else check_bag(files, teller)
    if files is not None:
        _check_layout(files, teller)
        if not problems.has_errors and not is_canonical(in_order(files), data):
            teller.tell("E607", what="other")
    problems.raise_errors()
    assert files is not None and info is not None
    parts = _parts(files, info)
    register = _register(parts, teller)
    problems.raise_errors()
    return Package(name, digest_of_bag(files), parts, register)


def _check_layout(files: Mapping[str, bytes], teller: Teller) -> None:
    """Tell of files that every package has (E611), and of those that none has (E612)."""
    for path in _NEEDED:
        if path not in files:
            teller.tell_missing(path)
    for path in files:
        if path.startswith(DATA) and not _belongs(path):
            teller.tell("E612", path, found=path)


def _belongs(path: str) -> bool:
    if path in _NEEDED:
        return True
    folder, _, name = path.rpartition("/")
    return bool(name) and f"{folder}/" in (CRITERIA, DOCUMENTS)


def _parts(files: Mapping[str, bytes], info: Info) -> Parts:
    return Parts(
        info,
        files[UNIT],
        _below(files, CRITERIA),
        files[ASSESSMENT],
        files[REGISTER],
        _below(files, DOCUMENTS),
    )


def _register(parts: Parts, teller: Teller) -> tuple[Document, ...]:
    """The documents as they are listed; tells where the list does not fit the files (E616)."""
    listed = read_register(parts.register)
    fitting = listed is not None and all(
        _fits(one, parts.documents.get(one.name)) for one in listed
    )
    if listed is None or not fitting or {*parts.documents} != {one.name for one in listed} - {""}:
        teller.tell("E616", REGISTER, found=REGISTER)
    return listed or ()


def _fits(one: Document, data: bytes | None) -> bool:
    if data is None:
        return (one.name, one.size, one.sha256) == ("", 0, "")
    return (one.size, one.sha256) == (len(data), sha256_of(data))


def _below(files: Mapping[str, bytes], folder: str) -> dict[str, bytes]:
    return {
        path.removeprefix(folder): data for path, data in files.items() if path.startswith(folder)
    }
