"""What the verbs of par-index say of themselves: what each is for, and its options."""

from __future__ import annotations

from par_index.model.text import Text

__all__ = ["VERBS"]

VERBS: dict[str, Text] = {
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
