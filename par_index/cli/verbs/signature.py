"""par-index signature: how far the signatures in PDF files can be relied on."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from par_index.cli.commands import Command
from par_index.cli.exits import Exit
from par_index.cli.misuse import spare
from par_index.cli.options import argument, choice, day, output, value
from par_index.problems import InvalidInput

if TYPE_CHECKING:
    from par_index.problems import Problems
    from par_index.review.signatures.nouns import SignedFile
    from par_index.review.signatures.reading import Trust

__all__ = ["build"]

FORMATS = ("text", "json", "markdown")
LEVELS = ("1", "2", "3", "4", "5")
_SIGNATURE = "par_index/signature/1"


def build(language: str) -> click.Command:
    def signature(
        signed: tuple[str, ...],
        trust: str | None,
        at_least: str | None,
        format: str,
        output: str | None,
        as_of: datetime.date | None,
    ) -> Exit:
        from par_index.cli.advising import tell_refusal

        try:
            return _signature(signed, trust, at_least, as_of, format, language, output)
        except InvalidInput as refusal:
            if format != "json":
                raise
            return tell_refusal(refusal, _SIGNATURE, output)

    return Command(
        "signature",
        language,
        signature,
        [
            argument(language, "signed", several=True, required=True, type=click.Path()),
            value(language, "--trust", of="folder", type=click.Path()),
            choice(language, "--at-least", LEVELS),
            choice(language, "--format", FORMATS, default="text"),
            output(language),
            day(language, "--as-of", told="as_of_signature"),
        ],
    )


def _signature(
    names: Sequence[str],
    folder: str | None,
    at_least: str | None,
    as_of: datetime.date | None,
    format: str,
    language: str,
    output: str | None,
) -> Exit:
    from par_index.cli.saving import deliver
    from par_index.cli.system import shown
    from par_index.cli.trusting import trust_at
    from par_index.problems import Problems
    from par_index.review.signatures.reading import SignatureReader

    spare(output, names)
    problems = Problems()
    trust = trust_at(folder, as_of, problems)
    opened = [(name, _bytes_of(name, problems)) for name in dict.fromkeys(names)]
    problems.raise_errors()
    with SignatureReader(trust) as reader:
        files = [reader.read(data, shown(name)) for name, data in opened if data is not None]
    below = _below(files, at_least)
    code = Exit.GATE if below else Exit.OK
    if format == "json":
        from par_index.rendering.json_document import dump
        from par_index.rendering.review.signatures_json import signature_document

        failed = ("at-least",) if below else ()
        text = dump(signature_document(files, trust, reader.version, code, failed))
    else:
        text = _page(files, trust, folder, format, language, output)
    deliver(text, output)
    if format != "json":
        _complain(below, at_least, language)
    return code


def _bytes_of(name: str, problems: Problems) -> bytes | None:
    """The bytes, one more than a file may have at most."""
    from par_index.cli.system import system_problem
    from par_index.review.signatures.reading import FILE_BYTES

    try:
        with open(name, "rb") as stream:
            return stream.read(FILE_BYTES + 1)
    except FileNotFoundError:
        problems.extend([system_problem("E901", name)])
    except OSError as error:
        problems.extend([system_problem("E902", name, error)])
    return None


def _below(files: Sequence[SignedFile], at_least: str | None) -> list[SignedFile]:
    """The files that do not pass the gate, if there is one; nothing can be said of some."""
    if at_least is None:
        return []
    return [one for one in files if one.level is None or one.level < int(at_least)]


def _complain(below: Sequence[SignedFile], at_least: str | None, language: str) -> None:
    from par_index.cli.streams import complain
    from par_index.rendering.columns import visible
    from par_index.rendering.messages.commands import phrase

    for one in below:
        name = visible(one.name)
        complain(f"{phrase('gate.at-least', language, name=name, level=at_least)}\n")


def _page(
    files: Sequence[SignedFile],
    trust: Trust,
    folder: str | None,
    format: str,
    language: str,
    output: str | None,
) -> str:
    from par_index.rendering.review.signatures_page import signatures_page

    page = signatures_page(files, trust, folder, language)
    if format == "markdown":
        from par_index.rendering.markdown import page_document

        return page_document(page)
    from par_index.cli.advising import text_of

    return text_of(lambda _width: page, output)
