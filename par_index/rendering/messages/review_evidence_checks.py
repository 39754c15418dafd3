"""What is said of evidence: the names of its checks, and what came of each of them."""

from __future__ import annotations

from par_index.model.text import Text
from par_index.rendering.messages.review_signatures import SIGNATURE_CHECKS, SIGNATURE_SAID

__all__ = ["CHECKS", "SAID", "sentence_of"]

CHECKS: dict[str, Text] = {
    "path": Text("đường dẫn", "path"),
    "file": Text("tệp", "file"),
    "digest": Text("mã sha256", "sha256"),
    "kind": Text("kiểu tệp", "kind of file"),
    "sound": Text("tệp nguyên vẹn", "whole file"),
    "pages": Text("số trang", "number of pages"),
    "active": Text("nội dung tự chạy", "active content"),
    "text": Text("lớp chữ", "text"),
    "number": Text("số", "number"),
    "notation": Text("ký hiệu", "notation"),
    "year": Text("năm trong số", "year in the number"),
    "as_of": Text("ngày ban hành", "date"),
    "reference_text": Text("số, ký hiệu ở trang đầu", "number on the first page"),
    "date_text": Text("ngày ở trang đầu", "date on the first page"),
    "issuer_text": Text("cơ quan ở trang đầu", "issuer on the first page"),
    "subject_text": Text("trích yếu ở trang đầu", "subject on the first page"),
    "kind_asked": Text("loại văn bản", "kind of document"),
    "window": Text("thời gian", "time"),
    "located": Text("chỗ dẫn", "place cited"),
    "page": Text("trang", "page"),
    "section": Text("mục", "section"),
    "figures": Text("số liệu", "figures"),
    "duplicate": Text("trùng", "duplicate"),
    "shared": Text("dùng chung", "shared"),
    "unused": Text("chưa dùng", "unused"),
    **SIGNATURE_CHECKS,
}
"""The checks by their names."""

SAID: dict[str, Text] = {
    "path.safe": Text("đường dẫn dùng được", "the path can be used"),
    "path.path": Text("đường dẫn {path} không an toàn", "the path {path} is not safe"),
    "path.link": Text(
        "{path} đi qua liên kết {found}; chép tệp thật vào",
        "{path} goes through the link {found}; put the file itself there",
    ),
    "path.nfd": Text(
        "tên tệp {path} viết dạng Unicode tổ hợp, có máy không tìm thấy; đổi lại tên tệp",
        "the file name of {path} is in decomposed Unicode, some systems miss it; rename the file",
    ),
    "file.there": Text("có tệp", "the file is there"),
    "file.unsaid": Text(
        "sổ đăng ký chưa ghi tệp (tep); đối chiếu bản giấy hoặc ghi đường dẫn",
        "the register names no file (tep); look at the paper, or write its path",
    ),
    "file.missing": Text("không thấy tệp {path}{near}", "there is no file {path}{near}"),
    "file.no_file": Text("{path} không phải là tệp", "{path} is no file"),
    "file.too_large": Text("{path} lớn hơn 50 MB", "{path} is larger than 50 MB"),
    "file.unreadable": Text("chưa đọc được {path} ({reason})", "{path} cannot be read ({reason})"),
    "file.empty": Text("tệp {path} trống (0 byte)", "the file {path} is empty (0 bytes)"),
    "digest.same": Text("sha256 như đã ghi", "sha256 as recorded"),
    "digest.unrecorded": Text("chưa ghi sha256", "no sha256 is recorded"),
    "digest.changed": Text(
        "tệp đã khác lúc ghi sha256; nay là {sha256}",
        "the file has changed since its sha256 was recorded; it is now {sha256}",
    ),
    "kind.fits": Text("nội dung đúng đuôi tệp", "the content is what the name says"),
    "kind.never": Text(
        "nội dung là {found}, không phải tài liệu", "its content is {found}, no document"
    ),
    "kind.unknown_ending": Text(
        "không rõ đuôi tệp này; nội dung là {found}",
        "the ending of the name is unknown; its content is {found}",
    ),
    "kind.locked": Text(
        "tệp Office đặt mật khẩu; gửi bản không đặt mật khẩu",
        "an Office file with a password; send it without",
    ),
    "kind.coding": Text(
        "chữ không theo UTF-8 nên không đọc được; lưu lại theo UTF-8",
        "its text is not in UTF-8 and cannot be read; save it as UTF-8",
    ),
    "kind.differs": Text(
        "đuôi tệp không đúng nội dung; nội dung là {found}",
        "the ending of the name is not its content, which is {found}",
    ),
    "sound.whole": Text("tệp PDF đọc được", "the PDF can be read"),
    "sound.cut": Text(
        "tệp PDF bị cắt, thiếu phần cuối; chép hoặc tải lại",
        "the PDF is cut off, its end is missing; copy it again",
    ),
    "sound.damaged": Text("tệp PDF hỏng, không mở được", "the PDF is damaged, it cannot be opened"),
    "sound.encrypted": Text(
        "tệp PDF đặt mật khẩu hoặc hạn chế; gửi bản không đặt mật khẩu",
        "the PDF is encrypted; send it without a password",
    ),
    "sound.pages": Text(
        "tệp PDF có {pages} trang, quá nhiều", "the PDF has {pages} pages: too many"
    ),
    "sound.memory": Text(
        "mở tệp PDF tốn quá nhiều bộ nhớ", "opening the PDF takes too much memory"
    ),
    "sound.time": Text("mở tệp PDF quá 30 giây", "opening the PDF takes more than 30 seconds"),
    "sound.crash": Text("tệp PDF làm bộ đọc dừng", "the PDF ends the program that reads it"),
    "pages.same": Text("đúng số trang đã ghi", "as many pages as recorded"),
    "pages.differs": Text(
        "sổ ghi {found} trang, tệp có {pages} trang", "recorded with {found} pages, it has {pages}"
    ),
    "active.still": Text("không có nội dung tự chạy", "nothing in it acts"),
    "active.acts": Text("tệp PDF có {acts}", "the PDF has {acts}"),
    "text.readable": Text("đọc được chữ", "its text can be read"),
    "text.flat": Text(
        "bản quét, lớp chữ mất dấu nên không tin được; chỉ đối chiếu phỏng chừng",
        "a scan whose text layer lost its diacritics and cannot be relied on; compared loosely",
    ),
    "text.scan": Text(
        "bản quét, không có lớp chữ; xem bằng mắt hoặc nhận dạng chữ rồi gửi lại",
        "a scan without a text layer; look at it, or send it with its text recognised",
    ),
    "text.blank": Text(
        "không có chữ đọc được: trang trống, hoặc chữ là hình vẽ",
        "no text to read: its pages are blank, or their letters are drawings",
    ),
    "text.legacy": Text(
        "chữ theo bảng mã cũ (TCVN3 hoặc VNI), chưa đối chiếu được",
        "its text is in an old font encoding (TCVN3 or VNI) and cannot be compared",
    ),
    "text.unread": Text("chưa đọc được chữ", "its text was not read"),
    "text.no_reader": Text(
        "chưa đối chiếu được chữ trong {found}", "the text of {found} cannot be compared"
    ),
    "number.form_right": Text("số, ký hiệu đúng dạng", "number and notation have the right form"),
    "number.draft": Text(
        "để trống số: dự thảo, chưa phát hành nên chưa là tài liệu kiểm chứng",
        "its number is blank: a draft, not issued, hence no evidence yet",
    ),
    "number.unsaid": Text("chưa ghi số, ký hiệu", "no number and notation are recorded"),
    "number.no_number": Text("có ký hiệu {found} mà chưa ghi số", "{found} has no number"),
    "number.no_notation": Text("có số {found} mà chưa ghi ký hiệu", "{found} has no notation"),
    "number.form": Text(
        "{found} không đúng dạng số và ký hiệu, như 614/KH-SKHCN hoặc 52-NQ/TW",
        "{found} has not the form of a number, such as 614/KH-SKHCN or 52-NQ/TW",
    ),
    "number.party_form": Text(
        "{found} viết theo lối văn bản của Đảng; cơ quan nhà nước viết như 614/KH-SKHCN",
        "{found} is written as the party does; bodies of the state write 614/KH-SKHCN",
    ),
    "notation.fits": Text("ký hiệu hợp với loại", "the notation fits the kind"),
    "notation.copy": Text("ký hiệu của bản sao", "the notation of a copy"),
    "notation.unlisted": Text(
        "Nghị định 30/2020/NĐ-CP không có loại {kind}", "there is no kind {kind} in Decree 30/2020"
    ),
    "notation.kind_unsaid": Text(
        "chưa ghi loại, ký hiệu {found} cũng không nêu loại",
        "no kind is recorded, and {found} names none",
    ),
    "notation.abbreviation": Text("{found}: có phải {near}?", "{found}: is it {near}?"),
    "notation.no_kind": Text(
        "{found} không có chữ {near} của {kind}", "{found} has no {near}, which is {kind}"
    ),
    "notation.other_kind": Text(
        "sổ ghi {kind}, ký hiệu {found} là {shown}", "recorded as {kind}, {found} is {shown}"
    ),
    "year.same": Text("năm trong số là năm ban hành", "the year in the number is that of the date"),
    "year.differs": Text(
        "số ghi năm {found}, ngày ban hành {day}", "its number says {found}, its date is {day}"
    ),
    "as_of.in_time": Text("ban hành trước ngày chốt số liệu", "issued by the as-of day"),
    "as_of.undated": Text("chưa ghi ngày ban hành", "no date is recorded"),
    "as_of.later": Text(
        "ban hành {day}, sau ngày chốt số liệu {as_of}",
        "issued on {day}, after the as-of day {as_of}",
    ),
    "reference_text.found": Text("trang đầu có {wanted}", "the first page has {wanted}"),
    "reference_text.absent": Text(
        "trang đầu không có {wanted}", "{wanted} is not on the first page"
    ),
    "reference_text.unsure": Text(
        "bản quét, lớp chữ không tin được: chưa rõ có {wanted} ở trang đầu hay không",
        "a scan with a text layer that cannot be relied on: {wanted} may be on the first page",
    ),
    "reference_text.blank": Text(
        "trang đầu để trống chỗ ghi số, sổ ghi {wanted}: bản dự thảo?",
        "the place of the number is blank on the first page, the register has {wanted}: a draft?",
    ),
    "reference_text.swapped": Text(
        "sổ ghi {wanted}, văn bản có {found}: đảo chữ số?",
        "the register has {wanted}, the document {found}: digits changed about?",
    ),
    "reference_text.other": Text(
        "sổ ghi {wanted}, đầu văn bản là {found}", "the register has {wanted}, the document {found}"
    ),
    "date_text.found": Text("trang đầu có ngày {wanted}", "the first page has {wanted}"),
    "date_text.absent": Text(
        "trang đầu không có ngày {wanted}", "{wanted} is not on the first page"
    ),
    "date_text.unsure": Text(
        "bản quét, lớp chữ không tin được: chưa rõ có ngày {wanted} ở trang đầu hay không",
        "a scan with a text layer that cannot be relied on: {wanted} may be on the first page",
    ),
    "issuer_text.found": Text("trang đầu có tên cơ quan", "the first page names the issuer"),
    "issuer_text.absent": Text(
        "trang đầu không có tên cơ quan “{wanted}”", "“{wanted}” is not on the first page"
    ),
    "issuer_text.unsure": Text(
        "bản quét, lớp chữ không tin được: chưa rõ có tên “{wanted}” ở trang đầu hay không",
        "a scan with a text layer that cannot be relied on: “{wanted}” may be on the first page",
    ),
    "subject_text.found": Text("trang đầu hợp với trích yếu", "the first page fits the subject"),
    "subject_text.absent": Text(
        "trang đầu không có các chữ của trích yếu “{wanted}”",
        "the words of the subject “{wanted}” are not on the first page",
    ),
    "subject_text.unsure": Text(
        "bản quét, lớp chữ không tin được: chưa đối chiếu được trích yếu “{wanted}”",
        "a scan with a text layer that cannot be relied on: “{wanted}” cannot be compared",
    ),
    "kind_asked.fits": Text("đúng loại được yêu cầu", "of a kind that is asked for"),
    "kind_asked.kind_unsaid": Text(
        "cần {wanted}, chưa rõ đây là loại gì", "{wanted} is asked for, this kind is not known"
    ),
    "kind_asked.other_kind": Text(
        "cần {wanted}, đây là {found}", "{wanted} is asked for, this is {found}"
    ),
    "window.inside": Text("ngày trong thời gian yêu cầu", "dated within the time asked for"),
    "window.standing": Text(
        "ban hành trước thời gian yêu cầu, ghi là còn hiệu lực",
        "older than the time asked for, recorded as still in force",
    ),
    "window.undated": Text("chưa ghi ngày để so với thời gian yêu cầu", "no date to compare"),
    "window.before": Text("ngày {day} sớm hơn {starts}", "{day} is before {starts}"),
    "window.after": Text("ngày {day} muộn hơn {ends}", "{day} is after {ends}"),
    "located.said": Text("đã chỉ chỗ", "the place is cited"),
    "located.page": Text("chưa ghi trang", "no page is cited"),
    "located.section": Text("chưa ghi mục", "no section is cited"),
    "page.there": Text("có trang {page}", "page {page} is there"),
    "page.beyond": Text(
        "dẫn trang {page}, tệp có {pages} trang", "page {page} is cited of {pages}"
    ),
    "page.unreadable": Text(
        "chưa hiểu trang “{page}”; viết như 3, 3-5 hoặc 3, 7",
        "“{page}” is no page; write 3, 3-5 or 3, 7",
    ),
    "page.uncounted": Text(
        "chưa đếm được số trang để tìm trang {page}", "its pages cannot be counted to find {page}"
    ),
    "section.there": Text("có mục {section}", "section {section} is there"),
    "section.absent": Text("không thấy mục {section}", "section {section} is not found"),
    "section.unsure": Text(
        "bản quét, lớp chữ không tin được: chưa rõ có mục {section} hay không",
        "a scan with a text layer that cannot be relied on: section {section} may be there",
    ),
    "section.unread": Text(
        "chưa đọc được chữ để tìm mục {section}", "no text to find {section} in"
    ),
    "figures.found": Text("có số liệu {found}", "it has {found}"),
    "figures.elsewhere": Text(
        "số liệu của tiêu chí nằm ở tài liệu khác cùng được dẫn",
        "the figures of the criterion stand in another document cited with it",
    ),
    "figures.absent": Text("không thấy {absent} {where}", "{absent}: not found {where}"),
    "figures.near": Text(
        "không thấy {absent} {where}; ở trang khác có {near}",
        "{absent}: not found {where}; on other pages there is {near}",
    ),
    "figures.unsure": Text(
        "bản quét, lớp chữ không tin được: chưa rõ có {absent} {where} hay không",
        "a scan with a text layer that cannot be relied on: {absent} may be {where}",
    ),
    "figures.unread": Text("chưa đọc được chữ để tìm số liệu", "no text to find the figures in"),
    "duplicate.same_file": Text("cùng một tệp với {others}", "the same file as {others}"),
    "duplicate.same_number": Text(
        "cùng số {found}, cùng cơ quan với {others}, mà tệp khác nhau: bản nào đúng?",
        "the same number {found} and issuer as {others}, but another file: which is right?",
    ),
    "shared.shared": Text("dẫn cho {criteria}", "cited for {criteria}"),
    "unused.unused": Text("chưa tiêu chí nào dẫn tài liệu này", "no criterion cites it"),
    **SIGNATURE_SAID,
}
"""What came of a check, by its name and code."""


def sentence_of(check: str, code: str, language: str, /, **slots: str) -> str:
    """What came of a check, with its slots filled."""
    return SAID[f"{check}.{code}"].into(language).format_map(slots)
