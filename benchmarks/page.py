"""The page: tables of medians and ratios, in the terminal and in Markdown alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from benchmarks.timing import Times

__all__ = ["BEGIN", "END", "race_table", "replaced_block", "short_time", "table"]

BEGIN = "<!-- written by `make bench-accept`: do not edit -->"
END = "<!-- end of what `make bench-accept` writes -->"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table whose columns line up; all but the first are set right."""
    lines = [list(head), *map(list, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]

    def row(cells: Sequence[str]) -> str:
        first, *rest = (
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
        )
        return f"| {' | '.join([first, *rest])} |"

    rule = [
        ("-" * width) if column == 0 else ("-" * (width - 1) + ":")
        for column, width in enumerate(widths)
    ]
    return "\n".join([row(lines[0]), row(rule), *map(row, lines[1:])])


def race_table(times: Mapping[str, Times], base: str, what: str) -> str:
    """Every contestant against one of them, fastest first."""
    rows = []
    for one in sorted(times.values(), key=lambda each: each.median):
        low, high = one.quartiles_over(times[base])
        ratio = f"{one.over(times[base]):.2f}"
        spread = "" if one.name == base else f"{low:.2f} – {high:.2f}"
        rows.append([one.name, one.gives, short_time(one.median), ratio, spread])
    return table([what, "gives", "median", f"× {base}", "middle half"], rows)


def short_time(nanoseconds: float) -> str:
    for unit, size in (("s", 1e9), ("ms", 1e6), ("µs", 1e3)):
        if nanoseconds >= size:
            value = nanoseconds / size
            return f"{value:.{0 if value >= 100 else 1 if value >= 10 else 2}f} {unit}"
    return f"{nanoseconds:.0f} ns"


def replaced_block(document: Path, block: str) -> str:
    """The document with what stands between its markers renewed."""
    text = document.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{block.strip()}\n\n{END}{after}"
