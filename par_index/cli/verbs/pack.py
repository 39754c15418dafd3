"""par-index pack: a submission with its set, its score and its documents in one file."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

import click

from par_index.cli.commands import Command
from par_index.cli.exits import Exit
from par_index.cli.misuse import Misuse, spare
from par_index.cli.options import argument, choice, day, flag, refuse_value, value
from par_index.problems import InvalidInput, Problem, Problems

if TYPE_CHECKING:
    from par_index.cli.single import Single
    from par_index.review.packages.contents import Package, Parts
    from par_index.review.packages.rescoring import Scored
    from par_index.review.packages.slips import Slip

__all__ = ["build"]


def build(language: str) -> click.Command:
    def pack(
        unit: str,
        output: str,
        force: bool,
        answers: str | None,
        head: str | None,
        format: str,
        criteria: str | None,
        as_of: datetime.date | None,
    ) -> Exit:
        # Here, so that help and a malformed command line wait for none of it.
        from par_index.cli.advising import tell_refusal
        from par_index.cli.saving import refuse_existing, save
        from par_index.cli.single import read_single
        from par_index.review.packages.building import build
        from par_index.review.packages.opening import open_package

        if answers is not None and head is not None:
            raise Misuse("answers_and_head", click.get_current_context())
        try:
            refuse_existing(output, force=force)
            single = read_single(unit, criteria=criteria, external=(), as_of=as_of)
            problems = Problems()
            parts, scored = _parts(single, criteria, answers, head or "", problems, output)
            data = build(parts)
            # What is written has been read as its receiver will.
            package = open_package(data, os.path.basename(output))
            save(output, data)
        except InvalidInput as refusal:
            if format != "json":
                raise
            from par_index.rendering.packages.pack_json import PACK

            return tell_refusal(refusal, PACK, None)
        _tell(package, scored, len(data), problems.in_order(), format, language)
        return Exit.OK

    return Command(
        "pack",
        language,
        pack,
        [
            argument(language, "unit", required=True, type=click.Path()),
            value(
                language,
                "-o",
                "--output",
                of="file",
                told="pack_output",
                type=click.Path(),
                required=True,
                callback=_check_output,
            ),
            flag(language, "--force"),
            value(language, "--answers", of="file", type=click.Path()),
            value(language, "--head", of="head", callback=_check_head),
            choice(language, "--format", ("text", "json"), default="text"),
            value(language, "--criteria", of="set", type=click.Path()),
            day(language, "--as-of"),
        ],
    )


def _check_output(ctx: click.Context, option: click.Parameter, name: str) -> str:
    if name == "-":
        refuse_value("pack_stdout", ctx, option, name)
    return name


def _check_head(ctx: click.Context, option: click.Parameter, head: str | None) -> str | None:
    """A head as it is printed, ``#12 9f3a51c0…``, or as packages have it."""
    from par_index.review.log.lines import parse_head
    from par_index.review.packages.contents import HEAD

    if head is None:
        return None
    read = str(parse_head(head))
    if HEAD.fullmatch(read) is None:
        refuse_value("head", ctx, option, head)
    return read


def _parts(
    single: Single,
    criteria: str | None,
    answers: str | None,
    head: str,
    problems: Problems,
    output: str,
) -> tuple[Parts, Scored]:
    """What the package is made of; documents are looked for beside the unit's file."""
    from par_index.assessing import assess
    from par_index.cli.packaging import files_of_set, write_assessment
    from par_index.cli.system import shown
    from par_index.reading.library import Library
    from par_index.reading.sets import read_kept
    from par_index.reading.submissions import read_submission
    from par_index.review.packages.collecting import collect
    from par_index.review.packages.making import parts_of
    from par_index.review.packages.rescoring import SHOWN_SET, SHOWN_UNIT, Scored, info_of
    from par_index.review.packages.slips import check_slip

    set = criteria or single.criteria.id
    files, folder = files_of_set(set), Library().place_of(set) or Path()
    _check_names(files, set, problems)
    root = Path(os.curdir if single.unit.path == "-" else os.path.dirname(single.unit.path) or ".")
    found = collect(single.submission, root, problems)
    slip = None if answers is None else _slip(answers, problems)
    problems.raise_errors()
    inputs = [single.unit.path, *(os.path.join(root, path) for path in found)]
    inputs += [os.path.join(folder, name) for name in files]
    # Not even with --force.
    spare(output, inputs if answers is None else [*inputs, answers], "pack_over")
    # The same places wherever it is packed: a package does not tell where somebody keeps things.
    used, _ = read_kept(files, SHOWN_SET)
    _, submission = read_submission(
        single.data, SHOWN_UNIT, Library(), criteria=used, as_of=single.submission.as_of
    )
    scored = Scored(used, submission, assess(used, submission))
    if slip is not None and answers is not None:
        check_slip(slip, shown(answers), info_of(scored), problems)
        problems.raise_errors()
        head = slip.head
    return parts_of(scored, single.data, files, found, write_assessment, head), scored


def _check_names(files: Collection[str], set: str, problems: Problems) -> None:
    """Files of a set under names that not every system has (E404): its author's to mend."""
    from par_index.problems import Owner, Source, Span
    from par_index.review.packages.contents import CRITERIA, ROOT
    from par_index.review.packages.names import is_plain

    for name in files:
        if not is_plain(f"{ROOT}{CRITERIA}{name}"):
            place = Span(Source(f"{set}/{name}", Owner.CRITERIA))
            problems.add("E404", place, found=name)


def _slip(path: str, problems: Problems) -> Slip | None:
    from par_index.cli.packaging import read_whole
    from par_index.cli.system import shown
    from par_index.review.packages.limits import RECEIPT_BYTES
    from par_index.review.packages.slips import read_slip

    return read_slip(read_whole(path, RECEIPT_BYTES), shown(path), problems)


def _tell(
    package: Package,
    scored: Scored,
    size: int,
    remarks: tuple[Problem, ...],
    format: str,
    language: str,
) -> None:
    """What was written, on standard output; what was seen while doing it, beside it."""
    from par_index.cli.streams import say

    if format == "json":
        from par_index.rendering.json_document import dump
        from par_index.rendering.packages.pack_json import pack_document

        say(dump(pack_document(package, scored, size, remarks)))
        return
    from par_index.cli.advising import text_of
    from par_index.cli.streams import color_on, complain
    from par_index.rendering.packages.pack_page import pack_page
    from par_index.rendering.problems import render_problems

    say(text_of(lambda _: pack_page(package, scored, size, language), None))
    complain(render_problems(remarks, language=language, color=color_on(sys.stderr)))
