"""The common finding rules: each is shown by tests, speaks both languages, and reads as one."""

from __future__ import annotations

import json
import re
import runpy
from itertools import product
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from par_index.model.facts import FACTS, Fact
from par_index.model.findings import FindingRule, Severity
from par_index.reading.common import COMMON
from par_index.reading.findings import common_rules
from par_index.reading.library import shipped
from par_index.testing.finding_tests import FindingTest, FindingTrial, run_finding_test
from par_index.testing.running import run_rules

ROOT = Path(__file__).parents[2]
FOLDER = shipped("criteria") / COMMON
REPORT = run_rules(FOLDER, COMMON)
RULES = common_rules()
SLOT = re.compile(r"\{([^{}]*)\}")
VIETNAMESE = re.compile("[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]")


def named(one: FindingRule | FindingTrial) -> str:
    return one.id if isinstance(one, FindingRule) else one.test.name


@pytest.mark.parametrize("trial", REPORT.trials, ids=named)
def test_rules_find_what_their_tests_say_and_nothing_else(trial: FindingTrial) -> None:
    assert trial.got == trial.test.expect, trial.test.span


def test_every_rule_is_shown_to_fire_and_to_stay_silent_close_by() -> None:
    assert REPORT.problems == ()
    assert REPORT.unshown == ()


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_a_rule_speaks_both_languages_alike(rule: FindingRule) -> None:
    texts = [text for text in (rule.title, rule.say, rule.next) if text is not None]
    assert rule.title is not None
    assert rule.next is not None
    for text in texts:
        assert text.vi
        assert text.en
        assert not VIETNAMESE.search(text.en.lower())
        assert set(SLOT.findall(text.vi)) == set(SLOT.findall(text.en))
        assert not text.vi.endswith(".")
        assert not text.en.endswith(".")
    for text in (rule.title, rule.next):
        assert text.vi[0].isupper()
        assert text.en[0].isupper()


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_a_rule_about_checks_leaves_its_sentence_to_the_check(rule: FindingRule) -> None:
    """Unless it repeats what the unit says of it."""
    explains = any(one.kind == "explained_check" for one in rule.when)
    assert rule.when[0].kind != "check" or explains == (rule.say is not None)


def test_titles_tell_rules_apart() -> None:
    for language in ("vi", "en"):
        titles = [rule.title.into(language) for rule in RULES if rule.title is not None]
        assert len(titles) == len(set(titles))


def test_what_only_asks_is_never_serious() -> None:
    """Serious is what the data show to be wrong, not what may well be right."""
    serious = {rule.id for rule in RULES if rule.severity is Severity.SERIOUS}
    assert serious == {
        "claim-above",
        "claim-void",
        "evidence-missing",
        "figures-disagree-serious",
        "contradiction-serious",
        "not-applicable-with-figures",
    }


def test_every_severity_of_a_failed_check_is_found() -> None:
    kinds, severities = FACTS["check"]["kind"].words, FACTS["check"]["severity"].words
    for kind, severity in product(kinds, severities):
        fact = Fact.of("check", **CHECK | {"kind": kind, "severity": severity})
        (rule,) = [rule for rule in RULES if run_finding_test([rule], about(fact)).got]
        assert rule.severity == severity


def about(fact: Fact) -> FindingTest:
    return FindingTest("", RULES[0].span, (fact,), ())


CHECK = {"check": "a", "state": "failed", "left": "1", "right": "2", "gap": "-1"}


# The files.


def schema(name: str) -> Any:
    return json.loads((ROOT / f"par_index/schemas/{name}.schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.yaml")), ids=lambda path: path.stem)
def test_a_file_fits_the_schema_that_it_names(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    head = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    assert head is not None
    target = (path.parent / head[1]).resolve()
    assert target.is_file()
    jsonschema.validate(
        yaml.load(text, Loader=yaml.BaseLoader), schema(target.name.removesuffix(".schema.json"))
    )


def test_the_page_of_findings_is_fresh() -> None:
    page = runpy.run_path(str(ROOT / "tools" / "publish_findings.py"))["page"]()
    committed = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
    assert committed == page, "run: make schemas"


def test_every_file_of_rules_has_a_file_of_tests() -> None:
    rules = {path.name for path in FOLDER.glob("*.yaml")}
    assert rules == {path.name for path in (FOLDER / "tests").glob("*.yaml")}
