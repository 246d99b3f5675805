"""Job offers in words, for screens and the timeline."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from teui.practice.days import show_day
from teui.practice.texts import Texts

if TYPE_CHECKING:
    from teui.casework.offer_view import Offer, OffersView, Stop

BETWEEN = " · "


def job(title: str, isco: str | None, employer: str | None) -> str:
    """What is offered and by whom."""
    named = f"{title} ({isco})" if isco else title
    return BETWEEN.join([named, employer] if employer else [named])


def outcome(t: Texts, state: str, reason: str | None, by: str | None) -> str:
    """How far it has come; of one that failed also why, and whose reason that was."""
    said = t(f"offer.state.{state}")
    if reason is None:
        return said
    return f"{said}: {t(f'offer.reason.{reason}')} ({t(f'offer.by.{by}')})"


def happened(t: Texts, params: Mapping[str, object]) -> str:
    """An offer on the timeline: `state` None where it was made, else how far it has come."""
    shown = job(*(_text(params[name]) or "" for name in ("title", "isco", "employer")))
    state = _text(params["state"])
    if state is None:
        until = _text(params["apply_by"])
        return f"{shown}{BETWEEN}{_apply(t, date.fromisoformat(until))}" if until else shown
    ended = outcome(t, state, _text(params["reason"]), _text(params["failed_by"]))
    return f"{shown}{BETWEEN}{ended}"


def in_full(t: Texts, each: "Offer") -> str:
    """Everything that is known of an offer."""
    parts = [job(each.title, each.isco, each.employer)]
    parts += [t("offer.short_work")] if each.is_short else []
    parts.append(t("offer.made", day=show_day(each.offered_on), who=each.by))
    parts += [_apply(t, each.apply_by)] if each.apply_by else []
    ended = outcome(t, each.state, each.failed_reason, each.failed_by)
    parts.append(f"{ended}, {show_day(each.outcome_on)}" if each.outcome_on else ended)
    parts += [t("offer.asked", who=each.consulted)] if each.consulted else []
    parts += [t("offer.despite", why=each.despite)] if each.despite else []
    parts += [each.note] if each.note else []
    return BETWEEN.join(parts)


def stop(t: Texts, each: "Stop", view: "OffersView") -> str:
    """What speaks against an offer just now, and what to do."""
    service = t(f"service.{each.service}.name") if each.service else ""
    return t(f"offer.stop.{each.kind}", service=service, who=view.responsible)


def _apply(t: Texts, day: date) -> str:
    return t("offer.apply_by", day=show_day(day))


def _text(value: object) -> str | None:
    return None if value is None else str(value)
