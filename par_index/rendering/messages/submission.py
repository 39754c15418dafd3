"""Sentences for family 2: what a unit wrote, and what others give for it.

Numbers and dates are in ``figures``, which ``reading`` joins in.
"""

from __future__ import annotations

from par_index.rendering.messages import values
from par_index.rendering.messages.wording import Wording, Words

__all__ = ["WORDINGS"]

_FILES: dict[str, Wording] = {
    "E201": Wording(
        Words("ở đây không có khóa `{found}`", hint="có phải ý bạn là `{near}`?"),
        Words("there is no key `{found}` here", hint="did you mean `{near}`?"),
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
        Words("`{found}` được trả lời hai lần", hint="gộp lại thành một mục"),
        Words("`{found}` is answered twice", hint="make it one item"),
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
    "E253": Wording(
        Words(
            "tệp `by: block` là của cả khối nên không có `unit`",
            hint="xóa dòng này; nếu số liệu của riêng một đơn vị thì xem lại `by`",
        ),
        Words(
            "a file `by: block` is about a whole block, so it has no `unit`",
            hint="remove this line; check `by` if the data are one unit's own",
        ),
    ),
    "E254": Wording(
        Words("tệp này về đơn vị `{found}`", "đang chấm: {units}", "bỏ tệp này, hoặc sửa `unit`"),
        Words(
            "this file is about the unit `{found}`",
            "being scored: {units}",
            "leave the file out, or correct its `unit`",
        ),
    ),
    "E255": Wording(
        Words(
            "tệp này lập cho bộ tiêu chí `{found}`",
            "đang chấm theo `{used}`",
            "dùng tệp lập cho đúng bộ tiêu chí",
        ),
        Words(
            "this file is for the criteria set `{found}`",
            "scored by `{used}`",
            "use a file for the right set",
        ),
    ),
    "E256": Wording(
        Words(
            "`{found}` không thuộc phần của tệp này",
            hint="số liệu này do {by:who} cung cấp",
        ),
        Words("`{found}` does not belong in this file", hint="it comes from {by:who}"),
    ),
    "E257": Wording(
        Words("`{found}` có trong hai tệp", hint="giữ số liệu này ở một tệp"),
        Words("`{found}` stands in two files", hint="keep it in one of them"),
    ),
    "E259": Wording(
        Words(
            "không có phép đối chiếu `{found}` trong bộ tiêu chí {set}",
            hint="có phải ý bạn là `{near}`?",
        ),
        Words("there is no check `{found}` in the set {set}", hint="did you mean `{near}`?"),
    ),
    "E260": Wording(
        Words("tên phương án `{found}` dùng hai lần", hint="đặt cho mỗi phương án một tên"),
        Words("two scenarios are named `{found}`", hint="give each its own name"),
    ),
    "E261": Wording(
        Words("`{found}` có hai giá trị thử", hint="giữ một giá trị, hoặc lập hai phương án"),
        Words("`{found}` is set twice", hint="keep one value, or make it two scenarios"),
    ),
    "E262": Wording(
        Words(
            "`{found}` không dự kiến được",
            hint="chỉ dự kiến số đếm hoặc số tiền của chính đơn vị, còn thay đổi được trong kỳ",
        ),
        Words(
            "`{found}` cannot be expected",
            hint="only counts and amounts of the unit's own can be, that can still change",
        ),
    ),
    "E263": Wording(
        Words("`{found}` chưa có giá trị dự kiến", hint="viết giá trị cuối kỳ sau dấu ="),
        Words("`{found}` has no expected value", hint="write the value at the end after the ="),
    ),
    "E264": Wording(
        Words(
            "`{found}` hiện là {now}, không thể thành {value}",
            hint="số này chỉ tăng, hoặc chỉ giảm; nêu tổng đến cuối kỳ, không phải phần thêm",
        ),
        Words(
            "`{found}` is {now} now and cannot become {value}",
            hint="it can only rise, or only fall; give the total at the end, not what is added",
        ),
    ),
    "E265": Wording(
        Words("`{found}` có hai giá trị dự kiến", hint="giữ một giá trị"),
        Words("`{found}` is expected twice", hint="keep one value"),
    ),
    "E266": Wording(
        Words(
            "chưa biết `{found}` tăng bao nhiêu: {parts} cùng làm nó tăng",
            hint="nêu cả `--expect {found}=…`",
        ),
        Words(
            "there is no telling how far `{found}` rises: {parts} raise it",
            hint="give `--expect {found}=…` as well",
        ),
    ),
    "E268": Wording(
        Words(
            "công sức của `{found}` chưa viết đúng",
            hint="viết một số không âm cho cả việc, hoặc `per_item: 0.5` cho mỗi trường hợp",
        ),
        Words(
            "the effort of `{found}` is not written as one",
            hint="write a number that is not negative, or `per_item: 0.5` for each case",
        ),
    ),
    "E281": Wording(
        Words(
            "không có số liệu `{found}` trong bộ tiêu chí {set}",
            hint="có phải ý bạn là `{near}`?",
        ),
        Words("there is no measure `{found}` in the set {set}", hint="did you mean `{near}`?"),
    ),
    "E282": Wording(
        Words(
            "hai mã cũ cùng thành `{found}`",
            hint="mỗi mã mới chỉ nhận một mã cũ; để trống mã cũ không còn dùng",
        ),
        Words(
            "two old ones became `{found}`",
            hint="a new one takes one old one; leave blank the old one that is gone",
        ),
    ),
    "E283": Wording(
        Words(
            "`{found}` là {kind:kind}, còn `{old}` là {old_kind:kind}",
            hint="số liệu khác loại không mang sang được",
        ),
        Words(
            "`{found}` is a {kind:kind}, but `{old}` is a {old_kind:kind}",
            hint="data of another kind cannot be carried over",
        ),
    ),
    "E284": Wording(
        Words("số năm cần là số nguyên từ −50 đến 50, không phải `{found}`"),
        Words("years have to be a whole number from -50 to 50, not `{found}`"),
    ),
    "W210": Wording(
        Words("bản tự chấm ghi bộ tiêu chí `{found}`", "đang chấm theo `{used}`"),
        Words("the submission names the set `{found}`", "scored by `{used}`"),
    ),
}

WORDINGS: dict[str, Wording] = {**_FILES, **values.WORDINGS}
