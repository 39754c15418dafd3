"""Reading a YAML text whose every value is the text somebody typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from par_index.problems import Owner, Problems, Source
from par_index.reading.characters import read_characters
from par_index.reading.nodes import Mapping, Sequence
from par_index.reading.yaml_faults import explain
from par_index.reading.yaml_tree import Top, Tree

__all__ = ["read_yaml", "read_yaml_list"]

FAST_LOADER: type | None = getattr(yaml, "CBaseLoader", None)
"""PyYAML over libyaml, where it was built with it."""

_PARSERS_DIFFER = re.compile(r"[\t?!]|[|>][-+0-9]*#")
"""What libyaml takes and the YAML of Python may not: Tab as a space, ``[a?]``, ``!$!``, ``>#``."""

_VALUES_STAND = frozenset({"E109", "E113", "E119"})
"""Errors after which every value that is left still is what was written."""


def read_yaml(
    data: bytes, name: str, owner: Owner, problems: Problems
) -> tuple[Source, Mapping | None]:
    """Read one file that holds one mapping; None when its text cannot be used.

    Whatever is wrong goes to ``problems``. After a tag, a repeated key or a long key the mapping
    is still given, so that the next reader can tell what else there is to mend.
    """
    return _read(data, name, owner, problems, Mapping)


def read_yaml_list(
    data: bytes, name: str, owner: Owner, problems: Problems
) -> tuple[Source, Sequence | None]:
    """Read one file that holds one list, in the same way."""
    return _read(data, name, owner, problems, Sequence)


def _read(
    data: bytes, name: str, owner: Owner, problems: Problems, wanted: type[Top]
) -> tuple[Source, Top | None]:
    found = Problems()
    source, text = read_characters(data, name, owner, found)
    top = None if text is None else _parse(text, source, found, wanted)
    errors = {problem.code for problem in found.in_order() if problem.is_error}
    problems.extend(found.in_order())
    return source, top if errors <= _VALUES_STAND else None


def _parse(text: str, source: Source, found: Problems, wanted: type[Top]) -> Top | None:
    """Read with the fast parser, and again with the other when the text is broken.

    libyaml words and places its faults in its own way; asking one parser about every fault
    gives the same answer on every machine.
    """
    if FAST_LOADER is not None and not _PARSERS_DIFFER.search(text):
        tree = Tree(source)
        try:
            top = tree.finish(wanted, whole=_grow(tree, text, FAST_LOADER))
        except yaml.YAMLError:
            pass
        else:
            found.extend(tree.problems.in_order())
            return top
    tree = Tree(source)
    try:
        top = tree.finish(wanted, whole=_grow(tree, text, yaml.BaseLoader))
    except yaml.MarkedYAMLError as error:
        explain(error, source, tree.open_bracket, tree.problems)
        top = tree.finish(wanted, whole=False)
    found.extend(tree.problems.in_order())
    return top


def _grow(tree: Tree, text: str, loader: type) -> bool:
    """Feed the tree; False when it wanted no more."""
    return all(tree.take(event) for event in _events(text, loader))


def _events(text: str, loader: type) -> Iterator[yaml.Event]:
    parser = loader(text)
    try:
        while parser.check_event():
            yield parser.get_event()
    except (ValueError, OverflowError) as error:
        # The YAML of Python lets int() and chr() speak for themselves: "\UFFFFFFFF".
        raise yaml.MarkedYAMLError(
            "while scanning a double-quoted scalar", None, str(error), parser.get_mark()
        ) from None
    finally:
        parser.dispose()
