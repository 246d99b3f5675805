"""The end of a job search, with the client's feedback; after it a new one can be begun."""

from dataclasses import replace

from screens.dialogs.questions import Questions
from screens.frame import Frame
from screens.words import Words, word
from teui.casework import ending
from teui.casework.ending import CHANNEL, Ending, Standing
from teui.errors import TeuiError
from teui.practice.days import show_day

_SUBJECT = "ending"
_YES, _NO = "yes", "no"


async def ask_end(screen: Frame, client_uid: str, name: str, customership_uid: str) -> None:
    """The questions of the end; where it has ended already, those of a new beginning."""
    desk = screen.desk
    now = await screen.read(lambda: ending.standing(desk, customership_uid))
    if now is None:
        return
    questions = Questions(screen, name, _SUBJECT, client_uid)
    if now.ended_on is None:
        _EndQuestions(screen, questions, now).begin()
    else:
        _ask_anew(screen, questions, client_uid)


def _ask_anew(screen: Frame, questions: Questions, client_uid: str) -> None:
    codes = screen.desk.model.questions[CHANNEL].codes
    options: dict[str, Words] = {code: word(f"code.{CHANNEL}.{code}.text") for code in codes}

    def begin(channel: str) -> None:
        written = ending.begin_anew(screen.desk, client_uid, channel)
        day = show_day(screen.desk.clock.today())
        questions.write(written, lambda t, _: t("ending.begun", day=day))

    questions.pick("channel", options, begin)


class _EndQuestions:
    """Asks what the reason asks for, then the feedback; `now` is the customership."""

    def __init__(self, screen: Frame, questions: Questions, now: Standing) -> None:
        self._screen = screen
        self._questions = questions
        self._now = now

    def begin(self) -> None:
        """Why; what does not end a job search is in the list, and says so."""
        endings = self._screen.desk.model.handing.endings
        options: dict[str, Words] = {code: word(f"handing.ending.{code}") for code in endings}

        def take(code: str) -> None:
            if endings[code].ends:
                self._receiver(Ending(code))
            else:
                self._screen.say(self._screen.t.error(TeuiError("end_not_for_this")))

        falls_away = word("ending.falls_away", n=self._now.open)
        self._questions.pick("reason", options, take, more=falls_away if self._now.open else "")

    def _receiver(self, so_far: Ending) -> None:
        reason = self._screen.desk.model.handing.endings[so_far.reason]
        if not reason.receiver:
            self._note(so_far)
            return

        def agreed(receiver: str) -> None:
            known = replace(so_far, receiver=receiver)
            if reason.asks_agreement(self._now.line):
                self._agreed(known)
            else:
                self._note(known)

        self._questions.type("receiver", agreed, needed="end_receiver_missing")

    def _agreed(self, so_far: Ending) -> None:
        """From some lines the move is agreed with both; until then the search goes on."""
        options: dict[str, Words] = {each: word(f"ending.agreed.{each}") for each in (_YES, _NO)}

        def take(answer: str) -> None:
            if answer == _YES:
                self._note(replace(so_far, agreed=True))
            else:
                self._screen.say(self._screen.t.error(TeuiError("end_not_agreed")))

        self._questions.pick("agreed", options, take)

    def _note(self, so_far: Ending) -> None:
        reason = self._screen.desk.model.handing.endings[so_far.reason]
        if not reason.typed:
            self._feedback(so_far)
            return

        def take(note: str) -> None:
            self._feedback(replace(so_far, note=note))

        self._questions.type("note", take, needed="end_note_missing")

    def _feedback(self, so_far: Ending) -> None:
        codes = self._screen.desk.model.handing.feedback
        options: dict[str, Words] = {code: word(f"handing.feedback.{code}") for code in codes}

        def words(code: str) -> None:
            known = replace(so_far, feedback=code)
            self._questions.type(
                "feedback_text", lambda text: self._write(replace(known, feedback_text=text))
            )

        self._questions.pick("feedback", options, words)

    def _write(self, whole: Ending) -> None:
        screen = self._screen
        written = ending.end(screen.desk, self._now.customership_uid, whole)
        day = show_day(screen.desk.clock.today())
        self._questions.write(written, lambda t, _: t("ending.ended", day=day))
