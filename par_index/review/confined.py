"""Work on untrusted bytes, done in a process of its own within a time and a memory.

The one who asks uses `Confined`; the module that is asked runs `serve` when it is started with
``python -m``. Questions are bytes, answers JSON objects.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from threading import Thread
from types import TracebackType
from typing import Any, BinaryIO, Final, Self

__all__ = ["CRASH", "TIME", "Confined", "serve"]

SECONDS: Final = 30.0
"""The time for one answer."""
MEMORY_BYTES: Final = 1_500_000_000
DEPTH: Final = 2_000
"""Calls within calls, as many as fit on any stack."""

TIME: Final = {"fault": "time"}
CRASH: Final = {"fault": "crash"}

Answer = dict[str, Any]


class Confined:
    """Asks a module question after question; where one ends its process, another is started.

    A context manager: the process ends with it.
    """

    def __init__(self, module: str, seconds: float = SECONDS) -> None:
        self.module = module
        self.seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    def ask(self, question: bytes) -> Answer:
        """The answer, `TIME` or `CRASH`; nothing is raised, whatever the bytes do over there."""
        answers: list[bytes] = []
        try:
            process = self._process = self._process or self._start()
        except OSError:
            # No process, memory or file descriptor is left for it.
            return CRASH

        def ask() -> None:
            with suppress(OSError, ValueError):
                assert process.stdin is not None
                assert process.stdout is not None
                process.stdin.write(b"%d\n" % len(question) + question)
                process.stdin.flush()
                answers.append(process.stdout.readline())

        asking = Thread(target=ask, daemon=True)
        asking.start()
        asking.join(self.seconds)
        is_late = asking.is_alive()
        if answers and answers[0].endswith(b"\n"):
            with suppress(ValueError):
                answer = json.loads(answers[0])
                assert isinstance(answer, dict)
                return answer
        self._end()
        asking.join()
        return TIME if is_late else CRASH

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-P", "-m", self.module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                with suppress(OSError):
                    if stream is not None:
                        stream.close()


def serve(answer: Callable[[bytes], Answer]) -> None:
    """Answer question after question until the input ends. Whatever a library prints is lost."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _limit_memory()
    sys.setrecursionlimit(DEPTH)
    for question in _questions(sys.stdin.buffer):
        answers.write(json.dumps(answer(question)).encode("ascii") + b"\n")
        answers.flush()


def _limit_memory() -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _questions(stream: BinaryIO) -> Iterator[bytes]:
    """Each after a line with its size."""
    while line := stream.readline():
        yield stream.read(int(line))
