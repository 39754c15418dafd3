"""Places in packages: ``goi.zip!data/unit.yaml``."""

from __future__ import annotations

from par_index.problems import Owner, Problems, Source, Span
from par_index.review.packages.limits import PLACES

__all__ = ["Teller", "place_in"]


def place_in(package: str, path: str = "") -> Span:
    """A file in a package, or the package itself."""
    return Span(Source(f"{package}!{path}" if path else package, Owner.PACKAGE))


class Teller:
    """Tells problems of one package, each cause no more often than a person reads."""

    def __init__(self, package: str, problems: Problems) -> None:
        self.package = package
        self.problems = problems
        self._paths: dict[str, set[str]] = {}

    def tell(self, code: str, path: str = "", **params: object) -> None:
        paths = self._paths.setdefault(code, set())
        paths.add(path)
        if len(paths) <= PLACES:
            self.problems.add(code, place_in(self.package, path), **params)

    @property
    def codes(self) -> set[str]:
        """Every code that was told."""
        return set(self._paths)

    def tell_missing(self, path: str) -> None:
        """E611, unless the file is there and only cannot be read."""
        if not self.has_told("E607", path):
            self.tell("E611", path, found=path)

    def has_told(self, code: str, path: str) -> bool:
        return path in self._paths.get(code, ())
