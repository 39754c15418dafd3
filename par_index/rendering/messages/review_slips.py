"""What a slip says to the unit that it was sent to, by name."""

from __future__ import annotations

from typing import Final

from par_index.model.text import Text
from par_index.rendering.messages.wording import filled

__all__ = ["SLIP", "say_slip"]

SLIP: Final[dict[str, Text]] = {
    "title": Text("Phiếu đề nghị giải trình", "Asked to explain"),
    "unit": Text("{unit}, năm {year}, vòng {round}", "{unit}, {year}, round {round}"),
    "headline": Text(
        "Trả lời chậm nhất ngày {day}: {count} tiêu chí",
        "Answer by {day}: {count} {count:criterion|criteria}",
    ),
    "text": Text("Cơ quan thẩm định đề nghị: {text}", "The office asks: {text}"),
    "package": Text("Theo gói đã gửi: {package}", "On the package handed in: {package}"),
    "head": Text("Đầu sổ thẩm định: #{seq} {hash}", "Head of the log: #{seq} {hash}"),
    "questions": Text("Cần trả lời", "To be answered"),
    "claimed": Text("tự chấm {points}", "claimed {points}"),
    "unclaimed": Text("chưa tự chấm", "not claimed"),
    "supported": Text("có căn cứ", "supported"),
    "decided": Text("thẩm định", "appraised"),
    "undecided": Text("chưa chấm", "not decided yet"),
    "na": Text("không áp dụng", "not applicable"),
    "clause": Text("căn cứ", "clause"),
    "next": Text("Việc tiếp theo", "What to do"),
    "correct": Text(
        "Sửa bản tự chấm và sổ tài liệu ở các tiêu chí trên; chỗ không được hỏi thì để nguyên: "
        "sửa vào đó thì phải chấm lại.",
        "Correct the submission and its register at these criteria; leave the others as they are: "
        "what is changed there has to be decided again.",
    ),
    "check": Text(
        "Kiểm tra tài liệu: par-index evidence …", "Check the documents: par-index evidence …"
    ),
    "pack": Text(
        "Đóng gói: par-index pack … --answers {file} -o goi.zip",
        "Pack: par-index pack … --answers {file} -o goi.zip",
    ),
}


def say_slip(name: str, language: str, /, **slots: str) -> str:
    """A sentence or label by name, with its slots filled."""
    return filled(SLIP[name].into(language), slots)
