"""The template: an empty, commented submission for a set, which already passes ``check``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from par_index.model.criteria import CriteriaSet, Criterion
from par_index.model.measures import By, Kind, Measure
from par_index.model.walking import measures_of
from par_index.rendering.messages.template import TEMPLATE

__all__ = ["render_template"]


def render_template(criteria: CriteriaSet, *, unit_id: str, language: str) -> str:
    """Every measure that is the unit's to give, under the area that first asks for it."""
    words = TEMPLATE[language]
    lines = [*_comment(words["head"]), ""]
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
    rest = [measure.id for measure in criteria.measures.values() if measure.id not in told]
    if others := [id for id in rest if criteria.measures[id].by is By.UNIT]:
        lines += _block(words["others"], others, criteria, language)
    lines += ["", *_answers(criteria, language)]
    return "\n".join(lines) + "\n"


def _asked(criteria: CriteriaSet, area: Criterion) -> list[str]:
    """What an area's criteria read and the unit gives, in the order the set declares it."""
    found: dict[str, None] = {}
    for leaf in area.leaves():
        for id in measures_of(leaf):
            for one in (*(criteria.measures[id].of or ()), id):
                if criteria.measures[one].by is By.UNIT:
                    found[one] = None
    for measure in criteria.measures.values():
        if measure.kind is Kind.RATE and measure.of and all(id in found for id in measure.of):
            found[measure.id] = None
    return [id for id in criteria.measures if id in found]


def _block(title: str, ids: Iterable[str], criteria: CriteriaSet, language: str) -> Iterator[str]:
    yield ""
    yield f"  # == {title} =="
    for id in ids:
        measure = criteria.measures[id]
        yield f"  # {measure.label.into(language)} ({_expected(measure, language)})"
        yield f"  {id}:"


def _expected(measure: Measure, language: str) -> str:
    words = TEMPLATE[language]
    if measure.kind is Kind.COUNT and not measure.counted_in:
        return words["count_bare"]
    return words[measure.kind.value].format(
        unit=measure.counted_in, options=", ".join(measure.options)
    )


def _answers(criteria: CriteriaSet, language: str) -> Iterator[str]:
    words = TEMPLATE[language]
    leaves = list(criteria.leaves())
    yield from _comment(words["answers"].format(code=leaves[0].code))
    for leaf in leaves:
        if leaf.not_applicable is not None and leaf.not_applicable.grounds:
            grounds = ", ".join(ground.id for ground in leaf.not_applicable.grounds)
            yield from _comment(words["grounds"].format(code=f'"{leaf.code}"', grounds=grounds))


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in text.splitlines()]
