"""par-index headroom and par-index pace from the outside."""

import json
from pathlib import Path

import jsonschema
import pytest
from support.processes import ROOT, SAMPLE, par_index


def schema(verb: str) -> object:
    path = ROOT / f"par_index/schemas/{verb}.schema.json"
    return json.loads(path.read_text(encoding="utf-8"))


EXPECT = ("--expect", "hs.tiep_nhan=120")


@pytest.mark.parametrize(("verb", "more"), [("headroom", ()), ("pace", EXPECT)])
def test_json_is_told_as_its_schema_says(verb: str, more: tuple[str, ...]) -> None:
    before = SAMPLE.read_bytes()
    done = par_index(verb, SAMPLE, *more, "--format", "json")
    assert (done.code, done.err) == (0, b"")
    jsonschema.validate(done.document, schema(verb))
    assert SAMPLE.read_bytes() == before, "no file is changed"


@pytest.mark.parametrize(("verb", "more"), [("headroom", ()), ("pace", EXPECT)])
def test_a_refused_submission_is_told_as_one(
    tmp_path: Path, verb: str, more: tuple[str, ...]
) -> None:
    broken = tmp_path / "unit.yaml"
    broken.write_text(SAMPLE.read_text("utf-8").replace("value: 90", "value: chín"), "utf-8")
    done = par_index(verb, broken, *more, "--format", "json")
    assert done.code == 3
    jsonschema.validate(done.document, schema(verb))
    assert done.document["status"] == "refused"
    assert par_index(verb, broken, *more).errors.startswith("lỗi[E")


def test_a_code_that_is_not_in_the_set_is_a_malformed_command_line() -> None:
    done = par_index("headroom", SAMPLE, "hdh.so_hoa", "--lang", "en")
    assert (done.code, done.out) == (2, b"")
    assert "has no criterion `hdh.so_hoa`; did you mean `hdh.sohoa`?" in done.errors


def test_without_an_expectation_what_can_be_expected_is_named() -> None:
    done = par_index("pace", SAMPLE)
    assert (done.code, done.out) == (2, b"")
    assert "hs.tiep_nhan, " in done.errors
    told = par_index("pace", SAMPLE, "--format", "json").document
    assert (told["status"], told["message"]) == ("usage", "expect_needed")
    assert told["params"]["choices"][0] == "hs.tiep_nhan"


def test_an_expectation_needs_a_value() -> None:
    done = par_index("pace", SAMPLE, "--expect", "hs.tiep_nhan", "--lang", "en")
    assert (done.code, done.out) == (2, b"")
    assert "`--expect` needs a measure and its value" in done.errors


def test_everything_that_is_wrong_is_told_at_once_with_its_place() -> None:
    done = par_index("pace", SAMPLE, "--expect", "hs.tiep_nhan=80", "--expect", "x=1")
    assert done.code == 3
    assert "lỗi[E264]" in done.errors
    assert "--> --expect hs.tiep_nhan=80:1:14" in done.errors
    assert "lỗi[E210]" in done.errors
    twice = par_index("pace", SAMPLE, *EXPECT, *EXPECT)
    assert "lỗi[E265]" in twice.errors
    before = par_index("pace", SAMPLE, "--expect", "last_year.hs.tiep_nhan=80")
    assert "lỗi[E262]" in before.errors


def test_a_number_is_read_as_in_the_file(tmp_path: Path) -> None:
    """``numbers: vi`` has a dot between thousands."""
    unit = ROOT / "fixtures/khanh-hoa-tinh-2020/unit.yaml"
    document = par_index(
        "pace", unit, "--expect", "qt.phat_sinh=1.200", "--format", "json"
    ).document
    assert document["expected"][0]["after"] == "1200"


@pytest.mark.parametrize("verb", ["headroom", "pace"])
def test_output_goes_whole_into_a_file(tmp_path: Path, verb: str) -> None:
    more = EXPECT if verb == "pace" else ()
    target = tmp_path / "ra.csv"
    done = par_index(verb, SAMPLE, *more, "--format", "csv", "-o", target)
    assert (done.code, done.out, done.err) == (0, b"", b"")
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
