"""What `par-index review` says of itself: help texts and usage sentences."""

from __future__ import annotations

from typing import Final

from par_index.model.text import Text

__all__ = ["REVIEW"]

REVIEW: Final[dict[str, Text]] = {
    "codes_metavar": Text("MÃ", "CODE"),
    "seq_metavar": Text("SỐ", "SEQ"),
    "person_metavar": Text("NGƯỜI", "PERSON"),
    "moment_metavar": Text("GIỜ", "TIME"),
    "words_metavar": Text("LỜI", "TEXT"),
    "ground_metavar": Text("CĂN_CỨ", "GROUND"),
    "reason_metavar": Text("LÝ_DO", "REASON"),
    "verb.review": Text(
        "Thẩm định một hồ sơ tự chấm: chấm từng tiêu chí, trả lại, chấm lại, khóa; mọi việc ghi "
        "vào sổ, sửa là lộ khi đối chiếu với mã đầu sổ đã báo.",
        "Appraise a submission: decide, send back, decide again, close; in a log of which "
        "every edit shows against a head kept elsewhere.",
    ),
    "verb.review open": Text(
        "Mở hồ sơ thẩm định từ gói của đơn vị.", "Open an appraisal from a unit's package."
    ),
    "verb.review accept": Text(
        "Chấp nhận điểm tính được của các tiêu chí.", "Accept criteria as computed."
    ),
    "verb.review decide": Text("Chấm một tiêu chí.", "Decide on one criterion."),
    "verb.review confirm": Text(
        "Xác nhận, với tư cách người thứ hai, một dòng nâng điểm.",
        "Confirm, as the second person, a line that raises points.",
    ),
    "verb.review settle": Text(
        "Tổ trưởng kết luận khi các ý kiến khác nhau.", "The chair settles opinions that differ."
    ),
    "verb.review return": Text(
        "Trả hồ sơ cho đơn vị giải trình, bổ sung.", "Send it back to the unit for explanation."
    ),
    "verb.review slip": Text(
        "Đọc phiếu đề nghị giải trình: hỏi gì, trả lời trước ngày nào, trả lời ra sao.",
        "Read a slip that came back: what is asked, by when, and how to answer.",
    ),
    "verb.review respond": Text(
        "Nhận gói trả lời của đơn vị, hoặc ghi là không trả lời (--none).",
        "Take in the unit's answer, or (--none) that there was none.",
    ),
    "verb.review receive": Text(
        "Nhận một gói đơn vị tự gửi thêm.", "Take in a package that nobody asked for."
    ),
    "verb.review external": Text(
        "Nhận số liệu nơi khác cung cấp: điều tra, cơ quan thẩm định, khối thi đua.",
        "Take in data that others give: a survey, an appraiser, a block.",
    ),
    "verb.review amend": Text(
        "Đổi sang bản khác của bộ tiêu chí, kèm gói chấm theo bản ấy.",
        "Go over to another text of the set, with a package under it.",
    ),
    "verb.review roster": Text("Thêm một người vào danh sách.", "Add a person to the roster."),
    "verb.review close": Text(
        "Khóa hồ sơ khi không còn gì phải làm.", "Close it when nothing is owed any more."
    ),
    "verb.review reopen": Text("Mở lại hồ sơ đã khóa.", "Open a closed appraisal again."),
    "verb.review resume": Text(
        "Cất dòng cuối ghi dở sang một tệp, để ghi tiếp được.",
        "Put a torn last line aside, so that writing can go on.",
    ),
    "verb.review show": Text(
        "Cho biết hồ sơ đang ở đâu, còn thiếu gì, của ai.",
        "Say how it stands, what is owed, and by whom.",
    ),
    "verb.review report": Text(
        "Bảng đối chiếu: từ điểm tự chấm đến điểm thẩm định, từng tiêu chí, đủ lý do.",
        "The account: every point between claimed and final, with its reason.",
    ),
    "verb.review queue": Text(
        "Xếp thứ tự việc của nhiều đơn vị: đơn vị nào, tiêu chí nào trước, hạn nào gần.",
        "Put the work of many units in order: which unit, which criteria first, what is due.",
    ),
    "help.review_as": Text(
        "Mã của người làm việc này, trong danh sách của hồ sơ. Tên tự khai, không phải bằng chứng.",
        "Id on the roster of who does this. A name that is given, no proof.",
    ),
    "help.seen": Text(
        "Số dòng của sổ lúc xem; nếu sổ đã dài thêm thì không ghi.",
        "How many lines the log had when it was looked at; nothing is written if it has grown.",
    ),
    "help.at": Text(
        "Giờ ghi vào sổ, theo UTC (2026-01-05T08:00:00Z); mặc định là giờ máy.",
        "The time to write, in UTC (2026-01-05T08:00:00Z); the clock's by default.",
    ),
    "help.review_criteria": Text(
        "Bộ tiêu chí của nơi thẩm định (mã hoặc thư mục), để so với bộ trong gói.",
        "The office's own copy of the set (id or folder), to compare with the package's.",
    ),
    "help.roster": Text(
        "Danh sách người thẩm định: tệp YAML par_index/roster/1.",
        "Who takes part: a YAML file par_index/roster/1.",
    ),
    "help.none": Text(
        "Đơn vị không trả lời (tổ trưởng ghi, sau hạn).",
        "The unit gave no answer (by the chair, after the day).",
    ),
    "help.by": Text("Ai của đơn vị trả lời.", "Who answers for the unit."),
    "help.rest": Text(
        "Mọi tiêu chí có điểm tự chấm, điểm tính được, điểm có căn cứ bằng nhau và tài liệu không "
        "có gì phải xem.",
        "Every criterion whose claimed, computed and supported points are equal and whose "
        "documents leave nothing to look at.",
    ),
    "help.points": Text("Số điểm.", "The points."),
    "help.na": Text(
        "Không áp dụng, theo căn cứ có mã này trong bộ tiêu chí; - là căn cứ đơn vị đã nêu.",
        "Not applicable, on this ground of the set; - is the one that stands already.",
    ),
    "help.reason": Text("Lý do: {choices}.", "Why: {choices}."),
    "help.text": Text("Giải thích bằng lời.", "The explanation in words."),
    "help.clause": Text("Điều khoản được viện dẫn.", "The clause that is relied on."),
    "help.verdict": Text("Nhận xét về tài liệu: {choices}.", "On the documents: {choices}."),
    "help.due": Text("Hạn trả lời (năm-tháng-ngày).", "The day by which to answer."),
    "help.review_name": Text("Họ tên.", "The name."),
    "help.role": Text("Vai trò: {choices}.", "The role: {choices}."),
    "help.units": Text(
        "Danh sách đơn vị và hạn: tệp YAML par_index/units/1; mặc định là don_vi.yaml trong thư "
        "mục.",
        "The units and their days: a YAML file par_index/units/1; don_vi.yaml in the folder by "
        "default.",
    ),
    "help.today": Text(
        "Tính các hạn theo ngày này thay cho ngày của máy.",
        "Count what is due as of this day instead of the clock's.",
    ),
    "help.verify_head": Text(
        "Đầu sổ đã ghi ở nơi khác (12:9f3a…); sổ phải có dòng ấy.",
        "A head noted elsewhere (12:9f3a…), which the log has to hold.",
    ),
    "help.against": Text(
        "Một bản khác của cùng sổ; bản này phải nối tiếp bản ấy.",
        "Another copy of the same log, which this one has to continue.",
    ),
    "misuse.not_of_log": Text(
        "`{option}` không dùng cho sổ thẩm định `{found}`",
        "`{option}` is not for an appraisal log, `{found}`",
    ),
    "misuse.only_of_log": Text(
        "`{option}` chỉ dùng cho sổ thẩm định, `{found}` không phải sổ (tên tận cùng bằng .jsonl)",
        "`{option}` is only for an appraisal log, whose name ends with .jsonl, not `{found}`",
    ),
    "misuse.seq": Text(
        "`{option}` cần một số dòng như 12, không phải `{found}`",
        "`{option}` needs a number of lines such as 12, not `{found}`",
    ),
    "misuse.seq_argument": Text(
        "cần số của một dòng trong sổ, như 12, không phải `{found}`",
        "the number of a line is needed, such as 12, not `{found}`",
    ),
    "misuse.moment": Text(
        "`{option}` cần giờ UTC viết như 2026-01-05T08:00:00Z, không phải `{found}`",
        "`{option}` needs a time in UTC such as 2026-01-05T08:00:00Z, not `{found}`",
    ),
    "misuse.points": Text(
        "`{option}` cần một số điểm như 0.5 hoặc 1/3, không phải `{found}`",
        "`{option}` needs points such as 0.5 or 1/3, not `{found}`",
    ),
    "misuse.points_either": Text(
        "cần --points hoặc --na, một trong hai", "give either --points or --na"
    ),
    "misuse.accept_either": Text(
        "cần các mã tiêu chí hoặc --rest, một trong hai", "give either codes or --rest"
    ),
    "misuse.respond_either": Text(
        "cần gói trả lời hoặc --none, một trong hai", "give either a package or --none"
    ),
}
