"""Reads and checks `followups.toml`: the follow-up rules of a practice model.

`OPENS` and `CLOSES` are the facts of a case that a rule may name; `teui.followup` knows each.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import cast

from teui.practice.fields import Fields
from teui.practice.follow_model import BY_HAND, FollowUpRule, FollowUps, Owner
from teui.practice.model import Question
from teui.practice.services import KINDS

OPENS = frozenset(
    {
        "requirement",
        "known_change",
        "rhythm_by_office",
        "rhythm_by_client",
        "plan_review",
        "client_step",
        "office_step",
        "milestone",
        "on_line",
        "draft",
        "assessment_stage",
        "service_ends",
        "service_over",
        "referral",
        "work_ends",
        "work_over",
        "offer",
        "handover",
        "validity",
        "statement",
        "business_step",
        BY_HAND,
    }
)
CLOSES = frozenset(
    {
        "reached_contact",
        "interview_held",
        "integration_begun",
        "other_kind_chosen",
        "line_interview_held",
        "stage_done",
        "plan_accepted",
        "integration_plan_accepted",
        "plan_row_done",
        "service_begun",
        "last_part_planned",
        "judged",
        "offer_outcome",
        "acknowledged",
        "validity_renewed",
        "statement_asked",
        "statement_given",
        "business_step_done",
    }
)
OFFERS = frozenset({"interview", "decision", "plan", "services", "offers", "contact"})
OWNERS = frozenset({"adviser", "team", "line", "holder", "receiver"})
EVES = frozenset({"midsummer_eve", "christmas_eve"})
VIEWS = frozenset({"silent", "ending", "interviews", "drafts"})
_NEEDS_LENGTH = frozenset(
    {
        "rhythm_by_client",
        "on_line",
        "draft",
        "service_ends",
        "service_over",
        "referral",
        "work_ends",
        "work_over",
        "offer",
        "handover",
        "validity",
        "statement",
    }
)


@dataclass(frozen=True, slots=True)
class _Names:
    """What a rule may name."""

    lengths: Collection[str]
    outcomes: Collection[str]
    requirements: Collection[str]
    kinds: Collection[str]


def follow_ups(
    top: Fields,
    lengths: Collection[str],
    outcomes: Collection[str],
    requirements: Collection[str],
    questions: Mapping[str, Question],
    *,
    settings: Fields,
) -> FollowUps:
    """The rules of `followups.toml` with its settings; the others are the ids they may name.

    Raises `DataFault` naming file, key, what is wrong and the cure.
    """
    contact, drop = top.table("contact"), top.table("drop")
    kinds, reasons = contact.texts("kinds"), drop.texts("reasons")
    channels, apart = _channels(contact, questions), contact.texts("apart_reasons")
    rules = _rules(top.table("rule"), _Names(lengths, outcomes, requirements, kinds))
    outcomes = contact.texts("outcomes")
    views = _views(top.table("view"), rules, requirements)
    result = FollowUps(
        rules=rules,
        horizon=settings.one_of("horizon", lengths),
        plan_review=settings.one_of("plan_review", lengths),
        undated=settings.one_of("undated", lengths),
        days_off=frozenset(settings.texts("days_off", EVES)),
        early=frozenset(settings.texts("early", requirements)),
        views=views,
        drop_reasons=reasons,
        drop_typed=frozenset(drop.texts("typed", reasons)),
        contact_kinds=kinds,
        channels=channels,
        face_to_face=frozenset(contact.texts("face_to_face", channels)),
        apart_reasons=apart,
        apart_typed=frozenset(contact.texts("apart_typed", apart)),
        outcomes=outcomes,
        outcomes_missed=contact.texts("outcomes_missed"),
        not_moving=frozenset(contact.texts("not_moving", outcomes)),
    )
    for table in (settings, contact, drop):
        table.end()
    top.end()
    return result


def _channels(contact: Fields, questions: Mapping[str, Question]) -> tuple[str, ...]:
    """The codes of the question that asks for a channel; none where the file says nothing."""
    if not contact.has("channels"):
        return ()
    choices = [question.id for question in questions.values() if question.type == "choice"]
    return questions[contact.one_of("channels", choices)].codes


def _rules(table: Fields, known: _Names) -> dict[str, FollowUpRule]:
    rules: dict[str, FollowUpRule] = {}
    taken: dict[str, str] = {}
    for name in table.names():
        rule = _rule(name, table.table(name), known)
        for requirement in rule.requirements:
            if requirement in taken:
                problem = f"“{requirement}” already belongs to {taken[requirement]}."
                raise table.fault(f"{name}.requirements", problem, "Leave it with one rule.")
            taken[requirement] = name
        rules[name] = rule
    return rules


def _rule(name: str, fields: Fields, known: _Names) -> FollowUpRule:
    opens = fields.one_of("opens", OPENS)
    closes_for = fields.table("closes_for")
    plan_services = fields.table("plan_services")
    by_line = fields.table("length_by_line")
    by_kind = fields.table("length_by_kind")
    if opens in _NEEDS_LENGTH and not fields.has("length"):
        raise fields.fault("length", "it is missing.", f"A rule opened by {opens} needs one.")
    rule = FollowUpRule(
        id=name,
        opens=opens,
        closes=fields.texts("closes", CLOSES),
        source=fields.text("source"),
        owner=cast("Owner", fields.one_of("owner", OWNERS)),
        length=fields.one_of("length", known.lengths) if fields.has("length") else None,
        length_by_line={int(line): by_line.one_of(line, known.lengths) for line in _lines(by_line)},
        length_by_kind={
            _known_kind(by_kind, kind): by_kind.one_of(kind, known.lengths)
            for kind in by_kind.names()
        },
        services=fields.texts("services"),
        after=fields.texts("after", known.requirements),
        window=fields.one_of("window", known.lengths) if fields.has("window") else None,
        requirements=fields.texts("requirements", known.requirements),
        under=frozenset(fields.texts("under", known.outcomes)),
        closes_for=_of_requirements(closes_for, known.requirements, CLOSES),
        plan_services=_of_requirements(plan_services, known.requirements, None),
        offers=fields.texts("offers", OFFERS),
        contact=fields.one_of("contact", known.kinds) if fields.has("contact") else None,
        rolling=fields.flag("rolling"),
        office=fields.flag("office"),
    )
    fields.end()
    return rule


def _lines(table: Fields) -> tuple[str, ...]:
    for name in table.names():
        if not name.isdecimal():
            raise table.fault(name, "it is not the number of a line.", "Write 1, 2 or 3.")
    return table.names()


def _known_kind(table: Fields, kind: str) -> str:
    if kind not in KINDS:
        raise table.fault(
            kind, "no service is of this kind.", f"Use one of: {', '.join(sorted(KINDS))}."
        )
    return kind


def _of_requirements(
    table: Fields, requirements: Collection[str], allowed: Collection[str] | None
) -> Mapping[str, tuple[str, ...]]:
    for name in table.names():
        if name not in requirements:
            raise table.fault(name, "no requirement has this id.", "Correct the id.")
    return {name: table.texts(name, allowed) for name in table.names()}


def _views(
    table: Fields, rules: Collection[str], requirements: Collection[str]
) -> dict[str, tuple[str, ...]]:
    allowed = {*rules, *(f"requirement:{each}" for each in requirements)}
    for name in VIEWS:
        if not table.has(name):
            raise table.fault(name, "it is missing.", "Add it, with an empty list for none.")
    views = {name: table.texts(name, allowed) for name in sorted(VIEWS)}
    table.end()
    return views
