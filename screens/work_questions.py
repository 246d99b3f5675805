"""What is asked of work beside the job search, and of a step to a business of one's own."""

from collections.abc import Callable
from datetime import date

from screens.services_asking import Asking, ServicesScreen
from screens.words import Words, word
from teui.casework import business, service_words, work_spells
from teui.casework.services_values import BusinessStep, WorkSpell
from teui.practice.days import show_day
from teui.practice.texts import Texts

_DAYS = ("starts_on", "ends_on")


class WorkQuestions(Asking):
    """The questions of a spell of work; `spell` is None for a new one."""

    def __init__(self, screen: ServicesScreen, spell: WorkSpell | None) -> None:
        def name(t: Texts) -> str:
            if spell is None:
                return t("services.what.work")
            return spell.title or spell.employer or service_words.coded(t, "work_kind", spell.kind)

        super().__init__(screen, name)
        self.spell = spell

    def new(self) -> None:
        """Its kind, employer, title, first and last day, then it is kept."""
        said: dict[str, str] = {}

        def kind(code: str) -> None:
            said["kind"] = code
            self.text("employer", "", employer, place="work:employer")

        def employer(text: str) -> None:
            said["employer"] = text
            self.text("title", "", title, place="work:title")

        def title(text: str) -> None:
            said["title"] = text
            today = self.frame.desk.clock.today()
            self.day("starts_on", today, begins, place="work:starts_on", needed=True)

        def begins(day: date | None) -> None:
            if day is not None:
                self.day("ends_on", None, lambda end: keep(day, end), place="work:ends_on")

        def keep(starts_on: date, ends_on: date | None) -> None:
            written = work_spells.begin(
                self.frame.desk,
                self.screen.view.customership_uid,
                said["kind"],
                starts_on,
                ends_on,
                employer=said["employer"],
                title=said["title"],
            )
            self.screen.write(written, self.typed, select=lambda uid: ("work", uid))

        self.pick("work_kind", self._kinds(), None, kind, more=word("services.for_good"))

    def details(self) -> None:
        fields = ("kind", "employer", "title", *_DAYS, "last_part")
        self.pick("detail", {each: self._standing(each) for each in fields}, None, self._field)

    def end(self) -> None:
        """On which day it ended, and how the need of service is judged now."""
        spell, desk = self.spell, self.frame.desk
        if spell is None:
            return
        today = desk.clock.today()
        likely = spell.ended_on or min(spell.ends_on or today, today)

        def on(day: date | None) -> None:
            needs = desk.model.service_life.work_needs
            options = {code: word(f"service_life.work_need.{code}") for code in needs}
            if day is not None:
                self.pick("work_need", options, spell.need, lambda need: judged(day, need))

        def judged(day: date, need: str) -> None:
            written = work_spells.end(desk, spell.uid, day, need)
            self.screen.write(written, self.typed, lambda _: self._tell(need))

        self.day("ended_on", likely, on, place=f"{spell.uid}:ended", toward="past", needed=True)

    def _tell(self, need: str) -> None:
        t, known = self.frame.t, self.frame.desk.model.service_life.work_needs[need]
        key = "reassessment" if known.changed else need
        key = f"services.then.{key}"
        self.frame.say(t(key) if t.has(key) else t("services.judged"), "good")

    def _kinds(self) -> dict[str, Words]:
        kinds = self.frame.desk.model.service_life.work_kinds
        return {code: word(f"service_life.work_kind.{code}") for code in kinds}

    def _field(self, field: str) -> None:
        spell, desk = self.spell, self.frame.desk
        if spell is None:
            return
        standing = getattr(spell, field)
        place = f"{spell.uid}:{field}"

        def save(value: date | str | None) -> None:
            self.screen.write(work_spells.change(desk, spell.uid, **{field: value}), self.typed)

        if field == "kind":
            self.pick("work_kind", self._kinds(), spell.kind, save)
        elif field in _DAYS:
            self.day(field, standing, save, place=place, needed=field == "starts_on")
        else:
            self.text(field, standing or "", save, place=place)

    def _standing(self, field: str) -> Words:
        value = getattr(self.spell, field)

        def words(t: Texts) -> str:
            shown = show_day(value) if isinstance(value, date) else value or "-"
            if field == "kind":
                shown = service_words.coded(t, "work_kind", shown)
            return f"{t(f'services.field.{field}')}: {shown}"

        return words


def new_step(screen: ServicesScreen) -> None:
    """Choose a step that is not written down yet, and the day for which it is planned."""
    written = {each.step for each in screen.view.business if each.uid is not None}
    steps = screen.frame.desk.model.service_life.business_steps
    options = {
        code: word(f"service_life.business_step.{code}") for code in steps if code not in written
    }
    if not options:
        screen.frame.say(screen.frame.t("services.all_steps"), "note")
        return
    asking = Asking(screen, word("services.what.business"))
    asking.pick(
        "step", options, None, lambda code: StepQuestions(screen, BusinessStep(code)).plan()
    )


class StepQuestions(Asking):
    """The questions of a step to a business of one's own."""

    def __init__(self, screen: ServicesScreen, step: BusinessStep) -> None:
        super().__init__(screen, lambda t: service_words.coded(t, "business_step", step.step))
        self.step = step

    def plan(self) -> None:
        self._field("planned_on")

    def reached(self) -> None:
        """On which day the step was reached."""
        standing = self.step.done_on or self.frame.desk.clock.today()
        self.day(
            "done_on", standing, self._save("done_on"), place=self._place("done_on"), toward="past"
        )

    def details(self) -> None:
        fields = ("planned_on", "done_on", "note")
        self.pick("detail", {each: self._standing(each) for each in fields}, None, self._field)

    def _field(self, field: str) -> None:
        if field == "done_on":
            self.reached()
        elif field == "planned_on":
            save = self._save(field)
            self.day(field, self.step.planned_on, save, place=self._place(field), toward="future")
        else:
            self.text("note", self.step.note or "", self._save(field), place=self._place(field))

    def _place(self, field: str) -> str:
        return f"{self.step.step}:{field}"

    def _save(self, field: str) -> Callable[[date | str | None], None]:
        desk, case, step = self.frame.desk, self.screen.view.customership_uid, self.step.step

        def save(value: date | str | None) -> None:
            written = business.keep(desk, case, step, **{field: value})
            self.screen.write(written, self.typed, select=lambda _: ("step", step))

        return save

    def _standing(self, field: str) -> Words:
        value = getattr(self.step, field)
        shown = show_day(value) if isinstance(value, date) else value or "-"
        return lambda t: f"{t(f'services.field.{field}')}: {shown}"
