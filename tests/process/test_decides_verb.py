"""par-index decides from the outside: what it prints, what it refuses."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest
from support.processes import ROOT, SAMPLE, par_index, par_score

SCHEMA = json.loads((ROOT / "par_index/schemas/decides.schema.json").read_text(encoding="utf-8"))
FIXTURES = sorted(path.parent for path in (ROOT / "fixtures").glob("*/unit.yaml"))
NGHE_AN = ROOT / "fixtures/nghe-an-skhcn-2023/unit.yaml"
TROUBLED = ROOT / "fixtures/mau-so-kho-khan/unit.yaml"


def test_the_sample_says_what_still_decides() -> None:
    done = par_index("decides", SAMPLE, "--lang", "en")
    assert (done.code, done.err) == (0, b"")
    assert "10 criteria still open: total 26–36 of 44\n" in done.text
    assert "27–36 at its most (1); narrower by 1 point once settled" in " ".join(done.text.split())


def test_a_grade_names_what_it_cannot_do_without() -> None:
    text = " ".join(par_index("decides", TROUBLED).text.split())
    for line in (
        "Trung bình chỉ số cần thêm ≈ 14,55 trong ≈ 18,25 điểm phần trăm đang để ngỏ",
        "không thể thiếu: 8.1.1 Mức độ hài lòng của người dân và tổ chức; chỉ một mục này",
        "ít nhất phải có: 7 mục cùng đạt mức cao nhất thì chắc chắn: 8.1.1, 8.1.2, 8.2,",
    ):
        assert line in text


def test_nothing_open_says_so(tmp_path: Path) -> None:
    text = NGHE_AN.read_text(encoding="utf-8")
    blank = "dvsn.muc_khac:"
    assert f"{blank}\n" in text
    unit = tmp_path / "unit.yaml"
    unit.write_text(text.replace(blank, f"{blank} 0"), encoding="utf-8")
    done = par_index("decides", unit)
    assert (done.code, done.err) == (0, b"")
    assert "Không còn gì để ngỏ: tổng điểm 25 trên 29\n" in done.text
    document = par_index("decides", unit, "--format", "json").document
    jsonschema.validate(document, SCHEMA)
    assert (document["is_open"], document["items"], document["data"]) == (False, [], [])


@pytest.mark.parametrize("folder", FIXTURES, ids=lambda path: path.name)
def test_json_is_told_as_its_schema_says(folder: Path) -> None:
    done = par_index("decides", folder / "unit.yaml", "--format", "json")
    assert (done.code, done.err) == (0, b"")
    document = done.document
    jsonschema.validate(document, SCHEMA)
    scored = par_score(folder / "unit.yaml", "--format", "json").document
    for part in ("account", "extras", "total", "totals", "grades", "index"):
        assert document["now"][part] == scored[part]
    assert document["submission"] == scored["submission"]


def test_a_spreadsheet_has_a_row_for_each_item_and_for_shared_data() -> None:
    done = par_index("decides", TROUBLED, "--format", "csv")
    assert done.code == 0
    assert done.out.startswith(b"\xef\xbb\xbf")
    header, *rows = csv.reader(io.StringIO(done.out.decode("utf-8-sig")))
    assert all(len(row) == len(header) for row in rows)
    kinds = [row[0] for row in rows]
    assert kinds.count("tiêu chí") == 12
    assert kinds.count("số liệu") == 1
    first = dict(zip(header, rows[0], strict=True))
    assert (first["Mã"], first["Khoảng hẹp lại"]) == ("8.1.1", "4")
    assert first["Không thể thiếu để đạt"] == "Trung bình"


def test_text_keeps_to_its_width() -> None:
    for width in (60, 80, 120):
        done = par_index("decides", TROUBLED, COLUMNS=str(width))
        assert max(map(len, done.text.splitlines())) <= width


def test_a_refused_submission_is_told_in_both_forms(broken: Path) -> None:
    done = par_index("decides", broken)
    assert (done.code, done.out) == (3, b"")
    assert "lỗi[E210]" in done.errors
    done = par_index("decides", broken, "--format", "json")
    assert done.code == 3
    jsonschema.validate(done.document, SCHEMA)
    assert [one["code"] for one in done.document["problems"]] == ["E210"]


def test_several_submissions_are_refused() -> None:
    done = par_index("decides", ROOT / "fixtures")
    assert (done.code, done.out) == (2, b"")
