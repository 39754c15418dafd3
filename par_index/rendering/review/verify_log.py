"""What was verified of a log: as a page and as JSON."""

from __future__ import annotations

from collections.abc import Iterator

from par_index.rendering.json_values import Json
from par_index.rendering.messages.review_log import say_log
from par_index.rendering.messages.review_words import PHASES
from par_index.rendering.numbers import number
from par_index.rendering.report.page import Page, Section
from par_index.rendering.review.acts_json import state_part
from par_index.rendering.review.standing import particulars
from par_index.review.log.verifying import Proven

__all__ = ["VERIFY", "proven_document", "proven_page"]

VERIFY = "par_index/review-verify/1"
_SHORT = 12


def proven_document(proven: Proven, exit_code: int = 0) -> Json:
    """How far a log was held against its packages, and how it stands."""
    return {
        "schema": VERIFY,
        "status": "verified",
        "exit_code": exit_code,
        "lines": len(proven.chain.lines),
        "packages": list(proven.checked),
        "missing": list(proven.missing),
        "unlike": [{"line": seq, "codes": list(codes)} for seq, codes in proven.unlike],
        **state_part(proven.state),
    }


def proven_page(proven: Proven, language: str, *, with_head: bool) -> Page:
    """What it proves, and what it does not."""

    def say(what: str, /, **slots: str) -> str:
        return say_log(what, language, **slots)

    state = proven.state
    phase = PHASES[state.phase.value].into(language)
    proves = ["proves_whole", "proves_legal"]
    if proven.checked and not proven.missing:
        proves.append("proves_packages")
    if with_head:
        proves.append("proves_head")
    unproven = ["not_who", "not_official", "not_true"]
    if not with_head:
        unproven.insert(0, "not_cut")
    sections = (
        Section(say("look_section"), bullets=tuple(_to_look_at(proven, language)), is_gap=True),
        Section(say("proves_section"), bullets=tuple(map(say, proves))),
        Section(say("not_proven_section"), bullets=tuple(map(say, unproven))),
    )
    return Page(
        title=state.unit.name,
        subtitle=say("verified", count=number(len(proven.chain.lines), language)),
        particulars=particulars(state, language),
        headline=say("phase", phase=phase, round=str(state.round)),
        figures=(say("no_proof"),),
        sections=tuple(one for one in sections if not one.is_empty),
        columns=(say("column_code"), say("column_criterion"), say("column_points")),
    )


def _to_look_at(proven: Proven, language: str) -> Iterator[str]:
    for digest in proven.missing:
        yield say_log("look_missing", language, package=digest[:_SHORT])
    for seq, codes in proven.unlike:
        yield say_log("look_unlike", language, seq=str(seq), codes=", ".join(codes))
