"""What a plan begins with: nobody types again what the interview knows."""

from collections.abc import Mapping
from datetime import date

import pytest

from tests.casework.cases import AGREED, LINE_1, LINE_2, LINE_3, hold, take_in
from tests.followup.build import MODEL, decided
from teui.casework import clients, decision, plan
from teui.casework.desk import Desk
from teui.casework.plan import PlanView
from teui.casework.plan_prefill import from_interview
from teui.practice.model import Occupation, Value
from teui.practice.texts import load_texts

MONDAY = date(2026, 11, 16)

ILL: Mapping[str, Value] = {
    "situation.status": "unemployed",
    "situation.change_security": "no",
    "ability.affects_work": "yes",
    "ability.work_ability": "adjustable",
    "ability.life_situation": "stable",
    "ability.multi_professional": "not_needed",
    "ability.health_check": "yes",
}


def begun(desk: Desk, *answers: Mapping[str, Value], language: str = "fi") -> PlanView:
    """The plan of a client whose line was decided as suggested."""
    client = take_in(desk, service_language=language)
    uid = hold(desk, client, *answers)
    outcome = decision.load(desk, uid).suggestion.outcome
    assert outcome is not None
    decision.record(desk, uid, outcome, "agrees", None).result()
    return plan.load(desk, clients.header(desk, client).customership_uid)


BY_LINE = [
    (1, 4, "online", "kertoo verkossa"),
    (2, 4, "meeting", "kertoo verkossa"),
    (3, 2, "meeting", "kertoo tapaamisissa"),
]


@pytest.mark.parametrize(("line", "weeks", "channel", "reports"), BY_LINE)
def test_contact_is_as_usual_on_the_line(line: int, weeks: int, channel: str, reports: str) -> None:
    case = decided("Mon 2.11.2026", "Mon 16.11.2026", f"line_{line}")
    words = load_texts("fi", MODEL.id)
    version = from_interview(MODEL, case, "employment", words, MONDAY)
    assert (version.rhythm_weeks, version.rhythm_channel) == (weeks, channel)
    assert version.contact_by == "office"
    assert (version.reports or "").startswith(reports)
    assert plan.channels(MODEL, line)[0] == channel
    assert len(plan.channels(MODEL, line)) == 5


def test_what_was_agreed_goes_before_what_is_usual(desk: Desk) -> None:
    view = begun(desk, LINE_3, {**AGREED, "agreed.next_channel": "video"})
    assert (view.rhythm_channel, view.next_contact_on) == ("video", date(2026, 11, 23))


@pytest.mark.parametrize(
    ("wishes", "goal"),
    [
        (("study",), "opiskelu"),
        (("study", "part_time"), "opiskelu, osa-aikatyö"),
        (("unsure",), None),
    ],
)
def test_without_an_occupation_the_goal_is_the_wish(
    desk: Desk, wishes: tuple[str, ...], goal: str | None
) -> None:
    view = begun(desk, LINE_2, AGREED, {"goals.wishes": wishes})
    assert (view.goal, view.goal_isco) == (goal, None)


def test_an_occupation_goes_before_the_wish(desk: Desk) -> None:
    sought: Mapping[str, Value] = {"work.sought": (Occupation("kokki", "5120"),)}
    view = begun(desk, LINE_2, AGREED, sought, {"goals.wishes": ("study",)})
    assert (view.goal, view.missing) == ("kokki", ())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "ottaa käyttöön: paikkavahti, CV-profiili"),
        ("sv", "tar i bruk: jobbvakt, CV-profil"),
        ("en", "takes up: job alert, CV profile"),
    ],
)
def test_online_services_agreed_on_are_the_clients_step_in_the_clients_language(
    desk: Desk, language: str, text: str
) -> None:
    online: Mapping[str, Value] = {"agreed.online_services": ("job_alert", "cv_profile")}
    view = begun(desk, LINE_1, AGREED, online, language=language)
    assert [(row.side, row.text) for row in view.items] == [
        ("client", AGREED["agreed.client_steps"]),
        ("client", text),
    ]


def test_a_requirement_that_a_service_answers_is_a_row_and_the_others_wait(desk: Desk) -> None:
    view = begun(desk, {**LINE_2, **ILL}, AGREED)
    [row] = [row for row in view.items if row.side == "office"]
    assert (row.service, row.requirement) == ("health_check", "health_check_referral")
    assert (row.text, row.by_date) == ("", None)
    assert view.undated == ("line_interview",)


def test_a_row_taken_out_leaves_its_requirement_waiting(desk: Desk) -> None:
    view = begun(desk, {**LINE_2, **ILL}, AGREED)
    [row] = [row for row in view.items if row.side == "office"]
    plan.remove_item(desk, view.customership_uid, row.uid).result()
    after = plan.load(desk, view.customership_uid)
    assert after.undated == ("health_check_referral", "line_interview")
