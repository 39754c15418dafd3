"""Malformed command lines and help, in the language asked for. click's own words never show."""

import re
from string import Formatter

import pytest
from support.processes import SAMPLE, par_index, par_score

from par_index.cli.misuse import Misuse, sentence_of
from par_index.cli.score import build
from par_index.rendering.messages.commands import SENTENCES
from par_index.rendering.messages.system import WORDINGS

MISUSES = {
    "": ("cần cho biết BẢN_TỰ_CHẤM", "UNIT is needed"),
    "u --format html": (
        "`--format` nhận text, json hoặc markdown; không có `html`",
        "`--format` takes text, json or markdown; there is no `html`",
    ),
    "u --format": ("tuỳ chọn `--format` cần một giá trị", "the option `--format` needs a value"),
    "u --quiet=yes": (
        "tuỳ chọn `--quiet` không nhận giá trị",
        "the option `--quiet` takes no value",
    ),
    "u -Z": ("không có tuỳ chọn `-Z`", "there is no option `-Z`"),
    "u --critera x": (
        "có phải ý bạn là `--criteria`?",
        "did you mean `--criteria`?",
    ),
    "u --as-of 2021-02-30": ("cần một ngày có thật", "needs a day of the calendar"),
    "u --as-of 20210930": ("cần một ngày có thật", "needs a day of the calendar"),
    "u --fail-under 80,5": ("không phải `80,5`", "not `80,5`"),
    "u --fail-under -1": ("không phải `-1`", "not `-1`"),
    "u --fail-under 101%": ("không phải `101%`", "not `101%`"),
    "u --fail-on finding:foo": (
        "finding:watch hoặc finding:serious; không có `finding:foo`",
        "finding:watch or finding:serious; there is no `finding:foo`",
    ),
    "u -q -v": ("chỉ dùng một trong hai tuỳ chọn -q và -v", "either -q or -v"),
    "u --lang fr": ("`--lang` nhận vi hoặc en; không có `fr`", "there is no `fr`"),
}


@pytest.mark.parametrize("language", [0, 1], ids=["vi", "en"])
@pytest.mark.parametrize("line", MISUSES)
def test_a_malformed_command_line_is_worded_by_us(line: str, language: int) -> None:
    code = ("vi", "en")[language]
    with pytest.raises(Misuse) as caught:
        build(code).main(line.split(), prog_name="par-score", standalone_mode=False)
    sentence = sentence_of(caught.value, code)
    assert MISUSES[line][language] in sentence
    assert sentence.startswith(("lỗi: ", "error: ")[language])
    assert sentence.endswith("`par-score --help`\n")


def test_it_goes_to_standard_error_in_the_language_asked_for() -> None:
    done = par_score("--lang", "en", "u", "--format", "html")
    assert (done.code, done.out) == (2, b"")
    assert done.errors.startswith("error: `--format` takes text, json or markdown;")


def test_the_language_can_come_from_the_environment() -> None:
    assert "there is no option `-Z`" in par_score("-Z", PAR_INDEX_LANG="en").errors
    assert "không có tuỳ chọn" in par_score("-Z", "--lang=vi", PAR_INDEX_LANG="en").errors
    assert "không có tuỳ chọn" in par_score("-Z", PAR_INDEX_LANG="tlh").errors


def test_a_json_caller_gets_codes_and_parameters() -> None:
    done = par_score("u", "--as-of", "mai", "--format", "json")
    assert (done.code, done.err) == (2, b"")
    assert done.document["status"] == "usage"
    assert done.document["message"] == "day"
    assert done.document["params"] == {"option": "--as-of", "found": "mai"}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("", "cần một lệnh con: check, test, plan, what-if, "),
        ("chek", "không có lệnh con `chek`; có phải ý bạn là `check`?"),
        ("sets --formt json", "có phải ý bạn là `--format`?"),
        ("sample extra", "không rõ `extra` để làm gì"),
        ("template x", "cần tuỳ chọn `--unit`"),
        ("template", "cần cho biết BỘ"),
        ("schema nothing", "không có lược đồ `nothing`; hiện có area, assessment,"),
    ],
)
def test_the_verbs_speak_the_same_way(line: str, says: str) -> None:
    done = par_index(*line.split())
    assert (done.code, done.out) == (2, b"")
    assert says in done.errors


def test_control_characters_of_the_caller_do_not_reach_the_terminal() -> None:
    done = par_score(SAMPLE, "--format", "\x1b[2J\x1b]0;x\x07")
    assert done.code == 2
    assert "\x1b" not in done.errors


ENGLISH = ("Usage", "Options", "Commands", "Show this message", "Error", "Try ")


def test_every_sentence_has_the_same_slots_in_both_languages() -> None:
    def slots(text: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}

    for key, sentence in SENTENCES.items():
        assert slots(sentence.vi) == slots(sentence.en), key
    for code, wording in WORDINGS.items():
        for vi, en in zip(wording.vi, wording.en, strict=True):
            assert slots(vi) == slots(en), code


def test_help_is_vietnamese_through_and_through() -> None:
    for done in (par_score("--help"), par_index("--help"), par_index("check", "--help")):
        assert (done.code, done.err) == (0, b"")
        assert "Cách dùng: par-" in done.text
        assert not [word for word in ENGLISH if word in done.text]


def test_help_is_english_when_asked() -> None:
    done = par_index("--lang", "en", "--help")
    assert done.code == 0
    assert "Usage: par-index [OPTIONS] VERB" in done.text
    assert re.search(r"^  check +Check criteria sets and submissions\.$", done.text, re.MULTILINE)


def test_both_commands_say_their_version() -> None:
    from par_index import __version__

    assert par_score("--version").text == f"par-score {__version__}\n"
    assert par_index("--version").text == f"par-index {__version__}\n"


def test_shells_can_complete() -> None:
    asks = {"COMP_WORDS": "par-score --format ", "COMP_CWORD": "2"}
    done = par_score(_PAR_SCORE_COMPLETE="bash_complete", **asks)
    assert done.text.split() == ["plain,text", "plain,json", "plain,markdown"]
    asks = {"COMP_WORDS": "par-index sa", "COMP_CWORD": "1"}
    assert par_index(_PAR_INDEX_COMPLETE="bash_complete", **asks).text == "plain,sample\n"
    assert "_par_score_completion" in par_score(_PAR_SCORE_COMPLETE="bash_source").text
