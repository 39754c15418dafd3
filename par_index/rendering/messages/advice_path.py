"""What the cheapest path says of its own, in both languages, by name."""

from __future__ import annotations

from typing import Final

from par_index.model.text import Text
from par_index.rendering.messages.wording import filled

__all__ = ["PATH", "say_path"]

PATH: Final[dict[str, Text]] = {
    # Goals
    "goal_points": Text("tổng điểm từ\u00a0{value}", "a total of {value}\u00a0or more"),
    "goal_index": Text("chỉ số từ\u00a0{value}", "an index of {value}\u00a0or more"),
    "goal_grade": Text("loại {value} trở lên", "the grade {value} or better"),
    "goal_best": Text("loại {value}", "the grade {value}"),
    "goal_most": Text("nhiều điểm nhất", "the most points there are"),
    # Verdicts
    "there": Text("Đã chắc chắn đạt {goal}; không phải làm gì thêm", "Certain already: {goal}"),
    "cheapest": Text(
        "Để chắc chắn đạt {goal}: tốn ít nhất {effort}, {steps}",
        "To be certain of {goal}: {effort} at the least, {steps}",
    ),
    "found": Text(
        "Để chắc chắn đạt {goal}: tìm được cách tốn {effort}, {steps}; chưa chứng minh được là ít "
        "nhất, cách ít nhất tốn từ {least} đến {effort}",
        "To be certain of {goal}: a way for {effort} is found, {steps}; that it is the cheapest is "
        "not proven, the cheapest takes from {least} to {effort}",
    ),
    "beyond": Text(
        "Với {budget} chưa đạt được {goal}: cần ít nhất {least}",
        "{budget} is not enough for {goal}: it takes {least} at the least",
    ),
    "none": Text(
        "Không có cách nào để chắc chắn đạt {goal}",
        "There is no way to be certain of {goal}",
    ),
    "unknown": Text(
        "Chưa tìm được cách nào để chắc chắn đạt {goal}; cũng chưa loại trừ được",
        "No way to be certain of {goal} is found; none is ruled out either",
    ),
    "most": Text(
        "Nhiều điểm nhất có thể chắc chắn đạt: {total}, tốn {effort}, {steps}",
        "The most that can be made certain: {total}, for {effort}, {steps}",
    ),
    "most_within": Text(
        "Với {budget}, nhiều điểm nhất có thể chắc chắn đạt: {total}, tốn {effort}, {steps}",
        "With {budget}, the most that can be made certain: {total}, for {effort}, {steps}",
    ),
    "most_found": Text(
        "Nhiều điểm nhất tìm được: {total}, tốn {effort}, {steps}; chưa xét hết mọi cách",
        "The most that is found: {total}, for {effort}, {steps}; not every way has been looked at",
    ),
    "quota": Text(
        "{grade} còn tùy các đơn vị khác: chỉ một số đơn vị được xếp loại này",
        "{grade} depends on other units, too: only so many may have it",
    ),
    # Figures
    "effort": Text("{number} công", "{number} {number:unit|units} of effort"),
    "steps": Text("{count} việc", "{count} {count:step|steps}"),
    "nothing": Text("không có việc nào", "no step"),
    "total": Text(
        "Điểm chắc chắn: {before}\u00a0→\u00a0{after} trên {maximum} ({gain})",
        "Certain points: {before}\u00a0→\u00a0{after} of {maximum} ({gain})",
    ),
    "total_stays": Text(
        "Điểm chắc chắn: {before} trên {maximum}", "Certain points: {before} of {maximum}"
    ),
    "index": Text(
        "Chỉ số chắc chắn: {before}\u00a0→\u00a0{after}",
        "Certain index: {before}\u00a0→\u00a0{after}",
    ),
    "index_stays": Text("Chỉ số chắc chắn: {before}", "Certain index: {before}"),
    "grade": Text(
        "Xếp loại chắc chắn: {before}\u00a0→\u00a0{after}",
        "Certain grade: {before}\u00a0→\u00a0{after}",
    ),
    "grade_stays": Text("Xếp loại chắc chắn: {before}", "Certain grade: {before}"),
    "or_better": Text("{grade} trở lên", "{grade} or better"),
    "open": Text(
        "Chưa tính những gì còn mở, sau này có thể thêm đến {points}: {parts}",
        "What is still open is left out and may add up to {points}: {parts}",
    ),
    "open_missing": Text("chưa báo cáo {points}", "not reported {points}"),
    "open_pending": Text("chờ {points}", "pending {points}"),
    "unpriced": Text(
        "Công: mỗi việc tính 1 công, vì bộ tiêu chí không nêu; tự nêu bằng --effort",
        "Effort: 1 for each step, as the set states none; state your own with --effort",
    ),
    "unpriced_some": Text(
        "Công: bộ tiêu chí không nêu cho {codes} nên tính 1; tự nêu bằng --effort",
        "Effort: the set states none for {codes}, so it is 1; state your own with --effort",
    ),
    "kept": Text("Giữ nguyên điểm: {codes}", "No points lost at: {codes}"),
    "forbidden": Text("Không động đến: {names}", "Not touched: {names}"),
    # Sections
    "section_steps": Text(
        "Các việc, được nhiều điểm nhất cho mỗi công xếp trước: {count}",
        "Steps, most points for their effort first: {count}",
    ),
    "section_most": Text(
        "Đi xa nhất có thể: {total}, tốn {effort}", "As far as it goes: {total}, for {effort}"
    ),
    "first_steps": Text(
        "{shown} trong {count} việc, được nhiều điểm nhất cho mỗi công; đủ trong --format csv, "
        "json",
        "{shown} of {count} steps, those with most points for their effort; all in --format csv, "
        "json",
    ),
    "section_ask": Text("Trước hết hãy báo cáo: đến {points}", "Report first: up to {points}"),
    "section_asked": Text("Báo cáo thì mới làm tiếp được", "To be reported before it can move"),
    "section_lost": Text(
        "Điều ngăn lại: {criteria}, {points}", "What stands in the way: {criteria}, {points}"
    ),
    "section_curve": Text("Tốn bao nhiêu được bao nhiêu điểm", "Points for each effort"),
    "section_curve_found": Text(
        "Tốn bao nhiêu được bao nhiêu điểm, chưa xét hết mọi cách",
        "Points for each effort, as far as found; not every way has been looked at",
    ),
    "joint": Text("Làm cùng nhau: {codes}", "Together: {codes}"),
    "step_points": Text("{gain} điểm; {effort}", "{gain} {gain:point|points}; {effort}"),
    "gains": Text("được", "gains"),
    "loses": Text("mất", "loses"),
    "task": Text("cách làm", "how"),
    "change": Text("{code} {change}", "{code} {change}"),
    "need": Text("cần", "need"),
    "from_to": Text(
        "{label}: {before}\u00a0→\u00a0{after}", "{label}: {before}\u00a0→\u00a0{after}"
    ),
    "to_yes": Text("{label}: có", "{label}: yes"),
    "on_day": Text("{label}: chậm nhất {day}", "{label}: {day} at the latest"),
    "of_whole": Text("{part}/{whole} ({percent})", "{part}/{whole} ({percent})"),
    "of_whole_unit": Text("{part}/{whole} {unit} ({percent})", "{part}/{whole} {unit} ({percent})"),
    "new": Text("{change}, {amount} mới", "{change}, {amount} new"),
    "left": Text("{code} {title}: còn thiếu {points}", "{code} {title}: {points} lacking"),
    "left_why": Text(
        "{code} {title}: còn thiếu {points}; {why}", "{code} {title}: {points} lacking; {why}"
    ),
    "condition": Text(
        "Điều kiện của loại {grade} chưa đạt: {what}", "A condition of {grade} fails: {what}"
    ),
    "column_effort": Text("Công", "Effort"),
    "column_total": Text("Điểm chắc chắn", "Certain points"),
    "column_gain": Text("Thêm", "More"),
    # Columns of a spreadsheet
    "sheet_step": Text("Việc", "Step"),
    "sheet_code": Text("Mã", "Code"),
    "sheet_title": Text("Tiêu chí", "Criterion"),
    "sheet_measure": Text("Số liệu", "Measure"),
    "sheet_label": Text("Tên số liệu", "Label"),
    "sheet_before": Text("Hiện tại", "Now"),
    "sheet_after": Text("Cần đạt", "Needed"),
    "sheet_task": Text("Cách làm", "How"),
    "sheet_lead": Text("Chủ trì", "Lead"),
    "sheet_support": Text("Phối hợp", "Support"),
    "sheet_due": Text("Thời gian hoàn thành", "Due"),
    "sheet_points": Text("Điểm của việc", "Points of the step"),
    "sheet_effort": Text("Công của việc", "Effort of the step"),
    "yes": Text("có", "yes"),
    "no": Text("không", "no"),
}


def say_path(name: str, language: str, /, **slots: str) -> str:
    """A sentence or label by name, with its slots filled."""
    return filled(PATH[name].into(language), slots)
