"""The language reference is complete: every construct runs in an example, every key is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from support.reference import EXAMPLES, PAGES, form_tables, load, rows
from test_documents import blocks

from par_index.model import conditions, measures, quantities, rules
from par_index.model.criteria import Give
from par_index.reading import definition, submission_form
from par_index.reading.written import Form
from par_index.testing.expecting import EXPECTATIONS
from par_index.testing.files import KEYS

# Every construct is shown.

_RULES = {
    rules.FullIf: "full_if",
    rules.Bands: "bands",
    rules.Proportional: "proportional",
    rules.Each: "each",
    rules.Deduct: "deduct",
    rules.Given: "given",
    rules.SumOf: "sum_of",
    rules.BestOf: "best_of",
}
_QUANTITIES = {
    quantities.Amount: "of",
    quantities.Constant: "of",
    quantities.Ratio: "ratio",
    quantities.Sum: "sum",
    quantities.Difference: "minus",
    quantities.Scaled: "times",
    quantities.Days: "days",
    quantities.MonthsAfter: "months_after",
    quantities.Tallied: "tally",
    quantities.Choose: "choose",
}
_CONDITIONS = {
    conditions.Answered: "full_if",
    conditions.Comparison: "of",
    conditions.CriterionFull: "full",
    conditions.CriterionAtLeast: "code",
    conditions.CriterionApplies: "outcome",
    conditions.All: "all",
    conditions.AnyOf: "any",
    conditions.Not: "not",
}
_MODIFIERS = {"gate": "if", **{key: key for key in ("if_not", "minimum", "floor", "cap")}}
_NONE_WORDS = ("not_applicable", "full", "zero", "yes", "no")


def test_every_construct_of_the_model_has_its_word_here() -> None:
    assert _RULES.keys() == set(get_args(rules.Rule))
    assert _QUANTITIES.keys() == set(get_args(quantities.Quantity))
    assert _CONDITIONS.keys() == set(get_args(conditions.Condition))
    assert _MODIFIERS.keys() == set(rules.Modifiers.__match_args__)


def test_every_construct_is_shown_by_an_example_that_runs() -> None:
    keys, _ = _used()
    groups = (_RULES, _QUANTITIES, _CONDITIONS, _MODIFIERS)
    wanted = {*(word for group in groups for word in group.values()), *conditions.Relation}
    wanted |= {"last_year", "when_none", "interpolate", "quota", "extra", "readings"}
    assert wanted - keys == set()


def test_every_word_that_changes_points_is_shown_by_an_example_that_runs() -> None:
    _, words = _used()
    values = {("kind", one.value) for one in measures.Kind}
    values |= {("by", one.value) for one in measures.By}
    values |= {("can", one.value) for one in measures.Can}
    values |= {("give", one.value) for one in Give}
    values |= {("when_none", one) for one in _NONE_WORDS}
    values |= {("points", "proportional"), ("otherwise", "proportional")}
    assert values - words == set()


def _used() -> tuple[set[str], set[tuple[str, str]]]:
    """The keys of all that runs, and the words that stand under each."""
    documents = [one.document for one in EXAMPLES]
    files = (one for page in PAGES for one in blocks(page) if one.file)
    documents += [load(one.text) for one in files if one.file.endswith(".yaml")]
    keys: set[str] = set()
    words: set[tuple[str, str]] = set()
    waiting: list[tuple[str, Any]] = [("", one) for one in documents]
    while waiting:
        key, node = waiting.pop()
        if isinstance(node, dict):
            keys |= node.keys()
            waiting.extend(node.items())
        elif isinstance(node, list):
            waiting.extend((key, one) for one in node)
        else:
            words.add((key, node))
    return keys, words


# The grammar is exact.


def _forms() -> Iterator[type[BaseModel]]:
    """Everything that the readers of sets, submissions and external files accept."""
    part = submission_form.UnitPart.__base__
    assert part is not None
    assert issubclass(definition.SetFile, Form), "the forms of sets are loaded"
    waiting: list[type[BaseModel]] = [Form, part]
    while waiting:
        for one in waiting.pop().__subclasses__():
            yield one
            waiting.append(one)


def _own_fields(form: type[BaseModel]) -> dict[str, FieldInfo]:
    """The keys that a form adds to the one it extends, as they are written."""
    above = {name for base in form.__bases__ for name in getattr(base, "model_fields", {})}
    fields = {name: one for name, one in form.model_fields.items() if name not in above}
    return {one.alias or name: one for name, one in fields.items()}


FORMS = {form.__name__: form for form in _forms() if _own_fields(form)}
TABLES = form_tables()


def test_the_grammar_has_every_form() -> None:
    assert {*TABLES} == {*FORMS, "test", "expect"}


@pytest.mark.parametrize("name", sorted(FORMS))
def test_the_grammar_has_the_keys_of_the_form_and_no_others(name: str) -> None:
    fields = _own_fields(FORMS[name])
    table = {cells[0].strip("`"): cells for cells in rows(TABLES[name])}
    assert {key for key in table if not key.startswith("*")} == fields.keys()
    for key, field in fields.items():
        assert ("**required**" in table[key][2]) == field.is_required(), key
        missing = [one for one in _literals(field) if f"`{one}`" not in table[key][1]]
        assert missing == [], key


def _literals(field: FieldInfo) -> Iterator[str]:
    """The words that a key takes, where it takes nothing but certain words."""
    waiting = [field.annotation]
    while waiting:
        one = waiting.pop()
        if get_origin(one) is Literal:
            yield from get_args(one)
        elif get_origin(one) is not list:
            waiting.extend(get_args(one))


@pytest.mark.parametrize(("name", "keys"), [("test", KEYS), ("expect", EXPECTATIONS)])
def test_the_grammar_has_the_keys_of_tests(name: str, keys: tuple[str, ...]) -> None:
    assert {cells[0].strip("`") for cells in rows(TABLES[name])} == {*keys}
