"""What the commands say of themselves: help texts, usage sentences, gates, summaries."""

from __future__ import annotations

from par_index.model.text import Text
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
        "là chưa báo cáo; last_year.MÃ là số liệu năm trước. Dùng được nhiều lần.",
        "Try this value for that measure, written as in the submission; nothing after = is not "
        "reported; last_year.ID is its value of last year. May be repeated.",
    ),
    "help.scenarios": Text(
        "Thử nhiều phương án và so sánh: tệp YAML par_index/scenarios/1.",
        "Try several scenarios side by side: a YAML file par_index/scenarios/1.",
    ),
    "help.write": Text(
        "Ghi ra tệp bản tự chấm đã thay các giá trị ấy; chú thích, thứ tự, cách viết giữ nguyên.",
        "Write the submission with these values to a file; comments, order, quotes are kept.",
    ),
    "verb.headroom": Text(
        "Mỗi tiêu chí còn thiếu mấy trường hợp thì được thêm điểm, còn chịu được mấy trường hợp.",
        "Say how many cases each criterion is short of more points, and how many it can bear.",
    ),
    "code_metavar": Text("MÃ", "CODE"),
    "help.sort_headroom": Text(
        "Thứ tự các dòng: {choices} (theo lĩnh vực, hoặc gần thêm điểm nhất trước).",
        "The order of the rows: {choices} (by area, or nearest to more points first).",
    ),
    "verb.pace": Text(
        "Với tổng số dự kiến đến cuối kỳ, mỗi tiêu chí còn cần bao nhiêu, cái gì đã chắc, cái gì "
        "đã mất.",
        "With the totals expected by the end: what each criterion still needs, has or has lost.",
    ),
    "expectation_metavar": Text("MÃ=GIÁ_TRỊ", "ID=VALUE"),
    "help.expect": Text(
        "Số liệu này đến cuối kỳ dự kiến là bao nhiêu, viết như trong bản tự chấm. Dùng được nhiều "
        "lần.",
        "What this measure is expected to be at the end, written as in the submission. May be "
        "repeated.",
    ),
    "verb.decides": Text(
        "Số liệu nào còn thiếu hoặc đang chờ quyết định bao nhiêu điểm, xếp loại nào.",
        "Say which missing or pending data decide how many points, and which grade.",
    ),
    "verb.diff": Text(
        "So sánh hai bản tự chấm, cùng bộ tiêu chí hoặc hai năm: phần do quy định, phần do số "
        "liệu.",
        "Compare two submissions, of one set or of two years: what rules did, what data did.",
    ),
    "first_metavar": Text("BẢN_TRƯỚC", "A"),
    "second_metavar": Text("BẢN_SAU", "B"),
    "help.map": Text(
        "Mã năm trước nào thành mã năm nay nào: tệp YAML par_index/mapping/1.",
        "Which old codes and measures became which new ones: a YAML file par_index/mapping/1.",
    ),
    "help.criteria_a": Text(
        "Chấm BẢN_TRƯỚC theo bộ tiêu chí này.", "Score A by this criteria set."
    ),
    "help.criteria_b": Text("Chấm BẢN_SAU theo bộ tiêu chí này.", "Score B by this criteria set."),
    "verb.evidence": Text(
        "Kiểm tra tài liệu kiểm chứng: có tệp không, có bị đổi không, số, ngày, trang, số liệu có "
        "khớp không.",
        "Check the evidence: whether files are there and unchanged, numbers, days, pages, figures.",
    ),
    "folder_metavar": Text("THƯ_MỤC", "FOLDER"),
    "help.root": Text(
        "Tài liệu nằm dưới thư mục này, thay vì cạnh bản tự chấm.",
        "The documents lie below this folder instead of beside the submission.",
    ),
    "help.text_references": Text(
        "Đọc các tệp .pdf, .txt này như văn bản: các số, ký hiệu, ngày dẫn trong đó có gì phải "
        "hỏi.",
        "Read these .pdf or .txt files as texts: what is to be asked of the references in them.",
    ),
    "help.fail_on_evidence": Text(
        "Thoát với mã 1 nếu có điều sai (wrong), hoặc có điều sai hay cần người xem (look).",
        "Exit with 1 if anything is wrong, or (look) wrong or to be looked at.",
    ),
    "verb.signature": Text(
        "Kiểm tra chữ ký số trong tệp PDF: còn nguyên không, ai ký, khi nào, tin được đến mức nào.",
        "Check the signatures in PDF files: whether they hold, whose they are, when, how certain.",
    ),
    "signed_metavar": Text("TỆP_PDF", "PDF"),
    "help.trust": Text(
        "Chỉ tin các chứng thư gốc trong thư mục này (tệp .pem, .crt, .cer, .der).",
        "Trust the roots in this folder and no others (.pem, .crt, .cer, .der files).",
    ),
    "help.at_least": Text(
        "Thoát với mã 1 nếu có tệp dưới mức này, hoặc không kiểm được: {choices}.",
        "Exit with 1 if a file is below this level, or cannot be checked: {choices}.",
    ),
    "help.as_of_signature": Text(
        "Kiểm chứng thư theo ngày này (năm-tháng-ngày) thay vì hôm nay.",
        "Judge certificates as of this day (year-month-day) instead of today.",
    ),
    "verb.pack": Text(
        "Đóng gói bản tự chấm cùng bộ tiêu chí, kết quả chấm, tài liệu thành một tệp để nộp.",
        "Pack a submission with its set, its score and its documents into one file to hand in.",
    ),
    "verb.verify": Text(
        "Kiểm tra một gói hồ sơ hay biên nhận: còn nguyên không, chấm lại có ra điểm ấy không.",
        "Verify a package or a receipt: whether it is whole, and scores as it says.",
    ),
    "package_metavar": Text("GÓI", "PACKAGE"),
    "help.pack_output": Text(
        "Ghi gói ra tệp này; tệp có đủ nội dung hoặc giữ nguyên như cũ.",
        "Write the package to this file; it gets all of it or stays as it was.",
    ),
    "head_metavar": Text("SỐ:MÃ", "SEQ:HASH"),
    "help.head": Text(
        "Đầu sổ thẩm định như cơ quan thẩm định đã báo, ví dụ 12:9f3a51c0.",
        "The head of the appraisal log as the office has told it, such as 12:9f3a51c0.",
    ),
    "help.answers": Text(
        "Gói này trả lời phiếu trả lại của cơ quan thẩm định (tệp JSON).",
        "The package answers this slip that the office returned with (a JSON file).",
    ),
    "digest_metavar": Text("MÃ", "DIGEST"),
    "help.digest": Text(
        "Mã gói phải là mã này, như ghi trong văn bản gửi kèm.",
        "The package must have this digest, as the letter that came with it says.",
    ),
    "help.verify_criteria": Text(
        "So bộ tiêu chí trong gói với bộ này (mã hoặc thư mục); khác thì thoát với mã 1.",
        "Compare the package's set with this one (id or folder); exit with 1 if they differ.",
    ),
    "verb.path": Text(
        "Cách tốn ít công nhất để chắc chắn đạt một loại, một số điểm hay một chỉ số.",
        "The cheapest way to a grade, a total or an index that is then certain.",
    ),
    "goal_metavar": Text("MỤC_TIÊU", "GOAL"),
    "help.to": Text(
        "Cần đạt: mã của một loại (như tot), số điểm (80), hoặc chỉ số (80%).",
        "What to reach: the id of a grade (such as tot), points (80), or an index (80%).",
    ),
    "help.budget": Text(
        "Tốn nhiều nhất N công; không có --to thì tìm nhiều điểm nhất với chừng ấy.",
        "At most N units of effort; without --to, the most points for that.",
    ),
    "help.keep": Text(
        "Không để tiêu chí này, hay tiêu chí nào trong nó, mất điểm. Dùng được nhiều lần.",
        "Neither this criterion nor any within it may lose points. May be repeated.",
    ),
    "help.forbid": Text(
        "Không làm gì ở tiêu chí này, hoặc không đổi số liệu này. Dùng được nhiều lần.",
        "Nothing is done about this criterion, or this measure does not move. May be repeated.",
    ),
    "help.effort": Text(
        "Công sức cho từng tiêu chí, số liệu, thay cho của bộ: tệp YAML par_index/effort/1.",
        "Effort by criterion or measure, instead of the set's: a YAML file par_index/effort/1.",
    ),
    "help.curve": Text(
        "Nêu cả bảng: tốn bao nhiêu công thì được nhiều nhất bao nhiêu điểm.",
        "Show the table of the most points for each effort as well.",
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
    "misuse.no_such_criterion": Text(
        "bộ tiêu chí {set} không có tiêu chí `{found}`",
        "the criteria set {set} has no criterion `{found}`",
    ),
    "misuse.expectation": Text(
        "`{option}` cần mã số liệu và giá trị, ví dụ hs.tiep_nhan=120, không phải `{found}`",
        "`{option}` needs a measure and its value, such as hs.tiep_nhan=120, not `{found}`",
    ),
    "misuse.expect_needed": Text(
        "cần --expect MÃ=GIÁ_TRỊ; số liệu của bộ tiêu chí này dự kiến được: {choices}",
        "--expect ID=VALUE is needed; what can be expected of this set: {choices}",
    ),
    "misuse.expect_none": Text(
        "bộ tiêu chí này không có số đếm, số tiền nào dự kiến được",
        "this set has no count or amount that could be expected",
    ),
    "misuse.criteria_twice": Text(
        "chỉ dùng --criteria cho cả hai, hoặc --criteria-a và --criteria-b cho từng bản",
        "give --criteria for both, or --criteria-a and --criteria-b for each",
    ),
    "misuse.map_one_set": Text(
        "--map chỉ dùng khi hai bản theo hai bộ tiêu chí; ở đây cả hai theo `{found}`",
        "--map is for submissions of two sets; here both are of `{found}`",
    ),
    "misuse.path_either": Text("cần --to, --budget, hoặc cả hai", "give --to, --budget, or both"),
    "misuse.goal": Text(
        "`--to` cần mã của một loại ({choices}), số điểm như 80, hoặc chỉ số như 80%; không phải "
        "`{found}`",
        "`--to` needs the id of a grade ({choices}), points such as 80, or an index such as 80%; "
        "not `{found}`",
    ),
    "misuse.goal_number": Text(
        "`--to` cần số điểm như 80 hoặc chỉ số như 80%, không phải `{found}`; bộ tiêu chí này "
        "không xếp loại",
        "`--to` needs points such as 80 or an index such as 80%, not `{found}`; this set has no "
        "grades",
    ),
    "misuse.budget": Text(
        "`--budget` cần một số không âm như 10 hoặc 2.5, không phải `{found}`",
        "`--budget` needs a number that is not negative, such as 10 or 2.5, not `{found}`",
    ),
    "misuse.no_such_name": Text(
        "bộ tiêu chí {set} không có tiêu chí, số liệu nào là `{found}`",
        "the criteria set {set} has no criterion and no measure `{found}`",
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
    "misuse.receipt_json": Text(
        "--receipt cần --format json và một tệp bản tự chấm",
        "--receipt needs --format json and one file",
    ),
    "misuse.receipt_place": Text(
        "biên nhận phải nằm cùng thư mục với `{found}`, hoặc ở thư mục chứa nó",
        "the receipt must stand in the folder of `{found}`, or above it",
    ),
    "misuse.head": Text(
        "`{option}` cần số và mã của đầu sổ, ví dụ 12:9f3a51c0, không phải `{found}`",
        "`{option}` needs the number and the hash of a head, such as 12:9f3a51c0, not `{found}`",
    ),
    "misuse.answers_and_head": Text(
        "chỉ dùng một trong hai: --answers hoặc --head", "give either --answers or --head"
    ),
    "misuse.digest": Text(
        "`{option}` cần 64 chữ số thập lục phân, không phải `{found}`",
        "`{option}` needs 64 hexadecimal digits, not `{found}`",
    ),
    "misuse.pack_stdout": Text(
        "`{option}` cần tên một tệp, không phải `{found}`",
        "`{option}` needs the name of a file, not `{found}`",
    ),
    "misuse.pack_over": Text(
        "`{found}` là tệp được đóng gói, không ghi đè lên được",
        "`{found}` is one of the files to be packed and cannot be written over",
    ),
    "misuse.verify_over": Text(
        "`{found}` là tệp đang kiểm tra, không ghi đè lên được",
        "`{found}` is what is to be verified and cannot be written over",
    ),
    "misuse.output_over": Text(
        "`{found}` là tệp được đọc vào, không ghi đè lên được",
        "`{found}` is what is read and cannot be written over",
    ),
    "misuse.unseen": Text(
        "`{option}` có ký tự {unseen} mắt thường không thấy, là ký tự thứ {place} (`{found}`); xóa "
        "đi rồi gõ lại bằng tay",
        "`{option}` has a character {unseen} that cannot be seen, its {place}. (`{found}`); delete "
        "it and type the place by hand",
    ),
    "misuse.digest_of_receipt": Text(
        "--digest chỉ dùng cho gói; `{found}` là biên nhận",
        "--digest is for packages; `{found}` is a receipt",
    ),
    "misuse.review_over": Text(
        "`{found}` thuộc hồ sơ thẩm định, không ghi đè lên được",
        "`{found}` belongs to the appraisal and is not written over",
    ),
    "misuse.nothing_returned": Text(
        "hồ sơ ở `{found}` không chờ đơn vị trả lời: không có phiếu nào để ghi",
        "the appraisal in `{found}` waits for no answer: there is no slip to write",
    ),
    "misuse.package_alone": Text(
        "với gói `{found}` chỉ dùng được --fail-on, --format, -o; chữ ký thì mở gói ra, xem từng "
        "tệp bằng par-index signature",
        "with the package `{found}` only --fail-on, --format and -o can be used; opened, its files "
        "can be given to par-index signature",
    ),
    "misuse.text_alone": Text(
        "với --text chỉ dùng được --fail-on, --format, -o",
        "with --text only --fail-on, --format and -o can be used",
    ),
    "misuse.quiet_and_verbose": Text(
        "chỉ dùng một trong hai tuỳ chọn -q và -v", "give either -q or -v, not both"
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

SENTENCES: dict[str, Text] = _HELP | _MISUSE | _RESULTS
