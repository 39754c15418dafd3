"""Ready-made sets: what was read, checked and lowered once need not be so in every run.

An entry is found by the content of ``set.yaml`` and of the common finding rules, and holds only
while every file of the set still has the content it was made of. Files are read each time; neither
their names nor their dates are believed. A set from the shelf equals the one that reading afresh
would give.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

from par_index.model.criteria import CriteriaSet
from par_index.problems import Owner, Problems, Source
from par_index.reading.characters import source_of
from par_index.reading.common import common_files, sources_of
from par_index.reading.digests import blake2_of
from par_index.reading.files import read_file
from par_index.reading.folders import MEASURES, SET, digest_of, name_within
from par_index.reading.packing import pack, unpack
from par_index.reading.shelf import Shelf

__all__ = ["recall", "remember"]

_BREAK = b"\n\n"
"""Between the names of the files, a line each, and the pack."""


def recall(shelf: Shelf, folder: Path, shown: str) -> CriteriaSet | None:
    """The set in this folder as it stands on the shelf; None when it must be read afresh."""
    header, common = _sources(folder, shown, [SET]).get(SET), _common()
    entry = shelf.get(_key_of(header, common)) if header and _EDITION else None
    if entry is None:
        return None
    names, _, packed = entry.partition(_BREAK)
    try:
        sources = _sources(folder, shown, names.decode().splitlines())
        criteria = unpack(packed, [*sources.values(), *common])
    except ValueError:
        return None
    if isinstance(criteria, CriteriaSet) and criteria.sha256 == _digest_of(sources):
        return criteria
    return None


def remember(shelf: Shelf, criteria: CriteriaSet, folder: Path, shown: str) -> None:
    """Put a set that has just been read on the shelf, unless anything has changed meanwhile."""
    if not _EDITION or not shelf.has_room():
        return
    common = _common()
    places = [*(area.span for area in criteria.areas), *(rule.span for rule in criteria.rules)]
    own = (place.source.name for place in places if place.source not in common)
    names = [SET, MEASURES, *dict.fromkeys(name.rpartition("/")[2] for name in own)]
    sources = _sources(folder, shown, names)
    if _edition() == _EDITION and _digest_of(sources) == criteria.sha256:
        with suppress(ValueError):
            packed = pack(criteria, [*sources.values(), *common])
            key = _key_of(sources[SET], common)
            shelf.put(key, "\n".join(sources).encode() + _BREAK + packed)


def _sources(folder: Path, shown: str, names: list[str]) -> dict[str, Source]:
    """These files as they are now, by name; those that cannot be read are not there."""
    sources = {}
    for name in names:
        place = name_within(shown, name)
        if (data := read_file(folder / name, place, Problems())) is not None:
            sources[name] = source_of(data, place, Owner.CRITERIA)
    return sources


def _common() -> list[Source]:
    """The files of the common finding rules as they are now, which are no part of the set."""
    return sources_of(common_files(Problems()))


def _digest_of(sources: dict[str, Source]) -> str:
    return digest_of({name: source.sha256 for name, source in sources.items()})


def _key_of(header: Source, common: list[Source]) -> str:
    rules = digest_of({source.name: source.sha256 for source in common})
    return blake2_of(f"{_EDITION} {rules} {header.sha256}".encode())


def _edition() -> str:
    """A digest of all that turns files into sets here: an entry of other code is not found.

    The version, which is part of it, would not do alone: who works on par_index changes code
    under one version. Empty where the code cannot be read; then nothing is kept.
    """
    package = Path(__file__).parents[1]
    content = [f"{sys.implementation.cache_tag} {sys.byteorder}"]
    try:
        for room in (package, package / "model", package / "reading"):
            with os.scandir(room) as files:
                for file in sorted(files, key=lambda file: file.name):
                    if file.is_file():
                        content.append(blake2_of(Path(file).read_bytes()))
    except OSError:
        return ""
    return blake2_of("\n".join(content).encode())


_EDITION: Final = _edition()
"""Of the code that this process has loaded."""
