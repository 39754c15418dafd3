"""Two submissions for verbs that hold one against another; everything wrong with both, at once."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from par_index.cli.results import open_all
from par_index.cli.single import Single, read_single
from par_index.nouns import Noun
from par_index.problems import InvalidInput, Problems
from par_index.reading.external_files import strays

__all__ = ["Pair", "read_pair"]


class Pair(Noun):
    """The first submission and the second, each with its own set."""

    first: Single
    second: Single


def read_pair(
    arguments: tuple[str, str],
    *,
    criteria: tuple[str | None, str | None],
    external: Sequence[str],
    as_of: datetime.date | None,
) -> Pair:
    """Both submissions; of ``external`` each has the files of its unit that name its set."""
    found = Problems()

    def read(at: int, files: Sequence[str]) -> Single | None:
        try:
            return read_single(arguments[at], criteria=criteria[at], external=files, as_of=as_of)
        except InvalidInput as refusal:
            found.extend(refusal.problems)
            return None

    # Which files are whose is known once the submissions and their sets are.
    bare = [read(at, ()) for at in (0, 1)]
    if external and None not in bare:
        chosen = _sorted_out(external, [one for one in bare if one is not None])
        bare = [read(at, files) for at, files in enumerate(chosen)]
    first, second = bare
    if first is None or second is None:
        raise InvalidInput(found.in_order())
    return Pair(first, second)


def _sorted_out(external: Sequence[str], sides: Sequence[Single]) -> list[list[str]]:
    """The files of each side. One that names neither set goes to whose unit it is, to be told."""
    opened = [(path, file) for path in external for file in open_all([path])]
    if stray := strays([file for _, file in opened], [one.submission.unit.id for one in sides]):
        raise InvalidInput(stray)
    chosen: list[list[str]] = [[] for _ in sides]
    for path, file in opened:
        own = [at for at, one in enumerate(sides) if file.concerns(one.submission.unit.id)]
        fitting = [at for at in own if sides[at].criteria.id == file.criteria]
        for at in fitting or own[:1]:
            chosen[at].append(path)
    return chosen
