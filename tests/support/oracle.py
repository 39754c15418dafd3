"""A naive scorer of complete data: the document as written, `Fraction`, loops, nothing shared.

It knows nothing of unknowns, reasons or steps. What it says of complete data, par_index must say.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from support.oracle_quantities import Facts, Quantities, UnreportedError, number, rounded, share
from support.oracle_rules import DOES_NOT_APPLY, Rules, Standing

__all__ = ["DOES_NOT_APPLY", "Facts", "Oracle", "Standing", "UnreportedError"]

ROUNDING = {"places": "2", "mode": "half_up", "at": "leaf"}


class Oracle:
    """The standing of every criterion, the total, the index and the grade of one unit."""

    def __init__(self, document: dict[str, Any], facts: Facts) -> None:
        self.document = document
        self.facts = facts
        self.rounding = {**ROUNDING, **document.get("rounding", {}).get("points", {})}
        self.rules = Rules(Quantities(document["measures"], facts), self.standing)
        self.nodes: dict[str, dict[str, Any]] = {}
        self.policies: dict[str, list[tuple[str, dict[str, Any]]]] = {}
        self.extras: set[str] = set()
        self._known: dict[str, Standing] = {}
        for area in document["criteria"]:
            self._enter(area, [], is_extra=False)

    def _enter(
        self, node: dict[str, Any], above: list[tuple[str, dict[str, Any]]], *, is_extra: bool
    ) -> None:
        """Remember a node, the policies that may excuse it (its own first), and if it is extra."""
        code = node["code"]
        self.nodes[code] = node
        own = [(code, node["not_applicable"])] if "not_applicable" in node else []
        self.policies[code] = own + above
        is_extra = is_extra or node.get("extra") == "yes"
        if is_extra:
            self.extras.add(code)
        for component in node.get("components", []):
            self._enter(component, own + above, is_extra=is_extra)

    def leaves(self) -> list[str]:
        return [code for code, node in self.nodes.items() if "components" not in node]

    # Criteria.

    def standing(self, code: str) -> Standing:
        if code not in self._known:
            node = self.nodes[code]
            self._known[code] = self._parent(node) if "components" in node else self._leaf(node)
        return self._known[code]

    def _leaf(self, leaf: dict[str, Any]) -> Standing:
        maximum = number(leaf["max_points"])
        give = self._excuse(leaf["code"])
        if give == "exclude":
            return DOES_NOT_APPLY
        if give is not None:
            return Standing({"full": maximum, "zero": Fraction(0)}[give], maximum)
        points = self.rules.scored(leaf["scoring"], maximum)
        if points is None:
            return DOES_NOT_APPLY
        if self.rounding["at"] == "leaf":
            points = self._rounded(points)
        return Standing(points, maximum)

    def _excuse(self, code: str) -> str | None:
        """What a leaf gives that does not apply; None when it does."""
        for owner, policy in self.policies[code]:
            named = owner in self.facts.excused
            if named or ("if" in policy and self.rules.decided(policy["if"])):
                return str(policy.get("give", "exclude"))
        return None

    def _parent(self, parent: dict[str, Any]) -> Standing:
        """The sum of what applies, then the parent's own modifiers. Extras are not in it."""
        inside = parent["code"] in self.extras
        counted = [
            self.standing(one["code"])
            for one in parent["components"]
            if inside or one["code"] not in self.extras
        ]
        points = [one.points for one in counted if one.points is not None]
        if not points:
            return DOES_NOT_APPLY
        total = sum(points, start=Fraction(0))
        whole = sum((one.applicable for one in counted), start=Fraction(0))
        scoring = parent.get("scoring", {})
        applicable = whole
        if isinstance(scoring.get("cap"), str):
            applicable = min(whole, share(scoring["cap"], whole))
        if "if" in scoring and not self.rules.decided(scoring["if"]):
            limited = share(scoring.get("if_not", "0"), applicable)
        else:
            limited = self.rules.limited(scoring, total, applicable, whole)
        return Standing(min(limited, applicable), applicable)

    # The whole set.

    @property
    def applicable(self) -> Fraction:
        return sum((self.standing(one).applicable for one in self._areas()), start=Fraction(0))

    @property
    def account(self) -> Fraction:
        """The points without extras."""
        return sum((self._points(one) for one in self._areas()), start=Fraction(0))

    @property
    def total(self) -> Fraction:
        """Points with extras, between the set's floor and cap; not rounded."""
        highest = [code for code in self.extras if not self._is_inside_extra(code)]
        total = self.account + sum((self._points(code) for code in highest), start=Fraction(0))
        limits = self.document.keys() & {"floor", "cap"}
        bounds = {key: self.document[key] for key in limits}
        return self.rules.limited(bounds, total, self.applicable, self.applicable)

    @property
    def shown_total(self) -> Fraction:
        """The total as it is printed: rounded once, where the set rounds totals."""
        return self.total if self.rounding["at"] == "leaf" else self._rounded(self.total)

    @property
    def index(self) -> Fraction | None:
        return None if self.applicable == 0 else self.total / self.applicable

    @property
    def grade(self) -> str | None:
        """The first grade whose tests are met; none where nothing applies."""
        if self.index is None:
            return None
        return next((one["id"] for one in self.document["grades"] if self._is_met(one)), None)

    def _is_met(self, grade: dict[str, Any]) -> bool:
        if "if" in grade and not self.rules.decided(grade["if"]):
            return False
        bound = grade.get("at_least")
        if bound is None:
            return True
        assert self.index is not None
        return (self.index if bound.endswith("%") else self.total) >= number(bound)

    def _areas(self) -> list[str]:
        codes = [area["code"] for area in self.document["criteria"]]
        return [code for code in codes if code not in self.extras]

    def _is_inside_extra(self, code: str) -> bool:
        return any(
            code == one["code"]
            for parent in self.extras
            for one in self.nodes[parent].get("components", [])
        )

    def _points(self, code: str) -> Fraction:
        return self.standing(code).points or Fraction(0)

    def _rounded(self, points: Fraction) -> Fraction:
        return rounded(points, int(self.rounding["places"]), self.rounding["mode"])
