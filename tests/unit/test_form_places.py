"""Faults of shape point at the very place, however deep in one of several shapes it is."""

import tempfile
from pathlib import Path

import pytest

from par_index.problems import InvalidInput
from par_index.reading.sets import load_set

BASE = Path(__file__).parents[1] / "errors" / "gallery" / "base"

AREA = """code: "1"
title: Lĩnh vực một
components:
  - code: "1.1"
    title: Một
    max_points: 3
    scoring:
"""


def said(scoring: str) -> list[tuple[str, str]]:
    """The codes, each with the text from its place on."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in BASE.iterdir():
            (folder / file.name).write_bytes(file.read_bytes())
        body = "".join(f"      {line}\n" for line in scoring.splitlines())
        (folder / "1.yaml").write_text(AREA + body, encoding="utf-8")
        with pytest.raises(InvalidInput) as caught:
            load_set(folder)
    spans = [(problem.code, problem.span) for problem in caught.value.problems]
    return [(code, span.source.line(span.line)[span.column - 1 :]) for code, span in spans]


@pytest.mark.parametrize(
    ("scoring", "code", "place"),
    [
        ("sum_of:\n- full_if: xong\n  points: 1\n- each: {of: nguoi}", "E302", "{of: nguoi}"),
        ("sum_of:\n- full_if: xong\n  pts: 1", "E301", "pts: 1"),
        ("best_of: xong", "E307", "xong"),
        (
            "best_of:\n- full_if: {all: [xong, {of: nguoi, at_least: x}]}\n- full_if: xong",
            "E304",
            "x}]}",
        ),
        (
            "full_if: {of: {last_year: [nguoi]}, at_least: 1}",
            "E308",
            "last_year: [nguoi]}, at_least: 1}",
        ),
        (
            "full_if: {of: {sum: [nguoi, {times: [nguoi]}]}, at_least: 1}",
            "E331",
            "times: [nguoi]}]}, at_least: 1}",
        ),
        (
            "full_if: {of: {sum: [nguoi, {plus: 1}]}, at_least: 1}",
            "E306",
            "{plus: 1}]}, at_least: 1}",
        ),
        ("full_if: xong\ncap: {to: 2, if: xong, when: xong}", "E301", "when: xong}"),
        ("full_if: xong\ncap: nhieu", "E304", "nhieu"),
        ("full_if: xong\ncap: [2]", "E308", "[2]"),
        ("proportional:\n  of: {tally: phieu, weights: {tot: 1, kha: x}}", "E304", "x}}"),
        ("proportional:\n  of: {tally: phieu, weights: [1]}", "E303", "weights: [1]}"),
        ("proportional:\n  of: {choose: muc, som: [1]}", "E308", "som: [1]}"),
        (
            "bands:\n  of: nguoi\n  steps:\n  - {at_least: 1, points: all}\n  - {otherwise: 0}",
            "E304",
            "all}",
        ),
        ('full_if: {any: [xong, {code: "1.2", outcome: maybe}]}', "E304", "maybe}]}"),
        ("full_if: xong\nif: {not: {of: nguoi, atleast: 3}}", "E301", "atleast: 3}}"),
        ('full_if: xong\n"@x": 1', "E301", '"@x": 1'),
        ("full_if: xong\nchecks:\n- {id: a}", "E376", "checks:"),
        ("full_if: xong\nfindings: {id: a}", "E376", "findings: {id: a}"),
        ("full_if: xong\nmeasures: [nguoi]", "E376", "measures: [nguoi]"),
        ("full_if: xong\nchecks: measures.yaml", "E301", "checks: measures.yaml"),
    ],
)
def test_a_fault_of_shape_stands_where_it_is(scoring: str, code: str, place: str) -> None:
    assert said(scoring) == [(code, place)]
