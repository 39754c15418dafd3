"""Finding rules written as an author would, lowered without a set around them."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence

from par_index.model.facts import Shape
from par_index.model.findings import FindingRule
from par_index.nouns import EMPTY
from par_index.problems import Owner, Problem, Problems
from par_index.reading.finding_forms import FindingsFile
from par_index.reading.finding_names import Names
from par_index.reading.findings import lower_findings
from par_index.reading.forms import read_form
from par_index.reading.yaml_text import read_yaml

__all__ = ["lower", "one", "said", "told"]

Known = Mapping[Shape, tuple[str, ...]]


def lower(
    text: str, known: Known = EMPTY, common: Sequence[FindingRule] = ()
) -> tuple[tuple[FindingRule, ...], tuple[Problem, ...]]:
    """The rules of a list, and everything that is wrong with it."""
    problems = Problems()
    body = textwrap.indent(textwrap.dedent(text).strip("\n"), "  ")
    data = f"findings:\n{body}\n".encode()
    _, node = read_yaml(data, "f.yaml", Owner.CRITERIA, problems)
    form = None if node is None else read_form(FindingsFile, node, problems)
    rules = lower_findings([form] if form else [], Names(known), problems, common)
    return rules, problems.in_order()


def one(text: str, known: Known = EMPTY) -> FindingRule:
    """The only rule of a list that is right."""
    (rule,), problems = lower(text, known)
    assert problems == ()
    return rule


def told(text: str, known: Known = EMPTY, common: Sequence[FindingRule] = ()) -> list[str]:
    """What is wrong, and where: ``E351 5:13``, the list beginning in line 2."""
    _, problems = lower(text, known, common)
    return [f"{one.code} {one.span.line}:{one.span.column}" for one in problems]


def said(when: str, **more: str) -> str:
    """A rule that says something, around its patterns."""
    lines = ["- id: thu", "  severity: note", "  title: Thử", f"  when: {when}", "  next: Xem lại"]
    return "\n".join([*lines, *(f"  {key}: {value}" for key, value in more.items())])
