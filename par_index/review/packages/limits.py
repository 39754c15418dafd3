"""How much a package may hold: one table, checked at the limit and one past it."""

from __future__ import annotations

from typing import Final

__all__ = ["ENTRIES", "FACTOR", "NAME_CHARACTERS", "PACKAGE_BYTES", "PLACES", "RECEIPT_BYTES"]

PACKAGE_BYTES: Final = 500_000_000
"""The size of one package, and of all its files together. Documents of a year take some tens of
millions; a phone's scan some millions each."""

ENTRIES: Final = 5_000
"""Files in one package. An appendix of evidence lists some hundreds."""

FACTOR: Final = 100
"""How many times its packed size a file may say that it unpacks to."""

NAME_CHARACTERS: Final = 200
"""The length of one path in a package."""

RECEIPT_BYTES: Final = 20_000_000
"""The size of one assessment with its receipt, or of one register of documents. A set of a hundred
criteria takes half a million.
"""

PLACES: Final = 100
"""Files told for one cause; an archive of nothing but such files names no more."""
