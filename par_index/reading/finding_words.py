"""What an editor shows of facts: every kind and field, in Vietnamese.

Loaded only when schemas are published.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["ABOUT"]

_CODE = "Mã tiêu chí, đặt trong ngoặc kép, hoặc biến như $c"
_MEASURE = "Mã số liệu, hoặc biến như $m"
_DOCUMENT = "Tài liệu: biến như $d"
_BY = "Ai cung cấp: unit đơn vị, survey điều tra, appraiser cơ quan thẩm định, block khối thi đua"

_COUNTS = (
    "no: điểm không được tính, vì mục trên chưa đạt điều kiện tiên quyết hoặc mức tối thiểu; "
    "capped: mục trên đã chạm trần"
)

ABOUT: Final[Mapping[str, tuple[str, Mapping[str, str]]]] = {
    "score": (
        "Mỗi tiêu chí ở mọi cấp: chấm được thế nào",
        {
            "code": _CODE,
            "level": "Cấp: leaf tiêu chí thành phần, parent tiêu chí cha, area lĩnh vực",
            "state": (
                "Kết quả: scored đã chấm, missing chưa báo cáo, pending đang chờ, not_applicable "
                "không áp dụng"
            ),
            "full": "Đạt trọn điểm hay không",
            "counts": _COUNTS,
            "basis": (
                "Căn cứ: counted số đếm, stated tỷ lệ nêu không kèm số đếm, declared nêu bằng lời, "
                "none chưa có"
            ),
            "milli": "Phần nghìn điểm đã chắc chắn; 0 là không có điểm nào",
            "lost_milli": "Phần nghìn điểm đã chắc chắn mất",
            "points": "Điểm đã chắc chắn",
            "max": "Điểm tối đa được áp dụng",
        },
    ),
    "claim": (
        "Điểm tự chấm, so với điểm mà số liệu có thể cho",
        {
            "code": _CODE,
            "state": "above cao hơn, below thấp hơn, equal đúng bằng, open còn tùy số liệu chưa có",
            "counts": _COUNTS,
            "claimed": "Điểm tự chấm",
            "low": "Điểm ít nhất theo số liệu",
            "high": "Điểm nhiều nhất theo số liệu",
            "gap": "Điểm chênh lệch",
            "gap_milli": "Phần nghìn điểm chênh lệch",
        },
    ),
    "evidence": (
        "Tài liệu của mỗi tiêu chí thành phần",
        {
            "code": _CODE,
            "counts": _COUNTS,
            "required": "Số loại tài liệu bắt buộc",
            "lacking": "Số loại tài liệu bắt buộc còn thiếu",
            "cited": "Số tài liệu được dẫn",
        },
    ),
    "explained": ("Tiêu chí có giải trình", {"code": _CODE}),
    "gate": (
        "Tiêu chí có điều kiện trước",
        {
            "code": _CODE,
            "counts": _COUNTS,
            "state": "passed đạt, failed không đạt, open chưa biết",
            "cost": "Điểm mất vì không đạt",
            "cost_milli": "Phần nghìn điểm mất vì không đạt",
        },
    ),
    "na": (
        "Tiêu chí không áp dụng mà có số liệu khác không",
        {
            "code": _CODE,
            "by": "Vì trả lời của đơn vị (answer) hay vì quy tắc (rule)",
            "measure": _MEASURE,
            "value": "Giá trị báo cáo",
        },
    ),
    "edge": (
        "Tỷ lệ của hai số đếm: còn cách ngưỡng bao xa",
        {
            "code": _CODE,
            "counts": _COUNTS,
            "measure": _MEASURE,
            "value": "Tử số",
            "base": "Mẫu số",
            "spare": "Còn chịu được bao nhiêu trường hợp không đạt trước khi mất điểm",
            "counted_in": "Đơn vị tính, ví dụ hồ sơ",
        },
    ),
    "reading": (
        "Cách đọc khác của cùng một quy định",
        {
            "code": _CODE,
            "state": "less cho ít điểm hơn, more nhiều hơn, same như nhau, open chưa biết",
            "points": "Điểm theo cách chấm",
            "other": "Điểm theo cách đọc khác",
        },
    ),
    "measure": (
        "Mỗi số liệu: đã báo cáo thế nào",
        {
            "measure": _MEASURE,
            "kind": "Loại số liệu, như khai trong measures.yaml",
            "state": (
                "value có giá trị, words chỉ có lời, not_yet chưa có, blank để trống, foreign tự "
                "nêu số của nơi khác"
            ),
            "by": _BY,
        },
    ),
    "rate": (
        "Tỷ lệ nêu ra, khi cả tử số và mẫu số đều có",
        {
            "measure": _MEASURE,
            "state": "agrees khớp, differs không khớp",
            "stated": "Tỷ lệ như đã nêu",
            "computed": "Tỷ lệ tính từ hai số",
            "part": "Tử số",
            "whole": "Mẫu số",
            "explained": (
                "Vì sao có thể lệch: measure đã dùng một số liệu khác, hidden nhiều tỷ lệ cùng "
                "dùng một tổng không báo cáo, none không rõ"
            ),
            "explained_as": "Số liệu khác ấy dùng thay mẫu số (whole) hay tử số (part)",
            "explained_by": "Mã số liệu khác làm cho tỷ lệ khớp",
            "least": "Tổng không báo cáo ít nhất là bao nhiêu",
            "most": "Tổng không báo cáo nhiều nhất là bao nhiêu",
        },
    ),
    "perfect": (
        "Tỷ lệ đúng 100% mà một tiêu chí dùng",
        {
            "code": _CODE,
            "measure": _MEASURE,
            "whole": "Mã số liệu của mẫu số",
            "value": "Số trường hợp",
            "pending": "Số trường hợp còn đang giải quyết; -1 là không biết",
        },
    ),
    "year": (
        "Số lượng năm nay so với năm trước",
        {
            "measure": _MEASURE,
            "role": "whole tổng của số khác, part một phần, other không phải hai loại ấy",
            "change": "fell giảm, rose tăng, same như cũ",
            "complete": "Kỳ đánh giá đã hết vào ngày chốt số liệu hay chưa",
            "percent": "Tăng hay giảm bao nhiêu phần trăm, bỏ phần lẻ",
            "now": "Năm nay",
            "before": "Năm trước",
        },
    ),
    "foreign": (
        "Đơn vị tự nêu số liệu do nơi khác cung cấp",
        {
            "measure": _MEASURE,
            "by": _BY,
            "state": "waiting chưa có kết quả chính thức, same đúng bằng, differs khác",
            "value": "Giá trị tự nêu",
            "official": "Kết quả chính thức",
        },
    ),
    "document": (
        "Mỗi tài liệu trong danh mục",
        {
            "document": _DOCUMENT,
            "dated": "Có ghi ngày hay không",
            "standing": "in_force còn hiệu lực, lapsed hết hiệu lực, unsaid không ghi",
            "cited_by": "Được dẫn cho bao nhiêu tiêu chí",
            "unlocated": "Bao nhiêu chỗ dẫn chưa ghi trang, mục",
        },
    ),
    "dated": (
        "Tài liệu dẫn cho yêu cầu có nói thời gian",
        {
            "code": _CODE,
            "document": _DOCUMENT,
            "window": "before trước, inside trong, after sau thời gian ấy, undated không ghi ngày",
            "date": "Ngày của tài liệu",
            "from": "Từ ngày",
            "to": "Đến ngày",
        },
    ),
    "check": (
        "Mỗi phép đối chiếu số liệu",
        {
            "check": "Mã phép đối chiếu, hoặc biến như $k",
            "kind": "Loại: equal, at_least, at_most so hai bên; expect một điều kiện",
            "state": (
                "holds khớp, explained có số khác giải thích, asks số để trống có thể giải thích, "
                "failed không khớp, open chưa đủ số liệu"
            ),
            "severity": "Mức độ khai ở phép đối chiếu",
            "left": "Bên trái",
            "right": "Bên phải",
            "gap": "Chênh lệch: trái trừ phải",
        },
    ),
    "explained_check": (
        "Phép đối chiếu mà đơn vị đã giải trình",
        {"check": "Mã phép đối chiếu, hoặc biến như $k", "explanation": "Lời giải trình"},
    ),
    "finding_of": ("Phát hiện của một quy tắc khác", {"rule": "Mã quy tắc ấy"}),
}
"""A sentence for every kind and for each of its fields."""
