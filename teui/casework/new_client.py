"""What is typed about a new client, and what is wrong with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from teui.casework.desk import Desk
from teui.casework.names import name_sort
from teui.errors import TeuiError
from teui.practice.municipalities import load_municipalities

_LONGEST = 200
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_PHONE = re.compile(r"[\d\s+()/.-]+")
_NO_PHONE = re.compile(r"\d{1,2}\.\d{1,2}\.(\d{2}|\d{4})?|\d{4}-\d{1,2}-\d{1,2}|\d{6}-\d{3,4}")
"""Days and identity codes, which a telephone number must not be mistaken for."""
# Fields whose codes are those of a question, so that form and interview never differ.
_CODED = {
    "start_channel": "start.channel",
    "service_language": "contact.service_language",
    "interpreter": "contact.interpreter",
}
_TEXTS = (
    "call_name",
    "email",
    "municipality",
    "language",
    "service_language",
    "interpreter",
    "safety_note",
)
REGION = "FI"


@dataclass(frozen=True, slots=True)
class NewClient:
    """As typed. Numbers in any usual form; `municipality` its official code of three digits.

    Somebody with one name has it as `family_name`. `start_date` None: today.
    """

    family_name: str
    given_names: str
    call_name: str | None = None
    identity_code: str | None = None
    birth_date: date | None = None
    phones: tuple[str, ...] = ()
    email: str | None = None
    municipality: str | None = None
    language: str | None = None
    service_language: str | None = None
    interpreter: str | None = None
    safety_note: str | None = None
    start_date: date | None = None
    start_channel: str | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """The field of `NewClient` that is wrong, and the error whose sentence says how to mend it."""

    field: str
    error: TeuiError


def check(desk: Desk, new: NewClient) -> tuple[Fault, ...]:
    """What can be judged without looking at other clients."""
    return tuple(_faults(desk, new))


def identity_code_of(new: NewClient) -> tuple[str | None, date | None]:
    """The code in its usual form with the day of birth that it tells, else the one typed."""
    if not new.identity_code or not new.identity_code.strip():
        return None, new.birth_date
    from stdnum.exceptions import ValidationError
    from stdnum.fi import hetu

    try:
        code = hetu.validate(new.identity_code, allow_temporary=True)
        return code, _born(code)
    except ValidationError:
        return None, new.birth_date


def phones_of(new: NewClient) -> tuple[str, ...]:
    """The numbers in E.164, each once; those that are none are left out."""
    found = (usual_phone(phone) for phone in new.phones)
    return tuple(dict.fromkeys(phone for phone in found if phone))


def columns_of(new: NewClient) -> dict[str, object]:
    """What the row of the client holds of the facts; those of the customership are not in it."""
    code, born = identity_code_of(new)
    return {
        "family_name": new.family_name.strip(),
        "given_names": new.given_names.strip(),
        "name_sort": name_sort(new.family_name, new.given_names),
        "identity_code": code,
        "birth_date": born,
        "phones": list(phones_of(new)),
        **{name: _or_none(getattr(new, name)) for name in _TEXTS},
    }


def shown_phone(number: str) -> str:
    """A number in E.164 as people write it: Finnish ones as dialled here."""
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    formats = phonenumbers.PhoneNumberFormat
    here = phonenumbers.region_code_for_number(parsed) == REGION
    return phonenumbers.format_number(parsed, formats.NATIONAL if here else formats.INTERNATIONAL)


def _faults(desk: Desk, new: NewClient) -> Iterator[Fault]:
    today = desk.clock.today()
    if not new.family_name.strip():
        yield Fault("family_name", TeuiError("client_name_missing"))
    for name in new.__dataclass_fields__:
        value = getattr(new, name)
        if isinstance(value, str) and len(value) > _LONGEST and name != "safety_note":
            yield Fault(name, TeuiError("client_text_long", longest=_LONGEST))
    yield from _identity(desk, new, today)
    for phone in new.phones:
        if phone.strip() and usual_phone(phone) is None:
            yield Fault("phones", TeuiError("client_phone", phone=phone))
    municipality = (new.municipality or "").strip()
    if municipality and municipality not in load_municipalities().names:
        yield Fault("municipality", TeuiError("client_municipality", value=municipality))
    for name, pattern in (("email", _EMAIL), ("language", _LANGUAGE)):
        value = (getattr(new, name) or "").strip()
        if value and not pattern.fullmatch(value):
            yield Fault(name, TeuiError(f"client_{name}", value=value))
    for name, question in _CODED.items():
        value = getattr(new, name)
        if value and value not in desk.model.questions[question].codes:
            yield Fault(name, TeuiError("client_code", value=value))
    if new.start_date and new.start_date > today:
        yield Fault("start_date", TeuiError("client_start_later"))


def _identity(desk: Desk, new: NewClient, today: date) -> Iterator[Fault]:
    if new.birth_date and new.birth_date > today:
        yield Fault("birth_date", TeuiError("client_born_later"))
    if not new.identity_code or not new.identity_code.strip():
        return
    code, born = identity_code_of(new)
    if code is None or born is None or born > today:
        yield Fault("identity_code", TeuiError("client_identity_code"))
    elif _is_test(code) and desk.store.kind == "real":
        yield Fault("identity_code", TeuiError("client_test_code"))
    elif new.birth_date and new.birth_date != born:
        yield Fault("birth_date", TeuiError("client_birth_differs"))


def _is_test(code: str) -> bool:
    """Individual numbers 900–999 belong to nobody: invented people carry them."""
    return code[7:10] >= "900"


def _born(code: str) -> date:
    centuries = {"+": 1800, **dict.fromkeys("-YXWVU", 1900), **dict.fromkeys("ABCDEF", 2000)}
    return date(centuries[code[6]] + int(code[4:6]), int(code[2:4]), int(code[:2]))


def usual_phone(phone: str) -> str | None:
    """A number as stored, in E.164; None where it is none."""
    typed = phone.strip()
    if not _PHONE.fullmatch(typed) or _NO_PHONE.fullmatch(typed):
        return None
    import phonenumbers

    try:
        number = phonenumbers.parse(typed, REGION)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _or_none(text: str | None) -> str | None:
    return text.strip() or None if text else None
