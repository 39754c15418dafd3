"""Which engine answers, and that the answer is the same whatever becomes of durable-rules."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from support.programs import fact, finding_rule, pattern

from par_index.inferring import durable, engines
from par_index.inferring.engines import DURABLE, REFERENCE, EngineUse, infer
from par_index.inferring.programs import Firing, Inferred
from par_index.inferring.refusals import EngineMismatch
from par_index.model.findings import Domain

FACTS = [
    *(fact("score", code=code, milli=500, state="scored") for code in ("1", "2")),
    *(fact("evidence", code=code, lacking=lacking) for code, lacking in (("1", 1), ("2", 0))),
    fact("foreign", measure="m", value="khoảng 90%", by="survey"),
]
RULES = [
    finding_rule(
        "weak",
        pattern("score", code="$c", milli={"above": 0}),
        pattern("evidence", code="$c", lacking={"above": 0}),
        then=pattern("weak", code="$c"),
        c=Domain.CRITERIA,
    ),
    finding_rule("shown", pattern("weak"), unless=[pattern("explained")]),
    finding_rule("kept", pattern("foreign"), unless=[pattern("weak", code="1")]),
]
WEAK = fact("weak", code="1")
ANSWER = Inferred(
    (Firing("shown", (WEAK,)), Firing("weak", (FACTS[0], FACTS[2]))),
    (fact("finding_of", rule="shown"), WEAK),
)

needs_durable = pytest.mark.usefixtures("durable_engine")


@pytest.fixture
def durable_engine() -> Any:
    return pytest.importorskip("durable_rules_engine", reason="durable-rules is an optional extra")


@pytest.fixture(autouse=True)
def _untouched(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("PAR_INDEX_ENGINE", raising=False)
    durable._trusted_engine.cache_clear()
    yield
    monkeypatch.undo()
    durable._trusted_engine.cache_clear()


def reason() -> str:
    """Why the reference answered. The answer must be right in any case."""
    answer, use = infer(RULES, FACTS)
    assert answer == ANSWER
    assert use.name == REFERENCE
    return use.reason


# --- which engine ----------------------------------------------------------------------------


@needs_durable
def test_durable_rules_answers_where_it_is_installed() -> None:
    assert infer(RULES, FACTS) == (ANSWER, EngineUse(DURABLE))
    assert infer(RULES, FACTS, verify=True) == (ANSWER, EngineUse(DURABLE))


def test_nothing_is_loaded_where_no_rule_could_fire(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "_by_durable", None)
    assert infer(RULES, [FACTS[-2]]) == (Inferred(), EngineUse(REFERENCE, "idle"))


@pytest.mark.parametrize("wish", ["reference", "no"])
def test_the_environment_can_ask_for_the_reference(
    monkeypatch: pytest.MonkeyPatch, wish: str
) -> None:
    monkeypatch.setenv("PAR_INDEX_ENGINE", wish)
    assert reason() == "asked"


def test_without_the_extension_the_reference_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "durable_rules_engine", None)
    assert reason() == "not_installed"
    assert infer(RULES, FACTS, verify=True)[1].reason == "not_installed"


@pytest.mark.parametrize("error", ["ImportError", "OSError", "AttributeError", "SystemError"])
def test_an_extension_that_cannot_be_loaded_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, error: str
) -> None:
    (tmp_path / "durable_rules_engine.py").write_text(f"raise {error}('undefined symbol')\n")
    monkeypatch.delitem(sys.modules, "durable_rules_engine", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    assert reason() == "not_loadable"


@pytest.mark.parametrize(
    "parts",
    [{}, {"create_ruleset": lambda name, rules: 1, "assert_fact": lambda handle, fact: (1, 1)}],
    ids=["empty", "deaf"],
)
def test_an_extension_that_cannot_answer_a_known_question_is_not_trusted(
    monkeypatch: pytest.MonkeyPatch, parts: dict[str, Any]
) -> None:
    monkeypatch.setitem(sys.modules, "durable_rules_engine", SimpleNamespace(**parts))
    assert reason() == "self_test_failed"


@needs_durable
def test_a_wrong_answer_to_the_known_question_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(durable, "_SELF_TEST_ANSWER", Inferred())
    assert reason() == "self_test_failed"


@needs_durable
def test_a_text_that_must_not_cross_leaves_the_run_to_the_reference() -> None:
    quote = fact("foreign", measure="m", value="«…»" * 100, by="survey")
    rules = [*RULES, finding_rule("said", pattern("foreign", value={"not": "90%"}))]
    answer, use = infer(rules, [*FACTS[:-1], quote])
    assert (use.name, use.reason) == (REFERENCE, "value")
    assert Firing("said", (quote,)) in answer.firings


@needs_durable
def test_a_text_that_no_rule_tests_is_no_hindrance() -> None:
    quote = fact("foreign", measure="m", value="«…»\n" * 100, by="survey")
    assert infer(RULES, [*FACTS[:-1], quote])[1] == EngineUse(DURABLE)


@needs_durable
def test_a_program_beyond_the_limits_is_left_to_the_reference() -> None:
    rules = [finding_rule(f"r-{one}", pattern("foreign")) for one in range(201)]
    answer, use = infer(rules, FACTS, verify=True)
    assert use == EngineUse(REFERENCE, "limits", "rules_ending_in_one_test")
    assert len(answer.firings) == 201


def test_with_verify_a_difference_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Inferred(ANSWER.firings[:1], (*ANSWER.derived, fact("more", n=1)))
    monkeypatch.setattr(durable, "infer_by_durable", lambda program, facts: found)
    with pytest.raises(EngineMismatch) as caught:
        infer(RULES, FACTS, verify=True)
    assert caught.value.differences() == [
        f"only durable-rules: {found.derived[-1]}",
        f"only the reference: {ANSWER.firings[1]}",
    ]


# --- faults ----------------------------------------------------------------------------------


class Watched:
    """The extension, counting what is open, with some functions that go wrong from a call on."""

    def __init__(self, engine: Any) -> None:
        self.engine = engine
        self.open: list[int] = []
        self.calls: dict[str, int] = {}
        self.wrong: dict[str, tuple[int, Callable[..., Any]]] = {}

    def __getattr__(self, name: str) -> Callable[..., Any]:
        function = getattr(self.engine, name)

        def called(*args: Any) -> Any:
            self.calls[name] = self.calls.get(name, 0) + 1
            start, wrong = self.wrong.get(name, (0, None))
            result = wrong(*args) if wrong and self.calls[name] > start else function(*args)
            if name == "create_ruleset":
                self.open.append(result)
            if name == "delete_ruleset":
                self.open.remove(args[0])
            return result

        return called


@pytest.fixture
def watched(durable_engine: Any, monkeypatch: pytest.MonkeyPatch) -> Watched:
    watched = Watched(durable_engine)
    monkeypatch.setattr(durable, "_trusted_engine", lambda: watched)
    return watched


def raises(error: BaseException) -> Callable[..., Any]:
    def wrong(*args: Any) -> Any:
        raise error

    return wrong


def says(value: object) -> Callable[..., Any]:
    return lambda *args: value


FAULTS = {
    "a fact is taken for an observed one": ("assert_fact", 2, says((2, 1))),
    "a fact is put off": ("assert_fact", 3, says((3, 1))),
    "a fact opens another session": ("assert_fact", 2, says((0, 2))),
    "a fact raises": ("assert_fact", 1, raises(MemoryError())),
    "the boot fact is of no use": ("assert_fact", 0, says((1, 1))),
    "rules raise": ("create_ruleset", 0, raises(ValueError("error code: 108"))),
    "nothing boots": ("start_action_for_state", 0, says(None)),
    "an answer is no JSON": ("start_action_for_state", 1, says(("", "{"))),
    "an answer names no rule": ("start_action_for_state", 1, says(("", '{"77": {}}'))),
    "an answer lacks its facts": ("start_action_for_state", 1, says(("", '{"0": {}}'))),
    "an answer does not match": (
        "start_action_for_state",
        1,
        says(("", '{"0": {"m_0": {"id": "1"}, "m_1": {"id": "2"}}}')),
    ),
    "an answer has one fact twice": (
        "start_action_for_state",
        1,
        says(("", '{"0": {"m_0": {"id": "3"}, "m_1": {"id": "3"}}}')),
    ),
    "the end of a session raises": ("delete_state", 0, raises(ValueError("error code: 309"))),
}


@pytest.mark.parametrize("name", FAULTS)
def test_after_any_fault_the_reference_answers_and_nothing_stays_open(
    watched: Watched, name: str
) -> None:
    function, start, wrong = FAULTS[name]
    watched.wrong[function] = (start, wrong)
    assert reason() == "fault"
    assert watched.open == []
    watched.wrong.clear()
    assert infer(RULES, FACTS) == (ANSWER, EngineUse(DURABLE))


def test_a_rule_that_fires_twice_is_a_fault(watched: Watched) -> None:
    answers: list[str] = []
    start = watched.engine.start_action_for_state

    def first(*args: Any) -> Any:
        started = start(*args)
        answers.append(started[1])
        return started

    watched.wrong["start_action_for_state"] = (1, first)
    watched.wrong["complete_and_start_action"] = (1, lambda *args: answers[-1])
    assert reason() == "fault"
    assert watched.open == []


def test_an_interrupt_is_not_a_fault_but_closes_all_the_same(watched: Watched) -> None:
    watched.wrong["assert_fact"] = (2, raises(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        infer(RULES, FACTS)
    assert watched.open == []


def test_a_session_is_ended_only_after_something_fired_in_it(watched: Watched) -> None:
    watched.wrong["start_action_for_state"] = (0, says(None))
    assert reason() == "fault"
    assert "delete_state" not in watched.calls


def test_only_the_functions_that_are_sound_are_called(watched: Watched) -> None:
    infer(RULES, FACTS)
    assert watched.calls.keys() == {
        "create_ruleset",
        "assert_fact",
        "start_action_for_state",
        "complete_and_start_action",
        "delete_state",
        "delete_ruleset",
    }


# --- several runs ----------------------------------------------------------------------------


def test_runs_do_not_see_each_other() -> None:
    for _ in range(3):
        assert infer(RULES, FACTS)[0] == ANSWER
        assert infer(RULES, FACTS[2:])[0] == Inferred(
            (Firing("kept", (FACTS[-1],)),), (fact("finding_of", rule="kept"),)
        )


def test_threads_do_not_see_each_other() -> None:
    wrong: list[object] = []

    def work(own: int) -> None:
        for number in range(40):
            code = f"{own}.{number}"
            facts = [fact("score", code=code, milli=1), fact("evidence", code=code, lacking=1)]
            answer = infer(RULES, facts)[0]
            weak = fact("weak", code=code)
            if answer.firings != (Firing("shown", (weak,)), Firing("weak", (facts[0], facts[1]))):
                wrong.append(answer)

    threads = [threading.Thread(target=work, args=(own,)) for own in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
