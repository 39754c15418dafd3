"""Several files and folders: one document, the worst code, and the good ones assessed."""

import json
import shutil
from pathlib import Path

import pytest
from support.processes import ROOT, SAMPLE, SET_ID, par_score, sample_scored


@pytest.fixture
def folder(tmp_path: Path, broken: Path) -> Path:
    """Two submissions, one of them broken, among files that are none."""
    root = tmp_path / "các đơn vị"
    for name in ("b", "a", ".git", "c"):
        (root / name).mkdir(parents=True)
    shutil.copy(SAMPLE, root / "b/unit.yaml")
    shutil.copy(broken, root / "a/so-noi-vu.yml")
    shutil.copy(SAMPLE, root / ".git/unit.yaml")
    (root / "c/notes.yaml").write_text("note: not a submission\n")
    (root / "c/README.md").write_text("schema: par_index/submission/1\n")
    return root


def test_the_good_ones_are_assessed_and_the_worst_code_counts(folder: Path) -> None:
    done = par_score("-q", folder, "nowhere", SAMPLE)
    assert done.code == 5
    assert done.text.count("26/41") == 2
    assert "don_vi.tongg" in done.errors
    assert "[E901]" in done.errors


def test_json_is_one_document_in_the_order_given(folder: Path) -> None:
    done = par_score("--format", "json", SAMPLE, folder, "nowhere")
    assert (done.code, done.err) == (5, b"")
    documents = done.document["documents"]
    assert done.document["exit_code"] == 5
    assert [one["status"] for one in documents] == ["assessed", "refused", "assessed", "refused"]
    assert [one.get("exit_code") for one in documents] == [0, 3, 0, 5]
    named = [documents[0]["submission"]["file"], documents[2]["submission"]["file"]]
    assert named == [str(SAMPLE), f"{folder}/b/unit.yaml"]


def test_with_v_json_callers_get_the_diagnostics_too(broken: Path) -> None:
    done = par_score("-v", "--format", "json", broken)
    assert done.code == 3
    assert done.document["status"] == "refused"
    assert "don_vi.tongg" in done.errors


def test_one_file_named_in_many_ways_is_scored_once(tmp_path: Path) -> None:
    unit, link = tmp_path / "unit.yaml", tmp_path / "link.yaml"
    shutil.copy(SAMPLE, unit)
    link.symlink_to(unit)
    done = par_score("-q", unit, link, tmp_path, tmp_path / "." / "unit.yaml")
    assert (done.code, done.text.count("26/41")) == (0, 1)


def test_the_form_follows_the_arguments_and_not_what_is_found(tmp_path: Path) -> None:
    shutil.copy(SAMPLE, tmp_path / "unit.yaml")
    assert "documents" not in par_score("--format", "json", tmp_path / "unit.yaml").document
    assert len(par_score("--format", "json", tmp_path).document["documents"]) == 1


def test_a_folder_without_a_submission_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "set.yaml").write_text("schema: par_index/criteria/1\n")
    done = par_score(tmp_path)
    assert (done.code, done.out) == (5, b"")
    assert "[E904]" in done.errors


def test_a_set_shared_by_all_is_blamed_once(broken_set: Path, folder: Path) -> None:
    done = par_score(folder, SAMPLE, "--criteria", broken_set)
    assert (done.code, done.out) == (4, b"")
    assert done.errors.count("error[") + done.errors.count("lỗi[") == 1


def test_detail_goes_from_a_headline_to_every_criterion() -> None:
    short, usual, long = (sample_scored(*flag).text for flag in (["-q"], [], ["-v"]))
    assert short.count("\n") == 1
    assert len(short) < len(usual) < len(long)


def test_markdown_is_a_document_of_its_own() -> None:
    done = par_score("--format", "markdown", SAMPLE)
    assert (done.code, done.err) == (0, b"")
    assert done.text.startswith("# ")


def test_the_day_and_the_set_can_be_chosen() -> None:
    folder = ROOT / "criteria" / SET_ID
    done = par_score("--format", "json", SAMPLE, "--as-of", "2021-12-31", "--criteria", folder)
    assert done.code == 0
    assert done.document["submission"]["as_of"] == "2021-12-31"


def test_every_json_document_fits_the_published_schema(broken: Path) -> None:
    import jsonschema

    path = ROOT / "par_index/schemas/assessment.schema.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.validate(sample_scored("--format", "json").document, schema)
    for args in ([broken, "nowhere"], [broken], ["--bogus"]):
        jsonschema.validate(par_score("--format", "json", *args).document, schema)
