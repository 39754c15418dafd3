"""The template: a place for everything a unit may report, and itself a sound submission."""

import pytest
from support.lowering import MEASURES, lower

from par_index.model.criteria import CriteriaSet
from par_index.reading.library import Library
from par_index.reading.submissions import read_submission
from par_index.rendering.template import render_template

CRITERIA = """
- code: "1"
  not_applicable: {grounds: [{id: khong-giao, text: Không được giao}]}
  components:
  - {code: "1.1", max_points: 2, scoring: {given: tu_cham}}
  - {code: "1.2", max_points: 2, scoring: {given: diem}}
  - code: "1.3"
    max_points: 1
    scoring:
      full_if: {of: {minus: [tong, {last_year: dat}]}, at_least: 0}
  - code: "1.4"
    max_points: 1
    scoring:
      proportional: {of: {tally: y_kien, weights: {dong_y: 1, khac: 0}}}
      when_none: zero
"""
OWN = """
- {id: y_kien, kind: tally, options: [dong_y, khac]}
- {id: tu_cham, kind: points}
"""


@pytest.fixture(scope="module")
def criteria() -> CriteriaSet:
    return lower(CRITERIA, MEASURES + OWN)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_template_is_a_sound_submission(language: str, criteria: CriteriaSet) -> None:
    text = render_template(criteria, unit_id="thu.so-a", language=language)
    read = read_submission(text.encode(), "unit.yaml", Library(), criteria=criteria)[1]
    assert not any(datum.is_reported for datum in read.data.values())
    assert {"tong", "dat@last_year", "y_kien", "tu_cham"} <= set(read.data)
    assert "diem" not in read.data, "the appraiser gives it"


def test_a_template_has_a_line_for_each_thing_to_write(criteria: CriteriaSet) -> None:
    text = render_template(criteria, unit_id="thu.so-a", language="vi")
    assert text.startswith("# yaml-language-server: $schema=submission.schema.json\n")
    assert "par-index schema submission > submission.schema.json" in text
    assert "  y_kien:\n    dong_y:\n    khac:\n" in text
    assert "điểm, từ 0 đến 2" in text
    before, after = text.split("\nlast_year:\n")
    assert "dat@last_year" not in text
    assert "  tong:" in before
    assert "  dat:" in after
    assert "  tong:" not in after, "no rule asks what it was last year"
    assert '"1", lý do khong-giao' in after
