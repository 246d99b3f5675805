"""From a client to the screen of a piece of work; says what must come first where it cannot.

The work's own modules are imported when it is opened: Today is painted without them.
"""

from typing import TYPE_CHECKING

from screens.dialogs.picker import Picker
from screens.frame import Frame, Way
from screens.words import word
from teui.practice.days import show_day

if TYPE_CHECKING:
    from teui.casework.clients import ClientHeader
    from teui.casework.interview import Draft
    from teui.practice.model import Kind, PracticeModel


async def open_case(screen: Frame, client_uid: str) -> None:
    """The client's whole record on one screen."""
    from screens.client import Client
    from teui.casework.client_record import ClientRecord, record
    from teui.practice.municipalities import load_municipalities

    desk = screen.desk

    def load() -> ClientRecord:
        # Read here, off the keys' thread, so that the first paint finds it there.
        load_municipalities()
        return record(desk, client_uid)

    if await _noted(screen, client_uid):
        found = await screen.read(load)
        if found is not None:
            screen.app.push_screen(Client(found))


async def open_interview(screen: Frame, client_uid: str) -> None:
    """Resume the client's draft, or begin an assessment; after a decision a person confirms."""
    header = await _open(screen, client_uid)
    if header is None:
        return
    if header.ended_on is not None:
        screen.say(screen.t("error.search_ended", day=show_day(header.ended_on)))
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
    header = await _open(screen, client_uid)
    if header is not None:
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


async def open_decision(screen: Frame, client_uid: str) -> None:
    """The decision on the client's draft, or the last one recorded."""
    header = await _open(screen, client_uid)
    if header is None:
        return
    uid = header.deciding_uid
    if uid is None:
        screen.say(screen.t("open.no_interview"))
    else:
        await _show_decision(screen, uid)


async def open_plan(screen: Frame, client_uid: str) -> None:
    """The employment plan; it is made on the line, so a decision comes first (S1 ch. 2)."""
    header = await _open(screen, client_uid)
    if header is None:
        return
    if header.line is None:
        screen.say(screen.t("open.no_line"))
    else:
        await _show_plan(screen, header)


async def open_offers(screen: Frame, client_uid: str) -> None:
    """The job offers; they are made on all lines, and to clients without one (S1 ch. 3)."""
    from screens.offers import Offers
    from teui.casework import offers

    desk = screen.desk
    header = await _open(screen, client_uid)
    if header is not None:
        view = await screen.read(lambda: offers.load(desk, header.customership_uid))
        if view is not None:
            screen.app.push_screen(Offers(view))


async def open_assessment(screen: Frame, assessment_uid: str) -> None:
    """An assessment that was completed, with the decision made on it, or what an interview on the
    line has found."""
    from teui.casework import line_interview

    desk = screen.desk
    held = await screen.read(lambda: (line_interview.load(desk, assessment_uid),))
    if held is None:
        return
    if held[0] is not None:
        from screens.line_interview import show_held

        show_held(screen, desk.model, held[0])
        return
    await _show_decision(screen, assessment_uid)


async def open_copying(screen: Frame, client_uid: str | None) -> None:
    """What is copied for the official client system; None: of all one's own clients."""
    from screens.copying import Copying
    from teui.casework import copying

    desk = screen.desk
    if client_uid is None:
        pieces = await screen.read(lambda: copying.waiting(desk))
    elif await _noted(screen, client_uid):
        pieces = await screen.read(lambda: copying.of_client(desk, client_uid))
    else:
        return
    if pieces is not None:
        screen.app.push_screen(Copying(client_uid, pieces))


async def open_services(screen: Frame, client_uid: str) -> None:
    """Services, work and the way to a business, on whatever line the client is."""
    from screens.services import Services
    from teui.casework import services_view

    desk = screen.desk
    header = await _open(screen, client_uid)
    if header is not None:
        view = await screen.read(lambda: services_view.load(desk, header.customership_uid))
        if view is not None:
            screen.app.push_screen(Services(view))


async def open_edit(screen: Frame, client_uid: str) -> None:
    """The form on a client, filled with what is known."""
    from screens.edit_client import EditClient
    from teui.casework import edit_client
    from teui.casework.moved import said

    desk = screen.desk
    if await _noted(screen, client_uid):
        known = await screen.read(lambda: edit_client.load(desk, client_uid))
        if known is not None:
            form = EditClient(known)

            def back(_: None) -> None:
                if form.moved is not None:
                    screen.say(said(screen.t, form.moved), "note")

            screen.app.push_screen(form, back)


async def open_transition(screen: Frame, client_uid: str) -> None:
    """The questions of a transition to another line."""
    from screens import handing_over

    header = await _open(screen, client_uid)
    if header is not None:
        case = header.customership_uid
        await handing_over.ask_transition(screen, client_uid, header.name, case)


async def open_handover(screen: Frame, client_uid: str) -> None:
    """The questions of handing the client over, or many at once."""
    from screens import handing_over

    header = await _open(screen, client_uid)
    if header is not None:
        case = header.customership_uid
        await handing_over.ask_handover(screen, client_uid, header.name, case)


async def acknowledge(screen: Frame, client_uid: str) -> None:
    """The receiver takes note of a handover."""
    from screens import handing_over

    await handing_over.acknowledge(screen, client_uid)


async def open_end(screen: Frame, client_uid: str) -> None:
    """The questions of the end of a job search, or after it of a new one."""
    from screens import search_end

    header = await _open(screen, client_uid)
    if header is not None:
        await search_end.ask_end(screen, client_uid, header.name, header.customership_uid)


async def open_consulting(screen: Frame, client_uid: str) -> None:
    """What specialists were asked about the client, and labour-policy statements."""
    from screens import consulting

    header = await _open(screen, client_uid)
    if header is not None:
        case = header.customership_uid
        await consulting.ask_consulting(screen, client_uid, header.name, case)


async def open_facing(screen: Frame, client_uid: str | None) -> None:
    """What this client may see of the screen; None: a page that shows nobody."""
    from screens.facing import ClientFacing

    screen.app.push_screen(ClientFacing(client_uid))


async def take_back(screen: Frame, way: Way) -> None:
    """Undo the last act, or do it again."""
    from screens import taking_back

    await taking_back.take_back(screen, way)


async def _open(screen: Frame, client_uid: str) -> "ClientHeader | None":
    """The client's header; that the adviser has opened the client is noted first."""
    from teui.casework import clients

    desk = screen.desk
    if not await _noted(screen, client_uid):
        return None
    return await screen.read(lambda: clients.header(desk, client_uid))


async def _noted(screen: Frame, client_uid: str) -> bool:
    """Note that the adviser opens the client, once for all that is done from the open record."""
    from screens.client import Client
    from teui.casework import clients

    below = screen.app.screen_stack
    if any(isinstance(each, Client) and each.client_uid == client_uid for each in below):
        return True
    if await screen.written(clients.opened(screen.desk, client_uid)):
        return True
    screen.refresh_data()
    return False


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


async def _show_decision(screen: Frame, assessment_uid: str) -> None:
    from screens.decision import Decision
    from teui.casework import decision

    desk = screen.desk
    view = await screen.read(lambda: decision.load(desk, assessment_uid))
    if view is not None:
        screen.app.push_screen(Decision(view))


async def _show_plan(screen: Frame, header: "ClientHeader") -> None:
    from screens.plan import Plan
    from teui.casework import plan

    desk = screen.desk
    view = await screen.read(lambda: plan.load(desk, header.customership_uid))
    if view is not None:
        screen.app.push_screen(Plan(view))
