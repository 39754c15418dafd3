"""Ready-made sets and finding rules: an entry holds while every rule stands as it did."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from support.processes import SET_ID
from support.written import make_set

from par_index.problems import InvalidInput
from par_index.reading import common
from par_index.reading.common import COMMON
from par_index.reading.library import shipped
from par_index.reading.ready import recall, remember
from par_index.reading.sets import load_set
from par_index.reading.shelf import Shelf

OWN = """
measures:
- {id: hs, kind: count, counted_in: hồ sơ}
- {id: hs.dung, kind: count, within: hs}
checks:
- id: nhieu-hon
  at_most: [hs.dung, hs]
  explained_by: [hs]
  severity: serious
  say: Đúng hạn không quá tổng số
- {id: co, if: {of: hs, at_least: 1}, expect: {of: hs.dung, at_least: 1}, say: Có hồ sơ}
criteria:
- {code: "1", max_points: 1, scoring: {full_if: {of: hs, at_least: 1}}}
findings:
- id: claim-above
  severity: note
  title: Tự chấm cao
  when: [{claim: {state: [above, open], gap_milli: {at_least: 500}}}]
  next: Xem lại
- id: yeu
  for_each: {c: criteria}
  when: [{score: {code: $c, basis: declared}}]
  unless: [{explained: {code: $c}}]
  then: {yeu: {code: $c, muc: 2}}
- id: noi
  severity: watch
  title: {vi: Yếu, en: Weak}
  when: [{yeu: {muc: {not: 1}}}]
  say: "{code}"
  next: Bổ sung
  cites: Điều 5
"""


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "shelf")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A set with rules of its own."""
    place = tmp_path / "so"
    place.mkdir()
    make_set(yaml.load(OWN, Loader=yaml.BaseLoader), place)
    return place


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Common rules that may be changed."""
    shutil.copytree(shipped("criteria") / COMMON, tmp_path / "criteria" / COMMON)
    monkeypatch.setattr(common, "shipped", lambda name: tmp_path / name)
    return tmp_path / "criteria" / COMMON


def append(file: Path) -> None:
    with file.open("a") as opened:
        opened.write("# chú thích\n")


def test_rules_and_checks_are_the_same_from_the_shelf(shelf: Shelf, folder: Path) -> None:
    fresh = load_set(folder, "the/set")
    remember(shelf, fresh, folder, "the/set")
    taken = recall(shelf, folder, "the/set")
    assert taken is not None
    assert (taken.rules, taken.checks) == (fresh.rules, fresh.checks)
    assert repr(taken) == repr(fresh)
    for ready, read in zip(taken.rules, fresh.rules, strict=True):
        assert ready.span.source.lines == read.span.source.lines != ()
        assert f"id: {ready.id}" in ready.span.source.line(ready.span.line).replace('"', "")


def test_an_own_file_of_rules_counts(shelf: Shelf, folder: Path) -> None:
    remember(shelf, load_set(folder), folder, folder.as_posix())
    assert recall(shelf, folder, folder.as_posix()) is not None
    append(folder / "findings.yaml")
    assert recall(shelf, folder, folder.as_posix()) is None
    (folder / "findings.yaml").unlink()
    assert recall(shelf, folder, folder.as_posix()) is None


def test_every_common_file_counts(shelf: Shelf, folder: Path, rules: Path) -> None:
    for file in sorted(rules.glob("*.yaml")):
        remember(shelf, load_set(folder), folder, folder.as_posix())
        assert recall(shelf, folder, folder.as_posix()) is not None
        append(file)
        assert recall(shelf, folder, folder.as_posix()) is None
    remember(shelf, load_set(folder), folder, folder.as_posix())
    file.rename(rules / "zz.yaml")
    assert recall(shelf, folder, folder.as_posix()) is None
    file = rules / "zz.yaml"
    remember(shelf, load_set(folder), folder, folder.as_posix())
    file.unlink()
    assert recall(shelf, folder, folder.as_posix()) is None


def test_a_changed_common_rule_reaches_every_set(folder: Path, rules: Path) -> None:
    before = load_set(folder)
    file = rules / "scores.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("severity: note", "severity: watch"), encoding="utf-8")
    after = load_set(folder)
    assert before.rules != after.rules
    assert before.sha256 == after.sha256, "the common rules are no part of the set"


def test_own_rules_are_part_of_the_set(folder: Path) -> None:
    before = load_set(folder)
    append(folder / "findings.yaml")
    assert load_set(folder).sha256 != before.sha256


def test_a_set_whose_rules_changed_while_it_was_read_is_not_kept(
    shelf: Shelf, folder: Path
) -> None:
    criteria = load_set(folder)
    append(folder / "findings.yaml")
    remember(shelf, criteria, folder, folder.as_posix())
    assert list(shelf.folder.iterdir()) == []


def test_rules_that_changed_while_the_set_was_read_make_no_entry_that_is_taken(
    shelf: Shelf, folder: Path, rules: Path
) -> None:
    criteria = load_set(folder)
    append(rules / "claims.yaml")
    remember(shelf, criteria, folder, folder.as_posix())
    taken = recall(shelf, folder, folder.as_posix())
    assert taken is None or taken == load_set(folder)


def test_broken_common_rules_are_told(folder: Path, rules: Path) -> None:
    (rules / "claims.yaml").write_text("findings:\n- {id: a}\n", encoding="utf-8")
    with pytest.raises(InvalidInput) as refused:
        load_set(folder)
    assert {str(one.span.source.name) for one in refused.value.problems} == {"common/claims.yaml"}


def test_a_set_named_like_the_common_folder_keeps_its_own_files(
    shelf: Shelf, folder: Path, rules: Path
) -> None:
    """Files are told apart by content as well as by name."""
    shutil.move(folder / "findings.yaml", folder / "claims.yaml")
    header = folder / "set.yaml"
    header.write_text(header.read_text("utf-8").replace("findings.yaml", "claims.yaml"), "utf-8")
    fresh = load_set(folder, COMMON)
    remember(shelf, fresh, folder, COMMON)
    taken = recall(shelf, folder, COMMON)
    assert taken is not None
    assert repr(taken) == repr(fresh)


def test_a_file_of_rules_that_is_not_there_is_told(folder: Path) -> None:
    (folder / "findings.yaml").unlink()
    with pytest.raises(InvalidInput) as refused:
        load_set(folder)
    assert [problem.code for problem in refused.value.problems] == ["E329"]


def test_shipped_sets_have_the_common_rules() -> None:
    criteria = load_set(shipped("criteria") / SET_ID)
    assert {"claim-above", "evidence-missing"} <= {rule.id for rule in criteria.rules}
