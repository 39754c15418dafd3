"""Accounts and standings as JSON, as their published schemas describe them."""

from __future__ import annotations

from par_index.model.criteria import CriteriaSet
from par_index.rendering.json_values import Json, points, ratio, text
from par_index.rendering.review.acts_json import state_part
from par_index.review.account.account import Account, AccountColumn, Move, Structure
from par_index.review.account.agreeing import agreement_of
from par_index.review.account.tree import ROOT
from par_index.review.log.state import Choice, Leaf, State, Value

__all__ = ["ACCOUNT", "STANDING", "account_document", "standing_document"]

ACCOUNT = "par_index/review-account/1"
STANDING = "par_index/review-state/1"


def standing_document(state: State, criteria: CriteriaSet, exit_code: int = 0) -> Json:
    """How an appraisal stands, leaf by leaf."""
    return {
        "schema": STANDING,
        "status": "told",
        "exit_code": exit_code,
        **state_part(state),
        "people": [
            {"id": one.id, "name": one.name, "role": one.role.value}
            for one in state.people.values()
        ],
        "criteria": [_leaf(leaf, criteria) for leaf in state.leaves.values()],
    }


def account_document(account: Account, exit_code: int = 0) -> Json:
    """Columns with their nodes, and every move between them with its cause."""
    agreement = agreement_of(account.state)
    return {
        "schema": ACCOUNT,
        "status": "told",
        "exit_code": exit_code,
        **state_part(account.state),
        "columns": [_column(one) for one in account.columns],
        "steps": [_step(account, step) for step in range(1, len(account.columns))],
        "moves": [_move(one) for one in account.moves],
        "structure": [_structure(one) for one in account.structure],
        "agreement": {
            "seen": agreement.seen,
            "agreed": agreement.agreed,
            "gap": points(agreement.gap),
        },
    }


def _leaf(leaf: Leaf, criteria: CriteriaSet) -> Json:
    basis = leaf.basis
    criterion = criteria.by_code.get(leaf.code)
    return {
        "code": leaf.code,
        "title": None if criterion is None else text(criterion.title),
        "claimed": points(basis.claimed),
        "low": points(basis.low),
        "high": points(basis.high),
        "supported": points(basis.supported),
        "outcome": basis.state.value,
        "doubt": basis.doubt,
        "value": _value(leaf.value),
        "owed": None if leaf.owed is None else leaf.owed.value,
        "decisions": [_choice(one) for one in leaf.lines],
    }


def _choice(one: Choice) -> Json:
    return {
        "line": one.seq,
        "who": one.who,
        "role": one.role.value,
        "at": one.at.isoformat(),
        "round": one.round,
        "action": one.action,
        "points": None if one.na else points(one.points),
        "not_applicable": one.na,
        "ground": one.ground or None,
        "reason": None if one.reason is None else one.reason.value,
        "text": one.text,
        "clause": one.clause,
        "verdict": None if one.verdict is None else one.verdict.value,
        "lifts": [lift.value for lift in one.lifts],
        "confirmed": one.confirmed or None,
        "confirmed_by": one.confirmed_by or None,
    }


def _value(one: Value) -> Json:
    span = one.span
    return {
        "points": points(one.points),
        "not_applicable": one.na,
        "span": None if span is None else [points(span[0]), points(span[1])],
        "line": one.seq or None,
    }


def _column(one: AccountColumn) -> Json:
    kind, round_ = one.name
    nodes = {code: node for code, node in one.tree.nodes.items() if code != ROOT}
    return {
        "kind": kind.value,
        "round": round_,
        "line": one.column.seq,
        "points": points(one.tree.root.points),
        "applicable": points(one.tree.root.applicable),
        "adjustment": points(one.tree.root.adjustment),
        "span": [points(one.span[0]), points(one.span[1])],
        "index": ratio(one.tree.index),
        "grade": one.grade or None,
        "nodes": {
            code: {
                "points": points(node.points),
                "applicable": points(node.applicable),
                "adjustment": points(node.adjustment),
            }
            for code, node in nodes.items()
        },
    }


def _step(account: Account, step: int) -> Json:
    return {
        "to": step,
        "difference": points(account.difference(step)),
        "structure": points(account.structure_of(step)),
        "by_cause": [
            {
                "cause": cause.value,
                "reason": None if reason is None else reason.value,
                "difference": points(difference),
            }
            for (cause, reason), difference in account.by_cause(step).items()
        ],
    }


def _move(one: Move) -> Json:
    return {
        "code": one.code,
        "to": one.step,
        "before": _value(one.before),
        "after": _value(one.after),
        "difference": points(one.difference),
        "cause": one.cause.value,
        "reason": None if one.reason is None else one.reason.value,
        "decision": None if one.choice is None else _choice(one.choice),
    }


def _structure(one: Structure) -> Json:
    return {"code": one.code or None, "to": one.step, "difference": points(one.difference)}
