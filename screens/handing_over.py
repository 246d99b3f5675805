"""A client goes over to another line, or to another adviser or team; the receiver acknowledges."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from screens.dialogs.questions import Questions
from screens.frame import Frame
from screens.words import Words, word
from teui.casework import handing, staff, transition
from teui.casework.handing import Owned, Receiver
from teui.casework.staff import Staff
from teui.casework.transition import Standing, Transition
from teui.errors import TeuiError
from teui.practice.days import show_day
from teui.practice.texts import Texts

_NO_KIND = "none_of_kind"
_GO_ON = "go_on"
_THIS, _OTHER = "this", "another"
_SUBJECT = "handing"


async def ask_transition(screen: Frame, client_uid: str, name: str, customership_uid: str) -> None:
    """The transition's questions, as far as there can be one; else why not."""
    desk = screen.desk
    read = await screen.read(
        lambda: (transition.standing(desk, customership_uid), staff.load(desk))
    )
    if read is None:
        return
    now, people = read
    if now.agreed_on is not None:
        screen.say(screen.t("error.transition_agreed", day=show_day(now.agreed_on)))
        return
    questions = Questions(screen, name, _SUBJECT, client_uid)
    _TransitionQuestions(screen, questions, now, people).begin()


@dataclass(frozen=True, slots=True)
class _TransitionQuestions:
    screen: Frame
    questions: Questions
    now: Standing
    people: Staff

    def begin(self) -> None:
        """To which line; where a decision has led there already that is no question."""
        if self.now.decided is not None:
            self._reason(self.now.decided)
            return
        hints = [word(f"handing.hint.{each.id}") for each in self.now.hints]
        options: dict[str, Words] = {
            str(line): word(f"outcome.{self._outcome(line)}.text") for line in self.now.lines
        }
        self.questions.pick(
            "to_line",
            options,
            lambda line: self._reason(int(line)),
            more=lambda t: " ".join(hint(t) for hint in hints),
        )

    def _outcome(self, line: int) -> str:
        return self.screen.desk.model.lines[line].outcome

    def _reason(self, line: int) -> None:
        """Why, of kind; that there is only background is an answer too, which leads nowhere."""
        fitting = self.screen.desk.model.handing.between(self.now.line, line)
        options: dict[str, Words] = {each.id: word(f"handing.reason.{each.id}") for each in fitting}
        options[_NO_KIND] = word("handing.none_of_kind")

        def take(reason: str) -> None:
            if reason == _NO_KIND:
                self.screen.say(self.screen.t.error(TeuiError("transition_background_only")))
            else:
                self._background(line, reason, ())

        self.questions.pick("reason", options, take)

    def _background(self, line: int, reason: str, noted: tuple[str, ...]) -> None:
        """What is noted beside it: chosen once more it is taken out, until the adviser goes on."""
        options: dict[str, Words] = {_GO_ON: word("handing.go_on")}
        for each in self.screen.desk.model.handing.background:
            options[each] = _marked(each, each in noted)

        def take(code: str) -> None:
            if code == _GO_ON:
                self._why(line, reason, noted)
            elif code in noted:
                rest = tuple(each for each in noted if each != code)
                self._background(line, reason, rest)
            else:
                self._background(line, reason, (*noted, code))

        self.questions.pick("background", options, take, chosen=_GO_ON)

    def _why(self, line: int, reason: str, noted: tuple[str, ...]) -> None:
        def receiver(why: str) -> None:
            by_team = self.screen.desk.model.is_teams(line)
            ask_receiver(
                self.questions,
                self.people,
                by_team,
                not by_team,
                lambda taker, _: self._day(line, reason, noted, why, taker),
            )

        self.questions.type("why", receiver, needed="transition_why_missing")

    def _day(
        self, line: int, reason: str, noted: tuple[str, ...], why: str, taker: Receiver
    ) -> None:
        def note(day: date) -> None:
            def finish(text: str) -> None:
                agreed = Transition(line, reason, why, taker, day, text, noted)
                self._write(agreed)

            self.questions.type("note", finish, needed="handover_note_missing")

        if self.now.decided is not None:
            note(self.screen.desk.clock.today())
        else:
            self.questions.day("day", note, "transition_past")

    def _write(self, agreed: Transition) -> None:
        desk = self.screen.desk
        is_today = agreed.goes_over_on == desk.clock.today()
        key = "handing.gone_over" if is_today else "handing.agreed"
        day = show_day(agreed.goes_over_on)
        written = transition.agree(desk, self.now.customership_uid, agreed)
        self.questions.write(written, lambda t, _: t(key, line=agreed.to_line, day=day))


def ask_receiver(
    questions: Questions,
    people: Staff,
    teams: bool,
    advisers: bool,
    then: Callable[[Receiver, str], None],
) -> None:
    """An adviser, or a team; `then` gets the receiver and its name."""
    found: dict[str, tuple[Receiver, str]] = {}
    if teams:
        found |= {each.uid: (Receiver(each.uid), each.name) for each in people.teams}
    if advisers:
        found |= {
            each.uid: (Receiver(each.team_uid, each.uid), each.name) for each in people.present
        }
    options: dict[str, Words] = {
        uid: _receiver_words(people, taker, name) for uid, (taker, name) in found.items()
    }
    questions.pick("receiver", options, lambda uid: then(*found[uid]))


async def ask_handover(screen: Frame, client_uid: str, name: str, customership_uid: str) -> None:
    """This client, or many at once: all of an adviser's, or those of one line."""
    desk = screen.desk
    read = await screen.read(
        lambda: (
            staff.load(desk),
            handing.of_case(desk, customership_uid),
            handing.owned(desk, desk.adviser.uid),
        )
    )
    if read is not None:
        people, this, mine = read
        questions = Questions(screen, name, _SUBJECT, client_uid)
        _HandoverQuestions(screen, questions, people).which(name, this, mine)


@dataclass(frozen=True, slots=True)
class _HandoverQuestions:
    screen: Frame
    questions: Questions
    people: Staff

    def which(self, name: str, this: Owned, mine: Sequence[Owned]) -> None:
        options: dict[str, Words] = {_THIS: name}
        options |= _lots("handing.mine", mine)
        options[_OTHER] = word("handing.another")

        def take(choice: str) -> None:
            if choice == _THIS:
                self._receiver([this])
            elif choice == _OTHER:
                self._whose()
            else:
                self._receiver(_lot(choice, mine))

        self.questions.pick("which", options, take)

    def _whose(self) -> None:
        """Another adviser's clients, of one who has left too."""
        desk = self.screen.desk
        others = {each.uid: each.name for each in self.people.advisers if not each.here}

        async def load(uid: str) -> None:
            theirs = await self.screen.read(lambda: handing.owned(desk, uid))
            if theirs:
                options = _lots("handing.theirs", theirs)
                self.questions.pick(
                    "which", options, lambda choice: self._receiver(_lot(choice, theirs))
                )
            elif theirs is not None:
                self.screen.say(self.screen.t("handing.no_clients", name=others[uid]))

        options: dict[str, Words] = {**others}
        self.questions.pick("whose", options, lambda uid: self.screen.begin_work(load(uid)))

    def _receiver(self, lot: Sequence[Owned]) -> None:
        """A team can take on those whose line is the team's; a named adviser all."""
        by_team = all(each.by_team for each in lot)
        many = Questions(self.screen, _counted(len(lot)), _SUBJECT, "many")
        questions = self.questions if len(lot) == 1 else many

        def note(taker: Receiver, name: str) -> None:
            def finish(text: str) -> None:
                uids = [each.customership_uid for each in lot]
                written = handing.hand_over(self.screen.desk, uids, taker, text)
                questions.write(written, lambda t, n: t("handing.handed", n=n, name=name))

            questions.type("note", finish, needed="handover_note_missing")

        ask_receiver(questions, self.people, by_team, True, note)


async def acknowledge(screen: Frame, client_uid: str) -> None:
    """What was handed to the adviser at the desk, or to the team, is taken note of."""
    if await screen.saved(handing.acknowledge(screen.desk, client_uid)):
        screen.refresh_data()
        screen.say(screen.t("handing.acknowledged"), "good")


def _lots(key: str, owned: Sequence[Owned]) -> dict[str, Words]:
    """All of them, and those of each line that has some, with their number."""
    lots: dict[str, Words] = {}
    if owned:
        lots["all"] = word(f"{key}_all", n=len(owned))
    for line in sorted({each.line for each in owned if each.line is not None}):
        number = sum(each.line == line for each in owned)
        lots[str(line)] = word(f"{key}_line", line=line, n=number)
    return lots


def _lot(choice: str, owned: Sequence[Owned]) -> list[Owned]:
    return [each for each in owned if choice in {"all", str(each.line)}]


def _counted(number: int) -> Words:
    return lambda t: t("handing.clients", n=number)


def _marked(code: str, is_noted: bool) -> Words:
    def words(t: Texts) -> str:
        said = t(f"handing.background.{code}")
        return f"✓ {said}" if is_noted else f"  {said}"

    return words


def _receiver_words(people: Staff, taker: Receiver, name: str) -> Words:
    if taker.adviser_uid is None:
        return lambda t: t("record.team", name=name)
    [team] = [each.name for each in people.teams if each.uid == taker.team_uid]
    return f"{name} · {team}"
