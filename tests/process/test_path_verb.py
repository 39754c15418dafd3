"""par-index path from the outside: what it promises, what it refuses, that its values keep it."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from support.processes import ROOT, SAMPLE, par_index, par_score

SCHEMA = json.loads((ROOT / "par_index/schemas/path.schema.json").read_text(encoding="utf-8"))
ORDINARY = ROOT / "fixtures/mau-so-binh-thuong/unit.yaml"
EFFORT = "schema: par_index/effort/1\n"


def sought(*args: object) -> dict[str, Any]:
    done = par_index("path", *args, "--format", "json")
    assert (done.code, done.err) == (0, b"")
    jsonschema.validate(done.document, SCHEMA)
    return dict(done.document)


def values(document: dict[str, Any]) -> dict[str, str]:
    """What has to be reported after the path: what moves, its wholes, no rate of either.

    Counts that stood behind printed rates have to be told once the total is another.
    """
    found: dict[str, str] = {}
    for step in document["steps"]:
        for move in step["moves"]:
            if move["answer"] is not None:
                found[move["measure"]] = "có"
            elif move["day"] is not None:
                found[move["measure"]] = move["day"]
            else:
                found[move["measure"]] = move["after"]
                found |= {whole["measure"]: whole["after"] for whole in move["wholes"]}
    if "hs.tiep_nhan" in found:
        printed = {"hs.so_hoa": "0", "hs.truc_tuyen": "33", "hs.bcci_nhan": "0", "hs.bcci_tra": "6"}
        found = {**printed, **dict.fromkeys((f"{id}.ty_le" for id in printed), ""), **found}
    return found


@pytest.mark.parametrize("goal", ["28", "31", "70%"])
def test_whoever_reports_the_values_has_what_the_path_promised(goal: str) -> None:
    document = sought(SAMPLE, "--to", goal)
    assert document["verdict"] == "cheapest"
    after = {f"{id}={value.replace('.', ',')}" for id, value in values(document).items()}
    settings = [arg for one in sorted(after) for arg in ("--set", one)]
    done = par_index("what-if", SAMPLE, *settings, "--format", "json")
    (scenario,) = done.document["scenarios"]
    assert scenario["after"]["totals"]["low"] == document["after"]["totals"]["low"]
    assert scenario["after"]["index"] == document["after"]["index"]


def test_the_next_grade_of_the_ordinary_sample() -> None:
    document = sought(ORDINARY, "--to", "kha")
    assert (document["verdict"], document["effort"]) == ("cheapest", "22.75")
    assert document["effort"] == document["least_effort"]
    standings = {one["id"]: one["standing"] for one in document["after"]["grades"]}
    assert (standings["trung-binh"], standings["yeu"]) == ("impossible", "impossible")
    assert (
        document["before"]["totals"] == par_score(ORDINARY, "--format", "json").document["totals"]
    )


def test_the_curve_rises_and_the_path_lies_on_it() -> None:
    document = sought(ORDINARY, "--to", "64")
    curve = [(float(one["effort"]), float(one["total"])) for one in document["curve"]]
    assert curve == sorted(curve)
    assert len({total for _, total in curve}) == len(curve)
    reaching = [effort for effort, total in curve if total >= 64]
    assert float(document["effort"]) == reaching[0]


def test_a_goal_that_is_there_takes_nothing() -> None:
    document = sought(SAMPLE, "--to", "26")
    assert (document["verdict"], document["effort"], document["steps"]) == ("there", "0", [])
    assert "Đã chắc chắn đạt tổng điểm từ 26" in par_index("path", SAMPLE, "--to", "26").text


def test_a_goal_out_of_reach_says_how_far_it_goes() -> None:
    document = sought(SAMPLE, "--to", "35")
    assert document["verdict"] == "none"
    assert document["after"]["totals"]["low"] == "34"


def test_a_budget_that_is_not_enough() -> None:
    document = sought(SAMPLE, "--to", "34", "--budget", "5")
    assert (document["verdict"], document["least_effort"]) == ("beyond", "9")
    assert document["effort"] == "5"


def test_what_is_kept_and_what_is_forbidden() -> None:
    free = sought(SAMPLE, "--to", "32", "--forbid", "hdh.dvctt")
    assert not any(
        move["measure"] == "hs.truc_tuyen" for step in free["steps"] for move in step["moves"]
    )
    kept = sought(SAMPLE, "--budget", "100", "--keep", "hdh.dvctt", "--forbid", "hs.truc_tuyen")
    lost = [
        one["code"] for step in kept["steps"] for one in step["changes"] if one["gain"][0] == "-"
    ]
    assert "hdh.dvctt" not in lost


def test_values_are_assumed_first() -> None:
    document = sought(SAMPLE, "--to", "28", "--set", "bm.de_an=có")
    assert document["before"]["totals"]["low"] == "27"
    assert document["effort"] == "1"


def test_efforts_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "công sức.yaml"
    file.write_text(EFFORT + "criteria: {dh: 100, bm: 100}\n", encoding="utf-8")
    document = sought(SAMPLE, "--to", "27", "--effort", file)
    assert document["effort"] == "1"
    assert {code for step in document["steps"] for code in step["codes"]} == {"hdh.bccinhan"}, (
        "as much as all mailboxes, in fewer cases"
    )
    assert document["unpriced"] == ["hdh.bccinhan"]


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "effort.yaml"
    file.write_text(EFFORT + "criteria: {dh.khac: 1}\nmeasures: {bm.de_an: -1}\n", "utf-8")
    done = par_index(
        "path", SAMPLE, "--to", "27", "--effort", file, "--set", "x=1", "--format", "json"
    )
    assert done.code == 3
    jsonschema.validate(done.document, SCHEMA)
    assert {one["code"] for one in done.document["problems"]} == {"E210", "E211", "E268"}


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((), "cần --to, --budget, hoặc cả hai"),
        (("--to", "tot"), "bộ tiêu chí này không xếp loại"),
        (("--budget", "-1"), "`--budget` cần một số không âm"),
        (("--to", "30", "--keep", "hdh.so_hoa"), "có phải ý bạn là `hdh.sohoa`?"),
        (("--to", "30", "--forbid", "hs.sohoa"), "có phải ý bạn là `hs.so_hoa`?"),
    ],
)
def test_a_malformed_command_line(args: tuple[str, ...], said: str) -> None:
    done = par_index("path", SAMPLE, *args)
    assert (done.code, done.out) == (2, b"")
    assert said in " ".join(done.errors.split())


def test_a_grade_that_is_not_there_names_those_that_are() -> None:
    done = par_index("path", ORDINARY, "--to", "gioi", "--lang", "en")
    assert done.code == 2
    assert "(xuat-sac, tot, kha, trung-binh or yeu)" in done.errors


def test_a_spreadsheet_has_a_row_for_each_move() -> None:
    done = par_index("path", SAMPLE, "--to", "34", "--format", "csv")
    header, *rows = csv.reader(io.StringIO(done.out.decode("utf-8-sig")))
    assert header[:4] == ["Việc", "Mã", "Tiêu chí", "Số liệu"]
    together = [row for row in rows if row[0] == "6"]
    assert [row[1] for row in together] == ["hdh.sohoa", "hdh.dvctt", "hdh.bccinhan", "hdh.bccitra"]
    assert [row[-1] for row in together] == ["4", "", "", ""]
    assert all(len(row) == len(header) for row in rows)


def test_markdown_leaves_the_lines_of_the_file_behind() -> None:
    text = par_index("path", SAMPLE, "--to", "34", "--format", "markdown").text
    assert "39/129" in text
    assert "(dòng " not in text
