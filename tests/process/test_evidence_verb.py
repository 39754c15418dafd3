"""par-index evidence as it is run: its documents, its gates, its exit codes."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from support.processes import ROOT, SAMPLE, par_index

SCHEMA = Draft202012Validator(
    json.loads((ROOT / "par_index/schemas/evidence.schema.json").read_text(encoding="utf-8"))
)
MADE = ROOT / "fixtures" / "quang-binh-skhcn-2021-tai-lieu"
ODD = ROOT / "tests" / "evidence" / "odd" / "tai_lieu"
LETTER = "Số: /SMA-VP\nTheo Quyết định số 19/2014/QĐ-TTg ngày 05/3/2020\n"


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """The made documents with their submission, in a folder that may be changed."""
    shutil.copytree(MADE, tmp_path / "don-vi")
    return tmp_path / "don-vi" / "unit.yaml"


def test_the_json_fits_its_schema_and_says_the_same_twice() -> None:
    done = par_index("evidence", "--format", "json", MADE)
    assert (done.code, done.err) == (0, b"")
    SCHEMA.validate(done.document)
    again = par_index("evidence", "--format", "json", "--lang", "en", MADE / "unit.yaml")
    assert again.out == done.out, "a folder is its submission, and a language is no content"
    assert done.document["supported"] == {"cited": "4", "checked": "3"}
    assert done.document["points"] == "26"


def test_gates_ask_for_what_they_name(unit: Path) -> None:
    both = par_index(
        "evidence", "--fail-on", "look", "--fail-on", "wrong", "--format", "json", unit
    )
    assert (both.code, both.document["failed_gates"]) == (1, ["wrong", "look"])
    SCHEMA.validate(both.document)
    text = unit.read_text(encoding="utf-8").replace("    so:\n", "    so: 99\n")
    unit.write_text(text, encoding="utf-8")
    assert par_index("evidence", "--fail-on", "wrong", unit).code == 0
    assert par_index("evidence", "--fail-on", "look", unit).code == 1


def test_documents_lie_beside_the_submission_or_where_root_says(unit: Path) -> None:
    alone = unit.parent.parent / "unit.yaml"
    shutil.copy(unit, alone)
    away = par_index("evidence", "--lang", "en", alone)
    assert "there is no file tai_lieu/ke-hoach-cchc-2021.pdf" in " ".join(away.text.split())
    rooted = par_index("evidence", "--format", "json", "--root", unit.parent, alone)
    there = par_index("evidence", "--format", "json", unit)
    assert rooted.document["documents"] == there.document["documents"]
    piped = par_index("evidence", "--format", "json", "-", stdin=unit.read_bytes(), cwd=unit.parent)
    assert piped.document["documents"] == there.document["documents"]
    assert par_index("evidence", "--root", unit.parent / "khong-co", unit).code == 5


def test_what_is_looked_at_is_never_written_over(unit: Path) -> None:
    files = [unit, next((unit.parent / "tai_lieu").glob("*.pdf"))]
    for file in files:
        before = file.read_bytes()
        assert par_index("evidence", unit, "-o", file).code == 2
        assert file.read_bytes() == before
    text = unit.parent / "cong-van.txt"
    text.write_text("Số: /QĐ-A", encoding="utf-8")
    assert par_index("evidence", "--text", text, "-o", text).code == 2
    assert text.read_text(encoding="utf-8") == "Số: /QĐ-A"


def test_a_changed_byte_is_told_and_takes_the_support(unit: Path) -> None:
    path = unit.parent / "tai_lieu" / "ke-hoach-cchc-2021.pdf"
    path.write_bytes(path.read_bytes().replace(b"%PDF-1.3", b"%PDF-1.4", 1))
    done = par_index("evidence", "--format", "json", unit)
    document = next(one for one in done.document["documents"] if one["id"] == "kh-614")
    assert document["disqualified"]
    assert done.document["supported"] == {"cited": "4", "checked": "2"}


def test_what_is_printed_to_paste_is_what_is_missing(unit: Path) -> None:
    printed = par_index("evidence", "-o", unit.parent / "x.txt", unit)
    assert (printed.code, printed.out) == (0, b"")
    line = (unit.parent / "x.txt").read_text(encoding="utf-8").split("sha256: ")[-1].split()
    digest = line[-1] if len(line[-1]) == 64 else "".join(line)
    old = "    tep: tai_lieu/cong-bo-iso-9001.pdf\n"
    text = unit.read_text(encoding="utf-8")
    assert old in text
    unit.write_text(text.replace(old, f"{old}    sha256: {digest}\n"), encoding="utf-8")
    again = par_index("evidence", "--format", "json", unit)
    codes = {
        one["id"]: [check["code"] for check in one["checks"] if check["check"] == "digest"]
        for one in again.document["documents"]
    }
    assert codes["cb-iso"] == ["same"]


def test_a_refused_submission_has_the_usual_codes() -> None:
    broken = ROOT / "tests" / "errors" / "gallery" / "E401.unit.yaml"
    criteria = ROOT / "tests" / "errors" / "gallery" / "base"
    refused = par_index("evidence", "--format", "json", "--criteria", criteria, broken)
    assert refused.code == refused.document["exit_code"] == 3
    SCHEMA.validate(refused.document)
    assert [one["code"] for one in refused.document["problems"]] == ["E401"]
    assert par_index("evidence", "khong-co.yaml").code == 5
    assert par_index("evidence", SAMPLE, SAMPLE).code == 2


def test_a_submission_without_documents_says_so() -> None:
    done = par_index("evidence", SAMPLE)
    assert done.code == 0
    assert "chưa đăng ký tài liệu nào" in done.text


def test_a_table_has_a_row_for_each_verdict_and_nothing_that_runs(unit: Path) -> None:
    text = unit.read_text(encoding="utf-8").replace("    so:\n", '    so: "=1+1"\n')
    unit.write_text(text, encoding="utf-8")
    done = par_index("evidence", "--format", "csv", unit)
    assert done.out.startswith(b"\xef\xbb\xbf")
    _, *rows = csv.reader(io.StringIO(done.text.removeprefix("\ufeff")))
    made = par_index("evidence", "--format", "json", unit).document
    assert len(rows) == sum(len(one["checks"]) for one in made["documents"])
    assert {row[1] for row in rows if row[0] == "cv-chi-so"} == {"'=1+1/SKHCN-VP"}


def test_markdown_is_a_document() -> None:
    done = par_index("evidence", "--format", "markdown", "--lang", "en", MADE)
    assert done.text.startswith("# Evidence checked\n")
    assert "| cv-chi-so |" in done.text


def test_without_pypdf_the_line_to_install_it_is_given(unit: Path) -> None:
    hidden = unit.parent / "sitecustomize.py"
    hidden.write_text(
        "import importlib.util as u\nfound = u.find_spec\n"
        "u.find_spec = lambda name, *more: None if name == 'pypdf' else found(name, *more)\n",
        encoding="utf-8",
    )
    done = par_index("evidence", unit, PYTHONPATH=str(unit.parent))
    assert done.code == 5
    assert "pip install pypdf" in done.errors
    assert par_index("evidence", SAMPLE, PYTHONPATH=str(unit.parent)).code == 0


# Texts by themselves.


def test_a_text_is_read_for_its_references(tmp_path: Path) -> None:
    (tmp_path / "cv.txt").write_text(LETTER, encoding="utf-8")
    args = ("evidence", "--text", "--format", "json", "--fail-on", "wrong")
    done = par_index(*args, tmp_path / "cv.txt", ODD / "dung.pdf")
    assert done.code == 1
    SCHEMA.validate(done.document)
    assert [one["defect"] for one in done.document["defects"]] == ["year", "blank_number"]
    assert [one["written"] for one in done.document["references"]] == [
        "19/2014/QĐ-TTg",
        "12/KH-SMA",
    ]
    assert par_index("evidence", "--text", ODD / "dung.pdf", "--fail-on", "look").code == 0


def test_a_text_goes_with_nothing_of_a_submission(tmp_path: Path) -> None:
    assert par_index("evidence", "--text", "--root", ".", ODD / "dung.pdf").code == 2
    missing = par_index("evidence", "--text", tmp_path / "a.txt", tmp_path / "b.txt")
    assert (missing.code, missing.errors.count("E901")) == (5, 2)
    table = par_index("evidence", "--text", "--format", "csv", ODD / "dung.pdf")
    assert table.text.splitlines()[1:] == [f"{ODD / 'dung.pdf'},1,12/KH-SMA,15/01/2025"]
