"""Engines mean what a naive matcher means, on random programs and random finding rules."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Iterator, Sequence

import pytest
from hypothesis import event, given
from hypothesis import strategies as st
from support.programs import (
    Answer,
    Findings,
    Program,
    dense_findings,
    dense_program,
    naive_answer,
    naive_ground,
)

from par_index.inferring.engines import DURABLE, infer
from par_index.inferring.grounding import ground
from par_index.inferring.programs import GroundRule, Inferred
from par_index.inferring.reference import infer_by_reference
from par_index.model.facts import Fact

SEEDS = range(2_000)

Engine = Callable[[Sequence[GroundRule], Collection[Fact]], Inferred]


@pytest.fixture(scope="module")
def durable() -> Engine:
    pytest.importorskip("durable_rules_engine", reason="durable-rules is an optional extra")
    from par_index.inferring.durable import infer_by_durable

    return infer_by_durable


@pytest.fixture(autouse=True, scope="module")
def _no_wish() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PAR_INDEX_ENGINE", raising=False)
        yield


def from_seed(seed: int) -> Program:
    return dense_program(random.Random(seed))


def findings_from_seed(seed: int) -> Findings | None:
    return dense_findings(random.Random(seed))


randoms = st.randoms(use_true_random=False)
programs = randoms.map(dense_program)
findings = randoms.map(dense_findings).filter(bool)


# --- ground programs -------------------------------------------------------------------------


def test_the_reference_means_what_a_naive_matcher_means_on_dense_programs() -> None:
    firings = 0
    for seed in SEEDS:
        program = from_seed(seed)
        found = infer_by_reference(*program)
        assert Answer.of(found) == naive_answer(*program), seed
        firings += len(found.firings)
    assert firings > 10 * len(SEEDS)


@given(programs)
def test_the_reference_means_what_a_naive_matcher_means(program: Program) -> None:
    found = infer_by_reference(*program)
    event(f"firings: {min(len(found.firings), 10)}")
    assert Answer.of(found) == naive_answer(*program)


def test_durable_rules_gives_what_the_reference_gives_on_dense_programs(durable: Engine) -> None:
    for seed in SEEDS:
        program = from_seed(seed)
        assert durable(*program) == infer_by_reference(*program), seed


@given(program=programs)
def test_durable_rules_gives_what_the_reference_gives(durable: Engine, program: Program) -> None:
    assert durable(*program) == infer_by_reference(*program)


def test_the_same_run_again_gives_the_same_whatever_ran_between(durable: Engine) -> None:
    first = [durable(*from_seed(seed)) for seed in range(50)]
    again = [durable(*from_seed(seed)) for seed in reversed(range(50))]
    assert first == again[::-1]


@given(program=programs, rng=randoms)
def test_the_order_of_facts_and_of_ground_rules_is_indifferent(
    program: Program, rng: random.Random
) -> None:
    rules, facts = list(program.rules), [*program.facts, *program.facts[:2]]
    rng.shuffle(rules)
    rng.shuffle(facts)
    assert infer_by_reference(rules, facts) == infer_by_reference(*program)


@given(program=programs, rng=randoms)
def test_their_order_is_indifferent_to_durable_rules(
    durable: Engine, program: Program, rng: random.Random
) -> None:
    rules, facts = list(program.rules), [*program.facts, *program.facts[:2]]
    rng.shuffle(rules)
    rng.shuffle(facts)
    assert durable(rules, facts) == durable(*program)


# --- finding rules ---------------------------------------------------------------------------


def test_leaving_out_what_cannot_fire_changes_nothing_on_dense_findings() -> None:
    firings = higher = 0
    for seed in SEEDS:
        if found := findings_from_seed(seed):
            program = ground(*found)
            answer = infer_by_reference(program, found.facts)
            assert Answer.of(answer) == naive_answer(naive_ground(*found), found.facts), seed
            firings += len(answer.firings)
            higher += any(rule.stratum for rule in program)
    assert firings > 5 * len(SEEDS)
    assert higher > len(SEEDS) / 20


@given(findings)
def test_leaving_out_what_cannot_fire_changes_nothing(found: Findings) -> None:
    answer = infer_by_reference(ground(*found), found.facts)
    event(f"firings: {min(len(answer.firings), 10)}")
    assert Answer.of(answer) == naive_answer(naive_ground(*found), found.facts)


@given(findings)
def test_what_may_fire_is_a_part_of_all_cases(found: Findings) -> None:
    def meaning(rule: GroundRule) -> tuple[object, ...]:
        when = tuple(frozenset(pattern.tests) for pattern in rule.when)
        unless = frozenset(frozenset(pattern.tests) for pattern in rule.unless)
        return rule.name, when, unless, rule.derives, rule.stratum

    cases = {meaning(rule) for rule in naive_ground(*found)}
    assert {meaning(rule) for rule in ground(*found)} <= cases


@given(findings, randoms)
def test_the_order_of_facts_changes_no_compiled_program(
    found: Findings, rng: random.Random
) -> None:
    facts = list(found.facts)
    rng.shuffle(facts)
    assert ground(found.rules, facts) == ground(*found)


@given(found=findings)
def test_both_engines_agree_on_findings(durable: Engine, found: Findings) -> None:
    answer, use = infer(*found, verify=True)
    assert use.name == DURABLE or use.reason in ("idle", "limits")
    assert answer == infer_by_reference(ground(*found), found.facts)
