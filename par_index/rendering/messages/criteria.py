"""Sentences for family 3: what the author of a criteria set wrote, here its files in general."""

from __future__ import annotations

from par_index.rendering.messages import finding_rules, rules
from par_index.rendering.messages.wording import Wording, Words

__all__ = ["WORDINGS"]

_FILES: dict[str, Wording] = {
    "E301": Wording(
        Words("không có khóa `{found}` ở đây", hint="có phải ý bạn là `{near}`?"),
        Words("there is no key `{found}` here", hint="did you mean `{near}`?"),
    ),
    "E302": Wording(
        Words("còn thiếu khóa `{key}`", hint="thêm dòng `{key}:`"),
        Words("the key `{key}` is missing", hint="add a line `{key}:`"),
    ),
    "E303": Wording(
        Words("chỗ này cần các dòng `khóa: giá trị`"),
        Words("`key: value` lines are needed here"),
    ),
    "E304": Wording(
        Words("chưa đọc được `{found}`", "cần dạng như: {expected}"),
        Words("`{found}` cannot be read here", "expected something like: {expected}"),
    ),
    "E305": Wording(
        Words("bản par_index này chưa đọc được `{found}`", "cần {expected}"),
        Words("this release of par_index does not read `{found}`", "expected {expected}"),
    ),
    "E306": Wording(
        Words(
            "chỗ này cần đúng một khóa nói cách tính",
            "đang có: {found}",
            "xem ngôn ngữ tiêu chí: mỗi quy tắc, đại lượng, điều kiện, ngưỡng chỉ có một khóa",
        ),
        Words(
            "exactly one key that says how is needed here",
            "found: {found}",
            "each rule, quantity, condition and bound has exactly one such key",
        ),
    ),
    "E307": Wording(
        Words("chỗ này cần một danh sách"),
        Words("a list is needed here"),
    ),
    "E308": Wording(
        Words("chỗ này cần một giá trị trên một dòng"),
        Words("one value on one line is needed here"),
    ),
    "E309": Wording(
        Words("chỗ này đang để trống", hint="điền giá trị, hoặc xóa khóa"),
        Words("this is blank", hint="write a value, or remove the key"),
    ),
    "E310": Wording(
        Words(
            "điểm tối đa chưa khớp tổng các thành phần",
            "khai {found}; cộng lại {total}; lệch {gap}",
            "sửa thành {total}, hoặc xem lại các thành phần",
        ),
        Words(
            "max points do not equal the sum of the parts",
            "stated {found}; the sum is {total}; off by {gap}",
            "make it {total}, or check the parts",
        ),
    ),
    "E311": Wording(
        Words("mã `{found}` dùng hai lần", hint="đặt mã khác cho một trong hai"),
        Words("`{found}` is used twice", hint="give one of the two another id"),
    ),
    "E312": Wording(
        Words("measures.yaml chưa khai số liệu `{found}`", hint="có phải ý bạn là `{near}`?"),
        Words("measures.yaml has no measure `{found}`", hint="did you mean `{near}`?"),
    ),
    "E313": Wording(
        Words("không có tiêu chí `{found}` trong bộ này", hint="có phải ý bạn là `{near}`?"),
        Words("there is no criterion `{found}` in this set", hint="did you mean `{near}`?"),
    ),
    "E314": Wording(
        Words("các mục dựa vào nhau thành vòng: {cycle}", hint="bỏ một mắt trong vòng"),
        Words("these depend on each other in a circle: {cycle}", hint="break one link of it"),
    ),
    "E315": Wording(
        Words(
            "các đại lượng ở đây không cùng loại: {found}",
            hint="chỉ cộng, trừ, so những số cùng loại và cùng đơn vị tính",
        ),
        Words(
            "these quantities are not of one kind: {found}",
            hint="add, subtract and compare only what is counted in the same thing",
        ),
    ),
    "E316": Wording(
        Words(
            "ngưỡng `{found}` chưa hợp với đại lượng",
            "đại lượng thuộc loại: {kind:kind}",
            "tỷ lệ so với số có dấu %, số đếm so với số thường, ngày so bằng before",
        ),
        Words(
            "`{found}` is not what this quantity is compared with",
            "the quantity is of kind: {kind:kind}",
            "compare shares with a %, amounts with plain numbers, days with before",
        ),
    ),
    "E317": Wording(
        Words(
            "hai ngưỡng liền nhau chưa đúng thứ tự",
            hint='xếp từ mức tốt nhất; mỗi ngưỡng dùng một lần; "trên 80%" là `above: 80%`',
        ),
        Words(
            "two neighbouring bounds are out of order",
            hint='best first; each bound once; "over 80%" is `above: 80%`',
        ),
    ),
    "E318": Wording(
        Words(
            "mức cuối cùng cần là `otherwise`, và chỉ mức cuối",
            hint="thêm `- {{otherwise: 0}}` làm mức cuối",
        ),
        Words(
            "the last step, and only the last, is `otherwise`",
            hint="add `- {{otherwise: 0}}` as the last step",
        ),
    ),
    "E319": Wording(
        Words(
            "0/0 có thể xảy ra mà chưa nói tính thế nào",
            hint="thêm `when_none`: not_applicable, full, zero, số điểm; trong điều kiện: yes, no",
        ),
        Words(
            "0/0 can happen here and nothing says what it counts as",
            hint="add `when_none`: not_applicable, full, zero or points; in a condition: yes or no",
        ),
    ),
    "E321": Wording(
        Words("điểm lớn hơn điểm tối đa", "{found} > {maximum}"),
        Words("more points than the maximum", "{found} > {maximum}"),
    ),
    "E323": Wording(
        Words(
            "tiêu chí `{found}` chưa có `components` hoặc `scoring`",
            hint="thêm cách tính vào `scoring`, hoặc các thành phần vào `components`",
        ),
        Words(
            "criterion `{found}` has neither `components` nor `scoring`",
            hint="say how it is scored, or list what it consists of",
        ),
    ),
    "E324": Wording(
        Words("kỳ đánh giá kết thúc trước khi bắt đầu", "{starts} – {ends}"),
        Words("the period ends before it starts", "{starts} – {ends}"),
    ),
    "E327": Wording(
        Words("`{part}` và `{whole}` cần cùng loại và cùng đơn vị tính"),
        Words("`{part}` and `{whole}` must be of one kind and counted in the same thing"),
    ),
    "E328": Wording(
        Words("số liệu không có lựa chọn `{found}`", "cần một trong: {expected}"),
        Words("the measure has no option `{found}`", "expected one of: {expected}"),
    ),
    "E329": Wording(
        Words("thư mục bộ tiêu chí thiếu tệp `{file}`"),
        Words("the set's folder lacks the file `{file}`"),
    ),
    "E330": Wording(
        Words("bộ tiêu chí `official` cần nêu `{key}` của văn bản", hint="thêm vào `source`"),
        Words("an `official` set needs the `{key}` of its decision", hint="add it to `source`"),
    ),
    "E331": Wording(
        Words("danh sách này chưa đủ hoặc thừa mục", "có {found}, cần {expected}"),
        Words("this list has too few or too many items", "{found} instead of {expected}"),
    ),
    "E332": Wording(
        Words("chỗ này cần một đại lượng và một số viết sẵn"),
        Words("a quantity and a written number are needed here"),
    ),
    "E333": Wording(
        Words("số liệu `{found}` không dùng được ở đây", "số liệu thuộc loại: {kind:kind}"),
        Words("the measure `{found}` does not fit here", "the measure is of kind: {kind:kind}"),
    ),
    "E334": Wording(
        Words("`{found}` không đi với `{expected}`"),
        Words("`{found}` does not go with `{expected}`"),
    ),
    "E335": Wording(
        Words(
            "điểm tối đa {found} không còn nguyên khi làm tròn",
            "làm tròn theo `rounding` thành {rounded}",
            "tăng `places`, hoặc làm tròn ở tổng (`at: total`)",
        ),
        Words(
            "the maximum of {found} points does not survive rounding",
            "`rounding` makes it {rounded}",
            "raise `places`, or round totals (`at: total`)",
        ),
    ),
    "E336": Wording(
        Words(
            "chuỗi phụ thuộc ở đây dài quá {limit} bước",
            hint="cho các mục dựa trực tiếp vào mục đầu",
        ),
        Words(
            "this chain of dependence is longer than {limit} steps",
            hint="let the items depend on the first one directly",
        ),
    ),
    "E337": Wording(
        Words("đã có tỷ lệ `{found}` của hai số này", hint="giữ một tỷ lệ"),
        Words("there is already the rate `{found}` of these two", hint="keep one of them"),
    ),
    "E371": Wording(
        Words(
            "hai bên không cùng loại: một bên là {left:kind}, một bên là {right:kind}",
            hint="so hai số cùng loại và cùng đơn vị tính; tỷ lệ so với số có dấu %",
        ),
        Words(
            "the sides are not alike: one is {left:kind}, the other {right:kind}",
            hint="compare what is counted in the same thing; shares compare with a %",
        ),
    ),
    "E372": Wording(
        Words("hai bên của `{found}` giống hệt nhau", hint="thay một bên bằng số cần đối chiếu"),
        Words(
            "both sides of `{found}` are the same",
            hint="put what it is to be compared with on one side",
        ),
    ),
    "E376": Wording(
        Words(
            "`{found}` không viết ở đây được", "chuyển vào {place}", "rồi ghi `{line}` ở set.yaml"
        ),
        Words(
            "`{found}` cannot stand here", "move it to {place}", "and write `{line}` in set.yaml"
        ),
    ),
}

WORDINGS: dict[str, Wording] = {**_FILES, **rules.WORDINGS, **finding_rules.WORDINGS}
