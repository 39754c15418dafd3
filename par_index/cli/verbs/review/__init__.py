"""par-index review: the appraisal of one unit, act by act, in a log of chained lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import click

from par_index.cli.commands import Build, Group

__all__ = ["VERBS", "build"]


def build(language: str) -> click.Command:
    return Group("review", language, VERBS, key="verb.review", prefix="review ")


def _taking(name: str) -> Callable[[], Build]:
    def find() -> Build:
        from par_index.cli.verbs.review.taking import BUILDS

        return BUILDS[name]

    return find


def _deciding(name: str) -> Callable[[], Build]:
    def find() -> Build:
        from par_index.cli.verbs.review.deciding import BUILDS

        return BUILDS[name]

    return find


def _moving(name: str) -> Callable[[], Build]:
    def find() -> Build:
        from par_index.cli.verbs.review.moving import BUILDS

        return BUILDS[name]

    return find


def _telling(name: str) -> Callable[[], Build]:
    def find() -> Build:
        from par_index.cli.verbs.review.telling import BUILDS

        return BUILDS[name]

    return find


def _slip() -> Build:
    from par_index.cli.verbs.review.slip import BUILDS

    return BUILDS["slip"]


VERBS: Final[dict[str, Callable[[], Build]]] = {
    "open": _taking("open"),
    "accept": _deciding("accept"),
    "decide": _deciding("decide"),
    "confirm": _deciding("confirm"),
    "settle": _deciding("settle"),
    "return": _moving("return"),
    "slip": _slip,
    "respond": _taking("respond"),
    "receive": _taking("receive"),
    "external": _taking("external"),
    "amend": _taking("amend"),
    "roster": _moving("roster"),
    "close": _moving("close"),
    "reopen": _moving("reopen"),
    "resume": _moving("resume"),
    "show": _telling("show"),
    "report": _telling("report"),
    "queue": _telling("queue"),
}
