"""Ready-made sets: what is taken from the shelf equals what would be read, or is not taken."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from support.processes import SET_ID

from par_index.reading import ready
from par_index.reading.library import Library, SetEntry, shipped
from par_index.reading.packing import pack
from par_index.reading.ready import recall, remember
from par_index.reading.sets import load_set
from par_index.reading.shelf import Shelf

FILES = sorted(file.name for file in (shipped("criteria") / SET_ID).glob("*.yaml"))


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "shelf")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of a set, to be changed."""
    return Path(shutil.copytree(shipped("criteria") / SET_ID, tmp_path / "so"))


@pytest.mark.parametrize("entry", Library().sets(), ids=lambda entry: entry.id)
def test_every_shipped_set_is_the_same_from_the_shelf(entry: SetEntry, shelf: Shelf) -> None:
    fresh = load_set(entry.folder, "the/set")
    remember(shelf, fresh, entry.folder, "the/set")
    taken = recall(shelf, entry.folder, "the/set")
    assert taken is not fresh
    assert taken == fresh
    assert repr(taken) == repr(fresh)
    assert taken is not None
    for one, other in zip(taken.areas, fresh.areas, strict=True):
        assert one.span.source.lines == other.span.source.lines
        assert one is taken.by_code[one.code]


def test_a_library_with_a_shelf_takes_what_stands_there(
    shelf: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = Library(shelf=shelf).load(str(folder))

    def not_again(*_: object) -> None:
        raise AssertionError("read afresh")

    monkeypatch.setattr("par_index.reading.sets.load_set", not_again)
    assert Library(shelf=shelf).load(str(folder)) == fresh
    with pytest.raises(AssertionError, match="afresh"):
        Library().load(str(folder))


@pytest.mark.parametrize("name", FILES)
def test_every_file_of_a_set_counts(name: str, shelf: Shelf, folder: Path) -> None:
    remember(shelf, load_set(folder), folder, folder.as_posix())
    with (folder / name).open("a") as file:
        file.write("# chú thích\n")
    assert recall(shelf, folder, folder.as_posix()) is None
    (folder / name).unlink()
    assert recall(shelf, folder, folder.as_posix()) is None


@pytest.mark.parametrize("name", ["set.yaml", "measures.yaml", "2-the-che.yaml"])
def test_a_set_that_changed_while_it_was_read_is_not_kept(
    name: str, shelf: Shelf, folder: Path
) -> None:
    criteria = load_set(folder)
    with (folder / name).open("a") as file:
        file.write("# chú thích\n")
    remember(shelf, criteria, folder, folder.as_posix())
    assert list(shelf.folder.iterdir()) == []


def test_an_entry_of_other_code_is_not_found(
    shelf: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remember(shelf, load_set(folder), folder, folder.as_posix())
    monkeypatch.setattr(ready, "_EDITION", "another")
    assert recall(shelf, folder, folder.as_posix()) is None


def test_code_that_changed_under_a_process_keeps_nothing(
    shelf: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ready, "_edition", lambda: "newer")
    remember(shelf, load_set(folder), folder, folder.as_posix())
    assert list(shelf.folder.iterdir()) == []


def test_the_edition_is_that_of_every_line_of_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "par_index"
    shutil.copytree(Path(ready.__file__).parents[1], package)
    monkeypatch.setattr(ready, "__file__", str(package / "reading/ready.py"))
    assert ready._edition() == ready._EDITION
    editions = {ready._EDITION}
    for name in ("exact.py", "problems.py", "model/rules.py", "reading/criteria.py"):
        with (package / name).open("a") as file:
            file.write("\n")
        editions.add(ready._edition())
    assert len(editions) == 5
    monkeypatch.setattr(ready, "__file__", str(tmp_path / "a.zip/par_index/reading/ready.py"))
    assert ready._edition() == ""


def test_code_that_cannot_be_read_keeps_nothing(
    shelf: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ready, "_EDITION", "")
    monkeypatch.setattr(ready, "_edition", lambda: "")
    remember(shelf, load_set(folder), folder, folder.as_posix())
    assert not shelf.folder.exists()
    assert recall(shelf, folder, folder.as_posix()) is None


def test_what_cannot_be_packed_is_not_kept(
    shelf: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> bytes:
        raise ValueError

    monkeypatch.setattr(ready, "pack", refuse)
    remember(shelf, load_set(folder), folder, folder.as_posix())
    assert list(shelf.folder.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\n\n",
        b"a\0b\n\n",
        b"../../../etc/passwd\n\n" + pack(1, []),
        b"set.yaml\n\n" + pack("not a set", []),
    ],
)
def test_an_entry_with_a_good_seal_and_no_set_is_not_taken(
    content: bytes, shelf: Shelf, folder: Path
) -> None:
    remember(shelf, load_set(folder), folder, folder.as_posix())
    [file] = os.listdir(shelf.folder)
    shelf.put(file.removesuffix(".set"), content)
    assert shelf.get(file.removesuffix(".set")) == content
    assert recall(shelf, folder, folder.as_posix()) is None
