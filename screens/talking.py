"""The talk of the interview: begun by its first answer or note, its channel a key away."""

from collections.abc import Collection
from concurrent.futures import Future

from screens.dialogs.apart import ask_apart
from screens.dialogs.picker import Picker
from screens.draft import DraftScreen
from screens.words import Words, word
from teui.assessment.sheet import Given
from teui.casework import interview, office, talks
from teui.casework.draft import Talk

NO_TALK = "none"


class Talking(DraftScreen):
    """A draft in which a talk goes on, until the screen is left for good."""

    _is_silent = False

    def talk_today(self) -> Talk | None:
        """The talk of today that is going on; one left open by a crash on another day is none."""
        talk = self.draft.talk
        return talk if talk is not None and talk.day == self.desk.clock.today() else None

    async def save_answer(self, question: str, given: Given | None, target: str) -> bool:
        return await self._in_a_talk() and await super().save_answer(question, given, target)

    async def save_confirmed(self, questions: Collection[str], target: str) -> bool:
        return await self._in_a_talk() and await super().save_confirmed(questions, target)

    async def keep_note(self) -> None:
        if not self.notes.begun.text.strip() or await self._in_a_talk():
            await super().keep_note()

    async def leave(self) -> bool:
        if not await super().leave():
            return False
        if self.is_over or self.draft.talk is None:
            return True
        return await self.acted(talks.end(self.desk, self.draft.uid))

    async def action_talk(self) -> None:
        """Ask by which channel the talk is, or whether there is none just now."""
        talk = self.talk_today()
        usual = await self.read(lambda: talks.usual_channel(self.desk))
        channels = self.desk.model.follow_ups.channels
        options: dict[str, Words] = {each: word(f"contact.channel.{each}") for each in channels}
        options[NO_TALK] = word("talk.none")
        chosen = NO_TALK if self._is_silent else talk.channel if talk else usual
        self.app.push_screen(Picker(word("talk.title"), options, chosen), self._take_channel)

    def _take_channel(self, channel: str | None) -> None:
        if channel == NO_TALK:
            self.begin_work(self._no_talk())
        elif channel is not None:
            self.begin_work(self._channel_chosen(channel))

    async def _in_a_talk(self) -> bool:
        """What is recorded is said in a talk, unless the adviser has said that there is none."""
        if self._is_silent or self.talk_today() is not None:
            return True
        channel = await self.read(lambda: talks.usual_channel(self.desk))
        return channel is not None and await self._begin(channel)

    async def _begin(self, channel: str) -> bool:
        begun = talks.begin(self.desk, self.draft.uid, channel)
        if not await self.acted(begun):
            return False
        self._is_silent = False
        await self._take_in_talks()
        return True

    async def _channel_chosen(self, channel: str) -> None:
        """By it from now on; where the office wants to know, it is said why it is no meeting."""
        if not await self._begin(channel):
            return
        self.paint()
        if self.desk.model.follow_ups.is_face_to_face(channel):
            return
        if await self.read(lambda: office.ask_apart(self.desk)):
            ask_apart(self, self.draft.uid, self.draft.apart, self._keep_reason)

    def _keep_reason(self, written: Future[None]) -> None:
        async def keep() -> None:
            if await self.acted(written):
                await self._take_in_talks()
                self.paint()

        self.begin_work(keep())

    async def _no_talk(self) -> None:
        if await self.acted(talks.take_back(self.desk, self.draft.uid)):
            self._is_silent = True
            await self._take_in_talks()
            self.paint()

    async def _take_in_talks(self) -> None:
        """Read them anew; what follows paints them with what it has to show itself."""
        draft = await self.read(lambda: interview.load(self.desk, self.draft.uid))
        if draft is not None:
            self.take_in_talks(draft)
