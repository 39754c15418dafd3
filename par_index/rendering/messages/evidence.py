"""Sentences for family 4: what a unit wrote of its evidence."""

from __future__ import annotations

from par_index.rendering.messages.wording import Wording, Words

__all__ = ["WORDINGS"]

WORDINGS: dict[str, Wording] = {
    "E401": Wording(
        Words(
            "đường dẫn `{found}` ra ngoài thư mục của bản tự chấm",
            hint="chép tệp vào cùng thư mục với bản tự chấm rồi ghi lại, ví dụ tai_lieu/kh-614.pdf",
        ),
        Words(
            "the path `{found}` leaves the folder of the submission",
            hint="copy the file beside the submission and write, say, tai_lieu/kh-614.pdf",
        ),
    ),
    "E402": Wording(
        Words(
            "`{found}` là đường dẫn tuyệt đối, chỉ đúng trên một máy",
            hint="ghi đường dẫn tính từ thư mục của bản tự chấm, ví dụ tai_lieu/kh-614.pdf",
        ),
        Words(
            "`{found}` is an absolute path, right on one machine only",
            hint="write the path from the folder of the submission, say tai_lieu/kh-614.pdf",
        ),
    ),
    "E403": Wording(
        Words("đường dẫn `{found}` dùng dấu \\", hint="dùng dấu /"),
        Words("the path `{found}` has a \\", hint="use /"),
    ),
    "E404": Wording(
        Words(
            "tên trong đường dẫn `{found}` không dùng được trên Windows",
            hint='tránh < > : " | ? *, tên như CON hay NUL, dấu cách hoặc dấu chấm ở cuối tên',
        ),
        Words(
            "a name in the path `{found}` is impossible on Windows",
            hint='avoid < > : " | ? *, names such as CON or NUL, a final space or dot',
        ),
    ),
    "E405": Wording(
        Words(
            "đường dẫn `{found}` có một tên trống hoặc chỉ có dấu chấm",
            hint="ghi như tai_lieu/kh-614.pdf, không có ./ hay //",
        ),
        Words(
            "the path `{found}` has a name that is empty or a dot",
            hint="write, say, tai_lieu/kh-614.pdf, without ./ or //",
        ),
    ),
    "E406": Wording(
        Words(
            "`{found}` không phải mã sha256",
            "cần 64 ký tự 0–9, a–f",
            "xóa dòng này; lệnh par-index evidence in dòng đúng để chép vào",
        ),
        Words(
            "`{found}` is no sha256",
            "expected 64 characters 0–9, a–f",
            "remove the line; par-index evidence prints the right one to paste",
        ),
    ),
    "W401": Wording(
        Words(
            "`{key}` dài {length} ký tự; Nghị định 30/2020/NĐ-CP cho nhiều nhất {most}",
            hint="phần mềm quản lý văn bản có thể không nhận; rút gọn, hoặc tách ra đúng trường",
        ),
        Words(
            "`{key}` has {length} characters; Nghị định 30/2020/NĐ-CP allows {most}",
            hint="an office system may refuse it; shorten it, or put its parts into their fields",
        ),
    ),
}
