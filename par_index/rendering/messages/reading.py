"""Sentences about the text of a file, and those about its numbers and dates."""

from __future__ import annotations

from typing import Final

from par_index.rendering.messages import figures
from par_index.rendering.messages.wording import Wording, Words

__all__ = ["WORDINGS"]

_TEXT: Final[dict[str, Wording]] = {
    "E101": Wording(
        Words("tệp chưa có nội dung", hint="bắt đầu tệp bằng {keys}"),
        Words("the file has no content yet", hint="begin the file with {keys}"),
    ),
    "E102": Wording(
        Words("tệp cần lưu ở dạng UTF-8, tệp này là UTF-16", hint="lưu lại tệp với mã UTF-8"),
        Words("the file needs to be UTF-8, this one is UTF-16", hint="save the file as UTF-8"),
    ),
    "E103": Wording(
        Words(
            "tệp cần lưu ở dạng UTF-8, byte thứ {byte} ở dòng {line} chưa đúng dạng đó",
            "thường do tệp được lưu theo bảng mã Windows-1258",
            "mở tệp bằng bảng mã cũ rồi lưu lại với mã UTF-8",
        ),
        Words(
            "the file needs to be UTF-8, byte {byte} on line {line} is not",
            "most often the file was saved as Windows-1258",
            "open the file in its old encoding and save it as UTF-8",
        ),
    ),
    "E104": Wording(
        Words("có ký tự điều khiển {found} trong tệp", hint="xóa ký tự này rồi gõ lại chỗ đó"),
        Words("the file has a control character {found}", hint="delete it and type the place anew"),
    ),
    "E105": Wording(
        Words(
            "có ký tự ẩn {found}, mắt thường không thấy",
            "thường theo vào khi chép từ Word hoặc trang web",
            "xóa cả chỗ này rồi gõ lại bằng tay",
        ),
        Words(
            "there is a hidden character {found}",
            "most often copied along from Word or a web page",
            "delete the whole place and type it by hand",
        ),
    ),
    "E106": Wording(
        Words(
            "mỗi tệp cần chỉ một phần, từ dòng này là phần thứ hai",
            hint="xóa dòng `---` này, hoặc tách phần sau ra tệp riêng",
        ),
        Words(
            "a file holds one document, a second one begins here",
            hint="delete this `---` line, or move what follows into its own file",
        ),
    ),
    "E107": Wording(
        Words(
            "mỗi giá trị cần được viết ra, chưa dùng được tham chiếu `{found}`",
            hint="viết lại giá trị ở từng chỗ; nếu `&`, `*` là chữ thì đặt trong ngoặc kép",
        ),
        Words(
            "each value needs to be written out, the reference `{found}` is not read",
            hint="write the value at each place; if `&` or `*` is text, put it in double quotes",
        ),
    ),
    "E108": Wording(
        Words("các khóa cần được viết ra, chưa dùng được `<<`", hint="chép các khóa vào đây"),
        Words("keys need to be written out, `<<` is not read", hint="copy the keys to this place"),
    ),
    "E109": Wording(
        Words(
            "giá trị cần là chữ thường, chưa dùng được nhãn `{found}`",
            hint="xóa nhãn; nếu dấu `!` là chữ thì đặt cả giá trị trong ngoặc kép",
        ),
        Words(
            "a value needs to be plain text, the tag `{found}` is not read",
            hint="delete the tag; if the `!` is text, put the whole value in double quotes",
        ),
    ),
    "E110": Wording(
        Words("nội dung lồng nhau cần tối đa {limit} tầng", hint="bớt ngoặc hoặc bớt thụt dòng"),
        Words("nesting goes at most {limit} levels deep", hint="use fewer brackets or indents"),
    ),
    "E111": Wording(
        Words("tệp cần tối đa {limit} byte, tệp này lớn hơn", hint="tách tệp ra nhiều tệp"),
        Words("a file has at most {limit} bytes, this one has more", hint="split the file"),
    ),
    "E112": Wording(
        Words(
            "khóa cần là chữ, ở đây chưa phải",
            hint="viết khóa trước dấu hai chấm, không bắt đầu bằng `[` hay `{{`",
        ),
        Words(
            "a key needs to be text, here it is not",
            hint="write a key before the colon, without `[` or `{{` at its start",
        ),
    ),
    "E113": Wording(
        Words("khóa `{key}` đã có ở dòng {line}", hint="giữ một dòng, xóa dòng còn lại"),
        Words("key `{key}` is already on line {line}", hint="keep one of them, delete the other"),
    ),
    "E114": Wording(
        Words("dòng này cần dấu cách, đang có phím Tab", hint="thay mỗi Tab bằng hai dấu cách"),
        Words("this line needs spaces, it has a Tab", hint="put two spaces for each Tab"),
    ),
    "E115": Wording(
        Words(
            "giá trị có dấu hai chấm ở giữa nên cần ngoặc kép",
            hint='đặt cả giá trị trong ngoặc kép, ví dụ `"V/v: họp"`',
        ),
        Words(
            "the value has a colon inside, so it needs double quotes",
            hint='put the whole value in double quotes, such as `"V/v: họp"`',
        ),
    ),
    "E116": Wording(
        Words("chưa đọc được từ chỗ `{found}`", hint="đặt cả giá trị trong ngoặc kép"),
        Words("nothing can be read from `{found}` on", hint="put the whole value in double quotes"),
    ),
    "E117": Wording(
        Words("tệp cần tối đa {limit} giá trị, từ đây là quá", hint="tách tệp ra nhiều tệp"),
        Words("a file has at most {limit} values, here it passes that", hint="split the file"),
    ),
    "E118": Wording(
        Words(
            "tệp cần gồm các dòng `khóa: giá trị`",
            hint="viết mỗi khóa một dòng, sau dấu hai chấm có một dấu cách",
        ),
        Words(
            "the file needs lines of `key: value`",
            hint="write each key on its own line, with a space after the colon",
        ),
    ),
    "E119": Wording(
        Words("khóa cần tối đa {limit} ký tự, khóa này dài {length}", hint="viết khóa ngắn lại"),
        Words("a key has at most {limit} characters, this has {length}", hint="shorten the key"),
    ),
    "E120": Wording(
        Words(
            "dấu phẩy trong ngoặc nhọn đã cắt `{found}` thành nhiều phần",
            hint='viết `"{found}"` trong ngoặc kép; số lẻ trong bộ tiêu chí viết bằng dấu chấm',
        ),
        Words(
            "the comma inside the braces cut `{found}` into pieces",
            hint='write `"{found}"` in double quotes; decimals in a criteria set take a dot',
        ),
    ),
    "E121": Wording(
        Words("dấu `{found}` mở ở đây chưa được đóng", hint="thêm dấu `{found}` ở cuối giá trị"),
        Words("the `{found}` that opens here is not closed", hint="add `{found}` after the value"),
    ),
    "E122": Wording(
        Words(
            "ngoặc `{found}` mở ở đây chưa được đóng, hoặc bên trong thiếu dấu phẩy",
            hint="đóng ngoặc ở cuối giá trị; nếu ngoặc là chữ thì đặt giá trị trong ngoặc kép",
        ),
        Words(
            "the `{found}` that opens here is not closed, or a comma inside is missing",
            hint="close it after the value; if it is text, put the value in double quotes",
        ),
    ),
    "E123": Wording(
        Words(
            "dòng này chưa thẳng hàng với các dòng cùng mức",
            hint="cho các khóa cùng mức thụt vào bằng số dấu cách như nhau",
        ),
        Words(
            "this line is not aligned with its neighbours",
            hint="indent keys of one level by the same number of spaces",
        ),
    ),
    "E124": Wording(
        Words(
            "dòng này cần dấu hai chấm và một dấu cách sau khóa",
            hint="viết theo dạng `khóa: giá trị`",
        ),
        Words(
            "this line needs a colon and a space after its key",
            hint="write it as `key: value`",
        ),
    ),
    "E125": Wording(
        Words("chưa đọc được vì bắt đầu bằng `{found}`", hint="đặt cả giá trị trong ngoặc kép"),
        Words("it cannot begin with `{found}` as it is", hint="put it all in double quotes"),
    ),
    "E126": Wording(
        Words(
            "dấu `\\` trong ngoặc kép có nghĩa riêng, ở đây chưa rõ nghĩa",
            hint="viết đường dẫn bằng dấu `/`, hoặc đổi sang ngoặc đơn `'...'`",
        ),
        Words(
            "a `\\` within double quotes has a meaning of its own, here it has none",
            hint="write paths with `/`, or use single quotes `'...'`",
        ),
    ),
    "W101": Wording(
        Words(
            "phần `{dropped}` được hiểu là ghi chú nên đã bỏ qua",
            hint="đặt cả giá trị trong ngoặc kép nếu đây là một phần của giá trị",
        ),
        Words(
            "`{dropped}` was taken for a comment and left out",
            hint="put the whole value in double quotes if this belongs to it",
        ),
    ),
    "N101": Wording(
        Words(
            "mã `{found}` chưa đặt trong ngoặc kép",
            "ở đây mã được giữ nguyên; chương trình khác có thể đọc 1.10 thành 1.1",
            'viết `"{found}"`',
        ),
        Words(
            "code `{found}` is not in double quotes",
            "it is kept as written here; other programs may read 1.10 as 1.1",
            'write `"{found}"`',
        ),
    ),
}

WORDINGS: Final[dict[str, Wording]] = {**_TEXT, **figures.WORDINGS}
