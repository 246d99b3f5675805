"""Reads `data/invented/services.toml`: what goes on with invented clients after the plan."""

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from teui.casework.fill.invented import Phrase, Span
from teui.practice.fields import Fields
from teui.practice.files import data_folder, read_toml
from teui.practice.texts import LANGUAGES

Goes = Literal["planned", "running", "ending", "ended", "judged", "broken_off"]
_GOES = frozenset({"planned", "running", "ending", "ended", "judged", "broken_off"})
OVER = {"ended": 3, "judged": 6, "broken_off": 5}
"""So many working days ago it came to its end."""


@dataclass(frozen=True, slots=True)
class Course:
    """A service, a spell of `work`, or `steps` to a business; `days` is its planned length."""

    service: str | None
    work: str | None
    steps: int
    lines: frozenset[int]
    days: Span
    goes: Goes
    who: str
    text: Phrase


class Courses:
    """Deals the courses of each line in turn; once a round a client has nothing of the kind."""

    def __init__(self, courses: tuple[Course, ...]) -> None:
        lines = {line for course in courses for line in course.lines}
        self._left: dict[int, list[Course | None]] = {
            line: [*(course for course in courses if line in course.lines), None] for line in lines
        }

    def next(self, line: int, *, old: bool, up_to_date: bool) -> Course | None:
        """The one on the line that has waited longest; None: nothing goes on with this client.

        Something has ended only where the adviser is `up_to_date`, and ends soon or has ended only
        after an `old` plan.
        """
        waiting = self._left[line]
        unfit = {*OVER, "ending"} if not old else set() if up_to_date else {*OVER}
        course = next(each for each in waiting if each is None or each.goes not in unfit)
        waiting.remove(course)
        waiting.append(course)
        return course


@cache
def load_courses() -> tuple[Course, ...]:
    """In the order of the file; raises `DataFault` naming file, place and cure."""
    file = Fields("services.toml", "", read_toml(data_folder() / "invented" / "services.toml"))
    found = tuple(_course(table) for table in file.tables("course"))
    file.end()
    return found


def _course(t: Fields) -> Course:
    days = t.numbers("days")
    made = Course(
        service=t.text_or_none("service"),
        work=t.text_or_none("work"),
        steps=t.number("steps") if t.has("steps") else 0,
        lines=t.numbers("lines"),
        days=(min(days), max(days)),
        goes=cast("Goes", t.one_of("goes", _GOES)),
        who=t.text("who"),
        text={language: t.text(language) for language in LANGUAGES},
    )
    t.end()
    return made
