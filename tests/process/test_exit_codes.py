"""Every exit code, from a real process; for JSON callers each comes with one document."""

import os
import signal
import subprocess
from pathlib import Path

import pytest
from support.processes import SAMPLE, Done, par_index, par_score, sample_scored, start

from par_index.cli.exits import Exit, exit_of, worst_of
from par_index.problems import Owner, Problem, Source, Span

BUG = """
import par_index.scoring.scores

def broken(*_):
    raise ZeroDivisionError("chia cho 0")

par_index.scoring.scores.score = broken
"""


@pytest.fixture
def bug(tmp_path: Path) -> dict[str, str]:
    """An environment in which scoring has a fault."""
    (tmp_path / "sitecustomize.py").write_text(BUG, encoding="utf-8")
    return {"PYTHONPATH": os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])}


def test_0_when_assessed_whatever_the_score() -> None:
    done = sample_scored("-q")
    assert (done.code, done.err) == (0, b"")
    assert done.text.count("\n") == 1


@pytest.mark.parametrize(
    ("gate", "says"),
    [
        (("--fail-under", "40"), "26 điểm, thấp hơn ngưỡng 40"),
        (("--fail-under=59.1%",), "59,09%, thấp hơn ngưỡng 59,1%"),
        (("--fail-on", "missing", "--fail-on", "shortfall"), "7 tiêu chí còn thiếu số liệu"),
    ],
)
def test_1_when_a_requested_gate_is_not_passed(gate: tuple[str, ...], says: str) -> None:
    done = par_score("-q", SAMPLE, *gate)
    assert done.code == 1
    assert done.text, "the assessment is there all the same"
    assert says in done.errors


def test_0_when_every_requested_gate_is_passed() -> None:
    done = par_score(
        "-q", SAMPLE, "--fail-under", "26", "--fail-on", "missing-evidence", "--fail-under", "59%"
    )
    assert (done.code, done.err) == (0, b"")


def test_2_when_the_command_line_is_malformed() -> None:
    done = par_score(SAMPLE, "--fromat", "json")
    assert (done.code, done.out) == (2, b"")
    assert "không có tuỳ chọn `--fromat`; có phải ý bạn là `--format`?" in done.errors


def test_3_when_the_submission_cannot_be_scored(broken: Path) -> None:
    done = par_score(broken)
    assert (done.code, done.out) == (3, b""), "invalid data gives no score at all"
    assert "don_vi.tongg" in done.errors
    assert f"{broken}:" in done.errors


def test_4_when_the_criteria_set_cannot_be_used(broken_set: Path) -> None:
    done = par_score(SAMPLE, "--criteria", broken_set)
    assert (done.code, done.out) == (4, b"")
    assert "bộ tiêu chí" in done.errors


def test_5_when_a_file_is_not_there() -> None:
    done = par_score("không-có.yaml")
    assert (done.code, done.out) == (5, b"")
    assert "[E901] chưa thấy tệp hoặc thư mục `không-có.yaml`" in done.errors


def test_70_when_par_index_itself_is_at_fault(bug: dict[str, str]) -> None:
    done = par_score(SAMPLE, **bug)
    assert (done.code, done.out) == (70, b"")
    assert "xin báo lỗi" in done.errors
    assert "please report" in done.errors
    assert "par-score: ZeroDivisionError: chia cho 0 (assessing.py:" in done.errors
    assert "Traceback" not in done.errors


def test_70_shows_the_traceback_only_when_asked(bug: dict[str, str]) -> None:
    done = par_score(SAMPLE, "--format", "json", **bug, PAR_INDEX_DEBUG="1")
    assert done.code == 70
    assert "Traceback" in done.errors
    assert (done.document["status"], done.document["exit_code"]) == ("internal", 70)


def test_130_when_stopped_from_the_keyboard() -> None:
    process = start("par-score", "-", "--format", "json")
    assert process.stdin is not None
    wait_until_it_reads(process)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"")


def wait_until_it_reads(process: "subprocess.Popen[bytes]") -> None:
    """A pipe takes 64 KiB at once; more goes in only when the other side is reading."""
    assert process.stdin is not None
    process.stdin.write(b"#" * 200_000)
    process.stdin.flush()


def test_141_when_nobody_reads_any_more() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = start("par-score", SAMPLE, stdin=subprocess.DEVNULL, stdout=writing)
    os.close(writing)
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (141, b""), "and without a sound"


def test_141_when_nobody_reads_the_diagnostics() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = start("par-score", "nowhere", stdin=subprocess.DEVNULL, stderr=writing)
    os.close(writing)
    out, _ = process.communicate(timeout=30)
    assert (process.returncode, out) == (141, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
@pytest.mark.parametrize("format", ["text", "json"])
def test_5_when_standard_output_cannot_be_written(format: str) -> None:
    with open("/dev/full", "wb") as full:
        process = start("par-score", SAMPLE, "--format", format, stdout=full)
        _, err = process.communicate(timeout=30)
    assert process.returncode == 5
    assert "[E903] chưa ghi được `<stdout>`" in err.decode()
    assert "Exception ignored" not in err.decode()


@pytest.mark.parametrize(
    ("args", "code", "status"),
    [
        (["--bogus"], 2, "usage"),
        (["nowhere.yaml"], 5, "refused"),
        (["--criteria", "nowhere", str(SAMPLE)], 5, "refused"),
    ],
)
def test_json_callers_get_one_document_and_silence(args: list[str], code: int, status: str) -> None:
    done = par_score("--format=json", *args)
    assert (done.code, done.err) == (code, b"")
    assert (done.document["status"], done.document["exit_code"]) == (status, code)


def test_the_exit_code_says_whose_text_it_is() -> None:
    def problem(code: str, owner: Owner) -> Problem:
        return Problem(code, Span(Source("x", owner)))

    unit, author = problem("E201", Owner.SUBMISSION), problem("E301", Owner.CRITERIA)
    system, warning = problem("E901", Owner.SUBMISSION), problem("W203", Owner.SUBMISSION)
    assert [exit_of([one]) for one in (unit, author, system, warning)] == [3, 4, 5, 0]
    assert exit_of([unit, system, author]) == Exit.SYSTEM
    assert exit_of([problem("E905", Owner.SYSTEM)]) == Exit.USAGE


def test_the_worst_code_counts() -> None:
    order = [Exit(code) for code in (70, 5, 4, 3, 1, 0)]
    assert [worst_of(order[place:]) for place in range(len(order))] == order
    assert worst_of([]) == Exit.OK


def test_the_workbench_keeps_the_same_codes(broken: Path, broken_set: Path) -> None:
    def code(done: Done) -> int:
        return done.code

    assert code(par_index("sets")) == 0
    assert code(par_index("chek")) == 2
    assert code(par_index("check", broken)) == 3
    assert code(par_index("check", broken, broken_set)) == 4
    assert code(par_index("check", broken, broken_set, "nowhere")) == 5
