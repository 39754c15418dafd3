"""Evidence: whatever lies under a path gives verdicts, and less evidence never more support."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from support.evidence import ODD, assessed, document, with_files

from par_index.exact import exact_text
from par_index.model.evidence import EvidenceCheck, EvidenceReport, Use, Verdict
from par_index.rendering.review.evidence_words import EvidenceWords
from par_index.review.evidence.defects import TextFile, defects_in
from par_index.review.evidence.files import Opened
from par_index.review.evidence.kinds import kind_by_content
from par_index.review.evidence.layers import layer_of
from par_index.review.evidence.looking import look_at
from par_index.review.evidence.normal import identifier, plain, squeezed
from par_index.review.evidence.numbers import printed_in
from par_index.review.evidence.pdf_reader import PdfLook, PdfReader
from par_index.review.evidence.references import read_reference, references_in
from par_index.review.evidence.support import supported_leaves, supported_total

GOOD = (ODD / "tai_lieu" / "dung.pdf").read_bytes()
TEXTS = st.text() | st.text("ĐQNÐ0123456789/-– ngàytháng.,%SốUB\n", max_size=80)
"""Any text, and such as comes near to a reference, a date or a figure."""


@given(TEXTS)
def test_a_normal_form_is_its_own(text: str) -> None:
    once = plain(text)
    assert plain(once) == once
    assert identifier(identifier(text)) == identifier(text)
    assert squeezed(squeezed(text)) == squeezed(text)


@given(TEXTS)
def test_any_text_is_read_without_a_fault(text: str) -> None:
    for one in references_in(text):
        assert read_reference(one.written) is not None
    for printed in printed_in(text):
        assert printed.values
    layer_of([text])
    defects_in([TextFile("a.txt", (text, text))])


@given(st.integers(1, 99_999), st.sampled_from(["KH-SMA", "QĐ-UBND", "NĐ-CP"]), st.dates())
def test_a_reference_is_read_as_it_was_written(number: int, notation: str, day: Any) -> None:
    year = 1945 + day.year % 80
    text = f"Theo văn bản số {number}/{notation} ngày {day.day}/{day.month}/{year}; xin báo cáo"
    (one,) = references_in(text)
    assert (one.number, one.notation) == (number, notation)
    is_day = one.date is not None
    assert not is_day or (one.date.day, one.date.month) == (day.day, day.month)  # type: ignore[union-attr]


@given(st.integers(0, 10**12), st.sampled_from(["{:,}", "{}"]))
def test_a_figure_is_found_however_its_thousands_are_grouped(value: int, form: str) -> None:
    written = form.format(value).replace(",", ".")
    assert any(value in one.values for one in printed_in(f"có {written} hồ sơ"))


HEADS = st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])


@given(HEADS, st.binary(max_size=400))
def test_any_bytes_are_of_some_kind_and_give_verdicts(head: bytes, rest: bytes) -> None:
    data = head + rest
    kind_by_content(data)
    look = look_at(Opened("a.pdf", data), lambda _: PdfLook(fault="damaged"))
    assert look.facts.size == len(data)


@settings(max_examples=25)
@given(st.data())
def test_a_broken_pdf_is_a_verdict(data: st.DataObject) -> None:
    """Cut, spliced or scribbled over: the checks answer, and every answer has its sentence."""
    start = data.draw(st.integers(0, len(GOOD)))
    end = data.draw(st.integers(start, len(GOOD)))
    broken = GOOD[:start] + data.draw(st.binary(max_size=60)) + GOOD[end:]
    assessment = assessed(document())
    words = EvidenceWords("vi")
    for one in with_files(assessment, {"kh": broken}).checks:
        assert words.sentence(one)


def test_another_process_outlives_any_bytes() -> None:
    """A few hundred broken files in a row, each with an answer."""
    with PdfReader(seconds=20) as reader:
        for at in range(0, len(GOOD), len(GOOD) // 120):
            for broken in (GOOD[:at], GOOD[:at] + b"\xff<<[(" + GOOD[at + 5 :]):
                reader.read(broken)
        assert reader.read(GOOD).pages == 2


# Support.

DOCUMENTS = [document(id=f"d{at}", so=str(at)) for at in range(4)]
USES = st.lists(
    st.fixed_dictionaries(
        {"id": st.sampled_from([one["id"] for one in DOCUMENTS])},
        optional={"trang": st.sampled_from(["1", "2", "9"])},
    ),
    max_size=5,
)
FORS = {"1": ["ke-hoach"], "2": ["bao-cao", "bieu"]}


@st.composite
def answered(draw: st.DrawFn) -> list[dict[str, Any]]:
    answers = []
    for code in ("1", "2", "3"):
        uses = draw(USES)
        for use in uses:
            if code in FORS and draw(st.booleans()):
                use["for"] = draw(st.sampled_from(FORS[code]))
        answer: dict[str, Any] = {"code": code, "evidence": uses}
        if draw(st.integers(0, 4)) == 0:
            answer["explanation"] = "Bản giấy lưu ở Văn phòng"
        answers.append(answer)
    return answers


GIVENS = st.fixed_dictionaries(
    {},
    optional={
        "ke_hoach": st.sampled_from(["có", "không"]),
        "hs": st.just("1234"),
        "hs.dung": st.sampled_from(["1200", "100"]),
        "khong_bi_phat": st.sampled_from(["có", "không"]),
    },
)
FILES = st.fixed_dictionaries({one["id"]: st.sampled_from([GOOD, None]) for one in DOCUMENTS})


@settings(max_examples=60)
@given(st.data(), GIVENS, answered(), FILES)
def test_removing_evidence_never_raises_supported_points(
    data: st.DataObject, told: dict[str, str], answers: list[dict[str, Any]], files: dict[str, Any]
) -> None:
    """A file that is gone, a citation that is gone, all of it: none of them helps."""

    def support(answers: list[dict[str, Any]], files: dict[str, Any]) -> Any:
        assessment = assessed(*DOCUMENTS, answers=answers, given=told)
        report = with_files(assessment, files)
        return (
            supported_total(assessment, report),
            supported_leaves(assessment, report),
            assessment.shown.points,
            assessment.shown.supported,
        )

    total, leaves, points, cited = support(answers, files)
    assert total <= cited <= max(points, cited)
    gone = data.draw(st.sampled_from([one["id"] for one in DOCUMENTS]))
    fewer = [
        {**one, "evidence": [use for use in one["evidence"] if use["id"] != gone]}
        for one in answers
    ]
    cut = [dict(one) for one in answers]
    at = data.draw(st.integers(0, 2))
    cut[at]["evidence"] = cut[at]["evidence"][:-1]
    for others, left in ((answers, files | {gone: None}), (fewer, files), (cut, files)):
        less, below, still, _ = support(others, left)
        assert still == points, "no verdict changes a point"
        assert less <= total, exact_text(less)
        assert all(below[code] <= leaves[code] for code in leaves)


@given(st.lists(st.tuples(st.sampled_from(list(Verdict)), st.booleans()), max_size=6))
def test_only_what_disqualifies_and_is_wrong_takes_a_use_away(
    checks: list[tuple[Verdict, bool]],
) -> None:
    use = Use("1", "ke-hoach", "kh", "1")
    own = [
        EvidenceCheck("page", verdict, "", "kh", use=use, disqualifies=out)  # type: ignore[arg-type]
        for verdict, out in checks
    ]
    report = EvidenceReport(tuple(own), (use,), {})
    out = any(verdict is Verdict.WRONG and counts for verdict, counts in checks)
    assert report.disqualified_uses == ({use} if out else frozenset())
    assert report.disqualified == frozenset()
