"""Findings in a report: what stands there, how often, and what no other section says then."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from support.found import fact, finding, rule, with_findings
from support.reports import example, small

from par_index.model.assessment import Assessment
from par_index.model.criteria import Requirement
from par_index.model.findings import Finding, Severity
from par_index.model.text import Text
from par_index.nouns import replace
from par_index.rendering.columns import display_width
from par_index.rendering.markdown import render_markdown
from par_index.rendering.text import render_text

ABOVE = rule(
    "claim-above",
    Severity.SERIOUS,
    title=("Tự chấm cao", "Claimed too much"),
    say=("Tự chấm {claimed} điểm, số liệu cho {high}", "{claimed} claimed, data give {high}"),
    next=("Sửa điểm tự chấm", "Correct the claim"),
    cites="Điều 5",
)
WORDS_ONLY = rule("words", title="Chỉ nêu bằng lời", next="Bổ sung số liệu")
CLAIMS = {"1.2": "1", "2.1": "0.5"}
"""What the small set's unit claims too much."""

PLAIN = with_findings(small())
"""The small set without any rules of its own."""

LACKING = rule("lacking", Severity.NOTE, title="Thiếu tài liệu", say="Thiếu {lacking} tài liệu")


def claimed(code: str, points: str, high: str = "0") -> Finding:
    return finding(ABOVE, fact("claim", code=code, claimed=points, high=high))


def shown(
    assessment: Assessment, *, language: str = "vi", width: int = 100, detail: int = 1
) -> str:
    return render_text(assessment, language=language, width=width, detail=detail)


def section(report: str, start: str = "Cần xem lại trước khi nộp: ") -> list[str]:
    """The lines of the section with this heading; the heading is the last line that starts so."""
    lines = report.splitlines()
    first = max(number for number, line in enumerate(lines) if line.startswith(start))
    last = next((n for n in range(first, len(lines)) if not lines[n]), len(lines))
    return lines[first:last]


# The section.


def test_a_finding_says_how_serious_what_where_what_next_and_by_which_clause() -> None:
    report = shown(with_findings(small(), claimed("1.2", "1")))
    assert section(report) == [
        "Cần xem lại trước khi nộp: 1 điều nghiêm trọng",
        "  nghiêm trọng  Tự chấm cao",
        "    • 1.2 Kỷ luật: Tự chấm 1 điểm, số liệu cho 0",
        "    việc cần làm: Sửa điểm tự chấm",
        "    căn cứ: Điều 5",
    ]
    english = shown(with_findings(small(), claimed("1.2", "1")), language="en")
    assert section(english, "To review before submitting: ")[1:4] == [
        "  serious  Claimed too much",
        "    • 1.2 Discipline: 1 claimed, data give 0",
        "    next step: Correct the claim",
    ]


def test_rules_are_counted_by_severity_and_places_are_not() -> None:
    note = finding(LACKING, fact("evidence", code="1.1", lacking=1))
    watch = [
        finding(replace(WORDS_ONLY, id=id), *(fact("score", code=code) for code in ("1.1", "1.3")))
        for id in ("a", "b")
    ]
    assessment = with_findings(small(), claimed("1.2", "1"), *watch, note)
    heading, *_ = section(shown(assessment))
    assert heading == (
        "Cần xem lại trước khi nộp: 1 điều nghiêm trọng, 2 điều cần kiểm tra, 1 điều lưu ý"
    )
    english = shown(assessment, language="en")
    assert "To review before submitting: 1 serious, 2 to check, 1 to note" in english
    report = shown(assessment)
    assert report.index("đang mất") < report.rindex(heading) < report.index("Theo lĩnh vực")


def test_how_many_findings_there_are_is_told_at_the_top() -> None:
    note = finding(LACKING, fact("evidence", code="1.1", lacking=1))
    for findings, counts in (
        ([claimed("1.2", "1"), note], "1 điều nghiêm trọng, 1 điều lưu ý"),
        ([note], "1 điều lưu ý"),
    ):
        top = shown(with_findings(small(), *findings)).split("\n\n")[1].splitlines()
        assert top[-1] == f"Cần xem lại trước khi nộp: {counts}"
    assert "trước khi nộp" not in shown(PLAIN)


def test_the_headline_alone_tells_of_serious_findings_only() -> None:
    note = finding(LACKING, fact("evidence", code="1.1", lacking=1))
    serious = finding(replace(ABOVE, id="b"), fact("claim", code="1.2", claimed="1", high="0"))
    plain = shown(PLAIN, detail=0)
    assert shown(with_findings(small(), note), detail=0) == plain
    one = with_findings(small(), claimed("1.2", "1"), note)
    two = with_findings(small(), claimed("1.2", "1"), serious)
    for assessment, vi, en in (
        (one, "1 điều nghiêm trọng cần xem lại", "1 serious finding to review"),
        (two, "2 điều nghiêm trọng cần xem lại", "2 serious findings to review"),
    ):
        assert shown(assessment, detail=0).replace(f"; {vi}", "") == plain
        assert f"; {en}" in shown(assessment, detail=0, language="en")
        assert shown(assessment, detail=0).count("\n") == 1


def test_counts_are_never_cut_in_two() -> None:
    note = finding(LACKING, fact("evidence", code="1.1", lacking=1))
    words = finding(WORDS_ONLY, fact("score", code="1.3"))
    assessment = with_findings(small(), claimed("1.2", "1"), words, note)
    for width in range(40, 90):
        text = shown(assessment, width=width)
        counts = ("1 điều nghiêm trọng", "1 điều cần kiểm tra", "1 điều lưu ý")
        assert all(text.count(one) == 2 for one in counts)


def test_many_criteria_of_which_the_same_is_said_share_a_line_of_codes() -> None:
    assessment = example()
    codes = [one.code for one in assessment.leaves() if one.basis == "declared" and one.low > 0]
    assert len(codes) == 25
    found = finding(WORDS_ONLY, *(fact("score", code=code) for code in codes))
    lines = section(shown(with_findings(assessment, found), width=80))
    assert " ".join(" ".join(lines[2:-1]).split()) == f"• {', '.join(codes)}"
    assert len(lines) < 10
    assert all(display_width(line) <= 80 for line in lines)


def test_what_is_said_of_several_places_stands_once() -> None:
    lacking = {"1.1": 1, "1.2": 2, "1.3": 1, "1.4": 1, "2.1": 1}
    places = [fact("evidence", code=code, lacking=count) for code, count in lacking.items()]
    lines = section(shown(with_findings(small(), finding(LACKING, *places))))
    assert lines[2:] == [
        "    • Thiếu 1 tài liệu: 1.1, 1.3, 1.4, 2.1",
        "    • 1.2 Kỷ luật: Thiếu 2 tài liệu",
    ]
    few = finding(LACKING, *(fact("evidence", code=code, lacking=1) for code in ("1.2", "1.3")))
    assert section(shown(with_findings(small(), few)))[2:] == [
        "    • Thiếu 1 tài liệu: 1.2 Kỷ luật; 1.3 Đào tạo"
    ]


def test_criteria_of_a_long_finding_stand_without_their_titles() -> None:
    codes = ["1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3"]
    places = [fact("claim", code=code, claimed=str(n)) for n, code in enumerate(codes)]
    few, many = (
        section(shown(with_findings(small(), finding(ABOVE, *some))))
        for some in (places[1:], places)
    )
    assert few[2].startswith("    • 1.2 Kỷ luật: Tự chấm 1 điểm")
    assert many[3].startswith("    • 1.2: Tự chấm 1 điểm")


def test_two_colons_never_follow_each_other_in_one_place() -> None:
    say = ("{document}: yêu cầu từ {from}", "{document}: asked for from {from}")
    early = rule("early", title="Sớm quá", say=say)
    facts = [
        fact("dated", code=code, document="tk", **{"from": "2025-01-01"}) for code in ("1.2", "1.3")
    ]
    one, two = (
        section(shown(with_findings(small(), finding(early, *some))))[2:]
        for some in (facts[:1], facts)
    )
    assert one == ["    • 1.2 Kỷ luật – tk: yêu cầu từ 01/01/2025"]
    assert two == ["    • 1.2 Kỷ luật; 1.3 Đào tạo – tk: yêu cầu từ 01/01/2025"]
    # A dash before a number would be a minus.
    said = rule("a", say="{milli}: số điểm")
    lines = section(shown(with_findings(small(), finding(said, fact("score", code="1.2")))))
    assert lines[2] == "    • 1.2 Kỷ luật: 0: số điểm"


def test_a_place_that_is_found_twice_stands_once() -> None:
    twice = [(fact("score", code="1.2"), fact("document", document=id)) for id in ("a", "b")]
    lines = section(shown(with_findings(small(), finding(WORDS_ONLY, *twice))))
    assert lines[2:-1] == ["    • 1.2 Kỷ luật"]


# What no other section says then.


def test_a_claim_that_a_finding_tells_of_is_told_nowhere_else() -> None:
    assert "Điểm tự chấm khác điểm tính được: 2 tiêu chí" in shown(PLAIN)
    assert shown(PLAIN).count("tự chấm: 1 điểm, cao hơn 0 điểm tính được") == 2
    both = [fact("claim", code=code, claimed=points) for code, points in CLAIMS.items()]
    told = with_findings(small(), finding(ABOVE, *both))
    assert "Điểm tự chấm khác" not in shown(told)
    assert "cao hơn" not in shown(told)
    assert "tự chấm: 1 điểm, cao hơn 0 điểm tính được" in shown(told, detail=2)


def test_a_claim_of_which_no_finding_tells_stays() -> None:
    report = shown(with_findings(small(), claimed("1.2", "1")))
    assert "Điểm tự chấm khác điểm tính được: 1 tiêu chí" in report
    assert report.count("tự chấm: 0,5 điểm, cao hơn 0 điểm tính được") == 2


def test_a_foreign_value_that_a_finding_tells_of_is_told_once() -> None:
    foreign = "đơn vị tự nêu 100%, không được chấm"
    say = "Đơn vị tự nêu {value}"
    one = finding(rule("a", say=say), fact("foreign", measure="tthc.hai_long", value="100%"))
    without = with_findings(example())
    assert foreign in shown(without, width=200)
    report = shown(with_findings(without, one), width=200)
    assert foreign not in report
    assert "Đơn vị tự nêu 100%" in report


def test_lists_keep_titles_and_documents_and_leave_the_advice_to_findings() -> None:
    advice = "Cần số liệu hoặc tài liệu kiểm chứng trước khi thẩm định."
    without = with_findings(example())
    assert advice in shown(without)
    codes = [one.code for one in without.leaves() if one.basis == "declared" and one.low > 0]
    places = [fact("score", code=code, basis="declared") for code in codes]
    report = shown(with_findings(without, finding(WORDS_ONLY, *places[1:])))
    assert advice not in report
    assert "Có điểm nhưng chỉ nêu bằng lời: 25 tiêu chí" in report

    wanted = Requirement("bc", Text("Báo cáo đào tạo"), required=True)
    assert wanted.title.vi in shown(small())
    lacking = finding(LACKING, fact("evidence", code="1.3", lacking=1))
    assert f"cần tài liệu: {wanted.title.vi}" in shown(with_findings(small(), lacking))


def test_the_list_of_documents_says_why_it_names_more_criteria_than_a_finding() -> None:
    start = "Thiếu tài liệu kiểm chứng: 2 tiêu chí"
    lead = "  Gồm cả tiêu chí không được tính điểm hoặc đã giải trình;"
    areas = small().areas
    (first, second, third, *others) = areas[0].components
    wanted = (Requirement("bc", Text("Biên bản"), required=True),)
    criterion = replace(second.criterion, evidence=wanted)
    second = replace(second, criterion=criterion, lacking=("bc",))
    area = replace(areas[0], components=(first, second, third, *others))
    on = replace(small(), areas=(area, *areas[1:]))
    facts = [fact("evidence", code=code, lacking=1) for code in ("1.2", "1.3")]
    some = section(shown(with_findings(on, finding(LACKING, facts[0]))), start)
    assert some[1].startswith(lead)
    for told in ([finding(LACKING, *facts)], []):
        assert section(shown(with_findings(on, *told)), start)[1].startswith("  1.2  Kỷ luật")


# The media.


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_line_is_wider_than_the_terminal(width: int, language: str) -> None:
    codes = [one.code for one in example().leaves()]
    found = finding(LACKING, *(fact("evidence", code=code, lacking=1) for code in codes))
    claims = finding(ABOVE, *(fact("claim", code=code, claimed="1", high="0") for code in codes))
    assessment = with_findings(example(), claims, found)
    for detail in (1, 2):
        text = shown(assessment, language=language, width=width, detail=detail)
        assert "\u00a0" not in text
        assert all(display_width(line) <= width for line in text.splitlines())


def test_details_say_which_facts_a_rule_matched() -> None:
    place = fact("claim", code="1.2", claimed="1", high="0"), fact("explained", code="1.2")
    assessment = with_findings(small(), finding(ABOVE, place))
    start = "Quy tắc và dữ kiện của các điều cần xem lại"
    assert start not in shown(assessment)
    assert start not in render_markdown(assessment, language="vi")
    assert section(shown(assessment, detail=2), start) == [
        start,
        "  claim-above  Tự chấm cao",
        '    • claim {code: "1.2", state: above, counts: yes, claimed: 1, high: 0, gap_milli: 0}; '
        "explained",
        '      {code: "1.2"}',
    ]


def test_facts_are_written_as_a_rule_would_write_them() -> None:
    places = [
        fact("score", code="tthc.muc3"),
        fact("rate", measure="tong", stated="20,29%"),
        fact("edge", code="1.1", counted_in="phòng, đơn vị"),
        fact("dated", code="1.1", document="kh", date="2025-01-01"),
    ]
    findings = [finding(rule(f"r{n}"), place) for n, place in enumerate(places)]
    text = shown(with_findings(small(), *findings), detail=2, width=400)
    for written in (
        "score {code: tthc.muc3,",
        'stated: "20,29%"',
        'counted_in: "phòng, đơn vị"',
        "date: 2025-01-01",
    ):
        assert written in text


def test_markdown_has_one_table_with_a_row_for_each_finding() -> None:
    one = finding(
        rule("a", title="Số *của* ai", say="Ghi {value} | <b>"),
        fact("foreign", measure="tong", value="_5_"),
    )
    both = finding(
        ABOVE,
        fact("claim", code="1.1", claimed="1", high="0"),
        fact("claim", code="1.2", claimed="1", high="1/2"),
    )
    text = render_markdown(with_findings(small(), both, one), language="vi")
    heading = "## Cần xem lại trước khi nộp: 1 điều nghiêm trọng, 1 điều cần kiểm tra\n\n"
    _, table = text.split(heading)
    rows = [line.strip("| ").split(" | ") for line in table.split("\n\n")[0].splitlines()]
    assert rows == [
        ["Mức độ", "Nội dung", "Ở đâu", "Việc cần làm", "Căn cứ"],
        ["---"] * 5,
        [
            "nghiêm trọng",
            "Tự chấm cao",
            r"1.1 Kế hoạch &lt;năm&gt; &amp; \*quý\*: Tự chấm 1 điểm, số liệu cho 0"
            "<br>1.2 Kỷ luật: Tự chấm 1 điểm, số liệu cho 0,5",
            "Sửa điểm tự chấm",
            "Điều 5",
        ],
        ["cần kiểm tra", r"Số \*của\* ai", r"Tổng số hồ sơ (dòng 9): Ghi \_5\_ \| &lt;b&gt;"],
    ]


def test_without_findings_nothing_that_shows_them_is_imported() -> None:
    code = (
        "import sys\n"
        f"sys.path.insert(0, {str(Path(__file__).parents[1])!r})\n"
        "from support.reports import small\n"
        "from par_index.nouns import replace\n"
        "from par_index.rendering.json_document import assessment_document\n"
        "from par_index.rendering.markdown import render_markdown\n"
        "from par_index.rendering.text import render_text\n"
        "one = replace(small(), findings=(), checks=())\n"
        "render_text(one, language='vi', detail=2), render_markdown(one, language='vi')\n"
        "assessment_document(one)\n"
        "print([name for name in sys.modules if 'rendering' in name and "
        "name.endswith(('findings', 'checks', 'subjects'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert ast.literal_eval(done.stdout.decode()) == []
