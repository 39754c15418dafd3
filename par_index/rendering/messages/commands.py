"""What the commands say of themselves: help texts, usage sentences, gates, summaries."""

from __future__ import annotations

from par_index.model.text import Text

__all__ = ["SENTENCES", "phrase"]


def phrase(key: str, language: str, **values: object) -> str:
    """A sentence of this room in one language, its slots filled."""
    return SENTENCES[key].into(language).format_map(values)


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
    "verb.check": Text(
        "Kiểm tra bộ tiêu chí và bản tự chấm.", "Check criteria sets and submissions."
    ),
    "verb.test": Text(
        "Chạy các ca thử của bộ tiêu chí; cho biết nhánh, ngưỡng nào chưa có ca thử.",
        "Run the tests of a criteria set; say which branches and bounds none of them reaches.",
    ),
    "help.complete": Text(
        "Thoát với mã 1 cả khi còn nhánh hoặc ngưỡng chưa có ca thử.",
        "Exit with 1 as well if a branch or a bound is reached by no test.",
    ),
    "verb.plan": Text(
        "Lập kế hoạch cải thiện: việc cần làm, hiện tại, yêu cầu, ai chủ trì, thời hạn, số điểm "
        "có thể lấy lại.",
        "Make an improvement plan: tasks, what there is, what is required, who, by when, points.",
    ),
    "help.sort": Text(
        "Thứ tự các dòng: {choices} (theo lĩnh vực, hoặc theo số điểm có thể lấy lại).",
        "The order of the rows: {choices} (by area, or most points to regain first).",
    ),
    "help.all": Text(
        "Nêu cả những tiêu chí không còn lấy lại được điểm, ở cuối.",
        "List at the end what can no longer be regained, too.",
    ),
    "verb.what-if": Text(
        "Thử thay một số số liệu: điểm, chỉ số, xếp loại, điều cần xem lại trước và sau ra sao.",
        "Try other values: points, index, grades and findings before and after.",
    ),
    "setting_metavar": Text("MÃ=GIÁ_TRỊ", "ID=VALUE"),
    "help.set": Text(
        "Thử giá trị này cho số liệu có mã ấy, viết như trong bản tự chấm; không có gì sau dấu = "
        "là chưa báo cáo. Dùng được nhiều lần.",
        "Try this value for that measure, written as in the submission; nothing after = is not "
        "reported. May be repeated.",
    ),
    "help.scenarios": Text(
        "Thử nhiều phương án và so sánh: tệp YAML par_index/scenarios/1.",
        "Try several scenarios side by side: a YAML file par_index/scenarios/1.",
    ),
    "help.write": Text(
        "Ghi ra tệp bản tự chấm đã thay các giá trị ấy; chú thích, thứ tự, cách viết giữ nguyên.",
        "Write the submission with these values to a file; comments, order, quotes are kept.",
    ),
    "verb.template": Text(
        "Tạo bản tự chấm trống cho một bộ tiêu chí.", "Make an empty submission for a set."
    ),
    "verb.sets": Text("Liệt kê các bộ tiêu chí.", "List the criteria sets."),
    "verb.schema": Text(
        "Liệt kê hoặc in các lược đồ JSON.", "List the JSON Schemas, or print one."
    ),
    "verb.sample": Text("In một bản tự chấm mẫu.", "Print a sample submission."),
}

_MISUSE = {
    "error": Text("lỗi", "error"),
    "hint": Text("gợi ý: xem `{command}`", "hint: see `{command}`"),
    "suggestion": Text("; có phải ý bạn là `{near}`?", "; did you mean `{near}`?"),
    "or": Text(" hoặc ", " or "),
    "misuse.other": Text("câu lệnh chưa đúng", "the command line is malformed"),
    "misuse.no_such_option": Text("không có tuỳ chọn `{option}`", "there is no option `{option}`"),
    "misuse.no_such_verb": Text("không có lệnh con `{verb}`", "there is no verb `{verb}`"),
    "misuse.no_verb": Text("cần một lệnh con: {choices}", "a verb is needed: {choices}"),
    "misuse.value_missing": Text(
        "tuỳ chọn `{option}` cần một giá trị", "the option `{option}` needs a value"
    ),
    "misuse.value_unwanted": Text(
        "tuỳ chọn `{option}` không nhận giá trị", "the option `{option}` takes no value"
    ),
    "misuse.option_missing": Text("cần tuỳ chọn `{option}`", "the option `{option}` is needed"),
    "misuse.argument_missing": Text("cần cho biết {argument}", "{argument} is needed"),
    "misuse.extra_argument": Text("không rõ `{found}` để làm gì", "unexpected `{found}`"),
    "misuse.choice": Text(
        "`{option}` nhận {choices}; không có `{found}`",
        "`{option}` takes {choices}; there is no `{found}`",
    ),
    "misuse.no_such_schema": Text(
        "không có lược đồ `{found}`; hiện có {choices}",
        "there is no schema `{found}`; there are {choices}",
    ),
    "misuse.threshold": Text(
        "`{option}` cần một số điểm như 80 hoặc 80.5, hoặc tỷ lệ từ 0% đến 100%, "
        "không phải `{found}`",
        "`{option}` needs points such as 80 or 80.5, or a share from 0% to 100%, not `{found}`",
    ),
    "misuse.day": Text(
        "`{option}` cần một ngày có thật, viết như 2021-09-30, không phải `{found}`",
        "`{option}` needs a day of the calendar written as 2021-09-30, not `{found}`",
    ),
    "misuse.one_unit": Text(
        "chỉ nhận một bản tự chấm; trong `{found}` có {count}",
        "takes one submission; there are {count} in `{found}`",
    ),
    "misuse.setting": Text(
        "`{option}` cần mã số liệu và giá trị, ví dụ hs.so_hoa=27, không phải `{found}`",
        "`{option}` needs a measure and its value, such as hs.so_hoa=27, not `{found}`",
    ),
    "misuse.what_if_either": Text(
        "cần --set hoặc --scenarios, một trong hai", "give either --set or --scenarios"
    ),
    "misuse.write_stdout": Text(
        "`{option}` cần tên một tệp, không phải `{found}`",
        "`{option}` needs the name of a file, not `{found}`",
    ),
    "misuse.unwritable": Text(
        "`{found}` có chỗ viết khác thường nên --write chưa ghi được giá trị vào; sửa tay rồi chấm "
        "bằng par-score",
        "`{found}` is written in a way that --write cannot put values into; edit it by hand and "
        "score it with par-score",
    ),
    "misuse.write_output": Text(
        "--write và -o cần hai tệp khác nhau, không cùng là `{found}`",
        "--write and -o need two files, not both `{found}`",
    ),
    "misuse.write_several": Text(
        "--write chỉ ghi được một phương án; tệp này có {count}",
        "--write writes one scenario; this file has {count}",
    ),
    "misuse.write_others": Text(
        "`{found}` do nơi khác cung cấp, không ghi được vào bản tự chấm",
        "`{found}` is given by others and cannot be written into the submission",
    ),
    "misuse.quiet_and_verbose": Text(
        "chỉ dùng một trong hai tuỳ chọn -q và -v", "give either -q or -v, not both"
    ),
}

_RESULTS = {
    "gate.points": Text(
        "{unit}: mới chắc chắn {low} điểm, thấp hơn ngưỡng {wanted}",
        "{unit}: {low} points are certain, below the {wanted} asked for",
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

SENTENCES: dict[str, Text] = _HELP | _MISUSE | _RESULTS
