"""What the settings screen says: a row for each setting, and about the one that is selected."""

from collections.abc import Iterator
from dataclasses import dataclass

from screens.widgets.lines import Line, Span, fit, line, wrap
from screens.widgets.row_list import Row
from teui.casework.desk import Desk
from teui.casework.office import Office, OfficeNumber
from teui.casework.staff import Colleague, Staff
from teui.practice.days import show_day
from teui.practice.model import PracticeModel
from teui.practice.texts import Texts

LABEL, VALUE = 34, 24
ABOUT = 3
_DIGEST = 16


@dataclass(frozen=True, slots=True)
class SettingsView:
    """All that the screen shows; `desk` is the desk as it stands now."""

    desk: Desk
    office: Office
    staff: Staff
    model: PracticeModel

    def number(self, uid: object) -> OfficeNumber:
        return next(each for each in self.office.numbers if each.id == uid)

    def adviser(self, uid: object) -> Colleague:
        return next(each for each in self.staff.advisers if each.uid == uid)

    def team(self, uid: object) -> str:
        return next(each.name for each in self.staff.teams if each.uid == uid)


def language(t: Texts, code: str | None) -> str:
    return t(f"settings.language.{code or 'system'}")


def yes_no(t: Texts, value: bool) -> str:
    return t(f"settings.{'yes' if value else 'no'}")


def length(t: Texts, number: OfficeNumber, amount: int | None) -> str:
    """An amount of it in words; the practice model's where it is None."""
    if amount is None:
        return t("settings.as_model")
    return t.count(f"length.{number.model.unit}", amount)


def rows(t: Texts, view: SettingsView, look: str) -> list[Row]:
    """Settings under their headings; keys are `("number", id)` and the like."""
    office, staff = view.office, view.staff
    made = [_heading(t("settings.desk"))]
    made += [
        _row(("desk",), t("settings.who"), view.desk.adviser.name, view.desk.team.name),
        _row(("look",), t("settings.look_row"), t(f"settings.look.{look}")),
        Row(()),
        _heading(t("settings.office")),
        _row(("language",), t("settings.language_row"), language(t, office.language)),
        _row(("decide_first",), t("settings.decide_first"), yes_no(t, office.decide_first)),
        _row(("ask_apart",), t("settings.ask_apart"), yes_no(t, office.ask_apart)),
        Row(()),
        _heading(t("settings.numbers"), t("settings.in_force"), t("settings.model")),
    ]
    for number in office.numbers:
        held = length(t, number, number.amount)
        if number.is_own:
            held = t("settings.own", amount=held)
        model = length(t, number, number.model.amount)
        made.append(_row(("number", number.id), t(f"office.{number.id}.text"), held, model))
    made += [Row(()), _heading(t("settings.teams"))]
    for team in staff.teams:
        count = t.count("settings.advisers_n", team.advisers)
        made.append(_row(("team", team.uid), team.name, count))
    made += [Row(()), _heading(t("settings.advisers"))]
    for each in staff.advisers:
        made.append(_row(("adviser", each.uid), each.name, each.team, _standing(t, each)))
    made += [Row(()), _heading(t("settings.model_heading"))]
    return [*made, *_model_rows(t, view.model)]


def _model_rows(t: Texts, model: PracticeModel) -> Iterator[Row]:
    version = t("settings.version", version=model.version)
    yield _row(("model", "id"), t("settings.model_id"), model.id, version)
    yield _row(("model", "digest"), t("settings.digest"), f"{model.digest[:_DIGEST]}…")
    yield _row(("model", "dated"), t("settings.rules_dated"), show_day(model.rules_dated))
    if model.law_until is not None:
        yield _row(("model", "law"), t("settings.law_until"), show_day(model.law_until))
    for source in model.sources:
        yield Row(line(f" {source}  {t(f'source.{source}.title')}"), ("model", source))


def _standing(t: Texts, adviser: Colleague) -> str:
    if adviser.left_on is not None:
        return t("settings.left", day=show_day(adviser.left_on))
    return t("settings.here") if adviser.here else ""


def about(t: Texts, view: SettingsView, key: object, width: int) -> list[Line]:
    """What the selected setting is for, and what has been set: at most `ABOUT` lines."""
    made: list[Line] = []
    for text, role in _about(t, view, key):
        made += [line(" ", Span(part, role)) for part in wrap(text, width - 2, ABOUT)]
    return (made + [()] * ABOUT)[:ABOUT]


def _about(t: Texts, view: SettingsView, key: object) -> Iterator[tuple[str, str]]:
    match key:
        case ("number", name):
            yield from _about_number(t, view.number(name))
        case ("adviser", _):
            yield t("settings.about.adviser"), "plain"
        case ("model", "digest"):
            yield t("settings.about.digest"), "plain"
            yield view.model.digest, "dim"
        case ("model", "law"):
            yield t("model.later_law"), "plain"
        case ("model", "id" | "dated"):
            yield t("model.name"), "plain"
            yield t("model.rules_dated"), "dim"
        case ("model", str(source)):
            found = view.model.sources[source]
            yield found.title, "plain"
            if found.dated:
                yield t("settings.dated", day=found.dated), "dim"
        case (str(name), *_):
            yield t(f"settings.about.{name}"), "plain"


def _about_number(t: Texts, number: OfficeNumber) -> Iterator[tuple[str, str]]:
    yield t(f"office.{number.id}.help"), "plain"
    steps = [
        t("settings.from", day=show_day(own.valid_from), amount=length(t, number, own.amount))
        for own in number.own[-2:]
    ]
    yield " · ".join(steps) or t("settings.not_set"), "dim"


def _heading(label: str, value: str = "", beside: str = "") -> Row:
    return Row(_columns(Span(label, "title"), Span(value, "dim"), Span(beside, "dim"), " "))


def _row(key: tuple[str, ...], label: str, value: str, beside: str = "") -> Row:
    return Row(_columns(Span(label), Span(value, "strong"), Span(beside, "dim")), key)


def _columns(label: Span, value: Span, beside: Span, margin: str = "") -> Line:
    return (
        Span(margin),
        *fit(line(" ", label), LABEL),
        Span(" "),
        *fit(line(value), VALUE),
        Span(" "),
        *line(beside),
    )
