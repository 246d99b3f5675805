"""With some invented clients services, work and a way to a business go on."""

from datetime import timedelta
from typing import Any

from teui.casework.desk import Desk
from teui.casework.fill.courses import OVER, Courses, load_courses
from teui.casework.services_values import ServicesView
from teui.casework.services_view import load


def _views(desk: Desk) -> list[ServicesView]:
    rows: list[Any] = desk.store.read().execute("SELECT uid FROM customership").fetchall()
    return [load(desk, row["uid"]) for row in rows]


def test_the_demonstration_shows_services_in_each_state(demo: Desk) -> None:
    today = demo.clock.today()
    views = _views(demo)
    uses = [use for view in views for use in view.uses]
    soon = today + timedelta(days=14)

    assert {use.state for use in uses} == {"planned", "running", "ended", "broken_off"}
    assert any(use.ends_on and today <= use.ends_on <= soon for use in uses)
    assert any(use.is_over and use.judged_on is None for use in uses)
    assert any(use.judged_on is not None and use.next_step for use in uses)
    assert any(view.work for view in views)
    assert any(view.business for view in views)
    for use in uses:
        assert use.aim and use.provider and use.starts_on and use.ends_on
        assert use.ended_on is None or use.starts_on < use.ended_on < today


def test_every_course_is_dealt_before_one_comes_again() -> None:
    known = load_courses()
    services = {course.service for course in known if course.service}
    assert len(services) == sum(course.service is not None for course in known)
    dealt = Courses(known)
    for line in (1, 2, 3):
        fitting = [course for course in known if line in course.lines]
        turns = [dealt.next(line, old=True, up_to_date=True) for _ in range(2 * len(fitting) + 1)]
        assert turns[: len(fitting)] == fitting
        assert turns[len(fitting)] is None
        assert turns[len(fitting) + 1] == fitting[0]
        early = dealt.next(line, old=True, up_to_date=False)
        assert early is None or early.goes not in OVER
