"""E8xx from E811 on: the log of an appraisal, and what goes with it."""

from __future__ import annotations

from typing import Final

from par_index.rendering.messages.wording import Wording, Words

__all__ = ["WORDINGS"]

WORDINGS: Final[dict[str, Wording]] = {
    # The log itself
    "E811": Wording(
        Words(
            "dòng {line} của sổ đã đổi sau khi ghi",
            hint="cần bản sao của sổ có đầu #{head}; không sửa tay tệp này",
        ),
        Words(
            "line {line} of the log was changed after it was written",
            hint="find the copy of the log with head #{head}; never edit this file",
        ),
    ),
    "E812": Wording(
        Words(
            "số {found} ở chỗ số {expected}: sổ thiếu dòng, thừa dòng hoặc đảo dòng",
            hint="cần bản sao nguyên vẹn của sổ",
        ),
        Words(
            "number {found} in the place of {expected}: lines are missing, doubled or moved",
            hint="find a whole copy of the log",
        ),
    ),
    "E814": Wording(
        Words(
            "dòng cuối của sổ ghi dở, {bytes} byte; dòng này chưa từng được báo là đã ghi",
            hint="chạy `par-index review resume` rồi làm lại",
        ),
        Words(
            "the last line of the log is torn, {bytes} bytes; nobody was told that it was written",
            hint="run `par-index review resume`, then act again",
        ),
    ),
    "E817": Wording(
        Words(
            "nơi khác ghi đầu sổ {head}; sổ này có {count} dòng, không có dòng ấy",
            hint="kiểm tra đây có đúng sổ; nếu đúng, sổ đã bị cắt hoặc thay",
        ),
        Words(
            "elsewhere the head {head} was noted; this log of {count} lines does not have it",
            hint="check that this is the log; if it is, it was cut or replaced",
        ),
    ),
    "E818": Wording(
        Words("dòng {line} của sổ không đúng dạng", "ở phần: {field}"),
        Words("line {line} of the log is none of its kind", "at: {field}"),
    ),
    "E829": Wording(
        Words(
            "dòng {line} của sổ không nối vào dòng đứng trước",
            hint="một dòng đã bị thay và tính lại mã; cần bản sao nguyên vẹn của sổ",
        ),
        Words(
            "line {line} of the log does not follow from the one before it",
            hint="a line was replaced and hashed again; find a whole copy of the log",
        ),
    ),
    "E830": Wording(
        Words("dòng {line} là của một sổ khác"),
        Words("line {line} is of another log"),
    ),
    "E831": Wording(
        Words("dòng này ghi việc `{act:act}` vào lúc không được phép", "lý do: {inner}"),
        Words("this line tells of `{act:act}` when it was not allowed", "because: {inner}"),
    ),
    "E832": Wording(
        Words("sổ này không nối tiếp sổ đem so: khác nhau từ dòng {line}"),
        Words("this log does not continue the other one: they differ from line {line} on"),
    ),
    "E844": Wording(
        Words("sổ `{file}` chưa mở", hint="mở bằng `par-index review open`"),
        Words("the log `{file}` has not been opened", hint="run `par-index review open`"),
    ),
    "E846": Wording(
        Words(
            "tệp giữ cạnh sổ đã đổi: mã là {found}, sổ ghi {expected}",
            hint="lấy lại tệp từ bản sao",
        ),
        Words(
            "a file kept beside the log was changed: it is {found}, the log says {expected}",
            hint="take the file from a copy",
        ),
    ),
    "E848": Wording(
        Words(
            "sổ ghi về tiêu chí {codes} không đúng với gói {found}",
            hint="sổ hoặc par_index lúc ghi khác; cần xem lại từng tiêu chí",
        ),
        Words(
            "what the log says of {codes} does not follow from the package {found}",
            hint="the log, or the par_index that wrote it, is another; look at each criterion",
        ),
    ),
    "E849": Wording(
        Words(
            "par_index bản này tính {codes} của gói {found} khác bản đã ghi sổ",
            hint="kiểm lại bằng đúng bản par_index đã ghi sổ",
        ),
        Words(
            "this par_index makes another result of {codes} of the package {found} than the one "
            "that wrote the log",
            hint="verify with the release that wrote it",
        ),
    ),
    # What goes with it
    "E826": Wording(
        Words("gói của {found}, sổ của {expected}"),
        Words("the package is of {found}, the log of {expected}"),
    ),
    "E827": Wording(
        Words(
            "bộ tiêu chí trong gói ({found}) khác bộ của nơi thẩm định ({expected})",
            "khác ở: {codes}",
            "nếu nơi thẩm định đã đổi bộ: `par-index review amend`",
        ),
        Words(
            "the package's criteria set ({found}) is not that of the office ({expected})",
            "it differs in: {codes}",
            "if the office has changed its set: `par-index review amend`",
        ),
    ),
    "E845": Wording(
        Words("`{found}` có hai lần", hint="mỗi người, mỗi đơn vị chỉ một mã"),
        Words("`{found}` is listed twice", hint="each person, each unit has one id"),
    ),
    "W801": Wording(
        Words("giờ ghi {at} sớm hơn dòng trước ({before}): đồng hồ máy có thể sai"),
        Words("written at {at}, before the line above ({before}): the clock may be wrong"),
    ),
    "W802": Wording(
        Words("bỏ qua dòng cuối ghi dở của sổ, {bytes} byte"),
        Words("the torn last line of the log is passed over, {bytes} bytes"),
    ),
}
