"""Where evidence lies: paths below the unit's own folder that mean the same on every system."""

from __future__ import annotations

import re

__all__ = ["path_fault"]

_DRIVE = re.compile(r"[A-Za-z]:")
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_IMPOSSIBLE = re.compile(r'[<>:"|?*\x00-\x1f]')
_NAME_BYTES = 255


def path_fault(path: str) -> str:
    """The code of what is wrong with a path, empty for nothing.

    A path has ``/`` alone, begins at the unit's folder and stays below it, and has names that
    Windows can have as well.
    """
    if _DRIVE.match(path) or path.startswith(("/", "\\")):
        return "E402"
    if "\\" in path:
        return "E403"
    names = path.split("/")
    if ".." in names:
        return "E401"
    if any(name in ("", ".") for name in names):
        return "E405"
    if any(_is_impossible(name) for name in names):
        return "E404"
    return ""


def _is_impossible(name: str) -> bool:
    return (
        name[-1] in " ."
        or name[0] == " "
        or _IMPOSSIBLE.search(name) is not None
        or _DEVICE.fullmatch(name) is not None
        or len(name.encode("utf-8", "surrogatepass")) > _NAME_BYTES
    )
