"""Values: quantities that are held against no bound, and how they stand in a formula."""

from __future__ import annotations

from itertools import pairwise

from par_index.model.quantities import Quantity
from par_index.model.reasons import Reason, Term, Truth
from par_index.scoring.conditions import Verdict
from par_index.scoring.enclosures import Enclosure
from par_index.scoring.inputs import Inputs
from par_index.scoring.quantities import basis_of, measures_in, open_in, terms_of

__all__ = ["operand", "read_value"]


def read_value(of: Quantity, value: Enclosure, inputs: Inputs) -> Verdict:
    """A quantity that is not held against any bound, as a verdict that carries what it reads."""
    used = tuple(dict.fromkeys(measures_in(of, inputs)))
    open_ = frozenset[str]() if value.is_exact or value.is_none else open_in(of, inputs)
    truth = Truth.NONE if value.is_none else Truth.YES if value.is_exact else Truth.OPEN
    ends = (value.low, value.high) if value.has_value else (None, None)
    reason = Reason(truth, terms_of(of, inputs), *ends)
    return Verdict(
        value.has_value, False, value.may_be_none, basis_of(of, inputs), open_, used, (reason,)
    )


def operand(of: Quantity, inputs: Inputs) -> tuple[Term, ...]:
    """A quantity inside a product: a sum or a difference stands in brackets."""
    terms = terms_of(of, inputs)
    depth = 0
    for before, term in pairwise((*terms, "")):
        depth += (before == "(") - (before == ")")
        if depth == 0 and term in ("+", "-"):
            return ("(", *terms, ")")
    return terms
