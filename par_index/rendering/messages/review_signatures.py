"""What is said of signatures: levels and why they end there, checks, the page."""

from __future__ import annotations

from par_index.model.text import Text

__all__ = ["SIGNATURE_CHECKS", "SIGNATURE_SAID", "say_signature"]

SIGNATURE_CHECKS: dict[str, Text] = {
    "signature": Text("chữ ký số", "signature"),
    "signing_body": Text("cơ quan trong chứng thư", "body in the certificate"),
    "signing_person": Text("người ký trong chứng thư", "person in the certificate"),
    "signing_day": Text("ngày ký số", "day of signing"),
}
"""The checks by their names."""

_WHY: dict[str, Text] = {
    "bytes": Text(
        "nội dung đã ký bị sửa, chữ ký hỏng", "what was signed was changed, the signature is broken"
    ),
    "forged": Text(
        "chữ ký không khớp với chứng thư của người ký",
        "the signature does not match the signer's certificate",
    ),
    "content": Text(
        "sau khi ký, tài liệu bị thêm hoặc sửa nội dung",
        "content was added or changed after signing",
    ),
    "coverage": Text(
        "chữ ký không phủ hết phần tài liệu có lúc ký",
        "the signature leaves out parts of what was there when it was made",
    ),
    "locked": Text(
        "chữ ký này khoá tài liệu, phần thêm sau (như chữ ký thứ hai) làm nó mất hiệu lực",
        "this signature locks the document; what came after it, such as a second one, breaks it",
    ),
    "unreadable": Text("không đọc được chữ ký", "the signature cannot be read"),
    "unsupported": Text(
        "kiểu chữ ký cũ hoặc lạ, chưa kiểm được", "an old or unknown kind, it cannot be checked"
    ),
    "no_roots": Text(
        "nguyên vẹn, chưa rõ người ký: chưa chỉ ra chứng thư gốc nào để tin",
        "unchanged; who signed is not certain: no roots to trust were given",
    ),
    "unknown_issuer": Text(
        "nguyên vẹn, chưa rõ người ký: chứng thư không do gốc tin cậy nào cấp",
        "unchanged; who signed is not certain: its certificate comes from no trusted root",
    ),
    "not_yet": Text(
        "nguyên vẹn, nhưng chứng thư chưa có hiệu lực",
        "unchanged, but a certificate was not good yet",
    ),
    "expired": Text(
        "nguyên vẹn, nhưng ký khi chứng thư đã hết hạn",
        "unchanged, but signed after a certificate had ended",
    ),
    "expired_since": Text(
        "nguyên vẹn, chứng thư đã hết hạn; không có dấu thời gian chứng minh ký trước đó",
        "unchanged, the certificate has ended since; no timestamp proves that it was signed before",
    ),
    "revoked": Text(
        "nguyên vẹn, nhưng chứng thư đã bị thu hồi", "unchanged, but a certificate was revoked"
    ),
    "usage": Text(
        "nguyên vẹn, nhưng chứng thư không được cấp để ký tài liệu",
        "unchanged, but its certificate was not issued for signing documents",
    ),
    "weak": Text(
        "thuật toán ký quá cũ, không còn tin được",
        "made by an algorithm that can no longer be relied on",
    ),
    "chain": Text(
        "nguyên vẹn, chuỗi chứng thư không đúng: chỉ trùng tên gốc tin cậy, hoặc cấp sai quyền",
        "unchanged; its chain does not hold: it only has a root's name, or was not to be issued",
    ),
    "no_timestamp": Text(
        "nguyên vẹn, chuỗi tin cậy, không có dấu thời gian",
        "unchanged, from a trusted root, without a timestamp",
    ),
    "timestamp_unknown": Text(
        "nguyên vẹn, chuỗi tin cậy; dấu thời gian không do gốc tin cậy nào cấp",
        "unchanged, from a trusted root; its timestamp comes from no trusted root",
    ),
    "timestamp_broken": Text(
        "nguyên vẹn, chuỗi tin cậy; dấu thời gian hỏng",
        "unchanged, from a trusted root; its timestamp is broken",
    ),
    "no_revocation": Text(
        "nguyên vẹn, chuỗi tin cậy, có dấu thời gian",
        "unchanged, from a trusted root, with a timestamp",
    ),
    "complete": Text(
        "nguyên vẹn, chuỗi tin cậy, có dấu thời gian và bằng chứng chưa bị thu hồi",
        "unchanged, from a trusted root, with a timestamp and proof that nothing was revoked",
    ),
}
"""Why a signature has its level and no higher one."""


def _about(words: Text) -> Text:
    """Of one signature among several."""
    return Text(
        "chữ ký {number}/{count} ({names}): " + words.vi, "{number}/{count} ({names}): " + words.en
    )


_DECLARED = Text(
    "; ký ngày {at}, giờ do người ký tự khai", "; signed on {at} by the signer's own clock"
)
_PROVEN = Text("; ký muộn nhất ngày {at}", "; signed on {at} at the latest")


def _joined(first: Text, second: Text) -> Text:
    return Text(first.vi + second.vi, first.en + second.en)


_CARELESS = Text(
    "tệp PDF viết sai chuẩn, mỗi chương trình có thể hiện một khác: xem bằng mắt",
    "the PDF is not written as it should be, programs may show it differently: look at it",
)
_TIMED = ("no_revocation", "complete")
_SELF_TIMED = ("no_timestamp", "timestamp_unknown", "timestamp_broken", "expired_since")

SIGNATURE_SAID: dict[str, Text] = {
    **{
        f"signature.{code}": _joined(
            _about(words),
            _PROVEN if code in _TIMED else _DECLARED if code in _SELF_TIMED else Text("", ""),
        )
        for code, words in _WHY.items()
    },
    "signature.no_time": _about(_WHY["no_timestamp"]),
    "signature.unsigned": Text("không ký số", "it has no signature"),
    "signature.traces": Text(
        "còn dấu vết chữ ký số nhưng không còn là chữ ký: tệp đã được lưu hoặc in lại",
        "it has remains of a signature that is none any more: the file was saved or printed again",
    ),
    "signature.careless": _CARELESS,
    "signature.since_metadata": _about(
        Text(
            "sau khi ký chỉ thông tin kèm theo tệp thay đổi, nội dung giữ nguyên",
            "after signing only what accompanies the document changed, no content did",
        )
    ),
    "signature.since_fields": _about(
        Text("sau khi ký có điền thêm vào biểu mẫu", "fields were filled in after signing")
    ),
    "signature.since_annotated": _about(
        Text("sau khi ký có thêm ghi chú", "notes were added after signing")
    ),
    "signature.file_encrypted": Text(
        "tệp đặt mật khẩu nên chưa kiểm được chữ ký",
        "the file is encrypted, its signatures cannot be checked",
    ),
    "signature.file_damaged": Text(
        "tệp hỏng nên chưa kiểm được chữ ký",
        "the file is damaged, its signatures cannot be checked",
    ),
    "signature.file_too_large": Text(
        "tệp lớn hơn 50 MB nên chưa kiểm chữ ký",
        "the file is larger than 50 MB, its signatures were not checked",
    ),
    "signature.file_time": Text(
        "kiểm chữ ký quá 30 giây nên dừng", "checking its signatures took more than 30 seconds"
    ),
    "signature.file_memory": Text(
        "kiểm chữ ký tốn quá nhiều bộ nhớ nên dừng", "checking its signatures took too much memory"
    ),
    "signature.file_crash": Text(
        "tệp làm bộ kiểm chữ ký dừng", "the file ends the program that checks its signatures"
    ),
    "signing_body.named": Text(
        "chứng thư ghi đúng cơ quan ban hành: {found}", "the certificate names the issuer: {found}"
    ),
    "signing_body.claimed": Text(
        "chứng thư chưa tin cậy tự ghi cơ quan: {found}",
        "a certificate that is not trusted claims to be of: {found}",
    ),
    "signing_body.unnamed": Text(
        "sổ ghi “{wanted}”, chứng thư ghi: {found}",
        "the register has “{wanted}”, the certificate: {found}",
    ),
    "signing_person.named": Text(
        "chứng thư ghi đúng người ký: {found}", "the certificate names the signer: {found}"
    ),
    "signing_person.claimed": Text(
        "chứng thư chưa tin cậy tự ghi tên: {found}",
        "a certificate that is not trusted claims to be of: {found}",
    ),
    "signing_person.unnamed": Text(
        "sổ ghi người ký “{wanted}”, chứng thư ghi: {found}",
        "the register has “{wanted}”, the certificate: {found}",
    ),
    "signing_day.proven": Text(
        "ngày ban hành đúng ngày ký, có dấu thời gian",
        "signed on the day of its date, which timestamps prove",
    ),
    "signing_day.declared": Text(
        "ngày ban hành đúng ngày ký do người ký tự khai",
        "signed on the day of its date, by the signer's own clock",
    ),
    "signing_day.before": Text(
        "ban hành {issued}, ký số xong từ {last}", "dated {issued}, signed by {last}"
    ),
    "signing_day.after": Text(
        "ban hành {issued}, đến {first} mới ký số", "dated {issued}, signed only on {first}"
    ),
    "signing_day.undated": Text("chữ ký không ghi ngày", "the signatures say no day"),
}
"""What came of each check, by its name and code."""

_WORDS: dict[str, Text] = {
    **{f"why.{code}": words for code, words in _WHY.items()},
    "title": Text("Kiểm tra chữ ký số", "Signatures checked"),
    "as_of_day": Text("Kiểm chữ ký theo ngày {day}.", "Signatures are judged as of {day}."),
    "as_of": Text("kiểm theo ngày {day}", "as of {day}"),
    "roots_none": Text(
        "chưa chỉ ra chứng thư gốc nào để tin (--trust)", "no roots to trust were given (--trust)"
    ),
    "roots": Text("tin {count} chứng thư gốc trong {folder}", "roots trusted in {folder}: {count}"),
    "offline": Text(
        "Kiểm ngoại tuyến: không hỏi qua mạng chứng thư nào đã bị thu hồi.",
        "Checked offline: no network was asked which certificates were revoked.",
    ),
    "headline_one": Text("1 tệp: {parts}", "1 file: {parts}"),
    "headline_many": Text("{count} tệp: {parts}", "{count} files: {parts}"),
    "count_unsigned": Text("{count} không ký", "{count} unsigned"),
    "count_broken": Text("{count} có chữ ký hỏng", "{count} with a broken signature"),
    "count_intact": Text("{count} chưa rõ người ký", "{count} by an uncertain signer"),
    "count_trusted": Text("{count} có chuỗi tin cậy", "{count} from a trusted root"),
    "count_none": Text("{count} không kiểm được", "{count} not to be checked"),
    "level": Text("mức {level}", "level {level}"),
    "level.0": Text("không ký", "not signed"),
    "level.1": Text("có chữ ký nhưng hỏng", "signed, and broken"),
    "level.2": Text("nguyên vẹn, chưa rõ người ký", "unchanged, signer not certain"),
    "level.3": Text("nguyên vẹn, chuỗi tin cậy", "unchanged, from a trusted root"),
    "level.4": Text("kèm dấu thời gian", "with a timestamp"),
    "level.5": Text("kèm bằng chứng về thu hồi", "with proof about revocation"),
    "no_level": Text("không kiểm được", "cannot be checked"),
    "fault.no_pdf": Text("tệp không phải PDF", "the file is no PDF"),
    "fault.encrypted": Text("tệp đặt mật khẩu", "the file is encrypted"),
    "fault.damaged": Text("tệp hỏng", "the file is damaged"),
    "fault.too_large": Text("tệp lớn hơn 50 MB", "the file is larger than 50 MB"),
    "fault.time": Text("quá 30 giây", "it took more than 30 seconds"),
    "fault.memory": Text("tốn quá nhiều bộ nhớ", "it took too much memory"),
    "fault.crash": Text("tệp làm bộ kiểm dừng", "the file ends the program that checks it"),
    "signature": Text("chữ ký {number}", "signature {number}"),
    "by": Text("{name}, {others}", "{name}, {others}"),
    "unnamed": Text("không rõ tên", "no name"),
    "fact_level": Text("kết quả", "result"),
    "fact_time": Text("giờ ký", "time"),
    "fact_since": Text("sau khi ký", "afterwards"),
    "fact_issuer": Text("chứng thư", "certificate"),
    "fact_anchor": Text("gốc tin cậy", "trusted root"),
    "fact_stamp": Text("dấu thời gian của cả tệp", "timestamp of the whole file"),
    "fact_sha256": Text("sha256 của tệp", "sha256 of the file"),
    "time_declared": Text("{time} (giờ do người ký tự khai)", "{time} (by the signer's own clock)"),
    "time_proven": Text(
        "muộn nhất {time}, theo dấu thời gian của {stamper}",
        "{time} at the latest, by a timestamp of {stamper}",
    ),
    "time_none": Text("không ghi", "not said"),
    "clock": Text("{clock} ngày {day}, giờ Việt Nam", "{day} {clock}, Vietnam time"),
    "issued": Text(
        "do {issuer} cấp, hiệu lực {since} đến {until}", "issued by {issuer}, {since} to {until}"
    ),
    "anchor": Text("{name}, SHA-256 {sha256}", "{name}, SHA-256 {sha256}"),
    "revoked_on": Text("thu hồi ngày {day}", "revoked on {day}"),
    "change.nothing": Text("không có gì thay đổi", "nothing was changed"),
    "change.metadata": Text(
        "chỉ thông tin kèm theo tệp thay đổi, nội dung giữ nguyên",
        "only what accompanies the document changed, no content did",
    ),
    "change.signed": Text("có thêm chữ ký khác", "another signature was added"),
    "change.fields": Text("có điền thêm vào biểu mẫu", "fields of a form were filled in"),
    "change.annotated": Text("có thêm ghi chú", "notes were added"),
    "change.content": Text("nội dung bị thêm hoặc sửa", "content was added or changed"),
    "change.unclear": Text("không rõ", "not known"),
    "traces": Text(
        "còn dấu vết chữ ký số nhưng không còn là chữ ký: tệp đã được lưu hoặc in lại",
        "remains of a signature that is none any more: the file was saved or printed again",
    ),
    "careless": _CARELESS,
    "stamp_holds": Text("{time}, của {stamper}", "{time}, of {stamper}"),
    "stamp_fails": Text(
        "{time}, của {stamper}, không tin được", "{time}, of {stamper}, not to be relied on"
    ),
    "stamp_unread": Text("không đọc được", "cannot be read"),
    "roots_title": Text("Chứng thư gốc được tin", "Roots that are trusted"),
    "column_file": Text("Tệp", "File"),
    "column_signer": Text("Người ký", "Signer"),
    "column_level": Text("Mức", "Level"),
}


def say_signature(name: str, language: str, /, **slots: object) -> str:
    """A sentence of this room in one language."""
    return _WORDS[name].into(language).format_map(slots)
