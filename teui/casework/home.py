"""Facts that are typed once: the interview shows and edits them where they live.

A question's `home` names the row; its column is the question's own name (`start.date` in the
customership is `start_date`, `contact.language` in the client `language`).
"""

from collections.abc import Iterator

from teui.practice.model import PracticeModel, Question
from teui.store.driver import Row
from teui.store.unit import Unit


def questions(model: PracticeModel) -> Iterator[Question]:
    """The questions whose answers live outside the assessment."""
    return (question for question in model.questions.values() if question.home is not None)


def column(question: Question) -> str:
    section, _, name = question.id.partition(".")
    return f"{section}_{name}" if question.home == "customership" else name


def write(unit: Unit, question: Question, owner: Row, written: object, version: int | None) -> None:
    """Set the fact (None: clear it) in the client or customership that `owner` names.

    Raises StoreError `changed_elsewhere` where the row is no longer at `version`.
    """
    home = str(question.home)
    unit.update(home, owner[f"{home}_uid"], version, **{column(question): written})
