"""Facts: everything that rules ask for is given, and nothing else is worked out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from par_index.finding.rates import rate_facts
from par_index.finding.reported import (
    check_facts,
    dated_facts,
    document_facts,
    explained_check_facts,
    foreign_facts,
    measure_facts,
    year_facts,
)
from par_index.finding.scored import (
    claim_facts,
    edge_facts,
    evidence_facts,
    explained_facts,
    gate_facts,
    na_facts,
    perfect_facts,
    reading_facts,
    score_facts,
)
from par_index.finding.view import View
from par_index.model.facts import Fact

__all__ = ["GIVERS", "facts_of"]

GIVERS: Final[Mapping[str, Callable[[View], Iterable[Fact]]]] = {
    "score": score_facts,
    "claim": claim_facts,
    "evidence": evidence_facts,
    "explained": explained_facts,
    "gate": gate_facts,
    "na": na_facts,
    "edge": edge_facts,
    "perfect": perfect_facts,
    "reading": reading_facts,
    "measure": measure_facts,
    "foreign": foreign_facts,
    "rate": rate_facts,
    "year": year_facts,
    "document": document_facts,
    "dated": dated_facts,
    "explained_check": explained_check_facts,
    "check": check_facts,
}
"""Who gives the facts of each kind."""


def facts_of(kinds: Iterable[str], view: View) -> tuple[Fact, ...]:
    """All facts of these kinds; a kind that only rules derive has none yet."""
    asked = (kind for kind in dict.fromkeys(kinds) if kind in GIVERS)
    return tuple(fact for kind in asked for fact in GIVERS[kind](view))
