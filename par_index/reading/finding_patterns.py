"""Lowering patterns: a kind of fact that there is, and tests that its fields can meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from par_index.model.facts import Field, Shape, Value
from par_index.model.findings import Compare, FieldTest, Pattern, Variable
from par_index.nouns import Noun
from par_index.problems import Problems
from par_index.reading.finding_forms import PatternForm
from par_index.reading.finding_kinds import Fields, Kinds
from par_index.reading.finding_names import Domains, Names
from par_index.reading.finding_values import read_value, refuse_value
from par_index.reading.nearest import nearest
from par_index.reading.nodes import Entry, Scalar
from par_index.reading.nodes import Mapping as MappingNode
from par_index.reading.nodes import Sequence as ListNode

__all__ = ["PatternReader", "find_field", "find_fields"]

_BOUNDS = {one.value: one for one in Compare if one not in (Compare.IS, Compare.NOT)}
_WORDS = (Compare.NOT.value, *_BOUNDS)


class PatternReader(Noun):
    """Reads the patterns of one rule."""

    kinds: Kinds
    names: Names
    domains: Domains
    problems: Problems

    def read(self, form: PatternForm) -> Pattern | None:
        entries = form.at.entries
        if len(entries) != 1:
            found = ", ".join(entry.key.text for entry in entries)
            self.problems.add("E306", form.at.span, found=found)
            return None
        (entry,) = entries
        fields = find_fields(entry.key, self.kinds, self.problems)
        if fields is None:
            return None
        if not isinstance(entry.value, MappingNode):
            self.problems.add("E303", entry.key.span)
            return None
        tests: list[FieldTest] = []
        for one in entry.value:
            field = find_field(one.key, entry.key.text, fields, self.problems)
            if field is not None:
                tests += self._tests(one, field)
        return Pattern(entry.key.text, tuple(tests))

    def _tests(self, entry: Entry, field: Field) -> Iterator[FieldTest]:
        name, node = entry.key.text, entry.value
        match node:
            case Scalar():
                value = self._value(node, name, field)
                if value is not None:
                    yield FieldTest(name, Compare.IS, (value,))
            case ListNode():
                yield from self._one_of(entry, node, field)
            case _:
                tests = list(self._compared(entry, node, field))
                self._check_bounds(entry, tests)
                yield from tests

    def _one_of(self, entry: Entry, node: ListNode, field: Field) -> Iterator[FieldTest]:
        name = entry.key.text
        if not node.items:
            self.problems.add("E331", entry.key.span, found=0, expected=1)
        values = []
        for item in node.items:
            if isinstance(item, Scalar):
                value = self._value(item, name, field)
                if value is not None:
                    values.append(value)
            else:
                self.problems.add("E308", item.span)
        if values:
            yield FieldTest(name, Compare.IS, tuple(values))

    def _compared(self, entry: Entry, node: MappingNode, field: Field) -> Iterator[FieldTest]:
        name = entry.key.text
        if not node.entries:
            self.problems.add("E306", entry.key.span, found="")
        for one in node:
            word = one.key.text
            if word not in _WORDS:
                known = _WORDS if field.shape is Shape.WHOLE else _WORDS[:1]
                self._refuse_word(one.key, known)
            elif word in _BOUNDS and field.shape is not Shape.WHOLE:
                self.problems.add("E354", one.key.span, field=name, found=word)
            elif not isinstance(one.value, Scalar):
                self.problems.add("E308", one.key.span)
            else:
                value = self._value(one.value, name, field)
                if value is not None:
                    yield FieldTest(name, _BOUNDS.get(word, Compare.NOT), (value,))

    def _refuse_word(self, key: Scalar, known: Sequence[str]) -> None:
        near = nearest(key.text, list(known))
        self.problems.add("E375", key.span, found=key.text, expected=", ".join(known), near=near)

    def _check_bounds(self, entry: Entry, tests: Sequence[FieldTest]) -> None:
        """Some whole number meets all of them."""
        bounds = {test.compare: one for test in tests for one in test.values if type(one) is int}
        lows = [bounds[Compare.ABOVE] + 1] if Compare.ABOVE in bounds else []
        highs = [bounds[Compare.BELOW] - 1] if Compare.BELOW in bounds else []
        lows += [bounds[Compare.AT_LEAST]] if Compare.AT_LEAST in bounds else []
        highs += [bounds[Compare.AT_MOST]] if Compare.AT_MOST in bounds else []
        if lows and highs and max(lows) > min(highs):
            written = ", ".join(f"{test.compare}: {test.values[0]}" for test in tests)
            self.problems.add("E378", entry.key.span, field=entry.key.text, found=written)

    def _value(self, node: Scalar, name: str, field: Field) -> Value | Variable | None:
        if node.text.startswith("$"):
            return self.names.variable(node, self.domains, field, name, self.problems)
        if node.is_blank and node.plain:
            self.problems.add("E309", node.span)
            return None
        if field.shape.is_subject or field.shape is Shape.RULE:
            is_there = self.names.has(field.shape, node, self.problems, self.domains)
            return node.text if is_there else None
        value = read_value(node.text, field)
        if value is None:
            refuse_value(node, name, field, self.problems)
        return value


def find_fields(kind: Scalar, kinds: Kinds, problems: Problems) -> Fields | None:
    """The fields of a kind; told where there is no such kind, and no rule that was to derive it."""
    fields = kinds.get(kind.text)
    if fields is None and not kinds.is_broken(kind.text):
        near = nearest(kind.text, kinds.names())
        problems.add("E351", kind.span, found=kind.text, near=near)
    return fields


def find_field(name: Scalar, kind: str, fields: Fields, problems: Problems) -> Field | None:
    """A field of a kind; told where it has none of that name."""
    field = fields.get(name.text)
    if field is None:
        near = nearest(name.text, list(fields))
        known = ", ".join(fields)
        problems.add("E352", name.span, kind=kind, found=name.text, expected=known, near=near)
    return field
