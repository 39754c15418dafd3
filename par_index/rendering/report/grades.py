"""Grades in words: which is sure, which can still come, which cannot any more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from par_index.model.assessment import Assessment, GradeScore, Standing
from par_index.model.criteria import Grade
from par_index.rendering.voice import Voice

__all__ = ["grades_line"]


def grades_line(voice: Voice, assessment: Assessment) -> str:
    """The ladder in one line; empty where the set has none, or nothing applies."""
    if not assessment.grades:
        return ""
    return voice.say("grades", grades=voice.list(_parts(voice, assessment)))


def _parts(voice: Voice, assessment: Assessment) -> Iterator[str]:
    """The best first, so what lies below the last that is possible is out of the question.

    The unit gets one of those that are possible: the lowest of them is what it has for certain.
    """
    ladder = assessment.grades
    sure = [one for one in ladder if one.standing is Standing.SURE]
    if sure:
        yield voice.say("grade_sure", grade=_named(voice, assessment, sure[0].grade))
        return
    open_ = [one for one in ladder if one.standing is Standing.POSSIBLE]
    *better, least = open_
    if least is not ladder[-1]:
        yield voice.say("grade_least", grade=voice.text(least.grade.title))
        yield voice.say("grade_possible", grades=_list(voice, assessment, better))
    else:
        yield voice.say("grade_possible", grades=_list(voice, assessment, open_))
    above = ladder[: ladder.index(open_[0])]
    if above:
        yield voice.say("grade_impossible", grades=_list(voice, assessment, above))


def _list(voice: Voice, assessment: Assessment, grades: Sequence[GradeScore]) -> str:
    return ", ".join(_named(voice, assessment, one.grade) for one in grades)


def _named(voice: Voice, assessment: Assessment, grade: Grade) -> str:
    """The grade's title; where other units have a say, how many may hold it."""
    title, quota = voice.text(grade.title), grade.quota
    if quota is None:
        return title
    share = voice.percent(quota.share)
    if not quota.among:
        return voice.say("quota_of_units", grade=title, share=share)
    titles = {one.id: voice.text(one.title) for one in assessment.criteria.grades}
    among = ", ".join(titles[id] for id in quota.among)
    return voice.say("quota_among", grade=title, share=share, among=among)
