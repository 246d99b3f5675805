"""What has changed in a plan since the client accepted it, and its earlier versions."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from screens.dialogs.page_dialog import PageDialog
from screens.frame import Frame
from screens.keys import Key
from screens.widgets.lines import Line, Span, line, wrap
from screens.widgets.plan_lines import SIDES
from teui.casework import plan_history, plan_words
from teui.casework.plan import PlanView
from teui.casework.plan_history import Revision
from teui.practice.days import show_day
from teui.practice.texts import Texts

_MOST = 4
"""Lines that one difference may take."""


class PlanChanges(PageDialog):
    """Opens on the latest version; the arrows lead to those before it and back."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("earlier_version", "left", "version(-1)", "←", foot=0),
        Key("later_version", "right", "version(1)", "→", foot=0),
        *PageDialog.KEYS,
    )

    def __init__(self, revisions: Sequence[Revision]) -> None:
        super().__init__(lambda t, width: list(_page(t, self._revisions[self._at], width)))
        self._revisions = revisions
        self._at = len(revisions) - 1

    def action_version(self, steps: int) -> None:
        at = max(0, min(self._at + steps, len(self._revisions) - 1))
        if at != self._at:
            self._at = at
            self.paint(from_top=True)


async def show_changes(screen: Frame, view: PlanView) -> None:
    """Open it over a screen; a plan that is not begun has no versions yet, which is said."""
    desk = screen.desk
    found = await screen.read(
        lambda: plan_history.revisions(desk, view.customership_uid, view.kind)
    )
    if found:
        screen.app.push_screen(PlanChanges(found))
    elif found is not None:
        screen.say(screen.t("plan_changes.none_yet"), "note")


def _page(t: Texts, revision: Revision, width: int) -> Iterator[Line]:
    plan = revision.plan
    yield line(Span(_heading(t, plan), "strong"))
    yield ()
    yield from _differences(t, revision, width)
    yield ()
    yield line(Span(t("plan_changes.whole"), "title"))
    for text in _whole(t, plan):
        yield from _wrapped(text, width)


def _heading(t: Texts, plan: PlanView) -> str:
    accepted = t("plan.not_accepted")
    if plan.accepted_on is not None:
        accepted = t("plan.accepted", day=show_day(plan.accepted_on))
    return f"{t(f'plan.title.{plan.kind}')}, {t('plan.version', n=plan.number)} · {accepted}"


def _differences(t: Texts, revision: Revision, width: int) -> Iterator[Line]:
    before = revision.before
    if before is None:
        yield line(Span(t("plan_changes.first"), "dim"))
        return
    day = show_day(before.accepted_on) if before.accepted_on else "-"
    yield line(Span(t("plan_changes.since", n=before.number, day=day), "title"))
    said = list(plan_words.changed(t, before, revision.plan, revision.changes))
    for each in said or [t("plan_changes.nothing")]:
        yield from _wrapped(each, width)


def _whole(t: Texts, plan: PlanView) -> Iterator[str]:
    """Everything in a version, in full: what a list on the screen has to cut is read here."""
    for name in plan_words.ROWS:
        yield f"{t(f'plan.row.{name}')}: {plan_words.row(t, plan, name) or '-'}"
    for phase in plan.path:
        led = plan_words.lead(t, phase.lead)
        yield f"{t('plan.path')}: {t(f'phase.{phase.id}.name')} · {led}"
        yield from (f"– {plan_words.item_with_days(t, each)}" for each in phase.milestones)
    for side in SIDES:
        yield f"{t(f'plan.{side}_does')}:"
        mine = [each for each in plan.items if each.side == side]
        yield from (f"– {plan_words.item_with_days(t, each)}" for each in mine)


def _wrapped(text: str, width: int) -> Iterator[Line]:
    first, *rest = wrap(text, width - 4, _MOST)
    yield line(f"  {first}")
    yield from (line(f"    {more}") for more in rest)
