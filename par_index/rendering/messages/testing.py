"""E8xx: what the author of a set's tests wrote. A test's data are read as a unit's file is."""

from __future__ import annotations

from typing import Final

from par_index.rendering.messages.wording import Wording, Words

__all__ = ["WORDINGS"]

WORDINGS: Final[dict[str, Wording]] = {
    "E801": Wording(
        Words(
            "tệp ca thử cần là một danh sách",
            hint="viết mỗi ca thử thành một mục, bắt đầu bằng `- name:`",
        ),
        Words(
            "a test file needs to be a list",
            hint="write each test as an item that begins with `- name:`",
        ),
    ),
    "E802": Wording(
        Words(
            "mỗi ca thử cần các dòng `khóa: giá trị`",
            hint="bắt đầu bằng `- name:`, các khóa khác thụt vào thẳng hàng",
        ),
        Words(
            "each test needs `key: value` lines",
            hint="begin it with `- name:` and line up its other keys below",
        ),
    ),
    "E803": Wording(
        Words("ca thử không có khóa `{found}`", hint="có phải ý bạn là `{near}`?"),
        Words("a test has no key `{found}`", hint="did you mean `{near}`?"),
    ),
    "E804": Wording(
        Words("ca thử còn thiếu khóa `{key}`", hint="thêm dòng `{key}:`"),
        Words("the key `{key}` of this test is missing", hint="add a line `{key}:`"),
    ),
    "E805": Wording(
        Words("`expect` không có khóa `{found}`", hint="có phải ý bạn là `{near}`?"),
        Words("`expect` has no key `{found}`", hint="did you mean `{near}`?"),
    ),
    "E806": Wording(
        Words(
            "ca thử chưa nói cần được kết quả gì",
            hint="viết ít nhất một điều, ví dụ `expect: {{points: 1}}`",
        ),
        Words(
            "the test does not say what should come of it",
            hint="expect at least one thing, such as `expect: {{points: 1}}`",
        ),
    ),
    "E807": Wording(
        Words(
            "`{key}` cần một số, chưa đọc được `{found}`",
            hint="viết số với dấu chấm trước phần lẻ như 0.5, hoặc phân số như 1/3",
        ),
        Words(
            "`{key}` needs a number, `{found}` cannot be read as one",
            hint="write decimals after a dot as in 0.5, or a fraction as in 1/3",
        ),
    ),
    "E808": Wording(
        Words("không có `{found}` ở đây", "cần một trong: {expected}"),
        Words("there is no `{found}` here", "expected one of: {expected}"),
    ),
    "E809": Wording(
        Words(
            "số liệu `{found}` do chính đơn vị báo cáo",
            hint="chuyển dòng này sang `given`",
        ),
        Words(
            "the measure `{found}` is the unit's own to report",
            hint="move this line to `given`",
        ),
    ),
    "E810": Wording(
        Words(
            "`{file}` không phải bộ tiêu chí, thư mục tests hay tệp ca thử của một bộ",
            hint="ca thử đứng trong thư mục `tests/` cạnh tệp set.yaml",
        ),
        Words(
            "`{file}` is no criteria set, and no tests folder or test file of one",
            hint="tests stand in the folder `tests/` beside the set.yaml",
        ),
    ),
}
