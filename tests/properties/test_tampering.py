"""Signatures: whoever changes what was signed is found out, and no bytes break the judgement."""

from __future__ import annotations

import logging
import re
from functools import cache
from typing import Any

from asn1crypto import x509
from hypothesis import given, settings
from hypothesis import strategies as st
from support.signing import LATER, blank, chain, signed, with_metadata

from par_index.review.signatures.pdf import examine

logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)

BROKEN = {"bytes", "forged", "coverage", "content", "locked", "unreadable", "unsupported"}


@cache
def whole() -> bytes:
    ours = chain()
    return signed(signed(blank(), ours.person), ours.organisation)


@cache
def roots() -> list[Any]:
    return [x509.Certificate.load(chain().root.der)]


def judged(data: bytes) -> dict[str, Any]:
    return examine(data, roots(), LATER)


def signatures(data: bytes) -> list[dict[str, Any]]:
    found = judged(data)
    return [] if found["fault"] else list(found["signatures"])


def contents(data: bytes) -> list[range]:
    """Where the signatures themselves stand, which no signature covers."""
    return [range(*one.span()) for one in re.finditer(rb"/Contents <[0-9A-Fa-f]*>", data)]


@settings(max_examples=40)
@given(st.data())
def test_a_bit_changed_under_the_last_signature_breaks_it(data: st.DataObject) -> None:
    """Under the first one as well where it stands in the part that covers."""
    before = whole()
    at = data.draw(st.integers(0, len(before) - 1))
    after = bytearray(before)
    after[at] ^= 1 << data.draw(st.integers(0, 7))
    found = {one["field"]: one["why"] for one in signatures(bytes(after))}
    first, last = contents(before)
    if at not in last:
        assert found.get("Ky2", "bytes") in BROKEN
    elif "Ky1" in found:
        assert found["Ky1"] not in ("no_revocation", "")
    if at < first.start:
        assert found.get("Ky1", "bytes") in BROKEN


@settings(max_examples=25)
@given(st.binary(min_size=1, max_size=200))
def test_what_is_appended_never_makes_a_signature_better(tail: bytes) -> None:
    for one in signatures(whole() + tail):
        assert one["why"] in BROKEN | {"no_timestamp"}


@settings(max_examples=40)
@given(st.data())
def test_any_bytes_are_judged(data: st.DataObject) -> None:
    before = with_metadata(whole())
    begin = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(begin, len(before)))
    middle = data.draw(st.binary(max_size=64))
    found = judged(before[:begin] + middle + before[end:])
    assert found["fault"] in ("", "damaged", "encrypted")
