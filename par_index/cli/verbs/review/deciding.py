"""What reviewers do with criteria: accept, decide, confirm; and the chair, who settles."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

import click

from par_index.cli.commands import Build, Command
from par_index.cli.exits import Exit
from par_index.cli.options import argument, choice, flag, refuse_value, value
from par_index.cli.review_acting import Done, composed, options_to_act
from par_index.cli.reviewing import misused, read_state, refuse, scored_now
from par_index.cli.verbs.review.answering import acted, perform
from par_index.problems import Problems

if TYPE_CHECKING:
    from par_index.review.log.nouns import Event
    from par_index.review.log.state import State
    from par_index.scoring.evaluation import Evaluation

__all__ = ["BUILDS"]

_REASONS: Final = (
    "tinh-sai",
    "thieu-tai-lieu",
    "tai-lieu-khong-hop-le",
    "so-lieu-khong-khop",
    "khong-dung-ky",
    "qua-han",
    "chua-lam-ro",
    "bo-sung-tai-lieu",
    "giai-trinh-hop-ly",
    "khong-ap-dung",
    "phai-ap-dung",
    "khac",
)
_VERDICTS: Final = ("right", "wrong", "look", "unknown")


def _accept(language: str) -> click.Command:
    def accept(folder: str, codes: tuple[str, ...], rest: bool, **acting: Any) -> Exit:
        if rest == bool(codes):
            misused("accept_either")

        def work() -> Done:
            from par_index.review.account.lifting import lifts_of_accept
            from par_index.review.log.file import log_in
            from par_index.review.log.nouns import Accept
            from par_index.review.log.weighing import easy_leaves

            evaluation = _Evaluated(folder)

            def make(state: State | None) -> Event:
                found = evaluation.of(state)
                assert state is not None
                taken = easy_leaves(state) if rest else codes
                if rest and not taken:
                    refuse("E847", log_in(folder))
                return Accept(taken, lifts_of_accept(state, found, taken), state.package)

            return acted(folder, acting, make)

        return perform(language, acting, work)

    return _command(
        "accept",
        language,
        accept,
        [
            argument(language, "codes", several=True, callback=composed),
            flag(language, "--rest"),
        ],
    )


def _decide(language: str) -> click.Command:
    def decide(
        folder: str,
        code: str,
        points: Fraction | None,
        na: str | None,
        reason: str | None,
        text: str | None,
        clause: str | None,
        verdict: str | None,
        **acting: Any,
    ) -> Exit:
        _either(points, na)

        def work() -> Done:
            from par_index.model.evidence import Verdict
            from par_index.nouns import replace
            from par_index.review.account.lifting import lifts_of_decision
            from par_index.review.log.nouns import Decide, Reason

            evaluation = _Evaluated(folder)

            def make(state: State | None) -> Event:
                found = evaluation.of(state)
                assert state is not None
                event = Decide(
                    code=code,
                    points=points,
                    na=na is not None,
                    ground=_ground(state, code, na),
                    reason=None if reason is None else Reason(reason),
                    text=text or "",
                    clause=clause or "",
                    verdict=None if verdict is None else Verdict(verdict),
                    lifts=(),
                    package=state.package,
                    basis=_digest(state, code),
                )
                return replace(event, lifts=lifts_of_decision(state, found, event))

            return acted(folder, acting, make)

        return perform(language, acting, work)

    return _command(
        "decide",
        language,
        decide,
        [
            argument(language, "code", required=True, callback=composed),
            *_worth_options(language),
            value(language, "--clause", of="words", callback=composed),
            choice(language, "--verdict", _VERDICTS),
        ],
    )


def _settle(language: str) -> click.Command:
    def settle(
        folder: str,
        code: str,
        points: Fraction | None,
        na: str | None,
        reason: str | None,
        text: str | None,
        **acting: Any,
    ) -> Exit:
        _either(points, na)

        def work() -> Done:
            from par_index.nouns import replace
            from par_index.review.account.lifting import lifts_of_decision
            from par_index.review.log.nouns import Reason, Settle

            evaluation = _Evaluated(folder)

            def make(state: State | None) -> Event:
                found = evaluation.of(state)
                assert state is not None
                event = Settle(
                    code=code,
                    points=points,
                    na=na is not None,
                    ground=_ground(state, code, na),
                    reason=None if reason is None else Reason(reason),
                    text=text or "",
                    lifts=(),
                    package=state.package,
                    basis=_digest(state, code),
                )
                return replace(event, lifts=lifts_of_decision(state, found, event))

            return acted(folder, acting, make)

        return perform(language, acting, work)

    return _command(
        "settle",
        language,
        settle,
        [argument(language, "code", required=True, callback=composed), *_worth_options(language)],
    )


def _confirm(language: str) -> click.Command:
    def confirm(folder: str, seq: int, **acting: Any) -> Exit:
        def work() -> Done:
            from par_index.review.log.nouns import Confirm

            return acted(folder, acting, lambda _: Confirm(seq))

        return perform(language, acting, work)

    return _command(
        "confirm", language, confirm, [argument(language, "seq", required=True, callback=_whole)]
    )


class _Evaluated:
    """The package that stood when the act began, scored before the log is locked."""

    def __init__(self, folder: str) -> None:
        from par_index.scoring.scores import evaluate

        _, state = read_state(folder, Problems())
        scored = scored_now(folder, state)
        self._package = (state.package, state.externals)
        self._evaluation = evaluate(scored.criteria, scored.submission)

    def of(self, state: State | None) -> Evaluation:
        """The same for the state under the lock, unless another package has come since."""
        if state is None or (state.package, state.externals) != self._package:
            refuse("E918", "review.jsonl", file="review.jsonl")
        return self._evaluation


def _either(points: Fraction | None, na: str | None) -> None:
    if (points is None) == (na is None):
        misused("points_either")


def _ground(state: State, code: str, na: str | None) -> str:
    """The ground that is named; ``-`` is the one that stands already, as data or the unit say."""
    leaf = state.leaves.get(code)
    if na == "-" and leaf is not None:
        return leaf.basis.ground
    return na or ""


def _digest(state: State, code: str) -> str:
    leaf = state.leaves.get(code)
    return "0" * 64 if leaf is None else leaf.basis.digest


def _worth_options(language: str) -> Sequence[click.Parameter]:
    return [
        value(language, "--points", of="points", callback=_points),
        value(language, "--na", of="ground", callback=composed),
        choice(language, "--reason", _REASONS, of="reason"),
        value(language, "--text", of="words", callback=composed),
    ]


def _points(ctx: click.Context, option: click.Parameter, text: str | None) -> Fraction | None:
    if text is None:
        return None
    from par_index.exact import parse_literal

    literal = parse_literal(text.replace(",", "."))
    if literal is None or literal.percent:
        refuse_value("points", ctx, option, text)
    return literal.value


def _whole(ctx: click.Context, option: click.Parameter, text: str) -> int:
    bare = text.lstrip("#")
    if not (bare.isascii() and bare.isdigit() and len(bare) < 9):
        raise _bad_seq(ctx, text)
    return int(bare)


def _bad_seq(ctx: click.Context, text: str) -> click.UsageError:
    from par_index.cli.misuse import Misuse

    return Misuse("seq_argument", ctx, found=text)


def _command(
    name: str, language: str, callback: Any, params: Sequence[click.Parameter]
) -> click.Command:
    folder = argument(language, "folder", required=True, type=click.Path())
    return Command(
        name,
        language,
        callback,
        [folder, *params, *options_to_act(language)],
        key=f"verb.review {name}",
    )


BUILDS: Final[dict[str, Build]] = {
    "accept": _accept,
    "decide": _decide,
    "settle": _settle,
    "confirm": _confirm,
}
