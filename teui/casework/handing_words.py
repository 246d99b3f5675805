"""Handing over, consulting and ending in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from teui.practice.days import show_day
from teui.practice.texts import Texts
from teui.store.driver import Row

_BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class OpenHandover:
    """A handover that is not acknowledged, or a transition whose day is still to come.

    `to_line` is None where the line stays. `adviser` is None where a team takes the client on.
    """

    to_line: int | None
    adviser: str | None
    team: str
    goes_over_on: date
    has_gone: bool
    acknowledged: bool


def open_ones(rows: list[Row], customership_uid: str) -> tuple[OpenHandover, ...]:
    """Those of a customership that are not at their end, the latest last."""
    found = [_open(row) for row in rows if row["customership_uid"] == customership_uid]
    return tuple(each for each in found if not (each.has_gone and each.acknowledged))


def all_standing(
    t: Texts, handovers: Sequence[OpenHandover], to_hand_over: tuple[int, int] | None
) -> list[str]:
    """What is not at its end, the latest two; a line that was decided without a handover last."""
    said = [standing(t, each) for each in handovers[-2:]]
    if to_hand_over is not None:
        leaving, to = to_hand_over
        said.append(t("handing.to_hand_over", leaving=leaving, to=to))
    return said


def standing(t: Texts, each: OpenHandover) -> str:
    """How far a handover has come: to which line and whom, on which day, what is missing."""
    parts = []
    if each.to_line is not None:
        key = "handing.went_over" if each.has_gone else "handing.to_line"
        parts.append(t(key, line=each.to_line, day=show_day(each.goes_over_on)))
    parts.append(receiver(t, each.adviser, each.team))
    if not each.acknowledged:
        parts.append(t("handing.not_acknowledged"))
    return _BETWEEN.join(parts)


def receiver(t: Texts, adviser: object, team: object) -> str:
    """Who takes the client on: the adviser, else the team."""
    who = f"{adviser}" if adviser else t("record.team", name=team)
    return t("handing.receiver", who=who)


def _open(row: Row) -> OpenHandover:
    is_transition = row["kind"] == "transition"
    return OpenHandover(
        to_line=row["to_line"] if is_transition else None,
        adviser=row["to_name"],
        team=row["team_name"],
        goes_over_on=date.fromisoformat(row["goes_over_on"]),
        has_gone=not is_transition or row["decision_uid"] is not None,
        acknowledged=row["acknowledged_on"] is not None,
    )


def _handed_over(t: Texts, params: Mapping[str, object]) -> str:
    return receiver(t, params["adviser"], params["team"])


def _transition(t: Texts, params: Mapping[str, object]) -> str:
    day = show_day(date.fromisoformat(str(params["day"])))
    parts = [
        t("handing.between_lines", leaving=params["from"], to=params["to"], day=day),
        receiver(t, params["adviser"], params["team"]),
        t(f"handing.reason.{params['reason']}"),
        str(params["why"]),
    ]
    noted = params["background"]
    if isinstance(noted, list) and noted:
        words = ", ".join(t(f"handing.background.{each}") for each in noted)
        parts.append(t("handing.background_noted", noted=words))
    return _BETWEEN.join(parts)


def _consulted(t: Texts, params: Mapping[str, object]) -> str:
    parts = [t(f"handing.field.{params['field']}"), *filter(None, [params["who"]])]
    return _BETWEEN.join(map(str, parts))


def _asked_for(t: Texts, params: Mapping[str, object]) -> str:
    return t("handing.statement_asked", matter=t(f"handing.matter.{params['matter']}"))


def _given(t: Texts, params: Mapping[str, object]) -> str:
    """With the calendar days that it took: S3 J.2 asks for aims for them."""
    given = t("handing.statement_given", matter=t(f"handing.matter.{params['matter']}"))
    return _BETWEEN.join([given, t.count("handing.took", int(str(params["days"])))])


def _ended(t: Texts, params: Mapping[str, object]) -> str:
    parts = [t(f"handing.ending.{params['reason']}")] if params["reason"] else []
    if params["receiver"]:
        parts.append(t("handing.receiver", who=params["receiver"]))
    if params["feedback"]:
        words = t(f"handing.feedback.{params['feedback']}")
        parts.append(t("handing.client_said", words=words))
    return _BETWEEN.join(parts)


WORDED: Mapping[str, Callable[[Texts, Mapping[str, object]], str]] = {
    "handed_over": _handed_over,
    "acknowledged": _handed_over,
    "transition": _transition,
    "consulted": _consulted,
    "consultation_answered": _consulted,
    "statement_asked": _asked_for,
    "statement_given": _given,
    "search_ended": _ended,
}
"""How each kind of happening reads."""
