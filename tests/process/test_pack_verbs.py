"""par-index pack and par-index verify as processes: files, exit codes, forms."""

import io
import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from support.packages import FILES, REGISTER, archive, files_of, opened, real, rebuilt, write
from support.processes import ROOT, SAMPLE, SET_ID, Done, par_index, par_score

from par_index.nouns import replace
from par_index.reading.digests import sha256_of
from par_index.review.packages.building import build

BROKEN = ROOT / "tests" / "golden" / "broken.yaml"
EXCELLENT = ROOT / "fixtures" / "mau-so-xuat-sac"
OTHERS = ("external-appraiser.yaml", "external-block.yaml", "external-survey.yaml")


def schema(name: str) -> Draft202012Validator:
    text = (ROOT / "par_index" / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The sample unit with its documents beside it."""
    write(tmp_path, "unit.yaml", SAMPLE.read_bytes() + REGISTER.encode())
    for path, data in FILES.items():
        write(tmp_path, path, data)
    return tmp_path


@pytest.fixture
def packed(folder: Path) -> Path:
    """The package of `folder`, made here: a process takes its time."""
    return write(folder, "goi.zip", build(real()[0]))


def pack(folder: Path, *args: object) -> Done:
    return par_index("pack", "unit.yaml", "-o", "goi.zip", *args, cwd=folder)


def test_a_package_is_written_and_verified(folder: Path) -> None:
    done = pack(folder)
    package = opened((folder / "goi.zip").read_bytes())
    assert done.code == 0
    assert (folder / "goi.zip").read_bytes() == build(real()[0])
    assert f"Mã gói: {package.digest}" in done.text
    assert "Tài liệu kiểm chứng: 2 có tệp, 1 không có tệp" in done.text
    assert "[W611]" in done.errors
    verified = par_index("verify", folder / "goi.zip")
    assert (verified.code, verified.err) == (0, b"")
    assert "chấm lại ra đúng kết quả" in verified.text
    assert f"{SET_ID}; khớp với bản cài ở máy này" in verified.text
    assert "qd: qd.docx" in verified.text


def test_packing_again_elsewhere_gives_the_same_bytes(folder: Path, packed: Path) -> None:
    elsewhere = folder / "x" / "y"
    elsewhere.mkdir(parents=True)
    shutil.copytree(folder / "tai lieu", elsewhere / "tai lieu")
    for name in ("unit.yaml", "-bc.pdf"):
        shutil.copy(folder / name, elsewhere)
    own = folder / "bo"
    shutil.copytree(ROOT / "criteria" / SET_ID, own)
    done = par_index("pack", elsewhere / "unit.yaml", "--criteria", own, "-o", folder / "2.zip")
    assert done.code == 0
    assert (folder / "2.zip").read_bytes() == packed.read_bytes()


def test_json_is_what_its_schema_says_whatever_came_of_it(folder: Path, packed: Path) -> None:
    made = pack(folder, "--force", "--format", "json")
    schema("pack").validate(made.document)
    assert made.document["digest"] == opened(packed.read_bytes()).digest
    assert [one["code"] for one in made.document["remarks"]] == ["W611"]
    refused = par_index("pack", BROKEN, "-o", folder / "b.zip", "--format", "json")
    schema("pack").validate(refused.document)
    assert (refused.code, refused.document["status"]) == (3, "refused")
    whole = par_index("verify", packed, "--format", "json")
    schema("verify").validate(whole.document)
    assert (whole.code, whole.document["score"]) == (0, "same")
    data = bytearray(packed.read_bytes())
    data[len(data) // 2] ^= 1
    changed = par_index("verify", write(folder, "c.zip", data), "--format", "json")
    schema("verify").validate(changed.document)
    assert (changed.code, changed.document["status"]) == (3, "refused")
    with zipfile.ZipFile(packed) as files:
        schema("assessment").validate(json.loads(files.read("goi/data/assessment.json")))


def test_a_file_is_not_written_over_unless_asked_for(folder: Path) -> None:
    write(folder, "goi.zip", b"mine")
    done = pack(folder)
    assert done.code == 2
    assert "[E905]" in done.errors
    assert (folder / "goi.zip").read_bytes() == b"mine"
    assert pack(folder, "--force").code == 0
    assert opened((folder / "goi.zip").read_bytes())


def test_what_is_packed_is_never_written_over(folder: Path) -> None:
    for name in ("unit.yaml", "-bc.pdf", "tai lieu/kế hoạch.PDF"):
        before = (folder / name).read_bytes()
        done = par_index("pack", "unit.yaml", "--force", "-o", f"./{name}", cwd=folder)
        assert done.code == 2
        assert (folder / name).read_bytes() == before


def test_neither_the_set_nor_the_slip_is_written_over(folder: Path) -> None:
    copy = folder / "bo"
    shutil.copytree(ROOT / "criteria" / SET_ID, copy)
    for name in ("set.yaml", "measures.yaml"):
        before = (copy / name).read_bytes()
        args = ("--criteria", "bo", "--force", "-o", f"bo/{name}")
        assert par_index("pack", "unit.yaml", *args, cwd=folder).code == 2
        assert (copy / name).read_bytes() == before
    slip = write(folder, "phieu.json", b"{}")
    args = ("--answers", "phieu.json", "--force", "-o", "phieu.json")
    assert par_index("pack", "unit.yaml", *args, cwd=folder).code != 0
    assert slip.read_bytes() == b"{}"


@pytest.mark.parametrize("name", ["con.yaml", f"{'x' * 200}.yaml"])
def test_a_set_with_names_of_one_system_is_its_authors_to_mend(name: str, folder: Path) -> None:
    copy = folder / "bo"
    shutil.copytree(ROOT / "criteria" / SET_ID, copy)
    (area,) = copy.glob("7-*.yaml")
    area.rename(copy / name)
    text = (copy / "set.yaml").read_text("utf-8")
    assert area.name in text
    write(copy, "set.yaml", text.replace(area.name, name).encode())
    done = pack(folder, "--criteria", "bo")
    assert done.code == 4
    assert "[E404]" in done.errors
    assert name in done.errors


def test_a_name_that_no_folder_can_have_is_no_set(folder: Path) -> None:
    done = pack(folder, "--criteria", "x" * 5_000)
    assert done.code == 5
    assert "[E906]" in done.errors


def test_documents_are_found_in_any_locale(folder: Path) -> None:
    assert pack(folder).code == 0
    before = (folder / "goi.zip").read_bytes()
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    args = ("pack", "unit.yaml", "-o", "goi.zip", "--force")
    assert par_index(*args, cwd=folder, **plain).code == 0
    assert (folder / "goi.zip").read_bytes() == before


def test_nothing_is_left_where_nothing_could_be_packed(folder: Path) -> None:
    before = sorted(os.listdir(folder))
    write(folder, "unit.yaml", BROKEN.read_bytes())
    assert pack(folder).code == 3
    assert par_index("pack", SAMPLE, "-o", folder / "no" / "goi.zip").code == 5
    assert par_index("pack", "khong-co.yaml", "-o", folder / "goi.zip").code == 5
    assert sorted(os.listdir(folder)) == before


@pytest.mark.parametrize(
    "args",
    [(), ("-o", "-"), ("-o", "x.zip", "--head", "x"), ("-o", "x.zip", "--head", "0:9f3a51c0")],
    ids=str,
)
def test_malformed_command_lines_are_told(args: tuple[str, ...], tmp_path: Path) -> None:
    assert par_index("pack", SAMPLE, *args, cwd=tmp_path).code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_link_in_place_of_a_document_is_refused(folder: Path) -> None:
    (folder / "qd.docx").symlink_to("/etc/passwd")
    done = pack(folder)
    assert done.code == 3
    assert "[E614]" in done.errors
    assert not (folder / "goi.zip").exists()


def test_a_document_that_has_changed_is_remarked(folder: Path) -> None:
    text = (folder / "unit.yaml").read_text(encoding="utf-8")
    old = sha256_of(b"old")
    write(
        folder, "unit.yaml", text.replace("tep: qd.docx", f"tep: qd.docx, sha256: {old}").encode()
    )
    write(folder, "qd.docx", b"new")
    done = pack(folder, "--lang", "en")
    assert done.code == 0
    assert "[W612]" in done.errors
    assert f"write sha256: {sha256_of(b'new')}" in done.errors


def test_the_day_and_the_head_go_with_the_package(folder: Path) -> None:
    assert pack(folder, "--as-of", "2021-12-30", "--head", "12:9f3a51c0").code == 0
    info = opened((folder / "goi.zip").read_bytes()).parts.info
    assert (info.day.isoformat(), info.head) == ("2021-12-30", "12:9f3a51c0")
    done = par_index("verify", folder / "goi.zip", "--lang", "en")
    assert done.code == 0
    assert "Answers the appraisal log at #12 9f3a51c0" in done.text


# What verify says


def test_the_digest_that_a_letter_gives_is_compared(packed: Path) -> None:
    digest = opened(packed.read_bytes()).digest
    assert par_index("verify", packed, "--digest", digest.upper()).code == 0
    done = par_index("verify", packed, "--digest", "0" * 64)
    assert done.code == 3
    assert "[E620]" in done.errors
    assert par_index("verify", packed, "--digest", "9f3a").code == 2


def test_a_package_zipped_again_is_refused(packed: Path, tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(packed) as files, zipfile.ZipFile(out, "w", 8) as again:
        for name in files.namelist():
            again.writestr(name, files.read(name))
    done = par_index("verify", write(tmp_path, "lai.zip", out.getvalue()))
    assert done.code == 3
    assert "gửi nguyên tệp" in done.errors


def doctored(packed: Path, folder: Path) -> Path:
    """A package with an easier set, scored by it, and every list computed again."""
    own = folder / "bo"
    shutil.copytree(ROOT / "criteria" / SET_ID, own)
    area = own / "7-chinh-quyen-dien-tu.yaml"
    text = area.read_text(encoding="utf-8")
    assert "at_least: 30%" in text
    area.write_text(text.replace("at_least: 30%", "at_least: 3%"), encoding="utf-8")
    target = folder / "de.zip"
    done = par_index("pack", folder / "unit.yaml", "--criteria", own, "-o", target)
    assert done.code == 0
    return target


def test_a_doctored_set_is_told_whatever_was_computed_again(packed: Path, folder: Path) -> None:
    easier = doctored(packed, folder)
    done = par_index("verify", easier)
    assert done.code == 0
    assert "khác bản cài ở máy này" in done.text
    assert "7-chinh-quyen-dien-tu.yaml" in done.text
    asked = par_index("verify", easier, "--criteria", SET_ID)
    assert asked.code == 1
    assert "khác bộ nêu ở --criteria" in asked.text
    assert par_index("verify", packed, "--criteria", SET_ID).code == 0


def test_a_set_that_is_not_installed_is_told(folder: Path) -> None:
    own = folder / "bo"
    shutil.copytree(ROOT / "criteria" / SET_ID, own)
    for path, old in ((own / "set.yaml", SET_ID), (folder / "unit.yaml", SET_ID)):
        text = path.read_text(encoding="utf-8").replace(old, "thu/2021/rieng/so")
        path.write_text(text, encoding="utf-8")
    assert pack(folder, "--criteria", own).code == 0
    done = par_index("verify", folder / "goi.zip")
    assert done.code == 0
    assert "máy này không có bản cài để so" in done.text


def other_release(old: str, new: str) -> bytes:
    """A package of another release, whose assessment says something else, all lists anew."""
    parts = real()[0]
    text = parts.assessment.decode().replace('"version": "', '"version": "9.')
    assert old in text
    return rebuilt(parts, assessment=text.replace(old, new).encode())


def test_another_release_is_held_to_its_points(tmp_path: Path) -> None:
    write(tmp_path, "a.zip", other_release('"low": "26"', '"low": "26"'))
    same = par_index("verify", tmp_path / "a.zip")
    assert same.code == 0
    assert "chấm lại ra đúng kết quả" in same.text
    assert "Bản 9.0.1.0 đã chấm ra đúng như ghi" in same.text
    write(tmp_path, "b.zip", other_release('"counted_in": "hồ sơ"', '"counted_in": "dossiers"'))
    points = par_index("verify", tmp_path / "b.zip")
    assert points.code == 0
    assert "chấm lại ra đúng số điểm" in points.text
    other = par_index(
        "verify", write(tmp_path, "b.zip", other_release('"low": "26"', '"low": "30"'))
    )
    assert other.code == 1
    assert "chấm ra điểm khác" in other.text
    assert "đã ghi: 30–36" in other.text
    told = par_index("verify", tmp_path / "b.zip", "--format", "json")
    schema("verify").validate(told.document)
    assert (told.code, told.document["exit_code"]) == (1, 1)


def test_markdown_says_the_same(packed: Path) -> None:
    done = par_index("verify", packed, "--format", "markdown", "--lang", "en")
    assert done.code == 0
    assert "## What this does not prove" in done.text


def test_a_set_in_a_package_that_does_not_load_is_the_senders_fault(
    packed: Path, tmp_path: Path
) -> None:
    parts = opened(packed.read_bytes()).parts
    broken = parts.criteria["set.yaml"].replace(b"max_points: 46", b"max_points: 47")
    criteria = {**parts.criteria, "set.yaml": broken}
    done = par_index("verify", write(tmp_path, "a.zip", build(replace(parts, criteria=criteria))))
    assert done.code == 3
    assert "a.zip!data/criteria/set.yaml:" in done.errors


@pytest.mark.parametrize("name", ["khong-co.zip", "."])
def test_what_cannot_be_read_is_told(name: str, tmp_path: Path) -> None:
    assert par_index("verify", name, cwd=tmp_path).code == 5


# Receipts


@pytest.fixture
def receipt(tmp_path: Path) -> Path:
    """A score by the files of others, with its receipt beside these."""
    for file in EXCELLENT.glob("*.yaml"):
        shutil.copy(file, tmp_path)
    others = [arg for name in OTHERS for arg in ("--external", name)]
    args = ("unit.yaml", "--format", "json", "--receipt", *others, "-o", "ket-qua.json")
    assert par_score(*args, cwd=tmp_path).code == 0
    return tmp_path / "ket-qua.json"


def test_a_receipt_is_verified_beside_its_files(receipt: Path) -> None:
    schema("assessment").validate(json.loads(receipt.read_text(encoding="utf-8")))
    done = par_index("verify", receipt)
    assert done.code == 0
    assert "Các tệp đúng như biên nhận" in done.text
    told = par_index("verify", receipt, "--format", "json")
    schema("verify").validate(told.document)
    assert (told.document["kind"], told.document["package"]) == ("receipt", None)


@pytest.mark.parametrize("name", ["unit.yaml", OTHERS[2]])
def test_a_file_of_a_receipt_that_has_changed_is_named(receipt: Path, name: str) -> None:
    file = receipt.parent / name
    file.write_bytes(file.read_bytes() + b"\n")
    done = par_index("verify", receipt)
    assert done.code == 3
    assert f"= khác ở: {name}\n" in done.errors
    file.unlink()
    assert par_index("verify", receipt).errors == done.errors


def test_other_points_beside_the_same_files_are_told(receipt: Path) -> None:
    text = receipt.read_text(encoding="utf-8")
    receipt.write_text(text.replace('"low": "95.02"', '"low": "99"'), encoding="utf-8")
    done = par_index("verify", receipt)
    assert done.code == 3
    assert "[E617]" in done.errors


def test_the_assessment_of_an_unpacked_package_is_a_receipt_too(packed: Path) -> None:
    with zipfile.ZipFile(packed) as files:
        files.extractall(packed.parent / "mo")
    data = packed.parent / "mo" / "goi" / "data"
    assert par_index("verify", data / "assessment.json").code == 0
    (data / "tai_lieu" / "TL03_7-BC.pdf").write_bytes(b"other")
    done = par_index("verify", data / "assessment.json")
    assert done.code == 3
    assert "TL03_7-BC.pdf" in done.errors


def test_gates_do_not_stand_in_the_way_of_a_receipt(receipt: Path) -> None:
    args = ("unit.yaml", "--format", "json", "--receipt", "-o", "r.json", "--fail-under", "99")
    assert par_score(*args, cwd=receipt.parent).code == 1
    assert par_index("verify", receipt.parent / "r.json").code == 0


@pytest.mark.parametrize("args", [("--receipt",), ("--receipt", "--format", "json", SAMPLE)])
def test_a_receipt_is_of_one_file_and_in_json(args: tuple[object, ...]) -> None:
    assert par_score(SAMPLE, *args).code == 2


def test_a_receipt_stands_above_its_files(receipt: Path, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    args = ("../unit.yaml", "--format", "json", "--receipt", "-o", "r.json")
    done = par_score(*args, cwd=tmp_path / "x")
    assert done.code == 2
    assert par_score(*args[:-1], "../r.json", cwd=tmp_path / "x").code == 0
    assert par_index("verify", tmp_path / "r.json").code == 0


def test_a_path_out_of_its_folder_is_not_followed(receipt: Path, tmp_path: Path) -> None:
    text = receipt.read_text(encoding="utf-8")
    secret = write(tmp_path.parent, "secret.yaml", (tmp_path / "unit.yaml").read_bytes())
    document = json.loads(text)
    document["receipt"]["unit"]["file"] = f"../{secret.name}"
    receipt.write_text(json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True) + "\n")
    done = par_index("verify", receipt)
    assert done.code == 3
    assert "[E618]" in done.errors


def test_what_is_no_package_and_no_receipt_is_told() -> None:
    done = par_index("verify", SAMPLE)
    assert done.code == 3
    assert "[E619]" in done.errors


def test_what_is_verified_is_never_written_over(packed: Path) -> None:
    before = packed.read_bytes()
    assert par_index("verify", packed, "-o", packed).code == 2
    assert packed.read_bytes() == before


def test_files_in_another_order_are_refused(packed: Path, tmp_path: Path) -> None:
    files = files_of(opened(packed.read_bytes()).parts)
    turned = write(tmp_path, "a.zip", archive(dict(reversed(files.items()))))
    assert par_index("verify", turned).code == 3


# Answers


def slip(folder: Path, **changes: object) -> Path:
    """A slip as an office returns with, as far as a package reads it."""
    document = {
        "schema": "par_index/return/1",
        "unit": {"id": "quang-binh.so-khcn", "name": "x"},
        "year": 2021,
        "pack_head": f"12:{'9f3a' * 16}",
    }
    return write(folder, "phieu.json", json.dumps(document | changes).encode())


def test_an_answer_carries_the_head_of_the_slip(folder: Path) -> None:
    assert pack(folder, "--answers", slip(folder)).code == 0
    info = opened((folder / "goi.zip").read_bytes()).parts.info
    assert info.head == f"12:{'9f3a' * 16}"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"schema": "par_index/return/2"}, "E621"),
        ({"pack_head": "12"}, "E621"),
        ({"unit": []}, "E621"),
        ({"unit": {"id": "quang-binh.so-noi-vu"}}, "E622"),
        ({"year": 2020}, "E622"),
    ],
    ids=str,
)
def test_another_slip_is_refused(folder: Path, changes: dict[str, object], code: str) -> None:
    done = pack(folder, "--answers", slip(folder, **changes))
    assert done.code == 3
    assert f"[{code}]" in done.errors
    assert not (folder / "goi.zip").exists()


def test_a_head_as_it_is_printed_is_taken_too(folder: Path) -> None:
    assert pack(folder, "--head", "#12 9f3a51c09f3a51c0…").code == 0
    assert opened((folder / "goi.zip").read_bytes()).parts.info.head == "12:9f3a51c09f3a51c0"
    assert pack(folder, "--head", "12:9f3a51c0", "--answers", slip(folder)).code == 2
