"""The plan as a paper for the client: all parts of it, said to the client in plain words."""

from collections.abc import Iterable, Iterator
from datetime import date

from teui.casework import plan_words, service_words
from teui.casework.papers.paper import Item, Paper, Section, plain, plain_facts, plain_section
from teui.casework.papers.plan_source import PlanSource
from teui.casework.plan_path import Phase
from teui.casework.plan_values import PlanItem
from teui.casework.services_values import ServiceUse
from teui.casework.told import Told
from teui.practice.days import show_day
from teui.practice.texts import Texts


def plan_paper(t: Texts, source: PlanSource, *, identity_code: bool = False) -> Paper:
    """The paper in the language of `t`; without the identity code unless it is asked for."""
    title = t(f"plan.title.{source.plan.kind}")
    day = show_day(source.today)
    return Paper(
        language=t.language,
        title=title,
        facts=plain_facts(tuple(_about(t, source, identity_code=identity_code))),
        sections=tuple(plain_section(each) for each in _sections(t, source)),
        foot=f"{title} · {source.person.handle} · {day}",
        page=t("paper.page"),
        by=plain(source.search.team),
    )


def _about(t: Texts, source: PlanSource, *, identity_code: bool) -> Iterator[tuple[str, str]]:
    person, search, plan = source.person, source.search, source.plan
    yield t("paper.name"), " ".join(filter(None, (person.given_names, person.family_name)))
    if identity_code and person.identity_code:
        yield t("client.identity_code"), person.identity_code
    yield t("paper.date"), show_day(source.today)
    accepted = t("paper.not_accepted")
    if plan.accepted_on is not None:
        accepted = t("paper.accepted", day=show_day(plan.accepted_on))
    yield t("paper.version"), t("paper.version_n", n=plan.number, accepted=accepted)
    if plan.client.outcome is not None:
        yield t("paper.line"), t(f"outcome.{plan.client.outcome}.text")
    if search.of_team:
        yield t("paper.team"), search.team
    else:
        yield t("paper.adviser"), f"{search.adviser} ({search.team})"


def _sections(t: Texts, source: PlanSource) -> Iterator[Section]:
    plan = source.plan
    yield Section(t("paper.goal"), plan.goal or t("paper.nothing_yet"))
    if plan.path:
        phases = tuple(_phase(t, number, each) for number, each in enumerate(plan.path, start=1))
        yield Section(t("paper.path"), t("paper.path_is"), below=phases)
    yield _to_do(t, "client", _items(t, plan.items, "client"))
    waiting = (Item(t(f"requirement.{each}.text"), t("paper.day_later")) for each in plan.undated)
    yield _to_do(t, "office", (*_items(t, plan.items, "office"), *waiting))
    if source.services:
        items = tuple(_service(t, each) for each in source.services)
        yield Section(t("paper.services"), items=items)
    yield Section(t("paper.contact"), facts=tuple(_contact(t, source)))
    review = t("paper.review_none")
    if plan.review_on is not None:
        review = t("paper.review_on", day=t.full_day(plan.review_on))
    yield Section(t("paper.review"), review)
    for side, duties in source.duties.items():
        if duties:
            items = tuple(Item(t(f"duty.{duty}.you")) for duty in duties)
            yield Section(t(f"paper.duties.{side}"), items=items)
    if source.told:
        items = tuple(_told(t, each) for each in source.told)
        yield Section(t("paper.told"), t("paper.told_is"), items=items)


def _told(t: Texts, each: Told) -> Item:
    name = f"told.{each.item.id}"
    day = show_day(each.told_on) if each.told_on else ""
    return Item(f"{t(f'{name}.text')}: {t(f'{name}.means')}", day)


def _phase(t: Texts, number: int, phase: Phase) -> Section:
    return Section(
        f"{number}. {t(f'phase.{phase.id}.name')}",
        t("paper.led_by", who=plan_words.lead(t, phase.lead)),
        items=tuple(_item(t, each) for each in phase.milestones),
        boxes=True,
    )


def _to_do(t: Texts, side: str, items: tuple[Item, ...]) -> Section:
    text = "" if items else t("paper.nothing_yet")
    return Section(t(f"paper.{side}_does"), text, items=items, boxes=True)


def _items(t: Texts, items: Iterable[PlanItem], side: str) -> tuple[Item, ...]:
    return tuple(_item(t, each) for each in items if each.side == side)


def _item(t: Texts, each: PlanItem) -> Item:
    return Item(plan_words.item(t, each), plan_words.days(t, each), each.done_on is not None)


def _service(t: Texts, use: ServiceUse) -> Item:
    """A service by its own record: what it is for, who provides it, from when to when."""
    parts = [service_words.service(t, use.service), use.provider]
    if use.aim:
        parts.append(t("paper.aim", aim=use.aim))
    return Item(service_words.BETWEEN.join(filter(None, parts)), _days(t, use))


def _days(t: Texts, use: ServiceUse) -> str:
    match use.starts_on, use.ends_on:
        case None, None:
            return t("paper.day_later") if use.state == "planned" else ""
        case None, date() as last:
            return t("paper.until", day=show_day(last))
        case date() as first, None:
            return t("paper.since", day=show_day(first))
        case date() as first, date() as last:
            return f"{show_day(first)}–{show_day(last)}"
    return ""


def _contact(t: Texts, source: PlanSource) -> Iterator[tuple[str, str]]:
    plan = source.plan
    if plan.rhythm_weeks is None:
        yield t("paper.often"), t("paper.nothing_yet")
    else:
        yield t("paper.often"), t.count("plan.every", plan.rhythm_weeks)
        yield t("paper.who"), t(f"paper.contact_by.{plan.contact_by}")
    if plan.rhythm_channel is not None:
        yield t("paper.channel"), t(f"contact.channel.{plan.rhythm_channel}")
    if plan.next_contact_on is not None and plan.next_contact_on >= source.today:
        yield t("paper.next"), t.full_day(plan.next_contact_on)
    yield t("paper.reports"), _reports(t, source) or t("paper.nothing_yet")


def _reports(t: Texts, source: PlanSource) -> str | None:
    """What is usual on a line is said to the client, in the paper's language."""
    usual = source.usual_reports
    return t(f"reports.{usual}.you") if usual is not None else source.plan.reports
