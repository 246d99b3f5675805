"""Random acts on a case, as they leave its history behind."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from tests.followup.build import LINES, MODEL, apply
from tests.followup.lives_under_way import UNDER_WAY, Step, name
from teui.followup.derive import derive
from teui.followup.history import (
    Accepted,
    Contact,
    Decision,
    Draft,
    Held,
    History,
    Plan,
    PlanItem,
    Required,
    Stored,
)
from teui.followup.reconcile import reconcile

REQUIREMENTS = st.lists(
    st.sampled_from([each.id for each in MODEL.requirements]), unique=True, max_size=6
)
GAPS = st.integers(0, 60)


def settle(case: History, today: date) -> History:
    """What an act leaves behind: the store holds what should be open."""
    return apply(case, reconcile(MODEL, case, derive(MODEL, case, today)))


def _begin(case: History, today: date) -> History:
    if case.drafts:
        return case
    return replace(case, drafts=(Draft(name(case), "first", today),))


def _decide(outcome: str, names: list[str]) -> Step:
    def step(case: History, today: date) -> History:
        held = tuple(Held(draft.uid, draft.kind, today) for draft in case.drafts)
        return replace(
            case,
            drafts=(),
            held=(*case.held, *held),
            decision=Decision(outcome, LINES.get(outcome), today),
            requirements=tuple(_required(name, today) for name in names),
            answers={"agreed.next_contact": today + timedelta(days=9), "start.date": case.start},
        )

    return step


def _required(name: str, today: date) -> Required:
    definition = next(each for each in MODEL.requirements if each.id == name)
    return Required(name, today + timedelta(days=5) if definition.due else None, "S1 ch. 2")


def _contact(case: History, today: date) -> History:
    return replace(case, contacts=(*case.contacts, Contact(name(case), today)))


def _plan(weeks: int, by_client: bool) -> Step:
    def step(case: History, today: date) -> History:
        if case.line is None:
            return case
        number = len(case.accepted) + 1
        plan = Plan(
            "plan",
            number,
            today,
            review_on=today + timedelta(days=91),
            rhythm_weeks=weeks,
            contact_by="client" if by_client else "office",
            items=_items(today, number),
        )
        return replace(
            case,
            plan=plan,
            accepted=(*case.accepted, Accepted("plan", "employment", number, today)),
        )

    return step


def _items(today: date, number: int) -> tuple[PlanItem, ...]:
    """A step, a milestone, and a service that later versions of the plan take out again."""
    by = today + timedelta(days=4)
    return (
        PlanItem(1, "client", "calls", by_date=by),
        PlanItem(2, "path", "knows the trade", by_date=by + timedelta(days=30)),
        *[PlanItem(3, "office", "", "work_trial", by)] * (number % 2),
        PlanItem(4, "office", "", "health_check", by_date=by),
    )


def _hand(index: int, state: str) -> Step:
    """The adviser marks one done, drops it or puts it off; a rolling one can only be put off."""

    def step(case: History, today: date) -> History:
        rows = [row for row in case.stored if row.state == "open"]
        if not rows:
            return case
        row = rows[index % len(rows)]
        if MODEL.follow_ups.rules[row.rule].rolling and state != "snoozed":
            return case
        reason = "not_needed" if state == "dropped" else None
        closed = None if state == "snoozed" else today
        changed = replace(row, state=state, drop_reason=reason, closed_on=closed)  # type: ignore[arg-type]
        return replace(case, stored=tuple(changed if each is row else each for each in case.stored))

    return step


def _write_down(days: int) -> Step:
    """A follow-up that an adviser makes by hand."""

    def step(case: History, today: date) -> History:
        due, uid = today + timedelta(days=days), name(case)
        params = {"day": today.isoformat()}
        row = Stored(
            uid, "by_hand", uid, "hand", "open", today, due, due, "lind", None, params, "by hand", 1
        )
        return replace(case, stored=(*case.stored, row))

    return step


def _end(case: History, _today: date) -> History:
    return replace(case, ended=True)


STEPS: st.SearchStrategy[Step] = st.one_of(
    st.just(_begin),
    st.just(_contact),
    st.builds(_decide, st.sampled_from([each.id for each in MODEL.outcomes]), REQUIREMENTS),
    st.builds(_decide, st.sampled_from(["line_1", "line_2", "line_3"]), REQUIREMENTS),
    st.builds(_plan, st.integers(1, 12), st.booleans()),
    st.builds(_hand, st.integers(0, 9), st.sampled_from(["done", "dropped", "snoozed"])),
    st.builds(_write_down, st.integers(0, 30)),
    st.just(_end),
    UNDER_WAY,
)
