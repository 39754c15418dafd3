"""Words for codes that stand in a problem's parameters: ``{by:who}`` and ``{kind:kind}``."""

from __future__ import annotations

from par_index.model.text import Text
from par_index.rendering.messages.review_words import ACTS, OWED, PHASES, ROLES

__all__ = ["CODES"]

_REASONS = {
    "EACCES": Text("chưa có quyền", "no permission"),
    "EPERM": Text("chưa có quyền", "no permission"),
    "EISDIR": Text("đây là thư mục", "it is a folder"),
    "ENOTDIR": Text("đường dẫn đi qua một tệp", "its path goes through a file"),
    "ENOENT": Text("chưa có thư mục này", "there is no such folder"),
    "ENOSPC": Text("ổ đĩa đã đầy", "the disk is full"),
    "EDQUOT": Text("đã hết hạn mức lưu trữ", "the storage quota is used up"),
    "EROFS": Text("ổ đĩa chỉ cho đọc", "the disk is read-only"),
    "EIO": Text("thiết bị đọc ghi gặp lỗi", "the device failed"),
    "EFBIG": Text("tệp quá lớn", "the file is too large"),
    "ENAMETOOLONG": Text("tên quá dài", "the name is too long"),
    "ELOOP": Text("liên kết đi vòng", "its links go in a circle"),
    "ETXTBSY": Text("tệp đang được dùng", "the file is in use"),
    "EBADF": Text("đầu ra đã đóng", "the stream is closed"),
    "EPIPE": Text("đầu nhận đã đóng", "the receiver has closed"),
}
"""Words for the system's reasons; one that is not here shows its own name."""

_ARCHIVE = {
    "rezipped": Text("đã được nén lại bằng chương trình khác", "another program zipped it again"),
    "comment": Text("có ghi chú chèn thêm", "a comment was put in"),
    "leading": Text("có dữ liệu chèn ở đầu", "there are bytes before it"),
    "trailing": Text("có dữ liệu chèn ở cuối", "there are bytes after it"),
    "unlike": Text(
        "mục lục và tệp không khớp nhau", "its directory and the file do not say the same"
    ),
    "other": Text("có chỗ đã bị sửa ngoài các tệp", "something beside the files was changed"),
}
_TOO_MUCH = {
    "size": Text("tổng số byte", "bytes in all"),
    "entries": Text("số tệp", "files"),
    "ratio": Text("số lần bung ra của một tệp", "times that a file says it unpacks to"),
    "overlap": Text("các tệp chồng lên nhau", "files lie upon one another"),
}
_NO_FILE = {
    "link": Text("đây là liên kết", "it is a link"),
    "no_file": Text("đây không phải là tệp", "it is no file"),
    "too_large": Text("tệp quá lớn", "the file is too large"),
    "path": Text("đường dẫn không an toàn", "the path is not safe"),
}

CODES: dict[str, dict[str, Text]] = {
    "act": ACTS,
    "phase": PHASES,
    "role": ROLES,
    "owed": OWED,
    "archive": _ARCHIVE,
    "too_much": _TOO_MUCH,
    "no_file": _NO_FILE,
    "reason": _REASONS,
    "answer": {"yes": Text("có", "yes"), "no": Text("không", "no")},
    "who": {
        "unit": Text("đơn vị", "the unit"),
        "survey": Text("đơn vị điều tra xã hội học", "the sociological survey"),
        "appraiser": Text("cơ quan thẩm định", "the appraiser"),
        "block": Text("khối thi đua", "the block of units"),
    },
    "kind": {
        "count": Text("số đếm", "count"),
        "money": Text("số tiền", "money"),
        "percent": Text("tỷ lệ phần trăm", "percentage"),
        "rate": Text("tỷ lệ", "rate"),
        "points": Text("điểm", "points"),
        "tally": Text("số phiếu theo lựa chọn", "numbers by option"),
        "date": Text("ngày", "date"),
        "yes_no": Text("có hoặc không", "yes or no"),
        "choice": Text("lựa chọn", "choice"),
        "amount": Text("số lượng", "amount"),
        "share": Text("tỷ lệ phần trăm", "percentage"),
        "quotient": Text("thương của hai số khác loại", "quotient of unlike numbers"),
        "days": Text("số ngày", "number of days"),
        "number": Text("số", "number"),
        "countable": Text("số đếm, số tiền hoặc số ngày", "count, money or number of days"),
    },
}
