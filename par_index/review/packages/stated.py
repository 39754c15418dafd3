"""The points that an assessment as JSON states, and where another one states others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from par_index.nouns import Noun

__all__ = ["Difference", "Standing", "codes_of", "differences"]

_WHOLE: Final = ("totals", "account", "total", "extras")


class Standing(Noun):
    """What is stated of one node, or of one part of the whole: its outcome, its points as text."""

    outcome: str
    low: str
    high: str


class Difference(Noun):
    """A criterion or an area of which two assessments state different points, or a ``part`` of the
    whole, whose code is empty; None where one of them does not have it.
    """

    code: str
    part: str
    stated: Standing | None
    here: Standing | None


def differences(stated: Mapping[str, Any], here: Mapping[str, Any]) -> tuple[Difference, ...]:
    """Where the points differ: the whole first, then in the order of the one made here."""
    before, now = dict(_standings(stated)), dict(_standings(here))
    return tuple(
        Difference(code, part, before.get((code, part)), now.get((code, part)))
        for code, part in dict.fromkeys((*now, *before))
        if before.get((code, part)) != now.get((code, part))
    )


def codes_of(changed: Iterable[Difference]) -> tuple[str, ...]:
    """The criteria and areas among them."""
    return tuple(one.code for one in changed if one.code)


def _standings(document: Mapping[str, Any]) -> Iterator[tuple[tuple[str, str], Standing]]:
    """Of the whole and of every node; what is not as an assessment has it is passed over."""
    for part in _WHOLE:
        if isinstance(block := document.get(part), dict):
            yield ("", part), _standing(block)
    totals, index = document.get("totals"), document.get("index")
    if isinstance(totals, dict) and isinstance(shown := totals.get("shown"), dict):
        yield ("", "shown"), _standing(shown)
    if isinstance(index, dict):
        low, high = (str(index.get(f"{end}_percent", "")) for end in ("low", "high"))
        yield ("", "index"), Standing("", low, high)
    for grade in _dicts(document.get("grades")):
        yield ("", f"grade {grade.get('id')}"), Standing(str(grade.get("standing")), "", "")
    waiting = [document.get("areas")]
    while waiting:
        for node in _dicts(waiting.pop(0)):
            yield (str(node.get("code")), ""), _standing(node)
            waiting.append(node.get("components"))


def _dicts(value: object) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _standing(node: Mapping[str, Any]) -> Standing:
    return Standing(*(str(node.get(key, "")) for key in ("outcome", "low", "high")))
