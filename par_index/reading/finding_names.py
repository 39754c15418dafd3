"""What a rule may name: variables, and subjects and rules that are there."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Final

from par_index.model.facts import Field, Shape
from par_index.model.findings import Domain, Variable
from par_index.nouns import EMPTY, Noun
from par_index.problems import Problems
from par_index.reading.nearest import nearest
from par_index.reading.nodes import Scalar

__all__ = ["Domains", "Names", "domain_of"]

Domains = Mapping[str, Domain | None]
"""What each variable ranges over; None where ``for_each`` does not say it in a way to be used."""

_MISSING: Final = {
    Shape.CODE: "E313",
    Shape.MEASURE: "E312",
    Shape.CHECK: "E364",
    Shape.RULE: "E365",
}


class Names(Noun):
    """What can be named in some rules, by what it is.

    What is not listed cannot be named at all: the documents of a unit, which no set knows, and in
    rules common to all sets any criterion, measure or check.
    """

    known: Mapping[Shape, tuple[str, ...]] = EMPTY

    def has(
        self, shape: Shape, node: Scalar, problems: Problems, variables: Container[str] = ()
    ) -> bool:
        """Whether there is such a thing; told where there is not."""
        if node.text in variables and node.text not in self.known.get(shape, ()):
            problems.add("E377", node.span, found=node.text, near=f"${node.text}")
            return False
        if shape not in self.known:
            problems.add("E363", node.span, found=node.text)
            return False
        known = self.known[shape]
        if node.text in known:
            return True
        near = nearest(node.text, list(known))
        problems.add(_MISSING[shape], node.span, found=node.text, near=near)
        return False

    def variable(
        self,
        node: Scalar,
        domains: Domains,
        field: Field | None,
        name: str,
        problems: Problems,
    ) -> Variable | None:
        """The variable that a text beginning with ``$`` is, fit for the field called ``name``."""
        found = node.text[1:]
        if found not in domains:
            near = nearest(found, list(domains))
            known = ", ".join(f"${one}" for one in domains)
            near = near and f"${near}"
            problems.add("E355", node.span, found=node.text, expected=known, near=near)
            return None
        domain = domains[found]
        if domain is None:
            return None
        if field is not None and domain.shape is not field.shape:
            problems.add("E356", node.span, found=node.text, domain=domain.value, field=name)
            return None
        return Variable(found)


def domain_of(text: str) -> Domain | None:
    return next((domain for domain in Domain if domain.value == text), None)
