"""What signatures are judged by: the roots in a folder, as of the end of a day, or of now."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from par_index.cli.extras import need

if TYPE_CHECKING:
    from par_index.problems import Problems
    from par_index.review.signatures.reading import Trust

__all__ = ["trust_at"]


def trust_at(folder: str | None, as_of: datetime.date | None, problems: Problems) -> Trust:
    """Refuses (E919) where pyHanko is not installed.

    Without a day it is now: what a unit writes in its file must not decide whether a certificate
    was still good.
    """
    from par_index.review.signatures.checks import VIETNAM
    from par_index.review.signatures.reading import trust_of

    need("sig")
    moment = datetime.datetime.now(datetime.UTC)
    if as_of is not None:
        moment = datetime.datetime.combine(as_of, datetime.time(23, 59, 59), VIETNAM)
    return trust_of(folder, moment, problems)
