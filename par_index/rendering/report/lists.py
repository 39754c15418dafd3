"""What there is: areas, points by what they stand on, what is left out, remarks on the input."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from par_index.model.accounts import Account, Basis, Outcome
from par_index.model.assessment import Assessment, Score
from par_index.problems import Problem, Source
from par_index.rendering.arithmetic import because_line
from par_index.rendering.messages.catalogue import sentence
from par_index.rendering.problems import severity_of
from par_index.rendering.report.page import Entry, Fact, Grid, Section
from par_index.rendering.voice import Voice

__all__ = ["area_section", "ground_of", "list_sections", "remark_section"]


def area_section(voice: Voice, assessment: Assessment) -> Section:
    """The points of each area, and of all together."""
    columns = ("points", "maximum", "self", "missing", "pending", "out")
    grid = Grid(
        tuple(voice.say(f"column_{name}") for name in ("area", *columns)),
        tuple(
            (voice.text(area.criterion.title), *_cells(voice, area.account))
            for area in assessment.areas
        ),
        (voice.say("total"), *_cells(voice, assessment.account)),
    )
    return Section(voice.say("areas"), grid=grid)


def _cells(voice: Voice, account: Account) -> Iterator[str]:
    by_outcome = account.by_outcome
    yield voice.amount(account.points)
    yield voice.amount(account.maximum)
    yield voice.amount(account.self_assessable)
    yield voice.amount(by_outcome[Outcome.MISSING])
    yield voice.amount(by_outcome[Outcome.PENDING])
    yield voice.amount(by_outcome[Outcome.NOT_APPLICABLE])


def list_sections(voice: Voice, leaves: Sequence[Score]) -> Iterator[Section]:
    """Points on words, on rates, on counts; evidence lacking; what does not apply."""
    for basis, name in (
        (Basis.DECLARED, "met_by_words"),
        (Basis.STATED, "met_by_rates"),
        (Basis.COUNTED, "met_by_counts"),
    ):
        earning = [leaf for leaf in leaves if leaf.basis is basis and leaf.low > 0]
        lead = "" if basis is Basis.COUNTED else voice.say(f"{name}_lead")
        facts = _how if basis is Basis.COUNTED else _no_facts
        yield _listed(voice, name, earning, facts, lead)
    yield _listed(voice, "lacking", [leaf for leaf in leaves if leaf.lacking], _lacking)
    out = [leaf for leaf in leaves if leaf.outcome is Outcome.NOT_APPLICABLE]
    yield _listed(voice, "left_out", out, _why_not)


def _listed(
    voice: Voice,
    name: str,
    leaves: Sequence[Score],
    facts: Callable[[Voice, Score], Iterator[Fact]],
    lead: str = "",
) -> Section:
    return Section(
        voice.say(name, criteria=voice.tally(len(leaves))),
        lead,
        entries=tuple(
            Entry(
                leaf.code,
                voice.text(leaf.criterion.title),
                facts=tuple(facts(voice, leaf)),
            )
            for leaf in leaves
        ),
    )


def _no_facts(voice: Voice, leaf: Score) -> Iterator[Fact]:
    return iter(())


def _how(voice: Voice, leaf: Score) -> Iterator[Fact]:
    if leaf.because is not None:
        line = because_line(voice, leaf.because, leaf.outcome, leaf.low, leaf.high)
        yield Fact(voice.say("now"), line)


def _lacking(voice: Voice, leaf: Score) -> Iterator[Fact]:
    titles = {one.id: voice.text(one.title) for one in leaf.criterion.evidence}
    yield Fact(voice.say("needs_document"), voice.list(titles[id] for id in leaf.lacking))


def _why_not(voice: Voice, leaf: Score) -> Iterator[Fact]:
    if leaf.because is not None:
        ground = ground_of(voice, leaf)
        line = because_line(voice, leaf.because, leaf.outcome, leaf.low, leaf.high, ground)
        yield Fact(voice.say("why_not"), line)


def ground_of(voice: Voice, leaf: Score) -> str:
    """The listed ground that an answer names, with the explanation given to it."""
    policy, answer = leaf.criterion.not_applicable, leaf.answer
    if policy is None or answer is None or not answer.ground:
        return ""
    listed = {one.id: voice.text(one.text) for one in policy.grounds}
    parts = [listed.get(answer.ground, answer.ground)]
    if answer.explanation and answer.explanation != parts[0]:
        parts.append(voice.say("quoted", text=answer.explanation))
    return voice.list(parts)


def remark_section(voice: Voice, assessment: Assessment) -> Section:
    """Warnings and notes of the input, a line each with its place."""
    file = assessment.submission.source
    bullets = tuple(_remark(voice, problem, file) for problem in assessment.remarks)
    return Section(voice.say("remarks"), bullets=bullets)


def _remark(voice: Voice, problem: Problem, file: Source) -> str:
    words = sentence(problem, voice.language)
    span = problem.span
    place = voice.say("line", line=str(span.line)) if span.source is file else str(span)
    head = f"{voice.say(severity_of(problem))}[{problem.code}] {words.title}"
    line = voice.say("at", what=head, place=place)
    return voice.list(filter(None, (line, words.remark, words.hint)))
