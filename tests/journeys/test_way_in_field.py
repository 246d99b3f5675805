"""A visit in the field: a small terminal, the lid closed in mid-sentence, the power gone."""

import os
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from screens.widgets.lines import wrap
from tests.casework.cases import take_in
from tests.journeys.terminal import Terminal
from teui.assessment.sheet import Given, Sheet
from teui.casework import clients, interview, plan
from teui.casework.desk import Desk, desk_of, open_desk, open_existing
from teui.casework.interview import Draft
from teui.clock import Clock
from teui.practice.load import load_model
from teui.practice.texts import Texts, load_texts
from teui.store.history import verify_chain

pytestmark = pytest.mark.terminal

MODEL = load_model()
F8, RETURN = "\x1b[19~", "\r"
DAY = date(2026, 11, 16)
MORNINGS = tuple(datetime(2026, 11, day, 7, 30, tzinfo=UTC) for day in (16, 17, 18))
ANSWERS: Mapping[str, tuple[str, Given]] = {
    "start.channel": ("1", Given("answered", "online")),
    "start.previous": ("1", Given("answered", "new")),
    "start.benefit_opened": ("1", Given("answered", "yes")),
    "contact.interpreter": ("2", Given("answered", "no")),
    "residence.basis": ("1", Given("answered", "citizen")),
    "benefit.statement_needed": ("0", Given("not_discussed")),
    "situation.status": ("5", Given("answered", "employed")),
    "situation.known_change": ("1", Given("answered", "none")),
    "competence.vocational": ("1", Given("answered", "meets_demand")),
    "competence.language": ("1", Given("answered", "sufficient")),
    "competence.work_life_skills": ("1", Given("answered", "adequate")),
    "market.demand": ("2", Given("answered", "openings_expected")),
    "goals.wishes": ("21\r", Given("answered", ("job", "study"))),
    "goals.clarity": ("4", Given("answered", "unclear")),
    "goals.initiative": ("2", Given("answered", "with_guidance")),
    "goals.motivation": ("+", Given("will_not_say")),
    "ability.affects_work": ("2", Given("answered", "no")),
    "ability.support_need": ("1", Given("answered", "ordinary")),
    "agreed.client_steps": ("söker till läroavtal\r", Given("answered", "söker till läroavtal")),
    "agreed.next_contact": ("1.12.2026\r", Given("answered", date(2026, 12, 1))),
    "agreed.next_channel": ("5", Given("answered", "field_visit")),
    "agreed.client_view": ("1", Given("answered", "agrees")),
}
"""The keys of each answer and what is then recorded; line 2 by its goals."""


@dataclass(frozen=True)
class Visit:
    """One client's visit: the store, the watch, the words that the adviser reads."""

    store: Path
    watch: Path
    texts: Texts

    def terminal(self) -> Terminal:
        store, lang = ("--store", str(self.store)), ("--lang", self.texts.language)
        return Terminal("-m", "tests.journeys.by_a_watch", str(self.watch), *store, *lang)

    def is_now(self, instant: datetime) -> None:
        # In one piece: the app may look at its watch at any moment.
        fresh = self.watch.with_suffix(".new")
        fresh.write_text(instant.isoformat())
        fresh.replace(self.watch)

    def asked(self, question: str) -> str:
        """The first line of a question as the screen words it."""
        return wrap(self.texts(f"question.{question}.text"), 54, 2)[0]

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """The store as somebody else reads it, beside the app."""
        desk = open_desk(str(self.store), clock=Clock(pinned=date(2026, 11, 18)))
        with desk.store:
            yield desk

    def draft(self) -> Draft:
        with self.desk() as desk:
            [row] = clients.find(desk, "berg")
            uid = clients.header(desk, row.uid).draft_uid
            assert uid is not None
            return interview.load(desk, uid)

    def line_is_kept(self, terminal: Terminal, text: str) -> None:
        terminal.until(lambda: self.draft().writing.line.text == text, f"for the line {text}")

    def close_lid(self, terminal: Terminal, until: datetime) -> None:
        """The process sleeps; when it wakes, the watch has gone on without it."""
        terminal.process.send_signal(signal.SIGSTOP)
        os.waitpid(terminal.process.pid, os.WUNTRACED)
        self.is_now(until)
        terminal.process.send_signal(signal.SIGCONT)
        terminal.shows(self.texts("frame.new_day", day=self.texts.full_day(until.date())))

    def answer(self, terminal: Terminal, sheet: Sheet, at: str, last: str) -> tuple[Sheet, str]:
        """Answer from where the talk is until a question is in view, looking after each key."""
        for _ in range(len(ANSWERS)):
            if at == last:
                break
            keys, given = ANSWERS[at]
            terminal.type(keys)
            sheet = sheet.record(at, given)
            at = sheet.after_answer(at)
            terminal.shows(self.asked(at))
        assert at == last
        return sheet, at


def _recorded(draft: Draft) -> dict[str, Given]:
    return {
        question: Given(found.state, found.value)
        for question, found in draft.answers.items()
        if found.state != "none"
    }


@pytest.mark.parametrize("language", ["sv", "fi"])
def test_a_visit_with_the_lid_closed_twice_and_the_power_gone(
    place: Path, tmp_path: Path, language: str
) -> None:
    visit = Visit(place, tmp_path / "watch", load_texts(language, MODEL.id))
    t = visit.texts
    visit.is_now(MORNINGS[0])
    with open_existing(str(place), clock=Clock(pinned=MORNINGS[0].date())) as store:
        take_in(desk_of(store), "Berg", service_language=language)
    known = {
        "start.date": Given("answered", DAY),
        "contact.service_language": Given("answered", language),
    }
    sheet = Sheet(MODEL, "first", DAY, known)

    with visit.terminal() as terminal:
        terminal.shows(t("today.title"))
        terminal.type(f"/berg{RETURN}i")
        terminal.shows(visit.asked("start.channel"))
        sheet, here = visit.answer(terminal, sheet, "start.channel", "situation.status")

        # The lid is closed in mid-sentence, and opened the next morning.
        terminal.type("bor hos sin mor, å")
        visit.line_is_kept(terminal, "bor hos sin mor, å")
        visit.close_lid(terminal, MORNINGS[1])
        terminal.type("ker buss 65")
        terminal.shows("bor hos sin mor, åker buss 65")
        terminal.type(RETURN)
        terminal.until(lambda: len(visit.draft().notes) == 1, "for the note")
        sheet, here = visit.answer(terminal, sheet, here, "agreed.client_steps")

        # The power goes in mid-sentence, in a field.
        terminal.type("söker till l")
        terminal.until(
            lambda: visit.draft().writing.typed == {"agreed.client_steps": "söker till l"},
            "for the field",
        )
        terminal.kill()
    assert _recorded(visit.draft()) == sheet.given
    [note] = visit.draft().notes
    assert (note.text, note.question) == ("bor hos sin mor, åker buss 65", "situation.status")
    assert note.at.date() == DAY, "the time of its first letter"

    with visit.terminal() as terminal:
        terminal.shows(t("today.title"))
        terminal.type(f"/berg{RETURN}i")
        terminal.shows(visit.asked("agreed.client_steps"), "söker till l")
        terminal.type(f"äroavtal{RETURN}")
        terminal.shows(visit.asked("agreed.next_contact"))
        terminal.type("1.12")
        terminal.shows("1.12")
        visit.close_lid(terminal, MORNINGS[2])
        terminal.type(f".2026{RETURN}")
        terminal.shows(visit.asked("agreed.next_channel"))
        terminal.type("5")
        terminal.shows(visit.asked("agreed.client_view"))
        terminal.type(f"1{F8}")
        terminal.shows(t("decision.title"))
        terminal.type(f"2{F8}")
        terminal.shows(t("plan.office_does"))
        terminal.type(RETURN)
        terminal.type(f": närvårdare{RETURN}{F8}")
        terminal.shows(t("plan.accepted_now"))
        terminal.kill()

    with visit.desk() as desk:
        connection = desk.store.read()
        assert verify_chain(connection) == ()
        [row] = connection.execute("PRAGMA integrity_check").fetchall()
        assert row[0] == "ok"
        [client] = clients.find(desk, "berg")
        header = clients.header(desk, client.uid)
        assert (header.line, header.outcome) == (2, "line_2")
        planned = plan.load(desk, header.customership_uid)
        wishes = ", ".join(t(f"code.goals.wishes.{code}.short") for code in ("job", "study"))
        assert planned.goal == f"{wishes}: närvårdare"
        assert planned.accepted_on == MORNINGS[2].date()
        assert planned.next_contact_on == date(2026, 12, 1)
        assert [item.text for item in planned.items] == ["söker till läroavtal"]
        assert header.completed_uid is not None
        decided = interview.load(desk, header.completed_uid)
        asked = {question: given for question, (_, given) in ANSWERS.items()}
        assert _recorded(decided) == known | asked
