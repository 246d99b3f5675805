"""What differs between two versions of a plan: everything, and nothing else."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.casework.test_plan_path import planned_on
from teui.casework import plan, plan_history, plan_rows, plan_words
from teui.casework.desk import Desk
from teui.casework.plan_changes import FIELDS, ITEM_FIELDS, changes
from teui.casework.plan_values import PlanItem, Version
from teui.practice.texts import LANGUAGES, load_texts

DAYS = st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31))
WORDS = st.none() | st.sampled_from(["baker", "nurse", "cook"])
ITEMS = st.builds(
    PlanItem,
    uid=st.just("uid"),
    side=st.sampled_from(["client", "office", "path"]),
    text=st.sampled_from(["", "calls", "writes"]),
    service=WORDS,
    by_date=DAYS,
    done_on=DAYS,
    version=st.integers(1, 3),
    position=st.integers(1, 5),
    provider=WORDS,
    requirement=WORDS,
    phase=WORDS,
)
VERSIONS = st.builds(
    Version,
    kind=st.just("employment"),
    number=st.integers(1, 9),
    goal=WORDS,
    goal_isco=WORDS,
    review_on=DAYS,
    rhythm_weeks=st.none() | st.integers(1, 4),
    rhythm_channel=WORDS,
    contact_by=st.sampled_from(["client", "office"]),
    reports=WORDS,
    next_contact_on=DAYS,
    items=st.lists(ITEMS, max_size=5, unique_by=lambda item: item.position).map(tuple),
)


@given(VERSIONS)
def test_nothing_differs_between_equal_ones(version: Version) -> None:
    later = replace(
        version,
        number=version.number + 1,
        uid="later",
        items=tuple(replace(item, uid="copy", version=9) for item in version.items),
    )
    assert not changes(version, later)


@given(VERSIONS, VERSIONS)
def test_every_field_that_differs_is_named_and_no_other(before: Version, after: Version) -> None:
    found = changes(before, after)
    for name in FIELDS:
        assert (name in found.fields) == (getattr(before, name) != getattr(after, name))
    old = {item.position: item for item in before.items}
    new = {item.position: item for item in after.items}
    added = {each.after.position for each in found.items if each.after and not each.before}
    taken = {each.before.position for each in found.items if each.before and not each.after}
    assert added == new.keys() - old.keys()
    assert taken == old.keys() - new.keys()
    named = {each.after.position: set(each.fields) for each in found.items if each.after}
    for place in old.keys() & new.keys():
        differing = {
            name for name in ITEM_FIELDS if getattr(old[place], name) != getattr(new[place], name)
        }
        assert named.get(place, set()) == differing


@given(VERSIONS, VERSIONS)
def test_backwards_it_is_the_same_the_other_way_round(before: Version, after: Version) -> None:
    there, back = changes(before, after), changes(after, before)
    assert there.fields == back.fields
    assert [(each.before, each.after) for each in there.items] == [
        (each.after, each.before) for each in back.items
    ]


def test_versions_are_kept_and_said_in_words(desk: Desk) -> None:
    case = planned_on(desk, 2)
    assert plan_history.revisions(desk, case, "employment")[0].before is None
    plan.accept(desk, case).result()
    [step] = plan.load(desk, case).items
    plan.save_item(desk, case, "client", step.text, date(2026, 11, 30), uid=step.uid).result()
    plan.save(desk, case, goal="baker", contact_by="client").result()
    plan.save_item(desk, case, "path", "a trade chosen", phase="direction").result()
    plan_rows.save_lead(desk, case, "competence", "school").result()
    first, second = plan_history.revisions(desk, case, "employment")
    assert (first.plan.number, first.plan.goal, first.plan.accepted_on) == (
        1,
        "practical nurse",
        date(2026, 11, 16),
    )
    assert second.before == first.plan
    t = load_texts("en", desk.model_id)
    assert list(plan_words.changed(t, first.plan, second.plan, second.changes)) == [
        "Goal: practical nurse → baker",
        "Contact: every 4 weeks, by phone; the office makes contact"
        " → every 4 weeks, by phone; the client makes contact",
        "Acquiring competence: the employment office → a school",
        "Changed: calls the school about the spring intake, by 23.11.2026"
        " → calls the school about the spring intake, by 30.11.2026",
        "Added: a trade chosen",
    ]
    for language in LANGUAGES:
        words = load_texts(language, desk.model_id)
        assert list(plan_words.changed(words, first.plan, second.plan, second.changes))
