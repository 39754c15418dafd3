"""`par-index verify` of an appraisal's log: its chain, rules, packages, and heads kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from par_index.cli.exits import Exit
from par_index.cli.reviewing import externals_of, kept_package, read_states, with_pypdf
from par_index.problems import InvalidInput, Problems

if TYPE_CHECKING:
    from par_index.review.log.cases import Case
    from par_index.review.log.lines import Chain, Head
    from par_index.review.log.state import State
    from par_index.review.log.verifying import Proven

__all__ = ["check_head_option", "is_log", "verify_log_file"]


def is_log(path: str) -> bool:
    """Whether a path is meant as a log, by its name."""
    return path.endswith(".jsonl")


def check_head_option(ctx: click.Context, option: click.Parameter, text: str | None) -> Head | None:
    from par_index.cli.options import refuse_value
    from par_index.review.log.lines import parse_head

    if text is None:
        return None
    head = parse_head(text)
    if head is None:
        refuse_value("head", ctx, option, text)
    return head


def verify_log_file(
    path: str,
    head: Head | None,
    against: str | None,
    format: str,
    language: str,
    output: str | None,
) -> Exit:
    """Everything that can be proven of a log; raises nothing with ``format`` json."""
    from par_index.cli.saving import deliver
    from par_index.rendering.review.verify_log import VERIFY, proven_document, proven_page

    try:
        proven = _proven(path, head, against)
    except InvalidInput as refusal:
        if format != "json":
            raise
        from par_index.cli.advising import tell_refusal

        return tell_refusal(refusal, VERIFY, output)
    if format == "json":
        from par_index.rendering.json_document import dump

        deliver(dump(proven_document(proven)), output)
        return Exit.OK
    page = proven_page(proven, language, with_head=head is not None or against is not None)
    if format == "markdown":
        from par_index.rendering.markdown import page_document

        deliver(page_document(page), output)
    else:
        from par_index.cli.advising import text_of

        deliver(text_of(lambda _: page, output), output)
    return Exit.OK


def _proven(path: str, head: Head | None, against: str | None) -> Proven:
    from par_index.review.log.verifying import check_against, check_head, verify_log

    problems = Problems()
    chain, states = read_states(path, Problems())
    if chain.tail:
        problems.add("E814", chain.span(), bytes=len(chain.tail))
    if head is not None:
        check_head(chain, head, problems)
    if against is not None:
        check_against(chain, _other(against), problems)
    proven = verify_log(chain, states, lambda state: _case(path, state), problems)
    problems.raise_errors()
    return proven


def _other(path: str) -> Chain:
    from par_index.review.log.file import load, log_in

    problems = Problems()
    chain = load(log_in(path), problems)
    problems.raise_errors()
    return chain


def _case(path: str, state: State) -> Case | None:
    """The package that stood, verified; None where it is not kept beside the log."""
    from par_index.review.log.cases import case_of

    try:
        package = kept_package(path, state.package)
    except InvalidInput as refusal:
        if all(one.code == "E901" for one in refusal.problems):
            return None
        raise
    external = externals_of(path, state)
    return with_pypdf(lambda: case_of(package, external))
