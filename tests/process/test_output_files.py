"""Output appears whole under its name or not at all, whatever happens while it is written."""

import os
import signal
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from support.processes import SAMPLE, SET_ID, complete, par_index, par_score, sample_scored, start

AS_ROOT = os.geteuid() == 0


def strays(folder: Path) -> list[str]:
    return [name for name in os.listdir(folder) if name.startswith(".par-index-")]


def test_a_file_gets_what_standard_output_would(tmp_path: Path) -> None:
    report = tmp_path / "kết quả.json"
    done = par_score(SAMPLE, "--format", "json", "-o", report)
    assert (done.code, done.out, done.err) == (0, b"", b"")
    assert report.read_bytes() == sample_scored("--format", "json").out
    assert os.listdir(tmp_path) == [report.name]


def test_a_new_file_has_the_usual_rights_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    new, old = tmp_path / "new.txt", tmp_path / "old.txt"
    old.write_text("cũ")
    old.chmod(0o600)
    usual = os.umask(0o027)
    try:
        par_score("-q", SAMPLE, "-o", new)
        par_score("-q", SAMPLE, "-o", old)
    finally:
        os.umask(usual)
    assert stat.S_IMODE(new.stat().st_mode) == 0o640
    assert stat.S_IMODE(old.stat().st_mode) == 0o600
    assert old.read_bytes() == new.read_bytes()


def test_a_link_keeps_pointing_where_it_did(tmp_path: Path) -> None:
    report, link = tmp_path / "report.txt", tmp_path / "link.txt"
    report.write_text("cũ")
    link.symlink_to(report)
    assert par_score("-q", SAMPLE, "--output", link).code == 0
    assert link.is_symlink()
    assert "Quảng Bình" in report.read_text(encoding="utf-8")


@pytest.mark.parametrize("output", ["no such folder/report.txt", "a folder", "unit.yaml/x"])
def test_5_when_the_file_cannot_be_written(tmp_path: Path, output: str) -> None:
    (tmp_path / "a folder").mkdir()
    (tmp_path / "unit.yaml").write_bytes(SAMPLE.read_bytes())
    done = complete("par-score", "unit.yaml", "-o", output, cwd=tmp_path)
    assert (done.code, done.out) == (5, b"")
    assert f"[E903] chưa ghi được `{output}`" in done.errors
    assert not strays(tmp_path)


def test_json_callers_learn_on_standard_output_that_the_file_was_not_written() -> None:
    done = par_score(SAMPLE, "--format", "json", "-o", "no such folder/report.json")
    assert (done.code, done.err) == (5, b"")
    assert [problem["code"] for problem in done.document["problems"]] == ["E903"]


@pytest.mark.skipif(AS_ROOT, reason="root may write anywhere")
def test_an_old_file_in_a_locked_folder_stays_as_it_was(tmp_path: Path) -> None:
    old = tmp_path / "report.txt"
    old.write_text("cũ")
    tmp_path.chmod(0o500)
    try:
        done = par_score(SAMPLE, "-o", old)
    finally:
        tmp_path.chmod(0o700)
    assert done.code == 5
    assert old.read_text() == "cũ"


FULL_DISK = """
import errno, os
written = os.write

def write(file, data):
    if len(data) > 100:
        written(file, data[:50])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    return written(file, data)

os.write = write
"""


def test_an_old_file_survives_a_full_disk(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(FULL_DISK)
    folder = tmp_path / "out"
    folder.mkdir()
    old = folder / "report.txt"
    old.write_text("cũ")
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    done = par_score(SAMPLE, "-o", old, PYTHONPATH=path)
    assert done.code == 5
    assert "ổ đĩa đã đầy" in done.errors
    assert old.read_text() == "cũ"
    assert os.listdir(folder) == ["report.txt"]


SLOW_DISK = """
import os, time
written = os.write

def write(file, data):
    count = written(file, data[:1000])
    if count == 1000:
        time.sleep(0.01)
    return count

os.write = write
"""


def test_a_killed_writer_leaves_the_old_file_or_the_new(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(SLOW_DISK)
    folder = tmp_path / "out"
    folder.mkdir()
    report = folder / "report.json"
    report.write_text("cũ")
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    environ = {**os.environ, "PYTHONPATH": path}
    process = start("par-score", SAMPLE, "--format", "json", "-o", report, env=environ)
    wait_for(lambda: any((folder / name).stat().st_size for name in strays(folder)))
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=30)
    assert process.returncode == -signal.SIGKILL
    assert report.read_text() == "cũ"
    assert len(strays(folder)) == 1, "killed while writing, as intended"


def wait_for(condition: Callable[[], bool]) -> None:
    until = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.005)


def test_ctrl_c_while_writing_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(SLOW_DISK)
    folder = tmp_path / "out"
    folder.mkdir()
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    environ = {**os.environ, "PYTHONPATH": path}
    args = (SAMPLE, "--format", "json", "-o", folder / "report.json")
    process = start("par-score", *args, env=environ)
    wait_for(lambda: bool(strays(folder)))
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=30)
    assert process.returncode == 130
    assert os.listdir(folder) == []


def test_strays_of_killed_writers_are_swept_after_an_hour(tmp_path: Path) -> None:
    stray, fresh = (tmp_path / f".par-index-{digit * 16}.tmp" for digit in "0f")
    foreign = tmp_path / ".par-index-notes.tmp"
    for file in (stray, fresh, foreign):
        file.write_text("x")
    for file in (stray, foreign):
        os.utime(file, (time.time() - 3700,) * 2)
    assert par_score("-q", SAMPLE, "-o", tmp_path / "report.txt").code == 0
    assert sorted(os.listdir(tmp_path)) == sorted([fresh.name, foreign.name, "report.txt"])


def test_a_device_is_written_to_not_replaced() -> None:
    done = par_score("-q", SAMPLE, "-o", "/dev/stdout")
    assert done.code == 0
    assert "Quảng Bình" in done.text
    assert par_score("-q", SAMPLE, "-o", "-").out == done.out
    assert par_score("-q", SAMPLE, "-o", os.devnull).code == 0
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)


def test_nothing_is_written_when_the_only_unit_is_refused(tmp_path: Path, broken: Path) -> None:
    report = tmp_path / "report.txt"
    assert par_score(broken, "-o", report).code == 3
    assert not report.exists()
    assert par_score(broken, "-o", report, "--format", "json").code == 3
    assert '"refused"' in report.read_text(encoding="utf-8")


@pytest.mark.parametrize("verb", ["sample", "template"])
def test_a_file_to_be_edited_is_never_overwritten_by_chance(tmp_path: Path, verb: str) -> None:
    unit = tmp_path / "unit.yaml"
    args = [verb] if verb == "sample" else [verb, SET_ID, "--unit", "x.y"]
    assert par_index(*args, "-o", unit).code == 0
    made = unit.read_bytes()
    unit.write_text("việc của cả tuần")
    done = par_index(*args, "-o", unit)
    assert (done.code, done.out) == (2, b"")
    assert f"[E905] đã có tệp `{unit}`" in done.errors
    assert unit.read_text() == "việc của cả tuần"
    assert par_index(*args, "-o", unit, "--force").code == 0
    assert unit.read_bytes() == made


@pytest.mark.parametrize(
    "verb",
    [
        ("evidence",),
        ("plan",),
        ("path", "--to", "50%"),
        ("pace",),
        ("headroom",),
        ("decides",),
        ("what-if", "--set", "data.x.y=1"),
        (),
    ],
    ids=lambda verb: verb[0] if verb else "par-score",
)
def test_what_is_read_is_never_written_over(tmp_path: Path, verb: tuple[str, ...]) -> None:
    folder = tmp_path / "hồ sơ"
    folder.mkdir()
    unit = folder / "unit.yaml"
    unit.write_bytes(SAMPLE.read_bytes())
    (folder / "link").symlink_to(unit)
    before = unit.read_bytes()
    run = (lambda *args: par_index(*verb, *args)) if verb else par_score
    for args in ((unit, "-o", unit), (unit, "-o", folder / "link"), (SAMPLE, "--external", unit)):
        done = run(*args, *(() if "-o" in args else ("-o", unit)))
        assert (done.code, done.out) == (2, b""), done.errors
        assert "không ghi đè lên được" in done.errors
    assert unit.read_bytes() == before
    assert os.listdir(tmp_path) == [folder.name]


def test_neither_a_submission_in_a_folder_nor_any_log_is_written_over(tmp_path: Path) -> None:
    unit, log = tmp_path / "a" / "unit.yaml", tmp_path / "b" / "review.jsonl"
    for file in (unit, log):
        file.parent.mkdir()
        file.write_bytes(SAMPLE.read_bytes())
    for args in ((tmp_path, "-o", unit), (SAMPLE, "-o", log)):
        done = par_score("-q", *args)
        assert (done.code, done.out) == (2, b"")
        assert "không ghi đè lên được" in done.errors
    made = ("what-if", SAMPLE, "--set", "tche.xu_ly=no", "--write", log, "--force")
    for args in (made, ("sample", "-o", log, "--force")):
        assert "không ghi đè lên được" in par_index(*args).errors
    assert unit.read_bytes() == log.read_bytes() == SAMPLE.read_bytes()
    for _ in range(2):
        assert par_score("-q", unit.parent, "-o", unit.parent / "kq.txt").code == 0


def test_a_set_is_never_written_over_by_an_empty_submission(tmp_path: Path) -> None:
    criteria = tmp_path / "criteria.yaml"
    criteria.write_text("bộ tiêu chí")
    done = par_index("template", tmp_path, "--unit", "x.y", "-o", criteria, "--force")
    assert (done.code, criteria.read_text()) == (2, "bộ tiêu chí")


def test_a_file_that_may_not_be_read_is_left_to_its_reader_who_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "unit.yaml"
    file.write_text("x")
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    paths = 0
    for command in commands():
        with click.Context(command) as ctx:
            for param in command.params:
                if isinstance(param.type, click.Path):
                    paths += 1
                    assert param.type.convert(str(file), param, ctx) == str(file)
    assert paths > 50


def commands() -> Iterator[click.Command]:
    """Every command there is."""
    from par_index.cli import score, workbench
    from par_index.cli.commands import Group

    waiting: list[click.Command] = [score.build("vi"), workbench.build("vi")]
    while waiting:
        command = waiting.pop()
        if isinstance(command, Group):
            waiting += [find()("vi") for find in command.verbs.values()]
        yield command


@pytest.mark.skipif(AS_ROOT, reason="root reads everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    unit = tmp_path / "unit.yaml"
    unit.write_bytes(SAMPLE.read_bytes())
    unit.chmod(0)
    for done in (par_score(unit), par_index("decides", unit), par_index("verify", unit)):
        assert done.code == 5
        assert str(unit) in done.errors
