"""Acting on an appraisal: under the lock from reading to writing, with what is kept beside."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from par_index.cli.misuse import Misuse
from par_index.cli.options import choice, refuse_value, value
from par_index.cli.reviewing import EXTERNAL, PACKAGES, folder_of
from par_index.nouns import Noun
from par_index.problems import InvalidInput, Owner, Problem, Problems, Source, Span

if TYPE_CHECKING:
    from par_index.review.log.lines import Chain, Line
    from par_index.review.log.nouns import Event
    from par_index.review.log.state import State

__all__ = ["Done", "act", "composed", "keep_external", "keep_package", "options_to_act"]

_AT = "%Y-%m-%dT%H:%M:%SZ"


class Done(Noun):
    """What came of an act: the line that stands, whether it is new, the states around it."""

    path: str
    line: Line
    is_new: bool
    before: State | None
    state: State
    remarks: tuple[Problem, ...] = ()


def options_to_act(language: str) -> list[click.Parameter]:
    """Who acts, on what they have seen, and how the end is told."""
    return [
        value(language, "--as", of="person", told="review_as", required=True, callback=composed),
        value(language, "--seen", of="seq", callback=_seq),
        value(language, "--at", of="moment", callback=_moment),
        choice(language, "--format", ("text", "json"), default="text"),
    ]


def composed(ctx: click.Context, option: click.Parameter, given: Any) -> Any:
    """What was typed, in one form of Unicode; half characters of a strange terminal left out.

    A character that cannot be seen is refused, as in a file.
    """
    if isinstance(given, tuple):
        return tuple(_composed(ctx, option, one) for one in given)
    return None if given is None else _composed(ctx, option, given)


def _composed(ctx: click.Context, option: click.Parameter, text: str) -> str:
    import unicodedata

    from par_index.reading.characters import unseen_in

    whole = text.encode("utf-8", "ignore").decode("utf-8")
    for place, found in unseen_in(whole):
        name = option.metavar if isinstance(option, click.Argument) else option.opts[-1]
        given = f"{whole[:place][-20:]}{whole[place:][:20]}"
        raise Misuse("unseen", ctx, option=name, unseen=found, place=place + 1, found=given)
    return unicodedata.normalize("NFC", whole)


def _seq(ctx: click.Context, option: click.Parameter, text: str | None) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 9):
        refuse_value("seq", ctx, option, text)
    return int(text)


def _moment(
    ctx: click.Context, option: click.Parameter, text: str | None
) -> datetime.datetime | None:
    if text is None:
        return None
    try:
        return datetime.datetime.strptime(text, _AT).replace(tzinfo=datetime.UTC)
    except ValueError:
        refuse_value("moment", ctx, option, text)


def act(
    folder: str,
    who: str,
    make: Callable[[State | None], Event],
    *,
    seen: int | None = None,
    at: datetime.datetime | None = None,
    create: bool = False,
) -> Done:
    """One act, under the lock from reading to writing; raises `InvalidInput` with why not.

    ``make`` gives the event for the state that is found there.
    """
    from par_index.review.log.canonical import Uncanonical
    from par_index.review.log.deciding import Repeated
    from par_index.review.log.file import append, log_in
    from par_index.review.log.lines import misfit_of, seal
    from par_index.review.log.nouns import Open, Role
    from par_index.review.log.replaying import allowed, replay
    from par_index.review.log.rights import Refusal
    from par_index.review.log.state import State, folded

    path = log_in(folder)
    remarks = Problems()
    found: list[Done] = []

    def write(chain: Chain) -> Line | None:
        before = replay(chain, remarks)
        remarks.raise_errors()
        if seen is not None and len(chain.lines) != seen:
            place = Span(Source(path, Owner.SYSTEM))
            raise InvalidInput([Problem("E918", place, {"file": path})])
        if before is None and not create:
            raise InvalidInput([Problem("E844", chain.span(1), {"file": path})])
        event = make(before)
        people = {} if before is None else before.people
        if isinstance(event, Open):
            people = {folded(one.id): one for one in event.roster}
        person = people.get(folded(who))
        try:
            line = seal(
                event,
                chain,
                who=who if person is None else person.id,
                role=Role.REVIEWER if person is None else person.role,
                at=at or datetime.datetime.now(datetime.UTC),
            )
            misfit = misfit_of(line)
        except Uncanonical as fault:
            misfit = str(fault)
        if misfit:
            raise InvalidInput([Problem("E850", chain.span(), {"field": misfit})])
        after = allowed(before, line, chain.lines)
        if isinstance(after, Refusal):
            raise InvalidInput([Problem(after.code, chain.span(), after.params)])
        if isinstance(after, Repeated):
            assert before is not None
            found.append(Done(path, chain.lines[after.seq - 1], False, before, before))
            return None
        assert isinstance(after, State)
        if before is not None and line.at < before.at:
            remarks.add("W801", chain.span(line.seq), at=str(line.at), before=str(before.at))
        found.append(Done(path, line, True, before, after, remarks.in_order()))
        return line

    append(path, write, create=create)
    return found[0]


def keep_package(folder: str, digest: str, data: bytes) -> None:
    """Keep a package beside the log under its digest, before a line names it."""
    _keep(folder, PACKAGES, f"{digest}.zip", data)


def keep_external(folder: str, digest: str, data: bytes) -> None:
    _keep(folder, EXTERNAL, f"{digest}.yaml", data)


def _keep(folder: str, kind: str, name: str, data: bytes) -> None:
    from par_index.cli.saving import save
    from par_index.cli.system import refuse as refuse_system

    target = folder_of(folder) / kind
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        refuse_system("E903", str(target), error)
    save(str(target / name), data)
