"""Follow-ups that an adviser writes down: what is to be done, by when, and who sees to it."""

from concurrent.futures import Future
from datetime import date

from teui.casework.desk import Desk
from teui.casework.followups import refresh
from teui.casework.promised import Owner, put_down
from teui.practice.model import PracticeModel
from teui.store.unit import Unit

__all__ = ["Owner", "add", "write"]


def add(
    desk: Desk, customership_uid: str, text: str, day: date, owner: Owner = "me"
) -> Future[str]:
    """A follow-up by hand, for the adviser at the desk or the team; the future has its uid.

    From the future: TeuiError `follow_up_empty` without a text, `follow_up_past` for a day before
    today, `search_ended`, StoreError `customership_unknown`.
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
    uid = put_down(unit, model, customership_uid, text, day, owner)
    refresh(unit, model, customership_uid)
    return uid
