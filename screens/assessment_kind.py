"""Asks of which kind an assessment is to be, and why where it is another than the rule has it."""

from collections.abc import Callable, Coroutine

from screens.dialogs.entry_dialog import EntryDialog
from screens.dialogs.picker import Picker
from screens.frame import Frame
from screens.stages import open_stages
from screens.words import Words, word
from teui.casework import assessment_kind
from teui.casework.assessment_kind import INTEGRATION, KindChoice
from teui.casework.decision import DecisionView
from teui.casework.draft import Draft
from teui.errors import TeuiError
from teui.practice.model import Kind
from teui.practice.texts import Texts

Begin = Callable[[Kind, str | None], Coroutine[None, None, None]]
"""Begins an assessment of a kind, with the reason where there is one."""


def ask_which(screen: Frame, client: str, place: str, choice: KindChoice, begin: Begin) -> None:
    """The kind as the rule has it first; the other one wants a reason."""
    options: dict[str, Words] = {
        choice.by_rule: _by_rule(choice.by_rule),
        choice.other: word(f"interview.kind.{choice.other}"),
    }

    def take(kind: str | None) -> None:
        if kind == choice.by_rule:
            screen.begin_work(begin(choice.by_rule, None))
        elif kind is not None:
            _ask_reason(
                screen, place, lambda reason: screen.begin_work(begin(choice.other, reason))
            )

    title = word("kind.which", client=client)
    screen.app.push_screen(Picker(title, options, choice.by_rule), take)


def turn(screen: Frame, draft: Draft, rule: str | None, after: Callable[[], None]) -> None:
    """Make a draft an integration assessment, or the kind that it was before; `after` it is so."""
    place = f"kind:{draft.uid}"
    back: Kind = "first" if draft.client.outcome is None else "reassessment"
    kind: Kind = back if draft.kind == INTEGRATION else INTEGRATION

    async def write(reason: str | None) -> None:
        written = assessment_kind.turn(screen.desk, draft.uid, kind, rule, reason)
        if await screen.saved(written):
            screen.keep(place, "")
            after()
            screen.say(screen.t(f"kind.turned.{kind}"), "good")

    def take(answer: str | None) -> None:
        if answer != "yes":
            return
        if assessment_kind.needs_reason(rule, kind):
            _ask_reason(screen, place, lambda reason: screen.begin_work(write(reason)))
        else:
            screen.begin_work(write(None))

    options = {each: word(f"kind.turn.{each}") for each in ("yes", "no")}
    screen.app.push_screen(Picker(word(f"kind.turn.{kind}"), options), take)


async def follow(screen: Frame, view: DecisionView, about: str) -> None:
    """From a row of the decision to what it speaks of: turning the `kind`, or the `stages`."""
    if about == "kind":
        turn(screen, view.draft, view.suggestion.assessment, screen.refresh_data)
    else:
        await open_stages(screen, view.draft.uid)


def _ask_reason(screen: Frame, place: str, then: Callable[[str], None]) -> None:
    def check(typed: str) -> str:
        if not typed:
            raise TeuiError("kind_needs_reason")
        return typed

    def take(reason: str | None) -> None:
        if reason is not None:
            # It outlives a write that fails.
            screen.keep(place, reason)
            then(reason)

    dialog = EntryDialog(
        word("kind.reason"),
        word("kind.reason_help"),
        check,
        value=screen.kept(place),
        keep=lambda typed: screen.keep(place, typed),
    )
    screen.app.push_screen(dialog, take)


def _by_rule(kind: Kind) -> Words:
    def words(t: Texts) -> str:
        return f"{t(f'interview.kind.{kind}')} ({t('kind.by_rule')})"

    return words
