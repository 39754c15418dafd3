"""Make the documents of fixtures/quang-binh-skhcn-2021-tai-lieu and the odd ones of tests/evidence.

Run by hand, with libraries that nothing else here needs, and a font with Vietnamese letters:

    pip install fpdf2 pillow pypdf pypdfium2
    python tools/make_evidence.py

The same bytes come out each time. Nothing here is a document of any body: every page says so.
"""

from __future__ import annotations

import datetime
import io
import unicodedata
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from fpdf import FPDF
from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).resolve().parents[1]
FIXTURE = ROOT / "fixtures" / "quang-binh-skhcn-2021-tai-lieu" / "tai_lieu"
ODD = ROOT / "tests" / "evidence" / "odd" / "tai_lieu"
FONTS = Path("/usr/share/fonts/truetype/dejavu")
SERIF, BOLD = FONTS / "DejaVuSerif.ttf", FONTS / "DejaVuSerif-Bold.ttf"

MADE = "Trang dựng để thử par_index từ số liệu của phụ lục; không phải văn bản của cơ quan nào."
MADE_DAY = datetime.datetime(2021, 9, 30, tzinfo=datetime.UTC)

Page = Sequence[str]
"""Lines; one that begins with ``#`` is a heading, an empty one a gap, ``|`` parts cells."""


def made(pages: Iterable[Page], *, head: Sequence[str] = (), note: str = MADE) -> FPDF:
    """A plain document: what it is on top of every page, then its lines."""
    pdf = FPDF(format="A4")
    pdf.set_creation_date(MADE_DAY)
    pdf.set_producer("par_index")
    pdf.add_font("Serif", "", SERIF)
    pdf.add_font("Serif", "B", BOLD)
    pdf.set_margins(25, 20, 20)
    pdf.set_auto_page_break(False)
    for number, lines in enumerate(pages, start=1):
        pdf.add_page()
        pdf.set_font("Serif", "", 8)
        pdf.set_text_color(120, 0, 0)
        pdf.multi_cell(0, 4, note, align="C", new_x="LMARGIN", new_y="NEXT")
        pdf.set_text_color(0, 0, 0)
        pdf.ln(4)
        if number == 1:
            _head(pdf, head)
        for line in lines:
            _line(pdf, line)
        pdf.set_y(-15)
        pdf.set_font("Serif", "", 8)
        pdf.cell(0, 5, f"Trang {number}", align="C")
    return pdf


def _head(pdf: FPDF, head: Sequence[str]) -> None:
    for line in head:
        bold = line.startswith("#")
        pdf.set_font("Serif", "B" if bold else "", 11)
        pdf.multi_cell(0, 6, line.removeprefix("#"), align="C", new_x="LMARGIN", new_y="NEXT")
    if head:
        pdf.ln(4)


def _line(pdf: FPDF, line: str) -> None:
    if "|" in line:
        pdf.set_font("Serif", "", 10)
        cells = line.split("|")
        widths = (95, 35, 35)[: len(cells)]
        for cell, width in zip(cells, widths, strict=True):
            pdf.cell(width, 8, cell.strip(), border=1)
        pdf.ln(8)
        return
    bold = line.startswith("#")
    pdf.set_font("Serif", "B" if bold else "", 12 if bold else 11)
    pdf.multi_cell(0, 6.5, line.removeprefix("#") or " ", new_x="LMARGIN", new_y="NEXT")


def scanned(lines: Sequence[str]) -> FPDF:
    """A page that is a picture of its lines."""
    image = Image.new("L", (827, 1169), 250)
    draw = ImageDraw.Draw(image)
    font, small = (ImageFont.truetype(str(SERIF), size) for size in (22, 13))
    draw.text((60, 40), MADE, font=small, fill=90)
    for number, line in enumerate(lines):
        draw.text((90, 120 + 44 * number), line, font=font, fill=30)
    pdf = FPDF(format="A4")
    pdf.set_creation_date(MADE_DAY)
    pdf.set_producer("par_index")
    pdf.add_page()
    data = io.BytesIO()
    image.quantize(8).save(data, "PNG", optimize=True)
    data.seek(0)
    pdf.image(data, 0, 0, 210, 297)
    return pdf


def write(folder: Path, name: str, data: bytes) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


def bytes_of(pdf: FPDF) -> bytes:
    return bytes(pdf.output())


NATION = ("#CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
OFFICE = ("UBND TỈNH QUẢNG BÌNH", "#SỞ KHOA HỌC VÀ CÔNG NGHỆ")

PLAN = (
    [
        "#KẾ HOẠCH",
        "Cải cách hành chính Sở Khoa học và Công nghệ năm 2021",
        "",
        "#I. MỤC TIÊU",
        "Hoàn thành 100% nhiệm vụ cải cách hành chính trong năm theo đúng thời hạn.",
        "",
        "#II. NHIỆM VỤ",
        "1. Chỉ đạo, điều hành: các phòng, đơn vị báo cáo đầy đủ, đúng tiến độ.",
        "2. Thủ tục hành chính: rà soát, công bố, niêm yết kịp thời.",
    ],
    [
        "#III. TỔ CHỨC THỰC HIỆN",
        "1. Văn phòng Sở theo dõi, đôn đốc việc thực hiện; nhiệm vụ giao phải hoàn thành 100% "
        "đúng hạn.",
        "2. Các phòng, đơn vị trực thuộc phân công rõ trách nhiệm từng người.",
    ],
)
LETTER = (
    [
        "V/v thực hiện nâng cao chỉ số CCHC của Sở năm 2021",
        "",
        "Kính gửi: các phòng, đơn vị trực thuộc Sở.",
        "",
        "Theo Kế hoạch số 614/KH-SKHCN ngày 31/12/2020 của Sở KH&CN, việc giải quyết thủ tục "
        "hành chính theo cơ chế một cửa được thực hiện đúng quy định.",
    ],
)
MAILBOXES = (
    [
        "#BẢNG KÊ TÀI KHOẢN HỘP THƯ CÔNG VỤ",
        "9 tháng đầu năm 2021",
        "",
        "Nội dung|Số tài khoản|Tỷ lệ",
        "Tổng số tài khoản|56|100%",
        "Tài khoản hoạt động|42|75%",
        "Tài khoản chưa hoạt động|14|25%",
    ],
)
FILES = (
    [
        "#BẢNG KÊ HỒ SƠ THỦ TỤC HÀNH CHÍNH",
        "9 tháng đầu năm 2021",
        "",
        "#1. Hồ sơ giải quyết trực tuyến mức độ 3, 4",
        "Có 33/90 hồ sơ (chiếm 36,7%).",
    ],
    [
        "#2. Hồ sơ qua dịch vụ bưu chính công ích",
        "Nội dung|Tỷ lệ",
        "Tiếp nhận qua bưu chính|0%",
        "Trả kết quả qua bưu chính|6,7%",
    ],
)
QUALITY = (
    "CÔNG BỐ HỆ THỐNG QUẢN LÝ CHẤT LƯỢNG",
    "TCVN ISO 9001:2015",
    "",
    "Phạm vi: 100% thủ tục hành chính",
)


def fixture() -> None:
    """The documents of the Quảng Bình unit, from the figures of its own file."""
    plan = (*NATION, "", *OFFICE, "Số: 614/KH-SKHCN")
    plan = (*plan, "Quảng Bình, ngày 31 tháng 12 năm 2020")
    letter = (*NATION, "", *OFFICE, "Số: /SKHCN-VP", "Quảng Bình, ngày    tháng 9 năm 2021")
    for name, pdf in {
        "ke-hoach-cchc-2021.pdf": made(PLAN, head=plan),
        "cong-van-nang-cao-chi-so.pdf": made(LETTER, head=letter),
        "bang-ke-hop-thu.pdf": made(MAILBOXES, head=OFFICE),
        "bang-ke-ho-so.pdf": made(FILES, head=OFFICE),
        "cong-bo-iso-9001.pdf": scanned(QUALITY),
    }.items():
        write(FIXTURE, name, bytes_of(pdf))


def flat(text: str) -> str:
    """As a scanner that knows no Vietnamese reads it."""
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(one for one in letters if not unicodedata.combining(one))


def odd() -> None:
    """Documents with one thing about each of them."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import (
        DictionaryObject,
        NameObject,
        TextStringObject,
    )

    head = (*NATION, "", "#SỞ MẪU A", "Số: 12/KH-SMA", "Ngày 15 tháng 01 năm 2025")
    body = [
        "#KẾ HOẠCH",
        "Cải cách hành chính năm 2025",
        "",
        "Trong năm đã tiếp nhận 1.234 hồ sơ, giải quyết đúng hạn 1.200 hồ sơ, đạt 97,2%.",
        "Các phòng, đơn vị thực hiện nhiệm vụ cải cách hành chính theo kế hoạch của Sở;",
        "báo cáo kết quả với Ủy ban nhân dân tỉnh trước ngày 20 tháng 12 năm 2025.",
    ]
    more = ["#II. SỐ LIỆU", "Có 16,7% hồ sơ nộp trực tuyến, 538.513 lượt tra cứu."]
    good = bytes_of(made([body, more], head=head))
    write(ODD, "dung.pdf", good)
    write(ODD, "doi-mot-byte.pdf", good.replace(b"%PDF-1.3", b"%PDF-1.4", 1))
    write(ODD, "bi-cat.pdf", good[: len(good) * 2 // 3])
    write(ODD, "nfd.pdf", bytes_of(made([[unicodedata.normalize("NFD", one) for one in body]])))
    flattened = [flat(one) for one in (*head, *body)]
    write(ODD, "mat-dau.pdf", bytes_of(made([flattened], note=flat(MADE))))
    write(ODD, "ban-quet.pdf", bytes_of(scanned([one.lstrip("#") for one in body])))
    year = (*NATION, "", "Số: 19/2014/QĐ-UBND", "Ngày 05 tháng 3 năm 2020")
    write(ODD, "sai-nam.pdf", bytes_of(made([body], head=year)))
    for name, act in (("javascript.pdf", "js"), ("dinh-kem.pdf", "file")):
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(good)))
        if act == "js":
            action = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert(1);")}
            open_action = DictionaryObject({NameObject(key): one for key, one in action.items()})
            writer.root_object[NameObject("/OpenAction")] = open_action
        else:
            writer.add_attachment("so-lieu.txt", b"42")
        out = io.BytesIO()
        writer.write(out)
        write(ODD, name, out.getvalue())
    locked = made([body], head=head)
    locked.set_encryption("thu", "thu")
    write(ODD, "mat-khau.pdf", bytes_of(locked))
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as zipped:
        for member in ("[Content_Types].xml", "word/document.xml"):
            zipped.writestr(zipfile.ZipInfo(member), "<?xml version='1.0'?><x/>")
    write(ODD, "word.docx", archive.getvalue())
    write(ODD, "word-doi-duoi.pdf", archive.getvalue())
    write(ODD, "trang-web.pdf", b"<!DOCTYPE html><html><body>404</body></html>")
    write(ODD, "chuong-trinh.pdf", b"MZ\x90\x00\x03\x00\x00\x00")
    write(ODD, "trong.pdf", b"")
    tcvn3 = "Céng hßa x· héi chñ nghÜa ViÖt Nam. QuyÕt ®Þnh cña Uû ban nh©n d©n tØnh vÒ viÖc ban"
    tcvn3 += " hµnh kÕ ho¹ch c¶i c¸ch hµnh chÝnh n¨m 2025, gi¶i quyÕt hå s¬ ®óng h¹n."
    write(ODD, "bang-ma-cu.txt", tcvn3.encode())


if __name__ == "__main__":
    fixture()
    odd()
