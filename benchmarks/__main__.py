"""The command: ``python -m benchmarks``, from the top of the checkout."""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from benchmarks.aims import process_aims, warm_aims
from benchmarks.growth import SIZES, grown, growth_table, model_case
from benchmarks.imports import import_tables
from benchmarks.lanes import Case
from benchmarks.ours import read_set
from benchmarks.page import race_table, replaced_block, table
from benchmarks.paths import path_table
from benchmarks.processes import BARE, ROOT, commands
from benchmarks.timing import race
from benchmarks.warm import race_warm

RESULTS = ROOT / "benchmarks" / "results.md"
DOCUMENT = ROOT / "docs" / "performance.md"

_SETS = ("criteria/mau/2025/sample/so", "criteria/quang-binh/2021/skhcn-phu-luc/so")
_UNITS = ("fixtures/mau-so-binh-thuong/unit.yaml", "fixtures/quang-binh-skhcn-2021/unit.yaml")
_PEERS = (
    "zen-engine",
    "common-expression-language",
    "datalogic-py",
    "panzi-json-logic",
    "yamllint",
    "check-jsonschema",
)
_MODEL_LEAVES = 100
_WARM = 5
"""Rounds of a race without processes for one with."""


def main() -> None:
    options = _options()
    if options.imports:
        print(import_tables(options.unit))
        return
    parts = []
    for part in _parts(options):
        print(part, end="\n\n", flush=True)
        parts.append(part)
    if options.accept:
        block = "\n\n".join(parts)
        RESULTS.write_text(f"# Results of `make bench`\n\n{block}\n", encoding="utf-8")
        DOCUMENT.write_text(replaced_block(DOCUMENT, block), encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench ARGS=…", description=__doc__)
    add = parser.add_argument
    add("--criteria", type=_path, default=_first_of(_SETS), help="the set of W1 and W2")
    add("--unit", type=_path, default=_first_of(_UNITS), help="the unit's file of W1")
    add("--units", type=int, default=200, help="units over which engines are proven equal")
    add("--rounds", type=int, default=21, help="rounds of every race")
    add("--only", choices=("w1", "w2", "path", "growth"), action="append", help="these parts alone")
    add("--sizes", type=int, nargs="+", default=list(SIZES), help="sizes of the model set")
    add("--imports", action="store_true", help="only what par-score imports, and how long")
    add("--accept", action="store_true", help="write the results into the repository")
    return parser.parse_args()


def _path(text: str) -> Path:
    return Path(text).resolve()


def _first_of(paths: tuple[str, ...]) -> Path:
    """The sample set where it is there."""
    return next(ROOT / path for path in paths if (ROOT / path).exists())


def _parts(options: argparse.Namespace) -> Iterator[str]:
    """The page, piece by piece as it is found out."""
    wanted = options.only or ["w1", "w2", "path", "growth"]
    yield _circumstances(options)
    aims: list[list[str]] = []
    with tempfile.TemporaryDirectory() as folder:
        if "w1" in wanted:
            times = race(commands(options.unit, Path(folder) / "cache"), options.rounds)
            aims += process_aims(times)
            shown = os.path.relpath(options.unit, ROOT)
            yield f"### W1: one process, `{shown}`\n\n{race_table(times, BARE, 'command')}"
        if "w2" in wanted:
            model, _ = model_case(Path(folder), _MODEL_LEAVES, options.units)
            criteria = read_set(options.criteria)
            given = Case.of(f"`{criteria.id}`", criteria, options.units)
            for case in (model, given):
                warm = race_warm(case, options.rounds * _WARM)
                if case is model:
                    aims += warm_aims(warm.times, warm.peers)
                yield warm.page
        if "path" in wanted:
            shown = os.path.relpath(options.unit, ROOT)
            paths = path_table(options.unit, options.rounds)
            yield f"### Path to the next grade, `{shown}`\n\n{paths}"
        if "growth" in wanted:
            by_phase = grown(Path(folder) / "growth", options.sizes, max(3, options.rounds // 3))
            yield f"### Growth of the model set\n\n{growth_table(by_phase, options.sizes)}"
    if aims:
        yield "### Aims\n\n" + table(["aim", "bound", "this run", ""], aims)


def _circumstances(options: argparse.Namespace) -> str:
    peers = ", ".join(f"{name} {version(name)}" for name in _PEERS)
    rounds = f"{options.rounds} rounds ({options.rounds * _WARM} where no process is started)"
    return (
        f"Python {platform.python_version()} on {platform.system()}, {os.cpu_count()} cores; "
        f"medians of {rounds} in turns, ratios within rounds. Peers: {peers}."
    )


if __name__ == "__main__":
    main()
