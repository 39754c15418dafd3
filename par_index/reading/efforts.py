"""Efforts from a file: what each criterion, or each measure, costs an office to move."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from par_index.exact import parse_literal
from par_index.model.criteria import CriteriaSet, Criterion
from par_index.model.efforts import Effort, Efforts
from par_index.problems import Owner, Problems
from par_index.reading.data import declared
from par_index.reading.fields import Fields
from par_index.reading.heads import check_schema
from par_index.reading.nearest import nearest
from par_index.reading.nodes import Mapping as MappingNode
from par_index.reading.nodes import Node, Scalar
from par_index.reading.yaml_text import read_yaml

__all__ = ["SCHEMA", "read_efforts"]

SCHEMA = "par_index/effort/1"

_PER_ITEM = "per_item"


def read_efforts(data: bytes, name: str, criteria: CriteriaSet, problems: Problems) -> Efforts:
    """The efforts of a file for a set; what is wrong with it goes to ``problems``."""
    _, root = read_yaml(data, name, Owner.EFFORT, problems)
    if root is None:
        return Efforts()
    fields = Fields(root, problems, "2")
    if not check_schema(fields, SCHEMA):
        return Efforts()
    fields.expect(("schema",), ("criteria", "measures"))
    codes = dict(_efforts(fields, "criteria", "E211", criteria.by_code, criteria.id))
    measures = dict(_efforts(fields, "measures", "E281", declared(criteria), criteria.id))
    return Efforts(dict(_handed_down(criteria.areas, codes, None)), measures)


def _efforts(
    fields: Fields, key: str, code: str, known: Iterable[str], set: str
) -> Iterator[tuple[str, Effort]]:
    ids = list(known)
    node = fields.mapping(key)
    for entry in () if node is None else node:
        found = entry.key.text
        if found not in ids:
            near = nearest(found, ids)
            fields.problems.add(code, entry.key.span, found=found, set=set, near=near)
            continue
        effort = _effort(entry.value)
        if effort is None:
            value = entry.value
            is_text = isinstance(value, Scalar) and not value.is_blank
            span = value.span if is_text else entry.key.span
            fields.problems.add("E268", span, found=found)
        else:
            yield found, effort


def _effort(node: Node) -> Effort | None:
    """``2``, or ``{per_item: 0.5}``."""
    if isinstance(node, MappingNode):
        if [entry.key.text for entry in node] != [_PER_ITEM]:
            return None
        inner = node.get(_PER_ITEM)
        one = None if inner is None else _effort(inner)
        return None if one is None or one.per_item else Effort(one.amount, per_item=True)
    literal = parse_literal(node.text.strip()) if isinstance(node, Scalar) else None
    if literal is None or literal.percent or literal.value < 0:
        return None
    return Effort(literal.value)


def _handed_down(
    nodes: Iterable[Criterion], stated: Mapping[str, Effort], above: Effort | None
) -> Iterator[tuple[str, Effort]]:
    for node in nodes:
        own = stated.get(node.code, above)
        if own is not None:
            yield node.code, own
        yield from _handed_down(node.components, stated, own)
