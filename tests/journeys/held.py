"""A first interview, key by key, for journeys that go on from it."""

from collections.abc import Mapping

from screens.interview import Interview
from tests.journeys.conftest import Sitting

LINE_1: Mapping[str, str] = {
    "start.channel": "1",
    "start.previous": "1",
    "start.benefit_opened": "1",
    "contact.interpreter": "2",
    "residence.basis": "1",
    "benefit.statement_needed": "2",
    "situation.status": "9",
    "situation.change_security": "2",
    "situation.known_change": "1",
    "competence.vocational": "1",
    "competence.language": "1",
    "competence.work_life_skills": "1",
    "market.demand": "3",
    "goals.clarity": "1",
    "goals.initiative": "2",
    "goals.motivation": "1",
    "ability.affects_work": "2",
    "ability.support_need": "1",
    "agreed.next_channel": "1",
    "agreed.client_view": "1",
}
"""The digit of each closed question, by question; what they lead to is the line in the name."""
LINE_2 = {**LINE_1, "competence.vocational": "3"}
LINE_3 = {**LINE_1, "ability.support_need": "2"}


async def begin(at: Sitting) -> Interview:
    """From Today to the interview of Aino Virtanen, who is new."""
    await at.press("n")
    await at.type("Virtanen")
    await at.press("enter")
    await at.type("Aino")
    await at.press("f8")
    screen = at.app.screen
    assert isinstance(screen, Interview)
    return screen


async def hold(at: Sitting, screen: Interview, digits: Mapping[str, str]) -> None:
    """Answer whatever comes into view until all that must be agreed is agreed."""
    for _ in range(40):
        question = screen.current
        if question in digits:
            await at.press(digits[question])
        elif question == "goals.wishes":
            await at.press("1", "2", "enter")
        elif question == "agreed.client_steps":
            await at.type("calls the school about the spring intake")
            await at.press("enter")
        elif question == "agreed.next_contact":
            await at.type("+14")
            await at.press("enter")
        else:
            return
