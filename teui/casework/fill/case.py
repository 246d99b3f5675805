"""What is to happen to one invented client: the story, how far it has come, and the days of it."""

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Literal, cast

from teui.casework.desk import Desk
from teui.casework.fill.hands import Times, deck, one_of
from teui.casework.fill.invented import Invented, Story

Stage = Literal["new", "draft", "decided", "planned"]
Habit = Literal["tidy", "behind", "silent"]
"""The adviser is up to date, is some days behind, or has not been in touch for long."""
Outlook = Literal["late", "now", "coming"]
"""When the next contact agreed on falls, seen from today."""

_HABITS: dict[Habit, int] = {"tidy": 68, "behind": 20, "silent": 12}
_OUTLOOKS: dict[Outlook, int] = {"late": 2, "now": 3, "coming": 5}
_LONGEST_WAIT = 6
_CASELOAD = 120


@dataclass(frozen=True, slots=True)
class Case:
    """`worked_until`: the last day on which the adviser did what was due.

    `held_on` is the day of the interview, `planned_on` that of the plan, None where it did not
    come to that. `next_contact`: what client and adviser agree on at the end of the interview.
    """

    story: Story
    stage: Stage
    habit: Habit
    start: date
    channel: str
    held_on: date | None
    planned_on: date | None
    next_contact: date
    worked_until: date

    @property
    def finished(self) -> bool:
        """The line was decided."""
        return self.stage in {"decided", "planned"}


def cast_cases(random: Random, invented: Invented, times: Times, number: int) -> list[Case]:
    """So many cases, in the order in which they began."""
    by_id = {story.id: story for story in invented.stories}
    drawn = deck(random, {story.id: story.weight for story in invented.stories}, number)
    stories = [by_id[story] for story in drawn]
    on_line = sum(story.outcome.startswith("line_") for story in stories)
    dealt = cast("list[Stage]", deck(random, invented.stages, on_line))
    habits = iter(deck(random, _HABITS, dealt.count("planned")))
    outlooks = iter(deck(random, _OUTLOOKS, number))
    stages = iter(dealt)
    cases = []
    for story in stories:
        stage = next(stages) if story.outcome.startswith("line_") else "decided"
        habit = next(habits) if stage == "planned" else "tidy"
        outlook = next(outlooks)
        cases.append(_case(random, times, story, stage=stage, habit=habit, outlook=outlook))
    return sorted(cases, key=lambda case: (case.start, case.story.id, case.stage))


def share_out(desks: tuple[Desk, ...], cases: list[Case]) -> list[Desk]:
    """Whose each case is. The first desk is the user's own: it has at most half of them, some of
    every stage and habit; the others take turns."""
    own, others = min(0.5, _CASELOAD / len(cases)), desks[1:]
    order = sorted(range(len(cases)), key=lambda index: (cases[index].stage, cases[index].habit))
    shared: dict[int, Desk] = {}
    for turn, index in enumerate(order):
        mine = int((turn + 1) * own + 0.5) > int(turn * own + 0.5)
        shared[index] = desks[0] if mine else others[turn % len(others)]
    return [shared[index] for index in range(len(cases))]


def _case(
    random: Random, times: Times, story: Story, *, stage: Stage, habit: Habit, outlook: Outlook
) -> Case:
    ago = {
        "new": random.randrange(1, 6),
        "draft": random.randrange(1, 5),
        "decided": random.randrange(2, 12),
        "planned": 8 + int(150 * random.random() ** 1.8),
    }[stage]
    if habit == "silent":
        ago = random.randrange(85, 150)
    day = times.back(ago)
    waited = 0 if stage == "new" else random.randrange(_LONGEST_WAIT)
    planned = times.after(day, random.randrange(1, 7)) if stage == "planned" else None
    return Case(
        story=story,
        stage=stage,
        habit=habit,
        start=times.back(waited, day),
        channel=one_of(random, ("online", "online", "office")),
        held_on=None if stage == "new" else day,
        planned_on=planned,
        next_contact=_next_contact(random, times, day, outlook if planned is None else None),
        worked_until=_worked_until(random, times, day, habit),
    )


def _next_contact(random: Random, times: Times, held_on: date, outlook: Outlook | None) -> date:
    match outlook:
        case "late":
            day = times.back(random.randrange(1, 4))
        case "now":
            day = times.working(times.today)
        case "coming":
            day = times.after(times.today, random.randrange(1, 18))
        case None:
            day = times.after(held_on, random.randrange(6, 20))
    return max(day, times.after(held_on, 1))


def _worked_until(random: Random, times: Times, held_on: date, habit: Habit) -> date:
    match habit:
        case "tidy":
            return times.last
        case "behind":
            return max(held_on, times.back(random.randrange(3, 9)))
        case "silent":
            return times.after(held_on, random.randrange(7, 14))
