"""Reading tests of finding rules: facts by their kinds, faults with places.

They stand in the same files as the tests of a set, and differ by what they give and expect: lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Lookup
from pathlib import Path
from typing import Final

from par_index.model.checks import Check
from par_index.model.facts import Fact, Field, Value
from par_index.model.findings import FindingRule
from par_index.problems import Owner, Problems
from par_index.reading.common import files_in, heading_of
from par_index.reading.fields import Fields
from par_index.reading.files import read_file
from par_index.reading.finding_kinds import Kinds
from par_index.reading.finding_patterns import find_field, find_fields
from par_index.reading.finding_values import neutral, read_value, refuse_value
from par_index.reading.nearest import nearest
from par_index.reading.nodes import Entry, Mapping, Node, Scalar
from par_index.reading.nodes import Sequence as ListNode
from par_index.reading.yaml_text import read_yaml_list
from par_index.testing.finding_tests import FindingTest, Found, in_order

__all__ = [
    "EXPECTED_KEYS",
    "KEYS",
    "holds_rules",
    "is_finding_test",
    "is_rule_file",
    "read_finding_tests",
]

KEYS: Final = ("name", "expect", "given")
"""Everything a test of finding rules may hold, the last one not needed."""

EXPECTED_KEYS: Final = ("rule", "places")
"""What stands in an item of ``expect``."""

_CHECK: Final = "check"


def holds_rules(folder: Path) -> bool:
    """Whether there are files of finding rules right in a folder."""
    files = files_in(folder, "", Problems())
    return any(heading_of(data) for _, data in files)


def is_rule_file(path: Path) -> bool:
    """Whether a file says of itself that it holds finding rules."""
    if path.suffix != ".yaml" or not path.is_file():
        return False
    data = read_file(path, path.name, Problems())
    return data is not None and heading_of(data) > 0


def is_finding_test(node: Mapping) -> bool:
    """Whether a test is about rules: it gives facts, and expects findings, one by one."""
    return any(isinstance(node.get(key), ListNode) for key in ("given", "expect"))


def read_finding_tests(
    path: Path,
    name: str,
    rules: Sequence[FindingRule],
    problems: Problems,
    *,
    beside_others: bool = False,
    checks: Sequence[Check] = (),
) -> list[FindingTest]:
    """The tests of finding rules in one file; of one that is at fault those that can be used.

    ``beside_others`` leaves alone what is none of them. A fact about one of the ``checks`` is of
    its kind and severity unless the test says otherwise.
    """
    data = read_file(path, name, problems)
    if data is None:
        return []
    _, top = read_yaml_list(data, name, Owner.CRITERIA, problems)
    reader = _Reader(rules, {check.id: check for check in checks}, problems)
    tests = []
    for item in top.items if top is not None else ():
        if beside_others and not (isinstance(item, Mapping) and is_finding_test(item)):
            continue
        if not isinstance(item, Mapping):
            problems.add("E802", item.span)
        elif (test := reader.read(item)) is not None:
            tests.append(test)
    return tests


class _Reader:
    """Reads tests against the rules they are about."""

    def __init__(
        self, rules: Sequence[FindingRule], checks: Lookup[str, Check], problems: Problems
    ) -> None:
        self.rules = [rule.id for rule in rules if rule.severity is not None]
        self.deriving = {rule.then.kind: rule for rule in reversed(rules) if rule.then is not None}
        self.checks = checks
        self.problems = problems
        self.given = Kinds((), problems)

    def read(self, node: Mapping) -> FindingTest | None:
        """One test; None after a problem that leaves nothing to run."""
        found = Problems()
        outer, self.problems = self.problems, found
        try:
            test = self._test(node)
        finally:
            self.problems = outer
        outer.extend(found.in_order())
        return None if found.has_errors else test

    def _test(self, node: Mapping) -> FindingTest | None:
        fields = Fields(node, self.problems, "2")
        self._check_keys(node, KEYS, KEYS[:2], "E803")
        name = fields.text("name")
        facts = tuple(fact for item in self._items(node, "given") for fact in self._fact(item))
        expect = in_order(one for item in self._items(node, "expect") for one in self._found(item))
        return FindingTest(name or "", fields.span_of("name"), facts, expect)

    def _fact(self, item: Node) -> Iterator[Fact]:
        if not isinstance(item, Mapping):
            self.problems.add("E303", item.span)
            return
        if len(item) != 1:
            self.problems.add("E306", item.span, found=", ".join(item.keys))
            return
        (entry,) = item.entries
        rule = self.deriving.get(entry.key.text)
        if rule is not None:
            causes = ", ".join(dict.fromkeys(pattern.kind for pattern in rule.when))
            found = entry.key.text
            span = entry.key.span
            self.problems.add("E373", span, found=found, rule=rule.id, expected=causes)
            return
        fields = find_fields(entry.key, self.given, self.problems)
        if fields is None:
            return
        if not isinstance(entry.value, Mapping):
            self.problems.add("E303", entry.key.span)
            return
        values = self._defaults(entry.key.text, entry.value, fields)
        for one in entry.value:
            field = find_field(one.key, entry.key.text, fields, self.problems)
            if field is not None and (text := self._scalar(one)) is not None:
                value = read_value(text.text, field)
                if value is None:
                    refuse_value(text, one.key.text, field, self.problems)
                else:
                    values[one.key.text] = value
        yield Fact.of(entry.key.text, **values)

    def _defaults(self, kind: str, given: Mapping, fields: Lookup[str, Field]) -> dict[str, Value]:
        """What the fields hold of which a test says nothing."""
        values: dict[str, Value] = {name: neutral(field) for name, field in fields.items()}
        named = given.get(_CHECK) if kind == _CHECK else None
        check = self.checks.get(named.text) if isinstance(named, Scalar) else None
        if check is not None:
            values |= {"kind": check.kind.value, "severity": check.severity.value}
        return values

    def _found(self, item: Node) -> Iterator[Found]:
        if not isinstance(item, Mapping):
            self.problems.add("E303", item.span)
            return
        self._check_keys(item, EXPECTED_KEYS, EXPECTED_KEYS, "E805")
        node = item.get("rule")
        if not isinstance(node, Scalar):
            return
        if node.text not in self.rules:
            near = nearest(node.text, self.rules)
            self.problems.add("E365", node.span, found=node.text, near=near)
        places = []
        for place in self._items(item, "places"):
            if isinstance(place, Scalar):
                places.append(place.text)
            else:
                self.problems.add("E308", place.span)
        yield Found(node.text, tuple(places))

    def _items(self, node: Mapping, key: str) -> Sequence[Node]:
        value = node.get(key)
        if value is None or isinstance(value, ListNode):
            return () if value is None else value.items
        self.problems.add("E307", node.key_span(key))
        return ()

    def _scalar(self, entry: Entry) -> Scalar | None:
        if isinstance(entry.value, Scalar):
            return entry.value
        self.problems.add("E308", entry.key.span)
        return None

    def _check_keys(
        self, node: Mapping, known: Sequence[str], required: Sequence[str], code: str
    ) -> None:
        for key in required:
            if key not in node:
                self.problems.add("E804", node.span, key=key)
        for entry in node:
            if entry.key.text not in known:
                near = nearest(entry.key.text, list(known))
                self.problems.add(code, entry.key.span, found=entry.key.text, near=near)
