"""What the account of an appraisal says, in both languages, by name."""

from __future__ import annotations

from typing import Final

from par_index.model.text import Text
from par_index.rendering.messages.wording import filled

__all__ = ["ACCOUNT", "say_account"]

ACCOUNT: Final[dict[str, Text]] = {
    # Columns
    "claimed": Text("Tự chấm", "Claimed"),
    "computed": Text("Tính lại", "Computed"),
    "supported": Text("Có căn cứ", "Supported"),
    "round": Text("Vòng {round}", "Round {round}"),
    "response": Text("Giải trình {round}", "Response {round}"),
    "final": Text("Cuối cùng", "Final"),
    "final_round": Text("Cuối vòng {round}", "Final, round {round}"),
    "final_external": Text(
        "Cuối vòng {round}, thêm số liệu nơi khác", "Final, round {round}, with others' data"
    ),
    # Headline and figures
    "headline": Text(
        "Tự chấm {claimed} → {name} {final} điểm",
        "Claimed {claimed} → {name} {final} points",
    ),
    "so_far": Text("đến lúc này", "so far"),
    "at_the_end": Text("kết quả thẩm định", "after appraisal"),
    "of": Text("{points}/{maximum}", "{points}/{maximum}"),
    "span": Text(
        "Còn điều chưa rõ hoặc chờ nơi khác: tổng sẽ trong khoảng {span}",
        "Something is still open, or others have to give points: the total will be within {span}",
    ),
    "grades": Text("Xếp loại: {claimed} → {final}", "Grade: {claimed} → {final}"),
    "no_grade": Text("chưa rõ", "not certain"),
    "agreement": Text(
        "Nhiều người cùng chấm: {seen} lượt; giống nhau ngay từ đầu: {agreed}; chênh tổng: {gap}",
        "Decided by several: {seen}, the same at first: {agreed}, apart by {gap} in all",
    ),
    "adds_up": Text(
        "Mỗi chênh lệch dưới đây cộng lại đúng bằng chênh lệch của tổng, không làm tròn.",
        "The differences below add up to that of the total exactly, nothing rounded.",
    ),
    # Sections
    "summary": Text("Các cột điểm", "The columns"),
    "column_name": Text("Cột", "Column"),
    "column_points": Text("Điểm", "Points"),
    "column_maximum": Text("Tối đa áp dụng", "Applicable"),
    "column_index": Text("Chỉ số (%)", "Index (%)"),
    "column_change": Text("Thay đổi", "Change"),
    "change_in_all": Text("Từ tự chấm đến nay", "Since the claim"),
    "step": Text("{before} → {after}: {change}", "{before} → {after}: {change}"),
    "column_why": Text("Vì sao", "Why"),
    "structure": Text("cơ cấu (trần, sàn, ngưỡng, điều kiện của nhóm)", "structure"),
    "total": Text("Cộng", "Total"),
    "areas": Text("Theo lĩnh vực", "By area"),
    "areas_part": Text("Theo lĩnh vực ({part}/{parts})", "By area ({part}/{parts})"),
    "column_area": Text("Lĩnh vực", "Area"),
    "extras": Text("Điểm cộng, điểm trừ", "Bonus and penalty"),
    "whole": Text("Toàn đơn vị", "The unit"),
    "whole_structure": Text("trần, sàn, làm tròn của toàn bộ", "bounds and rounding of the whole"),
    "leaves": Text("Từng tiêu chí đã đổi điểm", "Criteria whose points changed"),
    "structure_section": Text("Cơ cấu: nhóm làm đổi điểm", "Structure: what groups did to sums"),
    # Causes
    "unclaimed": Text("đơn vị không tự chấm", "not claimed by the unit"),
    "recomputed": Text("tính lại theo số liệu đã báo cáo", "recomputed from the data reported"),
    "unsupported": Text("chưa có căn cứ hợp lệ", "without valid support"),
    "accepted": Text("chấp nhận điểm tính được", "accepted as computed"),
    "resubmitted": Text("đơn vị nộp lại: tính theo gói mới", "handed in again: by the new package"),
    "external": Text("có kết quả của nơi khác", "others gave their results"),
    "decided": Text("{reason}", "{reason}"),
    "move": Text("{change}: {cause}", "{change}: {cause}"),
    "move_by": Text(
        "{change}: {cause} ({who}, dòng {seq})", "{change}: {cause} ({who}, line {seq})"
    ),
    "move_said": Text(
        "{change}: {cause} – {text} ({who}, dòng {seq})",
        "{change}: {cause} – {text} ({who}, line {seq})",
    ),
    "confirmed": Text("; {who} xác nhận ở dòng {seq}", "; confirmed by {who} in line {seq}"),
    "from_na": Text("từ không áp dụng thành có", "from not applicable to applicable"),
    "to_na": Text("thành không áp dụng", "to not applicable"),
    # Columns of a spreadsheet
    "sheet_kind": Text("Loại dòng", "Row"),
    "sheet_code": Text("Mã", "Code"),
    "sheet_title": Text("Tiêu chí", "Criterion"),
    "sheet_points": Text("{column}: điểm", "{column}: points"),
    "sheet_maximum": Text("{column}: tối đa áp dụng", "{column}: applicable"),
    "sheet_why": Text("Vì sao đổi", "Why it changed"),
    "row_unit": Text("đơn vị", "unit"),
    "row_area": Text("lĩnh vực", "area"),
    "row_parent": Text("nhóm", "group"),
    "row_leaf": Text("tiêu chí", "criterion"),
    "row_structure": Text("cơ cấu", "structure"),
    # The queue
    "queue_title": Text("Việc thẩm định đến ngày {day}", "Appraisals as of {day}"),
    "queue_subtitle": Text("{count} đơn vị", "{count} {count:unit|units}"),
    "queue_headline": Text(
        "Chưa nộp: {missing} · đang thẩm định: {open} · chờ đơn vị: {waiting} · đã khóa: {closed}",
        "Not handed in: {missing} · open: {open} · with units: {waiting} · closed: {closed}",
    ),
    "queue_missing": Text("Chưa nộp", "Not handed in"),
    "queue_units": Text("Đang thẩm định", "Open"),
    "queue_waiting": Text("Đang ở đơn vị", "With units"),
    "queue_closed": Text("Đã khóa", "Closed"),
    "queue_broken": Text("Sổ không đọc được", "Logs that cannot be read"),
    "queue_due": Text("hạn nộp {day}", "due {day}"),
    "queue_answer_due": Text("hạn trả lời {day}", "answer due {day}"),
    "queue_answer_overdue": Text("quá hạn trả lời từ {day}", "the answer has been due since {day}"),
    "queue_standing": Text("{phase}, vòng {round}", "{phase}, round {round}"),
    "queue_overdue": Text("quá hạn nộp từ {day}", "has been due since {day}"),
    "queue_first": Text(
        "{code} {title}: {stake} điểm có thể mất, {doubt}",
        "{code} {title}: {stake} {stake:point|points} at stake, {doubt}",
    ),
    "queue_owed": Text("còn {count} tiêu chí", "{count} {count:criterion|criteria} owed"),
    "sheet_queue_unit": Text("Mã đơn vị", "Unit"),
    "sheet_queue_name": Text("Đơn vị", "Name"),
    "sheet_queue_standing": Text("Tình trạng", "Standing"),
    "sheet_queue_due": Text("Hạn", "Due"),
    "sheet_queue_code": Text("Mã tiêu chí", "Code"),
    "sheet_queue_stake": Text("Điểm có thể mất", "Points at stake"),
    "sheet_queue_doubt": Text("Mức nghi ngờ (0–3)", "Doubt (0–3)"),
    "doubt_3": Text(
        "có tài liệu sai hoặc điều nghiêm trọng", "a wrong document or a serious finding"
    ),
    "doubt_2": Text("cần người xem, hoặc tự chấm cao hơn", "to be looked at, or claimed above"),
    "doubt_1": Text("có điều không kiểm được", "something cannot be checked"),
    "doubt_0": Text("chưa thấy gì phải nghi", "nothing in doubt"),
    "fact_first": Text("ưu tiên xem", "first"),
    "fact_owed": Text("còn phải làm", "owed"),
}


def say_account(name: str, language: str, /, **slots: str) -> str:
    """A sentence or label by name, with its slots filled."""
    return filled(ACCOUNT[name].into(language), slots)
