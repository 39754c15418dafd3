"""The shelf gives what was put there or nothing, and never says why."""

import os
import stat
import time
from pathlib import Path

import pytest

from par_index.reading import shelf as shelves
from par_index.reading.shelf import ENTRIES, ENTRY_BYTES, Shelf

KEY = "0123456789abcdef" * 4
OTHER = "fedcba9876543210" * 4


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "nơi/kệ")


@pytest.fixture
def entry(shelf: Shelf) -> Path:
    """The file of what stands under KEY."""
    shelf.put(KEY, b"content")
    return shelf.folder / f"{KEY}.set"


def test_what_was_put_there_is_given(shelf: Shelf) -> None:
    assert shelf.get(KEY) is None
    shelf.put(KEY, b"\0 any \xff bytes\n")
    assert shelf.get(KEY) == b"\0 any \xff bytes\n"
    assert shelf.get(OTHER) is None
    shelf.put(KEY, b"newer")
    assert shelf.get(KEY) == b"newer"


def test_nobody_else_may_look_or_write(shelf: Shelf) -> None:
    before = os.umask(0)
    try:
        shelf.put(KEY, b"content")
    finally:
        os.umask(before)
    assert stat.S_IMODE(shelf.folder.stat().st_mode) == 0o700
    assert [stat.S_IMODE(file.stat().st_mode) for file in shelf.folder.iterdir()] == [0o600]


def test_every_altered_byte_is_noticed(shelf: Shelf, entry: Path) -> None:
    data = entry.read_bytes()
    for place in range(len(data)):
        for bit in (1, 128):
            entry.write_bytes(data[:place] + bytes([data[place] ^ bit]) + data[place + 1 :])
            assert shelf.get(KEY) is None
    for size in range(len(data)):
        entry.write_bytes(data[:size])
        assert shelf.get(KEY) is None
    entry.write_bytes(data + b"\0")
    assert shelf.get(KEY) is None
    entry.write_bytes(data)
    assert shelf.get(KEY) == b"content"


def test_an_entry_under_another_name_is_none(shelf: Shelf, entry: Path) -> None:
    entry.rename(shelf.folder / f"{OTHER}.set")
    assert shelf.get(OTHER) is None


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_an_entry_that_others_can_write_is_none(shelf: Shelf, entry: Path, mode: int) -> None:
    entry.chmod(mode)
    assert shelf.get(KEY) is None
    shelf.put(KEY, b"content")
    assert shelf.get(KEY) == b"content"


@pytest.mark.parametrize("mode", [0o770, 0o707, 0o1777])
def test_a_folder_that_others_can_write_is_left_alone(shelf: Shelf, entry: Path, mode: int) -> None:
    shelf.folder.chmod(mode)
    assert shelf.get(KEY) is None
    shelf.put(OTHER, b"content")
    assert list(shelf.folder.iterdir()) == [entry]


@pytest.mark.usefixtures("entry")
def test_what_belongs_to_somebody_else_is_left_alone(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    somebody = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: somebody)
    assert shelf.get(KEY) is None
    shelf.put(OTHER, b"content")
    assert len(list(shelf.folder.iterdir())) == 1


def test_links_are_not_followed(shelf: Shelf, entry: Path, tmp_path: Path) -> None:
    by_link = Shelf(tmp_path / "link")
    by_link.folder.symlink_to(shelf.folder)
    assert by_link.get(KEY) is None
    by_link.put(OTHER, b"content")
    assert list(shelf.folder.iterdir()) == [entry]

    entry.rename(tmp_path / "aside")
    entry.symlink_to(tmp_path / "aside")
    assert shelf.get(KEY) is None
    shelf.put(KEY, b"newer")
    assert shelf.get(KEY) == b"newer"
    assert not entry.is_symlink()
    assert (tmp_path / "aside").read_bytes().endswith(b"content")


def test_a_pipe_or_a_folder_in_place_of_an_entry_is_none(shelf: Shelf, entry: Path) -> None:
    entry.unlink()
    os.mkfifo(entry)
    assert shelf.get(KEY) is None
    entry.unlink()
    entry.mkdir()
    assert shelf.get(KEY) is None
    shelf.put(KEY, b"content")
    assert shelf.get(KEY) is None
    assert list(shelf.folder.iterdir()) == [entry]


def test_a_place_where_nothing_can_be_kept_is_borne(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file/below", Path("/proc/none/of/ours")):
        shelf = Shelf(folder)
        shelf.put(KEY, b"content")
        assert shelf.get(KEY) is None


def test_a_writer_that_fails_leaves_what_was_there(
    shelf: Shelf, entry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_from: object, _to: object) -> None:
        raise OSError(28, "no space left on device")

    monkeypatch.setattr(os, "replace", full)
    shelf.put(KEY, b"newer")
    assert shelf.get(KEY) == b"content"
    assert list(shelf.folder.iterdir()) == [entry]


def test_what_is_too_large_is_not_kept(shelf: Shelf) -> None:
    shelf.put(KEY, bytes(ENTRY_BYTES))
    assert shelf.get(KEY) is None
    shelf.put(KEY, bytes(ENTRY_BYTES - 64))
    assert shelf.get(KEY) == bytes(ENTRY_BYTES - 64)


def test_the_oldest_make_room_and_nothing_else_is_touched(shelf: Shelf, entry: Path) -> None:
    long_ago = time.time() - 7200
    theirs = [shelf.folder / name for name in ("notes.set", "a.tmp", f"{KEY}.set.bak")]
    stray = shelf.folder / f"{KEY}.set.{'0' * 16}.tmp"
    busy = shelf.folder / f"{KEY}.set.{'1' * 16}.tmp"
    for file in (*theirs, stray, busy):
        file.write_text("")
    for file in (*theirs, stray, entry):
        os.utime(file, (long_ago, long_ago))
    keys = [f"{number:064x}" for number in range(ENTRIES + 3)]
    for age, key in enumerate(keys):
        shelf.put(key, key.encode())
        os.utime(shelf.folder / f"{key}.set", (long_ago + age + 1,) * 2)
    shelf.put(OTHER, b"the newest")
    left = {file.name for file in shelf.folder.iterdir()}
    kept = [f"{key}.set" for key in keys[-ENTRIES + 1 :]]
    assert left == {f"{OTHER}.set", *kept, busy.name, *(file.name for file in theirs)}


def test_where_the_shelf_stands(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shelves.sys, "platform", "linux")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert _place(monkeypatch, None) == tmp_path / ".cache/par_index"
    assert _place(monkeypatch, "") == tmp_path / ".cache/par_index"
    assert _place(monkeypatch, "here") == Path("here")
    assert _place(monkeypatch, "off") is None

    monkeypatch.setenv("XDG_CACHE_HOME", "/var/tmp/xdg")
    assert _place(monkeypatch, None) == Path("/var/tmp/xdg/par_index")
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
    assert _place(monkeypatch, None) == tmp_path / ".cache/par_index"

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(shelves.sys, "platform", "darwin")
    assert _place(monkeypatch, None) == tmp_path / "Library/Caches/par_index"


def test_a_home_that_is_not_ours_gets_no_shelf(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    for home in ("", "/", str(tmp_path / "missing")):
        monkeypatch.setenv("HOME", home)
        assert _place(monkeypatch, None) is None
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: tmp_path.stat().st_uid + 1)
    assert _place(monkeypatch, None) is None


def _place(monkeypatch: pytest.MonkeyPatch, said: str | None) -> Path | None:
    if said is None:
        monkeypatch.delenv("PAR_INDEX_CACHE", raising=False)
    else:
        monkeypatch.setenv("PAR_INDEX_CACHE", said)
    shelf = Shelf.of_user()
    return None if shelf is None else shelf.folder
