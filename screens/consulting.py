"""Questions to specialists and labour-policy statements of one client, in one list."""

from datetime import date

from screens.dialogs.questions import Questions
from screens.dialogs.reading import Reading
from screens.frame import Frame
from screens.words import Words, word
from teui.casework import consulting
from teui.casework.consulting import Asked
from teui.practice.days import show_day
from teui.practice.texts import Texts

_SUBJECT = "consulting"
_ASK, _STATEMENT = "ask", "statement"


async def ask_consulting(screen: Frame, client_uid: str, name: str, customership_uid: str) -> None:
    """Ask anew, or choose what was asked: an open one takes its answer, another is read."""
    desk = screen.desk
    found = await screen.read(lambda: consulting.load(desk, client_uid))
    if found is None:
        return
    questions = Questions(screen, name, _SUBJECT, client_uid)
    known = {each.uid: each for each in found}
    options: dict[str, Words] = {
        each: word(f"consulting.new.{each}") for each in (_ASK, _STATEMENT)
    }
    options |= {uid: _row(each) for uid, each in known.items()}

    def take(choice: str) -> None:
        if choice == _ASK:
            _consult(screen, questions, customership_uid)
        elif choice == _STATEMENT:
            _ask_statement(screen, questions, customership_uid)
        elif known[choice].answered_on is None:
            _answer(screen, questions, known[choice])
        else:
            each = known[choice]
            screen.app.push_screen(Reading(_row(each), lambda t: _whole(t, each)))

    questions.pick("which", options, take)


def _consult(screen: Frame, questions: Questions, customership_uid: str) -> None:
    fields: dict[str, Words] = {
        code: word(f"handing.field.{code}") for code in screen.desk.model.handing.fields
    }

    def who(field: str) -> None:
        questions.type("who", lambda name: question(field, name))

    def question(field: str, name: str) -> None:
        def finish(text: str) -> None:
            written = consulting.ask(screen.desk, customership_uid, field, name, text)
            questions.write(written, lambda t, _: t("consulting.asked"))

        questions.type("question", finish, needed="consultation_empty")

    questions.pick("field", fields, who)


def _ask_statement(screen: Frame, questions: Questions, customership_uid: str) -> None:
    matters: dict[str, Words] = {
        code: word(f"handing.matter.{code}") for code in screen.desk.model.handing.matters
    }

    def fact(matter: str) -> None:
        def finish(text: str) -> None:
            written = consulting.ask_statement(screen.desk, customership_uid, matter, text)
            questions.write(written, lambda t, _: t("consulting.statement_asked"))

        questions.type("fact", finish, needed="consultation_empty")

    questions.pick("matter", matters, fact)


def _answer(screen: Frame, questions: Questions, asked: Asked) -> None:
    """What a specialist answers comes today; a statement comes to be known after it was given."""

    def finish(text: str, given_on: date | None = None) -> None:
        written = consulting.answer(screen.desk, asked, text, given_on)
        questions.write(written, lambda t, _: t("consulting.answered"))

    def when(who: str) -> None:
        def take(day: date) -> None:
            finish(who, day)

        questions.day_since("given_on", take, asked.asked_on, "statement_day")

    if asked.kind == "consultation":
        questions.type("answer", finish, needed="consultation_no_answer")
    else:
        questions.type("given_by", when, needed="consultation_no_answer")


def _row(asked: Asked) -> Words:
    """What was asked and whether there is an answer."""

    def words(t: Texts) -> str:
        group = "field" if asked.kind == "consultation" else "matter"
        matter = t(f"handing.{group}.{asked.code}")
        day = show_day(asked.asked_on)
        return f"{_state(t, asked)} · {matter} · {t(f'consulting.kind.{asked.kind}', day=day)}"

    return words


def _state(t: Texts, asked: Asked) -> str:
    if asked.days is None:
        return t("consulting.open")
    return t.count("consulting.took", asked.days)


def _whole(t: Texts, asked: Asked) -> str:
    parts = [t("consulting.was_asked", text=asked.question)]
    if asked.who:
        key = "specialist" if asked.kind == "consultation" else "was_given_by"
        parts.append(t(f"consulting.{key}", who=asked.who))
    if asked.answer:
        parts.append(t("consulting.was_answered", text=asked.answer))
    return " · ".join(parts)
