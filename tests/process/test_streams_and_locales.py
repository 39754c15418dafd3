"""The same bytes on every machine, and Vietnamese through every pipe."""

import os
import pty
import shlex
import subprocess

import pytest
from support.processes import SAMPLE, command, environment, par_index, par_score, sample_scored

MACHINES = {
    "another hash seed": {"PYTHONHASHSEED": "4711"},
    "another time zone, in English, with few columns": {
        "TZ": "Pacific/Kiritimati",
        "PAR_INDEX_LANG": "en",
        "COLUMNS": "40",
    },
    "the locale C": {"LC_ALL": "C"},
    "the locale POSIX, taken at its word": {
        "LC_ALL": "POSIX",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    },
    "a cp1252 pipe": {"PYTHONIOENCODING": "cp1252"},
    "a cp1258 pipe": {"PYTHONIOENCODING": "cp1258"},
}


@pytest.mark.parametrize("machine", MACHINES)
def test_json_is_the_same_to_the_byte_on(machine: str) -> None:
    done = par_score(SAMPLE, "--format", "json", **MACHINES[machine])
    assert (done.code, done.err) == (0, b"")
    assert done.out == sample_scored("--format", "json").out


@pytest.mark.parametrize("encoding", ["cp1252", "cp1258"])
def test_a_pipe_gets_utf_8_whatever_the_machine_prefers(encoding: str) -> None:
    done = par_score("-q", SAMPLE, "--fail-under", "46", PYTHONIOENCODING=encoding)
    assert done.code == 1
    assert "Sở Khoa học và Công nghệ tỉnh Quảng Bình" in done.text
    assert "thấp hơn ngưỡng 46" in done.errors


def test_a_file_name_that_is_no_text_is_told_without_a_fault() -> None:
    name = os.fsdecode(b"ti\xeau-ch\xed.yaml")
    done = par_score(name)
    assert done.code == 5
    assert "[E901]" in done.errors
    done = par_score(name, "--format", "json")
    assert done.code == 5
    assert done.document["problems"][0]["place"]["file"] == name


def test_no_colour_goes_into_a_pipe(broken: object) -> None:
    for done in (sample_scored("-v"), par_score(broken), par_index("check", broken)):
        assert b"\x1b" not in done.out + done.err


@pytest.mark.parametrize(
    ("settings", "colour"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
    ids=["usually", "NO_COLOR", "a dumb terminal"],
)
def test_a_terminal_gets_colour_unless_refused(settings: dict[str, str], colour: bool) -> None:
    seen = on_terminal(("-v", str(SAMPLE)), {"TERM": "xterm", **settings})
    assert "Sở Khoa học" in seen
    assert ("\x1b[" in seen) is colour


def test_a_terminal_of_another_encoding_gets_stand_ins_rather_than_a_fault() -> None:
    seen = on_terminal(("-q", str(SAMPLE)), {"TERM": "xterm", "PYTHONIOENCODING": "cp1252"})
    assert "Qu?ng B" in seen


def on_terminal(args: tuple[str, ...], settings: dict[str, str]) -> str:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*command("par-score"), *args],
        env=environment(**settings),
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    seen = b""
    try:
        while part := os.read(ours, 65536):
            seen += part
    except OSError:  # how Linux says that the other side is closed
        pass
    os.close(ours)
    assert process.wait(timeout=30) == 0
    return seen.decode("utf-8", "replace")


def test_text_is_as_wide_as_columns_say() -> None:
    def widest(columns: str) -> int:
        return max(map(len, par_score(SAMPLE, COLUMNS=columns).text.splitlines()))

    usual = max(map(len, sample_scored().text.splitlines()))
    assert widest("1") < usual <= 80 < widest("9999") <= 120


def test_standard_input_is_read_as_bytes() -> None:
    done = par_score("-", "-q", stdin=SAMPLE.read_bytes(), PYTHONIOENCODING="cp1252")
    assert (done.code, done.err) == (0, b"")
    assert "Quảng Bình" in done.text


def test_standard_input_is_named_in_its_problems() -> None:
    done = par_score("-", stdin=b"a: [")
    assert (done.code, done.out) == (3, b"")
    assert "--> <stdin>:1:" in done.errors


def test_hundred_thousand_brackets_are_one_problem_and_no_fault() -> None:
    done = par_score("-", "--format", "json", stdin=b"data: " + b"[" * 100_000)
    assert (done.code, done.err) == (3, b"")
    assert done.document["status"] == "refused"
    assert len(done.document["problems"]) == 1


def test_an_endless_file_is_read_no_further_than_the_limit() -> None:
    with open("/dev/zero", "rb") as zeros:
        done = subprocess.run(
            [*command("par-score"), "-", "--format", "json"],
            stdin=zeros,
            capture_output=True,
            env=environment(),
            timeout=30,
            check=False,
        )
    assert done.returncode == 3


def test_closed_streams_are_told_not_stumbled_over() -> None:
    run, sample = shlex.join(command("par-score")), shlex.quote(str(SAMPLE))
    done = subprocess.run(
        ["sh", "-c", f"{run} -q {sample} >&-; echo $? >&2; {run} - <&-; echo $? >&2"],
        capture_output=True,
        env=environment(),
        timeout=30,
        check=False,
    )
    errors = done.stderr.decode()
    assert "[E903] chưa ghi được `<stdout>`" in errors
    assert "[E902] chưa đọc được `<stdin>`" in errors
    assert [line for line in errors.splitlines() if line.isdigit()] == ["5", "5"]
    assert "Traceback" not in errors
