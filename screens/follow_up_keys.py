"""What can be done with the selected follow-up: done, put off, taken off the list."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Protocol

from screens.client_keys import ClientKeys
from screens.dialogs.entry_dialog import EntryDialog
from screens.dialogs.picker import Picker
from screens.keys import Key
from teui.errors import TeuiError
from teui.practice.days import parse_day, show_day

if TYPE_CHECKING:
    from teui.casework.followups import ContactDone

FOLLOW_UP_KEYS = (
    Key("done", "d", "done", "d", foot=0),
    Key("snooze", "s", "snooze", "s", foot=0),
    Key("drop", "x", "drop", "x", foot=0),
)


class Standing(Protocol):
    """A follow-up that stands on a list; `client` is a name, `rule` one of the practice model."""

    @property
    def uid(self) -> str: ...
    @property
    def client(self) -> str: ...
    @property
    def rule(self) -> str: ...
    @property
    def params(self) -> Mapping[str, str | int]: ...


class FollowUpKeys(ClientKeys):
    """The actions of `FOLLOW_UP_KEYS`; a screen says in `follow_up` which row is meant."""

    @property
    def follow_up(self) -> Standing | None:
        """The selected follow-up, None where the row is none."""
        raise NotImplementedError

    def action_done(self) -> None:
        from screens.dialogs.contact import ContactQuestions
        from teui.casework import followups

        row = self.follow_up
        if row is None:
            return
        if followups.is_contact(self.desk, row.rule):
            likely = followups.likely_contact(self.desk, row.rule, row.params)
            ContactQuestions(self, row.client, likely).ask(lambda contact: self._done(row, contact))
        else:
            self._done(row, None)

    def _done(self, row: Standing, contact: "ContactDone | None") -> None:
        from teui.casework import followups

        self.write(followups.done(self.desk, row.uid, contact))

    def action_snooze(self) -> None:
        row = self.follow_up
        if row is None:
            return

        def parse(typed: str) -> str:
            day = parse_day(typed, self.desk.clock.today())
            if day <= self.desk.clock.today():
                raise TeuiError("snooze_not_later", day=show_day(day))
            return day.isoformat()

        title = self.t("today.snooze", client=row.client)
        dialog = EntryDialog(title, self.t("today.snooze_help"), parse, texts=self.t)
        self.app.push_screen(dialog, lambda day: self._snooze(row, day))

    def _snooze(self, row: Standing, day: str | None) -> None:
        from teui.casework import followups

        if day is not None:
            self.write(followups.snooze(self.desk, row.uid, date.fromisoformat(day)))

    def action_drop(self) -> None:
        row = self.follow_up
        if row is not None:
            t, rules = self.t, self.desk.model.follow_ups
            options = {reason: t(f"drop.{reason}") for reason in rules.drop_reasons}
            picker = Picker(t("today.drop", client=row.client), options)
            self.app.push_screen(picker, lambda reason: self._drop(row, reason))

    def _drop(self, row: Standing, reason: str | None) -> None:
        if reason in self.desk.model.follow_ups.drop_typed:
            self._ask_drop_note(row, reason)
        elif reason is not None:
            self._take_off(row, reason, "")

    def _ask_drop_note(self, row: Standing, reason: str) -> None:
        place = f"drop:{row.uid}"

        def check(typed: str) -> str:
            if not typed:
                raise TeuiError("drop_note_missing")
            return typed

        def take(note: str | None) -> None:
            if note is not None:
                self.keep(place, "")
                self._take_off(row, reason, note)

        t = self.t
        dialog = EntryDialog(
            t("today.drop", client=row.client),
            t("today.drop_help"),
            check,
            texts=t,
            value=self.kept(place),
            keep=lambda typed: self.keep(place, typed),
        )
        self.app.push_screen(dialog, take)

    def _take_off(self, row: Standing, reason: str, note: str) -> None:
        from teui.casework import followups

        self.write(followups.drop(self.desk, row.uid, reason, note))
