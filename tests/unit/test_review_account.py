"""One appraisal worked by hand, point by point, and what its reports say of it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from support.appraisals import Desk, basis, digest
from support.cases import load_case_set, make_submission

from par_index.assessing import assess
from par_index.model.accounts import Outcome
from par_index.model.reasons import Why
from par_index.model.submission import Answer
from par_index.nouns import replace
from par_index.problems import Problems
from par_index.rendering.markdown import page_document
from par_index.rendering.review.account_page import account_page
from par_index.rendering.review.account_table import account_csv
from par_index.rendering.review.standing import standing_page
from par_index.rendering.text import lay_out
from par_index.review.account.account import Account, Cause, account_of
from par_index.review.account.agreeing import agreement_of
from par_index.review.account.lifting import lifts_of_decision
from par_index.review.account.queue import Desk as QueueDesk
from par_index.review.account.queue import Standing, queue_of, stakes_of
from par_index.review.log.basis import basis_of
from par_index.review.log.lines import Line
from par_index.review.log.nouns import Close, Decide, Lift, Reason, Respond, Return
from par_index.review.log.replaying import replayed
from par_index.review.log.rights import Refusal
from par_index.review.log.state import State
from par_index.scoring.evaluation import Evaluation
from par_index.scoring.scores import evaluate

DOCUMENT: dict[str, Any] = {
    "measures": [
        {"id": "a", "kind": "yes_no"},
        {"id": "b", "kind": "yes_no"},
        {"id": "c", "kind": "yes_no"},
    ],
    "criteria": [
        {
            "code": "1",
            "scoring": {"minimum": "3"},
            "components": [
                {"code": "1.1", "max_points": "2", "scoring": {"full_if": "a"}},
                {"code": "1.2", "max_points": "2", "scoring": {"full_if": "b"}},
            ],
        },
        {
            "code": "2",
            "components": [
                {
                    "code": "2.1",
                    "max_points": "4",
                    "scoring": {"full_if": "c"},
                    "not_applicable": {"grounds": [{"id": "khong", "text": "Không có"}]},
                }
            ],
        },
    ],
}
GIVEN = {"a": "yes", "b": "yes", "c": "no"}


class Worked:
    """The unit's two packages and the log, act by act."""

    def __init__(self) -> None:
        self.first = self._handed("")
        self.second = self._handed("giải trình")
        self.desk = Desk(*self.first[0])
        self.packages = {self.desk.now().package: self.first[1], digest("goi2"): self.second[1]}

    def _handed(self, explanation: str) -> tuple[Any, Evaluation]:
        criteria = load_case_set(DOCUMENT)
        answers = [{"code": "1.1", "explanation": "có quyết định"}]
        submission = make_submission(criteria, {"given": GIVEN, "answers": answers})
        claims = dict(submission.answers)
        for code in ("1.1", "1.2", "2.1"):
            leaf = criteria.by_code[code]
            own = claims.get(code) or Answer(code, leaf.span)
            claims[code] = replace(own, claimed=Fraction(2))
        # Words alone change what decisions rest on, not what is supported.
        claims["1.2"] = replace(claims["1.2"], explanation="")
        if explanation:
            datum = submission.data["b"]
            data = {**submission.data, "b": replace(datum, quote=explanation)}
            submission = replace(submission, data=data)
        submission = replace(submission, answers=claims)
        return basis_of(assess(criteria, submission)), evaluate(criteria, submission)

    def decide(
        self, code: str, points: str | None, reason: Reason | None, ground: str = ""
    ) -> Line:
        state = self.desk.now()
        event = Decide(
            code=code,
            points=None if points is None else Fraction(points),
            na=points is None,
            ground=ground,
            reason=reason,
            text="vì thế",
            clause="",
            verdict=None,
            lifts=(),
            package=state.package,
            basis=state.leaves[code].basis.digest,
        )
        lifts = lifts_of_decision(state, self.packages[state.package], event)
        line = self.desk.act("lan", replace(event, lifts=lifts))
        assert isinstance(line, Line), line
        return line

    def evaluation_of(self, state: State) -> Evaluation:
        return self.packages[state.package]

    def account(self) -> Account:
        return account_of(replayed(self.desk.chain, Problems()), self.evaluation_of)


@pytest.fixture(scope="module")
def worked() -> Worked:
    one = Worked()
    desk = one.desk
    assert isinstance(desk.accept("lan", "1.1"), Line)
    one.decide("1.2", "1", Reason.OTHER)
    excused = one.decide("2.1", None, Reason.NOT_APPLICABLE, "khong")
    assert isinstance(desk.confirm("hoa", excused.seq), Line)
    back = desk.act("lan", Return(("1.2",), datetime.date(2026, 3, 1), "giải trình"))
    assert isinstance(back, Line)
    answer = Respond(False, digest("goi2"), one.second[0], str(back.head), "Sở A")
    assert isinstance(desk.act("sa", answer), Line)
    assert isinstance(desk.accept("lan", "1.2"), Line)
    assert isinstance(desk.act("an", Close()), Line)
    return one


def test_every_column_is_what_a_pencil_gives(worked: Worked) -> None:
    """1.1 + 1.2 below 3 are nothing; a criterion that does not apply leaves the maximum."""
    columns = [(one.tree.root.points, one.tree.root.applicable) for one in worked.account().columns]
    assert columns == [(6, 8), (4, 8), (0, 8), (3, 4), (0, 4), (4, 4)]


def test_every_step_is_its_leaves_and_the_structure(worked: Worked) -> None:
    account = worked.account()
    steps = []
    for step in range(1, len(account.columns)):
        leaves = sum(one.difference for one in account.moves if one.step == step)
        steps.append((leaves, account.structure_of(step), account.difference(step)))
    assert steps == [(-2, 0, -2), (-2, -2, -4), (1, 2, 3), (-1, -2, -3), (2, 2, 4)]


def test_every_move_has_its_cause(worked: Worked) -> None:
    moves = [(one.step, one.code, one.cause, one.reason) for one in worked.account().moves]
    assert moves == [
        (1, "2.1", Cause.RECOMPUTED, None),
        (2, "1.2", Cause.UNSUPPORTED, None),
        (3, "1.2", Cause.DECIDED, Reason.OTHER),
        (3, "2.1", Cause.DECIDED, Reason.NOT_APPLICABLE),
        (4, "1.2", Cause.RESUBMITTED, None),
        (5, "1.2", Cause.ACCEPTED, None),
    ]


def test_leaving_the_maximum_raises_the_index_and_needs_a_second_person(worked: Worked) -> None:
    excused = next(one for one in worked.desk.now().choices if one.code == "2.1")
    assert excused.lifts == (Lift.INDEX,)
    assert excused.confirmed_by == "hoa"


def test_a_rejected_exemption_can_lift_a_parent_over_its_minimum() -> None:
    """The leaf alone does not rise above what stood, and yet the unit does."""
    document = {
        "measures": [{"id": "a", "kind": "yes_no"}, {"id": "b", "kind": "yes_no"}],
        "criteria": [
            {
                "code": "1",
                "scoring": {"cap": "50%"},
                "components": [
                    {"code": "1.1", "max_points": "2", "scoring": {"full_if": "a"}},
                    {
                        "code": "1.2",
                        "max_points": "1",
                        "scoring": {"full_if": "b"},
                        "not_applicable": {"grounds": [{"id": "khong", "text": "Không có"}]},
                    },
                ],
            }
        ],
    }
    criteria = load_case_set(document)
    keys = {
        "given": {"a": "yes", "b": "no"},
        "answers": [
            {"code": "1.2", "not_applicable": {"ground": "khong"}, "explanation": "không có"}
        ],
    }
    submission = make_submission(criteria, keys)
    desk = Desk(*basis_of(assess(criteria, submission)))
    state = desk.now()
    event = Decide(
        *("1.2", Fraction(0), False, "", Reason.APPLICABLE, "phải áp dụng", "", None, ()),
        package=state.package,
        basis=state.leaves["1.2"].basis.digest,
    )
    assert lifts_of_decision(state, evaluate(criteria, submission), event) == (Lift.POINTS,)


def test_agreement_counts_first_decisions() -> None:
    desk = Desk()
    desk.decide("lan", "1.1", "0.5")
    desk.decide("hoa", "1.1", "0")
    desk.decide("hoa", "1.1", "0.5")
    desk.decide("lan", "1.2", "0.5")
    desk.decide("hoa", "1.2", "0.5")
    agreement = agreement_of(desk.now())
    assert (agreement.seen, agreement.agreed, agreement.gap) == (2, 1, Fraction(1, 2))


def test_the_queue_puts_late_units_and_weighty_criteria_first(worked: Worked) -> None:
    from support.appraisals import basis

    doubts = {"1.1": 0, "1.2": 3, "1.3": 1}
    desk = Desk(*(basis(code, doubt=doubt) for code, doubt in doubts.items()))
    assert [one.code for one in stakes_of(desk.now())] == ["1.2", "1.3", "1.1"]
    day = datetime.date(2026, 2, 1)
    units = [
        QueueDesk("d", "D", "d", Standing.MISSING, datetime.date(2026, 3, 1)),
        QueueDesk("c", "C", "c", Standing.MISSING, datetime.date(2026, 1, 1)),
        QueueDesk("b", "B", "b", Standing.MISSING, state=worked.desk.now()),
        QueueDesk("a", "A", "a", Standing.MISSING, state=desk.now()),
    ]
    queue = queue_of(units, day)
    told = [(one.id, one.standing, one.is_late) for one in queue.desks]
    assert told == [
        ("a", Standing.OPEN, False),
        ("c", Standing.MISSING, True),
        ("d", Standing.MISSING, False),
        ("b", Standing.CLOSED, False),
    ]


# What reports say.

TEXT: Callable[[Any], str] = lambda page: lay_out(page, width=80, color=False)  # noqa: E731


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_report_says_that_a_name_is_no_proof_and_shows_the_head(
    worked: Worked, language: str
) -> None:
    account = worked.account()
    state = worked.desk.now()
    pages = [
        account_page(account, language),
        standing_page(state, account.criteria, language),
    ]
    proof = {"vi": "không phải bằng chứng", "en": "no proof"}[language]
    for page in pages:
        for shown in (TEXT(page), page_document(page)):
            flat = " ".join(shown.split())
            assert proof in flat
            assert state.head.hash[:16] in flat
        assert all(len(line) <= 80 for line in TEXT(page).splitlines())


def test_a_sheet_has_numbers_that_add_up(worked: Worked) -> None:
    import csv
    import io

    account = worked.account()
    rows = list(csv.reader(io.StringIO(account_csv(account, "en").removeprefix("\ufeff"))))
    header, unit, *others = rows
    for at, name in enumerate(header):
        if name.endswith(": points"):
            parts = [Fraction(row[at]) for row in others if row[0] in ("criterion", "structure")]
            assert sum(parts) == Fraction(unit[at]), name


def test_a_leaf_that_waits_for_a_day_and_for_others_is_told_by_the_others() -> None:
    one = basis("1.1", state=Outcome.PENDING, waits=(Why.NOT_DUE, Why.SURVEY), high=Fraction(2))
    desk = Desk(one, basis("1.2"))
    refused = desk.decide("lan", "1.1", "1")
    assert isinstance(refused, Refusal)
    assert (refused.code, refused.params["why"]) == ("E816", "survey")
    criteria = load_case_set(DOCUMENT)
    for language, who in (("vi", "điều tra"), ("en", "survey")):
        page = standing_page(desk.now(), criteria, language)
        assert who in lay_out(page, width=80, color=False)
        assert who in page_document(page)
