"""Write docs/findings.md: every common finding rule, what it says, and when.

Run by ``make schemas``; a test fails when what is committed differs from what this writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from par_index.model.findings import FindingRule
from par_index.reading.findings import common_rules

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "findings.md"

HEAD = """# What the common rules find

After a submission has been scored, rules look at it again: what contradicts what, what rests on
words, what an appraiser would ask. They never change a point. These are the rules that go with
every set, from [criteria/common](../criteria/common); a set may have more, and may replace one of
these by a rule of the same id. How rules are written, and what facts they look at:
[findings](language/findings.md). Every rule has tests beside it, where it fires and where it stays
silent: `par-index test criteria/common`.

A finding is a question, not a verdict. **Serious** is what the data show to be wrong or missing and
what costs points on appraisal, **watch** what may well be wrong, **note** what may well be right
and is worth another look before somebody else asks.
"""

_SEVERITIES = {"serious": "nghiêm trọng", "watch": "cần kiểm tra", "note": "lưu ý"}
_MATCHED = ("for_each", "when", "unless")
_KEY = re.compile(r"    ([a-z_]+):")


def page() -> str:
    """The whole page."""
    rules = common_rules()
    lines = [HEAD, "| rule | severity | finds |", "|---|---|---|"]
    for rule in sorted(rules, key=lambda rule: -_rank(rule)):
        assert rule.severity is not None, "every common rule says something"
        assert rule.title is not None
        title = f"{rule.title.vi}<br>{rule.title.en}"
        lines.append(f"| [`{rule.id}`](#{rule.id}) | {rule.severity} | {title} |")
    for name, group in groupby(rules, key=lambda rule: rule.span.source.name):
        lines.append(f"\n## {name}")
        for rule in group:
            lines += ["", *_section(rule)]
    return "\n".join(lines) + "\n"


def _rank(rule: FindingRule) -> int:
    return rule.severity.rank if rule.severity is not None else -1


def _section(rule: FindingRule) -> Iterator[str]:
    assert rule.severity is not None
    assert rule.title is not None
    assert rule.next is not None
    yield f"### {rule.id}\n"
    yield f"*{_SEVERITIES[rule.severity]} / {rule.severity}*: **{rule.title.vi}**  "
    yield f"**{rule.title.en}**\n"
    yield "```yaml"
    yield from _matched(rule)
    yield "```\n"
    if rule.say is not None:
        yield f"- at each place: `{rule.say.vi}`  \n  `{rule.say.en}`"
    yield f"- next: {rule.next.vi}  \n  {rule.next.en}"
    if rule.cites:
        yield f"- by: {rule.cites}"


def _matched(rule: FindingRule) -> Iterator[str]:
    """What the rule looks for, as it is written."""
    key = ""
    for line in rule.span.source.lines[rule.span.line :]:
        if line.strip() and not line.startswith("    "):
            return
        if match := _KEY.match(line):
            key = match[1]
        if key in _MATCHED and line.strip():
            yield line[4:]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
