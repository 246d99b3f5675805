"""Opening a client: noted once for all that is done from the open record."""

from typing import TYPE_CHECKING

from screens.frame import Frame
from teui.practice.days import show_day

if TYPE_CHECKING:
    from teui.casework.clients import ClientHeader


async def header_of(screen: Frame, client_uid: str) -> "ClientHeader | None":
    """The client's header; that the adviser has opened the client is noted first."""
    from teui.casework import clients

    desk = screen.desk
    if not await noted(screen, client_uid):
        return None
    return await screen.read(lambda: clients.header(desk, client_uid))


def is_over(screen: Frame, header: "ClientHeader") -> bool:
    """Whether the client's job search has ended; the screen then says so, and what can be done."""
    if header.ended_on is None:
        return False
    screen.say(screen.t("error.search_ended", day=show_day(header.ended_on)))
    return True


async def going_on(screen: Frame, client_uid: str) -> "ClientHeader | None":
    """The header of a client whose job search goes on; None where it is over, which is said."""
    from teui.casework import clients

    desk = screen.desk
    header = await screen.read(lambda: clients.header(desk, client_uid))
    return None if header is None or is_over(screen, header) else header


async def noted(screen: Frame, client_uid: str) -> bool:
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
