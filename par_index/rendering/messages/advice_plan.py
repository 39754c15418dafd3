"""What the improvement plan says of its own, in both languages, by name."""

from __future__ import annotations

from typing import Final

from par_index.model.text import Text
from par_index.rendering.messages.wording import filled

__all__ = ["PLAN", "say_plan"]

PLAN: Final[dict[str, Text]] = {
    "title": Text(
        "Kế hoạch cải thiện Chỉ số cải cách hành chính",
        "Plan to improve the administrative-reform index",
    ),
    # Columns, as offices have them
    "column_number": Text("TT", "No."),
    "column_area": Text("Lĩnh vực", "Area"),
    "column_task": Text("Nhiệm vụ, giải pháp", "Task"),
    "column_now": Text("Hiện tại", "Now"),
    "column_required": Text("Yêu cầu", "Required"),
    "column_lead": Text("Chủ trì", "Lead"),
    "column_support": Text("Phối hợp", "Support"),
    "column_due": Text("Thời gian hoàn thành", "Due"),
    "column_gain": Text("Điểm có thể lấy lại", "Points to regain"),
    "column_lost": Text("Điểm đã mất", "Points lost"),
    "column_why": Text("Lý do", "Why"),
    "column_certain": Text("Điểm chắc chắn lấy lại", "Points for certain"),
    "column_possible": Text("Điểm có thể lấy lại", "Points at most"),
    "column_kind": Text("Loại việc", "Kind"),
    "column_note": Text("Ghi chú", "Note"),
    # Kinds of rows
    "kind_regain": Text("cần làm", "to do"),
    "kind_report": Text("cần báo cáo", "to report"),
    "kind_wait": Text("chờ", "to wait for"),
    "kind_unknown": Text("chưa tính được", "no way back known"),
    "kind_gone": Text("không còn lấy lại được", "beyond regaining"),
    # Above and below the rows
    "headline": Text("{rows}: {kinds}", "{rows}: {kinds}"),
    "headline_none": Text(
        "Không có việc nào lấy lại được điểm", "Nothing to do that brings points"
    ),
    "rows": Text("{count} việc", "{count} {count:row|rows}"),
    "count_regain": Text(
        "cần làm\u00a0{count} (đến\u00a0{points})", "{count}\u00a0to do (up to\u00a0{points})"
    ),
    "count_report": Text(
        "cần báo cáo\u00a0{count} (đến\u00a0{points})",
        "{count}\u00a0to report (up to\u00a0{points})",
    ),
    "count_wait": Text(
        "chờ\u00a0{count} (đến\u00a0{points})", "{count}\u00a0to wait for (up to\u00a0{points})"
    ),
    "total": Text("Cộng lại: đến\u00a0{points}", "Together: up to\u00a0{points}"),
    "total_alone": Text(
        "Cộng lại: đến\u00a0{points}; mỗi dòng tính riêng nên có thể không được hết",
        "Together: up to\u00a0{points}; each row is worked out alone, so it may be less",
    ),
    "extras": Text(
        "Ngoài ra, tránh bị trừ điểm: đến\u00a0{points}",
        "Besides, penalties avoided: up to\u00a0{points}",
    ),
    "gone_line": Text(
        "Không còn lấy lại được trong kỳ: {criteria}, mất\u00a0{points} (xem bằng --all)",
        "Beyond regaining this period: {criteria}, {points} lost (see with --all)",
    ),
    "unknown_line": Text(
        "Chưa tính được cách lấy lại: {criteria}, mất\u00a0{points} (xem bằng --all)",
        "No way back known: {criteria}, {points} lost (see with --all)",
    ),
    "gone": Text(
        "Không còn lấy lại được trong kỳ: {criteria}, mất\u00a0{points}",
        "Beyond regaining this period: {criteria}, {points} lost",
    ),
    "unknown": Text(
        "Chưa tính được cách lấy lại: {criteria}, mất\u00a0{points}",
        "No way back known: {criteria}, {points} lost",
    ),
    "by_area": Text("{number}. {area}", "{number}. {area}"),
    "by_gain": Text("Theo số điểm có thể lấy lại", "In order of the points that can be regained"),
    "shared_title": Text("Mỗi dòng tính riêng", "Each row is worked out alone"),
    "shared_lead": Text(
        "Những dòng sau dựa trên cùng một số liệu; cùng làm thì phải tính lại.",
        "These rest on the same figures; done together, they have to be worked out anew.",
    ),
    "nested_lead": Text(
        "Có dòng nằm trong dòng khác, hoặc bị giới hạn chung, nên tổng nhỏ hơn các dòng cộng lại.",
        "A row lies within another, or a limit holds for several: the total is less than the sum.",
    ),
    "shared": Text("{measures}: {codes}", "{measures}: {codes}"),
    "shared_met": Text(
        "{measures}: {codes}; tiêu chí đang có điểm cũng đổi theo: {met}",
        "{measures}: {codes}; what has its points by them moves too: {met}",
    ),
    # Cells
    "task_of": Text("{title}: {task}", "{title}: {task}"),
    "task_report": Text("{task}; báo cáo: {labels}", "{task}; report: {labels}"),
    "task_result": Text("{task}; báo cáo kết quả", "{task}; report the result"),
    "with_code": Text("{task} ({code})", "{task} ({code})"),
    "no_data": Text("chưa có số liệu", "no data yet"),
    "not_yet": Text("chưa đạt", "not yet"),
    "not_due": Text("chưa đến hạn", "not due yet"),
    "survey": Text("chờ kết quả điều tra", "awaiting the survey"),
    "appraiser": Text("chờ thẩm định", "awaiting appraisal"),
    "block": Text("chờ số liệu của khối", "awaiting the block's data"),
    "share": Text("{counts} ({percent})", "{counts} ({percent})"),
    "at_least": Text("tối thiểu\u00a0{value}", "at least\u00a0{value}"),
    "above": Text("trên\u00a0{value}", "above\u00a0{value}"),
    "at_most": Text("tối đa\u00a0{value}", "at most\u00a0{value}"),
    "below": Text("dưới\u00a0{value}", "below\u00a0{value}"),
    "is": Text("{value}", "{value}"),
    "all": Text("đảm bảo\u00a0{value}", "the full\u00a0{value}"),
    "or_more": Text("từ\u00a0{value}", "{value}\u00a0or more"),
    "or_less": Text("đến\u00a0{value}", "{value}\u00a0or less"),
    "target": Text("chỉ tiêu\u00a0{value}", "target\u00a0{value}"),
    "none_of": Text("không có {unit} nào", "none"),
    "before_day": Text("trước\u00a0{day}", "before\u00a0{day}"),
    "by_day": Text("chậm nhất\u00a0{day}", "by\u00a0{day} at the latest"),
    "from_day": Text("từ\u00a0{day}", "from\u00a0{day} on"),
    "is_day": Text("đúng\u00a0{day}", "on\u00a0{day}"),
    "after_day": Text("sau\u00a0{day}", "after\u00a0{day}"),
    "need_new": Text(
        "{value}, cần\u00a0{amount} mới", "{value}, {amount}\u00a0new {amount:one|ones} needed"
    ),
    "need_more": Text("{value}, cần thêm\u00a0{amount}", "{value}, {amount}\u00a0more needed"),
    "need_fewer": Text("{value}, cần bớt\u00a0{amount}", "{value}, {amount}\u00a0fewer needed"),
    "need_first": Text("{value}, ít nhất\u00a0{amount}", "{value}, no fewer than\u00a0{amount}"),
    "in_measure": Text("{value} ở “{label}”", "{value} in “{label}”"),
    "add": Text("thêm\u00a0{amount}", "{amount}\u00a0more"),
    "add_new": Text("thêm\u00a0{amount} mới", "{amount}\u00a0new {amount:one|ones}"),
    "take": Text("bớt\u00a0{amount}", "{amount}\u00a0fewer"),
    "first_goal": Text(
        "{goal}; trước mắt {first} (thêm\u00a0{points})",
        "{goal}; to begin with, {first} ({points}\u00a0more)",
    ),
    "first_of_several": Text(
        "{goal}. Trước mắt: {first} (thêm\u00a0{points})",
        "{goal}. To begin with: {first} ({points}\u00a0more)",
    ),
    "full_points": Text("đủ\u00a0{points}", "the full\u00a0{points}"),
    "given_points": Text("{giver} đủ\u00a0{points}", "{giver} the full\u00a0{points}"),
    "no_deduction": Text("không có lần trừ nào", "nothing taken off"),
    "match": Text("bằng “{label}”", "as many as “{label}”"),
    "once_any": Text("{value} khi có phát sinh", "{value} once there are any"),
    "rise": Text("cao hơn năm trước", "higher than last year"),
    "fall": Text("thấp hơn năm trước", "lower than last year"),
    "no_rise": Text("không cao hơn năm trước", "no higher than last year"),
    "no_fall": Text("không thấp hơn năm trước", "no lower than last year"),
    "rise_by": Text("tăng {value} so với năm trước", "up by {value} on last year"),
    "fall_by": Text("giảm {value} so với năm trước", "down by {value} on last year"),
    "no_penalty": Text("không bị trừ điểm", "no penalty"),
    "parts": Text("các mục thành phần cộng lại {points}", "the components add up to {points}"),
    "due_until": Text("{due}, hạn cuối\u00a0{day}", "{due}, by\u00a0{day} at the latest"),
    "until": Text("hạn cuối\u00a0{day}", "by\u00a0{day} at the latest"),
    "last_day": Text(
        "Số liệu chốt đúng ngày cuối kỳ ({date}); việc chỉ còn kịp nếu nơi đánh giá cho bổ sung.",
        "The figures are of the period's last day ({date}); a step is in time only where additions "
        "are still accepted.",
    ),
    # Labels of an entry in text
    "fact_due": Text("thời gian", "due"),
    "fact_area": Text("lĩnh vực", "area"),
    "fact_required": Text("yêu cầu", "required"),
    "points_lost": Text("mất {points}", "{points} lost"),
}


def say_plan(name: str, language: str, /, **slots: str) -> str:
    """A sentence or label by name, with its slots filled."""
    return filled(PLAN[name].into(language), slots)
