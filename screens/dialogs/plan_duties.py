"""What stands for client and service without being agreed, and what the client has been told."""

from collections.abc import Iterator, Sequence

from screens.dialogs.page_dialog import PageDialog
from screens.frame import Frame
from screens.widgets.lines import Line, Span, line, spread, wrap
from teui.casework import told
from teui.casework.plan import PlanView
from teui.casework.told import Told
from teui.casework.wording import source
from teui.practice.days import show_day
from teui.practice.model import PracticeModel
from teui.practice.texts import Texts

_MOST = 3


async def show_duties(screen: Frame, view: PlanView) -> None:
    """Open the page over a screen, for the line that the plan is made on."""
    desk = screen.desk
    found = await screen.read(lambda: told.to_client(desk, view.client))
    if found is not None:
        screen.app.push_screen(
            PageDialog(lambda t, width: list(_page(t, desk.model, view, found, width)))
        )


def _page(
    t: Texts, model: PracticeModel, view: PlanView, items: Sequence[Told], width: int
) -> Iterator[Line]:
    for side in ("client", "office"):
        yield line(Span(t(f"plan.duties.{side}"), "strong"))
        for duty in model.plans.duties_of(side, view.line):
            first, *rest = wrap(t(f"duty.{duty.id}.text"), width - 22, _MOST)
            cited = line(Span(source(t, duty.source), "dim"))
            yield spread(line(f"  {first}"), cited, width)
            yield from (line(f"  {more}") for more in rest)
        yield ()
    yield line(Span(t("plan.duties.told"), "strong"))
    for item in items:
        day = show_day(item.told_on) if item.told_on else t("plan.duties.not_told")
        role = None if item.told_on else "warn"
        text = line(f"  {t(f'told.{item.item.id}.text')}")
        yield spread(text, line(Span(day, role) if role else Span(day)), width)
    if not items:
        yield line("  -")
