"""The appraisal of `fixtures/tham-dinh-quang-binh-skhcn-2021`, done again command by command."""

from __future__ import annotations

import atexit
import json
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from support.processes import ROOT, complete

__all__ = ["APPRAISAL", "acts", "lines_of", "performed", "stage", "walked"]

APPRAISAL = ROOT / "fixtures" / "tham-dinh-quang-binh-skhcn-2021"
_DOCUMENTS = ROOT / "fixtures" / "quang-binh-skhcn-2021-tai-lieu" / "tai_lieu"


def acts() -> Iterator[list[str]]:
    """The commands of ``acts.txt``, each with its words."""
    for line in (APPRAISAL / "acts.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield shlex.split(line)


def performed(folder: Path) -> Path:
    """Do all of it in this folder, which then holds the log, the packages and the slips."""
    for name in ("roster.yaml", "external-survey.yaml"):
        shutil.copy(APPRAISAL / name, folder)
    for unit in sorted(APPRAISAL.glob("vong-*/unit.yaml")):
        there = folder / unit.parent.name
        for documents in (_DOCUMENTS, APPRAISAL / "tai_lieu"):
            shutil.copytree(documents, there / "tai_lieu", dirs_exist_ok=True)
        shutil.copy(unit, there)
    for name, *args in acts():
        done = complete(name, *args, cwd=folder)
        assert done.code == 0, f"{shlex.join([name, *args])}\n{done.text}{done.errors}"
    return folder


@cache
def walked() -> Path:
    """The folder after the last act; done once for all tests, which leave it as it is."""
    folder = Path(tempfile.mkdtemp(prefix="par_index-appraisal-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return performed(folder)


def stage(folder: Path, count: int) -> Path:
    """The appraisal as it stood after so many lines, in a new folder below this one."""
    there = folder / f"dong-{count}"
    shutil.copytree(walked() / "packages", there / "packages")
    lines = (walked() / "review.jsonl").read_bytes().split(b"\n")[:count]
    (there / "review.jsonl").write_bytes(b"".join(line + b"\n" for line in lines))
    return there


def lines_of(log: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.split(b"\n")[:-1]]
