"""`par-index review` as offices run it: from the package to the closed appraisal, and every no."""

from __future__ import annotations

import json
import shutil
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from support.processes import complete

ROOT = Path(__file__).resolve().parents[2]
UNIT = ROOT / "fixtures" / "quang-binh-skhcn-2021" / "unit.yaml"
SET = "quang-binh/2021/skhcn-phu-luc/so"
ROSTER = """schema: par_index/roster/1
people:
  - {id: an, name: Nguyễn An, role: chair}
  - {id: lan, name: Trần Lan, role: reviewer}
  - {id: hoa, name: Lê Hoa, role: reviewer}
  - {id: sa, name: Sở A, role: unit}
"""
EXTERNAL = f"""schema: par_index/external/1
criteria: {SET}
unit: quang-binh.so-khcn
by: survey
who: Sở Nội vụ
date: 2021-12-20
data: {{}}
"""


@dataclass
class Office:
    """A folder in which somebody works."""

    folder: Path

    def run(self, *args: str, code: int = 0) -> str:
        done = complete("par-index", *args, "--lang", "en", cwd=self.folder)
        assert done.code == code, done.text + done.errors
        return done.text + done.errors

    def review(self, *args: str, code: int = 0) -> str:
        return self.run("review", *args, code=code)

    def json(self, *args: str, schema: str, code: int = 0) -> Any:
        done = complete("par-index", *args, "--format", "json", cwd=self.folder)
        assert done.code == code, done.text + done.errors
        assert done.errors == ""
        document = json.loads(done.text)
        path = ROOT / "par_index" / "schemas" / f"{schema}.schema.json"
        jsonschema.validate(document, json.loads(path.read_text(encoding="utf-8")))
        return document

    @property
    def log(self) -> Path:
        return self.folder / "HS" / "A" / "review.jsonl"

    def lines(self) -> int:
        return self.log.read_bytes().count(b"\n")


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An appraisal that has just been opened; tests work on copies."""
    office = Office(tmp_path_factory.mktemp("office"))
    (office.folder / "unit.yaml").write_bytes(UNIT.read_bytes())
    (office.folder / "to.yaml").write_text(ROSTER, encoding="utf-8")
    (office.folder / "dt.yaml").write_text(EXTERNAL, encoding="utf-8")
    office.run("pack", "unit.yaml", "-o", "goi.zip")
    told = office.review(
        "open", "HS/A", "goi.zip", "--criteria", SET, "--roster", "to.yaml", "--as", "an"
    )
    assert "Head: #1 " in told
    return office.folder


@pytest.fixture
def office(opened: Path, tmp_path: Path) -> Office:
    shutil.copytree(opened, tmp_path / "o")
    return Office(tmp_path / "o")


def decide(
    office: Office, code: str, points: str, *more: str, who: str = "lan", exit: int = 0
) -> str:
    words = ("--reason", "tinh-sai", "--text", "xem lại")
    given = more or words
    args = ("decide", "HS/A", code, "--points", points, *given, "--as", who)
    return office.review(*args, code=exit)


def head_of(slip: Path) -> str:
    return str(json.loads(slip.read_text(encoding="utf-8"))["pack_head"])


def answer(office: Office, head: str, code: int = 0) -> str:
    """The unit changes one figure, packs again and hands in."""
    text = (office.folder / "unit.yaml").read_text(encoding="utf-8")
    (office.folder / "unit.yaml").write_text(text + "\n# giải trình\n", encoding="utf-8")
    office.run("pack", "unit.yaml", "--head", head, "-o", "goi2.zip", "--force")
    return office.review("respond", "HS/A", "goi2.zip", "--by", "Chị Sa", "--as", "sa", code=code)


def test_an_appraisal_from_its_package_to_the_closed_account(office: Office) -> None:
    state = office.json("review", "show", "HS/A", schema="review-state")
    leaves = {one["code"]: one for one in state["criteria"]}
    owed = [one["code"] for one in state["owed"]]
    full = next(code for code in owed if leaves[code]["low"] == leaves[code]["high"] == "1")
    told = decide(office, full, "0")
    assert f"{full} = 0 points" in told
    raised = decide(office, full, "1", "--reason", "bo-sung-tai-lieu", "--text", "đã thấy")
    assert "Waits for a second person" in raised
    decide(office, full, "0", "--reason", "khac", "--text", "chưa thấy")
    slip = office.folder / "phieu.json"
    office.review(
        *("return", "HS/A", full, "--due", "2099-01-01", "--text", "bổ sung"),
        *("-o", "phieu.json", "--as", "lan"),
    )
    schema = ROOT / "par_index" / "schemas" / "return.schema.json"
    jsonschema.validate(
        json.loads(slip.read_text(encoding="utf-8")), json.loads(schema.read_text("utf-8"))
    )
    assert "round 2" in answer(office, head_of(slip))
    settled = [code for code in owed if leaves[code]["low"] == leaves[code]["high"]]
    office.review("accept", "HS/A", *(code for code in settled if code != full), "--as", "lan")
    for code in owed:
        if code not in settled:
            low = leaves[code]["low"]
            decide(office, code, low, "--reason", "khac", "--text", "chưa có số liệu")
    office.review("external", "HS/A", "dt.yaml", "--as", "an")
    assert "closed" in office.review("close", "HS/A", "--as", "an")
    account = office.json("review", "report", "HS/A", schema="review-account")
    assert account["phase"] == "closed"
    kinds = [one["kind"] for one in account["columns"]]
    assert kinds == ["claimed", "computed", "supported", "round", "response", "final"]
    proven = office.json("verify", "HS/A/review.jsonl", schema="review-verify")
    assert len(proven["packages"]) == 2
    assert proven["missing"] == proven["unlike"] == []
    for form in ("text", "markdown", "csv"):
        assert full in office.review("report", "HS/A", "--format", form)


def test_what_is_not_allowed_now_is_refused_and_nothing_is_written(office: Office) -> None:
    state = office.json("review", "show", "HS/A", schema="review-state")
    leaves = {one["code"]: one for one in state["criteria"]}
    full = next(one["code"] for one in leaves.values() if one["low"] == one["high"] == "1")
    zero = next(one["code"] for one in leaves.values() if one["low"] == one["high"] == "0")
    parent = full.rsplit(".", 1)[0]
    pending = [one["code"] for one in leaves.values() if one["outcome"] == "PENDING"]
    owed = {one["code"] for one in state["owed"]}
    locked = next(code for code in pending if code not in owed)
    words = ("--reason", "tinh-sai", "--text", "xem")
    for code, args in (
        ("E815", ("decide", "HS/A", parent, "--points", "0", *words, "--as", "lan")),
        ("E816", ("decide", "HS/A", locked, "--points", "0", *words, "--as", "lan")),
        ("E819", ("decide", "HS/A", full, "--points", "2", *words, "--as", "lan")),
        ("E820", ("decide", "HS/A", "khong.co", "--points", "0", *words, "--as", "lan")),
        ("E821", ("decide", "HS/A", full, "--points", "0", "--as", "lan")),
        ("E822", ("decide", "HS/A", full, "--points", "0", *words, "--as", "minh")),
        ("E823", ("confirm", "HS/A", "1", "--as", "lan")),
        ("E833", ("decide", "HS/A", full, "--na", "khong-co", *words, "--as", "lan")),
        ("E835", ("settle", "HS/A", full, "--points", "0", *words, "--as", "an")),
        ("E836", ("decide", "HS/A", full, "--points", "0.12345", *words, "--as", "lan")),
        ("E837", ("close", "HS/A", "--as", "lan")),
        ("E839", ("decide", "HS/A", full, "--points", "0.5", *words, "--as", "lan")),
        ("E813", ("reopen", "HS/A", "--text", "x", "--as", "an")),
        ("E813", ("respond", "HS/A", "goi.zip", "--by", "x", "--as", "sa")),
        ("E842", ("roster", "HS/A", "LAN", "--name", "L", "--role", "chair", "--as", "an")),
        ("E841", ("return", "HS/A", full, "--due", "2001-01-01", "--text", "x", "--as", "lan")),
    ):
        assert f"error[{code}]" in office.review(*args, code=2)
    assert "error[E828]" in office.review("close", "HS/A", "--as", "an", code=1)
    assert office.lines() == 1
    rest = ("accept", "HS/A", "--rest", "--as", "lan")
    assert "accepted 2 criteria" in office.review(*rest)
    assert "error[E847]" in office.review(*rest, code=2)
    assert "Waits" in decide(office, zero, "1")
    assert "error[E824]" in office.review("confirm", "HS/A", "3", "--as", "lan", code=2)
    decide(office, zero, "0", "--reason", "khac", "--text", "x", who="hoa")
    settle = ("--reason", "khac", "--text", "x", "--as", "an")
    told = office.review("settle", "HS/A", zero, "--points", "-1", *settle, code=2)
    assert "error[E819]" in told
    assert "error[E825]" in office.review(
        "accept", "HS/A", next(code for code in pending if code in owed), "--as", "lan", code=2
    )
    refused = office.json("review", "confirm", "HS/A", "9", "--as", "hoa", schema="review", code=2)
    assert [one["code"] for one in refused["problems"]] == ["E823"]


def test_two_who_look_at_the_same_time(office: Office) -> None:
    """The second of two who saw one line is told to look again."""
    state = office.json("review", "show", "HS/A", schema="review-state")
    code = next(one["code"] for one in state["criteria"] if one["low"] == one["high"] == "1")
    decide(office, code, "0", "--reason", "khac", "--text", "x", "--seen", "1")
    told = decide(office, code, "0", "--reason", "khac", "--text", "y", "--seen", "1", exit=5)
    assert "error[E918]" in told
    early = ("--at", "2020-01-01T00:00:00Z")
    told = decide(office, code, "0", "--reason", "khac", "--text", "z", *early)
    assert "warning[W801]" in told


def test_a_package_of_another_unit_or_set_is_refused(office: Office) -> None:
    other = office.folder / "khac"
    other.mkdir()
    text = (office.folder / "unit.yaml").read_text(encoding="utf-8")
    (other / "unit.yaml").write_text(
        text.replace("id: quang-binh.so-khcn", "id: quang-binh.so-yt"), encoding="utf-8"
    )
    office.run("pack", "khac/unit.yaml", "-o", "khac.zip")
    assert "error[E826]" in office.review("receive", "HS/A", "khac.zip", "--as", "an", code=3)
    shutil.copytree(ROOT / "criteria" / SET, other / "bo")
    path = next(one for one in (other / "bo").glob("*.yaml") if "full_if" in one.read_text("utf-8"))
    path.write_text(
        path.read_text("utf-8").replace("max_points: 1", "max_points: 2", 1), encoding="utf-8"
    )
    told = office.run("pack", "unit.yaml", "--criteria", "khac/bo", "-o", "bo.zip", code=4)
    assert "error" in told
    path.write_text(
        path.read_text("utf-8").replace("max_points: 2", "max_points: 1", 1) + "\n# khác\n",
        encoding="utf-8",
    )
    office.run("pack", "unit.yaml", "--criteria", "khac/bo", "-o", "bo.zip")
    assert "error[E827]" in office.review("receive", "HS/A", "bo.zip", "--as", "an", code=3)
    amend = ("amend", "HS/A", "bo.zip", "--criteria", "khac/bo", "--text", "sửa", "--as", "an")
    assert "went over to the set" in office.review(*amend)
    assert office.json("review", "report", "HS/A", schema="review-account")["phase"] == "open"


def test_an_answer_to_another_log_is_refused(office: Office) -> None:
    state = office.json("review", "show", "HS/A", schema="review-state")
    code = state["owed"][0]["code"]
    office.review(
        *("return", "HS/A", code, "--due", "2099-01-01", "--text", "x"),
        *("-o", "phieu.json", "--as", "lan"),
    )
    assert "error[E817]" in answer(office, "2:" + "0" * 64, code=3)
    answer(office, head_of(office.folder / "phieu.json"))
    office.review("return", "HS/A", code, "--due", "2099-01-01", "--text", "x", "--as", "lan")
    assert "error[E843]" in answer(office, head_of(office.folder / "phieu.json"), code=3)
    none = ("respond", "HS/A", "--none", "--as", "an")
    assert "error[E841]" in office.review(*none, code=2)
    assert "no answer" in office.review(*none, "--at", "2099-01-02T00:00:00Z")


def test_a_torn_log_is_read_refused_and_resumed(office: Office) -> None:
    state = office.json("review", "show", "HS/A", schema="review-state")
    code = state["owed"][0]["code"]
    with office.log.open("ab") as log:
        log.write(b'{"seq":2')
    assert "warning[W802]" in office.review("show", "HS/A")
    act = ("return", "HS/A", code, "--due", "2099-01-01", "--text", "x", "--as", "lan")
    assert "error[E814]" in office.review(*act, code=3)
    assert "error[E814]" in office.run("verify", "HS/A/review.jsonl", code=3)
    assert "8 torn bytes" in office.review("resume", "HS/A")
    assert (office.log.parent / "review.jsonl.tail-1").read_bytes() == b'{"seq":2'
    office.review(*act)


def test_what_is_kept_beside_the_log_is_what_the_log_says(office: Office) -> None:
    (package,) = (office.log.parent / "packages").iterdir()
    office.run("pack", "unit.yaml", "--as-of", "2021-10-31", "-o", "sau.zip")
    shutil.copy(office.folder / "sau.zip", package)
    assert "error[E846]" in office.review("report", "HS/A", code=3)
    package.unlink()
    told = office.run("verify", "HS/A/review.jsonl")
    assert "is not kept beside the log" in told


def test_a_log_that_says_otherwise_than_its_package_is_told(office: Office) -> None:
    """Points forged in the first line, all hashes worked out again."""
    from par_index.review.log.canonical import canonical, chain_hash

    fields = json.loads(office.log.read_bytes())
    fields["basis"][0]["digest"] = "0" * 64
    fields["hash"] = chain_hash(fields)
    office.log.write_bytes(canonical(fields) + b"\n")
    assert "error[E848]" in office.run("verify", "HS/A/review.jsonl", code=3)
    fields["tools"]["par_index"] = "0.0.0"
    fields["hash"] = chain_hash(fields)
    office.log.write_bytes(canonical(fields) + b"\n")
    assert "error[E849]" in office.run("verify", "HS/A/review.jsonl", code=1)


def test_heads_and_copies_tell_of_a_cut_log(office: Office) -> None:
    state = office.json("review", "show", "HS/A", schema="review-state")
    code = state["owed"][0]["code"]
    whole = office.folder / "ban_sao.jsonl"
    office.review("return", "HS/A", code, "--due", "2099-01-01", "--text", "x", "--as", "lan")
    head = office.json("review", "show", "HS/A", schema="review-state")["head"]
    shutil.copy(office.log, whole)
    told = f"#{head['seq']} {head['hash'][:16]}…"
    assert "continues the head" in office.run("verify", "HS/A/review.jsonl", "--head", told)
    office.log.write_bytes(whole.read_bytes().split(b"\n")[0] + b"\n")
    assert "The log is whole, 1 line" in office.run("verify", "HS/A/review.jsonl")
    assert "error[E817]" in office.run("verify", "HS/A/review.jsonl", "--head", told, code=3)
    against = ("verify", "HS/A/review.jsonl", "--against", "ban_sao.jsonl")
    assert "error[E832]" in office.run(*against, code=3)


def test_the_queue_of_an_office(office: Office) -> None:
    units = office.folder / "HS" / "don_vi.yaml"
    units.write_text(
        """schema: par_index/units/1
units:
  - {id: quang-binh.so-khcn, name: Sở Khoa học và Công nghệ, folder: A, due: 2021-12-31}
  - {id: quang-binh.so-yt, name: Sở Y tế, folder: B, due: 2021-12-31}
  - {id: quang-binh.so-ct, name: Sở Công Thương, folder: C, due: 2099-12-31}
""",
        encoding="utf-8",
    )
    args = ("review", "queue", "HS", "--today", "2022-01-01")
    queue = office.json(*args, schema="review-queue")
    told = {one["id"]: one for one in queue["units"]}
    assert [one["id"] for one in queue["units"]] == [
        "quang-binh.so-khcn",
        "quang-binh.so-yt",
        "quang-binh.so-ct",
    ]
    assert told["quang-binh.so-yt"]["late"]
    assert not told["quang-binh.so-ct"]["late"]
    own = told["quang-binh.so-khcn"]
    weights = [float(one["stake"]) * one["doubt"] for one in own["criteria"]]
    assert weights == sorted(weights, reverse=True)
    assert own["owed"] == len(own["criteria"]) > 0
    for form in ("text", "markdown", "csv"):
        assert "Sở Y tế" in office.run(*args, "--format", form)
    units.write_text(
        units.read_text("utf-8").replace("id: quang-binh.so-yt", "id: quang-binh.so-khcn"), "utf-8"
    )
    assert "error[E845]" in office.run(*args, code=3)
    units.write_text(units.read_text("utf-8").replace("so-khcn", "so-x", 1), "utf-8")
    broken = office.json(*args, schema="review-queue", code=3)
    assert "E826" in [one["code"] for unit in broken["units"] for one in unit["problems"]]


def test_nothing_is_opened_twice_or_without_a_chair(office: Office) -> None:
    again = ("open", "HS/A", "goi.zip", "--criteria", SET, "--roster", "to.yaml", "--as")
    assert "error[E813]" in office.review(*again, "an", code=2)
    other = ("open", "HS/B", "goi.zip", "--criteria", SET, "--roster", "to.yaml", "--as")
    assert "error[E837]" in office.review(*other, "lan", code=2)
    assert "error[E822]" in office.review(*other, "minh", code=2)
    assert "error[E844]" in office.review("close", "HS/B", "--as", "an", code=2)
    office.review(*other, "an")


def test_what_is_typed_is_written_in_one_form_or_not_at_all(office: Office) -> None:
    """Letters with their marks apart, as some keyboards give them; nothing; too much."""
    state = office.json("review", "show", "HS/A", schema="review-state")
    code = state["owed"][0]["code"]
    text = unicodedata.normalize("NFD", "Giải trình số liệu")
    act = ("return", "HS/A", code, "--due", "2099-01-01", "--as", "LAN ", "--text")
    assert "error[E850]" in office.review(*act, "x" * 10_001, code=2)
    assert "error[E822]" in office.review(
        *act[:5], "--as", unicodedata.normalize("NFD", "lân"), "--text", "x", code=2
    )
    roster = ("roster", "HS/A", "", "--name", "x", "--role", "chair", "--as", "an")
    assert "error[E850]" in office.review(*roster, code=2)
    assert office.lines() == 1
    office.review(*act, text)
    line = json.loads(office.log.read_bytes().splitlines()[-1])
    assert (line["who"], line["text"]) == ("lan", "Giải trình số liệu")


@pytest.mark.parametrize("unseen", ["\u202e", "\x1b", "\u200b", "\x07"])
def test_what_cannot_be_seen_is_not_written(unseen: str, office: Office) -> None:
    """In whatever is typed, as in a file: it would act on the terminal of the next reader."""
    odd, name = f"vì{unseen} sao", f"U+{ord(unseen):04X}"
    for act, option in (
        (("return", "HS/A", "1", "--due", "2099-01-01", "--text", odd), "--text"),
        (("decide", "HS/A", "1", "--points", "1", "--clause", odd), "--clause"),
        (("respond", "HS/A", "--none", "--by", odd), "--by"),
        (("roster", "HS/A", "x", "--name", odd, "--role", "chair"), "--name"),
        (("roster", "HS/A", odd, "--name", "x", "--role", "chair"), "ID"),
        (("accept", "HS/A", "1", odd), ""),
    ):
        told = office.review(*act, "--as", "an", code=2)
        assert option in told
        assert f"a character {name}" in told
        assert "its 3." in told
        assert unseen not in told
    assert office.lines() == 1


def test_what_an_old_log_holds_does_nothing_to_a_terminal(office: Office) -> None:
    from par_index.review.log.canonical import canonical, chain_hash

    first = json.loads(office.log.read_bytes())
    code = first["basis"][0]["code"]
    bad = "a\u202eb\x1b[31mc\u200bd\x07"
    line = {
        "action": "return", "at": first["at"], "codes": [code], "due": "2099-01-01",
        "log": first["hash"], "prev": first["hash"], "role": "chair", "seq": 2, "text": bad,
        "who": "an",
    }  # fmt: skip
    person = {"id": "x\x1b", "name": bad, "role": "reviewer"}
    second = line | {"hash": chain_hash(line)}
    line = {
        "action": "roster", "at": first["at"], "log": first["hash"], "person": person,
        "prev": second["hash"], "role": "chair", "seq": 3, "who": "an",
    }  # fmt: skip
    third = line | {"hash": chain_hash(line)}
    with office.log.open("ab") as log:
        log.write(b"".join(canonical(one) + b"\n" for one in (second, third)))
    for format in ("text", "markdown", "json", "csv"):
        for verb in ("show", "report", "slip"):
            if (verb, format) in {("show", "csv"), ("slip", "csv")}:
                continue
            told = office.review(verb, "HS/A", "--format", format)
            assert not set("\u202e\x1b\x07") & set(told), (verb, format)
    for verb in (("review", "show", "HS/A"), ("verify", "HS/A/review.jsonl")):
        assert not set("\u202e\x1b\x07") & set(office.run(*verb))


MALFORMED = (
    ("decide", "HS/A", "1", "--as", "lan"),
    ("decide", "HS/A", "1", "--points", "một", "--as", "lan"),
    ("decide", "HS/A", "1", "--points", "1", "--na", "x", "--as", "lan"),
    ("accept", "HS/A", "--as", "lan"),
    ("confirm", "HS/A", "x", "--as", "lan"),
    ("respond", "HS/A", "--as", "sa"),
    ("respond", "HS/A", "goi.zip", "--as", "sa"),
    ("return", "HS/A", "1", "--text", "x", "--as", "lan"),
    ("close", "HS/A"),
    ("close", "HS/A", "--as", "an", "--at", "hôm nay"),
    ("close", "HS/A", "--as", "an", "--seen", "x"),
    (),
    ("forget",),
)


def test_a_malformed_command_line_writes_nothing(office: Office) -> None:
    for args in MALFORMED:
        assert "error: " in office.review(*args, code=2), args
    assert office.lines() == 1
