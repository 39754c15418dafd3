"""What is said of packages and receipts, in both languages, by name."""

from __future__ import annotations

from typing import Final

from par_index.model.text import Text

__all__ = ["PACKAGES", "say_packages"]

PACKAGES: Final[dict[str, Text]] = {
    # A package that was made
    "packed": Text("Đã đóng gói: {file}", "Packed: {file}"),
    "whose": Text("{unit}/{year}", "{unit}/{year}"),
    "digest": Text("Mã gói: {digest}", "Digest: {digest}"),
    "size": Text("{files} tệp, {bytes} byte", "{files} files, {bytes} bytes"),
    "set": Text("Bộ tiêu chí: {id}, {files} tệp", "Criteria set: {id}, {files} files"),
    "documents": Text(
        "Tài liệu kiểm chứng: {there} có tệp, {absent} không có tệp",
        "Evidence: {there} with a file, {absent} without",
    ),
    "documents_none": Text("Tài liệu kiểm chứng: không có", "Evidence: none"),
    "head": Text(
        "Trả lời sổ thẩm định ở #{seq} {hash}", "Answers the appraisal log at #{seq} {hash}"
    ),
    "send": Text("Việc tiếp theo", "What to do next"),
    "send_whole": Text(
        "Gửi nguyên tệp {file}; mở ra rồi nén lại thì nơi nhận không kiểm được.",
        "Send the file {file} as it is; unpacked and zipped again it cannot be checked.",
    ),
    "send_digest": Text(
        "Ghi mã gói vào văn bản gửi kèm có chữ ký, để nơi nhận biết gói không bị thay.",
        "Write the digest into the signed letter that goes with it, so that the receiver knows "
        "that nobody has replaced the package.",
    ),
    # What was verified
    "same": Text(
        "Gói còn nguyên; chấm lại ra đúng kết quả ghi trong gói",
        "The package is whole; scoring it again gives the very result it states",
    ),
    "same_points": Text(
        "Gói còn nguyên; par_index {here} chấm lại ra đúng số điểm mà bản {stated} đã ghi",
        "The package is whole; par_index {here} gives the same points as {stated} stated",
    ),
    "other": Text(
        "Gói còn nguyên, nhưng par_index {here} chấm ra điểm khác bản {stated} đã ghi",
        "The package is whole, but par_index {here} gives other points than {stated} stated",
    ),
    "receipt_same": Text(
        "Các tệp đúng như biên nhận; chấm lại ra đúng kết quả đã ghi",
        "The files are those of the receipt; scoring again gives the very result it states",
    ),
    "receipt_same_points": Text(
        "Các tệp đúng như biên nhận; par_index {here} chấm lại ra đúng số điểm mà bản {stated} "
        "đã ghi",
        "The files are those of the receipt; par_index {here} gives the same points as {stated} "
        "stated",
    ),
    "receipt_other": Text(
        "Các tệp đúng như biên nhận, nhưng par_index {here} chấm ra điểm khác bản {stated} đã ghi",
        "The files are those of the receipt, but par_index {here} gives other points than "
        "{stated} stated",
    ),
    "set_same": Text("khớp với bản cài ở máy này", "the same as the one installed here"),
    "set_other": Text("khác bản cài ở máy này", "not the one that is installed here"),
    "set_absent": Text("máy này không có bản cài để so", "none is installed here to compare with"),
    "set_same_given": Text("khớp với bộ nêu ở --criteria", "the same as that of --criteria"),
    "set_other_given": Text("khác bộ nêu ở --criteria", "not that of --criteria"),
    "look": Text("Cần xem", "To look at"),
    "look_set": Text(
        "Bộ tiêu chí đi kèm khác {whose}, ở: {files}. Điểm này không so được với điểm chấm theo "
        "bộ kia.",
        "The criteria set that goes with it is not {whose}; it differs in: {files}. These points "
        "cannot be compared with points by the other.",
    ),
    "whose_installed": Text("bản cài ở máy này", "the one installed here"),
    "whose_given": Text("bộ nêu ở --criteria", "that of --criteria"),
    "set_line": Text("Bộ tiêu chí: {id}; {standing}", "Criteria set: {id}; {standing}"),
    "absent": Text("Tài liệu không có tệp", "Documents without a file"),
    "absent_unsaid": Text("không ghi `tep`: {documents}", "no `tep`: {documents}"),
    "differences": Text("Điểm khác nhau", "Points that differ"),
    "whole": Text("Toàn bộ", "The whole"),
    "stated": Text("đã ghi", "stated"),
    "here": Text("chấm lại", "scored again"),
    "nothing": Text("không có", "not there"),
    "column_code": Text("Mã", "Code"),
    "column_criterion": Text("Tiêu chí", "Criterion"),
    "column_points": Text("Điểm", "Points"),
    # What it proves, and what it does not
    "proves": Text("Điều này chứng minh", "What this proves"),
    "proves_bytes": Text(
        "Không byte nào của gói đổi so với mã gói ở trên; không thiếu, không thừa tệp.",
        "No byte of the package differs from the digest above; no file is missing or added.",
    ),
    "proves_files": Text(
        "Bản tự chấm, bộ tiêu chí, tệp kèm theo và tài liệu có trong biên nhận đều chưa đổi.",
        "The submission, the criteria set, the external files and the documents of the receipt "
        "have not changed.",
    ),
    "proves_score": Text(
        "Điểm đã ghi là do bộ tiêu chí và số liệu đi kèm mà ra.",
        "The points stated follow from the criteria set and the data that go with them.",
    ),
    "not_proven": Text("Điều này không chứng minh", "What this does not prove"),
    "not_author": Text(
        "Ai làm ra, và làm lúc nào: người sửa cả gói có thể tính lại mọi mã. Đối chiếu mã gói "
        "với văn bản có chữ ký gửi kèm.",
        "Who made it, and when: whoever rewrites all of it can compute every digest again. Hold "
        "the digest against the signed letter that came with it.",
    ),
    "not_author_receipt": Text(
        "Ai làm ra, và làm lúc nào: người sửa cả biên nhận lẫn các tệp có thể tính lại mọi mã.",
        "Who made it, and when: whoever rewrites the receipt and the files can compute every "
        "digest again.",
    ),
    "not_official": Text(
        "Bộ tiêu chí là bản chính thức: cơ quan thẩm định phải so với bản của mình.",
        "That the criteria set is the official one: the office compares it with its own copy.",
    ),
    "engine_rules": Text("{version} (quy tắc {rules})", "{version} (rules {rules})"),
    "not_engine": Text(
        "Bản {stated} đã chấm ra đúng như ghi: máy này chấm bằng bản {here}.",
        "That {stated} gave the very result: it was scored here with {here}.",
    ),
    "not_true": Text(
        "Số liệu và tài liệu là đúng sự thật: việc ấy do người thẩm định xem.",
        "That the data and the documents are true: that is for the reviewer to see.",
    ),
}


def say_packages(name: str, language: str, /, **slots: str) -> str:
    """One of these in a language, its slots filled."""
    return PACKAGES[name].into(language).format_map(slots)
