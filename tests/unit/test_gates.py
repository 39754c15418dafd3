"""Gates: held against what is certain, unrounded, bonus and penalty included."""

from __future__ import annotations

from fractions import Fraction

import pytest
from support.cases import run, spec_cases
from support.reports import SPEC, example

from par_index.cli.gates import Gates, Threshold
from par_index.model.assessment import Assessment


def case(stem: str, name: str) -> Assessment:
    return run(next(one for one in spec_cases(SPEC) if (one.file.stem, one.name) == (stem, name)))


def passes(assessment: Assessment, wanted: str) -> bool:
    threshold = Threshold.parse(wanted)
    assert threshold is not None
    return not list(Gates(threshold).failures(assessment))


@pytest.mark.parametrize(
    ("stem", "name", "reached", "missed"),
    [
        ("bonus_and_penalty", "thưởng 5+1 chặn 3", "93", "93.01"),
        ("bonus_and_penalty", "trừ 8+1 chặn 5", "85%", "85.01%"),
        ("bonus_and_penalty", "chưa báo cáo vi phạm", "85", "85.01"),
        ("set_bounds", "vượt trần", "90", "91"),
        ("capped_parent", "một đạt một trống một chờ", "2", "2.01"),
        ("grades_unrounded", "hụt một phần nghìn", "53.999", "54"),
    ],
)
def test_a_threshold_is_held_against_the_whole_total(
    stem: str, name: str, reached: str, missed: str
) -> None:
    assessment = case(stem, name)
    assert passes(assessment, reached)
    assert not passes(assessment, missed)


def test_a_failure_says_what_was_found() -> None:
    (failure,) = Gates(Threshold.parse("27")).failures(example())
    assert failure.found == Fraction(26)
    assert failure.document == {"gate": "fail-under", "found": "26", "wanted": "27"}
    assert "26 điểm, thấp hơn ngưỡng 27" in failure.sentence("Sở A", "vi")


def test_without_an_index_no_share_is_reached() -> None:
    nothing = case("nothing_applies", "cha không áp dụng và mẫu số bằng 0")
    assert passes(nothing, "0")
    assert not passes(nothing, "0%")
