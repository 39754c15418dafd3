"""Ready-made sets change how long a command takes and nothing else."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from support.processes import ROOT, SAMPLE, SET_ID, Done, environment, par_index, par_score, start

from par_index.model.text import Text
from par_index.nouns import replace
from par_index.problems import Problem
from par_index.reading.library import Library, shipped
from par_index.reading.ready import remember
from par_index.reading.shelf import Shelf

SETS = [entry.id for entry in Library().sets()]
ONLY_FOR_FRESH_SETS = (
    "pydantic",
    "annotated_types",
    "par_index.reading.sets",
    "par_index.reading.forms",
    "par_index.reading.definition",
    "par_index.reading.criteria",
    "par_index.reading.findings",
    "par_index.reading.finding_forms",
)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder for ready-made sets, which does not exist yet."""
    return tmp_path / "kho"


@pytest.fixture
def own_set(tmp_path: Path) -> Path:
    """A copy of the sample's set, to be changed."""
    folder = tmp_path / "so"
    shutil.copytree(shipped("criteria") / SET_ID, folder)
    return folder


def scored(kept: Path | str, *args: object) -> Done:
    return par_score(*(args or (SAMPLE,)), PAR_INDEX_CACHE=str(kept))


@pytest.fixture(scope="module")
def usual() -> Done:
    """The sample's report without ready-made sets."""
    return scored("off")


# Nothing else changes.


@pytest.mark.parametrize("format", ["text", "markdown", "json"])
@pytest.mark.parametrize("id", SETS)
def test_a_ready_set_gives_the_same_output(
    id: str, format: str, kept: Path, tmp_path: Path
) -> None:
    unit = tmp_path / "unit.yaml"
    assert par_index("template", id, "--unit", "thu.so-a", "-o", unit).code == 0
    args = (unit, "--format", format, "-v")
    fresh = scored("off", *args)
    assert fresh.code == 0
    assert scored(kept, *args) == fresh
    assert len(list(kept.iterdir())) == 1
    assert scored(kept, *args) == fresh


def test_every_verb_says_the_same(kept: Path) -> None:
    for args in (["sets"], ["sets", "--format", "json"], ["template", SET_ID, "--unit", "a"]):
        fresh = par_index(*args, PAR_INDEX_CACHE="off")
        assert fresh.code == 0
        for _ in range(2):
            assert par_index(*args, PAR_INDEX_CACHE=str(kept)) == fresh


def test_a_ready_set_is_known_by_its_content_alone(kept: Path, own_set: Path) -> None:
    scored(kept, "--criteria", own_set, SAMPLE)
    moved = own_set.rename(own_set.parent / "moved")
    assert scored(kept, "--criteria", moved, SAMPLE, "--format", "json") == scored(
        "off", "--criteria", moved, SAMPLE, "--format", "json"
    )
    assert len(list(kept.iterdir())) == 1


def test_a_change_counts_whatever_the_dates_say(kept: Path, own_set: Path) -> None:
    args = ("--criteria", own_set, SAMPLE, "--format", "json")
    before = scored(kept, *args)
    area = own_set / "2-the-che.yaml"
    status = area.stat()
    text = area.read_text(encoding="utf-8")
    area.write_text(text.replace("full_if: tche.ban_hanh", "full_if: tche.xu_ly   "), "utf-8")
    os.utime(area, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert area.stat().st_size == status.st_size
    assert scored(kept, *args) == scored("off", *args) != before

    area.write_text(text, encoding="utf-8")
    assert scored(kept, *args) == before


def test_a_set_that_does_not_load_is_not_kept(kept: Path, broken_set: Path) -> None:
    for _ in range(2):
        assert scored(kept, "--criteria", broken_set, SAMPLE) == scored(
            "off", "--criteria", broken_set, SAMPLE
        )
    assert not kept.exists()


def test_a_file_that_is_gone_is_missed(kept: Path, own_set: Path) -> None:
    args = ("--criteria", own_set, SAMPLE)
    assert scored(kept, *args).code == 0
    (own_set / "2-the-che.yaml").unlink()
    assert scored(kept, *args) == scored("off", *args)
    assert scored(kept, *args).code == 4


# Checking a set always reads it.


def test_check_reads_afresh_what_stands_ready(kept: Path) -> None:
    criteria = Library().load(SET_ID)
    forged = replace(
        criteria,
        title=Text("Không phải bộ này"),
        remarks=(Problem("W313", criteria.areas[0].span, {"found": "x"}),),
    )
    remember(Shelf(kept), forged, shipped("criteria") / SET_ID, SET_ID)
    assert "Không phải bộ này" in scored(kept, SAMPLE, "--format", "json").text
    for args in ((SET_ID,), (SAMPLE,)):
        fresh = par_index("check", *args, PAR_INDEX_CACHE="off")
        assert fresh.code == 0
        assert par_index("check", *args, PAR_INDEX_CACHE=str(kept)) == fresh


# What a run on a ready set loads.


def test_a_run_on_a_ready_set_loads_nothing_for_others(kept: Path) -> None:
    assert loaded(kept, SAMPLE) >= {"pydantic", "par_index.reading.sets"}
    ready = loaded(kept, SAMPLE)
    assert ready.isdisjoint(ONLY_FOR_FRESH_SETS)
    assert ready.isdisjoint({"hashlib", "secrets", "par_index.rendering.json_document"})
    assert "par_index.rendering.markdown" not in ready
    as_json = loaded(kept, SAMPLE, "--format", "json")
    assert as_json.isdisjoint(ONLY_FOR_FRESH_SETS)
    assert "par_index.rendering.text" not in as_json


def test_the_nouns_and_the_scores_need_no_library() -> None:
    code = "import sys, par_index.model.assessment, par_index.assessing; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=environment(), cwd=ROOT, check=True
    )
    assert {"pydantic", "yaml", "click"}.isdisjoint(done.stdout.decode().split())


def loaded(kept: Path, *args: object) -> set[str]:
    """What the command has imported when it ends."""
    code = (
        "import atexit, sys; from par_index.cli.score import run\n"
        "atexit.register(lambda: print(*sys.modules, file=sys.stderr))\n"
        "run()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, args)],
        capture_output=True,
        env=environment(PAR_INDEX_CACHE=str(kept)),
        cwd=ROOT,
        check=True,
    )
    return set(done.stderr.decode().split())


# Whatever happens to what is kept.


def test_it_may_be_deleted_at_any_time(kept: Path, usual: Done) -> None:
    for _ in range(2):
        assert scored(kept) == usual
        shutil.rmtree(kept)


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "torn": lambda data: data[: len(data) // 2],
    "one bit": lambda data: data[:-1] + bytes([data[-1] ^ 1]),
    "seal": lambda data: b"0" * 64 + data[64:],
    "foreign": lambda data: b"\x80\x04\x95 not of ours",
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_entry_is_replaced(damage: str, kept: Path, usual: Done) -> None:
    scored(kept)
    [entry] = kept.iterdir()
    whole = entry.read_bytes()
    entry.write_bytes(DAMAGE[damage](whole))
    assert scored(kept) == usual
    assert entry.read_bytes() == whole


def test_an_entry_of_another_set_is_not_taken(kept: Path, own_set: Path, usual: Done) -> None:
    header = own_set / "set.yaml"
    header.write_text(header.read_text("utf-8").replace("vi: ", "vi:  ", 1), encoding="utf-8")
    scored(kept)
    [entry] = kept.iterdir()
    scored(kept, "--criteria", own_set, SAMPLE)
    [other] = set(kept.iterdir()) - {entry}
    shutil.copyfile(other, entry)
    assert scored(kept) == usual


def _a_file(kept: Path) -> None:
    kept.write_text("")


def _others_write(kept: Path) -> None:
    kept.mkdir()
    kept.chmod(0o777)


def _a_link(kept: Path) -> None:
    (kept.parent / "aside").mkdir(mode=0o700)
    kept.symlink_to(kept.parent / "aside")


@pytest.mark.parametrize("make", [_a_file, _others_write, _a_link])
def test_a_folder_that_cannot_be_trusted_is_left_alone(
    make: Callable[[Path], None], kept: Path, usual: Done
) -> None:
    make(kept)
    assert scored(kept) == usual
    assert scored(kept) == usual
    if kept.is_dir():
        assert list(kept.iterdir()) == []


@pytest.mark.parametrize("home", ["/dev/null", "/proc", "/nowhere/at/all", ""])
def test_a_home_that_takes_nothing_is_borne(home: str, usual: Done) -> None:
    assert par_score(SAMPLE, HOME=home, XDG_CACHE_HOME="") == usual


def test_a_full_disk_is_borne(kept: Path, usual: Done) -> None:
    import resource

    kept.mkdir(mode=0o700)
    process = start(
        "par-score",
        SAMPLE,
        env=environment(PAR_INDEX_CACHE=str(kept), PYTHONDONTWRITEBYTECODE="1"),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
    )
    out, err = process.communicate()
    assert Done(process.returncode, out, err) == usual
    assert list(kept.iterdir()) == []


def test_many_at_once_disturb_nobody(kept: Path, usual: Done) -> None:
    env = environment(PAR_INDEX_CACHE=str(kept))
    processes = [start("par-score", SAMPLE, env=env) for _ in range(8)]
    for process in processes[:-1]:
        with suppress(FileNotFoundError):
            shutil.rmtree(kept, ignore_errors=True)
        out, err = process.communicate()
        assert Done(process.returncode, out, err) == usual
    out, err = processes[-1].communicate()
    assert Done(processes[-1].returncode, out, err) == usual
    assert scored(kept) == usual
    assert [file.suffix for file in kept.iterdir()] == [".set"]
