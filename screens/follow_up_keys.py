"""What can be done with the selected follow-up: done, put off, taken off the list; a new one."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeVar

from screens.client_keys import ClientKeys
from screens.dialogs.entry_dialog import EntryDialog
from screens.dialogs.picker import Picker
from screens.keys import Key
from screens.told import Told, told_line
from screens.widgets.echo import day_echo
from screens.widgets.lines import Line
from screens.words import word
from teui.errors import TeuiError
from teui.practice.days import parse_day, show_day

if TYPE_CHECKING:
    from concurrent.futures import Future

    from teui.casework.by_hand import Owner
    from teui.casework.followups import ContactDone

T = TypeVar("T")
FOLLOW_UP_KEYS = (
    Key("done", "d", "done", "d", foot=0),
    Key("snooze", "s", "snooze", "s", foot=0),
    Key("drop", "x", "drop", "x", foot=0),
)
NEW_FOLLOW_UP = Key("follow_up", "f", "follow_up", "f", foot=1)
_LASTING = frozenset({"f2"})
"""Keys after which what was told still stands."""


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
    """The actions of `FOLLOW_UP_KEYS` and `NEW_FOLLOW_UP`; `follow_up` says which row is meant.

    After each, `told_line` says on the rule above the keys what was done. While it stands, the key
    that it offers is meant for the client of what was done; any other key takes it away.
    """

    told: Told | None = None
    _is_on_disk = False

    @property
    def follow_up(self) -> Standing | None:
        """The selected follow-up, None where the row is none."""
        raise NotImplementedError

    @property
    def client_line(self) -> int | None:
        """The service line of the client of the selected row; None for none."""
        return None

    def step_on(self) -> None:
        """Select the next row, after something was done with the selected one."""

    def step_back(self, uid: str) -> None:
        """Select the row that something was to be done with: it is as it was."""

    def paint_told(self) -> None:
        """Show `told_line` anew."""
        self.paint()

    def told_line(self, width: int) -> Line:
        """The rule above the keys, with what was just done and what comes next."""
        told = self.told if self._is_on_disk else None
        return told_line(told, tuple(self.keys_here()), self.t, width)

    async def command(self, key: str) -> bool:
        told = self.told
        if told is not None and key not in _LASTING:
            self.told = None
            self.paint_told()
            offered = told.offered(tuple(self.keys_here()))
            if offered is not None and key in offered.names:
                await self._take_offer(told, offered)
                return True
        return await super().command(key)

    async def _take_offer(self, told: Told, offered: Key) -> None:
        doors = {
            "interview": self.doors.open_interview,
            "decision": self.doors.open_decision,
            "plan": self.doors.open_plan,
            "services": self.doors.open_services,
            "offers": self.doors.open_offers,
        }
        if offered.id in doors:
            await doors[offered.id](self, told.client_uid)
        elif offered.id == "contact":
            self.ask_contact(told.client_uid, told.client)

    def _with_row(
        self, row: Standing, written: "Future[T]", told: Told, typed_at: str | None = None
    ) -> None:
        """Carry out what is done with a row, the next one selected meanwhile.

        Where the write fails the step is taken back: the same key, pressed again, means this row.
        """
        self.step_on()
        reached = self.follow_up

        def failed() -> None:
            if self.follow_up == reached:
                self.step_back(row.uid)

        self._carry_out(written, told, typed_at, failed)

    def _carry_out(
        self,
        written: "Future[T]",
        told: Told,
        typed_at: str | None = None,
        failed: Callable[[], None] = lambda: None,
    ) -> None:
        """Write; what was done is told once it is on the disk. `typed_at`: as for `saved`."""
        self.told, self._is_on_disk = told, False

        async def wait() -> None:
            is_saved = await self.saved(written, typed_at)
            if self.told is told:
                self._is_on_disk = is_saved
                self.told = told if is_saved else None
            if not is_saved:
                failed()
            # Where it failed the list is out of date: somebody else was first.
            self.refresh_data()

        self.begin_work(wait())

    def _about(self, row: Standing) -> Told:
        """The row as done, with what comes next: what is meant now, whatever is selected later."""
        from teui.casework import followups

        offer = followups.offered(self.desk, row.rule, self.client_line)
        return Told("done", self.client_uid or "", row.client, offer=offer)

    def action_done(self) -> None:
        from screens.dialogs.contact import ContactQuestions
        from teui.casework import followups

        if (row := self.follow_up) is None:
            return
        told = self._about(row)
        if followups.is_contact(self.desk, row.rule):
            likely = followups.likely_contact(self.desk, row.rule, row.params)
            questions = ContactQuestions(self, self.client_uid or "", row.client, likely)
            questions.ask(lambda contact: self._done(row, contact, told, questions.place))
        else:
            self._done(row, None, told)

    def _done(
        self,
        row: Standing,
        contact: "ContactDone | None",
        told: Told,
        typed_at: str | None = None,
    ) -> None:
        from teui.casework import followups

        if contact is not None and not contact.reached:
            told = replace(told, what="not_reached", offer=None)
        elif contact is not None and self._is_stuck(contact):
            told = replace(told, what="not_moving", offer="interview")
        self._with_row(row, followups.done(self.desk, row.uid, contact), told, typed_at)

    def _is_stuck(self, contact: "ContactDone") -> bool:
        """Whether the need is to be assessed anew: the job search does not move (S1 ch. 3)."""
        return contact.outcome in self.desk.model.follow_ups.not_moving

    def log_contact(
        self, client_uid: str, name: str, contact: "ContactDone", typed_at: str
    ) -> None:
        from teui.casework import contacts

        if self._is_stuck(contact):
            told = Told("not_moving", client_uid, name, offer="interview")
            self._carry_out(contacts.log(self.desk, client_uid, contact), told, typed_at)
        else:
            super().log_contact(client_uid, name, contact, typed_at)

    def action_snooze(self) -> None:
        row = self.follow_up
        if row is None:
            return

        today = self.desk.clock.today()

        def later(day: date) -> None:
            if day <= today:
                raise TeuiError("snooze_not_later", day=show_day(day))

        def parse(typed: str) -> str:
            day = parse_day(typed, today, "future")
            later(day)
            return day.isoformat()

        title = word("today.snooze", client=row.client)
        dialog = EntryDialog(
            title,
            word("today.snooze_help"),
            parse,
            echo=lambda t: day_echo(t, today, "future", later),
        )
        told = replace(self._about(row), what="put_off", offer=None)
        self.app.push_screen(dialog, lambda day: self._snooze(row, day, told))

    def _snooze(self, row: Standing, day: str | None, told: Told) -> None:
        from teui.casework import followups

        if day is not None:
            until = date.fromisoformat(day)
            put_off = followups.snooze(self.desk, row.uid, until)
            self._with_row(row, put_off, replace(told, day=until))

    def action_drop(self) -> None:
        row = self.follow_up
        if row is not None:
            rules = self.desk.model.follow_ups
            options = {reason: word(f"drop.{reason}") for reason in rules.drop_reasons}
            picker = Picker(word("today.drop", client=row.client), options)
            told = replace(self._about(row), what="dropped", offer=None)
            self.app.push_screen(picker, lambda reason: self._drop(row, reason, told))

    def _drop(self, row: Standing, reason: str | None, told: Told) -> None:
        if reason in self.desk.model.follow_ups.drop_typed:
            self._ask_drop_note(row, reason, told)
        elif reason is not None:
            self._take_off(row, reason, "", told)

    def _ask_drop_note(self, row: Standing, reason: str, told: Told) -> None:
        place = f"drop:{row.uid}"

        def check(typed: str) -> str:
            if not typed:
                raise TeuiError("drop_note_missing")
            return typed

        def take(note: str | None) -> None:
            if note is not None:
                self.keep(place, note)
                self._take_off(row, reason, note, told, place)

        dialog = EntryDialog(
            word("today.drop", client=row.client),
            word("today.drop_help"),
            check,
            value=self.kept(place),
            keep=lambda typed: self.keep(place, typed),
        )
        self.app.push_screen(dialog, take)

    def _take_off(
        self, row: Standing, reason: str, note: str, told: Told, typed_at: str | None = None
    ) -> None:
        from teui.casework import followups

        self._with_row(row, followups.drop(self.desk, row.uid, reason, note), told, typed_at)

    async def action_follow_up(self) -> None:
        from screens.dialogs.new_follow_up import FollowUpQuestions
        from screens.opened import going_on

        client, name = self.client_uid, self.client_name
        if client is None:
            self.say(self.t("follow_up.no_client"))
            return
        header = await going_on(self, client)
        if header is not None:
            case = header.customership_uid
            questions = FollowUpQuestions(self, client, name)
            questions.ask(
                lambda text, day, owner: self._add(
                    Told("added", client, name, day), case, text, owner, questions.place
                )
            )

    def _add(
        self, told: Told, customership_uid: str, text: str, owner: "Owner", typed_at: str
    ) -> None:
        from teui.casework import by_hand

        assert told.day is not None
        added = by_hand.add(self.desk, customership_uid, text, told.day, owner)
        self._carry_out(added, told, typed_at)
