"""Assessments to render: a small set with everything in it, and the shipped example."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

import par_index
from par_index.model.assessment import Assessment
from par_index.problems import InvalidInput
from support.cases import Case, run, spec_cases

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "tests" / "spec"

_SET = """
measures:
  - {id: tong, kind: count, counted_in: hồ sơ, label: {vi: Tổng số hồ sơ, en: Files}}
  - {id: so_hoa, kind: count, counted_in: hồ sơ, within: tong, can: rise,
     label: {vi: Số hồ sơ giấy được số hóa, en: Files digitised}}
  - {id: ke_hoach, kind: yes_no, label: {vi: Đã ban hành kế hoạch, en: Plan issued}}
  - {id: ky_luat, kind: yes_no, can: fixed, label: {vi: Không bị kỷ luật, en: No discipline}}
  - {id: hai_long, kind: percent, by: survey, label: {vi: Mức độ hài lòng, en: Satisfaction}}
  - {id: ngay, kind: date, label: {vi: Ngày ban hành, en: Day of issue}}
  - {id: dao_tao, kind: yes_no, label: {vi: Đã đào tạo, en: Trained}}
criteria:
  - code: "1"
    title: {vi: Chỉ đạo | điều hành, en: Steering}
    components:
      - {code: "1.1", max_points: 1, scoring: {full_if: ke_hoach},
         title: {vi: Kế hoạch <năm> & *quý*, en: Plan},
         cites: {clause: "mục 1.1", quote: có kế hoạch}}
      - {code: "1.2", max_points: 1, scoring: {full_if: ky_luat},
         title: {vi: Kỷ luật, en: Discipline}}
      - {code: "1.3", max_points: 1, scoring: {full_if: dao_tao},
         title: {vi: Đào tạo, en: Training},
         evidence: [{id: bc, title: Báo cáo đào tạo, required: yes}]}
      - {code: "1.4", max_points: 1, scoring: {full_if: {of: ngay, before: "2021-12-30"}},
         title: {vi: Ban hành đúng hạn, en: Issued on time}}
  - code: "2"
    title: {vi: Thủ tục hành chính, en: Procedures}
    components:
      - {code: "2.1", max_points: 2,
         title: {vi: Số hóa hồ sơ, en: Digitising},
         scoring: {bands: {of: {ratio: [so_hoa, tong]},
                           steps: [{at_least: 30%, points: 2}, {at_least: 15%, points: 0.5},
                                   {otherwise: 0}]},
                   when_none: not_applicable},
         remedy: {text: Số hóa hồ sơ giấy, lead: Bộ phận một cửa, due: Tháng 12}}
      - {code: "2.2", max_points: 1, scoring: {full_if: {of: hai_long, at_least: 90%}},
         title: {vi: Hài lòng, en: Satisfaction}}
      - {code: "2.3", max_points: 1, scoring: {full_if: ke_hoach},
         title: {vi: Không phát sinh, en: None arose},
         not_applicable: {grounds: [{id: khong, text: Không phát sinh trong kỳ}]}}
"""

_GIVEN: dict[str, Any] = {
    "as_of": "2021-09-30",
    "given": {
        "tong": "90",
        "so_hoa": "13",
        "ke_hoach": {"value": "có", "said": "đã ban hành | <b>100%</b>"},
        "ky_luat": "không",
    },
    "answers": [
        {"code": "1.1", "claimed": "1"},
        {"code": "1.2", "claimed": "1"},
        {"code": "2.1", "claimed": "0.5"},
        {
            "code": "2.3",
            "not_applicable": {"ground": "khong"},
            "explanation": "Chưa có_hồ_sơ",
        },
    ],
}


@cache
def small() -> Assessment:
    """Met, not met for good, not reported, pending, not applicable, claimed too much."""
    return scored(_GIVEN)


def scored(keys: dict[str, Any]) -> Assessment:
    """The small set with other data."""
    document = yaml.load(_SET, Loader=yaml.BaseLoader)
    return run(Case(Path("small.yaml"), "small", keys, document))


@cache
def example() -> Assessment:
    """The unit that is shipped as an example."""
    return par_index.assess(*_example())


def _example() -> tuple[par_index.CriteriaSet, par_index.Submission]:
    criteria = par_index.load_criteria("quang-binh/2021/skhcn-phu-luc/so")
    path = ROOT / "fixtures" / "quang-binh-skhcn-2021" / "unit.yaml"
    return criteria, par_index.load_submission(path, criteria)


def all_of_them() -> Iterator[Assessment]:
    """Every assessment at hand: the two above and all cases of the language."""
    yield small()
    yield example()
    for case in spec_cases(SPEC):
        try:
            yield run(case)
        except InvalidInput:
            continue
