"""The stages of integration assessments that were held, as the timeline has them."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from teui.casework.timeline import Happening, happening, on_day
from teui.practice.days import show_day
from teui.practice.texts import Texts
from teui.store.driver import Connection
from teui.store.hot import stages as hot

_BETWEEN = " · "


def stages_held(connection: Connection, client_uid: str) -> Iterator[Happening]:
    """Of all assessments of the client, each stage on the day on which it was held."""
    for row in hot.held(connection, client_uid):
        yield happening(
            on_day(row["at"], row["done_on"]),
            "stage",
            "interviews",
            ("assessment", row["assessment_uid"]),
            params={"stage": row["stage"], "day": row["done_on"], "provider": row["provider"]},
            text=row["result"],
            by=row["adviser_name"],
        )


def _held(t: Texts, params: Mapping[str, object]) -> str:
    key = f"stage.{params['stage']}.short"
    name = t(key) if t.has(key) else str(params["stage"])
    parts = [name, t("stages.held", day=show_day(date.fromisoformat(str(params["day"]))))]
    if params["provider"]:
        parts.append(t("stages.provider.is", name=params["provider"]))
    return _BETWEEN.join(parts)


WORDED: Mapping[str, Callable[[Texts, Mapping[str, object]], str]] = {"stage": _held}
"""How it reads."""
