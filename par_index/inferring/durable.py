"""durable-rules, kept to what it does without fault. The only module that imports it.

One ruleset with one session for each run, both ended whatever happens; facts one by one and in
order; ``unless`` through tokens, stratum by stratum; every firing held against its rule. An answer
is whole, or there is none: anything odd raises `EngineFault`.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Final, Protocol, cast

from par_index.inferring.crossing import SESSION, Crossing
from par_index.inferring.memory import Memory
from par_index.inferring.programs import (
    GroundPattern,
    GroundRule,
    GroundTest,
    Inferred,
    fact_order,
    inferred,
)
from par_index.inferring.refusals import EngineFault, EngineRefusal
from par_index.model.facts import Fact
from par_index.model.findings import Compare

__all__ = ["infer_by_durable"]

_TAKEN, _OF_NO_USE = 0, 1


class _Engine(Protocol):
    """The functions that are called. There are others, which must not be."""

    def create_ruleset(self, name: str, rules: str, /) -> int: ...
    def assert_fact(self, handle: int, fact: str, /) -> tuple[int, int]: ...
    def start_action_for_state(self, handle: int, state: int, /) -> tuple[str, str] | None: ...
    def complete_and_start_action(self, handle: int, state: int, /) -> str | None: ...
    def delete_state(self, handle: int, session: str, /) -> None: ...
    def delete_ruleset(self, handle: int, /) -> None: ...


_lock = threading.Lock()


def _renew_lock() -> None:
    """A child process must not wait for a thread that its parent has."""
    global _lock
    _lock = threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_renew_lock)


_ONE, _TWO, _ADDED = Fact.of("a", n=1), Fact.of("a", n=2), Fact.of("b", s="tên")
_SMALL = GroundPattern("a", (GroundTest("n", Compare.BELOW, 2),))
_NAMED = GroundPattern("b", (GroundTest("s", Compare.IS, "tên"),))
_SELF_TEST: Final = (
    GroundRule("pair", (_SMALL, GroundPattern("a")), derives=(_ADDED,)),
    GroundRule("chain", (_NAMED,), unless=(GroundPattern("c"),)),
    GroundRule("silent", (_SMALL,), unless=(_NAMED,), stratum=1),
)
_SELF_TEST_ANSWER: Final = inferred([("pair", (_ONE, _TWO)), ("chain", (_ADDED,))], [_ADDED])


def infer_by_durable(program: Sequence[GroundRule], facts: Collection[Fact]) -> Inferred:
    """What `infer_by_reference` gives. Raises `EngineRefusal`, one of them `EngineFault`."""
    return _run(_trusted_engine(), program, facts)


@cache
def _trusted_engine() -> _Engine:
    """The engine, once it has given a known answer."""
    try:
        import durable_rules_engine  # type: ignore[import-not-found]
    except ModuleNotFoundError as error:
        raise EngineRefusal("not_installed", str(error)) from error
    except Exception as error:
        raise EngineRefusal("not_loadable", repr(error)) from error
    engine = cast(_Engine, durable_rules_engine)
    try:
        answer = _run(engine, _SELF_TEST, (_ONE, _TWO))
    except EngineRefusal as refusal:
        raise EngineRefusal("self_test_failed", refusal.detail) from refusal
    if answer != _SELF_TEST_ANSWER:
        raise EngineRefusal("self_test_failed", repr(answer))
    return engine


def _run(engine: _Engine, program: Sequence[GroundRule], facts: Collection[Fact]) -> Inferred:
    memory = Memory(program, facts)
    crossing = Crossing(program, memory)
    try:
        with _lock, _session(engine, crossing) as session:
            return _infer(session, crossing, program, memory)
    except EngineFault:
        raise
    except Exception as error:
        raise EngineFault(repr(error)) from error


class _Session:
    """A session that may be given facts and says what fired."""

    def __init__(self, engine: _Engine, handle: int, boot: str) -> None:
        self._engine = engine
        self._handle = handle
        code, self._state = engine.assert_fact(handle, boot)
        if code != _TAKEN:
            raise EngineFault(f"boot: {code}")

    def put(self, fact: str) -> None:
        code, state = self._engine.assert_fact(self._handle, fact)
        if code not in (_TAKEN, _OF_NO_USE) or state != self._state:
            raise EngineFault(f"{code}, {state}: {fact[:200]}")

    def answers(self) -> Iterator[str]:
        """Every firing since the last time. Nothing may be put in before all of them are read."""
        started = self._engine.start_action_for_state(self._handle, self._state)
        answer = started[1] if started else None
        while answer:
            yield answer
            answer = self._engine.complete_and_start_action(self._handle, self._state)


@contextmanager
def _session(engine: _Engine, crossing: Crossing) -> Iterator[_Session]:
    handle = engine.create_ruleset("findings", crossing.rules())
    try:
        session = _Session(engine, handle, crossing.boot())
        booted = list(session.answers())
        # Before anything has fired, ending the session would be the end of the process.
        if len(booted) != 1:
            raise EngineFault(f"boot: {booted}"[:200])
        try:
            yield session
        finally:
            engine.delete_state(handle, SESSION)
    finally:
        engine.delete_ruleset(handle)


def _infer(
    session: _Session, crossing: Crossing, program: Sequence[GroundRule], memory: Memory
) -> Inferred:
    """Put in what is known and add what fires from it, until nothing is new; for each stratum.

    With a stratum come the tokens for what its rules must not find, as far as nothing is there.
    """
    fired: set[tuple[int, tuple[Fact, ...]]] = set()
    derived: list[Fact] = []
    settled: set[GroundPattern] = set()
    messages = [crossing.message(fact) for fact in crossing.given]
    for stratum in sorted({rule.stratum for rule in program}):
        rules = [rule for rule in program if rule.stratum == stratum]
        unless = dict.fromkeys(pattern for rule in rules for pattern in rule.unless)
        absent = [one for one in unless if one not in settled and not memory.matching(one)]
        settled.update(unless)
        messages += [crossing.absence(pattern) for pattern in absent]
        while messages:
            for message in messages:
                session.put(message)
            news: list[Fact] = []
            for answer in session.answers():
                firing = crossing.firing(answer)
                if firing in fired:
                    raise EngineFault(f"fired twice: {answer[:200]}")
                fired.add(firing)
                news += [fact for fact in program[firing[0]].derives if memory.add(fact)]
            derived += news
            asked = filter(crossing.asks_for, sorted(news, key=fact_order))
            messages = [crossing.message(fact) for fact in asked]
    return inferred([(program[place].name, facts) for place, facts in fired], derived)
