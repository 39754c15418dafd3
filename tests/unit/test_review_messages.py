"""Sentences about appraisals: both languages say the same, and every option is explained."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from par_index.cli.verbs.review import VERBS
from par_index.model.text import Text
from par_index.rendering.messages.catalogue import slots_of
from par_index.rendering.messages.review_account import ACCOUNT
from par_index.rendering.messages.review_commands import REVIEW
from par_index.rendering.messages.review_log import LOG
from par_index.rendering.messages.review_slips import SLIP
from par_index.rendering.messages.review_words import ACTS, LIFTS, OWED, PHASES, REASONS, ROLES
from par_index.review.log.nouns import EVENTS, Lift, Reason, Role
from par_index.review.log.state import Owed, Phase

TABLES = {"account": ACCOUNT, "log": LOG, "commands": REVIEW, "slips": SLIP}
WORDS = {
    "acts": (ACTS, EVENTS.values()),
    "lifts": (LIFTS, Lift),
    "owed": (OWED, Owed),
    "phases": (PHASES, Phase),
    "reasons": (REASONS, Reason),
    "roles": (ROLES, Role),
}
COMMANDS = Path(__file__).parents[2] / "docs" / "commands.md"


@pytest.mark.parametrize("name", TABLES)
def test_both_languages_have_the_same_slots(name: str) -> None:
    texts: dict[str, Text] = TABLES[name]
    differing = [key for key, one in texts.items() if slots_of(one.vi) != slots_of(one.en)]
    assert differing == []
    assert [key for key, one in texts.items() if not one.vi or not one.en] == []


@pytest.mark.parametrize("name", WORDS)
def test_every_code_has_words(name: str) -> None:
    words, codes = WORDS[name]
    assert set(words) == {str(one) for one in codes}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_verb_explains_its_options(verb: str, language: str) -> None:
    command = VERBS[verb]()(language)
    with command.make_context(verb, ["--help"], resilient_parsing=True) as ctx:
        assert command.get_help(ctx)


@pytest.mark.parametrize("verb", VERBS)
def test_the_reference_names_every_verb_and_option(verb: str) -> None:
    text = COMMANDS.read_text(encoding="utf-8")
    match = re.search(r"^## `par-index review`\n(.*?)(?=^## )", text, re.DOTALL | re.MULTILINE)
    assert match is not None
    section = match[1]
    assert f"`{verb} " in section
    options = {
        option
        for param in VERBS[verb]()("en").params
        if isinstance(param, click.Option)
        for option in param.opts
    }
    known = {"--lang", "--version", "--help", "-o", "--output"}
    assert [one for one in sorted(options - known) if one not in section] == []
