"""What Today's panes say fits its place, for every rule and requirement, in every language."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from screens.widgets import today_lines
from screens.widgets.lines import width_of
from screens.widgets.today_views import views
from teui.casework.today import VIEWS, TodayRow
from teui.casework.wording import what
from teui.practice.load import load_model
from teui.practice.texts import LANGUAGES, load_texts

MODEL = load_model()
DAY = date(2026, 11, 12)
ROW = TodayRow(
    uid="1",
    client_uid="1",
    customership_uid="1",
    client="Korhonen, Matti",
    handle="abc",
    rule="plan_review",
    params={},
    act_on=DAY,
    due=DAY,
    window_from=date(2026, 10, 29),
    moved=False,
    overdue=True,
    line=2,
    adviser="B. Mate",
    by_team=False,
    mine=False,
    state="open",
    put_off_from=None,
    source="S1 ch. 2",
    subject_uid="1",
    grade="overdue",
)


def _rows() -> Iterator[TodayRow]:
    for rule in MODEL.follow_ups.rules.values():
        params: dict[str, str | int] = {
            "day": "2026-10-29",
            "amount": 14,
            "unit": "days",
            "weeks": 4,
        }
        source = rule.source
        if rule.id == "requirement":
            for requirement in MODEL.requirements:
                said = {**params, "requirement": requirement.id}
                yield replace(ROW, rule=rule.id, params=said, source=requirement.source)
        elif rule.id == "known_change":
            for change in MODEL.questions["situation.known_change"].codes:
                yield replace(ROW, rule=rule.id, params={**params, "change": change}, source=source)
        else:
            own = {"text": "call"} if rule.id in {"by_hand", "client_step"} else {}
            yield replace(ROW, rule=rule.id, params={**params, **own}, source=source)


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_is_whole(language: str, width: int) -> None:
    t = load_texts(language, MODEL.id)
    for row in _rows():
        lines = today_lines.reason(t, row, 12, width)
        said = ["".join(span.text for span in parts) for parts in lines]
        assert len(lines) == today_lines.REASON_LINES
        assert "…" not in "".join(said), row.params
        assert max(width_of(parts) for parts in lines) <= width
        place = today_lines.rows(t, [row], width, "today.empty.own", 1)[1].line
        if "…" in "".join(span.text for span in place):
            shown = " ".join(" ".join(said).split()).casefold()
            assert what(t, row.rule, row.params).casefold() in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_views_fit_with_three_digits_each(language: str) -> None:
    t = load_texts(language, MODEL.id)
    for number in (0, 12, 345):
        counts = dict.fromkeys(VIEWS, number)
        assert max(width_of(row) for row in views(t, counts, "silent", 80)) <= 80


@pytest.mark.parametrize(
    ("row", "owner"),
    [
        (ROW, "Mat"),
        (replace(ROW, adviser="North", by_team=True), "Nor"),
        (replace(ROW, mine=True), "me"),
    ],
)
def test_whose_it_is(row: TodayRow, owner: str) -> None:
    t = load_texts("en", MODEL.id)
    shown = today_lines.rows(t, [row], 80, "today.empty.own", 1)[1].line
    assert shown[-2].text == owner


def test_a_long_name_gives_way_to_window_and_lateness() -> None:
    t = load_texts("en", MODEL.id)
    name = "Virtanen-Korhonen, Aino-Kaarina Margareta Elisabet Josefina"
    first = today_lines.reason(t, replace(ROW, client=name), 2, 80)[0]
    assert width_of(first) <= 80
    assert "".join(span.text for span in first).endswith("late by 2 working days")
