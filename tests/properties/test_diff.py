"""Diff: parts sum to the whole, nothing differs from itself, and back is the opposite of forth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from support.cases import every_score, load_case_set, scored
from support.strategies import Unit, documents, facts, reports, units

from par_index.advice.diff import Diff, Ends, Row, RowKind, diff
from par_index.advice.diff_carrying import carry
from par_index.assessing import assess
from par_index.model.assessment import Assessment, Score
from par_index.reading.mapping import CodeMapping

ZERO = (Fraction(0), Fraction(0))


def assessed(unit: Unit) -> Assessment:
    return scored(load_case_set(unit.document), unit.keys)


@dataclass(frozen=True)
class OneSet:
    """Two units under one set."""

    document: dict[str, Any]
    first: dict[str, Any]
    second: dict[str, Any]

    def assessed(self) -> tuple[Assessment, Assessment]:
        criteria = load_case_set(self.document)
        return scored(criteria, self.first), scored(criteria, self.second)


@st.composite
def pairs_of_one(draw: st.DrawFn) -> OneSet:
    document = draw(documents())
    first, second = (draw(reports(document, draw(facts(document)))) for _ in range(2))
    return OneSet(document, first, second)


@dataclass(frozen=True)
class TwoSets:
    """Two units under two sets, with some codes and measures declared to have become others."""

    first: Unit
    second: Unit
    mapping: CodeMapping

    def assessed(self) -> tuple[Assessment, Assessment]:
        return assessed(self.first), assessed(self.second)


@st.composite
def pairs_of_two(draw: st.DrawFn) -> TwoSets:
    first, second = draw(units()), draw(units())
    codes = [list(codes_of(one.document["criteria"])) for one in (first, second)]
    criteria = draw(_named(dict.fromkeys(codes[0], codes[1])))
    kinds = [
        {one["id"]: one["kind"] for one in unit.document["measures"]} for unit in (first, second)
    ]
    fitting = {
        id: [other for other, its in kinds[1].items() if its == kind]
        for id, kind in kinds[0].items()
    }
    years = draw(st.sampled_from([0, 0, 1, -1]))
    return TwoSets(first, second, CodeMapping(criteria, draw(_named(fitting)), years))


def codes_of(nodes: list[dict[str, Any]]) -> Iterator[str]:
    for node in nodes:
        yield node["code"]
        yield from codes_of(node.get("components", []))


@st.composite
def _named(draw: st.DrawFn, fitting: dict[str, list[str]]) -> dict[str, str | None]:
    """Some old names with a new one of those that fit, each once, or gone."""
    found: dict[str, str | None] = {}
    for name, others in fitting.items():
        left = [other for other in others if other not in found.values()]
        if draw(st.integers(1, 4)) == 1:
            found[name] = draw(st.sampled_from([*left, None]))
    return found


def plus(*several: Ends) -> Ends:
    return sum((one[0] for one in several), Fraction(0)), sum(
        (one[1] for one in several), Fraction(0)
    )


def ends(score: Score) -> Ends:
    return score.low, score.high


def told(one: Diff) -> dict[tuple[str, str], Row]:
    """Rows by their old and their new code."""
    return {
        (row.before.code if row.before else "", row.after.code if row.after else ""): row
        for row in one.rows
    }


def check_parts(one: Diff) -> None:
    """Every row and the total: both parts add up to the change between the two assessments."""
    for row in one.rows:
        assert plus(row.parts.rules, row.parts.data) == row.parts.change
        assert row.parts.before == (ends(row.before) if row.before else ZERO)
        assert row.parts.after == (ends(row.after) if row.after else ZERO)
        if row.kind in (RowKind.NEW, RowKind.DROPPED):
            assert row.parts.data == ZERO
    total = one.total
    assert plus(total.rules, total.data) == total.change
    assert total.before == (one.before.totals.low, one.before.totals.high)
    assert total.after == (one.after.totals.low, one.after.totals.high)
    if one.index is not None:
        assert plus(one.index.rules, one.index.data) == one.index.change


def check_sums(one: Diff, mapping: CodeMapping) -> None:
    """A parent that only adds up has the parts of its components, of those that left it, too."""
    rows = told(one)
    by_new = {new: row for (_, new), row in rows.items() if new}
    by_old = {old: row for (old, _), row in rows.items() if old}
    for score in every_score(one.after):
        row = by_new.get(score.code)
        if score.because is not None or row is None or row.before is None:
            continue
        if row.before.because is not None or not score.components or not row.before.components:
            continue
        now = {part.code for part in counted(score)}
        were = {part.code for part in counted(row.before)}
        found = {id(by_new[code]): by_new[code] for code in now if code in by_new}
        if any(part.before and part.before.code not in were for part in found.values()):
            continue
        left = {code for code in were if mapping.criterion(code, one.after.by_code) not in now}
        if any(mapping.criterion(code, one.after.by_code) is not None for code in left):
            continue
        found |= {id(by_old[code]): by_old[code] for code in left if code in by_old}
        assert row.parts.rules == plus(*(part.parts.rules for part in found.values()))
        assert row.parts.data == plus(*(part.parts.data for part in found.values()))


def counted(score: Score) -> list[Score]:
    extra = score.criterion.extra
    return [one for one in score.components if extra or not one.criterion.extra]


@given(pairs_of_two())
def test_the_parts_of_a_diff_sum_to_the_whole(
    pair: TwoSets,
) -> None:
    before, after = pair.assessed()
    one = diff(before, after, pair.mapping)
    check_parts(one)
    if one.is_of_two:
        check_sums(one, pair.mapping)


@given(pairs_of_one())
def test_of_one_set_all_is_the_doing_of_the_data(pair: OneSet) -> None:
    one = diff(*pair.assessed())
    check_parts(one)
    check_sums(one, CodeMapping())
    assert not one.is_of_two
    assert all(row.parts.rules == ZERO for row in one.rows)
    assert one.total.rules == ZERO
    moved = {row.score.code for row in one.rows}
    for score in every_score(one.before):
        other = one.after.by_code[score.code]
        same = (*ends(score), score.outcome) == (*ends(other), other.outcome)
        assert same == (score.code not in moved)


@given(units())
def test_nothing_differs_from_itself(unit: Unit) -> None:
    assessment = assessed(unit)
    one = diff(assessment, assessment)
    assert one.is_empty
    assert (one.rows, one.grades, one.data, one.appearing, one.vanishing) == ((), (), (), (), ())


def negative(pair: Ends) -> Ends:
    return -pair[0], -pair[1]


@given(pairs_of_one())
def test_back_is_the_opposite_of_forth(pair: OneSet) -> None:
    before, after = pair.assessed()
    forth, back = diff(before, after), diff(after, before)
    assert [row.score.code for row in forth.rows] == [row.score.code for row in back.rows]
    for one, other in zip(forth.rows, back.rows, strict=True):
        assert one.parts.change == negative(other.parts.change)
    assert forth.total.change == negative(back.total.change)
    assert [(one.measure, one.before, one.after) for one in forth.data] == [
        (one.measure, one.after, one.before) for one in back.data
    ]
    assert (forth.appearing, forth.vanishing) == (back.vanishing, back.appearing)
    assert [(one.grade.id, one.before, one.after) for one in forth.grades] == [
        (one.grade.id, one.after, one.before) for one in back.grades
    ]


@given(units())
def test_carrying_to_the_same_set_carries_everything(unit: Unit) -> None:
    before = assessed(unit)
    carried = carry(before.submission, before.criteria, before.criteria, CodeMapping())
    assert carried.left == ()
    again = assess(before.criteria, carried.submission)
    assert [ends(one) for one in every_score(again)] == [ends(one) for one in every_score(before)]


@settings(max_examples=60)
@given(pairs_of_two())
def test_what_both_sets_have_is_the_old_data_scored_by_the_new_set(
    pair: TwoSets,
) -> None:
    """Where nothing is new there is nothing to hold, so the middle is a plain assessment."""
    before, after = pair.assessed()
    one = diff(before, after, pair.mapping)
    if one.carried is None or any(row.kind is RowKind.NEW for row in one.rows):
        return
    plain = assess(after.criteria, one.carried.submission)
    assert one.total.middle == (plain.totals.low, plain.totals.high)
    for row in one.rows:
        if row.after is not None:
            assert row.parts.middle == ends(plain.by_code[row.after.code])


@given(pairs_of_two())
def test_no_submission_is_changed(pair: TwoSets) -> None:
    before, after = pair.assessed()
    was: Any = repr((before.submission, after.submission))
    diff(before, after, pair.mapping)
    assert repr((before.submission, after.submission)) == was
