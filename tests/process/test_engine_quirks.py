"""durable-rules in processes of its own: what it does wrong, and par_index beside it.

Each quirk is a reason for something in `par_index.inferring`. One that is gone with another
version is no fault; it is a reason to look again at what was built around it.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from importlib.metadata import version

import pytest
from support.processes import ROOT, environment

NEVER = 1.5
"""Seconds after which something is taken to never return."""

BEGIN = """
import json
import durable_rules_engine as engine

def rules(**patterns):
    named = {name: {"all": all} for name, all in patterns.items()}
    return engine.create_ruleset("quirks", json.dumps(named, ensure_ascii=False))

def put(handle, id, sid="1", **fields):
    message = json.dumps({"sid": sid, "id": id, **fields}, ensure_ascii=False)
    return engine.assert_fact(handle, message)[0]

def fired(handle):
    started = engine.start_action_for_state(handle, 1)
    answer = started and started[1]
    found = []
    while answer:
        ((name, facts),) = json.loads(answer).items()
        found.append((name, *(fact["id"] for fact in facts.values())))
        answer = engine.complete_and_start_action(handle, 1)
    return sorted(found)

def one(**test):
    return [{"m": test}]
"""


def python(code: str, timeout: float = 60, **more: str) -> subprocess.CompletedProcess[str]:
    """A program with the tests' own modules at hand, in memory that is never clean."""
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
        cwd=ROOT,
        env=environment(PYTHONPATH=f"{ROOT}:{ROOT / 'tests'}", MALLOC_PERTURB_="165", **more),
    )


def says(code: str, **more: str) -> str:
    done = python(code, **more)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def of_engine(code: str) -> str:
    return says(BEGIN + code)


class TestQuirks:
    """Of version 2.0.28."""

    @pytest.fixture(autouse=True)
    def _installed(self) -> None:
        pytest.importorskip("durable_rules_engine", reason="durable-rules is an optional extra")

    def test_the_version_is_the_one_that_was_examined(self) -> None:
        assert version("durable-rules") == "2.0.28"

    def test_a_session_in_which_nothing_fired_cannot_be_ended(self) -> None:
        done = python(
            BEGIN
            + """
handle = rules(r=one(k="a"))
put(handle, "1", k="b")
engine.delete_state(handle, "1")
"""
        )
        assert done.returncode == -signal.SIGSEGV

    def test_a_division_by_zero_ends_the_process(self) -> None:
        done = python(
            BEGIN
            + """
ratio = {"$div": {"$l": {"$m": "a"}, "$r": {"$m": "b"}}}
put(rules(r=[{"m": {"$gt": {"n": ratio}}}]), "1", n=1, a=1, b=0)
"""
        )
        assert done.returncode == -signal.SIGFPE

    def test_too_many_tests_under_one_node_never_return(self) -> None:
        code = """
handle = rules(**{f"r{number}": one(n=number) for number in range(%d)})
print(put(handle, "1", n=-1))
"""
        assert of_engine(code % 511) == "1"
        with pytest.raises(subprocess.TimeoutExpired):
            python(BEGIN + code % 512, timeout=NEVER)

    def test_too_many_rules_ending_in_one_test_are_an_error_at_best(self) -> None:
        done = python(BEGIN + 'rules(**{f"r{number}": one(k="a") for number in range(300)})')
        assert done.returncode != 0

    def test_a_fact_that_passes_too_many_tests_is_an_error(self) -> None:
        done = python(
            BEGIN
            + """
handle = rules(**{f"r{number}": [{"m": {"$gt": {"n": number}}}] for number in range(70)})
put(handle, "1", n=100)
"""
        )
        assert "error code: 303" in done.stderr

    def test_not_fires_although_what_it_excludes_is_there(self) -> None:
        found = of_engine("""
handle = rules(r=[{"m": {"k": "a"}}, {"n$not": {"k": "b"}}])
put(handle, "1", k="a")
put(handle, "2", k="b")
print(fired(handle))
""")
        assert found == "[('r', '1')]"

    def test_a_number_passes_for_a_text(self) -> None:
        found = of_engine("""
handle = rules(text=one(n="12"))
put(handle, "1", n="12")
put(handle, "2", n=12)
print(fired(handle))
""")
        assert found == "[('text', '1'), ('text', '2')]"

    def test_texts_beyond_64_kib_are_compared_wrongly(self) -> None:
        found = of_engine("""
handle = rules(y=one(s="x" * 65536 + "y"), z=one(s="x" * 65536 + "z"))
put(handle, "1", s="x" * 65536 + "z")
print(fired(handle))
""")
        assert found == "[('y', '1'), ('z', '1')]"

    def test_numbers_beyond_64_bits_are_cut_off(self) -> None:
        found = of_engine("""
handle = rules(r=one(n=2**63 - 1))
put(handle, "1", n=2**63 + 7)
print(fired(handle))
""")
        assert found == "[('r', '1')]"

    def test_ids_sessions_and_names_are_known_by_their_hash_alone(self) -> None:
        found = of_engine("""
handle = rules(r=one(k="a"), n=one(costarring=1))
print(put(handle, "costarring", k="a"), put(handle, "liquid", k="a"))
print(engine.assert_fact(handle, json.dumps({"sid": "costarring", "id": "1", "k": "a"})))
print(engine.assert_fact(handle, json.dumps({"sid": "liquid", "id": "2", "k": "a"})))
put(handle, "3", liquid=1)
print(fired(handle))
""")
        assert found.splitlines() == [
            "0 2",
            "(0, 2)",
            "(0, 2)",
            "[('n', '3'), ('r', 'costarring')]",
        ]

    def test_what_the_wrong_answers_come_from_is_caught_by_comparison(self) -> None:
        """With its own ``$not`` the engine is wrong; the tests of par_index would say so."""
        with_unless, without = map(
            int,
            says("from support.native_rules import wrong_ones; print(*wrong_ones(600))").split(),
        )
        assert with_unless > 60
        assert without == 0

    def test_two_thousand_runs_keep_nothing(self) -> None:
        grown = says("""
import random, resource
from par_index.inferring.durable import infer_by_durable
from support.programs import dense_program

def run(times):
    for seed in range(times):
        infer_by_durable(*dense_program(random.Random(seed % 200)))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

before = run(400)
print(run(2000) - before)
""")
        assert int(grown) < 4_000

    def test_a_child_process_can_run_it_after_its_parent_did(self) -> None:
        """Even where another thread of the parent was in the middle of a run."""
        found = says("""
import os, random
from par_index.inferring import durable
from support.programs import dense_program

programs = [dense_program(random.Random(seed)) for seed in range(100)]

def answers():
    return [durable.infer_by_durable(*program) for program in programs]

expected = answers()
with durable._lock:
    child = os.fork()
    if not child:
        os._exit(0 if answers() == expected else 1)
    _, status = os.waitpid(child, 0)
print(os.waitstatus_to_exitcode(status), answers() == expected)
""")
        assert found == "0 True"


# --- what is loaded --------------------------------------------------------------------------

RUN = """
import sys
from par_index.inferring.engines import infer
print("durable_rules_engine" in sys.modules)
from support.programs import fact, finding_rule, pattern
rules = [
    finding_rule("open", pattern("score", state="missing"), unless=[pattern("explained")]),
    finding_rule("after", pattern("finding_of", rule="open")),
]
print(infer(rules, [fact("score", code="1", state="scored")])[1].reason)
print("durable_rules_engine" in sys.modules)
answer, use = infer(rules, [fact("score", code=code, state="missing") for code in "21"])
print(use.name, use.reason)
print(answer)
"""


def test_the_extension_is_loaded_only_for_rules_that_could_fire() -> None:
    pytest.importorskip("durable_rules_engine", reason="durable-rules is an optional extra")
    assert says(RUN).splitlines()[:4] == ["False", "idle", "False", "durable "]


def test_with_its_import_blocked_the_answer_is_the_same_to_the_byte() -> None:
    *_, use, answer = says(RUN).splitlines()
    blocked = says("import sys; sys.modules['durable_rules_engine'] = None" + RUN).splitlines()
    assert blocked == ["True", "idle", "True", "reference not_installed", answer]
    asked = says(RUN, PAR_INDEX_ENGINE="reference").splitlines()
    assert asked == ["False", "idle", "False", "reference asked", answer]
    assert use in ("durable ", "reference not_installed")
