"""What the screen of services says: the list by headings, the selected row in full."""

from collections.abc import Iterator, Sequence
from datetime import date

from screens.widgets.lines import Line, Span, line, spread, wrap
from screens.widgets.row_list import Row
from teui.casework import service_words
from teui.casework.desk import Desk
from teui.casework.services_values import (
    BusinessStep,
    InPlan,
    ServicesView,
    ServiceUse,
    WorkSpell,
)
from teui.casework.services_view import forward
from teui.casework.wording import source
from teui.practice.days import show_day
from teui.practice.texts import Texts

_LABEL = 21
_JUDGED = ("client_judgement", "adviser_judgement", "partner_judgement")


def standing(t: Texts, view: ServicesView, width: int) -> Line:
    """How many run, are planned, wait to be judged; the client's line."""
    running = sum(each.state == "running" for each in view.uses)
    planned = sum(each.state == "planned" for each in view.uses) + len(view.in_plan)
    waiting = sum(each.is_over and each.judged_on is None for each in view.uses)
    left = [Span(f" {t('services.counts', running=running, planned=planned)}")]
    if waiting:
        left.append(Span(f" · {t('services.not_judged', n=waiting)}", "warn"))
    on_line = t("decision.line_n", n=view.line) if view.line else t("record.no_line")
    return spread(tuple(left), line(Span(f"{on_line} ")), width)


def rows(t: Texts, view: ServicesView, width: int, today: date) -> list[Row]:
    """Running, planned, ended, work, business: a heading only over what there is."""
    parts: list[tuple[str, list[Row]]] = [
        ("running", [_use(t, each, width, today) for each in _in(view, "running")]),
        (
            "planned",
            [
                *(_use(t, each, width, today) for each in _in(view, "planned")),
                *(_in_plan(t, each, width) for each in view.in_plan),
            ],
        ),
        (
            "ended",
            [_use(t, each, width, today) for each in reversed(view.uses) if each.is_over],
        ),
        ("work", [_work(t, each, width) for each in view.work]),
        ("business", [_step(t, each, width) for each in view.business]),
    ]
    made: list[Row] = []
    for heading, listed in parts:
        if listed:
            made.append(Row(line(Span(f" {t(f'services.heading.{heading}')}", "title"))))
            made += listed
    if not made:
        return [Row(line(f" {each}")) for each in wrap(t("services.none"), width - 2)]
    return made


def _in(view: ServicesView, state: str) -> list[ServiceUse]:
    return [each for each in view.uses if each.state == state]


def _use(t: Texts, use: ServiceUse, width: int, today: date) -> Row:
    name = [Span(f" {service_words.service(t, use.service)}")]
    if use.provider:
        name.append(Span(f" · {use.provider}", "dim"))
    match use.state:
        case "running":
            late = use.ends_on is not None and use.ends_on < today
            right = Span(_until(t, use.ends_on), "warn" if late else "plain")
        case "planned":
            key = "from" if use.starts_on else "no_start"
            right = Span(t(f"services.{key}", day=_day(use.starts_on)))
        case _ if use.judged_on is None:
            right = Span(t("services.to_judge", day=_day(use.ended_on)), "warn")
        case _:
            result = service_words.coded(t, "result", use.result or "")
            right = Span(f"{_day(use.ended_on)} · {result}", "dim")
    return Row(spread(tuple(name), (right, Span(" ")), width), ("use", use.uid))


def _in_plan(t: Texts, row: InPlan, width: int) -> Row:
    left = [Span(f" {service_words.service(t, row.service)}")]
    if row.text:
        left.append(Span(f" · {row.text}", "dim"))
    right = Span(t("services.in_plan"), "note")
    return Row(spread(tuple(left), (right, Span(" ")), width), ("in_plan", row.uid))


def _work(t: Texts, spell: WorkSpell, width: int) -> Row:
    kind = service_words.coded(t, "work_kind", spell.kind)
    about = ", ".join(each for each in (spell.title, spell.employer) if each)
    left = (Span(f" {kind}"), Span(f" · {about}" if about else "", "dim"))
    if spell.ended_on is not None:
        right = Span(t("services.ended", day=show_day(spell.ended_on)), "dim")
    else:
        right = Span(_until(t, spell.ends_on))
    return Row(spread(left, (right, Span(" ")), width), ("work", spell.uid))


def _step(t: Texts, step: BusinessStep, width: int) -> Row:
    mark, right = Span("   "), Span("-", "dim")
    if step.done_on is not None:
        mark, right = Span(" ✓ ", "good"), Span(show_day(step.done_on), "dim")
    elif step.planned_on is not None:
        right = Span(t("services.planned_for", day=show_day(step.planned_on)))
    name = Span(service_words.coded(t, "business_step", step.step))
    return Row(spread((mark, name), (right, Span(" ")), width), ("step", step.step))


def _until(t: Texts, day: date | None) -> str:
    return t("services.until", day=show_day(day)) if day else t("services.no_end")


def _span(first: date | None, last: date | None) -> str:
    """From the first day to the last, as far as they are known."""
    return "-" if first is None and last is None else f"{_open(first)}–{_open(last)}"


def _open(day: date | None) -> str:
    return show_day(day) if day is not None else ""


def _day(day: date | None) -> str:
    return show_day(day) if day is not None else "-"


def whole(t: Texts, desk: Desk, view: ServicesView, key: object, width: int) -> list[Line]:
    """The selected row in full, a label a line; long words go on in further lines."""
    match view.row(key):
        case ServiceUse() as use:
            said = [*_of_use(t, desk, view, use)]
        case InPlan() as row:
            said = [("", t("services.from_plan"))]
            said += [("aim", row.text)] if row.text else []
            said += [("provider", row.provider)] if row.provider else []
            said += [("by_date", show_day(row.by_date))] if row.by_date else []
        case WorkSpell() as spell:
            said = [*_of_work(t, desk, spell)]
        case BusinessStep() as step:
            said = [*_of_step(t, desk, step)]
        case _:
            said = []
    return _laid(t, said, width)


def _laid(t: Texts, said: Sequence[tuple[str, str]], width: int) -> list[Line]:
    made: list[Line] = []
    for field, text in said:
        label = t(f"services.field.{field}") if field else ""
        indent = _LABEL if field else 1
        first, *rest = wrap(text, width - indent - 1)
        head = Span(f" {label:<{_LABEL - 1}}" if field else " ", "title")
        made.append(line(head, Span(first)))
        made += [line(" " * indent, Span(each)) for each in rest]
    return made


def _of_use(t: Texts, desk: Desk, view: ServicesView, use: ServiceUse) -> Iterator[tuple[str, str]]:
    known = desk.model.services.get(use.service)
    yield "aim", use.aim or "-"
    if use.provider or (known is not None and known.provider):
        usual = known.provider if known is not None else None
        yield "provider", use.provider or t(f"provider.{usual}.text")
    last = use.ended_on or use.ends_on
    sent = t("decision.line_n", n=use.line) if use.line else t("record.no_line")
    yield "days", t("services.span", days=_span(use.starts_on, last), line=sent)
    if use.last_part or not use.is_over:
        yield "last_part", use.last_part or "-"
    if known is not None and known.meeting_of_three:
        yield "", t("services.meeting_of_three")
    if use.result is None:
        return
    reason = use.end_reason
    came = service_words.coded(t, "result", use.result)
    broken = service_words.coded(t, "end_reason", reason) if reason else ""
    yield "result", f"{t('services.broken_off')}: {broken} · {came}" if reason else came
    for name in _JUDGED:
        if code := getattr(use, name):
            yield name, service_words.coded(t, "judgement", code)
    if use.provider_feedback:
        yield "provider_feedback", use.provider_feedback
    if use.need_changed is not None:
        yield "need_changed", t(f"services.need.{'yes' if use.need_changed else 'no'}")
    if use.next_step:
        yield "next_step", service_words.coded(t, "next_step", use.next_step)
    put = forward(desk, use, view.line)
    if put.line is not None:
        forwarded = service_words.forwarded(t, put.line, put.source)
        stays = "stays" if put.line == view.line else "confirms"
        yield "", f"{forwarded}. {t(f'services.{stays}')}"


def _of_work(t: Texts, desk: Desk, spell: WorkSpell) -> Iterator[tuple[str, str]]:
    life = desk.model.service_life
    last = spell.ended_on or spell.ends_on
    yield "kind", service_words.coded(t, "work_kind", spell.kind)
    yield "days", _span(spell.starts_on, last)
    if spell.last_part or spell.ended_on is None:
        yield "last_part", spell.last_part or "-"
    if spell.need:
        yield "need", service_words.coded(t, "work_need", spell.need)
    if spell.ended_on is None:
        yield "", t("services.search_valid", source=source(t, life.work_source))
        yield "", t("services.for_good")


def _of_step(t: Texts, desk: Desk, step: BusinessStep) -> Iterator[tuple[str, str]]:
    life = desk.model.service_life
    yield "planned_on", _day(step.planned_on)
    yield "done_on", _day(step.done_on)
    yield "note", step.note or "-"
    raised = "; ".join(service_words.coded(t, "raised", each) for each in life.raised)
    yield "", t("services.raise", what=raised, source=source(t, life.raised_source))
