"""The canonical zip: names and contents decide every byte.

Entries are stored, not compressed, in the order given, dated 1980-01-01, readable by all and
writable by their owner; nothing stands between, before or after them.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from typing import Final
from zlib import crc32

__all__ = ["CENTRAL", "CENTRAL_SIGN", "END", "END_SIGN", "LOCAL", "LOCAL_SIGN", "zip_pieces"]

LOCAL: Final = struct.Struct("<4sHHHHHIIIHH")
"""Sign, version needed, flags, method, time, day, CRC, packed, unpacked, name, extra."""
CENTRAL: Final = struct.Struct("<4sHHHHHHIIIHHHHHII")
"""Sign, made by, then as above; comment, disk, internal, external attributes, place."""
END: Final = struct.Struct("<4sHHHHIIH")
"""Sign, disk, its disk, entries here, entries, size and place of the directory, comment."""

LOCAL_SIGN: Final = b"PK\x03\x04"
CENTRAL_SIGN: Final = b"PK\x01\x02"
END_SIGN: Final = b"PK\x05\x06"

_VERSION: Final = 10
_MADE_BY: Final = 3 << 8 | _VERSION
"""On Unix, whose attributes are the ones that are meant, on whatever system it is made."""
_STORED: Final = 0
_TIME: Final = 0
_DAY: Final = 1 << 5 | 1
"""1980-01-01, the first day that a zip can name."""
_RIGHTS: Final = 0o100644 << 16


def zip_pieces(files: Mapping[str, bytes]) -> Iterator[bytes]:
    """The archive of these files, piece by piece; names are ASCII."""
    directory = []
    place = 0
    for path, data in files.items():
        name = path.encode("ascii")
        common = (_VERSION, 0, _STORED, _TIME, _DAY, crc32(data), len(data), len(data), len(name))
        header = LOCAL.pack(LOCAL_SIGN, *common, 0) + name
        yield header
        yield data
        directory.append(
            CENTRAL.pack(CENTRAL_SIGN, _MADE_BY, *common, 0, 0, 0, 0, _RIGHTS, place) + name
        )
        place += len(header) + len(data)
    listed = b"".join(directory)
    yield listed
    yield END.pack(END_SIGN, 0, 0, len(files), len(files), len(listed), place, 0)
