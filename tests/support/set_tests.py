"""Tests of a little set, as an author would write them beside it, and what they reach."""

from __future__ import annotations

import tempfile
from pathlib import Path

import yaml

from par_index.model.criteria import CriteriaSet
from par_index.testing.running import SetReport, run_tests
from support.cases import make_set

__all__ = ["BRANCHES", "MEASURES", "branch_document", "report_on", "unreached"]


def report_on(text: str) -> SetReport:
    """Run the ``tests`` of a document beside its ``measures`` and ``criteria``."""
    document = yaml.load(text, Loader=yaml.BaseLoader)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        criteria: CriteriaSet = make_set(document, folder)
        (folder / "tests").mkdir()
        tests = yaml.safe_dump(
            document["tests"], allow_unicode=True, default_style='"', sort_keys=False
        )
        (folder / "tests" / "1.yaml").write_text(tests, encoding="utf-8")
        return run_tests(criteria, folder, "bo-thu")


def unreached(report: SetReport) -> list[str]:
    """What no test reaches, in short: ``1 step 2``, ``2 [1.2] none``, ``3 gate just_met``."""
    assert report.problems == ()
    assert report.coverage is not None
    found = []
    for one in report.coverage.unreached:
        target = one.target
        parts = [target.code or "set"]
        if target.items:
            parts.append(f"[{'.'.join(map(str, target.items))}]")
        if target.place != "rule":
            parts.append(target.place.value)
        parts.append(target.mark.value)
        parts += [str(more) for more in (target.step, target.name) if more]
        found.append(" ".join(parts))
    return found


MEASURES = """
measures:
- {id: n, kind: count, min: 1}
- {id: k, kind: count, within: n}
- {id: m, kind: count}
- {id: l, kind: count, within: m}
- {id: tien, kind: money}
- {id: a, kind: yes_no}
- {id: b, kind: yes_no}
- {id: muc, kind: choice, options: [som, vua, muon]}
- {id: ngay, kind: date}
- {id: d, kind: points, by: appraiser}
- {id: pt, kind: percent}
"""

BRANCHES: dict[str, tuple[str, dict[str, str]]] = {
    "full_if": (
        "scoring: {full_if: a}",
        {"{a: yes}": "met", "{a: no}": "not_met"},
    ),
    "bands": (
        "scoring: {bands: {of: pt, steps: [{at_least: 90%, points: 1}, {above: 50%, points: 0.5},"
        " {otherwise: 0}]}}",
        {
            "{pt: 90%}": "step 1, just_met 1",
            "{pt: 89%}": "just_missed 1",
            "{pt: 51%}": "just_met 2",
            "{pt: 50%}": "otherwise, just_missed 2",
        },
    ),
    "bands of a choice": (
        "scoring: {bands: {of: muc, steps: [{is: som, points: 1}, {otherwise: 0}]}}",
        {"{muc: som}": "step 1", "{muc: vua}": "option vua", "{muc: muon}": "option muon"},
    ),
    "every option with a step": (
        "scoring: {bands: {of: muc, steps: [{is: som, points: 1}, {is: vua, points: 0.5},"
        " {is: muon, points: 0.25}, {otherwise: 0}]}}",
        {"{muc: som}": "step 1", "{muc: vua}": "step 2", "{muc: muon}": "step 3"},
    ),
    "interpolate": (
        "scoring: {bands: {of: pt, interpolate: yes, steps: [{at_least: 90%, points: 1},"
        " {at_least: 50%, points: 0.5}, {otherwise: 0}]}}",
        {
            "{pt: 95%}": "step 1",
            "{pt: 60%}": "",
            "{pt: 50%}": "just_met 2",
            "{pt: 49%}": "otherwise, just_missed 2",
        },
    ),
    "proportional": (
        "scoring: {proportional: {of: {ratio: [k, n]}, target: 80%, floor: 25%}}",
        {
            "{n: 20, k: 16}": "target, just_met",
            "{n: 20, k: 15}": "just_missed",
            "{n: 20, k: 5}": "just_met",
            "{n: 20, k: 4}": "below_floor, just_missed",
        },
    ),
    "each": (
        "scoring: {each: {of: m, points: 0.5}}",
        {"{m: 0}": "nothing", "{m: 1}": "some", "{m: 2}": "all"},
    ),
    "each, one being all": (
        "scoring: {each: {of: m, points: 1}}",
        {"{m: 0}": "nothing", "{m: 1}": "all"},
    ),
    "deduct": (
        "scoring: {deduct: {of: m, points: 0.5}}",
        {"{m: 0}": "untouched", "{m: 1}": "deducted", "{m: 3}": "exhausted"},
    ),
    "given": ("scoring: {given: d}", {"{}|{d: 0.5}": "given"}),
    "sum_of": (
        "scoring: {sum_of: [{full_if: a, points: 0.5}, {full_if: b, points: 0.5}]}",
        {"{a: yes, b: no}": "[1] met, [2] not_met", "{a: no, b: yes}": "[1] not_met, [2] met"},
    ),
    "best_of": (
        "scoring: {best_of: [{full_if: a, points: 1}, {full_if: b, points: 0.5}]}",
        {
            "{a: yes, b: yes}": "[1] met",
            "{a: no, b: yes}": "[2] wins",
            "{a: no, b: no}": "[2] not_met",
        },
    ),
    "0/0": (
        "scoring: {full_if: {of: {ratio: [l, m]}, at_least: 50%}, when_none: zero}",
        {
            "{m: 10, l: 5}": "met, just_met",
            "{m: 10, l: 4}": "not_met, just_missed",
            "{m: 0, l: 0}": "none",
        },
    ),
    "0/0 in a condition": (
        "scoring: {full_if: {of: {ratio: [l, m]}, at_least: 50%, when_none: no}}",
        {
            "{m: 10, l: 5}": "met, just_met",
            "{m: 10, l: 4}": "just_missed",
            "{m: 0, l: 0}": "undefined",
        },
    ),
    "all": (
        "scoring: {full_if: {all: [a, b]}}",
        {
            "{a: yes, b: yes}": "met, holds, holds",
            "{a: no, b: yes}": "fails",
            "{a: yes, b: no}": "fails",
        },
    ),
    "any, with a bound": (
        "scoring: {full_if: {any: [a, {of: m, at_least: 5}]}}",
        {
            "{a: yes, m: 0}": "holds",
            "{a: no, m: 5}": "just_met",
            "{a: no, m: 4}": "not_met, fails, just_missed",
        },
    ),
    "gate": (
        "scoring: {if: {of: m, at_least: 1}, full_if: a}",
        {
            "{m: 1, a: yes}": "met",
            "{m: 1, a: no}": "not_met",
            "{m: 0}": "gate gate_failed, gate just_missed",
        },
    ),
    "minimum": (
        "scoring: {each: {of: m, points: 0.25}, minimum: 0.5}",
        {
            "{m: 0}": "nothing",
            "{m: 1}": "minimum too_little, minimum just_missed",
            "{m: 2}": "minimum just_met",
            "{m: 4}": "all",
        },
    ),
    "cap": (
        "scoring: {each: {of: m, points: 0.25}, cap: 0.5}",
        {"{m: 0}": "nothing", "{m: 1}": "some", "{m: 4}": "all, cap capped"},
    ),
    "conditional cap": (
        "scoring: {each: {of: m, points: 0.25}, cap: {to: 0.5, if: a}}",
        {
            "{m: 0, a: no}": "nothing",
            "{m: 3, a: no}": "some, cap spared",
            "{m: 4, a: yes}": "all, cap capped",
        },
    ),
    "target by block": (
        "scoring: {proportional: {of: m, target: {choose: muc, som: 2, vua: 4, muon: 8}}}",
        {
            "{m: 2, muc: som}": "target, just_met, option som",
            "{m: 3, muc: vua}": "just_missed, option vua",
            "{m: 4, muc: muon}": "option muon",
        },
    ),
    "a day": (
        "scoring: {full_if: {of: ngay, before: 2025-12-30}}",
        {"{ngay: 2025-12-29}": "met, just_met", "{ngay: 2025-12-30}": "not_met, just_missed"},
    ),
    "excused": (
        "not_applicable: {if: b, grounds: [{id: khong-giao, text: Không giao}]}, scoring:"
        " {full_if: a}",
        {
            "{b: no, a: yes}": "met",
            "{b: no, a: no}": "not_met",
            "{b: yes}": "not_applicable excused",
            "{b: no}||khong-giao": "not_applicable ground khong-giao",
        },
    ),
}
"""Rules by name, each with cases that together show every branch and edge.

Beside each case stands what it alone shows.
"""


def branch_document(rule: str, cases: list[str]) -> str:
    """A set of one criterion with its cases: given data, external data and a ground, by ``|``."""
    lines = [MEASURES, "criteria:", f'- {{code: "1", max_points: 1, {rule}}}']
    lines.append("tests:" if cases else "tests: []")
    for case in cases:
        given, external, ground = (*case.split("|"), "", "")[:3]
        answers = f"[{{code: '1', not_applicable: {{ground: {ground}}}, explanation: x}}]"
        lines += [
            f"- name: '{case}'",
            "  code: '1'",
            f"  given: {given}",
            *([f"  external: {external}"] if external else []),
            *([f"  answers: {answers}"] if ground else []),
            "  expect: {low: 0}",
        ]
    return "\n".join(lines) + "\n"
