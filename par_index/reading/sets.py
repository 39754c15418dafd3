"""Loading a criteria set: its folder of files becomes one checked `CriteriaSet`."""

from __future__ import annotations

import datetime
import hashlib
from fractions import Fraction
from pathlib import Path
from typing import TypeVar

from par_index.exact import RoundingMode, parse_literal, round_exact
from par_index.model.criteria import (
    CriteriaSet,
    Origin,
    Rounding,
    RoundingPlace,
    Status,
)
from par_index.problems import Owner, Problems, Span
from par_index.reading.conditions import value_span
from par_index.reading.criteria import lower_areas
from par_index.reading.definition import AreaFile, MeasuresFile, RoundingForm, SetFile, SourceForm
from par_index.reading.files import read_file
from par_index.reading.forms import read_form
from par_index.reading.measures import lower_measures, text_of
from par_index.reading.nodes import Node, Sequence
from par_index.reading.quantities import place_of
from par_index.reading.written import Form
from par_index.reading.yaml_text import read_yaml

__all__ = ["SCHEMA", "load_set"]

SCHEMA = "par_index/criteria/1"

_F = TypeVar("_F", bound=Form)


def load_set(folder: Path, shown: str | None = None) -> CriteriaSet:
    """Read, check and lower the set in a folder, called ``shown`` in places and problems.

    Raises `InvalidInput` with everything that stands in the way, in any of its files.
    """
    problems = Problems()
    files = _Files(folder, shown or folder.as_posix(), problems)
    header = files.read("set.yaml", SetFile)
    place = header.at.span if header else None
    measures_file = files.read("measures.yaml", MeasuresFile, place)
    if header is not None and header.schema_ != SCHEMA:
        span = value_span(header, "schema")
        problems.add("E305", span, found=header.schema_, expected=SCHEMA)
    areas = [
        files.read(name, AreaFile, place_of(_items(header), number, header.at.span))
        for number, name in enumerate(header.areas if header else ())
        if header is not None and name not in header.areas[:number]
    ]
    problems.raise_errors()
    assert header is not None and measures_file is not None
    measures = lower_measures(measures_file, problems)
    problems.raise_errors()
    tree, by_code = lower_areas([one for one in areas if one is not None], measures, problems)
    starts, ends = _period(header, problems)
    problems.raise_errors()
    maximum = sum((area.max_points for area in tree), start=Fraction(0))
    stated = parse_literal(header.max_points)
    assert stated is not None
    if stated.value != maximum:
        span = value_span(header, "max_points")
        gap = stated.value - maximum
        problems.add("E310", span, found=stated.value, total=maximum, gap=gap)
    rounding = _rounding(header.rounding)
    for leaf in (leaf for area in tree for leaf in area.leaves()):
        rounded = round_exact(leaf.max_points, rounding.places, rounding.mode)
        if rounding.at is RoundingPlace.LEAF and rounded != leaf.max_points:
            problems.add("E335", leaf.span, found=leaf.max_points, rounded=rounded)
    for number, name in enumerate(header.areas):
        if name in header.areas[:number]:
            problems.add("E311", place_of(_items(header), number, header.at.span), found=name)
    if header.status == "official":
        for key in ("issuer", "number", "symbol", "date"):
            if key not in header.source.at:
                problems.add("E330", header.at.key_span("source"), key=key)
    problems.raise_errors()
    return CriteriaSet(
        id=header.id,
        title=text_of(header.title),
        status=Status(header.status),
        origin=_origin(header.source),
        tier=header.tier,
        starts=starts,
        ends=ends,
        max_points=maximum,
        rounding=rounding,
        notes=tuple(text_of(note) for note in header.notes),
        areas=tree,
        measures=measures,
        sha256=files.digest(),
        remarks=problems.in_order(),
        by_code=by_code,
    )


def _items(header: SetFile) -> tuple[Node, ...]:
    areas = header.at.get("areas")
    return areas.items if isinstance(areas, Sequence) else ()


class _Files:
    """The files of one set folder, each read once; together they give its digest."""

    def __init__(self, folder: Path, shown: str, problems: Problems) -> None:
        self.folder = folder
        self.shown = shown
        self.problems = problems
        self._digests: dict[str, str] = {}

    def read(self, name: str, form: type[_F], named_at: Span | None = None) -> _F | None:
        """One file as a form. A file that the set names and lacks is the set's own fault."""
        shown = name if self.shown == "." else f"{self.shown}/{name}"
        if named_at is not None and not (self.folder / name).is_file():
            self.problems.add("E329", named_at, file=name)
            return None
        data = read_file(self.folder / name, shown, self.problems)
        if data is None:
            return None
        source, node = read_yaml(data, shown, Owner.CRITERIA, self.problems)
        self._digests[name] = source.sha256
        return None if node is None else read_form(form, node, self.problems)

    def digest(self) -> str:
        """A digest of the set's content, the same whatever the folder is called."""
        lines = [f"{digest}  {name}\n" for name, digest in sorted(self._digests.items())]
        return hashlib.sha256("".join(lines).encode()).hexdigest()


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
