"""Write the JSON Schemas of the files people write, from the models that read them.

Run by ``make schemas``; a test fails when what is committed differs from what this writes.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from par_index.reading.criterion_forms import AreaFile
from par_index.reading.definition import MeasuresFile, SetFile
from par_index.reading.finding_forms import FindingsFile
from par_index.reading.finding_schema import finding_tests_schema
from par_index.reading.submission_form import external_schema, scenarios_schema, submission_schema
from par_index.reading.tests_form import tests_schema

FOLDER = Path(__file__).resolve().parents[1] / "par_index" / "schemas"

TITLES = {
    "criteria": "par_index/criteria/1: set.yaml",
    "measures": "par_index/criteria/1: measures.yaml",
    "area": "par_index/criteria/1: an area file",
    "findings": "par_index/criteria/1: a file of finding rules",
    "finding-tests": "par_index/criteria/1: tests of finding rules that belong to no set",
    "submission": "par_index/submission/1",
    "external": "par_index/external/1",
    "scenarios": "par_index/scenarios/1",
    "tests": "par_index/criteria/1: tests/*.yaml",
}


def schemas() -> dict[str, str]:
    """The published text of each schema, by name."""
    documents = {
        "criteria": SetFile.model_json_schema(),
        "measures": MeasuresFile.model_json_schema(),
        "area": AreaFile.model_json_schema(),
        "findings": FindingsFile.model_json_schema(),
        "finding-tests": finding_tests_schema(),
        "submission": submission_schema(),
        "external": external_schema(),
        "scenarios": scenarios_schema(),
        "tests": tests_schema(),
    }
    return {name: _text(name, document) for name, document in documents.items()}


def _text(name: str, document: dict[str, Any]) -> str:
    document = _without_noise(document)
    document["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    document["title"] = TITLES[name]
    return json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _without_noise(node: Any) -> Any:
    """Drop the titles pydantic makes up from field names: editors show them as if they helped."""
    if isinstance(node, list):
        return [_without_noise(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: value for key, value in node.items() if key != "title" or isinstance(value, dict)}
    return {key: _without_noise(value) for key, value in kept.items()}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, text in schemas().items():
        (FOLDER / f"{name}.schema.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
