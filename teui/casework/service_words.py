"""What goes on inside a customership, in words; codes of the practice model are worded here."""

from collections.abc import Callable, Mapping
from datetime import date

from teui.casework.wording import source
from teui.practice.days import show_day
from teui.practice.texts import Texts

BETWEEN = " · "


def coded(t: Texts, what: str, code: str) -> str:
    """A code in words; one of an older practice model, that has none, by its id."""
    key = f"service_life.{what}.{code}"
    return t(key) if t.has(key) else code


def service(t: Texts, code: str) -> str:
    """The name of a service of the catalogue."""
    key = f"service.{code}.name"
    return t(key) if t.has(key) else code


def forwarded(t: Texts, line: int | None, cited: str | None) -> str:
    """Which line is put forward after a service, and where that rule stands; empty without one."""
    if line is None or cited is None:
        return ""
    return t("services.forward", line=line, source=source(t, cited))


def happened(t: Texts, params: Mapping[str, object]) -> str:
    """A happening of the timeline: what it was, on which day, with what it came to."""
    kind = str(params["of"])
    name = str(params["code"])
    parts = [service(t, name) if kind == "service" else coded(t, kind, name)]
    if params.get("text"):
        parts.append(str(params["text"]))
    said = str(params["says"])
    day = params.get("day")
    shown = show_day(date.fromisoformat(str(day))) if day else "-"
    parts.append(t(f"services.happened.{said}", day=shown))
    parts += [
        coded(t, what, str(params[what]))
        for what in ("result", "end_reason", "work_need", "next_step")
        if params.get(what)
    ]
    return BETWEEN.join(parts)


HAPPENED: Mapping[str, Callable[[Texts, Mapping[str, object]], str]] = dict.fromkeys(
    ("service", "work", "business"), happened
)
"""How the kinds of the timeline that are of this subject are worded."""
