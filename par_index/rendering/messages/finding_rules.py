"""Sentences for family 3: what the author of finding rules wrote."""

from __future__ import annotations

from par_index.rendering.messages.wording import Wording, Words

__all__ = ["WORDINGS"]

WORDINGS: dict[str, Wording] = {
    "E351": Wording(
        Words("không có loại dữ kiện `{found}`", hint="có phải ý bạn là `{near}`?"),
        Words("there is no kind of fact `{found}`", hint="did you mean `{near}`?"),
    ),
    "E352": Wording(
        Words(
            "dữ kiện `{kind}` không có trường `{found}`",
            "có: {expected}",
            "có phải ý bạn là `{near}`?",
        ),
        Words(
            "the fact `{kind}` has no field `{found}`",
            "it has: {expected}",
            "did you mean `{near}`?",
        ),
    ),
    "E353": Wording(
        Words(
            "trường `{field}` không thể là `{found}`",
            "cần: {expected}",
            "có phải ý bạn là `{near}`?",
        ),
        Words(
            "the field `{field}` can never be `{found}`",
            "expected: {expected}",
            "did you mean `{near}`?",
        ),
    ),
    "E354": Wording(
        Words(
            "trường `{field}` không phải số nguyên nên không so bằng `{found}`",
            hint="so bằng đúng giá trị, hoặc dùng trường số nguyên như `milli`, `gap_milli`",
        ),
        Words(
            "the field `{field}` is no whole number, so nothing is `{found}` it",
            hint="compare for equality, or use a field of whole numbers such as `gap_milli`",
        ),
    ),
    "E355": Wording(
        Words(
            "biến `{found}` chưa được khai trong `for_each`",
            "có: {expected}",
            "có phải ý bạn là `{near}`?",
        ),
        Words(
            "`for_each` has no variable `{found}`", "it has: {expected}", "did you mean `{near}`?"
        ),
    ),
    "E356": Wording(
        Words(
            "biến `{found}` không dùng được cho trường `{field}`",
            "trong `for_each`, biến này là {domain}",
            "dùng criteria cho `code`, measures cho `measure`, documents cho `document`, "
            "checks cho `check`",
        ),
        Words(
            "the variable `{found}` does not fit the field `{field}`",
            "it ranges over {domain}",
            "criteria go with `code`, measures with `measure`, documents with `document`, checks "
            "with `check`",
        ),
    ),
    "E357": Wording(
        Words(
            "không dữ kiện nào trong `when` có trường cho `{found}`",
            hint="có phải ý bạn là `{near}`?",
        ),
        Words("no fact of `when` has a field for `{found}`", hint="did you mean `{near}`?"),
    ),
    "E358": Wording(
        Words("chưa rõ `{found}` là của dữ kiện nào", hint="viết một trong: {expected}"),
        Words("it is not clear which fact `{found}` belongs to", hint="write one of: {expected}"),
    ),
    "E359": Wording(
        Words(
            "`{key}` nói chung cho mọi chỗ nên không dùng được `{found}`",
            hint="chuyển phần này vào `say`",
        ),
        Words(
            "`{key}` stands for all places, so it cannot use `{found}`",
            hint="move this part to `say`",
        ),
    ),
    "E360": Wording(
        Words(
            "quy tắc `{found}` cần có đúng một trong hai: `severity` hoặc `then`",
            hint="phát hiện cho người đọc có `severity`; dữ kiện cho quy tắc khác có `then`",
        ),
        Words(
            "the rule `{found}` needs exactly one of `severity` and `then`",
            hint="a finding for people has a `severity`, a fact for other rules a `then`",
        ),
    ),
    "E361": Wording(
        Words("`{found}` là dữ kiện par_index tự cho, không suy ra được", hint="đặt tên khác"),
        Words("`{found}` is a fact that par_index gives itself", hint="choose another name"),
    ),
    "E362": Wording(
        Words(
            "hai quy tắc suy ra `{found}` với các trường khác nhau",
            hint="dùng cùng các trường, mỗi trường cùng một loại giá trị",
        ),
        Words(
            "two rules derive `{found}` with different fields",
            hint="use the same fields, each for the same sort of value",
        ),
    ),
    "E363": Wording(
        Words(
            "không nêu đích danh `{found}` ở đây được",
            "quy tắc dùng cho nhiều đơn vị, nhiều bộ tiêu chí không biết trước có gì",
            "bỏ phần này, hoặc dùng biến trong `for_each`",
        ),
        Words(
            "`{found}` cannot be named here",
            "a rule for many units or sets does not know what they have",
            "leave it out, or use a variable of `for_each`",
        ),
    ),
    "E364": Wording(
        Words("measures.yaml không có phép đối chiếu `{found}`", hint="có phải ý bạn là `{near}`?"),
        Words("measures.yaml has no check `{found}`", hint="did you mean `{near}`?"),
    ),
    "E365": Wording(
        Words("không có quy tắc phát hiện `{found}`", hint="có phải ý bạn là `{near}`?"),
        Words("there is no rule `{found}` that finds anything", hint="did you mean `{near}`?"),
    ),
    "E366": Wording(
        Words(
            "các quy tắc chờ nhau thành vòng qua `unless`: {cycle}",
            hint="bỏ một `unless` trong vòng",
        ),
        Words(
            "these rules wait for each other in a circle through `unless`: {cycle}",
            hint="remove one `unless` of the circle",
        ),
    ),
    "E367": Wording(
        Words(
            "quy tắc có {found} mẫu dữ kiện, nhiều nhất là {limit}",
            hint="tách một phần thành quy tắc riêng có `then`",
        ),
        Words(
            "the rule has {found} patterns, at most {limit} are possible",
            hint="make some of them a rule of their own with `then`",
        ),
    ),
    "E368": Wording(
        Words(
            "dữ kiện đầu tiên, `{found}`, không cho biết phát hiện ở chỗ nào",
            hint="đặt lên đầu một dữ kiện có `code`, `measure`, `document` hoặc `check`",
        ),
        Words(
            "the first fact, `{found}`, does not say where the finding is",
            hint="put one with a `code`, `measure`, `document` or `check` first",
        ),
    ),
    "E369": Wording(
        Words("chưa mẫu nào trong `when` dùng biến `{found}`", hint="dùng biến này, hoặc xóa"),
        Words("no pattern of `when` uses the variable `{found}`", hint="use it, or remove it"),
    ),
    "E370": Wording(
        Words(
            "`{found}` thay một quy tắc chung nên phải cho cùng một loại kết quả",
            "quy tắc chung cho: {expected}",
            "sửa cho khớp, hoặc đặt mã khác",
        ),
        Words(
            "`{found}` takes the place of a common rule, so it has to give the same",
            "the common rule gives: {expected}",
            "make it alike, or choose another id",
        ),
    ),
    "E373": Wording(
        Words(
            "dữ kiện `{found}` do quy tắc `{rule}` suy ra, ca thử không cho sẵn được",
            "đưa vào `given` những dữ kiện dẫn tới nó: {expected}",
        ),
        Words(
            "the fact `{found}` is derived by the rule `{rule}`, so a test cannot give it",
            "give what leads to it: {expected}",
        ),
    ),
    "E374": Wording(
        Words(
            "trường `{field}` cần một số nguyên, không phải `{found}`",
            hint="trường này tính bằng phần nghìn điểm: viết {near}",
        ),
        Words(
            "the field `{field}` needs a whole number, not `{found}`",
            hint="it counts thousandths of points: write {near}",
        ),
    ),
    "E375": Wording(
        Words("không có phép so sánh `{found}`", "cần: {expected}", "có phải ý bạn là `{near}`?"),
        Words("there is no comparison `{found}`", "expected: {expected}", "did you mean `{near}`?"),
    ),
    "E377": Wording(
        Words("`{found}` là biến trong `for_each` nên cần dấu $ ở trước", hint="viết {near}"),
        Words("`{found}` is a variable of `for_each` and needs a $ before it", hint="write {near}"),
    ),
    "E378": Wording(
        Words("không giá trị nào của `{field}` đạt cả {found}", hint="sửa một trong các ngưỡng"),
        Words("no value of `{field}` meets {found} at once", hint="correct one of the bounds"),
    ),
    "E379": Wording(
        Words(
            "quy tắc chung `{found}` chưa có tiếng Anh ở `{key}`",
            hint="viết cả hai: `{{vi: …, en: …}}`",
        ),
        Words(
            "the common rule `{found}` has no English in `{key}`",
            hint="write both: `{{vi: …, en: …}}`",
        ),
    ),
    "E380": Wording(
        Words(
            "không có tiêu chí, số liệu, phép đối chiếu hay tài liệu nào là `{found}`",
            hint="có phải ý bạn là `{near}`?",
        ),
        Words(
            "no criterion, measure, check or document is called `{found}`",
            hint="did you mean `{near}`?",
        ),
    ),
    "E381": Wording(
        Words(
            "tệp này chưa có quy tắc nào",
            hint="dưới dòng `findings:`, viết mỗi quy tắc thành một mục, bắt đầu bằng `- id:`",
        ),
        Words(
            "there is no rule in this file",
            hint="under a line `findings:` write each rule as an item that begins with `- id:`",
        ),
    ),
    "W305": Wording(
        Words(
            "bộ tiêu chí chưa dùng tệp quy tắc `{found}`",
            hint="ghi tên tệp vào `findings` trong set.yaml, hoặc xóa tệp",
        ),
        Words(
            "the set does not use the file of rules `{found}`",
            hint="name it under `findings` in set.yaml, or remove it",
        ),
    ),
    "W306": Wording(
        Words(
            "chưa quy tắc nào dùng dữ kiện `{found}` suy ra ở đây",
            hint="dùng trong `when` hoặc `unless` của quy tắc khác, hoặc xóa quy tắc này",
        ),
        Words(
            "no rule looks at the fact `{found}` that is derived here",
            hint="match it in `when` or `unless` of another rule, or remove this one",
        ),
    ),
    "E382": Wording(
        Words(
            "hai mẫu cùng lấy mọi dữ kiện có được, không có gì nối chúng với nhau: `{found}`",
            hint="khai một biến trong `for_each` và dùng ở cả hai mẫu, hoặc nêu đích danh một mẫu",
        ),
        Words(
            "two patterns each take whatever there is, and nothing joins them: `{found}`",
            hint="give both a variable of `for_each`, or name what one of them is about",
        ),
    ),
}
