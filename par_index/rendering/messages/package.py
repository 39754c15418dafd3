"""Sentences for family 6: packages and receipts."""

from __future__ import annotations

from typing import Final

from par_index.rendering.messages.wording import Wording, Words

__all__ = ["WORDINGS"]

_SEND_WHOLE: Final = "xin đơn vị gửi nguyên tệp mà `par-index pack` ghi ra, không mở ra nén lại"
_SEND_WHOLE_EN: Final = (
    "ask the unit for the very file that `par-index pack` wrote, not unpacked and zipped again"
)
_ASK_AGAIN: Final = "xin đơn vị gửi lại gói"
_ASK_AGAIN_EN: Final = "ask the unit to send the package again"

_ARCHIVE: dict[str, Wording] = {
    "E601": Wording(
        Words("không phải gói zip, hoặc gói bị cắt mất một phần", hint=_ASK_AGAIN),
        Words("this is no zip, or part of it is missing", hint=_ASK_AGAIN_EN),
    ),
    "E602": Wording(
        Words("đường dẫn `{found}` ra ngoài thư mục của gói", hint="không mở gói này ra"),
        Words(
            "the path `{found}` leads out of the package's folder",
            hint="do not unpack this package",
        ),
    ),
    "E603": Wording(
        Words(
            "`{found}` và `{first}` là cùng một tên trên máy khác",
            hint="không mở gói này ra: tệp sau sẽ ghi đè tệp trước",
        ),
        Words(
            "`{found}` and `{first}` are one name on other systems",
            hint="do not unpack this package: one file would overwrite the other",
        ),
    ),
    "E604": Wording(
        Words("`{found}` là liên kết hoặc tệp đặc biệt", hint="không mở gói này ra"),
        Words("`{found}` is a link or a special file", hint="do not unpack this package"),
    ),
    "E605": Wording(
        Words("gói quá lớn: {what:too_much} (giới hạn {limit})", hint="không mở gói này ra"),
        Words(
            "the package is too large: {what:too_much} (limit {limit})",
            hint="do not unpack this package",
        ),
    ),
    "E606": Wording(
        Words("`{found}` bị khóa bằng mật khẩu", hint="xin đơn vị gửi gói không đặt mật khẩu"),
        Words("`{found}` is locked by a password", hint="ask for the package without a password"),
    ),
    "E607": Wording(
        Words("gói không còn nguyên như khi ghi ra: {what:archive}", hint=_SEND_WHOLE),
        Words("the package is not as it was written: {what:archive}", hint=_SEND_WHOLE_EN),
    ),
    "E608": Wording(
        Words("tên `{found}` không dùng được trên mọi máy", hint=_SEND_WHOLE),
        Words("the name `{found}` cannot be used on every system", hint=_SEND_WHOLE_EN),
    ),
    "E609": Wording(
        Words("gói bảo tải thêm tệp từ nơi khác (fetch.txt)", hint=_SEND_WHOLE),
        Words("the package asks to fetch files from elsewhere (fetch.txt)", hint=_SEND_WHOLE_EN),
    ),
}

_BAG: dict[str, Wording] = {
    "E610": Wording(
        Words("`{found}` đã đổi sau khi đóng gói", hint=_ASK_AGAIN),
        Words("`{found}` has changed since it was packed", hint=_ASK_AGAIN_EN),
    ),
    "E611": Wording(
        Words("gói thiếu `{found}`", hint=_ASK_AGAIN),
        Words("the package lacks `{found}`", hint=_ASK_AGAIN_EN),
    ),
    "E612": Wording(
        Words("gói thừa `{found}`", hint="tệp này không thuộc hồ sơ; " + _ASK_AGAIN),
        Words(
            "the package has one file too many: `{found}`",
            hint="it is no part of the submission; " + _ASK_AGAIN_EN,
        ),
    ),
    "E613": Wording(
        Words("`{found}` không đúng dạng của gói hồ sơ", hint=_SEND_WHOLE),
        Words("`{found}` is not as a package has it", hint=_SEND_WHOLE_EN),
    ),
    "E614": Wording(
        Words(
            "chưa đóng gói được `{found}`: {what:no_file}",
            hint="đặt chính tệp tài liệu vào thư mục của bản tự chấm",
        ),
        Words(
            "cannot pack `{found}`: {what:no_file}",
            hint="put the document itself into the folder of the submission",
        ),
    ),
    "E615": Wording(
        Words(
            "gói ghi `{found}`, còn bản tự chấm trong gói là `{expected}`",
            hint="không rõ gói của ai; " + _ASK_AGAIN,
        ),
        Words(
            "the package says `{found}`, the submission in it `{expected}`",
            hint="it is not clear whose package it is; " + _ASK_AGAIN_EN,
        ),
    ),
    "E616": Wording(
        Words("`{found}` không khớp với tài liệu trong bản tự chấm và trong gói", hint=_ASK_AGAIN),
        Words(
            "`{found}` does not fit the documents of the submission and of the package",
            hint=_ASK_AGAIN_EN,
        ),
    ),
}

_SCORE: dict[str, Wording] = {
    "E617": Wording(
        Words(
            "`{found}` không phải kết quả chấm từ số liệu này",
            "khác ở: {codes}",
            "không dùng điểm ghi ở đó; chấm lại từ bản tự chấm",
        ),
        Words(
            "`{found}` is not what scoring these inputs gives",
            "differs at: {codes}",
            "do not use the points in it; score the submission again",
        ),
    ),
    "E618": Wording(
        Words(
            "biên nhận trong `{found}` ghi các tệp khác với tệp đang có",
            "khác ở: {files}",
            "đặt lại đúng các tệp lúc chấm, hoặc xin đơn vị gửi lại",
        ),
        Words(
            "the receipt in `{found}` is of other files than these",
            "differs at: {files}",
            "put back the files that were scored, or ask the unit to send them again",
        ),
    ),
    "E619": Wording(
        Words(
            "`{found}` không phải kết quả chấm có biên nhận",
            hint="cần gói .zip, hoặc tệp JSON do `par-score --format json --receipt` ghi ra",
        ),
        Words(
            "`{found}` is no assessment with a receipt",
            hint="give a .zip package, or JSON that `par-score --format json --receipt` wrote",
        ),
    ),
    "E620": Wording(
        Words(
            "mã của gói là {found}, không phải {expected}",
            hint="đây không phải gói có mã ấy",
        ),
        Words(
            "the digest of the package is {found}, not {expected}",
            hint="this is not the package with that digest",
        ),
    ),
}

_SLIPS: dict[str, Wording] = {
    "E621": Wording(
        Words(
            "`{found}` không phải phiếu trả lại của cơ quan thẩm định",
            hint="cần tệp mà `par-index review return -o` ghi ra",
        ),
        Words(
            "`{found}` is no slip that an office returns with",
            hint="give the file that `par-index review return -o` wrote",
        ),
    ),
    "E622": Wording(
        Words(
            "phiếu trả lại của `{found}`, còn bản tự chấm là của `{expected}`",
            hint="lấy đúng phiếu đã gửi cho đơn vị",
        ),
        Words(
            "the slip is for `{found}`, the submission is of `{expected}`",
            hint="take the slip that was sent to the unit",
        ),
    ),
}

_REMARKS: dict[str, Wording] = {
    "W611": Wording(
        Words(
            "chưa có tệp `{found}`; gói ghi tài liệu này là không có tệp",
            hint="kiểm tra `tep`; tên trong thư mục là `{near}`?",
        ),
        Words(
            "there is no file `{found}`; the package lists the document without a file",
            hint="check `tep`; the folder has `{near}`?",
        ),
    ),
    "W612": Wording(
        Words(
            "tệp `{found}` đã khác so với `sha256` ghi trong bản tự chấm",
            hint="nếu tệp hiện nay là đúng, ghi sha256: {now}",
        ),
        Words(
            "the file `{found}` is no longer what `sha256` says",
            hint="if the file is right as it is, write sha256: {now}",
        ),
    ),
}

WORDINGS: dict[str, Wording] = _ARCHIVE | _BAG | _SCORE | _SLIPS | _REMARKS
