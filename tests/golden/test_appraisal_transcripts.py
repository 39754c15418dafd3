"""What people see of an appraisal: transcripts of commands at several of its lines.

Each is a command, its output, its exit code, in a folder with the packages and slips of
`fixtures/tham-dinh-quang-binh-skhcn-2021` and the appraisal after so many lines (``dong-8``).
``make accept`` writes what the commands say now; read the difference before committing it.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
from pathlib import Path

import pytest
from support.appraisal_walk import stage, walked
from support.processes import complete

FOLDER = Path(__file__).parent / "appraisal"
FILES = sorted(FOLDER.glob("*.txt"))

STAGES = (1, 7, 8, 9, 10, 15, 24, 31)

UNITS = """schema: par_index/units/1
units:
  - {{id: quang-binh.so-khcn, name: Sở Khoa học và Công nghệ, folder: {folder}, due: 2021-10-05}}
  - {{id: quang-binh.so-a, name: Sở A, folder: A, due: 2021-10-05}}
  - {{id: quang-binh.so-b, name: Sở B, folder: B, due: 2021-10-31}}
"""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the commands run in; they only read."""
    folder = tmp_path_factory.mktemp("office")
    for count in STAGES:
        there = stage(folder, count)
        units = UNITS.format(folder=there.name)
        (folder / f"don-vi-{count}.yaml").write_text(units, encoding="utf-8")
    for path in (*walked().glob("goi-*.zip"), *walked().glob("phieu-*.json")):
        shutil.copy(path, folder)
    shutil.copytree(walked() / "vong-2", folder / "vong-2")
    for external in walked().glob("external*"):
        if external.is_dir():
            for count in STAGES:
                shutil.copytree(external, folder / f"dong-{count}" / external.name)
    return folder


def veiled(text: str) -> str:
    """Without the digits of digests, which hang on releases of par_index and pypdf."""
    return re.sub(r"\b[0-9a-f]{12,64}\b", lambda found: "0" * len(found[0]), text)


def transcript(line: str, office: Path) -> str:
    """The command line, its standard output, its errors marked with ``!``, its exit code."""
    name, *args = shlex.split(line)
    done = complete(name, *args, cwd=office, COLUMNS="80")
    errors = "".join(f"! {line}".rstrip() + "\n" for line in done.errors.splitlines())
    text = done.text.replace("\r\n", "\n")
    return veiled(f"$ {line}\n{text}{errors}[exit {done.code}]\n")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_command_says_what_was_accepted(path: Path, office: Path) -> None:
    accepted = path.read_text(encoding="utf-8")
    said = transcript(accepted.splitlines()[0].removeprefix("$ "), office)
    if os.environ.get("PAR_INDEX_ACCEPT"):
        path.write_text(said, encoding="utf-8")
        accepted = said
    assert said == accepted
