"""Sentences for family 3 about rules, modifiers and grades."""

from __future__ import annotations

from par_index.rendering.messages.wording import Wording, Words

__all__ = ["WORDINGS"]

WORDINGS: dict[str, Wording] = {
    "E338": Wording(
        Words(
            "đại lượng này không dùng được ở đây",
            "đại lượng thuộc loại: {kind:kind}; cần: {expected:kind}",
        ),
        Words(
            "this quantity does not fit here",
            "the quantity is of kind: {kind:kind}; needed: {expected:kind}",
        ),
    ),
    "E339": Wording(
        Words(
            "chưa đủ các lựa chọn của số liệu",
            "còn thiếu: {missing}",
            "ghi đủ các lựa chọn, mỗi lựa chọn một mức",
        ),
        Words(
            "not every option of the measure is here",
            "missing: {missing}",
            "write a value for each option",
        ),
    ),
    "E340": Wording(
        Words(
            "mọi lựa chọn đều là `skip` nên không còn gì để tính",
            hint="cho ít nhất một lựa chọn một trọng số, ví dụ 100%",
        ),
        Words(
            "every option is `skip`, so nothing is left to count",
            hint="give at least one option a weight, such as 100%",
        ),
    ),
    "E341": Wording(
        Words(
            "các mức ở đây lẫn tỷ lệ với số thường",
            hint="ghi mọi mức có dấu %, hoặc mọi mức không có dấu %",
        ),
        Words(
            "shares and plain numbers are mixed here",
            hint="write every value with a %, or every value without",
        ),
    ),
    "E342": Wording(
        Words("`{key}: {found}` nằm ngoài khoảng cho phép", "cần {expected}"),
        Words("`{key}: {found}` is out of range", "needed: {expected}"),
    ),
    "E343": Wording(
        Words(
            "lựa chọn không đặt tên `{found}` được",
            "chỗ ghi các lựa chọn còn dùng từ này vào việc khác",
            "đặt tên khác cho lựa chọn",
        ),
        Words(
            "an option cannot be called `{found}`",
            "where options are written this word means something else",
            "give the option another name",
        ),
    ),
    "E344": Wording(
        Words(
            "tiêu chí 0 điểm này không trừ được điểm nào",
            hint="ghi `floor` âm cho `deduct`, `min` âm cho điểm được cho, hoặc `else` âm",
        ),
        Words(
            "this criterion of 0 points can take none away",
            hint="give `deduct` a negative `floor`, given points a negative `min`, or `else`",
        ),
    ),
    "E345": Wording(
        Words(
            "không số điểm nào hợp lệ cho `{found}`",
            "nhỏ nhất {least}, lớn nhất {most}",
            "giảm `min`, hoặc tăng điểm tối đa của tiêu chí cho điểm này",
        ),
        Words(
            "no points are valid for `{found}`",
            "at least {least}, at most {most}",
            "lower `min`, or raise the maximum of the criterion that gives these points",
        ),
    ),
    "E346": Wording(
        Words(
            "điểm thưởng, điểm trừ không đặt dưới `{found}` được",
            "`scoring` của `{found}` làm thay đổi tổng các thành phần",
            "chuyển tiêu chí này ra ngoài `{found}`",
        ),
        Words(
            "bonus or penalty cannot stand under `{found}`",
            "the `scoring` of `{found}` changes the sum of its components",
            "move this criterion out of `{found}`",
        ),
    ),
    "E347": Wording(
        Words(
            "bậc cuối, và chỉ bậc cuối, cần `otherwise: yes`",
            "xem bậc `{found}`",
            "để bậc cuối cho những đơn vị không đạt bậc nào ở trên",
        ),
        Words(
            "the last grade, and only the last, has `otherwise: yes`",
            "see the grade `{found}`",
            "the last grade is for units that reach none above",
        ),
    ),
    "E348": Wording(
        Words(
            "ngưỡng {found} không thấp hơn ngưỡng {above} của bậc trên",
            hint="xếp từ bậc tốt nhất; ngưỡng của bậc sau thấp hơn",
        ),
        Words(
            "the bound {found} is not below the bound {above} of a better grade",
            hint="best first; each later bound is lower",
        ),
    ),
    "E349": Wording(
        Words(
            "không dùng được bậc `{found}` ở đây",
            "cần một trong: {expected}",
            "`else` là một bậc thấp hơn; `of` là các bậc trong `grades`",
        ),
        Words(
            "the grade `{found}` does not fit here",
            "expected one of: {expected}",
            "`else` is a lower grade; `of` are grades of this list",
        ),
    ),
    "E350": Wording(
        Words(
            "`interpolate` cần ít nhất hai mức, cùng là `at_least` hoặc cùng là `at_most`",
        ),
        Words("`interpolate` needs two steps or more, all `at_least` or all `at_most`"),
    ),
    "W301": Wording(
        Words("mức sau cho nhiều điểm hơn mức trước", hint="xem lại thứ tự điểm"),
        Words("a later step gives more points than an earlier one", hint="check the points"),
    ),
    "W302": Wording(
        Words(
            "không tiêu chí nào cho điểm theo `{found}`",
            hint="dùng `given: {found}` ở một tiêu chí, hoặc xóa số liệu này",
        ),
        Words(
            "no criterion gives the points `{found}`",
            hint="use `given: {found}` in a criterion, or remove this measure",
        ),
    ),
    "W303": Wording(
        Words(
            "`{found}` ở đây không bao giờ có tác dụng", hint="xem lại số điểm, hoặc xóa dòng này"
        ),
        Words("`{found}` never acts here", hint="check the points, or remove this line"),
    ),
    "W304": Wording(
        Words(
            "cách tính này cho nhiều nhất {most} điểm, không đạt được điểm tối đa {maximum}",
            hint="xem lại `max_points`, hoặc số điểm trong `scoring`",
        ),
        Words(
            "this scoring gives at most {most} {most:point|points}, never the maximum of {maximum}",
            hint="check `max_points`, or the points in `scoring`",
        ),
    ),
}
