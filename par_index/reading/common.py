"""The files of the common rules: where they stand, and what they hold now.

Kept apart from what reads rules: a run on a ready-made set needs only their text.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final, TypeAlias

from par_index.problems import Owner, Problems, Source
from par_index.reading.characters import source_of
from par_index.reading.files import read_file
from par_index.reading.folders import name_within
from par_index.reading.library import shipped

__all__ = [
    "COMMON",
    "Files",
    "common_files",
    "files_in",
    "heading_of",
    "is_common",
    "rule_files_in",
    "sources_of",
]

COMMON: Final = "common"
"""The folder beside the sets; it holds no set of its own."""

_HEADING: Final = rb"^(\xef\xbb\xbf)?findings[ \t]*:"
_OTHER: Final = rb"^(\xef\xbb\xbf)?schema[ \t]*:"
"""How files begin that units and others write."""

Files: TypeAlias = tuple[tuple[str, bytes], ...]
"""Files by the name that places call them, each with its content."""


def common_files(problems: Problems) -> Files:
    """The files of rules that go with every set, by name."""
    return files_in(shipped("criteria") / COMMON, COMMON, problems)


def is_common(folder: Path) -> bool:
    """Whether the rules in a folder are those that go with every set."""
    return folder.resolve() == (shipped("criteria") / COMMON).resolve()


def heading_of(data: bytes) -> int:
    """The line, from 1, on which a file of rules says that it is one; 0 where it is none."""
    found = None if _is_other(data) else re.search(_HEADING, data, re.MULTILINE)
    return 0 if found is None else data.count(b"\n", 0, found.start()) + 1


def _is_other(data: bytes) -> bool:
    return re.search(_OTHER, data, re.MULTILINE) is not None


def rule_files_in(folder: Path, shown: str, problems: Problems) -> Files:
    """The files right in a folder of rules; what units and others write may stand among them."""
    files = files_in(folder, shown, problems)
    return tuple((place, data) for place, data in files if not _is_other(data))


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
