"""One submission for verbs that work on its file: read, and read again once it is rewritten."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import click

from par_index.cli.inputs import Unit, find_units
from par_index.cli.misuse import Misuse
from par_index.cli.results import open_all
from par_index.model.criteria import CriteriaSet
from par_index.model.submission import Submission
from par_index.nouns import Noun
from par_index.problems import InvalidInput, Problem, Problems
from par_index.reading.changes import change
from par_index.reading.external_files import ExternalFile, strays
from par_index.reading.library import Library
from par_index.reading.nodes import Entry
from par_index.reading.rewriting import rewrite
from par_index.reading.shelf import Shelf
from par_index.reading.submissions import read_submission

__all__ = ["Single", "read_single"]


class Single(Noun):
    """A submission, the set that it is read against, and the bytes of its file."""

    unit: Unit
    data: bytes
    criteria: CriteriaSet
    submission: Submission
    as_of: datetime.date | None
    external: tuple[ExternalFile, ...]

    def rewritten(self, changes: Sequence[Entry], last_year: Sequence[Entry] = ()) -> str:
        """The file with these values in it, which are good ones of the unit's own.

        What is new comes in the order of the set. It is read again: a file that does not say what
        it was to say is never written.
        """
        order = {id: number for number, id in enumerate(self.criteria.measures)}
        now, before = (
            sorted(entries, key=lambda one: order[one.key.text]) for entries in (changes, last_year)
        )
        text = rewrite(self.data, now, before)
        wanted = change(self.criteria, self.submission, changes, Problems(), last_year)
        if wanted is None or self._told_by(text) != _told(wanted):
            raise Misuse("unwritable", click.get_current_context(), found=self.unit.name)
        return text.decode("utf-8")

    def _told_by(self, data: bytes) -> object:
        """What a rewritten file says; None where it cannot be read."""
        try:
            _, read = read_submission(
                data,
                self.unit.name,
                Library(),
                criteria=self.criteria,
                as_of=self.as_of,
                external=self.external,
            )
        except InvalidInput:
            return None
        return _told(read)


def read_single(
    argument: str,
    *,
    criteria: str | None,
    external: Sequence[str],
    as_of: datetime.date | None,
) -> Single:
    """The one submission that is meant; raises `InvalidInput` with all that is wrong with it."""
    found = find_units([argument])
    if len(found) > 1:
        raise Misuse("one_unit", click.get_current_context(), count=len(found), found=argument)
    (unit,) = found
    if isinstance(unit, Problem):
        raise InvalidInput([unit])
    library = Library(shelf=Shelf.of_user())
    override = None if criteria is None else library.load(criteria)
    others = tuple(open_all(external))
    data = unit.read()
    used, submission = read_submission(
        data, unit.name, library, criteria=override, as_of=as_of, external=others
    )
    if stray := strays(others, [submission.unit.id]):
        raise InvalidInput(stray)
    return Single(unit, data, used, submission, as_of, others)


def _told(submission: Submission) -> dict[tuple[str, bool], tuple[object, ...]]:
    """What a file says of each measure and its value of last year, wherever it says so."""
    return {
        (id, is_last_year): (
            one.text.strip(),
            one.value,
            one.decimals,
            one.not_yet,
            one.quote,
            one.said,
        )
        for data, is_last_year in ((submission.data, False), (submission.last_year, True))
        for id, one in data.items()
    }
