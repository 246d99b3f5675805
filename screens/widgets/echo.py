"""What was understood of a text being typed, said below its field before it is kept."""

from collections.abc import Callable, Mapping
from datetime import date

from screens.widgets.lines import Span
from teui.errors import TeuiError
from teui.practice.days import Toward, may_become_day, parse_day
from teui.practice.model import Occupation, Question, Value
from teui.practice.texts import Texts
from teui.practice.typed import from_typed, may_become

Echo = Callable[[str], Span]
"""From what is typed so far to what is said of it; empty while it can become anything."""
NOTHING = Span("")


def day_echo(
    t: Texts, today: date, toward: Toward = "any", check: Callable[[date], None] | None = None
) -> Echo:
    """Says the day in full. `check` raises TeuiError for a day that is not to be taken."""

    def echo(typed: str) -> Span:
        if not typed.strip():
            return NOTHING
        try:
            day = parse_day(typed, today, toward)
            if check is not None:
                check(day)
        except TeuiError as error:
            return NOTHING if _is_open(error, typed) else Span(t.error(error), "warn")
        return Span(t.full_day(day), "good")

    return echo


def answer_echo(
    t: Texts, question: Question, typed: str, today: date, known: Mapping[str, Value]
) -> Span:
    """The same of an answer being typed; `known` are the answers that it may have to fit."""
    if not typed.strip():
        return NOTHING
    try:
        value = from_typed(question, typed, today, known)
    except TeuiError as error:
        unsure = error.code.startswith("typed_day_") is False
        if unsure and may_become(question, typed, today, known):
            return NOTHING
        return Span(t.error(error), "warn")
    if question.type == "language" and t.has(f"language_name.{value}"):
        return Span(t(f"language_name.{value}"), "good")
    return Span(worded(t, value), "good")


def worded(t: Texts, value: Value) -> str:
    """A typed answer as it was understood; empty for a text, which says itself."""
    if isinstance(value, date):
        return t.full_day(value)
    if isinstance(value, str):
        return ""
    return " · ".join(_one(t, each) for each in value)


def _one(t: Texts, value: str | Occupation) -> str:
    if isinstance(value, str):
        return value
    parts = [value.isco] if value.isco else []
    if value.years is not None:
        parts.append(t.count("echo.years", value.years))
    if value.last_year is not None:
        parts.append(t("echo.last", year=value.last_year))
    return f"{value.title} ({', '.join(parts)})" if parts else value.title


def _is_open(error: TeuiError, typed: str) -> bool:
    return error.code == "typed_day" and may_become_day(typed)
