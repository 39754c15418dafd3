"""Everything a report says of its own, in both languages, by name.

Slots are filled with text that is already written in the language. No other module holds a
sentence; what a criteria set says comes from the set.
"""

from __future__ import annotations

from par_index.model.text import Text

__all__ = ["REPORT", "say"]

REPORT: dict[str, Text] = {
    # Problems
    "error": Text("lỗi", "error"),
    "warning": Text("cần xem", "warning"),
    "note": Text("lưu ý", "note"),
    "hint": Text("gợi ý", "hint"),
    "error_one": Text("lỗi", "error"),
    "error_many": Text("lỗi", "errors"),
    "warning_one": Text("điểm cần xem", "warning"),
    "warning_many": Text("điểm cần xem", "warnings"),
    "note_one": Text("lưu ý", "note"),
    "note_many": Text("lưu ý", "notes"),
    "in_submission": Text("ở bản tự chấm", "in the submission"),
    "in_criteria": Text("ở bộ tiêu chí", "in the criteria set"),
    "in_system": Text("ở máy hoặc par_index", "in the system or par_index"),
    # Small words
    "yes": Text("có", "yes"),
    "no": Text("không", "no"),
    "and": Text("và", "and"),
    "or": Text("hoặc", "or"),
    "point": Text("{points}\u00a0điểm", "{points}\u00a0point"),
    "points": Text("{points}\u00a0điểm", "{points}\u00a0points"),
    "of_points": Text("{points}/{maximum}\u00a0điểm", "{points}/{maximum}\u00a0points"),
    "open_points": Text("còn\u00a0{points}", "{points}\u00a0open"),
    "range": Text("{low}–{high}", "{low}–{high}"),
    "months": Text("tháng", "months"),
    "days": Text("{count}\u00a0ngày", "{count}\u00a0days"),
    "quoted": Text("“{text}”", "“{text}”"),
    "criterion_one": Text("{count} tiêu chí", "{count} criterion"),
    "criterion_many": Text("{count} tiêu chí", "{count} criteria"),
    # Arithmetic
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
    "criterion_full": Text("{code} đạt đủ điểm", "{code} is full"),
    "criterion_not_full": Text("{code} chưa đủ điểm", "{code} is not full"),
    "criterion_full_open": Text("chưa biết {code} có đủ điểm không", "{code} may be full or not"),
    "criterion_out": Text("{code} không áp dụng", "{code} does not apply"),
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
    "open_block": Text("chờ số liệu của khối: {labels}", "awaiting the block's data: {labels}"),
    # Next steps
    "more": Text("thêm\u00a0{amount} {what}", "{amount}\u00a0more in “{what}”"),
    "more_new": Text("thêm\u00a0{amount} mới {what}", "{amount}\u00a0new in “{what}”"),
    "more_of": Text("tăng “{what}” thêm\u00a0{amount}", "{amount}\u00a0more in “{what}”"),
    "more_of_new": Text("tăng “{what}” thêm\u00a0{amount} mới", "{amount}\u00a0new in “{what}”"),
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
    "stuck_limit": Text(
        "không có bước nào: số liệu đã đến giới hạn", "no step: the figures are at their limit"
    ),
    "stuck_past_due": Text("không còn: đã quá hạn", "none: the due date has passed"),
    "stuck_no_cases": Text(
        "chưa có trường hợp nào phát sinh để tính", "there are no cases to count yet"
    ),
    "stuck_others": Text("kết quả do nơi khác đưa ra", "the result is for others to give"),
    # Outcomes and bases
    "SCORED": Text("đã chấm", "scored"),
    "MISSING": Text("chưa báo cáo", "not reported"),
    "PENDING": Text("chờ", "pending"),
    "NOT_APPLICABLE": Text("không áp dụng", "not applicable"),
    "counted": Text("theo số liệu", "counted"),
    "stated": Text("chỉ nêu tỷ lệ", "rate only"),
    "declared": Text("chỉ nêu bằng lời", "in words only"),
    # Title block
    "official": Text("bộ tiêu chí chính thức (official)", "official criteria set (official)"),
    "partial": Text("bộ tiêu chí chưa đầy đủ (partial)", "incomplete criteria set (partial)"),
    "illustrative": Text(
        "bộ tiêu chí minh họa (illustrative)", "made-up criteria set (illustrative)"
    ),
    "period": Text("kỳ {starts}\u00a0–\u00a0{ends}", "period {starts}\u00a0–\u00a0{ends}"),
    "as_of": Text("số liệu đến\u00a0{date}", "data as of\u00a0{date}"),
    "file": Text("tệp {name}", "file {name}"),
    # Headline and figures
    "scored_of": Text(
        "{points}/{maximum} điểm tự chấm được", "{points}/{maximum} self-assessed points"
    ),
    "nothing_scored": Text("chưa chấm được điểm nào", "nothing could be scored yet"),
    "by_words": Text("{points} chỉ nêu bằng lời", "{points} in words only"),
    "by_rates": Text("{points} chỉ nêu tỷ lệ", "{points} by rates only"),
    "left": Text("còn {parts}", "{parts}"),
    "left_missing": Text("{points} chưa báo cáo", "{points} not reported"),
    "left_pending": Text("{points} chờ", "{points} pending"),
    "may_be": Text("khoảng {range} trên {maximum}", "between {range} of {maximum}"),
    "all_of": Text("tổng {points} trên {maximum}", "total {points} of {maximum}"),
    "headline_of_unit": Text("{unit}: {headline}", "{unit}: {headline}"),
    "headline_of_unit_by": Text("{unit}: {headline} [{status}]", "{unit}: {headline} [{status}]"),
    "supported": Text(
        "Có căn cứ: {points} (số liệu, tài liệu hoặc giải trình đi kèm)",
        "Supported: {points} (by counts, evidence or an explanation)",
    ),
    "supported_explained": Text(
        "Có căn cứ: {points}, trong đó {explained} chỉ nhờ giải trình",
        "Supported: {points}, {explained} of them by explanation only",
    ),
    "index": Text("Chỉ số: {range}%", "Index: {range}%"),
    "no_index": Text(
        "Chưa có chỉ số: không tiêu chí nào áp dụng", "No index: no criterion applies"
    ),
    # Sections
    "about_set": Text("Lưu ý về bộ tiêu chí", "About this criteria set"),
    "not_met": Text(
        "Chưa đạt: {criteria}, đang mất {points}, có thể lấy lại {regained}",
        "Not met: {criteria}, {points} lost, {regained} can be regained",
    ),
    "not_met_lead": Text(
        "Xếp theo số điểm có thể lấy lại.", "In order of the points that can be regained."
    ),
    "not_reported": Text(
        "Chưa báo cáo: {criteria}, còn {points}", "Not reported: {criteria}, {points} open"
    ),
    "not_reported_lead": Text(
        "Điền số liệu vào bản tự chấm là được chấm.", "Fill in the data to have these scored."
    ),
    "pending": Text("Chờ: {criteria}, còn {points}", "Pending: {criteria}, {points} open"),
    "areas": Text("Theo lĩnh vực", "By area"),
    "met_by_words": Text(
        "Có điểm nhưng chỉ nêu bằng lời: {criteria}", "Points on words only: {criteria}"
    ),
    "met_by_words_lead": Text(
        "Cần số liệu hoặc tài liệu kiểm chứng trước khi thẩm định.",
        "These need counts or evidence before appraisal.",
    ),
    "met_by_rates": Text(
        "Có điểm nhưng chỉ nêu tỷ lệ: {criteria}", "Points on rates only: {criteria}"
    ),
    "met_by_rates_lead": Text(
        "Cần bổ sung số liệu gốc của tỷ lệ.", "The counts behind the rate are needed."
    ),
    "met_by_counts": Text("Có điểm theo số liệu: {criteria}", "Points on counts: {criteria}"),
    "lacking": Text("Thiếu tài liệu kiểm chứng: {criteria}", "Evidence lacking: {criteria}"),
    "claims": Text(
        "Điểm tự chấm khác điểm tính được: {criteria}",
        "Claimed points that differ from the computed: {criteria}",
    ),
    "left_out": Text("Không áp dụng: {criteria}", "Not applicable: {criteria}"),
    "remarks": Text("Lưu ý khi đọc dữ liệu", "Remarks on the input"),
    "trace": Text("Từng tiêu chí", "Criterion by criterion"),
    # Facts of an entry
    "now": Text("hiện tại", "now"),
    "next": Text("việc cần làm", "next step"),
    "farthest": Text("đến mức cao nhất", "as far as possible"),
    "way_back": Text("khả năng lấy lại", "way back"),
    "met_when": Text("đạt khi", "met when"),
    "report": Text("cần báo cáo", "report"),
    "wrote": Text("đơn vị ghi", "the unit wrote"),
    "waits": Text("lý do chờ", "waits for"),
    "who": Text("phân công", "who"),
    "lead": Text("{lead} chủ trì", "lead {lead}"),
    "support": Text("phối hợp: {support}", "support {support}"),
    "due": Text("thời gian: {due}", "due {due}"),
    "reading": Text("cách đọc khác, không chấm", "another reading, not scored"),
    "claim": Text("tự chấm", "claimed"),
    "claim_above": Text("{claimed}, cao hơn {computed}", "{claimed}, above {computed}"),
    "claim_below": Text("{claimed}, thấp hơn {computed}", "{claimed}, below {computed}"),
    "claim_equal": Text("{claimed}, bằng điểm tính được", "{claimed}, as computed"),
    "claim_open": Text("{claimed}, chưa đối chiếu được", "{claimed}, cannot be compared yet"),
    "computed": Text("{points} tính được", "{points} computed"),
    "needs_document": Text("cần tài liệu", "document needed"),
    "result": Text("kết quả", "result"),
    "because": Text("cách tính", "because"),
    "input": Text("số liệu", "input"),
    "clause": Text("căn cứ", "clause"),
    "explanation": Text("giải trình", "explanation"),
    "why_not": Text("lý do", "why"),
    "due_day": Text("{label} (hạn\u00a0{date})", "{label} (due\u00a0{date})"),
    "pair_or_rate": Text("{part} và {whole}, hoặc chỉ {rate}", "{part} and {whole}, or {rate}"),
    "own_value": Text(
        "đơn vị tự nêu {value}, không được chấm", "the unit's own {value} is not scored"
    ),
    "reported_as": Text("{label}: {value}", "{label}: {value}"),
    "inferred": Text("{label}: suy ra từ tỷ lệ", "{label}: inferred from the rate"),
    "blank": Text("{label}: để trống", "{label}: blank"),
    "at": Text("{what} ({place})", "{what} ({place})"),
    "in_words": Text("{what} – “{quote}”", "{what} – “{quote}”"),
    # Columns of tables
    "column_code": Text("Mã", "Code"),
    "column_criterion": Text("Tiêu chí", "Criterion"),
    "column_points": Text("Điểm", "Points"),
    "column_area": Text("Lĩnh vực", "Area"),
    "column_maximum": Text("Tối đa", "Max"),
    "column_self": Text("Tự chấm được", "Can self-assess"),
    "column_missing": Text("Chưa báo cáo", "Not reported"),
    "column_pending": Text("Chờ", "Pending"),
    "column_out": Text("Không áp dụng", "Not applicable"),
    "total": Text("Cộng", "Total"),
}


def say(name: str, language: str, /, **slots: str) -> str:
    """A sentence or label by name, with its slots filled."""
    return REPORT[name].into(language).format_map(slots)
