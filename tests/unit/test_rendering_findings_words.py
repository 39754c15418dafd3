"""Findings in words: what a place is called, how slots are filled, what is said of engines."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from string import Formatter

import pytest
import yaml
from support.cases import Case, run
from support.found import SPAN, check_fact, fact, finding, rule, with_findings
from support.reports import example, small

import par_index
from par_index.inferring.engines import DURABLE, REFERENCE, EngineUse
from par_index.model.assessment import Assessment
from par_index.model.checks import Check, CheckResult, CheckState, Expecting
from par_index.model.conditions import Answered
from par_index.model.facts import FACTS, Fact, Shape
from par_index.model.findings import Derived, Domain, Finding, Severity, Variable
from par_index.model.submission import Evidence
from par_index.model.text import Text
from par_index.nouns import replace
from par_index.problems import Source, Span
from par_index.rendering.findings import engine_line
from par_index.rendering.messages.findings import FINDINGS, WORDS
from par_index.rendering.text import render_text


def lines_of(assessment: Assessment, *, language: str = "vi") -> list[str]:
    """The places of findings, a line each."""
    report = render_text(assessment, language=language, width=400)
    start = report.index("  cần kiểm tra  " if language == "vi" else "  to check  ")
    lines = report[start:].split("\n\n")[0].splitlines()
    return [line.removeprefix("    • ") for line in lines if line.startswith("    • ")]


def place_of(one: Finding, *, language: str = "vi", on: Assessment | None = None) -> str:
    """The first place of a finding."""
    return lines_of(with_findings(on or small(), one), language=language)[0]


# What a place is called.


def test_a_measure_stands_with_its_line_in_the_units_file() -> None:
    one = finding(rule("a", say="Để trống"), fact("measure", measure="tthc.hai_long"))
    line = example().submission.data["tthc.hai_long"].span.line
    assert place_of(one, on=example()) == (
        "Mức độ hài lòng của người dân, doanh nghiệp về giải quyết thủ tục hành chính "
        f"(dòng {line}): Để trống"
    )


@pytest.mark.parametrize(
    ("fields", "day", "vi", "en"),
    [
        (
            {"so": "07", "ky_hieu": "KH-SMC"},
            "2025-01-27",
            "kh (số 07/KH-SMC ngày 27/01/2025)",
            "kh (no. 07/KH-SMC, 2025-01-27)",
        ),
        ({"ky_hieu": "KH-SMC"}, "", "kh (số KH-SMC)", "kh (no. KH-SMC)"),
        ({}, "2025-01-27", "kh (ngày 27/01/2025)", "kh (2025-01-27)"),
        ({}, "", "kh", "kh"),
    ],
)
def test_a_document_stands_with_its_number_and_date(
    fields: dict[str, str], day: str, vi: str, en: str
) -> None:
    submission = small().submission
    issued = datetime.date.fromisoformat(day) if day else None
    document = Evidence("kh", Span(Source("unit.yaml", submission.source.owner)), fields, issued)
    on = replace(small(), submission=replace(submission, evidence={"kh": document}))
    one = finding(rule("a"), fact("document", document="kh"))
    assert place_of(one, on=on) == vi
    assert place_of(one, language="en", on=on) == en


def test_an_expected_condition_is_told_with_what_was_reported() -> None:
    said = Text("Không khai chậm thì không có hồ sơ quá hạn")
    check = Check("khong-tre", SPAN, Expecting(Answered("ky_luat")), Severity.WATCH, said)
    result = CheckResult(check, CheckState.FAILED)
    found = finding(rule("checks", title="Không khớp"), check_fact(result))
    (line,) = lines_of(with_findings(small(), found, checks=[result]))
    assert re.fullmatch(rf"{said.vi} – Không bị kỷ luật \(dòng \d+\): không", line)


def test_a_finding_of_a_finding_names_its_rule() -> None:
    one = finding(rule("a", say="Cộng lại là nhiều"), fact("finding_of", rule="claim-above"))
    above = rule("claim-above", title="Tự chấm cao")
    lines = lines_of(with_findings(small(), one, rules=[above]))
    assert lines == ["“Tự chấm cao”: Cộng lại là nhiều"]


def test_a_derived_fact_is_about_what_its_rule_puts_there() -> None:
    derives = rule(
        "weak",
        None,
        for_each=(("c", Domain.CRITERIA), ("m", Domain.MEASURES)),
        then=Derived("weak", (("code", Variable("c")), ("what", Variable("m")), ("times", 2))),
    )
    say = "{1.code}: {what} {times} lần, mức {level}"
    place = fact("weak", code="1.2", what="tong", times=1200), fact("score", code="1", level="area")
    one = finding(rule("a", say=say), place)
    lines = lines_of(with_findings(small(), one, rules=[derives]))
    assert lines == ["1.2 Kỷ luật: 1.2: Tổng số hồ sơ 1.200 lần, mức lĩnh vực"]


def test_a_fact_about_nothing_still_has_its_sentence() -> None:
    derives = rule("much", None, then=Derived("much", (("times", 3),)))
    one = finding(rule("a", say="{times} lần"), fact("much", times=3))
    assert lines_of(with_findings(small(), one, rules=[derives])) == ["3 lần"]
    silent = finding(rule("a"), fact("much", times=3))
    assert lines_of(with_findings(small(), silent, rules=[derives])) == []


# Other readings.

_READ = """
measures:
  - {id: truc_tuyen, kind: count, label: {vi: Số hồ sơ trực tuyến, en: Online}}
  - {id: giai_quyet, kind: count, label: {vi: Số hồ sơ giải quyết, en: Settled}}
  - {id: tiep_nhan, kind: count, label: {vi: Số hồ sơ tiếp nhận, en: Received}}
criteria:
  - code: "1"
    title: {vi: Trực tuyến, en: Filed online}
    max_points: 1
    cites: {clause: Mục II.2}
    scoring: {full_if: {of: {ratio: [truc_tuyen, giai_quyet]}, at_least: 70%, when_none: no}}
    readings:
      - cites: {clause: Mục II.3, quote: đã tiếp nhận}
        scoring: {full_if: {of: {ratio: [truc_tuyen, tiep_nhan]}, at_least: 70%, when_none: no}}
      - cites: {clause: Mục II.4}
        scoring: {full_if: {of: truc_tuyen, at_least: 70}}
"""


def read(online: int) -> Assessment:
    """A criterion with two more readings, of which one takes another whole."""
    given = {"truc_tuyen": str(online), "giai_quyet": "108", "tiep_nhan": "109"}
    document = yaml.load(_READ, Loader=yaml.BaseLoader)
    return run(Case(Path("readings.yaml"), "readings", {"given": given}, document))


def test_a_reading_is_told_with_its_clause_and_its_arithmetic() -> None:
    less = fact("reading", code="1", state="less", points="1", other="0")
    vi = "cách đọc khác (Mục II.3 “đã tiếp nhận”): 76/109 ≈ 69,72% < 70% → 0 điểm"
    one = finding(rule("a"), less)
    assert place_of(one, on=read(76)) == f"1 Trực tuyến – cách đang chấm: 1 điểm; {vi}"
    assert place_of(one, language="en", on=read(76)) == (
        "1 Filed online – as scored: 1 point; "
        "another reading (Mục II.3 “đã tiếp nhận”): 76/109 ≈ 69.72% < 70% → 0 points"
    )
    said = finding(rule("a", say="được {points}, có thể chỉ {other}"), less)
    assert place_of(said, on=read(76)) == f"1 Trực tuyến: được 1, có thể chỉ 0; {vi}"


def test_readings_that_give_the_same_are_told_together() -> None:
    same = fact("reading", code="1", state="same", points="1", other="1")
    assert place_of(finding(rule("a"), same), on=read(80)) == (
        "1 Trực tuyến – cách đang chấm: 1 điểm; "
        "cách đọc khác (Mục II.3 “đã tiếp nhận”): 80/109 ≈ 73,39% ≥ 70% → 1 điểm; "
        "cách đọc khác (Mục II.4): 80 ≥ 70 → 1 điểm"
    )
    unknown = fact("reading", code="1", state="less", points="1", other="1/2")
    assert place_of(finding(rule("a"), unknown), on=read(80)) == (
        "1 Trực tuyến – cách đang chấm: 1 điểm"
    )


def test_details_show_the_readings_of_a_criterion_that_has_all_its_points() -> None:
    other = "cách đọc khác, không chấm: Mục II.3 “đã tiếp nhận”; 76/109 ≈ 69,72% < 70% → 0 điểm"
    plain, full = (
        render_text(with_findings(read(76)), language="vi", width=400, detail=detail)
        for detail in (1, 2)
    )
    assert other not in plain
    assert other in full


# Slots.


@pytest.mark.parametrize(
    ("say", "place", "vi", "en"),
    [
        ("{claimed}", fact("claim", code="1", claimed="43/25"), "1,72", "1.72"),
        ("{gap}", fact("claim", code="1", gap="1/3"), "≈ 0,33", "≈ 0.33"),
        ("{gap}", fact("claim", code="1", gap="-1/2"), "−0,5", "−0.5"),
        ("{part}", fact("rate", measure="tong", part="538531"), "538.531", "538,531"),
        ("{computed}", fact("rate", measure="tong", computed="33/90"), "≈ 36,67%", "≈ 36.67%"),
        ("{computed}", fact("rate", measure="tong", computed="3/4"), "75%", "75%"),
        ("{stated}", fact("rate", measure="tong", stated="20,29%"), "20,29%", "20,29%"),
        ("{spare}", fact("edge", code="1", spare=12000), "12.000", "12,000"),
        ("{percent}%", fact("year", measure="tong", percent=-60), "−60%", "−60%"),
        ("{code}", fact("edge", code="1.2", measure="tong"), "1.2", "1.2"),
        ("{measure}", fact("edge", code="1.2", measure="tong"), "Tổng số hồ sơ", "Files"),
        ("{explained_by}.", fact("rate", measure="tong"), ".", "."),
        ("{state}", fact("gate", code="1", state="failed"), "không đạt điều kiện", "failed"),
        (
            "{by}",
            fact("foreign", measure="tong", by="survey"),
            "đơn vị điều tra xã hội học",
            "the sociological survey",
        ),
        ("{date}", fact("dated", code="1", date="2025-01-27"), "27/01/2025", "2025-01-27"),
        ("{left}", fact("check", check="x", left="2025-01-27"), "27/01/2025", "2025-01-27"),
        ("{value}", fact("foreign", measure="tong", value="{by} *x*"), "{by} *x*", "{by} *x*"),
    ],
)
def test_slots_are_written_as_the_reader_writes(say: str, place: Fact, vi: str, en: str) -> None:
    for language, expected in (("vi", vi), ("en", en)):
        one = finding(rule("a", say=f"[{say}]"), place)
        assert place_of(one, language=language).endswith(f"[{expected}]")


@pytest.mark.parametrize(
    ("say", "kind", "measure", "vi", "en"),
    [
        ("{stated}", "rate", "ty_le", "0,40%", "0.40%"),
        ("{stated}", "rate", "tron", "92%", "92%"),
        ("{value}", "foreign", "hai_long", "91,5%", "91.5%"),
        ("{official}", "foreign", "hai_long", "76,4%", "76.4%"),
        ("{value}", "foreign", "diem", "1.234,5", "1,234.5"),
        ("{value}", "foreign", "dung", "không", "no"),
        ("{value}", "foreign", "ngay", "04/12/2025", "2025-12-04"),
        ("{value}", "foreign", "loai", "“Sở lớn”", "“Large”"),
    ],
)
def test_what_was_typed_is_written_as_the_reader_writes(
    typed_values: Assessment, say: str, kind: str, measure: str, vi: str, en: str
) -> None:
    submission = typed_values.submission
    given = submission.external if say == "{official}" else submission.data
    text = given[measure].text.strip()
    place = fact(kind, measure=measure, **{say.strip("{}"): text})
    for language, expected in (("vi", vi), ("en", en)):
        one = finding(rule("a", say=f"[{say}]"), place)
        assert place_of(one, language=language, on=typed_values).endswith(f"[{expected}]")


@pytest.mark.parametrize(
    ("measure", "computed", "vi", "en"),
    [
        ("ty_le", "2690/538531", "≈ 0,50%", "≈ 0.50%"),
        ("ty_le", "7/1000", "0,70%", "0.70%"),
        ("ty_le", "0.0040001", "0,40001%", "0.40001%"),
        ("tron", "331/383", "≈ 86,42%", "≈ 86.42%"),
        ("ba_so", "1/2", "50,000%", "50.000%"),
        ("ba_so", "1/3", "≈ 33,333%", "≈ 33.333%"),
    ],
)
def test_a_computed_share_has_as_many_decimals_as_the_stated_one(
    typed_values: Assessment, measure: str, computed: str, vi: str, en: str
) -> None:
    stated = typed_values.submission.data[measure].text.strip()
    place = fact("rate", measure=measure, stated=stated, computed=computed)
    for language, expected in (("vi", vi), ("en", en)):
        one = finding(rule("a", say="[{computed}]"), place)
        assert place_of(one, language=language, on=typed_values).endswith(f"[{expected}]")


@pytest.fixture(scope="module")
def typed_values() -> Assessment:
    """Values as a unit types them, some of them not its to give."""
    measures = """
measures:
  - {id: ty_le, kind: percent, label: Tỷ lệ}
  - {id: tron, kind: percent, label: Tỷ lệ tròn}
  - {id: ba_so, kind: percent, label: Tỷ lệ ba số lẻ}
  - {id: hai_long, kind: percent, by: survey, label: Hài lòng}
  - {id: diem, kind: points, label: Điểm}
  - {id: dung, kind: yes_no, label: Đúng}
  - {id: ngay, kind: date, label: Ngày}
  - {id: loai, kind: choice, label: Loại,
     options: [{id: lon, title: {vi: Sở lớn, en: Large}}, nho]}
criteria:
  - {code: "1", title: Một, max_points: 1, scoring: {full_if: dung}}
"""
    given = {
        "ty_le": "0.40%",
        "tron": "92%",
        "ba_so": "12.345%",
        "hai_long": "91.5%",
        "diem": "1234.5",
        "dung": "no",
        "ngay": "2025-12-04",
        "loai": "lon",
    }
    document = yaml.load(measures, Loader=yaml.BaseLoader)
    keys = {"given": given, "external": {"hai_long": "76.4%"}}
    return run(Case(Path("typed.yaml"), "typed", keys, document))


def test_a_sign_is_not_cut_off_its_number() -> None:
    gap = finding(rule("a", say="{gap}"), fact("claim", code="1", gap="1/3"))
    share = finding(rule("b", say="{computed}"), fact("rate", measure="tong", computed="1/3"))
    for width in range(40, 60):
        report = render_text(with_findings(small(), gap, share), language="vi", width=width)
        assert "≈ 0,33" in report
        assert "≈ 33,33%" in report


def test_a_numbered_slot_is_of_that_pattern_and_a_plain_one_of_the_first_that_has_it() -> None:
    place = fact("score", code="1.1", points="1"), fact("score", code="1.2", points="2")
    one = finding(rule("a", say="{points} {1.points} {2.points} {2.code}"), place)
    assert place_of(one).endswith(": 1 1 2 1.2")


# Words.


def test_every_word_of_a_fact_can_be_shown() -> None:
    fields = {
        (kind, name): field
        for kind, fields in FACTS.items()
        for name, field in fields.items()
        if field.shape is Shape.WORD
    }
    assert fields.keys() == WORDS.keys()
    for key, field in fields.items():
        assert set(field.words) <= WORDS[key].keys(), key
        assert all(WORDS[key][word].vi and WORDS[key][word].en for word in field.words)


@pytest.mark.parametrize("name", FINDINGS)
def test_every_label_is_there_in_both_languages_with_the_same_slots(name: str) -> None:
    def slots(text: str) -> set[str | None]:
        return {slot for _, slot, _, _ in Formatter().parse(text) if slot is not None}

    assert FINDINGS[name].vi
    assert FINDINGS[name].en
    assert slots(FINDINGS[name].vi) == slots(FINDINGS[name].en)


def test_every_label_is_used() -> None:
    folder = Path(par_index.__file__).parent / "rendering"
    files = ("findings.py", "checks.py", "report/findings.py")
    code = "\n".join((folder / file).read_text(encoding="utf-8") for file in files)
    named = set(re.findall(r"""["']([a-z_]+)["']""", code)) | set(map(str, Severity))
    assert [name for name in FINDINGS if name not in named and not name.startswith("engine_")] == []


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    "reason",
    [
        "idle",
        "asked",
        "not_installed",
        "not_loadable",
        "self_test_failed",
        "value",
        "limits",
        "fault",
    ],
)
def test_why_an_engine_was_not_used_can_be_said(reason: str, language: str) -> None:
    line = engine_line(EngineUse(REFERENCE, reason), language)
    assert line.endswith(f"({FINDINGS[f'engine_{reason}'].into(language)})")
    assert engine_line(EngineUse(REFERENCE, reason, "3.9"), language).endswith(": 3.9)")
    assert engine_line(EngineUse(DURABLE), language).endswith("durable-rules")
