"""par-index evidence on a package: what an office sees that holds nothing else of the unit."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from support.processes import ROOT, par_index

MADE = ROOT / "fixtures" / "quang-binh-skhcn-2021-tai-lieu"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A unit with its documents, and the package that it hands in."""
    made = tmp_path_factory.mktemp("unit") / "unit"
    shutil.copytree(MADE, made)
    assert par_index("pack", made / "unit.yaml", "-o", made / "goi.zip").code == 0
    return made


def test_a_package_bears_what_the_units_own_folder_bears(folder: Path) -> None:
    args = ("evidence", "--format", "json")
    beside = json.loads(par_index(*args, folder / "unit.yaml").text)
    packed = json.loads(par_index(*args, folder / "goi.zip").text)
    for name in ("documents", "uses", "supported", "tools", "status"):
        assert packed[name] == beside[name], name
    assert len(packed["documents"]) == 5


def test_a_gate_holds_for_a_package_too(folder: Path) -> None:
    assert par_index("evidence", folder / "goi.zip", "--fail-on", "wrong").code == 1


def test_a_package_is_known_by_its_bytes_whatever_its_name(folder: Path) -> None:
    shutil.copy(folder / "goi.zip", folder / "goi.bin")
    assert par_index("evidence", folder / "goi.bin").code == 0


def test_a_changed_package_is_refused_and_its_documents_are_not_looked_at(folder: Path) -> None:
    data = bytearray((folder / "goi.zip").read_bytes())
    data[data.index(b"%PDF-") + 100] ^= 1
    (folder / "doi.zip").write_bytes(data)
    done = par_index("evidence", folder / "doi.zip")
    assert (done.code, done.out) == (3, b"")
    assert "lỗi[E610]" in done.errors


@pytest.mark.parametrize(
    "more",
    [("--root", "x"), ("--trust", "x"), ("--criteria", "x"), ("--as-of", "2021-12-31")],
    ids=lambda more: more[0],
)
def test_what_a_package_brings_itself_cannot_be_given(folder: Path, more: tuple[str, str]) -> None:
    done = par_index("evidence", folder / "goi.zip", *more)
    assert (done.code, done.out) == (2, b"")
    assert "chỉ dùng được --fail-on, --format, -o" in done.errors
