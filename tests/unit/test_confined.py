"""Work in a process of its own: whatever happens there, here there is an answer."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from par_index.review.confined import CRASH, TIME, Confined

MODULE = "support.confined_work"


@pytest.fixture
def other(monkeypatch: pytest.MonkeyPatch) -> Iterator[Confined]:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parents[1]))
    with Confined(MODULE, seconds=20) as confined:
        yield confined


def test_questions_are_answered_by_one_process(other: Confined) -> None:
    first, second = other.ask(b""), other.ask(b"a\n\x00" * 1_000_000)
    assert (first["size"], second["size"]) == (0, 3_000_000)
    assert first["pid"] == second["pid"] != os.getpid()


@pytest.mark.parametrize("question", [b"eat", b"die", b"nest"])
def test_a_question_that_ends_the_process_is_told_and_the_next_one_answered(
    question: bytes, other: Confined
) -> None:
    assert other.ask(question) == CRASH
    assert other.ask(b"next")["size"] == 4


def test_a_question_that_takes_too_long_is_told(other: Confined) -> None:
    other.ask(b"")
    other.seconds = 0.3
    begun = time.monotonic()
    assert other.ask(b"sleep") == TIME
    assert time.monotonic() - begun < 10
    other.seconds = 20
    assert other.ask(b"next")["size"] == 4


def test_what_a_library_prints_is_no_answer(other: Confined) -> None:
    assert other.ask(b"print")["fault"] == ""


def test_a_module_that_cannot_start_is_told() -> None:
    with Confined("support.no_such_module") as confined:
        assert confined.ask(b"a" * 10_000_000) == CRASH


def test_a_system_that_starts_no_process_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("par_index.review.confined.subprocess.Popen", refuse)
    with Confined(MODULE) as confined:
        assert confined.ask(b"") == confined.ask(b"again") == CRASH


def test_the_process_ends_with_the_one_who_asked(other: Confined) -> None:
    pid = other.ask(b"")["pid"]
    other.__exit__(None, None, None)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
