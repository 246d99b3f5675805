"""The fields of the form on a client: what is typed in them, and the facts that it stands for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from teui.casework.new_client import NewClient, shown_phone
from teui.errors import TeuiError
from teui.practice.days import parse_day, show_day
from teui.practice.languages import language_code, may_become_language
from teui.practice.municipalities import load_municipalities

Typed = Mapping[str, str]
"""What stands in each field, by its name; choices as their codes."""

FIELDS = (
    "family_name",
    "given_names",
    "call_name",
    "identity_code",
    "birth_date",
    "phones",
    "email",
    "municipality",
    "language",
    "service_language",
    "interpreter",
    "start_date",
    "start_channel",
    "safety_note",
)
"""In the order of the form; each is a field of `NewClient`."""
DAYS = ("birth_date", "start_date")

_CODE = re.compile(r"\d{0,6}|\d{6}[-+A-FU-Y]|\d{6}[-+A-FU-Y]\d{0,3}|\d{6}[-+A-FU-Y]\d{3}[\dA-Z]")
_CODE_LENGTH = 11
_WHOLE_DAY = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{1,2}-\d{2}")


def facts_of(typed: Typed, today: date) -> tuple[NewClient, dict[str, TeuiError]]:
    """The facts that the fields stand for, and the faults of days that cannot be read.

    A municipality that is not understood stands in the facts as it was typed.
    """
    days: dict[str, date | None] = {}
    faults: dict[str, TeuiError] = {}

    def text(name: str) -> str | None:
        return typed.get(name, "").strip() or None

    for name in DAYS:
        try:
            days[name] = parse_day(typed[name], today) if text(name) else None
        except TeuiError as error:
            days[name], faults[name] = None, error
            if name == "birth_date" and error.code == "typed_day":
                # Neither `+14` nor a day of the week helps with a day of birth.
                faults[name] = TeuiError("typed_birth_date", **error.details)
    place, language = text("municipality"), text("language")
    facts = NewClient(
        family_name=text("family_name") or "",
        given_names=text("given_names") or "",
        call_name=text("call_name"),
        identity_code=text("identity_code"),
        birth_date=days["birth_date"],
        phones=tuple(part.strip() for part in (text("phones") or "").split(",") if part.strip()),
        email=text("email"),
        municipality=place and (load_municipalities().understood(place) or place),
        language=language and (language_code(language) or language.lower()),
        service_language=text("service_language"),
        interpreter=text("interpreter"),
        safety_note=text("safety_note"),
        start_date=days["start_date"],
        start_channel=text("start_channel"),
    )
    return facts, faults


def typed_of(facts: NewClient, language: str) -> dict[str, str]:
    """What would be typed for the facts; the municipality by its name in `language`."""
    place = facts.municipality or ""
    return {
        "family_name": facts.family_name,
        "given_names": facts.given_names,
        "call_name": facts.call_name or "",
        "identity_code": facts.identity_code or "",
        "birth_date": show_day(facts.birth_date) if facts.birth_date else "",
        "phones": ", ".join(shown_phone(phone) for phone in facts.phones),
        "email": facts.email or "",
        "municipality": load_municipalities().name(place, language) or place,
        "language": facts.language or "",
        "service_language": facts.service_language or "",
        "interpreter": facts.interpreter or "",
        "start_date": show_day(facts.start_date) if facts.start_date else "",
        "start_channel": facts.start_channel or "",
        "safety_note": facts.safety_note or "",
    }


def begun_with(text: str) -> dict[str, str]:
    """What a search text would be in a form: a number, an address, an identity code or a name."""
    typed = " ".join(text.split())
    if "@" in typed:
        return {"email": typed}
    if re.fullmatch(r"\d{6}[-+A-FU-Ya-fu-y]\w*", typed):
        return {"identity_code": typed.upper()}
    if typed and not re.search(r"[^\d\s+()/-]", typed):
        return {"phones": typed}
    family, _, given = typed.replace(",", " ").partition(" ")
    names = {"family_name": _capital(family), "given_names": _capital(given.strip())}
    return {name: text for name, text in names.items() if text}


def is_sure(name: str, typed: str) -> bool:
    """Whether typing on can no longer make it right, so that a fault may be said at once."""
    text = typed.strip()
    match name:
        case "identity_code":
            return len(text) >= _CODE_LENGTH or not _CODE.fullmatch(text.upper())
        case "birth_date" | "start_date":
            return bool(_WHOLE_DAY.fullmatch(text))
        case "phones":
            return bool(_WHOLE_DAY.fullmatch(text)) or any(char.isalpha() for char in text)
        case "email":
            return bool(_WHOLE_DAY.fullmatch(text)) or " " in text or text.count("@") > 1
        case "municipality":
            return not load_municipalities().beginning(text)
        case "language":
            return not may_become_language(text)
        case _:
            return True


@dataclass(frozen=True, slots=True)
class Merged:
    """A form after somebody else's change; `clashes` are the fields that both have changed."""

    typed: Typed
    clashes: tuple[str, ...]


def merge(base: Typed, mine: Typed, theirs: Typed) -> Merged:
    """Their changes beside mine: where both changed a field, mine stays and the clash is named."""
    typed, clashes = {}, []
    for name in FIELDS:
        before, own, other = base.get(name, ""), mine.get(name, ""), theirs.get(name, "")
        is_mine = not _same(name, own, before)
        typed[name] = own if is_mine else other
        if is_mine and not _same(name, other, before) and not _same(name, other, own):
            clashes.append(name)
    return Merged(typed, tuple(clashes))


def _same(name: str, one: str, other: str) -> bool:
    """The same text, or the same municipality in another language."""
    if name != "municipality" or one == other:
        return one == other
    known = load_municipalities()
    return known.understood(one) is not None and known.understood(one) == known.understood(other)


def _capital(name: str) -> str:
    """Names typed in small letters into a search; those with a capital stay as they are."""
    return name.title() if name.islower() else name
