"""What there is: areas, points by what they stand on, what is left out, remarks on the input."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from par_index.model.accounts import Account, Basis, Outcome
from par_index.model.assessment import Assessment, Score
from par_index.model.criteria import Requirement
from par_index.model.units import reasoned
from par_index.problems import Problem, Source
from par_index.rendering.messages.catalogue import sentence
from par_index.rendering.problems import severity_of
from par_index.rendering.report.claims import Told
from par_index.rendering.report.nodes import is_lessened, line_of
from par_index.rendering.report.page import Entry, Fact, Grid, Section
from par_index.rendering.voice import Voice

__all__ = ["area_section", "list_sections", "remark_line", "remark_section"]


def area_section(voice: Voice, assessment: Assessment) -> Section:
    """The points of each area, and of all together; extras stand on lines of their own.

    Where a parent's points are not the sum of its components, it says so above the table.
    """
    columns = ("points", "maximum", "self", "missing", "pending", "out")
    areas = [area for area in assessment.areas if not area.criterion.extra]
    grid = Grid(
        tuple(voice.say(f"column_{name}") for name in ("area", *columns)),
        tuple((voice.text(area.criterion.title), *_cells(voice, area.account)) for area in areas),
        (voice.say("total"), *_cells(voice, assessment.account)),
    )
    lessened = [one for one in reasoned(areas) if is_lessened(one)]
    return Section(
        voice.say("areas"),
        bullets=tuple(_lessened(voice, assessment, one) for one in lessened),
        grid=grid,
    )


def _lessened(voice: Voice, assessment: Assessment, parent: Score) -> str:
    name = f"{parent.code} {voice.text(parent.criterion.title)}"
    return voice.say("labelled", label=name, value=line_of(voice, assessment, parent))


def _cells(voice: Voice, account: Account) -> Iterator[str]:
    by_outcome = account.by_outcome
    yield voice.amount(account.points)
    yield voice.amount(account.maximum)
    yield voice.amount(account.self_assessable)
    yield voice.amount(by_outcome[Outcome.MISSING])
    yield voice.amount(by_outcome[Outcome.PENDING])
    yield voice.amount(by_outcome[Outcome.NOT_APPLICABLE])


def list_sections(voice: Voice, assessment: Assessment, told: Told) -> Iterator[Section]:
    """Points on words, on rates, on counts; evidence lacking; what does not apply.

    What is to be done about words and rates stands above the list, unless findings have told it.
    """
    leaves = list(assessment.leaves())
    for basis, name in (
        (Basis.DECLARED, "met_by_words"),
        (Basis.STATED, "met_by_rates"),
        (Basis.COUNTED, "met_by_counts"),
    ):
        earning = [leaf for leaf in leaves if leaf.basis is basis and leaf.low > 0]
        is_told = any(("score", leaf.code) in told for leaf in earning)
        lead = "" if basis is Basis.COUNTED or is_told else voice.say(f"{name}_lead")
        how = _reasons(voice, assessment, "now") if basis is Basis.COUNTED else _no_facts
        yield _listed(voice, name, earning, how, lead)
    yield _evidence_lacking(voice, [leaf for leaf in leaves if leaf.lacking], told)
    out = [leaf for leaf in leaves if leaf.outcome is Outcome.NOT_APPLICABLE]
    yield _listed(voice, "left_out", out, _reasons(voice, assessment, "why_not"))


def _evidence_lacking(voice: Voice, leaves: Sequence[Score], told: Told) -> Section:
    """Every document to be had; where findings name only some of these criteria, it says why."""
    named = [("evidence", leaf.code) in told for leaf in leaves]
    lead = voice.say("lacking_lead") if any(named) and not all(named) else ""
    return _listed(voice, "lacking", leaves, _lacking(voice), lead)


_Facts = Callable[[Score], tuple[Fact, ...]]


def _listed(
    voice: Voice, name: str, leaves: Sequence[Score], facts: _Facts, lead: str = ""
) -> Section:
    return Section(
        voice.say(name, criteria=voice.tally(len(leaves))),
        lead,
        entries=tuple(
            Entry(leaf.code, voice.text(leaf.criterion.title), facts=facts(leaf)) for leaf in leaves
        ),
    )


def _no_facts(leaf: Score) -> tuple[Fact, ...]:
    return ()


def _reasons(voice: Voice, assessment: Assessment, label: str) -> _Facts:
    return lambda leaf: (Fact(voice.say(label), line_of(voice, assessment, leaf)),)


def _lacking(voice: Voice) -> _Facts:
    def lacking(leaf: Score) -> tuple[Fact, ...]:
        titles = {one.id: _title(voice, one) for one in leaf.criterion.evidence}
        wanted = voice.list(titles[id] for id in leaf.lacking)
        return (Fact(voice.say("needs_document"), wanted),)

    return lacking


def _title(voice: Voice, one: Requirement) -> str:
    """A kind of evidence, and how many of it where one is not enough."""
    title = voice.text(one.title)
    if one.count == 1:
        return title
    return voice.say("documents_asked", title=title, count=voice.number(one.count))


def remark_section(voice: Voice, assessment: Assessment) -> Section:
    """Warnings and notes of the input, a line each with its place."""
    file = assessment.submission.source
    bullets = tuple(remark_line(voice, problem, file) for problem in assessment.remarks)
    return Section(voice.say("remarks"), bullets=bullets)


def remark_line(voice: Voice, problem: Problem, file: Source) -> str:
    """A remark with its line in the unit's file, or its place elsewhere."""
    words = sentence(problem, voice.language)
    span = problem.span
    place = voice.say("line", line=str(span.line)) if span.source is file else str(span)
    head = f"{voice.say(severity_of(problem))}[{problem.code}] {words.title}"
    line = voice.say("at", what=head, place=place)
    return voice.list(filter(None, (line, words.remark, words.hint)))
