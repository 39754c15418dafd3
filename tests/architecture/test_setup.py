"""tools/setup_env.sh on machines that lack something: it must say what, and leave no debris.

Each machine is a directory with a few stand-in executables, which is all the script gets as PATH.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ORDINARY = ("cat", "cksum", "dirname", "mkdir", "mv", "rm", "sed", "sh", "sleep", "tail")

# A python that knows its version, makes environments (a copy of itself), and notes what pip is
# asked for. What it lacks is said by the arguments of Machine.python.
PYTHON = """\
#!/bin/sh
case "$*" in
*version_info*) echo {version} ;;
*"import ensurepip"*) exit {ensurepip} ;;
*Python.h*) exit {headers} ;;
"-m venv "*)
    mkdir -p "$3/bin"
    [ {venv} -eq 0 ] || {{ echo "venv: broken pipe dream" >&2; exit 1; }}
    cat "$0" >"$3/bin/python"
    chmod +x "$3/bin/python" ;;
*"-m pip install"*)
    echo "$*" >>pip.log
    case "$*" in
    *durable*) exit {engine} ;;
    *) {pip} ;;
    esac ;;
esac
"""


class Machine:
    """A checkout (its path has a space in it) on a machine with next to nothing installed."""

    def __init__(self, home: Path) -> None:
        self.bin = home / "bin"
        self.checkout = home / "thư mục có dấu cách"
        self.venv = self.checkout / ".venv"
        self.bin.mkdir()
        for name in (*ORDINARY, "chmod"):
            found = shutil.which(name)
            assert found, name
            (self.bin / name).symlink_to(found)
        (self.checkout / "tools").mkdir(parents=True)
        for name in ("pyproject.toml", "tools/constraints.txt", "tools/setup_env.sh"):
            shutil.copy(ROOT / name, self.checkout / name)

    def executable(self, name: str, text: str = "#!/bin/sh\n") -> None:
        (self.bin / name).write_text(text, encoding="utf-8")
        (self.bin / name).chmod(0o755)

    def python(
        self,
        name: str = "python3",
        *,
        version: str = "3.11",
        ensurepip: int = 0,
        venv: int = 0,
        headers: int = 0,
        engine: int = 0,
        pip: str = "exit 0",
    ) -> None:
        text = PYTHON.format(
            version=version, ensurepip=ensurepip, venv=venv, headers=headers, engine=engine, pip=pip
        )
        self.executable(name, text)

    def command(self, level: str) -> list[str]:
        return [str(self.bin / "sh"), str(self.checkout / "tools/setup_env.sh"), level]

    def environ(self, **more: str) -> dict[str, str]:
        return {"PATH": str(self.bin), **more}

    def setup(self, level: str = "dev", **environ: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(level),
            env=self.environ(**environ),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=20,
            check=False,
        )

    def pip_calls(self) -> list[str]:
        log = self.checkout / "pip.log"
        return log.read_text(encoding="utf-8").splitlines() if log.exists() else []


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_no_python_at_all(machine: Machine) -> None:
    done = machine.setup()
    assert done.returncode != 0
    assert "sudo apt install python3 python3-venv" in done.stderr
    assert "Cần Python 3.11" in done.stderr
    assert "Python 3.11 or newer is needed" in done.stderr
    assert not machine.venv.exists()


@pytest.mark.parametrize("version", ["2.7", "3.9", "3.10"])
def test_python_too_old(machine: Machine, version: str) -> None:
    machine.python(version=version)
    done = machine.setup()
    assert done.returncode != 0
    assert "sudo apt install python3 python3-venv" in done.stderr
    assert not machine.venv.exists()


def test_a_name_that_does_not_run_is_passed_over(machine: Machine) -> None:
    machine.executable("python3.13", "#!/bin/sh\necho 'no such version' >&2\nexit 127\n")
    machine.python("python3.12", version="3.12", ensurepip=1)
    machine.python("python3", version="3.11")
    done = machine.setup("run")
    assert done.returncode == 0, done.stderr
    assert ".venv (python3)" in done.stderr


@pytest.mark.parametrize(
    ("name", "package"), [("python3", "python3-venv"), ("python3.12", "python3.12-venv")]
)
def test_venv_not_installed(machine: Machine, name: str, package: str) -> None:
    machine.python(name, version="3.12", ensurepip=1)
    done = machine.setup()
    assert done.returncode != 0
    assert f"sudo apt install {package}\n" in done.stderr
    assert "không tạo được môi trường ảo" in done.stderr
    assert not machine.venv.exists()


def test_venv_fails_half_way(machine: Machine) -> None:
    machine.python(venv=1)
    done = machine.setup()
    assert done.returncode != 0
    assert "sudo apt install python3-venv" in done.stderr
    assert "broken pipe dream" in done.stderr, "its own words are lost"
    assert not machine.venv.exists()


def test_only_the_python_asked_for(machine: Machine) -> None:
    machine.python("python3")
    done = machine.setup(PAR_INDEX_PYTHON="python3.12")
    assert done.returncode != 0
    assert "python3.12" in done.stderr
    assert not machine.venv.exists()


def test_pip_fails(machine: Machine) -> None:
    machine.python(pip="echo 'ERROR: no route to host' >&2; exit 1")
    done = machine.setup("run")
    assert done.returncode != 0
    assert "no route to host" in done.stderr
    assert "pip không cài được" in done.stderr
    assert "pip could not install" in done.stderr
    assert not machine.venv.exists()


def test_run_needs_neither_tools_nor_engine(machine: Machine) -> None:
    machine.python()
    done = machine.setup("run")
    assert done.returncode == 0, done.stderr
    assert "durable" not in done.stderr
    assert machine.pip_calls()[-1].endswith("-e .")


def test_second_time_does_nothing(machine: Machine) -> None:
    machine.executable("cc")
    machine.python()
    assert machine.setup("dev").returncode == 0
    calls = machine.pip_calls()
    assert any(call.endswith("-e .[dev]") for call in calls)
    assert any(call.endswith("durable-rules") for call in calls)
    for level in ("dev", "run"):
        done = machine.setup(level)
        assert (done.returncode, done.stderr) == (0, "")
    assert machine.pip_calls() == calls


def test_changed_pins_are_installed(machine: Machine) -> None:
    machine.python()
    machine.setup("run")
    before = len(machine.pip_calls())
    with (machine.checkout / "tools/constraints.txt").open("a", encoding="utf-8") as pins:
        pins.write("# changed\n")
    assert machine.setup("run").returncode == 0
    assert len(machine.pip_calls()) > before


def test_copied_checkout_gets_its_own(machine: Machine) -> None:
    machine.python()
    machine.setup("run")
    moved = machine.checkout.with_name("copy")
    shutil.copytree(machine.checkout, moved)
    machine.checkout = moved
    done = machine.setup("run")
    assert done.returncode == 0
    assert "making the environment" in done.stderr


@pytest.mark.parametrize("lacking", ["cc", "Python.h"])
def test_engine_left_out(machine: Machine, lacking: str) -> None:
    if lacking != "cc":
        machine.executable("cc")
    machine.python(headers=int(lacking == "Python.h"))
    done = machine.setup()
    assert done.returncode == 0, done.stderr
    assert "sudo apt install gcc python3-dev" in done.stderr
    assert "Việc chấm điểm không thay đổi" in done.stderr
    assert "Scoring works the same" in done.stderr
    assert not any("durable" in call for call in machine.pip_calls())
    assert machine.setup().stderr == "", "said more than once"

    machine.executable("cc")
    (machine.venv / "bin/python").unlink()
    machine.python()
    shutil.copy(machine.bin / "python3", machine.venv / "bin/python")
    assert machine.setup().returncode == 0
    assert machine.pip_calls()[-1].endswith("durable-rules"), "installed once it can be"


def test_engine_does_not_build(machine: Machine) -> None:
    machine.executable("gcc")
    machine.python(engine=1)
    done = machine.setup()
    assert done.returncode == 0, done.stderr
    assert "could not be built" in done.stderr
    assert (machine.venv / "engine-build.log").exists(), "the reason is lost"
    assert machine.setup().stderr == "", "tried more than once"


@pytest.mark.parametrize(("version", "wanted"), [("3.11", "no"), ("3.13", "yes")])
def test_engine_not_wanted(machine: Machine, version: str, wanted: str) -> None:
    machine.python(version=version)
    done = machine.setup(PAR_INDEX_ENGINE=wanted)
    assert done.returncode == 0, done.stderr
    assert "durable" not in done.stderr


def test_environment_made_by_hand_is_never_removed(machine: Machine) -> None:
    machine.python()
    machine.venv.mkdir()
    (machine.venv / "notes.txt").write_text("mine", encoding="utf-8")
    done = machine.setup()
    assert done.returncode != 0
    assert "rm -rf .venv" in done.stderr
    assert (machine.venv / "notes.txt").exists()


def test_environment_made_by_hand_is_used(machine: Machine) -> None:
    machine.python()
    (machine.venv / "bin").mkdir(parents=True)
    shutil.copy(machine.bin / "python3", machine.venv / "bin/python")
    done = machine.setup("run")
    assert done.returncode == 0, done.stderr
    assert "making the environment" not in done.stderr
    assert machine.pip_calls()[-1].endswith("-e .")


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_interrupted(machine: Machine, sent: signal.Signals) -> None:
    machine.python(pip="echo started >started; sleep 20")
    running = subprocess.Popen(
        machine.command("run"),
        env=machine.environ(),
        stdin=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        # A job in the background may have been told to ignore SIGINT; sh could not undo that.
        preexec_fn=lambda: signal.signal(sent, signal.SIG_DFL) and None,
    )
    deadline = time.monotonic() + 10
    while not (machine.checkout / "started").exists():
        assert time.monotonic() < deadline, "never came to pip"
        time.sleep(0.01)
    os.killpg(running.pid, sent)  # as a terminal does: the whole group
    assert running.wait(timeout=120) != 0
    assert not machine.venv.exists()

    machine.python()
    assert machine.setup("run").returncode == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_made_by_another_account(machine: Machine) -> None:
    """Good enough to use as long as nothing has to be installed."""
    machine.python()
    machine.setup("dev")
    machine.venv.chmod(0o555)
    try:
        assert machine.setup("dev").returncode == 0
        assert machine.setup("run").returncode == 0
        (machine.checkout / "tools/constraints.txt").write_text("", encoding="utf-8")
        done = machine.setup("run")
    finally:
        machine.venv.chmod(0o755)
    assert done.returncode != 0
    assert "sudo rm -rf .venv" in done.stderr


def test_killed_outright(machine: Machine) -> None:
    """Not even able to tidy up: the next run sees that the environment is not finished."""
    machine.python()
    machine.venv.mkdir()
    (machine.venv / ".par-index").touch()
    done = machine.setup("run")
    assert done.returncode == 0, done.stderr
    assert "making the environment" in done.stderr
