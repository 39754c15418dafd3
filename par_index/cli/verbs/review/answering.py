"""How an act ends: what was written, and the head of the log; or all that stood in its way."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from par_index.cli.exits import Exit
from par_index.cli.review_acting import Done, act
from par_index.problems import InvalidInput

__all__ = ["acted", "perform"]


def acted(
    folder: str,
    acting: dict[str, Any],
    make: Callable[[Any], Any],
    *,
    create: bool = False,
) -> Done:
    """One act as the options say: by whom, on what they have seen, at what time."""
    return act(folder, acting["as"], make, seen=acting["seen"], at=acting["at"], create=create)


def perform(language: str, acting: dict[str, Any], work: Callable[[], Done]) -> Exit:
    """Do it, and tell its end in the form that was asked for."""
    from par_index.cli.saving import deliver

    is_json = acting["format"] == "json"
    try:
        done = work()
    except InvalidInput as refusal:
        if not is_json:
            raise
        from par_index.cli.advising import tell_refusal
        from par_index.rendering.review.acts_json import REVIEW

        return tell_refusal(refusal, REVIEW, None)
    if is_json:
        from par_index.rendering.json_document import dump
        from par_index.rendering.review.acts_json import act_document

        deliver(dump(act_document(done.line, done.state, is_new=done.is_new)), None)
        return Exit.OK
    from par_index.cli.streams import color_on, complain
    from par_index.rendering.problems import render_problems
    from par_index.rendering.review.acts import act_text

    told = act_text(done.line, done.state, language, is_new=done.is_new, before=done.before)
    deliver(told, None)
    complain(render_problems(done.remarks, language=language, color=color_on(sys.stderr)))
    return Exit.OK
