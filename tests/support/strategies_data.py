"""What random units know and report: complete facts, and what a unit might leave out of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from support.oracle import Facts

AS_OF = datetime.date(2021, 9, 30)

MEASURES: list[dict[str, Any]] = [
    {"id": "n", "kind": "count", "counted_in": "hồ sơ"},
    {"id": "a", "kind": "count", "counted_in": "hồ sơ", "within": "n", "can": "rise"},
    {"id": "b", "kind": "count", "counted_in": "hồ sơ", "within": "n", "can": "rise_with"},
    {"id": "xau", "kind": "count", "counted_in": "hồ sơ", "within": "n", "can": "fall"},
    {"id": "ty_le", "kind": "rate", "of": ["a", "n"]},
    {"id": "m", "kind": "count", "counted_in": "đơn vị", "min": "1"},
    {"id": "k", "kind": "count", "counted_in": "đơn vị", "within": "m", "can": "rise"},
    {"id": "nhat", "kind": "count", "counted_in": "đơn vị", "by": "block", "best": "k"},
    {"id": "von", "kind": "money", "counted_in": "tỷ đồng"},
    {"id": "chi", "kind": "money", "counted_in": "tỷ đồng", "within": "von", "can": "rise"},
    {"id": "hai_long", "kind": "percent", "can": "rise"},
    {"id": "khao_sat", "kind": "percent", "by": "survey"},
    {"id": "phieu", "kind": "tally", "by": "survey", "options": ["tot", "kha", "kem", "trong"]},
    {"id": "phieu_tu", "kind": "tally", "options": ["dat", "hong"]},
    {"id": "d", "kind": "points"},
    {"id": "tham_dinh", "kind": "points", "by": "appraiser"},
    {"id": "tru", "kind": "points", "by": "appraiser", "min": "-1.5"},
    {"id": "ngay", "kind": "date"},
    {"id": "goc", "kind": "date"},
    {"id": "y", "kind": "yes_no"},
    {"id": "z", "kind": "yes_no"},
    {"id": "muc", "kind": "choice", "options": ["som", "dung", "muon"]},
]
BY_ID = {measure["id"]: measure for measure in MEASURES}
GROUND = "khong-co"

days = st.dates(datetime.date(2021, 1, 1), datetime.date(2022, 6, 30)).map(str)
flags = st.sampled_from(["yes", "no"])


def one_in(times: int) -> st.SearchStrategy[bool]:
    """Something rare, which a smaller example does without."""
    return st.integers(1, times).map(lambda number: number == times)


def used_measures(document: Any) -> list[dict[str, Any]]:
    """The measures a document reads and what these rest on; rates over counts it reads."""
    used = set(_texts(document)) & BY_ID.keys()
    waiting = list(used)
    while waiting:
        measure = BY_ID[waiting.pop()]
        behind = {*measure.get("of", []), measure.get("within"), measure.get("best")} - {None}
        waiting += behind - used
        used |= behind
    rates = {one["id"] for one in MEASURES if "of" in one and used.issuperset(one["of"])}
    return [dict(measure) for measure in MEASURES if measure["id"] in used | rates]


def years_before(document: Any) -> set[str]:
    """The measures whose value of last year a document reads, and what these rest on."""
    ids = set(_under(document, "last_year"))
    for id in list(ids):
        ids |= set(BY_ID[id].get("of", []))
    return ids | {BY_ID[id]["within"] for id in ids if "within" in BY_ID[id]}


def excusable(criteria: list[dict[str, Any]]) -> Iterator[str]:
    """The codes for which an answer may name a ground."""
    for node in criteria:
        if "grounds" in node.get("not_applicable", {}):
            yield node["code"]
        yield from excusable(node.get("components", []))


def most_given(document: Any, id: str) -> Fraction:
    """The least maximum of the places that a measure's points fill."""
    return min(_places(document, id), default=Fraction(2))


@st.composite
def facts(draw: st.DrawFn, document: dict[str, Any]) -> Facts:
    """Values for every measure of a document that could all be true at once."""
    ids = {measure["id"] for measure in document["measures"]}
    before = years_before(document)
    excused = [code for code in excusable(document["criteria"]) if draw(one_in(4))]
    return Facts(
        draw(_values(document, ids)), draw(_values(document, before)) if before else {}, excused
    )


@st.composite
def _values(draw: st.DrawFn, document: dict[str, Any], ids: set[str]) -> dict[str, Any]:
    known: dict[str, Any] = {}
    for measure in MEASURES:
        id, kind = measure["id"], measure["kind"]
        if id not in ids or kind == "rate":
            continue
        if kind == "count" and "best" in measure:
            known[id] = str(draw(st.integers(int(known[measure["best"]]), 15)))
        elif kind in ("count", "money"):
            most = int(Fraction(known[measure["within"]])) if "within" in measure else 12
            known[id] = str(draw(st.integers(int(measure.get("min", 0)), most)))
        elif kind == "percent":
            known[id] = f"{draw(st.integers(0, 1000)) / 10:.1f}%"
        elif kind == "points":
            least, most_here = Fraction(measure.get("min", 0)), most_given(document, id)
            steps = draw(st.integers(0, int((most_here - least) * 8)))
            known[id] = f"{float(least + Fraction(steps, 8)):.4f}"
        elif kind == "tally":
            known[id] = {one: str(draw(st.integers(0, 5))) for one in measure["options"]}
        elif kind == "date":
            known[id] = draw(days)
        elif kind == "choice":
            known[id] = draw(st.sampled_from(measure["options"]))
        else:
            known[id] = draw(flags)
    return known


# What is told of it.


def told(facts: Facts, **instead: dict[str, Any]) -> dict[str, Any]:
    """The keys of a submission that says all of it, each measure by whoever gives it."""
    data = instead.get("data", dict(facts.data))
    keys: dict[str, Any] = {
        "as_of": AS_OF.isoformat(),
        "given": {id: value for id, value in data.items() if not _is_foreign(id)},
        "external": {id: value for id, value in data.items() if _is_foreign(id)},
        "last_year": instead.get("last_year", dict(facts.last_year)),
        "answers": [
            {"code": code, "not_applicable": {"ground": GROUND}, "explanation": "Có lý do"}
            for code in facts.excused
        ],
    }
    return {key: value for key, value in keys.items() if value}


@st.composite
def reports(draw: st.DrawFn, document: dict[str, Any], facts: Facts) -> dict[str, Any]:
    """What might be told of complete facts: blanks, days still to come, rates as printed."""
    ids = {measure["id"] for measure in document["measures"]}
    before = years_before(document)
    return told(
        facts,
        data=draw(_partly(facts.data, has_rate="ty_le" in ids)),
        last_year=draw(_partly(facts.last_year, has_rate="ty_le" in before)),
    )


@st.composite
def _partly(draw: st.DrawFn, known: Mapping[str, Any], *, has_rate: bool) -> dict[str, Any]:
    hidden = draw(st.sets(st.sampled_from(sorted(known)))) if known else set()
    said = {id: value for id, value in known.items() if id not in hidden}
    for id in hidden & {"ngay", "goc"}:
        if datetime.date.fromisoformat(known[id]) > AS_OF and draw(st.booleans()):
            said[id] = "none"
    if has_rate and int(known["n"]) > 0 and draw(st.booleans()):
        rate = Fraction(int(known["a"]), int(known["n"]))
        said["ty_le"] = printed(rate, draw(st.integers(0, 2)), cut=draw(st.booleans()))
    return said


def printed(share: Fraction, decimals: int, *, cut: bool) -> str:
    """A share as a document prints it: rounded half up, or cut off; only all is 100%."""
    scaled = share * 100 * 10**decimals
    whole = int(scaled) if cut else int(scaled + Fraction(1, 2))
    if decimals == 0 and whole in (0, 100) and share not in (0, 1):
        decimals, whole = 2, int(share * 10000)
    digits = str(whole).rjust(decimals + 1, "0")
    return f"{digits[:-decimals]}.{digits[-decimals:]}%" if decimals else f"{digits}%"


def _is_foreign(id: str) -> bool:
    return "by" in BY_ID[id]


def _texts(document: Any) -> Iterator[str]:
    if isinstance(document, str):
        yield document
    elif isinstance(document, dict):
        for value in document.values():
            yield from _texts(value)
    elif isinstance(document, list):
        for value in document:
            yield from _texts(value)


def _under(document: Any, key: str) -> Iterator[str]:
    """Every text that stands under a key."""
    if isinstance(document, dict):
        if isinstance(document.get(key), str):
            yield document[key]
        for value in document.values():
            yield from _under(value, key)
    elif isinstance(document, list):
        for value in document:
            yield from _under(value, key)


def _places(document: Any, id: str, maximum: str = "") -> Iterator[Fraction]:
    """The maxima of the leaves and items that a measure's points fill."""
    if isinstance(document, list):
        for value in document:
            yield from _places(value, id, maximum)
    elif isinstance(document, dict):
        here = document.get("max_points", document.get("points", maximum))
        own = here if isinstance(here, str) and here else maximum
        if document.get("given") == id:
            yield Fraction(own)
        for value in document.values():
            yield from _places(value, id, own)
