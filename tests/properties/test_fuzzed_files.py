"""Whatever a file holds, reading it gives a result or problems with places: never a traceback."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from par_index.assessing import assess
from par_index.problems import InvalidInput, Problem
from par_index.reading.library import Library
from par_index.reading.sets import load_set
from par_index.reading.submissions import read_submission
from par_index.rendering.json_document import assessment_document, dump, refusal_document
from par_index.rendering.problems import render_problems
from par_index.rendering.text import render_text

ROOT = Path(__file__).parents[2]
UNIT = (ROOT / "fixtures/quang-binh-skhcn-2021/unit.yaml").read_text(encoding="utf-8")
BASE = ROOT / "tests/errors/gallery/base"
LIBRARY = Library()

WORDS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            *("có", "-", "33/90", "6,7%", "1.234", "none", "yes", "0", "-5", "NaN", "31/02/2021"),
            *("[", "]", "{", "}", "&a", "*a", "<<: ", "\t", '"', "'", ": ", "# ", "? ", "!!int "),
            *("---\n", "\n", "full_if: ", "bands: ", "all: [", "ratio: ", "code: ", "when_none: x"),
        ]
    ),
)


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    """A text with a few cuts and insertions, as a tired hand makes them."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        stop = min(len(text), start + draw(st.sampled_from([0, 0, 1, 5, 40])))
        text = text[:start] + draw(WORDS) + text[stop:]
    return text


def tell(problems: tuple[Problem, ...]) -> None:
    """Every problem has a place and can be shown in both languages and as JSON."""
    assert problems
    for problem in problems:
        assert problem.span.line >= 1
        assert problem.span.column >= 1
    for language in ("vi", "en"):
        assert render_problems(problems, language=language, color=False)
    assert dump(refusal_document(problems, 3))


@given(edited(UNIT))
def test_an_edited_submission_gives_an_assessment_or_problems(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    try:
        criteria, submission = read_submission(data, "unit.yaml", LIBRARY)
    except InvalidInput as refusal:
        tell(refusal.problems)
        return
    assessment = assess(criteria, submission)
    assert render_text(assessment, language="vi", width=80)
    assert dump(assessment_document(assessment))


@given(st.sampled_from(["set.yaml", "measures.yaml", "1.yaml", "findings.yaml"]), st.data())
def test_an_edited_set_loads_or_gives_problems(name: str, choices: st.DataObject) -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in BASE.iterdir()}
    texts[name] = choices.draw(edited(texts[name]))
    with tempfile.TemporaryDirectory() as folder:
        for file, text in texts.items():
            (Path(folder) / file).write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            load_set(Path(folder))
        except InvalidInput as refusal:
            tell(refusal.problems)


@given(st.binary(max_size=200))
def test_any_bytes_give_problems_or_a_submission(data: bytes) -> None:
    try:
        read_submission(data, "unit.yaml", LIBRARY)
    except InvalidInput as refusal:
        tell(refusal.problems)
