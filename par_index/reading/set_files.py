"""Where the files of a set are: in a folder, or kept with something else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from par_index.nouns import Noun
from par_index.problems import Owner, Problems, Source, Span
from par_index.reading.files import read_file

__all__ = ["FilesInFolder", "FilesKept", "SetFiles"]


class SetFiles(Protocol):
    """The files of one set by their names; ``shown`` is what problems call a file."""

    def has(self, name: str) -> bool: ...

    def read(self, name: str, shown: str, problems: Problems) -> bytes | None: ...


class FilesInFolder(Noun):
    """Files as they are now in a folder."""

    folder: Path

    def has(self, name: str) -> bool:
        return (self.folder / name).is_file()

    def read(self, name: str, shown: str, problems: Problems) -> bytes | None:
        return read_file(self.folder / name, shown, problems)


class FilesKept(Noun):
    """Files by their content, as a package holds them."""

    contents: Mapping[str, bytes]

    def has(self, name: str) -> bool:
        return name in self.contents

    def read(self, name: str, shown: str, problems: Problems) -> bytes | None:
        if name not in self.contents:
            problems.add("E901", Span(Source(shown, Owner.SYSTEM)), file=shown)
        return self.contents.get(name)
