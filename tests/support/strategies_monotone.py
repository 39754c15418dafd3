"""Random sets in which more of `a` is never worse: what the promise of monotone scores covers.

Nothing applies or not by `a`; every rule rises with it; where a gate fails there is less than any
rule could give.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from support.strategies_data import flags, one_in
from support.strategies_rules import MAXIMA
from support.written import maximum_of

MEASURES: list[dict[str, Any]] = [
    {"id": "n", "kind": "count", "min": "1"},
    {"id": "a", "kind": "count", "within": "n", "can": "rise", "better": "more"},
    {"id": "b", "kind": "count", "within": "n"},
    {"id": "ty_le", "kind": "rate", "of": ["a", "n"]},
    {"id": "y", "kind": "yes_no"},
]

_SHARES = ["10%", "30%", "50%", "80%", "100%"]
_WORTH = ["100%", "80%", "50%", "20%", "0", "-10%"]
"""Points from most to least, whatever the maximum."""

rising_counts = st.sampled_from(
    ["a", {"sum": ["a", "b"]}, {"times": ["a", "0.5"]}, {"minus": ["a", {"last_year": "a"}]}]
)
falling_counts = st.sampled_from([{"minus": ["n", "a"]}, {"minus": ["b", "a"]}])
rising_shares = st.one_of(
    st.sampled_from(["ty_le", {"ratio": ["a", "n"]}, {"minus": ["ty_le", {"last_year": "ty_le"}]}]),
    rising_counts.map(lambda count: {"ratio": [count, "n"]}),
)
falling_shares = falling_counts.map(lambda count: {"ratio": [count, "n"]})


def rising_conditions(codes: list[str]) -> st.SearchStrategy[Any]:
    """Conditions that more of `a` can only make true."""
    shares, counts = st.sampled_from(_SHARES), st.integers(-2, 12).map(str)
    more, less = st.sampled_from(["at_least", "above"]), st.sampled_from(["at_most", "below"])
    atoms = [
        st.just("y"),
        st.builds(lambda of, word, bound: {"of": of, word: bound}, rising_shares, more, shares),
        st.builds(lambda of, word, bound: {"of": of, word: bound}, rising_counts, more, counts),
        st.builds(lambda of, word, bound: {"of": of, word: bound}, falling_shares, less, shares),
        st.builds(
            lambda of, word, bound: {"not": {"of": of, word: bound}}, rising_counts, less, counts
        ),
    ]
    if codes:
        tests: list[dict[str, str]] = [{"full": "yes"}, {"at_least": "50%"}]
        atoms.append(
            st.builds(
                lambda code, test: {"code": code, **test},
                st.sampled_from(codes),
                st.sampled_from(tests),
            )
        )
    return st.recursive(
        st.one_of(*atoms),
        lambda inner: st.one_of(
            st.lists(inner, min_size=1, max_size=3).map(lambda members: {"all": members}),
            st.lists(inner, min_size=1, max_size=3).map(lambda members: {"any": members}),
        ),
        max_leaves=3,
    )


@st.composite
def _bands(draw: st.DrawFn) -> dict[str, Any]:
    """Steps whose points fall as `a` does."""
    rises = draw(st.booleans())
    number = draw(st.integers(2, 3))
    bounds = draw(st.permutations(_SHARES))[:number]
    bounds.sort(key=lambda text: Fraction(text[:-1]), reverse=rises)
    worth = sorted(draw(st.permutations(range(len(_WORTH))))[: number + 1])
    word = "at_least" if rises else "at_most"
    steps = [{word: one, "points": _WORTH[at]} for one, at in zip(bounds, worth, strict=False)]
    form: dict[str, Any] = {"of": draw(rising_shares if rises else falling_shares)}
    last = _WORTH[worth[-1]]
    if draw(one_in(3)):
        form["interpolate"] = "yes"
    elif rises and draw(one_in(3)):
        steps, last = [{"at_least": bounds[0], "points": "100%"}], "proportional"
    return {**form, "steps": [*steps, {"otherwise": last}]}


@st.composite
def _rules(draw: st.DrawFn, codes: list[str]) -> dict[str, Any]:
    kind = draw(st.sampled_from(["full_if", "bands", "proportional", "each", "deduct"]))
    if kind == "full_if":
        lost = draw(st.sampled_from(["0", "50%", "-50%"]))
        return {"full_if": draw(rising_conditions(codes)), "else": lost}
    if kind == "bands":
        return {"bands": draw(_bands())}
    if kind == "each":
        return {"each": {"of": draw(rising_counts), "points": "0.1"}}
    if kind == "deduct":
        return {"deduct": {"of": draw(falling_counts), "points": "20%"}}
    form = {"of": draw(rising_shares), "target": draw(st.sampled_from(["80%", "100%"]))}
    if draw(one_in(3)):
        form["floor"] = "30%"
    return {"proportional": form}


@st.composite
def _limits(draw: st.DrawFn) -> dict[str, Any]:
    """Minimum, floor and cap, which keep the order of points."""
    limits = {"minimum": "30%", "floor": "-20%", "cap": "80%"}
    return {key: points for key, points in limits.items() if draw(one_in(4))}


@st.composite
def _leaves(draw: st.DrawFn, code: str, codes: list[str]) -> dict[str, Any]:
    maximum = draw(st.sampled_from(MAXIMA))
    rule = draw(_rules(codes))
    if draw(one_in(4)):
        half = {"points": f"{Fraction(maximum) / 2}"}
        both = [{**rule, **half}, {**draw(_rules(codes)), **half}]
        rule = {"sum_of": both} if draw(st.booleans()) else {"best_of": both}
    scoring = {**rule, **draw(_limits())}
    if draw(one_in(4)):
        scoring |= {"if": draw(rising_conditions(codes)), "if_not": "-100%"}
    return {"code": code, "max_points": maximum, "scoring": scoring}


@st.composite
def monotone_documents(draw: st.DrawFn) -> dict[str, Any]:
    """Up to three areas, some of them with components under limits of their own."""
    criteria: list[dict[str, Any]] = []
    codes: list[str] = []
    for code in ("1", "2", "3")[: draw(st.integers(1, 3))]:
        if draw(st.booleans()):
            parts = [draw(_leaves(f"{code}.{part}", codes)) for part in (1, 2)]
            limits = draw(_limits())
            criteria.append({"code": code, "components": parts, "scoring": limits})
            if not limits:
                del criteria[-1]["scoring"]
        else:
            criteria.append(draw(_leaves(code, codes)))
        codes.append(code)
    document: dict[str, Any] = {"measures": MEASURES, "criteria": criteria}
    if draw(one_in(3)):
        document["cap"] = "80%"
    most = sum(map(maximum_of, criteria), start=Fraction(0))
    document["grades"] = [
        {"id": "tot", "at_least": "70%"},
        {"id": "kha", "at_least": str(most / 4)},
        {"id": "yeu", "otherwise": "yes"},
    ]
    return document


@st.composite
def more_and_less(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """The same data twice, the second time with more of `a`."""
    n = draw(st.integers(1, 12))
    few, many = sorted((draw(st.integers(0, n)), draw(st.integers(0, n))))
    before = draw(st.integers(1, 12))
    rest = {"n": str(n), "b": str(draw(st.integers(0, n))), "y": draw(flags)}
    last_year = {"n": str(before), "a": str(draw(st.integers(0, before)))}
    less, more = (
        {"given": {**rest, "a": str(count)}, "last_year": last_year} for count in (few, many)
    )
    return less, more
