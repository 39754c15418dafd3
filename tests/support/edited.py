"""Values set otherwise, as entries of a scenario file, and the keys of the edited files."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from par_index.problems import Problem, Problems
from par_index.reading.nodes import Entry
from par_index.reading.scenarios import Scenario, read_scenarios
from support.strategies import facts, reports
from support.strategies_data import BY_ID, one_in

__all__ = ["LAST_YEAR", "edited", "entries", "is_own", "new_values", "scenarios_of", "told_of"]

LAST_YEAR = "last_year."
_ODD = st.sampled_from(["abc", "-5", "120%", "1.234", "33/90", "30/2/2021", "12/6/2021", "2.5"])


@st.composite
def new_values(draw: st.DrawFn, document: dict[str, Any]) -> dict[str, Any]:
    """Values for some measures of a document: other facts, blanks, days to come, oddities.

    Those of last year stand under ``last_year.ID``.
    """
    keys = draw(reports(document, draw(facts(document))))
    before = {LAST_YEAR + id: value for id, value in keys.get("last_year", {}).items()}
    known = {**keys.get("given", {}), **keys.get("external", {}), **before}
    ids = [measure["id"] for measure in document["measures"]]
    ids += [*before, *(LAST_YEAR + id for id in ids[:2] if LAST_YEAR + id not in before)]
    chosen = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=5, unique=True))
    values = {id: known.get(id, "") for id in chosen}
    for id in chosen:
        if draw(one_in(12)):
            values[id] = draw(_ODD)
    return values


def scenarios_of(values: Mapping[str, Any], name: str = "thử") -> tuple[Scenario, ...]:
    """What a scenario file with these values says, read by the real reader."""
    now = {id: value for id, value in values.items() if not id.startswith(LAST_YEAR)}
    before = {id.removeprefix(LAST_YEAR): values[id] for id in values if id not in now}
    document = {
        "schema": "par_index/scenarios/1",
        "scenarios": [{"name": name, "set": now, **({"last_year": before} if before else {})}],
    }
    problems = Problems()
    text = json.dumps(document, ensure_ascii=False, indent=1)
    read = read_scenarios(text.encode(), "scenarios.yaml", problems)
    problems.raise_errors()
    return read


def entries(values: Mapping[str, Any]) -> tuple[Entry, ...]:
    (one,) = scenarios_of(values)
    return one.changes


def edited(keys: dict[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """The keys of a submission whose files somebody has edited so."""
    keys = copy.deepcopy(keys)
    for name, value in values.items():
        id = name.removeprefix(LAST_YEAR)
        block = keys.setdefault("given" if is_own(name) else "external", {})
        if name != id:
            block = keys.setdefault("last_year", {})
        if value or id in block:
            block[id] = value
    return keys


def is_own(name: str) -> bool:
    """Whether it is the unit's own to give; of last year everything is."""
    return name.startswith(LAST_YEAR) or "by" not in BY_ID[name]


def told_of(problems: tuple[Problem, ...]) -> list[str]:
    """The errors among problems, without their places."""
    return sorted(f"{one.code} {sorted(one.params.items())}" for one in problems if one.is_error)
