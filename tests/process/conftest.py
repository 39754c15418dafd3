"""Files for the commands to stumble over."""

import shutil
from pathlib import Path

import pytest
from support.processes import ROOT, SAMPLE, SET_ID


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The sample with a measure that its set does not have."""
    text = SAMPLE.read_text(encoding="utf-8")
    path = tmp_path / "hỏng.yaml"
    path.write_text(text.replace("don_vi.tong:", "don_vi.tongg:", 1), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def broken_set(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a set whose points do not add up."""
    folder = tmp_path_factory.mktemp("bộ tiêu chí") / "so"
    shutil.copytree(ROOT / "criteria" / SET_ID, folder)
    text = (folder / "set.yaml").read_text(encoding="utf-8")
    text = text.replace("max_points: 46", "max_points: 47")
    (folder / "set.yaml").write_text(text, encoding="utf-8")
    return folder
