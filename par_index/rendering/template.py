"""The template: an empty, commented submission for a set, which already passes ``check``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from par_index.model.criteria import CriteriaSet, Criterion
from par_index.model.measures import By, Kind, Measure
from par_index.model.walking import measures_in_check, measures_of
from par_index.rendering.messages.template import TEMPLATE
from par_index.rendering.numbers import number

__all__ = ["render_template"]

_SCHEMA_FILE = "submission.schema.json"
"""What an editor looks for beside the submission; ``par-index schema`` prints it."""


def render_template(criteria: CriteriaSet, *, unit_id: str, language: str) -> str:
    """Every measure that is the unit's to give, under the area that first asks for it."""
    words = TEMPLATE[language]
    lines = [*_comment(f"yaml-language-server: $schema={_SCHEMA_FILE}")]
    lines += [*_comment(words["schema"].format(file=_SCHEMA_FILE)), "#"]
    lines += [*_comment(words["head"]), ""]
    lines += [
        "schema: par_index/submission/1",
        f"criteria: {criteria.id}  # {criteria.title.into(language)}",
        "unit:",
        f"  id: {json.dumps(unit_id, ensure_ascii=False)}",
        f"  name: {words['name']}",
        f"  tier: {criteria.tier}",
        f"as_of: {criteria.ends.isoformat()}  # {words['as_of']}",
        "",
        *_comment(words["phrase"]),
        "data:",
    ]
    told: set[str] = set()
    for area in criteria.areas:
        wanted = [id for id in _asked(criteria, area) if id not in told]
        lines += _block(area.title.into(language), wanted, criteria, language)
        told.update(wanted)
    own = [one for one in criteria.measures.values() if one.by is By.UNIT and not one.last_year_of]
    if others := [measure.id for measure in own if measure.id not in told]:
        lines += _block(words["others"], others, criteria, language)
    if twins := _asked_of_last_year(criteria):
        lines += ["", *_comment(words["last_year"]), "last_year:"]
        lines += [line for twin in twins for line in _entry(twin.last_year_of, twin, language)]
    lines += ["", *_answers(criteria, language)]
    return "\n".join(lines) + "\n"


def _asked(criteria: CriteriaSet, area: Criterion) -> list[str]:
    """What an area's criteria read and the unit gives, in the order the set declares it."""
    found: dict[str, None] = {}
    for node in area.nodes():
        for id in measures_of(node):
            for one in (*(criteria.measures[id].of or ()), id):
                measure = criteria.measures[one]
                if measure.by is By.UNIT and not measure.last_year_of:
                    found[one] = None
    for measure in criteria.measures.values():
        if measure.kind is Kind.RATE and measure.of and all(id in found for id in measure.of):
            found[measure.id] = None
    return [id for id in criteria.measures if id in found]


def _asked_of_last_year(criteria: CriteriaSet) -> list[Measure]:
    """The twins that rules and checks read, with the counts of their rates; no others."""
    nodes = [node for area in criteria.areas for node in area.nodes()]
    read = {id for node in nodes for id in measures_of(node)}
    read.update(id for check in criteria.checks for id in measures_in_check(check))
    read.update(part for id in list(read) for part in criteria.measures[id].of or ())
    return [one for one in criteria.measures.values() if one.last_year_of and one.id in read]


def _block(title: str, ids: Iterable[str], criteria: CriteriaSet, language: str) -> Iterator[str]:
    yield ""
    yield f"  # == {title} =="
    for id in ids:
        yield from _entry(id, criteria.measures[id], language)


def _entry(id: str, measure: Measure, language: str) -> Iterator[str]:
    """A place for one value, or for each option of a tally."""
    yield f"  # {measure.label.into(language)} ({_expected(measure, language)})"
    yield f"  {id}:"
    if measure.kind is Kind.TALLY:
        for option in measure.options:
            title = measure.title_of(option).into(language)
            yield f"    {option}:" + (f"  # {title}" if title != option else "")


def _expected(measure: Measure, language: str) -> str:
    words = TEMPLATE[language]
    key = measure.kind.value
    if measure.kind is Kind.COUNT and not measure.counted_in:
        key = "count_bare"
    if measure.kind is Kind.POINTS and measure.most is None:
        key = "points_bare"
    return words[key].format(
        unit=measure.counted_in,
        options=", ".join(_option(measure, option, language) for option in measure.options),
        least=number(measure.least, language),
        most=number(measure.most or 0, language),
    )


def _option(measure: Measure, option: str, language: str) -> str:
    """An option as it is written, with what it means beside it."""
    title = measure.title_of(option).into(language)
    return option if title == option else f"{option} ({title})"


def _answers(criteria: CriteriaSet, language: str) -> Iterator[str]:
    words = TEMPLATE[language]
    first = next(criteria.leaves())
    yield from _comment(words["answers"].format(code=first.code))
    for node in (node for area in criteria.areas for node in area.nodes()):
        if node.not_applicable is not None and node.not_applicable.grounds:
            grounds = ", ".join(ground.id for ground in node.not_applicable.grounds)
            yield from _comment(words["grounds"].format(code=f'"{node.code}"', grounds=grounds))


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in text.splitlines()]
