"""What is said of findings, cross-checks and the engine that looked, in both languages, by name.

``WORDS`` are the closed words of facts as sentences of rules show them, by kind and field.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from par_index.model.text import Text
from par_index.rendering.messages.codes import CODES
from par_index.rendering.messages.wording import filled

__all__ = ["FINDINGS", "WORDS", "say"]

FINDINGS: Final[dict[str, Text]] = {
    # The section, its figure line and its trace
    "findings": Text(
        "Cần xem lại trước khi nộp: {counts}", "To review before submitting: {counts}"
    ),
    "count_of": Text("{count}\u00a0điều {severity}", "{count}\u00a0{severity}"),
    "serious_hint": Text(
        "{count} điều nghiêm trọng cần xem lại",
        "{count} serious {count:finding|findings} to review",
    ),
    "serious": Text("nghiêm trọng", "serious"),
    "watch": Text("cần kiểm tra", "to check"),
    "note": Text("lưu ý", "to note"),
    "column_severity": Text("Mức độ", "Severity"),
    "column_finding": Text("Nội dung", "What"),
    "column_places": Text("Ở đâu", "Where"),
    "rules": Text(
        "Quy tắc và dữ kiện của các điều cần xem lại", "Rules and facts behind the review"
    ),
    # Places
    "numbered": Text("số\u00a0{number}", "no.\u00a0{number}"),
    "dated": Text("ngày\u00a0{date}", "{date}"),
    "numbered_and_dated": Text("số\u00a0{number} ngày\u00a0{date}", "no.\u00a0{number}, {date}"),
    "lines": Text("dòng\u00a0{lines}", "lines\u00a0{lines}"),
    "beside": Text("{label}\u00a0– {value}", "{label}\u00a0– {value}"),
    "as_scored": Text("cách đang chấm: {points}", "as scored: {points}"),
    # The arithmetic of a check
    "apart": Text("lệch\u00a0{gap}", "{gap}\u00a0apart"),
    "over": Text("vượt\u00a0{gap}", "{gap}\u00a0over"),
    "under": Text("thiếu\u00a0{gap}", "{gap}\u00a0short"),
    "unclear": Text("còn\u00a0{gap} chưa rõ", "{gap}\u00a0unaccounted for"),
    "day_after": Text(
        "{left} sau\u00a0{right}, muộn hơn {gap}", "{left} after\u00a0{right}, {gap} later"
    ),
    "day_before": Text(
        "{left} trước\u00a0{right}, sớm hơn {gap}", "{left} before\u00a0{right}, {gap} earlier"
    ),
    "blank": Text("để trống: {labels}", "blank: {labels}"),
    "maybe_blank": Text(
        "có thể do số liệu để trống: {labels}", "perhaps because these are blank: {labels}"
    ),
    "told_by": Text("phần lệch là {labels}", "the difference is {labels}"),
    # The engine
    "engine": Text("các điều cần xem lại: tìm bằng {name}", "findings: looked for by {name}"),
    "engine_because": Text(
        "các điều cần xem lại: tìm bằng {name} ({reason})",
        "findings: looked for by {name} ({reason})",
    ),
    "engines_agree": Text(
        "các điều cần xem lại: durable-rules và bộ đối chiếu của par_index tìm ra như nhau",
        "findings: durable-rules and the matcher of par_index found the same",
    ),
    "engines_not_compared": Text(
        "các điều cần xem lại: chưa đối chiếu được hai bộ máy ({reason})",
        "findings: the two engines could not be held against each other ({reason})",
    ),
    "engine_durable": Text("durable-rules", "durable-rules"),
    "engine_reference": Text("bộ đối chiếu của par_index", "the matcher of par_index"),
    "engine_idle": Text("không có quy tắc nào khớp được", "no rule could fire"),
    "engine_asked": Text("theo PAR_INDEX_ENGINE", "as PAR_INDEX_ENGINE says"),
    "engine_not_installed": Text("chưa cài durable-rules", "durable-rules is not installed"),
    "engine_not_loadable": Text("không nạp được durable-rules", "durable-rules cannot be loaded"),
    "engine_self_test_failed": Text(
        "durable-rules chạy thử không đúng", "durable-rules failed its self-test"
    ),
    "engine_value": Text(
        "có giá trị durable-rules không nhận", "a value that durable-rules cannot take"
    ),
    "engine_limits": Text(
        "nhiều hơn mức durable-rules nhận", "more than durable-rules is given at once"
    ),
    "engine_fault": Text("durable-rules gặp lỗi", "durable-rules failed"),
}


def say(name: str, language: str, /, **slots: str) -> str:
    """A sentence or label by name, with its slots filled."""
    return filled(FINDINGS[name].into(language), slots)


_YES_NO = {"yes": Text("có", "yes"), "no": Text("không", "no")}
_COUNTS = {
    "yes": Text("được tính vào tổng", "counts"),
    "capped": Text("được tính đến trần của mục trên", "counts up to a cap"),
    "no": Text("không được tính vào tổng", "does not count"),
}
_NONE = {"none": Text("không có", "none")}
_BASIS = {
    "counted": Text("theo số liệu", "counted"),
    "stated": Text("chỉ nêu tỷ lệ", "rate only"),
    "declared": Text("chỉ nêu bằng lời", "in words only"),
}

WORDS: Final[Mapping[tuple[str, str], Mapping[str, Text]]] = {
    ("score", "level"): {
        "leaf": Text("tiêu chí", "criterion"),
        "parent": Text("nhóm tiêu chí", "group of criteria"),
        "area": Text("lĩnh vực", "area"),
    },
    ("score", "state"): {
        "scored": Text("đã chấm", "scored"),
        "missing": Text("chưa báo cáo", "not reported"),
        "pending": Text("chờ", "pending"),
        "not_applicable": Text("không áp dụng", "not applicable"),
    },
    ("score", "full"): _YES_NO,
    ("score", "counts"): _COUNTS,
    ("score", "basis"): _BASIS | _NONE,
    ("claim", "state"): {
        "above": Text("cao hơn", "above"),
        "below": Text("thấp hơn", "below"),
        "equal": Text("bằng", "equal"),
        "open": Text("chưa đối chiếu được", "cannot be compared yet"),
    },
    ("claim", "counts"): _COUNTS,
    ("evidence", "counts"): _COUNTS,
    ("edge", "counts"): _COUNTS,
    ("gate", "counts"): _COUNTS,
    ("gate", "state"): {
        "passed": Text("đạt điều kiện", "passed"),
        "failed": Text("không đạt điều kiện", "failed"),
        "open": Text("chưa biết có đạt điều kiện không", "not known yet"),
    },
    ("na", "by"): {
        "answer": Text("đơn vị tự nêu", "by the unit's answer"),
        "rule": Text("theo điều kiện của tiêu chí", "by the criterion's own condition"),
    },
    ("reading", "state"): {
        "less": Text("ít điểm hơn", "fewer points"),
        "more": Text("nhiều điểm hơn", "more points"),
        "same": Text("cùng số điểm", "the same points"),
        "open": Text("chưa chấm được", "cannot be scored yet"),
    },
    ("measure", "kind"): CODES["kind"],
    ("measure", "state"): {
        "value": Text("có số liệu", "reported"),
        "words": Text("chỉ nêu bằng lời", "in words only"),
        "not_yet": Text("chưa diễn ra", "not yet"),
        "blank": Text("để trống", "blank"),
        "foreign": Text("đơn vị tự nêu thay nơi khác", "given by the unit in place of others"),
    },
    ("measure", "by"): CODES["who"],
    ("rate", "state"): {
        "agrees": Text("khớp", "agrees"),
        "differs": Text("không khớp", "differs"),
    },
    ("rate", "explained"): _NONE
    | {
        "measure": Text("một số liệu khác", "another figure"),
        "hidden": Text("một tổng số chưa báo cáo", "a total that is not reported"),
    },
    ("rate", "explained_as"): _NONE
    | {"whole": Text("mẫu số", "the denominator"), "part": Text("tử số", "the numerator")},
    ("year", "role"): {
        "whole": Text("tổng số", "total"),
        "part": Text("thành phần", "part"),
        "other": Text("số liệu riêng", "a figure of its own"),
    },
    ("year", "complete"): _YES_NO,
    ("year", "change"): {
        "fell": Text("giảm", "fell"),
        "rose": Text("tăng", "rose"),
        "same": Text("không đổi", "unchanged"),
    },
    ("foreign", "by"): CODES["who"],
    ("foreign", "state"): {
        "waiting": Text("chưa có kết quả chính thức", "no official result yet"),
        "same": Text("giống kết quả chính thức", "the same as the official result"),
        "differs": Text("khác kết quả chính thức", "not the official result"),
    },
    ("document", "dated"): {
        "yes": Text("có ngày ban hành", "dated"),
        "no": Text("không ghi ngày ban hành", "undated"),
    },
    ("document", "standing"): {
        "in_force": Text("còn hiệu lực", "in force"),
        "lapsed": Text("hết hiệu lực", "no longer in force"),
        "unsaid": Text("chưa ghi còn hiệu lực hay không", "not said to be in force"),
    },
    ("dated", "window"): {
        "before": Text("sớm hơn thời gian yêu cầu", "before the period asked for"),
        "inside": Text("trong thời gian yêu cầu", "inside the period asked for"),
        "after": Text("muộn hơn thời gian yêu cầu", "after the period asked for"),
        "undated": Text("không ghi ngày", "undated"),
    },
    ("check", "kind"): {
        "equal": Text("phải bằng", "equal"),
        "at_least": Text("không nhỏ hơn", "at least"),
        "at_most": Text("không lớn hơn", "at most"),
        "expect": Text("phải đúng", "expected"),
    },
    ("check", "state"): {
        "holds": Text("khớp", "holds"),
        "explained": Text("lệch nhưng có lý do", "explained"),
        "asks": Text("chưa rõ", "unclear"),
        "failed": Text("không khớp", "fails"),
        "open": Text("chưa đối chiếu được", "cannot be compared yet"),
    },
    ("check", "severity"): {
        "serious": Text("nghiêm trọng", "serious"),
        "watch": Text("cần kiểm tra", "to check"),
        "note": Text("lưu ý", "to note"),
    },
}
