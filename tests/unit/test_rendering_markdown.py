"""The report as Markdown: whole tables, and user text that stays text."""

from __future__ import annotations

import re

import pytest
from support.reports import all_of_them, example, small

from par_index.rendering.markdown import escape, render_markdown


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a|b", r"a\|b"),
        ("<b>Sở KH&CN</b>", "&lt;b&gt;Sở KH&amp;CN&lt;/b&gt;"),
        ("*đậm* _nghiêng_ `mã` ~bỏ~", r"\*đậm\* \_nghiêng\_ \`mã\` \~bỏ\~"),
        ("[chữ](http://x)", r"\[chữ\](http://x)"),
        ("a\\b", r"a\\b"),
        ("$x$", r"\$x\$"),
        (
            "một\ndòng\t\x1b",
            "một<U+000A>dòng    <U+001B>".replace("<", "&lt;").replace(">", "&gt;"),
        ),
        ("27/90\u00a0=\u00a030%", "27/90 = 30%"),
    ],
)
def test_user_text_is_shown_as_it_is(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_table_is_whole(language: str) -> None:
    for assessment in all_of_them():
        width = None
        for line in render_markdown(assessment, language=language).splitlines():
            if not line.startswith("|"):
                width = None
                continue
            cells = len(re.findall(r"(?<!\\)\|", line))
            assert width in (None, cells), line
            width = cells


def test_the_document_says_what_the_terminal_says() -> None:
    text = render_markdown(example(), language="vi")
    assert text.startswith("# Sở Khoa học và Công nghệ tỉnh Quảng Bình\n\n")
    assert "**26/41 điểm tự chấm được (25 chỉ nêu bằng lời); còn 7 chưa báo cáo, 3 chờ;" in text
    assert "0/90 = 0% &lt; 30% → 0 điểm | thêm 27 hồ sơ giấy được số hóa" in text
    assert "| **Cộng** | **26** | **46** | **41** | **7** | **3** | **2** |" in text


def test_nothing_of_a_title_becomes_markup() -> None:
    text = render_markdown(small(), language="vi")
    assert r"| 1.1 | Kế hoạch &lt;năm&gt; &amp; \*quý\* |" in text
    assert r"Chỉ đạo \| điều hành" in text
