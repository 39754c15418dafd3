"""par-index what-if from the outside: what it prints, what it refuses, what it writes."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest
from support.processes import ROOT, SAMPLE, par_index, par_score

SCHEMA = json.loads((ROOT / "par_index/schemas/what-if.schema.json").read_text(encoding="utf-8"))
HEAD = "schema: par_index/scenarios/1\nscenarios:\n"
TWO = (
    HEAD
    + "  - name: Số hóa\n    set: {hs.so_hoa: 27}\n"
    + "  - name: Đề án\n    set:\n      bm.de_an: có\n      hs.so_hoa: 26\n"
)


@pytest.fixture
def two(tmp_path: Path) -> Path:
    path = tmp_path / "phương án.yaml"
    path.write_text(TWO, encoding="utf-8")
    return path


def test_the_sample_with_27_files_digitised() -> None:
    done = par_index("what-if", SAMPLE, "--set", "hs.so_hoa=27", "--lang", "en")
    assert (done.code, done.err) == (0, b"")
    for line in (
        "Total: 26–36 → 27–37 of 44; +1",
        "  • Paper files digitised (hs.so_hoa): not reported → 27",
        "    before: 0/90 = 0% < 30% → 0 points",
        "    after: 27/90 = 30% ≥ 30% → 1 point",
        "    • Share of files digitised (line 140): 0% stated, but 27/90, that is 30%",
    ):
        assert f"{line}\n" in done.text
    assert "hdh.hopthu" not in done.text, "what stays as it is is not listed"


def test_json_is_told_as_its_schema_says(two: Path) -> None:
    done = par_index("what-if", SAMPLE, "--scenarios", two, "--format", "json")
    assert (done.code, done.err) == (0, b"")
    document = done.document
    jsonschema.validate(document, SCHEMA)
    first, second = document["scenarios"]
    assert [first["name"], second["name"]] == ["Số hóa", "Đề án"]
    gains = {one["code"]: one["gain"]["low"] for one in first["differences"]}
    assert gains == {"hdh": "1", "hdh.sohoa": "1"}
    assert [one["rule"] for one in first["findings"]["appear"]] == [
        "rate-differs",
        "rate-on-the-edge",
    ]
    assert [one["measure"] for one in second["set"]] == ["bm.de_an", "hs.so_hoa"]
    assert document["before"]["total"] == {"points": "26", "low": "26", "high": "36"}


def test_before_is_what_scoring_says_of_the_file(two: Path) -> None:
    document = par_index("what-if", SAMPLE, "--scenarios", two, "--format", "json").document
    scored = par_score(SAMPLE, "--format", "json").document
    for part in ("account", "extras", "total", "totals", "grades", "index"):
        assert document["before"][part] == scored[part]
    assert document["submission"] == scored["submission"]


def test_a_spreadsheet_has_a_row_for_the_total_and_for_each_difference(two: Path) -> None:
    done = par_index("what-if", SAMPLE, "--scenarios", two, "--format", "csv")
    assert done.code == 0
    header, *rows = csv.reader(io.StringIO(done.out.decode("utf-8-sig")))
    assert header[:4] == ["Phương án", "Loại dòng", "Mã", "Tiêu chí"]
    assert ["Số hóa", "Tổng điểm"] in [row[:2] for row in rows]
    (digitised,) = [row for row in rows if row[:3] == ["Số hóa", "tiêu chí", "hdh.sohoa"]]
    assert digitised[4:] == ["đã chấm", "0", "0", "đã chấm", "1", "1", "1", "1"]
    assert all(len(row) == len(header) for row in rows)


def test_a_table_keeps_to_its_width(two: Path) -> None:
    for width in (60, 80, 120):
        done = par_index("what-if", SAMPLE, "--scenarios", two, COLUMNS=str(width))
        assert max(map(len, done.text.splitlines())) <= width
        assert "Số hóa" in done.text
        assert "Đề án" in done.text


def test_many_scenarios_go_into_several_tables(tmp_path: Path) -> None:
    path = tmp_path / "nhiều.yaml"
    scenarios = "".join(f"  - {{name: Lần {n}, set: {{hs.so_hoa: {n}}}}}\n" for n in range(20, 34))
    path.write_text(HEAD + scenarios, encoding="utf-8")
    done = par_index("what-if", SAMPLE, "--scenarios", path)
    assert max(map(len, done.text.splitlines())) <= 80
    assert "So sánh: 14 phương án (1/5)\n" in done.text
    assert "(5/5)\n" in done.text
    markdown = par_index("what-if", SAMPLE, "--scenarios", path, "--format", "markdown").text
    assert markdown.count("| Tiêu chí |") == 1, "a document has room for one table"


def test_everything_that_cannot_be_tried_is_told_at_once() -> None:
    settings = ("hs.so_hoa=", "bm.de_an=co", "hs.sohoa=9", "hs.tiep_nhan=chín mươi")
    args = [part for one in settings for part in ("--set", one)]
    done = par_index("what-if", SAMPLE, *args)
    assert (done.code, done.out) == (3, b"")
    for place in (
        "  --> --set bm.de_an=co:1:10\n",
        "  --> --set hs.sohoa=9:1:1\n",
        "  --> --set hs.tiep_nhan=chín mươi:1:14\n",
    ):
        assert place in done.errors
    assert "có phải ý bạn là `hs.so_hoa`?" in done.errors
    assert "3 lỗi ở giá trị thử\n" in done.errors
    above = par_index("what-if", SAMPLE, "--set", "hs.so_hoa=91")
    assert above.code == 3
    assert "lỗi[E240]" in above.errors
    assert "  --> --set hs.so_hoa=91:1:11\n" in above.errors


def test_problems_of_a_scenario_file_have_their_places(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(
        HEAD
        + "  - {name: a, set: {hs.so_hoa: 91}}\n  - {name: b, set: {bm.de_an: co, hs.sohoa: 1}}\n",
        encoding="utf-8",
    )
    done = par_index("what-if", SAMPLE, "--scenarios", path, "--format", "json")
    assert done.code == 3
    jsonschema.validate(done.document, SCHEMA)
    told = [
        (one["code"], one["place"]["line"], one["place"]["column"])
        for one in done.document["problems"]
    ]
    assert told == [("E240", 3, 32), ("E234", 4, 31), ("E210", 4, 35)]


def test_faults_of_the_file_and_of_the_values_are_told_together(broken: Path) -> None:
    done = par_index("what-if", broken, "--set", "hs.so_hoa\u200b=27")
    assert done.code == 3
    assert "lỗi[E210]" in done.errors
    assert "lỗi[E105]" in done.errors


def test_what_yaml_drops_from_a_scenario_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(HEAD + "  - name: Phương án #1\n    set: {hs.so_hoa: 27}\n", encoding="utf-8")
    done = par_index("what-if", SAMPLE, "--scenarios", path)
    assert done.code == 0
    assert "cần xem[W101]" in done.text


def test_a_measure_set_twice_is_refused() -> None:
    done = par_index("what-if", SAMPLE, "--set", "hs.so_hoa=27", "--set", "hs.so_hoa=28")
    assert done.code == 3
    assert "lỗi[E261]" in done.errors


@pytest.mark.parametrize(
    "args",
    [
        [],
        ["--set", "hs.so_hoa"],
        ["--set", "hs.so_hoa=27", "--scenarios", "x.yaml"],
        ["--set", "hs.so_hoa=27", "--write", "-"],
        ["--set", "hs.so_hoa=27", "--write", "x.yaml", "-o", "./x.yaml"],
        ["--set", "tthc.hai_long=91%", "--write", "x.yaml"],
    ],
)
def test_what_cannot_be_asked_is_a_malformed_command_line(args: list[str]) -> None:
    done = par_index("what-if", SAMPLE, *args)
    assert (done.code, done.out) == (2, b"")
    assert not (ROOT / "x.yaml").exists()


def test_several_scenarios_are_not_written(two: Path, tmp_path: Path) -> None:
    target = tmp_path / "unit.yaml"
    assert par_index("what-if", SAMPLE, "--scenarios", two, "--write", target).code == 2
    assert not target.exists()


def test_a_file_with_one_scenario_may_be_written(tmp_path: Path) -> None:
    path, target = tmp_path / "một.yaml", tmp_path / "unit.yaml"
    path.write_text(HEAD + "  - {name: Một, set: {hs.so_hoa: 27}}\n", encoding="utf-8")
    done = par_index("what-if", SAMPLE, "--scenarios", path, "--write", target)
    assert done.code == 0
    assert "\nMột\n  • Số hồ sơ giấy" in done.text
    assert "hs.so_hoa: 27\n" in target.read_text(encoding="utf-8")


def test_a_written_file_scores_as_what_if_says(tmp_path: Path) -> None:
    target = tmp_path / "unit.yaml"
    args = ("--set", "hs.so_hoa=27", "--set", "bm.de_an=có", "--format", "json")
    done = par_index("what-if", SAMPLE, *args, "--write", target)
    assert (done.code, done.err) == (0, b"")
    (scenario,) = done.document["scenarios"]
    scored = par_score(target, "--format", "json").document
    for part, value in scenario["after"].items():
        assert scored[part] == value
    before, after = (path.read_text(encoding="utf-8").splitlines() for path in (SAMPLE, target))
    assert [line for line in after if line not in before] == ["  hs.so_hoa: 27"]
    assert len(after) == len(before) + 1


def test_a_file_written_in_an_unusual_way_is_not_rewritten(tmp_path: Path) -> None:
    unit, target = tmp_path / "unit.yaml", tmp_path / "moi.yaml"
    text = SAMPLE.read_text(encoding="utf-8")
    line = "  hdh.iso_9001:\n"
    assert line in text
    unit.write_text(text.replace(line, "  ? hs.so_hoa\n" + line), encoding="utf-8")
    assert par_index("what-if", unit, "--set", "hs.so_hoa=27").code == 0
    done = par_index("what-if", unit, "--set", "hs.so_hoa=27", "--write", target)
    assert (done.code, done.out) == (2, b"")
    assert "sửa tay" in done.errors
    assert not target.exists()


def test_a_file_that_exists_is_left_alone_unless_forced(tmp_path: Path) -> None:
    target = tmp_path / "unit.yaml"
    target.write_text("của tôi\n", encoding="utf-8")
    args = ("what-if", SAMPLE, "--set", "hs.so_hoa=27", "--write", target)
    done = par_index(*args)
    assert (done.code, done.out) == (2, b"")
    assert "lỗi[E905]" in done.errors
    assert target.read_text(encoding="utf-8") == "của tôi\n"
    assert par_index(*args, "--force").code == 0
    assert "hs.so_hoa: 27\n" in target.read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["unit.yaml"]


def test_the_file_itself_is_never_touched() -> None:
    before = SAMPLE.read_bytes()
    assert par_index("what-if", SAMPLE, "--set", "hs.so_hoa=27").code == 0
    assert SAMPLE.read_bytes() == before


def test_a_submission_may_come_from_standard_input(tmp_path: Path) -> None:
    target = tmp_path / "unit.yaml"
    done = par_index(
        "what-if", "-", "--set", "hs.so_hoa=27", "--write", target, stdin=SAMPLE.read_bytes()
    )
    assert done.code == 0
    assert "hs.so_hoa: 27\n" in target.read_text(encoding="utf-8")


def test_others_values_stand_in_for_their_files(tmp_path: Path) -> None:
    folder = ROOT / "fixtures" / "mau-so-kho-khan"
    path = tmp_path / "a.yaml"
    path.write_text(
        HEAD
        + "  - name: Khảo sát\n    set:\n      khao_sat.thai_do: {rat-hai-long: 300, hai-long: 0, "
        "binh-thuong: 0, khong-hai-long: 0, khong-tra-loi: 0}\n",
        encoding="utf-8",
    )
    survey = folder / "external-survey.yaml"
    args = ("what-if", folder / "unit.yaml", "--scenarios", path, "--format", "json")
    for more in ([], ["--external", survey]):
        (scenario,) = par_index(*args, *more).document["scenarios"]
        moved = {one["code"]: one["after"]["points"] for one in scenario["differences"]}
        assert moved["8.1.2"] == "2"


def test_a_day_and_a_set_may_be_named(tmp_path: Path) -> None:
    args = ("what-if", SAMPLE, "--set", "dh.ke_hoach.ngay_ban_hanh=2021-12-31")
    more = ("--as-of", "2022-01-15", "--criteria", "quang-binh/2021/skhcn-phu-luc/so")
    document = par_index(*args, *more, "--format", "json").document
    assert document["submission"]["as_of"] == "2022-01-15"
    assert document["scenarios"][0]["remarks"] == [], "the day has come"
    early = par_index(*args, "--format", "json").document
    assert [one["code"] for one in early["scenarios"][0]["remarks"]] == ["W203"]


def test_values_of_last_year_may_be_tried_and_written(tmp_path: Path) -> None:
    unit = ROOT / "fixtures" / "mau-so-binh-thuong" / "unit.yaml"
    target = tmp_path / "unit.yaml"
    args = ("what-if", unit, "--set", "last_year.dvsn.thu=8.000")
    done = par_index(*args, "--write", target, "--lang", "en")
    assert (done.code, done.err) == (0, b"")
    assert "(last year) (last_year.dvsn.thu): 9,420 → 8,000\n" in " ".join(
        done.text.split("\n    ")
    )
    document = par_index(*args, "--format", "json").document
    jsonschema.validate(document, SCHEMA)
    (scenario,) = document["scenarios"]
    assert scenario["set"] == [
        {
            "measure": "dvsn.thu",
            "last_year": True,
            "before": "9.420",
            "after": "8.000",
            "changes": True,
        }
    ]
    assert {one["code"] for one in scenario["differences"]} == {"6", "6.3", "6.3.2"}
    scored = par_score(target, "--format", "json").document
    assert scored["total"] == scenario["after"]["total"]
    lines = target.read_text(encoding="utf-8").splitlines()
    assert [
        line for line in lines if line not in unit.read_text(encoding="utf-8").splitlines()
    ] == ["  dvsn.thu: 8.000"]


def test_a_scenario_may_be_of_last_year_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(HEAD + "  - {name: Một, last_year: {dvsn.thu: 8.000}}\n", encoding="utf-8")
    unit = ROOT / "fixtures" / "mau-so-binh-thuong" / "unit.yaml"
    done = par_index("what-if", unit, "--scenarios", path, "--format", "json")
    assert [one["last_year"] for one in done.document["scenarios"][0]["set"]] == [True]
