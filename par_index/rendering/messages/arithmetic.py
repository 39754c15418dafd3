"""How points are explained, and the next step, in both languages, by name."""

from __future__ import annotations

from typing import Final

from par_index.model.text import Text

__all__ = ["ARITHMETIC"]

ARITHMETIC: Final[dict[str, Text]] = {
    # Tests
    "before": Text("{value} trước {bound}", "{value} before {bound}"),
    "not_before": Text("{value} không trước {bound}", "{value} not before {bound}"),
    "by": Text("{value}, chậm nhất {bound}", "{value}, by {bound} at the latest"),
    "after": Text("{value} sau {bound}", "{value} after {bound}"),
    "day_before": Text("cần trước {bound}", "needed before {bound}"),
    "day_by": Text("cần chậm nhất {bound}", "needed by {bound} at the latest"),
    "not_known": Text("{test}: chưa biết", "{test}: not known"),
    "nothing_to_count": Text("{terms}: không có gì để tính", "{terms}: nothing to count"),
    "no_day_yet": Text("chưa có ngày", "no day yet"),
    "said": Text(
        "“{said}” →\u00a0{answer} (chỉ nêu bằng lời)",
        "“{said}” →\u00a0{answer} (in words only)",
    ),
    "labelled": Text("{label}: {value}", "{label}: {value}"),
    "not_answered": Text("chưa trả lời", "not answered"),
    "last_year": Text("{label} (năm trước)", "{label} (last year)"),
    "percentage_points": Text(
        "{count}\u00a0điểm\u00a0phần\u00a0trăm",
        "{count}\u00a0percentage\u00a0{count:point|points}",
    ),
    # Other criteria
    "criterion_full_yes": Text("{code} đạt đủ điểm", "{code} is full"),
    "criterion_full_no": Text("{code} chưa đủ điểm", "{code} is not full"),
    "criterion_full_open": Text("chưa biết {code} có đủ điểm không", "{code} may be full or not"),
    "criterion_reaches_yes": Text(
        "{code} đạt từ\u00a0{points} trở lên", "{code} has at least {points}"
    ),
    "criterion_reaches_no": Text("{code} chưa đạt {points}", "{code} has less than {points}"),
    "criterion_reaches_open": Text(
        "chưa biết {code} có đạt {points} không", "{code} may have {points} or not"
    ),
    "criterion_in": Text("{code} có áp dụng", "{code} applies"),
    "criterion_in_open": Text("chưa biết {code} có áp dụng không", "{code} may apply or not"),
    "criterion_out": Text("{code} không áp dụng", "{code} does not apply"),
    "share_of_points": Text("{share}\u00a0số\u00a0điểm", "{share} of its points"),
    # What points are made of
    "given": Text("được cho", "as given:"),
    "given_unit": Text("đơn vị tự nêu", "the unit itself gives"),
    "given_survey": Text("đơn vị điều tra xã hội học cho", "the survey gives"),
    "given_appraiser": Text("cơ quan thẩm định cho", "the appraiser gives"),
    "given_block": Text("khối thi đua cho", "the block gives"),
    "parts_add_up": Text("các mục thành phần cộng lại", "the components add up to"),
    "limit_minimum": Text(
        "dưới mức {points} thì không tính điểm", "less than {points} counts as none"
    ),
    "limit_floor": Text("không dưới {points}", "not below {points}"),
    "limit_cap": Text("không quá {points}", "at most {points}"),
    "either_way": Text("trường hợp nào cũng vậy", "either way"),
    "unknown": Text("chưa biết", "not known yet"),
    "nothing_applies": Text("không mục thành phần nào áp dụng", "none of its components applies"),
    "excused": Text(
        "{reason} → không áp dụng, được tính {points}", "{reason} → not applicable, given {points}"
    ),
    # Items of a sum or of a choice
    "item_number": Text("mục\u00a0{number}", "item\u00a0{number}"),
    "item_of": Text("{item} ({points})", "{item} ({points})"),
    "item_within": Text("{item} › ", "{item} › "),
    "best_is": Text("lấy mức cao nhất: {item}", "the best is taken: {item}"),
    "best_of": Text("lấy mức cao nhất", "the best will be taken"),
    "best_taken": Text("{line} (được lấy)", "{line} (taken)"),
    # Why there are no points
    "gate": Text("điều kiện trước: {test} → không xét tiếp", "precondition: {test} → not met"),
    "not_applicable_because": Text("{reason} → không áp dụng", "{reason} → not applicable"),
    "own_condition": Text("theo điều kiện của tiêu chí", "by the criterion's own condition"),
    "open_missing": Text("chưa báo cáo: {labels}", "not reported: {labels}"),
    "open_printed": Text(
        "tỷ lệ đã nêu chưa đủ để chấm, cần số liệu gốc: {labels}",
        "the printed rate does not decide, counts are needed: {labels}",
    ),
    "open_not_due": Text("chưa đến hạn: {labels}", "not due yet: {labels}"),
    "open_survey": Text("chờ kết quả điều tra: {labels}", "awaiting the survey: {labels}"),
    "open_appraiser": Text("chờ thẩm định: {labels}", "awaiting appraisal: {labels}"),
    "open_components": Text("kết quả của {codes}", "the results of {codes}"),
    "open_block": Text("chờ số liệu của khối: {labels}", "awaiting the block's data: {labels}"),
    # Next steps
    "more": Text("thêm\u00a0{amount} {what}", "{amount}\u00a0more in “{what}”"),
    "more_new": Text("thêm\u00a0{amount} mới {what}", "{amount}\u00a0new in “{what}”"),
    "more_of": Text("tăng “{what}” thêm\u00a0{amount}", "{amount}\u00a0more in “{what}”"),
    "more_of_new": Text("tăng “{what}” thêm\u00a0{amount} mới", "{amount}\u00a0new in “{what}”"),
    "more_from": Text(
        "tăng “{what}” thêm\u00a0{amount}, từ {before} lên {after}",
        "{amount} more in “{what}”, from {before} to {after}",
    ),
    "fewer_from": Text(
        "giảm “{what}” đi\u00a0{amount}, từ {before} xuống {after}",
        "{amount} less in “{what}”, from {before} to {after}",
    ),
    "fewer_of": Text("giảm “{what}” đi\u00a0{amount}", "{amount}\u00a0fewer in “{what}”"),
    "answer_yes": Text("trả lời được “có”: {what}", "“yes” is true of: {what}"),
    "answer_no": Text("trả lời được “không”: {what}", "“no” is true of: {what}"),
    "have_by": Text("{what}: chậm nhất\u00a0{date}", "{what}: by\u00a0{date} at the latest"),
    "wholes_rise": Text("(tổng số cũng tăng theo)", "(the total rises with it)"),
    "makes": Text("{change}: {arithmetic}", "{change}: {arithmetic}"),
    "earns": Text("{change} →\u00a0{points}", "{change} →\u00a0{points}"),
    "earns_at_least": Text("{change} →\u00a0ít nhất {points}", "{change} →\u00a0at least {points}"),
    "opens_gate": Text(
        "{change} →\u00a0được xét tiếp, có thể đến {points}",
        "{change} →\u00a0opens the way, up to {points}",
    ),
    "may_earn": Text(
        "{change} →\u00a0có thể đến {points}", "{change} →\u00a0up to {points} possible"
    ),
    "may_earn_more": Text(
        "tối thiểu {change} →\u00a0có thể đến {points}",
        "at least {change} →\u00a0up to {points} possible",
    ),
    "then_report": Text(
        "{step}; cần báo cáo thêm để biết chắc: {labels}",
        "{step}; to be sure, also report: {labels}",
    ),
    "alternatives": Text("; hoặc ", "; or "),
    "answer_for": Text("trả lời có hoặc không: {labels}", "answer yes or no: {labels}"),
    "answer_here": Text("trả lời có hoặc không ({place})", "answer yes or no ({place})"),
    "line": Text("dòng\u00a0{line}", "line\u00a0{line}"),
    "stuck_fixed": Text(
        "theo bộ tiêu chí, số liệu này không còn thay đổi được trong kỳ",
        "by the criteria set, these figures can no longer change this period",
    ),
    "stuck_unsaid": Text(
        "chưa tính được: bộ tiêu chí không nói số liệu này còn thay đổi được hay không",
        "none known: the criteria set does not say whether these figures can still change",
    ),
    "stuck_limit": Text(
        "không có bước nào: số liệu đã đến giới hạn", "no step: the figures are at their limit"
    ),
    "stuck_past_due": Text("không còn: đã quá hạn", "none: the due date has passed"),
    "stuck_no_cases": Text(
        "chưa có trường hợp nào phát sinh để tính", "there are no cases to count yet"
    ),
    "stuck_others": Text("kết quả do nơi khác đưa ra", "the result is for others to give"),
}
