"""What the panes of job offers say."""

from datetime import date

from screens.widgets.lines import Line, Span, fit, line, spread, width_of, wrap
from screens.widgets.row_list import Row
from teui.casework import offer_words as words
from teui.casework.offer_view import Need, Offer, OffersView
from teui.casework.wording import source
from teui.practice.days import show_day
from teui.practice.model import PracticeModel
from teui.practice.texts import Texts

_DAY, _MOST, _ABOUT = 11, 3, 3
"""Columns of the day; rows that a sentence, and the offer in full, may take."""


def standing(t: Texts, view: OffersView, width: int) -> Line:
    """How many offers there are, and on which line."""
    made = t.count("offer.count", len(view.offers))
    failed = f"{words.BETWEEN}{t.count('offer.failed', view.failed)}" if view.failed else ""
    on_line = t("decision.line_n", n=view.client.line or "-")
    return spread(line(Span(f" {made}{failed}")), line(Span(f"{on_line} ")), width)


def _ready(t: Texts, model: PracticeModel, view: OffersView, width: int) -> list[Line]:
    """What is missing, what speaks against an offer just now, what several that failed mean."""
    sources = model.offers.sources
    said: list[Line] = []
    missing = [t(f"question.{question}.short") for question in view.ready.missing]
    if missing:
        sentence = t("offer.missing", what=", ".join(missing))
        said += _said("!", "warn", f"{sentence} ({source(t, sources['ready'])})", width)
    else:
        said += _said("✓", "good", t("offer.ready"), width)
    for stop in view.stops:
        sentence = f"{words.stop(t, stop, view)} ({source(t, sources['stop'])})"
        said += _said("!", "warn", sentence, width)
    if view.ready.short_only:
        sentence = f"{t('offer.short_only')} ({source(t, sources['short'])})"
        said += _said("·", "note", sentence, width)
    if view.needs:
        sentence = t("offer.needs", needs=", ".join(_need(t, each) for each in view.needs))
        said += _said("?", "note", f"{sentence} ({source(t, sources['needs'])})", width)
        said += _said(" ", "note", t("offer.obstacle"), width)
    return said


def _need(t: Texts, need: Need) -> str:
    name = t(f"offer.need.{need.id}")
    return f"{name} ({t.count('offer.signs', need.signs)})" if need.signs else name


def _said(mark: str, role: str, text: str, width: int) -> list[Line]:
    first, *rest = wrap(text, width - 4, _MOST)
    return [
        line(Span(f" {mark} ", role), Span(first, role)),
        *(line(Span(f"   {each}", role)) for each in rest),
    ]


def rows(t: Texts, model: PracticeModel, view: OffersView, width: int) -> list[Row]:
    """Whether the client is ready, then a row an offer: its day, what and where, until when one
    applies or what came of it."""
    above = [*_ready(t, model, view, width), line(Span("─" * (width + 1), "rule"))]
    if not view.offers:
        above.append(line(Span(f" {t('offer.none')}", "dim")))
    return [
        *(Row(each) for each in above),
        *(Row(_offer(t, each, width - 1), each.uid) for each in view.offers),
    ]


def _offer(t: Texts, each: Offer, width: int) -> Line:
    right = line(Span(f"{_right(t, each)} ", "plain" if each.outcome_on is None else "dim"))
    left = (
        *fit(line(show_day(each.offered_on)), _DAY),
        *line(words.job(each.title, each.isco, each.employer)),
    )
    room = width - width_of(right) - 1
    return spread(fit(left, room) if width_of(left) > room else left, right, width)


def _right(t: Texts, each: Offer) -> str:
    state = t(f"offer.state.{each.state}")
    if each.outcome_on is not None:
        return f"{state} {_short(each.outcome_on)}"
    if each.apply_by is not None:
        return f"{state}, {t('offer.until', day=_short(each.apply_by))}"
    return state


def _short(day: date) -> str:
    """Without its year: the row below says it in full."""
    return f"{day.day}.{day.month}."


def about(t: Texts, each: Offer | None, width: int) -> list[Line]:
    """The selected offer in full."""
    if each is None:
        return [()] * _ABOUT
    said = wrap(words.in_full(t, each), width - 2, _ABOUT)
    return [*(line(f" {part}") for part in said), *[()] * (_ABOUT - len(said))]
