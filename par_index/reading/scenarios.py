"""Scenarios: values to try, from a small file of several, or one by one from a command line."""

from __future__ import annotations

from par_index.nouns import Noun
from par_index.problems import Owner, Problems, Source, Span
from par_index.reading.characters import composed, read_characters
from par_index.reading.fields import Fields
from par_index.reading.heads import check_schema
from par_index.reading.nodes import Entry, Node, Scalar, Sequence
from par_index.reading.yaml_text import read_yaml

__all__ = ["SCHEMA", "Scenario", "read_scenarios", "read_setting"]

SCHEMA = "par_index/scenarios/1"


class Scenario(Noun):
    """Values to try together, each under the id of its measure."""

    name: str
    changes: tuple[Entry, ...]


def read_scenarios(data: bytes, name: str, problems: Problems) -> tuple[Scenario, ...]:
    """The scenarios of a file in its order; none after a problem with the file as a whole."""
    _, root = read_yaml(data, name, Owner.SCENARIO, problems)
    if root is None:
        return ()
    fields = Fields(root, problems, "2")
    if not check_schema(fields, SCHEMA):
        return ()
    fields.expect(("schema", "scenarios"))
    fields.text("schema")
    first: dict[str, Span] = {}
    read: list[Scenario] = []
    if _is_empty(root.get("scenarios")):
        problems.add("E209", root.key_span("scenarios"), key="scenarios")
    for node in fields.mappings("scenarios"):
        one = Fields(node, problems, "2")
        one.expect(("name", "set"))
        title, values = one.text("name"), one.mapping("set")
        if title is None:
            title = ""
        elif title in first:
            problems.add("E260", one.span_of("name"), first[title], found=title)
        else:
            first[title] = one.span_of("name")
        read.append(Scenario(title, () if values is None else values.entries))
    return tuple(read)


def _is_empty(node: Node | None) -> bool:
    return (isinstance(node, Scalar) and node.is_blank) or (
        isinstance(node, Sequence) and not node.items
    )


def read_setting(data: bytes, name: str, problems: Problems) -> Entry | None:
    """``ho_so.so_hoa=27`` as an entry of a file; None where it cannot be read.

    Nothing after the sign is not reported.
    """
    source, text = read_characters(data, name, Owner.SCENARIO, problems)
    if text is None:
        return None
    id, _, value = text.partition("=")
    return Entry(_scalar(source, id, 1), _scalar(source, value, len(id) + 2))


def _scalar(source: Source, text: str, column: int) -> Scalar:
    """A piece of one line without the blanks around it."""
    bare = text.strip()
    column += len(text) - len(text.lstrip())
    return Scalar(composed(bare), Span(source, 1, column, max(len(bare), 1)))
