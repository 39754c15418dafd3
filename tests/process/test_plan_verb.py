"""par-index plan as a process: its forms, its exit codes, its output file."""

import csv
import io
import json
from pathlib import Path

from jsonschema import Draft202012Validator
from support.processes import ROOT, SAMPLE, par_index

BROKEN = ROOT / "tests" / "golden" / "broken.yaml"
SCHEMA = Draft202012Validator(json.loads((ROOT / "par_index/schemas/plan.schema.json").read_text()))
TROUBLED = ROOT / "fixtures" / "mau-so-kho-khan"


def test_a_plan_is_made_whatever_it_holds() -> None:
    done = par_index("plan", SAMPLE)
    assert (done.code, done.err) == (0, b"")
    assert "yêu cầu: tối thiểu 21/105 (20%), cần 15 hồ sơ mới" in done.text


def test_json_is_what_its_schema_says_refused_or_not() -> None:
    made = par_index("plan", "--format", "json", SAMPLE)
    SCHEMA.validate(made.document)
    assert (made.code, made.document["status"]) == (0, "planned")
    refused = par_index("plan", "--format", "json", BROKEN)
    SCHEMA.validate(refused.document)
    assert (refused.code, refused.document["status"]) == (3, "refused")


def test_a_refused_submission_and_a_missing_file_have_the_usual_codes() -> None:
    broken = par_index("plan", BROKEN)
    assert (broken.code, broken.out) == (3, b"")
    assert par_index("plan", "khong-co.yaml").code == 5
    assert par_index("plan", "--criteria", "khong/co", SAMPLE).code == 5


def test_a_folder_is_taken_for_the_one_submission_in_it() -> None:
    assert par_index("plan", SAMPLE.parent).text == par_index("plan", SAMPLE).text
    several = par_index("plan", "--lang", "en", ROOT / "fixtures")
    assert several.code == 2
    assert "takes one submission" in several.errors


def test_a_wrong_order_is_named() -> None:
    done = par_index("plan", "--sort", "due", SAMPLE)
    assert done.code == 2
    assert "area hoặc gain" in done.errors


def test_data_of_others_and_another_day_are_planned_with() -> None:
    args = ("plan", "--format", "json", TROUBLED / "unit.yaml")
    survey = TROUBLED / "external-survey.yaml"
    waiting = {row["code"] for row in par_index(*args).document["rows"] if row["kind"] == "wait"}
    told = par_index(*args, "--external", survey).document["rows"]
    assert "8.1.1" in waiting
    assert "8.1.1" not in {row["code"] for row in told if row["kind"] == "wait"}
    late = par_index("plan", "--format", "json", "--as-of", "2021-12-30", SAMPLE).document
    kinds = {row["code"]: row["kind"] for row in late["rows"]}
    assert kinds["dh.kehoach"] == "report"


def test_csv_goes_to_a_file_as_spreadsheets_open_it(tmp_path: Path) -> None:
    file = tmp_path / "ke-hoach.csv"
    done = par_index("plan", "--format", "csv", "--sort", "gain", "--all", "-o", file, SAMPLE)
    assert (done.code, done.out) == (0, b"")
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len(rows) == 19
    assert data.count(b"\r\n") == 19
