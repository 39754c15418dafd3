"""Coverage: which branches and edges of a set its tests reach, and which none does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from par_index.model.criteria import CriteriaSet, Criterion
from par_index.nouns import Noun
from par_index.testing.around import excuse_targets, modifier_targets
from par_index.testing.branches import none_target, rule_targets
from par_index.testing.cases import Trial
from par_index.testing.parts import Parts
from par_index.testing.possible import can_happen
from par_index.testing.suggesting import Suggestion, suggest
from par_index.testing.targets import Place, Target
from par_index.testing.views import Spot, View
from par_index.testing.whole import SET, set_targets

__all__ = ["Coverage", "Unreached", "cover", "targets_of"]


class Unreached(Noun):
    """A target that no test reaches and, where it can be told, what would."""

    target: Target
    suggestion: Suggestion | None = None


class Coverage(Noun):
    """How many branches and edges there are, and those that no test reaches, in set order."""

    branches: int
    edges: int
    unreached: tuple[Unreached, ...]

    @property
    def is_complete(self) -> bool:
        return not self.unreached


def targets_of(parts: Parts) -> Iterator[Target]:
    """Every branch and edge of the criteria, in the order of the set. Readings have none."""
    for area in parts.criteria.areas:
        for criterion in area.nodes():
            targets = _targets_at(criterion, parts.criteria)
            yield from (one for one in targets if can_happen(one, criterion, parts))


def _targets_at(criterion: Criterion, criteria: CriteriaSet) -> Iterator[Target]:
    if criterion.not_applicable is not None:
        yield from excuse_targets(criterion, criterion.not_applicable)
    modifiers = criterion.modifiers
    if criterion.scoring is not None:
        modifiers = criterion.scoring.modifiers
        yield from rule_targets(criterion.scoring.rule, Spot(criterion), criteria.measures)
        if criterion.scoring.when_none is not None:
            yield none_target(Spot(criterion))
    if modifiers is not None:
        yield from modifier_targets(criterion, modifiers)


def cover(parts: Parts, trials: Sequence[Trial], codes: Iterable[str] | None = None) -> Coverage:
    """What the tests reach; with ``codes``, of these criteria alone.

    A test reaches something of the criterion it names, where it says what that comes to.
    """
    wanted = None if codes is None else set(codes)
    targets = [one for one in targets_of(parts) if wanted is None or one.code in wanted]
    if wanted is None:
        targets += set_targets(parts.criteria)
    seen = _views(parts, trials)
    missing = []
    for target in targets:
        views = seen.get((target.code, target.place is Place.NOT_APPLICABLE), [])
        if not any(map(target.sees, views)):
            missing.append(Unreached(target, suggest(target, views, parts)))
    edges = sum(one.mark.is_edge for one in targets)
    return Coverage(len(targets) - edges, edges, tuple(missing))


def _views(parts: Parts, trials: Sequence[Trial]) -> Mapping[tuple[str, bool], list[View]]:
    """The tests by the criteria of which they show something, as a whole or as to applying.

    A policy reaches down: a test of what is beneath it shows it as well.
    """
    above: dict[str, list[str]] = {}
    for code, criterion in parts.criteria.by_code.items():
        if criterion.not_applicable is not None:
            for node in criterion.nodes():
                above.setdefault(node.code, []).append(code)
    seen: dict[tuple[str, bool], list[View]] = {}
    for trial in trials:
        test = trial.test
        view = View(parts, test.submission, parts.criteria.by_code[test.code], trial)
        seen.setdefault((SET, False), []).append(view)
        if test.settles_score:
            seen.setdefault((test.code, False), []).append(view)
            for code in above.get(test.code, ()):
                seen.setdefault((code, True), []).append(view)
    return seen
