"""What differs between two practice models, as far as it concerns who interviews by them.

Wording is no part of it: texts are not kept with a model.
"""

from dataclasses import dataclass, replace
from typing import Literal, get_args

from teui.practice.model import ALWAYS, PracticeModel, Question

Aspect = Literal["type", "added", "gone", "keys", "condition", "otherwise"]
"""Another type; codes that came, that went, that stand on another key; when it is asked; anything
else that an answer to it must keep to."""
Area = Literal["outcomes", "requirements", "deadlines", "told"]
AREAS: tuple[Area, ...] = get_args(Area)


@dataclass(frozen=True, slots=True)
class Altered:
    """A question of both models that is not the same in them; `aspects` says in what."""

    question: str
    aspects: tuple[Aspect, ...]
    codes_added: tuple[str, ...] = ()
    codes_gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """From an older model to a newer one, each in the order of the form.

    `areas` are the rules that differ: what leads to an outcome, what must follow, by when, and
    what the client must be told.
    """

    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    altered: tuple[Altered, ...] = ()
    areas: tuple[Area, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.gone or self.altered or self.areas)


def changes(old: PracticeModel, new: PracticeModel) -> Changes:
    """What the newer model asks and rules otherwise than the older one."""
    both = [each for each in new.questions if each in old.questions]
    pairs = (_altered(old.questions[each], new.questions[each]) for each in both)
    return Changes(
        added=tuple(each for each in new.questions if each not in old.questions),
        gone=tuple(each for each in old.questions if each not in new.questions),
        altered=tuple(pair for pair in pairs if pair is not None),
        areas=tuple(area for area in AREAS if _ruled(old, area) != _ruled(new, area)),
    )


def _altered(old: Question, new: Question) -> Altered | None:
    added = tuple(code for code in new.codes if code not in old.codes)
    gone = tuple(code for code in old.codes if code not in new.codes)
    kept = [code for code in old.codes if code in new.codes]
    differs: dict[Aspect, bool] = {
        "type": old.type != new.type,
        "added": bool(added),
        "gone": bool(gone),
        "keys": any(old.codes.index(code) != new.codes.index(code) for code in kept),
        "condition": (old.asked_if, old.not_in) != (new.asked_if, new.not_in),
        "otherwise": _rest(old) != _rest(new),
    }
    aspects = tuple(aspect for aspect, is_so in differs.items() if is_so)
    return Altered(new.id, aspects, added, gone) if aspects else None


def _rest(question: Question) -> Question:
    """The question without what has an aspect of its own, and without what nobody is asked."""
    return replace(
        question,
        section="",
        type="text",
        source="",
        codes=(),
        asked_if=ALWAYS,
        not_in=frozenset(),
        deciding=False,
    )


def _ruled(model: PracticeModel, area: Area) -> object:
    """What the model rules in an area. Numbers that an office sets are its own, not the model's."""
    match area:
        case "outcomes":
            steps = (model.sub_segments, model.phases, model.integration)
            return model.outcomes, model.criteria, steps, model.contradictions
        case "requirements":
            return model.requirements
        case "deadlines":
            dated = (*model.superseded, *model.lengths.values())
            return {length for length in dated if not length.office}
        case "told":
            return model.told
