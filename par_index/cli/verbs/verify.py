"""par-index verify: whether a package or a receipt is whole, and scores as it says."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from par_index.cli.commands import Command
from par_index.cli.exits import Exit
from par_index.cli.log_verifying import check_head_option
from par_index.cli.misuse import Misuse, spare
from par_index.cli.options import argument, choice, output, refuse_value, value
from par_index.problems import InvalidInput, Owner, Problem

if TYPE_CHECKING:
    from par_index.review.log.lines import Head
    from par_index.review.packages.verifying import Verification

__all__ = ["build"]

FORMATS = ("text", "json", "markdown")

_DIGEST: Final = re.compile("[0-9a-f]{64}")


def build(language: str) -> click.Command:
    def verify(
        package: str,
        digest: str | None,
        criteria: str | None,
        head: Head | None,
        against: str | None,
        format: str,
        output: str | None,
    ) -> Exit:
        # Here, so that help and a malformed command line wait for none of it.
        from par_index.cli.log_verifying import is_log, verify_log_file
        from par_index.cli.saving import deliver

        spare(output, [package] if against is None else [package, against])
        if is_log(package):
            _refuse_beside(package, {"--digest": digest, "--criteria": criteria}, "not_of_log")
            return verify_log_file(package, head, against, format, language, output)
        _refuse_beside(package, {"--head": head, "--against": against}, "only_of_log")
        try:
            one = _verified(package, digest, criteria)
        except InvalidInput as refusal:
            problems = [_of_package(problem) for problem in refusal.problems]
            if format != "json":
                raise InvalidInput(problems) from None
            from par_index.cli.advising import tell_refusal
            from par_index.rendering.packages.verify_json import VERIFY

            return tell_refusal(InvalidInput(problems), VERIFY, output)
        code = _exit_of(one, given=criteria is not None)
        deliver(_render(one, code, format, language, output, given=criteria is not None), output)
        return code

    return Command(
        "verify",
        language,
        verify,
        [
            argument(language, "package", required=True, type=click.Path()),
            value(language, "--digest", of="digest", callback=_check_digest),
            value(language, "--criteria", of="set", told="verify_criteria", type=click.Path()),
            value(language, "--head", of="head", told="verify_head", callback=check_head_option),
            value(language, "--against", of="file", type=click.Path()),
            choice(language, "--format", FORMATS, default="text"),
            output(language),
        ],
    )


def _refuse_beside(path: str, given: Mapping[str, object], kind: str) -> None:
    """Options that mean nothing for what is verified."""
    for option, found in given.items():
        if found is not None:
            raise Misuse(kind, click.get_current_context(), option=option, found=path)


def _check_digest(ctx: click.Context, option: click.Parameter, text: str | None) -> str | None:
    if text is None:
        return None
    digest = "".join(text.split()).lower()
    if _DIGEST.fullmatch(digest) is None:
        refuse_value("digest", ctx, option, text)
    return digest


def _verified(path: str, digest: str | None, criteria: str | None) -> Verification:
    """What was verified; raises `InvalidInput` with what is wrong with it.

    What a file is shows in its bytes; each kind is verified, and told of, in its own way.
    """
    from par_index.cli.packaging import read_whole
    from par_index.review.packages.directory import is_archive
    from par_index.review.packages.limits import PACKAGE_BYTES

    data = read_whole(path, PACKAGE_BYTES)
    if path.endswith(".zip") or is_archive(data):
        return _verified_package(path, data, digest, criteria)
    if digest is not None:
        raise Misuse("digest_of_receipt", click.get_current_context(), found=path)
    return _verified_receipt(path, data, criteria)


def _verified_package(
    path: str, data: bytes, digest: str | None, criteria: str | None
) -> Verification:
    from par_index.cli.packaging import write_assessment
    from par_index.cli.system import shown
    from par_index.review.packages.opening import open_package
    from par_index.review.packages.places import place_in
    from par_index.review.packages.verifying import verify_package

    package = open_package(data, shown(path))
    if digest is not None and package.digest != digest:
        params = {"found": package.digest, "expected": digest}
        raise InvalidInput([Problem("E620", place_in(package.name), params)])
    return verify_package(package, write_assessment, lambda id: _own(criteria, id))


def _verified_receipt(path: str, data: bytes, criteria: str | None) -> Verification:
    from par_index.cli.packaging import write_assessment
    from par_index.cli.system import shown
    from par_index.review.packages.beside import verify_receipt

    root = Path(os.path.dirname(path) or os.curdir)
    return verify_receipt(data, shown(path), root, write_assessment, lambda id: _own(criteria, id))


def _own(criteria: str | None, id: str) -> Mapping[str, bytes] | None:
    """The files of the set that the package's is held against: the one asked for, otherwise the
    installed one of that id, if there is one that loads.
    """
    from par_index.cli.packaging import files_of_set

    if criteria is not None:
        return files_of_set(criteria)
    try:
        return files_of_set(id)
    except InvalidInput:
        return None


def _of_package(problem: Problem) -> Problem:
    """A set or a submission in a package is what was handed in, whoever wrote it."""
    from par_index.nouns import replace

    source = problem.span.source
    if "!" not in source.name or problem.owner is not Owner.CRITERIA:
        return problem
    inner = replace(source, owner=Owner.SUBMISSION)
    return replace(problem, span=replace(problem.span, source=inner))


def _exit_of(one: Verification, *, given: bool) -> Exit:
    """Another release with other points, and another set than the one asked for, are not passed."""
    from par_index.review.packages.verifying import ScoreState, SetState

    is_other_set = given and one.set.state is SetState.OTHER
    return Exit.GATE if one.score is ScoreState.OTHER or is_other_set else Exit.OK


def _render(
    one: Verification, code: Exit, format: str, language: str, output: str | None, *, given: bool
) -> str:
    if format == "json":
        from par_index.rendering.json_document import dump
        from par_index.rendering.packages.verify_json import verify_document

        return dump(verify_document(one, code))
    from par_index.rendering.packages.verify_page import verify_page

    page = verify_page(one, language, given=given)
    if format == "markdown":
        from par_index.rendering.markdown import page_document

        return page_document(page)
    from par_index.cli.advising import text_of

    return text_of(lambda _: page, output)
