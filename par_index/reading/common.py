"""The files of the common rules: where they stand, and what they hold now.

Kept apart from what reads rules: a run on a ready-made set needs only their text.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final, TypeAlias

from par_index.problems import Owner, Problems, Source
from par_index.reading.characters import source_of
from par_index.reading.files import read_file
from par_index.reading.folders import name_within
from par_index.reading.library import shipped

__all__ = ["COMMON", "Files", "common_files", "files_in", "sources_of"]

COMMON: Final = "common"
"""The folder beside the sets; it holds no set of its own."""

Files: TypeAlias = tuple[tuple[str, bytes], ...]
"""Files by the name that places call them, each with its content."""


def common_files(problems: Problems) -> Files:
    """The files of rules that go with every set, by name."""
    return files_in(shipped("criteria") / COMMON, COMMON, problems)


def files_in(folder: Path, shown: str, problems: Problems) -> Files:
    """The YAML files right in a folder, called ``shown``; none where there is no folder."""
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(".yaml"))
    except OSError:
        return ()
    places = ((name, name_within(shown, name)) for name in names)
    read = ((place, read_file(folder / name, place, problems)) for name, place in places)
    return tuple((place, data) for place, data in read if data is not None)


def sources_of(files: Files) -> list[Source]:
    """What places in these files point into."""
    return [source_of(data, name, Owner.CRITERIA) for name, data in files]
