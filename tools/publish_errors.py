"""Write docs/errors.md: every code, its sentence in both languages, and a file that provokes it.

Run by ``make schemas``; a test fails when what is committed differs from what this writes.
"""

from __future__ import annotations

import re
from pathlib import Path

from par_index.rendering.messages.catalogue import CATALOGUE

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "errors.md"
SHOWN = ROOT / "tests" / "errors" / "shown"

HEAD = """# What par_index says when something is wrong

Codes never change their meaning and are never used again. E is refused, W is scored and should be
looked at, N is good to know. The first digit is the family: 1 reading a file, 2 what a unit wrote,
3 what the author of a criteria set wrote, 6 a package or a receipt, 8 what the author of its tests
wrote, and from E811 on the log of an appraisal, 9 the system. Each example is what a person sees
for a file in `tests/errors/gallery`; `--lang en` says the same in English.
"""

FAMILIES = {
    "1": "Reading a file",
    "2": "What a unit wrote",
    "3": "What the author of a criteria set wrote",
    "6": "A package or a receipt",
    "8": "What the author of a set's tests wrote, and from E811 on appraisals",
    "9": "The system",
}


_SPEC = re.compile(r"(?<=\w):\w+(?=\})|(?<=\w):%(?=\})")
"""How a slot is written, which is no reader's concern."""


def page() -> str:
    """The whole page."""
    lines = [HEAD]
    for digit, title in FAMILIES.items():
        lines.append(f"## {title}\n")
        codes = sorted(code for code in CATALOGUE if code[1] == digit)
        for code in sorted(codes, key=lambda code: ("EWN".index(code[0]), code)):
            wording = CATALOGUE[code]
            titles = (_SPEC.sub("", words.title) for words in wording)
            lines.append(f"### {code}\n\n" + "  \n".join(titles) + "\n")
            for path in sorted(SHOWN.glob(f"{code}.*.txt")):
                vietnamese = path.read_text(encoding="utf-8").split("\n\n", 1)[0]
                lines.append(f"```text\n{vietnamese}\n```\n")
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
