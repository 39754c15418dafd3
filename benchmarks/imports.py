"""Imports: what par-score loads before it does anything, by whom and how long."""

from __future__ import annotations

import re
import subprocess
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.page import table
from benchmarks.processes import ROOT

__all__ = ["import_tables"]

_LINE = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \| ( *)(\S+)")


@dataclass(frozen=True, slots=True)
class Import:
    """Microseconds: in the module itself, and with all that it imports first."""

    module: str
    own: float
    total: float


def import_tables(unit: Path, runs: int = 5, top: int = 25) -> str:
    """The packages that cost most, and the single modules."""
    imports = _median([_run(unit) for _ in range(runs)])
    by_package: dict[str, list[Import]] = defaultdict(list)
    for one in imports:
        by_package[one.module.partition(".")[0]].append(one)
    packages = sorted(by_package.items(), key=lambda item: -sum(one.own for one in item[1]))
    whole = sum(one.own for one in imports)
    head = f"{len(imports)} modules, {whole / 1000:.1f} ms under -X importtime, which slows them."
    by_name = [
        [name, str(len(ones)), f"{sum(one.own for one in ones) / 1000:.1f} ms"]
        for name, ones in packages[:top]
    ]
    single = [
        [one.module, f"{one.own / 1000:.1f} ms", f"{one.total / 1000:.1f} ms"]
        for one in sorted(imports, key=lambda one: -one.own)[:top]
    ]
    return "\n\n".join(
        [
            head,
            table(["package", "modules", "own time"], by_name),
            table(["module", "own time", "with its imports"], single),
        ]
    )


def _run(unit: Path) -> dict[str, Import]:
    script = ROOT / ".venv" / "bin" / "par-score"
    words = [str(ROOT / ".venv" / "bin" / "python"), "-X", "importtime", str(script), str(unit)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    found = (_LINE.match(line) for line in done.stderr.splitlines())
    return {one[4]: Import(one[4], int(one[1]), int(one[2])) for one in found if one}


def _median(runs: Sequence[dict[str, Import]]) -> list[Import]:
    return [
        Import(
            module,
            median(run[module].own for run in runs if module in run),
            median(run[module].total for run in runs if module in run),
        )
        for module in runs[0]
    ]
