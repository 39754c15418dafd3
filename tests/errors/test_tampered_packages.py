"""One tampering of each kind, the code it gets and the place it is told at, and what people see.

The packages are made here: nothing of a package can be changed by hand unseen.
"""

from __future__ import annotations

import json
import os
import random
import stat
import struct
import unicodedata
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from support.packages import (
    INFO,
    added,
    archive,
    entry,
    files_of,
    opened,
    real,
    rebuilt,
    refused,
    register,
    rezipped,
    small,
    told,
    verified,
    write,
)

from par_index.nouns import replace
from par_index.problems import Problem, Problems
from par_index.rendering.messages.catalogue import CATALOGUE
from par_index.rendering.problems import render_problems
from par_index.review.packages import limits
from par_index.review.packages.building import build
from par_index.review.packages.collecting import collect
from par_index.review.packages.contents import Document
from par_index.review.packages.zips import CENTRAL_SIGN

SHOWN = Path(__file__).parent / "shown"

SMALL = build(small())
FILES = files_of(small())
UNIT = "data/unit.yaml"

Told = list[tuple[str, str]]


def without(path: str) -> bytes:
    return archive({one: data for one, data in FILES.items() if one != path})


def with_file(path: str, data: bytes = b"x") -> bytes:
    return archive(FILES | {path: data})


def patched(place: int, data: bytes) -> bytes:
    return SMALL[:place] + data + SMALL[place + len(data) :]


def in_directory(offset: int, data: bytes) -> bytes:
    """The package with other bytes in the first entry of its directory."""
    return patched(SMALL.index(CENTRAL_SIGN) + offset, data)


def link() -> zipfile.ZipInfo:
    return entry("goi/data/tai_lieu/TL02.pdf", external_attr=(stat.S_IFLNK | 0o777) << 16)


TWIN = "goi/data/kế.pdf"

TAMPERED: dict[str, tuple[Callable[[], bytes], Told]] = {
    "no zip": (lambda: b"schema: x\n", [("E601", "")]),
    "nothing": (lambda: b"", [("E601", "")]),
    "cut off": (lambda: SMALL[:-30], [("E601", "")]),
    "steps out": (lambda: added(SMALL, entry("goi/../../x")), [("E602", "")]),
    "absolute": (lambda: added(SMALL, entry("/etc/x")), [("E602", "")]),
    "drive": (lambda: added(SMALL, entry("C:/x")), [("E602", "")]),
    "backslash": (lambda: added(SMALL, entry("goi\\x")), [("E602", "")]),
    "other folder": (lambda: added(SMALL, entry("khac/x")), [("E602", "")]),
    "other case": (lambda: added(SMALL, entry("goi/data/UNIT.yaml")), [("E603", "")]),
    "the same name": (lambda: added(SMALL, entry("goi/data/unit.yaml")), [("E603", "")]),
    "Unicode twins": (
        lambda: added(SMALL, entry(TWIN), entry(unicodedata.normalize("NFD", TWIN))),
        [("E603", ""), ("E607", ""), ("E608", "")],
    ),
    "link": (lambda: added(SMALL, link()), [("E604", "data/tai_lieu/TL02.pdf")]),
    "says it is huge": (
        lambda: in_directory(24, b"\xff" * 4),
        [("E605", ""), ("E605", "bagit.txt")],
    ),
    "many files": (
        lambda: archive(FILES | {f"data/{n}": b"" for n in range(limits.ENTRIES)}),
        [("E605", "")],
    ),
    "many files, so it says": (lambda: patched(len(SMALL) - 12, b"\xff" * 4), [("E605", "")]),
    "files upon one another": (
        lambda: in_directory(20, struct.pack("<II", len(SMALL), len(SMALL))),
        [("E605", "")],
    ),
    "locked": (lambda: in_directory(8, b"\x01"), [("E606", "bagit.txt")]),
    "zipped again": (lambda: rezipped(FILES, compression=8), [("E607", "")]),
    "zipped again, stored": (lambda: rezipped(FILES), [("E607", "")]),
    "descriptor": (lambda: in_directory(8, b"\x08"), [("E607", ""), ("E607", "bagit.txt")]),
    "comment": (lambda: SMALL[:-2] + b"\x02\x00hi", [("E607", "")]),
    "bytes before": (lambda: b"#!/bin/sh\n" + SMALL, [("E607", "")]),
    "bytes after": (lambda: SMALL + b"\n", [("E607", "")]),
    "another day": (lambda: in_directory(14, b"\x22"), [("E607", "bagit.txt")]),
    "a folder's entry": (lambda: added(SMALL, entry("goi/data/")), [("E607", "")]),
    "Windows device": (
        lambda: archive(FILES | {"data/tai_lieu/con.pdf": b""}),
        [("E608", ""), ("E612", "data/tai_lieu/con.pdf")],
    ),
    "fetch.txt": (lambda: with_file("fetch.txt"), [("E609", "fetch.txt")]),
    "a changed file": (
        lambda: SMALL.replace(b"schema: x\n", b"schema: y\n"),
        [("E610", UNIT)],
    ),
    "a changed file, its CRC as well": (
        lambda: archive(FILES | {UNIT: b"schema: y\n"}),
        [("E610", UNIT)],
    ),
    "a changed list": (
        lambda: archive(
            FILES
            | {
                UNIT: b"schema: y\n",
                "manifest-sha256.txt": files_of(small(unit=b"schema: y\n"))["manifest-sha256.txt"],
            }
        ),
        [("E610", "manifest-sha256.txt")],
    ),
    "a file too few": (
        lambda: without("data/tai_lieu/TL01.pdf"),
        [("E611", "data/tai_lieu/TL01.pdf")],
    ),
    "no list of lists": (
        lambda: without("tagmanifest-sha256.txt"),
        [("E611", "tagmanifest-sha256.txt")],
    ),
    "a file too many": (
        lambda: with_file("data/tai_lieu/them.pdf"),
        [("E612", "data/tai_lieu/them.pdf")],
    ),
    "a tag file too many": (lambda: with_file("metadata.txt"), [("E612", "metadata.txt")]),
    "another kind of bag": (
        lambda: retagged({"bagit.txt": b"BagIt-Version: 0.97\n"}),
        [("E613", "bagit.txt")],
    ),
    "a field too many": (
        lambda: retagged({"bag-info.txt": FILES["bag-info.txt"] + b"Contact-Name: x\n"}),
        [("E613", "bag-info.txt")],
    ),
    "no set": (
        lambda: rebuilt(small(), criteria={"set.yaml": b""}),
        [("E611", "data/criteria/measures.yaml")],
    ),
    "another register": (
        lambda: rebuilt(small(), register=register([Document("kh", "a.pdf")])),
        [("E616", "data/tai_lieu.csv")],
    ),
}


def retagged(tags: Mapping[str, bytes]) -> bytes:
    """A package with other tag files, the list of lists computed again."""
    from par_index.reading.digests import sha256_of

    files = FILES | tags
    names = ("bag-info.txt", "bagit.txt", "manifest-sha256.txt")
    listed = "".join(f"{sha256_of(files[name])}  {name}\n" for name in names)
    return archive(files | {"tagmanifest-sha256.txt": listed.encode()})


@pytest.mark.parametrize("kind", TAMPERED)
def test_every_tampering_is_told_where_it_is(kind: str) -> None:
    make, expected = TAMPERED[kind]
    assert sorted(told(refused(lambda: opened(make())))) == expected


def test_a_bomb_is_refused_without_unpacking_it() -> None:
    bomb = rezipped({"data/x": b"\0" * 40_000_000}, compression=8)
    assert len(bomb) < 50_000
    problems = refused(lambda: opened(bomb))
    assert ("E605", "data/x") in told(problems)


def test_too_large_a_package_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    from par_index.review.packages import archives

    monkeypatch.setattr(archives, "PACKAGE_BYTES", len(SMALL))
    assert opened(SMALL)
    monkeypatch.setattr(archives, "PACKAGE_BYTES", len(SMALL) - 1)
    assert told(refused(lambda: opened(SMALL))) == [("E605", "")]


def test_several_tamperings_are_told_at_once() -> None:
    data = archive({**FILES, "fetch.txt": b"", UNIT: b"", "metadata.txt": b""}) + b"\n"
    assert sorted(told(refused(lambda: opened(data)))) == [
        ("E607", ""),
        ("E609", "fetch.txt"),
        ("E610", UNIT),
        ("E612", "metadata.txt"),
    ]


# Packages whose lists were all computed again


def doctored(**changes: object) -> list[tuple[str, str]]:
    return told(refused(lambda: verified(rebuilt(real()[0], **changes))))


def test_another_organisation_or_year_is_told() -> None:
    info = real()[0].info
    for other in (
        replace(info, organisation="Sở Nội vụ"),
        replace(info, unit="quang-binh.so-noi-vu"),
        replace(info, year=2022),
    ):
        assert doctored(info=other) == [("E615", "bag-info.txt")]


def test_another_day_is_told() -> None:
    day = INFO.day.replace(year=2021, month=10)
    assert ("E618", "data/assessment.json") in doctored(info=replace(real()[0].info, day=day))


def test_a_file_that_the_set_does_not_name_is_told() -> None:
    files = {**real()[0].criteria, "9-them.yaml": b"x: 1\n"}
    assert doctored(criteria=files) == [("E612", "data/criteria/9-them.yaml")]


def test_other_points_in_the_assessment_are_told() -> None:
    data = real()[0].assessment.replace(b'"low": "26"', b'"low": "36"')
    assert doctored(assessment=data) == [("E617", "data/assessment.json")]


def test_another_figure_in_the_submission_is_told() -> None:
    unit = real()[0].unit.replace(b'value: "0%"', b'value: "50%"')
    assert doctored(unit=unit) == [
        ("E617", "data/assessment.json"),
        ("E618", "data/assessment.json"),
    ]


def test_an_assessment_without_a_receipt_is_told() -> None:
    document = json.loads(real()[0].assessment)
    del document["receipt"]
    for data in (json.dumps(document).encode(), b"[]", b"\xff", b"[" * 100_000, b"1" * 5_000):
        assert doctored(assessment=data) == [("E619", "data/assessment.json")]


def test_a_register_that_the_submission_does_not_give_is_told() -> None:
    data = real()[0].register
    for old, new in (("Kế hoạch", "Báo cáo"), ("qd.docx", "qq.docx"), ("\r\nkh,", "\r\nqq,")):
        assert old.encode() in data
        changed = data.replace(old.encode(), new.encode())
        assert doctored(register=changed) == [("E616", "data/tai_lieu.csv")]
    twisted = [*data.splitlines(keepends=True)]
    twisted[1:3] = reversed(twisted[1:3])
    assert doctored(register=b"".join(twisted)) == [("E616", "data/tai_lieu.csv")]


def test_a_document_under_another_name_is_told() -> None:
    parts = real()[0]
    (first, data), *others = parts.documents.items()
    documents = {"TL09.pdf": data, **dict(others)}
    register = parts.register.replace(first.encode(), b"TL09.pdf")
    told = doctored(documents=documents, register=register)
    assert ("E616", "data/tai_lieu.csv") in told


def test_a_submission_that_cannot_be_scored_is_told_where_it_stands_in_the_package() -> None:
    unit = real()[0].unit.replace(b"hs.tiep_nhan:", b"hs.tiep_nhann:")
    problems = refused(lambda: verified(rebuilt(real()[0], unit=unit)))
    assert ("E210", UNIT) in told(problems)


def test_a_file_that_the_set_names_and_the_package_lacks_is_told() -> None:
    files = {name: data for name, data in real()[0].criteria.items() if name != "2-the-che.yaml"}
    problems = refused(lambda: verified(rebuilt(real()[0], criteria=files)))
    assert told(problems) == [("E329", "data/criteria/set.yaml")]


@pytest.mark.parametrize("seed", range(6))
def test_a_set_that_was_changed_anywhere_is_told(seed: int) -> None:
    """Every list computed again: the score differs, or the set is another than the installed."""
    chance, parts = random.Random(seed), real()[0]
    name = chance.choice([*parts.criteria])
    data = bytearray(parts.criteria[name])
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(3)
    package = rebuilt(parts, criteria={**parts.criteria, name: bytes(data)})
    assert refused(lambda: verified(package))


def test_a_set_that_does_not_load_is_told_where_it_stands_in_the_package() -> None:
    header = real()[0].criteria["set.yaml"].replace(b"max_points: 46", b"max_points: 47")
    files = {**real()[0].criteria, "set.yaml": header}
    problems = refused(lambda: verified(rebuilt(real()[0], criteria=files)))
    assert {place for _, place in told(problems)} == {"data/criteria/set.yaml"}


# Files that are to be packed


def collected(folder: Path) -> tuple[Problem, ...]:
    problems = Problems()
    collect(real()[1].submission, folder, problems)
    return problems.in_order()


def test_links_and_folders_in_place_of_documents_are_refused(tmp_path: Path) -> None:
    write(tmp_path, "elsewhere/x.pdf", b"x")
    (tmp_path / "tai lieu").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "qd.docx").mkdir()
    (tmp_path / "-bc.pdf").symlink_to(tmp_path / "elsewhere" / "x.pdf")
    assert [one.code for one in collected(tmp_path)] == ["E614", "E614", "E614"]


def test_documents_without_a_file_are_remarked(tmp_path: Path) -> None:
    write(tmp_path, "QD.docx", b"x")
    problems = collected(tmp_path)
    assert [one.code for one in problems] == ["W611", "W611", "W611"]
    assert [one.params["near"] for one in problems] == ["", "QD.docx", ""]


# What people are shown


def examples() -> dict[str, tuple[Problem, ...]]:
    """One example of each code, of the tamperings above."""
    shown: dict[str, tuple[Problem, ...]] = {}

    def take(problems: tuple[Problem, ...]) -> None:
        for one in problems:
            shown.setdefault(one.code, (one,))

    for make, _ in TAMPERED.values():
        take(refused(lambda make=make: opened(make())))
    parts = real()[0]
    other = replace(parts.info, organisation="Sở Nội vụ")
    take(refused(lambda: verified(rebuilt(parts, info=other))))
    unit = parts.unit.replace(b'value: "0%"', b'value: "50%"')
    take(refused(lambda: verified(rebuilt(parts, unit=unit))))
    take(refused(lambda: verified(rebuilt(parts, assessment=b"{}\n"))))
    return {code: problems for code, problems in shown.items() if code[1] == "6"}


@pytest.fixture(scope="module")
def seen() -> dict[str, tuple[Problem, ...]]:
    return examples()


def beside_files(folder: Path) -> dict[str, tuple[Problem, ...]]:
    """Examples of what is seen while packing."""
    write(folder, "QD.docx", b"x")
    write(folder, "x/a", b"x")
    (folder / "-bc.pdf").symlink_to("x/a")
    return {one.code: (one,) for one in reversed(collected(folder))}


HERE = {"E620", "E621", "E622", "W612"}
"""Shown elsewhere: they need a command line (process/test_pack_verbs)."""


def test_every_code_is_shown_as_accepted(
    seen: dict[str, tuple[Problem, ...]], tmp_path: Path
) -> None:
    shown = seen | beside_files(tmp_path)
    assert set(shown) | HERE == {code for code in CATALOGUE if code[1] == "6"}
    for code, problems in sorted(shown.items()):
        text = "".join(
            render_problems(problems, language=language, color=False) + "\n"
            for language in ("vi", "en")
        )
        target = SHOWN / f"{code}.package.txt"
        if os.environ.get("PAR_INDEX_ACCEPT"):
            target.write_text(text, encoding="utf-8")
        assert text == target.read_text(encoding="utf-8"), code
