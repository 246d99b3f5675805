"""Job offers: whether the client is ready to be offered, what was offered and what came of it."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, ClassVar

from textual.app import ComposeResult

from screens.keys import COMMON, Key
from screens.offer_questions import OfferQuestions
from screens.row_keys import RowKeys, row_keys
from screens.widgets import offer_lines
from screens.widgets.lines import Lines, Span, line
from screens.widgets.row_list import RowList
from teui.casework import offers
from teui.casework.offers import Offer, OffersView


class Offers(RowKeys):
    """One customership's offers; each step is saved at once."""

    CSS_PATH = "offers.tcss"
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("new_offer", "n", "new_offer", "n", foot=0),
        Key("offer_outcome", "d", "outcome", "d", foot=0),
        Key("edit", "enter", "edit", "Enter", foot=0),
        Key("take_out", "x", "take_out", "x", foot=0),
        Key("interview", "i", "interview", "i", foot=0),
        *row_keys(),
        *COMMON,
    )

    def __init__(self, view: OffersView) -> None:
        super().__init__()
        self.view = view

    def compose(self) -> ComposeResult:
        yield Lines(id="head")
        yield Lines(id="rule-top")
        yield RowList(id="rows")
        yield Lines(id="about")
        yield Lines(id="foot")

    @property
    def client_in_view(self) -> str:
        return self.view.client.uid

    @property
    def selected(self) -> Offer | None:
        return self.view.offer(self.rows.key)

    def refresh_data(self) -> None:
        self.run_worker(self._load(), exclusive=True, group="read")

    async def _load(self) -> None:
        desk, case = self.desk, self.view.customership_uid
        view = await self.read(lambda: offers.load(desk, case))
        if view is not None:
            self.view = view
            self.paint()

    def paint(self) -> None:
        t, view, width = self.t, self.view, self.size.width
        title = line(
            Span(f" {view.client.name}", "strong"),
            Span(f"  {t('frame.born', year=view.client.birth_year or '-')}", "dim"),
            Span(f"   {t('offer.title')}"),
        )
        self.paint_frame(title, offer_lines.standing(t, view, width))
        rule = line(Span("─" * width, "rule"))
        self.query_one("#rule-top", Lines).show([rule])
        self._paint_rows()

    def _paint_rows(self, uid: str | None = None) -> None:
        model = self.desk.model
        self.rows.set_rows(offer_lines.rows(self.t, model, self.view, self.size.width - 1), uid)
        self.row_reached()

    def row_reached(self) -> None:
        width = self.size.width
        rule = line(Span("─" * width, "rule"))
        said = offer_lines.about(self.t, self.selected, width)
        self.query_one("#about", Lines).show([rule, *said, rule])

    def write(self, written: "Future[Any]", typed: list[str]) -> None:
        """Wait for a change, forget what was typed for it, show it; a new offer is selected."""

        async def wait() -> None:
            if await self.saved(written):
                for place in typed:
                    self.keep(place, "")
                await self.read_last(self._load())
                if isinstance(uid := written.result(), str):
                    self._paint_rows(uid)

        self.begin_work(wait())

    def _questions(self) -> OfferQuestions:
        return OfferQuestions(self, self.view, self.write)

    def action_new_offer(self) -> None:
        self._questions().new()

    def action_edit(self) -> None:
        self._with_selected(lambda offer: self._questions().edit(offer))

    def action_outcome(self) -> None:
        self._with_selected(lambda offer: self._questions().outcome(offer))

    def action_take_out(self) -> None:
        self._with_selected(lambda offer: self.write(offers.take_out(self.desk, offer.uid), []))

    def _with_selected(self, act: Callable[[Offer], None]) -> None:
        if (offer := self.selected) is not None:
            act(offer)
        else:
            self.say(self.t("offer.none"), "note")

    async def action_interview(self) -> None:
        """Ask what is missing, or assess the need anew where offers have failed."""
        await self.doors.open_interview(self, self.view.client.uid)

    def action_edge(self, last: bool) -> None:
        self.rows.move_end(last=last)
        self.row_reached()
