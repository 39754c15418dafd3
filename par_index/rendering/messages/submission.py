"""Sentences for family 2: what a unit wrote. Numbers and dates are in ``reading``."""

from __future__ import annotations

from par_index.rendering.messages.wording import Wording, Words

__all__ = ["WORDINGS"]

WORDINGS: dict[str, Wording] = {
    "E201": Wording(
        Words("bản tự chấm không có khóa `{found}`", hint="có phải ý bạn là `{near}`?"),
        Words("a submission has no key `{found}`", hint="did you mean `{near}`?"),
    ),
    "E202": Wording(
        Words("còn thiếu khóa `{key}`", hint="thêm dòng `{key}:`"),
        Words("the key `{key}` is missing", hint="add a line `{key}:`"),
    ),
    "E203": Wording(
        Words("`{key}` cần các dòng `khóa: giá trị` thụt vào bên dưới"),
        Words("`{key}` needs `key: value` lines indented below it"),
    ),
    "E204": Wording(
        Words("chưa đọc được `{found}`", "cần một trong: {expected}"),
        Words("`{found}` cannot be read here", "expected one of: {expected}"),
    ),
    "E205": Wording(
        Words(
            "bản par_index này chưa đọc được `{found}`",
            "cần {expected}",
            "sửa dòng đầu thành `schema: {expected}`, hoặc dùng bản par_index mới hơn",
        ),
        Words(
            "this release of par_index does not read `{found}`",
            "expected {expected}",
            "write `schema: {expected}`, or use a newer release of par_index",
        ),
    ),
    "E206": Wording(
        Words(
            "chỉ dùng một trong hai: `quote` hoặc `said`",
            hint="dùng `quote` khi cụm từ có con số, `said` khi chỉ nêu bằng lời",
        ),
        Words(
            "use only one of `quote` and `said`",
            hint="`quote` shows the figure, `said` is words only",
        ),
    ),
    "E207": Wording(
        Words("`{key}` cần một danh sách, mỗi mục bắt đầu bằng `- `"),
        Words("`{key}` needs a list, each item starting with `- `"),
    ),
    "E208": Wording(
        Words("`{key}` cần một giá trị trên một dòng"),
        Words("`{key}` needs one value on one line"),
    ),
    "E209": Wording(
        Words("`{key}` đang để trống", hint="điền giá trị sau dấu hai chấm"),
        Words("`{key}` is blank", hint="write its value after the colon"),
    ),
    "E210": Wording(
        Words("bộ tiêu chí không có số liệu `{found}`", hint="có phải ý bạn là `{near}`?"),
        Words("the criteria set has no measure `{found}`", hint="did you mean `{near}`?"),
    ),
    "E211": Wording(
        Words(
            "không có tiêu chí `{found}` trong bộ tiêu chí {set}",
            hint="có phải ý bạn là `{near}`?",
        ),
        Words("there is no criterion `{found}` in the set {set}", hint="did you mean `{near}`?"),
    ),
    "E212": Wording(
        Words("tiêu chí `{found}` được trả lời hai lần", hint="gộp lại thành một mục"),
        Words("criterion `{found}` is answered twice", hint="make it one item"),
    ),
    "E213": Wording(
        Words(
            "ngày chốt số liệu {found} sớm hơn kỳ đánh giá",
            "kỳ đánh giá bắt đầu ngày {starts}",
            "xem lại `as_of`, hoặc chọn bộ tiêu chí của đúng năm",
        ),
        Words(
            "the as-of day {found} comes before the period",
            "the period starts on {starts}",
            "check `as_of`, or choose the set of the right year",
        ),
    ),
    "E214": Wording(
        Words(
            "khai không áp dụng (`{found}`) cần lời giải trình",
            hint="thêm `explanation:` nêu lý do và căn cứ",
        ),
        Words(
            "not applicable (`{found}`) needs an explanation",
            hint="add `explanation:` with the reason and its legal basis",
        ),
    ),
    "E215": Wording(
        Words(
            "bộ tiêu chí không cho khai không áp dụng với `{criterion}`",
            hint="xóa `not_applicable`, rồi báo cáo số liệu hoặc để trống",
        ),
        Words(
            "the set lists no ground for `{criterion}` not to apply",
            hint="remove `not_applicable`; report the data or leave it blank",
        ),
    ),
    "E216": Wording(
        Words("lý do không áp dụng `{found}` chưa có trong bộ tiêu chí", "cần: {expected}"),
        Words("the ground `{found}` is not listed in the set", "expected: {expected}"),
    ),
    "E217": Wording(
        Words("không tìm thấy bộ tiêu chí `{found}`", hint="có phải ý bạn là `{near}`?"),
        Words("the criteria set `{found}` is not found", hint="did you mean `{near}`?"),
    ),
    "E218": Wording(
        Words(
            "đơn vị cấp `{found}` không thuộc bộ tiêu chí này",
            "bộ tiêu chí dành cho cấp `{expected}`",
        ),
        Words(
            "a unit of tier `{found}` is not scored by this set", "the set is for tier `{expected}`"
        ),
    ),
    "E219": Wording(
        Words("bản par_index này chưa dùng đến `{found}`", hint="xóa khóa này"),
        Words("this release of par_index does not use `{found}` yet", hint="remove this key"),
    ),
    "E234": Wording(
        Words("cần trả lời có hoặc không, đang ghi `{found}`", hint="viết `có` hoặc `không`"),
        Words("yes or no is needed, `{found}` is written", hint="write `có` or `không`"),
    ),
    "E235": Wording(
        Words("chưa có lựa chọn `{found}`", "cần một trong: {expected}"),
        Words("there is no option `{found}`", "expected one of: {expected}"),
    ),
    "E240": Wording(
        Words(
            "`{part}` cần nhỏ hơn hoặc bằng `{whole}`",
            "{found} > {total}, nhiều hơn {gap}",
            "kiểm tra lại hai số trước khi chấm",
        ),
        Words(
            "`{part}` must not exceed `{whole}`",
            "{found} > {total}, more by {gap}",
            "check both numbers before scoring",
        ),
    ),
    "E241": Wording(
        Words(
            "không số nguyên nào trong {whole} cho tỷ lệ {found}",
            hint="kiểm tra lại tỷ lệ và tổng số, hoặc báo cáo số đếm",
        ),
        Words(
            "no whole number out of {whole} gives {found}",
            hint="check the rate and the total, or report the count",
        ),
    ),
    "E242": Wording(
        Words(
            "không tổng số nào cho tỷ lệ {found} với {part}",
            hint="kiểm tra lại tỷ lệ và số đếm, rồi báo cáo cả tổng số",
        ),
        Words(
            "no total gives {found} with {part}",
            hint="check the rate and the count, and report the total as well",
        ),
    ),
    "E243": Wording(
        Words(
            "không có tài liệu `{found}` trong mục `evidence`", hint="có phải ý bạn là `{near}`?"
        ),
        Words("there is no document `{found}` under `evidence`", hint="did you mean `{near}`?"),
    ),
    "E244": Wording(
        Words("tiêu chí này không yêu cầu tài liệu `{found}`", "cần một trong: {expected}"),
        Words("this criterion asks for no evidence `{found}`", "expected one of: {expected}"),
    ),
    "E245": Wording(
        Words("mã tài liệu `{found}` dùng hai lần", hint="đặt cho mỗi tài liệu một mã"),
        Words("the document id `{found}` is used twice", hint="give each document its own id"),
    ),
    "E247": Wording(
        Words("`{found}` gồm nhiều tiêu chí thành phần", hint="trả lời từng thành phần: {parts}"),
        Words("`{found}` has components", hint="answer each of them: {parts}"),
    ),
    "E248": Wording(
        Words("`{found}` nhỏ hơn mức nhỏ nhất có thể", "ít nhất là {least}"),
        Words("`{found}` is below the least possible value", "at least {least}"),
    ),
    "E249": Wording(
        Words(
            "`{whole}` bằng 0 nên không có tỷ lệ {found}",
            hint="để trống tỷ lệ: 0 trên 0 không phải là phần trăm",
        ),
        Words(
            "`{whole}` is 0, so there is no rate of {found}",
            hint="leave the rate blank: zero over zero is no percentage",
        ),
    ),
    "W201": Wording(
        Words(
            "tỷ lệ ghi `{found}` chưa khớp số đếm",
            "{part}/{whole} là {computed:%}; chấm theo số đếm",
            "sửa tỷ lệ, hoặc sửa số đếm",
        ),
        Words(
            "the rate `{found}` does not match its counts",
            "{part}/{whole} is {computed:%}; the counts decide",
            "correct the rate or the counts",
        ),
    ),
    "W202": Wording(
        Words(
            "`{found}` không do đơn vị tự báo cáo nên chưa được chấm",
            hint="số liệu này do {by:who} cung cấp; chờ kết quả đó",
        ),
        Words(
            "`{found}` is not the unit's to report, so it is not scored",
            hint="it comes from {by:who}; wait for that result",
        ),
    ),
    "W203": Wording(
        Words(
            "ngày {found} sau ngày chốt số liệu {as_of}",
            hint="xem lại ngày, hoặc sửa `as_of`",
        ),
        Words("the day {found} comes after the as-of day {as_of}", hint="check it, or `as_of`"),
    ),
    "W204": Wording(
        Words(
            "con số `{found}` chưa thấy trong đoạn trích",
            "đoạn trích: “{quote}”",
            "sửa số hoặc sửa đoạn trích; nếu chỉ nêu bằng lời thì dùng `said`",
        ),
        Words(
            "the figure `{found}` does not stand in the quote",
            "the quote: “{quote}”",
            "correct one of them; use `said` for words only",
        ),
    ),
    "W205": Wording(
        Words(
            "`{found}` chưa khớp với các số liệu liên quan",
            hint="kiểm tra lại các tỷ lệ và tổng số đi cùng; điểm ở đây chưa chắc đúng",
        ),
        Words(
            "`{found}` does not fit the data it goes with",
            hint="check the rates and totals beside it; scores that use it may be wrong",
        ),
    ),
    "W210": Wording(
        Words("bản tự chấm ghi bộ tiêu chí `{found}`", "đang chấm theo `{used}`"),
        Words("the submission names the set `{found}`", "scored by `{used}`"),
    ),
}
