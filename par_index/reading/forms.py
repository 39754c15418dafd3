"""From nodes to forms: pydantic checks the shape, and its complaints become located problems."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from par_index.problems import Problems, Span
from par_index.reading.nearest import nearest
from par_index.reading.nodes import Mapping, Node, Scalar, Sequence
from par_index.reading.written import Form

__all__ = ["read_form"]

_F = TypeVar("_F", bound=Form)

_HOMES = {"measures": "measures.yaml", "checks": "measures.yaml", "findings": "findings.yaml"}
"""The files whose topmost key is sometimes written in another."""

_RULES = "findings"

_TAG = "@"
"""How the tag of a union begins, which pydantic names among the steps of a location."""

_SHAPES = {
    "model_type": "E303",
    "model_attributes_type": "E303",
    "dict_type": "E303",
    "list_type": "E307",
    "string_type": "E308",
}


def read_form(form: type[_F], node: Mapping, problems: Problems) -> _F | None:
    """The node as a form; None when its shape does not fit, with a problem for each misfit."""
    try:
        return form.model_validate(_plain(node))
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            _report(detail, node, problems)
        return None


def _plain(node: Node) -> Any:
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [_plain(item) for item in node.items]
        case Mapping():
            return {"@": node, **{entry.key.text: _plain(entry.value) for entry in node.entries}}


def _report(detail: ErrorDetails, root: Mapping, problems: Problems) -> None:
    kind, context = detail["type"], detail.get("ctx", {})
    node, span, rest = _find(root, detail["loc"])
    key = str(rest[-1]) if rest else ""
    match kind:
        case "extra_forbidden" if str(detail["loc"][-1]) in _HOMES and _is_block(node):
            _send_home(str(detail["loc"][-1]), span, problems)
        case "string_type" if _is_inline_rule(detail["loc"], node):
            _send_home(_RULES, root.key_span(_RULES), problems)
        case "list_type" | "too_short" if _is_without_rules(root, detail["loc"]):
            problems.add("E381", root.key_span(_RULES))
        case "missing":
            problems.add("E302", node.span, key=key)
        case "extra_forbidden":
            word = str(detail["loc"][-1])
            beside, _, _ = _find(root, detail["loc"][:-1])
            assert isinstance(beside, Mapping), "only a mapping has keys"
            span = beside.key_span(word)
            known = [key for key in _known_keys(beside) if key != word]
            problems.add("E301", span, found=word, near=nearest(word, known))
        case "union_tag_not_found" | "union_tag_invalid":
            words = [entry.key.text for entry in node] if isinstance(node, Mapping) else []
            problems.add("E306", span, found=", ".join(words))
        case "shape":
            problems.add("E304", span, found=_text(node), expected=context["expected"])
        case "literal_error":
            expected = str(context["expected"]).replace("'", "").replace(" or ", ", ")
            problems.add("E304", span, found=_text(node), expected=expected)
        case "blank":
            problems.add("E309", span)
        case "too_short" | "too_long":
            least, most = context.get("min_length"), context.get("max_length")
            problems.add("E331", span, found=context["actual_length"], expected=least or most)
        case _:
            problems.add(_SHAPES.get(kind, "E308"), span)


def _is_block(node: Node) -> bool:
    return isinstance(node, Mapping | Sequence)


def _is_inline_rule(loc: tuple[int | str, ...], node: Node) -> bool:
    """Whether something is written where ``set.yaml`` has the name of a file of rules."""
    return loc[:1] == (_RULES,) and len(loc) == 2 and _is_block(node)


def _send_home(word: str, span: Span, problems: Problems) -> None:
    """Say in which file this stands; a file of rules is named in ``set.yaml`` besides."""
    home = _HOMES[word]
    line = f"{_RULES}: [{home}]" if word == _RULES else ""
    problems.add("E376", span, found=word, place=home, line=line)


def _is_without_rules(root: Mapping, loc: tuple[int | str, ...]) -> bool:
    """Whether this is a file of rules in which none stands: of its keys that is the only one."""
    value = root.get(_RULES)
    is_blank = isinstance(value, Scalar) and value.is_blank
    is_empty = isinstance(value, Sequence) and not value.items
    return loc == (_RULES,) and root.keys == (_RULES,) and (is_blank or is_empty)


def _find(root: Mapping, loc: tuple[int | str, ...]) -> tuple[Node, Span, list[int | str]]:
    """The deepest node a pydantic location leads to; tags of unions are no steps."""
    node: Node = root
    span = root.span
    rest: list[int | str] = []
    for step in loc:
        known = isinstance(node, Mapping) and str(step) in node
        if str(step).startswith(_TAG) and not known:
            continue
        if isinstance(step, int) and isinstance(node, Sequence) and step < len(node.items):
            node, rest = node.items[step], []
            span = node.span
        elif isinstance(step, str) and isinstance(node, Mapping) and step in node:
            value = node.get(step)
            assert value is not None
            is_blank = isinstance(value, Scalar) and value.is_blank
            span = node.key_span(step) if is_blank else value.span
            node, rest = value, []
        else:
            rest.append(step)
    if loc and isinstance(loc[-1], str) and not rest:
        parent, _, _ = _find(root, loc[:-1])
        if isinstance(parent, Mapping) and loc[-1] in parent and not isinstance(node, Scalar):
            span = parent.key_span(loc[-1])
    return node, span, rest


def _known_keys(beside: Mapping) -> list[str]:
    """The keys that belong beside an unknown one, found by the keys already there."""
    present = set(beside.keys)
    shapes = [
        [field.alias or id for id, field in form.model_fields.items() if field.alias != "@"]
        for form in _forms(Form)
    ]
    return max(shapes, key=lambda keys: (len(present & set(keys)), len(keys)))


def _forms(form: type[Form]) -> list[type[Form]]:
    return [one for child in form.__subclasses__() for one in (child, *_forms(child))]


def _text(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else ""
