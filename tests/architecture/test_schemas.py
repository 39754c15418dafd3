"""The published schemas: fresh, true of every shipped file, and of one mind with the readers."""

from __future__ import annotations

import json
import re
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from par_index.problems import InvalidInput, Problems
from par_index.reading.external_files import open_external
from par_index.reading.library import Library
from par_index.reading.submissions import read_submission

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "par_index" / "schemas"
PUBLISHED = runpy.run_path(str(ROOT / "tools" / "publish_schemas.py"))["schemas"]()
GALLERY = ROOT / "tests" / "errors" / "gallery"

VIETNAMESE = re.compile(
    "[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE
)
"""A letter that no English word has."""

SHAPE_CODES = {"E201", "E202", "E203", "E207", "E208"}
"""Faults of shape, which an editor can see; E209 and the others need the reader."""


def schema(name: str) -> Any:
    return json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_schema_is_what_the_models_say(name: str) -> None:
    committed = (SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8")
    assert committed == PUBLISHED[name], "run: make schemas"


@pytest.mark.parametrize("path", sorted(SCHEMAS.glob("*.json")), ids=lambda path: path.name)
def test_schema_is_a_valid_schema(path: Path) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("entry", Library().sets(), ids=lambda entry: entry.id)
def test_files_of_a_shipped_set_fit_their_schemas(entry: Any) -> None:
    header = yaml.load((entry.folder / "set.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    jsonschema.validate(header, schema("criteria"))
    files = [("measures.yaml", "measures"), *((name, "area") for name in header["areas"])]
    files += [(name, "findings") for name in header.get("findings", [])]
    for name, kind in files:
        text = (entry.folder / name).read_text(encoding="utf-8")
        jsonschema.validate(yaml.load(text, Loader=yaml.BaseLoader), schema(kind))


@pytest.mark.parametrize("path", sorted((ROOT / "fixtures").rglob("unit.yaml")), ids=str)
def test_fixture_fits_the_submission_schema(path: Path) -> None:
    document = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    jsonschema.validate(document, schema("submission"))


@pytest.mark.parametrize(
    "path", sorted(GALLERY.glob("[EWN]2*.unit.yaml")), ids=lambda path: path.name
)
def test_schema_and_reader_agree_on_shape(path: Path, tmp_path: Path) -> None:
    """The editor marks a unit's file exactly where the reader finds a fault of shape."""
    (tmp_path / "thu/2025/thu").mkdir(parents=True)
    (tmp_path / "thu/2025/thu/so").symlink_to(GALLERY / "base")
    try:
        read_submission(path.read_bytes(), path.name, Library([tmp_path]))
        codes: set[str] = set()
    except InvalidInput as error:
        codes = {problem.code for problem in error.problems}
    text = path.read_text(encoding="utf-8")
    document = yaml.load(text, Loader=yaml.BaseLoader)
    fits = jsonschema.Draft202012Validator(schema("submission")).is_valid(document)
    assert fits == (not codes & SHAPE_CODES)


@pytest.mark.parametrize(
    "path", sorted(GALLERY.glob("E2*.external.yaml")), ids=lambda path: path.name
)
def test_external_schema_and_reader_agree_on_shape(path: Path) -> None:
    problems = Problems()
    open_external(path.read_bytes(), path.name, problems)
    codes = {problem.code for problem in problems.in_order()}
    document = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    fits = jsonschema.Draft202012Validator(schema("external")).is_valid(document)
    assert fits == (not codes & SHAPE_CODES)


@pytest.mark.parametrize("name", PUBLISHED)
def test_every_property_is_explained_in_vietnamese(name: str) -> None:
    """What an editor shows of a key is for somebody who fills in the file."""
    silent = [
        place
        for place, key in _properties(schema(name))
        if not VIETNAMESE.search(key.get("description", ""))
    ]
    assert silent == []


def _properties(node: Any, place: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property that any part of a schema declares."""
    if isinstance(node, list):
        for item in node:
            yield from _properties(item, place)
    elif isinstance(node, dict):
        for key, value in node.get("properties", {}).items():
            yield f"{place}.{key}", value
        for key, value in node.items():
            yield from _properties(value, f"{place}.{key}")


@pytest.mark.parametrize("name", PUBLISHED)
def test_no_english_reaches_the_editor(name: str) -> None:
    """Docstrings are for who reads the code."""
    described = [
        definition["description"]
        for definition in schema(name).get("$defs", {}).values()
        if "description" in definition
    ]
    assert all(VIETNAMESE.search(text) for text in described)
