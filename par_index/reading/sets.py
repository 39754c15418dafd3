"""Loading a criteria set: its folder of files becomes one checked `CriteriaSet`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, TypeVar

from par_index.exact import RoundingMode
from par_index.model.criteria import CriteriaSet, Origin, Rounding, RoundingPlace, Status
from par_index.model.facts import Shape
from par_index.model.measures import Measure, last_year_id
from par_index.problems import Owner, Problems, Span
from par_index.reading.checks import lower_checks
from par_index.reading.criteria import TreeReader
from par_index.reading.criterion_forms import AreaFile
from par_index.reading.definition import CheckForm, MeasuresFile, RoundingForm, SetFile, SourceForm
from par_index.reading.finding_forms import FindingsFile
from par_index.reading.finding_names import Names
from par_index.reading.findings import common_rules, lower_findings, merged
from par_index.reading.folders import MEASURES, SET, digest_of, name_within
from par_index.reading.forms import read_form
from par_index.reading.grades import lower_grades
from par_index.reading.lowered import place_of
from par_index.reading.measures import lower_measures, text_of
from par_index.reading.nodes import Sequence
from par_index.reading.set_checks import check_codes, check_cycles, check_settled
from par_index.reading.set_files import FilesInFolder, FilesKept, SetFiles
from par_index.reading.totals import (
    bound_points,
    check_leaves,
    check_total,
    has_extras,
    maximum_of,
    portion_of,
)
from par_index.reading.written import Form, value_span
from par_index.reading.yaml_text import read_yaml

__all__ = ["SCHEMA", "contents_of", "load_set", "read_kept"]

SCHEMA = "par_index/criteria/1"

_F = TypeVar("_F", bound=Form)


def load_set(folder: Path, shown: str | None = None) -> CriteriaSet:
    """Read, check and lower the set in a folder, called ``shown`` in places and problems.

    Raises `InvalidInput` with everything that stands in the way, in any of its files.
    """
    return _load(_Files(FilesInFolder(folder), shown or folder.as_posix(), Problems()))


def contents_of(folder: Path, shown: str) -> dict[str, bytes]:
    """The files that make up the set in a folder, by name; only ``set.yaml`` is looked into."""
    problems = Problems()
    files = _Files(FilesInFolder(folder), shown, problems)
    header = files.read(SET, SetFile)
    if header is not None:
        place = header.at.span
        for name in dict.fromkeys((MEASURES, *header.areas, *header.findings)):
            files.content(name, place)
    problems.raise_errors()
    return files.contents


def read_kept(contents: Mapping[str, bytes], shown: str) -> tuple[CriteriaSet, dict[str, bytes]]:
    """As `load_set`, from the content of files by name; and those that the set was made of."""
    files = _Files(FilesKept(contents), shown, Problems())
    return _load(files), files.contents


def _load(files: _Files) -> CriteriaSet:
    problems = files.problems
    header, measures, check_forms, area_files, rule_files = _read_files(files, problems)
    tree = TreeReader(measures, problems)
    read = [tree.read(file) for file in area_files]
    areas = tuple(area for area in read if area is not None)
    checks = lower_checks(check_forms, tree.conditions, problems)
    grades = lower_grades(
        header.grades,
        tree.conditions,
        problems,
        most=maximum_of(areas) if len(areas) == len(read) and not has_extras(areas) else None,
    )
    by_code = {node.code: node for area in areas for node in area.nodes()}
    check_codes(tree.conditions.codes, by_code, tree.places, problems)
    check_cycles(by_code, tree.places, problems)
    check_settled(tree.conditions, by_code, problems)
    names = Names(
        {
            Shape.CODE: tuple(by_code),
            Shape.MEASURE: tuple(measures),
            Shape.CHECK: tuple(form.id for form in check_forms),
        }
    )
    common = common_rules()
    rules = lower_findings(rule_files, names, problems, common)
    starts, ends = _period(header, problems)
    problems.raise_errors()
    rounding = _rounding(header.rounding)
    check_total(header, areas, measures, problems)
    check_leaves(areas, rounding, problems)
    _check_source(header, problems)
    measures = bound_points(measures, tree.given, problems)
    problems.raise_errors()
    twins = tree.quantities.twins
    remembered = [last_year_id(id) for id in measures if last_year_id(id) in twins]
    return CriteriaSet(
        id=header.id,
        title=text_of(header.title),
        status=Status(header.status),
        origin=_origin(header.source),
        tier=header.tier,
        starts=starts,
        ends=ends,
        max_points=maximum_of(areas),
        rounding=rounding,
        notes=tuple(text_of(note) for note in header.notes),
        areas=areas,
        measures=measures | {id: twins[id] for id in remembered},
        sha256=files.digest(),
        checks=checks,
        rules=merged(common, rules),
        grades=grades,
        cap=portion_of(header.cap),
        floor=portion_of(header.floor),
        remarks=problems.in_order(),
        by_code=by_code,
    )


class _Files:
    """The files of one set folder, each read once; together they give its digest."""

    def __init__(self, files: SetFiles, shown: str, problems: Problems) -> None:
        self.files = files
        self.shown = shown
        self.problems = problems
        self.contents: dict[str, bytes] = {}
        self._digests: dict[str, str] = {}

    def read(self, name: str, form: type[_F], named_at: Span | None = None) -> _F | None:
        """One file as a form."""
        data = self.content(name, named_at)
        if data is None:
            return None
        shown = name_within(self.shown, name)
        source, node = read_yaml(data, shown, Owner.CRITERIA, self.problems)
        self._digests[name] = source.sha256
        return None if node is None else read_form(form, node, self.problems)

    def content(self, name: str, named_at: Span | None = None) -> bytes | None:
        """The bytes of one file. One that the set names and lacks is the set's own fault."""
        if named_at is not None and not self.files.has(name):
            self.problems.add("E329", named_at, file=name)
            return None
        data = self.files.read(name, name_within(self.shown, name), self.problems)
        if data is not None:
            self.contents[name] = data
        return data

    def digest(self) -> str:
        return digest_of(self._digests)


class _Read(NamedTuple):
    """A set's files, the measures lowered already."""

    header: SetFile
    measures: dict[str, Measure]
    checks: list[CheckForm]
    areas: list[AreaFile]
    findings: list[FindingsFile]


def _read_files(files: _Files, problems: Problems) -> _Read:
    """Every file of a set in the form it must have."""
    header = files.read(SET, SetFile)
    place = header.at.span if header else None
    measures_file = files.read(MEASURES, MeasuresFile, place)
    areas: list[AreaFile] = []
    findings: list[FindingsFile] = []
    if header is not None:
        if header.schema_ != SCHEMA:
            span = value_span(header, "schema")
            problems.add("E305", span, found=header.schema_, expected=SCHEMA)
        areas = _read_named(files, header, "areas", header.areas, AreaFile)
        findings = _read_named(files, header, "findings", header.findings, FindingsFile)
    problems.raise_errors()
    assert header is not None and measures_file is not None
    measures = lower_measures(measures_file, problems)
    problems.raise_errors()
    return _Read(header, measures, measures_file.checks, areas, findings)


def _read_named(
    files: _Files, header: SetFile, key: str, names: list[str], form: type[_F]
) -> list[_F]:
    """The files that the set lists under a key, each once."""
    node = header.at.get(key)
    items = node.items if isinstance(node, Sequence) else ()
    read = []
    for number, name in enumerate(names):
        span = place_of(items, number, header.at.span)
        if name in names[:number]:
            files.problems.add("E311", span, found=name)
        elif (one := files.read(name, form, span)) is not None:
            read.append(one)
    return read


def _check_source(header: SetFile, problems: Problems) -> None:
    """An official set says which decision it is."""
    for key in ("issuer", "number", "symbol", "date"):
        if header.status == "official" and key not in header.source.at:
            problems.add("E330", header.at.key_span("source"), key=key)


def _period(header: SetFile, problems: Problems) -> tuple[datetime.date, datetime.date]:
    days = []
    for key, text in (("from", header.period.from_), ("to", header.period.to)):
        try:
            days.append(datetime.date.fromisoformat(text))
        except ValueError:
            span = value_span(header.period, key)
            problems.add("E304", span, found=text, expected="2021-12-31")
            days.append(datetime.date.max if key == "to" else datetime.date.min)
    if days[0] > days[1]:
        problems.add("E324", header.at.key_span("period"), starts=days[0], ends=days[1])
    return days[0], days[1]


def _origin(form: SourceForm) -> Origin:
    return Origin(
        issuer=text_of(form.issuer) if form.issuer is not None else None,
        number=form.number or "",
        symbol=form.symbol or "",
        date=form.date or "",
        title=text_of(form.title) if form.title is not None else None,
        note=text_of(form.note) if form.note is not None else None,
    )


def _rounding(form: RoundingForm | None) -> Rounding:
    rounding = Rounding()
    if form is None:
        return rounding
    points, index = form.points, form.index
    return Rounding(
        places=int(points.places) if points else rounding.places,
        mode=RoundingMode(points.mode) if points else rounding.mode,
        at=RoundingPlace(points.where) if points else rounding.at,
        index_places=int(index.places) if index else rounding.index_places,
        index_mode=RoundingMode(index.mode) if index else rounding.index_mode,
    )
