"""Writes the signed files that documents and transcripts show: ``python -m support.make_signed``.

Run in ``tests``. Keys are made anew each time and kept nowhere, so the files differ each time, and
what was accepted of them has to be accepted again.
"""

from __future__ import annotations

from pathlib import Path

from support.signing import SIGNED, blank, chain, signed, with_page

FOLDER = Path(__file__).resolve().parents[1] / "evidence" / "signed"


def main() -> None:
    ours, false = chain(), chain("false")
    both = signed(signed(blank(), ours.person), ours.organisation, at=SIGNED, stamper=ours.stamper)
    files = {
        "ke-hoach.pdf": both,
        "them-trang.pdf": with_page(both),
        "gia-mao.pdf": signed(blank(), false.organisation),
        "khong-ky.pdf": blank(),
        "goc/goc-thu.pem": ours.root.pem,
    }
    for name, data in files.items():
        (FOLDER / name).parent.mkdir(parents=True, exist_ok=True)
        (FOLDER / name).write_bytes(data)


if __name__ == "__main__":
    main()
