"""The stages of an integration assessment: who holds it, what is planned, what was held."""

from concurrent.futures import Future
from typing import ClassVar

from textual.app import ComposeResult

from screens.dialogs.picker import Picker
from screens.dialogs.stage_questions import StageQuestions
from screens.frame import Frame
from screens.keys import COMMON, Key
from screens.row_keys import RowKeys, row_keys
from screens.widgets import stage_lines
from screens.widgets.lines import Lines, Span, line
from screens.widgets.row_list import RowList
from screens.words import Words, word
from teui.casework import clients, staff, stages
from teui.casework.clients import ClientHeader
from teui.casework.stages import StageRow, Stages

CHANGING = frozenset({"stage_change", "holder"})


async def open_stages(screen: Frame, assessment_uid: str) -> None:
    """The stages of an assessment, to be read only once it is completed."""
    desk = screen.desk

    def load() -> tuple[Stages, ClientHeader]:
        found = stages.load(desk, assessment_uid)
        return found, clients.header(desk, found.client_uid)

    found = await screen.read(load)
    if found is not None:
        screen.app.push_screen(StagesScreen(*found))


class StagesScreen(RowKeys):
    """Each step is saved at once; what Esc leaves half-typed is kept."""

    CSS_PATH = "stages.tcss"
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("stage_change", "enter", "change", "Enter", foot=0),
        Key("holder", "a", "holder", "a", foot=0),
        *row_keys(),
        *COMMON,
    )

    def __init__(self, found: Stages, client: ClientHeader) -> None:
        super().__init__()
        self.stages = found
        self._client = client

    def keys_here(self) -> tuple[Key, ...]:
        if self.stages.is_open:
            return self.KEYS
        return tuple(key for key in self.KEYS if key.id not in CHANGING)

    def compose(self) -> ComposeResult:
        yield Lines(id="head")
        yield Lines(id="rule-top")
        yield RowList(id="rows")
        yield Lines(id="about")
        yield Lines(id="foot")

    @property
    def client_in_view(self) -> str:
        return self._client.uid

    @property
    def selected(self) -> StageRow | None:
        key = self.rows.key
        return None if key is None else self.stages.row(str(key))

    def refresh_data(self) -> None:
        self.run_worker(self._load(), exclusive=True, group="read")

    async def _load(self) -> None:
        desk, uid = self.desk, self.stages.assessment_uid
        found = await self.read(lambda: stages.load(desk, uid))
        if found is not None:
            self.stages = found
            self.paint()

    def paint(self) -> None:
        t, width = self.t, self.size.width
        title = line(
            Span(f" {self._client.name}", "strong"),
            Span(f"  {t('frame.born', year=self._client.birth_year or '-')}", "dim"),
            Span(f"   {t('stages.title')}"),
        )
        self.paint_frame(title, *stage_lines.standing(t, self.stages, width))
        rule = line(Span("─" * width, "rule"))
        self.query_one("#rule-top", Lines).show([rule])
        self.rows.set_rows(stage_lines.rows(t, self.stages, width - 1))
        self.row_reached()

    def row_reached(self) -> None:
        width = self.size.width
        rule = line(Span("─" * width, "rule"))
        row = self.selected
        said = stage_lines.about(self.t, row, width) if row is not None else []
        self.query_one("#about", Lines).show([rule, *said, rule])

    def action_change(self) -> None:
        row = self.selected
        if row is not None:
            StageQuestions(self, self.stages.assessment_uid, row, self.write).ask()

    def action_holder(self) -> None:
        self.begin_work(self._ask_holder())

    async def _ask_holder(self) -> None:
        desk = self.desk
        found = await self.read(lambda: staff.load(desk))
        if found is None:
            return
        options: dict[str, Words] = {
            each.uid: f"{each.name}, {each.team}" for each in found.present
        }

        def take(adviser: str | None) -> None:
            if adviser is not None:
                self.begin_work(self._hold(adviser))

        self.app.push_screen(Picker(word("stages.holder"), options, self.stages.holder_uid), take)

    async def _hold(self, adviser: str) -> None:
        await self.write(stages.hold(self.desk, self.stages.assessment_uid, adviser))

    async def write(self, written: Future[None]) -> bool:
        """Wait for a change and show it; False where it was not to be made."""
        if not await self.saved(written):
            return False
        await self.read_last(self._load())
        return True
