"""The register of documents as it is written, and what a set may ask of documents."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from support.cases import load_case_set, make_submission
from support.evidence import asking_set, document

from par_index.model.document_kinds import KINDS, kind_of
from par_index.problems import InvalidInput
from par_index.reading.packing import pack, unpack


def read(**fields: Any) -> Any:
    keys = {"evidence": [{**document(), **fields}]}
    return make_submission(asking_set(), keys)


def codes(error: pytest.ExceptionInfo[InvalidInput]) -> list[str]:
    return [problem.code for problem in error.value.problems]


def test_fields_are_kept_as_they_are_written() -> None:
    one = read(so="02").evidence["kh"]
    assert one.fields["so"] == "02"
    assert str(one.issued) == "2025-01-15"


def test_a_field_with_parts_is_written_whole_or_in_parts() -> None:
    one = read(
        nguoi_ky={"chuc_vu": "Giám đốc", "ho_ten": "Người Ký"},
        ho_so_luu={"ma_co_quan": "H46.99", "nam": "2025", "ky_hieu": "01-CCHC"},
    ).evidence["kh"]
    assert one.fields["nguoi_ky.ho_ten"] == "Người Ký"
    assert one.fields["ho_so_luu.nam"] == "2025"
    assert read(nguoi_ky="Người Ký").evidence["kh"].fields["nguoi_ky"] == "Người Ký"
    with pytest.raises(InvalidInput) as error:
        read(nguoi_ky={"ten": "x"})
    assert codes(error) == ["E201"]


@pytest.mark.parametrize(
    ("key", "most"),
    [("so", 11), ("ky_hieu", 30), ("co_quan", 200), ("trich_yeu", 500), ("loai", 100)],
)
def test_a_field_has_at_most_so_many_characters_without_a_warning(key: str, most: int) -> None:
    assert read(**{key: "1" * most}).remarks == ()
    (remark,) = read(**{key: "1" * (most + 1)}).remarks
    assert (remark.code, remark.params) == (
        "W401",
        {"key": key, "most": most, "length": most + 1},
    )


def test_everything_wrong_with_a_register_is_told_at_once() -> None:
    with pytest.raises(InvalidInput) as error:
        read(tep="../a.pdf", sha256="x")
    assert codes(error) == ["E401", "E406"]


def test_a_digest_may_have_capitals() -> None:
    assert read(sha256="A" * 64).remarks == ()


# What a set asks for.


def asking(**keys: Any) -> Any:
    requirement = {"id": "kh", "required": "yes", **keys}
    criterion = {
        "code": "1",
        "max_points": "1",
        "scoring": {"full_if": "a"},
        "evidence": [requirement],
    }
    measures = [{"id": "a", "kind": "yes_no"}]
    return load_case_set({"measures": measures, "criteria": [copy.deepcopy(criterion)]})


@pytest.mark.parametrize(
    ("written", "kinds"),
    [
        ("KH", ("KH",)),
        ("Kế hoạch", ("KH",)),
        (["QĐ", "kế hoạch", "KH"], ("QĐ", "KH")),
        ("Công văn", ("CV",)),
        ("Bản thoả thuận", ("BTT",)),
    ],
)
def test_kinds_are_asked_for_by_name_or_abbreviation(written: Any, kinds: tuple[str, ...]) -> None:
    (requirement,) = asking(loai=written).by_code["1"].evidence
    assert requirement.kinds == kinds


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ({"loai": "Ảnh chụp"}, "E304"),
        ({"loai": ["KH", "XX"]}, "E304"),
        ({"loai": []}, "E331"),
        ({"count": "0"}, "E304"),
        ({"count": "100"}, "E304"),
        ({"count": "hai"}, "E304"),
    ],
)
def test_what_cannot_be_asked_for_is_refused(keys: dict[str, Any], code: str) -> None:
    with pytest.raises(InvalidInput) as error:
        asking(**keys)
    assert codes(error) == [code]


def test_what_is_asked_for_stands_ready_for_the_next_run() -> None:
    (requirement,) = asking(loai=["KH", "QĐ"], count="3").by_code["1"].evidence
    assert unpack(pack(requirement, []), []) == requirement


def test_every_kind_is_known_by_both_its_names() -> None:
    for kind, name in KINDS.items():
        assert kind_of(kind) == kind_of(name) == kind_of(name.upper()) == kind
    assert kind_of("DA") == "DA"
    assert kind_of("ĐA") == "ĐA"
    assert kind_of("Giấy khen") is None
