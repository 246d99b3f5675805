"""Random partial answer sets, without faults, from empty to full; the same for the same seed."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from tests.oracle.completions import applicable, reduce_answers
from tests.oracle.days import days_after, month_length, months_after, written, years_after
from tests.oracle.questions import (
    ANY_OF,
    CODE,
    DATE,
    LANGUAGE,
    OCCUPATIONS,
    QUESTIONS,
    TEXT,
    TEXTS,
)

FIRST_DAY, LAST_DAY = "1900-01-01", "2199-12-31"
NOT_AFTER_AS_OF = {
    "residence.first_permit",
    "residence.assessment_asked",
    "situation.unemployed_since",
    "benefit.last_job_end",
}
NOT_BEFORE_START = {"situation.known_change_date", "residence.assessment_asked"}
# What the two compared dates hang together with is answered more often than the rest.
OFTEN = {
    "residence.basis",
    "residence.first_permit",
    "residence.assessment_asked",
    "situation.known_change",
    "situation.known_change_date",
    "situation.wants_service",
}
# Answers that call for no row of the outcome table but the last: of rows 1-4, of the criteria.
CALM_BEFORE = {
    "start.previous": "new returning_changed",
    "residence.basis": "citizen eu_right permit_full",
    "situation.status": "notice_given fixed_term_ending employed graduating returning unemployed",
    "situation.known_change": "none none job_starts",
    "situation.wants_service": "yes",
}
CALM_CRITERIA = {
    "competence.vocational": "meets_demand",
    "competence.language": "sufficient",
    "competence.literacy": "adequate weak",
    "competence.work_life_skills": "adequate",
    "goals.clarity": "clear_and_realistic",
    "goals.initiative": "independent with_guidance",
    "goals.motivation": "motivated wavering",
    "ability.work_ability": "no_limits adjustable",
    "ability.life_situation": "stable strained",
    "ability.multi_professional": "not_needed",
    "ability.support_need": "ordinary",
}
CALMNESS = (0.0, 0.5, 0.85, 0.95, 1.0)
# Line breaks to some readers of lines, but not to JSON; and writing beyond one language.
PIECES = ("Siivous", "hitsaus, säiliöt", "水", "a\u2028b", "c\u0085d", 'q"\\', "e\n\tf", "🙂")


def draw_inputs(seed: int, count: int) -> Iterator[dict[str, object]]:
    random = Random(seed)
    for _ in range(count):
        yield draw_input(random)


def draw_input(random: Random) -> dict[str, object]:
    """One input of `teui suggest`, its keys and answers in any order."""
    as_of = draw_day(random)
    kind = random.choice(("first", "first", "reassessment", "integration", None))
    answers = draw_answers(random, as_of, reassessment=kind == "reassessment")
    entries: list[tuple[str, object]] = [
        ("pack", "te-2013"),
        ("as_of", as_of),
        ("answers", answers),
    ]
    if kind is not None:
        entries.append(("kind", kind))
    if random.random() < 0.1:
        entries.append(("story", {"of no concern": [None, 1.5, {"a": None}]}))
    random.shuffle(entries)
    return dict(entries)


def draw_answers(random: Random, as_of: str, *, reassessment: bool) -> dict[str, object]:
    """Answers to questions that apply or may yet turn out to."""
    density = random.choice((0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.97, 1.0))
    before, criteria = random.choice((*CALMNESS, 1.0, 1.0)), random.choice(CALMNESS)
    often = random.choice((0.0, 0.9))
    start = draw_start(random, as_of)
    answers: dict[str, object] = {"start.date": start}
    for question in list(QUESTIONS)[1:]:
        if random.random() >= (max(density, often) if question in OFTEN else density):
            continue
        known = reduce_answers(answers)
        if applicable(question, known, reassessment=reassessment) is False:
            continue
        if question in CALM_BEFORE and random.random() < before:
            answers[question] = random.choice(CALM_BEFORE[question].split())
        elif question in CALM_CRITERIA and random.random() < criteria:
            answers[question] = random.choice(CALM_CRITERIA[question].split())
        else:
            answers[question] = draw_answer(random, question, start, as_of)
    shuffled = list(answers.items())
    random.shuffle(shuffled)
    return dict(shuffled)


def draw_answer(random: Random, question: str, start: str, as_of: str) -> object:
    row = QUESTIONS[question]
    if row.kind == CODE:
        return random.choice(row.codes)
    if row.kind == ANY_OF:
        return random.sample(row.codes, random.randint(1, len(row.codes)))
    if row.kind == DATE:
        return draw_date(random, question, start, as_of)
    if row.kind == TEXT:
        return random.choice(PIECES)
    if row.kind == TEXTS:
        return random.sample(PIECES, random.randint(1, 3))
    if row.kind == LANGUAGE:
        return random.choice(("fi", "sv", "so", "ckb", "rmf", "zz"))
    assert row.kind == OCCUPATIONS
    return [
        {
            "title": title,
            "isco": random.choice(("5153", "0110", None)),
            "years": random.choice((0, 7, 40, None)),
            "last_year": random.choice((1999, 2025, None)),
        }
        for title in random.sample(PIECES, random.randint(1, 3))
    ]


def draw_day(random: Random) -> str:
    """A day with a liking for month ends, leap days, century years and the very limits."""
    century = random.choice((range(2000, 2031), range(2000, 2031), range(1900, 2200)))
    year = random.choice((*century, 1900, 2000, 2024, 2028, 2100, 2199))
    month = random.choice((random.randint(1, 12), 1, 2, 11, 12))
    last = month_length(year, month)
    return written(year, month, random.choice((random.randint(1, last), 1, last, last - 1)))


def draw_start(random: Random, as_of: str) -> str:
    back = random.choice((0, 1, 13, 14, 15, 61, random.randint(0, 100), random.randint(0, 1500)))
    start = moved(as_of, -back)
    if random.random() < 0.3:
        year, month, _ = start.split("-")
        start = written(int(year), int(month), month_length(int(year), int(month)))
    return between(FIRST_DAY, start, as_of)


def draw_date(random: Random, question: str, start: str, as_of: str) -> str:
    nudge = random.choice((-1, 0, 0, 1, random.randint(-40, 40), random.randint(-400, 400)))
    if question == "situation.known_change_date":
        day = moved(months_after(start, random.choice((3, 3, 3, 0, 2, 4))), nudge)
    elif question == "residence.first_permit":
        day = moved(three_years_before(random, start), nudge)
    elif question == "residence.assessment_asked":
        day = random.choice((start, as_of, month_end_after(start), days_after(start, 1)))
    else:
        day = moved(as_of, nudge)
    earliest = start if question in NOT_BEFORE_START else FIRST_DAY
    latest = as_of if question in NOT_AFTER_AS_OF else LAST_DAY
    return between(earliest, day, latest)


def three_years_before(random: Random, start: str) -> str:
    """A day near the limit of three years, or near the start itself."""
    year, month, day = (int(part) for part in start.split("-"))
    year -= random.choice((3, 3, 3, 0, 4))
    return written(year, month, min(day, month_length(year, month)))


def month_end_after(day: str) -> str:
    year, month, _ = (int(part) for part in day.split("-"))
    return written(year, month, month_length(year, month))


def moved(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def between(earliest: str, day: str, latest: str) -> str:
    return min(max(earliest, day), latest)


def on_boundary(answers: dict[str, object]) -> bool:
    """Whether a compared date lies on the last day within, or on the day after."""
    start = str(answers["start.date"])
    change, permit = (
        answers.get("situation.known_change_date"),
        answers.get("residence.first_permit"),
    )
    last = months_after(start, 3)
    if change is not None and str(change) in (last, days_after(last, 1)):
        return True
    return permit is not None and start in (
        last_start := years_after(str(permit), 3),
        days_after(last_start, 1),
    )
