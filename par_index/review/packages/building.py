"""Parts to a package: the same parts always give the same bytes."""

from __future__ import annotations

from par_index.review.packages.bags import bag_of
from par_index.review.packages.contents import ROOT, Parts
from par_index.review.packages.names import is_plain
from par_index.review.packages.zips import zip_pieces

__all__ = ["build"]


def build(parts: Parts) -> bytes:
    """The package of these parts. Raises ValueError for names that no package can have."""
    for path in parts.payload:
        if not is_plain(ROOT + path):
            raise ValueError(f"no path for a package: {path}")
    files = bag_of(parts.payload, parts.info)
    return b"".join(zip_pieces({ROOT + path: data for path, data in files.items()}))
