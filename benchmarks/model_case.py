"""The model case: an invented set of any size, shaped as annexes of scoring decisions are.

Eight areas, and the same mix of kinds at every size, so that growth shows what size alone costs.
The set is written as YAML and read by the real loader, as any set is.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

__all__ = ["AREAS", "SET_ID", "write_set"]

AREAS = 8
SET_ID = "model/2025/so"

Yaml = dict[str, Any]
Leaf = tuple[list[Yaml], Yaml]
"""The measures a leaf brings along, and its points with its scoring."""


def write_set(folder: Path, leaves: int) -> Path:
    """Write a set of so many leaves below ``folder``; the folder of the set."""
    target = folder / SET_ID
    target.mkdir(parents=True)
    measures: list[Yaml] = [*_SHARED]
    maximum = 0.0
    names = []
    for area in range(1, AREAS + 1):
        numbers = range(area - 1, leaves, AREAS)
        criteria = []
        for place, number in enumerate(numbers, start=1):
            brought, body = _MIX[number % len(_MIX)](f"m{number}")
            measures += brought
            maximum += body["max_points"]
            criteria.append(_criterion(f"{area}.{place}", body))
        if criteria:
            names.append(f"{area}-linh-vuc.yaml")
            content = {"code": str(area), "title": _title(f"Lĩnh vực {area}", f"Area {area}")}
            _write(target / names[-1], {**content, "components": criteria})
    _write(target / "measures.yaml", {"measures": measures})
    _write(target / "set.yaml", _header(maximum, names))
    return target


def _header(maximum: float, areas: list[str]) -> Yaml:
    return {
        "schema": "par_index/criteria/1",
        "id": SET_ID,
        "title": _title("Bộ tiêu chí mô hình để đo tốc độ", "Model set for measuring speed"),
        "status": "illustrative",
        "source": {"title": "Bộ tiêu chí giả định"},
        "tier": "so",
        "period": {"from": "2025-01-01", "to": "2025-12-31"},
        "max_points": f"{maximum:g}",
        "areas": areas,
    }


def _criterion(code: str, body: Yaml) -> Yaml:
    return {
        "code": code,
        "title": _title(f"Tiêu chí thành phần số {code}", f"Component criterion {code}"),
        **body,
        "cites": {"clause": f"Phụ lục, dòng {code}", "quote": "Đạt yêu cầu theo kế hoạch"},
        "remedy": {
            "text": _title("Hoàn thành nhiệm vụ trong năm", "Complete the task within the year"),
            "lead": "Văn phòng",
            "support": "Các phòng, đơn vị",
            "due": "Quý IV/2025",
        },
    }


def _title(vi: str, en: str) -> Yaml:
    return {"vi": vi, "en": en}


def _write(file: Path, content: Yaml) -> None:
    text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=1000)
    file.write_text(text, encoding="utf-8")


# --- measures ---------------------------------------------------------------------------------


def _measure(id: str, kind: str, **more: Any) -> Yaml:
    return {"id": id, "label": _title(f"Số liệu {id}", f"Figure {id}"), "kind": kind, **more}


def _yes_no(id: str) -> Yaml:
    return _measure(id, "yes_no")


def _files(id: str, **more: Any) -> Yaml:
    return _measure(id, "count", counted_in="hồ sơ", **more)


_SHARED = [
    _files("ho_so.tiep_nhan"),
    _measure("khoi", "choice", options=["so", "huyen"]),
]


def _part_and_whole(id: str) -> list[Yaml]:
    whole = _files(f"{id}.tong")
    return [whole, _files(f"{id}.dat", within=f"{id}.tong", can="rise", better="more")]


def _ratio(id: str) -> Yaml:
    return {"ratio": [f"{id}.dat", f"{id}.tong"]}


# --- leaves -----------------------------------------------------------------------------------


def _issued(id: str) -> Leaf:
    return [_yes_no(id)], {"max_points": 0.5, "scoring": {"full_if": id}}


def _in_time(id: str) -> Leaf:
    test = {"of": id, "on_or_before": "2025-03-31"}
    return [_measure(id, "date")], {"max_points": 1, "scoring": {"full_if": test}}


def _gated(id: str) -> Leaf:
    measures = [_yes_no(f"{id}.ke_hoach"), _yes_no(f"{id}.bao_cao"), *_part_and_whole(id)]
    tests = [f"{id}.bao_cao", {"of": _ratio(id), "at_least": "90%", "when_none": "yes"}]
    scoring = {"if": f"{id}.ke_hoach", "full_if": {"all": tests}, "else": 0.25}
    return measures, {"max_points": 1, "scoring": scoring}


def _stepped(id: str) -> Leaf:
    steps = [
        {"at_least": "95%", "points": 1.5},
        {"at_least": "85%", "points": 1},
        {"at_least": "70%", "points": 0.5},
        {"otherwise": 0},
    ]
    scoring = {"bands": {"of": _ratio(id), "steps": steps}, "when_none": "not_applicable"}
    return _part_and_whole(id), {"max_points": 1.5, "scoring": scoring}


def _of_all_files(id: str) -> Leaf:
    measure = _files(id, within="ho_so.tiep_nhan", can="rise_with", better="more")
    steps = [
        {"at_least": "50%", "points": 1},
        {"at_least": "30%", "points": "proportional"},
        {"otherwise": 0},
    ]
    bands = {"of": {"ratio": [id, "ho_so.tiep_nhan"]}, "steps": steps}
    return [measure], {"max_points": 1, "scoring": {"bands": bands, "when_none": "zero"}}


def _proportional(id: str) -> Leaf:
    scoring = {"proportional": {"of": _ratio(id)}, "when_none": "full"}
    return _part_and_whole(id), {"max_points": 2, "scoring": scoring}


def _by_target(id: str) -> Leaf:
    target = {"choose": "khoi", "so": "90%", "huyen": "80%"}
    rule = {"of": _ratio(id), "target": target, "floor": "50%"}
    scoring = {"proportional": rule, "when_none": "not_applicable"}
    return _part_and_whole(id), {"max_points": 1.5, "scoring": scoring}


def _money(id: str) -> Leaf:
    plan = _measure(f"{id}.ke_hoach", "money", counted_in="đồng")
    spent = _measure(f"{id}.chi", "money", counted_in="đồng", within=f"{id}.ke_hoach", can="rise")
    rule = {"of": {"ratio": [f"{id}.chi", f"{id}.ke_hoach"]}}
    scoring = {"proportional": rule, "when_none": "not_applicable"}
    return [plan, spent], {"max_points": 1, "scoring": scoring}


def _each(id: str) -> Leaf:
    measure = _measure(id, "count", counted_in="sáng kiến", can="rise")
    return [measure], {"max_points": 1.5, "scoring": {"each": {"of": id, "points": 0.5}}}


def _deducted(id: str) -> Leaf:
    measure = _measure(id, "count", counted_in="lần", can="fixed")
    return [measure], {"max_points": 1, "scoring": {"deduct": {"of": id, "points": 0.25}}}


def _items(id: str) -> Leaf:
    names = [f"{id}.a", f"{id}.b", f"{id}.c"]
    points = (1, 0.5, 0.5)
    items = [{"full_if": name, "points": p} for name, p in zip(names, points, strict=True)]
    return [_yes_no(name) for name in names], {"max_points": 2, "scoring": {"sum_of": items}}


def _best(id: str) -> Leaf:
    share = {"proportional": {"of": _ratio(id)}, "when_none": "zero"}
    items = [{"full_if": f"{id}.xong"}, share]
    measures = [_yes_no(f"{id}.xong"), *_part_and_whole(id)]
    return measures, {"max_points": 1, "scoring": {"best_of": items}}


def _surveyed(id: str) -> Leaf:
    options = ["tot", "kha", "kem", "khong_tra_loi"]
    weights = {"tot": 1, "kha": 0.75, "kem": 0, "khong_tra_loi": "skip"}
    rule = {"of": {"tally": id, "weights": weights}}
    scoring = {"proportional": rule, "when_none": "not_applicable"}
    measure = _measure(id, "tally", by="survey", options=options)
    return [measure], {"max_points": 2, "scoring": scoring}


def _compared(id: str) -> Leaf:
    steps = [{"at_least": "2%", "points": 1}, {"above": "0%", "points": 0.5}, {"otherwise": 0}]
    change = {"minus": [id, {"last_year": id}]}
    scoring = {"bands": {"of": change, "steps": steps}}
    return [_measure(id, "percent", can="rise")], {"max_points": 1, "scoring": scoring}


def _between(id: str) -> Leaf:
    steps = [
        {"at_least": "90%", "points": 1},
        {"at_least": "50%", "points": 0.2},
        {"otherwise": 0},
    ]
    bands = {"of": id, "interpolate": "yes", "steps": steps}
    return [_measure(id, "percent", can="rise")], {"max_points": 1, "scoring": {"bands": bands}}


def _appraised(id: str) -> Leaf:
    return [_measure(id, "points", by="appraiser")], {"max_points": 1, "scoring": {"given": id}}


_MIX: list[Callable[[str], Leaf]] = [
    _issued,
    _stepped,
    _in_time,
    _proportional,
    _of_all_files,
    _issued,
    _gated,
    _items,
    _stepped,
    _deducted,
    _issued,
    _by_target,
    _of_all_files,
    _each,
    _issued,
    _surveyed,
    _between,
    _issued,
    _best,
    _money,
    _in_time,
    _appraised,
    _compared,
    _issued,
]
