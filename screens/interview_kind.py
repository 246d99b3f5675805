"""The interview by its kind: stages where it is held in stages, and turning one kind to another."""

from collections.abc import Iterable

from screens.answering import Answering
from screens.keys import Key
from teui.casework.assessment_kind import INTEGRATION

STAGES = Key("stages", "ctrl+o", "stages", "^O", foot=1, local=False)
TURN_KIND = Key("turn_kind", "ctrl+n", "turn_kind", "^N", local=False)


class OfKind(Answering):
    """A draft whose kind can be turned, with its stages at hand where it is held in stages."""

    @property
    def is_in_stages(self) -> bool:
        return self.draft.kind == INTEGRATION

    @property
    def is_preliminary(self) -> bool:
        """The line that the answers make holds only until the integration assessment's end."""
        is_to_come = self.sheet.suggestion.assessment == INTEGRATION and not self.draft.kind_reason
        return self.is_in_stages or is_to_come

    def of_kind(self, keys: Iterable[Key]) -> tuple[Key, ...]:
        """The keys with those that hang on the kind, before what all screens have."""
        return (*([STAGES] if self.is_in_stages else []), *keys, TURN_KIND)

    async def action_stages(self) -> None:
        from screens.stages import open_stages

        if await self.save_writing():
            await open_stages(self, self.draft.uid)

    async def action_turn_kind(self) -> None:
        from screens import assessment_kind

        if await self.save_writing():
            assessment_kind.turn(
                self, self.draft, self.sheet.suggestion.assessment, self.refresh_data
            )
