"""Words around the checks of evidence: kinds of files, verdicts, the page, the sheet."""

from __future__ import annotations

from par_index.model.text import Text

__all__ = ["say_evidence"]

_WORDS: dict[str, Text] = {
    "near": Text("; có {name}", "; there is {name}"),
    "on_page": Text("ở trang {page}", "on page {page}"),
    "in_document": Text("trong tài liệu", "in the document"),
    "page_of": Text("{figure} (trang {page})", "{figure} (page {page})"),
    "or": Text(" hoặc ", " or "),
    # Kinds of files
    "file.pdf": Text("PDF", "PDF"),
    "file.docx": Text("Word (docx)", "Word (docx)"),
    "file.xlsx": Text("Excel (xlsx)", "Excel (xlsx)"),
    "file.pptx": Text("PowerPoint (pptx)", "PowerPoint (pptx)"),
    "file.odf": Text("OpenDocument", "OpenDocument"),
    "file.zip": Text("tệp nén zip", "a zip archive"),
    "file.ole": Text("tệp Office cũ (doc, xls, ppt)", "an old Office file (doc, xls, ppt)"),
    "file.jpeg": Text("ảnh JPEG", "a JPEG picture"),
    "file.png": Text("ảnh PNG", "a PNG picture"),
    "file.tiff": Text("ảnh TIFF", "a TIFF picture"),
    "file.program": Text("chương trình", "a program"),
    "file.html": Text("trang web (HTML)", "a web page (HTML)"),
    "file.text": Text("văn bản thuần", "plain text"),
    "file.other": Text("dữ liệu không rõ kiểu", "data of no known kind"),
    "file.empty": Text("tệp trống", "an empty file"),
    # What acts in a PDF
    "act.files": Text("tệp đính kèm", "files inside it"),
    "act.import": Text("lệnh nạp dữ liệu", "an action that imports data"),
    "act.javascript": Text("mã JavaScript", "JavaScript"),
    "act.launch": Text("lệnh chạy chương trình", "an action that starts a program"),
    "act.media": Text("âm thanh hoặc phim", "sound or film"),
    "act.submit": Text("lệnh gửi dữ liệu đi", "an action that sends data"),
    "act.xfa": Text("biểu mẫu XFA", "an XFA form"),
    # Verdicts
    "right": Text("đúng", "right"),
    "wrong": Text("sai", "wrong"),
    "look": Text("cần người xem", "to be looked at"),
    "unknown": Text("không kiểm được", "cannot be checked"),
    # Defects of references in a text
    "defect.year": Text(
        "{reference}: số ghi năm {year}, ngày ghi năm khác",
        "{reference}: the number says {year}, the date another year",
    ),
    "defect.no_day": Text(
        "{reference}: không có ngày ấy trong lịch", "{reference}: there is no such day"
    ),
    "defect.two_dates": Text(
        "{reference}: một số mà {count} ngày: {days}",
        "{reference}: one number, {count} dates: {days}",
    ),
    "defect.swapped": Text(
        "{reference} và {other}: đảo chữ số?", "{reference} and {other}: digits changed about?"
    ),
    "defect.blank_number": Text(
        "để trống số ({reference}): dự thảo, chưa phát hành",
        "its number is blank ({reference}): a draft, not issued",
    ),
    "defect.blank_day": Text(
        "để trống ngày ban hành ({reference})", "the day of its date is blank ({reference})"
    ),
    "text_title": Text("Số, ký hiệu dẫn trong văn bản", "References in documents"),
    "text_headline": Text("{references}, {defects}", "{references}, {defects}"),
    "references_one": Text("1 chỗ dẫn văn bản", "1 reference"),
    "references_many": Text("{count} chỗ dẫn văn bản", "{count} references"),
    "defects_none": Text("không có điều phải hỏi", "no question"),
    "defects_one": Text("1 điều phải xem lại", "1 thing to review"),
    "defects_many": Text("{count} điều phải xem lại", "{count} things to review"),
    "text_dated": Text("{count} chỗ có ngày kèm theo", "with a date beside them: {count}"),
    "files_one": Text("1 tệp", "1 file"),
    "files_many": Text("{count} tệp", "{count} files"),
    "section_unfiled": Text(
        "Sổ đăng ký chưa ghi tệp: {count}", "The register names no file: {count}"
    ),
    "unfiled_lead": Text(
        "Ghi đường dẫn ở tep, hoặc đối chiếu bản giấy.",
        "Write the path under tep, or look at the paper.",
    ),
    "unfiled_line": Text("{id}: {what}", "{id}: {what}"),
    "section_defects": Text("Cần xem lại", "To review"),
    "section_files": Text("Đã đọc", "Read"),
    "file_line": Text("{name}: {references}; {layer}", "{name}: {references}; {layer}"),
    "place": Text("{file}, trang {page}", "{file}, page {page}"),
    "fact_places": Text("ở", "in"),
    "sheet_file": Text("Tệp", "File"),
    "sheet_found": Text("Chỗ dẫn", "Reference"),
    "sheet_day": Text("Ngày", "Date"),
    # The page
    "title": Text("Kiểm tra tài liệu kiểm chứng", "Evidence checked"),
    "headline": Text("{count}: {parts}", "{count}: {parts}"),
    "documents_one": Text("1 tài liệu", "1 document"),
    "documents_many": Text("{count} tài liệu", "{count} documents"),
    "none": Text("Bản tự chấm chưa đăng ký tài liệu nào", "The submission registers no documents"),
    "count_wrong": Text("{count} có điều sai", "{count} with something wrong"),
    "count_look": Text("{count} cần người xem", "{count} to be looked at"),
    "count_unknown": Text(
        "{count} có điều không kiểm được", "{count} not all of which can be checked"
    ),
    "count_right": Text("{count} không có gì phải hỏi", "{count} without a question"),
    "points_stay": Text(
        "Điểm đã chấm không đổi: {points}", "The points that were computed stay: {points}"
    ),
    "supported_same": Text(
        "Điểm có căn cứ: {after}, theo việc dẫn tài liệu và cả sau khi kiểm tra",
        "Supported: {after}, by what is cited and after these checks",
    ),
    "supported_less": Text(
        "Điểm có căn cứ: {before} theo việc dẫn tài liệu, {after} sau khi kiểm tra",
        "Supported: {before} by what is cited, {after} after these checks",
    ),
    "section_wrong": Text("Có điều sai: {count}", "Something is wrong: {count}"),
    "section_look": Text("Cần người xem: {count}", "To be looked at: {count}"),
    "section_unknown": Text("Có điều không kiểm được: {count}", "Not all can be checked: {count}"),
    "section_right": Text("Không có gì phải hỏi: {count}", "Without a question: {count}"),
    "section_lost": Text(
        "Tiêu chí mất căn cứ vì tài liệu sai: {count}",
        "Criteria without support because of wrong documents: {count}",
    ),
    "section_digests": Text("Dòng sha256 để ghi vào bản tự chấm", "Lines of sha256 to paste"),
    "digests_lead": Text(
        "Ghi dưới tài liệu tương ứng; lần sau tệp bị đổi sẽ được báo.",
        "Paste each below its document; from then on a change of the file is told.",
    ),
    "digest_line": Text("{id}:  sha256: {sha256}", "{id}:  sha256: {sha256}"),
    "supported_of": Text("{before} → {after}", "{before} → {after}"),
    "fact_supported": Text("điểm có căn cứ", "supported points"),
    "fact_wrong_with": Text("tài liệu", "documents"),
    "fact_file": Text("tệp", "file"),
    "fact_uses": Text("dẫn cho", "cited for"),
    "fact_note": Text("ghi chú", "note"),
    "for_use": Text("{use}: {what}", "{use}: {what}"),
    "use": Text("tiêu chí {code}", "criterion {code}"),
    "use_page": Text("tiêu chí {code}, trang {page}", "criterion {code}, page {page}"),
    "dated": Text("{reference} ngày {day}", "{reference} of {day}"),
    "number_only": Text("số {number}", "number {number}"),
    "unnamed": Text("tài liệu chưa ghi số, trích yếu", "a document without number and subject"),
    "column_document": Text("Mã", "Id"),
    "column_what": Text("Tài liệu", "Document"),
    "column_pages": Text("Số trang", "Pages"),
    "pages_one": Text("1 trang", "1 page"),
    "pages_many": Text("{count} trang", "{count} pages"),
    # A sheet
    "sheet_document": Text("Mã tài liệu", "Document"),
    "sheet_reference": Text("Số, ký hiệu", "Reference"),
    "sheet_path": Text("Tệp", "File"),
    "sheet_criterion": Text("Tiêu chí", "Criterion"),
    "sheet_requirement": Text("Yêu cầu", "Requirement"),
    "sheet_page": Text("Trang", "Page"),
    "sheet_check": Text("Nội dung kiểm tra", "Check"),
    "sheet_verdict": Text("Kết quả", "Verdict"),
    "sheet_why": Text("Lý do", "Why"),
    "sheet_disqualifies": Text("Mất căn cứ", "No support"),
    "yes": Text("có", "yes"),
    "no": Text("không", "no"),
}


def say_evidence(name: str, language: str, /, **slots: str) -> str:
    """A word or sentence by name, with its slots filled."""
    return _WORDS[name].into(language).format_map(slots)
