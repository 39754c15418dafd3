"""Sentences of the empty submission that a unit fills in."""

from __future__ import annotations

__all__ = ["TEMPLATE"]

TEMPLATE: dict[str, dict[str, str]] = {
    "vi": {
        "schema": (
            "Dòng trên cho trình soạn thảo (VS Code) biết lược đồ để nhắc và báo lỗi khi gõ.\n"
            "Tạo lược đồ ở cùng thư mục: par-index schema submission > {file}"
        ),
        "head": (
            "Bản tự chấm để trống. Điền giá trị sau dấu hai chấm; để trống nghĩa là chưa báo cáo,\n"
            "không phải là 0. Kiểm tra bằng: par-index check TỆP. Chấm bằng: par-score TỆP."
        ),
        "phrase": (
            "Muốn ghi kèm cụm từ của văn bản, viết thành nhiều dòng:\n"
            "  ma.so_lieu:\n"
            "    value: 33\n"
            '    quote: "33/90 hồ sơ"   # cụm từ có con số; nếu chỉ nêu bằng lời thì dùng said'
        ),
        "name": "Tên đơn vị",
        "as_of": "Ngày chốt số liệu",
        "count": "số nguyên, đơn vị tính: {unit}",
        "count_bare": "số nguyên",
        "money": "số tiền, đơn vị tính: {unit}",
        "percent": "tỷ lệ có dấu %, ví dụ 92,5%",
        "rate": "tỷ lệ có dấu %; để trống nếu đã báo cáo hai số đếm",
        "points": "điểm, từ {least} đến {most}",
        "points_bare": "điểm, từ {least} trở lên",
        "tally": "số phiếu của từng lựa chọn; ghi 0 nếu không có phiếu nào",
        "date": "ngày, ví dụ 2021-12-29; chưa có thì viết none",
        "yes_no": "có hoặc không",
        "choice": "một trong: {options}",
        "others": "Số liệu khác",
        "last_year": "Số liệu của năm trước, để so sánh; cùng mã với số liệu năm nay.",
        "answers": (
            "Trả lời từng tiêu chí khi cần: điểm tự chấm, giải trình, không áp dụng. Ví dụ:\n"
            "answers:\n"
            '  - code: "{code}"\n'
            "    claimed: 1\n"
            "    explanation: Lý do và căn cứ"
        ),
        "grounds": "Có thể khai không áp dụng: {code}, lý do {grounds}",
    },
    "en": {
        "schema": (
            "The line above tells an editor (VS Code) the schema, for hints while you type.\n"
            "Make it in the same folder: par-index schema submission > {file}"
        ),
        "head": (
            "An empty submission. Write each value after its colon; blank means not reported,\n"
            "which is not 0. Check it with: par-index check FILE. Score it with: par-score FILE."
        ),
        "phrase": (
            "To keep the document's phrase beside a value, use several lines:\n"
            "  some.measure:\n"
            "    value: 33\n"
            '    quote: "33/90 hồ sơ"   # a phrase that shows the figure; said for words only'
        ),
        "name": "Name of the unit",
        "as_of": "The day the data stand for",
        "count": "a whole number of: {unit}",
        "count_bare": "a whole number",
        "money": "an amount of money in: {unit}",
        "percent": "a percentage with its sign, such as 92.5%",
        "rate": "a percentage with its sign; blank when both counts are reported",
        "points": "points from {least} to {most}",
        "points_bare": "points, {least} or more",
        "tally": "how many chose each option; 0 for one that nobody chose",
        "date": "a day such as 2021-12-29; none when there is none yet",
        "yes_no": "yes or no",
        "choice": "one of: {options}",
        "others": "Other measures",
        "last_year": "The same measures a year earlier, for comparison.",
        "answers": (
            "Answers to single criteria where needed: claimed points, explanation. For example:\n"
            "answers:\n"
            '  - code: "{code}"\n'
            "    claimed: 1\n"
            "    explanation: The reason and its ground"
        ),
        "grounds": "May be declared not applicable: {code}, ground {grounds}",
    },
}
