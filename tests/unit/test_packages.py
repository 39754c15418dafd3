"""Packages: the same parts give the same bytes, and these bytes the same parts."""

import csv
import datetime
import io
import random
import stat
import subprocess
import zipfile
from pathlib import Path

import pytest
from support.packages import (
    FILES,
    INFO,
    archive,
    files_of,
    made,
    opened,
    real,
    refused,
    register,
    small,
    told,
    verified,
)
from support.processes import ROOT

from par_index.nouns import replace
from par_index.reading.digests import sha256_of
from par_index.review.packages.building import build
from par_index.review.packages.contents import Document
from par_index.review.packages.names import is_plain
from par_index.review.packages.register import COLUMNS, read_register


def test_two_packings_are_the_same_bytes() -> None:
    parts, _ = real()
    again, _ = made(parts.unit, dict(reversed(FILES.items())))
    assert build(parts) == build(again)


@pytest.mark.parametrize("parts", [small(), real()[0]], ids=["small", "real"])
def test_what_is_opened_is_what_was_packed(parts) -> None:
    data = build(parts)
    package = opened(data)
    assert package.parts == parts
    assert build(package.parts) == data
    assert package.digest == sha256_of(files_of(parts)["tagmanifest-sha256.txt"])


def test_other_programs_read_it_and_find_nothing_odd() -> None:
    with zipfile.ZipFile(io.BytesIO(build(real()[0]))) as other:
        assert other.testzip() is None
        assert other.comment == b""
        entries = other.infolist()
    names = [one.filename for one in entries]
    assert names[:4] == [
        "goi/bagit.txt",
        "goi/bag-info.txt",
        "goi/manifest-sha256.txt",
        "goi/tagmanifest-sha256.txt",
    ]
    assert names[4:] == sorted(names[4:])
    for one in entries:
        assert one.date_time == (1980, 1, 1, 0, 0, 0)
        assert (one.compress_type, one.flag_bits) == (zipfile.ZIP_STORED, 0)
        assert one.external_attr >> 16 == stat.S_IFREG | 0o644
        assert (one.extra, one.comment) == (b"", b"")


def test_the_lists_are_those_of_sha256sum(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(build(real()[0]))) as other:
        other.extractall(tmp_path)
    lists = ["manifest-sha256.txt", "tagmanifest-sha256.txt"]
    command = ["sha256sum", "--check", "--strict", "--quiet", *lists]
    assert subprocess.run(command, cwd=tmp_path / "goi", check=False).returncode == 0


def test_a_package_says_whose_it_is() -> None:
    info = opened(build(real()[0])).parts.info
    assert info.organisation == "Sở Khoa học và Công nghệ tỉnh Quảng Bình"
    assert (info.unit, info.year) == ("quang-binh.so-khcn", 2021)
    assert info.day == datetime.date(2021, 9, 30)
    assert info.head == ""


def test_the_head_of_a_log_goes_with_an_answer() -> None:
    parts = small(info=replace(INFO, head="12:9f3a51c0"))
    assert b"Par-Review-Head: 12:9f3a51c0\n" in files_of(parts)["bag-info.txt"]
    assert opened(build(parts)).parts.info.head == "12:9f3a51c0"


# Documents


def test_documents_have_names_of_our_making() -> None:
    package = opened(build(real()[0]))
    kh, qd, bc = package.register
    assert (kh.id, kh.path) == ("kh", "tai lieu/kế hoạch.PDF")
    assert kh.name == "TL01_12-KH-SKHCN_2021-01-15.pdf"
    assert package.content_of(kh) == FILES[kh.path]
    assert (kh.size, kh.sha256) == (len(FILES[kh.path]), sha256_of(FILES[kh.path]))
    assert (qd.path, qd.name, qd.size, qd.sha256) == ("qd.docx", "", 0, "")
    assert package.content_of(qd) is None
    assert (bc.path, bc.name) == ("-bc.pdf", "TL03_7-BC.pdf")


def test_a_file_of_two_documents_is_packed_once() -> None:
    both = """
evidence:
  - {id: a, tep: -bc.pdf}
  - {id: b, tep: -bc.pdf}
"""
    package = opened(build(real(both)[0]))
    assert [one.name for one in package.register] == ["TL01.pdf", "TL01.pdf"]
    assert list(package.parts.documents) == ["TL01.pdf"]


def test_no_cell_of_the_register_acts_in_a_spreadsheet() -> None:
    text = real()[0].register.decode()
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert tuple(rows[0]) == COLUMNS
    assert [row["ky_hieu"] for row in rows] == ["KH-SKHCN", "QĐ-SKHCN", "'=BC"]
    assert rows[2]["tep"] == "'-bc.pdf"
    assert rows[0]["tieu_chi"] == "dh.kehoach"
    assert rows[1]["so"] == "03"


def test_the_sign_before_a_cell_is_taken_away_again() -> None:
    ids = ("=1", "'=1", "'a", "@", "a,b", 'a"b', "-", "a;=1", "a;'=1", ";;-", ";", "a; =1")
    documents = [Document(id, f"{id}.pdf") for id in ids]
    assert read_register(register(documents)) == tuple(documents)


def test_no_cell_acts_where_a_semicolon_ends_one() -> None:
    data = register([Document("a", "x;=1.pdf")])
    assert b";=" not in data
    assert b"x;'=1.pdf" in data


def test_a_cell_is_as_long_as_a_field_may_be() -> None:
    documents = (Document("a", "x" * 200_000),)
    assert read_register(register(documents)) == documents


@pytest.mark.parametrize(
    "data",
    [b"", b"id\n", b"\xff", b'"', ",".join(COLUMNS).encode() + b"\na\n"],
    ids=repr,
)
def test_what_is_no_register_is_none(data: bytes) -> None:
    assert read_register(data) is None


# Every change is noticed.


def test_every_flipped_bit_of_a_small_package_is_noticed() -> None:
    data = build(small())
    for place in range(len(data)):
        for bit in range(8):
            changed = bytearray(data)
            changed[place] ^= 1 << bit
            assert refused(lambda changed=changed: opened(bytes(changed))), (place, bit)


def test_flipped_bits_of_a_whole_package_are_noticed_by_name() -> None:
    data = build(real()[0])
    named = 0
    for place in random.Random(1).sample(range(len(data)), 300):
        changed = bytearray(data)
        changed[place] ^= 1 << place % 8
        problems = refused(lambda changed=changed: opened(bytes(changed)))
        assert problems, place
        named += told(problems)[0][0] == "E610"
    assert named > 250


def test_flipped_bits_of_real_documents_are_noticed_by_name() -> None:
    folder = ROOT / "fixtures" / "quang-binh-skhcn-2021-tai-lieu"
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.pdf")}
    found = {name: path.read_bytes() for name, path in files.items()}
    parts, _ = made((folder / "unit.yaml").read_bytes(), found)
    data = build(parts)
    assert verified(data).absent == ()
    chance = random.Random(2)
    for document, content in parts.documents.items():
        changed = bytearray(data)
        changed[data.index(content) + chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        problems = refused(lambda changed=changed: opened(bytes(changed)))
        assert told(problems) == [("E610", f"data/tai_lieu/{document}")]


def test_a_byte_more_or_less_anywhere_is_noticed() -> None:
    data = build(small())
    for place in range(len(data) + 1):
        assert refused(lambda place=place: opened(data[:place] + b"\0" + data[place:])), place
    for place in range(len(data)):
        assert refused(lambda place=place: opened(data[:place] + data[place + 1 :])), place


def test_files_in_another_order_are_noticed() -> None:
    files = files_of(small())
    problems = refused(lambda: opened(archive(dict(reversed(files.items())))))
    assert told(problems) == [("E607", "")]


@pytest.mark.parametrize(
    "path",
    [
        "",
        "a",
        "a b",
        "kế",
        "a.",
        "CON",
        "con.txt",
        "a/NUL.x/b",
        "-a",
        ".a",
        "a//b",
        "a\\b",
        "a" * 201,
    ],
)
def test_only_names_for_every_system_are_plain(path: str) -> None:
    assert is_plain(path) == (path == "a")


def test_a_package_of_other_names_is_never_made() -> None:
    with pytest.raises(ValueError, match="no path for a package"):
        build(small(documents={"kế.pdf": b""}))
