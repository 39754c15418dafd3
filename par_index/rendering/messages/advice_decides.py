"""What is said of what decides, in both languages, by name."""

from __future__ import annotations

from typing import Final

from par_index.model.text import Text

__all__ = ["DECIDES", "say_decides"]

DECIDES: Final[dict[str, Text]] = {
    "title": Text("Điều còn quyết định kết quả", "What still decides the result"),
    # Headline
    "headline": Text(
        "Còn để ngỏ {criteria}: tổng điểm {range} trên {maximum}",
        "{criteria} still open: total {range} of {maximum}",
    ),
    "headline_none": Text(
        "Không còn gì để ngỏ: tổng điểm {range} trên {maximum}",
        "Nothing is open: total {range} of {maximum}",
    ),
    "index": Text("Chỉ số: {range}%", "Index: {range}%"),
    # Grades
    "grades": Text(
        "Cần gì để chắc chắn đạt từng loại, hoặc loại cao hơn",
        "What each grade takes, or a better one",
    ),
    "grade_lacks": Text(
        "cần thêm {lacks} trong {open} đang để ngỏ", "{lacks} more, of {open} open"
    ),
    "grade_lacks_index": Text(
        "chỉ số cần thêm {lacks} trong {open} điểm phần trăm đang để ngỏ",
        "an index {lacks} higher, of {open} percentage points open",
    ),
    "grade_enough": Text("đã đủ điểm, còn chờ điều kiện", "points are enough, its condition waits"),
    "grade_tests": Text("còn tùy điều kiện riêng", "its own condition decides"),
    "fact_condition": Text("điều kiện", "condition"),
    "fact_necessary": Text("không thể thiếu", "cannot do without"),
    "necessary": Text(
        "{items}; chỉ một mục này ở mức thấp nhất là hết khả năng đạt",
        "{items}; at its least, this one alone puts the grade out of reach",
    ),
    "necessary_each": Text(
        "{items}; chỉ một mục trong đó ở mức thấp nhất là hết khả năng đạt",
        "{items}; any one of them at its least puts the grade out of reach",
    ),
    "fact_sufficient": Text("một mục là đủ", "enough alone"),
    "sufficient": Text(
        "{items}; đạt mức cao nhất là chắc chắn", "{items}; at its most, the grade is sure"
    ),
    "sufficient_each": Text(
        "{items}; một mục trong đó đạt mức cao nhất là chắc chắn",
        "{items}; any one of them at its most makes the grade sure",
    ),
    "fact_smallest": Text("ít nhất phải có", "the fewest"),
    "smallest": Text(
        "{count} mục cùng đạt mức cao nhất thì chắc chắn: {items}",
        "{count} items, all at their most, make it sure: {items}",
    ),
    "smallest_one": Text(
        "1 mục đạt mức cao nhất thì chắc chắn: {items}",
        "1 item at its most makes it sure: {items}",
    ),
    "smallest_tests": Text(
        "điều kiện riêng đạt thì chắc chắn", "it is sure once its own condition is met"
    ),
    "with_tests": Text("{line}; cùng với điều kiện riêng", "{line}; with its own condition met"),
    "cut": Text(
        "{line}; chưa thử hết mọi cách, có thể có cách cần ít mục hơn",
        "{line}; not every way was tried, fewer may do",
    ),
    "smallest_none": Text(
        "dù mọi mục đều ở mức cao nhất vẫn chưa thể nói chắc",
        "even with everything at its most it cannot be said for sure",
    ),
    "fact_quota": Text("tỷ lệ xếp loại", "quota"),
    "quota": Text(
        "còn tùy số đơn vị khác được xếp loại này; ở đây chưa tính",
        "other units decide, too; left aside here",
    ),
    "at_end_least": Text("{item} (mức thấp nhất)", "{item} (at its least)"),
    "at_end_most": Text("{item} (mức cao nhất)", "{item} (at its most)"),
    "at_end_out": Text("{item} (không áp dụng)", "{item} (not applying)"),
    # Data that decide more than one thing
    "data": Text(
        "Số liệu quyết định nhiều tiêu chí cùng lúc", "Data that decide several criteria at once"
    ),
    "data_lead": Text(
        "Các tiêu chí dùng chung số liệu có thể không cùng đạt cao nhất; mức thay đổi ghi ở đây "
        "là nhiều nhất có thể.",
        "Criteria that share data may not all come to their most; what is told here is the most "
        "that can change.",
    ),
    "data_settles": Text(
        "{what} thì chốt được {criteria}: {codes}", "{what} to settle {criteria}: {codes}"
    ),
    "data_helps": Text(
        "{what}: liên quan {criteria} ({codes}), chưa đủ để chốt",
        "{what}: bears on {criteria} ({codes}), not enough to settle",
    ),
    "data_settles_some": Text(
        "{what} thì chốt được {criteria}: {codes}; liên quan thêm {others}",
        "{what} to settle {criteria}: {codes}; bears on {others} as well",
    ),
    "data_grades": Text("{line}; xếp loại {grades}", "{line}; grade {grades}"),
    "data_total": Text(
        "{line}. Tổng điểm {least} nếu đều thấp nhất, {most} nếu đều cao nhất",
        "{line}. The total is {least} with all at their least, {most} with all at their most",
    ),
    "data_total_one": Text(
        "{line}. Tổng điểm {least} nếu thấp nhất, {most} nếu cao nhất",
        "{line}. The total is {least} at its least, {most} at its most",
    ),
    "report_one": Text("Báo cáo 1 số liệu “{label}”", "Report 1 figure, “{label}”,"),
    "report_many": Text("Báo cáo {count} số liệu {labels}", "Report {count} figures, {labels},"),
    "wait_one": Text("Khi có 1 số liệu “{label}”", "Await 1 figure, “{label}”,"),
    "wait_many": Text("Khi có {count} số liệu {labels}", "Await {count} figures, {labels},"),
    "quoted": Text("“{label}”", "“{label}”"),
    # Items
    "items": Text(
        "Từng mục, mục quyết định nhiều nhất trước", "One by one, what decides most first"
    ),
    "items_lead": Text(
        "Tổng điểm khi riêng mục ấy ở mức thấp nhất và cao nhất, các mục khác vẫn để ngỏ.",
        "The total with this item alone at its least and at its most, all else still open.",
    ),
    "gate": Text("Điều kiện tiên quyết của nhóm: {title}", "Precondition of the group: {title}"),
    "cap": Text("Điều kiện chặn điểm của nhóm: {title}", "Cap of the group: {title}"),
    "tests": Text("chưa rõ đạt hay không", "open whether met"),
    "fact_total": Text("tổng điểm", "total"),
    "end_least": Text("{range} nếu thấp nhất ({points})", "{range} at its least ({points})"),
    "end_most": Text("{range} nếu cao nhất ({points})", "{range} at its most ({points})"),
    "end_out": Text("{range} nếu không áp dụng", "{range} if it does not apply"),
    "tests_least": Text("{range} nếu không thuận", "{range} if it turns out badly"),
    "tests_most": Text("{range} nếu thuận", "{range} if it turns out well"),
    "closes": Text("chốt được thì hẹp lại {points}", "narrower by {points} once settled"),
    "closes_up_to": Text(
        "chốt được thì hẹp lại {least} đến {most}", "narrower by {least} to {most} once settled"
    ),
    "no_effect": Text(
        "{range} dù mục này thế nào; nhóm của nó, hoặc mức chặn chung, quyết định",
        "{range} whatever comes of it; its group or a common limit decides",
    ),
    "only_whether": Text(
        "{range} dù mục này thế nào; chỉ chưa rõ mục này có áp dụng hay không",
        "{range} whatever comes of it; all that is open is whether it applies",
    ),
    "wider": Text(
        "chốt được thì hẹp lại nhiều nhất {most}", "narrower by at most {most} once settled"
    ),
    "column_grade": Text("Loại", "Grade"),
    "column_need": Text("Cần thêm", "Lacks"),
    "column_open": Text("Còn để ngỏ", "Open"),
    # Columns of a spreadsheet
    "sheet_row": Text("Loại dòng", "Row"),
    "sheet_code": Text("Mã", "Code"),
    "sheet_title": Text("Nội dung", "What"),
    "sheet_why": Text("Vì sao", "Why"),
    "sheet_measures": Text("Số liệu", "Data"),
    "sheet_low": Text("Điểm thấp nhất", "Points at least"),
    "sheet_high": Text("Điểm cao nhất", "Points at most"),
    "sheet_least_low": Text("Tổng khi thấp nhất, từ", "Total at its least, from"),
    "sheet_least_high": Text("Tổng khi thấp nhất, đến", "Total at its least, to"),
    "sheet_most_low": Text("Tổng khi cao nhất, từ", "Total at its most, from"),
    "sheet_most_high": Text("Tổng khi cao nhất, đến", "Total at its most, to"),
    "sheet_closes": Text("Khoảng hẹp lại", "Narrows by"),
    "sheet_settles": Text("Chốt được", "Settles"),
    "sheet_necessary": Text("Không thể thiếu để đạt", "Cannot do without for"),
    "sheet_sufficient": Text("Một mình đủ để đạt", "Enough alone for"),
    "row_criterion": Text("tiêu chí", "criterion"),
    "row_gate": Text("điều kiện tiên quyết", "precondition"),
    "row_cap": Text("điều kiện chặn điểm", "cap"),
    "row_data": Text("số liệu", "data"),
}


def say_decides(name: str, language: str, /, **slots: str) -> str:
    """A sentence or label by name, with its slots filled."""
    return DECIDES[name].into(language).format_map(slots)
