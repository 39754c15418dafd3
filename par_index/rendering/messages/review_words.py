"""Words of appraisals for codes: acts, states, roles, what is owed, reasons, what is raised."""

from __future__ import annotations

from typing import Final

from par_index.model.text import Text

__all__ = ["ACTS", "LIFTS", "OWED", "PHASES", "REASONS", "ROLES", "VERDICTS"]

ACTS: Final = {
    "open": Text("mở hồ sơ (open)", "open"),
    "decide": Text("chấm (decide)", "decide"),
    "accept": Text("chấp nhận (accept)", "accept"),
    "confirm": Text("xác nhận (confirm)", "confirm"),
    "settle": Text("kết luận (settle)", "settle"),
    "return": Text("trả lại (return)", "return"),
    "respond": Text("nhận trả lời (respond)", "respond"),
    "receive": Text("nhận gói (receive)", "receive"),
    "external": Text("nhận số liệu nơi khác (external)", "external"),
    "amend": Text("đổi bộ tiêu chí (amend)", "amend"),
    "roster": Text("thêm người (roster)", "roster"),
    "close": Text("khóa hồ sơ (close)", "close"),
    "reopen": Text("mở lại (reopen)", "reopen"),
}
PHASES: Final = {
    "open": Text("đang thẩm định", "open"),
    "returned": Text("đang ở đơn vị, chờ trả lời", "back with the unit"),
    "responded": Text("đang thẩm định, đơn vị đã trả lời", "open, the unit has answered"),
    "closed": Text("đã khóa", "closed"),
}
ROLES: Final = {
    "chair": Text("tổ trưởng", "chair"),
    "reviewer": Text("người thẩm định", "reviewer"),
    "office": Text("văn thư", "office"),
    "unit": Text("đơn vị", "unit"),
}
OWED: Final = {
    "undecided": Text("chưa chấm", "undecided"),
    "lapsed": Text("phải chấm lại", "to be decided again"),
    "conflict": Text("ý kiến khác nhau", "in dispute"),
    "unconfirmed": Text("chờ người thứ hai xác nhận", "waiting for a second person"),
}
REASONS: Final = {
    "tinh-sai": Text("tính sai", "miscounted"),
    "thieu-tai-lieu": Text("thiếu tài liệu kiểm chứng", "documents are missing"),
    "tai-lieu-khong-hop-le": Text("tài liệu không hợp lệ", "the document is not valid"),
    "so-lieu-khong-khop": Text("số liệu không khớp tài liệu", "figures unlike the document"),
    "khong-dung-ky": Text("không đúng kỳ đánh giá", "of another period"),
    "qua-han": Text("quá hạn", "late"),
    "chua-lam-ro": Text("giải trình chưa rõ", "not explained clearly"),
    "bo-sung-tai-lieu": Text("đã bổ sung tài liệu", "documents were added"),
    "giai-trinh-hop-ly": Text("giải trình hợp lý", "explained well"),
    "khong-ap-dung": Text("không áp dụng", "not applicable"),
    "phai-ap-dung": Text("phải áp dụng", "applicable"),
    "khac": Text("lý do khác", "another reason"),
}
LIFTS: Final = {
    "leaf": Text("cao hơn điểm đang giữ", "above what stood"),
    "claim": Text("cao hơn điểm đơn vị tự chấm lần đầu", "above the unit's first claim"),
    "points": Text("nâng tổng điểm của đơn vị", "the unit's total rises"),
    "index": Text("nâng chỉ số của đơn vị", "the unit's index rises"),
}
VERDICTS: Final = {
    "right": Text("đúng", "right"),
    "wrong": Text("sai", "wrong"),
    "look": Text("cần người xem", "to be looked at"),
    "unknown": Text("không kiểm được", "cannot be checked"),
}
