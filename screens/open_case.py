"""From a client to the screen of a piece of work; says what must come first where it cannot.

The work's own modules are imported when it is opened: Today is painted without them.
"""

from typing import TYPE_CHECKING

from screens.frame import Frame, Way
from screens.open_interview import open_interview, open_reassessment
from screens.opened import header_of, noted

if TYPE_CHECKING:
    from teui.casework.clients import ClientHeader


__all__ = [
    "acknowledge",
    "open_assessment",
    "open_case",
    "open_consulting",
    "open_copying",
    "open_decision",
    "open_edit",
    "open_end",
    "open_facing",
    "open_handover",
    "open_interview",
    "open_offers",
    "open_plan",
    "open_reassessment",
    "open_services",
    "open_transition",
    "take_back",
]


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

    if await noted(screen, client_uid):
        found = await screen.read(load)
        if found is not None:
            screen.app.push_screen(Client(found))


async def open_decision(screen: Frame, client_uid: str) -> None:
    """The decision on the client's draft, or the last one recorded."""
    header = await header_of(screen, client_uid)
    if header is None:
        return
    uid = header.deciding_uid
    if uid is None:
        screen.say(screen.t("open.no_interview"))
    else:
        await _show_decision(screen, uid)


async def open_plan(screen: Frame, client_uid: str) -> None:
    """The employment plan; it is made on the line, so a decision comes first (S1 ch. 2)."""
    header = await header_of(screen, client_uid)
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
    header = await header_of(screen, client_uid)
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
    elif await noted(screen, client_uid):
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
    header = await header_of(screen, client_uid)
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
    if await noted(screen, client_uid):
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

    header = await header_of(screen, client_uid)
    if header is not None:
        case = header.customership_uid
        await handing_over.ask_transition(screen, client_uid, header.name, case)


async def open_handover(screen: Frame, client_uid: str) -> None:
    """The questions of handing the client over, or many at once."""
    from screens import handing_over

    header = await header_of(screen, client_uid)
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

    header = await header_of(screen, client_uid)
    if header is not None:
        await search_end.ask_end(screen, client_uid, header.name, header.customership_uid)


async def open_consulting(screen: Frame, client_uid: str) -> None:
    """What specialists were asked about the client, and labour-policy statements."""
    from screens import consulting

    header = await header_of(screen, client_uid)
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
