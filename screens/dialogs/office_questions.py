"""What the settings screen asks about the office itself: language, decide first, its numbers."""

from datetime import date
from typing import TYPE_CHECKING

from screens.looks import LOOKS
from screens.widgets.settings_lines import length
from teui.casework import look as looks
from teui.casework import office
from teui.practice.days import parse_day, show_day
from teui.practice.texts import LANGUAGES

if TYPE_CHECKING:
    from screens.settings import Settings

_SYSTEM = "system"


def language(screen: "Settings") -> None:
    """The language in which teui opens here."""
    t = screen.t
    options = {code: t(f"settings.language.{code}") for code in (*LANGUAGES, _SYSTEM)}

    def take(code: str) -> None:
        chosen = None if code == _SYSTEM else code
        said = screen.said(t("settings.language_row"), options[code])
        screen.write(office.set_language(screen.desk, chosen), said)

    now = screen.shown.office.language or _SYSTEM
    screen.pick(t("settings.language_row"), options, take, now)


def look(screen: "Settings") -> None:
    """The colours of this desk's screen; they change at once."""
    t, app = screen.t, screen.teui
    options = {name: t(f"settings.look.{name}") for name in LOOKS}

    def take(name: str) -> None:
        app.put_on(name)
        screen.write(
            looks.keep(screen.desk, name), screen.said(t("settings.look_row"), options[name])
        )

    screen.pick(t("settings.look_row"), options, take, app.look)


def decide_first(screen: "Settings") -> None:
    """Whether the suggestion waits for the adviser's choice."""
    t = screen.t
    options = {code: t(f"settings.{code}") for code in ("yes", "no")}

    def take(code: str) -> None:
        said = screen.said(t("settings.decide_first"), options[code])
        screen.write(office.set_decide_first(screen.desk, code == "yes"), said)

    now = "yes" if screen.shown.office.decide_first else "no"
    screen.pick(t("settings.decide_first"), options, take, now)


def number(screen: "Settings", name: str) -> None:
    """The amount first, then the day from which it holds."""
    t, number = screen.t, screen.shown.number(name)
    label, unit = t(f"office.{name}.text"), number.model.unit

    def amount(typed: str) -> str:
        office.check_amount(number.model, typed)
        return typed

    def ask_day(typed: str) -> None:
        today = screen.desk.clock.today()
        title = t("settings.number_from", amount=length(t, number, of(typed)))
        screen.type_text(
            f"number:{name}:{typed}:from",
            (title, t("settings.number_from_help")),
            show_day(today),
            lambda day: parse_day(day, today).isoformat(),
            lambda day: save(of(typed), date.fromisoformat(day)),
        )

    def of(typed: str) -> int | None:
        return int(typed) if typed else None

    def save(count: int | None, day: date) -> None:
        words = length(t, number, count)
        said = screen.said(label, t("settings.from", day=show_day(day), amount=words))
        screen.write(office.set_number(screen.desk, name, count, day), said, recounts=True)

    hint = t("settings.number_help", unit=t(f"settings.unit.{unit}"), most=number.model.most)
    screen.type_text(f"number:{name}", (label, hint), str(number.amount), amount, ask_day)
