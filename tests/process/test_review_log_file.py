"""The log's file under several writers and under SIGKILL, and what a torn end comes to."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from support.appraisals import Desk, basis

from par_index.problems import InvalidInput, Problems
from par_index.review.log.file import append, load, resume
from par_index.review.log.lines import Chain
from par_index.review.log.replaying import replay

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"


def start(path: Path, who: str, count: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "support.review_writer", str(path), who, str(count)],
        cwd=TESTS,
        env=os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{TESTS}"},
        stdout=subprocess.PIPE,
    )


def opened(path: Path) -> Path:
    said, _ = start(path, "an", 1).communicate(timeout=60)
    assert said.startswith(b"1:")
    return path


def whole(path: Path) -> Chain:
    """The log, which has to be a whole chain that replays."""
    problems = Problems()
    chain = load(str(path), problems)
    assert replay(chain, problems) is not None
    assert [one.code for one in problems.in_order()] == []
    return chain


def test_writers_never_come_between_each_other(tmp_path: Path) -> None:
    path = opened(tmp_path / "review.jsonl")
    writers = [start(path, who, 20) for who in ("lan", "hoa", "lan", "hoa")]
    said = [one.communicate(timeout=120)[0].decode().split() for one in writers]
    assert [one.returncode for one in writers] == [0] * 4
    heads = [str(line.head) for line in whole(path).lines[1:]]
    assert len(heads) == 80
    assert sorted(heads) == sorted(head for one in said for head in one)


def test_no_acknowledged_line_is_lost_to_a_hundred_kills(tmp_path: Path) -> None:
    path = opened(tmp_path / "review.jsonl")
    chance = random.Random(6)
    for kill in range(100):
        before = [str(line.head) for line in whole(path).lines]
        process = start(path, ("lan", "hoa")[kill % 2], 0)
        assert process.stdout is not None
        said = [process.stdout.readline().decode().strip() for _ in range(chance.randint(1, 4))]
        # Somewhere within the next write, or between two.
        busy = chance.random() / 250
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(busy)
        process.kill()
        rest, _ = process.communicate(timeout=60)
        said += [one for one in rest.decode().split("\n")[:-1] if one]
        resume(str(path))
        heads = [str(line.head) for line in whole(path).lines]
        assert heads[: len(before)] == before
        assert set(said) <= set(heads)
        if len(heads) > 150:
            path = opened(tmp_path / f"review-{kill}.jsonl")


def torn(path: Path) -> tuple[bytes, bytes]:
    desk = Desk(basis("1.1"))
    desk.decide("lan", "1.1", "0.5")
    first, second, _ = desk.data.split(b"\n")
    path.write_bytes(first + b"\n" + second[:100])
    return first + b"\n", second[:100]


def test_a_torn_end_is_told_to_readers_and_stops_writers(tmp_path: Path) -> None:
    path = tmp_path / "review.jsonl"
    kept, tail = torn(path)
    problems = Problems()
    assert len(load(str(path), problems).lines) == 1
    assert [one.code for one in problems.in_order()] == ["W802"]
    with pytest.raises(InvalidInput) as caught:
        append(str(path), lambda chain: chain.lines[0])
    assert [(one.code, one.params["bytes"]) for one in caught.value.problems] == [("E814", 100)]
    assert path.read_bytes() == kept + tail


def test_resuming_puts_the_end_aside_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "review.jsonl"
    for number in (1, 2):
        kept, tail = torn(path)
        inode = path.stat().st_ino
        saved = resume(str(path))
        assert saved is not None
        assert (saved.file, saved.bytes) == (f"{path}.tail-{number}", 100)
        assert Path(saved.file).read_bytes() == tail
        assert path.read_bytes() == kept
        assert path.stat().st_ino == inode
        assert resume(str(path)) is None


def test_a_log_that_somebody_holds_is_waited_for_and_then_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    monkeypatch.setattr("par_index.review.log.file._WAIT", 0.1)
    path = tmp_path / "review.jsonl"
    torn(path)
    with path.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        for act in (lambda: load(str(path), Problems()), lambda: resume(str(path))):
            with pytest.raises(InvalidInput) as caught:
                act()
            assert [one.code for one in caught.value.problems] == ["E918"]


def test_neither_a_link_nor_a_pipe_nor_a_folder_is_a_log(tmp_path: Path) -> None:
    whole_log = tmp_path / "review.jsonl"
    torn(whole_log)
    link, pipe, folder = (tmp_path / name for name in ("link", "pipe", "folder"))
    link.symlink_to(whole_log)
    os.mkfifo(pipe)
    folder.mkdir()
    for path in (link, pipe, folder):
        with pytest.raises(InvalidInput) as caught:
            append(str(path), lambda chain: chain.lines[0])
        assert [one.code for one in caught.value.problems] == ["E902"]
    with pytest.raises(InvalidInput) as caught:
        load(str(tmp_path / "none"), Problems())
    assert [one.code for one in caught.value.problems] == ["E901"]


def test_a_full_disk_leaves_the_log_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "review.jsonl"
    desk = Desk(basis("1.1"))
    path.write_bytes(desk.data)
    line = desk.decide("lan", "1.1", "0.5")
    real, left = os.write, [50]

    def write(file: int, data: bytes) -> int:
        if not left:
            raise OSError(28, "")
        return real(file, data[: left.pop()])

    monkeypatch.setattr(os, "write", write)
    with pytest.raises(InvalidInput) as caught:
        append(str(path), lambda chain: line)  # type: ignore[arg-type, return-value]
    monkeypatch.undo()
    assert [one.code for one in caught.value.problems] == ["E903"]
    assert len(whole(path).lines) == 1
