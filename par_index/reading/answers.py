"""Reading answers: what a unit says to its criteria."""

from __future__ import annotations

from collections.abc import Mapping as Table
from fractions import Fraction

from par_index.model.criteria import CriteriaSet, Criterion
from par_index.model.submission import Answer, Evidence, EvidenceUse
from par_index.problems import Problems, Span
from par_index.reading.fields import Fields
from par_index.reading.nearest import nearest
from par_index.reading.nodes import Mapping
from par_index.reading.numbers import Figure, NumberStyle, read_figure

__all__ = ["read_answers", "read_check_answers"]


def read_answers(
    fields: Fields,
    criteria: CriteriaSet,
    evidence: Table[str, Evidence],
    style: NumberStyle,
    problems: Problems,
) -> dict[str, Answer]:
    """The answers by code, each criterion once."""
    answers: dict[str, Answer] = {}
    for node in fields.mappings("answers"):
        if "check" in node:
            continue
        one = Fields(node, problems, "2")
        one.expect(("code",), ("claimed", "evidence", "explanation", "not_applicable"))
        code = one.text("code")
        if code is None:
            continue
        span = one.span_of("code")
        criterion = criteria.by_code.get(code)
        if criterion is None:
            near = nearest(code, list(criteria.by_code))
            problems.add("E211", span, found=code, set=criteria.id, near=near)
        elif criterion.components and not _only_excused(node, one, criterion, problems):
            continue
        elif code in answers:
            problems.add("E212", span, answers[code].span, found=code)
        else:
            answers[code] = _answer(one, criterion, evidence, style, problems)
    return answers


def read_check_answers(fields: Fields, criteria: CriteriaSet, problems: Problems) -> dict[str, str]:
    """The explanations given to cross-checks, by their ids, each once."""
    ids = [check.id for check in criteria.checks]
    first: dict[str, Span] = {}
    explained: dict[str, str] = {}
    for node in fields.mappings("answers"):
        if "check" not in node:
            continue
        one = Fields(node, problems, "2")
        one.expect(("check", "explanation"))
        id, explanation = one.text("check"), one.text("explanation")
        if id is None:
            continue
        span = one.span_of("check")
        if id not in ids:
            problems.add("E259", span, found=id, set=criteria.id, near=nearest(id, ids))
        elif id in first:
            problems.add("E212", span, first[id], found=id)
        elif explanation is not None:
            explained[id] = explanation
        first.setdefault(id, span)
    return explained


def _only_excused(node: Mapping, fields: Fields, criterion: Criterion, problems: Problems) -> bool:
    """Whether a criterion with components is answered by a ground for all of them, no more."""
    parts = ", ".join(component.code for component in criterion.components)
    if "not_applicable" not in node:
        problems.add("E247", fields.span_of("code"), found=criterion.code, parts=parts)
        return False
    for key in ("claimed", "evidence"):
        if key in node:
            problems.add("E247", node.key_span(key), found=criterion.code, parts=parts)
    return True


def _answer(
    fields: Fields,
    criterion: Criterion,
    evidence: Table[str, Evidence],
    style: NumberStyle,
    problems: Problems,
) -> Answer:
    explanation = fields.optional_text("explanation")
    ground, ground_span = _ground(fields, criterion, explanation, problems)
    return Answer(
        criterion.code,
        fields.span_of("code"),
        claimed=_claimed(fields, style, problems),
        explanation=explanation,
        ground=ground,
        ground_span=ground_span,
        evidence=tuple(
            use
            for node in fields.mappings("evidence")
            if (use := _use(Fields(node, problems, "2"), criterion, evidence)) is not None
        ),
    )


def _claimed(fields: Fields, style: NumberStyle, problems: Problems) -> Fraction | None:
    text = fields.optional_text("claimed")
    if not text:
        return None
    read = read_figure(text, style, whole=False, percent=False, least=None)
    if isinstance(read, Figure):
        return read.value
    problems.add(read.code, fields.span_of("claimed"), **read.params)
    return None


def _ground(
    fields: Fields, criterion: Criterion, explanation: str, problems: Problems
) -> tuple[str, Span | None]:
    """A listed ground, given with an explanation; no listed ground, no exemption."""
    node = fields.mapping("not_applicable")
    if node is None:
        return "", None
    claim = Fields(node, problems, "2")
    claim.expect(("ground",))
    ground, span = claim.text("ground"), claim.span_of("ground")
    listed = criterion.not_applicable.grounds if criterion.not_applicable else ()
    if not listed:
        place = fields.node.key_span("not_applicable")
        problems.add("E215", place, criterion=criterion.code)
        return "", span
    if ground is None:
        return "", span
    ids = [one.id for one in listed]
    if ground not in ids:
        problems.add("E216", span, found=ground, expected=", ".join(ids))
        return "", span
    if not explanation:
        problems.add("E214", span, found=ground)
    return ground, span


def _use(
    fields: Fields, criterion: Criterion, evidence: Table[str, Evidence]
) -> EvidenceUse | None:
    fields.expect(("id",), ("for", "trang", "muc"))
    id, requirement = fields.text("id"), fields.optional_text("for")
    if id is None:
        return None
    if id not in evidence:
        near = nearest(id, list(evidence))
        fields.problems.add("E243", fields.span_of("id"), found=id, near=near)
        return None
    asked = [one.id for one in criterion.evidence]
    if requirement and requirement not in asked:
        expected = ", ".join(asked)
        fields.problems.add("E244", fields.span_of("for"), found=requirement, expected=expected)
        return None
    return EvidenceUse(id, requirement, fields.optional_text("trang"), fields.optional_text("muc"))
