"""Lets one invented case happen: taking in, interview, decision, plan, and the work since."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from teui.casework import clients, decision, interview, plan, said_before, talks
from teui.casework.desk import Desk
from teui.casework.fill.answers import Given, Talk, answers, fitting_notes
from teui.casework.fill.case import Case
from teui.casework.fill.courses import Courses
from teui.casework.fill.hands import MovingClock, Times, between, one_of
from teui.casework.fill.invented import Invented, Rhythm, Step
from teui.casework.fill.offers import Sought
from teui.casework.fill.people import Person, Registry, as_new_client, invent_person
from teui.casework.fill.services import Serving, carried_on, planned
from teui.casework.fill.stages import Staging, in_stages
from teui.casework.fill.work import Working, put_off, work_through
from teui.casework.interview import DraftLine, Writing
from teui.practice.model import Kind, Value

_NOTED, _NOTES = 0.5, 3
_THINKING = 15
_OLD = 18
"""Working days after the plan in which a service can come near its end."""
_CHANNELS = ("phone", "phone", "phone", "meeting", "video")


@dataclass(frozen=True, slots=True)
class Life:
    """Where a case happens. `desk` is that of its adviser, with the clock that is moved."""

    desk: Desk
    clock: MovingClock
    times: Times
    invented: Invented
    registry: Registry
    random: Random
    courses: Courses


def live(life: Life, case: Case) -> Sought | None:
    """Everything that happened to the client until the day before today; the work sought by one
    with a plan."""
    random = life.random
    person = invent_person(random, life.invented, case.story, life.times.today)
    life.clock.begin(case.start, random)
    new = as_new_client(random, person, life.registry, case.start, case.channel)
    client = clients.new_client(life.desk, new).result()
    customership = clients.header(life.desk, client).customership_uid
    if case.held_on is None:
        return None
    life.clock.move(case.held_on, random)
    kind = _kind(random, case, person)
    assessment = interview.begin(life.desk, client, kind).result()
    talk = Talk(
        life.desk.model,
        life.invented,
        person,
        case.story,
        kind,
        case.start,
        case.held_on,
        _agreed(life, case, person),
    )
    _hold(life, case, talk, assessment)
    if kind == "integration":
        _in_stages(life, case, person, assessment)
    if not case.finished:
        return None
    _decide(life, case, person, assessment)
    working = Working(life.desk, life.clock, life.times, customership, random)
    serving = None
    if case.planned_on is not None and case.planned_on <= case.worked_until:
        work_through(working, case.planned_on)
        _make_plan(life, case, person, customership)
        serving = _planned_service(life, case, person, working)
    work_through(working, case.worked_until)
    if serving is not None:
        carried_on(serving, case.worked_until)
    if case.habit == "behind":
        put_off(working)
    if case.planned_on is None:
        return None
    trade = person.trade
    title = trade.title[person.service]
    return Sought(customership, case.planned_on, title, trade.isco, person.service)


def _kind(random: Random, case: Case, person: Person) -> Kind:
    newcomer = person.basis in {"eu_right", "permit_full"} and case.story.people
    return "integration" if newcomer and random.random() < 0.6 else "first"


def _line(case: Case) -> int | None:
    return int(case.story.outcome[-1]) if case.story.outcome.startswith("line_") else None


def _agreed(life: Life, case: Case, person: Person) -> dict[str, Value]:
    """What is agreed at the end of the interview; without a line nothing needs to be."""
    line = _line(case)
    if line is None:
        return {}
    steps = [s for s in life.invented.steps if s.side == "client" and line in s.lines]
    return {
        "agreed.client_steps": one_of(life.random, steps).text[person.service],
        "agreed.next_contact": case.next_contact,
        "agreed.next_channel": one_of(life.random, life.invented.rhythms[line].channels),
        "agreed.client_view": one_of(life.random, case.story.answers["agreed.client_view"]),
    }


def _hold(life: Life, case: Case, talk: Talk, assessment: str) -> None:
    finished = case.finished
    random, desk, clock = life.random, life.desk, life.clock
    draft = interview.load(desk, assessment)
    home = {
        question: answered.value
        for question, answered in draft.answers.items()
        if answered.value is not None
    }
    # Drawn apart, so that who the clients are does not hang on how they are talked to.
    channel = one_of(Random(f"talk {assessment}"), _CHANNELS)
    talks.begin(desk, assessment, channel).result()
    given = list(answers(random, talk, home))
    if not finished:
        reached = random.randrange(4, max(5, len(given) - 4))
        if case.channel == "online":
            _registered(life, talk, assessment, given[reached:])
        given = given[:reached]
    notes = 0
    for index, each in enumerate(given):
        following = given[index + 1].question if index + 1 < len(given) else each.question
        clock.tick(random)
        interview.save_answer(
            desk, assessment, each.question, each.state, each.value, following
        ).result()
        fitting = fitting_notes(talk.invented, each)
        if fitting and notes < _NOTES and random.random() < _NOTED:
            notes += 1
            clock.tick(random)
            text = one_of(random, fitting).text[talk.person.service]
            interview.keep_note(desk, assessment, text, each.question, clock.now).result()
    if not finished:
        _break_off(life, talk, assessment, given[-1])


def _registered(life: Life, talk: Talk, assessment: str, untold: list[Given]) -> None:
    """What the client wrote into the registration form, of what the talk has not come to yet."""
    questions = talk.model.questions
    said = {
        each.question: each.value
        for each in untold
        if each.value is not None
        and (question := questions[each.question]).by == "client"
        and question.brought
        and not question.sensitive
    }
    said_before.at_registration(life.desk, assessment, said, talk.start).result()


def _in_stages(life: Life, case: Case, person: Person, assessment: str) -> None:
    assert case.held_on is not None
    phrases = life.invented.phrases
    staging = Staging(
        desk=life.desk,
        clock=life.clock,
        times=life.times,
        random=Random(f"stages {assessment}"),
        assessment=assessment,
        held_on=case.held_on,
        service=person.service,
        providers=phrases["test_provider"],
        results=phrases["test_result"],
    )
    in_stages(staging, finished=case.finished)


def _break_off(life: Life, talk: Talk, assessment: str, last: Given) -> None:
    """A draft stays where it was left, half of them in the middle of a note."""
    ids = list(talk.model.questions)
    position = ids[min(ids.index(last.question) + 1, len(ids) - 1)]
    line = DraftLine()
    if life.random.random() < 0.5:
        life.clock.tick(life.random)
        text = one_of(life.random, talk.invented.unfinished)[talk.person.service]
        line = DraftLine(text, position, life.clock.now)
    interview.save_writing(life.desk, assessment, Writing(position, line)).result()
    talks.end(life.desk, assessment).result()


def _decide(life: Life, case: Case, person: Person, assessment: str) -> None:
    life.clock.tick(life.random, 200)
    view = decision.load(life.desk, assessment)
    needed = decision.needs_reason(view.suggestion, case.story.outcome, view.client_view)
    reasons = life.invented.phrases["reason"]
    reason = one_of(life.random, reasons)[person.service] if needed else None
    decision.record(life.desk, assessment, case.story.outcome, view.client_view, reason).result()


def _make_plan(life: Life, case: Case, person: Person, customership: str) -> None:
    """The plan is talked through and accepted; of late ones some wait for the client's answer."""
    line, day = _line(case), case.planned_on
    if line is None or day is None:
        return
    random, desk, clock = life.random, life.desk, life.clock
    clock.move(day, random)
    rhythm = life.invented.rhythms[line]
    plan.save(
        desk,
        customership,
        goal=person.trade.title[person.service],
        goal_isco=person.trade.isco,
        rhythm_weeks=one_of(random, rhythm.weeks),
        rhythm_channel=one_of(random, rhythm.channels),
        contact_by=one_of(random, rhythm.by),
        next_contact_on=_first_call(life, case, day, rhythm),
    ).result()
    agreed = {each.text for each in plan.load(desk, customership).items}
    for step in _steps(life, line):
        clock.tick(random)
        text, by = step.text[person.service], _by(life, day, step)
        # What the interview agreed on stands in the plan already.
        if text not in agreed:
            plan.save_item(desk, customership, step.side, text, by, service=step.service).result()
    waiting = day > life.times.back(_THINKING) and random.random() < 0.2
    if not waiting:
        clock.tick(random, 300)
        plan.accept(desk, customership).result()


def _planned_service(life: Life, case: Case, person: Person, working: Working) -> Serving | None:
    line, times = _line(case), life.times
    if line is None:
        return None
    old = working.clock.today <= times.back(_OLD)
    course = life.courses.next(line, old=old, up_to_date=case.worked_until == times.last)
    return planned(working, course, person.service) if course is not None else None


def _first_call(life: Life, case: Case, day: date, rhythm: Rhythm) -> date:
    """As agreed in the interview, where that is still to come."""
    if case.next_contact > day:
        return case.next_contact
    return life.times.working(day + timedelta(weeks=rhythm.weeks[0]))


def _by(life: Life, day: date, step: Step) -> date:
    """Some day of the step's span; today now and then, so that Today has something to show."""
    first, last = (day + timedelta(days=days) for days in step.days)
    if first <= life.times.today <= last and life.random.random() < 0.5:
        return life.times.working(life.times.today)
    return life.times.working(day + timedelta(days=between(life.random, step.days)))


def _steps(life: Life, line: int) -> list[Step]:
    chosen: list[Step] = []
    for side, most in (("client", 1), ("office", 2)):
        fitting = [s for s in life.invented.steps if s.side == side and line in s.lines]
        chosen += life.random.sample(fitting, life.random.randint(1, most))
    return chosen
