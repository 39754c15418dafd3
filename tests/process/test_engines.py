"""Which engine looks for findings shows in no document, and a broken one costs nothing."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
UNITS = sorted((ROOT / "fixtures").glob("*/unit.yaml"))
IS_THERE = importlib.util.find_spec("durable_rules_engine") is not None

HOOKS = {
    "absent": "import sys; sys.modules['durable_rules_engine'] = None",
    "corrupt": (
        "import sys, types\n"
        "fake = types.ModuleType('durable_rules_engine')\n"
        "fake.create_ruleset = lambda *args: 1\n"
        "sys.modules['durable_rules_engine'] = fake\n"
    ),
    "lying": (
        "import sys, types\n"
        "fake = types.ModuleType('durable_rules_engine')\n"
        "fake.create_ruleset = lambda *args: 1\n"
        "fake.assert_fact = lambda *args: 0\n"
        "fake.start_action_for_state = lambda *args: None\n"
        "fake.complete_and_start_action = lambda *args: None\n"
        "fake.delete_state = fake.delete_ruleset = lambda *args: None\n"
        "sys.modules['durable_rules_engine'] = fake\n"
    ),
}


def score(path: Path, *args: str, hook: str = "", **environment: str) -> tuple[bytes, bytes, int]:
    code = f"{hook}\nfrom par_index.cli.score import run\nrun()"
    done = subprocess.run(
        [sys.executable, "-c", code, str(path.relative_to(ROOT)), *args],
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "80", **environment},
        check=False,
    )
    return done.stdout, done.stderr, done.returncode


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.parent.name)
def test_documents_are_the_same_to_the_byte_without_the_extension(path: Path) -> None:
    for format in ("json", "text", "markdown"):
        usual = score(path, "--format", format)
        assert usual[2] == 0
        assert usual == score(path, "--format", format, hook=HOOKS["absent"])
        assert usual == score(path, "--format", format, PAR_INDEX_ENGINE="reference")


@pytest.mark.parametrize("name", HOOKS)
def test_a_broken_extension_costs_no_score_and_says_so_only_when_asked(name: str) -> None:
    path = UNITS[0]
    usual = score(path)
    assert score(path, hook=HOOKS[name]) == usual
    out, err, code = score(path, "-v", hook=HOOKS[name])
    assert (code, out) == (0, score(path, "-v")[0])
    assert "durable-rules" in err.decode()


@pytest.mark.skipif(not IS_THERE, reason="durable-rules is not installed")
@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.parent.name)
def test_both_engines_agree_on_every_fixture(path: Path) -> None:
    out, err, code = score(path, "--verify-engine", "-v")
    assert code == 0, err.decode()
    assert "durable-rules" in err.decode()
    assert out == score(path, "-v")[0]
