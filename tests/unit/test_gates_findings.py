"""Gates on findings: any of them, or those of a severity and worse."""

from __future__ import annotations

import pytest
from support.found import fact, finding, rule, with_findings
from support.reports import small

from par_index.cli.gates import CONDITIONS, Gates
from par_index.model.assessment import Assessment
from par_index.model.findings import Severity

NAMES = ("finding", "finding:note", "finding:watch", "finding:serious")


def found(*severities: Severity) -> Assessment:
    """An assessment with a finding of each severity, at two places."""
    places = [fact("score", code=code) for code in ("1.1", "1.2")]
    return with_findings(
        small(),
        *(finding(rule(f"r{n}", one), *places) for n, one in enumerate(severities)),
    )


def failed(assessment: Assessment, *names: str) -> dict[str, object]:
    """The gates that are not passed, with what was found."""
    failures = Gates(conditions=names).failures(assessment)
    return {one.gate: one.found for one in failures}


@pytest.mark.parametrize(
    ("severities", "expected"),
    [
        ((), {}),
        ((Severity.NOTE,), {"finding": 1, "finding:note": 1}),
        ((Severity.WATCH, Severity.NOTE), {"finding": 2, "finding:note": 2, "finding:watch": 1}),
        (
            (Severity.SERIOUS, Severity.SERIOUS, Severity.WATCH, Severity.NOTE),
            {"finding": 4, "finding:note": 4, "finding:watch": 3, "finding:serious": 2},
        ),
    ],
)
def test_a_severity_means_so_severe_or_more(
    severities: tuple[Severity, ...], expected: dict[str, int]
) -> None:
    assert failed(found(*severities), *NAMES) == expected


def test_only_what_was_asked_for_is_held_against() -> None:
    assert failed(found(Severity.SERIOUS)) == {}
    assert failed(found(Severity.SERIOUS), "missing-evidence", "finding:watch") == {
        "missing-evidence": 1,
        "finding:watch": 1,
    }


def test_every_severity_has_its_gate() -> None:
    assert [name for name in CONDITIONS if name.startswith("finding")] == list(NAMES)
    assert {f"finding:{one}" for one in Severity} < set(CONDITIONS)


@pytest.mark.parametrize(
    ("name", "vi", "en"),
    [
        (
            "finding",
            "Sở A: có 1 điều cần xem lại trước khi nộp",
            "Sở A: things to review before submitting: 1",
        ),
        (
            "finding:note",
            "Sở A: có 1 điều cần xem lại trước khi nộp",
            "Sở A: things to review before submitting: 1",
        ),
        (
            "finding:watch",
            "Sở A: có 1 điều nghiêm trọng hoặc cần kiểm tra trước khi nộp",
            "Sở A: serious things, or things to check, before submitting: 1",
        ),
        (
            "finding:serious",
            "Sở A: có 1 điều nghiêm trọng cần xem lại trước khi nộp",
            "Sở A: serious things to review before submitting: 1",
        ),
    ],
)
def test_a_failure_says_how_many_rules_fired(name: str, vi: str, en: str) -> None:
    (failure,) = Gates(conditions=(name,)).failures(found(Severity.SERIOUS))
    assert failure.document == {"gate": name, "found": "1", "wanted": None}
    assert failure.sentence("Sở A", "vi") == vi
    assert failure.sentence("Sở A", "en") == en
