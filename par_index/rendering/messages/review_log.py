"""What is said of an appraisal as it goes: lines written, where it stands, what is owed."""

from __future__ import annotations

from typing import Final

from par_index.model.text import Text
from par_index.rendering.messages.wording import filled

__all__ = ["LOG", "say_log"]

LOG: Final[dict[str, Text]] = {
    # One act
    "written": Text("Đã ghi dòng {seq}: {what}", "Written, line {seq}: {what}"),
    "standing": Text(
        "Đã có ở dòng {seq}, không ghi thêm: {what}", "Stands already in line {seq}: {what}"
    ),
    "head": Text("Đầu sổ: {head}", "Head: {head}"),
    "waits": Text(
        "Chờ người thứ hai: par-index review confirm … {seq} ({lifts})",
        "Waits for a second person: par-index review confirm … {seq} ({lifts})",
    ),
    "unanswered": Text(
        "Đã hỏi mà gói không đổi gì: {codes}", "Asked about, and unchanged in the package: {codes}"
    ),
    "disputed": Text(
        "Ý kiến khác nhau về {code} ({who}): chưa ai có hiệu lực, tổ trưởng kết luận",
        "In dispute: {code} ({who}); neither has effect until the chair settles",
    ),
    "lapsed": Text("Phải chấm lại: {codes}", "To be decided again: {codes}"),
    "unasked": Text(
        "Đổi mà không được hỏi: {codes}", "Changed without having been asked about: {codes}"
    ),
    "left": Text(
        "Còn phải làm: {count} tiêu chí", "Still owed: {count} {count:criterion|criteria}"
    ),
    "left_none": Text("Không còn gì phải làm", "Nothing is owed"),
    "act_open": Text("mở hồ sơ {unit}, năm {year}", "opened for {unit}, {year}"),
    "act_decide": Text("{code} = {worth}", "{code} = {worth}"),
    "act_accept": Text(
        "chấp nhận {count} tiêu chí theo điểm tính được",
        "accepted {count} {count:criterion|criteria} as computed",
    ),
    "act_confirm": Text("xác nhận dòng {of}", "confirmed line {of}"),
    "act_settle": Text("kết luận {code} = {worth}", "settled {code} = {worth}"),
    "act_return": Text(
        "trả lại đơn vị: {codes}; hạn trả lời {due}", "sent back: {codes}; due {due}"
    ),
    "act_respond": Text(
        "đơn vị trả lời ({by}), sang vòng {round}", "answer by {by}, round {round}"
    ),
    "act_respond_none": Text("đơn vị không trả lời, sang vòng {round}", "no answer, round {round}"),
    "act_receive": Text("nhận gói {package}", "received the package {package}"),
    "act_external": Text("nhận số liệu nơi khác {digest}", "took in others' data {digest}"),
    "act_amend": Text("đổi bộ tiêu chí sang {set}", "went over to the set {set}"),
    "act_roster": Text("thêm {name} ({role})", "added {name} ({role})"),
    "act_close": Text("khóa hồ sơ", "closed"),
    "act_reopen": Text("mở lại, vòng {round}", "opened again, round {round}"),
    "points": Text("{points} điểm", "{points} {points:point|points}"),
    "na": Text("không áp dụng", "not applicable"),
    "na_on": Text("không áp dụng ({ground})", "not applicable ({ground})"),
    # After a torn end
    "resumed": Text(
        "Đã cất {bytes} byte ghi dở vào {file}; sổ ghi tiếp được",
        "Put {bytes} torn bytes aside in {file}; the log can be written again",
    ),
    "nothing_torn": Text("{file}: không có dòng ghi dở", "{file}: nothing is torn"),
    # What was verified
    "verified": Text("Sổ còn nguyên, {count} dòng", "The log is whole, {count} {count:line|lines}"),
    "look_section": Text("Cần xem", "To look at"),
    "look_missing": Text(
        "không có gói {package} cạnh sổ: chưa đối chiếu được các dòng theo gói ấy",
        "the package {package} is not kept beside the log: lines about it were not checked",
    ),
    "look_unlike": Text(
        "dòng {seq}: điểm có căn cứ hoặc mức nghi ngờ nay tính khác, có thể do thư viện bản khác: "
        "{codes}",
        "line {seq}: support or doubt comes out otherwise now, perhaps by other versions of "
        "libraries: {codes}",
    ),
    "proves_section": Text("Kiểm được", "Proven"),
    "proves_whole": Text(
        "từ dòng mở hồ sơ đến dòng cuối, không byte nào đổi, thiếu hay chen vào",
        "from the first line to the last no byte was changed, dropped or put in between",
    ),
    "proves_legal": Text(
        "mỗi việc được ghi đều được phép lúc ghi: đúng vai trò, đúng lúc, đủ lý do, đủ người",
        "every act was allowed when it was written: by role, state, reasons and second persons",
    ),
    "proves_packages": Text(
        "số liệu trong sổ đúng là của các gói giữ cạnh sổ, chấm lại",
        "what the log says of packages follows from those kept beside it, scored again",
    ),
    "proves_head": Text(
        "sổ nối tiếp đầu sổ (hoặc bản sao) đã giữ ở nơi khác",
        "the log continues the head, or the copy, that was kept elsewhere",
    ),
    "not_proven_section": Text("Không kiểm được", "Not proven"),
    "not_cut": Text(
        "các dòng cuối không bị cắt, cả sổ không bị viết lại: cần đầu sổ đã ghi ở nơi khác "
        "(--head) hoặc bản sao (--against)",
        "that last lines were not cut off or all was not written anew: that takes a head noted "
        "elsewhere (--head) or a copy (--against)",
    ),
    "not_who": Text(
        "ai thật sự đã ghi, lúc nào; hai tên là hai người",
        "who really wrote, and when; that two names are two people",
    ),
    "not_official": Text(
        "bộ tiêu chí là bộ chính thức", "that the criteria set is the official one"
    ),
    "not_true": Text("tài liệu nói đúng sự thật", "that documents tell the truth"),
    # How it stands
    "phase": Text("Hồ sơ {phase}, vòng {round}", "The appraisal is {phase}, round {round}"),
    "due": Text("Hạn trả lời: {day}", "The answer is due: {day}"),
    "late": Text("Quá hạn trả lời từ {day}", "The answer has been due since {day}"),
    "unit": Text("{id}, năm {year}", "{id}, {year}"),
    "set": Text("Bộ tiêu chí: {id}", "Criteria set: {id}"),
    "package": Text("Gói đang thẩm định: {package}", "Package: {package}"),
    "no_proof": Text(
        "Tên người trong sổ do người dùng lệnh tự khai, không phải bằng chứng; giờ là giờ máy.",
        "Names in the log are what whoever ran the command said, no proof; times are the clock's.",
    ),
    "owed_section": Text("Còn phải làm", "Still owed"),
    "owed_by": Text("{owed}: {who}", "{owed}: {who}"),
    "owed_by_any": Text("{owed}", "{owed}"),
    "owed_confirm": Text(
        "{owed}: ai cũng được trừ {who} (dòng {seq})", "{owed}: anybody but {who} (line {seq})"
    ),
    "owed_settle": Text("{owed} ({who}): tổ trưởng kết luận", "{owed} ({who}): the chair settles"),
    "pending_section": Text(
        "Chờ nơi khác: phần thẩm định khóa được, tổng còn là một khoảng",
        "Waiting for others: what is appraised can be closed, the total stays an interval",
    ),
    "decided_section": Text("Đã chấm", "Decided"),
    "decided_by": Text("{worth}; {who}, dòng {seq}", "{worth}; {who}, line {seq}"),
    "unasked_section": Text(
        "Đơn vị đổi mà không được hỏi", "Changed by the unit without having been asked about"
    ),
    "people_section": Text("Người tham gia", "People"),
    "person": Text("{id}: {name}, {role}", "{id}: {name}, {role}"),
    "column_points": Text("Điểm", "Points"),
    "column_owed": Text("Còn phải làm", "Owed"),
    "points_known": Text("điểm", "points"),
    "points_told": Text(
        "tự chấm {claimed}, tính lại {computed}, có căn cứ {supported}, tối đa {maximum}",
        "claimed {claimed}, computed {computed}, supported {supported}, at most {maximum}",
    ),
    "column_code": Text("Mã", "Code"),
    "column_criterion": Text("Tiêu chí", "Criterion"),
}


def say_log(name: str, language: str, /, **slots: str) -> str:
    """A sentence or label by name, with its slots filled."""
    return filled(LOG[name].into(language), slots)
