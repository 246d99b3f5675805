"""The row of a follow-up that an adviser writes down, inside an act that goes on to `refresh`."""

from datetime import date
from typing import Literal

from teui.errors import StoreError, TeuiError
from teui.followup.calendar import WorkCalendar
from teui.followup.history import cause_of
from teui.practice.days import show_day
from teui.practice.follow_model import BY_HAND
from teui.practice.model import PracticeModel
from teui.practice.promise import MARK, Promise, read_promise
from teui.store.hot import case as hot
from teui.store.unit import Unit

Owner = Literal["me", "team"]


def promise_of(step: str, today: date) -> Promise | None:
    """What a next step promises: one that begins with the mark, or names a day.

    Raises TeuiError `follow_up_empty`, `follow_up_past` for one that cannot be kept.
    """
    named = read_promise(f"{MARK}{step}", today)
    promise = read_promise(step, today) or (named if named and named.is_named else None)
    if promise is not None:
        check(promise.text, promise.day, today)
    return promise


def check(text: str, day: date, today: date) -> None:
    """Raises TeuiError `follow_up_empty` without a text, `follow_up_past` for a day gone by."""
    if not text.strip():
        raise TeuiError("follow_up_empty")
    if day < today:
        raise TeuiError("follow_up_past", day=show_day(day))


def put_down(  # noqa: PLR0917 - as `by_hand.add`
    unit: Unit,
    model: PracticeModel,
    customership_uid: str,
    text: str,
    day: date,
    owner: Owner = "me",
) -> str:
    """Insert it, `me` being whose act it is; its uid. Raises as `by_hand.add`."""
    rule = model.follow_ups.by_hand
    if rule is None:
        raise ValueError(f"{model.id} has no rule that is opened by hand")
    case = hot.case(unit.connection, customership_uid)
    if case is None:
        raise StoreError("customership_unknown", customership=customership_uid)
    if case["ended_on"] is not None:
        raise TeuiError("search_ended", day=show_day(date.fromisoformat(case["ended_on"])))
    check(text, day, unit.today)
    [adviser] = unit.rows("SELECT team_uid FROM adviser WHERE uid = ?", unit.adviser)
    uid = unit.new_uid()
    unit.insert(
        "follow_up",
        uid=uid,
        cause=cause_of(rule.id, uid, BY_HAND),
        rule=rule.id,
        subject_uid=uid,
        fact=BY_HAND,
        client_uid=case["client_uid"],
        customership_uid=customership_uid,
        adviser_uid=unit.adviser if owner == "me" else None,
        team_uid=adviser["team_uid"],
        window_from=unit.today,
        due=day,
        act_on=WorkCalendar(model.follow_ups.days_off).act_on(day, unit.today),
        state="open",
        params={"day": unit.today.isoformat()},
        text=text.strip(),
        source=rule.source,
    )
    return uid
