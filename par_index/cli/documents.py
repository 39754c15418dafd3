"""Results as what a caller gets: one document, and diagnostics beside it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from par_index.cli.exits import Exit, worst_of
from par_index.cli.results import Assessed, Refused, Result
from par_index.cli.saving import deliver
from par_index.cli.streams import color_on, complain, paper
from par_index.model.assessment import Assessment
from par_index.nouns import Noun
from par_index.problems import Problems
from par_index.rendering.columns import visible
from par_index.rendering.problems import render_problems

if TYPE_CHECKING:
    from par_index.inferring.engines import EngineUse
    from par_index.rendering.json_values import Json

__all__ = ["Manner", "tell", "tell_engines"]


class Manner(Noun):
    """How the caller wants to be told. ``several`` follows the arguments, never the results;
    ``beside`` gives blocks of JSON that go with an assessment.
    """

    format: str
    language: str
    detail: int
    output: str | None
    several: bool
    beside: Callable[[Assessment], Json] | None = None


def tell(results: Sequence[Result], manner: Manner) -> Exit:
    """Deliver the one document of these results; the code is that of the worst."""
    code = worst_of(result.exit for result in results)
    is_json = manner.format == "json"
    text = _json(results, manner, code) if is_json else _text(results, manner)
    try:
        if text:
            deliver(text, manner.output)
    finally:
        if not is_json or manner.detail > 1:
            complain("\n".join(filter(None, _diagnostics(results, manner.language))))
    return code


def tell_engines(engines: Sequence[EngineUse], language: str, *, verified: bool) -> None:
    """Say beside the document, never in it, which engines looked for findings."""
    if not engines:
        return
    from par_index.rendering.findings import engine_line

    lines = dict.fromkeys(engine_line(one, language, verified=verified) for one in engines)
    complain("".join(f"{visible(line)}\n" for line in lines))


# Each format brings its own modules; only those of the one that is asked for are imported.


def _json(results: Sequence[Result], manner: Manner, code: Exit) -> str:
    from par_index.rendering.json_document import dump, several_document

    documents = [result.document | _beside(result, manner) for result in results]
    return dump(several_document(documents, code) if manner.several else documents[0])


def _beside(result: Result, manner: Manner) -> Json:
    if manner.beside is None or not isinstance(result, Assessed):
        return {}
    return manner.beside(result.assessment)


def _text(results: Sequence[Result], manner: Manner) -> str:
    """The reports of what could be assessed, one below the other."""
    render = _as_markdown if manner.format == "markdown" else _as_text
    assessed = (result.assessment for result in results if isinstance(result, Assessed))
    return "\n".join(render(assessment, manner) for assessment in assessed)


def _as_markdown(assessment: Assessment, manner: Manner) -> str:
    from par_index.rendering.markdown import render_markdown

    return render_markdown(assessment, language=manner.language)


def _as_text(assessment: Assessment, manner: Manner) -> str:
    from par_index.rendering.text import render_text

    width, color = paper(manner.output)
    return render_text(
        assessment,
        language=manner.language,
        width=width,
        color=color,
        detail=manner.detail,
    )


def _diagnostics(results: Sequence[Result], language: str) -> Iterator[str]:
    """What is wrong with the refused, and the gates that the others did not pass."""
    problems = Problems()
    for result in results:
        if isinstance(result, Refused):
            problems.extend(result.problems)
    yield render_problems(problems.in_order(), language=language, color=color_on(sys.stderr))
    for result in results:
        if isinstance(result, Assessed):
            unit = visible(result.assessment.submission.unit.name)
            yield "".join(f"{one.sentence(unit, language)}\n" for one in result.failures)
