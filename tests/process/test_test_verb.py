"""par-index test, from the outside: what it takes, says and ends in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support.processes import ROOT, SET_ID, par_index

SET = ROOT / "criteria" / SET_ID
FILE = "tests/4-to-chuc-bo-may.yaml"


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A set of one's own, with its tests."""
    folder = tmp_path / "bo-rieng"
    shutil.copytree(SET, folder)
    return folder


def rewrite(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_the_shipped_set_passes_and_everything_in_it_is_reached() -> None:
    done = par_index("test", "--complete", SET_ID)
    assert (done.code, done.err) == (0, b"")
    assert done.text.startswith(f"{SET_ID}: ")
    assert "đều đạt; mọi nhánh" in done.text


def test_a_set_is_named_by_folder_by_file_by_its_tests_or_from_within(copied: Path) -> None:
    for argument in (copied, copied / "set.yaml", copied / "tests"):
        done = par_index("test", argument)
        assert (done.code, done.err) == (0, b"")
        assert done.text.startswith(f"{copied}: 1")
    assert par_index("test", ".", cwd=copied).text.startswith(".: ")
    assert par_index("test", "tests", cwd=copied).text.startswith(".: ")
    assert par_index("test", ".", cwd=copied / "tests").text.startswith("..: ")
    assert par_index("test", copied.parent).text.startswith(f"{copied}: ")
    assert par_index("test", copied, copied / "tests", copied / FILE).text.count(": 1") == 1


def test_of_single_files_only_what_their_tests_name_is_asked(copied: Path) -> None:
    done = par_index("test", "--format", "json", copied / FILE)
    (one,) = done.document["sets"]
    assert {test["code"].split(".")[0] for test in one["tests"]} == {"bm"}
    assert one["coverage"]["branches"] < 20
    both = par_index("test", "--format", "json", copied / FILE, copied / "tests/2-the-che.yaml")
    (two,) = both.document["sets"]
    assert len(two["tests"]) > len(one["tests"])


def test_a_test_that_fails_ends_in_1_with_its_reason(copied: Path) -> None:
    rewrite(copied / FILE, "expect: {points: 1}", "expect: {points: 0}")
    done = par_index("test", copied)
    assert (done.code, done.err) == (1, b"")
    assert f"chưa đạt bm.kiemtra: kiểm tra 2 đơn vị thì được điểm\n  --> {copied}/{FILE}:1:9\n" in (
        done.text
    )
    assert "  points: cần 0, được 1\n" in done.text
    assert "  cách tính: " in done.text
    document = par_index("test", "--format", "json", copied).document
    assert (document["status"], document["exit_code"]) == ("failed", 1)
    failed = [one for one in document["sets"][0]["tests"] if not one["passed"]]
    assert [one["name"] for one in failed] == ["kiểm tra 2 đơn vị thì được điểm"]


def test_what_is_unreached_ends_in_1_only_when_asked_for(copied: Path) -> None:
    rewrite(copied / FILE, "given: {bm.kiem_tra.don_vi: 2}", "given: {bm.kiem_tra.don_vi: 5}")
    done = par_index("test", "--lang", "en", copied)
    assert done.code == 0
    assert "`bm.kiem_tra.don_vi ≥ 2`: just met (for example bm.kiem_tra.don_vi:" in (
        done.text.replace("\u00a0", " ").replace("\n      ", " ")
    )
    assert par_index("test", "--complete", copied).code == 1


def test_a_faulty_test_file_is_its_authors_fault(copied: Path) -> None:
    rewrite(copied / FILE, "given: {bm.kiem_tra.don_vi: 2}", "given: {bm.kiem_tra.donvi: hai}")
    rewrite(copied / FILE, "expect: {points: 1}", "expect: {point: 1}")
    done = par_index("test", copied)
    assert (done.code, done.err) == (4, b"")
    for code in ("[E210]", "[E805]"):
        assert code in done.text
    assert f"--> {copied}/{FILE}:3:11" in done.text
    assert "có tệp ca thử viết sai" in done.text
    document = par_index("test", "--format", "json", copied).document
    assert (document["status"], document["exit_code"]) == ("refused", 4)
    assert document["sets"][0]["coverage"] is None
    assert {one["owner"] for one in document["sets"][0]["problems"]} == {"criteria"}


def test_a_set_that_does_not_load_is_told_like_anywhere_else(broken_set: Path) -> None:
    done = par_index("test", broken_set, SET_ID)
    assert done.code == 4
    assert "[E310]" in done.text
    assert "đều đạt" in done.text, "the other set is tested all the same"
    refused, _ = par_index("test", "--format", "json", broken_set, SET_ID).document["sets"]
    assert (refused["criteria"], refused["tests"]) == (None, [])


def test_what_is_no_set_and_no_test_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("- name: x\n", encoding="utf-8")
    for argument, code in (("x.yaml", "E810"), (".", "E810"), ("khong-co", "E901")):
        done = par_index("test", argument, cwd=tmp_path)
        assert (done.code, done.err) == (5, b"")
        assert f"[{code}]" in done.text


def test_a_set_without_tests_says_so_and_what_they_should_reach(copied: Path) -> None:
    shutil.rmtree(copied / "tests")
    done = par_index("test", copied)
    assert done.code == 0
    assert f"{copied}: chưa có ca thử nào; " in done.text
    assert "(ví dụ " in done.text


# Finding rules.


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """The common rules, to be changed."""
    folder = tmp_path / "quy-tac"
    shutil.copytree(ROOT / "criteria" / "common", folder)
    return folder


def test_the_common_rules_pass_and_every_one_is_shown() -> None:
    done = par_index("test", "--complete", ROOT / "criteria" / "common")
    assert (done.code, done.err) == (0, b"")
    assert "đều đạt; mọi quy tắc" in done.text


def test_rules_are_named_by_folder_by_their_tests_or_from_above(rules: Path) -> None:
    one_of_them = (rules / "claims.yaml", rules / "tests" / "claims.yaml")
    for argument in (rules, rules / "tests", *one_of_them, rules.parent):
        done = par_index("test", argument)
        assert (done.code, done.err) == (0, b"")
        assert done.text.startswith(f"{rules}: ")
    assert par_index("test", ".", cwd=rules).text.startswith(".: ")


def test_a_rule_that_finds_something_else_fails_its_tests(rules: Path) -> None:
    rewrite(rules / "claims.yaml", "state: above", "state: equal")
    done = par_index("test", rules)
    assert (done.code, done.err) == (1, b"")
    assert f"  --> {rules}/tests/claims.yaml:5:9\n" in done.text
    assert "expect: cần claim-above (1), được không phát hiện gì" in done.text
    document = par_index("test", "--format", "json", rules).document
    (one,) = document["sets"]
    assert (document["status"], one["criteria"], one["tests"]) == ("failed", None, [])
    assert {test["passed"] for test in one["finding_tests"]} == {True, False}


def test_a_rule_without_tests_ends_in_1_only_when_asked_for(rules: Path) -> None:
    shutil.rmtree(rules / "tests")
    done = par_index("test", rules)
    assert done.code == 0
    assert "claim-above\n    - trường hợp có phát hiện\n" in done.text
    assert par_index("test", "--complete", rules).code == 1


def test_faulty_rules_are_their_authors_fault(rules: Path) -> None:
    rewrite(rules / "claims.yaml", "claim:", "claims:")
    done = par_index("test", rules)
    assert (done.code, done.err) == (4, b"")
    assert "[E351]" in done.text
    assert "1 lỗi ở tệp quy tắc\n" in done.text
    assert "tệp quy tắc viết sai nên chưa chạy được ca thử nào" in done.text
    assert "bộ tiêu chí" not in done.text
    assert "ca thử viết sai" not in done.text


def test_rules_and_sets_are_told_apart_in_one_run(rules: Path, broken_set: Path) -> None:
    rewrite(rules / "claims.yaml", "claim:", "claims:")
    done = par_index("test", broken_set, rules)
    assert done.code == 4
    assert "lỗi ở bộ tiêu chí\n" in done.text
    assert "1 lỗi ở tệp quy tắc\n" in done.text


def test_a_file_of_rules_that_the_set_does_not_name_is_warned_of(copied: Path) -> None:
    shutil.copy(ROOT / "criteria" / "common" / "claims.yaml", copied / "them.yaml")
    for command in ("test", "check"):
        done = par_index(command, copied)
        assert (done.code, done.err) == (0, b"")
        assert "cần xem[W305] bộ tiêu chí chưa dùng tệp quy tắc `them.yaml`" in done.text
        assert f"  --> {copied}/them.yaml:" in done.text
    assert "đều đạt; mọi nhánh" in par_index("test", copied).text.replace("\n", " ")
