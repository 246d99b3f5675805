"""The office's settings: who works here, its own numbers, language, practice model."""

from typing import ClassVar

from textual.app import ComposeResult

from screens.changing_settings import ChangingSettings
from screens.dialogs import office_questions, staff_questions
from screens.keys import COMMON, Key
from screens.row_keys import RowKeys, row_keys
from screens.widgets import settings_lines
from screens.widgets.lines import Lines, Span, line
from screens.widgets.row_list import RowList
from screens.widgets.settings_lines import SettingsView
from teui.casework import office, staff
from teui.casework.desk import desk_anew


class Settings(RowKeys, ChangingSettings):
    """Every change is saved at once and said; what Esc leaves half-typed is kept."""

    CSS_PATH = "settings.tcss"
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("change_setting", "enter", "change", "Enter", foot=0),
        Key("new_adviser", "n", "new_adviser", "n", foot=0),
        Key("new_team", "t", "new_team", "t", foot=0),
        *row_keys(),
        *COMMON,
    )

    def __init__(self) -> None:
        super().__init__()
        self._progress = ""

    def compose(self) -> ComposeResult:
        yield Lines(id="head")
        yield Lines(id="rule-top")
        yield RowList(id="rows")
        yield Lines(id="about")
        yield Lines(id="foot")

    def refresh_data(self) -> None:
        self.run_worker(self.load_view(), exclusive=True, group="read")

    async def load_view(self) -> None:
        view = await self.read(self._read)
        if view is not None:
            self.view = view
            # Whose name or team has changed, or who sits here, is seen on every screen.
            self.teui.desk = view.desk
            self.paint()

    def _read(self) -> SettingsView:
        desk = desk_anew(self.desk)
        return SettingsView(desk, office.load(desk), staff.load(desk), desk.model)

    def paint(self) -> None:
        t, width = self.t, self.size.width
        below = self._progress or t("settings.saved_at_once")
        title = line(Span(f" {t('settings.title')}", "strong"))
        self.paint_frame(title, line(Span(f" {below}", "dim")))
        self.query_one("#rule-top", Lines).show([line(Span("─" * width, "rule"))])
        if self.view is not None:
            self.rows.set_rows(settings_lines.rows(t, self.view, self.teui.look))
        self.row_reached()

    def row_reached(self) -> None:
        width = self.size.width
        rule = line(Span("─" * width, "rule"))
        if self.view is not None:
            said = settings_lines.about(self.t, self.view, self.rows.key, width)
            self.query_one("#about", Lines).show([rule, *said, rule])

    def counted(self, done: int, total: int) -> None:
        at_end = done >= total
        self._progress = "" if at_end else self.t("settings.counting", done=done, total=total)
        if at_end:
            self.say(self.t("settings.counted"), "good")
        else:
            self.paint()

    # What the keys ask

    def action_change(self) -> None:
        match self.rows.key:
            case ("desk",):
                staff_questions.who(self)
            case ("look",):
                office_questions.look(self)
            case ("language",):
                office_questions.language(self)
            case ("decide_first",):
                office_questions.decide_first(self)
            case ("ask_apart",):
                office_questions.ask_apart(self)
            case ("number", str(name)):
                office_questions.number(self, name)
            case ("team", str(uid)):
                staff_questions.rename_team(self, uid)
            case ("adviser", str(uid)):
                staff_questions.adviser(self, uid)
            case ("model", _):
                self.say(self.t("settings.model_fixed"), "note")

    def action_new_team(self) -> None:
        if self.view is not None:
            staff_questions.new_team(self)

    def action_new_adviser(self) -> None:
        if self.view is not None:
            staff_questions.new_adviser(self)
