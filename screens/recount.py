"""Follow-ups come in step with the office's numbers while the adviser goes on working."""

import asyncio
from collections.abc import Sequence

from screens.frame import AtDesk, Frame
from teui.errors import TeuiError


def keep_in_step(app: AtDesk) -> None:
    """Look whether follow-ups are to be counted anew, and do it behind the adviser's back."""
    app.run_worker(_count_all(app), exclusive=True, group="recount")


async def _count_all(app: AtDesk) -> None:
    """One small act after another, so that what is typed meanwhile waits for one at most."""
    from teui.casework import recount

    try:
        while (work := await asyncio.to_thread(recount.needed, app.desk)) is not None:
            done, fault = 0, None
            for part in work.parts:
                fault = await _count(app, part) or fault
                done += len(part)
                _tell(app, done, work.total)
            if fault is not None:
                raise fault
            await asyncio.shield(asyncio.wrap_future(recount.finish(app.desk, work)))
    except TeuiError as error:
        for screen in [each for each in app.screen_stack if isinstance(each, Frame)][-1:]:
            screen.say(app.texts.error(error))


async def _count(app: AtDesk, part: Sequence[str]) -> TeuiError | None:
    """Count a part; where one cannot be read, the others of it all the same."""
    from teui.casework import recount

    try:
        await asyncio.shield(asyncio.wrap_future(recount.count(app.desk, part)))
    except TeuiError as error:
        faults = [await _count(app, [one]) for one in part] if len(part) > 1 else [error]
        return next((fault for fault in faults if fault is not None), None)
    return None


def _tell(app: AtDesk, done: int, total: int) -> None:
    for screen in app.screen_stack:
        if isinstance(screen, Frame):
            screen.counted(done, total)
