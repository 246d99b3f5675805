"""Opening a client: noted once for all that is done from the open record."""

from typing import TYPE_CHECKING

from screens.frame import Frame

if TYPE_CHECKING:
    from teui.casework.clients import ClientHeader


async def header_of(screen: Frame, client_uid: str) -> "ClientHeader | None":
    """The client's header; that the adviser has opened the client is noted first."""
    from teui.casework import clients

    desk = screen.desk
    if not await noted(screen, client_uid):
        return None
    return await screen.read(lambda: clients.header(desk, client_uid))


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
