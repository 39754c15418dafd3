"""An account in words: names of columns, causes, what moved a leaf."""

from __future__ import annotations

from fractions import Fraction

from par_index.rendering.messages.review_account import say_account
from par_index.rendering.messages.review_words import REASONS
from par_index.rendering.voice import Voice
from par_index.review.account.account import Account, AccountColumn, Cause, Move
from par_index.review.account.tree import ROOT
from par_index.review.log.nouns import Reason
from par_index.review.log.state import ColumnKind, Phase

__all__ = ["Words"]

_NONE = "–"


class Words:
    """Says one account in one language."""

    def __init__(self, account: Account, language: str) -> None:
        self.account = account
        self.language = language
        self.voice = Voice(language, account.criteria)

    def say(self, name: str, /, **slots: str) -> str:
        return say_account(name, self.language, **slots)

    def column(self, column: AccountColumn) -> str:
        """A column's heading; a closed appraisal that was opened again has several ends."""
        kind, round_ = column.name
        if kind is ColumnKind.FINAL:
            finals = [one for one in self.account.columns if one.name[0] is kind]
            name = "final_round"
            if column is finals[-1]:
                name = "final"
            elif any(one.name == column.name for one in finals[: finals.index(column)]):
                # The round had ended; what others gave came after.
                name = "final_external"
            return self.say(name, round=str(round_))
        return self.say(kind.value, round=str(round_))

    def step(self, step: int) -> str:
        """From one column to the next, and what the whole differs."""
        before, after = (self.column(self.account.columns[at]) for at in (step - 1, step))
        change = self.change(self.account.difference(step))
        return self.say("step", before=before, after=after, change=change)

    def points_of(self, column: AccountColumn, code: str = ROOT) -> str:
        """Points of an applicable maximum; a stroke where nothing applies."""
        node = column.tree.nodes.get(code)
        if node is None or (not node.applicable and not node.points and code != ROOT):
            return _NONE
        points, maximum = self.voice.amount(node.points), self.voice.amount(node.applicable)
        return self.say("of", points=points, maximum=maximum)

    def change(self, points: Fraction) -> str:
        return self.voice.change(points)

    def headline(self) -> str:
        columns = self.account.columns
        closed = self.account.state.phase is Phase.CLOSED
        return self.say(
            "headline",
            claimed=self.points_of(columns[0]),
            final=self.points_of(columns[-1]),
            name=self.say("at_the_end" if closed else "so_far"),
        )

    def cause(self, cause: Cause, reason: Reason | None) -> str:
        if reason is None:
            return self.say(cause.value, reason="")
        return REASONS[reason.value].into(self.language)

    def move(self, move: Move) -> str:
        """One move of a leaf: so much, why, in whose words."""
        change, cause = self.change(move.difference), self.cause(move.cause, move.reason)
        if move.before.na != move.after.na:
            change = f"{change}, {self.say('to_na' if move.after.na else 'from_na')}"
        choice = move.choice
        if choice is None:
            return self.say("move", change=change, cause=cause)
        text = " ".join(choice.text.split())
        said = self.say(
            "move_said" if text else "move_by",
            change=change,
            cause=cause,
            text=text,
            who=choice.who,
            seq=str(choice.seq),
        )
        if choice.confirmed:
            seq = str(choice.confirmed)
            said += self.say("confirmed", who=choice.confirmed_by, seq=seq)
        return said

    def title(self, code: str) -> str:
        criterion = self.account.criteria.by_code.get(code)
        return "" if criterion is None else self.voice.text(criterion.title)

    def grade(self, column: AccountColumn) -> str:
        """The grade that a column is sure of, in words."""
        grades = {one.id: one.title for one in self.account.criteria.grades}
        title = grades.get(column.grade)
        return self.say("no_grade") if title is None else self.voice.text(title)

    def index(self, column: AccountColumn) -> str:
        """The index in percent as the set rounds it."""
        from par_index.rendering.numbers import rounded_percent

        index = column.tree.index
        if index is None:
            return _NONE
        rounding = self.account.criteria.rounding
        percent = rounded_percent(index, rounding.index_places, rounding.index_mode)
        return self.voice.number(percent)
