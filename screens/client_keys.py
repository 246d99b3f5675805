"""What can be done with the client of the selected row, on every screen that lists or shows one."""

from concurrent.futures import Future
from typing import TYPE_CHECKING, TypeVar

from screens.frame import Frame
from screens.keys import Key

if TYPE_CHECKING:
    from teui.casework.followups import ContactDone

T = TypeVar("T")
CASE_KEYS: tuple[Key, ...] = (
    Key("for_system", "y", "for_system", "y"),
    Key("services", "v", "services", "v"),
    Key("offers", "o", "offers", "o"),
    Key("transition", "t", "transition", "t"),
    Key("hand_over", "a", "hand_over", "a"),
    Key("acknowledge", "k", "acknowledge", "k"),
    Key("end_search", "b", "end_search", "b"),
    Key("consult", "u", "consult", "u"),
    Key("paper", "w", "paper", "w"),
)
"""The keys of the case after the interview, on Today and on the client."""


class ClientKeys(Frame):
    """The actions of the client's keys; a screen says whose row is selected."""

    @property
    def client_uid(self) -> str | None:
        """The client of the selected row, None where there is no row."""
        raise NotImplementedError

    @property
    def client_name(self) -> str:
        """What that client is called in a dialog."""
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

    async def action_offers(self) -> None:
        if (client := self.client_uid) is not None:
            await self.doors.open_offers(self, client)

    async def action_paper(self) -> None:
        from screens.papers import ask_for_plan

        if (client := self.client_uid) is not None:
            await ask_for_plan(self, client)

    async def action_decision(self) -> None:
        if (client := self.client_uid) is not None:
            await self.doors.open_decision(self, client)

    async def action_transition(self) -> None:
        if (client := self.client_uid) is not None:
            await self.doors.open_transition(self, client)

    async def action_hand_over(self) -> None:
        if (client := self.client_uid) is not None:
            await self.doors.open_handover(self, client)

    async def action_acknowledge(self) -> None:
        if (client := self.client_uid) is not None:
            await self.doors.acknowledge(self, client)

    async def action_end_search(self) -> None:
        if (client := self.client_uid) is not None:
            await self.doors.open_end(self, client)

    async def action_consult(self) -> None:
        if (client := self.client_uid) is not None:
            await self.doors.open_consulting(self, client)

    async def action_edit_client(self) -> None:
        if (client := self.client_uid) is not None:
            await self.doors.open_edit(self, client)

    async def action_for_system(self) -> None:
        if (client := self.client_uid) is not None:
            await self.doors.open_copying(self, client)

    async def action_services(self) -> None:
        if (client := self.client_uid) is not None:
            await self.doors.open_services(self, client)

    def action_new_client(self) -> None:
        from screens.new_client import NewClient

        self.app.push_screen(NewClient(""))

    async def action_contact(self) -> None:
        """After the end of the job search there is none to log: said before anything is typed."""
        from screens.opened import going_on

        client, name = self.client_uid, self.client_name
        if client is not None and await going_on(self, client) is not None:
            self.ask_contact(client, name)

    def ask_contact(self, client_uid: str, name: str) -> None:
        """Log a contact with a client by hand."""
        from screens.dialogs.contact import ContactQuestions

        questions = ContactQuestions(self, client_uid, name)
        questions.ask(lambda contact: self.log_contact(client_uid, name, contact, questions.place))

    def log_contact(
        self, client_uid: str, _name: str, contact: "ContactDone", typed_at: str
    ) -> None:
        """Record it, and read anew."""
        from teui.casework import contacts

        self.write(contacts.log(self.desk, client_uid, contact), typed_at)

    def write(self, written: "Future[T]", typed_at: str | None = None) -> None:
        """Wait until a write is on the disk, then show what it has changed; as `saved`."""

        async def wait() -> None:
            # Where it failed the list is out of date: somebody else was first.
            await self.saved(written, typed_at)
            self.refresh_data()

        self.begin_work(wait())
