"""E9xx: files, folders and streams that cannot be read or written, and sets that are not there."""

from __future__ import annotations

from par_index.rendering.messages.wording import Wording, Words

__all__ = ["WORDINGS"]

WORDINGS: dict[str, Wording] = {
    "E901": Wording(
        Words("chưa thấy tệp hoặc thư mục `{file}`", hint="kiểm tra lại đường dẫn"),
        Words("there is no file or folder `{file}`", hint="check the path"),
    ),
    "E902": Wording(
        Words(
            "chưa đọc được `{file}` ({reason:reason})",
            hint="cần một tệp mà tài khoản đang dùng có quyền đọc",
        ),
        Words(
            "cannot read `{file}` ({reason:reason})",
            hint="give a file that this account may read",
        ),
    ),
    "E903": Wording(
        Words(
            "chưa ghi được `{file}` ({reason:reason})",
            hint="kiểm tra quyền ghi và dung lượng còn trống rồi chạy lại",
        ),
        Words(
            "cannot write `{file}` ({reason:reason})",
            hint="check the right to write and the free space, then run again",
        ),
    ),
    "E904": Wording(
        Words(
            "chưa thấy bản tự chấm nào trong thư mục `{file}`",
            hint="bản tự chấm là tệp unit.yaml, hoặc tệp YAML có dòng "
            "`schema: par_index/submission/1`",
        ),
        Words(
            "there is no submission in the folder `{file}`",
            hint="a submission is a file unit.yaml, or a YAML file with a line "
            "`schema: par_index/submission/1`",
        ),
    ),
    "E905": Wording(
        Words("đã có tệp `{file}`", hint="chọn tên khác, hoặc thêm `--force` để ghi đè"),
        Words("the file `{file}` exists already", hint="choose another name, or add `--force`"),
    ),
    "E906": Wording(
        Words(
            "chưa có bộ tiêu chí `{found}`",
            hint="chạy `par-index sets` để xem các bộ hiện có, hoặc ghi thư mục chứa set.yaml",
        ),
        Words(
            "there is no criteria set `{found}`",
            hint="run `par-index sets` to see those there are, or give a folder with a set.yaml",
        ),
    ),
    "E918": Wording(
        Words(
            "sổ `{file}` đang được ghi, hoặc đã đổi từ khi xem",
            hint="tải lại, xem rồi làm lại",
        ),
        Words(
            "the log `{file}` is being written, or has changed since it was looked at",
            hint="load it again, look, and act again",
        ),
    ),
    "E919": Wording(
        Words(
            "việc này cần thư viện {found}, chưa được cài",
            hint="pip install {packages}",
        ),
        Words(
            "this needs the library {found}, which is not installed",
            hint="pip install {packages}",
        ),
    ),
    "E920": Wording(
        Words(
            "`{file}` không phải là chứng thư đọc được",
            hint="thư mục chứng thư gốc chỉ có tệp PEM hoặc DER; bỏ tệp này ra rồi chạy lại",
        ),
        Words(
            "`{file}` is no certificate that can be read",
            hint="a folder of roots holds PEM or DER files; take this one out, then run again",
        ),
    ),
    "E921": Wording(
        Words(
            "chưa có chứng thư nào trong thư mục `{file}`",
            hint="chép vào đó chứng thư gốc mà cơ quan tin cậy, tệp .pem, .crt, .cer hoặc .der",
        ),
        Words(
            "there is no certificate in the folder `{file}`",
            hint="put the roots that your office trusts there, as .pem, .crt, .cer or .der",
        ),
    ),
}
