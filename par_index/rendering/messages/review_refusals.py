"""E8xx from E811 on: acts of an appraisal that are not allowed now, and what would be."""

from __future__ import annotations

from typing import Final

from par_index.rendering.messages.wording import Wording, Words

__all__ = ["WORDINGS"]

WORDINGS: Final[dict[str, Wording]] = {
    "E813": Wording(
        Words(
            "chưa làm được việc `{act:act}`: hồ sơ {phase:phase}",
            hint="lúc này làm được: {allowed:act}",
        ),
        Words(
            "`{act:act}` is not possible now: the appraisal is {phase:phase}",
            hint="possible now: {allowed:act}",
        ),
    ),
    "E815": Wording(
        Words(
            "{code} là nhóm tiêu chí, điểm của nhóm do các tiêu chí bên dưới cộng lại",
            hint="chấm từng tiêu chí: {leaves}",
        ),
        Words(
            "{code} is a group, whose points are those of the criteria below it",
            hint="decide on each of them: {leaves}",
        ),
    ),
    "E816": Wording(
        Words(
            "{code} chờ {why:who}, không ai chấm thay được",
            hint="khi có kết quả: `par-index review external`",
        ),
        Words(
            "{code} waits for {why:who}, and nobody decides in their place",
            hint="once there are results: `par-index review external`",
        ),
    ),
    "E819": Wording(
        Words("{code}: {found} ngoài {low}–{high}"),
        Words("{code}: {found} is outside {low}–{high}"),
    ),
    "E836": Wording(
        Words("{code}: {found} có nhiều chữ số lẻ hơn bộ tiêu chí cho phép ({places})"),
        Words("{code}: {found} has more decimals than the set allows ({places})"),
    ),
    "E820": Wording(
        Words("không có tiêu chí {codes} trong sổ này", hint="có phải ý bạn là `{near}`?"),
        Words("there is no criterion {codes} in this log", hint="did you mean `{near}`?"),
    ),
    "E821": Wording(
        Words(
            "{code}: cần nêu lý do và giải thích",
            hint="thêm --reason và --text; cần khi điểm thấp hơn điểm đơn vị tự chấm, điểm tính "
            "được hoặc điểm đang giữ, khi bác “không áp dụng”, và khi lý do là `khac`",
        ),
        Words(
            "{code}: a reason and an explanation are needed",
            hint="add --reason and --text; they are needed below the unit's claim, the computed or "
            "the standing points, when “not applicable” is rejected, and with the reason `khac`",
        ),
    ),
    "E839": Wording(
        Words(
            "{code}: không mức nào của tiêu chí cho {found} điểm",
            "các mức: {expected}",
            "nếu vẫn chấm như vậy: --reason khac, kèm --text",
        ),
        Words(
            "{code}: no branch of the criterion gives {found} points",
            "it gives: {expected}",
            "to decide so all the same: --reason khac with --text",
        ),
    ),
    "E833": Wording(
        Words(
            "{code}: `{found}` không phải lý do không áp dụng mà bộ tiêu chí nêu",
            "các lý do: {expected}",
        ),
        Words(
            "{code}: `{found}` is no ground that the set lists for not applying",
            "its grounds: {expected}",
        ),
    ),
    "E825": Wording(
        Words(
            "{code}: điểm tính được thấp hơn điểm tự chấm hoặc điểm đang giữ, hoặc còn để ngỏ",
            hint="chấm bằng `par-index review decide`, kèm lý do",
        ),
        Words(
            "{code}: what was computed is below the claim or what stands, or is still open",
            hint="use `par-index review decide` with a reason",
        ),
    ),
    "E847": Wording(
        Words(
            "không còn tiêu chí nào để chấp nhận chung",
            hint="--rest chỉ nhận tiêu chí có điểm tự chấm, điểm tính được, điểm có căn cứ bằng "
            "nhau và tài liệu không sai, không cần xem; các tiêu chí khác chấm từng cái",
        ),
        Words(
            "there is nothing left to accept together",
            hint="--rest takes criteria whose claimed, computed and supported points are equal and "
            "whose documents are neither wrong nor to be looked at; decide the others one by one",
        ),
    ),
    "E822": Wording(
        Words(
            "`{who}` không có trong danh sách của hồ sơ này",
            hint="tổ trưởng thêm bằng `par-index review roster`",
        ),
        Words(
            "`{who}` is not on this appraisal's roster",
            hint="the chair adds people with `par-index review roster`",
        ),
    ),
    "E837": Wording(
        Words(
            "`{who}` ({role:role}) không làm được việc `{act:act}`",
            hint="việc này của: {roles:role}",
        ),
        Words(
            "`{who}` ({role:role}) may not do `{act:act}`",
            hint="it is done by: {roles:role}",
        ),
    ),
    "E842": Wording(
        Words("`{who}` đã có trong danh sách ({role:role})"),
        Words("`{who}` is on the roster already ({role:role})"),
    ),
    "E823": Wording(
        Words("dòng {found} không chờ ai xác nhận", hint="các dòng đang chờ: {expected}"),
        Words("line {found} waits for nobody to confirm", hint="lines that wait: {expected}"),
    ),
    "E824": Wording(
        Words(
            "dòng {found} do chính `{who}` ghi", hint="cần một người khác trong danh sách xác nhận"
        ),
        Words("line {found} is by `{who}`", hint="somebody else on the roster has to confirm it"),
    ),
    "E834": Wording(
        Words("{code}: kết luận cần nằm giữa các ý kiến, từ {low} đến {high}"),
        Words("{code}: a settlement lies between the opinions, from {low} to {high}"),
    ),
    "E835": Wording(
        Words("{code}: các ý kiến không khác nhau", hint="đang khác nhau: {expected}"),
        Words("{code}: opinions do not differ", hint="they differ on: {expected}"),
    ),
    "E838": Wording(
        Words("{code}: số liệu đã đổi từ khi xem", hint="xem lại rồi chấm"),
        Words("{code}: the facts have changed since they were looked at", hint="look again"),
    ),
    "E840": Wording(
        Words("{code}: dòng ghi không nói đúng nó nâng điểm gì"),
        Words("{code}: the line does not say truly what it raises"),
    ),
    "E841": Wording(
        Words("hạn trả lời là {due}, hôm nay {day}: chưa đúng lúc"),
        Words("the answer is due on {due} and this is {day}: it is not the time"),
    ),
    "E843": Wording(
        Words(
            "gói trả lời cho đầu sổ {head}, lần trả lại gần nhất là dòng {seq}",
            hint="đơn vị cần đóng gói lại với phiếu mới",
        ),
        Words(
            "the answer is to the head {head}, the last return is line {seq}",
            hint="the unit has to pack it again with the new slip",
        ),
    ),
    "E828": Wording(
        Words("chưa khóa được: còn {count} tiêu chí ({owed:owed})", "đó là: {codes}"),
        Words("it cannot be closed: {count} criteria are owed ({owed:owed})", "they are: {codes}"),
    ),
    "E850": Wording(
        Words(
            "không ghi được vào sổ: phần {field} trống, quá dài hoặc có ký tự lạ",
            hint="sửa phần ấy; một lời giải thích dài nhất 10.000 ký tự",
        ),
        Words(
            "this cannot be written to the log: {field} is blank, too long or has odd characters",
            hint="mend it; an explanation has at most 10,000 characters",
        ),
    ),
}
