"""Sentences about numbers and dates as people type them."""

from __future__ import annotations

from typing import Final

from par_index.rendering.messages.wording import Wording, Words

__all__ = ["WORDINGS"]

WORDINGS: Final[dict[str, Wording]] = {
    "E220": Wording(
        Words(
            "chưa rõ `{found}` là {reading_a} hay {reading_b}",
            hint="viết {reading_a} nếu là số lớn, hoặc thêm `numbers: vi` cho cả tệp",
        ),
        Words(
            "`{found}` may be {reading_a} or {reading_b}",
            hint="write {reading_a} if it is the large one, or add `numbers: vi` to the file",
        ),
    ),
    "E221": Wording(
        Words(
            "tệp ghi `numbers: vi` nên dấu chấm ngăn hàng nghìn, dấu phẩy trước phần lẻ",
            "thấy `{found}`",
            "viết theo dạng `{expected}`",
        ),
        Words(
            "with `numbers: vi` the dot groups thousands, the comma begins decimals",
            "found `{found}`",
            "write it like `{expected}`",
        ),
    ),
    "E222": Wording(
        Words(
            "số đếm cần là số nguyên, thấy `{found}`",
            "đây là số đếm {counted_in}",
            "nhập số nguyên, không có phần lẻ",
        ),
        Words(
            "a count needs to be a whole number, found `{found}`",
            "this counts {counted_in}",
            "enter a whole number without decimals",
        ),
    ),
    "E223": Wording(
        Words("số cần từ {least} trở lên", "thấy `{found}`", "kiểm tra lại dấu trừ"),
        Words("the number needs to be {least} or more", "found `{found}`", "check the minus sign"),
    ),
    "E224": Wording(
        Words(
            "cần một số, chưa đọc được `{found}`",
            hint="viết các chữ số liền nhau, phần lẻ sau một dấu phẩy, ví dụ `1234,5`",
        ),
        Words(
            "a number is needed, `{found}` cannot be read as one",
            hint="write the digits together, decimals after one comma, such as `1234,5`",
        ),
    ),
    "E225": Wording(
        Words("số cần tối đa {limit} ký tự, số này dài {length}", hint="kiểm tra lại các chữ số"),
        Words("a number has at most {limit} characters, not {length}", hint="check its digits"),
    ),
    "E226": Wording(
        Words("chữ số cần là 0–9 thường", "thấy `{found}`", "viết `{expected}`"),
        Words("digits need to be plain 0–9", "found `{found}`", "write `{expected}`"),
    ),
    "E227": Wording(
        Words(
            "cần chính số liệu, không kèm lời mô tả",
            "thấy `{found}`",
            "nhập con số thực tế, lời mô tả để ở phần giải trình",
        ),
        Words(
            "the figure itself is needed, without a description",
            "found `{found}`",
            "enter the real figure and keep the description for the explanation",
        ),
    ),
    "E228": Wording(
        Words(
            "cần một số, thấy hai số `{found}`",
            hint="nhập riêng tử số {part} và mẫu số {whole} vào hai chỗ của chúng",
        ),
        Words(
            "one number is needed, there are two in `{found}`",
            hint="enter {part} and {whole} apart, each in its own place",
        ),
    ),
    "E229": Wording(
        Words("số này cần viết không có dấu %", "thấy `{found}`", "nhập số đếm hoặc số tiền"),
        Words("this number carries no %", "found `{found}`", "enter the count or the amount"),
    ),
    "E230": Wording(
        Words(
            "cần một số, thấy `{found}`",
            hint="để trống, sẽ tính là chưa báo cáo; viết 0 nếu đúng là bằng không",
        ),
        Words(
            "a number is needed, found `{found}`",
            hint="leave it blank to say not reported; write 0 if it is zero",
        ),
    ),
    "E231": Wording(
        Words("tỷ lệ cần có dấu %", "thấy `{found}`", "viết theo phần trăm, ví dụ `6,7%`"),
        Words("a rate needs a % sign", "found `{found}`", "write it in percent, such as `6,7%`"),
    ),
    "E233": Wording(
        Words("tỷ lệ cần tối đa 100 %", "thấy `{found}`", "kiểm tra lại số liệu và dấu phẩy"),
        Words("a rate is at most 100 %", "found `{found}`", "check the figure and its comma"),
    ),
    "E236": Wording(
        Words("lịch không có ngày `{found}`", hint="kiểm tra lại ngày và tháng"),
        Words("there is no such day as `{found}`", hint="check the day and the month"),
    ),
    "E237": Wording(
        Words(
            "ngày cần viết theo thứ tự ngày/tháng/năm",
            "thấy `{found}`",
            "viết `{expected}` nếu đúng là ngày đó",
        ),
        Words(
            "the order of a date is day/month/year",
            "found `{found}`",
            "write `{expected}` if that is the day",
        ),
    ),
    "E238": Wording(
        Words(
            "cần một ngày, chưa đọc được `{found}`",
            hint="viết theo thứ tự ngày/tháng/năm, ví dụ `31/12/2020`",
        ),
        Words(
            "a date is needed, `{found}` cannot be read as one",
            hint="write day/month/year, such as `31/12/2020`",
        ),
    ),
    "E239": Wording(
        Words("ngày cần từ năm {year} trở đi", "thấy `{found}`", "kiểm tra lại năm"),
        Words("a date needs to be in {year} or later", "found `{found}`", "check the year"),
    ),
    "N201": Wording(
        Words(
            "`{found}` được đọc là ngày {day} (ngày/tháng/năm)",
            hint="viết dạng năm-tháng-ngày nếu muốn chắc chắn",
        ),
        Words(
            "`{found}` was read as {day} (day/month/year)",
            hint="write year-month-day to be certain",
        ),
    ),
}
