"""A new client: typed once, checked as typed, and straight on to the interview."""

import json
from typing import ClassVar

from screens.client_form import OPEN, ClientForm
from screens.dialogs.picker import Picker
from screens.frame import Frame
from screens.keys import Key
from screens.words import word
from teui.casework import clients
from teui.casework.client_check import Looked
from teui.casework.client_fields import FIELDS, Typed, begun_with
from teui.errors import TeuiError
from teui.practice.days import show_day

PLACE = "new_client"


class NewClient(ClientForm):
    """A form; every field is checked while it is typed, and what was typed always stays."""

    SAVE = Key("save_client", "f8", "save", "F8", foot=0, local=False)
    KEYS: ClassVar[tuple[Key, ...]] = (*ClientForm.STEPS, OPEN, SAVE, *ClientForm.REST)

    def __init__(self, typed: str) -> None:
        super().__init__(PLACE)
        self._start = begun_with(typed)
        self._warned: frozenset[str] = frozenset()

    def heading(self) -> str:
        return self.t("client.new")

    def on_mount(self) -> None:
        left: Typed = json.loads(self.kept(PLACE) or "{}")
        today = {"start_date": show_day(self.desk.clock.today())}
        anew = {**today, **self._start}
        if not left or not self._start:
            self.begin(left or anew, self._first(left or self._start))
            return
        # Two beginnings: neither may be lost without a word.
        self.begin(left, self._first(left))
        name = ", ".join(filter(None, (left.get("family_name"), left.get("given_names"))))
        options = {"left": word("client.left.go_on"), "anew": word("client.left.anew")}

        def chosen(choice: str | None) -> None:
            if choice == "anew":
                self.begin({name: anew.get(name, "") for name in FIELDS}, self._first(self._start))

        title = word("client.left.title", client=name or "-")
        self.app.push_screen(Picker(title, options), chosen)

    @staticmethod
    def _first(typed: Typed) -> str:
        """The first field that still waits: the names come first."""
        return next((name for name in FIELDS if not typed.get(name)), FIELDS[0])

    def to_keep(self) -> object:
        typed = {name: text for name, text in self.rows.typed.items() if text}
        return typed if typed.keys() - {"start_date"} else None

    async def save(self, looked: Looked) -> None:
        like = frozenset(row.uid for row in looked.like)
        if like - self._warned:
            self._warned |= like
            self.say(self.t("client.save_anyway"))
            return
        try:
            written = clients.new_client(self.desk, looked.facts)
        except TeuiError as error:
            self.say(self.t.error(error))
            return
        if await self.saved(written):
            client = written.result()
            self.end()
            below = self.app.screen_stack[-2]
            self.dismiss(None)
            if isinstance(below, Frame):
                await self.doors.open_interview(below, client)
