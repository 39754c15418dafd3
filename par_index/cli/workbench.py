"""par-index: the workbench of those who write sets and submissions, one module per verb."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NoReturn

import click

from par_index.cli.commands import Build, Group
from par_index.cli.running import run as run_command

__all__ = ["VERBS", "build", "run"]


def run() -> NoReturn:
    """The installed command."""
    run_command("par-index", build)


def build(language: str) -> click.Command:
    """The group of verbs in one language."""
    return Group("par-index", language, VERBS)


def _check() -> Build:
    from par_index.cli.verbs import check

    return check.build


def _test() -> Build:
    from par_index.cli.verbs import test

    return test.build


def _plan() -> Build:
    from par_index.cli.verbs import plan

    return plan.build


def _what_if() -> Build:
    from par_index.cli.verbs import what_if

    return what_if.build


def _headroom() -> Build:
    from par_index.cli.verbs import headroom

    return headroom.build


def _pace() -> Build:
    from par_index.cli.verbs import pace

    return pace.build


def _decides() -> Build:
    from par_index.cli.verbs import decides

    return decides.build


def _diff() -> Build:
    from par_index.cli.verbs import diff

    return diff.build


def _evidence() -> Build:
    from par_index.cli.verbs import evidence

    return evidence.build


def _signature() -> Build:
    from par_index.cli.verbs import signature

    return signature.build


def _pack() -> Build:
    from par_index.cli.verbs import pack

    return pack.build


def _verify() -> Build:
    from par_index.cli.verbs import verify

    return verify.build


def _review() -> Build:
    from par_index.cli.verbs import review

    return review.build


def _path() -> Build:
    from par_index.cli.verbs import path

    return path.build


def _template() -> Build:
    from par_index.cli.verbs import template

    return template.build


def _sample() -> Build:
    from par_index.cli.verbs import sample

    return sample.build


def _sets() -> Build:
    from par_index.cli.verbs import sets

    return sets.build


def _schema() -> Build:
    from par_index.cli.verbs import schema

    return schema.build


VERBS: Final[dict[str, Callable[[], Build]]] = {
    "check": _check,
    "test": _test,
    "plan": _plan,
    "what-if": _what_if,
    "headroom": _headroom,
    "pace": _pace,
    "decides": _decides,
    "diff": _diff,
    "evidence": _evidence,
    "signature": _signature,
    "pack": _pack,
    "verify": _verify,
    "review": _review,
    "path": _path,
    "template": _template,
    "sample": _sample,
    "sets": _sets,
    "schema": _schema,
}
"""Imported only when used, so that one verb never waits for another."""
