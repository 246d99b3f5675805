"""The input of `teui suggest`: one JSON object, checked to the letter (interview.md)."""

from dataclasses import dataclass
from datetime import date

from teui.assessment.faults import Fault, check_answers
from teui.assessment.strict_json import NOT_A_NUMBER, NotJson, Table, read_json, within
from teui.practice.load import DEFAULT_MODEL, load_model, model_ids
from teui.practice.model import DECIDING, Answers, Kind, PracticeModel, Value
from teui.practice.values import ValueFault, read_day, read_value


@dataclass(frozen=True, slots=True)
class Request:
    """A checked input: everything that `suggest` takes."""

    model: PracticeModel
    answers: Answers
    as_of: date
    kind: Kind


def read_request(text: str) -> Request | list[Fault]:
    """The request in a JSON text, or every fault of it: those of the object's keys first."""
    try:
        content = read_json(text)
    except NotJson as error:
        if error.line is None:
            return [Fault("too_deep")]
        return [Fault("broken_json", details={"line": error.line, "column": error.column})]
    if not isinstance(content, Table):
        return [Fault("not_an_object")]
    return _Intake(content).request()


class _Intake:
    """One object on its way in; a key or answer with a fault counts as not given."""

    def __init__(self, content: Table) -> None:
        self._faults: list[Fault] = []
        self._content = dict(content)
        for key, value in content.items():
            code = _faulty(value, repeated=key in content.repeated)
            if code is None and key != "answers" and _holds_nan(value):
                code = "not_a_number"
            if code is not None:
                self._refuse(key, code, name=key)
                del self._content[key]
        self._refused = content.keys() - self._content.keys()

    def request(self) -> Request | list[Fault]:
        pack = self._pack()
        as_of = self._as_of()
        kind = self._kind()
        raw = self._answers()
        # Answers are held against the default model also where none, or an unknown one, is named.
        model = load_model(pack or DEFAULT_MODEL)
        answers = _read_answers(model, raw, as_of, kind, self._faults) if raw is not None else {}
        if self._faults or as_of is None:
            return self._faults
        return Request(model, answers, as_of, kind)

    def _refuse(self, key: str, code: str, **details: object) -> None:
        self._faults.append(Fault(code, key=key, details=details))

    def _take(self, key: str) -> object:
        """The value of a key that must be there, None where it is not or has a fault."""
        if key not in self._content and key not in self._refused:
            self._refuse(key, "missing", name=key)
        return self._content.get(key)

    def _pack(self) -> str | None:
        pack = self._take("pack")
        if isinstance(pack, str) and pack in model_ids():
            return pack
        if isinstance(pack, str):
            self._refuse("pack", "unknown_pack", given=pack, known=", ".join(model_ids()))
        elif pack is not None:
            self._refuse("pack", "not_a_text")
        return None

    def _as_of(self) -> date | None:
        raw = self._take("as_of")
        if raw is None:
            return None
        try:
            return read_day(raw)
        except ValueFault as fault:
            self._refuse("as_of", fault.code, **fault.details)
            return None

    def _kind(self) -> Kind:
        kind = self._content.get("kind", "first")
        if not isinstance(kind, str):
            self._refuse("kind", "not_a_text")
        elif kind not in DECIDING:
            self._refuse("kind", "unknown_kind", given=kind, known=", ".join(DECIDING))
        else:
            return kind
        return "first"

    def _answers(self) -> Table | None:
        raw = self._take("answers")
        if raw is None or isinstance(raw, Table):
            return raw
        self._refuse("answers", "answers_no_object")
        return None


def _read_answers(
    model: PracticeModel, raw: Table, as_of: date | None, kind: Kind, faults: list[Fault]
) -> Answers:
    found: dict[str, Fault] = {}
    answers: dict[str, Value] = {}
    for question_id, value in raw.items():
        question = model.questions.get(question_id)
        code = _faulty_inside(value, repeated=question_id in raw.repeated)
        if question is None:
            found[question_id] = Fault("unknown_question", question_id)
        elif code is not None:
            found[question_id] = Fault(code, question_id, details={"name": question_id})
        else:
            try:
                answers[question_id] = read_value(question, value)
            except ValueFault as fault:
                found[question_id] = Fault(fault.code, question_id, details=fault.details)
    standing, wrong = check_answers(model, answers, as_of, kind)
    found.update((str(fault.question), fault) for fault in wrong)
    faults += [found[question_id] for question_id in raw if question_id in found]
    for question in model.questions.values():
        if question.required and question.id not in raw:
            faults.append(Fault("unanswered", question.id))
    return standing


def _faulty(value: object, *, repeated: bool) -> str | None:
    """What makes the value of a key no value, whatever it is for."""
    if repeated:
        return "twice"
    return "null" if value is None else None


def _faulty_inside(value: object, *, repeated: bool) -> str | None:
    """The same for an answer, with all that is nested in it."""
    if any(isinstance(one, Table) and one.repeated for one in within(value)):
        return "twice_inside"
    return _faulty(value, repeated=repeated) or ("not_a_number" if _holds_nan(value) else None)


def _holds_nan(value: object) -> bool:
    return any(one is NOT_A_NUMBER for one in within(value))
