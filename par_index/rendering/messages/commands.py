"""What the commands say of themselves: help texts, usage sentences, gates, summaries."""

from __future__ import annotations

from par_index.model.text import Text
from par_index.rendering.messages.misuse import MISUSE
from par_index.rendering.messages.verbs import VERBS
from par_index.rendering.messages.wording import filled

__all__ = ["SENTENCES", "phrase"]


def phrase(key: str, language: str, **values: object) -> str:
    """A sentence of this room in one language, its slots filled."""
    return filled(_sentence(key).into(language), values)


def _sentence(key: str) -> Text:
    """One of this table, or of a verb that only some runs are about."""
    if key in SENTENCES:
        return SENTENCES[key]
    from par_index.rendering.messages.review_commands import REVIEW

    return REVIEW[key]


_HELP = {
    "usage": Text("Cách dùng: ", "Usage: "),
    "options": Text("Tuỳ chọn", "Options"),
    "verbs": Text("Lệnh con", "Verbs"),
    "options_metavar": Text("[TUỲ CHỌN]", "[OPTIONS]"),
    "verb_metavar": Text("LỆNH …", "VERB …"),
    "file_metavar": Text("TỆP", "FILE"),
    "day_metavar": Text("NGÀY", "DATE"),
    "points_metavar": Text("N", "N"),
    "condition_metavar": Text("ĐIỀU_KIỆN", "CONDITION"),
    "set_metavar": Text("BỘ", "SET"),
    "unit_metavar": Text("BẢN_TỰ_CHẤM", "UNIT"),
    "path_metavar": Text("ĐƯỜNG_DẪN", "PATH"),
    "name_metavar": Text("TÊN", "NAME"),
    "id_metavar": Text("MÃ", "ID"),
    "help.help": Text("In hướng dẫn này rồi dừng.", "Print this help and stop."),
    "help.version": Text("In phiên bản rồi dừng.", "Print the version and stop."),
    "help.lang": Text(
        "Ngôn ngữ: vi (mặc định) hoặc en; cũng đọc từ PAR_INDEX_LANG.",
        "Language: vi (the default) or en; also taken from PAR_INDEX_LANG.",
    ),
    "help.output": Text(
        "Ghi ra tệp thay vì màn hình; tệp có đủ nội dung hoặc giữ nguyên như cũ.",
        "Write to a file; it gets the whole output or stays as it was.",
    ),
    "help.force": Text("Ghi đè tệp đã có.", "Overwrite a file that exists."),
    "help.as_of": Text(
        "Chấm theo tình hình đến ngày này (năm-tháng-ngày), thay cho as_of trong tệp.",
        "Assess as of this day (year-month-day) instead of the file's as_of.",
    ),
    "help.criteria": Text(
        "Chấm theo bộ tiêu chí này (mã hoặc thư mục), thay cho bộ ghi trong tệp.",
        "Score by this criteria set (id or folder) instead of the one the file names.",
    ),
    "help.external": Text(
        "Số liệu do nơi khác cung cấp: điều tra xã hội học, cơ quan thẩm định, khối thi đua. "
        "Dùng được nhiều lần.",
        "Data that others give: a survey, an appraiser, a block of units. May be repeated.",
    ),
    "help.format": Text("Dạng kết quả: {choices}.", "The form of the output: {choices}."),
    "help.fail_under": Text(
        "Thoát với mã 1 nếu số điểm chắc chắn đạt thấp hơn N điểm, hoặc N% chỉ số.",
        "Exit with 1 if the points that are certain are below N, or the index below N%.",
    ),
    "help.fail_on": Text(
        "Thoát với mã 1 nếu có điều này: {choices}. Với finding (điều cần xem lại trước khi nộp), "
        "kèm mức nào là từ mức ấy trở lên. Dùng được nhiều lần.",
        "Exit with 1 if there is any of this: {choices}. A finding is something to review before "
        "submitting; with a severity, one so severe or more. May be repeated.",
    ),
    "help.verify_engine": Text(
        "Tìm các điều cần xem lại bằng cả hai bộ suy luận; khác nhau là lỗi của par_index. "
        "Kết quả không đổi.",
        "Look for findings with both rule engines; a difference is a fault of par_index. "
        "No result changes.",
    ),
    "help.receipt": Text(
        "Thêm biên nhận vào JSON: mã của mọi tệp đã dùng, để par-index verify kiểm lại.",
        "Add a receipt to the JSON: digests of all files used, for par-index verify.",
    ),
    "help.quiet": Text("Chỉ in kết quả chung.", "Print the headline only."),
    "help.verbose": Text("In thêm chi tiết từng tiêu chí.", "Print the details of each criterion."),
    "help.unit": Text(
        "Mã đơn vị, ví dụ quang-binh.so-khcn.", "Id of the unit, such as quang-binh.so-khcn."
    ),
    "par-score": Text(
        "Chấm điểm Chỉ số cải cách hành chính từ bản tự chấm của đơn vị.\n\n"
        "BẢN_TỰ_CHẤM là một tệp YAML, một thư mục chứa các tệp ấy, hoặc - để đọc từ đầu vào "
        "chuẩn. Nhiều tệp cho một kết quả chung.",
        "Score the administrative-reform index (PAR Index) from a unit's self-assessment.\n\n"
        "UNIT is a YAML file, a folder of such files, or - for standard input. "
        "Several give one document.",
    ),
    "par-score.epilog": Text(
        "Mã thoát: 0 đã chấm; 1 chưa qua ngưỡng yêu cầu; 2 câu lệnh chưa đúng; 3 bản tự chấm "
        "có lỗi; 4 bộ tiêu chí có lỗi; 5 chưa đọc hoặc ghi được; 70 lỗi của par_index.",
        "Exit codes: 0 assessed; 1 a requested gate is not passed; 2 malformed command line; "
        "3 the submission has errors; 4 the criteria set has errors; 5 cannot read or write; "
        "70 a fault in par_index.",
    ),
    "par-index": Text(
        "Soạn, kiểm tra và tra cứu bộ tiêu chí và bản tự chấm.",
        "Write, check and look up criteria sets and submissions.",
    ),
}

_RESULTS = {
    "gate.points": Text(
        "{unit}: mới chắc chắn {low} điểm, thấp hơn ngưỡng {wanted}",
        "{unit}: {low} {low:point is|points are} certain, below the {wanted} asked for",
    ),
    "gate.index": Text(
        "{unit}: chỉ số mới chắc chắn {low}, thấp hơn ngưỡng {wanted}",
        "{unit}: an index of {low} is certain, below the {wanted} asked for",
    ),
    "gate.fail-under": Text(
        "{unit}: không có tiêu chí nào áp dụng nên không có chỉ số để so với ngưỡng",
        "{unit}: no criterion applies, so there is no index to compare",
    ),
    "gate.shortfall": Text(
        "{unit}: {count} tiêu chí đã mất điểm",
        "{unit}: criteria that lost points: {count}",
    ),
    "gate.missing": Text(
        "{unit}: {count} tiêu chí còn thiếu số liệu",
        "{unit}: criteria not fully reported: {count}",
    ),
    "gate.missing-evidence": Text(
        "{unit}: {count} tiêu chí còn thiếu tài liệu kiểm chứng",
        "{unit}: criteria lacking evidence: {count}",
    ),
    "gate.finding": Text(
        "{unit}: có {count} điều cần xem lại trước khi nộp",
        "{unit}: things to review before submitting: {count}",
    ),
    "gate.finding:note": Text(
        "{unit}: có {count} điều cần xem lại trước khi nộp",
        "{unit}: things to review before submitting: {count}",
    ),
    "gate.finding:watch": Text(
        "{unit}: có {count} điều nghiêm trọng hoặc cần kiểm tra trước khi nộp",
        "{unit}: serious things, or things to check, before submitting: {count}",
    ),
    "gate.finding:serious": Text(
        "{unit}: có {count} điều nghiêm trọng cần xem lại trước khi nộp",
        "{unit}: serious things to review before submitting: {count}",
    ),
    "gate.at-least": Text(
        "{name}: dưới mức {level}, hoặc không kiểm được",
        "{name}: below level {level}, or not to be checked",
    ),
    "check.fine": Text("{name}: không có lỗi", "{name}: no errors"),
    "check.warnings": Text(
        "{name}: không có lỗi; có {count} điều cần xem lại",
        "{name}: no errors; things to look at: {count}",
    ),
    "check.refused": Text("{name}: có {count} lỗi", "{name}: errors: {count}"),
    "sets.counts": Text(
        "{status} · cấp {tier} · {criteria} tiêu chí · {points} điểm",
        "{status} · tier {tier} · criteria: {criteria} · points: {points}",
    ),
    "sets.refused": Text(
        "có lỗi, xem: par-index check {id}", "has errors, see: par-index check {id}"
    ),
    "fault": Text(
        "par_index gặp lỗi của chính nó, không phải lỗi của số liệu; xin báo lỗi kèm dòng dưới.",
        "par_index has hit a fault of its own, not of the data; please report the line below.",
    ),
}

SENTENCES: dict[str, Text] = _HELP | VERBS | MISUSE | _RESULTS
