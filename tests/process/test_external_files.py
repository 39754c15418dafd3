"""External files on the command line: each goes with the unit it names, and none goes unnoticed."""

from pathlib import Path
from typing import Any

import pytest
from support.processes import ROOT, par_index, par_score

BASE = ROOT / "tests/errors/gallery/base"

UNIT = """schema: par_index/submission/1
criteria: thu/2025/thu/so
unit: {{id: thu.so-{unit}, name: Sở {unit}, tier: so}}
as_of: 2025-12-31
"""
EXTERNAL = """schema: par_index/external/1
criteria: thu/2025/thu/so
unit: thu.so-{unit}
by: appraiser
who: Hội đồng thẩm định
date: 2026-01-10
data:
  td.diem: {points}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two units, and an appraiser's points for each of them and for a third."""
    for unit, points in (("a", "0.5"), ("b", "1"), ("c", "0.25")):
        (tmp_path / f"{unit}.yaml").write_text(UNIT.format(unit=unit), encoding="utf-8")
        text = EXTERNAL.format(unit=unit, points=points)
        (tmp_path / f"kem-{unit}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def appraised(document: dict[str, Any]) -> object:
    """The points of the criterion that the appraiser decides."""
    return document["areas"][1]["components"][0]["points"]


def test_each_unit_gets_what_is_given_for_it(folder: Path) -> None:
    external = [f"--external={folder / f'kem-{unit}.yaml'}" for unit in "ab"]
    units = (folder / "a.yaml", folder / "b.yaml")
    done = par_score(*units, *external, "--criteria", BASE, "--format", "json")
    assert (done.code, done.err) == (0, b"")
    assert [appraised(one) for one in done.document["documents"]] == ["0.5", "1"]


def test_a_file_that_nobody_here_needs_stops_everything(folder: Path) -> None:
    unit, stray = folder / "a.yaml", folder / "kem-c.yaml"
    done = par_score(unit, "--external", stray, "--criteria", BASE)
    assert (done.code, done.text) == (3, "")
    assert "[E254]" in done.errors
    assert "thu.so-c" in done.errors


def test_a_broken_file_stops_everything_and_a_lacking_one_is_the_systems(folder: Path) -> None:
    broken = folder / "hỏng.yaml"
    text = EXTERNAL.format(unit="a", points="1")
    broken.write_text(text.replace("by: appraiser", "by: ai"), encoding="utf-8")
    done = par_score(folder / "a.yaml", "--external", broken, "--criteria", BASE)
    assert done.code == 3
    assert "[E204]" in done.errors
    assert par_score(folder / "a.yaml", "--external", folder / "không có.yaml").code == 5


def test_a_folder_of_units_leaves_external_files_alone(folder: Path) -> None:
    done = par_score(folder, "--criteria", BASE, "--format", "json")
    assert done.code == 0
    assert len(done.document["documents"]) == 3


def test_an_external_file_can_be_checked_by_itself(folder: Path) -> None:
    done = par_index("check", "--criteria", BASE, folder / "kem-a.yaml")
    assert done.code == 0
    too_many = folder / "nhiều.yaml"
    too_many.write_text(EXTERNAL.format(unit="a", points="2"), encoding="utf-8")
    done = par_index("check", "--criteria", BASE, too_many)
    assert done.code == 3
    assert "[E250]" in done.text + done.errors
