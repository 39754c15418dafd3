"""Files of evidence: which are opened at all, what they are, and what reads them."""

from __future__ import annotations

import os
import sys
import time
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import pytest

from par_index.model.evidence import FileKind, TextLayer
from par_index.reading.safe_paths import path_fault
from par_index.review.confined import Confined
from par_index.review.evidence import files, pdf, pdf_reader
from par_index.review.evidence.files import Opened, open_below
from par_index.review.evidence.kinds import kind_by_content, kind_by_name
from par_index.review.evidence.looking import Look, look_at
from par_index.review.evidence.pdf_reader import PdfLook, PdfReader

ODD = Path(__file__).parents[1] / "evidence" / "odd" / "tai_lieu"


# Paths.


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("tai_lieu/kh-614.pdf", ""),
        ("tài liệu/Kế hoạch 614.pdf", ""),
        ("a..b/..c.pdf", ""),
        ("../a.pdf", "E401"),
        ("a/../../etc/passwd", "E401"),
        ("/etc/passwd", "E402"),
        ("C:/x.pdf", "E402"),
        ("C:x.pdf", "E402"),
        ("\\\\server\\x", "E402"),
        ("a\\b.pdf", "E403"),
        ("a/CON.pdf", "E404"),
        ("lpt1", "E404"),
        ("a/b.", "E404"),
        ("a /b", "E404"),
        ("a?b", "E404"),
        ("a\x01b", "E404"),
        ("x" * 300, "E404"),
        ("a//b", "E405"),
        ("./a", "E405"),
        ("a/", "E405"),
    ],
)
def test_a_path_is_safe_on_every_system_or_refused(path: str, code: str) -> None:
    assert path_fault(path) == code


def test_a_file_is_opened_below_its_folder(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.pdf").write_bytes(b"%PDF-")
    assert open_below(tmp_path, "a/b.pdf") == Opened("a/b.pdf", b"%PDF-")


def test_nothing_is_opened_through_a_link(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.pdf").write_bytes(b"x")
    root = tmp_path / "root"
    root.mkdir()
    (root / "folder").symlink_to(outside)
    (root / "file.pdf").symlink_to(outside / "secret.pdf")
    for path in ("folder/secret.pdf", "file.pdf"):
        opened = open_below(root, path)
        assert (opened.fault, opened.data) == ("link", None)


def test_what_is_not_there_is_told_with_what_is_like_it(tmp_path: Path) -> None:
    (tmp_path / "A.pdf").write_bytes(b"x")
    assert open_below(tmp_path, "a.pdf") == Opened("a.pdf", fault="missing", near="A.pdf")
    assert open_below(tmp_path, "b/c.pdf") == Opened("b/c.pdf", fault="missing")
    assert open_below(tmp_path, "A.pdf/c.pdf").fault == "missing"
    assert open_below(tmp_path, "../x").fault == "path"
    assert open_below(tmp_path / "none", "x").fault == "unreadable"


def test_a_name_in_another_form_is_found_and_told(tmp_path: Path) -> None:
    name = unicodedata.normalize("NFD", "kế hoạch.pdf")
    (tmp_path / name).write_bytes(b"x")
    opened = open_below(tmp_path, "kế hoạch.pdf")
    assert (opened.data, opened.renamed) == (b"x", True)


def test_a_folder_a_pipe_and_a_giant_are_no_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "most").write_bytes(b"12345")
    (tmp_path / "more").write_bytes(b"123456")
    monkeypatch.setattr(files, "FILE_BYTES", 5)
    assert open_below(tmp_path, "folder").fault == "no_file"
    assert open_below(tmp_path, "pipe").fault == "no_file"
    assert open_below(tmp_path, "most").data == b"12345"
    assert open_below(tmp_path, "more").fault == "too_large"


# Kinds.


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("dung.pdf", FileKind.PDF),
        ("word.docx", FileKind.DOCX),
        ("word-doi-duoi.pdf", FileKind.DOCX),
        ("trang-web.pdf", FileKind.HTML),
        ("chuong-trinh.pdf", FileKind.PROGRAM),
        ("trong.pdf", FileKind.EMPTY),
        ("bang-ma-cu.txt", FileKind.TEXT),
    ],
)
def test_a_file_is_what_its_content_is(name: str, kind: FileKind) -> None:
    assert kind_by_content((ODD / name).read_bytes()) is kind


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", FileKind.OLE),
        (b"\xff\xd8\xff\xe0", FileKind.JPEG),
        (b"\x89PNG\r\n\x1a\n", FileKind.PNG),
        (b"II*\x00", FileKind.TIFF),
        (b"PK\x03\x04 cut off", FileKind.OTHER),
        (b"junk before %PDF-1.4", FileKind.PDF),
        (b"\x00\x01", FileKind.OTHER),
        (b"\xff\xfe\xfd text", FileKind.OTHER),
    ],
)
def test_beginnings_tell_the_kind(data: bytes, kind: FileKind) -> None:
    assert kind_by_content(data) is kind


def test_a_name_promises_a_kind() -> None:
    assert kind_by_name("a/b.PDF") is FileKind.PDF
    assert kind_by_name("bao cao.doc") is FileKind.OLE
    assert kind_by_name("x.docm") is kind_by_name("pdf") is None


# PDF files.


@pytest.fixture(scope="module")
def looks() -> Mapping[str, Look]:
    """Every odd document, as it is seen."""
    with PdfReader() as reader:
        return {
            path.name: look_at(Opened(path.name, path.read_bytes()), reader.read)
            for path in sorted(ODD.iterdir())
        }


def test_a_good_file_is_read_through(looks: Mapping[str, Look]) -> None:
    look = looks["dung.pdf"]
    assert (look.unsound, look.active, look.facts.pages) == ("", (), 2)
    assert look.facts.layer is TextLayer.GOOD
    assert "12/KH-SMA" in (look.page(1) or "")
    assert look.page(3) is look.page(0) is None
    assert set(look.tools) == {"pypdf"}


@pytest.mark.parametrize(
    ("name", "unsound"),
    [("bi-cat.pdf", "cut"), ("mat-khau.pdf", "encrypted"), ("doi-mot-byte.pdf", "")],
)
def test_what_hinders_reading_is_told(name: str, unsound: str, looks: Mapping[str, Look]) -> None:
    assert looks[name].unsound == unsound


def test_what_acts_is_told(looks: Mapping[str, Look]) -> None:
    assert looks["javascript.pdf"].active == ("javascript",)
    assert looks["dinh-kem.pdf"].active == ("files",)


def test_text_layers_are_told(looks: Mapping[str, Look]) -> None:
    layers = {name: look.facts.layer for name, look in looks.items()}
    assert layers["ban-quet.pdf"] is TextLayer.SCAN
    assert looks["ban-quet.pdf"].pictures
    assert layers["mat-dau.pdf"] is TextLayer.FLAT
    assert layers["nfd.pdf"] is TextLayer.GOOD
    assert layers["bang-ma-cu.txt"] is TextLayer.LEGACY
    assert layers["word.docx"] is TextLayer.NONE


def test_one_byte_is_another_digest(looks: Mapping[str, Look]) -> None:
    assert looks["dung.pdf"].facts.sha256 != looks["doi-mot-byte.pdf"].facts.sha256


def test_another_process_takes_the_place_of_one_that_ended() -> None:
    good = (ODD / "dung.pdf").read_bytes()
    with PdfReader() as reader:
        assert reader.read(good).pages == 2
        process = reader._confined._process
        assert process is not None
        process.kill()
        assert reader.read(good).fault == "crash"
        assert reader.read(good).pages == 2


def test_a_file_that_takes_too_long_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    def sleeping(_: Confined) -> object:
        import subprocess

        code = "import time; time.sleep(60)"
        pipe = subprocess.PIPE
        return subprocess.Popen([sys.executable, "-c", code], stdin=pipe, stdout=pipe)

    monkeypatch.setattr(Confined, "_start", sleeping)
    began = time.monotonic()
    with PdfReader(seconds=0.3) as reader:
        # More than a pipe holds, so that the writer waits as well.
        assert reader.read(b"%PDF-" + b"x" * 1_000_000) == PdfLook(fault="time")
    assert time.monotonic() - began < 20


def test_memory_without_end_is_a_fault_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    import pypdf

    def full(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(pypdf, "PdfReader", full)
    assert pdf.examine(b"%PDF-")["fault"] == "memory"


def test_pages_without_end_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "PAGES", 1)
    assert pdf.examine((ODD / "dung.pdf").read_bytes())["fault"] == "pages"


def test_time_and_room_for_texts_end(monkeypatch: pytest.MonkeyPatch) -> None:
    data = (ODD / "dung.pdf").read_bytes()
    monkeypatch.setattr(pdf, "FILE_CHARACTERS", 100)
    assert [len(text) for text in pdf.examine(data)["texts"]] == [100]
    monkeypatch.setattr(pdf, "TEXT_SECONDS", -1.0)
    assert (pdf.examine(data)["texts"], pdf.examine(data)["pages"]) == ([], 2)


def test_a_page_that_cannot_be_read_spoils_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    import pypdf

    def broken(page: pypdf.PageObject) -> str:
        if page.page_number == 0:
            raise KeyError("/Font")
        return "trang hai"

    monkeypatch.setattr(pypdf.PageObject, "extract_text", broken)
    data = (ODD / "dung.pdf").read_bytes()
    assert pdf.examine(data)["texts"] == [None, "trang hai"]
    read = PdfLook(pages=2, texts=(None, None))
    look = look_at(Opened("a.pdf", data), lambda _: read)
    assert (look.texts, look.facts.layer) == ((), TextLayer.NONE)


def test_without_the_library_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_reader, "find_spec", lambda _: None)
    with PdfReader() as reader, pytest.raises(ModuleNotFoundError) as missing:
        reader.read(b"%PDF-")
    assert missing.value.name == "pypdf"
