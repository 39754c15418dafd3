"""Malformed command lines, and acts that are not allowed: what is wrong with each."""

from __future__ import annotations

from par_index.model.text import Text

__all__ = ["MISUSE"]

MISUSE: dict[str, Text] = {
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
