"""From a client to an interview: the draft that there is, or a new one of the kind chosen."""

from typing import TYPE_CHECKING

from screens.dialogs.picker import Picker
from screens.frame import Frame
from screens.opened import header_of, is_over
from screens.words import word

if TYPE_CHECKING:
    from teui.casework.clients import ClientHeader
    from teui.casework.interview import Draft
    from teui.practice.model import Kind, PracticeModel


async def open_interview(screen: Frame, client_uid: str) -> None:
    """Resume the client's draft, or begin an assessment; after a decision a person confirms."""
    header = await header_of(screen, client_uid)
    if header is None or is_over(screen, header):
        return
    if header.draft_uid is None and await _asks_which_kind(screen, header):
        return
    if header.draft_uid is not None or header.outcome is None:
        await _show_interview(screen, header, "first")
        return
    if header.line is not None:
        await _ask_line_or_anew(screen, header)
        return
    options = {choice: word(f"open.reassess.{choice}") for choice in ("yes", "no")}

    def begin(choice: str | None) -> None:
        if choice == "yes":
            screen.begin_work(_show_interview(screen, header, "reassessment"))

    title = word("open.reassess.title", client=header.name)
    screen.app.push_screen(Picker(title, options), begin)


async def open_reassessment(screen: Frame, client_uid: str) -> None:
    """Begin a reassessment, or resume the client's draft."""
    header = await header_of(screen, client_uid)
    if header is not None and not is_over(screen, header):
        await _show_interview(screen, header, "reassessment")


async def _ask_line_or_anew(screen: Frame, header: "ClientHeader") -> None:
    """On a line: the interview on it, which comes first while it is still to be held, or a
    reassessment."""
    from teui.casework import line_interview

    desk = screen.desk
    is_due = await screen.read(lambda: line_interview.is_due(desk, header.customership_uid))
    if is_due is None:
        return
    kinds: tuple[Kind, Kind] = ("line", "reassessment") if is_due else ("reassessment", "line")
    options = {each: word(f"line_interview.begin.{each}") for each in (*kinds, "no")}

    def begin(choice: str | None) -> None:
        for kind in kinds:
            if kind == choice:
                screen.begin_work(_show_interview(screen, header, kind))

    title = word("line_interview.begin.title", client=header.name)
    screen.app.push_screen(Picker(title, options), begin)


async def _asks_which_kind(screen: Frame, header: "ClientHeader") -> bool:
    """Whether an integration assessment is to be begun by the rule: then which kind is asked."""
    from teui.casework import assessment_kind as kinds

    desk = screen.desk
    choice = await screen.read(lambda: kinds.to_choose(desk, header.uid, header.customership_uid))
    if choice is None:
        return False
    from screens import assessment_kind

    async def begin(kind: "Kind", reason: str | None) -> None:
        await _show_interview(screen, header, kind, reason)

    assessment_kind.ask_which(screen, header.name, _kind_place(header), choice, begin)
    return True


def _kind_place(header: "ClientHeader") -> str:
    """Where the reason for another kind waits until the assessment is begun."""
    return f"kind:{header.uid}"


async def _show_interview(
    screen: Frame, header: "ClientHeader", kind: "Kind", kind_reason: str | None = None
) -> None:
    from screens.interview import Interview
    from teui.casework import interview, office

    desk = screen.desk
    begun = interview.begin(desk, header.uid, kind, kind_reason=kind_reason)
    if await screen.written(begun):
        screen.keep(_kind_place(header), "")

        def draft_and_model() -> "tuple[Draft, PracticeModel, bool]":
            draft = interview.load(desk, begun.result())
            return (
                draft,
                interview.model_of(desk, draft.model_digest, draft.kind),
                office.decide_first(desk),
            )

        read = await screen.read(draft_and_model)
        if read is not None:
            draft, model, first = read
            if not await _go_back_to(screen, draft.uid):
                today = desk.clock.today()
                screen.app.push_screen(Interview(draft, model, today, decides_first=first))


async def _go_back_to(screen: Frame, assessment_uid: str) -> bool:
    """Back to the interview where it is open already: a draft is never open twice."""
    from screens.interview import Interview

    app = screen.app
    open_ones = [each for each in app.screen_stack if isinstance(each, Interview)]
    if not any(each.draft.uid == assessment_uid for each in open_ones):
        return False
    while not (isinstance(app.screen, Interview) and app.screen.draft.uid == assessment_uid):
        if isinstance(app.screen, Frame) and not await app.screen.leave():
            break
        app.pop_screen()
    return True
