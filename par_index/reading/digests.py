"""Digests from where they come soonest: hashlib loads all of OpenSSL first.

The standard library does the same for its own use (``random``). For much data that is worth while,
since OpenSSL is several times as fast.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Any

__all__ = ["blake2_of", "sha256_of"]


def sha256_of(data: bytes) -> str:
    """The digest by which people and programs know a file: 64 hexadecimal digits."""
    if len(data) > _MUCH:
        from hashlib import sha256

        return sha256(data).hexdigest()
    return str(_sha256(data).hexdigest())


def blake2_of(data: bytes) -> str:
    """A digest for our own use, several times as fast: 64 hexadecimal digits."""
    return str(_blake2b(data, digest_size=32).hexdigest())


_MUCH = 1_000_000
"""Bytes from which on loading OpenSSL takes less time than it saves."""


def _soonest(name: str, *modules: str) -> Callable[..., Any]:
    """The function of this name in the first of these modules that there is."""
    for module in modules:
        with suppress(ImportError):
            function: Callable[..., Any] = getattr(import_module(module), name)
            return function
    raise ImportError(name)


_sha256 = _soonest("sha256", "_sha2", "_sha256", "hashlib")  # _sha2 from Python 3.12 on
_blake2b = _soonest("blake2b", "_blake2", "hashlib")
