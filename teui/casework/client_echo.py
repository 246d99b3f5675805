"""How a field of the form on a client is understood, said beside it while it is typed."""

from datetime import date

from teui.casework.client_fields import DAYS, Typed
from teui.casework.new_client import NewClient, identity_code_of
from teui.errors import TeuiError
from teui.practice.days import parse_day, show_day
from teui.practice.languages import language_code
from teui.practice.municipalities import load_municipalities
from teui.practice.texts import Texts

_MOST = 4


def echoes(t: Texts, typed: Typed, today: date) -> dict[str, str]:
    """By field; one that is empty, or not understood yet, is left out."""
    said = {name: _day(t, typed.get(name, ""), today) for name in DAYS}
    said["identity_code"] = _born(t, typed.get("identity_code", ""))
    said["municipality"] = _municipality(t, typed.get("municipality", ""))
    language = language_code(typed.get("language", ""))
    if language is not None and t.has(f"language_name.{language}"):
        said["language"] = t(f"language_name.{language}")
    return {name: words for name, words in said.items() if words}


def _day(t: Texts, typed: str, today: date) -> str:
    try:
        return t.full_day(parse_day(typed, today)) if typed.strip() else ""
    except TeuiError:
        return ""


def _born(t: Texts, code: str) -> str:
    _, born = identity_code_of(NewClient("", "", identity_code=code))
    return t("client.echo.born", day=show_day(born)) if born else ""


def _municipality(t: Texts, typed: str) -> str:
    """Code and name; before it is clear which, those that begin so."""
    known = load_municipalities()
    if not typed.strip():
        return ""
    code = known.understood(typed)
    if code is not None:
        return f"{code} {known.name(code, t.language)}"
    names = [str(known.name(each, t.language)) for each in known.beginning(typed)]
    more = "…" if len(names) > _MOST else ""
    return ", ".join(names[:_MOST]) + more
