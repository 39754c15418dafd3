"""What decisions rest on: the digest of a leaf moves with all of it, and with nothing else."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from support.cases import load_case_set, make_submission

from par_index.assessing import assess
from par_index.model.submission import Evidence, EvidenceUse, Submission
from par_index.nouns import Noun, replace
from par_index.problems import Owner, Source, Span
from par_index.review.log.basis import basis_of, rule_digest
from par_index.review.log.described import described
from par_index.review.log.nouns import Basis

DOCUMENT: dict[str, Any] = {
    "measures": [
        {"id": "a", "kind": "yes_no"},
        {"id": "n", "kind": "count"},
        {"id": "m", "kind": "count"},
    ],
    "criteria": [
        {
            "code": "1",
            "not_applicable": {"grounds": [{"id": "ngung", "text": "Tạm ngừng"}], "give": "zero"},
            "components": [
                {
                    "code": "1.1",
                    "max_points": "2",
                    "scoring": {
                        "full_if": {"all": ["a", {"of": "n", "at_least": "5"}]},
                        "if": {"code": "1.2", "at_least": "50%"},
                        "if_not": "0.5",
                    },
                    "not_applicable": {"grounds": [{"id": "khong", "text": "Không có"}]},
                },
                {
                    "code": "1.2",
                    "max_points": "1",
                    "scoring": {"each": {"of": "m", "points": "0.25"}},
                },
            ],
        },
        {
            "code": "2",
            "extra": "yes",
            "max_points": "0",
            "scoring": {"deduct": {"of": "m", "points": "0.5"}, "floor": "-2"},
        },
    ],
}
GIVEN = {"a": "yes", "n": "9", "m": "3"}
Change = Callable[[Submission], Submission]


def facts(
    change: Change = lambda same: same, files: dict[str, str] | None = None
) -> dict[str, Basis]:
    criteria = load_case_set(DOCUMENT)
    answers = [{"code": "1.1", "explanation": "có"}, {"code": "1.2", "explanation": "có"}]
    submission = make_submission(criteria, {"given": GIVEN, "answers": answers})
    span = Span(Source("unit.yaml", Owner.SUBMISSION))
    answer = submission.answers["1.1"]
    submission = replace(
        submission,
        evidence={"kh": Evidence("kh", span, {"so": "12"})},
        answers=submission.answers
        | {"1.1": replace(answer, evidence=(EvidenceUse("kh", page="3"),))},
    )
    changed = change(submission)
    used = {"kh": "0" * 64} if files is None else files
    return {one.code: one for one in basis_of(assess(criteria, changed), files=used)}


def with_datum(id: str, **changes: Any) -> Change:
    return lambda one: replace(one, data={**one.data, id: replace(one.data[id], **changes)})


def with_answer(code: str, **changes: Any) -> Change:
    return lambda one: replace(
        one, answers={**one.answers, code: replace(one.answers[code], **changes)}
    )


def with_record(fields: dict[str, str]) -> Change:
    return lambda one: replace(one, evidence={"kh": replace(one.evidence["kh"], fields=fields)})


@pytest.mark.parametrize(
    ("change", "files", "moved"),
    [
        (with_datum("n", value=Fraction(8)), None, {"1.1"}),
        (with_datum("n", quote="9 hồ sơ"), None, {"1.1"}),
        (with_datum("a", said="theo quyết định"), None, {"1.1"}),
        (with_datum("m", value=Fraction(2)), None, {"1.2", "2"}),
        (with_answer("1.1", explanation="có, xem phụ lục"), None, {"1.1"}),
        (with_answer("1.1", evidence=(EvidenceUse("kh", page="4"),)), None, {"1.1"}),
        (with_answer("1.1", evidence=()), None, {"1.1"}),
        (with_record({"so": "13"}), None, {"1.1"}),
        (lambda one: one, {"kh": "1" * 64}, {"1.1"}),
        (lambda one: one, {}, {"1.1"}),
        (with_answer("1.1", claimed=Fraction(1)), None, set()),
        (with_datum("n", text="9,0"), None, set()),
        (with_datum("n", span=Span(Source("khac.yaml", Owner.SUBMISSION), 99)), None, set()),
    ],
)
def test_a_digest_moves_with_what_decisions_rest_on(
    change: Change, files: dict[str, str] | None, moved: set[str]
) -> None:
    before, after = facts(), facts(change, files)
    assert {code for code in before if before[code].digest != after[code].digest} == moved


def test_computed_points_move_a_digest_even_where_nothing_of_its_own_does() -> None:
    """Below half of 1.2 the gate of 1.1 closes: nothing that 1.1 reads itself has changed."""
    before, after = facts(), facts(with_datum("m", value=Fraction(1)))
    assert (before["1.1"].low, after["1.1"].low) == (2, Fraction(1, 2))
    assert before["1.1"].digest != after["1.1"].digest


def test_what_a_leaf_can_come_to() -> None:
    one = facts()
    assert (one["1.1"].least, one["1.1"].most) == (0, 2)
    assert one["1.1"].values == (0, Fraction(1, 2), 2)
    assert one["1.2"].values == tuple(Fraction(number, 4) for number in range(5))
    assert (one["2"].least, one["2"].most) == (-2, 0)
    assert one["2"].values == tuple(Fraction(-number, 2) for number in range(4, -1, -1))
    assert one["1.1"].reads == ("1.2",)
    grounds = [(ground.id, ground.gives) for ground in one["1.1"].grounds]
    assert grounds == [("khong", None), ("ngung", 0)]


def test_a_reworded_criterion_is_another_one_and_a_part_with_its_default_is_none() -> None:
    criteria = load_case_set(DOCUMENT)
    leaf = criteria.by_code["1.1"]
    other = replace(leaf, title=leaf.title._replace(vi="Khác"))
    assert rule_digest(criteria, leaf) != rule_digest(criteria, other)
    assert rule_digest(criteria, leaf) == rule_digest(criteria, replace(leaf, remedy=None))

    class Old(Noun):
        kept: int

    class New(Noun):
        kept: int
        added: str = ""

    New.__name__ = "Old"
    assert described(Old(1)) == described(New(1))
    assert described(New(1)) != described(New(1, "x"))
    assert described(replace(Old(1), kept=2)) != described(Old(1))
