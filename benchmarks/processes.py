"""Processes: commands from start to end, as scripts call them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.ours import UNCACHED, cached_in
from benchmarks.timing import Contestant

__all__ = ["BARE", "ROOT", "TEXT", "YAMLLINT", "commands", "par_score"]

ROOT = Path(__file__).resolve().parents[1]
_OURS = ROOT / ".venv" / "bin"
_THEIRS = ROOT / ".venv-bench" / "bin"

BARE = "python -I -c pass"
TEXT = "par-score, text"
YAMLLINT = "yamllint"


@dataclass(frozen=True, slots=True)
class Command:
    """``codes`` are the exits with which it has done its work."""

    name: str
    gives: str
    words: Sequence[str]
    codes: Sequence[int] = (0,)
    environment: Mapping[str, str] | None = None

    def contestant(self) -> Contestant:
        """The command, tried once: a failing one is soon done and would win."""
        environment = {**os.environ, **(self.environment or {})}
        # An installed package has its bytecode beside it; so has everything that is timed.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        tried = subprocess.run(
            self.words, env=environment, capture_output=True, text=True, check=False
        )
        if tried.returncode not in self.codes:
            raise RuntimeError(f"{self.name} ended with {tried.returncode}:\n{tried.stderr}")

        def run() -> None:
            quiet = subprocess.DEVNULL
            subprocess.run(
                self.words, env=environment, stdin=quiet, stdout=quiet, stderr=quiet, check=False
            )

        return Contestant(self.name, self.gives, run)


def commands(unit: Path, cache: Path) -> Iterator[Contestant]:
    """Bare Python, par-score with its own cache, and what else checks such a file."""
    file = str(unit)
    schema = str(ROOT / "par_index" / "schemas" / "submission.schema.json")
    linting = [str(_THEIRS / "yamllint"), "-d", "relaxed", file]
    ours = str(_OURS / "par-score")
    checking = [str(_THEIRS / "check-jsonschema"), "--schemafile", schema, file]
    for command in (
        Command(BARE, "nothing", [str(_OURS / "python"), "-I", "-c", "pass"]),
        Command(TEXT, "the report", [ours, file], environment=cached_in(cache)),
        Command(
            f"{TEXT}, set not cached",
            "the report",
            [ours, file],
            environment=UNCACHED,
        ),
        Command(
            "par-score, JSON",
            "the document",
            [ours, file, "--format", "json"],
            environment=cached_in(cache),
        ),
        Command(YAMLLINT, "style of the file", linting, codes=(0, 1)),
        Command("check-jsonschema", "shape of the file", checking),
    ):
        yield command.contestant()


def par_score(name: str, unit: Path, criteria: Path, cache: Path) -> Contestant:
    """par-score with a set that is not of the library, from its cache."""
    words = [str(_OURS / "par-score"), str(unit), "--criteria", str(criteria)]
    return Command(name, "the report", words, environment=cached_in(cache)).contestant()
