"""What is asked of a service: planned, begun, its details."""

from datetime import date

from screens.dialogs.service_picker import Chosen, ServicePicker
from screens.service_ending import EndQuestions
from screens.services_asking import Asking, ServicesScreen
from screens.words import Words
from teui.casework import service_words, services
from teui.casework.services_values import InPlan, ServiceUse
from teui.practice.days import show_day
from teui.practice.texts import LANGUAGES, Texts, load_texts

_TEXTS = ("aim", "provider", "last_part")
_DAYS = ("starts_on", "ends_on")


def named(code: str) -> Words:
    return lambda t: service_words.service(t, code)


def new_service(screen: ServicesScreen) -> None:
    """Plan a service of the catalogue: which, its aim, by whom, from when to when."""
    frame, view = screen.frame, screen.view
    model = frame.desk.model
    place = f"services:{view.customership_uid}:which"

    def take(chosen: Chosen | None) -> None:
        if chosen is not None and chosen.service is not None:
            frame.keep(place, "")
            _NewService(screen, chosen.service).ask()

    picker = ServicePicker(
        tuple(model.services.values()),
        view.line,
        Chosen(None),
        searched=[load_texts(language, model.id) for language in LANGUAGES],
        typed=frame.kept(place),
        keep=lambda typed: frame.keep(place, typed),
        in_own_words=False,
    )
    frame.app.push_screen(picker, take)


class _NewService(Asking):
    def __init__(self, screen: ServicesScreen, service: str) -> None:
        super().__init__(screen, named(service))
        self.service = service
        self.aim = self.provider = ""

    def ask(self) -> None:
        def take(aim: str) -> None:
            self.aim = aim
            hint = provider_hint(self.screen, self.service)
            self.text("provider", "", provided, place=f"{self.service}:provider", hint=hint)

        def provided(provider: str) -> None:
            self.provider = provider
            self.day("starts_on", None, begins, place=f"{self.service}:starts_on")

        def begins(starts_on: date | None) -> None:
            def ends(ends_on: date | None) -> None:
                self._plan(starts_on, ends_on)

            self.day("ends_on", None, ends, place=f"{self.service}:ends_on", toward="future")

        self.text("aim", "", take, place=f"{self.service}:aim")

    def _plan(self, starts_on: date | None, ends_on: date | None) -> None:
        planned = services.plan(
            self.frame.desk,
            self.screen.view.customership_uid,
            self.service,
            aim=self.aim,
            provider=self.provider,
            starts_on=starts_on,
            ends_on=ends_on,
        )
        self.screen.write(planned, self.typed, select=lambda uid: ("use", uid))


def provider_hint(screen: ServicesScreen, service: str) -> Words:
    """Who mostly provides it."""
    known = screen.frame.desk.model.services.get(service)
    usual = known.provider if known is not None else None

    def hint(t: Texts) -> str:
        if usual is None:
            return t("plan.provider.help")
        text = t("plan.provider.usual", provider=t(f"provider.{usual}.text"))
        return f"{text} {t('plan.provider.help')}"

    return hint


def take_over(screen: ServicesScreen, row: InPlan, *, starts: bool) -> None:
    """Plan the service that a row of the plan names, then ask for its start or its details."""
    desk, case = screen.frame.desk, screen.view.customership_uid

    def then(uid: str) -> None:
        use = screen.view.use(uid)
        if use is not None:
            questions = ServiceQuestions(screen, use)
            questions.start() if starts else questions.details()

    written = services.take_over(desk, case, row.uid)
    screen.write(written, [], then, select=lambda uid: ("use", uid))


class ServiceQuestions(Asking):
    """The questions of a service that stands in the list already."""

    def __init__(self, screen: ServicesScreen, use: ServiceUse) -> None:
        super().__init__(screen, named(use.service))
        self.use = use

    def start(self) -> None:
        """Ask on which day it began; where its end is not known, for that too."""
        desk, use = self.frame.desk, self.use
        today = desk.clock.today()
        begun = use.starts_on if use.starts_on and use.starts_on <= today else today

        def take(day: date | None) -> None:
            if day is not None:
                then = self._ask_end if use.ends_on is None else None
                self.screen.write(services.start(desk, use.uid, day), self.typed, then)

        self.day("began", begun, take, place=f"{use.uid}:began", toward="past", needed=True)

    def _ask_end(self, _: None) -> None:
        self.typed = []
        self._field("ends_on")

    def details(self) -> None:
        """Choose one of its details, then change it."""
        use = self.use
        fields = [*_TEXTS[:2], *_DAYS, _TEXTS[2], *(["end"] if use.is_over else [])]
        options = {field: self._standing(field) for field in fields}
        self.pick("detail", options, None, self._field)

    def _field(self, field: str) -> None:
        desk, use, place = self.frame.desk, self.use, f"{self.use.uid}:{field}"

        def save(value: date | str | None) -> None:
            self.screen.write(services.change(desk, use.uid, **{field: value}), self.typed)

        if field == "end":
            EndQuestions(self.screen, use).end()
        elif field in _DAYS:
            self.day(field, getattr(use, field), save, place=place)
        else:
            hint = provider_hint(self.screen, use.service) if field == "provider" else None
            self.text(field, getattr(use, field) or "", save, place=place, hint=hint)

    def _standing(self, field: str) -> Words:
        value = None if field == "end" else getattr(self.use, field)
        shown = show_day(value) if isinstance(value, date) else value or "-"

        def words(t: Texts) -> str:
            label = t(f"services.field.{field}")
            return label if field == "end" else f"{label}: {shown}"

        return words
