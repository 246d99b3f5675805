"""Clients and interviews for the tests: invented people, whole sets of answers."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from teui.casework import clients, interview
from teui.casework.clients import NewClient
from teui.casework.desk import Desk
from teui.practice.model import Value

LINE_1: Mapping[str, Value] = {
    "start.previous": "new",
    "start.benefit_opened": "yes",
    "residence.basis": "citizen",
    "situation.status": "employed",
    "situation.known_change": "none",
    "competence.vocational": "meets_demand",
    "competence.language": "sufficient",
    "competence.work_life_skills": "adequate",
    "market.demand": "openings_expected",
    "goals.clarity": "clear_and_realistic",
    "goals.initiative": "independent",
    "goals.motivation": "motivated",
    "ability.affects_work": "no",
    "ability.support_need": "ordinary",
}
LINE_2: Mapping[str, Value] = {**LINE_1, "goals.clarity": "unclear"}
LINE_3: Mapping[str, Value] = {**LINE_1, "ability.support_need": "above_ordinary"}
AGREED: Mapping[str, Value] = {
    "agreed.client_steps": "calls the school about the spring intake",
    "agreed.next_contact": date(2026, 11, 23),
    "agreed.next_channel": "phone",
    "agreed.client_view": "agrees",
}


def at(desk: Desk, day: str) -> Desk:
    """The same desk on another day, for writing too."""
    clock = desk.clock.on(date.fromisoformat(day))
    desk.store.clock = clock
    return replace(desk, clock=clock)


def take_in(desk: Desk, family_name: str = "Virtanen", **facts: object) -> str:
    """A new client; returns its uid."""
    new = NewClient(family_name=family_name, given_names="Aino")
    return clients.new_client(desk, replace(new, **facts)).result()  # type: ignore[arg-type]


def hold(desk: Desk, client: str, *answers: Mapping[str, Value], kind: str = "first") -> str:
    """An interview with these answers, not yet decided; returns the assessment's uid."""
    uid = interview.begin(desk, client, kind).result()  # type: ignore[arg-type]
    for given in answers:
        for question, value in given.items():
            interview.save_answer(desk, uid, question, "answered", value).result()
    return uid
