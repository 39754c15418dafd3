"""A set from the shelf equals the one read afresh, whatever stands in it."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given
from support.cases import make_set
from support.strategies import documents

from par_index.reading.ready import recall, remember
from par_index.reading.sets import load_set
from par_index.reading.shelf import Shelf


@given(documents())
def test_a_ready_set_equals_the_one_read_afresh(document: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, shelf = Path(name) / "so", Shelf(Path(name) / "shelf")
        folder.mkdir()
        fresh = make_set(document, folder)
        remember(shelf, fresh, folder, folder.as_posix())
        ready = recall(shelf, folder, folder.as_posix())
        assert ready is not fresh
        assert ready == fresh
        assert repr(ready) == repr(fresh)
        elsewhere = recall(shelf, folder, "another/name")
        assert elsewhere == load_set(folder, "another/name") != fresh
