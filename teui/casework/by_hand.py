"""Follow-ups that an adviser writes down: what is to be done, by when, and who sees to it."""

from concurrent.futures import Future
from datetime import date
from typing import Literal

from teui.casework.desk import Desk
from teui.casework.followups import refresh
from teui.errors import StoreError, TeuiError
from teui.followup.calendar import WorkCalendar
from teui.followup.history import cause_of
from teui.practice.days import show_day
from teui.practice.follow_model import BY_HAND
from teui.practice.model import PracticeModel
from teui.store.hot import case as hot
from teui.store.unit import Unit

Owner = Literal["me", "team"]


def add(
    desk: Desk, customership_uid: str, text: str, day: date, owner: Owner = "me"
) -> Future[str]:
    """A follow-up by hand, for the adviser at the desk or the team; the future has its uid.

    From the future: TeuiError `follow_up_empty` without a text, `follow_up_past` for a day before
    today, StoreError `customership_unknown`.
    """
    model = desk.model
    return desk.store.writer.submit(
        "follow_up_added", lambda unit: write(unit, model, customership_uid, text, day, owner)
    )


def write(  # noqa: PLR0917 - as `add`
    unit: Unit,
    model: PracticeModel,
    customership_uid: str,
    text: str,
    day: date,
    owner: Owner = "me",
) -> str:
    """The same inside an act, `me` being whose act it is; its uid."""
    rule = model.follow_ups.by_hand
    if rule is None:
        raise ValueError(f"{model.id} has no rule that is opened by hand")
    case = hot.case(unit.connection, customership_uid)
    if case is None:
        raise StoreError("customership_unknown", customership=customership_uid)
    if not text.strip():
        raise TeuiError("follow_up_empty")
    if day < unit.today:
        raise TeuiError("follow_up_past", day=show_day(day))
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
    refresh(unit, model, customership_uid)
    return uid
