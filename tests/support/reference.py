"""The language reference as data: its examples, its tables, its sections.

How to write a page of ``docs/language``. A ``yaml`` block under ``<!-- example: NAME -->`` belongs
to the example of that name on its page: all of them together are one small set with its tests, as
in ``tests/spec``. Under ``<!-- refused PLACE in NAME -->`` stands a table. The first cell of a row
is put in that place of that example, the second is the code that must come of it. ``console`` and
``file`` blocks are as in the other documents. In grammar.md a table under ``<!-- form: CLASS -->``
holds the keys that this class accepts, no more and no fewer.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

__all__ = [
    "DOCS",
    "EXAMPLES",
    "GRAMMAR",
    "PAGES",
    "REFERENCE",
    "Example",
    "Refusal",
    "example_blocks",
    "examples",
    "form_tables",
    "links_of",
    "load",
    "refusals",
    "rows",
    "section",
    "text_of",
]

DOCS = Path(__file__).resolve().parents[2] / "docs"
REFERENCE = DOCS / "language"
PAGES = sorted(REFERENCE.glob("*.md"))
GRAMMAR = REFERENCE / "grammar.md"

_BLOCK = re.compile(r"<!-- example: (\S+) -->\n```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_TABLE = r"\n\|.*\n\|[-| ]+\|\n((?:\|.*\n)+)"
_REFUSED = re.compile(rf"<!-- refused (\w+) in (\S+) -->{_TABLE}")
_FORM = re.compile(rf"<!-- form: (\S+) -->{_TABLE}")
_FENCED = re.compile(r"```.*?```", re.DOTALL)
_HEADING = re.compile(r"^(#+) (.*)$", re.MULTILINE)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")

Document = dict[str, Any]


@dataclass(frozen=True)
class Example:
    """A small set with its tests, as the blocks of one page make it up."""

    page: Path
    name: str
    document: Document

    def __str__(self) -> str:
        return f"{self.page.stem}: {self.name}"

    @property
    def tests(self) -> list[Document]:
        tests: list[Document] = self.document["tests"]
        return tests


@dataclass(frozen=True)
class Refusal:
    """What a page says is refused: where it is put into an example, and with which code."""

    example: Example
    place: str
    written: str
    code: str

    def __str__(self) -> str:
        return f"{self.example.page.stem} {self.code}: {self.written}"

    def put(self) -> tuple[Document, Document]:
        """The example's set and its first test, with the refused piece in its place."""
        document = copy.deepcopy(self.example.document)
        test = {"given": {}, **document["tests"][0]}
        _PLACES[self.place](document, test, load("{" + self.written + "}"))
        return document, test


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def load(text: str) -> Any:
    """YAML with every scalar as text."""
    return yaml.load(text, Loader=yaml.BaseLoader)


def example_blocks(page: Path) -> list[tuple[str, str]]:
    """The blocks of examples with the names of these."""
    return _BLOCK.findall(text_of(page))


def examples(page: Path) -> dict[str, Example]:
    found: dict[str, Document] = {}
    for name, text in example_blocks(page):
        document = found.setdefault(name, {})
        for key, value in load(text).items():
            assert key not in document, f"{page.name}: {key} of {name} stands there twice"
            document[key] = value
    return {name: Example(page, name, document) for name, document in found.items()}


EXAMPLES = [one for page in PAGES for one in examples(page).values()]


def rows(table: str) -> Iterator[list[str]]:
    """The cells of a table, row by row, its head left out."""
    for line in table.splitlines():
        yield [cell.strip() for cell in line.strip("|").split(" | ")]


def refusals(page: Path) -> Iterator[Refusal]:
    for place, name, table in _REFUSED.findall(text_of(page)):
        for written, code, *_ in rows(table):
            yield Refusal(examples(page)[name], place, written.strip("`"), code)


def form_tables() -> dict[str, str]:
    """The tables of keys in the grammar, by the name of their form."""
    return dict(_FORM.findall(text_of(GRAMMAR)))


def links_of(text: str) -> list[tuple[str, str]]:
    """Where a text leads within these documents: file and heading, either may be empty."""
    targets = [one for one in _LINK.findall(_FENCED.sub("", text)) if "://" not in one]
    return [(file, anchor) for file, _, anchor in (one.partition("#") for one in targets)]


def section(page: Path, anchor: str) -> str:
    """The part of a page under a heading, down to the next of its level; all without anchor."""
    text = text_of(page)
    if not anchor:
        return text
    headings = list(_HEADING.finditer(text))
    for number, one in enumerate(headings):
        if _slug(one[2]) == anchor:
            after = (other for other in headings[number + 1 :] if len(other[1]) <= len(one[1]))
            end = next((other.start() for other in after), len(text))
            return text[one.start() : end]
    raise AssertionError(f"{page.name} has no section #{anchor}")


def _slug(heading: str) -> str:
    """A heading as links name it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


# Where a refused piece is put.


def _put_measure(document: Document, test: Document, piece: Document) -> None:
    kept = [one for one in document["measures"] if one["id"] != piece["id"]]
    document["measures"] = [*kept, piece]


def _put_criterion(document: Document, test: Document, piece: Document) -> None:
    """Over the criterion with that code, wherever it stands, or after the others."""
    waiting = [document["criteria"]]
    while waiting:
        siblings = waiting.pop()
        for number, one in enumerate(siblings):
            if one["code"] == piece["code"]:
                siblings[number] = one | piece
                return
            waiting.append(one.get("components", []))
    document["criteria"].append(piece)


def _put_scoring(document: Document, test: Document, piece: Document) -> None:
    """For the first leaf."""
    criterion = document["criteria"][0]
    while "components" in criterion:
        criterion = criterion["components"][0]
    criterion["scoring"] = piece


def _put_set(document: Document, test: Document, piece: Document) -> None:
    document.update(piece)


def _put_answer(document: Document, test: Document, piece: Document) -> None:
    test["answers"] = [piece]


def _put_in(key: str) -> Callable[[Document, Document, Document], None]:
    def put(document: Document, test: Document, piece: Document) -> None:
        test[key] = {**test.get(key, {}), **piece}

    return put


_PLACES = {
    "measure": _put_measure,
    "criterion": _put_criterion,
    "scoring": _put_scoring,
    "set": _put_set,
    "answer": _put_answer,
    "data": _put_in("given"),
    "external": _put_in("external"),
}
