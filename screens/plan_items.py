"""What is asked of a row that client or service does: what, by whom, by when."""

from datetime import date

from screens.dialogs.service_picker import Chosen, ServicePicker
from screens.plan_asking import Asking
from screens.words import Words
from teui.casework import plan
from teui.casework.plan import PlanItem
from teui.casework.wording import planned
from teui.errors import TeuiError
from teui.practice.texts import LANGUAGES, Texts, load_texts


class _Row:
    """A row as far as it has been asked for; `item` is the one that it changes."""

    def __init__(
        self,
        side: str,
        text: str = "",
        service: str | None = None,
        requirement: str | None = None,
        *,
        item: PlanItem | None = None,
    ) -> None:
        self.side, self.text, self.service = side, text, service
        self.requirement, self.item = requirement, item
        self.provider: str | None = None

    @property
    def place(self) -> str:
        """Where what is half-typed about it is kept."""
        return f"{self.side}:{self.item.position if self.item else self.requirement or 'new'}"


class ItemQuestions(Asking):
    """The questions of one row of the two lists; `position` is None for a new one."""

    def client_does(self, position: int | None) -> None:
        item = self.view.item(position) if position else None
        text = item.text if item else ""
        key = f"item:client:{position}"

        def by(typed: str) -> None:
            if typed:
                self._ask_by(_Row("client", typed, item=item))

        self.type("item.client", text, str if item is None else _something, by, key)

    def office_does(self, position: int | None) -> None:
        item = self.view.item(position) if position else None
        if item is not None and item.requirement and not item.service and not item.text:
            self._ask_by(_Row("office", requirement=item.requirement, item=item))
            return
        standing = Chosen(None)
        if item is not None:
            standing = Chosen(item.service, "" if item.service else item.text)
        place = self.place(f"service:{position}")

        def take(chosen: Chosen | None) -> None:
            if chosen is None:
                return
            self.screen.keep(place, "" if chosen == standing else chosen.text)
            self.typed.append(place)
            requirement = item.requirement if item else None
            if chosen.service is not None:
                beside = item.text if item and item.service == chosen.service else ""
                self._ask_provider(_Row("office", beside, chosen.service, requirement, item=item))
            else:
                self._ask_by(_Row("office", chosen.text, None, requirement, item=item))

        model, screen = self.screen.desk.model, self.screen
        screen.app.push_screen(
            ServicePicker(
                tuple(model.services.values()),
                self.view.line,
                standing,
                searched=[load_texts(language, model.id) for language in LANGUAGES],
                typed=screen.kept(place),
                keep=lambda typed: screen.keep(place, typed),
            ),
            take,
        )

    def _ask_provider(self, row: _Row) -> None:
        item = row.item
        service = self.screen.desk.model.services[row.service or ""]
        standing = item.provider or "" if item and item.service == row.service else ""

        def hint(t: Texts) -> str:
            if service.provider is None:
                return t("plan.provider.help")
            usual = t(f"provider.{service.provider}.text")
            return f"{t('plan.provider.usual', provider=usual)} {t('plan.provider.help')}"

        def take(provider: str) -> None:
            row.provider = provider
            self._ask_by(row)

        key = f"provider:{row.place}:{row.service}"
        title = _of_row("plan.provider.title", row)
        self.type("provider", standing, str, take, key, title=title, hint=hint)

    def _ask_by(self, row: _Row) -> None:
        item = row.item
        standing = item.by_date if item else None

        def save(by_date: date | None) -> None:
            future = plan.save_item(
                self.screen.desk,
                self.view.customership_uid,
                row.side,
                row.text,
                by_date,
                uid=item.uid if item else None,
                service=row.service,
                provider=row.provider,
                requirement=row.requirement,
            )
            self.written(future, self.typed, None if item else row.side)

        title = _of_row("plan.by.title", row)
        self.day("by", f"by:{row.place}", standing, save, title=title)

    def requirement(self, requirement: str) -> None:
        """Ask for the date of a requirement that stands in no row yet."""
        self._ask_by(_Row("office", requirement=requirement))


def _of_row(key: str, row: _Row) -> Words:
    """The text under `key`, and which row it is about."""
    return lambda t: f"{t(key)} · {planned(t, row.text, row.service, row.requirement)}"


def _something(typed: str) -> str:
    """A row that stands is taken out by its own key, never by emptying it."""
    if not typed:
        raise TeuiError("plan_item_empty")
    return typed
