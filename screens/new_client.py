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
    ANEW = Key("begin_anew", "ctrl+n", "begin_anew", "^N", foot=0, local=False)
    KEYS: ClassVar[tuple[Key, ...]] = (*ClientForm.STEPS, OPEN, SAVE, ANEW, *ClientForm.REST)

    def __init__(self, typed: str) -> None:
        super().__init__(PLACE)
        self._start = begun_with(typed)
        self._warned: frozenset[str] = frozenset()
        self._is_continued = False

    def heading(self) -> str:
        return self.t("client.continued" if self._is_continued else "client.new")

    def keys_here(self) -> tuple[Key, ...]:
        return (*super().keys_here(), self.ANEW) if self._is_continued else super().keys_here()

    def on_mount(self) -> None:
        left: Typed = json.loads(self.kept(PLACE) or "{}")
        self._is_continued = bool(left)
        if not left or not self._start:
            self.begin(left or self._anew(), self._first(left or self._start))
            return
        # Two beginnings: neither may be lost without a word.
        self.begin(left, self._first(left))
        name = ", ".join(filter(None, (left.get("family_name"), left.get("given_names"))))
        options = {"left": word("client.left.go_on"), "anew": word("client.left.anew")}

        def chosen(choice: str | None) -> None:
            if choice == "anew":
                self.action_begin_anew()

        title = word("client.left.title", client=name or "-")
        self.app.push_screen(Picker(title, options), chosen)

    def _anew(self) -> Typed:
        """A form with what was typed to get here, and today."""
        return {"start_date": show_day(self.desk.clock.today()), **self._start}

    def action_begin_anew(self) -> None:
        """For somebody else: what was half filled in is let go."""
        anew = self._anew()
        self._is_continued = False
        self.begin({name: anew.get(name, "") for name in FIELDS}, self._first(self._start))
        self.rescue()

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
