"""`python -m tests.keys`: how many keys whole interviews take, pressed in the real app.

Each begins on Today with the caller found by name and ends with the decision on the disk. What is
typed in a field (texts, dates) is counted aside, with the Enter that ends it.
"""

import asyncio
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from screens.interview import Interview
from tests.casework.cases import AGREED, LINE_1, hold, take_in
from tests.journeys.conftest import MONDAY, Sitting, sitting
from teui.casework import decision
from teui.casework.desk import desk_of, make_store
from teui.clock import Clock
from teui.practice.model import Question
from teui.store.store import Founders

MOST = 10
"""Keys besides the answers, from Today to the decision on the disk."""
NAME = "virtanen"
LATER = date(2027, 3, 3)
TYPED: Mapping[str, str] = {
    "agreed.client_steps": "calls the school",
    "agreed.next_contact": "+14",
    "situation.unemployed_since": "1.10.",
    "residence.first_permit": "1.5.2019",
    "residence.assessment_asked": "16.11.",
}
_STARTED: Mapping[str, str] = {
    "start.channel": "office",
    "start.previous": "new",
    "start.benefit_opened": "yes",
    "contact.interpreter": "no",
    "benefit.statement_needed": "no",
    "situation.status": "unemployed",
    "situation.change_security": "no",
    "situation.known_change": "none",
    "agreed.next_channel": "phone",
    "agreed.client_view": "agrees",
}
_PLAIN: Mapping[str, str | Sequence[str]] = {
    **_STARTED,
    "residence.basis": "citizen",
    "competence.vocational": "meets_demand",
    "competence.language": "sufficient",
    "competence.work_life_skills": "adequate",
    "market.demand": "openings_expected",
    "goals.wishes": ("job", "study"),
    "goals.clarity": "clear_and_realistic",
    "goals.initiative": "independent",
    "goals.motivation": "motivated",
    "ability.affects_work": "no",
    "ability.support_need": "ordinary",
}


@dataclass(frozen=True)
class Script:
    """An interview: what is answered where the screen asks it, and the line that is decided.

    `changed`: a reassessment, in which all but these answers are confirmed section by section.
    `all_deciding`: also what no longer decides, once the line is settled.
    """

    name: str
    line: int
    answers: Mapping[str, str | Sequence[str]]
    changed: frozenset[str] = frozenset()
    all_deciding: bool = False


SCRIPTS = (
    Script("plain line 1", 1, _PLAIN),
    Script("line 3", 3, {**_PLAIN, "ability.support_need": "above_ordinary"}),
    Script(
        "reassessment with two changes",
        2,
        {**_PLAIN, "goals.clarity": "unclear", "competence.vocational": "insufficient"},
        frozenset({"goals.clarity", "competence.vocational"}),
    ),
    Script(
        "every deciding question that applies",
        3,
        {
            **_PLAIN,
            "residence.basis": "permit_full",
            "situation.known_change": "none",
            "competence.language": "insufficient",
            "competence.literacy": "weak",
            "market.demand": "openings_now",
            "market.offer_made": "yes",
            "ability.affects_work": "yes",
            "ability.work_ability": "needs_treatment_first",
            "ability.life_situation": "stable",
            "ability.multi_professional": "needed",
            "ability.other_services_first": "yes",
            "ability.health_check": "yes",
        },
        all_deciding=True,
    ),
)


@dataclass
class Pressed:
    """Keys by what they were for: `closed`, `choices`, `confirmed`, `typed`, `more`."""

    answers: Counter[str] = field(default_factory=Counter)
    keys: Counter[str] = field(default_factory=Counter)

    @property
    def is_within(self) -> bool:
        """One key a closed answer, one a code and Enter for several, at most `MOST` besides."""
        return (
            self.keys["closed"] == self.answers["closed"]
            and self.keys["choices"] == self.answers["codes"] + self.answers["choices"]
            and self.keys["confirmed"] <= self.answers["confirmed"]
            and self.keys["more"] <= MOST
        )


class Player:
    """An adviser who plays a script, key by key."""

    def __init__(self, at: Sitting, script: Script) -> None:
        self._at = at
        self._script = script
        self.pressed = Pressed()

    async def play(self) -> Pressed:
        """From Today to the decision on the disk."""
        await self._press("more", "slash", *NAME[:3], "enter", "i")
        if self._script.changed:
            await self._press("more", "2")
        screen = self._at.app.screen
        assert isinstance(screen, Interview), self._at.screen
        while question := self._next(screen):
            if screen.current != question.id:
                # Led elsewhere: the adviser looks for what is still open.
                await self._press("more", "down")
            elif screen.sheet.to_confirm(question.id) and question.id not in self._script.changed:
                before = len(screen.sheet.given)
                await self._press("confirmed", "f6")
                self.pressed.answers["confirmed"] += len(screen.sheet.given) - before
            else:
                await self._answer(question)
        await self._press("more", "f8", str(self._script.line), "f8")
        assert decision.load(self._at.desk, screen.draft.uid).recorded, self._at.screen
        return self.pressed

    def _next(self, screen: Interview) -> Question | None:
        """The question in view while it is worth an answer, else one that is; None at the end."""
        sheet = screen.sheet
        wanted = [
            each.id
            for each in sheet.questions
            if sheet.is_unasked(each.id)
            and (
                each.needed is not None
                or (each.deciding if self._script.all_deciding else each.id in sheet.deciding)
            )
        ]
        if not wanted:
            return None
        return sheet.model.questions[screen.current if screen.current in wanted else wanted[0]]

    async def _answer(self, question: Question) -> None:
        answers = self.pressed.answers
        if not question.codes:
            answers["typed"] += 1
            await self._press("typed", *TYPED[question.id], "enter")
            return
        value = self._script.answers[question.id]
        if question.type == "choices":
            answers["choices"] += 1
            answers["codes"] += len(value)
            await self._press("choices", *(_digit(question, code) for code in value), "enter")
        else:
            answers["closed"] += 1
            await self._press("closed", _digit(question, str(value)))

    async def _press(self, what: str, *keys: str) -> None:
        self.pressed.keys[what] += len(keys)
        await self._at.press(*keys)


def _digit(question: Question, code: str) -> str:
    number = question.codes.index(code) + 1
    return "comma" if number == 10 else str(number)


async def played(place: Path, script: Script) -> Pressed:
    """Play a script on a store of its own at `place`, with a client who is known by name."""
    clock = Clock(pinned=MONDAY)
    with make_store(place, "demo", Founders("A. Lind", "North", "alind"), clock) as store:
        desk = desk_of(store)
        client = take_in(desk, NAME.title(), start_channel="office", interpreter="no")
        if script.changed:
            draft = hold(desk, client, {**LINE_1, "goals.wishes": ("job",)}, AGREED)
            decision.record(desk, draft, "line_1", "agrees", None).result()
    async with sitting(place, LATER if script.changed else MONDAY) as at:
        return await Player(at, script).play()


def main() -> None:
    columns = ("closed", "choices", "confirmed", "typed", "more")
    print(f"{'':38}{''.join(f'{name:>11}' for name in columns)}{'all':>7}")
    for script in SCRIPTS:
        with tempfile.TemporaryDirectory() as folder:
            pressed = asyncio.run(played(Path(folder) / "keys.db", script))
        keys = pressed.keys
        row = "".join(f"{keys[name]:>11}" for name in columns)
        print(f"{script.name:38}{row}{sum(keys.values()):>7}")
        answers = pressed.answers
        said = "".join(f"{answers[name]:>11}" for name in columns[:4])
        print(f"{'  answers':38}{said}")
        if not pressed.is_within:
            raise SystemExit(f"{script.name}: more keys than one an answer and {MOST} besides")


if __name__ == "__main__":
    main()
