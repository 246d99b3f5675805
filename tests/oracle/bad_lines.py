"""Lines that `teui suggest --batch` must refuse, each with the questions it must name.

None stands for a fault of the whole line. Lines are bytes, as they stand in the file.
"""

import json
from dataclasses import dataclass

START = "2026-11-10"
AS_OF = "2026-11-16"
WHOLE = None


@dataclass(frozen=True, slots=True)
class BadLine:
    """`may_name`: what may be named beside `names`, where the rules leave it open."""

    line: bytes
    names: frozenset[str | None]
    may_name: frozenset[str | None] = frozenset()


def whole(line: str | bytes, *may_name: str) -> BadLine:
    raw = line.encode() if isinstance(line, str) else line
    return BadLine(raw, frozenset({WHOLE}), frozenset(may_name))


def own(**keys: object) -> BadLine:
    """A line whose own keys are wrong; a key given as `...` is left out."""
    given: dict[str, object] = {"pack": "te-2013", "as_of": AS_OF, "answers": {"start.date": START}}
    given |= keys
    kept = {key: value for key, value in given.items() if value is not ...}
    return whole(json.dumps(kept), "start.date")


def answers(given: dict[str, object], *names: str, kind: str = "first") -> BadLine:
    """A line with these answers beside `start.date`; by default the last of them is faulty."""
    line = {
        "pack": "te-2013",
        "as_of": AS_OF,
        "kind": kind,
        "answers": {"start.date": START, **given},
    }
    return BadLine(json.dumps(line).encode(), frozenset(names or list(given)[-1:]))


def raw_answers(members: str, *names: str) -> BadLine:
    """A line whose answers are this text between braces."""
    line = f'{{"pack": "te-2013", "as_of": "{AS_OF}", "answers": {{{members}}}}}'
    return BadLine(line.encode(), frozenset(names))


def sought(**changed: object) -> BadLine:
    occupation = {"title": "Siivooja", "isco": "9112", "years": 7, "last_year": 2020} | changed
    kept = {key: value for key, value in occupation.items() if value is not ...}
    return answers({"work.sought": [kept]})


BAD_JSON = {
    "cut short": whole('{"pack": "te-2013", "as_of": "2026-11-16", "answers": {"start.date"'),
    "not JSON": whole("start.date: 2026-11-10"),
    "single quotes": whole("{'pack': 'te-2013'}"),
    "comma at the end": whole('{"pack": "te-2013",}'),
    "two objects": whole("{} {}"),
    "not UTF-8": whole(b'{"pack": "te-2013", "story": "\xff"}'),
    "nothing but zero bytes": whole(b"\x00\x00"),
    "nested without end": whole("[" * 100_000),
    "an array": whole("[]"),
    "a text": whole('"te-2013"'),
    "a number": whole("5"),
    "null alone": whole("null"),
    "NaN alone": whole("NaN"),
    "NaN in a key of no concern": whole(
        f'{{"pack": "te-2013", "as_of": "{AS_OF}", "answers": {{"start.date": "{START}"}},'
        ' "x": NaN}'
    ),
}

BAD_OWN_KEYS = {
    "empty object": whole("{}", "start.date"),
    "no pack": own(pack=...),
    "no as_of": own(as_of=...),
    "no answers": own(answers=...),
    "unknown pack": own(pack="te-2025"),
    "pack a number": own(pack=2013),
    "pack an array": own(pack=["te-2013"]),
    "pack an object": own(pack={}),
    "pack null": own(pack=None),
    "unknown kind": own(kind="second"),
    "kind in capitals": own(kind="FIRST"),
    "kind an array": own(kind=["first"]),
    "kind null": own(kind=None),
    "as_of null": own(as_of=None),
    "as_of no day": own(as_of="2026-02-30"),
    "as_of a number": own(as_of=20261116),
    "as_of too late": own(as_of="2200-01-01"),
    "as_of with a time": own(as_of="2026-11-16T12:00"),
    "answers null": own(answers=None),
    "answers an array": own(answers=[["start.date", START]]),
    "answers a text": own(answers="start.date"),
    "a key of no concern null": own(story=None),
    "pack twice": whole(
        f'{{"pack": "te-2013", "pack": "te-2013", "as_of": "{AS_OF}",'
        f' "answers": {{"start.date": "{START}"}}}}'
    ),
    "answers twice": whole(
        f'{{"pack": "te-2013", "as_of": "{AS_OF}", "answers": {{"start.date": "{START}"}},'
        f' "answers": {{"start.date": "{START}"}}}}'
    ),
    "a key of no concern twice": whole(
        f'{{"story": 1, "story": 2, "pack": "te-2013", "as_of": "{AS_OF}",'
        f' "answers": {{"start.date": "{START}"}}}}'
    ),
}

BAD_DATES = {
    "no start": raw_answers('"contact.interpreter": "no"', "start.date"),
    "start null": answers({"start.date": None}),
    "start after as_of": answers({"start.date": "2026-11-17"}),
    "start no leap day": answers({"start.date": "2026-02-29"}),
    "start no leap day of 1900": answers({"start.date": "1900-02-29"}),
    "start without zeros": answers({"start.date": "2026-11-1"}),
    "start without dashes": answers({"start.date": "20261110"}),
    "start a week day": answers({"start.date": "2026-W46-2"}),
    "start with a time": answers({"start.date": "2026-11-10T00:00:00"}),
    "start with a blank": answers({"start.date": " 2026-11-10"}),
    "start with a line end": answers({"start.date": "2026-11-10\n"}),
    "start in fullwidth digits": answers({"start.date": "２０２６-１１-１０"}),
    "start before 1900": answers({"start.date": "1899-12-31"}),
    "start in the year nought": answers({"start.date": "0000-01-01"}),
    "start empty": answers({"start.date": ""}),
    "start a number": answers({"start.date": 20261110}),
    "start an object": answers({"start.date": {"day": START}}),
    "contact after 2199": answers({"agreed.next_contact": "2200-01-01"}),
    "permit after as_of": answers({"residence.first_permit": "2026-11-17"}),
    "asked after as_of": answers({"residence.assessment_asked": "2026-11-17"}),
    "asked before the start": answers({"residence.assessment_asked": "2026-11-09"}),
    "unemployed after as_of": answers({"situation.unemployed_since": "2026-11-17"}),
    "job ended after as_of": answers({"benefit.last_job_end": "2026-11-17"}),
    "change before the start": answers(
        {"situation.known_change": "pension", "situation.known_change_date": "2026-11-09"}
    ),
    # Nothing is compared with a start that counts as not given.
    "start and change": answers(
        {"start.date": "2026-11-31", "situation.known_change_date": "2020-01-01"}, "start.date"
    ),
    "two dates": answers(
        {"residence.first_permit": "2027-01-01", "work.available_from": "soon"},
        "residence.first_permit",
        "work.available_from",
    ),
}

BAD_ANSWERS = {
    "unknown question": answers({"goals.hopes": "job"}),
    "question in capitals": answers({"Start.Channel": "online"}),
    "section for a question": answers({"ability": {}}),
    "unknown question of control characters": answers({"\u001b[2J\nstart.date: no": "yes"}),
    "unknown code": answers({"goals.clarity": "vague"}),
    "code in capitals": answers({"goals.clarity": "UNCLEAR"}),
    "code of another question": answers({"ability.life_situation": "unclear"}),
    "code with a line end": answers({"start.channel": "online\n"}),
    "code empty": answers({"start.channel": ""}),
    "code a truth value": answers({"contact.interpreter": True}),
    "code a number": answers({"situation.status": 5}),
    "code a very long number": raw_answers(
        f'"start.date": "{START}", "contact.interpreter": {"9" * 6000}', "contact.interpreter"
    ),
    "code in an array": answers({"situation.status": ["employed"]}),
    "code an object": answers({"situation.status": {}}),
    "code null": answers({"situation.status": None}),
    "code NaN": raw_answers(f'"start.date": "{START}", "market.demand": NaN', "market.demand"),
    "code infinite": raw_answers(
        f'"start.date": "{START}", "market.demand": -Infinity', "market.demand"
    ),
    "answer twice": raw_answers(
        f'"start.date": "{START}", "start.channel": "online", "start.channel": "online"',
        "start.channel",
    ),
    "start twice": raw_answers(f'"start.date": "{START}", "start.date": "{START}"', "start.date"),
    "answer twice, once null": raw_answers(
        f'"start.date": "{START}", "start.channel": null, "start.channel": "online"',
        "start.channel",
    ),
    # What hangs on an answer that counts as not given is not yet applicable, and no fault.
    "answer twice, another hangs on it": raw_answers(
        f'"start.date": "{START}", "situation.status": "employed", "situation.status": "outside",'
        ' "situation.unemployed_since": "2026-01-01"',
        "situation.status",
    ),
    "unknown question twice": raw_answers(
        f'"start.date": "{START}", "goals.hopes": "a", "goals.hopes": "b"', "goals.hopes"
    ),
    "any of: a text": answers({"goals.wishes": "job"}),
    "any of: empty": answers({"goals.wishes": []}),
    "any of: repeated": answers({"goals.wishes": ["job", "study", "job"]}),
    "any of: unknown code": answers({"goals.wishes": ["job", "fame"]}),
    "any of: null inside": answers({"work.hours": ["nights", None]}),
    "any of: object inside": answers({"work.hours": [{}]}),
    "any of: array inside": answers({"work.hours": [["nights"]]}),
    "any of: object": answers({"agreed.online_services": {"job_alert": "yes"}}),
    "text a number": answers({"goals.strengths": 5}),
    "text empty": answers({"goals.strengths": ""}),
    "text an array": answers({"agreed.client_steps": ["call"]}),
    "texts one text": answers({"work.area": "Espoo"}),
    "texts empty": answers({"work.area": []}),
    "texts with an empty one": answers({"work.area": ["Espoo", ""]}),
    "texts with a number": answers({"work.licences": [1]}),
    "texts repeated": answers({"work.licences": ["ajokortti", "ajokortti"]}),
    "language in capitals": answers({"contact.language": "FI"}),
    "language of one letter": answers({"contact.language": "f"}),
    "language of four letters": answers({"contact.language": "finn"}),
    "language with a digit": answers({"contact.language": "fi1"}),
    "language with a line end": answers({"contact.language": "fi\n"}),
    "language a number": answers({"contact.language": 5}),
    "sought a text": answers({"work.sought": "Siivooja"}),
    "sought texts": answers({"work.sought": ["Siivooja"]}),
    "sought empty": answers({"work.sought": []}),
    "sought without title": sought(title=...),
    "sought title null": sought(title=None),
    "sought title empty": sought(title=""),
    "sought title a number": sought(title=9112),
    "sought short code": sought(isco="91"),
    "sought code a number": sought(isco=9112),
    "sought code in fullwidth digits": sought(isco="９１１２"),
    "sought code empty": sought(isco=""),
    "sought years a text": sought(years="7"),
    "sought years a truth value": sought(years=True),
    "sought years broken": sought(years=2.5),
    "sought years NaN": raw_answers(
        f'"start.date": "{START}", "work.sought": [{{"title": "Siivooja", "isco": null,'
        ' "years": NaN, "last_year": null}]',
        "work.sought",
    ),
    "sought years beyond numbers": raw_answers(
        f'"start.date": "{START}", "work.sought": [{{"title": "Siivooja", "isco": null,'
        ' "years": 1e999, "last_year": null}]',
        "work.sought",
    ),
    "sought last year a text": sought(last_year="2020"),
}

NOT_APPLICABLE = {
    "permit of a citizen": answers(
        {"residence.basis": "citizen", "residence.first_permit": "2025-01-01"}
    ),
    "integration of a restricted permit": answers(
        {"residence.basis": "permit_restricted", "integration.study_skills": "good"}
    ),
    "job end while it goes on": answers(
        {"benefit.last_job_ended": "goes_on", "benefit.last_job_end": "2026-01-01"}
    ),
    "unemployed since, graduating": answers(
        {"situation.status": "graduating", "situation.unemployed_since": "2026-01-01"}
    ),
    "change security, employed": answers(
        {"situation.status": "employed", "situation.change_security": "no"}
    ),
    "date of no change": answers(
        {"situation.known_change": "none", "situation.known_change_date": "2026-12-01"}
    ),
    "service beside no change": answers(
        {"situation.known_change": "none", "situation.wants_service": "yes"}
    ),
    "literacy with enough language": answers(
        {"competence.language": "sufficient", "competence.literacy": "very_weak"}
    ),
    "offer without openings": answers(
        {"market.demand": "none_at_present", "market.offer_made": "no"}
    ),
    "work ability unaffected": answers(
        {"ability.affects_work": "no", "ability.work_ability": "no_limits"}
    ),
    "other services, nothing affected": answers(
        {"ability.affects_work": "no", "ability.other_services_first": "no"}
    ),
    "other services, no cause": answers(
        {
            "ability.affects_work": "yes",
            "ability.work_ability": "adjustable",
            "ability.life_situation": "stable",
            "ability.other_services_first": "yes",
        }
    ),
    # Known answers that fail a test make it false even before their own condition is known.
    "other services, no cause, not known whether affected": answers(
        {
            "ability.work_ability": "adjustable",
            "ability.life_situation": "strained",
            "ability.other_services_first": "yes",
        }
    ),
    "other services, their cause itself not applicable": answers(
        {
            "ability.affects_work": "no",
            "ability.work_ability": "needs_treatment_first",
            "ability.other_services_first": "yes",
        },
        "ability.work_ability",
        "ability.other_services_first",
    ),
    "health check, employed": answers(
        {"situation.status": "employed", "ability.health_check": "yes"}
    ),
    "health check, nothing affected": answers(
        {"ability.affects_work": "no", "ability.health_check": "no"}
    ),
    "channel in a reassessment": answers({"start.channel": "online"}, kind="reassessment"),
    "previous in a reassessment": answers({"start.previous": "new"}, kind="reassessment"),
    "change in a reassessment": answers({"situation.known_change": "none"}, kind="reassessment"),
    "date of change in a reassessment": answers(
        {"situation.known_change_date": "2026-12-01"}, kind="reassessment"
    ),
    "service in a reassessment": answers({"situation.wants_service": "no"}, kind="reassessment"),
}

BAD_LINES = BAD_JSON | BAD_OWN_KEYS | BAD_DATES | BAD_ANSWERS | NOT_APPLICABLE
