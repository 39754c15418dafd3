"""Sentences for family 2 about values, and values against each other."""

from __future__ import annotations

from par_index.rendering.messages.wording import Wording, Words

__all__ = ["WORDINGS"]

WORDINGS: dict[str, Wording] = {
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
    "E250": Wording(
        Words("`{found}` lớn hơn số điểm được cho", "nhiều nhất là {most}"),
        Words("`{found}` is more points than can be given", "at most {most}"),
    ),
    "E251": Wording(
        Words(
            "cần số phiếu của từng lựa chọn, thấy `{found}`",
            "các lựa chọn: {expected}",
            "viết thụt vào bên dưới, mỗi lựa chọn một dòng `lựa chọn: số phiếu`",
        ),
        Words(
            "a number for each option is needed, found `{found}`",
            "the options: {expected}",
            "write `option: number` lines indented below it",
        ),
    ),
    "E252": Wording(
        Words(
            "chưa đủ số phiếu của các lựa chọn",
            "còn thiếu: {missing}",
            "ghi 0 nếu lựa chọn không có phiếu nào; để trống tất cả nếu chưa có kết quả",
        ),
        Words(
            "not every option has its number",
            "missing: {missing}",
            "write 0 for an option nobody chose; leave all blank while there is no result",
        ),
    ),
    "E258": Wording(
        Words(
            "số liệu báo cáo không thể cùng đúng: {say}",
            "một bên là {left}, một bên là {right}",
            "xem lại các số liệu này; chưa chấm khi chưa khớp",
        ),
        Words(
            "these values cannot all be true: {say}",
            "one side is {left}, the other {right}",
            "look at these values again; nothing is scored before they agree",
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
}
