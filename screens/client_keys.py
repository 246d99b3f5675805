"""What can be done with the client of the selected row, on every screen that lists or shows one."""

from screens.frame import Frame


class ClientKeys(Frame):
    """The actions of `i` `l` `p` `n` and Enter; a screen says in `client_uid` whose row it is."""

    @property
    def client_uid(self) -> str | None:
        """The client of the selected row, None where there is no row."""
        raise NotImplementedError

    async def action_open(self) -> None:
        if (client := self.client_uid) is not None:
            await self.doors.open_case(self, client)

    async def action_interview(self) -> None:
        if (client := self.client_uid) is not None:
            await self.doors.open_interview(self, client)

    async def action_plan(self) -> None:
        if (client := self.client_uid) is not None:
            await self.doors.open_plan(self, client)

    async def action_decision(self) -> None:
        if (client := self.client_uid) is not None:
            await self.doors.open_decision(self, client)

    def action_new_client(self) -> None:
        from screens.new_client import NewClient

        self.app.push_screen(NewClient(""))
