"""A client's record in words, for the screen and for `teui show`."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from teui.casework import (
    handing_words,
    of_kind,
    offer_words,
    service_words,
    stage_timeline,
    wording,
)
from teui.casework.client_values import (
    Begun,
    Contacted,
    Decided,
    Person,
    Planned,
    Search,
    Waiting,
)
from teui.casework.timeline import Happening
from teui.clock import local_time
from teui.practice.days import show_day
from teui.practice.model import LINE
from teui.practice.municipalities import load_municipalities
from teui.practice.texts import Texts

BETWEEN = " · "


def languages(t: Texts, person: Person) -> list[str]:
    """The client's own language and that of the service, as far as they are known."""
    parts = []
    if person.language:
        key = f"language_name.{person.language}"
        name = t(key) if t.has(key) else person.language
        parts.append(t("record.own_language", name=name))
    if person.service_language:
        name = t(f"code.contact.service_language.{person.service_language}.short")
        parts.append(t("record.service_language", name=name))
    return parts


def place(t: Texts, person: Person) -> str:
    """The name of the client's municipality; its code where no municipality has it now."""
    code = person.municipality
    return (load_municipalities().name(code, t.language) or code) if code else ""


def begun(t: Texts, each: Begun) -> list[str]:
    """An unfinished interview; what line its answers leave possible, where that may be seen."""
    day = t("record.unfinished", day=show_day(each.day))
    made = [BETWEEN.join([t(f"interview.kind.{each.kind}"), day])]
    if each.kind == LINE:
        return made
    shorts = ", ".join(sorted(t(f"outcome.{outcome}.short") for outcome in each.possible))
    if len(each.possible) == 1:
        made.append(f"{t('decision.suggested')}: {shorts}")
    elif each.lines:
        numbers = t("interview.possible", numbers=", ".join(str(n) for n in each.lines))
        is_all = len(each.lines) == len(each.possible)
        made.append(numbers if is_all else f"{numbers} {t('interview.or_no_line')}")
    elif each.possible:
        made.append(t("decision.possible", lines=shorts))
    else:
        made.append(t("decision.first"))
    return [*made, *of_kind.worded(t, each.of_kind)]


def closer(t: Texts, each: Decided) -> str:
    """What the diagnosis says beside the outcome: sub-segment, phase, whether it is preliminary."""
    parts = []
    if each.sub_segment:
        parts.append(t(f"sub_segment.{each.sub_segment}.text"))
    if each.phase:
        parts.append(t("decision.phase", phase=t(f"phase.{each.phase}.text")))
    if each.preliminary:
        parts.append(t("interview.preliminary"))
    return BETWEEN.join(parts)


def assessed(t: Texts, each: Decided) -> str:
    """Which assessment it rests on, who decided it and when."""
    made = t("record.decided", day=show_day(each.day), who=each.by)
    more = of_kind.worded(t, each.of_kind)
    return BETWEEN.join([t(f"interview.kind.{each.kind}"), made, *more])


def reasons(t: Texts, each: Decided) -> list[str]:
    """The criteria that held, in whole sentences."""
    return [t(f"criterion.{criterion}.holds") for criterion in each.reasons]


def line(t: Texts, search: Search, decided: Decided | None) -> str:
    """The line in force and who owns the client on it."""
    if decided is None:
        first = t("record.no_line")
    elif decided.line is None:
        first = t(f"outcome.{decided.outcome}.short")
    else:
        first = t("decision.line_n", n=decided.line)
    team = t("record.team", name=search.team)
    who = team if search.of_team else f"{search.adviser}, {team}"
    return BETWEEN.join([first, t("record.owner", who=who)])


def choice(t: Texts, each: Decided) -> str:
    """What the client thought of the line, and the reason of a choice that differs."""
    parts = []
    if each.client_view:
        view = t(f"code.agreed.client_view.{each.client_view}.short")
        parts.append(t("record.client_view", view=view))
    if each.suggested is not None and each.suggested != each.outcome:
        short = t(f"outcome.{each.suggested}.short")
        parts.append(t("record.against", outcome=short))
    if each.reason:
        parts.append(t("record.reason", text=each.reason))
    return BETWEEN.join(parts)


def acceptance(t: Texts, each: Planned) -> str:
    """Whether the client has accepted the plan's latest version."""
    if each.accepted_on is not None:
        return t("record.accepted", day=show_day(each.accepted_on))
    return t("record.not_accepted", n=each.number)


def working(t: Texts, each: Planned) -> str:
    """How many steps are open, when the plan is reviewed, how often there is contact."""
    parts = [t("record.open_steps", n=each.steps_open)]
    if each.review_on is not None:
        parts.append(t("record.review", day=show_day(each.review_on)))
    if each.rhythm_weeks is not None:
        weeks = t.count("plan.every", each.rhythm_weeks)
        way = each.rhythm_channel
        parts.append(f"{weeks}, {t(f'contact.channel.{way}')}" if way else weeks)
    return BETWEEN.join(parts)


def version(t: Texts, each: Planned) -> str:
    """The plan's kind and version, and who makes contact."""
    parts = [t(f"plan.title.{each.kind}"), acceptance(t, each)]
    if each.accepted_on is not None:
        parts.insert(1, t("plan.version", n=each.number))
    if each.rhythm_weeks is not None and each.contact_by:
        parts.append(t(f"plan.contact_by.{each.contact_by}"))
    return BETWEEN.join(parts)


def waiting(t: Texts, each: Waiting) -> str:
    """What is due, in a few words."""
    return wording.what(t, each.rule, each.params)


def why(t: Texts, each: Waiting) -> str:
    """In which window, how late, and why, with the source of the rule."""
    because = wording.why(t, each.rule, each.params, each.due)
    parts = [wording.window(each.window_from, each.due)]
    if each.overdue:
        parts.append(wording.late(t, each.late))
    return BETWEEN.join([*parts, f"{because} ({wording.source(t, each.source)})"])


def contact(t: Texts, each: Contacted) -> str:
    """Kind and channel, the adviser, what came of it, the next step, the line that was noted."""
    parts = [_contact(t, each.kind, each.channel), each.by]
    parts += _came_of(t, each.outcome, each.next_step)
    parts += [each.note] if each.note else []
    return BETWEEN.join(parts)


def happened(t: Texts, each: Happening) -> str:
    """What happened, without its day; `record.kind.<kind>` names the kind."""
    words = [_WORDED[each.kind](t, each.params)] if each.kind in _WORDED else []
    if each.kind.startswith("follow_up"):
        words = [_follow_up(t, each)]
    elif each.text:
        words.append(each.text)
    if each.kind == "note":
        words += _marks(t, each.params)
    return BETWEEN.join(words)


def _contact(t: Texts, kind: str, channel: str) -> str:
    return f"{t(f'contact.kind.{kind}')}, {t(f'contact.channel.{channel}')}"


def _came_of(t: Texts, outcome: object, next_step: object) -> list[str]:
    """What came of a contact, and what was agreed to be done next."""
    said = [t(f"contact.outcome.{outcome}")] if outcome else []
    return said + ([t("record.happened.next_step", step=next_step)] if next_step else [])


def _contacted(t: Texts, params: Mapping[str, object]) -> str:
    made = _contact(t, str(params["kind"]), str(params["channel"]))
    return BETWEEN.join([made, *_came_of(t, params["outcome"], params["next_step"])])


def _talk(t: Texts, params: Mapping[str, object]) -> str:
    """By which channel an interview was held, from when to when."""
    times = {
        name: local_time(datetime.fromisoformat(str(params[name])))[:5] for name in ("from", "to")
    }
    return t("talk.between", channel=t(f"contact.channel.{params['channel']}"), **times)


def _follow_up(t: Texts, each: Happening) -> str:
    rule, params = str(each.params["rule"]), each.params["params"]
    assert isinstance(params, Mapping)
    what = wording.what(t, rule, params)
    if "until" in each.params:
        day = show_day(date.fromisoformat(str(each.params["until"])))
        return t(f"record.happened.{each.kind}", day=day, what=what)
    if each.kind == "follow_up_dropped":
        note = each.params["note"]
        reason = t(f"drop.{each.params['reason']}")
        return BETWEEN.join([what, f"{reason}: {note}" if note else reason])
    return what


def _marks(t: Texts, params: Mapping[str, object]) -> list[str]:
    """What a note was marked as, where that is not what all are at first."""
    marks = [f"mark.{params['mark']}"] if params["mark"] != "private" else []
    marks += [f"kind.{params['kind']}"] if params["kind"] != "fact" else []
    return [t(f"interview.note.{each}") for each in marks]


def _taken_in(t: Texts, params: Mapping[str, object]) -> str:
    day = show_day(date.fromisoformat(str(params["day"])))
    began = t("record.happened.taken_in", day=day)
    channel = params["channel"]
    return f"{began}, {t(f'code.start.channel.{channel}.short')}" if channel else began


def _interview(name: str, t: Texts, params: Mapping[str, object]) -> str:
    return t(f"record.happened.{name}", kind=t(f"interview.kind.{params['kind']}"))


def _decided(t: Texts, params: Mapping[str, object]) -> str:
    outcome, suggested = params["outcome"], params["suggested"]
    words = t(f"outcome.{outcome}.text")
    if suggested is None or suggested == outcome:
        return words
    against = t("record.against", outcome=t(f"outcome.{suggested}.short"))
    return BETWEEN.join([words, against])


def _plan(t: Texts, params: Mapping[str, object]) -> str:
    kind = t(f"plan.title.{params['kind']}")
    return t("record.happened.plan_accepted", n=params["number"], kind=kind)


_WORDED: Mapping[str, Callable[[Texts, Mapping[str, object]], str]] = {
    "taken_in": _taken_in,
    "interview_begun": lambda t, params: _interview("interview_begun", t, params),
    "interview_held": lambda t, params: _interview("interview_held", t, params),
    "decided": _decided,
    "plan_accepted": _plan,
    "offer_made": offer_words.happened,
    "offer_turned": offer_words.happened,
    "reached": _contacted,
    "talk": _talk,
    **service_words.HAPPENED,
    **handing_words.WORDED,
    **stage_timeline.WORDED,
    "not_reached": _contacted,
}


def contact_made(t: Texts, each: Contacted) -> str:
    """A contact in full, with its day."""
    return f"{t.full_day(each.day)}{BETWEEN}{contact(t, each)}"


def happened_in_full(t: Texts, each: Happening) -> str:
    """What happened, and by whom."""
    return BETWEEN.join([happened(t, each), *([each.by] if each.by else [])])
