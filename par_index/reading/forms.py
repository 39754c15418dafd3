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

_LATER = frozenset(
    {
        *("proportional", "each", "deduct", "given", "sum_of", "best_of"),
        *("minimum", "floor", "cap", "interpolate", "target", "extra", "outcome", "quota"),
        *("tally", "choose", "last_year", "grades", "checks", "findings", "points"),
    }
)
"""Words of the language that this release does not score yet."""

_LISTS_OF_UNIONS = frozenset(
    {"all", "any", "ratio", "sum", "minus", "times", "days", "months_after", "notes"}
)
_UNIONS = _LISTS_OF_UNIONS | {
    *("full_if", "if", "of", "not", "title", "label", "text", "note", "issuer"),
    *("lead", "support", "due", "effort"),
}
"""Keys whose value, or whose items, may take several shapes; pydantic names the shape next."""
_TAGS = frozenset(
    {
        *("text", "ratio", "sum", "minus", "times", "days", "months_after"),
        *("of", "code", "all", "any", "not", "vi", "both", "step", "per_item"),
    }
)

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
        case "missing":
            if not (isinstance(node, Mapping) and any(word in node for word in _LATER)):
                problems.add("E302", node.span, key=key)
        case "extra_forbidden":
            word = str(detail["loc"][-1])
            if word in _LATER:
                problems.add("E322", span, found=word)
            else:
                known = _known_keys(root, detail["loc"], str(context.get("class", "")))
                problems.add("E301", span, found=word, near=nearest(word, known))
        case "union_tag_not_found" | "union_tag_invalid":
            words = [entry.key.text for entry in node] if isinstance(node, Mapping) else []
            later = next((word for word in words if word in _LATER), None)
            if later is not None:
                problems.add("E322", span, found=later)
            else:
                problems.add("E306", span, found=", ".join(words))
        case "shape":
            problems.add("E304", span, found=_text(node), expected=context["expected"])
        case "literal_error":
            expected = str(context["expected"]).replace("'", "").replace(" or ", ", ")
            if _text(node) in _LATER:
                problems.add("E322", span, found=_text(node))
            else:
                problems.add("E304", span, found=_text(node), expected=expected)
        case "blank":
            problems.add("E309", span)
        case "too_short" | "too_long":
            least, most = context.get("min_length"), context.get("max_length")
            problems.add("E331", span, found=context["actual_length"], expected=least or most)
        case _:
            problems.add(_SHAPES.get(kind, "E308"), span)


def _find(root: Mapping, loc: tuple[int | str, ...]) -> tuple[Node, Span, list[int | str]]:
    """The deepest node a pydantic location leads to; tags of unions are no steps."""
    node: Node = root
    span = root.span
    rest: list[int | str] = []
    key = ""
    for step in loc:
        if step in _TAGS and key in _UNIONS:
            key = ""
            continue
        if isinstance(step, str):
            key = step
        elif key not in _LISTS_OF_UNIONS:
            key = ""
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


def _known_keys(root: Mapping, loc: tuple[int | str, ...], name: str) -> list[str]:
    """The keys that belong beside an unknown one, found by the keys already there."""
    parent, _, _ = _find(root, loc[:-1])
    present = {entry.key.text for entry in parent} if isinstance(parent, Mapping) else set()
    best: list[str] = []
    for form in _forms(Form):
        keys = [field.alias or id for id, field in form.model_fields.items() if field.alias != "@"]
        if len(present & set(keys)) > len(present & set(best)) or not best:
            best = keys
    return best


def _forms(form: type[Form]) -> list[type[Form]]:
    return [one for child in form.__subclasses__() for one in (child, *_forms(child))]


def _text(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else ""
