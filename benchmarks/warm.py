"""W2: one unit in a process that is already warm, against every peer that is proven equal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.generated import generated_lane
from benchmarks.lanes import Case
from benchmarks.naive.scoring import naive_lanes
from benchmarks.ours import our_lanes
from benchmarks.page import race_table
from benchmarks.peers.engines import ZEN, peer_lanes
from benchmarks.proof import Finding, prove
from benchmarks.timing import Times, contestant_of, race

__all__ = ["Warm", "race_warm"]


@dataclass(frozen=True, slots=True)
class Warm:
    """``peers`` are the foreign engines that were timed, the fastest first."""

    page: str
    times: Mapping[str, Times]
    peers: Sequence[str]


def race_warm(case: Case, rounds: int) -> Warm:
    """Prove every lane equal over all units of the case, then time those that are."""
    decimal, exact = naive_lanes(case)
    peers = list(peer_lanes(case))
    lanes = [*our_lanes(case), *peers, decimal, exact, generated_lane(case)]
    findings = prove(case, exact, lanes)
    wrong = {one.lane for one in findings}
    timed = [contestant_of(lane) for lane in lanes if lane.name not in wrong]
    times = race(timed, rounds)
    order = sorted(
        (one.name for one in peers if one.name in times), key=lambda name: times[name].median
    )
    base = ZEN if ZEN in times else exact.name
    heading = f"### W2: one warm unit, {case.name}"
    parts = [heading, _proof(case, findings), race_table(times, base, "engine")]
    return Warm("\n\n".join(parts), times, order)


def _proof(case: Case, findings: Sequence[Finding]) -> str:
    facts = len(case.facts[0]) if case.facts else 0
    said = [
        f"{len(case.codes)} leaves, {facts} facts; every engine below gives the same points for "
        f"every leaf of {len(case.units)} units."
    ]
    said += [f"- Not timed: {one.lane}: {one.sentence}" for one in findings]
    said += [f"- In no lane: leaf {code}: {why}" for code, why in case.program.left_out.items()]
    return "\n".join(said)
