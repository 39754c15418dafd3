"""A folder of thousands of documents is listed once; what changes in it is still seen."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from par_index.review.evidence.files import open_below


def test_a_folder_at_rest_is_listed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(20):
        (tmp_path / f"{number}.txt").write_text("x")
    monkeypatch.setattr("par_index.review.evidence.files._SETTLED", -1)
    listed: list[int] = []
    real = os.listdir

    def listdir(folder: int) -> list[str]:
        listed.append(folder)
        return real(folder)

    monkeypatch.setattr(os, "listdir", listdir)
    for number in range(20):
        assert open_below(tmp_path, f"{number}.txt").data == b"x"
        assert open_below(tmp_path, f"{number}.TXT").near == f"{number}.txt"
    assert len(listed) == 1


def test_a_folder_in_motion_is_seen_as_it_is(tmp_path: Path) -> None:
    for number in range(50):
        assert open_below(tmp_path, f"{number}.txt").fault == "missing"
        (tmp_path / f"{number}.txt").write_text("x")
        assert open_below(tmp_path, f"{number}.txt").data == b"x"
        (tmp_path / f"{number}.txt").unlink()
        assert open_below(tmp_path, f"{number}.txt").fault == "missing"
