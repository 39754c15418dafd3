"""The library: where criteria sets stand, and loading each of them once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from par_index.model.criteria import CriteriaSet
from par_index.nouns import Noun
from par_index.problems import InvalidInput, Owner, Problem, Source, Span
from par_index.reading.folders import SET
from par_index.reading.shelf import Shelf

__all__ = ["Library", "SetEntry", "shipped"]

_ID = re.compile(r"[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*")


def shipped(name: str) -> Path:
    """A folder that travels with par_index: inside the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / name
    return inside if inside.is_dir() else package.parent / name


class SetEntry(Noun):
    """One set that stands in the library. ``problems`` is there when it does not load."""

    id: str
    folder: Path
    criteria: CriteriaSet | None
    problems: tuple[Problem, ...] = ()


class Library:
    """Criteria sets by id. ``roots`` are searched before the sets that par_index ships.

    A set's id is its path below a root: ``quang-binh/2021/skhcn-phu-luc/so``. What stands ready
    on the ``shelf`` is not read afresh.
    """

    def __init__(self, roots: Sequence[Path] = (), *, shelf: Shelf | None = None) -> None:
        self.roots = (*roots, shipped("criteria"))
        self.shelf = shelf
        self._adopted: dict[str, Path] = {}
        self._loaded: dict[tuple[Path, str], CriteriaSet] = {}

    def adopt(self, id: str, folder: Path) -> None:
        """Know the set in a folder by its id from now on, before any other."""
        self._adopted[id] = folder

    def folder_of(self, id: str) -> Path | None:
        """Where the set with this id stands; None when no root has it."""
        if id in self._adopted:
            return self._adopted[id]
        if _ID.fullmatch(id) is None:
            return None
        folders = (root / id for root in self.roots)
        return next((folder for folder in folders if _has_set(folder)), None)

    def place_of(self, id_or_folder: str) -> Path | None:
        """Where the set is that `load` loads: in this folder, or the one with this id."""
        given = Path(id_or_folder)
        given = given.parent if given.name == SET else given
        return given if _has_set(given) else self.folder_of(id_or_folder)

    def ids(self) -> list[str]:
        """The ids of all sets, sorted."""
        return sorted({id for id, _ in self._found()})

    def load(self, id_or_folder: str) -> CriteriaSet:
        """The set with this id, or in this folder; raises `InvalidInput`."""
        given = Path(id_or_folder)
        if given.name == SET:
            given = given.parent
        if _has_set(given):
            return self._load(given, given.as_posix())
        folder = self.folder_of(id_or_folder)
        if folder is None:
            place = Span(Source(id_or_folder, Owner.SYSTEM))
            raise InvalidInput([Problem("E906", place, {"found": id_or_folder})])
        # Known by its id wherever it stands: a score does not depend on where things are kept.
        return self._load(folder, id_or_folder)

    def sets(self) -> list[SetEntry]:
        """Every set of the library, by id; one that does not load is listed with its problems."""
        entries = {}
        for id, folder in self._found():
            if id in entries:
                continue
            try:
                entries[id] = SetEntry(id, folder, self._load(folder, id))
            except InvalidInput as error:
                entries[id] = SetEntry(id, folder, None, error.problems)
        return [entries[id] for id in sorted(entries)]

    def _load(self, folder: Path, shown: str) -> CriteriaSet:
        if (folder, shown) not in self._loaded:
            self._loaded[folder, shown] = _read_or_recall(folder, shown, self.shelf)
        return self._loaded[folder, shown]

    def _found(self) -> Iterator[tuple[str, Path]]:
        for root in self.roots:
            for file in sorted(root.rglob(SET)):
                yield file.parent.relative_to(root).as_posix(), file.parent


def _has_set(folder: Path) -> bool:
    """Whether a set stands in a folder; a name that no folder can have has none."""
    try:
        return (folder / SET).is_file()
    except OSError:
        return False


def _read_or_recall(folder: Path, shown: str, shelf: Shelf | None) -> CriteriaSet:
    # A set that stands ready needs no YAML reader and no pydantic: each is imported for use.
    if shelf is not None:
        from par_index.reading.ready import recall

        if (ready := recall(shelf, folder, shown)) is not None:
            return ready
    from par_index.reading.sets import load_set

    criteria = load_set(folder, shown)
    if shelf is not None:
        from par_index.reading.ready import remember

        remember(shelf, criteria, folder, shown)
    return criteria
