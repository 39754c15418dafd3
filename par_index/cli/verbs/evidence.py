"""par-index evidence: what can be said of a submission's documents by looking at them."""

from __future__ import annotations

import datetime
import errno
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from par_index.cli.advising import (
    FORMATS,
    options_to_answer,
    options_to_read,
    tell_refusal,
    text_of,
)
from par_index.cli.commands import Command
from par_index.cli.exits import Exit
from par_index.cli.misuse import Misuse, spare
from par_index.cli.options import argument, choice, value
from par_index.problems import InvalidInput, Problem
from par_index.rendering.messages.commands import phrase

if TYPE_CHECKING:
    from par_index.model.assessment import Assessment
    from par_index.model.evidence import EvidenceReport, Verdict
    from par_index.rendering.review.evidence_page import Support
    from par_index.review.evidence.defects import TextFile
    from par_index.review.signatures.reading import Trust

__all__ = ["build"]

GATES = ("wrong", "look")
_EVIDENCE = "par_index/evidence/1"


def build(language: str) -> click.Command:
    def evidence(
        unit: tuple[str, ...],
        text: bool,
        root: str | None,
        trust: str | None,
        fail_on: tuple[str, ...],
        format: str,
        output: str | None,
        criteria: str | None,
        external: tuple[str, ...],
        as_of: datetime.date | None,
    ) -> Exit:
        assert format in FORMATS
        try:
            if text:
                others = (root, trust, criteria, external or None, as_of)
                if any(one is not None for one in others):
                    _refuse("text_alone")
                return _references(unit, fail_on, format, language, output)
            if len(unit) > 1:
                _refuse("one_unit", count=len(unit), found=" ".join(unit))
            return _evidence(
                unit[0], root, trust, fail_on, format, language, output, criteria, external, as_of
            )
        except InvalidInput as refusal:
            if format != "json":
                raise
            return tell_refusal(refusal, _EVIDENCE, output)

    return Command(
        "evidence",
        language,
        evidence,
        [
            argument(language, "unit", several=True, required=True, type=click.Path()),
            _text(language),
            value(language, "--root", of="folder", type=click.Path()),
            value(language, "--trust", of="folder", type=click.Path()),
            choice(language, "--fail-on", GATES, multiple=True, told="fail_on_evidence"),
            *options_to_answer(language),
            *options_to_read(language),
        ],
    )


def _text(language: str) -> click.Option:
    help = phrase("help.text_references", language)
    return click.Option(["--text"], is_flag=True, help=help)


def _refuse(kind: str, **params: object) -> NoReturn:
    raise Misuse(kind, click.get_current_context(), **params)


def _evidence(
    unit: str,
    root: str | None,
    trust: str | None,
    fail_on: Sequence[str],
    format: str,
    language: str,
    output: str | None,
    criteria: str | None,
    external: Sequence[str],
    as_of: datetime.date | None,
) -> Exit:
    """Check the documents of one submission: beside it, below ``root``, or in its package."""
    from par_index.cli.advising import assess_single
    from par_index.cli.packaging import is_package
    from par_index.cli.reviewing import case_in, package_of, with_pypdf
    from par_index.cli.saving import deliver
    from par_index.cli.system import refuse
    from par_index.rendering.review.evidence_page import Support
    from par_index.review.evidence.checking import check_evidence
    from par_index.review.evidence.support import supported_leaves, supported_total

    spare(output, [unit])
    trusted = None
    if is_package(unit):
        if any(one is not None for one in (root, trust, criteria, external or None, as_of)):
            _refuse("package_alone", found=unit)
        case = case_in(package_of(unit)[0], None)
        assessment, report = case.scored.assessment, case.report
    else:
        assessment = assess_single(unit, criteria, external, as_of)
        folder = Path(root) if root is not None else _folder_of(unit)
        if not folder.is_dir():
            refuse("E901", str(folder))
        paths = [one.fields.get("tep", "") for one in assessment.submission.evidence.values()]
        spare(output, [*external, *(str(folder / path) for path in paths if path)])
        trusted = None if trust is None else _trusted(trust, as_of)
        report = with_pypdf(lambda: check_evidence(assessment, folder))
    if trusted is not None:
        from par_index.review.signatures.adding import with_signatures

        report = with_signatures(report, assessment.submission.evidence, folder, trusted)
    support = Support(
        {leaf.code: leaf.account.supported for leaf in assessment.leaves()},
        supported_leaves(assessment, report),
        assessment.shown.supported,
        supported_total(assessment, report),
    )
    failed = _failed([one.verdict for one in report.checks], fail_on)
    code = Exit.GATE if failed else Exit.OK
    ended = (code, failed)
    deliver(_render(assessment, report, support, trusted, ended, format, language, output), output)
    return code


def _trusted(folder: str, as_of: datetime.date | None) -> Trust:
    """The roots of a folder; all that is wrong with it is raised."""
    from par_index.cli.trusting import trust_at
    from par_index.problems import Problems

    problems = Problems()
    trust = trust_at(folder, as_of, problems)
    problems.raise_errors()
    return trust


def _folder_of(unit: str) -> Path:
    """Where the submission lies; standard input lies where the command runs."""
    from par_index.cli.inputs import Unit, find_units

    (found,) = find_units([unit])
    assert isinstance(found, Unit), "it has been read"
    return Path(found.path).parent


def _failed(verdicts: Sequence[Verdict], fail_on: Sequence[str]) -> tuple[str, ...]:
    """The gates that are not passed; what is wrong has to be looked at as well."""
    found = {str(one) for one in verdicts}
    fails = {"wrong": "wrong" in found, "look": bool({"wrong", "look"} & found)}
    return tuple(name for name in GATES if name in fail_on and fails[name])


# Each format brings its own modules; only those of the one that is asked for are imported.


def _render(
    assessment: Assessment,
    report: EvidenceReport,
    support: Support,
    trust: Trust | None,
    ended: tuple[Exit, Sequence[str]],
    format: str,
    language: str,
    output: str | None,
) -> str:
    if format == "json":
        from par_index.rendering.json_document import dump
        from par_index.rendering.review.evidence_json import evidence_document

        document = evidence_document(assessment, report, support, *ended)
        if trust is not None:
            from par_index.rendering.review.signatures_json import trust_part

            document["trust"] = trust_part(trust)
        return dump(document)
    if format == "csv":
        from par_index.rendering.review.evidence_csv import evidence_csv

        return evidence_csv(assessment, report, language)
    from par_index.rendering.review.evidence_page import evidence_page

    page = evidence_page(assessment, report, support, language)
    if trust is not None:
        from par_index.rendering.review.signatures_page import with_trust

        page = with_trust(page, trust, language)
    if format == "markdown":
        from par_index.rendering.markdown import page_document

        return page_document(page)
    return text_of(lambda _width: page, output)


# Texts by themselves.


def _references(
    files: Sequence[str], fail_on: Sequence[str], format: str, language: str, output: str | None
) -> Exit:
    """What the references in some texts leave to ask."""
    from par_index.cli.reviewing import with_pypdf
    from par_index.cli.saving import deliver
    from par_index.review.evidence.defects import defects_in, mentions_in

    spare(output, files)
    read = with_pypdf(lambda: _read_texts(files))
    mentions, defects = mentions_in(read), defects_in(read)
    failed = _failed([one.verdict for one in defects], fail_on)
    code = Exit.GATE if failed else Exit.OK
    if format == "json":
        from par_index.rendering.json_document import dump
        from par_index.rendering.review.evidence_json import references_document

        text = dump(references_document(read, mentions, defects, code, failed))
    elif format == "csv":
        from par_index.rendering.review.evidence_csv import references_csv

        text = references_csv(mentions, language)
    else:
        from par_index.rendering.review.references_page import references_page

        page = references_page(read, mentions, defects, language)
        if format == "markdown":
            from par_index.rendering.markdown import page_document

            text = page_document(page)
        else:
            text = text_of(lambda _width: page, output)
    deliver(text, output)
    return code


def _read_texts(files: Sequence[str]) -> tuple[TextFile, ...]:
    """Each file once, by its content: PDF, or text."""
    from par_index.cli.system import shown
    from par_index.review.evidence.pdf_reader import PdfReader
    from par_index.review.evidence.texts import read_text

    problems_of: list[Problem] = []
    read = []
    with PdfReader() as reader:
        for name in dict.fromkeys(files):
            try:
                read.append(read_text(_bytes_of(name), shown(name), reader.read))
            except InvalidInput as refusal:
                problems_of.extend(refusal.problems)
    if problems_of:
        raise InvalidInput(problems_of)
    return tuple(read)


def _bytes_of(name: str) -> bytes:
    from par_index.cli.system import refuse
    from par_index.review.evidence.files import FILE_BYTES

    try:
        with open(name, "rb") as stream:
            data = stream.read(FILE_BYTES + 1)
        if len(data) > FILE_BYTES:
            raise OSError(errno.EFBIG, "too large")
        return data
    except FileNotFoundError:
        refuse("E901", name)
    except OSError as error:
        refuse("E902", name, error)
