"""What pace says of its own, in both languages, by name."""

from __future__ import annotations

from typing import Final

from par_index.model.text import Text
from par_index.rendering.messages.wording import filled

__all__ = ["PACE", "say_pace"]

PACE: Final[dict[str, Text]] = {
    # Headline and figures
    "total_of": Text("{range} trên {maximum}", "{range} of {maximum}"),
    "total_moves": Text(
        "Nếu không làm gì thêm: {before} → {after}", "If nothing else is done: {before} → {after}"
    ),
    "total_stays": Text(
        "Nếu không làm gì thêm, tổng điểm không đổi: {total}",
        "If nothing else is done, the total stays {total}",
    ),
    "expected": Text(
        "Dự kiến cuối kỳ: {label} ({id}) {moved}, thêm {amount}",
        "Expected by the end: {label} ({id}) {moved}, {amount} more",
    ),
    "expected_less": Text(
        "Dự kiến cuối kỳ: {label} ({id}) {moved}, bớt {amount}",
        "Expected by the end: {label} ({id}) {moved}, {amount} fewer",
    ),
    "expected_same": Text(
        "Dự kiến cuối kỳ: {label} ({id}) {amount}, như hiện tại",
        "Expected by the end: {label} ({id}) {amount}, as it is",
    ),
    "expected_new": Text(
        "Dự kiến cuối kỳ: {label} ({id}) {amount}; hiện chưa báo cáo",
        "Expected by the end: {label} ({id}) {amount}; not reported so far",
    ),
    "along": Text(
        "Cũng tăng theo: {label} ({id}) {moved}", "Rises with it: {label} ({id}) {moved}"
    ),
    "days_left": Text(
        "Còn {days} đến hết kỳ đánh giá ({date}).", "{days} left of the period (to {date})."
    ),
    "alone": Text(
        "Mỗi tiêu chí và mỗi số liệu tính riêng, mọi số liệu khác giữ nguyên.",
        "Each criterion and each figure is worked out alone, all other figures as they are.",
    ),
    "keeps": Text("giữ nguyên {codes}", "{codes} stay as they are"),
    "gains": Text("thêm điểm {codes}", "{codes} gain points"),
    "loses": Text("mất điểm {codes}", "{codes} lose points"),
    "opens": Text("chưa biết được {codes}", "of {codes} nothing can be told yet"),
    "courses": Text("Riêng việc tăng số ấy: {parts}", "By the growth alone: {parts}"),
    "nothing": Text(
        "Không tiêu chí nào phụ thuộc số liệu dự kiến.", "No criterion hangs on what is expected."
    ),
    # Facts of a criterion
    "fact_alone": Text("nếu không làm gì thêm", "if nothing else is done"),
    "fact_needs": Text("cần", "needs"),
    "fact_safe": Text("đã chắc", "already safe"),
    "fact_open": Text("còn tùy số liệu", "hangs on data"),
    "fact_beyond": Text("cần cả việc khác", "needs something else too"),
    "fact_lost": Text("không còn kịp", "out of reach"),
    # Needs
    "earns": Text("{need} →\u00a0{points}", "{need} →\u00a0{points}"),
    "new_cases": Text(
        "ít nhất {more} trong {coming} mới, để có {final}",
        "at least {more} of the {coming} to come, to make {count} in {what}",
    ),
    "all_new": Text(
        "cả {coming} mới, để có {final}", "all {coming} to come, to make {count} in {what}"
    ),
    "any_cases": Text(
        "thêm ít nhất {more}, cũ hay mới đều được, để có {final}",
        "at least {more} more, old or new, to make {count} in {what}",
    ),
    "new_free": Text(
        "thêm ít nhất {more} mới, để có {final}",
        "at least {more} new ones, to make {count} in {what}",
    ),
    "fewer": Text(
        "bớt ít nhất {more}, để còn {final}", "at least {more} fewer, to leave {count} in {what}"
    ),
    "final": Text("{final}", "{count} in {what}"),
    "with_arithmetic": Text("{need}: {arithmetic}", "{need}: {arithmetic}"),
    "per_month": Text(
        "{need}; mỗi 30 ngày ít nhất {amount}", "{need}; at least {amount} in 30 days"
    ),
    "safe_none": Text(
        "{points}, dù không trường hợp nào trong {coming} mới được tính",
        "{points}, even if none of the {coming} to come counts",
    ),
    "lost_wanted": Text(
        "{points}, cần {wanted} mà nhiều nhất chỉ được {most}",
        "{points}, which takes {wanted} where {most} is the most",
    ),
    "lost_most": Text("{points}, nhiều nhất chỉ được {most}", "{points}, {most} is the most"),
    "open": Text("{points}, phải có số liệu mới biết", "{points}, not known without the data"),
    "beyond": Text(
        "{points}, riêng một số liệu chưa đủ", "{points}, no one of these figures is enough"
    ),
    "unproven": Text(
        "{points}, có số liệu không tính được", "{points}, of some figure nothing can be worked out"
    ),
    "unsaid": Text(
        "{points}, bộ tiêu chí không nói còn thay đổi được hay không: {labels}",
        "{points}, the criteria set does not say whether these can still change: {labels}",
    ),
    "lost": Text(
        "{points}, các số liệu còn lại không thay đổi được nữa",
        "{points}, the other figures can no longer change",
    ),
    "moves": Text("{before}\u00a0→\u00a0{after}", "{before}\u00a0→\u00a0{after}"),
    # Columns of a spreadsheet
    "column_area": Text("Lĩnh vực", "Area"),
    "column_code": Text("Mã", "Code"),
    "column_title": Text("Tiêu chí", "Criterion"),
    "column_maximum": Text("Tối đa", "Max"),
    "column_low_before": Text("Chắc chắn hiện tại", "Certain now"),
    "column_high_before": Text("Cao nhất hiện tại", "At most now"),
    "column_low_after": Text("Chắc chắn nếu không làm gì", "Certain if nothing is done"),
    "column_high_after": Text("Cao nhất nếu không làm gì", "At most if nothing is done"),
    "column_points": Text("Mức điểm", "Points of the level"),
    "column_state": Text("Mức này", "Level"),
    "column_measure": Text("Số liệu", "Measure"),
    "column_label": Text("Tên số liệu", "Name of the measure"),
    "column_now": Text("Hiện có", "Now"),
    "column_final": Text("Cần đến cuối kỳ", "Needed by the end"),
    "column_more": Text("Thêm", "More"),
    "column_coming": Text("Trong số mới", "Of the new"),
    "column_note": Text("Diễn giải", "In words"),
    "state_safe": Text("đã chắc", "safe"),
    "state_needs": Text("cần", "needs"),
    "state_open": Text("còn tùy số liệu", "hangs on data"),
    "state_beyond": Text("cần cả việc khác", "needs something else too"),
    "state_lost": Text("không còn kịp", "out of reach"),
}


def say_pace(name: str, language: str, /, **slots: str) -> str:
    """A sentence or label by name, with its slots filled."""
    return filled(PACE[name].into(language), slots)
