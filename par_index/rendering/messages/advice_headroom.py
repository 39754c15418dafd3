"""What headroom says of its own, in both languages, by name."""

from __future__ import annotations

from typing import Final

from par_index.model.text import Text
from par_index.rendering.messages.wording import filled

__all__ = ["HEADROOM", "say_headroom"]

HEADROOM: Final[dict[str, Text]] = {
    # Headline and figures
    "regain": Text("còn lấy thêm được đến {points}", "up to {points} more can be earned"),
    "open": Text("{points} còn chờ số liệu", "{points} hang on what is not known yet"),
    "gone": Text("{points} không lấy lại được", "{points} cannot be regained"),
    "unknown": Text("{points} chưa rõ cách lấy lại", "no way back is known of {points}"),
    "nothing": Text("không thiếu điểm nào", "no points are lacking"),
    "alone": Text(
        "Mỗi tiêu chí tính riêng, mọi số liệu khác giữ nguyên.",
        "Each criterion is worked out alone, with all other figures as they are.",
    ),
    "edges": Text(
        "Sát ngưỡng, thêm một trường hợp không đạt là mất điểm: {criteria}",
        "At the edge, where one more failure costs points: {criteria}",
    ),
    "days_left": Text(
        "Còn {days} đến hết kỳ đánh giá ({date}).", "{days} left of the period (to {date})."
    ),
    # Sections
    "nearest": Text("Gần thêm điểm nhất trước", "Nearest to more points first"),
    "safe": Text(
        "Đủ điểm, không mất được nữa: {codes}", "All points, and they cannot be lost: {codes}"
    ),
    "full": Text(
        "Đủ điểm, không phụ thuộc số trường hợp: {codes}",
        "All points, whatever the number of cases: {codes}",
    ),
    "waits": Text("Chờ kết quả của nơi khác: {codes}", "Waiting for others: {codes}"),
    "out": Text("Không áp dụng: {codes}", "Not applicable: {codes}"),
    "nothing_more": Text(
        "Không có số đếm nào để thêm hoặc bớt: {codes}", "No cases to add or to lose: {codes}"
    ),
    "under": Text("Điểm đang bị {parent} chặn lại: {codes}", "Held back by {parent}: {codes}"),
    # Facts of a criterion
    "fact_next": Text("mức kế tiếp", "next level"),
    "fact_most": Text("mức cao nhất", "highest level"),
    "fact_max": Text("đạt tối đa", "to the maximum"),
    "fact_spare": Text("còn chịu được", "can still bear"),
    "fact_edge": Text("sát ngưỡng", "at the edge"),
    "fact_day": Text("hạn cuối", "last day"),
    "fact_note": Text("lưu ý", "note"),
    "fact_gone": Text("không lấy lại được", "cannot be regained"),
    "fact_unknown": Text("chưa rõ cách lấy lại", "no way back known"),
    "fact_area": Text("lĩnh vực", "area"),
    "lacks": Text("{points}; thiếu {cases}", "{points}; {cases} short"),
    # How much it bears
    "leaves": Text("bớt {cases} ({moved})", "{amount} fewer in {what} ({moved})"),
    "joins": Text("thêm {cases} ({moved})", "{amount} more in {what} ({moved})"),
    "new": Text(
        "thêm {cases} mà phần đạt không tăng ({moved})",
        "{amount} more in {what}, none of which counts ({moved})",
    ),
    "one_leaves": Text("bớt {cases} là còn {points}", "{amount} fewer in {what} leaves {points}"),
    "one_joins": Text("thêm {cases} là còn {points}", "{amount} more in {what} leaves {points}"),
    "one_new": Text(
        "thêm {cases} mà phần đạt không tăng là còn {points}",
        "{amount} more in {what}, none of which counts, leaves {points}",
    ),
    "beyond": Text("{spare}, quá nữa còn {points}", "{spare}, beyond that {points}"),
    # What cannot change
    "only_new": Text(
        "{unit} đã có không chuyển được, chỉ {unit} mới được tính",
        "those there already cannot change, only new ones count",
    ),
    "a_case": Text("trường hợp", "cases"),
    # Why not
    "why": Text("{points}, {why}", "{points}, {why}"),
    "fixed_labels": Text("số liệu đã chốt: {labels}", "settled figures: {labels}"),
    "fixed": Text("số liệu đã chốt trong kỳ", "the figures are settled for this period"),
    "past_due": Text("đã quá hạn", "the due date has passed"),
    "limit": Text("số liệu đã đến giới hạn", "the figures are at their limit"),
    "others": Text("kết quả do nơi khác đưa ra", "the result is for others to give"),
    "unsaid": Text(
        "bộ tiêu chí không nói số liệu này còn thay đổi được hay không",
        "the criteria set does not say whether these figures can still change",
    ),
    "no_cases": Text("chưa có trường hợp nào để tính", "there are no cases to count yet"),
    "no_step": Text("không tìm được bước nào đạt phần này", "no step was found that reaches it"),
    "day": Text("{date}, còn {days}", "{date}, {days} left"),
    "day_past": Text("{date}", "{date}"),
    # Columns of a spreadsheet
    "column_area": Text("Lĩnh vực", "Area"),
    "column_code": Text("Mã", "Code"),
    "column_title": Text("Tiêu chí", "Criterion"),
    "column_outcome": Text("Tình trạng", "Outcome"),
    "column_low": Text("Chắc chắn", "Certain"),
    "column_high": Text("Cao nhất", "At most"),
    "column_maximum": Text("Tối đa", "Max"),
    "column_cases": Text("Thiếu (trường hợp)", "Cases short"),
    "column_gain": Text("Được thêm", "Gains"),
    "column_next": Text("Mức kế tiếp", "Next level"),
    "column_most": Text("Đạt tối đa", "To the maximum"),
    "column_spare": Text("Còn chịu được (trường hợp)", "Spare cases"),
    "column_failures": Text("Chịu được gì", "What it can bear"),
    "column_day": Text("Hạn cuối", "Last day"),
    "column_gone": Text("Không lấy lại được", "Cannot be regained"),
    "column_unknown": Text("Chưa rõ cách lấy lại", "No way back known"),
    "column_why": Text("Lý do", "Why"),
    "column_ask": Text("Cần báo cáo", "To report"),
}


def say_headroom(name: str, language: str, /, **slots: str) -> str:
    """A sentence or label by name, with its slots filled."""
    return filled(HEADROOM[name].into(language), slots)
