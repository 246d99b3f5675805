"""A piece of the record as a block of plain text for the official client system.

Neither name nor identity code stands in it: it is pasted into the client's own record there, and a
clipboard is read by others. Of the notes only those marked for the client go along.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from teui.casework import decision_view, interview, plan_words, told
from teui.casework.client_facing import FOR_CLIENT
from teui.casework.copying import Piece, PieceKind
from teui.casework.decision_view import DecisionView
from teui.casework.desk import Desk
from teui.casework.plan_path import path_of
from teui.casework.plan_values import Version
from teui.casework.plan_version import read_revision
from teui.casework.value_words import worded
from teui.clock import local_time
from teui.errors import TeuiError
from teui.practice.days import show_day
from teui.practice.model import LINE
from teui.practice.texts import Texts
from teui.store.hot import case as case_hot
from teui.store.hot import copying as hot

INDENT = "  "


def block(desk: Desk, t: Texts, piece: Piece) -> str:
    """The text of a piece in the language of `t`; raises TeuiError `piece_gone`."""
    return "\n".join(_MAKERS[piece.kind](desk, t, piece))


def _assessment(desk: Desk, t: Texts, piece: Piece) -> Iterator[str]:
    draft, model = interview.load_with_model(desk, piece.uid)
    answers = interview.answers_of(draft, model)
    kind = t(f"interview.kind.{draft.kind}")
    yield t("copying.block.assessed", kind=kind, day=show_day(piece.day))
    talks = [
        t(
            "talk.between",
            channel=t(f"contact.channel.{talk.channel}"),
            **{"from": local_time(talk.began_at)[:5], "to": local_time(talk.last_at)[:5]},
        )
        for talk in draft.talks
    ]
    if talks:
        yield t("copying.block.held", talks="; ".join(talks))
    if draft.kind != LINE:
        yield from _by(t, decision_view.load(desk, piece.uid))
    section = None
    for question in model.questions.values():
        if question.id in answers:
            if question.section != section:
                section = question.section
                yield t(f"section.{section}.text")
            value = worded(t, model, question.id, answers[question.id])
            yield f"{INDENT}{t(f'question.{question.id}.short')}: {value}"
    noted = [note.text for note in draft.notes if note.mark == FOR_CLIENT]
    yield from _listed(t("copying.block.notes"), noted)


def _decision(desk: Desk, t: Texts, piece: Piece) -> Iterator[str]:
    assessment = hot.assessment_of(desk.store.read(), piece.uid)
    if assessment is None:
        raise TeuiError("piece_gone")
    view = decision_view.load(desk, assessment)
    yield t("copying.block.decided", day=show_day(piece.day))
    yield t("copying.block.outcome", text=t(f"outcome.{view.chosen}.text"))
    if view.suggestion.outcome not in {None, view.chosen}:
        suggested = t(f"outcome.{view.suggestion.outcome}.text")
        yield t("copying.block.suggested", text=suggested)
    held = [each.criterion for each in view.suggestion.reasons if each.holds]
    yield from _listed(t("copying.block.reasons"), [t(f"criterion.{each}.holds") for each in held])
    if view.client_view:
        words = t(f"code.{decision_view.CLIENT_VIEW}.{view.client_view}.short")
        yield t("copying.block.client_view", view=words)
    if view.reason:
        yield t("copying.block.reason", text=view.reason)
    follows = [_by_day(t, t(f"requirement.{each.id}.text"), each.act_on) for each in view.follows]
    yield from _listed(t("copying.block.follows"), follows)
    told_of = [
        t("copying.block.told_on", what=t(f"told.{each.item.id}.text"), day=show_day(each.told_on))
        for each in told.load(desk, assessment, view.chosen)
        if each.told_on
    ]
    yield from _listed(t("copying.block.told"), told_of)
    yield from _by(t, view)


def _plan(desk: Desk, t: Texts, piece: Piece) -> Iterator[str]:
    plan = read_revision(desk.store.read(), piece.customership_uid, piece.uid)
    if plan is None:
        raise TeuiError("piece_gone")
    title = t(f"plan.title.{plan.kind}")
    yield t("copying.block.planned", kind=title, day=show_day(piece.day))
    if plan.goal:
        yield t("copying.block.goal", text=plan.goal)
    yield from _contact_agreed(t, plan, piece.day)
    yield from _path(desk, t, piece, plan)
    for side in ("client", "office"):
        rows = [
            _by_day(t, plan_words.item(t, each), each.by_date)
            for each in plan.items
            if each.side == side
        ]
        yield from _listed(t(f"plan.{side}_does"), rows)
    if plan.reports:
        yield t("copying.block.reports", text=plan.reports)
    if plan.review_on:
        yield t("copying.block.review", day=show_day(plan.review_on))
    yield t("copying.block.accepted", day=show_day(piece.day))


def _path(desk: Desk, t: Texts, piece: Piece, plan: Version) -> Iterator[str]:
    """The phases, each with who leads it, and deeper what is reached in it."""
    case = case_hot.case(desk.store.read(), piece.customership_uid)
    line = case["line"] if case is not None else None
    for number, phase in enumerate(path_of(desk.model, line, plan.items)):
        if not number:
            yield t("plan.path")
        yield f"{INDENT}- {t(f'phase.{phase.id}.name')} · {plan_words.lead(t, phase.lead)}"
        for each in phase.milestones:
            yield f"{INDENT * 2}- {plan_words.item_with_days(t, each)}"


def _contact_agreed(t: Texts, plan: Version, accepted_on: date) -> Iterator[str]:
    """A next contact that was over when the plan was accepted is left out, as on the paper."""
    if plan.rhythm_weeks is not None:
        parts = [t.count("plan.every", plan.rhythm_weeks)]
        if plan.rhythm_channel:
            parts.append(t(f"contact.channel.{plan.rhythm_channel}"))
        parts.append(t(f"plan.contact_by.{plan.contact_by}"))
        yield t("copying.block.contacts", how=", ".join(parts))
    if plan.next_contact_on is not None and plan.next_contact_on >= accepted_on:
        yield t("copying.block.next", day=show_day(plan.next_contact_on))


def _contact(desk: Desk, t: Texts, piece: Piece) -> Iterator[str]:
    row = hot.contact(desk.store.read(), piece.uid)
    if row is None:
        raise TeuiError("piece_gone")
    yield t("copying.block.contact", day=show_day(piece.day))
    kind = t(f"contact.kind.{row['kind']}")
    channel = t(f"contact.channel.{row['channel']}")
    yield f"{kind}, {channel}"
    yield t("copying.block.reached" if row["reached"] else "copying.block.not_reached")
    if row["outcome"]:
        yield t(f"contact.outcome.{row['outcome']}")
    if row["note"]:
        yield row["note"]
    if row["next_step"]:
        yield t("copying.block.next_step", step=row["next_step"])
    yield t("copying.block.adviser", name=row["adviser_name"])


def _by(t: Texts, view: DecisionView) -> Iterator[str]:
    if view.decided is not None:
        yield t("copying.block.adviser", name=view.decided.by)


def _by_day(t: Texts, what: str, day: date | None) -> str:
    return t("copying.block.by_day", what=what, day=show_day(day)) if day else what


def _listed(title: str, rows: Sequence[str]) -> Iterator[str]:
    if rows:
        yield title
        yield from (f"{INDENT}- {row}" for row in rows)


_MAKERS: Mapping[PieceKind, Callable[[Desk, Texts, Piece], Iterator[str]]] = {
    "assessment": _assessment,
    "decision": _decision,
    "plan": _plan,
    "contact": _contact,
}
