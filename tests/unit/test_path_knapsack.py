"""The core of the path: one option of each group, exactly; large instances against HiGHS."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import product

import pytest

from par_index.advice.path.knapsack import Option, cheapest, front_of, pareto

Groups = list[list[Option]]


def groups_of(seed: int, count: int, options: int, *, most: int = 60) -> Groups:
    """Random fronts, the first option of each costing and bringing nothing."""
    draw = random.Random(seed)
    found = []
    for _ in range(count):
        made = [(0, 0)]
        made += [(draw.randint(1, most), draw.randint(1, most)) for _ in range(options)]
        found.append([made[n] for n in pareto(made)])
    return found


def sums(groups: Groups, taken: Sequence[int]) -> Option:
    chosen = [group[n] for group, n in zip(groups, taken, strict=True)]
    return sum(cost for cost, _ in chosen), sum(value for _, value in chosen)


def every_sum(groups: Groups) -> list[Option]:
    return [
        (sum(cost for cost, _ in one), sum(value for _, value in one)) for one in product(*groups)
    ]


def test_a_front_has_nothing_needless_in_it() -> None:
    options = [(3, 2), (1, 1), (2, 1), (3, 4), (5, 4), (0, 0)]
    assert [options[n] for n in pareto(options)] == [(0, 0), (1, 1), (3, 4)]


def test_of_equals_the_first_is_taken() -> None:
    assert pareto([(1, 1), (1, 1)]) == [0]


@pytest.mark.parametrize("seed", range(40))
def test_small_groups_against_every_combination(seed: int) -> None:
    groups = groups_of(seed, 4, 4, most=12)
    everything = every_sum(groups)
    for need in range(max(value for _, value in everything) + 2):
        taken = cheapest(groups, need)
        reaching = [one for one in everything if one[1] >= need]
        if not reaching:
            assert taken is None
            continue
        assert taken is not None
        least = min(cost for cost, _ in reaching)
        most = max(value for cost, value in reaching if cost == least)
        assert sums(groups, taken) == (least, most)


@pytest.mark.parametrize("seed", range(20))
def test_the_whole_front_against_every_combination(seed: int) -> None:
    groups = groups_of(seed, 4, 4, most=12)
    everything = every_sum(groups)
    front = front_of(groups)
    assert front.points == [everything[n] for n in pareto(everything)]
    for number, point in enumerate(front.points):
        assert sums(groups, front.taken(number)) == point
    within = front_of(groups, 15)
    assert within.points == [point for point in front.points if point[0] <= 15]


def test_groups_that_begin_above_nothing() -> None:
    groups: Groups = [[(2, -3), (5, 1)], [(0, 4)], [(1, -1), (2, 0)]]
    everything = every_sum(groups)
    for need in range(-1, 6):
        taken = cheapest(groups, need)
        reaching = [cost for cost, value in everything if value >= need]
        assert (None if taken is None else sums(groups, taken)[0]) == min(reaching, default=None)


def test_a_cost_past_every_machine_number_stays_exact() -> None:
    large = 1 << 200
    groups: Groups = [[(0, 0), (large + 1, 1)], [(0, 0), (large, 1)]]
    assert cheapest(groups, 1) == [0, 1]


def solved(groups: Groups, need: int) -> int:
    """The least cost by HiGHS, as a mixed-integer program."""
    highspy = pytest.importorskip(
        "highspy", reason="HiGHS is not installed: make env-dev; nothing else needs it"
    )
    model = highspy.Highs()
    model.setOptionValue("output_flag", False)
    model.setOptionValue("mip_rel_gap", 0.0)
    model.setOptionValue("mip_abs_gap", 0.0)
    columns = []
    for group in groups:
        chosen = [model.addBinary(obj=float(cost)) for cost, _ in group]
        model.addConstr(sum(chosen[1:], chosen[0]) == 1)
        columns += list(zip(chosen, (value for _, value in group), strict=True))
    total = sum((value * column for column, value in columns[1:]), columns[0][0] * columns[0][1])
    model.addConstr(total >= need)
    model.run()
    assert model.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return round(model.getObjectiveValue())


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def test_a_hundred_groups_of_ten_cost_what_highs_says(seed: int, part: float) -> None:
    groups = groups_of(1000 + seed, 100, 24, most=500)
    need = int(sum(group[-1][1] for group in groups) * part)
    taken = cheapest(groups, need)
    assert taken is not None
    cost, value = sums(groups, taken)
    assert value >= need
    assert cost == solved(groups, need)
