"""par-index diff: two submissions, of one set or of two, and what rules and data did."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import click

from par_index.cli.advising import options_to_answer, options_to_read, tell_refusal, text_of
from par_index.cli.commands import Command
from par_index.cli.exits import Exit
from par_index.cli.misuse import Misuse
from par_index.cli.options import argument, value
from par_index.problems import InvalidInput

if TYPE_CHECKING:
    from par_index.advice.diff import Diff
    from par_index.cli.pair import Pair
    from par_index.reading.mapping import CodeMapping

__all__ = ["build"]


def build(language: str) -> click.Command:
    def diff(
        first: str,
        second: str,
        map: str | None,
        criteria_a: str | None,
        criteria_b: str | None,
        format: str,
        output: str | None,
        criteria: str | None,
        external: tuple[str, ...],
        as_of: datetime.date | None,
    ) -> Exit:
        # Here, so that help and a malformed command line wait for none of it.
        from par_index.cli.saving import deliver

        if criteria is not None and (criteria_a is not None or criteria_b is not None):
            raise Misuse("criteria_twice", click.get_current_context())
        sets = (criteria_a or criteria, criteria_b or criteria)
        try:
            one = _compare((first, second), sets, map, external, as_of)
        except InvalidInput as refusal:
            if format != "json":
                raise
            from par_index.rendering.advice.diff_json import DIFF

            return tell_refusal(refusal, DIFF, output)
        deliver(_render(one, format, language, output), output)
        return Exit.OK

    return Command(
        "diff",
        language,
        diff,
        [
            argument(language, "first", required=True, type=click.Path()),
            argument(language, "second", required=True, type=click.Path()),
            value(language, "--map", of="file", type=click.Path()),
            *options_to_answer(language),
            *options_to_read(language),
            value(language, "--criteria-a", of="set", type=click.Path()),
            value(language, "--criteria-b", of="set", type=click.Path()),
        ],
    )


def _compare(
    units: tuple[str, str],
    criteria: tuple[str | None, str | None],
    map: str | None,
    external: tuple[str, ...],
    as_of: datetime.date | None,
) -> Diff:
    from par_index.advice.diff import diff
    from par_index.assessing import assess
    from par_index.cli.pair import read_pair

    pair = read_pair(units, criteria=criteria, external=external, as_of=as_of)
    mapping = None if map is None else _mapping(map, pair)
    before, after = (assess(one.criteria, one.submission) for one in (pair.first, pair.second))
    return diff(before, after, mapping)


def _mapping(file: str, pair: Pair) -> CodeMapping:
    """What the file declares between two sets; between one there is nothing to declare."""
    from par_index.cli.inputs import Unit
    from par_index.problems import Problems
    from par_index.reading.mapping import read_mapping

    old, new = pair.first.criteria, pair.second.criteria
    if old.sha256 == new.sha256:
        raise Misuse("map_one_set", click.get_current_context(), found=old.id)
    problems = Problems()
    read = Unit(file)
    mapping = read_mapping(read.read(), read.name, old, new, problems)
    problems.raise_errors()
    return mapping


# Each format brings its own modules; only those of the one that is asked for are imported.


def _render(one: Diff, format: str, language: str, output: str | None) -> str:
    if format == "json":
        from par_index.rendering.advice.diff_json import diff_document
        from par_index.rendering.json_document import dump

        return dump(diff_document(one))
    if format == "csv":
        from par_index.rendering.advice.diff_csv import diff_csv

        return diff_csv(one, language)
    from par_index.rendering.advice.diff_page import diff_page

    page = diff_page(one, language)
    if format == "markdown":
        from par_index.rendering.markdown import page_document

        return page_document(page)
    return text_of(lambda _: page, output)
