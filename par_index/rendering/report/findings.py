"""Findings: what to look at again before submitting, the most serious first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from par_index.model.assessment import Assessment
from par_index.model.facts import FACTS, Fact, Shape
from par_index.model.findings import Finding, Severity
from par_index.rendering.findings import Sayer
from par_index.rendering.messages.findings import say
from par_index.rendering.report import page
from par_index.rendering.subjects import Subject, subject_of
from par_index.rendering.voice import Voice

__all__ = ["finding_figures", "finding_trace", "findings_section", "told_in"]

_FEW = 6
"""So many places name criteria by their titles as well; of more that would fill the screen."""
_FEW_TOGETHER = 3
"""So many do on one line."""


def findings_section(voice: Voice, assessment: Assessment) -> page.Section:
    """A rule is one entry with all its places; criteria that share a sentence share a line."""
    sayer = Sayer(voice, assessment)
    counts = _counts(assessment.findings)
    told = (_counted(voice, counts, one) for one in reversed(Severity) if counts[one])
    return page.Section(
        say("findings", voice.language, counts=", ".join(told)),
        entries=tuple(_entry(voice, sayer, finding) for finding in assessment.findings),
        is_gap=bool(counts[Severity.SERIOUS]),
        columns=(
            say("column_severity", voice.language),
            say("column_finding", voice.language),
            say("column_places", voice.language),
        ),
    )


def finding_figures(voice: Voice, assessment: Assessment) -> Iterator[str]:
    """The serious ones are told at the top as well."""
    if serious := _counts(assessment.findings)[Severity.SERIOUS]:
        yield say("findings_serious", voice.language, count=voice.number(serious))


def finding_trace(voice: Voice, assessment: Assessment) -> page.Section:
    """Which rule fired on which facts, place by place, as data."""
    return page.Section(
        say("rules", voice.language),
        entries=tuple(
            page.Entry(
                finding.rule.id,
                voice.text(finding.rule.title) if finding.rule.title else "",
                places=tuple(voice.list(map(_fact, place.facts)) for place in finding.places),
            )
            for finding in assessment.findings
        ),
    )


def told_in(assessment: Assessment) -> frozenset[tuple[str, str]]:
    """What findings say already: kinds of facts, and the subjects that they are of."""
    return frozenset(
        (place.facts[0].kind, subject.id)
        for finding in assessment.findings
        for place in finding.places
        if (subject := subject_of(place)) is not None
    )


def _counts(findings: Sequence[Finding]) -> Counter[Severity | None]:
    return Counter(finding.rule.severity for finding in findings)


def _counted(voice: Voice, counts: Counter[Severity | None], severity: Severity) -> str:
    count, name = voice.number(counts[severity]), say(severity, voice.language)
    return say("count_of", voice.language, count=count, severity=name)


def _entry(voice: Voice, sayer: Sayer, finding: Finding) -> page.Entry:
    rule = finding.rule
    facts = []
    if rule.next is not None:
        facts.append(page.Fact(voice.say("next"), voice.text(rule.next)))
    if rule.cites:
        facts.append(page.Fact(voice.say("clause"), rule.cites))
    return page.Entry(
        sayer.severity(finding),
        voice.text(rule.title) if rule.title else rule.id,
        facts=tuple(facts),
        places=tuple(_places(voice, sayer, finding)),
    )


def _places(voice: Voice, sayer: Sayer, finding: Finding) -> Iterator[str]:
    """A line for each place; those about which the same is said stand together, and it once."""
    is_long = len(finding.places) > _FEW
    together: dict[tuple[Shape | None, str], dict[Subject | None, None]] = {}
    for place in finding.places:
        subject = subject_of(place)
        shape = subject.shape if subject is not None else None
        key = (shape, sayer.sentence(finding.rule, place, subject))
        together.setdefault(key, {})[subject] = None
    for (shape, sentence), subjects in together.items():
        named = [one for one in subjects if one is not None]
        in_short = shape is Shape.CODE and (is_long or len(named) > _FEW_TOGETHER)
        names = [one.id if in_short else sayer.name(one) for one in named]
        if shape is Shape.CHECK or len(names) == 1:
            yield from (_labelled(voice, name, sentence) for name in names)
        elif names or sentence:
            yield _labelled(voice, sentence, ", ".join(names) if in_short else voice.list(names))


def _labelled(voice: Voice, label: str, value: str) -> str:
    """One after the other, or whichever there is."""
    return voice.say("labelled", label=label, value=value) if label and value else label or value


def _fact(fact: Fact) -> str:
    """As a rule would write it, its subject first: ``claim {code: 1.1, state: above}``."""
    values = dict(fact.fields)
    names: Iterable[str] = FACTS.get(fact.kind, values)
    fields = ", ".join(f"{name}: {values[name]}" for name in names if values[name] != "")
    return f"{fact.kind} {{{fields}}}"
