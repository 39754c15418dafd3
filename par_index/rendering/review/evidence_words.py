"""Checks of evidence in words: what a document is called, what came of each check."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from par_index.model.document_kinds import KINDS
from par_index.model.evidence import CheckId, EvidenceCheck, Use, Verdict
from par_index.model.submission import Evidence
from par_index.rendering.messages.codes import CODES
from par_index.rendering.messages.review_evidence import say_evidence
from par_index.rendering.messages.review_evidence_checks import CHECKS, sentence_of
from par_index.rendering.numbers import number, show_date
from par_index.review.evidence.identity import identity_of

__all__ = ["ORDER", "EvidenceWords", "worst_of"]

ORDER: Final = (Verdict.WRONG, Verdict.LOOK, Verdict.UNKNOWN, Verdict.RIGHT)
"""Verdicts, those first that ask most of a person."""


def worst_of(checks: Iterable[EvidenceCheck]) -> Verdict:
    """The verdict that asks most; RIGHT for none."""
    return min((one.verdict for one in checks), key=ORDER.index, default=Verdict.RIGHT)


class EvidenceWords:
    """Says verdicts in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def say(self, name: str, /, **slots: str) -> str:
        return say_evidence(name, self.language, **slots)

    def count(self, name: str, count: int) -> str:
        """``1 tài liệu``, ``12 tài liệu``."""
        key = f"{name}_one" if count == 1 else f"{name}_many"
        return self.say(key, count=number(count, self.language))

    def check(self, id: CheckId) -> str:
        return CHECKS[id].into(self.language)

    def document(self, document: Evidence) -> str:
        """``614/KH-SKHCN ngày 31/12/2020: Kế hoạch cải cách hành chính``, as far as is known."""
        one = identity_of(document)
        name = one.shown
        if name and not one.notation:
            name = self.say("number_only", number=name)
        if name and one.issued is not None:
            name = self.say("dated", reference=name, day=show_date(one.issued, self.language))
        subject = document.fields.get("trich_yeu", "") or KINDS.get(one.kind or "", "")
        return ": ".join(filter(None, (name, subject))) or self.say("unnamed")

    def use(self, use: Use) -> str:
        name = "use_page" if use.page else "use"
        return self.say(name, code=use.criterion, page=use.page)

    def sentence(self, one: EvidenceCheck) -> str:
        """What came of a check; of a use it says first of which."""
        text = sentence_of(one.id, one.code, self.language, **self._slots(one))
        return text if one.use is None else self.say("for_use", use=self.use(one.use), what=text)

    def _slots(self, one: EvidenceCheck) -> dict[str, str]:
        slots = {name: self._written(value) for name, value in one.params.items()}
        match one.id:
            case CheckId.FILE:
                slots |= self._file(one.params)
            case CheckId.KIND | CheckId.TEXT:
                slots["found"] = self.say(f"file.{one.params['found']}")
            case CheckId.ACTIVE:
                acts = one.params.get("acts", ())
                assert isinstance(acts, (tuple, list))
                slots["acts"] = self._written([self.say(f"act.{act}") for act in acts])
            case CheckId.KIND_ASKED:
                wanted = one.params["wanted"]
                assert isinstance(wanted, (tuple, list))
                slots["wanted"] = self.say("or").join(wanted)
            case CheckId.FIGURES:
                slots |= self._figures(one.params)
        return slots

    def _file(self, params: Mapping[str, object]) -> dict[str, str]:
        near, reason = str(params.get("near", "")), str(params.get("reason", ""))
        words = CODES["reason"].get(reason)
        return {
            "near": self.say("near", name=near) if near else "",
            "reason": words.into(self.language) if words else reason,
        }

    def _figures(self, params: Mapping[str, object]) -> dict[str, str]:
        page = str(params.get("page", ""))
        near, pages = params.get("near", ()), params.get("near_pages", ())
        assert isinstance(near, (tuple, list))
        assert isinstance(pages, (tuple, list))
        beside = [
            self.say("page_of", figure=str(figure), page=self._written(page))
            for figure, page in zip(near, pages, strict=True)
        ]
        return {
            "where": self.say("on_page", page=page) if page else self.say("in_document"),
            "near": self._written(beside),
        }

    def _written(self, value: object) -> str:
        match value:
            case datetime.date():
                return show_date(value, self.language)
            case int():
                return number(value, self.language)
            case tuple() | list():
                return self._listed(value)
            case _:
                return str(value)

    def _listed(self, values: Sequence[object]) -> str:
        return ", ".join(map(self._written, values))
