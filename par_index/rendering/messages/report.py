"""Everything a report says of its own, in both languages, by name.

Slots are filled with text that is already written in the language. No other module holds a
sentence; what a criteria set says comes from the set.
"""

from __future__ import annotations

from par_index.model.text import Text
from par_index.rendering.messages.arithmetic import ARITHMETIC
from par_index.rendering.messages.wording import filled

__all__ = ["REPORT", "say"]

REPORT: dict[str, Text] = {
    **ARITHMETIC,
    # Problems
    "error": Text("lỗi", "error"),
    "warning": Text("cần xem", "warning"),
    "note": Text("lưu ý", "note"),
    "hint": Text("gợi ý", "hint"),
    "error_count": Text("{count} lỗi", "{count} {count:error|errors}"),
    "warning_count": Text("{count} điểm cần xem", "{count} {count:warning|warnings}"),
    "note_count": Text("{count} lưu ý", "{count} {count:note|notes}"),
    "in_submission": Text("ở bản tự chấm", "in the submission"),
    "in_external": Text("ở tệp kèm theo", "in the external file"),
    "in_mapping": Text("ở tệp đối chiếu mã", "in the mapping"),
    "in_effort": Text("ở tệp công sức", "in the efforts"),
    "in_scenario": Text("ở giá trị thử", "in the values to try"),
    "in_package": Text("ở gói hồ sơ", "in the package"),
    "in_criteria": Text("ở bộ tiêu chí", "in the criteria set"),
    "in_review": Text("ở hồ sơ thẩm định", "in the appraisal"),
    "in_system": Text("ở máy hoặc par_index", "in the system or par_index"),
    # Small words
    "yes": Text("có", "yes"),
    "no": Text("không", "no"),
    "and": Text("và", "and"),
    "or": Text("hoặc", "or"),
    "points": Text("{points}\u00a0điểm", "{points}\u00a0{points:point|points}"),
    "of_points": Text("{points}/{maximum}\u00a0điểm", "{points}/{maximum}\u00a0points"),
    "open_points": Text("còn\u00a0{points}", "{points}\u00a0open"),
    "range": Text("{low}–{high}", "{low}–{high}"),
    "range_signed": Text("{low}\u00a0đến\u00a0{high}", "{low}\u00a0to\u00a0{high}"),
    "months": Text("{count}\u00a0tháng", "{count}\u00a0{count:month|months}"),
    "days": Text("{count}\u00a0ngày", "{count}\u00a0{count:day|days}"),
    "quoted": Text("“{text}”", "“{text}”"),
    "criteria": Text("{count} tiêu chí", "{count} {count:criterion|criteria}"),
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
    "may_be_signed": Text(
        "khoảng {low} đến {high} trên {maximum}", "between {low} and {high} of {maximum}"
    ),
    "all_of": Text("tổng {points} trên {maximum}", "total {points} of {maximum}"),
    "extras": Text("điểm cộng, trừ {points}", "bonus and penalty {points}"),
    "headline_of_unit": Text("{unit}: {headline}", "{unit}: {headline}"),
    "headline_of_unit_by": Text("{unit}: {headline} [{status}]", "{unit}: {headline} [{status}]"),
    "each_extra": Text("Điểm cộng, trừ: {extras}", "Bonus and penalty: {extras}"),
    "limited": Text("Cộng lại {points}, tổng {limit}", "The sum is {points}, the total {limit}"),
    "supported": Text(
        "Có căn cứ: {points} (số liệu, tài liệu hoặc giải trình đi kèm)",
        "Supported: {points} (by counts, evidence or an explanation)",
    ),
    "supported_explained": Text(
        "Có căn cứ: {points}, trong đó {explained} chỉ nhờ giải trình",
        "Supported: {points}, {explained} of them by explanation only",
    ),
    "supported_beside_explained": Text(
        "Có căn cứ: {points} sau khi trừ điểm âm; {explained} chỉ nhờ giải trình",
        "Supported: {points} after negative points; {explained} by explanation only",
    ),
    "index": Text("Chỉ số: {range}%", "Index: {range}%"),
    "no_index": Text(
        "Chưa có chỉ số: không tiêu chí nào áp dụng", "No index: no criterion applies"
    ),
    # Grades
    "grades": Text("Xếp loại: {grades}", "Grade: {grades}"),
    "grade_sure": Text("chắc chắn đạt {grade}", "{grade} for certain"),
    "grade_least": Text("chắc chắn từ {grade} trở lên", "{grade} or better for certain"),
    "grade_possible": Text("còn có thể đạt {grades}", "still possible: {grades}"),
    "grade_impossible": Text("không còn đạt được {grades}", "out of reach: {grades}"),
    "quota_of_units": Text(
        "{grade} (không quá {share} số đơn vị)", "{grade} (at most {share} of all units)"
    ),
    "quota_among": Text(
        "{grade} (không quá {share} số đơn vị đạt {among})",
        "{grade} (at most {share} of the units with {among})",
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
    "period_over": Text(
        "Kỳ đánh giá đã hết ngày {date}; việc chỉ còn kịp nếu nơi đánh giá cho bổ sung.",
        "The period ended on {date}; a step is in time only where additions are still accepted.",
    ),
    "not_reported": Text(
        "Chưa báo cáo: {criteria}, còn {points}", "Not reported: {criteria}, {points} open"
    ),
    "not_reported_lead": Text(
        "Điền số liệu vào bản tự chấm là được chấm.", "Fill in the data to have these scored."
    ),
    "pending": Text("Chờ: {criteria}, còn {points}", "Pending: {criteria}, {points} open"),
    "areas": Text("Theo lĩnh vực", "By area"),
    "extras_title": Text("Điểm cộng, điểm trừ: {points}", "Bonus and penalty: {points}"),
    "extras_lead": Text(
        "Tính thêm vào tổng điểm, không tính vào điểm tối đa.",
        "Added to the total, not to the maximum.",
    ),
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
    "documents_asked": Text(
        "{title} ({count} tài liệu)", "{title} ({count} {count:document|documents})"
    ),
    "lacking_lead": Text(
        "Gồm cả tiêu chí không được tính điểm hoặc đã giải trình; phần cần xem lại không kể "
        "những tiêu chí ấy.",
        "Also lists criteria that earn no points or are explained; the review leaves those out.",
    ),
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
    "other_reading": Text("cách đọc khác", "another reading"),
    "claim": Text("tự chấm", "claimed"),
    "claim_above": Text("{claimed}, cao hơn {computed}", "{claimed}, above {computed}"),
    "claim_below": Text("{claimed}, thấp hơn {computed}", "{claimed}, below {computed}"),
    "claim_equal": Text("{claimed}, bằng điểm tính được", "{claimed}, as computed"),
    "claim_open": Text("{claimed}, chưa đối chiếu được", "{claimed}, cannot be compared yet"),
    "computed": Text("{points} tính được", "{points} computed"),
    "needs_document": Text("cần tài liệu", "document needed"),
    "result": Text("kết quả", "result"),
    "because": Text("cách tính", "because"),
    "item": Text("mục", "item"),
    "input": Text("số liệu", "input"),
    "clause": Text("căn cứ", "clause"),
    "explanation": Text("giải trình", "explanation"),
    "why_not": Text("lý do", "why"),
    "due_day": Text("{label} (hạn\u00a0{date})", "{label} (due\u00a0{date})"),
    "pair": Text("{part} và {whole}", "{part} and {whole}"),
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
    return filled(REPORT[name].into(language), slots)
