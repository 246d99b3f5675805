"""Views of one's own on a list of follow-ups: made, changed, taken out, shown."""

from collections.abc import Mapping

from screens.dialogs.own_view_questions import OwnViewQuestions
from screens.dialogs.picker import Picker
from screens.follow_up_keys import FollowUpKeys
from screens.keys import Key
from screens.words import Words, word
from teui.casework import own_views, staff
from teui.casework.own_views import Filters, OwnView

OWN_VIEW = Key("own_view", "ctrl+n", "own_view", "^N")


class OwnViewKeys(FollowUpKeys):
    """The action of `OWN_VIEW`; `view` is the one shown: by its name, one's own by its uid."""

    view: str | None = None
    own: Mapping[str, OwnView]

    def turn_to(self, view: str | None) -> None:
        """Show a view; None: one's whole page."""
        raise NotImplementedError

    @property
    def own_view(self) -> OwnView | None:
        """The one of one's own that is shown."""
        return self.own.get(self.view or "")

    def action_own_view(self) -> None:
        shown = self.own_view
        if shown is None:
            self.begin_work(self._ask(None))
            return
        options: dict[str, Words] = {each: word(f"own_view.{each}") for each in _WAYS}

        def take(way: str | None) -> None:
            match way:
                case "new":
                    self.begin_work(self._ask(None))
                case "change":
                    self.begin_work(self._ask(shown))
                case "remove":
                    self.begin_work(self._remove(shown))

        self.app.push_screen(Picker(shown.name, options), take)

    async def _ask(self, view: OwnView | None) -> None:
        found = await self.read(lambda: staff.load(self.desk))
        if found is None:
            return
        taken = [each.name for each in self.own.values() if each != view]
        questions = OwnViewQuestions(self, found, taken, view)

        def keep(name: str, filters: Filters) -> None:
            self.begin_work(self._keep(name, filters, view, questions.place))

        questions.ask(keep)

    async def _keep(self, name: str, filters: Filters, view: OwnView | None, place: str) -> None:
        written = own_views.keep(self.desk, name, filters, view.uid if view else None)
        if await self.saved(written, place):
            self.turn_to(written.result())
            self.say(self.t("own_view.kept_now"), "good")

    async def _remove(self, view: OwnView) -> None:
        if await self.saved(own_views.remove(self.desk, view.uid)):
            self.turn_to(None)
            self.say(self.t("own_view.removed_now"), "good")


_WAYS = ("change", "remove", "new")
