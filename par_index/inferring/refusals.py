"""Why durable-rules did not run, or what it got wrong."""

from __future__ import annotations

from par_index.inferring.programs import Inferred

__all__ = ["EngineFault", "EngineMismatch", "EngineRefusal"]


class EngineRefusal(Exception):  # noqa: N818 - the reference runs instead; nothing is wrong
    """The engine is not there, or must not be given this program. ``detail`` is for developers."""

    def __init__(self, reason: str, detail: str = "") -> None:
        self.reason = reason
        self.detail = detail
        super().__init__(f"{reason}: {detail}" if detail else reason)


class EngineFault(EngineRefusal):
    """The engine has failed or answered what cannot be; nothing of its answer is used."""

    def __init__(self, detail: str) -> None:
        super().__init__("fault", detail)


class EngineMismatch(Exception):  # noqa: N818 - a finding about the engine, not about input
    """The engine and the reference disagree."""

    def __init__(self, durable: Inferred, reference: Inferred) -> None:
        self.durable = durable
        self.reference = reference
        super().__init__("\n".join(self.differences()))

    def differences(self) -> list[str]:
        """A line for everything that only one of them found."""
        ours = {*self.durable.firings, *self.durable.derived}
        theirs = {*self.reference.firings, *self.reference.derived}
        return [
            *sorted(f"only durable-rules: {one}" for one in ours - theirs),
            *sorted(f"only the reference: {one}" for one in theirs - ours),
        ]
