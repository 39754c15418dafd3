"""Findings: what to look at again before submitting, the most serious first."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from par_index.model.assessment import Assessment
from par_index.model.facts import FACTS, Fact, Shape, Value
from par_index.model.findings import Finding, Severity
from par_index.rendering.findings import Sayer
from par_index.rendering.messages.findings import say
from par_index.rendering.report import page
from par_index.rendering.subjects import Subject, shapes_of, subject_of
from par_index.rendering.terms import TIE
from par_index.rendering.voice import Voice

__all__ = [
    "finding_entries",
    "finding_figures",
    "finding_trace",
    "findings_section",
    "is_serious",
    "serious_hint",
    "told_in",
]

_FEW = 6
"""So many places name criteria by their titles as well; of more that would fill the screen."""
_FEW_TOGETHER = 3
"""So many do on one line."""

_SPECIAL = re.compile(r"""^[\s\-?!&*|>%@`'"#]|[,:{}\[\]]|\s#|\s$""")
"""What ends a plain text inside ``{…}``, or makes it something else."""


def findings_section(voice: Voice, assessment: Assessment) -> page.Section:
    """A rule is one entry with all its places; criteria that share a sentence share a line."""
    return page.Section(
        _summary(voice, assessment.findings),
        entries=finding_entries(voice, assessment, assessment.findings),
        is_gap=is_serious(assessment.findings),
        columns=(
            say("column_severity", voice.language),
            say("column_finding", voice.language),
            say("column_places", voice.language),
        ),
    )


def finding_entries(
    voice: Voice, assessment: Assessment, findings: Iterable[Finding]
) -> tuple[page.Entry, ...]:
    """Findings of an assessment, each with the places that it is given with."""
    sayer = Sayer(voice, assessment)
    return tuple(_entry(voice, sayer, finding) for finding in findings)


def is_serious(findings: Sequence[Finding]) -> bool:
    return bool(_counts(findings)[Severity.SERIOUS])


def finding_figures(voice: Voice, assessment: Assessment) -> Iterator[str]:
    """How many there are is told at the top as well."""
    yield _summary(voice, assessment.findings)


def serious_hint(voice: Voice, assessment: Assessment) -> Iterator[str]:
    """The serious ones alone, where nothing but the headline is shown."""
    if count := _counts(assessment.findings)[Severity.SERIOUS]:
        yield say("serious_hint", voice.language, count=voice.number(count))


def finding_trace(voice: Voice, assessment: Assessment) -> page.Section:
    """Which rule fired on which facts, place by place, as data."""
    return page.Section(
        say("rules", voice.language),
        entries=tuple(
            page.Entry(
                finding.rule.id,
                voice.text(finding.rule.title) if finding.rule.title else "",
                places=tuple(
                    voice.list(_fact(voice, fact) for fact in place.facts)
                    for place in finding.places
                ),
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


def _summary(voice: Voice, findings: Sequence[Finding]) -> str:
    """How many findings there are of each severity, the most serious first."""
    counts = _counts(findings)
    told = (_counted(voice, counts, one) for one in reversed(Severity) if counts[one])
    return say("findings", voice.language, counts=", ".join(told))


def _counts(findings: Sequence[Finding]) -> Counter[Severity | None]:
    return Counter(finding.rule.severity for finding in findings)


def _counted(voice: Voice, counts: Counter[Severity | None], severity: Severity) -> str:
    count, name = voice.number(counts[severity]), say(severity, voice.language)
    return say("count_of", voice.language, count=count, severity=name).replace(" ", TIE)


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
            yield _shared(voice, sentence, ", ".join(names) if in_short else voice.list(names))


def _labelled(voice: Voice, name: str, sentence: str) -> str:
    """One after the other, or whichever there is; of two colons the first becomes a dash.

    It does not before a number, where it would be a minus.
    """
    if not name or not sentence:
        return name or sentence
    if _has_colon(sentence) and sentence[0] not in "−0123456789":
        return say("beside", voice.language, label=name, value=sentence)
    return voice.say("labelled", label=name, value=sentence)


def _shared(voice: Voice, sentence: str, names: str) -> str:
    """A sentence before those of whom it is said; one with a colon of its own after them."""
    if _has_colon(sentence):
        return _labelled(voice, names, sentence)
    return _labelled(voice, sentence, names)


def _has_colon(sentence: str) -> bool:
    """Whether its first part has one; arithmetic has none."""
    return ": " in sentence.split("; ")[0]


def _fact(voice: Voice, fact: Fact) -> str:
    """As a rule would write it, its subject first: ``claim {code: "1.1", state: above}``."""
    shapes = shapes_of(voice.criteria, fact.kind)
    values = dict(fact.fields)
    names: Iterable[str] = FACTS.get(fact.kind, values)
    fields = (
        f"{name}:{TIE}{_yaml(values[name], shapes.get(name))}"
        for name in names
        if values[name] != ""
    )
    return f"{fact.kind} {{{', '.join(fields)}}}"


def _yaml(value: Value, shape: Shape | None) -> str:
    """A code that looks like a number is quoted, and a text that YAML would read otherwise."""
    text = str(value)
    is_number = shape is Shape.CODE and not text[:1].isalpha()
    is_special = shape is Shape.TEXT and bool(_SPECIAL.search(text))
    return json.dumps(text, ensure_ascii=False) if is_number or is_special else text
