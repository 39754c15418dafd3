"""Data of every kind in a unit's file and beside it: points, tallies, last year, external files."""

from __future__ import annotations

from fractions import Fraction

import pytest
from support.lowering import lower

from par_index.model.criteria import CriteriaSet
from par_index.model.submission import Submission
from par_index.problems import InvalidInput, Owner, Problems
from par_index.reading.external_files import ExternalFile, is_external, open_external, strays
from par_index.reading.library import Library
from par_index.reading.submissions import read_submission

MEASURES = """
- {id: tong, kind: count, counted_in: hồ sơ}
- {id: dat, kind: count, counted_in: hồ sơ, within: tong}
- {id: ty_le, kind: rate, of: [dat, tong]}
- {id: khac, kind: count}
- {id: xong, kind: yes_no}
- {id: phieu, kind: tally, options: [tot, kem]}
- {id: khao_sat, kind: tally, by: survey, options: [tot, kem]}
- {id: diem, kind: points, min: -1}
- {id: td, kind: points, by: appraiser}
- {id: cao_nhat, kind: count, counted_in: hồ sơ, by: block, best: tong}
"""
GROUNDS = "not_applicable: {grounds: [{id: khong, text: Không}]}"
CRITERIA = f"""
- code: "1"
  {GROUNDS}
  components:
  - {{code: "1.1", max_points: 2, scoring: {{given: diem}}}}
  - {{code: "1.2", max_points: 2, scoring: {{given: td}}}}
  - code: "1.3"
    max_points: 1
    scoring: {{full_if: {{of: {{last_year: ty_le}}, at_least: 50%}}, when_none: zero}}
- code: "2"
  components:
  - {{code: "2.1", max_points: 1, scoring: {{full_if: xong}}}}
"""
HEAD = """schema: par_index/submission/1
criteria: thu/2025/thu/so
unit: {id: thu.so-a, name: Sở A, tier: so}
as_of: 2025-12-31
"""


@pytest.fixture(scope="module")
def criteria() -> CriteriaSet:
    return lower(CRITERIA, MEASURES)


def read(text: str, criteria: CriteriaSet, *external: ExternalFile) -> Submission:
    data = (HEAD + text).encode()
    return read_submission(data, "unit.yaml", Library(), criteria=criteria, external=external)[1]


def refused(text: str, criteria: CriteriaSet, *external: ExternalFile) -> list[tuple[str, int]]:
    with pytest.raises(InvalidInput) as caught:
        read(text, criteria, *external)
    return [(problem.code, problem.span.line - 4) for problem in caught.value.problems]


# Points.


@pytest.mark.parametrize(
    ("text", "value"), [("1.25", Fraction(5, 4)), ("1,25", Fraction(5, 4)), ("-1", Fraction(-1))]
)
def test_points_are_exact_decimals(text: str, value: Fraction, criteria: CriteriaSet) -> None:
    assert read(f"data: \n  diem: {text}\n", criteria).data["diem"].value == value


def test_points_follow_the_declared_style(criteria: CriteriaSet) -> None:
    assert read("numbers: vi\ndata:\n  diem: 1,125\n", criteria).data["diem"].value == Fraction(
        9, 8
    )


@pytest.mark.parametrize(
    ("text", "code"), [("2,01", "E250"), ("-1.5", "E248"), ("1,125", "E220"), ("50%", "E229")]
)
def test_points_that_cannot_be_are_refused(text: str, code: str, criteria: CriteriaSet) -> None:
    assert refused(f"data:\n  diem: {text}\n", criteria) == [(code, 2)]


# Tallies.


@pytest.mark.parametrize(
    "text",
    [
        "phieu: {tot: 12, kem: 3}",
        "phieu:\n    kem: 3\n    tot: 12",
        "phieu:\n    value: {tot: 12, kem: 3}\n    quote: 12 phiếu tốt",
    ],
)
def test_a_tally_is_a_number_for_each_option(text: str, criteria: CriteriaSet) -> None:
    datum = read(f"data:\n  {text}\n", criteria).data["phieu"]
    assert datum.value == {"tot": Fraction(12), "kem": Fraction(3)}
    assert datum.text == "tot: 12, kem: 3"


@pytest.mark.parametrize("text", ["phieu:", "phieu: {tot: , kem: }", "phieu: {said: đa số tốt}"])
def test_a_blank_tally_is_not_reported(text: str, criteria: CriteriaSet) -> None:
    assert not read(f"data:\n  {text}\n", criteria).data["phieu"].is_reported


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("phieu: 12", [("E251", 2)]),
        ("phieu: {tot: 12}", [("E252", 2)]),
        ("phieu: {tot: 12, kem: }", [("E252", 2)]),
        ("phieu: {tot: 12, kem: 3, te: 1}", [("E235", 2)]),
        ("phieu: {tot: 12.5, kem: -3}", [("E222", 2), ("E223", 2)]),
        ("phieu: {tot: [12], kem: 3}", [("E208", 2)]),
        ("phieu: [12, 3]", [("E208", 2)]),
        ("tong: {tot: 12}", [("E201", 2)]),
    ],
)
def test_a_tally_with_gaps_is_refused(
    text: str, found: list[tuple[str, int]], criteria: CriteriaSet
) -> None:
    assert refused(f"data:\n  {text}\n", criteria) == found


# Last year.


def test_last_year_is_read_like_this_year(criteria: CriteriaSet) -> None:
    text = "data:\n  tong: 10\nlast_year:\n  tong: 8\n  ty_le: 50%\n  khac: 3\n"
    data = read(text, criteria).data
    assert data["tong"].value == 10
    assert data["tong@last_year"].value == 8
    assert data["ty_le@last_year"].value == Fraction(1, 2)
    assert "khac@last_year" not in data, "no rule asks for it"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("dat: 9\n  tong: 8", [("E240", 2)]),
        ("tong: 8\n  ty_le: 33.3%", [("E241", 3)]),
        ("tong: 0\n  ty_le: 50%", [("E249", 3)]),
        ("khac: 1.5", [("E222", 2)]),
        ("khong_co: 1", [("E210", 2)]),
        ("tong@last_year: 1", [("E210", 2)]),
    ],
)
def test_last_year_is_checked_like_this_year(
    text: str, found: list[tuple[str, int]], criteria: CriteriaSet
) -> None:
    assert refused(f"last_year:\n  {text}\n", criteria) == found


def test_problems_of_last_year_name_what_was_written(criteria: CriteriaSet) -> None:
    with pytest.raises(InvalidInput) as caught:
        read("last_year:\n  dat: 9\n  tong: 8\n", criteria)
    (problem,) = caught.value.problems
    assert (problem.params["part"], problem.params["whole"]) == ("dat", "tong")


def test_the_years_are_not_mixed(criteria: CriteriaSet) -> None:
    assert read("data:\n  dat: 9\nlast_year:\n  tong: 8\n", criteria).remarks == ()
    assert refused("data:\n  tong@last_year: 1\n", criteria) == [("E210", 2)]


# Answers for a parent.


def answer(more: str) -> str:
    return f'answers:\n  - code: "1"\n    explanation: Không được giao\n{more}'


def test_a_parent_is_answered_by_its_ground(criteria: CriteriaSet) -> None:
    text = answer("    not_applicable: {ground: khong}\n")
    assert read(text, criteria).answers["1"].ground == "khong"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (answer(""), [("E247", 2)]),
        (answer("    not_applicable: {ground: khong}\n    claimed: 1\n"), [("E247", 5)]),
        (answer("    not_applicable: {ground: khac}\n"), [("E216", 4)]),
        (
            'answers:\n  - code: "2"\n    explanation: x\n    not_applicable: {ground: khong}\n',
            [("E215", 4)],
        ),
        ('answers:\n  - code: "1"\n    not_applicable: {ground: khong}\n', [("E214", 3)]),
    ],
)
def test_a_parent_is_answered_by_nothing_else(
    text: str, found: list[tuple[str, int]], criteria: CriteriaSet
) -> None:
    assert refused(text, criteria) == found


# External files.


def external(data: str, *, by: str = "survey", unit: str = "thu.so-a", more: str = "") -> bytes:
    whose = "" if by == "block" else f"unit: {unit}\n"
    head = f"schema: par_index/external/1\ncriteria: thu/2025/thu/so\nby: {by}\n{whose}"
    return f"{head}who: Nơi cung cấp\ndate: 2026-01-10\n{more}data:\n  {data}\n".encode()


def opened(data: bytes) -> ExternalFile:
    problems = Problems()
    file = open_external(data, "kem.yaml", problems)
    problems.raise_errors()
    assert file is not None
    return file


def test_what_others_give_stands_beside_the_units_own(criteria: CriteriaSet) -> None:
    files = [
        opened(external("khao_sat: {tot: 5, kem: 1}")),
        opened(external("td: 1,5", by="appraiser", more="numbers: vi\n")),
        opened(external("cao_nhat: 1000", by="block")),
        opened(external("td: 0", by="appraiser", unit="thu.so-b")),
    ]
    submission = read("data:\n  td: 2\n", criteria, *files)
    assert submission.data["td"].value == 2
    assert submission.remarks == ()
    values = {id: datum.value for id, datum in submission.external.items()}
    assert values == {
        "khao_sat": {"tot": Fraction(5), "kem": Fraction(1)},
        "td": Fraction(3, 2),
        "cao_nhat": Fraction(1000),
    }
    assert submission.external["td"].span.source.owner is Owner.EXTERNAL


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (external("td: 1"), ["E256"]),
        (external("tong: 1"), ["E256"]),
        (external("khao_sat: {tot: 1}"), ["E252"]),
        (external("td: 3", by="appraiser"), ["E250"]),
        (external("td: 1", by="appraiser").replace(b"2025/thu", b"2024/thu"), ["E255"]),
    ],
)
def test_data_that_do_not_belong_there_refuse_the_submission(
    data: bytes, codes: list[str], criteria: CriteriaSet
) -> None:
    with pytest.raises(InvalidInput) as caught:
        read("", criteria, opened(data))
    assert [problem.code for problem in caught.value.problems] == codes
    assert {problem.owner for problem in caught.value.problems} == {Owner.EXTERNAL}


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        (b"by: survey", b"by: unit", ["E204"]),
        (b"by: survey", b"by: block", ["E253"]),
        (b"unit: thu.so-a\n", b"", ["E202"]),
        (b"who: ", b"whom: ", ["E202", "E201"]),
        (b"2026-01-10", b"10/13/2026", ["E237"]),
        (b"external/1", b"submission/1", ["E205"]),
        (b"who: ", b"who: [", ["E122"]),
    ],
)
def test_a_head_that_leaves_something_open_is_refused(
    old: bytes, new: bytes, codes: list[str]
) -> None:
    data = external("khao_sat: {tot: 5, kem: 1}")
    assert old in data
    problems = Problems()
    assert open_external(data.replace(old, new), "kem.yaml", problems) is None
    assert [problem.code for problem in problems.in_order()] == codes


def test_a_file_about_nobody_here_is_told() -> None:
    files = [
        opened(external("td: 1", unit="thu.so-b")),
        opened(external("cao_nhat: 1", by="block")),
    ]
    (problem,) = strays(files, ["thu.so-a"])
    assert (problem.code, problem.params["found"]) == ("E254", "thu.so-b")
    assert strays(files, ["thu.so-a", "thu.so-b"]) == ()


def test_a_file_says_of_itself_what_it_is() -> None:
    assert is_external(external("td: 1"))
    assert not is_external(HEAD.encode())
