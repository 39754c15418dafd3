"""Random sets, complete data, and what a unit might have left out of it."""

from __future__ import annotations

import datetime
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

MEASURES: list[dict[str, Any]] = [
    {"id": "n", "kind": "count", "counted_in": "hồ sơ"},
    {"id": "a", "kind": "count", "counted_in": "hồ sơ", "within": "n", "can": "rise"},
    {"id": "b", "kind": "count", "counted_in": "hồ sơ", "within": "n", "can": "rise_with"},
    {"id": "xau", "kind": "count", "counted_in": "hồ sơ", "within": "n", "can": "fall"},
    {"id": "ty_le", "kind": "rate", "of": ["a", "n"]},
    {"id": "m", "kind": "count", "counted_in": "đơn vị", "min": "1"},
    {"id": "k", "kind": "count", "counted_in": "đơn vị", "within": "m", "can": "rise"},
    {"id": "hai_long", "kind": "percent"},
    {"id": "khao_sat", "kind": "percent", "by": "survey"},
    {"id": "ngay", "kind": "date"},
    {"id": "goc", "kind": "date"},
    {"id": "y", "kind": "yes_no"},
    {"id": "z", "kind": "yes_no"},
    {"id": "muc", "kind": "choice", "options": ["som", "dung", "muon"]},
]
DATES = ("ngay", "goc")
AS_OF = datetime.date(2021, 9, 30)

_SHARES = ["0%", "10%", "30%", "33.3%", "50%", "80%", "98%", "100%"]
_POINTS = ["0", "0.25", "0.5", "30%", "50%", "1/3", "100%"]
_DAYS = st.dates(datetime.date(2021, 1, 1), datetime.date(2022, 6, 30)).map(str)

amounts = st.sampled_from(["n", "a", "b", "xau", {"sum": ["a", "b"]}, {"minus": ["n", "xau"]}])
shares = st.one_of(
    st.sampled_from(["ty_le", "hai_long", "khao_sat"]),
    st.tuples(amounts, amounts).map(lambda pair: {"ratio": list(pair)}),
    st.just({"ratio": ["k", "m"]}),
    st.just({"ratio": [{"minus": ["n", "xau"]}, "n"]}),
    st.just({"times": [{"ratio": ["a", "n"]}, "0.5"]}),
)
days = st.sampled_from(
    [
        {"days": ["ngay", "2021-12-30"]},
        {"days": ["ngay", {"months_after": ["goc", "1"]}]},
        {"days": ["ngay", "goc"]},
    ]
)
flags = st.sampled_from(["yes", "no"])


@st.composite
def comparisons(draw: st.DrawFn) -> dict[str, Any]:
    relation = draw(st.sampled_from(["at_least", "above", "at_most", "below"]))
    kind = draw(st.sampled_from(["share", "amount", "days", "date", "choice"]))
    if kind == "share":
        test = {"of": draw(shares), relation: draw(st.sampled_from(_SHARES))}
    elif kind == "amount":
        test = {"of": draw(amounts), relation: str(draw(st.integers(0, 12)))}
    elif kind == "days":
        test = {"of": draw(days), relation: str(draw(st.integers(-40, 40)))}
    elif kind == "date":
        when = draw(st.sampled_from(["before", "on_or_before"]))
        test = {"of": draw(st.sampled_from(DATES)), when: draw(_DAYS)}
    else:
        test = {"of": "muc", "is": draw(st.sampled_from(["som", "dung", "muon"]))}
    if draw(st.booleans()):
        test["when_none"] = draw(flags)
    return test


def conditions(codes: list[str]) -> st.SearchStrategy[Any]:
    """Conditions over the measures, and over criteria that were written before."""
    atoms: list[st.SearchStrategy[Any]] = [st.sampled_from(["y", "z"]), comparisons()]
    if codes:
        atoms.append(st.sampled_from(codes).map(lambda code: {"code": code, "full": "yes"}))
    return st.recursive(
        st.one_of(*atoms),
        lambda inner: st.one_of(
            st.lists(inner, min_size=1, max_size=3).map(lambda members: {"all": members}),
            st.lists(inner, min_size=1, max_size=3).map(lambda members: {"any": members}),
            inner.map(lambda member: {"not": member}),
        ),
        max_leaves=4,
    )


@st.composite
def settled(draw: st.DrawFn, codes: list[str]) -> dict[str, Any]:
    """A condition that is never undefined, as gates need."""
    return {"all": [draw(conditions(codes))], "when_none": draw(flags)}


@st.composite
def bands(draw: st.DrawFn) -> dict[str, Any]:
    relation = draw(st.sampled_from(["at_least", "above", "at_most", "below"]))
    if draw(st.booleans()):
        of: Any = draw(shares)
        bounds = draw(st.lists(st.sampled_from(_SHARES), min_size=1, max_size=3, unique=True))
        bounds.sort(key=lambda text: Fraction(text[:-1]))
    else:
        of = draw(st.one_of(amounts, days))
        whole = st.integers(-5, 20)
        bounds = [str(one) for one in sorted(draw(st.sets(whole, min_size=1, max_size=3)))]
    if relation in ("at_least", "above"):
        bounds.reverse()
    points = st.sampled_from(_POINTS)
    steps: list[dict[str, Any]] = [{relation: one, "points": draw(points)} for one in bounds]
    return {"of": of, "steps": [*steps, {"otherwise": draw(points)}]}


@st.composite
def scorings(draw: st.DrawFn, codes: list[str]) -> dict[str, Any]:
    scoring: dict[str, Any] = {
        "when_none": draw(st.sampled_from(["not_applicable", "full", "zero", "0.25"]))
    }
    if draw(st.booleans()):
        scoring["full_if"] = draw(conditions(codes))
        if draw(st.booleans()):
            scoring["else"] = draw(st.sampled_from(["-0.25", "0.25", "50%"]))
    else:
        scoring["bands"] = draw(bands())
    if draw(st.integers(0, 3)) == 0:
        scoring["if"] = draw(settled(codes))
        scoring["if_not"] = draw(st.sampled_from(["0", "0.25", "-0.25"]))
    return scoring


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """A set: up to four leaves, later ones looking at earlier ones."""
    leaves: list[dict[str, Any]] = []
    codes: list[str] = []
    for number in range(draw(st.integers(1, 4))):
        leaf: dict[str, Any] = {
            "code": f"1.{number}",
            "max_points": draw(st.sampled_from(["1", "2", "0.5"])),
            "scoring": draw(scorings(codes)),
        }
        if draw(st.integers(0, 3)) == 0:
            leaf["not_applicable"] = {
                "if": draw(settled(codes)),
                "give": draw(st.sampled_from(["exclude", "full", "zero"])),
            }
        leaves.append(leaf)
        codes.append(leaf["code"])
    measures = [dict(measure) for measure in MEASURES]
    return {"measures": measures, "criteria": [{"code": "1", "components": leaves}]}


@st.composite
def complete_data(draw: st.DrawFn) -> dict[str, str]:
    """Values for every measure that could all be true at once."""
    n = draw(st.one_of(st.integers(0, 12), st.just(0)))
    m = draw(st.integers(1, 8))
    return {
        "n": str(n),
        "a": str(draw(st.integers(0, n))),
        "b": str(draw(st.integers(0, n))),
        "xau": str(draw(st.integers(0, n))),
        "m": str(m),
        "k": str(draw(st.integers(0, m))),
        "hai_long": f"{draw(st.integers(0, 1000)) / 10:.1f}%",
        "khao_sat": f"{draw(st.integers(0, 100))}%",
        "ngay": draw(_DAYS),
        "goc": draw(_DAYS),
        "y": draw(flags),
        "z": draw(flags),
        "muc": draw(st.sampled_from(["som", "dung", "muon"])),
    }


@st.composite
def partial(draw: st.DrawFn, data: dict[str, str]) -> dict[str, str]:
    """What a unit might report of complete data: blanks, "none" dates, and printed rates."""
    hidden = draw(st.sets(st.sampled_from(sorted(data))))
    told = {id: value for id, value in data.items() if id not in hidden}
    for id in DATES:
        if id in hidden and datetime.date.fromisoformat(data[id]) > AS_OF and draw(st.booleans()):
            told[id] = "none"
    if int(data["n"]) > 0 and draw(st.booleans()):
        told["ty_le"] = printed(
            Fraction(int(data["a"]), int(data["n"])), draw(st.integers(0, 2)), draw(st.booleans())
        )
    return told


def printed(share: Fraction, decimals: int, cut: bool) -> str:
    """A share as a document prints it: rounded half up, or cut off; only all is 100%."""
    scaled = share * 100 * 10**decimals
    whole = int(scaled) if cut else int(scaled + Fraction(1, 2))
    if decimals == 0 and whole in (0, 100) and share not in (0, 1):
        decimals, whole = 2, int(share * 10000)
    digits = str(whole).rjust(decimals + 1, "0")
    if not decimals:
        return f"{digits}%"
    return f"{digits[:-decimals]}.{digits[-decimals:]}%"
