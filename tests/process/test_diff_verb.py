"""par-index diff from the outside: one set, two sets, mappings, whose files are whose."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest
from support.processes import ROOT, par_index

SCHEMA = json.loads((ROOT / "par_index/schemas/diff.schema.json").read_text(encoding="utf-8"))
MAPPING = json.loads((ROOT / "par_index/schemas/mapping.schema.json").read_text(encoding="utf-8"))
ORDINARY, TROUBLED, EXCELLENT = (
    ROOT / f"fixtures/mau-so-{name}/unit.yaml" for name in ("binh-thuong", "kho-khan", "xuat-sac")
)
NEXT = ROOT / "tests/golden/nam-sau"
TWO = (ORDINARY, NEXT / "unit.yaml", "--criteria-b", NEXT / "so", "--map", NEXT / "doi-ma.yaml")
BROKEN_MAP = 'schema: par_index/mapping/1\ncriteria: {"9.9": "1.1"}\nmeasures: {x: y}\n'


def test_a_submission_and_itself_do_not_differ() -> None:
    done = par_index("diff", ORDINARY, ORDINARY, "--lang", "en")
    assert (done.code, done.err) == (0, b"")
    assert done.text.endswith("\nThe two do not differ: 57.79–78.05 of 100\n")
    document = par_index("diff", ORDINARY, ORDINARY, "--format", "json").document
    jsonschema.validate(document, SCHEMA)
    assert (document["rows"], document["data"], document["carried"]) == ([], [], None)


def test_two_years_are_told_in_two_parts() -> None:
    done = par_index("diff", *TWO)
    assert (done.code, done.err) == (0, b"")
    for line in (
        "Trong đó do quy định chắc chắn −0,68, cao nhất −1,18; do số liệu +2,58",
        "  1.6.1 → 1.7.1  Nhiệm vụ hoàn thành đúng hạn trên số nhiệm vụ đến hạn",
        "    trong đó: do quy định −1,43; do số liệu +1,47",
        "Tiêu chí mới: 1 tiêu chí",
        "Tiêu chí bỏ: 1 tiêu chí",
    ):
        assert f"{line}\n" in done.text


def test_json_of_two_years_adds_up() -> None:
    document = par_index("diff", *TWO, "--format", "json").document
    jsonschema.validate(document, SCHEMA)
    assert document["sets"] == 2
    assert document["total"]["change"] == {"low": "1.9", "high": "1.4"}
    assert document["total"]["rules"] == {"low": "-0.68", "high": "-1.18"}
    assert document["total"]["data"] == {"low": "2.58", "high": "2.58"}
    kinds = {one["code"]["after"]: one["kind"] for one in document["rows"]}
    assert kinds["1.5.3"] == "new"
    assert kinds["1.7.1"] == "both"
    assert kinds[None] == "dropped"
    assert document["carried"]["shift_years"] == 1
    assert document["carried"]["as_of"] == "2026-09-30"


def test_without_a_mapping_days_stay_and_that_is_said() -> None:
    done = par_index("diff", *TWO[:-2])
    assert done.code == 0
    assert "Muốn dời ngày: ghi shift_years" in " ".join(done.text.split())
    assert "Số liệu trước không đưa được sang bộ sau: 1\n" in done.text
    assert "1.6.2 → 1.7.2, dh.tin_bai → dh.truyen_thong.tin_bai; nếu là một" in " ".join(
        done.text.split()
    )
    assert "(dh.tin_bai): 17; bộ sau không có số" in " ".join(done.text.split())


def test_a_spreadsheet_has_both_parts_of_every_row() -> None:
    done = par_index("diff", *TWO, "--format", "csv", "--lang", "en")
    assert done.code == 0
    header, *rows = csv.reader(io.StringIO(done.out.decode("utf-8-sig")))
    assert all(len(row) == len(header) for row in rows)
    for row in rows[2:]:
        told = dict(zip(header, row, strict=True))
        for end in ("Certain", "At most"):
            parts = [float(told[f"{end} by {part}"]) for part in ("rules", "data")]
            change = "Certain change" if end == "Certain" else "Change at most"
            assert sum(parts) == pytest.approx(float(told[change]))


def test_markdown_is_a_document() -> None:
    done = par_index("diff", TROUBLED, EXCELLENT, "--format", "markdown")
    assert done.code == 0
    assert done.text.startswith("# So sánh hai bản tự chấm\n")
    assert "| **Tổng điểm** | **31,11–46,86** |" in done.text


def test_text_keeps_to_its_width() -> None:
    for width in (60, 80, 120):
        for pair in ((TROUBLED, EXCELLENT), TWO):
            done = par_index("diff", *pair, COLUMNS=str(width))
            assert max(map(len, done.text.splitlines())) <= width


def test_everything_wrong_with_a_mapping_is_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "đổi mã.yaml"
    file.write_text(BROKEN_MAP, encoding="utf-8")
    done = par_index("diff", *TWO[:-1], file)
    assert (done.code, done.out) == (3, b"")
    for code in ("E211", "E281"):
        assert f"lỗi[{code}]" in done.errors
    assert "3 lỗi ở tệp đối chiếu mã\n" in done.errors
    done = par_index("diff", *TWO[:-1], file, "--format", "json")
    jsonschema.validate(done.document, SCHEMA)
    assert {one["owner"] for one in done.document["problems"]} == {"mapping"}


def test_two_old_ones_that_become_one_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    pairs = 'criteria: {"1.6.1": "1.7.1", "1.6.2": "1.7.1"}\n'
    days = "measures: {dh.ke_hoach.ngay: dh.chuyen_trang}\nshift_years: một\n"
    file.write_text(f"schema: par_index/mapping/1\n{pairs}{days}", encoding="utf-8")
    done = par_index("diff", *TWO[:-1], file, "--lang", "en")
    assert done.code == 3
    for sentence in (
        "error[E282] two old ones became `1.7.1`",
        "error[E283] `dh.chuyen_trang` is a yes or no, but `dh.ke_hoach.ngay` is a date",
        "error[E284] years have to be a whole number from -50 to 50, not `một`",
    ):
        assert sentence in done.errors


def test_a_mapping_fits_its_schema() -> None:
    import yaml

    text = (NEXT / "doi-ma.yaml").read_text(encoding="utf-8")
    jsonschema.validate(yaml.load(text, Loader=yaml.BaseLoader), MAPPING)


def test_a_mapping_between_one_set_is_refused() -> None:
    done = par_index("diff", ORDINARY, TROUBLED, "--map", NEXT / "doi-ma.yaml")
    assert (done.code, done.out) == (2, b"")
    assert "cả hai theo `mau/2025/sample/so`" in done.errors


def test_what_is_wrong_with_both_is_told_together(broken: Path) -> None:
    done = par_index("diff", broken, "không-có.yaml")
    assert done.code == 5
    assert "lỗi[E210]" in done.errors
    assert "lỗi[E901]" in done.errors


def test_the_files_of_others_go_to_the_unit_that_they_are_about() -> None:
    survey = TROUBLED.parent / "external-survey.yaml"
    document = par_index(
        "diff", ORDINARY, TROUBLED, "--external", survey, "--format", "json"
    ).document
    told = {
        one["measure"]: (one["before"], one["after"])
        for one in document["data"]
        if not one["last_year"]
    }
    assert told["khao_sat.hai_long"][0] is None
    assert told["khao_sat.hai_long"][1] is not None
    done = par_index("diff", ORDINARY, EXCELLENT, "--external", survey)
    assert done.code == 3
    assert "lỗi[E254]" in done.errors


def test_one_set_for_both_or_one_for_each() -> None:
    done = par_index("diff", ORDINARY, TROUBLED, "--criteria", "x", "--criteria-a", "y")
    assert (done.code, done.out) == (2, b"")
    assert "--criteria-a và --criteria-b" in done.errors
