"""Quotes show the figure that is reported, as people write figures."""

from __future__ import annotations

import pytest
from support.cases import load_case_set, make_submission

DOCUMENT = {
    "measures": [{"id": "n", "kind": "count"}, {"id": "p", "kind": "percent"}],
    "criteria": [
        {"code": "1", "max_points": "1", "scoring": {"full_if": {"of": "n", "at_least": "1"}}}
    ],
}


@pytest.mark.parametrize(
    ("measure", "value", "quote", "shows"),
    [
        ("n", "6", "06 cơ quan ngành dọc", True),
        ("n", "06", "6 cơ quan", True),
        ("n", "0", "0 hồ sơ", True),
        ("n", "6", "16 cơ quan", False),
        ("n", "6", "60 cơ quan", False),
        ("p", "0,5%", "tăng 0,5%", True),
        ("p", "0,05%", "tăng 0,5%", False),
        ("p", "0,5%", "tăng 0,05%", False),
    ],
)
def test_a_quote_shows_its_figure(measure: str, value: str, quote: str, shows: bool) -> None:
    keys = {"given": {measure: {"value": value, "quote": quote}}}
    remarks = make_submission(load_case_set(DOCUMENT), keys).remarks
    assert [one.code for one in remarks] == ([] if shows else ["W204"])
