"""What the panes of the decision say: head, reasons, what follows."""

from screens.widgets import kind_lines
from screens.widgets.choice_lines import is_long
from screens.widgets.lines import Line, Span, fit, line, spread, width_of, wrap
from screens.widgets.row_list import Row
from teui.assessment import Reason
from teui.casework.decision import DecisionView
from teui.casework.wording import source
from teui.followup.outlook import Outlook
from teui.practice.texts import Texts

OPEN_SHOWN = 4
"""So many of the questions that would settle it stand in the list before Enter shows the rest."""
_DAY = 12
_MOST = 9


def standing(t: Texts, view: DecisionView, width: int) -> Line:
    """What is suggested, or what the answers leave possible; nothing of it while hidden."""
    if view.is_hidden:
        return line(Span(f" {t('decision.hidden')}", "note"))
    suggestion = view.suggestion
    if suggestion.outcome is None:
        return line(Span(f" {possible(t, view)}", "strong"), *_open_count(t, view))
    head = line(Span(f" {t('decision.suggested')}: "), Span(_outcome(t, view), "strong"))
    settled = (Span(f" · {t('interview.settled')}", "good"),)
    if view.is_preliminary:
        settled = (Span(f" · {t('interview.preliminary')}", "warn"),)
    optional: list[Line] = []
    if suggestion.phase:
        words = t("decision.phase", phase=t(f"phase.{suggestion.phase}.text"))
        optional.append((Span(f" · {words}", "dim"),))
    if suggestion.sub_segment:
        words = t(f"sub_segment.{suggestion.sub_segment}.text")
        optional.append((Span(f" · {words}", "dim"),))
    for part in optional:
        if width_of((*head, *part, *settled)) <= width:
            head = (*head, *part)
    return (*head, *settled)


def possible(t: Texts, view: DecisionView) -> str:
    """The outcomes that the answers leave possible: the lines by number, else by name."""
    outcomes = view.suggestion.possible
    numbers = [str(n) for each in outcomes if (n := view.model.line_of(each)) is not None]
    others = [each for each in outcomes if view.model.line_of(each) is None]
    if not numbers:
        names = ", ".join(t(f"outcome.{each}.short") for each in others)
        return t("decision.possible", lines=names)
    words = t("interview.possible", numbers=", ".join(sorted(numbers)))
    return f"{words} {t('interview.or_no_line')}" if others else words


def rows(t: Texts, view: DecisionView, width: int, *, every: bool) -> list[Row]:
    """Reasons, contradictions, what would settle it, what follows, what is still to be agreed."""
    made = _long_reason(t, view, width)
    if not view.is_hidden:
        made += _reasons(t, view, width, every=every)
    for contradiction in view.contradictions:
        words = t(f"contradiction.{contradiction}.text")
        made.append(Row(line(Span(f"! {words}", "warn")), ("contradiction", contradiction)))
    made += kind_lines.rows(t, view, width)
    if not view.is_hidden:
        made += _open(t, view, every=every)
        made += _following(t, view, width)
    made += _missing(t, view)
    warning = t("model.later_law" if view.is_later_law else "model.rules_dated")
    made.append(Row(()))
    return made + [Row(line(Span(f" {text}", "dim"))) for text in wrap(warning, width - 2, 3)]


def _long_reason(t: Texts, view: DecisionView, width: int) -> list[Row]:
    """A reason that is too long for its line below."""
    if not view.reason or not is_long(view.reason, width):
        return []
    made = [_title(t("decision.reason_in_full"))]
    return made + [Row(line(f"  {text}")) for text in wrap(view.reason, width - 3, _MOST)]


def _reasons(t: Texts, view: DecisionView, width: int, *, every: bool) -> list[Row]:
    made = [_title(t("decision.why"))]
    reasons = view.suggestion.reasons
    made += [_reason(t, reason, width) for reason in reasons if every or reason.holds]
    outcome = view.suggestion.outcome
    if outcome is not None and not any(reason.holds for reason in reasons):
        known = next(each for each in view.model.outcomes if each.id == outcome)
        words = Span(f"✓ {t('decision.otherwise')}")
        made.append(_sourced(t, words, known.source, width, ("outcome", outcome)))
    if not every:
        unknown = sum(reason.holds is None for reason in reasons)
        failing = sum(reason.holds is False for reason in reasons)
        more = t("decision.more", unknown=unknown, failing=failing)
        made.append(Row(line(Span(f"  {more}", "dim")), ("more",)))
    return made


def _reason(t: Texts, reason: Reason, width: int) -> Row:
    key, mark, role = {
        True: ("holds", "✓", "plain"),
        None: ("unknown", "?", "plain"),
        False: ("fails", "–", "dim"),
    }[reason.holds]
    words = Span(f"{mark} {t(f'criterion.{reason.criterion}.{key}')}", role)
    return _sourced(t, words, reason.source, width, ("reason", reason.criterion))


def _open(t: Texts, view: DecisionView, *, every: bool) -> list[Row]:
    """The questions that would settle it, most useful first."""
    questions = view.suggestion.open_questions
    if not questions or view.recorded:
        return []
    shown = questions if every else questions[:OPEN_SHOWN]
    made = [_title(t("decision.still_open"))]
    made += [
        Row(line(f"● {t(f'question.{question}.short')}"), ("open", question)) for question in shown
    ]
    if len(shown) < len(questions):
        words = t("decision.more_open", n=len(questions) - len(shown))
        made.append(Row(line(Span(f"  {words}", "dim")), ("more", "open")))
    return made


def _following(t: Texts, view: DecisionView, width: int) -> list[Row]:
    made = [_follow(t, follow, width) for follow in view.follows]
    if view.owner is not None and view.line is not None:
        words = t(f"decision.owner_{view.owner.kind}", name=view.owner.name)
        citation = view.model.lines[view.line].sources.get("responsibility", "")
        made.append(_sourced(t, Span(f"  {words}"), citation, width, ("card", view.line)))
    told, items = view.told
    if items:
        words = t("decision.told", told=told, of=items)
        made.append(Row(line(Span(f"   {words}", "dim")), None if view.recorded else ("told",)))
    return [_title(t("decision.follows")), *made] if made else []


def _follow(t: Texts, follow: Outlook, width: int) -> Row:
    """A requirement with its day to act; `←` marks one moved to the working day before."""
    undated = t("decision.no_date") if follow.state == "open" else ""
    day = t.day(follow.act_on or follow.due) if follow.due else undated
    moved = "←" if follow.due and follow.act_on and follow.act_on != follow.due else " "
    what = t(f"requirement.{follow.id}.text")
    if follow.state != "open":
        what = t(f"decision.{follow.state}", what=what)
    role = "plain" if follow.state == "open" else "dim"
    words = Span(f"{day:>{_DAY}} {moved} {what}", role)
    return _sourced(t, words, follow.source, width, ("requirement", follow.id))


def _missing(t: Texts, view: DecisionView) -> list[Row]:
    if view.recorded or not (view.missing or view.lacks_reason or view.lacks_apart):
        return []
    made = [_title(t("decision.missing"))]
    for question in view.missing:
        words = t(f"question.{question}.short")
        made.append(Row(line(Span(f"! {words}", "warn")), ("missing", question)))
    if view.lacks_reason:
        words = t("decision.write_reason")
        made.append(Row(line(Span(f"! {words}", "warn")), ("missing", "reason")))
    if view.lacks_apart:
        words = t("talk.apart.missing")
        made.append(Row(line(Span(f"! {words}", "warn")), ("missing", "apart")))
    return made


def _open_count(t: Texts, view: DecisionView) -> Line:
    words = t.count("interview.decide", len(view.suggestion.open_questions))
    return (Span(f"   {words}", "dim"),)


def _outcome(t: Texts, view: DecisionView) -> str:
    return t(f"outcome.{view.suggestion.outcome}.text")


def _title(words: str) -> Row:
    return Row(line(Span(f" {words}", "title")))


def _sourced(t: Texts, words: Span, citation: str, width: int, key: tuple[str, object]) -> Row:
    """A line with its citation at the right edge, dropped where the words need the room."""
    left, right = line(words), line(Span(f"{source(t, citation)} ", "dim"))
    if width_of(left) + width_of(right) >= width:
        return Row(fit(left, width), key)
    return Row(spread(left, right, width), key)
