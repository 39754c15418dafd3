"""The documents say what is so: their commands are run, their examples are loaded.

How to write one. A ```console block is run in order, in an empty folder: ``$`` begins a command,
``>`` continues it, the rest is its output, both streams together; a line of ``...`` stands for
any lines. A block under ``<!-- file: NAME -->`` is written to that file when its turn comes. In
README.md only the console blocks under ``<!-- test -->`` are run.
"""

from __future__ import annotations

import difflib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import pytest
from support.cases import check, make_submission, set_cases

from par_index.assessing import assess
from par_index.cli import score, workbench
from par_index.cli.exits import Exit
from par_index.reading.sets import load_set

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
README = ROOT / "README.md"
RUN = [
    README,
    DOCS / "tutorial.md",
    DOCS / "huong-dan.md",
    DOCS / "writing-a-set.md",
    DOCS / "advice.md",
    DOCS / "reviewing.md",
]
PAGES = [README, ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md"))]

_FENCE = re.compile(r"```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MARK = re.compile(r"<!-- (file|test)(?:: (\S+))? -->\n\Z")
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_END_OF_OUTPUT = "\x1e"
_OUTSIDE = ("COLUMNS", "LANG", "LC_", "NO_COLOR", "PAR_INDEX_", "PYTHON")


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its text, and what the comment just above it says."""

    language: str
    text: str
    line: int
    file: str = ""
    marked: bool = False


@dataclass(frozen=True)
class Command:
    """One command of a console block, and what the document says it prints."""

    text: str
    output: str
    line: int


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def blocks(page: Path) -> Iterator[Block]:
    text = page.read_text(encoding="utf-8")
    for match in _FENCE.finditer(text):
        mark = _MARK.search(text[: match.start()])
        yield Block(
            match[1],
            match[2],
            text.count("\n", 0, match.start()) + 1,
            file=(mark[2] or "") if mark else "",
            marked=mark is not None,
        )


def commands(block: Block) -> Iterator[Command]:
    """The commands of a console block in order."""
    text, output, begun = "", "", 0
    for number, line in enumerate(block.text.splitlines(), start=block.line + 1):
        if line.startswith("$ "):
            if text:
                yield Command(text, output, begun)
            text, output, begun = line[2:], "", number
        elif line.startswith("> ") and not output:
            text += "\n" + line[2:]
        else:
            output += line + "\n"
    if text:
        yield Command(text, output, begun)


def steps(page: Path) -> Iterator[Block | Command]:
    """The files to write and the commands to run, in the order of the page."""
    for block in blocks(page):
        if block.file:
            yield block
        elif block.language == "console" and (block.marked or page != README):
            yield from commands(block)


def perform(page: Path, folder: Path) -> list[tuple[Command, str]]:
    """Follow a page in a folder, in one shell; each command with what it printed."""
    here, aside = folder / "here", folder / "aside"
    for made in (here, aside / "bin"):
        made.mkdir(parents=True)
    _wrap(aside / "bin", "par-score", '-c "from par_index.cli.score import run; run()"')
    _wrap(aside / "bin", "par-index", '-c "from par_index.cli.workbench import run; run()"')
    _wrap(aside / "bin", "python3", "")
    script, run = [], []
    for number, step in enumerate(steps(page)):
        if isinstance(step, Block):
            kept = aside / str(number)
            kept.write_text(step.text, encoding="utf-8")
            script.append(f'mkdir -p "$(dirname "{step.file}")"; cp "{kept}" "{step.file}"')
        else:
            run.append(step)
            script += [step.text, f"_code=$?; printf '{_END_OF_OUTPUT}'; (exit $_code)"]
    (aside / "script").write_text("\n".join(script) + "\n", encoding="utf-8")
    printed = subprocess.run(
        ["bash", str(aside / "script")],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=here,
        env=_environment(aside / "bin"),
        timeout=300,
        check=False,
    ).stdout.decode("utf-8")
    outputs = printed.split(_END_OF_OUTPUT)
    assert len(outputs) == len(run) + 1, f"the shell ended early: {outputs[-1]}"
    return list(zip(run, outputs, strict=False))


def _wrap(folder: Path, name: str, how: str) -> None:
    """A command that runs this very interpreter, whether or not par_index is installed in it."""
    path = folder / name
    path.write_text(f'#!/bin/sh\nexec "{sys.executable}" {how} "$@"\n', encoding="utf-8")
    path.chmod(0o755)


def _environment(bin: Path) -> dict[str, str]:
    usual = {name: value for name, value in os.environ.items() if not name.startswith(_OUTSIDE)}
    return usual | {
        "PATH": os.pathsep.join([str(bin), usual.get("PATH", os.defpath)]),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "80",
        "NO_COLOR": "1",
    }


def agrees(shown: str, printed: str) -> bool:
    """Whether a page shows what was printed, ``...`` standing for any lines."""
    pattern = "".join(
        r"(?:.*\n)*?" if line == "..." else re.escape(line.rstrip()) + r"[ \t]*\n"
        for line in shown.splitlines()
    )
    return re.fullmatch(pattern, printed) is not None


@pytest.mark.skipif(shutil.which("bash") is None, reason="the documents are written for bash")
@pytest.mark.parametrize("page", RUN, ids=relative)
def test_commands_print_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    performed = perform(page, tmp_path)
    assert performed, "a page without a command to run"
    differing = [
        f"{relative(page)}:{command.line}: $ {command.text}\n"
        + "\n".join(difflib.ndiff(command.output.splitlines(), printed.splitlines()))
        for command, printed in performed
        if not agrees(command.output, printed)
    ]
    assert not differing, "\n\n".join(differing)


def test_every_yaml_example_of_a_set_is_a_file_that_a_command_reads() -> None:
    page = DOCS / "writing-a-set.md"
    assert [one.line for one in blocks(page) if one.language == "yaml" and not one.file] == []


def test_the_example_sets_load_and_pass_the_tests_beside_them(tmp_path: Path) -> None:
    for block in blocks(DOCS / "writing-a-set.md"):
        if block.file:
            path = tmp_path / block.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
    load_set(tmp_path / "bo-lon")
    criteria = load_set(tmp_path / "bo-mau")
    cases = list(set_cases(tmp_path / "bo-mau"))
    assert criteria.remarks == ()
    assert {case.keys["code"] for case in cases} == {leaf.code for leaf in criteria.leaves()}
    for case in cases:
        check(assess(criteria, make_submission(criteria, case.keys)), case.keys)


@pytest.mark.parametrize("page", PAGES, ids=relative)
def test_links_lead_to_files_that_exist(page: Path) -> None:
    prose = _FENCE.sub("", page.read_text(encoding="utf-8"))
    targets = [one.split("#")[0] for one in _LINK.findall(prose) if "://" not in one]
    assert [one for one in targets if one and not (page.parent / one).exists()] == []


def _command(name: str) -> click.Command:
    _, _, verb = name.partition(" ")
    return workbench.VERBS[verb]()("en") if verb else score.build("en")


@pytest.mark.parametrize("name", ["par-score", *(f"par-index {verb}" for verb in workbench.VERBS)])
def test_the_reference_names_every_command_and_option(name: str) -> None:
    text = (DOCS / "commands.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## `([^`]+)`\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE))
    assert name in sections
    standing = {"--lang", "--version", "--help"}
    options = {
        option
        for param in _command(name).params
        if isinstance(param, click.Option)
        for option in param.opts
    }
    assert standing <= options
    own = sections[name]
    assert [one for one in sorted(options - standing) if f"`{one}" not in own] == []
    assert [one for one in sorted(standing) if f"`{one}" not in text] == []


@pytest.mark.parametrize("page", [README, DOCS / "commands.md"], ids=relative)
def test_every_exit_code_is_explained(page: Path) -> None:
    rows = re.findall(r"^\| (\d+) \|", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert [int(code) for code in rows] == [int(code) for code in Exit]


def test_decisions_are_numbered_without_gaps() -> None:
    names = sorted(path.name for path in (DOCS / "decisions").glob("*.md"))
    numbers = [int(name[:4]) for name in names if name[:4].isdigit()]
    assert numbers == list(range(1, len(names) + 1))
