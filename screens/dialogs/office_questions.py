"""What the settings screen asks about the office itself: language, decide first, its numbers."""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import date

from screens.changing_settings import ChangingSettings
from screens.looks import LOOKS
from screens.widgets.settings_lines import length
from screens.words import word
from teui.casework import look as looks
from teui.casework import office
from teui.casework.desk import Desk
from teui.practice.days import parse_day, show_day
from teui.practice.texts import LANGUAGES, Texts

_SYSTEM = "system"


def language(screen: ChangingSettings) -> None:
    """The language in which teui opens here."""
    options = {code: word(f"settings.language.{code}") for code in (*LANGUAGES, _SYSTEM)}

    def take(code: str) -> None:
        chosen = None if code == _SYSTEM else code
        t = screen.t
        said = screen.said(t("settings.language_row"), options[code](t))
        screen.write(office.set_language(screen.desk, chosen), said)

    now = screen.shown.office.language or _SYSTEM
    screen.pick(word("settings.language_row"), options, take, now)


def look(screen: ChangingSettings) -> None:
    """The colours of this desk's screen; they change at once."""
    app = screen.teui
    options = {name: word(f"settings.look.{name}") for name in LOOKS}

    def take(name: str) -> None:
        app.put_on(name)
        t = screen.t
        said = screen.said(t("settings.look_row"), options[name](t))
        screen.write(looks.keep(screen.desk, name), said)

    screen.pick(word("settings.look_row"), options, take, app.look)


def decide_first(screen: ChangingSettings) -> None:
    """Whether the suggestion waits for the adviser's choice."""
    _yes_or_no(screen, "decide_first", office.set_decide_first, screen.shown.office.decide_first)


def ask_apart(screen: ChangingSettings) -> None:
    """Whether an interview that is not held face to face needs a reason."""
    _yes_or_no(screen, "ask_apart", office.set_ask_apart, screen.shown.office.ask_apart)


def _yes_or_no(
    screen: ChangingSettings, name: str, write: Callable[[Desk, bool], Future[None]], now: bool
) -> None:
    options = {code: word(f"settings.{code}") for code in ("yes", "no")}

    def take(code: str) -> None:
        t = screen.t
        said = screen.said(t(f"settings.{name}"), options[code](t))
        screen.write(write(screen.desk, code == "yes"), said)

    screen.pick(word(f"settings.{name}"), options, take, "yes" if now else "no")


def number(screen: ChangingSettings, name: str) -> None:
    """The amount first, then the day from which it holds."""
    number, label = screen.shown.number(name), word(f"office.{name}.text")

    def amount(typed: str) -> str:
        office.check_amount(number.model, typed)
        return typed

    def ask_day(typed: str) -> None:
        today = screen.desk.clock.today()

        def title(t: Texts) -> str:
            return t("settings.number_from", amount=length(t, number, of(typed)))

        screen.type_text(
            f"number:{name}:{typed}:from",
            (title, word("settings.number_from_help")),
            show_day(today),
            lambda day: parse_day(day, today).isoformat(),
            lambda day: save(of(typed), date.fromisoformat(day)),
        )

    def of(typed: str) -> int | None:
        return int(typed) if typed else None

    def save(count: int | None, day: date) -> None:
        t = screen.t
        words = length(t, number, count)
        said = screen.said(label(t), t("settings.from", day=show_day(day), amount=words))
        screen.write(office.set_number(screen.desk, name, count, day), said, recounts=True)

    def hint(t: Texts) -> str:
        unit, most = t(f"settings.unit.{number.model.unit}"), number.model.most
        return t("settings.number_help", unit=unit, most=most)

    screen.type_text(f"number:{name}", (label, hint), str(number.amount), amount, ask_day)
