"""What people see: each transcript is a command, its output and its exit code.

``make accept`` writes what the commands say now; read the difference before committing it.
"""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import pytest
from support.processes import complete

FOLDER = Path(__file__).parent / "transcripts"
FILES = sorted(FOLDER.glob("*.txt"))


def transcript(line: str, columns: str) -> str:
    """The command line, its standard output, its errors marked with ``!``, its exit code."""
    name, *args = shlex.split(line)
    done = complete(name, *args, cwd=Path(__file__).parent, COLUMNS=columns)
    errors = "".join(f"! {line}".rstrip() + "\n" for line in done.errors.splitlines())
    return f"$ {line}\n{done.text}{errors}[exit {done.code}]\n"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_command_says_what_was_accepted(path: Path) -> None:
    accepted = path.read_text(encoding="utf-8")
    line = accepted.splitlines()[0].removeprefix("$ ")
    said = transcript(line, "120" if path.stem.endswith("120") else "80")
    if os.environ.get("PAR_INDEX_ACCEPT"):
        path.write_text(said, encoding="utf-8")
        accepted = said
    assert said == accepted
