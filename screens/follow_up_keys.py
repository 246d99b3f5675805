"""What can be done with the selected follow-up: done, put off, taken off the list."""

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
            ContactQuestions(self, row.client).ask(lambda contact: self._done(row, contact))
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
        from teui.casework import followups

        row = self.follow_up
        if row is not None:
            t = self.t
            options = {reason: t(f"drop.{reason}") for reason in followups.DROP_REASONS}
            picker = Picker(t("today.drop", client=row.client), options)
            self.app.push_screen(picker, lambda reason: self._drop(row, reason))

    def _drop(self, row: Standing, reason: str | None) -> None:
        from teui.casework import followups

        if reason is not None:
            self.write(followups.drop(self.desk, row.uid, reason))
