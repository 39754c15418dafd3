"""Findings from the command line: gates, and engines that never show in what is written."""

from __future__ import annotations

import importlib.util

import pytest
from support.processes import SAMPLE, par_score

IS_THERE = importlib.util.find_spec("durable_rules_engine") is not None
SAID = ("các điều cần xem lại: tìm bằng ", "findings: looked for by ")


def test_1_when_something_is_found_and_0_when_nothing_so_severe_is() -> None:
    done = par_score("-q", SAMPLE, "--fail-on", "finding", "--fail-on", "finding:serious")
    assert done.code == 1
    assert done.errors.count("\n") == 1
    assert "điều cần xem lại trước khi nộp" in done.errors
    done = par_score("-q", SAMPLE, "--fail-on", "finding:serious")
    assert (done.code, done.err) == (0, b"")


def test_a_json_caller_gets_the_gate_by_its_name() -> None:
    done = par_score(SAMPLE, "--format", "json", "--fail-on", "finding:watch")
    assert (done.code, done.err) == (1, b"")
    (gate,) = done.document["failed_gates"]
    assert gate["gate"] == "finding:watch"
    severities = [one["severity"] for one in done.document["findings"]]
    assert int(gate["found"]) == sum(one != "note" for one in severities)


@pytest.mark.parametrize("format", ["text", "json", "markdown"])
def test_no_document_tells_which_engine_looked(format: str) -> None:
    usual = par_score(SAMPLE, "--format", format)
    assert usual.err == b""
    for settings in ({}, {"PAR_INDEX_ENGINE": "reference"}):
        both = par_score(SAMPLE, "--format", format, "--verify-engine", **settings)
        verified = IS_THERE and not settings
        assert (both.code, both.text) == (usual.code if verified else 5, usual.text)
        assert both.err, "who asks for both hears of them"
        assert not any(said in usual.text for said in SAID)


def test_details_name_the_engine_on_standard_error() -> None:
    for number, language in enumerate(("vi", "en")):
        done = par_score("--lang", language, SAMPLE, "-v", PAR_INDEX_ENGINE="reference")
        assert done.code == 0
        assert done.errors.startswith(SAID[number])
        assert "(" in done.errors
    assert SAID[0] in par_score(SAMPLE, "--format", "json", "-v").errors


def test_several_units_name_each_engine_once() -> None:
    folder = SAMPLE.parents[1]
    done = par_score(
        SAMPLE, folder / "nghe-an-skhcn-2023" / "unit.yaml", "-v", PAR_INDEX_ENGINE="reference"
    )
    assert done.errors.count(SAID[0]) == 1
