"""`teui show`: one client's record."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Annotated

import typer

from teui.casework import client_words as words
from teui.casework import clients
from teui.casework.client_record import ClientRecord, client_of, record
from teui.casework.desk import MODEL, open_desk
from teui.cli.options import LangOption, OnOption, StoreOption, command_app, settle, settle_at
from teui.cli.record_json import as_json
from teui.plain import printable
from teui.practice.days import show_day
from teui.practice.texts import Texts, load_texts

show_app = command_app()

_NAMES, _KINDS = 15, 14


@show_app.command()
def show_command(
    context: typer.Context,
    client: Annotated[
        str, typer.Argument(metavar="CLIENT", help="The short handle, as it stands on screen.")
    ],
    *,
    identity_code: Annotated[
        bool, typer.Option("--identity-code", help="With the identity code, else left out.")
    ] = False,
    in_json: Annotated[bool, typer.Option("--json", help="As JSON, for scripts.")] = False,
    store: StoreOption = None,
    lang: LangOption = None,
    on: OnOption = None,
) -> None:
    """Show one client's record. That it was looked at is noted, as on screen."""
    common = settle(context, store, lang, on)
    desk = open_desk(common.store, clock=common.clock)
    try:
        common = settle_at(context, common, desk)
        uid = client_of(desk, client)
        clients.opened(desk, uid).result()
        found = record(desk, uid)
    finally:
        desk.store.close()
    t = load_texts(common.language, MODEL)
    if in_json:
        typer.echo(json.dumps(as_json(t, found, identity_code=identity_code), indent=2))
    else:
        for line in _lines(t, found, identity_code=identity_code):
            typer.echo(printable(line.rstrip()))


def _lines(t: Texts, found: ClientRecord, *, identity_code: bool) -> Iterator[str]:
    yield from _person(t, found, identity_code=identity_code)
    yield ""
    yield from _standing(t, found)
    yield ""
    yield f"{t('record.waiting')} {len(found.waiting)}"
    for each in found.waiting:
        mark = "!" if each.overdue else " "
        yield f" {mark}{_day(each.day)} {words.waiting(t, each)}"
    yield f"{t('record.contacts')} {len(found.contacts)}"
    for contact in found.contacts:
        mark = "✓" if contact.reached else "–"
        yield f" {mark}{_day(contact.day)} {words.contact(t, contact)}"
    yield f"{t('record.timeline')} {len(found.timeline)}"
    for happening in found.timeline:
        kind = t(f"record.kind.{happening.kind}")
        yield f"  {_day(happening.day)} {kind:<{_KINDS}}{words.happened(t, happening)}"


def _person(t: Texts, found: ClientRecord, *, identity_code: bool) -> Iterator[str]:
    person = found.person
    born = show_day(person.birth_date) if person.birth_date else "-"
    yield f"{person.name}  {t('frame.born', year=born)}  {person.handle}"
    if identity_code:
        yield f"{t('client.identity_code')}: {person.identity_code or '-'}"
    reached = [*person.phones, *([person.email] if person.email else [])]
    since = t("record.searching", day=show_day(found.search.start_date))
    parts = [*reached, *words.languages(t, person), words.place(t, person), since]
    yield words.BETWEEN.join(filter(None, parts))
    if person.interpreter == "yes":
        yield f"! {t('code.contact.interpreter.yes.short')}"
    if person.safety_note:
        yield f"! {t('record.safety')}: {person.safety_note}"


def _standing(t: Texts, found: ClientRecord) -> Iterator[str]:
    """Diagnosis, line and plan, each with its name before its first line."""
    yield from _named(t, "diagnosis", list(_diagnosis(t, found)))
    line = [words.line(t, found.search, found.decided)]
    if found.decided is not None:
        line.append(words.choice(t, found.decided))
    yield from _named(t, "line", line)
    if found.planned is not None:
        goal = found.planned.goal or t("record.no_goal")
        version = words.version(t, found.planned)
        yield from _named(t, "plan", [goal, version, words.working(t, found.planned)])


def _diagnosis(t: Texts, found: ClientRecord) -> Iterator[str]:
    if found.decided is not None:
        yield t(f"outcome.{found.decided.outcome}.text")
        yield words.closer(t, found.decided)
        yield words.assessed(t, found.decided)
        yield from words.reasons(t, found.decided)
    if found.begun is not None:
        yield from words.begun(t, found.begun)
    if found.decided is None and found.begun is None:
        yield "-"


def _named(t: Texts, name: str, lines: list[str]) -> Iterator[str]:
    label = t(f"record.{name}")
    for line in filter(None, lines):
        yield f"{label:<{_NAMES}}{line}"
        label = ""


def _day(day: date) -> str:
    return f"{show_day(day):<10}"
