"""What the settings screen asks about advisers and teams."""

from collections.abc import Callable
from datetime import date

from screens.changing_settings import ChangingSettings
from screens.words import Words, word
from teui.casework import staff
from teui.errors import TeuiError
from teui.practice.days import parse_day, show_day


def who(screen: ChangingSettings) -> None:
    """Who works at this desk, among those who have not left."""
    view = screen.shown
    options: dict[str, Words] = {
        each.uid: f"{each.name} · {each.team}" for each in view.staff.present
    }

    def take(uid: str) -> None:
        said = screen.said(screen.t("settings.who"), view.adviser(uid).name)
        screen.write(staff.sit_down(screen.desk, uid), said)

    screen.pick(word("settings.who"), options, take, view.desk.adviser.uid)


def adviser(screen: ChangingSettings, uid: str) -> None:
    """What is to become of an adviser: another name, another team, the last day at work."""
    adviser = screen.shown.adviser(uid)
    acts = ("rename", "move", "leave" if adviser.left_on is None else "back")
    options = {act: word(f"settings.adviser.{act}") for act in acts}

    def take(act: str) -> None:
        match act:
            case "rename":
                _rename(screen, "adviser", uid)
            case "move":
                _ask_team(screen, adviser.name, lambda team: _move(screen, uid, team))
            case "leave":
                _leave(screen, uid, adviser.name)
            case "back":
                said = screen.said(adviser.name, screen.t("settings.adviser.back"))
                screen.write(staff.come_back(screen.desk, uid), said)

    screen.pick(adviser.name, options, take)


def _move(screen: ChangingSettings, uid: str, team: str) -> None:
    said = screen.said(screen.shown.adviser(uid).name, screen.shown.team(team))
    screen.write(staff.move_adviser(screen.desk, uid, team), said)


def _leave(screen: ChangingSettings, uid: str, name: str) -> None:
    today = screen.desk.clock.today()

    def check(typed: str) -> str:
        day = parse_day(typed, today)
        if day > today:
            raise TeuiError("leaves_later", name=name)
        return day.isoformat()

    def save(day: str) -> None:
        last = date.fromisoformat(day)
        said = screen.said(name, screen.t("settings.left", day=show_day(last)))
        screen.write(staff.leave(screen.desk, uid, last), said)

    words = (word("settings.last_day", name=name), word("settings.last_day_help"))
    screen.type_text(f"leave:{uid}", words, show_day(today), check, save)


def new_team(screen: ChangingSettings) -> None:
    def save(name: str) -> None:
        said = screen.said(screen.t("settings.new_team"), name)
        screen.write(staff.add_team(screen.desk, name), said)

    _type_name(screen, "team", "", word("settings.new_team"), save)


def rename_team(screen: ChangingSettings, uid: str) -> None:
    _rename(screen, "team", uid)


def new_adviser(screen: ChangingSettings) -> None:
    """The name, then the team."""

    def save(name: str, team: str) -> None:
        said = screen.said(screen.t("settings.new_adviser"), name)
        screen.write(staff.add_adviser(screen.desk, name, team), said)

    title = word("settings.new_adviser")
    _type_name(
        screen,
        "adviser",
        "",
        title,
        lambda name: _ask_team(screen, name, lambda team: save(name, team)),
    )


def _rename(screen: ChangingSettings, kind: str, uid: str) -> None:
    is_team = kind == "team"
    before = screen.shown.team(uid) if is_team else screen.shown.adviser(uid).name
    rename = staff.rename_team if is_team else staff.rename_adviser

    def save(name: str) -> None:
        screen.write(rename(screen.desk, uid, name), screen.said(before, name))

    _type_name(screen, kind, uid, before, save, value=before)


def _ask_team(screen: ChangingSettings, title: str, then: Callable[[str], None]) -> None:
    teams: dict[str, Words] = {each.uid: each.name for each in screen.shown.staff.teams}
    screen.pick(word("settings.which_team", name=title), teams, then)


def _type_name(
    screen: ChangingSettings,
    kind: str,
    uid: str,
    title: Words,
    then: Callable[[str], None],
    *,
    value: str = "",
) -> None:
    people = screen.shown.staff.teams if kind == "team" else screen.shown.staff.advisers
    taken = [each.name for each in people if each.uid != uid]

    def check(typed: str) -> str:
        return staff.check_name(typed, taken)

    hint = word(f"settings.name_help.{kind}", longest=staff.LONGEST_NAME)
    screen.type_text(f"{kind}:{uid}", (title, hint), value, check, then)
