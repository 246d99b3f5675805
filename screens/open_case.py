"""From a client to the screen of a piece of work; says what must come first where it cannot."""

from screens.frame import Frame
from teui.casework import clients, decision, interview, plan
from teui.practice.model import Kind


async def open_case(screen: Frame, client_uid: str) -> None:
    """What comes next for a client: the draft, the plan once a line is decided, else a talk."""
    header = await screen.read(lambda: clients.header(screen.desk, client_uid))
    if header is None:
        return
    if header.draft_uid is None and header.outcome is not None:
        await open_plan(screen, client_uid)
    else:
        await open_interview(screen, client_uid)


async def open_interview(screen: Frame, client_uid: str) -> None:
    """Resume the client's draft, or begin an assessment: a reassessment after a decision."""
    from screens.interview import Interview

    desk = screen.desk
    header = await screen.read(lambda: clients.header(desk, client_uid))
    if header is None:
        return
    kind: Kind = "first" if header.outcome is None else "reassessment"
    begun = interview.begin(desk, client_uid, kind)
    if await screen.saved(begun):
        draft = await screen.read(lambda: interview.load(desk, begun.result()))
        if draft is not None:
            screen.app.push_screen(Interview(draft, desk.model, desk.clock.today()))


async def open_decision(screen: Frame, client_uid: str) -> None:
    """The decision on the client's draft, or the last one recorded."""
    from screens.decision import Decision

    desk = screen.desk
    header = await screen.read(lambda: clients.header(desk, client_uid))
    if header is None:
        return
    uid = header.draft_uid or header.completed_uid
    if uid is None:
        screen.say(screen.t("open.no_interview"))
        return
    view = await screen.read(lambda: decision.load(desk, uid))
    if view is not None:
        screen.app.push_screen(Decision(view))


async def open_plan(screen: Frame, client_uid: str) -> None:
    """The employment plan; it is made on the line, so a decision comes first (S1 ch. 2)."""
    from screens.plan import Plan

    desk = screen.desk
    header = await screen.read(lambda: clients.header(desk, client_uid))
    if header is None:
        return
    if header.line is None:
        screen.say(screen.t("open.no_line"))
        return
    view = await screen.read(lambda: plan.load(desk, header.customership_uid))
    if view is not None:
        screen.app.push_screen(Plan(view))
