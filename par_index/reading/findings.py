"""Finding rules: the common ones, and those of a set, which may take the place of some."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from par_index.model.facts import Shape
from par_index.model.findings import FindingRule
from par_index.problems import Owner, Problem, Problems, Span
from par_index.reading.characters import source_of
from par_index.reading.common import Files, common_files, heading_of
from par_index.reading.finding_checks import (
    check_both_languages,
    check_circles,
    check_ids,
    check_matched,
    check_replacing,
)
from par_index.reading.finding_forms import FindingForm, FindingsFile
from par_index.reading.finding_kinds import Deriving, Kinds
from par_index.reading.finding_names import Names
from par_index.reading.finding_rules import RuleReader
from par_index.reading.forms import read_form
from par_index.reading.yaml_text import read_yaml

__all__ = ["common_rules", "lower_findings", "merged", "read_rules", "unnamed_rules"]

_BLANK = "E101"
"""What is said of a file with nothing in it, whatever it was to hold."""


def common_rules() -> tuple[FindingRule, ...]:
    """The rules that par_index brings for every set; raises `InvalidInput`."""
    problems = Problems()
    files = common_files(problems)
    problems.raise_errors()
    return _common(files)


@lru_cache(maxsize=2)
def _common(files: Files) -> tuple[FindingRule, ...]:
    # Many sets are read in one process of tests; what stands in these files is always the same.
    problems = Problems()
    rules = read_rules(files, problems, for_all=True)
    problems.raise_errors()
    return rules


def read_rules(
    files: Files, problems: Problems, *, for_all: bool = False
) -> tuple[FindingRule, ...]:
    """The rules of files that belong to no set, so they name nothing of one.

    Those that are ``for_all`` sets speak both languages. As long as one file cannot be read, what
    the others mean says nothing: its rules may be what they rest on.
    """
    read = [_read(name, data, problems) for name, data in files]
    forms = [form for form in read if form is not None]
    if len(forms) < len(read):
        return ()
    if for_all:
        check_both_languages([form for file in forms for form in file.findings], problems)
    return lower_findings(forms, Names(), problems)


def _read(name: str, data: bytes, problems: Problems) -> FindingsFile | None:
    found = Problems()
    _, node = read_yaml(data, name, Owner.CRITERIA, found)
    for one in found.in_order():
        if one.code == _BLANK:
            problems.add("E381", one.span)
        else:
            problems.extend([one])
    return None if node is None else read_form(FindingsFile, node, problems)


def unnamed_rules(files: Files, rules: Iterable[FindingRule]) -> Iterator[Problem]:
    """A warning for each file of a set's folder that holds rules, none of them in the set."""
    named = {rule.span.source.name for rule in rules}
    for name, data in files:
        line = heading_of(data)
        if line and name not in named:
            place = Span(source_of(data, name, Owner.CRITERIA), line, width=len("findings"))
            yield Problem("W305", place, {"found": name.rpartition("/")[2]})


def lower_findings(
    files: Sequence[FindingsFile],
    names: Names,
    problems: Problems,
    common: Sequence[FindingRule] = (),
) -> tuple[FindingRule, ...]:
    """The rules of some files in written order, each id once.

    They may match what ``common`` rules derive, and one that has the id of a common rule is to
    take its place.
    """
    forms = [form for file in files for form in file.findings]
    ids = {form.id for form in forms}
    kept = [rule for rule in common if rule.id not in ids]
    names = Names({**names.known, Shape.RULE: tuple(_speaking(forms, kept))})
    readers = [RuleReader(form, names, problems) for form in forms]
    deriving = [_deriving_of(rule) for rule in kept if rule.then is not None]
    deriving += [one for each in readers for one in each.deriving()]
    broken = {kind for each in readers for kind in each.broken()}
    kinds = Kinds(deriving, problems, broken)
    rules = tuple(rule for each in readers if (rule := each.read(kinds)) is not None)
    check_ids(rules, problems)
    check_replacing(rules, common, problems)
    check_circles(merged(common, rules), problems)
    if not problems.has_errors:
        check_matched(forms, kept, problems)
    return rules


def merged(common: Sequence[FindingRule], own: Sequence[FindingRule]) -> tuple[FindingRule, ...]:
    """The common rules, those that the set replaces in their places, then the rest of its own."""
    by_id = {rule.id: rule for rule in own}
    shared = {rule.id for rule in common}
    rest = (rule for rule in own if rule.id not in shared)
    return (*(by_id.get(rule.id, rule) for rule in common), *rest)


def _speaking(forms: Sequence[FindingForm], common: Sequence[FindingRule]) -> Iterator[str]:
    """The rules whose findings others can match."""
    yield from (form.id for form in forms if form.severity is not None)
    yield from (rule.id for rule in common if rule.severity is not None)


def _deriving_of(rule: FindingRule) -> Deriving:
    assert rule.then is not None
    return Deriving(rule.then, dict(rule.for_each), rule.span)
