"""Scenarios: values to try, from a small file of several, or one by one from a command line."""

from __future__ import annotations

from collections.abc import Iterable

from par_index.nouns import Noun
from par_index.problems import Owner, Problems, Source, Span
from par_index.reading.characters import composed, read_characters
from par_index.reading.fields import Fields
from par_index.reading.heads import check_schema
from par_index.reading.nodes import Entry, Node, Scalar, Sequence
from par_index.reading.yaml_text import read_yaml

__all__ = ["SCHEMA", "Scenario", "read_scenarios", "read_settings"]

SCHEMA = "par_index/scenarios/1"


_LAST_YEAR = "last_year."
"""Before the id of a measure, where a command line means its value of last year."""


class Scenario(Noun):
    """Values to try together, each under the id of its measure: of this year and of the last."""

    name: str
    changes: tuple[Entry, ...]
    last_year: tuple[Entry, ...] = ()


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
        is_of_last_year = "last_year" in node
        one.expect(("name",) if is_of_last_year else ("name", "set"), ("set", "last_year"))
        title = one.text("name")
        values, before = (
            () if block is None else block.entries
            for block in (one.mapping("set"), one.mapping("last_year"))
        )
        if title is None:
            title = ""
        elif title in first:
            problems.add("E260", one.span_of("name"), first[title], found=title)
        else:
            first[title] = one.span_of("name")
        read.append(Scenario(title, values, before))
    return tuple(read)


def _is_empty(node: Node | None) -> bool:
    return (isinstance(node, Scalar) and node.is_blank) or (
        isinstance(node, Sequence) and not node.items
    )


def read_settings(
    settings: Iterable[tuple[bytes, str]], problems: Problems
) -> tuple[Scenario, ...]:
    """The scenario without a name of a command line: ``ho_so.so_hoa=27``, each with its place.

    ``last_year.ho_so.so_hoa=20`` is of last year; nothing after the sign is not reported.
    """
    changes: list[Entry] = []
    last_year: list[Entry] = []
    for data, name in settings:
        source, text = read_characters(data, name, Owner.SCENARIO, problems)
        if text is None:
            continue
        id, _, value = text.partition("=")
        bare = id.lstrip()
        is_of_last_year = bare.startswith(_LAST_YEAR)
        start = len(id) - len(bare) + len(_LAST_YEAR) if is_of_last_year else 0
        entry = Entry(_scalar(source, id[start:], start + 1), _scalar(source, value, len(id) + 2))
        (last_year if is_of_last_year else changes).append(entry)
    return (Scenario("", tuple(changes), tuple(last_year)),)


def _scalar(source: Source, text: str, column: int) -> Scalar:
    """A piece of one line without the blanks around it."""
    bare = text.strip()
    column += len(text) - len(text.lstrip())
    return Scalar(composed(bare), Span(source, 1, column, max(len(bare), 1)))
