"""What a what-if says of its own, in both languages, by name."""

from __future__ import annotations

from typing import Final

from par_index.model.text import Text
from par_index.rendering.messages.wording import filled

__all__ = ["WHAT_IF", "say_what_if"]

WHAT_IF: Final[dict[str, Text]] = {
    # Headline and figures
    "total_of": Text("{range} trên {maximum}", "{range} of {maximum}"),
    "total_moves": Text("Tổng điểm: {before} → {after}", "Total: {before} → {after}"),
    "total_stays": Text("Tổng điểm không đổi: {total}", "The total stays {total}"),
    "nothing": Text("Không có gì thay đổi: {total}", "Nothing changes: {total}"),
    "before": Text("Trước: {what}", "Before: {what}"),
    "after": Text("Sau: {what}", "After: {what}"),
    "now": Text("Hiện tại: {what}", "Now: {what}"),
    "index": Text("Chỉ số: {before} → {after}", "Index: {before} → {after}"),
    "no_index": Text("chưa có", "none"),
    "supported": Text("Có căn cứ: {before} → {after}", "Supported: {before} → {after}"),
    "grades": Text("Xếp loại: {grades}", "Grades: {grades}"),
    "grade": Text("{grade} ({before} → {after})", "{grade} ({before} → {after})"),
    "sure": Text("chắc chắn", "for certain"),
    "possible": Text("còn có thể", "still possible"),
    "impossible": Text("không còn đạt được", "out of reach"),
    "unknown": Text("chưa xét", "not looked at"),
    # Gains
    "moves": Text("{before}\u00a0→\u00a0{after}", "{before}\u00a0→\u00a0{after}"),
    "certain": Text("chắc chắn {points}", "{points} for certain"),
    "at_most": Text("cao nhất {points}", "the maximum {points}"),
    # Sections
    "values": Text("Giá trị thử", "Values to try"),
    "criteria": Text("Thay đổi: {criteria}", "Changed: {criteria}"),
    "appearing": Text("Xuất hiện điều cần xem lại", "New to review before submitting"),
    "vanishing": Text("Không còn phải xem lại", "No longer to review"),
    "remarks": Text("Lưu ý khi đọc giá trị thử", "Remarks on the values to try"),
    "outdated": Text(
        "trong tệp vẫn còn đoạn trích, lời nêu của giá trị cũ: {ids}; nếu lấy giá trị thử thì sửa "
        "cả lời",
        "the file still has the words of the old values: {ids}; correct these too if the values "
        "are taken over",
    ),
    # A measure that is set
    "measure": Text("{label} ({id})", "{label} ({id})"),
    "set": Text("{measure}: {before} → {after}", "{measure}: {before} → {after}"),
    "set_already": Text("{measure}: {after} (như hiện tại)", "{measure}: {after} (as it is)"),
    "no_settings": Text("không thử giá trị nào", "no value to try"),
    "not_reported": Text("chưa báo cáo", "not reported"),
    "not_yet": Text("chưa có", "not yet"),
    # Facts of a criterion
    "was": Text("trước", "before"),
    "is": Text("sau", "after"),
    "column_points": Text("Điểm", "Points"),
    # Several scenarios
    "several": Text("So sánh: {count} phương án", "Compared: {count} {count:scenario|scenarios}"),
    "several_part": Text(
        "So sánh: {count} phương án ({part}/{parts})",
        "Compared: {count} {count:scenario|scenarios} ({part}/{parts})",
    ),
    "column_criterion": Text("Tiêu chí", "Criterion"),
    "column_now": Text("Hiện tại", "Now"),
    "row_index": Text("Chỉ số (%)", "Index (%)"),
    "row_gain": Text("Chắc chắn thêm hoặc bớt", "More or less for certain"),
    "row_total": Text("Tổng điểm", "Total"),
    "row_criterion": Text("tiêu chí", "criterion"),
    "row_sum": Text("cộng nhóm", "sum"),
    "row_total_of": Text("Tổng điểm, trên {maximum}", "Total, of {maximum}"),
    "cell": Text("{points}\u00a0({gain})", "{points}\u00a0({gain})"),
    # Columns of a spreadsheet
    "sheet_scenario": Text("Phương án", "Scenario"),
    "sheet_row": Text("Loại dòng", "Row"),
    "sheet_code": Text("Mã", "Code"),
    "sheet_title": Text("Tiêu chí", "Criterion"),
    "sheet_outcome_before": Text("Tình trạng trước", "Outcome before"),
    "sheet_low_before": Text("Chắc chắn trước", "Certain before"),
    "sheet_high_before": Text("Cao nhất trước", "At most before"),
    "sheet_outcome_after": Text("Tình trạng sau", "Outcome after"),
    "sheet_low_after": Text("Chắc chắn sau", "Certain after"),
    "sheet_high_after": Text("Cao nhất sau", "At most after"),
    "sheet_low_gain": Text("Chắc chắn thêm", "More for certain"),
    "sheet_high_gain": Text("Cao nhất thêm", "More at most"),
    # Findings of a scenario
    "new_finding": Text("xuất hiện: {title}", "new: {title}"),
    "old_finding": Text("không còn: {title}", "gone: {title}"),
}


def say_what_if(name: str, language: str, /, **slots: str) -> str:
    """A sentence or label by name, with its slots filled."""
    return filled(WHAT_IF[name].into(language), slots)
