"""The folder of a set: how its files are called, and one digest for all of them."""

from __future__ import annotations

from collections.abc import Mapping

from par_index.reading.digests import sha256_of

__all__ = ["MEASURES", "SET", "digest_of", "name_within"]

SET = "set.yaml"
MEASURES = "measures.yaml"


def name_within(shown: str, name: str) -> str:
    """How problems call a file of the folder that is called ``shown``."""
    return name if shown == "." else f"{shown}/{name}"


def digest_of(digests: Mapping[str, str]) -> str:
    """A digest of the files' names and digests, the same whatever the folder is called."""
    lines = [f"{digest}  {name}\n" for name, digest in sorted(digests.items())]
    return sha256_of("".join(lines).encode())
