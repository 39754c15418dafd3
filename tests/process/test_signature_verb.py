"""`par-index signature`: PDF files judged by the roots that one names."""

from __future__ import annotations

import datetime
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from support.processes import ROOT, Done, environment, par_index
from support.signing import SIGNED, blank, chain, signed, with_page

SCHEMA = json.loads((ROOT / "par_index/schemas/signature.schema.json").read_text(encoding="utf-8"))
EVIDENCE = Draft202012Validator(
    json.loads((ROOT / "par_index/schemas/evidence.schema.json").read_text(encoding="utf-8"))
)
DAY = "2021-12-31"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some files, and the roots to trust."""
    here = tmp_path_factory.mktemp("ky")
    ours = chain()
    (here / "goc").mkdir()
    (here / "goc/thu.pem").write_bytes(ours.root.pem)
    both = signed(signed(blank(), ours.person), ours.organisation, stamper=ours.stamper)
    (here / "ke-hoach.pdf").write_bytes(both)
    (here / "tu-khai.pdf").write_bytes(signed(both, ours.person))
    (here / "them-trang.pdf").write_bytes(with_page(both))
    (here / "khong-ky.pdf").write_bytes(blank())
    (here / "bang.xlsx").write_bytes(b"PK\x03\x04")
    return here


def signature(folder: Path, *args: object) -> Done:
    return par_index("signature", *args, cwd=folder)


def test_a_page_for_people(folder: Path) -> None:
    done = signature(folder, "ke-hoach.pdf", "tu-khai.pdf", "--trust", "goc", "--as-of", DAY)
    assert done.code == 0
    assert not done.errors
    text = " ".join(done.text.split())
    assert "ke-hoach.pdf: mức 4, kèm dấu thời gian" in text
    assert "tu-khai.pdf: mức 3, nguyên vẹn, chuỗi tin cậy" in text
    assert "10:00 ngày 10/06/2021, giờ Việt Nam (giờ do người ký tự khai)" in text
    assert "sau khi ký: có thêm chữ ký khác" in text
    assert "muộn nhất 10:00 ngày 10/06/2021, giờ Việt Nam, theo dấu thời gian của" in text
    assert f"SHA-256 {chain().root.fingerprint}" in text
    assert "không hỏi qua mạng" in text
    assert max(map(len, done.text.splitlines())) <= 80


def test_the_document_is_as_published(folder: Path) -> None:
    names = ("tu-khai.pdf", "them-trang.pdf", "khong-ky.pdf", "bang.xlsx")
    args = (*names, "--trust", "goc", "--as-of", DAY, "--format", "json")
    done = signature(folder, *args)
    Draft202012Validator(SCHEMA).validate(done.document)
    assert done.code == 0
    files = done.document["files"]
    assert [one["level"] for one in files] == [3, 1, 0, None]
    assert [one["fault"] for one in files] == [None, None, None, "no_pdf"]
    first, second, third = files[0]["signatures"]
    assert (first["level"], first["why"], first["change"]) == (4, "no_revocation", "signed")
    assert (third["level"], third["why"], third["whole"]) == (3, "no_timestamp", True)
    assert first["proven"] == second["proven"] == SIGNED.isoformat().replace("+00:00", "Z")
    assert done.document["network"] is False
    assert [one["sha256"] for one in done.document["roots"]] == [chain().root.fingerprint]
    assert signature(folder, *args) == done


def test_markdown(folder: Path) -> None:
    done = signature(folder, "them-trang.pdf", "--as-of", DAY, "--format", "markdown")
    assert done.text.startswith("# Kiểm tra chữ ký số\n")
    assert "## them-trang.pdf: mức 1, có chữ ký nhưng hỏng" in done.text


@pytest.mark.parametrize(("level", "code"), [("1", 0), ("3", 0), ("4", 1), ("5", 1)])
def test_the_gate_is_about_the_weakest_signature(level: str, code: int, folder: Path) -> None:
    args = ("tu-khai.pdf", "--trust", "goc", "--as-of", DAY, "--at-least", level)
    done = signature(folder, *args)
    assert done.code == code
    assert ("tu-khai.pdf: dưới mức" in done.errors) == bool(code)
    told = signature(folder, *args, "--format", "json").document
    assert (told["exit_code"], told["failed_gates"]) == (code, ["at-least"] * code)


def test_what_cannot_be_judged_does_not_pass_the_gate(folder: Path) -> None:
    assert signature(folder, "bang.xlsx", "--at-least", "1").code == 1
    assert signature(folder, "khong-ky.pdf", "--at-least", "1").code == 1


def test_everything_that_is_missing_is_told_at_once(folder: Path) -> None:
    done = signature(folder, "a.pdf", "b.pdf", "--trust", "c")
    assert done.code == 5
    assert done.errors.count("[E901]") == 3
    told = signature(folder, "a.pdf", "--trust", ".", "--format", "json")
    Draft202012Validator(SCHEMA).validate(told.document)
    assert [one["code"] for one in told.document["problems"]] == ["E921", "E901"]
    assert told.code == 5


def test_a_root_that_is_none_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "goc.cer").write_bytes(b"khong phai")
    done = signature(folder, "ke-hoach.pdf", "--trust", tmp_path)
    assert done.code == 5
    assert "[E920]" in done.errors


def test_a_root_that_is_a_pipe_is_not_waited_for(folder: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "goc.pem")
    file = folder / "khong-ky.pdf"
    done = par_index("signature", file, "--trust", tmp_path)
    assert done.code == 5
    assert "[E920]" in done.errors


def test_what_is_judged_is_never_written_over(folder: Path) -> None:
    file = folder / "khong-ky.pdf"
    before = file.read_bytes()
    assert par_index("signature", file, "-o", file).code == 2
    assert file.read_bytes() == before


def test_names_that_would_act_on_a_terminal_are_shown(folder: Path) -> None:
    name = "a\x1b[31m.pdf"
    (folder / name).write_bytes(blank())
    done = signature(folder, name, "--at-least", "1")
    assert b"\x1b" not in done.out + done.err


def test_without_the_extra_it_says_what_to_install(folder: Path) -> None:
    start = "import sys; sys.modules['pyhanko'] = None"
    run = "from par_index.cli.workbench import run; run()"
    done = subprocess.run(
        [sys.executable, "-c", f"{start}; {run}", "signature", "ke-hoach.pdf"],
        capture_output=True,
        cwd=folder,
        env=environment(),
        check=False,
    )
    errors = done.stderr.decode("utf-8")
    assert done.returncode == 5
    assert "[E919]" in errors
    assert "pip install pyHanko" in errors


def test_the_page_on_reviewing_shows_what_is_said() -> None:
    page = (ROOT / "docs" / "reviewing.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```text\n\$ par-index (signature .*)\n([^`]*)```", page)
    done = par_index(*shlex.split(block[0]), cwd=ROOT / "tests" / "evidence" / "signed")
    assert (done.code, done.text) == (0, block[1])


# Beside everything else that is said of evidence.


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """The made documents, the plan of them signed by the body that the register names."""
    made = tmp_path / "don-vi"
    shutil.copytree(ROOT / "fixtures" / "quang-binh-skhcn-2021-tai-lieu", made)
    text = (made / "unit.yaml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines(keepends=True) if "sha256: 871d08" not in line]
    (made / "unit.yaml").write_text("".join(lines), encoding="utf-8")
    plan = made / "tai_lieu" / "ke-hoach-cchc-2021.pdf"
    day = datetime.datetime(2020, 12, 31, 2, tzinfo=datetime.UTC)
    plan.write_bytes(signed(plan.read_bytes(), chain().organisation, at=day))
    return made / "unit.yaml"


def checked(unit: Path, folder: Path, *args: object) -> dict[str, Any]:
    """What is said of the signed plan: codes by check, and whether it stands."""
    more = ("--trust", folder / "goc", "--as-of", "2021-09-30", "--format", "json")
    done = par_index("evidence", unit, *more, *args)
    EVIDENCE.validate(done.document)
    assert done.document["tools"].keys() >= {"pypdf", "pyHanko"}
    (plan,) = (one for one in done.document["documents"] if one["id"] == "kh-614")
    told = {one["check"]: (one["verdict"], one["code"]) for one in plan["checks"]}
    return {"document": done.document, "told": told, "out": plan["disqualified"]}


def test_evidence_is_judged_by_its_signatures_as_well(unit: Path, folder: Path) -> None:
    found = checked(unit, folder)
    told = found["told"]
    assert told["signature"] == ("right", "no_timestamp")
    assert told["signing_body"] == ("right", "named")
    assert told["signing_day"] == ("right", "declared")
    assert not found["out"]
    assert found["document"]["trust"]["roots"][0]["sha256"] == chain().root.fingerprint
    others = {one["id"]: one["checks"][-1] for one in found["document"]["documents"]}
    assert (others["bk-ho-so"]["verdict"], others["bk-ho-so"]["code"]) == ("unknown", "unsigned")
    supported = found["document"]["supported"]["checked"]
    plan = unit.parent / "tai_lieu" / "ke-hoach-cchc-2021.pdf"
    plan.write_bytes(with_page(plan.read_bytes()))
    found = checked(unit, folder)
    assert found["told"]["signature"] == ("wrong", "content")
    assert found["out"]
    assert int(found["document"]["supported"]["checked"]) < int(supported)
    assert found["document"]["points"] == "26"


def test_without_roots_evidence_says_nothing_of_signatures(unit: Path) -> None:
    done = par_index("evidence", unit, "--format", "json")
    assert "trust" not in done.document
    codes = {each["check"] for one in done.document["documents"] for each in one["checks"]}
    assert "signature" not in codes


def test_the_page_says_by_what_signatures_were_judged(unit: Path, folder: Path) -> None:
    done = par_index("evidence", unit, "--trust", folder / "goc", "--as-of", "2021-09-30")
    text = " ".join(done.text.split())
    assert "chữ ký 1/1 (Uỷ ban nhân dân tỉnh Thử, Sở Khoa học và Công nghệ)" in text
    assert "Chứng thư gốc được tin Kiểm chữ ký theo ngày 30/09/2021." in text
    assert chain().root.fingerprint in text


def test_a_wrong_folder_of_roots_is_refused_before_anything_is_read(unit: Path) -> None:
    done = par_index("evidence", unit, "--trust", unit.parent)
    assert (done.code, done.out) == (5, b"")
    assert "[E921]" in done.errors


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from par_index.cli.workbench import build; build('vi').main("
        "['signature', '--help'], standalone_mode=False); "
        "sys.exit(any(one in sys.modules for one in ('pyhanko', 'asn1crypto', 'cryptography')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0
