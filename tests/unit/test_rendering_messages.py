"""The catalogue and the labels: complete, the same in both languages, and fillable."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from string import Formatter

import pytest

import par_index
from par_index.model.accounts import Basis, Outcome
from par_index.model.criteria import Status
from par_index.model.text import Text
from par_index.problems import Owner, Problem, Source, Span
from par_index.rendering.messages.advice_plan import PLAN
from par_index.rendering.messages.advice_what_if import WHAT_IF
from par_index.rendering.messages.catalogue import CATALOGUE, sentence, slots_of
from par_index.rendering.messages.codes import CODES
from par_index.rendering.messages.findings import FINDINGS
from par_index.rendering.messages.report import REPORT, say
from par_index.rendering.messages.trials import TRIALS
from par_index.rendering.messages.wording import Wording, Words
from par_index.rendering.messages.wording import filled as wording_filled

PACKAGE = Path(par_index.__file__).parent
PLACE = Span(Source("unit.yaml", Owner.SUBMISSION))


@pytest.mark.parametrize("name", REPORT)
def test_every_label_is_there_in_both_languages_with_the_same_slots(name: str) -> None:
    text = REPORT[name]
    assert text.vi
    assert text.en
    assert slots_of(text.en) == slots_of(text.vi)


def test_every_label_is_used() -> None:
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for path in (PACKAGE / "rendering").rglob("*.py")
        if "messages" not in path.parts
    )
    named = set(re.findall(r"""["']([A-Za-z_]+)["']""", code))
    composed = (
        "criterion_full_",
        "criterion_reaches_",
        "given_",
        "in_",
        "limit_",
        "open_",
        "claim_",
        "stuck_",
        "column_",
        "more",
        "error_",
        "warning_",
        "note_",
    )
    codes = {one.value for kind in (Status, Outcome, Basis) for one in kind}
    codes |= {f"{name}_lead" for name in named}
    unused = [name for name in REPORT if name not in named | codes]
    assert [name for name in unused if not name.startswith(composed)] == []


def _words() -> Iterator[tuple[str, Words]]:
    for code, wording in CATALOGUE.items():
        yield code, wording.vi
        yield code, wording.en


@pytest.mark.parametrize("code", CATALOGUE)
def test_both_languages_of_a_code_use_the_same_slots(code: str) -> None:
    vi, en = (set().union(*map(slots_of, words)) for words in CATALOGUE[code])
    assert vi == en


def test_slots_are_plain_names_with_known_forms() -> None:
    forms = {"", "%", *CODES}
    for code, words in _words():
        for text in words:
            for _, name, form, conversion in Formatter().parse(text):
                assert name is None or name.isidentifier(), code
                assert (form or "") in forms or len((form or "").split("|")) == 2, code
                assert conversion is None, code


def test_every_code_that_is_raised_has_its_sentence() -> None:
    raised = set()
    for path in PACKAGE.rglob("*.py"):
        if "messages" not in path.parts:
            raised |= set(re.findall(r'"([EWN][0-9]{3})"', path.read_text(encoding="utf-8")))
    assert raised <= CATALOGUE.keys()


def filled(text: str, language: str, **params: object) -> Words:
    CATALOGUE["E298"] = Wording(Words(text, text, text), Words(text, text, text))
    try:
        return sentence(Problem("E298", PLACE, params), language)
    finally:
        del CATALOGUE["E298"]


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (2000000, "2.000.000", "2,000,000"),
        (Fraction(7, 2), "3,5", "3.5"),
        (Fraction(1, 3), "1/3", "1/3"),
        (datetime.date(2021, 9, 30), "30/09/2021", "2021-09-30"),
        (("a", 1000), "a, 1.000", "a, 1,000"),
        (True, "có", "yes"),
        (Text("điểm", "points"), "điểm", "points"),
        ("{found!r} %s", "{found!r} %s", "{found!r} %s"),
    ],
)
def test_values_are_written_the_way_of_the_language(value: object, vi: str, en: str) -> None:
    assert filled("{found}", "vi", found=value).title == vi
    assert filled("{found}", "en", found=value).title == en


def test_shares_and_codes_have_forms_of_their_own() -> None:
    assert filled("{share:%}", "vi", share=Fraction(57, 56)).title == "101,79%"
    assert filled("{by:who}", "vi", by="survey").title == "đơn vị điều tra xã hội học"
    assert filled("{kind:kind}", "en", kind="yes_no").title == "yes or no"


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 rows"), (1, "1 row"), (2, "2 rows"), (11, "11 rows"), (1001, "1,001 rows")],
)
def test_a_noun_agrees_with_its_count(count: int, said: str) -> None:
    assert filled("{count} {count:row|rows}", "en", count=count).title == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("1", "1 day is left"),
        ("+1", "+1 day is left"),
        ("−1", "−1 day is left"),
        ("1.5", "1.5 days are left"),
        ("0–1", "0–1 days are left"),
        ("≈ 1", "≈ 1 days are left"),
        ("21", "21 days are left"),
    ],
)
def test_a_slot_may_choose_the_words_beside_it(written: str, said: str) -> None:
    text = "{days} {days:day is|days are} left"
    assert wording_filled(text, {"days": written}) == said


def test_counted_nouns_agree_everywhere() -> None:
    """No English sentence has a slot for a count before a noun that is always plural."""
    noun = r"(?!less|serious)([a-z]+[\s\u00a0])?[a-z]+s\b"
    plain = re.compile(r"\{(?:count|days|amount|months)\}[\s\u00a0]" + noun)
    texts = [*REPORT.items(), *PLAN.items(), *WHAT_IF.items(), *FINDINGS.items(), *TRIALS.items()]
    assert [name for name, text in texts if plain.search(text.en)] == []


def test_points_days_and_months_agree() -> None:
    assert say("days", "en", count="1") == "1\u00a0day"
    assert say("months", "en", count="1") == "1\u00a0month"
    assert say("points", "en", points="+1") == "+1\u00a0point"
    assert say("criteria", "en", count="1") == "1 criterion"
    assert say("percentage_points", "en", count="1") == "1\u00a0percentage\u00a0point"
    assert say("days", "vi", count="1") == "1\u00a0ngày"


def test_a_remark_about_nothing_is_left_out() -> None:
    assert filled("gần `{near}`", "vi", near="") == Words("gần ``")
    assert filled("gần `{near}`", "vi", near="a").hint == "gần `a`"
    assert filled("còn {count}", "vi", count=0).hint == "còn 0"


def test_a_missing_parameter_is_a_bug_and_says_so() -> None:
    with pytest.raises(KeyError):
        filled("{found}", "vi")


@pytest.mark.parametrize("owner", list(Owner))
def test_whose_text_is_at_fault_can_be_said(owner: Owner) -> None:
    assert f"in_{owner}" in REPORT
