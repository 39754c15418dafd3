"""Words for codes that stand in a problem's parameters: ``{by:who}`` and ``{kind:kind}``."""

from __future__ import annotations

from par_index.model.text import Text

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
    "ENAMETOOLONG": Text("tên quá dài", "the name is too long"),
    "ELOOP": Text("liên kết đi vòng", "its links go in a circle"),
    "ETXTBSY": Text("tệp đang được dùng", "the file is in use"),
    "EBADF": Text("đầu ra đã đóng", "the stream is closed"),
    "EPIPE": Text("đầu nhận đã đóng", "the receiver has closed"),
}
"""Words for the system's reasons; one that is not here shows its own name."""

CODES: dict[str, dict[str, Text]] = {
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
