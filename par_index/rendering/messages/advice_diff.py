"""What a comparison of two submissions says, in both languages, by name."""

from __future__ import annotations

from typing import Final

from par_index.model.text import Text

__all__ = ["DIFF", "say_diff"]

DIFF: Final[dict[str, Text]] = {
    "title": Text("So sánh hai bản tự chấm", "Two submissions compared"),
    "two_units": Text("{before} và {after}", "{before} and {after}"),
    "side_before": Text("trước: {what}", "before: {what}"),
    "side_after": Text("sau: {what}", "after: {what}"),
    # Headline and figures
    "total": Text("Tổng điểm: {before} → {after}", "Total: {before} → {after}"),
    "total_same": Text("Tổng điểm không đổi: {total}", "The total stays {total}"),
    "nothing": Text(
        "Hai bản tự chấm không có gì khác nhau: {total}", "The two do not differ: {total}"
    ),
    "parts": Text("{rules}; {data}", "{rules}; {data}"),
    "by_rules": Text("do quy định {gain}", "by rules {gain}"),
    "by_data": Text("do số liệu {gain}", "by data {gain}"),
    "of_total": Text("Trong đó {parts}", "Of this, {parts}"),
    "of_index": Text("Chỉ số, trong đó {parts}", "Of the index, {parts}"),
    "index": Text("Chỉ số: {before}% → {after}%", "Index: {before}% → {after}%"),
    "none": Text("0", "0"),
    "index_change": Text("{gain} điểm phần trăm", "{gain} percentage points"),
    "grades_before": Text("Xếp loại trước: {grades}", "Grade before: {grades}"),
    "grades_after": Text("Xếp loại sau: {grades}", "Grade after: {grades}"),
    "no_grades": Text("chưa xét", "not looked at"),
    # Sections
    "areas": Text("Từng lĩnh vực", "Area by area"),
    "areas_parts": Text("Do quy định, do số liệu", "By rules, by data"),
    "areas_lead": Text(
        "Hai số cách nhau bằng dấu chấm phẩy: phần chắc chắn, rồi mức cao nhất.",
        "Two numbers with a semicolon: what is certain, then the most.",
    ),
    "column_area": Text("Lĩnh vực", "Area"),
    "column_before": Text("Trước", "Before"),
    "column_after": Text("Sau", "After"),
    "column_change": Text("Thêm, bớt", "Change"),
    "column_rules": Text("Do quy định", "By rules"),
    "column_data": Text("Do số liệu", "By data"),
    "column_points": Text("Điểm", "Points"),
    "row_total": Text("Tổng điểm", "Total"),
    "pair": Text("{low};\u00a0{high}", "{low};\u00a0{high}"),
    "changed": Text("Tiêu chí thay đổi: {criteria}", "Changed: {criteria}"),
    "new": Text("Tiêu chí mới: {criteria}", "New: {criteria}"),
    "new_lead": Text(
        "Bộ trước không có, nên toàn bộ điểm tính là do quy định.",
        "The old set does not have them, so all their points are the doing of the rules.",
    ),
    "dropped": Text("Tiêu chí bỏ: {criteria}", "Dropped: {criteria}"),
    "dropped_lead": Text(
        "Bộ sau không còn, nên toàn bộ điểm tính là do quy định.",
        "The new set does not have them, so all their points are the doing of the rules.",
    ),
    "data": Text("Số liệu thay đổi: {count}", "Data changed: {count}"),
    "left": Text(
        "Số liệu trước không đưa được sang bộ sau: {count}",
        "Old data that have no place under the new set: {count}",
    ),
    "left_lead": Text(
        "Khi chấm số liệu trước theo bộ sau, các mục này coi như chưa báo cáo.",
        "Where old data are scored by the new set, these count as not reported.",
    ),
    "notes": Text("Cách so sánh", "How it was compared"),
    "appearing": Text("Xuất hiện điều cần xem lại", "New to review"),
    "vanishing": Text("Không còn phải xem lại", "No longer to review"),
    # Notes
    "note_as_is": Text(
        "Ngày tháng của bản trước giữ nguyên khi chấm theo bộ sau (số liệu đến {date}); hạn của "
        "bộ sau thuộc kỳ khác, nên phần của các tiêu chí có hạn chưa so được ngang nhau. Muốn dời "
        "ngày: ghi shift_years trong tệp đối chiếu mã",
        "Days of the old submission are scored by the new set as they are (data as of {date}); "
        "its deadlines are of another period, so criteria with deadlines do not compare evenly. "
        "To move days, write shift_years in the mapping",
    ),
    "note_shifted": Text(
        "Ngày tháng của bản trước dời {years} năm khi chấm theo bộ sau (số liệu đến {date})",
        "Days of the old submission are moved by {years} years for the new set (data as of {date})",
    ),
    "note_dated": Text("Những ngày giữ nguyên: {labels}", "Days kept as they are: {labels}"),
    "note_alike": Text(
        "Cùng tên ở hai bộ mà khác mã: {pairs}; nếu là một thì ghi vào tệp đối chiếu mã (--map)",
        "Of one title under different codes: {pairs}; where they are one, say so in a mapping "
        "(--map)",
    ),
    "note_maximum": Text(
        "Điểm tối đa khác nhau ({before} và {after}); điểm giữ nguyên thang của từng bộ, so bằng "
        "chỉ số thì cùng thang",
        "The maximum differs ({before} and {after}); points stay on the scale of each set, the "
        "index is on one",
    ),
    # Facts of a criterion
    "was": Text("trước", "before"),
    "between": Text("số liệu trước, bộ sau", "old data, new set"),
    "is": Text("sau", "after"),
    "fact_parts": Text("trong đó", "of this"),
    "renamed": Text("{old} → {new}", "{old} → {new}"),
    # Data
    "measure": Text("{label} ({id})", "{label} ({id})"),
    "measure_renamed": Text("{label} ({old} → {id})", "{label} ({old} → {id})"),
    "measure_last_year": Text("{measure}, năm trước", "{measure}, last year"),
    "moved": Text("{measure}: {before} → {after}", "{measure}: {before} → {after}"),
    "not_reported": Text("chưa báo cáo", "not reported"),
    "not_yet": Text("chưa có", "not yet"),
    "left_line": Text("{measure}: {value}; {reason}", "{measure}: {value}; {reason}"),
    "left_ground": Text("{code}: {reason}", "{code}: {reason}"),
    "reason_no_measure": Text("bộ sau không có số liệu này", "the new set has no such measure"),
    "reason_kind": Text("bộ sau đo loại khác", "the new set measures another kind"),
    "reason_unit": Text("bộ sau tính theo đơn vị khác", "the new set counts in another unit"),
    "reason_giver": Text("bộ sau lấy từ nơi khác", "others give it under the new set"),
    "reason_option": Text("bộ sau không có lựa chọn này", "the new set has no such option"),
    "reason_bounds": Text("ngoài mức bộ sau cho phép", "beyond what the new set allows"),
    "reason_conflict": Text(
        "mâu thuẫn với số liệu khác theo bộ sau", "contradicts other data under the new set"
    ),
    "reason_ground": Text(
        "lý do không áp dụng này không có ở bộ sau",
        "the new set does not list this ground for not applying",
    ),
    # Columns of a spreadsheet
    "sheet_row": Text("Loại dòng", "Row"),
    "sheet_old": Text("Mã trước", "Code before"),
    "sheet_new": Text("Mã sau", "Code after"),
    "sheet_title": Text("Nội dung", "What"),
    "sheet_outcome_before": Text("Tình trạng trước", "Outcome before"),
    "sheet_low_before": Text("Chắc chắn trước", "Certain before"),
    "sheet_high_before": Text("Cao nhất trước", "At most before"),
    "sheet_outcome_after": Text("Tình trạng sau", "Outcome after"),
    "sheet_low_after": Text("Chắc chắn sau", "Certain after"),
    "sheet_high_after": Text("Cao nhất sau", "At most after"),
    "sheet_low_rules": Text("Chắc chắn do quy định", "Certain by rules"),
    "sheet_high_rules": Text("Cao nhất do quy định", "At most by rules"),
    "sheet_low_data": Text("Chắc chắn do số liệu", "Certain by data"),
    "sheet_high_data": Text("Cao nhất do số liệu", "At most by data"),
    "sheet_low_change": Text("Chắc chắn thêm, bớt", "Certain change"),
    "sheet_high_change": Text("Cao nhất thêm, bớt", "Change at most"),
    "row_index": Text("Chỉ số (%)", "Index (%)"),
    "row_criterion": Text("tiêu chí", "criterion"),
    "row_sum": Text("cộng nhóm", "sum"),
}


def say_diff(name: str, language: str, /, **slots: str) -> str:
    """A sentence or label by name, with its slots filled."""
    return DIFF[name].into(language).format_map(slots)
