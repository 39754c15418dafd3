"""Random quantities, conditions and scoring, each well typed, over the measures of `MEASURES`."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from support.strategies_data import days, flags, one_in

_SHARES = ["0%", "10%", "30%", "33.3%", "50%", "80%", "98%", "100%"]
_PARTS = {
    "2": ["1", "0.5", "0.5"],
    "1": ["0.5", "0.5"],
    "0.5": ["0.25", "0.25"],
    "0.25": ["0.125", "0.125"],
}
"""How the points of a criterion, or of an item, fall to the items of a sum."""

MAXIMA = ["2", "1", "0.5"]

Codes = Mapping[str, Fraction]
"""The criteria that may be asked about, with their maxima."""

# Quantities.

_LEVELS = {"choose": "muc", "som": "40%", "dung": "30%", "muon": "20%"}
_TALLIES: list[Any] = [
    {"tally": "phieu", "weights": {"tot": "1", "kha": "0.75", "kem": "0", "trong": "skip"}},
    {"tally": "phieu", "weights": {"tot": "100%", "kha": "skip", "kem": "1/3", "trong": "0%"}},
    {"tally": "phieu_tu", "weights": {"dat": "100%", "hong": "0%"}},
]
_GROWTH = {"ratio": [{"minus": ["n", {"last_year": "n"}]}, {"last_year": "n"}]}

counts = st.sampled_from(
    [
        *("n", "a", "b", "xau"),
        {"sum": ["a", "b"]},
        {"minus": ["n", "xau"]},
        {"times": ["a", "0.5"]},
        {"last_year": "n"},
        {"minus": ["a", {"last_year": "a"}]},
    ]
)
shares = st.one_of(
    st.sampled_from(["ty_le", "hai_long", "khao_sat", {"last_year": "ty_le"}, _LEVELS]),
    st.tuples(counts, counts).map(lambda pair: {"ratio": list(pair)}),
    st.sampled_from(_TALLIES),
    st.sampled_from(
        [
            {"ratio": ["k", "m"]},
            {"ratio": ["k", "nhat"]},
            {"ratio": ["chi", "von"]},
            {"ratio": [{"minus": ["n", "xau"]}, "n"]},
            {"times": [{"ratio": ["a", "n"]}, "0.5"]},
            {"minus": ["hai_long", {"last_year": "hai_long"}]},
            {"minus": ["ty_le", {"last_year": "ty_le"}]},
            {"minus": [{"ratio": ["a", "n"]}, "50%"]},
            _GROWTH,
        ]
    ),
)
plain = st.sampled_from(
    [
        {"days": ["ngay", "2021-12-30"]},
        {"days": ["ngay", {"months_after": ["goc", "1"]}]},
        {"days": ["ngay", "goc"]},
        "d",
        {"minus": ["d", {"last_year": "d"}]},
        {"ratio": ["n", "m"]},
        "chi",
    ]
)
amounts = st.one_of(counts, plain)

# Conditions.


@st.composite
def comparisons(draw: st.DrawFn) -> dict[str, Any]:
    relation = draw(st.sampled_from(["at_least", "above", "at_most", "below"]))
    kind = draw(st.sampled_from(["share", "amount", "date", "choice"]))
    if kind == "share":
        test = {"of": draw(shares), relation: draw(st.sampled_from(_SHARES))}
    elif kind == "amount":
        test = {"of": draw(amounts), relation: str(draw(st.integers(-10, 20)))}
    elif kind == "date":
        when = draw(st.sampled_from(["before", "on_or_before"]))
        test = {"of": draw(st.sampled_from(["ngay", "goc"])), when: draw(days)}
    else:
        test = {"of": "muc", "is": draw(st.sampled_from(["som", "dung", "muon"]))}
    if draw(st.booleans()):
        test["when_none"] = draw(flags)
    return test


@st.composite
def tests_of_criteria(draw: st.DrawFn, codes: Codes) -> dict[str, Any]:
    code = draw(st.sampled_from(list(codes)))
    tests = [
        {"full": "yes"},
        {"outcome": "scored"},
        {"outcome": "not_applicable"},
        {"at_least": "50%"},
    ]
    if codes[code] >= Fraction(1, 2):
        tests.append({"at_least": "0.5"})
    return {"code": code, **draw(st.sampled_from(tests))}


def conditions(codes: Codes) -> st.SearchStrategy[Any]:
    """Conditions over the measures, and over criteria that were written before."""
    atoms: list[st.SearchStrategy[Any]] = [st.sampled_from(["y", "z"]), comparisons()]
    if codes:
        atoms.append(tests_of_criteria(codes))
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
def settled(draw: st.DrawFn, codes: Codes) -> Any:
    """A condition that is never undefined, as gates, caps and grades need."""
    if draw(st.booleans()):
        return {"all": [draw(conditions(codes))], "when_none": draw(flags)}
    return draw(st.sampled_from(["y", "z"]))


# Points and modifiers.


def points(maximum: str, *, negative: bool = False) -> st.SearchStrategy[str]:
    """Points no higher than the maximum, as written."""
    least = ["-0.25", "-50%"] if negative else []
    most = [text for text in ("0.25", "0.5", "1/3") if Fraction(text) <= Fraction(maximum)]
    return st.sampled_from(["0", *most, "30%", "50%", "100%", *least])


@st.composite
def modifiers(
    draw: st.DrawFn, codes: Codes, maximum: Fraction, *, kinds: str = "if minimum floor cap"
) -> dict[str, Any]:
    """Some of the modifiers named; none gives more than the maximum, and floors lie lowest."""
    found: dict[str, Any] = {}
    in_points = ["0.25", f"{maximum / 2}"] if maximum >= Fraction(1, 2) else []
    if "if" in kinds and draw(one_in(4)):
        found["if"] = draw(settled(codes))
        if draw(st.booleans()):
            found["if_not"] = draw(st.sampled_from(["50%", "-0.25", *in_points]))
    if "minimum" in kinds and draw(one_in(5)):
        found["minimum"] = draw(st.sampled_from(["30%", "50%", *in_points]))
    if "floor" in kinds and draw(one_in(5)):
        found["floor"] = draw(st.sampled_from(["0", "-0.5", "10%", "-20%", *in_points]))
    if "cap" in kinds and draw(one_in(5)):
        is_bound = bool(found.keys() & {"if_not", "minimum", "floor"})
        to = draw(st.sampled_from(["80%", "50%", *([] if is_bound else in_points)]))
        found["cap"] = {"to": to, "if": draw(settled(codes))} if draw(st.booleans()) else to
    return found


# Rules.


@st.composite
def bands(draw: st.DrawFn, maximum: str) -> dict[str, Any]:
    if draw(one_in(6)):
        options = draw(st.permutations(["som", "dung", "muon"]))[: draw(st.integers(1, 3))]
        steps = [{"is": option, "points": draw(points(maximum))} for option in options]
        return {"of": "muc", "steps": [*steps, {"otherwise": draw(points(maximum))}]}
    interpolated = draw(one_in(4))
    upper = draw(st.booleans())
    relations = (["at_most", "below"] if upper else ["at_least", "above"])[: 2 - interpolated]
    is_share = draw(st.booleans())
    if is_share:
        found = draw(st.sets(st.sampled_from(_SHARES), min_size=1 + interpolated, max_size=3))
        bounds = sorted(found, key=lambda text: Fraction(text[:-1]))
    else:
        whole = st.integers(-5, 20)
        bounds = [
            str(one) for one in sorted(draw(st.sets(whole, min_size=1 + interpolated, max_size=3)))
        ]
    if not upper:
        bounds.reverse()
    worth = points(maximum, negative=True)
    if is_share and not interpolated:
        worth = st.one_of(worth, st.just("proportional"))
    relation = draw(st.sampled_from(relations))
    form: dict[str, Any] = {"of": draw(shares if is_share else amounts)}
    if interpolated:
        form["interpolate"] = "yes"
    steps = [{relation: bound, "points": draw(worth)} for bound in bounds]
    return {**form, "steps": [*steps, {"otherwise": draw(worth)}]}


@st.composite
def proportional(draw: st.DrawFn) -> dict[str, Any]:
    if draw(st.booleans()):
        form = {"of": draw(shares)}
        targets: list[Any] = ["80%", _LEVELS, "ty_le", {"last_year": "ty_le"}]
        floors = ["10%", "20%"]
    else:
        form = {"of": draw(counts)}
        targets = ["8", "n", {"last_year": "n"}]
        form["target"] = draw(st.sampled_from(targets))
        floors = ["2", "5"]
    if "target" not in form and draw(st.booleans()):
        form["target"] = draw(st.sampled_from(targets))
    if draw(one_in(3)):
        form["floor"] = draw(st.sampled_from(floors))
    return form


@st.composite
def simple(draw: st.DrawFn, codes: Codes, maximum: str) -> dict[str, Any]:
    """One rule without items; with `when_none` wherever 0/0 might be asked for."""
    kinds = ["full_if", "bands", "proportional", "each", "deduct", "given"]
    kind = draw(st.sampled_from(kinds))
    if kind == "given":
        return {"given": draw(st.sampled_from(["d", "tham_dinh", "tru"]))}
    if kind == "each":
        worth = ["0.1", "1/3"] if Fraction(maximum) > Fraction(1, 3) else ["0.1"]
        return {"each": {"of": draw(counts), "points": draw(st.sampled_from(worth))}}
    if kind == "deduct":
        each = draw(st.sampled_from(["0.1", "20%"]))
        return {"deduct": {"of": draw(counts), "points": each}}
    form: dict[str, Any] = {"when_none": draw(st.one_of(st.just("zero"), points(maximum)))}
    if kind == "bands":
        return {"bands": draw(bands(maximum)), **form}
    if kind == "proportional":
        return {"proportional": draw(proportional()), **form}
    if draw(st.booleans()):
        form["else"] = draw(points(maximum, negative=True))
    return {"full_if": draw(conditions(codes)), **form}


@st.composite
def items(draw: st.DrawFn, codes: Codes, maximum: str, depth: int = 2) -> dict[str, Any]:
    """A sum of items or the best of them, which may be such again."""
    word = draw(st.sampled_from(["sum_of", "best_of"]))
    if word == "sum_of":
        parts = _PARTS[maximum]
    else:
        parts = draw(
            st.lists(st.sampled_from([maximum, _PARTS[maximum][-1]]), min_size=2, max_size=3)
        )
    found = []
    for part in parts:
        nested = depth > 1 and part in _PARTS and draw(one_in(5))
        rule = draw(items(codes, part, depth - 1) if nested else simple(codes, part))
        is_whole = word == "best_of" and part == maximum and draw(st.booleans())
        found.append(rule if is_whole else {**rule, "points": part})
    return {word: found}


@st.composite
def scorings(draw: st.DrawFn, codes: Codes, maximum: str) -> dict[str, Any]:
    """One rule of any kind with some modifiers."""
    if draw(one_in(5)):
        scoring = draw(items(codes, maximum))
    else:
        scoring = draw(simple(codes, maximum))
        if "when_none" in scoring and draw(st.booleans()):
            scoring["when_none"] = draw(st.sampled_from(["not_applicable", "full"]))
    return {**scoring, **draw(modifiers(codes, Fraction(maximum)))}


@st.composite
def penalties(draw: st.DrawFn) -> dict[str, Any]:
    """Scoring for a criterion without points of its own, which can only take some away."""
    if draw(st.booleans()):
        return {"given": "tru", "floor": draw(st.sampled_from(["-1", "-2"]))}
    return {"deduct": {"of": draw(counts), "points": "0.25"}, "floor": "-1"}
