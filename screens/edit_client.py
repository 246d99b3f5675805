"""Changing what is known of a client; what somebody else changes meanwhile is never lost."""

import json
from typing import ClassVar

from screens.client_form import OPEN, ClientForm
from screens.keys import Key
from teui.casework import client_check, edit_client
from teui.casework.client_check import Looked
from teui.casework.client_fields import Typed, merge, typed_of
from teui.casework.edit_client import Known
from teui.casework.moved import Moved
from teui.errors import TeuiError


class EditClient(ClientForm):
    """The same form, filled with what is known."""

    SAVE = Key("save_edit", "f8", "save", "F8", foot=0, local=False)
    KEYS: ClassVar[tuple[Key, ...]] = (*ClientForm.STEPS, OPEN, SAVE, *ClientForm.REST)

    def __init__(self, known: Known) -> None:
        super().__init__(f"edit_client:{known.uid}")
        self._known = known
        self._base: Typed = {}
        self._clashes: dict[str, str] = {}
        self._asked = False
        self._is_outrun = False
        self.moved: Moved | None = None
        """What saving has moved to other days."""

    def heading(self) -> str:
        return self.t("client.edit", client=self._known.name)

    def on_mount(self) -> None:
        self._base = typed_of(self._known.facts, self.t.language)
        left: dict[str, list[str]] = json.loads(self.kept(self.place) or "{}")
        self.begin(self._base, "family_name")
        if left:
            # What was typed then was typed over what stood there then.
            was = {**self._base, **{name: before for name, (before, _) in left.items()}}
            mine = {**was, **{name: typed for name, (_, typed) in left.items()}}
            self._take_in(was, mine)
            self.say(self.t("client.left.edited"), "note")

    def to_keep(self) -> object:
        typed = self.rows.typed
        changed = {n: [self._base[n], text] for n, text in typed.items() if text != self._base[n]}
        return changed or None

    def look(self, typed: Typed) -> Looked:
        return client_check.look(self.desk, typed, self._known)

    def own_note(self, name: str) -> str:
        if name not in self._clashes:
            return ""
        return self.t("client.elsewhere", value=self._clashes[name] or "-")

    # What changes elsewhere

    def refresh_data(self) -> None:
        if self._base and not self.is_over:
            self.run_worker(self._reload())

    async def _reload(self) -> bool:
        """Bring in what was changed elsewhere; False where it cannot be read."""
        known = await self.read(lambda: edit_client.load(self.desk, self._known.uid))
        if known is None:
            return False
        was, self._known = self._base, known
        self._base = typed_of(known.facts, self.t.language)
        self._take_in(was, self.rows.typed)
        return True

    def _take_in(self, was: Typed, mine: Typed) -> None:
        merged = merge(was, mine, self._base)
        self.rows.fill(merged.typed)
        self._clashes = {name: self._base[name] for name in merged.clashes}
        self._asked = False
        self.rescue()
        self.look_later()
        self.paint()

    async def save(self, looked: Looked) -> None:
        if self._clashes and not self._asked:
            self._asked = True
            self.go_to(next(iter(self._clashes)))
            return
        if await self._write(looked):
            return
        # Saved by somebody else just now: with nothing to decide, once more on what stands there.
        if self._is_outrun and await self._reload() and not self._clashes:
            await self.look_now()
            if self._looked is not None and not self._looked.faults:
                await self._write(self._looked)

    async def _write(self, looked: Looked) -> bool:
        self._is_outrun = False
        try:
            written = edit_client.edit(self.desk, self._known, looked.facts)
        except TeuiError as error:
            self.say(self.t.error(error))
            return False
        if not await self.saved(written):
            failed = written.exception()
            self._is_outrun = isinstance(failed, TeuiError) and failed.code == "changed_elsewhere"
            return False
        self.end()
        self.moved = written.result()
        self.dismiss(None)
        return True
