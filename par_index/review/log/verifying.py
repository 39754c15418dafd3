"""What can be proven of a log: whole, legal, following from its packages; and what cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from par_index import __version__
from par_index.nouns import Noun, replace
from par_index.problems import Problem, Problems
from par_index.review.account.lifting import lifts_of_accept, lifts_of_decision
from par_index.review.log.cases import Case
from par_index.review.log.lines import Chain, Head, Line
from par_index.review.log.nouns import (
    Accept,
    Amend,
    Basis,
    Decide,
    External,
    Open,
    Receive,
    Respond,
    Settle,
)
from par_index.review.log.state import State
from par_index.scoring.evaluation import Evaluation
from par_index.scoring.scores import evaluate

__all__ = ["Proven", "check_against", "check_head", "verify_log"]

_TOOL: Final = "par_index"

CaseOf = Callable[[State], Case | None]
"""The package that stands in a state, with others' data by then; None where it is not kept."""


class Proven(Noun):
    """A log that is whole and legal, and how far it could be held against its packages.

    ``missing`` are packages that are not kept beside it. ``unlike`` are leaves, by line, whose
    support comes out otherwise now, which other versions of tools may cause.
    """

    chain: Chain
    states: tuple[State, ...]
    checked: tuple[str, ...]
    missing: tuple[str, ...]
    unlike: tuple[tuple[int, tuple[str, ...]], ...] = ()

    @property
    def state(self) -> State:
        return self.states[-1]


def check_head(chain: Chain, head: Head, problems: Problems) -> None:
    """E817 unless the log has the line that somebody noted elsewhere."""
    if not any(head.names(line) for line in chain.lines):
        problems.add("E817", chain.span(), head=head.short, count=len(chain.lines))


def check_against(chain: Chain, other: Chain, problems: Problems) -> None:
    """E832 unless this log begins with all of the other one."""
    for number, line in enumerate(other.lines, start=1):
        if number > len(chain.lines) or chain.lines[number - 1].hash != line.hash:
            problems.add("E832", chain.span(number), line=number)
            return


def verify_log(
    chain: Chain, states: Sequence[State], case_of: CaseOf, problems: Problems
) -> Proven:
    """Hold every line that tells of a package against it; E848, E849 and E840 where it does not
    follow. A decision's raises are worked out again.
    """
    checked: dict[str, None] = {}
    missing: dict[str, None] = {}
    unlike: list[tuple[int, tuple[str, ...]]] = []
    known: dict[tuple[str, tuple[str, ...]], Case | None] = {}

    def case_in(state: State) -> Case | None:
        key = (state.package, state.externals)
        if key not in known:
            known[key] = case_of(state)
        return known[key]

    for number, line in enumerate(chain.lines):
        before, after = states[max(number - 1, 0)], states[number]
        told = _basis_of(line)
        if told:
            case = case_in(after)
            (missing if case is None else checked)[after.package] = None
            if case is not None:
                _check_basis(chain, line, told, after, case, unlike, problems)
        elif isinstance(line.event, Accept | Decide | Settle):
            case = case_in(before)
            if case is not None:
                _check_lifts(chain, line, before, case, problems)
    return Proven(chain, tuple(states), tuple(checked), tuple(missing), tuple(unlike))


def _basis_of(line: Line) -> tuple[Basis, ...]:
    match line.event:
        case Open() | Respond() | Receive() | External() | Amend() as event:
            return event.basis
        case _:
            return ()


def _check_basis(
    chain: Chain,
    line: Line,
    told: Sequence[Basis],
    state: State,
    case: Case,
    unlike: list[tuple[int, tuple[str, ...]]],
    problems: Problems,
) -> None:
    true = {one.code: one for one in case.basis}
    said = {one.code: one for one in told}
    codes = dict.fromkeys((*true, *said))
    computed = tuple(
        code for code in codes if _computed(true.get(code)) != _computed(said.get(code))
    )
    is_same = state.tools.get(_TOOL) == __version__
    if computed:
        code = "E848" if is_same else "E849"
        problems.add(code, chain.span(line.seq), codes=computed, found=case.digest[:12])
        return
    others = tuple(code for code in codes if true.get(code) != said.get(code))
    if others:
        unlike.append((line.seq, others))


def _computed(basis: Basis | None) -> Basis | None:
    """The facts that follow from the package alone; verdicts on documents depend on tools."""
    if basis is None:
        return None
    return replace(basis, supported=basis.low, unsupported_na=False, doubt=0)


def _check_lifts(chain: Chain, line: Line, state: State, case: Case, problems: Problems) -> None:
    evaluation = evaluate(case.scored.criteria, case.scored.submission)
    for code in _misjudged(line, state, evaluation):
        problems.extend([Problem("E840", chain.span(line.seq), {"code": code})])


def _misjudged(line: Line, state: State, evaluation: Evaluation) -> Iterator[str]:
    match line.event:
        case Decide() | Settle() as event:
            if lifts_of_decision(state, evaluation, event) != event.lifts:
                yield event.code
        case Accept() as event:
            true = lifts_of_accept(state, evaluation, event.codes)
            yield from (
                code for code in event.codes if true.get(code, ()) != event.lifts.get(code, ())
            )
