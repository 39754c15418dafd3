"""The verbs of par-index, each from the outside."""

import json
import shutil
from pathlib import Path

from support.processes import ROOT, SAMPLE, SET_ID, par_index, par_score


def test_sets_are_listed_with_what_they_are() -> None:
    text = par_index("sets", "--lang", "en")
    assert text.code == 0
    assert SET_ID in text.text
    assert "partial" in text.text
    listed = par_index("sets", "--format", "json").document["sets"]
    assert [one["id"] for one in listed] == sorted(one["id"] for one in listed)
    by_id = {one["id"]: one for one in listed}
    counts = {"criteria": 46, "max_points": "46", "status": "partial"}
    assert counts.items() <= by_id[SET_ID].items()


def test_the_sample_is_the_shipped_file_and_can_be_scored() -> None:
    done = par_index("sample")
    assert (done.code, done.out) == (0, SAMPLE.read_bytes())
    assert par_score("-q", "-", stdin=done.out).code == 0


def test_a_template_can_be_scored_as_it_is() -> None:
    done = par_index("template", SET_ID, "--unit", "quang-binh.so-noi-vu")
    assert (done.code, done.err) == (0, b"")
    assert "quang-binh.so-noi-vu" in done.text
    scored = par_score("--format", "json", "-", stdin=done.out)
    assert scored.code == 0, scored.document
    assert scored.document["account"]["low"] == "0"


def test_a_template_for_a_set_that_is_not_there_says_so() -> None:
    done = par_index("template", "quang-binh/2021/khong-co", "--unit", "x")
    assert (done.code, done.out) == (5, b"")
    assert "[E906]" in done.errors


def test_schemas_are_listed_and_printed() -> None:
    names = par_index("schema").text.split()
    assert names == [
        "area",
        "assessment",
        "criteria",
        "decides",
        "diff",
        "effort",
        "evidence",
        "external",
        "finding-tests",
        "findings",
        "headroom",
        "mapping",
        "measures",
        "pace",
        "pack",
        "path",
        "plan",
        "return",
        "review",
        "review-account",
        "review-queue",
        "review-state",
        "review-verify",
        "roster",
        "scenarios",
        "signature",
        "submission",
        "tests",
        "units",
        "verify",
        "what-if",
    ]
    schema = par_index("schema", "submission").out
    path = ROOT / "par_index/schemas/submission.schema.json"
    assert schema == path.read_bytes()
    assert "properties" in json.loads(schema)


def test_check_finds_sets_and_submissions_in_a_folder() -> None:
    done = par_index("check", "criteria", "fixtures")
    assert (done.code, done.err) == (0, b"")
    assert f"criteria/{SET_ID}: không có lỗi" in done.text
    assert "quang-binh-skhcn-2021/unit.yaml: không có lỗi" in done.text


def test_check_takes_a_set_by_id_by_folder_or_by_file() -> None:
    folder = f"criteria/{SET_ID}"
    done = par_index("check", "--lang", "en", SET_ID, folder, f"{folder}/set.yaml")
    assert done.code == 0
    assert done.text.count(": no errors") == 2, "the file is its folder; the id is a name apart"


def test_a_set_is_known_to_its_units_however_it_was_named() -> None:
    unit = ROOT / "fixtures" / "quang-binh-skhcn-2021" / "unit.yaml"
    assert par_index("check", SET_ID, unit).code == 0


def test_check_reads_rules_where_they_stand(tmp_path: Path) -> None:
    folder = tmp_path / "quy-tac"
    shutil.copytree(ROOT / "criteria" / "common", folder)
    for argument in (folder, folder / "claims.yaml"):
        done = par_index("check", argument)
        assert (done.code, done.err) == (0, b"")
        assert done.text == f"{folder}: không có lỗi\n"
    text = (folder / "claims.yaml").read_text(encoding="utf-8")
    (folder / "claims.yaml").write_text(text.replace("claim:", "claims:"), encoding="utf-8")
    done = par_index("check", folder / "claims.yaml")
    assert (done.code, done.err) == (4, b"")
    assert f"  --> {folder}/claims.yaml:" in done.text
    assert "lỗi ở tệp quy tắc\n" in done.text
    assert "bộ tiêu chí" not in done.text
    document = par_index("check", "--format", "json", folder).document
    assert document["checked"][0]["problems"][0]["code"] == "E351"


def test_check_reads_the_rules_of_a_set_with_the_set() -> None:
    folder = "criteria/mau/2025/sample/so"
    done = par_index("check", f"{folder}/findings.yaml", folder)
    assert (done.code, done.text) == (0, f"{folder}: không có lỗi\n")


def test_the_common_rules_must_speak_english_and_others_need_not(tmp_path: Path) -> None:
    done = par_index("check", "criteria/common")
    assert (done.code, done.text) == (0, "criteria/common: không có lỗi\n")
    rules = "- {id: a, severity: note, title: Thử, when: [{claim: {}}], next: Xem}\n"
    (tmp_path / "a.yaml").write_text(f"findings:\n{rules}", encoding="utf-8")
    assert par_index("check", tmp_path).code == 0


def test_a_set_that_is_not_there_is_not_taken_for_rules(tmp_path: Path) -> None:
    assert par_index("check", tmp_path / "khong-co" / "set.yaml").code == 5


def test_check_tells_programs_by_codes(broken: Path, broken_set: Path) -> None:
    done = par_index("check", "--format", "json", broken, SAMPLE, broken_set)
    assert (done.code, done.err) == (4, b"")
    document = done.document
    assert (document["status"], document["exit_code"]) == ("refused", 4)
    assert [one["exit_code"] for one in document["checked"]] == [3, 0, 4]
    assert document["checked"][0]["problems"][0]["severity"] == "error"


def test_a_set_of_ones_own_is_known_to_the_units_checked_with_it(tmp_path: Path) -> None:
    folder = tmp_path / "bo-rieng"
    shutil.copytree(ROOT / "criteria" / SET_ID, folder)
    header = (folder / "set.yaml").read_text(encoding="utf-8")
    (folder / "set.yaml").write_text(header.replace(SET_ID, "rieng/2021/so"), encoding="utf-8")
    unit = tmp_path / "unit.yaml"
    text = SAMPLE.read_text(encoding="utf-8")
    unit.write_text(text.replace(SET_ID, "rieng/2021/so"), encoding="utf-8")
    assert par_index("check", unit).code == 3
    assert par_index("check", unit, folder).code == 0
    assert par_index("check", tmp_path).code == 0
    assert par_index("check", "--criteria", folder, unit).code == 0
