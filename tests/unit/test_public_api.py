"""The public names: typed, silent, and one exception that carries every problem."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import par_index

ROOT = Path(__file__).parents[2]
UNIT = ROOT / "fixtures" / "quang-binh-skhcn-2021" / "unit.yaml"


def test_every_public_name_is_there_and_nothing_is_printed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in par_index.__all__:
        assert getattr(par_index, name) is not None
    criteria = par_index.load_criteria("quang-binh/2021/skhcn-phu-luc/so")
    submission = par_index.load_submission(UNIT)
    assessment = par_index.assess(criteria, submission)
    assert isinstance(assessment, par_index.Assessment)
    assert assessment.account.points == 26
    assert capsys.readouterr() == ("", "")


def test_a_submission_brings_all_its_problems_at_once_in_file_order(tmp_path: Path) -> None:
    path = tmp_path / "unit.yaml"
    text = UNIT.read_text(encoding="utf-8").replace("as_of: 2021-09-30", "as_of: 2020-09-30")
    path.write_text(text.replace("value: 42", "value: 57"), encoding="utf-8")
    with pytest.raises(par_index.InvalidInput) as caught:
        par_index.load_submission(path)
    problems = caught.value.problems
    assert [problem.code for problem in problems if problem.is_error] == ["E213", "E240"]
    assert [problem.span.line for problem in problems] == sorted(
        problem.span.line for problem in problems
    )
    assert str(path) in str(caught.value)


@pytest.mark.parametrize("where", ["nowhere.yaml", "."])
def test_a_file_that_cannot_be_read_is_a_problem_too(
    where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(par_index.InvalidInput) as caught:
        par_index.load_submission(where)
    assert [problem.code[:2] for problem in caught.value.problems] == ["E9"]


def test_an_unknown_set_is_a_problem_too() -> None:
    with pytest.raises(par_index.InvalidInput) as caught:
        par_index.load_criteria("khong/co/bo/nay")
    assert [problem.code for problem in caught.value.problems] == ["E906"]


def test_importing_par_index_loads_nothing_heavy() -> None:
    heavy = ("yaml", "click", "pydantic", "json")
    script = f"import sys, par_index; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.strip() == "[]"


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError):
        _ = par_index.nothing_of_the_kind
