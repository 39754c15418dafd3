"""The cases of the language: small worked examples with results expected by hand."""

from pathlib import Path

import pytest
from support.cases import Case, check, run, spec_cases

from par_index.problems import InvalidInput

CASES = list(spec_cases(Path(__file__).parent))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case_gives_what_was_worked_out_by_hand(case: Case) -> None:
    refused = case.keys["expect"].get("refused")
    if refused is None:
        check(run(case), case.keys)
        return
    with pytest.raises(InvalidInput) as caught:
        run(case)
    assert refused in {problem.code for problem in caught.value.problems}
