"""Words for the tests of a set: what came of them, and what none of them shows."""

from __future__ import annotations

from typing import Final

from par_index.model.text import Text
from par_index.rendering.messages.wording import filled

__all__ = ["TRIALS", "say"]

_SUMMARY: Final = {
    "all_passed": Text("{name}: {count} ca thử, đều đạt", "{name}: tests: {count}, all passed"),
    "some_failed": Text(
        "{name}: {count} ca thử, {failed} ca chưa đạt", "{name}: tests: {count}, failed: {failed}"
    ),
    "no_tests": Text("{name}: chưa có ca thử nào", "{name}: there are no tests"),
    "cut_short": Text(
        "{name}: {count} ca thử chạy được, {failed} ca chưa đạt; có tệp ca thử viết sai",
        "{name}: tests that could be run: {count}, failed: {failed}; some test files have errors",
    ),
    "all_reached": Text(
        "mọi nhánh ({branches}) và mọi chỗ sát ngưỡng ({edges}) đều có ca thử",
        "every branch ({branches}) and every edge ({edges}) is reached",
    ),
    "some_unreached": Text(
        "{branches} nhánh, {edges} chỗ sát ngưỡng: {missing} chưa có ca thử",
        "branches: {branches}, edges: {edges}; reached by no test: {missing}",
    ),
    "failed": Text("chưa đạt", "failed"),
    "expected": Text("{key}: cần {wanted}, được {got}", "{key}: expected {wanted}, got {got}"),
    "because": Text("cách tính: {line}", "because: {line}"),
    "unreached": Text("Chưa có ca thử nào cho", "No test reaches"),
    "the_set": Text("Cả bộ tiêu chí", "The whole set"),
    "suggested": Text("{what} (ví dụ {data})", "{what} (for example {data})"),
    "suggested_like": Text(
        "{what} (ví dụ {data}, còn lại như ca “{like}”)",
        "{what} (for example {data}, the rest as in “{like}”)",
    ),
    "in_item": Text("mục {number}: {what}", "item {number}: {what}"),
    "at_place": Text("{place}: {what}", "{place}: {what}"),
    "nothing": Text("không có bước nào", "no step"),
    "rules_shown": Text(
        "mọi quy tắc đều có ca thử có phát hiện và ca thử không có",
        "every rule is shown to fire, and to stay silent close by",
    ),
    "rules_unshown": Text(
        "{missing} quy tắc chưa đủ ca thử", "rules without enough tests: {missing}"
    ),
    "rule_fires": Text("trường hợp có phát hiện", "that it fires"),
    "rule_silent": Text(
        "trường hợp có dữ kiện cùng loại mà không có phát hiện",
        "that it stays silent where facts of the same kinds are there",
    ),
    "no_finding": Text("không phát hiện gì", "no finding"),
    "behind": Text("{rule} ({place}) vì có {facts}", "{rule} ({place}) because of {facts}"),
    "rules_unreadable": Text(
        "{name}: tệp quy tắc viết sai nên chưa chạy được ca thử nào",
        "{name}: files of rules have errors, so no test could be run",
    ),
    "errors_in_rules": Text("{count} lỗi ở tệp quy tắc", "errors in files of rules: {count}"),
    "errors_in_tests": Text("{count} lỗi ở tệp ca thử", "errors in files of tests: {count}"),
    "warnings_in_rules": Text(
        "{count} điểm cần xem ở tệp quy tắc", "warnings about files of rules: {count}"
    ),
}

_PLACES: Final = {
    "place_gate": Text("`if`", "`if`"),
    "place_cap": Text("`cap`", "`cap`"),
    "place_not_applicable": Text("`not_applicable`", "`not_applicable`"),
    "place_minimum": Text("`minimum`", "`minimum`"),
}

_MARKS: Final = {
    "mark_met": Text("đạt điều kiện", "the condition met"),
    "mark_not_met": Text("không đạt điều kiện", "the condition not met"),
    "mark_step": Text("bậc {step} ({test})", "step {step} ({test})"),
    "mark_between": Text(
        "đoạn ngay trước mốc {step}, từ {test}", "the stretch that ends at knot {step}, from {test}"
    ),
    "mark_otherwise": Text("bậc cuối (`otherwise`)", "the last step (`otherwise`)"),
    "mark_below_floor": Text("dưới mức `floor` ({test})", "below the `floor` ({test})"),
    "mark_part": Text("được một phần điểm theo tỷ lệ", "part of the points in proportion"),
    "mark_target": Text("đủ chỉ tiêu, được trọn điểm", "the target reached, all the points"),
    "mark_nothing": Text("không đếm được gì nên 0 điểm", "nothing counted, no points"),
    "mark_some": Text("đếm được một ít, chưa trọn điểm", "some counted, not all the points"),
    "mark_all": Text("đếm đủ để được trọn điểm", "enough counted for all the points"),
    "mark_untouched": Text("không bị trừ điểm", "nothing deducted"),
    "mark_deducted": Text("bị trừ một phần", "some points deducted"),
    "mark_exhausted": Text("bị trừ đến mức thấp nhất", "deducted down to the least"),
    "mark_given": Text("có điểm được cho", "points given"),
    "mark_wins": Text("cho điểm cao nhất", "gives the most points"),
    "mark_none": Text("0/0, tính theo `when_none`", "0/0, which counts as `when_none` says"),
    "mark_option": Text("lựa chọn `{name}`", "the option `{name}`"),
    "mark_excused": Text("không áp dụng theo điều kiện `if`", "not applicable by its `if`"),
    "mark_ground": Text("không áp dụng vì lý do `{name}`", "not applicable on the ground `{name}`"),
    "mark_gate_passed": Text("đạt điều kiện", "the condition met"),
    "mark_gate_failed": Text(
        "không đạt điều kiện, điểm theo `if_not`", "the condition not met, points by `if_not`"
    ),
    "mark_enough": Text("đủ mức, điểm giữ nguyên", "enough, the points stand"),
    "mark_too_little": Text("chưa đủ mức, điểm thành 0", "too little, the points become 0"),
    "mark_raised": Text("điểm được nâng lên mức `floor`", "points raised to the `floor`"),
    "mark_not_raised": Text("điểm không cần nâng lên mức `floor`", "points that need no `floor`"),
    "mark_capped": Text("điểm bị hạ xuống mức `cap`", "points lowered to the `cap`"),
    "mark_not_capped": Text("điểm không vượt mức `cap`", "points that stay below the `cap`"),
    "mark_spared": Text(
        "điểm vượt mức mà điều kiện không buộc hạ", "points above it that the condition lets be"
    ),
    "mark_holds": Text(
        "`{test}` đúng, nếu sai thì kết quả khác",
        "`{test}` holds, and without it the result would be another",
    ),
    "mark_fails": Text(
        "`{test}` sai, nếu đúng thì kết quả khác",
        "`{test}` fails, and with it the result would be another",
    ),
    "mark_undefined": Text("`{test}` là 0/0", "`{test}` is 0/0"),
    "mark_grade": Text("chắc chắn xếp loại `{name}`", "the grade `{name}` held for sure"),
    "mark_just_met": Text("`{test}`: vừa đủ", "`{test}`: just met"),
    "mark_just_missed": Text("`{test}`: chỉ thiếu một chút", "`{test}`: just missed"),
    "mark_just_enough": Text("vừa đủ mức", "just enough points"),
    "mark_just_too_little": Text("chỉ thiếu một chút", "just too few points"),
}

_CONDITIONS: Final = {
    "asks_full": Text("{code} trọn điểm", "{code} is full"),
    "asks_points": Text("{code} ≥ {points}", "{code} ≥ {points}"),
    "asks_applies": Text("{code} được áp dụng", "{code} applies"),
    "asks_not_applies": Text("{code} không áp dụng", "{code} does not apply"),
    "and": Text("và", "and"),
    "or": Text("hoặc", "or"),
    "not": Text("không {condition}", "not {condition}"),
    "last_year": Text("{id} năm trước", "{id} last year"),
    "months": Text("{count} tháng", "{count} {count:month|months}"),
}

TRIALS: Final[dict[str, Text]] = _SUMMARY | _PLACES | _MARKS | _CONDITIONS


def say(name: str, language: str, /, **slots: str) -> str:
    """A sentence by name, with its slots filled."""
    return filled(TRIALS[name].into(language), slots)
