"""Real processes: the commands as a shell runs them, in an environment that each test chooses."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "fixtures/quang-binh-skhcn-2021/unit.yaml"
SET_ID = "quang-binh/2021/skhcn-phu-luc/so"

ENTRIES = {"par-score": "score", "par-index": "workbench"}
OUTSIDE = (
    "COLUMNS",
    "LANG",
    "LC_",
    "NO_COLOR",
    "PAR_INDEX_",
    "PYTHONIOENCODING",
    "PYTHONUNBUFFERED",
    "PYTHONUTF8",
)
"""Settings of whoever runs the tests that would show in the output."""


@dataclass(frozen=True)
class Done:
    """A process that has ended."""

    code: int
    out: bytes
    err: bytes

    @property
    def text(self) -> str:
        return self.out.decode("utf-8")

    @property
    def errors(self) -> str:
        return self.err.decode("utf-8")

    @property
    def document(self) -> dict[str, Any]:
        document = json.loads(self.out)
        assert isinstance(document, dict)
        return document


def command(name: str) -> list[str]:
    """What an installed script does, whether or not it is installed."""
    return [sys.executable, "-c", f"from par_index.cli.{ENTRIES[name]} import run; run()"]


def environment(**more: str) -> dict[str, str]:
    usual = {name: value for name, value in os.environ.items() if not name.startswith(OUTSIDE)}
    return usual | {"LC_ALL": "C.UTF-8"} | more


def start(name: str, *args: object, **more: Any) -> subprocess.Popen[bytes]:
    """A command that goes on by itself, all its streams piped unless said otherwise."""
    streams = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    options = {"env": environment(), "cwd": ROOT} | streams | more
    return subprocess.Popen([*command(name), *map(str, args)], **options)


def complete(name: str, *args: object, stdin: bytes = b"", cwd: Path = ROOT, **more: str) -> Done:
    done = subprocess.run(
        [*command(name), *map(str, args)],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env=environment(**more),
        timeout=60,
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)


def par_score(*args: object, **more: Any) -> Done:
    return complete("par-score", *args, **more)


@cache
def sample_scored(*args: str) -> Done:
    """The sample, scored with these arguments in the usual environment; run once for all tests."""
    return par_score(SAMPLE, *args)


def par_index(*args: object, **more: Any) -> Done:
    return complete("par-index", *args, **more)
